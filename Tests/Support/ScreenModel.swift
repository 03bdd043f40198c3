/// What a person sees: a terminal's screen made from the bytes that a program sends.
///
/// Knows what `xterm` knows and programs here use. A sequence beyond that is kept in `unknown`, so
/// that a test notices what it did not look at.
package struct ScreenModel {
  package private(set) var columns: Int
  package private(set) var height: Int
  /// The cursor, counted from 0; `column` equals `columns` when the next character wraps.
  package private(set) var row = 0
  package private(set) var column = 0
  /// Sequences that were sent and not understood.
  package private(set) var unknown: [String] = []
  /// How often the bell rang.
  package private(set) var bells = 0

  private var lines: [Line]
  private var scrolledAway: [String] = []
  private var inserts = false
  private var saved = (row: 0, column: 0)
  private var state = State.ground
  private var partial: [UInt8] = []

  /// One row: a cell a column, empty behind a wide character; `continues` on the row below.
  private struct Line {
    var cells: [String]
    var continues = false
    var isEmpty: Bool { cells.allSatisfy { $0 == " " } }
  }

  private enum State { case ground, escape, charset, control, command, commandEscape }

  package init(columns: Int, rows: Int) {
    self.columns = columns
    height = rows
    lines = (0..<rows).map { _ in Line(cells: Array(repeating: " ", count: columns)) }
  }

  /// The rows from the top, without blanks at their ends.
  package var rows: [String] { lines.map { ScreenModel.text(of: $0.cells) } }

  /// All rows, those that scrolled away first, without empty ones at the end.
  package var text: String {
    var all = scrolledAway + rows
    while all.last == "" { all.removeLast() }
    return all.joined(separator: "\n")
  }

  /// The row that the cursor stands in.
  package var currentRow: String { rows[row] }

  /// Takes bytes as they come; a character or sequence may be cut anywhere.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { take(byte) }
  }

  /// Changes the size as terminals do that wrap long rows anew.
  package mutating func resize(columns newColumns: Int, rows newHeight: Int) {
    var paragraphs: [[String]] = [[]]
    var place = (paragraph: 0, offset: 0)
    for (index, line) in lines.enumerated() {
      if index == row {
        place = (paragraphs.count - 1, (paragraphs.last?.count ?? 0) + min(column, columns))
      }
      paragraphs[paragraphs.count - 1] += line.cells
      if !line.continues { paragraphs.append([]) }
    }
    paragraphs.removeLast()
    columns = newColumns
    var newLines: [Line] = []
    for (index, cells) in paragraphs.enumerated() {
      var kept = cells
      while kept.last == " " { kept.removeLast() }
      let first = newLines.count
      newLines += ScreenModel.wrapped(kept, columns: newColumns)
      guard index == place.paragraph else { continue }
      row = min(first + place.offset / newColumns, newLines.count)
      column = place.offset % newColumns
      while newLines.count <= row { newLines.append(ScreenModel.emptyLine(newColumns)) }
    }
    while newLines.count > newHeight, newLines.count - 1 > row, newLines.last?.isEmpty == true {
      newLines.removeLast()
    }
    let excess = max(0, newLines.count - newHeight)
    scrolledAway += newLines.prefix(excess).map { ScreenModel.text(of: $0.cells) }
    newLines.removeFirst(excess)
    row = max(0, row - excess)
    while newLines.count < newHeight { newLines.append(ScreenModel.emptyLine(newColumns)) }
    (lines, height) = (newLines, newHeight)
  }

  private static func emptyLine(_ columns: Int) -> Line {
    Line(cells: Array(repeating: " ", count: columns))
  }

  private static func wrapped(_ cells: [String], columns: Int) -> [Line] {
    var lines = [Line(cells: [])]
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let isWide = index + 1 < cells.count && cells[index + 1].isEmpty
      if (lines.last?.cells.count ?? 0) + (isWide ? 2 : 1) > columns {
        lines[lines.count - 1].continues = true
        lines.append(Line(cells: []))
      }
      lines[lines.count - 1].cells += isWide ? [cell, ""] : [cell]
    }
    for index in lines.indices {
      let missing = columns - lines[index].cells.count
      lines[index].cells += Array(repeating: " ", count: max(0, missing))
    }
    return lines
  }

  private static func text(of cells: [String]) -> String {
    var text = cells.joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}

// MARK: - Bytes

extension ScreenModel {
  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takePlain(byte)
    case .escape: takeEscape(byte)
    case .charset: state = .ground
    case .control:
      partial.append(byte)
      guard 0x40...0x7e ~= byte else { return }
      state = .ground
      perform(String(decoding: partial, as: UTF8.self))
      partial = []
    case .command: if byte == 7 { state = .ground } else if byte == 0x1b { state = .commandEscape }
    case .commandEscape: state = .ground
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    if byte >= 0x80 {
      partial.append(byte)
      let length = partial[0] >= 0xf0 ? 4 : partial[0] >= 0xe0 ? 3 : 2
      if partial.count < length { return }
      let text = String(decoding: partial, as: UTF8.self)
      partial = []
      for scalar in text.unicodeScalars { put(scalar) }
      return
    }
    switch byte {
    case 7: bells += 1
    case 8: column = max(0, min(column, columns - 1) - 1)
    case 9: column = min(columns - 1, (column / 8 + 1) * 8)
    case 10, 11, 12: lineFeed()
    case 13: column = 0
    case 0x1b: state = .escape
    case 0x20...0x7e: put(Unicode.Scalar(byte))
    default: break
    }
  }

  private mutating func takeEscape(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x5b: state = .control
    case 0x5d: state = .command
    case 0x28, 0x29: state = .charset
    case 0x3d, 0x3e: break
    case 0x37: saved = (row, column)
    case 0x38: (row, column) = (min(saved.row, height - 1), min(saved.column, columns))
    case 0x4d:  // reverse line feed
      row = max(0, row - 1)
    default: unknown.append("ESC \(UnicodeScalar(byte))")
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = ScreenModel.width(of: scalar)
    if width == 0 {
      // A mark belongs to the character before the cursor.
      var target = min(column, columns) - 1
      while target > 0, lines[row].cells[target].isEmpty { target -= 1 }
      if target >= 0 { lines[row].cells[target].unicodeScalars.append(scalar) }
      return
    }
    if column + width > columns {
      lines[row].continues = true
      column = 0
      lineFeed()
    }
    if inserts {
      lines[row].cells.insert(contentsOf: Array(repeating: " ", count: width), at: column)
      lines[row].cells.removeLast(width)
    }
    blank(column..<min(columns, column + width))
    lines[row].cells[column] = String(Character(scalar))
    if width == 2, column + 1 < columns { lines[row].cells[column + 1] = "" }
    column += width
  }

  /// Empties cells; half of a wide character does not stay.
  private mutating func blank(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var range = range
    while range.lowerBound > 0, lines[row].cells[range.lowerBound].isEmpty {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    while range.upperBound < columns, lines[row].cells[range.upperBound].isEmpty {
      range = range.lowerBound..<(range.upperBound + 1)
    }
    for index in range { lines[row].cells[index] = " " }
  }

  private mutating func lineFeed() {
    guard row == height - 1 else {
      row += 1
      return
    }
    scrolledAway.append(ScreenModel.text(of: lines.removeFirst().cells))
    lines.append(ScreenModel.emptyLine(columns))
  }
}

// MARK: - Control sequences

extension ScreenModel {
  private mutating func perform(_ sequence: String) {
    guard let final = sequence.last else { return }
    let parameters = sequence.dropLast().split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = parameters.first ?? 0
    let count = max(1, first)
    let second = parameters.count > 1 ? parameters[1] : 0
    let here = min(column, columns - 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(height - 1, row + count)
    case "C": column = min(columns - 1, here + count)
    case "D": column = max(0, here - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(height, count) - 1
    case "H", "f": (row, column) = (min(height, count) - 1, min(columns, max(1, second)) - 1)
    case "J": eraseScreen(first)
    case "K": eraseRow(first)
    case "P":
      lines[row].cells.removeSubrange(here..<min(columns, here + count))
      pad()
    case "@":
      lines[row].cells.insert(contentsOf: Array(repeating: " ", count: count), at: here)
      lines[row].cells.removeLast(lines[row].cells.count - columns)
    case "X": blank(here..<min(columns, here + count))
    case "m": break
    case "h" where first == 4: inserts = true
    case "l" where first == 4: inserts = false
    case "h", "l": if !sequence.hasPrefix("?") { unknown.append(sequence) }
    default: unknown.append(sequence)
    }
  }

  private mutating func pad() {
    let missing = columns - lines[row].cells.count
    lines[row].cells += Array(repeating: " ", count: max(0, missing))
  }

  private mutating func eraseRow(_ mode: Int) {
    let here = min(column, columns - 1)
    switch mode {
    case 0:
      blank(here..<columns)
      lines[row].continues = false
    case 1: blank(0..<(here + 1))
    default: blank(0..<columns)
    }
  }

  private mutating func eraseScreen(_ mode: Int) {
    eraseRow(mode)
    let others =
      mode == 0 ? (row + 1)..<height : mode == 1 ? 0..<row : 0..<height
    for index in others { lines[index] = ScreenModel.emptyLine(columns) }
  }

  /// Columns of a character on a terminal: none for marks, two for East Asian wide ones.
  ///
  /// - Source: Unicode 15, EastAsianWidth.txt, the ranges that tests here type.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36f, 0x200b...0x200f, 0x20d0...0x20ff, 0xfe00...0xfe0f: 0
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff,
      0x20000...0x3fffd:
      2
    default: 1
    }
  }
}
