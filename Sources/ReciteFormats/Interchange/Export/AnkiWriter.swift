import ReciteCore

/// Writes a pack as notes for Anki: `Basic` and `Cloze`, each with an id that a second import knows.
struct AnkiWriter {
  private var losses = ExportLosses("Anki")
  private var writer = DelimitedWriter(separator: Ascii.tab)

  static func write(_ pack: Pack) -> Export {
    var writer = AnkiWriter()
    writer.losses.readings(of: pack)
    let head = [
      "#separator:tab", "#html:true", "#guid column:1", "#notetype column:2", "#deck column:3",
      "#tags column:6",
    ]
    for lesson in pack.lessons {
      for item in lesson.sections.flatMap(\.items) { writer.write(item, lesson, pack) }
    }
    return Export(
      text: head.joined(separator: "\n") + "\n" + writer.writer.text, losses: writer.losses.all)
  }

  private mutating func write(_ item: Item, _ lesson: Lesson, _ pack: Pack) {
    var front = item.stem.map(HTMLWriter.html).joined()
    var back = ""
    var type = "Basic"
    var kept: Set<ExportLosses.Part> = [.topic, .tags, .explanation, .aliases]
    switch item.kind {
    case .map: return losses.leftOut(item, "Anki's text has no maps")
    case .cloze(let gaps, _):
      type = "Cloze"
      kept.remove(.aliases)
      if gaps.count > 1 {
        losses.changed(item.id, "the gaps of '\(item.id)' are asked one after the other in Anki")
      }
      front = item.stem.map { HTMLWriter.html($0, gaps: gaps.map(\.key)) }.joined()
    case .text(let accepted): back = HTMLWriter.escaped(AnkiWriter.alternatives(accepted))
    case .number(let key): back = HTMLWriter.escaped(AnkiWriter.alternatives(key.written))
    case .list(let parts, _), .ordering(let parts):
      let tag = item.kind.name == "list" ? "ul" : "ol"
      let rows = parts.map { "<li>\(HTMLWriter.escaped($0.key))</li>" }.joined()
      back = "<\(tag)>\(rows)</\(tag)>"
      kept.remove(.aliases)
      if case .list(_, .some) = item.kind {
        losses.changed(item.id, "'\(item.id)' shows all its answers: Anki knows no 'Need'")
      }
    case .choice(let options, _), .selection(let options, _):
      losses.otherwise(item, as: "a card with its options")
      let rows = options.map { "<li>\(HTMLWriter.html($0.text))</li>" }.joined()
      front += "<ol type=\"a\">\(rows)</ol>"
      back = HTMLWriter.escaped(item.keyForCards)
    case .trueFalse, .matching, .chain, .open:
      losses.otherwise(item, as: "a card")
      if case .matching(let matching) = item.kind {
        front +=
          "<ul>\(matching.pairs.map { "<li>\(HTMLWriter.html($0.left))</li>" }.joined())</ul>"
      }
      back = HTMLWriter.escaped(item.keyForCards)
      kept.remove(.aliases)
    }
    for paragraph in item.wordsAfterwards { back += "<p>\(HTMLWriter.html(paragraph))</p>" }
    losses.fields(of: item, kept: kept)
    let tags = ([item.topic?.rawValue] + item.tags).compactMap { $0 }.joined(separator: " ")
    let deck = [pack.title, lesson.title.plain].map {
      PackAssembly.oneLine($0.replacing("::", with: ":"))
    }.joined(separator: "::")
    // The sheet's own guard against formulas would put apostrophes into the cards.
    writer.plainRow([
      "\(pack.id)/\(item.id)", type, deck, front, back, tags,
    ])
  }

  private static func alternatives(_ accepted: Accepted) -> String {
    accepted.all.joined(separator: " | ")
  }
}
