/// Finds the header and the headings among the lines of one file.
struct FileParser {
  private let bytes: Bytes
  private let lines: [Line]
  private var header: Range<Int>?
  private var reports: Reports

  /// The outline of a file, and what is wrong with its lines and its header's extent.
  /// - Complexity: O(*n*) over the bytes.
  static func outline(of bytes: Bytes, file index: Int) -> (FileOutline, Reports) {
    let (lines, reports) = PackLexer.lines(of: bytes, file: index)
    var parser = FileParser(bytes: bytes, lines: lines, reports: reports)
    return (parser.outline(), parser.reports)
  }

  private mutating func outline() -> FileOutline {
    let start = readHeader()
    let headings = lines.indices[start...].filter {
      lines[$0].kind == .heading && lines[$0].number <= 3
    }
    return FileOutline(
      lines: lines, header: header, introduction: start..<(headings.first ?? lines.count),
      headings: headings)
  }

  // MARK: The header's extent

  /// Sets the header's lines, and returns the line after it.
  private mutating func readHeader() -> Int {
    guard let first = lines.firstIndex(where: { $0.kind != .blank && $0.kind != .comment }),
      isMark(first)
    else { return 0 }
    let limit = min(lines.count, first + PackLimits.headerLines)
    var end = first + 1
    while end < limit, !isMark(end), !opensBody(end) { end += 1 }
    let isClosed = end < limit && isMark(end)
    let hasKey = (first + 1..<end).contains { lines[$0].kind == .text }
    // A rule between two texts is no header.
    if first > 0, !hasKey || !isClosed { return 0 }
    if first > 0 {
      reports.add(
        .headerNotFirst, at: lines[first].whole, "the header does not begin on line 1",
        help: "move its '---' to the very start of the file")
    }
    if isClosed {
      header = first..<end + 1
      return end + 1
    }
    reports.add(
      .unclosedHeader, at: lines[first].whole, "the header has no second '---'",
      help: "end it with a line '---' before the text begins")
    end = first + 1
    while end < limit, HeaderLine(lines[end], in: bytes) != nil { end += 1 }
    header = first..<end
    return end
  }

  private func isMark(_ line: Int) -> Bool {
    let mark = lines[line]
    return mark.indent == 0 && mark.whole.count == 3
      && bytes[mark.whole].allSatisfy { $0 == Ascii.hyphen }
  }

  /// True for what can only stand after a header.
  private func opensBody(_ line: Int) -> Bool {
    let kind = lines[line].kind
    if kind == .heading { return lines[line].number > 1 }
    return kind == .fence || lines[line].isOption
  }
}

/// One `key: value` line of a header.
struct HeaderLine {
  /// The key's first word in lower case.
  var key: String
  /// What follows the first word, as in `source mapping`; empty for most keys.
  var subject: String
  var keyRange: Range<Int>
  var value: Range<Int>

  init?(_ line: Line, in bytes: Bytes) {
    guard line.kind == .text || line.kind == .bullet else { return nil }
    let whole = line.whole
    var offset = whole.lowerBound
    while offset < whole.upperBound, bytes[offset] != Ascii.colon {
      let isFullWidth =
        bytes[offset] == 0xef && offset + 2 < whole.upperBound && bytes[offset + 1] == 0xbc
        && bytes[offset + 2] == 0x9a
      if isFullWidth { break }
      offset += 1
    }
    guard offset < whole.upperBound else { return nil }
    let length = bytes[offset] == Ascii.colon ? 1 : 3
    let name = Passage(bytes, whole.lowerBound..<offset)
    let words = name.raw.split(whereSeparator: { $0 == " " || $0 == "\t" })
    guard let first = words.first else { return nil }
    key = first.lowercased()
    subject = words.dropFirst().joined(separator: " ")
    keyRange = name.place
    value = Passage(bytes, offset + length..<whole.upperBound).place
  }
}
