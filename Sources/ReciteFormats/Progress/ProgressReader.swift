import ReciteCore

extension ProgressJSON {
  /// Reads a record chunk by chunk.
  ///
  /// - Returns: what it holds, and whether it was edited by hand: such a file has no checksum, and
  ///   its cards are rebuilt from its reviews.
  /// - Throws: `ProgressFileError`, or what `refill` throws.
  package static func read(
    scheduler: Scheduler, refill: @escaping JSONReader.Refill
  ) throws -> (stored: StoredProgress, isHandEdited: Bool) {
    do {
      var reading = RecordReading(reader: try JSONReader(checksumming: true, refill: refill))
      try reading.readDocument()
      guard reading.isHandEdited else { return (reading.stored, false) }
      reading.stored.progress = reading.stored.progress.replayed(by: scheduler)
      return (reading.stored, true)
    } catch let error as JSONError {
      throw error.reason == .unexpectedEnd && error.line == 1 && error.column == 1
        ? ProgressFileError.empty : ProgressFileError.damaged(error)
    }
  }
}

extension ProgressJSON {
  /// The items of a damaged record up to where it cannot be read further, and the numbers that it
  /// claims to have given out.
  ///
  /// Their cards are rebuilt. What a changed digit says cannot be told from what was there before:
  /// only for a file that no backup restores.
  package static func salvage(
    scheduler: Scheduler, refill: @escaping JSONReader.Refill
  ) -> (progress: Progress, claimed: Horizon) {
    guard let reader = try? JSONReader(refill: refill) else { return (Progress(), Horizon()) }
    var reading = RecordReading(reader: reader)
    try? reading.readDocument()
    return (reading.stored.progress.replayed(by: scheduler), reading.claimed)
  }
}

/// One pass over a record.
struct RecordReading {
  var reader: JSONReader
  var stored = StoredProgress(progress: Progress(), device: DeviceID(0), place: 0)
  var isHandEdited = false
  var devices: [DeviceID] = []
  /// For each device, the number that the heads tell, and the highest that anything else bears.
  private var heads: [UInt32] = []
  private var seenNumbers: [UInt32] = []
  private var isReadToItsSum = false
  /// The reviews of the item being read, kept from item to item for its room.
  var reviews: [Review] = []
  var keyIndices: [Int] = []

  init(reader: JSONReader) { self.reader = reader }

  mutating func readDocument() throws {
    var seen: [String] = []
    try reader.beginObject()
    while let key = try nextKey(&seen) {
      // The first two tell whose file it is, before anything else is believed.
      guard key == "format" || seen.first == "format" else {
        throw reader.error(.expected("\"format\""))
      }
      if key != "format", key != "version", !seen.contains("version") {
        throw reader.error(.expected("\"version\""))
      }
      if try readHead(key) { continue }
      if key == "checksum" {
        isReadToItsSum = true
        try readChecksum()
        break
      }
      guard seen.contains("devices") else { throw reader.error(.expected("\"devices\"")) }
      switch key {
      case "items": try readItems()
      case "runs": try readRuns()
      case "readings": try readReadings()
      case "forgotten": stored.progress.ledger.forgotten = try horizon()
      default: throw unknown(key)
      }
    }
    isHandEdited = !seen.contains("checksum")
    try reader.end()
    for needed in ["format", "version", "device", "place", "devices", "heads", "items", "runs"]
    where !seen.contains(needed) {
      throw reader.error(.expected("\"\(needed)\""))
    }
    guard heads.count <= devices.count else {
      throw reader.error(.invalid("more heads than devices"))
    }
    stored.progress.ledger.heads = horizon(max)
  }

  /// The numbers that a damaged record claims to have given out.
  ///
  /// Heads and entries tell of them: where all of it was read, one changed digit cannot raise both.
  fileprivate var claimed: Horizon { isReadToItsSum ? horizon(min) : horizon { head, _ in head } }

  /// For each device what is chosen of its head and the highest number that was seen.
  private func horizon(_ choose: (UInt32, UInt32) -> UInt32) -> Horizon {
    var horizon = Horizon()
    for (index, device) in devices.enumerated() {
      let number = choose(
        index < heads.count ? heads[index] : 0,
        index < seenNumbers.count ? seenNumbers[index] : 0)
      if number > 0 { horizon.extend(to: EntryID(device: device, number: number)) }
    }
    return horizon
  }

  /// Takes note of an entry's number.
  mutating func extendHead(to id: EntryID) {
    guard let place = devices.firstIndex(of: id.device) else { return }
    while seenNumbers.count <= place { seenNumbers.append(0) }
    seenNumbers[place] = max(seenNumbers[place], id.number)
  }

  /// Reads a member of the head; false where `key` is none.
  private mutating func readHead(_ key: String) throws -> Bool {
    switch key {
    case "format":
      guard try reader.string() == ProgressJSON.format else {
        throw reader.error(.expected("\"\(ProgressJSON.format)\""))
      }
    case "version":
      let version = try reader.integer(as: Int.self)
      if version > ProgressJSON.version { try refuseLaterVersion(version) }
      guard version == ProgressJSON.version else {
        throw reader.error(.expected("version \(ProgressJSON.version)"))
      }
    case "device": stored.device = try device()
    case "place": stored.place = try hexadecimalNumber()
    case "devices":
      try reader.beginArray()
      while try reader.nextElement() {
        let device = try device()
        guard !devices.contains(device) else {
          throw reader.error(.invalid("a device stands twice"))
        }
        devices.append(device)
      }
    case "heads":
      try reader.beginArray()
      while try reader.nextElement() { heads.append(try reader.integer()) }
    default: return false
    }
    return true
  }

  /// Tells a file of a later version from one whose digit was changed: by the checksum, where it
  /// stands in its place; without one the file is let alone.
  private mutating func refuseLaterVersion(_ version: Int) throws {
    while let key = try reader.nextKey() {
      guard key != "checksum" else {
        try readChecksum()
        break
      }
      try reader.skipValue()
    }
    throw ProgressFileError.laterVersion(version)
  }

  /// The next key, which must not stand in its object twice.
  mutating func nextKey(_ seen: inout [String]) throws -> String? {
    guard let key = try reader.nextKey() else { return nil }
    guard !seen.contains(key) else { throw reader.error(.duplicateKey(key)) }
    seen.append(key)
    return key
  }

  func unknown(_ key: String) -> JSONError {
    reader.error(.invalid("no member '\(key)' is known here"))
  }

  mutating func device() throws -> DeviceID {
    guard let device = DeviceID(try reader.string()) else {
      throw reader.error(.expected("12 hexadecimal digits"))
    }
    return device
  }

  mutating func hexadecimalNumber<Number: FixedWidthInteger & UnsignedInteger>() throws
    -> Number
  {
    guard let number = number(hexadecimal: try reader.string(), as: Number.self) else {
      throw reader.error(.expected("\(Number.bitWidth / 4) hexadecimal digits"))
    }
    return number
  }

  private mutating func readChecksum() throws {
    guard let sum = reader.checksumSoFar else { return }
    guard try reader.string() == hexadecimal(sum) else { throw ProgressFileError.wrongChecksum }
    guard try reader.nextKey() == nil else {
      throw reader.error(.invalid("\"checksum\" must come last"))
    }
  }
}
