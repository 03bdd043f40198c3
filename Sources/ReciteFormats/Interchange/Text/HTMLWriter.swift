import ReciteCore

/// Writes texts of a pack as HTML, everything escaped.
package enum HTMLWriter {
  /// The text with the characters that mean something in HTML as entities, and without those that
  /// turn its direction or cannot be seen.
  package static func escaped(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": written += "&amp;"
      case "<": written += "&lt;"
      case ">": written += "&gt;"
      case "\"": written += "&quot;"
      case "'": written += "&#39;"
      case "\n", "\t": written.unicodeScalars.append(scalar)
      case _ where TextScreen.isForbidden(scalar.value): break
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  /// One line with its marks; `gaps` are Anki's clozes, without them a gap is `____`.
  package static func html(_ text: RichText, gaps: [String] = []) -> String {
    text.runs.map { run in
      switch run {
      case .gap(let number):
        guard gaps.indices.contains(number) else { return "____" }
        return "{{c\(number + 1)::\(escaped(gaps[number]))}}"
      case .link(let words, let target):
        let isSafe = target.hasPrefix("http://") || target.hasPrefix("https://")
        guard isSafe else { return escaped(words) }
        return "<a href=\"\(escaped(target))\">\(escaped(words))</a>"
      case .text(let words, let style):
        var html = escaped(words)
        if style.contains(.code) { html = "<code>\(html)</code>" }
        if style.contains(.emphasis) { html = "<em>\(html)</em>" }
        if style.contains(.strong) { html = "<strong>\(html)</strong>" }
        return html
      }
    }.joined()
  }

  /// A block as an element.
  package static func html(_ block: Block) -> String { html(block, gaps: []) }

  /// A block as an element; a heading is a strong paragraph.
  package static func html(_ block: Block, gaps: [String]) -> String {
    func rows(_ items: [RichText], _ tag: String) -> String {
      items.map { "<\(tag)>\(html($0, gaps: gaps))</\(tag)>" }.joined()
    }
    switch block {
    case .paragraph(let text): return "<p>\(html(text, gaps: gaps))</p>"
    case .heading(let text): return "<p><strong>\(html(text, gaps: gaps))</strong></p>"
    case .list(let items, nil): return "<ul>\(rows(items, "li"))</ul>"
    case .list(let items, let start?):
      return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\(rows(items, "li"))</ol>"
    case .quotation(let paragraphs): return "<blockquote>\(rows(paragraphs, "p"))</blockquote>"
    case .table(let captions, let body):
      let cells = body.map { "<tr>\(rows($0, "td"))</tr>" }.joined()
      return "<table><thead><tr>\(rows(captions, "th"))</tr></thead><tbody>\(cells)</tbody></table>"
    case .code(_, let lines):
      return "<pre>\(lines.map(escaped).joined(separator: "\n"))</pre>"
    }
  }
}
