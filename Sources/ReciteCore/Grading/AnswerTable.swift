/// The answers of a whole pack, and an index that finds those which a response may agree with.
///
/// The index may name too many, never too few: the ladder of rules decides of those it names. It
/// rests on what any agreement needs. Two answers agree in a word, or in words run together, that is
/// the same in one of its forms or a slip away; or in all of their letters; or both hold numbers.
struct AnswerTable: Sendable {
  /// Longer answers, in bytes, teach no words.
  static let longestRead = 60

  /// In the order of the pack, with repetitions.
  let texts: [String]
  /// The place of each answer's item in `items`, or -1.
  private let owners: [Int32]
  private let items: [ItemID]
  /// Forms that must be met exactly, and the answers that have them.
  private let forms: HashChains
  /// Words of the answers, and the answers that have them.
  private let words: HashChains
  private let spellings: SpellingIndex
  /// Answers with numbers or units in them.
  private let numeric: [Int32]
  /// Of each answer that is plain words and one whole number, that number; else `noNumber`.
  private let onlyNumbers: [UInt64]
  /// Answers that the index cannot tell anything of.
  private let opaque: [Int32]
  /// No answer has more letters, nor more terms.
  private let longest: Int

  /// Reads the single answers of all items in their order, then the names on the map.
  init(_ pack: Pack, knowledge: Knowledge) {
    var builder = Builder(knowledge)
    for item in pack.lessons.lazy.flatMap({ $0.sections.lazy.flatMap(\.items) }) {
      let accepted = item.kind.singleAnswers
      guard !accepted.isEmpty else { continue }
      let owner = Int32(builder.items.count)
      builder.items.append(item.id)
      for answers in accepted {
        for text in answers.all { builder.add(text, owner) }
      }
    }
    for place in pack.map?.features ?? [] {
      for text in place.names.all { builder.add(text, -1) }
    }
    texts = builder.texts
    owners = builder.owners
    items = builder.items
    forms = HashChains(builder.forms)
    words = HashChains(builder.words)
    spellings = builder.spellings
    numeric = builder.numeric
    onlyNumbers = texts.map { AnswerTable.onlyNumber(in: $0) }
    opaque = builder.opaque
    // A letter may be written out as two or three: ß, ½.
    longest = 3 * (texts.map(\.utf8.count).max() ?? 0)
  }

  func answer(at place: Int) -> OtherAnswers.Other {
    let owner = owners[place]
    return OtherAnswers.Other(text: texts[place], item: owner < 0 ? nil : items[Int(owner)])
  }

  /// Whether one of the answers that `counts` lets pass has this folded word.
  func contains(word: String, where counts: (_ place: Int) -> Bool) -> Bool {
    words.contains(AnswerForms.hash(word), where: counts)
  }

  /// The places of all answers that a response may agree with, ascending.
  func candidates(for typed: TypedAnswer) -> [Int] {
    guard typed.phrase.terms.count <= longest + TextMatcher.extraTerms else { return [] }
    let response = AnswerForms(ofResponse: typed, longest: longest)
    var found = Set(opaque)
    if response.hasNumbers { found.formUnion(numeric) }
    for hash in response.exact { forms.forEach(hash) { found.insert($0) } }
    for spelling in response.spellings {
      spellings.forEachNear(spelling) { hash in forms.forEach(hash) { found.insert($0) } }
    }
    let number = AnswerTable.onlyNumber(in: typed.text)
    return found.lazy.map(Int.init).filter {
      let other = onlyNumbers[$0]
      return other == number || other == AnswerTable.noNumber || number == AnswerTable.noNumber
    }.sorted()
  }

  private static let noNumber = UInt64.max
  /// Longer words are not looked at.
  private static let longestDigits = 18

  /// The number of a text such as `Apollo 11`; `noNumber` where there is another sign, none or a
  /// second number, or a word that may count or measure.
  ///
  /// Where both sides are such texts and their numbers differ, no rule makes them agree.
  private static func onlyNumber(in text: String) -> UInt64 {
    var found = noNumber
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      if word.allSatisfy({ (0x30...0x39).contains($0) }) {
        guard found == noNumber, word.count <= longestDigits else { return noNumber }
        found = word.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
      } else {
        let letters = word.map { $0 | 0x20 }
        guard letters.allSatisfy({ (0x61...0x7a).contains($0) }),
          !Vocabulary.mayCount(String(decoding: letters, as: UTF8.self))
        else { return noNumber }
      }
    }
    return found
  }

  // MARK: Building

  private struct Builder {
    let knowledge: Knowledge
    /// First words of the pack's synonyms.
    private let synonymous: Set<String>
    var texts: [String] = []
    var owners: [Int32] = []
    var items: [ItemID] = []
    var forms: [(hash: UInt64, place: Int32)] = []
    var words: [(hash: UInt64, place: Int32)] = []
    var spellings = SpellingIndex()
    var numeric: [Int32] = []
    var opaque: [Int32] = []

    init(_ knowledge: Knowledge) {
      self.knowledge = knowledge
      synonymous = Set(knowledge.synonyms.flatMap { $0.compactMap(\.first) })
    }

    mutating func add(_ text: String, _ owner: Int32) {
      let place = Int32(texts.count)
      texts.append(text)
      owners.append(owner)
      if let plain = AnswerForms(ofPlainText: text, synonymous: synonymous) {
        add(plain, place)
        return
      }
      let phrase = Phrase(
        text, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
      if text.utf8.count <= AnswerTable.longestRead {
        for token in phrase.tokens where token.kind == .word {
          words.append((AnswerForms.hash(token.text), place))
        }
      }
      for reading in [text] + KeyVariants.of(text) {
        let phrase =
          reading == text
          ? phrase
          : Phrase(reading, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
        add(AnswerForms(ofKey: phrase, synonymous: synonymous), place)
      }
    }

    private mutating func add(_ answer: AnswerForms, _ place: Int32) {
      for hash in answer.exact { forms.append((hash, place)) }
      for hash in answer.words { words.append((hash, place)) }
      for spelling in answer.spellings { spellings.add(spelling) }
      if answer.hasNumbers { numeric.append(place) }
      if answer.isOpaque { opaque.append(place) }
    }
  }
}

/// Small numbers filed under hashes: a table of chains in two flat arrays.
struct HashChains: Sendable {
  private let heads: [Int32]
  private let nexts: [Int32]
  private let entries: [(hash: UInt64, place: Int32)]

  init(_ entries: [(hash: UInt64, place: Int32)]) {
    var size = 16
    while size < entries.count { size *= 2 }
    var heads = [Int32](repeating: -1, count: size)
    var nexts = [Int32](repeating: -1, count: entries.count)
    // Backwards, so that each chain runs forwards.
    for index in entries.indices.reversed() {
      let slot = HashChains.slot(entries[index].hash, size)
      nexts[index] = heads[slot]
      heads[slot] = Int32(index)
    }
    self.heads = heads
    self.nexts = nexts
    self.entries = entries
  }

  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
  }

  func forEach(_ hash: UInt64, _ body: (Int32) -> Void) {
    _ = contains(hash) {
      body(Int32($0))
      return false
    }
  }

  /// Whether one of the numbers under a hash passes.
  func contains(_ hash: UInt64, where passes: (Int) -> Bool) -> Bool {
    var index = heads[HashChains.slot(hash, heads.count)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.hash == hash, passes(Int(entry.place)) { return true }
      index = nexts[Int(index)]
    }
    return false
  }
}
