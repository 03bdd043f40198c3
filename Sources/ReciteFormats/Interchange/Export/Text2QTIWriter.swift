import ReciteCore

/// Writes a pack as a quiz for text2qti, which makes it a quiz for Canvas.
struct Text2QTIWriter {
  private var losses = ExportLosses("text2qti")
  private var blocks: [String] = []
  private var number = 0

  static func write(_ pack: Pack) -> Export {
    var writer = Text2QTIWriter()
    writer.blocks.append("Quiz title: " + PackAssembly.oneLine(pack.title))
    if !pack.introduction.isEmpty {
      writer.blocks.append(
        Text2QTIWriter.field(
          "Quiz description: ", PackWriter.text(of: pack.introduction), indent: 4))
    }
    for lesson in pack.lessons {
      for (index, section) in lesson.sections.enumerated() {
        writer.write(section, of: lesson, isFirst: index == 0)
        for item in section.items { writer.write(item) }
      }
    }
    return Export(
      text: writer.blocks.joined(separator: "\n\n") + "\n", losses: writer.losses.all)
  }

  private mutating func write(_ section: Section, of lesson: Lesson, isFirst: Bool) {
    guard section.title != nil || !section.reading.isEmpty else { return }
    let title = section.title ?? lesson.title
    var text = "Text title: " + PackAssembly.oneLine(title.plain)
    if !section.reading.isEmpty {
      text += "\n" + Text2QTIWriter.field("Text: ", PackWriter.text(of: section.reading), indent: 6)
    }
    blocks.append(text)
  }

  /// A marked text; its further lines are set in under it.
  private static func field(_ mark: String, _ text: String, indent: Int? = nil) -> String {
    let margin = String(repeating: " ", count: indent ?? mark.count)
    let lines = readable(text).split(separator: "\n", omittingEmptySubsequences: false)
    return mark
      + lines.enumerated().map { index, line in
        index == 0 || line.isEmpty ? String(line) : margin + line
      }.joined(separator: "\n")
  }

  /// Markdown for Python-Markdown, which knows fewer escapes.
  private static func readable(_ text: String) -> String {
    text.replacing("\\<", with: "&lt;").replacing("\\|", with: "|").replacing("\\\"", with: "\"")
      .replacing("\\~", with: "~").replacing("\\=", with: "=").replacing("\\:", with: ":")
  }

  private mutating func write(_ item: Item) {
    var kept: Set<ExportLosses.Part> = [.explanation, .feedback, .aliases]
    number += 1
    var lines = ["Title: \(item.id)", ""]
    let mark = "\(number)." + String(repeating: " ", count: max(1, 3 - "\(number)".count))
    var stem = PackWriter.text(of: item.stem)
    if case .cloze = item.kind { stem = stem.replacing("____", with: "\\_\\_\\_\\_") }
    lines[1] = Text2QTIWriter.field(mark, stem)
    var why = item.wordsAfterwards.map { MarkdownText.text($0, at: .value) }
    var answers: [String] = []
    switch item.kind {
    case .choice(let options, let key):
      answers = Text2QTIWriter.options(options) { index in
        (index == key ? "*" : "") + AskedForm.letter(index) + ") "
      }
    case .selection(let options, let keys):
      answers = Text2QTIWriter.options(options) { keys.contains($0) ? "[*] " : "[ ] " }
    case .trueFalse(let truth):
      answers = [(truth ? "*" : "") + "a) True", (truth ? "" : "*") + "b) False"]
    case .text(let accepted):
      answers = accepted.all.map { "*   " + PackAssembly.oneLine($0) }
    case .cloze(let gaps, _) where gaps.count == 1:
      losses.otherwise(item, as: "a short answer")
      answers = gaps[0].all.map { "*   " + PackAssembly.oneLine($0) }
    case .number(let key):
      kept.remove(.aliases)
      answers = [numeric(key, item)]
    case .map:
      number -= 1
      return losses.leftOut(item, "text2qti has no maps")
    case .cloze, .list, .ordering, .matching, .chain, .open:
      losses.otherwise(item, as: "an essay with its key as feedback")
      kept.remove(.aliases)
      why.insert("Key: " + MarkdownText.escaped(item.keyForCards, at: .value), at: 0)
      answers = ["____"]
    }
    if !why.isEmpty { lines.append(Text2QTIWriter.field("... ", why.joined(separator: "\n\n"))) }
    losses.fields(of: item, kept: kept)
    blocks.append((lines + answers).joined(separator: "\n"))
  }

  private static func options(_ options: [Option], _ mark: (Int) -> String) -> [String] {
    options.enumerated().flatMap { index, option in
      [field(mark(index), MarkdownText.text(option.text, at: .value))]
        + (option.feedback.map { [field("... ", MarkdownText.text($0, at: .value))] } ?? [])
    }
  }

  private mutating func numeric(_ key: NumberKey, _ item: Item) -> String {
    if !key.unit.isEmpty {
      losses.changed(
        item.id, "text2qti asks '\(item.id)' for a number without its unit '\(key.unit)'")
    }
    switch key.target {
    case .exactly(let value) where value.rounded() == value && abs(value) < 1e15:
      return "=   " + PlainNumber.text(value)
    case .exactly(let value): return "=   \(PlainNumber.text(value)) +- 0"
    case .within(let value, let tolerance):
      return "=   \(PlainNumber.text(value)) +- \(PlainNumber.text(tolerance))"
    case .range(let range):
      return "=   [\(PlainNumber.text(range.lowerBound)), \(PlainNumber.text(range.upperBound))]"
    }
  }
}
