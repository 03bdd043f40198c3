import ReciteCore

/// Reads a Markdown deck of hashcards: `Q:` and `A:`, or `C:` with gaps in brackets.
///
/// - Source: hashcards, `README.md` and `src/parser.rs`.
struct HashcardsReader {
  private enum Part { case question, answer, cloze }

  private let source: ImportSource
  private var assembly: PackAssembly
  private var questions: [ImportedQuestion] = []
  private var part: Part?
  private var front: [String] = []
  private var back: [String] = []
  private var start = 0
  private var end = 0
  private var line = 0

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    var reader = HashcardsReader(source: source, assembly: assembly)
    reader.read()
    assembly = reader.assembly
    return reader.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  private mutating func read() {
    var lines = source.lines[...]
    if let first = lines.first, source.text(first.trimmed) == "---" {
      lines = lines.dropFirst()
      while let line = lines.popFirst(), source.text(line.trimmed) != "---" { readMetadata(line) }
    }
    for line in lines {
      let text = source.text(line.whole)
      if text.hasPrefix("Q:") {
        begin(.question, line, text)
      } else if text.hasPrefix("A:") {
        beginAnswer(line, text)
      } else if text.hasPrefix("C:") {
        begin(.cloze, line, text)
      } else if source.text(line.trimmed) == "---" {
        finish()
      } else {
        goOn(line, text)
      }
    }
    finish()
  }

  private mutating func readMetadata(_ line: ImportSource.Line) {
    let parts = source.text(line.trimmed).split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return }
    let value = PackAssembly.oneLine(String(parts[1]))
    if PackAssembly.oneLine(String(parts[0])) == "name", value.count > 1, value.hasPrefix("\"") {
      // A string of TOML's, with its two commonest escapes.
      let title = String(value.dropFirst().dropLast()).replacing("\\\"", with: "\"")
      assembly.setTitle(title.replacing("\\\\", with: "\\"))
    } else {
      assembly.report(
        .settingLost, at: line.trimmed, "this setting of the deck is not imported",
        help: "only 'name' is")
    }
  }

  private mutating func begin(_ new: Part, _ line: ImportSource.Line, _ text: String) {
    finish()
    part = new
    front = [String(text.dropFirst(2))]
    start = line.whole.lowerBound
    end = line.trimmed.upperBound
    self.line = line.number
  }

  private mutating func beginAnswer(_ line: ImportSource.Line, _ text: String) {
    guard part == .question else {
      finish()
      return assembly.report(
        .hashcardsCard, at: line.trimmed, "this 'A:' belongs to no 'Q:'",
        help: "write the question before it")
    }
    part = .answer
    back = [String(text.dropFirst(2))]
    end = line.trimmed.upperBound
  }

  private mutating func goOn(_ line: ImportSource.Line, _ text: String) {
    switch part {
    case .question, .cloze: front.append(text)
    case .answer: back.append(text)
    case nil:
      guard !line.isBlank else { return }
      return assembly.report(
        .settingLost, at: line.trimmed, "a line before the first card is not imported",
        help: "hashcards leaves it out too; cards begin with 'Q:' or 'C:'")
    }
    if !line.isBlank { end = line.trimmed.upperBound }
  }

  // MARK: Cards

  private mutating func finish() {
    guard let ended = part else { return }
    part = nil
    let range = start..<max(start, end)
    switch ended {
    case .question:
      assembly.report(
        .hashcardsCard, at: range, "this 'Q:' has no 'A:'", help: "write its answer under it")
      assembly.leaveOut(source.text(range))
    case .answer: finishCard(range)
    case .cloze: finishCloze(range)
    }
  }

  private mutating func markup(_ lines: [String], _ range: Range<Int>) -> MarkupText {
    let markup = MarkupText(lines.joined(separator: "\n"), .markdown)
    if !markup.lost.isEmpty {
      assembly.report(
        .markupLost, at: range,
        "a pack cannot show \(markup.lost.joined(separator: ", ")); only words are kept",
        help: "look whether the question can still be understood")
    }
    return markup
  }

  private mutating func finishCard(_ range: Range<Int>) {
    let stem = markup(front, range)
    guard let card = CardAnswer(markup(back, range), to: stem.blocks), !stem.blocks.isEmpty else {
      assembly.report(
        .hashcardsCard, at: range, "this card has an empty side", help: "write both sides")
      return assembly.leaveOut(source.text(range))
    }
    if card.isLong {
      assembly.report(
        .longAnswer, at: range, "nobody will type an answer of \(card.length) characters",
        help: "shorten it, or mark it by 'Points:'")
    }
    add(card.stem, card.kind, card.explanation, range)
  }

  private mutating func finishCloze(_ range: Range<Int>) {
    let text = front.joined(separator: "\n").filter { $0 != AnkiCloze.mark }
    var plain = ""
    var gaps: [String] = []
    var gap: String?
    var isImage = false
    var isEscaped = false
    for character in text {
      switch character {
      case "[" where !isEscaped && !plain.hasSuffix("!"):
        gap = gap ?? ""
      case "]" where !isEscaped && !isImage && gap != nil:
        let words = PackAssembly.oneLine(gap ?? "")
        gap = nil
        guard !words.isEmpty else { break }
        gaps.append(words)
        plain.append(AnkiCloze.mark)
      default:
        if character == "[" { isImage = true }
        if character == "]" { isImage = false }
        if gap != nil { gap?.append(character) } else { plain.append(character) }
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if let open = gap { plain += "[" + open }
    guard !gaps.isEmpty else {
      assembly.report(
        .hashcardsCard, at: range, "this 'C:' has no gap", help: "put what is asked in [brackets]")
      return assembly.leaveOut(source.text(range))
    }
    let stem = markup([plain], range).blocks.map(\.withGaps).numberedGaps
    let accepted = gaps.map { gap in
      let parts = gap.split(separator: "|").map { PackAssembly.oneLine(String($0)) }
      return Accepted(
        MarkupText.markdownLine(parts.first ?? gap).plain, aliases: Array(parts.dropFirst()))
    }
    add(stem, .cloze(gaps: accepted, anyOrder: false), [], range)
  }

  private mutating func add(
    _ stem: [Block], _ kind: ItemKind, _ explanation: [RichText], _ range: Range<Int>
  ) {
    let id = assembly.add(stem: stem, kind: kind, id: nil, name: nil, at: range) {
      $0.explanation = explanation.filter { !$0.isEmpty }
    }
    questions.append(
      ImportedQuestion(
        line: line, kind: kind.name == "cloze" ? "cloze" : "basic",
        stem: stem.map(\.plain).joined(separator: "\n"), answers: kind.importedAnswers, item: id))
  }
}
