import ReciteCore

/// The journal, `progress.json.journal`: a head, then one line a change, each with its own CRC-32C.
///
/// A line is an object whose last member is the sum of every byte of the line before that member's
/// value. The head names the format's version and the installation that writes. A change is one
/// entry, or several that count together or not at all, such as a review and the retraction of the
/// one that it replaces: they stand in one line, so that a torn one takes them all.
package enum JournalLines {
  package static let version = 1
  static let format = "recite-journal"

  /// The first line of a journal.
  package static func head(device: DeviceID, place: UInt64) -> [UInt8] {
    line {
      $0.member("format", format)
      $0.member("version", version)
      $0.member("device", device.description)
      $0.member("place", hexadecimal(place))
    }
  }

  /// How the line of one entry begins, and that of several.
  static let (entryOpening, changeOpening) = (Array(#"{"n":"#.utf8), Array(#"{"all":["#.utf8))

  /// The line of the entries of one change, which are one or more.
  package static func line(_ change: [JournalEntry]) -> [UInt8] {
    line { writer in
      if change.count == 1 { return writer.members(of: change[0]) }
      writer.key("all")
      writer.array { for entry in change { $0.object { $0.members(of: entry) } } }
    }
  }

  private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    members(&writer)
    writer.key("crc")
    writer.string(hexadecimal(CRC32C.checksum(writer.bytes[...])))
    writer.endObject()
    writer.newline()
    return writer.bytes
  }

  package enum Line: Equatable, Sendable {
    case head(device: DeviceID, place: UInt64)
    /// The entries of one change, at least one.
    case change([JournalEntry])
  }

  /// Reads one line, without its line feed.
  ///
  /// - Throws: `ProgressFileError`.
  package static func read(_ bytes: [UInt8]) throws(ProgressFileError) -> Line {
    do {
      // One chunk, so that the sum is of all bytes up to the reader's place.
      var rest: [UInt8]? = bytes
      var reader = try JSONReader(checksumming: true) { buffer in
        buffer.append(contentsOf: rest ?? [])
        rest = nil
      }
      return try read(from: &reader)
    } catch let error as ProgressFileError {
      throw error
    } catch let error as JSONError {
      throw .damaged(error)
    } catch {
      throw .empty
    }
  }

  private static func read(from reader: inout JSONReader) throws -> Line {
    var members = LineMembers()
    var change: [JournalEntry]?
    var hasSum = false
    try reader.members { key, reader in
      switch key {
      case "crc":
        let sum = reader.checksumSoFar ?? 0
        guard try reader.string() == hexadecimal(sum) else {
          throw ProgressFileError.wrongChecksum
        }
        hasSum = true
      case _ where hasSum: throw reader.error(.invalid("\"crc\" must come last"))
      case "all": change = try entries(from: &reader)
      default: try members.read(key, from: &reader)
      }
    }
    guard hasSum else { throw reader.error(.expected("\"crc\"")) }
    try reader.end()
    guard let change else { return try members.line(at: reader) }
    guard members.isEmpty, !change.isEmpty else {
      throw reader.error(.invalid("a change is a list of entries and nothing else"))
    }
    return .change(change)
  }

  private static func entries(from reader: inout JSONReader) throws -> [JournalEntry] {
    var entries: [JournalEntry] = []
    try reader.beginArray()
    while try reader.nextElement() {
      var members = LineMembers()
      try reader.members { try members.read($0, from: &$1) }
      entries.append(try members.entry(at: reader))
    }
    return entries
  }
}

extension JSONReader {
  /// Reads an object, whose keys must differ.
  fileprivate mutating func members(
    _ member: (_ key: String, _ reader: inout JSONReader) throws -> Void
  ) throws {
    var seen: [String] = []
    try beginObject()
    while let key = try nextKey() {
      guard !seen.contains(key) else { throw error(.duplicateKey(key)) }
      seen.append(key)
      try member(key, &self)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func members(of entry: JournalEntry) {
    member("n", entry.id.number)
    member("device", entry.id.device.description)
    key("at")
    array {
      $0.integer(ReviewJSON.readable(entry.at.instant).milliseconds)
      $0.integer(entry.at.zone.minutes)
    }
    action(entry.action)
  }

  private mutating func action(_ action: JournalEntry.Action) {
    switch action {
    case .review(let review, let key, let missed, let fingerprint):
      member("review", key.description)
      self.key("values")
      ReviewJSON.write(review, device: 0, key: 0, to: &self)
      if let missed { member("missed", missed) }
      member("key", hexadecimal(fingerprint))
    case .retraction(let id, let key):
      member("retract", key.description)
      self.key("entry")
      array {
        $0.string(id.device.description)
        $0.integer(id.number)
      }
    case .reset(let key):
      self.key("reset")
      if let key { string(key.description) } else { null() }
    case .alias(let key, let text, let isAccepted):
      member("alias", key.description)
      member("text", text)
      member("is", isAccepted)
    case .claim(let key, let points, let response):
      member("claim", key.description)
      self.key("points")
      array { for point in points { $0.integer(Int32(clamping: point)) } }
      member("text", response)
    case .flag(let key, let note):
      member("flag", key.description)
      member("text", note)
    case .suspension(let key, let isSuspended):
      member("suspend", key.description)
      member("is", isSuspended)
    case .burial(let key, let day):
      member("bury", key.description)
      member("until", ReviewJSON.text(of: day))
    case .reading(let pack, let section):
      member("read", pack.rawValue)
      member("section", Int32(clamping: section))
    case .run(let run):
      member("run", run.packs.map(\.rawValue))
      runMembers(run)
    }
  }
}

/// The members of a line, as they come.
private struct LineMembers {
  private enum Verb: String {
    case review, retract, reset, alias, claim, flag, suspend, bury, read, run
  }

  private var format: String?
  private var version: Int?
  private var device: DeviceID?
  private var place: UInt64?
  private var number: UInt32?
  private var at: Timestamp?
  private var verb: (verb: Verb, key: ItemKey?)?
  private var review: Review?
  private var text: String?
  private var fingerprint: UInt32?
  private var entry: EntryID?
  private var points: [Int]?
  private var truth: Bool?
  private var until: Day?
  private var pack: PackID?
  private var section: Int?
  private var run = RunMembers()

  mutating func read(_ key: String, from reader: inout JSONReader) throws {
    switch key {
    case "format": format = try reader.string()
    case "version":
      version = try reader.integer(as: Int.self)
    case "device": device = DeviceID(try reader.string())
    case "place": place = ReciteFormats.number(hexadecimal: try reader.string())
    case "n": number = try reader.integer()
    case "at":
      try reader.beginArray()
      at = try ReviewJSON.timestamp(from: &reader)
      try ReviewJSON.close(&reader)
    case "values":
      review = try ReviewJSON.read(from: &reader, devices: [device ?? DeviceID(0)]).review
    case "missed", "text": text = try reader.string()
    case "key": fingerprint = ReciteFormats.number(hexadecimal: try reader.string())
    case "entry":
      try reader.beginArray()
      try ReviewJSON.element(of: &reader)
      let device = DeviceID(try reader.string())
      try ReviewJSON.element(of: &reader)
      let number = try reader.integer(as: UInt32.self)
      try ReviewJSON.close(&reader)
      entry = device.map { EntryID(device: $0, number: number) }
    case "points":
      var points: [Int] = []
      try reader.beginArray()
      while try reader.nextElement() { points.append(Int(try reader.integer(as: Int32.self))) }
      self.points = points
    case "is": truth = try reader.bool()
    case "section": section = Int(try reader.integer(as: Int32.self))
    case "until": until = ReviewJSON.day(try reader.string())
    default: try readVerb(key, from: &reader)
    }
  }

  private mutating func readVerb(_ key: String, from reader: inout JSONReader) throws {
    guard let verb = Verb(rawValue: key) else {
      guard try run.read(key, from: &reader) else {
        throw reader.error(.invalid("no member '\(key)' is known here"))
      }
      return
    }
    guard self.verb == nil else { throw reader.error(.invalid("one line, one entry")) }
    switch verb {
    case .run:
      _ = try run.read("packs", from: &reader)
      self.verb = (verb, nil)
    case .read:
      pack = PackID(try reader.string())
      self.verb = (verb, nil)
    case .reset where try reader.kind() == .null:
      try reader.null()
      self.verb = (verb, nil)
    case .review, .retract, .reset, .alias, .claim, .flag, .suspend, .bury:
      guard let key = ItemKey(try reader.string()) else {
        throw reader.error(.expected("a key PACK/ITEM"))
      }
      self.verb = (verb, key)
    }
  }

  func line(at reader: JSONReader) throws -> JournalLines.Line {
    // Only now, when the sum has said that no digit of it was changed.
    if let version, version > JournalLines.version, format == JournalLines.format {
      throw ProgressFileError.laterVersion(version)
    }
    if let format, let device, let place, version == JournalLines.version,
      format == JournalLines.format
    {
      return .head(device: device, place: place)
    }
    return .change([try entry(at: reader)])
  }

  /// True where no member of an entry or a head was read.
  var isEmpty: Bool { format == nil && version == nil && device == nil && number == nil }

  func entry(at reader: JSONReader) throws -> JournalEntry {
    guard let number, number > 0, let device, let at, let verb,
      let action = try action(verb.verb, verb.key, at: reader)
    else { throw reader.error(.invalid("the entry lacks a member")) }
    return JournalEntry(id: EntryID(device: device, number: number), at: at, action: action)
  }

  private func action(
    _ verb: Verb, _ key: ItemKey?, at reader: JSONReader
  ) throws -> JournalEntry.Action? {
    switch (verb, key) {
    case (.review, let key?):
      guard let review, let fingerprint else { return nil }
      return .review(review, of: key, missed: text, fingerprint: fingerprint)
    case (.retract, let key?): return entry.map { .retraction($0, of: key) }
    case (.reset, let key): return .reset(key)
    case (.alias, let key?):
      guard let text, let truth else { return nil }
      return .alias(key, text, isAccepted: truth)
    case (.claim, let key?):
      guard let text, let points else { return nil }
      return .claim(key, points: points, response: text)
    case (.flag, let key?): return text.map { .flag(key, note: $0) }
    case (.suspend, let key?): return truth.map { .suspension(key, isSuspended: $0) }
    case (.bury, let key?): return until.map { .burial(key, until: $0) }
    case (.read, _):
      guard let pack, let section else { return nil }
      return .reading(pack, section: section)
    case (.run, _): return .run(try run.run(at: reader))
    case (_, nil): return nil
    }
  }
}
