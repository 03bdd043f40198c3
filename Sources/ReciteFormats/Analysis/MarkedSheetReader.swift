import ReciteCore

/// A sheet that marking wrote, read row by row.
package struct MarkedSheetReader {
  /// One answer of the sheet.
  package struct Row: Equatable, Sendable {
    package var learner: String
    package var answer: ClassResults.Answer
  }

  private var reader: DelimitedReader
  private let finder: SheetItemFinder
  private let pack: PackID
  private let items: [Item]
  private let columns: (learner: Int, item: Int, response: Int, credit: Int, matched: Int?)

  /// A reader of a sheet about the items of a pack.
  ///
  /// - Throws: `SheetFault` where columns are missing, `DelimitedTextError`, or what `refill` throws.
  package init(
    of pack: PackID, items: [Item], refill: @escaping DelimitedReader.Refill
  ) throws {
    reader = try DelimitedReader(refill: refill)
    self.pack = pack
    self.items = items
    finder = SheetItemFinder(
      pack: pack, items: items.map { SheetItem(id: $0.id, question: $0.question) })
    guard let captions = try reader.next() else { throw SheetFault(.empty, line: 1) }
    let names = captions.cells.map { SheetItem.plain($0).lowercased() }
    guard let learner = names.firstIndex(of: "learner"), let item = names.firstIndex(of: "item"),
      let response = names.firstIndex(of: "response"), let credit = names.firstIndex(of: "credit")
    else {
      throw SheetFault(
        .missingColumn(["learner", "item", "response", "credit"]), line: captions.line)
    }
    columns = (learner, item, response, credit, names.firstIndex(of: "matched"))
  }

  /// The next answer; nil at the end.
  ///
  /// - Throws: `SheetFault` or `DelimitedTextError` with the line, or what `refill` throws.
  package mutating func next() throws -> Row? {
    guard let row = try reader.next() else { return nil }
    func cell(_ column: Int?) -> String {
      guard let column, column < row.cells.count else { return "" }
      return DelimitedWriter.unguarded(row.cells[column])
    }
    guard let place = finder.place(of: cell(columns.item)) else {
      let name = cell(columns.item)
      throw SheetFault(
        .unknownItem(name, nearest: finder.nearest(to: name), pack: pack), line: row.line)
    }
    let mark = cell(columns.credit)
    guard let credit = Overrides.credit(mark) else {
      throw SheetFault(.badCredit(mark), line: row.line)
    }
    return Row(
      learner: cell(columns.learner),
      answer: ClassResults.Answer(
        item: place, credit: credit,
        response: items[place].picked(
          cell(columns.response), credit: credit, matched: cell(columns.matched))))
  }
}

extension Item {
  /// What was picked, as an analysis counts it: the option's text for a choice, else the response.
  ///
  /// `matched` is the option that the grader found in the response.
  func picked(_ response: String, credit: Double, matched: String) -> String {
    switch kind {
    case .choice:
      let text = SheetItem.plain(matched)
      return optionTexts.contains(text) ? text : response
    case .trueFalse(let key):
      return response.isEmpty ? "" : String(credit >= 1 ? key : !key)
    case .selection, .text, .number, .list, .ordering, .matching, .cloze, .map, .chain, .open:
      return response
    }
  }
}
