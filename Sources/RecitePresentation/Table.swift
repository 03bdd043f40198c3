/// Rows set in columns as wide as their widest cell.
package struct Table: Equatable, Sendable {
  /// Empty where there is no head.
  var head: [StyledText]
  var rows: [[StyledText]]
  /// Columns set flush right, counted from 0.
  var flushRight: Set<Int> = []

  /// The lines, or nil where they would be wider than `width`.
  func lines(within width: Int, indent: Int) -> [StyledText]? {
    let all = (head.isEmpty ? [] : [head]) + rows
    let columns = all.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      all.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
    }
    let gaps = 2 * max(0, columns - 1)
    guard indent + widths.reduce(gaps, +) <= width else { return nil }
    return all.map { row in
      var line = StyledText(String(repeating: " ", count: indent))
      for (column, cell) in row.enumerated() {
        let padding = StyledText(String(repeating: " ", count: widths[column] - cell.width))
        line.append(flushRight.contains(column) ? padding + cell : cell + padding)
        if column < row.count - 1 { line.append("  ") }
      }
      line.trimTrailingSpaces()
      return line
    }
  }
}
