import ReciteCore

/// The record, `progress.json`: one JSON document with everything known of the learner.
///
/// Its last member is the CRC-32C of every byte before that member's value. A file without the
/// member was edited by hand; its cards are then rebuilt from its reviews.
package enum ProgressJSON {
  package static let version = 1
  static let format = "recite-progress"
  /// Written text is handed on in pieces of about this size.
  private static let pieceSize = 1 << 16

  /// Writes a record, piece after piece.
  ///
  /// - Throws: what `sink` throws.
  package static func write(
    _ stored: StoredProgress, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let ledger = stored.progress.ledger
    // Every device that a name in the file may carry; the file's own once it gave one out.
    let devices = ledger.heads.devices
    let places = Dictionary(uniqueKeysWithValues: devices.enumerated().map { ($1, $0) })
    var sum = CRC32C()
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("format", format)
    writer.member("version", version)
    writer.member("device", stored.device.description)
    writer.member("place", hexadecimal(stored.place))
    writer.member("devices", devices.map(\.description))
    writer.key("heads")
    writer.array { for device in devices { $0.integer(ledger.heads[device]) } }
    writer.horizon("forgotten", ledger.forgotten, places)
    writer.key("items")
    writer.beginObject()
    var keys = stored.progress.items.keys
    keys += ledger.items.lazy.map(\.key).filter { stored.progress.items[$0] == nil }
    keys.sort()
    for key in keys {
      writer.key(key.description)
      writer.item(
        stored.progress.items[key] ?? Progress.ItemRecord(),
        ledger.items[key] ?? ItemLedger(), places)
      guard writer.bytes.count >= pieceSize else { continue }
      sum.update(writer.bytes[...])
      try writer.drain(sink)
    }
    writer.endObject()
    writer.key("runs")
    writer.array { for run in ledger.runs { $0.run(run, places) } }
    if !ledger.readings.isEmpty {
      writer.key("readings")
      writer.object { object in
        for pack in ledger.readings.keys.sorted() {
          object.readings(of: pack, ledger.readings[pack] ?? [], places)
        }
      }
    }
    writer.key("checksum")
    sum.update(writer.bytes[...])
    writer.string(hexadecimal(sum.value))
    writer.endObject()
    writer.newline()
    try writer.drain(sink)
  }
}

extension JSONWriter {
  fileprivate mutating func item(
    _ record: Progress.ItemRecord, _ ledger: ItemLedger, _ places: [DeviceID: Int]
  ) {
    beginObject()
    card(record.card)
    var keys: [UInt32] = []
    var lastKey = (fingerprint: UInt32(0), index: -1)
    self.key("reviews")
    beginArray()
    for review in record.reviews {
      if review.fingerprint != lastKey.fingerprint || lastKey.index < 0 {
        if let index = keys.firstIndex(of: review.fingerprint) {
          lastKey = (review.fingerprint, index)
        } else {
          keys.append(review.fingerprint)
          lastKey = (review.fingerprint, keys.count - 1)
        }
      }
      ReviewJSON.write(
        review, device: places[review.id.device] ?? 0, key: lastKey.index, to: &self)
    }
    endArray()
    if !keys.isEmpty { member("keys", keys.map { hexadecimal($0) }) }
    responses(ledger.missed, places)
    list("aliases", ledger.aliases, places) { writer, alias in
      writer.string(alias.text)
      writer.bool(alias.isAccepted)
    }
    list("claims", ledger.claims, places) { writer, claim in
      writer.string(claim.response)
      writer.array { for point in claim.points { $0.integer(point) } }
    }
    list("flags", ledger.flags, places) { $0.string($1) }
    list("suspensions", ledger.suspensions, places) { $0.bool($1) }
    list("burials", ledger.burials, places) { $0.integer($1.number) }
    names("retracted", ledger.retracted, places)
    horizon("forgotten", ledger.forgotten, places)
    endObject()
  }

  private mutating func card(_ card: CardState) {
    switch card {
    case .new: member("state", "new")
    case .learning(let step, let card): reviewed(card, state: "learning", step: step)
    case .review(let card): reviewed(card, state: "review", step: nil)
    case .relearning(let step, let card): reviewed(card, state: "relearning", step: step)
    }
  }

  private mutating func reviewed(_ card: ReviewedCard, state: String, step: Int?) {
    member("state", state)
    if let step { member("step", step) }
    switch card.due {
    case .day(let day): member("due", ReviewJSON.text(of: day))
    case .instant(let instant): member("due", ReviewJSON.readable(instant).milliseconds)
    }
    // What the reader would refuse is never written, whatever a memory model may come up with.
    let (stability, difficulty) = (card.memory.stability, card.memory.difficulty)
    member("stability", stability > 0 && stability.isFinite ? stability : 0.001, places: nil)
    member("difficulty", (1...10).contains(difficulty) ? difficulty : 5, places: nil)
    member("lapses", card.lapses)
  }

  /// The words in one list and the names of their entries in another, so that scripts may read the
  /// words alone; entries that were retracted stand in a third.
  private mutating func responses(_ missed: [Dated<String>], _ places: [DeviceID: Int]) {
    let shown = missed.filter { !$0.value.isEmpty }.sorted(by: Dated.isOlder)
    if !shown.isEmpty {
      member("missed", shown.map(\.value))
      list("missed_by", shown, places) { _, _ in }
    }
    list("missed_retracted", missed.filter(\.value.isEmpty), places) { _, _ in }
  }

  private mutating func list<Value>(
    _ key: String, _ values: [Dated<Value>], _ places: [DeviceID: Int],
    _ write: (inout JSONWriter, Value) -> Void
  ) {
    guard !values.isEmpty else { return }
    self.key(key)
    array {
      for value in values {
        $0.array {
          write(&$0, value.value)
          $0.integer(ReviewJSON.readable(value.instant).milliseconds)
          $0.name(value.id, places)
        }
      }
    }
  }

  private mutating func name(_ id: EntryID, _ places: [DeviceID: Int]) {
    integer(places[id.device] ?? 0)
    integer(id.number)
  }

  private mutating func names(_ key: String, _ ids: [EntryID], _ places: [DeviceID: Int]) {
    guard !ids.isEmpty else { return }
    self.key(key)
    array { for id in ids { $0.array { $0.name(id, places) } } }
  }

  /// The sections of a pack that were read last, a device each: `[section, ms, device, n]`.
  fileprivate mutating func readings(
    of pack: PackID, _ sections: [Dated<Int>], _ places: [DeviceID: Int]
  ) {
    list(pack.rawValue, sections, places) { $0.integer(Int32(clamping: $1)) }
  }

  fileprivate mutating func horizon(
    _ key: String, _ horizon: Horizon, _ places: [DeviceID: Int]
  ) {
    names(key, horizon.devices.map { EntryID(device: $0, number: horizon[$0]) }, places)
  }

  fileprivate mutating func run(_ run: Dated<QuizRun>, _ places: [DeviceID: Int]) {
    object {
      $0.member("packs", run.value.packs.map(\.rawValue))
      $0.runMembers(run.value)
      $0.key("by")
      $0.array {
        $0.integer(ReviewJSON.readable(run.instant).milliseconds)
        $0.name(run.id, places)
      }
    }
  }

  /// The members of a run that record and journal share.
  mutating func runMembers(_ run: QuizRun) {
    member("seed", run.seed)
    member("asked", run.asked)
    member("correct", run.correct)
    member("credit", run.credit.isFinite ? run.credit : 0, places: nil)
    key("passed")
    if let passed = run.passed { bool(passed) } else { null() }
  }
}
