import ReciteCore

/// A document to draft from: its passages of running text, each with its place.
package struct DraftDocument: Sendable {
  /// A stretch of running text: a paragraph, or one point of a list.
  struct Passage: Equatable, Sendable {
    /// Line ends turned into spaces, words divided at line ends joined, marks of Markdown dropped.
    var text: String
    /// The paragraphs it stands in, as `Source: ID ¶3` counts them.
    var paragraphs: ClosedRange<Int>
    /// The heading it stands under; -1 for what stands before the first.
    var section: Int
    /// True for one point of a list.
    var isPoint: Bool
  }

  /// Text that is read past, and why.
  enum Skipped: String, CaseIterable, Sendable {
    case table, code, caption, pageHeader, references, teaser
  }

  /// The document's first heading or title line; nil where it has none.
  package var title: String?
  /// How many paragraphs it has, as `paragraphs ID` says it.
  package var paragraphCount: Int
  var headings: [String]
  var passages: [Passage]
  /// How many passages were read past, by reason.
  var skipped: [Skipped: Int]
  /// What is wrong with the bytes, as the checker would say it of a pack.
  package var diagnostics: [Diagnostic]
  /// The paragraphs as `check --source` will read them.
  let source: SourceParagraphs

  /// Reads plain text or Markdown; nil (with a diagnostic) where the bytes are no text in UTF-8.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package static func read(
    _ bytes: [UInt8], path: String, lexicon: Lexicon
  ) -> (document: DraftDocument?, diagnostics: [Diagnostic]) {
    var reports = Reports(file: 0)
    let outcome = TextScreen.screen(bytes, reports: &reports)
    let found = reports.diagnostics(in: [SourceText(name: path, path: path, bytes: bytes)])
    guard case .text(let clean, _) = outcome else { return (nil, found) }
    var reader = DraftDocumentReader(
      lines: DraftDocumentReader.lines(of: bytes),
      source: SourceParagraphs(source: DraftPack.source, text: bytes), lexicon: lexicon,
      isMarkdown: looksLikeMarkdown(clean, path: path))
    var document = reader.read()
    document.diagnostics = found
    return (document, found)
  }

  private static func looksLikeMarkdown(_ bytes: [UInt8], path: String) -> Bool {
    let lowered = path.lowercased()
    if lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown") { return true }
    var previous = Ascii.newline
    for (offset, byte) in bytes.enumerated() {
      defer { previous = byte }
      guard byte == Ascii.hash, previous == Ascii.newline else { continue }
      let rest = bytes[offset...].prefix(8).drop { $0 == Ascii.hash }
      if rest.first == Ascii.space { return true }
    }
    return false
  }
}

/// Cuts a document's lines into passages.
struct DraftDocumentReader {
  /// One line, and the paragraph that it belongs to; 0 for an empty one.
  struct Line {
    var text: Substring
    var paragraph: Int
  }

  let lines: [Line]
  let source: SourceParagraphs
  let lexicon: Lexicon
  let isMarkdown: Bool
  private var document: DraftDocument
  private var repeated: Set<String> = []
  /// The lines that are gathered into one paragraph.
  private var open: [Line] = []
  private var isPoint = false
  /// The level of the heading whose section is read past.
  private var hiddenBelow: Int?
  private var hasEnded = false

  init(lines: [Line], source: SourceParagraphs, lexicon: Lexicon, isMarkdown: Bool) {
    self.lines = lines
    self.source = source
    self.lexicon = lexicon
    self.isMarkdown = isMarkdown
    document = DraftDocument(
      title: nil, paragraphCount: source.paragraphs.count, headings: [], passages: [], skipped: [:],
      diagnostics: [], source: source)
  }

  /// The lines of a document, numbered as `SourceParagraphs` numbers them.
  static func lines(of bytes: [UInt8]) -> [Line] {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines: [Line] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(Line(text: line, paragraph: line.allSatisfy(\.isWhitespace) ? 0 : 1))
    }
    while lines.last?.paragraph == 0 { lines.removeLast() }
    let hasBlanks = lines.contains { $0.paragraph == 0 }
    var count = 0
    var isOpen = false
    for index in lines.indices {
      guard lines[index].paragraph > 0 else {
        isOpen = false
        continue
      }
      if !hasBlanks || !isOpen { count += 1 }
      isOpen = true
      lines[index].paragraph = count
    }
    return lines
  }

  mutating func read() -> DraftDocument {
    findPageHeaders()
    var index = frontMatterEnd()
    let joinsLines = lines.contains { $0.paragraph == 0 } || isHardWrapped()
    while index < lines.count {
      let line = lines[index]
      index += 1
      guard line.paragraph > 0 else {
        close()
        continue
      }
      let text = DraftDocumentReader.trimmed(line.text)
      if repeated.contains(DraftDocumentReader.withoutDigits(text)) {
        skip(.pageHeader)
        continue
      }
      if isMarkdown, let end = markdownBlock(text, at: index - 1) {
        index = end
        continue
      }
      if let heading = heading(text, at: index - 1) {
        close()
        opens(heading.text, level: heading.level)
        index += heading.lines - 1
        continue
      }
      if let point = DraftDocumentReader.point(text) {
        close()
        isPoint = true
        open = [Line(text: point, paragraph: line.paragraph)]
        continue
      }
      open.append(Line(text: text, paragraph: line.paragraph))
      // Lines that are long, or where each is a paragraph, are paragraphs of their own.
      if !joinsLines || text.utf8.count > 220 && endsSentence(text) { close() }
    }
    close()
    return document
  }

  // MARK: Paragraphs

  private mutating func close() {
    defer {
      open = []
      isPoint = false
    }
    guard let first = open.first, let last = open.last, !hasEnded else { return }
    var text = joined(open.map(\.text))
    text = DraftInline.plain(text, isMarkdown: isMarkdown)
    guard !text.isEmpty else { return }
    if DraftDocumentReader.endsTheArticle(text) {
      hasEnded = true
      return skip(.teaser)
    }
    if hiddenBelow != nil { return skip(.references) }
    if isCaption(text) { return skip(.caption) }
    document.passages.append(
      DraftDocument.Passage(
        text: text, paragraphs: first.paragraph...max(first.paragraph, last.paragraph),
        section: document.headings.count - 1, isPoint: isPoint))
  }

  private mutating func skip(_ what: DraftDocument.Skipped) {
    document.skipped[what, default: 0] += 1
  }

  /// The lines of a paragraph as one; a word that was divided at a line's end is whole again.
  private func joined(_ lines: [Substring]) -> String {
    var text = ""
    for line in lines {
      if text.hasSuffix("-"), let next = line.unicodeScalars.first, next.properties.isLowercase,
        let before = text.dropLast().unicodeScalars.last, DraftTokenizer.isLetter(before)
      {
        let head =
          text.dropLast().split(whereSeparator: { !$0.isLetter }).last.map(String.init) ?? ""
        let tail = String(line.prefix { $0.isLetter })
        let isOneWord =
          lexicon.has((head + tail).lowercased(), in: .words)
          || !lexicon.has(head.lowercased(), in: .words)
        if isOneWord { text.removeLast() }
        text += line
        continue
      }
      if !text.isEmpty { text += " " }
      text += line
    }
    return text
  }

  /// True where the lines are of one width and most break off inside a sentence.
  private func isHardWrapped() -> Bool {
    let texts = lines.map { DraftDocumentReader.trimmed($0.text) }
    guard texts.count >= 6 else { return false }
    let broken = texts.filter { (40...110).contains($0.utf8.count) && !endsSentence($0) }
    return broken.count * 2 > texts.count
  }

  private func endsSentence(_ text: Substring) -> Bool {
    let end = text.last { !"\"”’'»)]*_".contains($0) }
    return end.map { ".!?…:;".contains($0) } ?? false
  }

  // MARK: Headings

  private mutating func opens(_ heading: String, level: Int) {
    let text = DraftInline.plain(heading, isMarkdown: isMarkdown)
    guard !hasEnded else { return }
    if DraftDocumentReader.endsTheArticle(text) {
      hasEnded = true
      return skip(.teaser)
    }
    if DraftDocumentReader.isApparatus(text) {
      hiddenBelow = level
      return skip(.references)
    }
    if let hidden = hiddenBelow, level > hidden { return }
    hiddenBelow = nil
    guard !text.isEmpty else { return }
    if document.title == nil, document.passages.isEmpty, document.headings.isEmpty {
      document.title = text
    } else {
      document.headings.append(text)
    }
  }

  private func heading(
    _ text: Substring, at index: Int
  ) -> (text: String, level: Int, lines: Int)? {
    if isMarkdown {
      let marks = text.prefix { $0 == "#" }
      if (1...6).contains(marks.count), text.dropFirst(marks.count).first?.isWhitespace ?? true {
        let title = text.dropFirst(marks.count).drop { $0 == " " }
        var end = title
        while end.last == "#" || end.last == " " { end.removeLast() }
        return (String(end), marks.count, 1)
      }
    }
    if open.isEmpty, index + 1 < lines.count, text.utf8.count < 120 {
      let rule = DraftDocumentReader.trimmed(lines[index + 1].text)
      if rule.count >= 3, rule.allSatisfy({ $0 == "=" }) || rule.allSatisfy({ $0 == "-" }),
        !text.hasPrefix("|"), !text.hasPrefix("- ")
      {
        return (String(text), rule.first == "=" ? 1 : 2, 2)
      }
    }
    guard !isMarkdown, open.isEmpty, isHeadingLine(text, at: index) else { return nil }
    return (String(text), 2, 1)
  }

  /// A short line by itself, in capital letters or without an end mark.
  private func isHeadingLine(_ text: Substring, at index: Int) -> Bool {
    let words = text.split(separator: " ")
    let isTitle = document.title == nil && document.passages.isEmpty && document.headings.isEmpty
    guard (1...(isTitle ? 24 : 14)).contains(words.count), text.utf8.count <= (isTitle ? 200 : 110),
      (text.first?.isUppercase ?? false) || (text.first?.isNumber ?? false)
    else { return false }
    let isAlone = index + 1 >= lines.count || lines[index + 1].paragraph != lines[index].paragraph
    guard isAlone else { return false }
    if text.hasSuffix("?") { return words.count <= 12 }
    guard !endsSentence(text), !text.hasSuffix(",") else { return false }
    // A line of a wrapped text without empty lines may be short, too.
    return lines.contains { $0.paragraph == 0 } || !isHardWrapped()
  }

  // MARK: What is read past

  private func isCaption(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if DraftDocumentReader.captions.contains(where: lowered.hasPrefix) { return true }
    if text.utf8.count < 60, lowered.hasPrefix("by ") || lowered.contains("min read") {
      return !text.hasSuffix(".")
    }
    // `Figure 3: …`, `Table 2. …`
    let words = lowered.split(separator: " ", maxSplits: 2)
    if words.count > 1,
      ["figure", "fig.", "fig", "table", "photo", "map", "chart", "box"].contains(words[0]),
      words[1].first?.isNumber ?? false
    {
      return words[1].last == ":" || words[1].last == "." || text.utf8.count < 120
    }
    if text.utf8.count < 90, !endsSentence(text[...]) {
      return lowered.contains("via reuters") || lowered.contains("reuters/")
        || lowered.contains("getty images") || lowered.contains("©")
    }
    return false
  }

  private static let captions = [
    "photo:", "photo by", "photograph:", "photograph by", "image:", "image credit", "caption:",
    "credit:", "source:", "sources:", "courtesy of", "published on", "published:", "updated:",
    "last updated", "posted on", "posted by", "click here", "subscribe", "sign up", "advertisement",
    "share this", "copyright", "©", "all rights reserved", "illustration:", "retrieved ",
    "main article:", "main articles:", "see also:", "further information:", "doi:", "isbn",
    "http://", "https://", "www.",
  ]

  private static func endsTheArticle(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let lowered = text.lowercased()
    return [
      "more from ", "related articles", "related stories", "related posts", "read more",
      "you may also like", "you might also like", "recommended for you", "more stories",
      "read next",
      "up next", "leave a comment", "leave a reply", "share this article", "most popular",
    ].contains { lowered.hasPrefix($0) }
  }

  private static func isApparatus(_ text: String) -> Bool {
    let lowered = text.lowercased().filter { $0.isLetter || $0 == " " }
    return [
      "references", "bibliography", "see also", "external links", "notes", "further reading",
      "sources", "works cited", "contents", "table of contents", "footnotes", "citations",
      "endnotes",
      "literature", "acknowledgements", "acknowledgments", "about the author", "index", "comments",
      "external references", "notes and references", "selected bibliography", "review questions",
      "exercises", "key terms",
    ].contains(String(lowered.drop { $0 == " " }))
  }

  /// Lines that stand on every page, but for the page's number.
  private mutating func findPageHeaders() {
    var counts: [String: Int] = [:]
    for line in lines where line.paragraph > 0 && line.text.utf8.count < 80 {
      counts[
        DraftDocumentReader.withoutDigits(DraftDocumentReader.trimmed(line.text)), default: 0] += 1
    }
    for (text, count) in counts {
      let hasLetters = text.contains { $0.isLetter }
      if count >= 3, text.utf8.count >= 8, hasLetters, !text.hasSuffix("."), !text.hasPrefix("|") {
        repeated.insert(text)
      }
      // A page's number alone.
      if !text.isEmpty, text.allSatisfy({ $0 == "#" || $0 == "-" || $0 == " " || $0 == "–" }),
        text.contains("#"), !isMarkdown || text == "#"
      {
        repeated.insert(text)
      }
    }
  }

  private static func withoutDigits(_ text: Substring) -> String {
    var bare = ""
    var wasDigit = false
    for character in text {
      let isDigit = character.isASCII && character.isNumber
      if !isDigit { bare.append(character) } else if !wasDigit { bare.append("#") }
      wasDigit = isDigit
    }
    return bare
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace || $0 == "\u{feff}" }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }

  /// The text of a bullet or numbered point.
  static func point(_ text: Substring) -> Substring? {
    for mark in ["- ", "* ", "+ ", "• ", "– ", "◦ ", "▪ "] where text.hasPrefix(mark) {
      return trimmed(text.dropFirst(mark.count))
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count) else { return nil }
    let rest = text[digits.endIndex...]
    guard rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return trimmed(rest.dropFirst(2))
  }

  // MARK: Markdown blocks

  private func frontMatterEnd() -> Int {
    guard isMarkdown, let first = lines.first, DraftDocumentReader.trimmed(first.text) == "---"
    else {
      return 0
    }
    for index in lines.indices.dropFirst().prefix(200)
    where DraftDocumentReader.trimmed(lines[index].text) == "---" { return index + 1 }
    return 0
  }

  /// Reads past a fence, a table, an image, a comment or a footnote; the line after it.
  private mutating func markdownBlock(_ text: Substring, at index: Int) -> Int? {
    if text.hasPrefix("```") || text.hasPrefix("~~~") {
      close()
      skip(.code)
      let fence = text.prefix(3)
      var end = index + 1
      while end < lines.count, !DraftDocumentReader.trimmed(lines[end].text).hasPrefix(fence) {
        end += 1
      }
      return min(end + 1, lines.count)
    }
    if text.hasPrefix("<!--") {
      var end = index
      while end < lines.count, !lines[end].text.contains("-->") { end += 1 }
      return min(end + 1, lines.count)
    }
    if text.hasPrefix("|") {
      close()
      var end = index
      while end < lines.count, DraftDocumentReader.trimmed(lines[end].text).hasPrefix("|") {
        end += 1
      }
      skip(.table)
      return end
    }
    if text.hasPrefix("[^") || DraftDocumentReader.isLinkDefinition(text) {
      close()
      skip(.references)
      return index + 1
    }
    if text.hasPrefix("![") || text.hasPrefix("<img") || text.hasPrefix("<figure") {
      close()
      skip(.caption)
      return index + 1
    }
    if text.count >= 3, text.allSatisfy({ "-*_ ".contains($0) }), open.isEmpty { return index + 1 }
    return nil
  }

  private static func isLinkDefinition(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return false }
    return text[text.index(after: close)...].hasPrefix(": ")
  }
}
