import ReciteCore
import ReciteFormats
import Testing

@Suite struct ClassSheetTests {
  static let pack = PackID("rivers")
  static let items = [
    SheetItem(id: ItemID("longest"), question: "Which river is the longest?"),
    SheetItem(id: ItemID("three-seas"), question: "Name three seas."),
    SheetItem(id: ItemID("source"), question: "Where does the Amur rise?"),
  ]
  static let finder = SheetItemFinder(pack: pack, items: items)

  /// The layout of a sheet whose captions stand in `line`.
  static func layout(_ line: String, ignoring: [String] = []) throws -> SheetLayout {
    try SheetLayout(
      captions: DelimitedRow(line: 1, cells: line.split(separator: "|").map(String.init)),
      of: pack, items: items, ignoring: ignoring)
  }

  @Test(
    "columns are found by id, by pack and id, and by the question itself",
    arguments: [
      ("learner|longest|source", "0: 1=0 2=2"),
      ("Name|rivers/Source|LONGEST", "0: 1=2 2=0"),
      ("Timestamp|Email|Which river  is the longest?|Score", "1: 2=0"),
      ("Schüler|three-seas", "0: 1=1"),
      ("longest|source|Student", "2: 0=0 1=2"),
      ("longest|source", "nil: 0=0 1=2"),
      ("learner|item|response", "0: long 1 2"),
      ("Question|Answer|Student", "2: long 0 1"),
    ])
  func layouts(captions: String, shown: String) throws {
    let seen = try ClassSheetTests.layout(captions)
    let learner = seen.learner.map(String.init) ?? "nil"
    let columns =
      switch seen.shape {
      case .wide(let columns): columns.map { "\($0.column)=\($0.item)" }.joined(separator: " ")
      case .long(let item, let response): "long \(item) \(response)"
      }
    #expect("\(learner): \(columns)" == shown)
  }

  @Test(
    "a column that is no item is named, with the item that it may be",
    arguments: [
      (
        "learner|longst|source",
        "line 1: column 'longst' is no item of the pack 'rivers'; did you mean 'longest'?"
      ),
      (
        "learner|longest|remarks on it",
        "line 1: column 'remarks on it' is no item of the pack 'rivers'; "
          + "if it holds no answers, add --ignore 'remarks on it'"
      ),
      (
        "learner|old-one|old-two|longest",
        "line 1: 2 of 3 columns are no items of the pack 'rivers': 'old-one', 'old-two'; "
          + "was the sheet made for another version of it?"
      ),
      (
        "learner|source|Where does the Amur rise?",
        "line 1: columns 'source' and 'Where does the Amur rise?' are the same item; leave one out"
      ),
      ("learner|date", "line 1: no column is named after an item of the pack"),
    ])
  func faults(captions: String, message: String) {
    #expect {
      try ClassSheetTests.layout(captions)
    } throws: { ($0 as? SheetFault)?.description == message }
  }

  @Test("columns may be read over by name")
  func ignoring() throws {
    let seen = try ClassSheetTests.layout("learner|longest|Remarks", ignoring: ["remarks"])
    #expect(seen.ignored == ["Remarks"])
  }

  @Test("a row gives one answer a column, blanks for what is missing, each on one line")
  func wideRows() throws {
    let layout = try ClassSheetTests.layout("learner|longest|three-seas|source")
    let row = DelimitedRow(line: 5, cells: [" Mei  Lin ", "Amur", "Black Sea\n Red Sea \n", ""])
    let answers = try layout.answers(
      in: row, of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
    #expect(answers.map(\.learner) == ["Mei Lin", "Mei Lin", "Mei Lin"])
    #expect(answers.map(\.response) == ["Amur", "Black Sea; Red Sea", ""])
    let short = DelimitedRow(line: 6, cells: ["", "Lena"])
    let few = try layout.answers(
      in: short, of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
    #expect(few.map(\.response) == ["Lena", "", ""] && few[0].learner == "line 6")
  }

  @Test("empty cells beyond the last column are a habit, text there is a fault")
  func surplus() throws {
    let layout = try ClassSheetTests.layout("learner|longest")
    let trailing = DelimitedRow(line: 2, cells: ["Mei", "Amur", "", ""])
    #expect(
      try layout.answers(in: trailing, of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
        .count == 1)
    let torn = DelimitedRow(line: 3, cells: ["Mei", "Amur", "in Russia"])
    #expect(throws: SheetFault(.surplusCells(3, columns: 2), line: 3)) {
      try layout.answers(in: torn, of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
    }
  }

  @Test("a row of the long form names its item")
  func longRows() throws {
    let layout = try ClassSheetTests.layout("learner|item|response")
    let row = DelimitedRow(line: 2, cells: ["Mei", "source", "Mongolia"])
    #expect(
      try layout.answers(in: row, of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
        == [SheetAnswer(learner: "Mei", item: 2, response: "Mongolia", line: 2)])
    let wrong = DelimitedRow(line: 3, cells: ["Mei", "sorce", "Mongolia"])
    #expect(
      throws: SheetFault(
        .unknownItem("sorce", nearest: "source", pack: ClassSheetTests.pack), line: 3)
    ) { try layout.answers(in: wrong, of: ClassSheetTests.pack, finder: ClassSheetTests.finder) }
  }

  @Test("what was settled by hand holds for all, or for one learner, and blanks are still open")
  func overrides() throws {
    let text = """
      item,response,verdict,settled,learner,note
      longest,the  Amur river,close,1/2,,half of it
      longest,Lena,wrong,,,
      longest,the amur river,close,right,Mei,
      source,'=x,partial,"0,25",,
      source,a,partial,75%,,

      """
    let seen = try Overrides(
      parsing: Array(text.utf8), of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
    #expect(seen.rows.count == 4)
    #expect(seen.credit(of: "The Amur River", to: 0, by: "Li") == 0.5)
    #expect(seen.credit(of: "the Amur river", to: 0, by: "mei") == 1)
    #expect(seen.credit(of: "the Amur river", to: 2, by: "Mei") == nil)
    #expect(seen.credit(of: "Lena", to: 0, by: "Mei") == nil)
    #expect(seen.credit(of: "=x", to: 2, by: "Li") == 0.25)
    #expect(seen.credit(of: "a", to: 2, by: "Li") == 0.75)
  }

  @Test(
    "a settled mark that is none is named with its line",
    arguments: ["2", "-1", "half", "1/0", "nan", "1/2/3", "150%", "%"])
  func badMarks(mark: String) {
    let text = "item,response,settled\nlongest,Lena,right\nlongest,Ob,\(mark)\n"
    #expect(throws: SheetFault(.badCredit(mark), line: 3)) {
      try Overrides(
        parsing: Array(text.utf8), of: ClassSheetTests.pack, finder: ClassSheetTests.finder)
    }
  }
}
