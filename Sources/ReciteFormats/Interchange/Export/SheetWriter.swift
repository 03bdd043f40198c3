import ReciteCore

/// Writes every item of a pack as a row of a sheet, its texts as Markdown, so that `SheetReader`
/// reads the same items back.
struct SheetWriter {
  static func write(_ pack: Pack, separator: UInt8) -> Export {
    var losses = ExportLosses(separator == Ascii.tab ? "TSV" : "CSV")
    losses.readings(of: pack)
    losses.header(of: pack)
    let items = pack.items
    let options = items.map(\.optionCount).max() ?? 0
    let hasFeedback = items.contains(where: \.hasOptionFeedback)
    var writer = DelimitedWriter(separator: separator, byteOrderMark: true)
    var head = ["id", "kind", "lesson", "topic", "tags", "prompt", "answer"]
    for number in 0..<options {
      head.append("option\(number + 1)")
      if hasFeedback { head.append("feedback\(number + 1)") }
    }
    writer.row(head + ["correct", "hint", "why", "more"])
    for lesson in pack.lessons {
      for item in lesson.sections.flatMap(\.items) {
        writer.row(row(item, lesson, options, hasFeedback))
      }
    }
    return Export(text: writer.text, losses: losses.all)
  }

  private static func row(
    _ item: Item, _ lesson: Lesson, _ count: Int, _ hasFeedback: Bool
  ) -> [String] {
    var bare = item
    bare.hints = []
    bare.explanation = []
    let parts = PackWriter.parts(of: bare)
    var cells = [
      item.id.rawValue, item.kind.name, PackAssembly.oneLine(lesson.title.plain),
      item.topic?.rawValue ?? "", item.tags.joined(separator: " "), parts.stem,
    ]
    var options: [Option] = []
    var keys: [Int] = []
    switch item.kind {
    case .choice(let own, let key): (options, keys) = (own, [key])
    case .selection(let own, let right): (options, keys) = (own, right)
    default: break
    }
    cells.append(options.isEmpty ? parts.answer : "")
    for number in 0..<count {
      let option = options.indices.contains(number) ? options[number] : nil
      cells.append(option.map { MarkdownText.text($0.text, at: .value) } ?? "")
      if hasFeedback {
        cells.append(option?.feedback.map { MarkdownText.text($0, at: .value) } ?? "")
      }
    }
    cells.append(keys.map { AskedForm.letter($0).uppercased() }.joined(separator: ", "))
    for texts in [item.hints, item.explanation] {
      cells.append(texts.map { MarkdownText.text($0, at: .value) }.joined(separator: "\n"))
    }
    return cells + [parts.fields]
  }
}

extension Item {
  fileprivate var optionCount: Int {
    switch kind {
    case .choice(let options, _), .selection(let options, _): options.count
    default: 0
    }
  }

  fileprivate var hasOptionFeedback: Bool {
    switch kind {
    case .choice(let options, _), .selection(let options, _):
      options.contains { $0.feedback != nil }
    default: false
    }
  }
}
