/// Everything known about the learner: the fold of all journal entries.
///
/// One value of it is meant to have one owner: a copy that is kept while the other changes makes the
/// next change copy the whole table.
package struct Progress: Equatable, Sendable {
  /// What is known of one item.
  package struct ItemRecord: Equatable, Sendable {
    /// What few items have.
    private struct Rare: Equatable, Sendable {
      var aliases: [String] = []
      var flag: String?
      var isSuspended = false
      var buriedUntil: Day?
    }

    /// Derived from `reviews`; stored so that starting need not replay them.
    package var card = CardState.new
    /// Oldest first, by time and then by name; retracted and reset ones are not in it.
    package var reviews: [Review] = []
    /// One element where anything of it is set, else none: a table of many items stays small.
    private var rare: [Rare] = []

    package init() {}

    private mutating func changeRare(_ change: (inout Rare) -> Void) {
      var changed = rare.first ?? Rare()
      change(&changed)
      rare = changed == Rare() ? [] : [changed]
    }

    /// Responses that the learner declared right, newest last.
    package var aliases: [String] {
      get { rare.first?.aliases ?? [] }
      set { changeRare { $0.aliases = newValue } }
    }
    package var flag: String? {
      get { rare.first?.flag }
      set { changeRare { $0.flag = newValue } }
    }
    package var isSuspended: Bool {
      get { rare.first?.isSuspended ?? false }
      set { changeRare { $0.isSuspended = newValue } }
    }
    package var buriedUntil: Day? {
      get { rare.first?.buriedUntil }
      set { changeRare { $0.buriedUntil = newValue } }
    }

    /// Of the key that the last review was graded by; 0 where there is none.
    package var fingerprint: UInt32 { reviews.last?.fingerprint ?? 0 }
  }

  /// Of the items of which anything is known.
  package var items: ItemTable<ItemRecord>
  /// Names, dates and tombstones, for undoing and merging.
  package var ledger: Ledger

  package init() {
    items = ItemTable()
    ledger = Ledger()
  }

  /// Finished quizzes, oldest first.
  package var runs: [QuizRun] { ledger.runs.map(\.value) }

  /// The section of a pack that was read last, counted from 1; nil where none was.
  package func lastSection(of pack: PackID) -> Int? {
    ledger.readings[pack]?.max(by: Dated.isOlder)?.value
  }

  /// The last response to an item that was wrong; nil where none is kept.
  package func lastMissed(of key: ItemKey) -> String? {
    ledger.items[key]?.missed.filter { !$0.value.isEmpty }.max(by: Dated.isOlder)?.value
  }

  /// The name for the next entry of a device.
  ///
  /// The last number of a device is never given out, so that the next one always exists.
  package func nextEntry(of device: DeviceID) -> EntryID {
    EntryID(device: device, number: min(.max - 1, ledger.heads[device]) + 1)
  }
}

// MARK: - Folding

extension Progress {
  /// Takes one entry in; false where it was taken in before.
  ///
  /// Entries of one device come in the order of their numbers. An entry whose number is not above
  /// the last one seen of its device changes nothing, so that folding a journal twice is harmless.
  @discardableResult
  package mutating func apply(_ entry: JournalEntry, scheduler: Scheduler) -> Bool {
    guard !ledger.heads.covers(entry.id) else { return false }
    ledger.heads.extend(to: entry.id)
    switch entry.action {
    case .review(var review, let key, let missed, let fingerprint):
      review.fingerprint = fingerprint
      items[key, default: ItemRecord()].insert(review, scheduler: scheduler)
      if let missed, !missed.isEmpty {
        change(key) { ItemLedger.keep(entry.dated(missed), in: &$0.missed) }
      }
    case .retraction(let id, let key):
      let isForgotten =
        ledger.forgotten.covers(id) || ledger.items[key]?.forgotten.covers(id) == true
      guard !isForgotten else { break }
      items[key]?.remove(id, scheduler: scheduler)
      change(key) { $0.retract(id) }
    case .reset(nil): forgetEverything()
    case .reset(let key?): forget(key)
    case .alias(let key, let text, let isAccepted):
      let alias = ItemLedger.Alias(text: text, isAccepted: isAccepted)
      change(key) { ItemLedger.set(entry.dated(alias), in: &$0.aliases) { $0.text == $1.text } }
    case .claim(let key, let points, let response):
      let claim = ItemLedger.Claim(points: points, response: response)
      change(key) { ItemLedger.keep(entry.dated(claim), in: &$0.claims) }
    case .flag(let key, let note):
      change(key) { ItemLedger.set(entry.dated(note), in: &$0.flags) { _, _ in true } }
    case .suspension(let key, let isSuspended):
      change(key) { ItemLedger.set(entry.dated(isSuspended), in: &$0.suspensions) { _, _ in true } }
    case .burial(let key, let day):
      change(key) { ItemLedger.set(entry.dated(day), in: &$0.burials) { _, _ in true } }
    case .reading(let pack, let section):
      var places = ledger.readings[pack] ?? []
      ItemLedger.set(entry.dated(section), in: &places) { _, _ in true }
      ledger.readings[pack] = places
    case .run(let run):
      let run = entry.dated(run)
      ledger.runs.insert(run, at: ledger.runs.partitionIndex { Dated.isOlder(run, $0) })
    }
    return true
  }

  private mutating func change(_ key: ItemKey, _ body: (inout ItemLedger) -> Void) {
    var item = ledger.items[key] ?? ItemLedger()
    body(&item)
    ledger.items[key] = item.isEmpty ? nil : item
    var record = items[key] ?? ItemRecord()
    item.show(in: &record)
    items[key] = record == ItemRecord() ? nil : record
  }

  private mutating func forgetEverything() {
    ledger.forgotten = ledger.heads
    ledger.runs = []
    ledger.readings = [:]
    ledger.items = ItemTable()
    items = ItemTable()
  }

  private mutating func forget(_ key: ItemKey) {
    var item = ItemLedger()
    item.forgotten = ledger.heads
    ledger.items[key] = item
    items[key] = nil
  }
}

extension JournalEntry {
  fileprivate func dated<Value>(_ value: Value) -> Dated<Value> {
    Dated(value, id: id, instant: at.instant)
  }
}

extension Progress.ItemRecord {
  /// Puts a review in its place and brings the card up to date.
  fileprivate mutating func insert(_ review: Review, scheduler: Scheduler) {
    guard let last = reviews.last, Review.isOlder(review, last) else {
      reviews.append(review)
      card = scheduler.state(after: review, from: card)
      return
    }
    // The clock went back: the review stands where its time says, as after a merge.
    reviews.insert(review, at: reviews.partitionIndex { Review.isOlder(review, $0) })
    card = scheduler.replay(reviews)
  }

  fileprivate mutating func remove(_ id: EntryID, scheduler: Scheduler) {
    guard let index = reviews.lastIndex(where: { $0.id == id }) else { return }
    reviews.remove(at: index)
    card = scheduler.replay(reviews)
  }
}

extension Review {
  /// The order of an item's reviews: by time, then by name.
  package static func isOlder(_ first: Review, _ second: Review) -> Bool {
    let (time, other) = (first.at.instant, second.at.instant)
    return time != other ? time < other : first.id < second.id
  }
}
