import ReciteCore

/// One learner's answer to one item, as it stands in a class's sheet.
package struct SheetAnswer: Equatable, Sendable {
  package var learner: String
  /// The place of the item in the pack.
  package var item: Int
  /// On one line; empty where nothing was answered.
  package var response: String
  package var line: Int

  package init(learner: String, item: Int, response: String, line: Int) {
    self.learner = learner
    self.item = item
    self.response = response
    self.line = line
  }
}

extension SheetLayout {
  /// The answers of one row.
  ///
  /// Missing cells at the end of a row are blank answers. Line breaks within an answer become `; `,
  /// since one line is one answer.
  /// - Throws: `SheetFault` where the row has text beyond the last column, or names no item.
  package func answers(
    in row: DelimitedRow, of pack: PackID, finder: SheetItemFinder
  ) throws(SheetFault) -> [SheetAnswer] {
    let used = row.cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    guard used <= width else {
      throw SheetFault(.surplusCells(used, columns: width), line: row.line)
    }
    func cell(_ column: Int) -> String {
      column < row.cells.count ? DelimitedWriter.unguarded(row.cells[column]) : ""
    }
    let name = learner.map { SheetItem.plain(cell($0)) } ?? ""
    let named = name.isEmpty ? "line \(row.line)" : name
    switch shape {
    case .wide(let columns):
      return columns.map {
        SheetAnswer(
          learner: named, item: $0.item, response: oneLine(cell($0.column)), line: row.line)
      }
    case .long(let item, let response):
      let called = SheetItem.plain(cell(item))
      guard let place = finder.place(of: called) else {
        throw SheetFault(
          .unknownItem(called, nearest: finder.nearest(to: called), pack: pack), line: row.line)
      }
      return [
        SheetAnswer(
          learner: named, item: place, response: oneLine(cell(response)), line: row.line)
      ]
    }
  }
}

/// A cell as one line: its own lines, without spaces round them, joined by `; `.
private func oneLine(_ cell: String) -> String {
  // Nearly every cell is one already, which its bytes tell without a look at its characters.
  guard cell.utf8.first == 0x20 || cell.utf8.last == 0x20 || cell.utf8.contains(where: mayEndLine)
  else { return cell }
  return cell.split(whereSeparator: \.isNewline).map { line in
    let start = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{a0}" }
    let kept = start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\u{a0}" }
    return String(kept.reversed())
  }.filter { !$0.isEmpty }.joined(separator: "; ")
}

/// True for controls, and for the first bytes of spaces and line ends outside ASCII.
private func mayEndLine(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0xc2 || byte == 0xe2 }
