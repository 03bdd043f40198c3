/// Answers, and an index that finds those which a response may agree with.
///
/// The index may name too many, never too few: the ladder of rules decides of those it names. It
/// rests on what any agreement needs. A response has all letters of a key, or words of it run
/// together; or it has each word that the rules do not let go, the same in one of its forms or a slip
/// away, the key's number, and no strong word that is not the key's.
///
/// A class only so that the many graders that share it need not hand on all of its parts.
final class AnswerTable: Sendable {
  /// Longer answers, in bytes, teach no words.
  static let longestRead = 60

  /// In the order of the pack, with repetitions.
  let texts: [String]
  /// The place of each answer's item in `items`, or -1.
  private let owners: [Int32]
  private let items: [ItemID]
  /// The ways to read the answers as their authors wrote them, one after the other.
  private let readings: [Reading]
  /// Forms that must be met exactly, and for which bits of which readings they stand.
  private let forms: HashChains
  /// Words of the answers, and the answers that have them.
  private let words: HashChains
  private let spellings: SpellingIndex
  /// Answers that the index cannot tell anything of.
  private let opaque: [Int32]
  /// No answer has more letters, nor more terms.
  let longest: Int
  /// No word of an answer, nor two run together, has more bytes.
  let longestWord: Int

  /// One way to read an answer.
  fileprivate struct Reading: Sendable {
    let place: Int32
    /// The bits that a response must have.
    let needs: UInt8
    let isNumeric: Bool
    let takesMoreWords: Bool
  }

  /// Reads the single answers of all items in their order, then the names on the map.
  convenience init(_ pack: Pack, knowledge: Knowledge) {
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
    self.init(builder)
  }

  /// Reads answers that belong to no item.
  convenience init(_ answers: [String], knowledge: Knowledge) {
    var builder = Builder(knowledge)
    for text in answers { builder.add(text, -1) }
    self.init(builder)
  }

  private init(_ builder: Builder) {
    texts = builder.texts
    owners = builder.owners
    items = builder.items
    readings = builder.readings
    forms = HashChains(builder.forms)
    words = HashChains(builder.words)
    spellings = SpellingIndex(words: builder.spellings, joined: builder.joined)
    opaque = builder.opaque
    // A letter may be written out as two or three: ß, ½.
    longest = 3 * (texts.map(\.utf8.count).max() ?? 0)
    longestWord = (builder.spellings + builder.joined).reduce(0) { max($0, $1.size) }
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
  ///
  /// `reach` is how much of a slip there may be.
  func candidates(for response: ResponseForms, reach: SpellingIndex.Reach) -> [Int] {
    guard response.terms <= longest + TextMatcher.extraTerms else { return [] }
    var found = opaque.map(Int.init)
    collect(response, reach) { found.append(Int(readings[$0].place)) }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    return found.filter { place in
      defer { last = place }
      return place != last
    }
  }

  /// Visits each reading of which the response has all that it needs; some more than once.
  private func collect(
    _ response: ResponseForms, _ reach: SpellingIndex.Reach, _ body: (Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: (bits: UInt8, covered: UInt8).self, capacity: readings.count)
    {
      hits in
      hits.initialize(repeating: (0, 0))
      func hit(_ hash: UInt64, _ covers: UInt8, isOptional: Bool = false) {
        if covers != 0, !isOptional { hit(AnswerForms.optional(hash), covers, isOptional: true) }
        forms.forEach(hash) { entry in
          let place = Int(entry >> 3)
          let before = hits[place]
          let after = (bits: before.bits | 1 << UInt8(entry & 7), covered: before.covered | covers)
          guard before != after else { return }
          hits[place] = after
          let reading = readings[place]
          if !reading.isMet(before, response), reading.isMet(after, response) { body(place) }
        }
      }
      for form in response.exact { hit(form.hash, form.covers) }
      for form in response.single { hit(AnswerForms.joined(form), .max) }
      for form in response.numbers { hit(form, 0) }
      guard reach != .forms else { return }
      for word in response.words {
        spellings.forEachNear(word.spelling, reach) { hit($0, word.covers) }
      }
      let reachOfKnown = reach == .slips ? SpellingIndex.Reach.knownSlips : reach
      for word in response.known {
        spellings.forEachNear(word.spelling, reachOfKnown) { hit($0, word.covers) }
      }
      for word in response.joined {
        spellings.forEachNear(joined: word.spelling, reach) { hit($0, word.covers) }
      }
    }
  }

  /// Whether a word of a response may stand for one of the answers, or for words that one has.
  func mayUse(_ word: AnswerForms.Spelling, _ forms: [UInt64], isKnown: Bool) -> Bool {
    if has(forms) || has(forms.map(AnswerForms.joined)) { return true }
    guard !isKnown else { return false }
    var isNear = false
    spellings.forEachNear(word, .slips) { _ in isNear = true }
    return isNear
  }

  /// Whether words of a response, run together, may stand for an answer or for a word that one has.
  func mayUse(joined word: AnswerForms.Spelling, _ forms: [UInt64], areKnown: Bool) -> Bool {
    if has(forms) { return true }
    guard !areKnown else { return false }
    var isNear = false
    spellings.forEachNear(joined: word, .slips) { _ in isNear = true }
    return isNear
  }

  private func has(_ hashes: [UInt64]) -> Bool {
    hashes.contains { forms.contains($0) { _ in true } }
  }

  /// Some answers are told by more than their letters.
  var hasOpaque: Bool { !opaque.isEmpty }

  // MARK: Building

  private struct Builder {
    let knowledge: Knowledge
    /// First words of the pack's synonyms.
    private let synonymous: Set<String>
    var texts: [String] = []
    var owners: [Int32] = []
    var items: [ItemID] = []
    var readings: [Reading] = []
    var forms: [(hash: UInt64, place: Int32)] = []
    var words: [(hash: UInt64, place: Int32)] = []
    var spellings: [AnswerForms.Spelling] = []
    var joined: [AnswerForms.Spelling] = []
    var opaque: [Int32] = []

    init(_ knowledge: Knowledge) {
      self.knowledge = knowledge
      synonymous = Set(knowledge.synonyms.flatMap { $0.compactMap(\.first) })
    }

    mutating func add(_ text: String, _ owner: Int32) {
      let place = Int32(texts.count)
      texts.append(text)
      owners.append(owner)
      var folded: [UInt64] = []
      if let plain = KeyForms(
        ofPlainText: text, synonymous: synonymous, lexicon: knowledge.lexicon, folded: &folded)
      {
        for hash in folded { words.append((hash, place)) }
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
        add(
          KeyForms(ofKey: phrase, synonymous: synonymous, lexicon: knowledge.lexicon), place)
      }
    }

    private mutating func add(_ key: KeyForms, _ place: Int32) {
      let reading = Int32(readings.count)
      for form in key.forms { forms.append((form.hash, reading << 3 | Int32(form.bit))) }
      spellings += key.words
      joined += key.joined
      readings.append(
        Reading(
          place: place, needs: key.needs, isNumeric: key.isNumeric,
          takesMoreWords: key.takesMoreWords))
      if key.isOpaque { opaque.append(place) }
    }
  }
}

extension AnswerTable.Reading {
  /// Whether a response that has these bits, and of whose strong words these are accounted for, may
  /// agree.
  fileprivate func isMet(_ hits: (bits: UInt8, covered: UInt8), _ response: ResponseForms) -> Bool {
    if hits.bits >> KeyForms.Bit.whole == 1 { return true }
    guard hits.bits & needs == needs, isNumeric || !response.isNumeric else { return false }
    return takesMoreWords || hits.covered & response.strong == response.strong
  }
}
