/// A transcript within a Markdown document: a fence whose language is `recite`.
///
/// So that the examples of a guide are replayed like any other transcript.
package struct TranscriptFence: Equatable, Sendable {
  /// The line numbers of what lies between the fence's marks, counted from 1; empty for none.
  package var lines: Range<Int>
  package var text: String

  package init(lines: Range<Int>, text: String) {
    self.lines = lines
    self.text = text
  }

  /// The language word of these fences.
  package static let language = "recite"

  /// All of a document, in reading order; one that is not closed runs to the document's end.
  package static func all(in document: String) -> [TranscriptFence] {
    let lines = documentLines(document)
    var fences: [TranscriptFence] = []
    var open: (mark: Substring, start: Int, isOurs: Bool)?
    for (index, line) in lines.enumerated() {
      if let (mark, start, isOurs) = open {
        guard line.hasPrefix(mark), line.utf8.allSatisfy({ $0 == mark.utf8.first || $0 <= 0x20 })
        else { continue }
        if isOurs { fences.append(fence(lines, start..<index)) }
        open = nil
      } else if let mark = openingMark(line) {
        let word = line.dropFirst(mark.count).drop { $0 == " " }.prefix { $0 != " " && $0 != "\r" }
        open = (mark, index + 1, word == language)
      }
    }
    if let open, open.isOurs { fences.append(fence(lines, open.start..<lines.count)) }
    return fences
  }

  /// The document with the text of each of its fences replaced; `texts` has one a fence.
  package static func replacing(in document: String, with texts: [String]) -> String {
    var lines = documentLines(document)
    for (fence, text) in zip(all(in: document), texts).reversed() {
      let replacement = documentLines(text)
      lines.replaceSubrange(
        fence.lines.lowerBound - 1..<fence.lines.upperBound - 1, with: replacement)
    }
    return lines.reduce(into: "") { $0 += $1 + "\n" }
  }

  private static func fence(_ lines: [String], _ range: Range<Int>) -> TranscriptFence {
    TranscriptFence(
      lines: range.lowerBound + 1..<range.upperBound + 1,
      text: lines[range].reduce(into: "") { $0 += $1 + "\n" })
  }

  /// Three or more backquotes or tildes at the start of a line.
  private static func openingMark(_ line: String) -> Substring? {
    guard let first = line.first, first == "`" || first == "~" else { return nil }
    let mark = line.prefix { $0 == first }
    return mark.count >= 3 ? mark : nil
  }

  private static func documentLines(_ document: String) -> [String] {
    var lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
