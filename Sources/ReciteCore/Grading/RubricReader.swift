/// A free answer cut into sentences and clauses, in which a rubric's phrases are looked for.
struct RubricReader {
  /// One word of the answer.
  struct Word: Sendable {
    var text: String
    var stem: String
    /// What it is looked up by among words that may stand for each other.
    var base: String
    var american: String
    /// Long enough for a slip, and no word that is known.
    var mayBeSlip: Bool
    var range: Range<Int>
    var sentence: Int
    var clause: Int
    /// Denied by a word before it in its clause.
    var isDenied = false
    var isDenial = false
  }

  let knowledge: Knowledge
  private let phrase: Phrase
  private(set) var words: [Word] = []

  init(_ response: String, knowledge: Knowledge) {
    self.knowledge = knowledge
    phrase = Phrase(response, lexicon: knowledge.lexicon, limit: 20_000)
    cut()
    markDenials()
  }

  // MARK: Sentences, clauses, retractions

  private static let clauseWords: Set<String> = [
    "but", "though", "although", "while", "whereas", "however", "yet", "because", "so", "since",
    "still", "nevertheless", "therefore", "hence", "thus", "then",
  ]
  private static let retractions: [[String]] = [
    ["no", "wait"], ["wait", "no"], ["scratch", "that"], ["i", "take", "that", "back"],
    ["actually", "no"], ["on", "second", "thought"], ["on", "second", "thoughts"],
    ["no", "sorry"], ["sorry", "i", "mean"], ["no", "i", "mean"], ["correction"],
    ["i", "was", "wrong"], ["forget", "that"], ["ignore", "that"], ["strike", "that"],
  ]

  private mutating func cut() {
    let tokens = phrase.tokens
    var sentence = 0
    var clause = 0
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.kind == .mark {
        switch token.text {
        case ".", "!", "?", ";":
          sentence += 1
          clause += 1
        case ":", "-", "(", ")": if !token.attached || token.text != "-" { clause += 1 }
        case ",": if opensClause(tokens, index + 1) { clause += 1 }
        default: break
        }
        index += 1
        continue
      }
      if let count = retraction(tokens, index) {
        retract(sentence)
        index += count
        sentence += 1
        clause += 1
        continue
      }
      let denialJustBefore = words.last.map { isHardDenial($0.text) } ?? false
      let opensSentence =
        token.text == "and" && index + 1 < tokens.count
        && Self.pronouns.contains(tokens[index + 1].text)
      if opensSentence || Self.clauseWords.contains(token.text), !denialJustBefore { clause += 1 }
      words.append(
        Word(
          text: token.text, stem: Stems.stem(token.text), base: Stems.base(token.text),
          american: WordForms.american(token.text),
          mayBeSlip: token.text.utf8.count >= 4 && !knowledge.knows(token.text),
          range: token.range, sentence: sentence, clause: clause))
      index += 1
    }
  }

  private static let subjects: Set<String> = [
    "it", "they", "he", "she", "we", "the", "this", "that", "these", "and", "which", "who", "there",
    "its", "their", "i", "or",
  ]

  private static let pronouns: Set<String> = ["it", "they", "he", "she", "we", "this", "there"]

  /// Whether a comma opens a clause: a new subject or conjunction follows.
  private func opensClause(_ tokens: [Token], _ index: Int) -> Bool {
    index < tokens.count && Self.subjects.contains(tokens[index].text)
  }

  private func retraction(_ tokens: [Token], _ index: Int) -> Int? {
    for marker in Self.retractions where index + marker.count <= tokens.count {
      if zip(tokens[index...], marker).allSatisfy({ $0.text == $1 }) {
        guard marker.count > 1 || index > 0 else { continue }
        return marker.count
      }
    }
    return nil
  }

  /// Takes back the sentence so far, or the one before where this one has just begun.
  private mutating func retract(_ sentence: Int) {
    guard let last = words.last else { return }
    words.removeAll { $0.sentence == min(sentence, last.sentence) }
  }

  // MARK: Denial

  private func isHardDenial(_ word: String) -> Bool { Vocabulary.negations.contains(word) }

  private mutating func markDenials() {
    var last: (place: Int, reach: Int)?
    for index in words.indices {
      if let open = last,
        words[open.place].clause != words[index].clause || index - open.place > open.reach
      {
        last = nil
      }
      if last != nil { words[index].isDenied = true }
      if let reach = denialReach(at: index) {
        words[index].isDenial = true
        if let open = last, words[open.place].text == "without" {
          // Without insects there is no pollination: that affirms it.
          last = nil
          words[index].isDenial = false
          continue
        }
        last = (index, reach)
      }
    }
  }

  private static let emptyAfterNot: Set<String> = [
    "only", "just", "merely", "simply", "surprisingly", "doubt", "wonder", "matter", "least",
  ]

  /// How many words a denial at this place reaches; nil where it is none.
  private func denialReach(at index: Int) -> Int? {
    let word = words[index].text
    let next = index + 1 < words.count ? words[index + 1].text : ""
    if isHardDenial(word) {
      if Self.emptyAfterNot.contains(next) { return nil }
      return word == "without" ? 5 : word == "no" || word == "non" ? 6 : 8
    }
    if Vocabulary.softNegations.contains(word) {
      return word == "false" || word == "untrue" || word == "myth" || word == "wrong" ? nil : 3
    }
    if word == "rather", next == "than" { return 4 }
    if ["failed", "unable", "stopped", "refused", "fails", "fail", "ceased"].contains(word) {
      return 3
    }
    return nil
  }

  private static let undoing: Set<String> = [
    "disappeared", "vanished", "ceased", "eliminated", "avoided", "prevented", "nonexistent",
    "false", "untrue", "myth", "irrelevant", "unimportant",
  ]

  /// Whether what stands right after a word undoes it: "unemployment disappeared", "is a myth".
  func isUndone(after index: Int) -> Bool {
    var place = index + 1
    while place < words.count, place <= index + 4, words[place].clause == words[index].clause {
      if Self.undoing.contains(words[place].text) { return true }
      guard Vocabulary.connectives.contains(words[place].text) else { return false }
      place += 1
    }
    return false
  }

  // MARK: Keywords without a sentence

  /// Words strung together without anything that makes a sentence of them.
  var isKeywordsOnly: Bool {
    guard words.count >= 5 else { return false }
    let joints = words.count { Vocabulary.connectives.contains($0.text) || isVerbLike($0.text) }
    let parts =
      1 + phrase.tokens.count { $0.kind == .mark && [",", ";", ".", "/"].contains($0.text) }
    let mean = Double(words.count) / Double(parts)
    if joints == 0 { return parts == 1 || mean < 1.7 }
    return mean < 1.4 && joints <= 1
  }

  private func isVerbLike(_ word: String) -> Bool {
    word.utf8.count > 4 && (word.hasSuffix("ed") || word.hasSuffix("ing")) && knowledge.knows(word)
  }

  /// The original words between two places.
  func original(_ first: Int, _ last: Int) -> String {
    phrase.original(of: words[first].range.lowerBound..<words[last].range.upperBound)
  }
}
