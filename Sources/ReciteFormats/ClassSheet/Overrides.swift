import ReciteCore

/// Marks that a teacher settled by hand: for one response to an item, or for one learner's.
///
/// They are read from the list that marking itself writes: `item`, `response`, `settled`, and
/// `learner` where only that one is meant. Rows whose `settled` is empty are still open.
package struct Overrides: Equatable, Sendable {
  private struct Key: Hashable {
    var item: Int
    var response: String
    var learner: String?
  }

  /// One row, as it is written back.
  package struct Row: Equatable, Sendable {
    package var item: Int
    package var response: String
    package var learner: String
    /// 0...1.
    package var credit: Double
    package var note: String
  }

  /// The settled rows, in the order of the file.
  package private(set) var rows: [Row] = []
  private var credits: [Key: Double] = [:]

  package init() {}

  /// The settled credit of a response, 0...1; one for the learner goes before one for all.
  ///
  /// Spaces and case make no difference.
  package func credit(of response: String, to item: Int, by learner: String) -> Double? {
    let response = Overrides.folded(response)
    return credits[Key(item: item, response: response, learner: Overrides.folded(learner))]
      ?? credits[Key(item: item, response: response, learner: nil)]
  }

  /// Reads a list; the last of two rows for one response wins.
  ///
  /// - Throws: `SheetFault` or `DelimitedTextError` with the line.
  package init(
    parsing bytes: [UInt8], of pack: PackID, finder: SheetItemFinder
  ) throws {
    var reader = try DelimitedReader(bytes)
    guard let captions = try reader.next() else { return }
    let names = captions.cells.map { SheetItem.plain($0).lowercased() }
    guard let item = names.firstIndex(of: "item"), let response = names.firstIndex(of: "response"),
      let settled = names.firstIndex(of: "settled")
    else { throw SheetFault(.missingColumn(["item", "response", "settled"]), line: captions.line) }
    let learner = names.firstIndex(of: "learner")
    let note = names.firstIndex(of: "note")
    while let row = try reader.next() {
      func cell(_ column: Int?) -> String {
        guard let column, column < row.cells.count else { return "" }
        return SheetItem.plain(DelimitedWriter.unguarded(row.cells[column]))
      }
      let mark = cell(settled)
      if mark.isEmpty { continue }
      guard let place = finder.place(of: cell(item)) else {
        throw SheetFault(
          .unknownItem(cell(item), nearest: finder.nearest(to: cell(item)), pack: pack),
          line: row.line)
      }
      guard let credit = Overrides.credit(mark) else {
        throw SheetFault(.badCredit(mark), line: row.line)
      }
      add(
        Row(
          item: place, response: cell(response), learner: cell(learner), credit: credit,
          note: cell(note)))
    }
  }

  package mutating func add(_ row: Row) {
    rows.append(row)
    let learner = row.learner.isEmpty ? nil : Overrides.folded(row.learner)
    let key = Key(item: row.item, response: Overrides.folded(row.response), learner: learner)
    credits[key] = row.credit
  }

  /// `right`, `wrong`, `0.5`, `0,5`, `50%`, `1/2` as a share of the credit; nil for anything else.
  static func credit(_ text: String) -> Double? {
    switch text.lowercased() {
    case "right", "correct", "true", "yes": return 1
    case "wrong", "incorrect", "false", "no": return 0
    default: break
    }
    let isPercent = text.hasSuffix("%")
    let number = text.replacing(",", with: ".").prefix { $0 != "%" }
    let halves = number.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = halves.first.flatMap({ Double($0) }) else { return nil }
    var credit = first
    if halves.count == 2, let second = Double(halves[1]), second > 0, !isPercent {
      credit /= second
    } else if halves.count != 1 {
      return nil
    }
    if isPercent { credit /= 100 }
    return credit.isFinite && (0...1).contains(credit) ? credit : nil
  }

  /// As two responses are compared: the list shows characters that cannot be seen as marks.
  private static func folded(_ text: String) -> String {
    SheetItem.plain(HiddenCharacters.marked(text)).lowercased()
  }
}
