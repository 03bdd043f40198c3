/// The outline of a pack file before its meaning is read: where header, lessons, sections and items
/// begin.
///
/// Everything is a line number of the file, so that the reader, the formatter and messages all
/// speak of the same bytes. What stands under a heading is parsed when it is its turn.
struct FileOutline {
  let lines: [Line]
  /// The lines of the header between its two `---`, and those marks themselves.
  var header: Range<Int>?
  /// What stands before the first heading.
  var introduction: Range<Int>
  /// The lines of the `#`, `##` and `###` headings, ascending.
  var headings: [Int]

  /// The lines under the heading of this number, up to the next heading.
  func body(of heading: Int) -> Range<Int> {
    let next = heading + 1 < headings.count ? headings[heading + 1] : lines.count
    return headings[heading] + 1..<next
  }
}

/// A paragraph, or what counts as one.
enum BlockSyntax {
  case paragraph(Range<Int>)
  case list(ListSyntax)
  case quotation([Int])
  case table(TableSyntax)
  /// From the opening mark to the closing one, or to the last line where it is missing.
  case fence(Range<Int>)
  case heading(Int)
  case comment(Range<Int>)
  case thematicBreak(Int)

  /// The first line.
  var start: Int {
    switch self {
    case .paragraph(let lines), .fence(let lines), .comment(let lines): lines.lowerBound
    case .list(let list): list.parts.first?.line ?? 0
    case .quotation(let lines): lines.first ?? 0
    case .table(let table): table.captions
    case .heading(let line), .thematicBreak(let line): line
    }
  }
}

struct ListSyntax {
  var isNumbered: Bool
  var parts: [PartSyntax]
}

/// One bullet, step, option or point, with what hangs on it.
struct PartSyntax {
  var line: Int
  /// Lines on which its text runs on.
  var continuation: [Int] = []
  /// Quotation lines under it.
  var feedback: [Int] = []
  /// `Not:` lines under a point, each with the lines on which it runs on.
  var withdrawals: [FieldSyntax] = []
  /// Bullets and steps that are indented under it.
  var nested: [PartSyntax] = []
}

struct TableSyntax {
  var captions: Int
  var rule: Int?
  var rows: [Int]
}

struct FieldSyntax {
  var name: FieldName
  /// The bytes of the name, for messages.
  var nameRange: Range<Int>
  var line: Int
  /// The offset at which the value begins on the field's own line.
  var value: Int
  var continuation: [Int] = []
  var feedback: [Int] = []
}

enum AnswerSyntax {
  case none
  case boxes([PartSyntax])
  case list(ListSyntax)
  case table(TableSyntax)
  /// `Answer:`, `Map:` or `Chain:`.
  case field(FieldSyntax)
  case points(FieldSyntax, [PartSyntax])
  case gaps
}

struct ItemSyntax {
  /// The `###` line.
  var heading: Int
  var stem: [BlockSyntax]
  var answer: AnswerSyntax
  /// In the order written; the answer's own field is not among them.
  var fields: [FieldSyntax]
}
