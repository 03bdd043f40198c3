/// Reads a whole pack as a careful reviewer would, and marks what a parser cannot see.
struct PackReviewer {
  let pack: Pack
  let grader: Grader
  /// The paragraphs of the sources at hand, ¶1 first.
  let documents: [SourceID: [String]]
  let items: [Item]
  /// For each item the lesson and the section it stands in.
  let places: [(lesson: Int, section: Int)]
  let isEnglish: Bool
  var table: WordTable
  /// The words of each item's stem, all blocks together.
  var stems: [[WordTable.Word]] = []
  /// Whether each item's stem is in code or a formula.
  var isInCode: [Bool] = []
  var flaws: [Flaw] = []
  /// How many stems begin with the same words, by a hash of these; made when first needed.
  var openings: [UInt64: Int]?

  init(_ pack: Pack, grader: Grader, documents: [SourceID: [String]]) {
    self.pack = pack
    self.grader = grader
    self.documents = documents
    var items: [Item] = []
    var places: [(lesson: Int, section: Int)] = []
    for (lesson, content) in pack.lessons.enumerated() {
      for (section, part) in content.sections.enumerated() {
        items += part.items
        places += part.items.map { _ in (lesson, section) }
      }
    }
    self.items = items
    self.places = places
    isEnglish = pack.language.lowercased().hasPrefix("en")
    table = WordTable(lexicon: grader.lexicon)
  }

  mutating func review() -> [Flaw] {
    guard !items.isEmpty else { return [] }
    stems.reserveCapacity(items.count)
    isInCode.reserveCapacity(items.count)
    for item in items {
      var words: [WordTable.Word] = []
      var hasCode = false
      for block in item.stem {
        let text = block.plain
        table.append(text.withoutAddresses, to: &words)
        hasCode = hasCode || PackReviewer.isInCode(block, text)
      }
      stems.append(words)
      isInCode.append(hasCode)
    }
    for index in items.indices {
      reviewAnswer(of: index)
      reviewGiveaways(of: index)
      reviewWording(of: index)
    }
    reviewNeighbours()
    reviewTendencies()
    reviewBalance()
    reviewEvidence()
    reviewDuplicates()
    reviewOrder()
    return flaws.enumerated().sorted {
      ($0.element.item, $0.offset) < ($1.element.item, $1.offset)
    }.map(\.element)
  }

  mutating func mark(
    _ flaw: Flaw.AnswerFlaw, _ item: Int, _ part: Flaw.Part = .heading, others: [Int] = []
  ) {
    flaws.append(Flaw(item: item, part: part, kind: .answer(flaw), others: others))
  }

  mutating func mark(
    _ flaw: Flaw.Giveaway, _ item: Int, _ part: Flaw.Part = .heading, others: [Int] = []
  ) {
    flaws.append(Flaw(item: item, part: part, kind: .giveaway(flaw), others: others))
  }

  mutating func mark(
    _ flaw: Flaw.WordingFlaw, _ item: Int, _ part: Flaw.Part = .heading, others: [Int] = []
  ) {
    flaws.append(Flaw(item: item, part: part, kind: .wording(flaw), others: others))
  }

  mutating func mark(
    _ flaw: Flaw.EvidenceFlaw, _ item: Int, _ part: Flaw.Part = .heading, others: [Int] = []
  ) {
    flaws.append(Flaw(item: item, part: part, kind: .evidence(flaw), others: others))
  }

  mutating func mark(
    _ flaw: Flaw.PairFlaw, _ item: Int, _ part: Flaw.Part = .heading, others: [Int] = []
  ) {
    flaws.append(Flaw(item: item, part: part, kind: .pair(flaw), others: others))
  }

  /// The options of a choice or selection, and which of them are right; nil for other kinds.
  func options(of item: Item) -> (texts: [String], keys: [Int])? {
    switch item.kind {
    case .choice(let options, let key): (options.map(\.text.plain), [key])
    case .selection(let options, let keys): (options.map(\.text.plain), keys)
    default: nil
    }
  }

  /// True for code or a formula: there the order of signs says more than the words.
  private static func isInCode(_ block: Block, _ text: String) -> Bool {
    if case .code = block { return true }
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "="), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
        UInt8(ascii: "]"):
        return true
      case UInt8(ascii: ")") where previous == UInt8(ascii: "("): return true
      default: previous = byte
      }
    }
    return false
  }

  /// The answers that an item asks for by name, one for each part.
  func named(_ item: Item) -> [Accepted] {
    switch item.kind {
    case .text(let accepted): [accepted]
    case .list(let parts, _): parts
    case .cloze(let gaps, _): gaps
    case .map(.name(let feature)):
      pack.map?.feature(feature).map { [$0.names] } ?? []
    case .choice, .selection, .trueFalse, .number, .ordering, .matching, .map, .chain, .open: []
    }
  }
}

extension Grader {
  /// The weaknesses of a pack, in the order of its items.
  ///
  /// `documents` are the sources that are at hand, as their paragraphs: what an item cites is looked
  /// for there.
  /// - Complexity: O(*n*) over the words of the pack but for what is compared among items with one
  ///   key, where each is compared with at most 64 others.
  package func flaws(of pack: Pack, documents: [SourceID: [String]] = [:]) -> [Flaw] {
    var reviewer = PackReviewer(pack, grader: self, documents: documents)
    return reviewer.review()
  }
}
