import ReciteCore

/// Writes a pack as a deck of hashcards: `Q:` and `A:`, or `C:` with gaps in brackets.
struct HashcardsWriter {
  private var losses = ExportLosses("hashcards")
  private var blocks: [String] = []

  static func write(_ pack: Pack) -> Export {
    var writer = HashcardsWriter()
    writer.losses.readings(of: pack)
    let name = PackAssembly.oneLine(pack.title).replacing("\\", with: "\\\\")
      .replacing("\"", with: "\\\"")
    writer.blocks.append("---\nname = \"\(name)\"\n---")
    for item in pack.items { writer.write(item) }
    return Export(
      text: writer.blocks.joined(separator: "\n\n") + "\n", losses: writer.losses.all)
  }

  private mutating func write(_ item: Item) {
    var kept: Set<ExportLosses.Part> = [.explanation, .aliases]
    var stem = HashcardsWriter.lines(PackWriter.text(of: item.stem))
    var answer: String
    switch item.kind {
    case .map: return losses.leftOut(item, "hashcards has no maps")
    case .cloze(let gaps, _):
      kept = []
      losses.fields(of: item, kept: kept)
      return blocks.append("C: " + HashcardsWriter.lines(cloze(item, gaps)))
    case .text(let accepted): answer = HashcardsWriter.alternatives(accepted)
    case .number(let key): answer = HashcardsWriter.alternatives(key.written)
    case .list(let parts, let need):
      answer =
        "\n"
        + parts.map { "- " + MarkdownText.escaped($0.key, at: .value) }
        .joined(separator: "\n")
      kept.remove(.aliases)
      if need != nil {
        losses.changed(item.id, "'\(item.id)' shows all its answers: hashcards knows no 'Need'")
      }
    case .ordering(let steps):
      answer =
        "\n"
        + steps.enumerated().map { "\($0 + 1). " + MarkdownText.escaped($1.key, at: .value) }
        .joined(separator: "\n")
      kept.remove(.aliases)
    case .choice(let options, _), .selection(let options, _):
      losses.otherwise(item, as: "a card with its options")
      stem +=
        "\n\n"
        + options.enumerated().map {
          "- \(AskedForm.letter($0))\\) " + MarkdownText.text($1.text, at: .value)
        }.joined(separator: "\n")
      answer = MarkdownText.escaped(item.keyForCards, at: .value)
    case .trueFalse, .matching, .chain, .open:
      losses.otherwise(item, as: "a card")
      kept.remove(.aliases)
      if case .matching(let matching) = item.kind {
        stem +=
          "\n\n"
          + matching.pairs.map { "- " + MarkdownText.text($0.left, at: .value) }
          .joined(separator: "\n")
      }
      answer = MarkdownText.escaped(item.keyForCards, at: .value)
    }
    for paragraph in item.wordsAfterwards {
      answer += "\n\n" + HashcardsWriter.lines(MarkdownText.text(paragraph, at: .value))
    }
    losses.fields(of: item, kept: kept)
    blocks.append("Q: \(stem)\nA: \(answer)")
  }

  /// The stem with its gaps in brackets; other brackets would be gaps too.
  private mutating func cloze(_ item: Item, _ gaps: [Accepted]) -> String {
    if item.stem.contains(where: { $0.plain.contains("[") || $0.plain.contains("]") }) {
      losses.changed(
        item.id, "brackets in '\(item.id)' would be gaps; they are written as parentheses")
    }
    func text(_ rich: RichText) -> RichText {
      RichText(
        runs: rich.runs.map { run in
          guard case .text(let words, let style) = run else { return run }
          return .text(
            words.replacing("[", with: "(").replacing("]", with: ")"), style)
        })
    }
    let blocks = item.stem.map { block in
      if case .paragraph(let words) = block { Block.paragraph(text(words)) } else { block }
    }
    var written = PackWriter.text(of: blocks)
    for gap in gaps {
      guard let place = written.firstRange(of: "____") else { break }
      let words = gap.all.joined(separator: " | ")
        .replacing("[", with: "(").replacing("]", with: ")")
      written.replaceSubrange(place, with: "[\(words)]")
    }
    return written
  }

  private static func alternatives(_ accepted: Accepted) -> String {
    accepted.all.map { MarkdownText.escaped($0, at: .value) }.joined(separator: " | ")
  }

  /// Lines of a text; one that would begin a card is set in by a space.
  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      ["Q:", "A:", "C:", "---"].contains { line.hasPrefix($0) } ? " " + line : String(line)
    }.joined(separator: "\n")
  }
}
