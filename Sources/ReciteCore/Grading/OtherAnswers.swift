/// The answers that are not this item's but another's: no slip from this item's key may be one.
///
/// A class only so that it is handed on as one thing.
final class OtherAnswers: Sendable {
  /// An answer, and whose it is; nil for a place of the map, or a question that stands in no pack.
  struct Other: Equatable, Sendable {
    var text: String
    var item: ItemID?
  }

  static let none = OtherAnswers(lexicon: .empty)

  /// The answers of the whole pack.
  private let table: AnswerTable?
  /// The item whose answers in the table do not count, and texts that it accepts itself.
  private let owner: ItemID?
  private let own: Set<String>
  /// Answers that stand in no table.
  private let loose: [Other]
  private let looseWords: Set<String>

  /// All of a pack's answers that are not `owner`'s and not among `own`, and the `loose` ones.
  init(
    in table: AnswerTable? = nil, owner: ItemID? = nil, own: [Accepted] = [], loose: [Other] = [],
    lexicon: Lexicon
  ) {
    self.table = table
    self.owner = owner
    self.own = Set(own.flatMap(\.all))
    self.loose = loose
    var words: Set<String> = []
    for other in loose where other.text.utf8.count <= AnswerTable.longestRead {
      for token in Tokenizer.tokens(
        of: FoldedText(other.text, lexicon: lexicon), commaDecimals: false)
      where token.kind == .word {
        words.insert(token.text)
      }
    }
    looseWords = words
  }

  /// Whether a folded word is one of theirs, so that it passes for no slip.
  func haveWord(_ word: String) -> Bool {
    if looseWords.contains(word) { return true }
    guard let table else { return false }
    return table.contains(word: word) { counts(table.answer(at: $0)) }
  }

  /// Those that a response may agree with, in the order of the pack, each text once; what is left
  /// out is wrong beyond doubt, or no nearer than `reach`.
  func candidates(for response: ResponseForms, reach: SpellingIndex.Reach) -> [Other] {
    guard let table else { return loose }
    var seen: Set<String> = []
    var found: [Other] = []
    for place in table.candidates(for: response, reach: reach) {
      let answer = table.answer(at: place)
      if counts(answer), seen.insert(answer.text).inserted { found.append(answer) }
    }
    return found + loose
  }

  /// No answer in the table has more letters, and no word of one more bytes.
  var longest: (answer: Int, word: Int) { (table?.longest ?? 0, table?.longestWord ?? 0) }

  private func counts(_ answer: Other) -> Bool {
    (answer.item == nil || answer.item != owner) && !own.contains(answer.text)
  }
}
