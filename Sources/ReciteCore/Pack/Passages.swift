/// Counting and finding the passages of a lesson's reading.
extension Block {
  /// True for what counts as a paragraph: anything but a heading.
  package var isParagraph: Bool {
    switch self {
    case .paragraph, .list, .quotation, .table, .code: true
    case .heading: false
    }
  }

  /// All words of the block, its parts with a space between.
  package var plain: String {
    switch self {
    case .paragraph(let text), .heading(let text): text.plain
    case .list(let items, _): items.map(\.plain).joined(separator: " ")
    case .quotation(let paragraphs): paragraphs.map(\.plain).joined(separator: " ")
    case .table(let captions, let rows):
      ([captions] + rows).map { $0.map(\.plain).joined(separator: " ") }.joined(separator: " ")
    case .code(_, let lines): lines.joined(separator: " ")
    }
  }
}

extension Lesson {
  /// The paragraphs of the reading, all sections together: `¶1` is the first.
  package var paragraphs: [Block] { sections.flatMap { $0.reading.filter(\.isParagraph) } }

  /// The paragraph that a reference means, or nil where the lesson has none such.
  package func paragraph(_ reference: PassageReference) -> Block? {
    switch reference {
    case .paragraph(let number):
      let paragraphs = self.paragraphs
      return paragraphs.indices.contains(number - 1) ? paragraphs[number - 1] : nil
    case .words(let words):
      let wanted = words.comparable
      return paragraphs.first { $0.plain.comparable.contains(wanted) }
    }
  }
}

extension String {
  /// The text with single spaces and straight quotation marks, for finding words where they stand.
  package var comparable: String {
    var text = String.UnicodeScalarView()
    var pendingSpace = false
    for scalar in unicodeScalars {
      // What Unicode says of a character takes time, and most are letters of ASCII.
      if scalar.value <= 0x20 || scalar.value > 0x7e, scalar.properties.isWhitespace {
        pendingSpace = !text.isEmpty
        continue
      }
      if pendingSpace { text.append(" ") }
      pendingSpace = false
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201b}": text.append("'")
      case "\u{201c}", "\u{201d}", "\u{201e}": text.append("\"")
      case "\u{2010}", "\u{2011}": text.append("-")
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
