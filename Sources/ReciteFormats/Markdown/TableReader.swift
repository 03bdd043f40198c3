import ReciteCore

/// Tables: what matches what.
extension ItemReader {
  mutating func matching(_ table: TableSyntax) -> ItemKind? {
    guard table.rule != nil else {
      report(
        .noTableRule, line: table.captions, "a table needs a line of dashes under its captions",
        help: "add '|---|---|' below this line; a bar inside a text is written '\\|'")
      return nil
    }
    guard isBounded(table.rows.count, PackLimits.lettered, line: table.captions, "rows") else {
      return nil
    }
    let captions = file.rowCells(table.captions)
    var matching = Matching(
      leftCaption: RichText(runs: []), rightCaption: RichText(runs: []), pairs: [])
    guard captions.count <= 2 else {
      reportColumns(table.captions, captions.count)
      return nil
    }
    matching.leftCaption = captions.first.map(InlineReader.richText) ?? RichText(runs: [])
    matching.rightCaption =
      captions.dropFirst().first.map(InlineReader.richText) ?? RichText(runs: [])
    var isSound = true
    for row in table.rows where !readRow(row, into: &matching) { isSound = false }
    guard isSound, !reportSameCells(matching, table) else { return nil }
    guard matching.pairs.count > 1 else {
      report(
        .singlePart, line: table.captions, "a table to match needs at least two pairs",
        help: "add rows '| left | right |' under the line of dashes")
      return nil
    }
    return .matching(matching)
  }

  private mutating func reportColumns(_ line: Int, _ count: Int) {
    report(
      .tableColumns, line: line, "a table to match has two columns, and here are \(count)",
      help: "keep two, or make an item of each further column; a bar inside a text is written '\\|'"
    )
  }

  /// Reads one row; false where it cannot be one.
  private mutating func readRow(_ row: Int, into matching: inout Matching) -> Bool {
    let cells = file.rowCells(row)
    guard cells.count == 2 else {
      reportColumns(row, cells.count)
      return false
    }
    var line = file.line(row)
    line.kind = .text
    line.marker = Int32(cells[0].bytes.startIndex)
    line.end = Int32(cells[0].bytes.endIndex)
    if !cells[0].isEmpty, let lead = FieldLead(line, in: file.bytes), let name = lead.name {
      file.reports.add(
        .fieldInsidePart, at: lead.range, "'\(name.rawValue):' stands inside the table",
        help: "begin a line with it, without bars, after a blank line")
      return false
    }
    let right = InlineReader.richText(cells[1])
    guard !right.isEmpty else {
      report(
        .emptyPart, line: row, "this row has nothing on the right",
        help: "write its match; a row whose left cell is empty is a distractor")
      return false
    }
    if cells[0].isEmpty {
      matching.distractors.append(right)
    } else {
      matching.pairs.append(Matching.Pair(left: InlineReader.richText(cells[0]), right: right))
    }
    return true
  }

  private mutating func reportSameCells(_ matching: Matching, _ table: TableSyntax) -> Bool {
    let lefts = matching.pairs.map(\.left.plain)
    let rights = matching.pairs.map(\.right.plain) + matching.distractors.map(\.plain)
    for (cells, side) in [(lefts, "left"), (rights, "right")] {
      var seen = Set<String>()
      for cell in cells where !seen.insert(cell).inserted {
        report(
          .sameCell, line: table.captions, "'\(cell)' stands twice on the \(side) of this table",
          help: "every cell must have one match only; delete one, or tell the two apart")
        return true
      }
    }
    return false
  }
}
