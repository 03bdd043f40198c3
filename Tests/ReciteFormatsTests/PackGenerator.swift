import ReciteCore
import Support

@testable import ReciteFormats

/// Packs drawn from a seed: every kind and field, and texts that look like marks.
struct PackGenerator {
  private var chance: SeededGenerator
  private var number = 0

  init(seed: UInt64) { chance = SeededGenerator(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { chance.number(below: bound) }
  private mutating func oneIn(_ bound: Int) -> Bool { below(bound) == 0 }
  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  private mutating func some<Element>(
    _ range: ClosedRange<Int>, _ make: (inout PackGenerator) -> Element
  ) -> [Element] {
    (0..<range.lowerBound + below(range.count)).map { _ in make(&self) }
  }

  // MARK: Texts

  private static let words = [
    "steel", "river", "North", "Harbin", "辽宁", "Jílín", "a_b", "x*y", "50%", "C#", "AT&T", "{x}",
    "[1]", "<b>", "3", "2 - 1", "Note:", "\\", "back\\slash", "say \"so\"", "+", "*", "_", "`", "!",
    "![", "{{", "}}", "http://x.y", "->", "=>", "(2)", "1.", "#", "-", ">", "|", "a|b", "~~~", "A)",
    "Hint:", "Answer:", "it's", "é", "e\u{301}", "👩‍👩‍👧", "…", "=", "==", "[ ]", "[x]", "<!--", "-->",
  ]

  private mutating func plain() -> String {
    some(1...4) { $0.one(of: PackGenerator.words) }.joined(separator: " ")
  }

  /// A text with emphasis, code and links, each set off by spaces.
  private mutating func rich() -> RichText {
    var runs: [RichText.Run] = []
    for index in 0..<1 + below(3) {
      if index > 0 { append(.text(" ", []), to: &runs) }
      switch below(7) {
      case 0: append(.text(one(of: ["steel", "two words", "C"]), .emphasis), to: &runs)
      case 1: append(.text(one(of: ["coal", "辽宁"]), .strong), to: &runs)
      case 2: append(.text(one(of: ["let x = 1", "a|b", "`", "*p"]), .code), to: &runs)
      case 3: append(.link(text: "a map", target: "https://example.org/a"), to: &runs)
      default: append(.text(plain(), []), to: &runs)
      }
    }
    return RichText(runs: runs)
  }

  private func append(_ run: RichText.Run, to runs: inout [RichText.Run]) {
    if case .text(let text, let style) = run, case .text(let before, style)? = runs.last {
      runs[runs.count - 1] = .text(before + text, style)
    } else {
      runs.append(run)
    }
  }

  /// A text that no other of the pack equals.
  private mutating func unique() -> String {
    number += 1
    return "\(one(of: ["alpha", "beta", "γ"])) \(plain()) n\(number)"
  }

  private mutating func accepted() -> Accepted {
    let key = unique()
    return Accepted(key, aliases: some(0...2) { $0.unique() })
  }

  // MARK: Items

  private mutating func options() -> [Option] {
    some(2...5) { generator in
      Option(
        RichText(generator.unique()), feedback: generator.oneIn(3) ? generator.rich() : nil)
    }
  }

  private static let numbers: [(String, NumberKey.Target, String)] = [
    ("7", .exactly(7), ""), ("7 % ± 1", .within(7, tolerance: 1), "%"),
    ("100..120 million people", .range(100...120), "million people"),
    ("3.5 km", .exactly(3.5), "km"), ("200 km ± 5 %", .within(200, tolerance: 10), "km"),
  ]

  /// A kind, and for gaps the blocks that hold them.
  private mutating func kind() -> (kind: ItemKind, gaps: Int) {
    switch below(12) {
    case 0:
      let options = options()
      return (.choice(options: options, key: below(options.count)), 0)
    case 1:
      let options = options()
      let keys = options.indices.dropLast().filter { _ in oneIn(2) }
      return (.selection(options: options, keys: keys.isEmpty ? [0] : keys), 0)
    case 2: return (.trueFalse(oneIn(2)), 0)
    case 3:
      let key = one(of: ["1984", "true", "7 %", "007", "False"])
      return (.text(oneIn(3) ? Accepted(key) : accepted()), 0)
    case 4:
      let (written, target, unit) = one(of: PackGenerator.numbers)
      return (.number(NumberKey(target: target, unit: unit, written: Accepted(written))), 0)
    case 5:
      let parts = some(2...5) { $0.accepted() }
      return (.list(parts, need: oneIn(3) ? 1 + below(parts.count) : nil), 0)
    case 6: return (.ordering(some(2...5) { $0.accepted() }), 0)
    case 7:
      return (
        .matching(
          Matching(
            leftCaption: RichText("L"), rightCaption: RichText("R"),
            pairs: some(2...4) {
              Matching.Pair(left: RichText($0.unique()), right: RichText($0.unique()))
            }, distractors: some(0...2) { RichText($0.unique()) })), 0
      )
    case 8:
      let gaps = some(1...3) { $0.accepted() }
      return (.cloze(gaps: gaps, anyOrder: oneIn(3)), gaps.count)
    case 9:
      let place = FeatureID("jilin")
      return (.map(one(of: [.name(place), .pick(place), .borders(place)])), 0)
    case 10: return (.chain(some(2...5) { $0.accepted() }), 0)
    default: return (.open(rubric()), 0)
    }
  }

  private mutating func rubric() -> Rubric {
    let isWeighted = oneIn(2)
    let points = some(1...3) { generator in
      RubricPoint(
        weight: isWeighted ? 1 + generator.below(9) : 1, any: [generator.requirement()],
        not: generator.some(0...2) { $0.requirement() })
    }
    let hasWeights = points.contains { $0.weight > 1 }
    return Rubric(
      points: points, need: hasWeights || oneIn(2) ? nil : 1,
      model: some(0...2) { $0.rich() })
  }

  private mutating func requirement() -> Requirement {
    Requirement(
      groups: some(1...3) { generator in
        generator.some(1...3) { $0.one(of: ["defen*", "ports + trade", "a|b", "sea `x`", "港口"]) }
      })
  }

  private mutating func stem(gaps: Int) -> [Block] {
    var heading: [RichText.Run] = [.text("Which \(plain())", [])]
    if gaps > 0 { append(.text(" ", []), to: &heading) }
    for gap in 0..<gaps {
      if gap > 0 { append(.text(" and ", []), to: &heading) }
      heading.append(.gap(gap))
    }
    append(.text(" is it?", []), to: &heading)
    return [.paragraph(RichText(runs: heading))] + some(0...2) { $0.block() }
  }

  private mutating func block() -> Block {
    switch below(6) {
    case 0: .list(items: some(1...3) { $0.rich() }, start: oneIn(2) ? 1 + below(9) : nil)
    case 1: .quotation(some(1...2) { $0.rich() })
    case 2:
      .table(
        captions: [RichText("a"), RichText("b")],
        rows: some(0...2) { [$0.rich(), $0.oneIn(4) ? RichText(runs: []) : $0.rich()] })
    case 3:
      .code(language: one(of: ["", "swift"]), lines: ["let x = \"{{1}}\"", "", "- [ ] # no"])
    default: .paragraph(rich())
    }
  }

  private mutating func item(topics: [Topic]) -> Item {
    let (kind, gaps) = kind()
    number += 1
    var item = Item(
      id: ItemID("item-\(number)"), stem: stem(gaps: gaps),
      topic: oneIn(2) ? one(of: topics) : nil, tags: oneIn(3) ? ["hard", "new"] : [], kind: kind)
    item.hints = some(0...2) { $0.rich() }
    item.explanation = some(0...2) { $0.rich() }
    if oneIn(2) {
      let source = SourceID("map")
      item.sources = [
        SourceReference(
          source: source,
          place: one(of: [.whole, .paragraphs(3...3), .paragraphs(2...5), .pages(1...1)]))
      ]
    }
    if oneIn(3) { item.quotes = [plain()] }
    if oneIn(3) {
      item.marking.rejected = [RejectedAnswer(accepted(), feedback: oneIn(2) ? rich() : nil)]
    }
    if oneIn(4) { item.marking.mustNotContain = [unique(), unique()] }
    switch kind {
    case .text, .number, .list, .cloze:
      if oneIn(4) { item.marking.spelling = one(of: [.exact, .off]) }
      if oneIn(4) { item.marking.caseMatters = true }
      if oneIn(4) { item.marking.accentsMatter = true }
    case .choice, .matching: item.shuffles = !oneIn(3)
    default: break
    }
    if case .number = kind { item.marking.unitRequired = oneIn(3) }
    return item
  }

  // MARK: Packs

  mutating func pack() -> Pack {
    var pack = Pack(id: PackID("generated"), title: "A \"pack\": \(plain())")
    pack.topics = [Topic("location"), Topic("cause")]
    pack.sources = [SourceDocument(id: SourceID("map"), title: plain(), paragraphCount: 9)]
    pack.author = oneIn(2) ? plain() : nil
    pack.credits = some(0...2) { $0.plain() }
    pack.passMark = oneIn(2) ? 0.7 : nil
    pack.synonyms = oneIn(2) ? [Synonym(phrases: ["SOE", "state-owned enterprise"])] : []
    pack.readingLevel = oneIn(2) ? 6...12 : nil
    pack.introduction = some(0...2) { $0.block() }
    let topics = pack.topics
    let requires = oneIn(2)
    pack.lessons = (0..<1 + below(3)).map { index in
      var sections = [Section(title: nil, reading: some(0...2) { $0.block() })]
      sections[0].items = some(0...2) { $0.item(topics: topics) }
      sections += some(0...2) { generator in
        Section(
          title: RichText("Section \(generator.plain())"),
          reading: generator.some(1...3) { $0.block() },
          items: generator.some(0...3) { $0.item(topics: topics) })
      }
      return Lesson(
        title: RichText("Lesson \(index)"), requires: requires && index > 0 ? ["Lesson 0"] : [],
        sections: sections)
    }
    return pack
  }
}
