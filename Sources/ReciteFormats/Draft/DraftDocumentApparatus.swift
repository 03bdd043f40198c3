/// What stands in a document and is no running text: captions, references, page headers, tables.
extension DraftDocumentReader {
  func isCaption(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if DraftDocumentReader.captions.contains(where: lowered.hasPrefix) { return true }
    if text.utf8.count < 60, lowered.hasPrefix("by ") || lowered.contains("min read") {
      return !text.hasSuffix(".")
    }
    // `A carrier in the locks. Photograph: somebody`
    if text.utf8.count < 300,
      [
        "photograph: ", "photo: ", "photo by ", "photograph by ", "image: ", "photo credit",
        "courtesy of ",
      ]
      .contains(where: { mark in lowered.contains(". " + mark) || lowered.contains("(" + mark) })
    {
      return true
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

  /// The line above `By NAME` on a copied page, where the site's own lines come first.
  func headline() -> String? {
    let first = lines.prefix(80).filter { $0.paragraph > 0 }.map {
      DraftDocumentReader.trimmed($0.text)
    }
    guard let byline = first.firstIndex(where: isByline) else { return nil }
    // A sentence or two may stand between the headline and the name.
    let above = first[..<byline].suffix(3).last {
      !endsSentence($0) && (4...24).contains($0.split(separator: " ").count)
        && $0.first?.isUppercase ?? false
    }
    return above.map { DraftInline.plain(String($0), isMarkdown: false) }
  }

  private func isByline(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return (3...8).contains(words.count) && ["By", "BY"].contains(words[0]) && !endsSentence(line)
      && words[1...2].allSatisfy { $0.first?.isUppercase ?? false }
  }

  static func endsTheArticle(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let lowered = text.lowercased()
    return [
      "more from ", "related articles", "related stories", "related posts", "read more",
      "you may also like", "you might also like", "recommended for you", "more stories",
      "read next",
      "up next", "leave a comment", "leave a reply", "share this article", "most popular",
    ].contains { lowered.hasPrefix($0) }
  }

  static func isApparatus(_ text: String) -> Bool {
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
  mutating func findPageHeaders() {
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

  static func withoutDigits(_ text: Substring) -> String {
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

  func frontMatterEnd() -> Int {
    guard isMarkdown, let first = lines.first, DraftDocumentReader.trimmed(first.text) == "---"
    else {
      return 0
    }
    for index in lines.indices.dropFirst().prefix(200)
    where DraftDocumentReader.trimmed(lines[index].text) == "---" { return index + 1 }
    return 0
  }

  /// The `title:` of the front matter that ends before `end`.
  func frontMatterTitle(_ end: Int) -> String? {
    for line in lines.prefix(end) where line.text.hasPrefix("title:") {
      let title = DraftDocumentReader.trimmed(line.text.dropFirst("title:".count))
        .trimmingPrefix { "\"'".contains($0) }
      return title.isEmpty ? nil : String(title.reversed().drop { "\"'".contains($0) }.reversed())
    }
    return nil
  }

  /// True for code that is set in by four spaces behind an empty line.
  func isIndentedCode(at index: Int) -> Bool {
    guard open.isEmpty, lines[index].text.hasPrefix("    ") || lines[index].text.hasPrefix("\t"),
      index == 0 || lines[index - 1].paragraph == 0
    else { return false }
    // The rest of a point is set in, too.
    let before = lines[..<index].last { $0.paragraph > 0 && !$0.text.hasPrefix("    ") }
    return before.map {
      DraftDocumentReader.point(DraftDocumentReader.trimmed($0.text)) == nil
    } ?? true
  }

  /// Reads past a fence, a table, an image, a comment or a footnote; the line after it.
  mutating func markdownBlock(_ text: Substring, at index: Int) -> Int? {
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
    if isIndentedCode(at: index) {
      skip(.code)
      var end = index
      while end < lines.count, lines[end].paragraph > 0 { end += 1 }
      return end
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
    if ["<div", "<center", "<figure", "<aside"].contains(where: text.hasPrefix) {
      close()
      skip(.caption)
      return blockEnd(index)
    }
    if text.hasPrefix("![") || text.contains("<img") || text.contains("<figure")
      || text.contains("<figcaption")
    {
      close()
      skip(.caption)
      return index + 1
    }
    if text.count >= 3, text.allSatisfy({ "-*_ ".contains($0) }), open.isEmpty { return index + 1 }
    return nil
  }

  private static let longestBlock = 12

  /// The line behind a block of HTML; behind its first line, where it holds more than a caption.
  private func blockEnd(_ index: Int) -> Int {
    let closing = ["</div>", "</center>", "</figure>", "</aside>"]
    for place in index..<min(lines.count, index + Self.longestBlock)
    where closing.contains(where: lines[place].text.contains) {
      return place + 1
    }
    return index + 1
  }

  static func isLinkDefinition(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), let close = text.firstIndex(of: "]") else { return false }
    return text[text.index(after: close)...].hasPrefix(": ")
  }
}
