/// Writes rows as comma-, semicolon- or tab-separated text that spreadsheets show and do not run.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets
/// themselves write such text; `DelimitedWriter.unguarded(_:)` takes it off again. Characters that
/// steer a terminal or cannot be seen are marked, for whoever looks at the table with `cat`.
/// - Source: OWASP, "CSV Injection"; RFC 4180 for quotation marks.
package struct DelimitedWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  package let separator: UInt8

  /// A writer; with `byteOrderMark` the spreadsheets that need one see that the text is UTF-8.
  package init(separator: UInt8 = UInt8(ascii: ","), byteOrderMark: Bool = false) {
    self.separator = separator
    if byteOrderMark { bytes = [0xef, 0xbb, 0xbf] }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a row and its line end; every cell is guarded.
  package mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      let visible = HiddenCharacters.marked(cell, keeping: ["\t", "\n", "\r"])
      append(DelimitedWriter.guarded(visible), isOnly: cells.count == 1)
    }
    bytes.append(0x0a)
  }

  /// Adds a row for a program that never takes a cell for a formula; nothing is guarded.
  package mutating func plainRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(cell, isOnly: cells.count == 1)
    }
    bytes.append(0x0a)
  }

  /// Hands out what was written so far and goes on with an empty buffer.
  package mutating func drain(_ body: ([UInt8]) throws -> Void) rethrows {
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ cell: String, isOnly: Bool) {
    let text = cell.utf8
    let needsQuotes =
      (isOnly && text.isEmpty) || text.first == 0x20 || text.last == 0x20
      || text.contains {
        $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0a || $0 == 0x0d
      }
    guard needsQuotes else { return bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The cell with an apostrophe before it where a spreadsheet would run it; numbers stay.
  package static func guarded(_ cell: String) -> String { isRisky(cell) ? "'" + cell : cell }

  /// What `guarded` was given.
  package static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return isRisky(rest) ? rest : cell
  }

  /// Whether a spreadsheet would take the cell for a formula, or an apostrophe before it for ours.
  private static func isRisky(_ cell: String) -> Bool {
    let scalars = cell.unicodeScalars.drop { $0 == "'" }
    switch scalars.first {
    case "=", "@", "\t", "\r", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}": return true
    case "+", "-": return scalars.startIndex != cell.startIndex || !isNumber(cell)
    default: return false
    }
  }

  /// A sign, digits, and at most one point or comma among them.
  private static func isNumber(_ cell: String) -> Bool {
    let digits = cell.utf8.dropFirst()
    let marks = digits.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let isPlain = digits.allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
    }
    return isPlain && marks.count <= 1 && digits.count > marks.count
  }
}
