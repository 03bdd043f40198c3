import ReciteCore

/// A text of another program, read by the rules of its format into blocks of a pack.
///
/// What a pack cannot show is named in `lost`, its words kept.
struct MarkupText {
  enum Format: String, CaseIterable, Sendable {
    /// Moodle's own: plain lines in which HTML counts.
    case moodle
    case html
    case plain
    case markdown
  }

  private(set) var blocks: [Block]
  /// What has no place in a pack, each once: `<u>`, `the image 'map.png'`.
  private(set) var lost: [String]

  /// With `breaksLines` every line end parts two paragraphs, as on the sides of a card.
  init(_ text: String, _ format: Format, breaksLines: Bool = false) {
    switch format {
    case .moodle where text.contains("<") || text.contains("&"), .html:
      var reader = HTMLReader(breaksLines: breaksLines)
      reader.read(text)
      (blocks, lost) = (reader.blocks, reader.lost)
    case .moodle, .plain:
      let parted = breaksLines ? text.replacing("\n", with: "\n\n") : text
      blocks = MarkupText.paragraphs(parted).map { .paragraph(RichText($0)) }
      lost = []
    case .markdown:
      blocks = MarkupText.markdown(text)
      lost = MarkupText.hasImage(text) ? ["an image"] : []
    }
    var isChanged = false
    blocks = blocks.map { $0.settled(&isChanged) }
    if isChanged { lost.append("emphasis within a word") }
  }

  /// A text that has no blocks, such as an option or a feedback.
  static func line(_ text: String, _ format: Format) -> (text: RichText, lost: [String]) {
    guard format == .markdown, !text.contains(where: \.isNewline) else {
      let markup = MarkupText(text, format)
      return (markup.inline, markup.lost)
    }
    return (markdownLine(text), hasImage(text) ? ["an image"] : [])
  }

  /// The text as one line.
  var inline: RichText {
    var runs: [RichText.Run] = []
    for block in blocks {
      for text in block.texts where !text.isEmpty {
        if !runs.isEmpty { runs.append(.text(" ", [])) }
        runs += text.runs
      }
    }
    var isChanged = false
    return RichText(runs: runs).tidied.settled(&isChanged)
  }

  /// `![alternative](source)`.
  private static func hasImage(_ text: String) -> Bool {
    var rest = text[...]
    while let mark = rest.firstRange(of: "![") {
      let isEscaped = rest[..<mark.lowerBound].last == "\\"
      rest = rest[mark.upperBound...]
      if !isEscaped, rest.contains("](") { return true }
    }
    return false
  }

  /// The paragraphs of plain text: blank lines part them, a single line end is a space.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    func words(_ lines: [Substring]) -> String {
      lines.flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
    }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        if !lines.isEmpty { paragraphs.append(words(lines)) }
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !lines.isEmpty { paragraphs.append(words(lines)) }
    return paragraphs
  }

  /// Markdown as a pack would read it in a reading; plain paragraphs where it would be at fault.
  private static func markdown(_ text: String) -> [Block] {
    var lines: [String] = []
    var isCode = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let start = line.drop { $0 == " " }
      if start.hasPrefix("```") || start.hasPrefix("~~~") { isCode.toggle() }
      // A heading of the source is no lesson, section or item of the pack.
      let hashes = start.prefix { $0 == "#" }.count
      let isHeading = !isCode && (1...3).contains(hashes) && start.dropFirst(hashes).first == " "
      lines.append(isHeading ? "####" + start.dropFirst(hashes) : String(line))
    }
    let whole = "# T\n\n## S\n\n" + lines.joined(separator: "\n") + "\n"
    let reading = PackReader.read(whole)
    let sections = reading.pack?.lessons.first?.sections ?? []
    let faults = reading.diagnostics.filter { $0.severity == .error }
    guard faults.isEmpty, reading.pack?.lessons.count == 1, sections.count == 2,
      let last = sections.last, last.items.isEmpty
    else { return paragraphs(text).map { .paragraph(markdownLine($0)) } }
    return last.reading
  }

  /// One line of Markdown.
  static func markdownLine(_ text: String) -> RichText {
    Bytes.reading(Array(text.utf8)) { bytes, _ in
      InlineReader.richText(Passage(bytes, 0..<bytes.count))
    }
  }
}

extension Block {
  /// Its texts in reading order.
  var texts: [RichText] {
    switch self {
    case .paragraph(let text), .heading(let text): [text]
    case .list(let items, _): items
    case .quotation(let paragraphs): paragraphs
    case .table(let captions, let rows): captions + rows.flatMap { $0 }
    case .code(_, let lines): lines.map { RichText(runs: [.text($0, .code)]) }
    }
  }

  /// The block with every text as the writer can write it and the reader reads it back.
  fileprivate func settled(_ isChanged: inout Bool) -> Block {
    switch self {
    case .paragraph(let text): return .paragraph(text.settled(&isChanged))
    case .heading(let text): return .heading(text.settled(&isChanged))
    case .list(let items, let start):
      return .list(items: items.map { $0.settled(&isChanged) }, start: start)
    case .quotation(let paragraphs):
      return .quotation(paragraphs.map { $0.settled(&isChanged) })
    case .table(let captions, let rows):
      return .table(
        captions: captions.map { $0.settled(&isChanged) },
        rows: rows.map { $0.map { $0.settled(&isChanged) } })
    case .code: return self
    }
  }
}

extension RichText {
  /// The text, or its words alone where its marks would not read back.
  func settled(_ isChanged: inout Bool) -> RichText {
    guard runs.contains(where: { if case .text(_, []) = $0 { false } else { true } }) else {
      return self
    }
    let written = MarkdownText.text(self, at: .value)
    if MarkupText.markdownLine(written) == self { return self }
    isChanged = true
    return RichText(plain).tidied
  }

  /// Single spaces, none at the ends or at the edges of emphasis; neighbours of one style joined.
  var tidied: RichText {
    var tidy: [Run] = []
    var endsInSpace = true
    func append(_ text: String, _ style: Style) {
      guard !text.isEmpty else { return }
      if case .text(let before, style)? = tidy.last {
        tidy[tidy.count - 1] = .text(before + text, style)
      } else {
        tidy.append(.text(text, style))
      }
    }
    for run in runs {
      guard case .text(let text, let style) = run else {
        tidy.append(run)
        endsInSpace = false
        continue
      }
      if style.contains(.code) {
        append(text, style)
        endsInSpace = false
        continue
      }
      let words = text.split(whereSeparator: \.isWhitespace)
      let leads = text.first?.isWhitespace ?? false
      if leads, !endsInSpace { append(" ", []) }
      guard !words.isEmpty else {
        endsInSpace = endsInSpace || leads
        continue
      }
      append(words.joined(separator: " "), style)
      endsInSpace = text.last?.isWhitespace ?? false
      if endsInSpace { append(" ", []) }
    }
    if case .text(let last, let style)? = tidy.last, last.hasSuffix(" "), !style.contains(.code) {
      tidy.removeLast()
      append(String(last.dropLast()), style)
    }
    return RichText(runs: tidy)
  }
}
