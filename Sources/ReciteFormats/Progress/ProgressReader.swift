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
  /// The items of a damaged record up to where it cannot be read further, and its heads.
  ///
  /// Their cards are rebuilt. What a changed digit says cannot be told from what was there before:
  /// only for a file that no backup restores.
  package static func salvage(
    scheduler: Scheduler, refill: @escaping JSONReader.Refill
  ) -> (progress: Progress, heads: Horizon) {
    guard let reader = try? JSONReader(refill: refill) else { return (Progress(), Horizon()) }
    var reading = RecordReading(reader: reader)
    try? reading.readDocument()
    return (reading.stored.progress.replayed(by: scheduler), reading.headsSoFar)
  }
}

/// One pass over a record.
private struct RecordReading {
  var reader: JSONReader
  var stored = StoredProgress(progress: Progress(), device: DeviceID(0), place: 0)
  var isHandEdited = false
  private var devices: [DeviceID] = []
  private var heads: [UInt32] = []
  /// The reviews of the item being read, kept from item to item for its room.
  private var reviews: [Review] = []
  private var keyIndices: [Int] = []

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
        try readChecksum()
        break
      }
      guard seen.contains("devices") else { throw reader.error(.expected("\"devices\"")) }
      switch key {
      case "items": try readItems()
      case "runs": try readRuns()
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
    stored.progress.ledger.heads = headsSoFar
  }

  /// The highest numbers that the heads and the reviews read so far tell of.
  var headsSoFar: Horizon {
    var horizon = Horizon()
    for (device, number) in zip(devices, heads) where number > 0 {
      horizon.extend(to: EntryID(device: device, number: number))
    }
    return horizon
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
      heads += [UInt32](repeating: 0, count: max(0, devices.count - heads.count))
    case "heads":
      var index = 0
      try reader.beginArray()
      while try reader.nextElement() {
        let number = try reader.integer(as: UInt32.self)
        if index < heads.count {
          heads[index] = max(heads[index], number)
        } else {
          heads.append(number)
        }
        index += 1
      }
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
  private mutating func nextKey(_ seen: inout [String]) throws -> String? {
    guard let key = try reader.nextKey() else { return nil }
    guard !seen.contains(key) else { throw reader.error(.duplicateKey(key)) }
    seen.append(key)
    return key
  }

  private func unknown(_ key: String) -> JSONError {
    reader.error(.invalid("no member '\(key)' is known here"))
  }

  private mutating func device() throws -> DeviceID {
    guard let device = DeviceID(try reader.string()) else {
      throw reader.error(.expected("12 hexadecimal digits"))
    }
    return device
  }

  private mutating func hexadecimalNumber<Number: FixedWidthInteger & UnsignedInteger>() throws
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

// MARK: - Items

extension RecordReading {
  private mutating func readItems() throws {
    var pack: PackID?
    try reader.beginObject()
    while let text = try reader.nextKey() {
      guard var key = ItemKey(text) else { throw reader.error(.expected("a key PACK/ITEM")) }
      // One text for all items of a pack, not one each.
      if let pack, pack == key.pack { key = ItemKey(pack: pack, item: key.item) }
      pack = key.pack
      var (record, ledger) = try item()
      var isTwice = false
      if !ledger.isEmpty {
        ledger.show(in: &record)
        isTwice = stored.progress.ledger.items.updateValue(ledger, forKey: key) != nil
      }
      if record != Progress.ItemRecord() {
        isTwice = stored.progress.items.updateValue(record, forKey: key) != nil || isTwice
      }
      guard !isTwice else { throw reader.error(.invalid("an item stands twice")) }
    }
  }

  private mutating func item() throws -> (Progress.ItemRecord, ItemLedger) {
    var record = Progress.ItemRecord()
    var ledger = ItemLedger()
    var card = CardMembers()
    var words: [String] = []
    var keys: [UInt32] = []
    var seen: [String] = []
    reviews.removeAll(keepingCapacity: true)
    keyIndices.removeAll(keepingCapacity: true)
    try reader.beginObject()
    while let key = try nextKey(&seen) {
      if try card.read(key, from: &reader) { continue }
      switch key {
      case "reviews": try readReviews()
      case "keys":
        try reader.beginArray()
        while try reader.nextElement() { keys.append(try hexadecimalNumber()) }
      case "missed":
        try reader.beginArray()
        while try reader.nextElement() { words.append(try reader.string()) }
      case "missed_by":
        let names = try nameList()
        guard names.count == words.count else {
          throw reader.error(.invalid("\"missed\" and \"missed_by\" differ in length"))
        }
        for (word, (id, instant)) in zip(words, names) {
          ledger.missed.append(Dated(word, id: id, instant: instant))
        }
        words = []
      case "missed_retracted":
        for (id, instant) in try nameList() {
          ledger.missed.append(Dated("", id: id, instant: instant))
        }
      default: try readLedger(key, &ledger)
      }
    }
    guard words.isEmpty else { throw reader.error(.invalid("\"missed\" lacks its \"missed_by\"")) }
    ledger.missed.sort { $0.id < $1.id }
    try placeKeys(keys)
    record.reviews = Array(reviews[...])
    record.card = try card.state(of: record.reviews, at: reader)
    return (record, ledger)
  }

  private mutating func readReviews() throws {
    var isSorted = true
    try reader.beginArray()
    while try reader.nextElement() {
      let (review, key) = try ReviewJSON.read(from: &reader, devices: devices)
      if let last = reviews.last, !Review.isOlder(last, review) { isSorted = false }
      reviews.append(review)
      keyIndices.append(key)
      extendHead(to: review.id)
    }
    guard !isSorted else { return }
    // Only a hand edit can have changed the order.
    let order = reviews.indices.sorted { Review.isOlder(reviews[$0], reviews[$1]) }
    (reviews, keyIndices) = (order.map { reviews[$0] }, order.map { keyIndices[$0] })
    for index in reviews.indices.dropFirst() where reviews[index].id == reviews[index - 1].id {
      throw reader.error(.invalid("a review stands twice"))
    }
  }

  private mutating func extendHead(to id: EntryID) {
    guard let place = devices.firstIndex(of: id.device) else { return }
    while heads.count <= place { heads.append(0) }
    heads[place] = max(heads[place], id.number)
  }

  private mutating func placeKeys(_ keys: [UInt32]) throws {
    for index in reviews.indices {
      let place = keyIndices[index]
      guard keys.indices.contains(place) else {
        throw reader.error(.invalid("no such place in the list of keys"))
      }
      reviews[index].fingerprint = keys[place]
    }
  }

  private mutating func readLedger(_ key: String, _ ledger: inout ItemLedger) throws {
    switch key {
    case "aliases":
      ledger.aliases = try list { reading in
        let text = try reading.reader.string()
        try ReviewJSON.element(of: &reading.reader)
        return ItemLedger.Alias(text: text, isAccepted: try reading.reader.bool())
      }
    case "claims":
      ledger.claims = try list { reading in
        let response = try reading.reader.string()
        try ReviewJSON.element(of: &reading.reader)
        return ItemLedger.Claim(points: try reading.points(), response: response)
      }
    case "flags": ledger.flags = try list { try $0.reader.string() }
    case "suspensions": ledger.suspensions = try list { try $0.reader.bool() }
    case "burials":
      ledger.burials = try list { reading in
        let number = try reading.reader.integer(as: Int32.self)
        return Day(number: Int(number))
      }
    case "retracted": ledger.retracted = try names().sorted()
    case "forgotten": ledger.forgotten = try horizon()
    default: throw unknown(key)
    }
  }

  mutating func points() throws -> [Int] {
    var points: [Int] = []
    try reader.beginArray()
    while try reader.nextElement() { points.append(Int(try reader.integer(as: Int32.self))) }
    return points
  }

  /// Values with the time and name of their entries, ascending by name.
  private mutating func list<Value>(
    _ value: (inout RecordReading) throws -> Value
  ) throws -> [Dated<Value>] {
    var values: [Dated<Value>] = []
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginArray()
      try ReviewJSON.element(of: &reader)
      let value = try value(&self)
      let (id, instant) = try nameAndTime()
      values.append(Dated(value, id: id, instant: instant))
    }
    return values.sorted { $0.id < $1.id }
  }

  private mutating func nameList() throws -> [(EntryID, Instant)] {
    var names: [(EntryID, Instant)] = []
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginArray()
      names.append(try nameAndTime())
    }
    return names
  }

  /// The last three elements of an array: time, device and number.
  private mutating func nameAndTime() throws -> (EntryID, Instant) {
    try ReviewJSON.element(of: &reader)
    let instant = try ReviewJSON.instant(from: &reader)
    let id = try ReviewJSON.entryID(from: &reader, devices: devices)
    try ReviewJSON.close(&reader)
    extendHead(to: id)
    return (id, instant)
  }

  private mutating func names() throws -> [EntryID] {
    var names: [EntryID] = []
    try reader.beginArray()
    while try reader.nextElement() {
      try reader.beginArray()
      let id = try ReviewJSON.entryID(from: &reader, devices: devices)
      try ReviewJSON.close(&reader)
      extendHead(to: id)
      names.append(id)
    }
    return names
  }

  private mutating func horizon() throws -> Horizon {
    var horizon = Horizon()
    for id in try names() { horizon.extend(to: id) }
    return horizon
  }
}

// MARK: - Runs

extension RecordReading {
  private mutating func readRuns() throws {
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

/// The members of an item that make its card, as they come.
private struct CardMembers {
  private var state: String?
  private var step: Int?
  private var due: Due?
  private var stability: Double?
  private var difficulty: Double?
  private var lapses = 0

  /// Reads the member `key`; false where a card has none of this name.
  mutating func read(_ key: String, from reader: inout JSONReader) throws -> Bool {
    switch key {
    case "state": state = try reader.string()
    case "step": step = Int(try reader.integer(as: UInt16.self))
    case "due":
      if try reader.kind() == .string {
        guard let day = ReviewJSON.day(try reader.string()) else {
          throw reader.error(.expected("a date YYYY-MM-DD"))
        }
        due = .day(day)
      } else {
        due = .instant(try ReviewJSON.instant(from: &reader))
      }
    case "stability":
      stability = try reader.double()
      guard let stability, stability > 0 else { throw reader.error(.numberOutOfRange) }
    case "difficulty":
      difficulty = try reader.double()
      guard let difficulty, (1...10).contains(difficulty) else {
        throw reader.error(.numberOutOfRange)
      }
    case "lapses": lapses = Int(try reader.integer(as: Int32.self))
    default: return false
    }
    return true
  }

  func state(of reviews: [Review], at reader: JSONReader) throws -> CardState {
    // Only a hand edit takes all reviews away or gives a new item its first; it is replayed.
    if reviews.isEmpty || state == "new" { return .new }
    guard let last = reviews.last, let due, let stability, let difficulty else {
      throw reader.error(.invalid("the item's card lacks a member"))
    }
    let card = ReviewedCard(
      memory: Memory(stability: stability, difficulty: difficulty), due: due,
      lastReview: last.at, reviews: reviews.count, lapses: lapses)
    switch (state, step) {
    case ("review", nil): return .review(card)
    case ("learning", let step?): return .learning(step: step, card)
    case ("relearning", let step?): return .relearning(step: step, card)
    default: throw reader.error(.invalid("no such state of an item"))
    }
  }
}
