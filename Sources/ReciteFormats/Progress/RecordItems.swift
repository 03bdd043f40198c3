import ReciteCore

/// Reading the items of a record: card, reviews, and what merging needs.
extension RecordReading {
  mutating func readItems() throws {
    var keys = ItemKeys()
    // What is at the places of the keys: so each key is looked up once, and both tables share it.
    var records: [Progress.ItemRecord?] = []
    var ledgers: [ItemLedger?] = []
    // Also where an item cannot be read: salvaging takes those before it.
    defer {
      stored.progress.items = ItemTable(keys, records)
      stored.progress.ledger.items = ItemTable(keys, ledgers)
    }
    var pack: PackID?
    try reader.beginObject()
    while let text = try reader.nextKey() {
      guard var key = ItemKey(text) else { throw reader.error(.expected("a key PACK/ITEM")) }
      // One text for all items of a pack, not one each.
      if let pack, pack == key.pack { key = ItemKey(pack: pack, item: key.item) }
      pack = key.pack
      var (record, ledger) = try item()
      let place = keys.insert(key)
      if place == records.count {
        records.append(nil)
        ledgers.append(nil)
      }
      var isTwice = false
      if !ledger.isEmpty {
        ledger.show(in: &record)
        isTwice = ledgers[place] != nil
        ledgers[place] = ledger
      }
      if record != Progress.ItemRecord() {
        isTwice = isTwice || records[place] != nil
        records[place] = record
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
    seen.reserveCapacity(12)
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
        ledger.missed.reserveCapacity(names.count)
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
    // A copy as long as it has to be: `reviews` keeps its own, larger room for the next item.
    record.reviews = reviews.withUnsafeBufferPointer { Array($0) }
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

  /// Where the learner last read, pack by pack.
  mutating func readReadings() throws {
    try reader.beginObject()
    while let name = try reader.nextKey() {
      let sections = try list { Int(try $0.reader.integer(as: Int32.self)) }
      let pack = PackID(name)
      guard stored.progress.ledger.readings.updateValue(sections, forKey: pack) == nil else {
        throw reader.error(.invalid("a pack stands twice"))
      }
    }
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
  mutating func nameAndTime() throws -> (EntryID, Instant) {
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

  mutating func horizon() throws -> Horizon {
    var horizon = Horizon()
    for id in try names() { horizon.extend(to: id) }
    return horizon
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
