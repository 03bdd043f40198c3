/// One thing that is wrong with a file: what, where, and how to mend it.
package struct Diagnostic: Equatable, Sendable {
  package enum Severity: String, Comparable, CaseIterable, Sendable {
    /// Worth knowing; no check fails for it.
    case notice
    case warning
    case error

    private var rank: Int {
      switch self {
      case .notice: 0
      case .warning: 1
      case .error: 2
      }
    }

    package static func < (first: Severity, second: Severity) -> Bool { first.rank < second.rank }
  }

  package var code: DiagnosticCode
  package var severity: Severity
  package var place: Place
  /// Lower case, no full stop: `two options are the same, so the key is ambiguous`.
  package var message: String
  /// Other places that belong to the fault, in the order in which they help.
  package var notes: [Note]
  /// What to do about it.
  package var help: String?

  package init(
    code: DiagnosticCode, severity: Severity, place: Place, message: String, notes: [Note] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.notes = notes
    self.help = help
  }

  /// Where a fault stands, and the line it stands in.
  package struct Place: Equatable, Sendable {
    /// The file as messages name it.
    package var path: String
    /// The first character, and the one after the last.
    package var start: Position
    package var end: Position
    /// The first line as it stands in the file; empty where the file could not be read as text.
    package var excerpt: String

    package init(path: String, start: Position, end: Position, excerpt: String) {
      self.path = path
      self.start = start
      self.end = end
      self.excerpt = excerpt
    }

    /// The place of a whole file.
    package init(path: String) {
      let first = Position(line: 1, column: 1)
      self.init(path: path, start: first, end: first, excerpt: "")
    }
  }

  /// A word on a second place: `also option 1`.
  package struct Note: Equatable, Sendable {
    package var message: String
    package var place: Place

    package init(_ message: String, place: Place) {
      self.message = message
      self.place = place
    }
  }
}

/// Faults as the parser meets them, by byte offset; they become diagnostics when the file is done.
struct Reports {
  struct Entry {
    var code: DiagnosticCode
    var file: Int
    var range: Range<Int>
    var message: String
    var notes: [(message: String, file: Int, range: Range<Int>)]
    var help: String?
  }

  var entries: [Entry] = []
  /// The file that is being read, as an index into the pack's files.
  var file: Int
  /// How many faults were reported, those beyond the limit included.
  private(set) var count = 0
  /// The entry that says how many faults there are.
  private var overflow: Int?

  init(file: Int) { self.file = file }

  /// Adds a fault; of one file only as many are kept as `PackLimits.diagnostics` says.
  mutating func add(
    _ code: DiagnosticCode, at range: Range<Int>, _ message: String, help: String? = nil,
    notes: [(message: String, file: Int, range: Range<Int>)] = []
  ) {
    add(Entry(code: code, file: file, range: range, message: message, notes: notes, help: help))
  }

  private mutating func add(_ entry: Entry) {
    count += 1
    guard count > PackLimits.diagnostics else {
      entries.append(entry)
      return
    }
    let last = Entry(
      code: .tooManyFaults, file: file, range: overflow.map { entries[$0].range } ?? entry.range,
      message: Reports.overflowMessage(count), notes: [],
      help: "mend these first, then check again")
    if let overflow { entries[overflow] = last } else { entries.append(last) }
    overflow = overflow ?? entries.count - 1
  }

  /// Adds the faults of these numbers from a part of the file that was read by itself.
  mutating func add(_ numbers: Range<Int>, of part: Reports) {
    // Whatever lies beyond the limit of a part lies beyond that of the whole.
    for number in numbers { add(part.entries[Swift.min(number, part.entries.count - 1)]) }
  }

  /// How many faults a file has, where not all are shown.
  static func overflowMessage(_ count: Int) -> String {
    "this file has \(count) faults; the first \(PackLimits.diagnostics) are shown"
  }

  mutating func append(_ others: Reports) { entries += others.entries }

  /// The diagnostics, sorted by file, place and code.
  func diagnostics(in files: [SourceText]) -> [Diagnostic] {
    let concerned = Set(entries.map(\.file) + entries.flatMap { $0.notes.map(\.file) })
    let indices = files.indices.map {
      concerned.contains($0) ? LineIndex(files[$0].bytes) : LineIndex([])
    }
    func place(_ file: Int, _ range: Range<Int>) -> Diagnostic.Place {
      let start = indices[file].position(of: range.lowerBound)
      return Diagnostic.Place(
        path: files[file].path, start: start, end: indices[file].position(of: range.upperBound),
        excerpt: indices[file].line(start.line))
    }
    let sorted = entries.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.file != other.file { return one.file < other.file }
      if one.range.lowerBound != other.range.lowerBound {
        return one.range.lowerBound < other.range.lowerBound
      }
      return first.offset < second.offset
    }
    return sorted.map { _, entry in
      Diagnostic(
        code: entry.code, severity: entry.code.severity, place: place(entry.file, entry.range),
        message: entry.message,
        notes: entry.notes.map { Diagnostic.Note($0.message, place: place($0.file, $0.range)) },
        help: entry.help)
    }
  }
}
