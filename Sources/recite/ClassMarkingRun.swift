import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// Marks a class's sheet row by row and writes what was asked for.
struct ClassMarkingRun {
  /// Faults of rows that are said one by one; the rest are counted.
  private static let toldFaults = 20
  /// Bytes that are gathered before they are written.
  private static let flushSize = 1 << 16

  let pack: Pack
  let layoutIgnores: [String]
  private let file: ChunkedFile
  private let finder: SheetItemFinder
  private let sheetItems: [SheetItem]
  private var marking: ClassMarking
  private var look: LookList
  private let overrides: Overrides
  private var faults = 0
  private var bar: ProgressBar?

  /// A run over `file`; `overridesPath` is the list that a teacher filled in.
  init(
    pack: Pack, grader: Grader, file: ChunkedFile, overridesPath: String?, ignoring: [String]
  ) throws {
    self.pack = pack
    self.file = file
    layoutIgnores = ignoring
    let items = pack.askable(with: pack.map)
    sheetItems = items.map { SheetItem(id: $0.id, question: $0.question) }
    finder = SheetItemFinder(pack: pack.id, items: sheetItems)
    overrides = try ClassMarkingRun.overrides(overridesPath, pack.id, finder)
    marking = ClassMarking(pack: pack.id, items: items, grader: grader, overrides: overrides)
    look = LookList(items: items, map: pack.map)
    bar = ProgressBar(for: file)
  }

  private static func overrides(
    _ path: String?, _ pack: PackID, _ finder: SheetItemFinder
  ) throws -> Overrides {
    guard let path else { return Overrides() }
    let file = try ChunkedFile(path)
    do {
      return try Overrides(parsing: try file.readAll(), of: pack, finder: finder)
    } catch let fault as SheetFault {
      throw Failure(.unusable, "\(file.name): \(VisibleText.of(fault.description))")
    } catch let error as DelimitedTextError {
      throw Failure(.unusable, "\(file.name): \(error)")
    }
  }

  /// What comes of the run.
  struct Result {
    var summary: ClassSummary
    /// Rows of the list to look at.
    var look: Int
    var settled: Int
    /// Rows that could not be marked.
    var faults: Int
    /// What the reader should know of how the sheet was taken.
    var notices: [String]
  }

  /// Reads, marks and writes.
  ///
  /// `marked` takes the rows of all answers, `scores` a row a learner, `looks` the list to look at.
  /// - Throws: `Failure` where the sheet cannot be used at all.
  mutating func run(
    marked: SheetSink?, scores: SheetSink?, looks: SheetSink?
  ) throws -> Result {
    defer { bar?.clear() }
    do {
      let file = file
      var reader = try DelimitedReader { try file.read(into: &$0) }
      guard let captions = try reader.next() else { throw SheetFault(.empty, line: 1) }
      let layout = try SheetLayout(
        captions: captions, of: pack.id, items: sheetItems, ignoring: layoutIgnores)
      var tables = Tables(marked, scores, looks, like: reader)
      tables.marked?.row(MarkedAnswer.captions)
      tables.scores?.row(["learner", "credit", "asked", "score"])
      tables.looks?.row(LookList.captions)
      for row in overrides.rows {
        if let cells = look.row(row) { tables.looks?.row(cells) }
      }
      try markRows(&reader, layout, &tables)
      try endLearner(&tables)
      try tables.flush(beyond: 0)
      return Result(
        summary: marking.summary, look: look.count, settled: overrides.rows.count, faults: faults,
        notices: notices(layout, reader))
    } catch let fault as SheetFault {
      throw Failure(.unusable, "\(file.name): \(VisibleText.of(fault.description))")
    } catch let error as DelimitedTextError {
      throw Failure(.unusable, "\(file.name): \(error)")
    }
  }

  private mutating func markRows(
    _ reader: inout DelimitedReader, _ layout: SheetLayout, _ tables: inout Tables
  ) throws {
    var learner: String?
    while true {
      let rows = try nextRows(&reader, layout)
      if rows.isEmpty { return }
      gradeAhead(rows)
      for row in rows {
        switch row {
        case .fault(let fault): tell(fault)
        case .answers(let answers):
          for answer in answers {
            if answer.learner != learner { try endLearner(&tables) }
            learner = answer.learner
            guard let mark = marking.mark(answer) else { continue }
            tables.marked?.row(mark.cells)
            if let cells = look.row(mark, at: answer.item) { tables.looks?.row(cells) }
          }
          // In the wide form a row is a learner, also where two have one name.
          if case .wide = layout.shape {
            try endLearner(&tables)
            learner = nil
          }
          try tables.flush(beyond: ClassMarkingRun.flushSize)
        }
      }
    }
  }

  /// A row of the sheet as it was read.
  private enum Row {
    case answers([SheetAnswer])
    case fault(String)
  }

  /// So many answers, or bytes of them, are read and graded at a time.
  private static let batch = (answers: 4_000, bytes: 1 << 20)
  /// So many are handed to a core at a time.
  private static let portion = 50

  /// The next rows, in their order; none at the end of the sheet.
  private mutating func nextRows(
    _ reader: inout DelimitedReader, _ layout: SheetLayout
  ) throws -> [Row] {
    var rows: [Row] = []
    var count = 0
    var size = 0
    while count < ClassMarkingRun.batch.answers, size < ClassMarkingRun.batch.bytes {
      do {
        guard let row = try reader.next() else { break }
        bar?.show(file.offset)
        let answers = try layout.answers(in: row, of: pack.id, finder: finder)
        count += max(1, answers.count)
        size += row.cells.reduce(0) { $0 + $1.utf8.count }
        rows.append(.answers(answers))
      } catch let fault as SheetFault {
        rows.append(.fault(fault.description))
        count += 1
      } catch let error as DelimitedTextError {
        rows.append(.fault(error.description))
        count += 1
      }
    }
    return rows
  }

  /// Grades what the rows hold on all cores.
  private mutating func gradeAhead(_ rows: [Row]) {
    let answers = rows.flatMap { row -> [SheetAnswer] in
      if case .answers(let answers) = row { answers } else { [] }
    }
    let waiting = marking.ungraded(in: answers)
    let portions = stride(from: 0, to: waiting.count, by: ClassMarkingRun.portion).map {
      Array(waiting[$0..<min($0 + ClassMarkingRun.portion, waiting.count)])
    }
    let graded = SideBySide.map(portions) { portion in portion.map { $0.graded() } }
    marking.take(graded.flatMap(\.self))
  }

  private mutating func endLearner(_ tables: inout Tables) throws {
    guard let ended = marking.endLearner() else { return }
    tables.scores?.row(
      [ended.name, shortNumber(ended.credit), String(ended.asked), shortNumber(ended.score)])
  }

  private mutating func tell(_ fault: String) {
    faults += 1
    bar?.clear()
    if faults <= ClassMarkingRun.toldFaults { say("\(file.name): \(VisibleText.of(fault))") }
    if faults == ClassMarkingRun.toldFaults + 1 { say("\(file.name): more rows like these follow") }
  }

  private func notices(_ layout: SheetLayout, _ reader: DelimitedReader) -> [String] {
    var notices: [String] = []
    if let line = reader.windows1252Line {
      notices.append("line \(line) is not UTF-8; it was read as Windows-1252")
    }
    if !layout.ignored.isEmpty {
      let names = layout.ignored.map { "'\($0)'" }.joined(separator: ", ")
      notices.append("columns without answers were left out: \(names)")
    }
    if layout.learner == nil {
      notices.append("no column names the learners; they are called by their lines")
    }
    return notices.map { "\(file.name): \(VisibleText.of($0))" }
  }
}

/// Where rows go.
typealias SheetSink = ([UInt8]) throws -> Void

/// The tables that marking writes, in the manner of the sheet that it reads.
private struct Tables {
  var marked: DelimitedWriter?
  var scores: DelimitedWriter?
  var looks: DelimitedWriter?
  private let sinks: (marked: SheetSink?, scores: SheetSink?, looks: SheetSink?)

  init(
    _ marked: SheetSink?, _ scores: SheetSink?, _ looks: SheetSink?, like reader: DelimitedReader
  ) {
    sinks = (marked, scores, looks)
    let writer = DelimitedWriter(
      separator: reader.separator, byteOrderMark: reader.hadByteOrderMark)
    self.marked = marked.map { _ in writer }
    self.scores = scores.map { _ in writer }
    self.looks = looks.map { _ in writer }
  }

  /// Writes out each table of which more than `size` bytes wait.
  mutating func flush(beyond size: Int) throws {
    if let sink = sinks.marked, marked.map({ $0.bytes.count > size }) ?? false {
      try marked?.drain(sink)
    }
    if let sink = sinks.scores, scores.map({ $0.bytes.count > size }) ?? false {
      try scores?.drain(sink)
    }
    if let sink = sinks.looks, looks.map({ $0.bytes.count > size }) ?? false {
      try looks?.drain(sink)
    }
  }
}
