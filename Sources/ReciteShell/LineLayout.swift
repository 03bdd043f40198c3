import CLibedit

/// Where libedit puts a prompt and a line on the screen, column by column.
///
/// libedit redraws from where it believes the cursor to be; to move it to the start of the prompt
/// first, the same counting has to be done here.
struct LineLayout: Equatable {
  let columns: Int
  private(set) var row = 0
  private(set) var column = 0

  init(columns: Int) { self.columns = max(1, columns) }

  mutating func advance(_ scalar: UInt32) {
    switch scalar {
    case 0x0a: (row, column) = (row + 1, 0)
    case 0x09:
      repeat { advance(width: 1) } while column % 8 != 0
    default: advance(width: LineLayout.width(of: scalar))
    }
  }

  private mutating func advance(width: Int) {
    // A wide character that does not fit moves to the next row whole.
    if column + width > columns { (row, column) = (row + 1, 0) }
    column += width
    if column >= columns { (row, column) = (row + 1, 0) }
  }

  /// Columns of a character as libedit draws it: `^A` for a control, `\U+200d` for what the
  /// character set cannot print.
  ///
  /// - Source: libedit `chartype.c`, `ct_visual_width`.
  static func width(of scalar: UInt32) -> Int {
    if 0x20...0x7e ~= scalar { return 1 }
    if scalar < 0x80 { return 2 }
    let width = Int(wcwidth(wchar_t(truncatingIfNeeded: scalar)))
    if width >= 0 { return width }
    return scalar > 0xffff ? 8 : 7
  }

  /// Columns of a text on one row.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1.value) }
  }
}
