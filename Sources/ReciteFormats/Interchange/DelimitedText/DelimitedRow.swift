/// One row of delimited text: its cells, and the line it begins on, counted from 1.
package struct DelimitedRow: Equatable, Sendable {
  package var line: Int
  package var cells: [String]

  package init(line: Int, cells: [String]) {
    self.line = line
    self.cells = cells
  }
}

/// What is wrong with a row of delimited text, and the line where it begins.
package struct DelimitedTextError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    /// A quoted cell that begins here never ends.
    case unclosedQuote
    /// A quoted cell that begins here goes on after its closing mark.
    case textAfterQuote
    case cellTooLong(limit: Int)
    case tooManyCells(limit: Int)
    case utf16
    /// A zero byte: a spreadsheet's own file, or another kind of data.
    case notText
  }

  package var reason: Reason
  package var line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// `line 3: the quotation mark that opens here is never closed`.
  package var description: String { "line \(line): \(message)" }

  /// What is wrong and what to do, without the place.
  package var message: String {
    switch reason {
    case .unclosedQuote:
      "the quotation mark that opens here is never closed; close it, or write it twice"
    case .textAfterQuote:
      "text follows the closing quotation mark of a cell; write marks within a cell twice"
    case .cellTooLong(let limit):
      "a cell is longer than \(limit) bytes; is a quotation mark left open?"
    case .tooManyCells(let limit): "the row has more than \(limit) cells"
    case .utf16: "the text is in UTF-16; save it as 'CSV UTF-8'"
    case .notText: "this is no text; save the sheet as 'CSV UTF-8'"
    }
  }
}
