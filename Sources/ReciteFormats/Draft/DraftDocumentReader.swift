import ReciteCore

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
  var document: DraftDocument
  var repeated: Set<String> = []
  /// The lines that are gathered into one paragraph.
  var open: [Line] = []
  private var isPoint = false
  /// The level of the heading whose section is read past.
  private var hiddenBelow: Int?
  private var hasEnded = false
  /// The name behind `By`.
  private var author: String?

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
    document.title = isMarkdown ? frontMatterTitle(index) : headline()
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

  mutating func close() {
    defer {
      open = []
      isPoint = false
    }
    guard let first = open.first, let last = open.last, !hasEnded else { return }
    var text = joined(open.map(\.text))
    if isMarkdown { document.emphasized += DraftInline.emphasized(text) }
    text = DraftInline.plain(text, isMarkdown: isMarkdown)
    guard !text.isEmpty else { return }
    if DraftDocumentReader.endsTheArticle(text) {
      hasEnded = true
      return skip(.teaser)
    }
    if hiddenBelow != nil { return skip(.references) }
    if isCaption(text) {
      if text.lowercased().hasPrefix("by ") { author = String(text.dropFirst(3)) }
      return skip(.caption)
    }
    // The note on who wrote it.
    if let author, text.hasPrefix(author), text.utf8.count < 400 { return skip(.teaser) }
    document.passages.append(
      DraftDocument.Passage(
        text: text, paragraphs: first.paragraph...max(first.paragraph, last.paragraph),
        section: document.headings.count - 1, isPoint: isPoint))
  }

  mutating func skip(_ what: DraftDocument.Skipped) {
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

  func endsSentence(_ text: Substring) -> Bool {
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
    guard !text.isEmpty, text != document.title else { return }
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
    guard !isMarkdown, open.isEmpty else { return nil }
    let isHeadline = DraftInline.plain(String(text), isMarkdown: false) == document.title
    guard isHeadline || isHeadingLine(text, at: index) else { return nil }
    return (String(text), 2, 1)
  }

  /// True where the next line is another paragraph, or one: on copied pages a heading often stands
  /// right above a paragraph that is one long line.
  private func isAlone(at index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index + 1].paragraph == lines[index].paragraph else {
      return true
    }
    let isFirst = index == 0 || lines[index - 1].paragraph != lines[index].paragraph
    return isFirst && lines[index + 1].text.utf8.count >= 200
  }

  /// A short line by itself, in capital letters or without an end mark.
  private func isHeadingLine(_ text: Substring, at index: Int) -> Bool {
    let words = text.split(separator: " ")
    let isTitle = document.title == nil && document.passages.isEmpty && document.headings.isEmpty
    guard (1...(isTitle ? 24 : 14)).contains(words.count), text.utf8.count <= (isTitle ? 200 : 110),
      (text.first?.isUppercase ?? false) || (text.first?.isNumber ?? false)
    else { return false }
    guard isAlone(at: index) else { return false }
    if text.hasSuffix("?") { return words.count <= 12 }
    guard !endsSentence(text), !text.hasSuffix(",") else { return false }
    // A line of a wrapped text without empty lines may be short, too.
    return lines.contains { $0.paragraph == 0 } || !isHardWrapped()
  }
}
