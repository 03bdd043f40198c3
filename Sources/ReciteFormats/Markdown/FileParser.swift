/// Finds header, lessons, sections and items among the lines of one file.
struct FileParser {
  private var file: FileSyntax
  private var reports: Reports

  /// The shape of a file, and what is wrong with it.
  /// - Complexity: O(*n*) over the bytes.
  static func parse(_ bytes: [UInt8], file index: Int) -> (FileSyntax, Reports) {
    let (lines, reports) = PackLexer.lines(of: bytes, file: index)
    var parser = FileParser(
      file: FileSyntax(bytes: bytes, lines: lines, header: nil, introduction: [], lessons: []),
      reports: reports)
    parser.parse()
    return (parser.file, parser.reports)
  }

  private mutating func parse() {
    let lines = file.lines
    var line = readHeader()
    let introduction = endOfProse(from: line)
    file.introduction = BlockParser(bytes: file.bytes, lines: lines).blocks(in: line..<introduction)
    line = introduction
    while line < lines.count {
      let level = lines[line].number
      reportHeading(line)
      let next = endOfProse(from: line + 1)
      switch level {
      case 1:
        file.lessons.append(
          LessonSyntax(heading: line, sections: [section(heading: nil, line + 1..<next)]))
      case 2:
        openLessonIfNeeded()
        append(section(heading: line, line + 1..<next))
      default:
        openLessonIfNeeded()
        append(
          ItemParser.item(in: file, heading: line, body: line + 1..<next, reports: &reports))
      }
      line = next
    }
  }

  private mutating func openLessonIfNeeded() {
    guard file.lessons.isEmpty else { return }
    file.lessons.append(
      LessonSyntax(heading: nil, sections: [SectionSyntax(heading: nil, reading: [], items: [])]))
  }

  private mutating func append(_ section: SectionSyntax) {
    file.lessons[file.lessons.count - 1].sections.append(section)
  }

  private mutating func append(_ item: ItemSyntax) {
    let lesson = file.lessons.count - 1
    let section = file.lessons[lesson].sections.count - 1
    file.lessons[lesson].sections[section].items.append(item)
  }

  private func section(heading: Int?, _ prose: Range<Int>) -> SectionSyntax {
    let blocks = BlockParser(bytes: file.bytes, lines: file.lines).blocks(in: prose)
    return SectionSyntax(heading: heading, reading: blocks, items: [])
  }

  /// The next heading of a lesson, section or item.
  private func endOfProse(from line: Int) -> Int {
    var next = line
    while next < file.lines.count,
      file.lines[next].kind != .heading || file.lines[next].number > 3
    {
      next += 1
    }
    return next
  }

  private mutating func reportHeading(_ line: Int) {
    let heading = file.lines[line]
    if heading.lacksSpace {
      let marks = String(repeating: "#", count: Int(heading.number))
      reports.add(
        .headingWithoutSpace, at: heading.whole, "a space is missing after '\(marks)'",
        help: "write '\(marks) ' and the text")
    }
    if heading.text.isEmpty {
      reports.add(
        .emptyHeading, at: heading.whole, "this heading is empty",
        help: heading.number == 3
          ? "the heading of an item is its question" : "give it a title, or delete it")
    }
  }

  // MARK: The header's extent

  /// Sets the header's lines, and returns the line after it.
  private mutating func readHeader() -> Int {
    let lines = file.lines
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
      file.header = first..<end + 1
      return end + 1
    }
    reports.add(
      .unclosedHeader, at: lines[first].whole, "the header has no second '---'",
      help: "end it with a line '---' before the text begins")
    end = first + 1
    while end < limit, HeaderLine(lines[end], in: file.bytes) != nil { end += 1 }
    file.header = first..<end
    return end
  }

  private func isMark(_ line: Int) -> Bool {
    let mark = file.lines[line]
    return mark.indent == 0 && mark.whole.count == 3
      && file.bytes[mark.whole].allSatisfy { $0 == Ascii.hyphen }
  }

  /// True for what can only stand after a header.
  private func opensBody(_ line: Int) -> Bool {
    let kind = file.lines[line].kind
    if kind == .heading { return file.lines[line].number > 1 }
    return kind == .fence || file.lines[line].isOption
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

  init?(_ line: Line, in bytes: [UInt8]) {
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
