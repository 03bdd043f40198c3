/// The cells of a picture: a sign each, and its colours.
struct MapCanvas: Equatable, Sendable {
  private struct Cell: Equatable {
    /// Empty for the second half of a wide character.
    var text = " "
    var sign = MapColor.none
    var ground = MapColor.none
  }

  private let columns: Int
  private var cells: [Cell]

  init(columns: Int, rows: Int) {
    self.columns = columns
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Puts one character on a cell of the picture.
  mutating func put(
    _ text: String, _ column: Int, _ row: Int, _ sign: MapColor, on ground: MapColor
  ) {
    let index = row * columns + column
    guard cells.indices.contains(index), (0..<columns).contains(column) else { return }
    cells[index] = Cell(text: text, sign: sign, ground: ground)
  }

  /// The rows as text; plain spaces at the end of a row are left out.
  var lines: [StyledText] {
    stride(from: 0, to: cells.count, by: columns).map { start in
      var line = StyledText()
      var run = ""
      var role = StyledText.Role.plain
      for cell in cells[start..<min(start + columns, cells.count)] {
        let next = MapCanvas.role(cell)
        if next != role {
          line.append(run, role)
          (run, role) = ("", next)
        }
        run += cell.text
      }
      // Coloured spaces are part of the picture; only the plain ones behind it are not.
      if role == .plain { while run.last == " " { run.removeLast() } }
      line.append(run, role)
      return line
    }
  }

  private static func role(_ cell: Cell) -> StyledText.Role {
    if cell.ground == .none, cell.sign == .none || cell.text == " " { return .plain }
    return .map(cell.sign, on: cell.ground)
  }
}
