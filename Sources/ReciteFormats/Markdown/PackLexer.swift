/// Cuts a file into lines and says what each begins with; the only stage that sees every byte.
struct PackLexer {
  private let bytes: Bytes
  private var position: Int
  private var lines: [Line] = []
  private(set) var reports: Reports
  /// Set once a fence or comment was found to have no end, so that no later one is searched for.
  private var fencesEnd = true
  private var commentsEnd = true
  /// False where no `<` stands in the whole file.
  private let mayHoldComments: Bool
  /// True up to the second `---` of a header, where values are raw text.
  private var isHeader = false

  init(_ bytes: Bytes, file: Int) {
    self.bytes = bytes
    reports = Reports(file: file)
    mayHoldComments = bytes.contains(Ascii.less)
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    lines.reserveCapacity(bytes.count / 32)
  }

  /// The lines of the file, in order, and what is wrong with them.
  /// - Complexity: O(*n*) over the bytes.
  static func lines(of bytes: Bytes, file: Int) -> ([Line], Reports) {
    var lexer = PackLexer(bytes, file: file)
    while let line = lexer.nextLine() {
      lexer.lines.append(line)
      if line.kind == .fence { lexer.readFence(opening: line) }
    }
    return (lexer.lines, lexer.reports)
  }

  // MARK: Ends of lines

  /// The line's extent.
  private mutating func extent() -> (start: Int, end: Int, next: Int) {
    let start = position
    var offset = bytes.endOfLine(from: start)
    var next = offset
    if next < bytes.count {
      next += 1
      if bytes[offset] == Ascii.carriageReturn, next < bytes.count, bytes[next] == Ascii.newline {
        next += 1
      }
    }
    if offset - start > PackLimits.lineBytes {
      reports.add(
        .tooLarge, at: start..<start,
        "this line has \(offset - start) bytes, more than the \(PackLimits.lineBytes) that one may have",
        help: "break it into several lines; what is beyond the limit is not read")
      offset = start + PackLimits.lineBytes
      while offset > start, bytes[offset] & 0xc0 == 0x80 { offset -= 1 }
    }
    var end = offset
    while end > start, Ascii.isSpace(bytes[end - 1]) { end -= 1 }
    return (start, end, next)
  }

  private mutating func nextLine() -> Line? {
    guard position < bytes.count else { return nil }
    let (start, end, next) = extent()
    position = next
    var line = classified(start: start, from: start, end: end)
    if staysInHeader(line) {
      if line.kind == .fence { line.kind = .text }
      return line
    }
    if mayHoldComments, line.kind != .fence { readComments(into: &line, start: start) }
    return line
  }

  /// Follows the header: opened by a first line `---`, closed by the next, or by what stands in none.
  private mutating func staysInHeader(_ line: Line) -> Bool {
    let isMark =
      line.indent == 0 && line.whole.count == 3
      && bytes[line.whole].allSatisfy { $0 == Ascii.hyphen }
    if lines.isEmpty {
      isHeader = isMark
      return false
    }
    let opensBody = line.kind == .heading && line.number > 1 || line.isOption
    if isMark || opensBody || lines.count > PackLimits.headerLines { isHeader = false }
    return isHeader
  }

  // MARK: Comments

  /// Follows the comments of a line: one that begins it moves the line's beginning, one that runs
  /// over the line's end takes the lines up to its own.
  private mutating func readComments(into line: inout Line, start: Int) {
    var from = Int(line.marker)
    let end = Int(line.end)
    guard bytes[from..<end].contains(Ascii.less) else { return }
    while let opening = openingOfComment(from: from, to: end) {
      let leads = opening == Int(line.marker) && from == opening
      guard let closing = endOfComment(after: opening, before: end) else {
        readLongComment(opening: opening, line: &line, leads: leads)
        return
      }
      from = closing
      guard leads else {
        if closing == end { cut(&line, before: opening) }
        continue
      }
      while from < end, Ascii.isSpace(bytes[from]) { from += 1 }
      if from >= end {
        line.kind = .comment
        return
      }
      line = classified(start: start, from: from, end: end)
      if line.kind == .fence { line.kind = .text }
      from = Int(line.marker)
    }
  }

  /// The offset of the next `<!--` outside code spans.
  private func openingOfComment(from: Int, to end: Int) -> Int? {
    var offset = from
    while offset + 3 < end {
      let byte = bytes[offset]
      if byte == Ascii.backslash {
        offset += 2
        continue
      }
      if byte == Ascii.backtick {
        offset = InlineReader.endOfCode(in: bytes[0..<end], at: offset) ?? offset + 1
        continue
      }
      if byte == Ascii.less, bytes[offset + 1] == Ascii.exclamation,
        bytes[offset + 2] == Ascii.hyphen, bytes[offset + 3] == Ascii.hyphen
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The offset after `-->`, where one stands before `end`.
  private func endOfComment(after opening: Int, before end: Int) -> Int? {
    var offset = opening + 4
    while offset + 2 < end {
      if bytes[offset] == Ascii.hyphen, bytes[offset + 1] == Ascii.hyphen,
        bytes[offset + 2] == Ascii.greater
      {
        return offset + 3
      }
      offset += 1
    }
    return nil
  }

  /// Takes the lines of a comment that does not end on its first line.
  private mutating func readLongComment(opening: Int, line: inout Line, leads: Bool) {
    let closing = commentsEnd ? endOfComment(after: opening, before: bytes.count) : nil
    if leads {
      line.kind = .comment
    } else {
      cut(&line, before: opening)
    }
    guard let closing else {
      commentsEnd = false
      reports.add(
        .unclosedComment, at: opening..<opening + 4, "this comment is never closed",
        help: "close it with '-->'; reading goes on at the next '###'")
      skipToItem()
      return
    }
    lines.append(line)
    while position < closing {
      let (start, end, next) = extent()
      position = next
      var inside = plain(.comment, start: start, marker: start, end: min(end, closing))
      inside.continuesComment = true
      if next < closing || end <= closing {
        lines.append(inside)
        continue
      }
      var from = closing
      while from < end, Ascii.isSpace(bytes[from]) { from += 1 }
      lines.append(inside)
      lines.append(classified(start: closing, from: from, end: end))
    }
    if let last = lines.popLast() { line = last }
  }

  /// Ends a line before a comment that nothing follows, so that its value is what stands before.
  private func cut(_ line: inout Line, before opening: Int) {
    line.end = Int32(opening)
    while line.end > line.content, Ascii.isSpace(bytes[Int(line.end) - 1]) { line.end -= 1 }
  }

  /// Makes comments of the lines up to the next item, so that one open end costs one item.
  private mutating func skipToItem() {
    while position < bytes.count, !startsItem(at: position) {
      let (start, end, next) = extent()
      position = next
      lines.append(plain(.comment, start: start, marker: start, end: end))
    }
  }

  private func startsItem(at offset: Int) -> Bool {
    offset + 3 < bytes.count && bytes[offset] == Ascii.hash && bytes[offset + 1] == Ascii.hash
      && bytes[offset + 2] == Ascii.hash && Ascii.isSpace(bytes[offset + 3])
  }

  // MARK: Fences

  /// Takes the lines of a fence up to its last; without one, those up to the next item.
  private mutating func readFence(opening: Line) {
    let mark = bytes[Int(opening.marker)]
    let length = Int(opening.number)
    if fencesEnd, closes(mark: mark, length: length) {
      while position < bytes.count {
        let (start, end, next) = extent()
        position = next
        if isClosing(start: start, end: end, mark: mark, length: length) {
          lines.append(plain(.fence, start: start, marker: start, end: end))
          return
        }
        lines.append(plain(.code, start: start, marker: start, end: end))
      }
      return
    }
    fencesEnd = false
    reports.add(
      .unclosedFence, at: opening.whole, "this code block is never closed",
      help: "end it with a line of the same marks; reading goes on at the next '###'")
    while position < bytes.count, !startsItem(at: position) {
      let (start, end, next) = extent()
      position = next
      lines.append(plain(.code, start: start, marker: start, end: end))
    }
  }

  private func closes(mark: UInt8, length: Int) -> Bool {
    var offset = position
    while offset < bytes.count {
      let end = bytes.endOfLine(from: offset)
      var last = end
      while last > offset, Ascii.isSpace(bytes[last - 1]) { last -= 1 }
      if isClosing(start: offset, end: last, mark: mark, length: length) { return true }
      offset = end + 1
    }
    return false
  }

  private func isClosing(start: Int, end: Int, mark: UInt8, length: Int) -> Bool {
    var offset = start
    while offset < end, Ascii.isSpace(bytes[offset]) { offset += 1 }
    let first = offset
    while offset < end, bytes[offset] == mark { offset += 1 }
    return offset == end && offset - first >= length
  }

  private func plain(_ kind: Line.Kind, start: Int, marker: Int, end: Int) -> Line {
    Line(
      kind: kind, start: Int32(start), marker: Int32(marker), content: Int32(marker),
      end: Int32(end))
  }

  // MARK: What a line begins with

  private func classified(start: Int, from: Int, end: Int) -> Line {
    var marker = from
    var indent = 0
    while marker < end, Ascii.isSpace(bytes[marker]) {
      indent = bytes[marker] == Ascii.tab ? indent / 4 * 4 + 4 : indent + 1
      marker += 1
    }
    var line = plain(.text, start: start, marker: marker, end: end)
    line.indent = UInt16(clamping: indent)
    guard marker < end else {
      line.kind = .blank
      return line
    }
    LineStart.classify(&line, in: bytes)
    return line
  }
}
