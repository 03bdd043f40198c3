import ReciteCore

/// What a document counts in its headings: `1. The long war`, `2. A shortage of rewards`.
extension DraftRules {
  private static let counted: Set<String> = [
    "causes", "reasons", "factors", "effects", "consequences", "problems", "benefits", "advantages",
    "challenges", "steps", "stages", "lessons", "ways",
  ]
  private static let mostOptions = 4

  /// Asks which of several the document counts; what it does not count comes from its sentences.
  mutating func countedHeadings() {
    let items = numberedHeadings()
    guard items.count >= 3 else { return }
    let noun =
      ([analysis.title ?? ""] + analysis.headings).lazy.flatMap { DraftTokenizer.words(of: $0) }
      .first { Self.counted.contains($0.lower) }?.lower
    guard let noun else { return }
    let stem = "Which of these does the document count among its \(items.count) \(noun)?"
    let right = items.prefix(Self.mostOptions).map(\.text)
    let evidence = items.prefix(Self.mostOptions).compactMap { item in
      analysis.sentences.firstIndex { $0.section == item.section }
    }
    guard evidence.count >= 3 else { return }
    // What stands under one of them belongs to it.
    let sections = Set(items.map(\.section))
    let under = analysis.sentences.indices.filter {
      sections.contains(analysis.sentences[$0].section)
    }
    let length = right.reduce(0) { $0 + words($1) } / right.count
    let wrong = phrases.others(
      than: items.map(\.text).joined(separator: " "), stem: stem, shape: .noun,
      evidence: under, length: length)
    guard wrong.count >= 2 else { return }
    let (options, keys) = selection(right, among: Array(wrong.prefix(2)), by: stem)
    add(
      .cause, .selection, RichText(stem), .selection(options: options, keys: keys),
      key: right.joined(separator: "; "), from: evidence, score: 88, mayRepeatKey: true,
      mayLean: true)
  }

  /// The headings that are counted from 1, without their numbers.
  private func numberedHeadings() -> [(text: String, section: Int)] {
    var items: [(text: String, section: Int)] = []
    for (section, heading) in analysis.headings.enumerated() {
      let digits = heading.prefix(while: \.isNumber)
      guard Int(digits) == items.count + 1 else { continue }
      let text = heading.dropFirst(digits.count).drop { ".):–—- ".contains($0) }
      guard (2...9).contains(words(String(text))), !text.contains("|"), !text.hasSuffix("?") else {
        return []
      }
      items.append((String(text), section))
    }
    return items
  }

  /// The right and the wrong ones, in an order that depends on the stem alone.
  func selection(
    _ right: [String], among wrong: [String], by stem: String
  ) -> (options: [ReciteCore.Option], keys: [Int]) {
    var options: [(text: String, isRight: Bool)] = wrong.map { ($0, false) }
    var generator = SeededGenerator(seed: 0, "draft", stem)
    for text in right {
      options.insert((text, true), at: generator.number(below: options.count + 1))
    }
    return (
      options.map { ReciteCore.Option(RichText(DraftClause.raised($0.text))) },
      options.indices.filter { options[$0].isRight }
    )
  }
}
