import ReciteCore

/// Which column of a class's answer sheet holds the learner, and which the answers.
///
/// Wide: a row a learner, a column an item, its caption the item's id or its question. Long: a row
/// an answer, with columns for learner, item and response.
package struct SheetLayout: Equatable, Sendable {
  package enum Shape: Equatable, Sendable {
    /// For every column with answers, its place and the place of its item in the pack.
    case wide([SheetColumn])
    case long(item: Int, response: Int)
  }

  package struct SheetColumn: Equatable, Sendable {
    package var column: Int
    package var item: Int
  }

  package var shape: Shape
  /// Nil where no column names the learner; the line stands for the name then.
  package var learner: Int?
  /// Captions of columns that are read over, in their order.
  package var ignored: [String]
  /// Columns of the sheet.
  package var width: Int

  /// Reads a sheet's captions for the items of a pack.
  ///
  /// `ignoring` names captions to read over, in any case.
  /// - Throws: `SheetFault` for a column that matches no item, two for one item, or none at all.
  package init(
    captions row: DelimitedRow, of pack: PackID, items: [SheetItem], ignoring: [String] = []
  ) throws(SheetFault) {
    let captions = row.cells.map(SheetItem.plain)
    width = captions.count
    ignored = []
    learner = nil
    let finder = SheetItemFinder(pack: pack, items: items)
    if let long = SheetLayout.longColumns(captions, finder: finder) {
      shape = .long(item: long.item, response: long.response)
      learner = SheetLayout.learnerColumn(captions)
      return
    }
    let skipped = Set(ignoring.map { SheetItem.plain($0).lowercased() })
    learner = SheetLayout.learnerColumn(captions, except: finder, skipping: skipped)
    var columns: [SheetColumn] = []
    var unknown: [String] = []
    for (column, caption) in captions.enumerated() where column != learner && !caption.isEmpty {
      if skipped.contains(caption.lowercased()) {
        ignored.append(row.cells[column])
      } else if let item = finder.place(of: caption) {
        if let twin = columns.first(where: { $0.item == item }) {
          throw SheetFault(
            .repeatedItem(captions[column], other: captions[twin.column]), line: row.line)
        }
        columns.append(SheetColumn(column: column, item: item))
      } else if SheetWords.others.contains(caption.lowercased()) {
        ignored.append(row.cells[column])
      } else {
        unknown.append(caption)
      }
    }
    if let first = unknown.first {
      let isOtherVersion = unknown.count > 1 && unknown.count * 2 >= unknown.count + columns.count
      throw SheetFault(
        isOtherVersion
          ? .otherVersion(unknown: unknown, of: unknown.count + columns.count, pack: pack)
          : .unknownColumn(first, nearest: finder.nearest(to: first), pack: pack), line: row.line)
    }
    guard !columns.isEmpty else { throw SheetFault(.noAnswers, line: row.line) }
    shape = .wide(columns)
  }

  /// The columns of the long form; nil where the captions are those of the wide one.
  private static func longColumns(
    _ captions: [String], finder: SheetItemFinder
  ) -> (item: Int, response: Int)? {
    func column(_ words: [String]) -> Int? {
      captions.firstIndex { words.contains($0.lowercased()) && finder.place(of: $0) == nil }
    }
    guard let item = column(SheetWords.items), let response = column(SheetWords.responses) else {
      return nil
    }
    return (item, response)
  }

  /// The first column whose caption names learners, the clearest word first.
  private static func learnerColumn(_ captions: [String]) -> Int? {
    for word in SheetWords.learners {
      if let column = captions.firstIndex(where: { $0.lowercased() == word }) { return column }
    }
    return nil
  }

  /// The column of the learner in the wide form: by its caption, or the first of all where it is
  /// neither an item nor a slip from one, since teachers call it what they like.
  private static func learnerColumn(
    _ captions: [String], except finder: SheetItemFinder, skipping: Set<String>
  ) -> Int? {
    let known = captions.map { finder.place(of: $0) == nil ? $0 : "" }
    if let column = learnerColumn(known), !skipping.contains(captions[column].lowercased()) {
      return column
    }
    guard let first = known.first, !first.isEmpty, finder.nearest(to: first) == nil,
      !skipping.contains(first.lowercased()), !SheetWords.others.contains(first.lowercased())
    else { return nil }
    return 0
  }
}

/// What a sheet calls an item: its id, or its question's first line as a form shows it.
package struct SheetItem: Equatable, Sendable {
  package var id: ItemID
  package var question: String

  package init(id: ItemID, question: String) {
    self.id = id
    self.question = question
  }

  /// A caption without spaces round it, and with single ones within.
  package static func plain(_ caption: String) -> String {
    isPlain(caption)
      ? caption : caption.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// True for ASCII that is plain already, as most answers are; a look at its bytes is enough.
  private static func isPlain(_ caption: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in caption.utf8 {
      guard byte >= 0x20, byte < 0x80, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}

/// Finds items by what a sheet calls them.
package struct SheetItemFinder: Sendable {
  private let names: [String]
  private var places: [String: Int] = [:]

  package init(pack: PackID, items: [SheetItem]) {
    names = items.map(\.id.rawValue)
    for (place, item) in items.enumerated() {
      for name in ["\(item.id)", "\(pack)/\(item.id)", SheetItem.plain(item.question)] {
        let key = name.lowercased()
        if places[key] == nil { places[key] = place }
      }
    }
  }

  /// The place of the item in the pack; nil where none is called so.
  package func place(of caption: String) -> Int? {
    places[SheetItem.plain(caption).lowercased()]
  }

  /// The id that a caption may be a slip from.
  package func nearest(to caption: String) -> String? {
    NearestName.nearest(to: caption, among: names)
  }
}

/// Words that captions are made of; all in lower case.
enum SheetWords {
  static let learners = [
    "learner", "student", "pupil", "participant", "name", "full name", "student name", "username",
    "user", "learner id", "student id", "id", "email", "e-mail", "email address",
  ]
  static let items = ["item", "item id", "item_id", "question", "question id", "question_id"]
  static let responses = ["response", "answer", "typed", "given answer"]
  /// What forms and grade books add, and no answer.
  static let others: Set<String> = [
    "timestamp", "date", "time", "start time", "completion time", "duration", "class", "group",
    "course", "section", "school", "score", "total", "total score", "points", "grade", "mark",
    "attempt", "language", "name", "full name", "first name", "last name", "surname", "id", "email",
    "e-mail", "email address", "username", "student id", "comments", "feedback",
    "last modified time",
  ]
}

/// Why a class's sheet cannot be marked as it is, and the line.
package struct SheetFault: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Reason: Equatable, Sendable {
    case empty
    case noAnswers
    case unknownColumn(String, nearest: String?, pack: PackID)
    /// At least half of the columns name items that the pack does not have.
    case otherVersion(unknown: [String], of: Int, pack: PackID)
    case repeatedItem(String, other: String)
    case unknownItem(String, nearest: String?, pack: PackID)
    case surplusCells(Int, columns: Int)
    case missingColumn([String])
    case badCredit(String)
    case unreadable(String)
  }

  package var reason: Reason
  package var line: Int

  package init(_ reason: Reason, line: Int) {
    self.reason = reason
    self.line = line
  }

  /// `line 1: column 'jilni' is no item of the pack 'x'; did you mean 'jilin'?`.
  package var description: String { "line \(line): \(message)" }

  /// What is wrong and what to do, without the place.
  package var message: String {
    switch reason {
    case .empty: "the sheet is empty; its first line names the columns"
    case .noAnswers: "no column is named after an item of the pack"
    case .unknownColumn(let caption, let nearest, let pack):
      "column '\(caption)' is no item of the pack '\(pack)'; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "if it holds no answers, add --ignore '\(caption)'")
    case .otherVersion(let unknown, let count, let pack):
      "\(unknown.count) of \(count) columns are no items of the pack '\(pack)': "
        + unknown.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        + (unknown.count > 3 ? ", …" : "") + "; was the sheet made for another version of it?"
    case .repeatedItem(let caption, let other):
      "columns '\(other)' and '\(caption)' are the same item; leave one out"
    case .unknownItem(let name, let nearest, let pack):
      "'\(name)' is no item of the pack '\(pack)'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .surplusCells(let cells, let columns):
      "the row has \(cells) cells and the sheet \(columns) columns; "
        + "put an answer that holds the separator in quotation marks"
    case .missingColumn(let names):
      "expected columns " + names.map { "'\($0)'" }.joined(separator: ", ")
    case .badCredit(let text):
      "'\(text)' is no mark; write right, wrong, or a number from 0 to 1"
    case .unreadable(let why): why
    }
  }
}
