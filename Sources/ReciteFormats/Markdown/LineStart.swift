/// Tells the kinds of lines apart by their first bytes: headings, bullets, boxes, steps, rows.
enum LineStart {
  /// Sets kind, number, box and content of a line whose marker and end are known.
  static func classify(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    switch bytes[marker] {
    case Ascii.hash: heading(&line, in: bytes)
    case Ascii.hyphen, Ascii.asterisk, Ascii.plus, Ascii.underscore:
      dash(&line, in: bytes)
    case Ascii.zero...Ascii.nine: step(&line, in: bytes)
    case Ascii.greater:
      line.kind = .quote
      line.content = Int32(afterSpaces(marker + 1, end, bytes))
    case Ascii.backtick, Ascii.tilde: fence(&line, in: bytes)
    case Ascii.bar:
      line.kind = isTableRule(marker, end, bytes) ? .tableRule : .row
    case Ascii.colon:
      if isTableRule(marker, end, bytes) { line.kind = .tableRule }
    case Ascii.equals:
      if end - marker >= 3, bytes[marker..<end].allSatisfy({ $0 == Ascii.equals }) {
        line.kind = .underline
      }
    case Ascii.openBracket: looseBox(&line, in: bytes)
    case 0x41...0x5a, 0x61...0x7a: letteredBox(&line, in: bytes)
    case 0xc2, 0xe2, 0xef: typographic(&line, in: bytes)
    default: break
    }
  }

  private static func afterSpaces(_ from: Int, _ end: Int, _ bytes: Bytes) -> Int {
    var offset = from
    while offset < end, Ascii.isSpace(bytes[offset]) { offset += 1 }
    return offset
  }

  private static func heading(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    var offset = marker
    while offset < end, bytes[offset] == Ascii.hash { offset += 1 }
    let level = offset - marker
    let isSpaced = offset == end || Ascii.isSpace(bytes[offset])
    guard level <= 6, isSpaced || level >= 2, line.indent < 4 else { return }
    line.kind = .heading
    line.number = Int32(level)
    line.lacksSpace = !isSpaced
    line.content = Int32(afterSpaces(offset, end, bytes))
    // A closing run of marks (`## Title ##`) is no part of the heading.
    var last = end
    while last > Int(line.content), bytes[last - 1] == Ascii.hash { last -= 1 }
    guard last < end, last == Int(line.content) || Ascii.isSpace(bytes[last - 1]) else { return }
    while last > Int(line.content), Ascii.isSpace(bytes[last - 1]) { last -= 1 }
    line.end = Int32(last)
  }

  private static func dash(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    let mark = bytes[marker]
    if mark != Ascii.plus, isBreak(marker, end, mark, bytes) {
      line.kind = .thematicBreak
      return
    }
    // `- |` is a bullet; a rule has two dashes at its beginning.
    let isRule = marker + 1 < end && bytes[marker + 1] == Ascii.hyphen
    if mark == Ascii.hyphen, isRule, isTableRule(marker, end, bytes) {
      line.kind = .tableRule
      return
    }
    guard mark != Ascii.underscore else { return }
    if marker + 1 < end, !Ascii.isSpace(bytes[marker + 1]) {
      // `-[ ] text` is a box whose space was forgotten.
      if mark == Ascii.hyphen, bytes[marker + 1] == Ascii.openBracket,
        let box = box(at: marker + 1, end, bytes), box.state != .none
      {
        line.kind = .bullet
        line.box = box.state == .ticked || box.state == .almostTicked ? .almostTicked : .almostEmpty
        line.content = Int32(afterSpaces(box.end, end, bytes))
      }
      return
    }
    part(&line, .bullet, from: marker + 1, in: bytes)
  }

  private static func isBreak(_ marker: Int, _ end: Int, _ mark: UInt8, _ bytes: Bytes) -> Bool {
    var count = 0
    for byte in bytes[marker..<end] {
      if byte == mark { count += 1 } else if !Ascii.isSpace(byte) { return false }
    }
    return count >= 3
  }

  private static func isTableRule(_ marker: Int, _ end: Int, _ bytes: Bytes) -> Bool {
    var bars = 0
    var dashes = 0
    for byte in bytes[marker..<end] {
      switch byte {
      case Ascii.bar: bars += 1
      case Ascii.hyphen: dashes += 1
      case Ascii.colon, Ascii.space, Ascii.tab: break
      default: return false
      }
    }
    return bars > 0 && dashes > 0
  }

  private static func step(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    var offset = marker
    var number = 0
    while offset < end, Ascii.isDigit(bytes[offset]), offset - marker < 9 {
      number = number * 10 + Int(bytes[offset] - Ascii.zero)
      offset += 1
    }
    guard offset < end, bytes[offset] == Ascii.dot || bytes[offset] == Ascii.closeParenthesis,
      offset + 1 == end || Ascii.isSpace(bytes[offset + 1]), number <= highestStep
    else { return }
    line.number = Int32(number)
    part(&line, .step, from: offset + 1, in: bytes)
  }

  /// A number above this before a dot is a year or a quantity, not a step.
  private static let highestStep = 999

  private static func fence(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    let mark = bytes[marker]
    var offset = marker
    while offset < end, bytes[offset] == mark { offset += 1 }
    guard offset - marker >= 3 else { return }
    // Marks later on the line make it a code span.
    if mark == Ascii.backtick, bytes[offset..<end].contains(Ascii.backtick) { return }
    line.kind = .fence
    line.number = Int32(offset - marker)
    line.content = Int32(afterSpaces(offset, end, bytes))
  }

  // MARK: Parts and boxes

  /// A bullet or step, and the box that may follow its marker.
  private static func part(
    _ line: inout Line, _ kind: Line.Kind, from: Int, in bytes: Bytes
  ) {
    let end = Int(line.end)
    line.kind = kind
    line.content = Int32(afterSpaces(from, end, bytes))
    guard let box = box(at: Int(line.content), end, bytes), box.state != .none else { return }
    line.box = box.state
    line.content = Int32(afterSpaces(box.end, end, bytes))
  }

  /// A box without any bullet: almost an option.
  private static func looseBox(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    guard let box = box(at: marker, end, bytes) else { return }
    line.box = box.state == .empty || box.state == .almostEmpty ? .almostEmpty : .almostTicked
    line.content = Int32(afterSpaces(box.end, end, bytes))
  }

  /// `a) [ ] text`: a box makes an option whatever marker stands before it.
  private static func letteredBox(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    guard marker + 4 < end,
      bytes[marker + 1] == Ascii.closeParenthesis || bytes[marker + 1] == Ascii.dot,
      Ascii.isSpace(bytes[marker + 2])
    else { return }
    let content = afterSpaces(marker + 2, end, bytes)
    guard let box = box(at: content, end, bytes), box.state != .none else { return }
    line.kind = .bullet
    line.box = box.state
    line.content = Int32(afterSpaces(box.end, end, bytes))
  }

  /// En dashes, typographer's bullets, box characters and full-width bars.
  private static func typographic(_ line: inout Line, in bytes: Bytes) {
    let marker = Int(line.marker)
    let end = Int(line.end)
    if bytes[marker] == 0xef {
      if end - marker >= 3, bytes[marker + 1] == 0xbd, bytes[marker + 2] == 0x9c {
        line.kind = .row
      }
      return
    }
    let length = bytes[marker] == 0xc2 ? 2 : 3
    guard marker + length <= end else { return }
    if let box = boxCharacter(at: marker, end, bytes) {
      line.box = box
      line.content = Int32(afterSpaces(marker + 3, end, bytes))
      return
    }
    guard marker + length == end || Ascii.isSpace(bytes[marker + length]),
      bullets.contains(where: { bytes[marker..<marker + length].elementsEqual($0) })
    else { return }
    part(&line, .bullet, from: marker + length, in: bytes)
  }

  /// The bullets that word processors write.
  private static let bullets: [[UInt8]] = ["–", "—", "•", "‣", "▪", "●", "◦", "·"].map {
    Array($0.utf8)
  }

  /// What stands for a tick inside brackets, besides `x`.
  private static let ticks: [[UInt8]] = ["✓", "✔", "✔️", "✗", "✘", "√", "*", "X ", "v", "V", "+"]
    .map { Array($0.utf8) }

  /// ☐ ☑ ☒ (U+2610 to U+2612) and ✅ (U+2705).
  private static func boxCharacter(at offset: Int, _ end: Int, _ bytes: Bytes) -> Line.Box? {
    guard offset + 3 <= end, bytes[offset] == 0xe2 else { return nil }
    if bytes[offset + 1] == 0x98 {
      switch bytes[offset + 2] {
      case 0x90: return .almostEmpty
      case 0x91, 0x92: return .almostTicked
      default: return nil
      }
    }
    return bytes[offset + 1] == 0x9c && bytes[offset + 2] == 0x85 ? .almostTicked : nil
  }

  /// The box at `offset`: exact, almost one, or nil.
  private static func box(
    at offset: Int, _ end: Int, _ bytes: Bytes
  ) -> (state: Line.Box, end: Int)? {
    guard offset < end else { return nil }
    if let state = boxCharacter(at: offset, end, bytes) { return (state, offset + 3) }
    let opening = bytes[offset]
    let closing = opening == Ascii.openBracket ? Ascii.closeBracket : Ascii.closeParenthesis
    guard opening == Ascii.openBracket || opening == Ascii.openParenthesis else { return nil }
    guard
      let close = bytes[offset..<min(end, offset + widestBox)].firstIndex(of: closing)
    else { return nil }
    let after = close + 1
    // `[x](target)`, `[x]: target` and `f(x)` are no boxes.
    let isFollowed = after == end || Ascii.isSpace(bytes[after])
    if after < end,
      bytes[after] == Ascii.openParenthesis || bytes[after] == Ascii.colon
        || bytes[after] == Ascii.openBracket
    {
      return nil
    }
    let inner = bytes[offset + 1..<close]
    let state = contents(inner)
    guard state != .none else { return nil }
    if opening == Ascii.openParenthesis {
      // `(x)` and `( )` are what other quiz formats write; `()` and `(v)` may be prose.
      guard isFollowed, inner.count == 1, state == .empty || state == .ticked else { return nil }
      return (state == .empty ? .almostEmpty : .almostTicked, after)
    }
    guard isFollowed else {
      return (state == .empty || state == .almostEmpty ? .almostEmpty : .almostTicked, after)
    }
    return (state, after)
  }

  /// Brackets, a tick of up to six bytes, and spaces round it.
  private static let widestBox = 12

  private static func contents(_ inner: Bytes) -> Line.Box {
    if inner.count == 1, let byte = inner.first {
      if byte == Ascii.space { return .empty }
      if byte == 0x78 || byte == 0x58 { return .ticked }
    }
    let trimmed = inner.drop(while: Ascii.isSpace)
    guard let last = trimmed.lastIndex(where: { !Ascii.isSpace($0) }) else { return .almostEmpty }
    let mark = trimmed[trimmed.startIndex...last]
    if mark.count == 1, mark.first == 0x78 || mark.first == 0x58 { return .almostTicked }
    return ticks.contains { mark.elementsEqual($0) } ? .almostTicked : .none
  }
}
