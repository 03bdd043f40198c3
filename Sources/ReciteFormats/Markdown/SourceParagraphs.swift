import ReciteCore

/// A source document cut into the paragraphs that `Source: ID ¶3` counts.
package struct SourceParagraphs: Equatable, Sendable {
  package var source: SourceID
  /// From the title on; the first is ¶1.
  package var paragraphs: [String]

  /// Blank lines separate paragraphs; where a document has none, each line is one.
  package init(source: SourceID, text bytes: [UInt8]) {
    self.source = source
    var lines: [Substring] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(line)
    }
    while lines.last?.allSatisfy(\.isWhitespace) ?? false { lines.removeLast() }
    guard lines.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
      paragraphs = lines.map { String($0) }
      return
    }
    paragraphs = []
    var isOpen = false
    for line in lines {
      guard !line.allSatisfy(\.isWhitespace) else {
        isOpen = false
        continue
      }
      if isOpen {
        paragraphs[paragraphs.count - 1] += " " + line
      } else {
        paragraphs.append(String(line))
      }
      isOpen = true
    }
  }

  /// True where these words stand in one of the paragraphs of `range`, or anywhere.
  package func contains(_ words: String, in range: ClosedRange<Int>? = nil) -> Bool {
    let wanted = words.comparable
    return paragraphs.enumerated().contains { index, paragraph in
      (range?.contains(index + 1) ?? true) && paragraph.comparable.contains(wanted)
    }
  }
}
