import ReciteCore

/// Reading the finished quizzes of a record.
extension RecordReading {
  mutating func readRuns() throws {
    try reader.beginArray()
    while try reader.nextElement() {
      var run = RunMembers()
      var name: (EntryID, Instant)?
      var seen: [String] = []
      try reader.beginObject()
      while let key = try nextKey(&seen) {
        if key == "by" {
          try reader.beginArray()
          name = try nameAndTime()
        } else if try !run.read(key, from: &reader) {
          throw unknown(key)
        }
      }
      guard let name else { throw reader.error(.expected("\"by\"")) }
      stored.progress.ledger.runs.append(
        Dated(try run.run(at: reader), id: name.0, instant: name.1))
    }
    stored.progress.ledger.runs.sort(by: Dated.isOlder)
  }
}

/// The members of a run, as they come.
struct RunMembers {
  private var packs: [PackID]?
  private var seed: UInt64?
  private var asked: Int?
  private var correct: Int?
  private var credit: Double?
  private var passed: Bool?

  /// Reads the member `key`; false where a run has none of this name.
  mutating func read(_ key: String, from reader: inout JSONReader) throws -> Bool {
    switch key {
    case "packs":
      var packs: [PackID] = []
      try reader.beginArray()
      while try reader.nextElement() { packs.append(PackID(try reader.string())) }
      self.packs = packs
    case "seed": seed = try reader.integer()
    case "asked": asked = Int(try reader.integer(as: Int32.self))
    case "correct": correct = Int(try reader.integer(as: Int32.self))
    case "credit": credit = try reader.double()
    case "passed":
      if try reader.kind() == .null { try reader.null() } else { passed = try reader.bool() }
    default: return false
    }
    return true
  }

  func run(at reader: JSONReader) throws -> QuizRun {
    guard let packs, let seed, let asked, let correct, let credit else {
      throw reader.error(.invalid("a run lacks a member"))
    }
    return QuizRun(
      packs: packs, seed: seed, asked: asked, correct: correct, credit: credit, passed: passed)
  }
}
