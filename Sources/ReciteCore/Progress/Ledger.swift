/// What merging and undoing need beside what the learner sees: names, dates and tombstones.
///
/// Every part is a set that only grows, or a register whose latest value wins, kept for each device
/// by itself. A reset is a horizon: it covers what its machine had seen, and nothing else. That is
/// why merging files is commutative, associative and idempotent.
package struct Ledger: Equatable, Sendable {
  /// The highest entry number seen of each device.
  package var heads: Horizon
  /// What was forgotten with everything else.
  package var forgotten: Horizon
  /// Oldest first, no entry twice.
  package var runs: [Dated<QuizRun>]
  /// Where the learner last read in a pack: ascending by name, one a device.
  package var readings: [PackID: [Dated<Int>]]
  /// Of the items that have anything to keep here.
  package var items: ItemTable<ItemLedger>

  package init() {
    heads = Horizon()
    forgotten = Horizon()
    runs = []
    readings = [:]
    items = ItemTable()
  }
}

/// For some devices, all entries up to a number.
package struct Horizon: Equatable, Sendable {
  /// No number is 0.
  package private(set) var numbers: [DeviceID: UInt32]

  package init() { numbers = [:] }

  package var isEmpty: Bool { numbers.isEmpty }

  /// The devices it knows of, ascending.
  package var devices: [DeviceID] { numbers.keys.sorted() }

  /// The last number covered of a device; 0 where none is.
  package subscript(device: DeviceID) -> UInt32 { numbers[device] ?? 0 }

  package func covers(_ id: EntryID) -> Bool { id.number <= self[id.device] }

  /// Covers all entries of a device up to this one.
  package mutating func extend(to id: EntryID) {
    if id.number > self[id.device] { numbers[id.device] = id.number }
  }

  package mutating func formUnion(_ other: Horizon) {
    numbers.merge(other.numbers) { max($0, $1) }
  }
}

/// A value with the name and time of the entry that set it.
package struct Dated<Value: Equatable & Sendable>: Equatable, Sendable {
  package var id: EntryID
  package var instant: Instant
  package var value: Value

  package init(_ value: Value, id: EntryID, instant: Instant) {
    self.value = value
    self.id = id
    self.instant = instant
  }

  /// By time, then by name: the order in which values are shown, and in which the last one wins.
  package static func isOlder(_ first: Dated, _ second: Dated) -> Bool {
    first.instant != second.instant
      ? first.instant < second.instant : first.id < second.id
  }
}

/// The part of the ledger that belongs to one item.
package struct ItemLedger: Equatable, Sendable {
  package struct Alias: Equatable, Sendable {
    package var text: String
    package var isAccepted: Bool

    package init(text: String, isAccepted: Bool) {
      self.text = text
      self.isAccepted = isAccepted
    }
  }

  /// Rubric points that the learner claimed.
  package struct Claim: Equatable, Sendable {
    /// Counted from 1.
    package var points: [Int]
    package var response: String

    package init(points: [Int], response: String) {
      self.points = points
      self.response = response
    }
  }

  /// So many missed responses, and so many claims, are kept of a device.
  package static let keptResponses = 20

  /// What few items have.
  private struct Rare: Equatable, Sendable {
    var forgotten = Horizon()
    var retracted: [EntryID] = []
    var aliases: [Dated<Alias>] = []
    var flags: [Dated<String>] = []
    var suspensions: [Dated<Bool>] = []
    var burials: [Dated<Day>] = []
    var claims: [Dated<Claim>] = []
  }

  /// Ascending by name; an empty one was retracted, and keeps its place among the kept ones.
  package var missed: [Dated<String>] = []
  /// One element where anything of it is set, else none: a table of many items stays small.
  private var rare: [Rare] = []

  package init() {}

  private mutating func setRare<Value>(_ member: WritableKeyPath<Rare, Value>, _ value: Value) {
    var changed = rare.first ?? Rare()
    changed[keyPath: member] = value
    rare = changed == Rare() ? [] : [changed]
  }

  /// What was forgotten of this item.
  package var forgotten: Horizon {
    get { rare.first?.forgotten ?? Horizon() }
    set { setRare(\.forgotten, newValue) }
  }
  /// Tombstones of reviews and claims, ascending, none of them covered by a horizon.
  package var retracted: [EntryID] {
    get { rare.first?.retracted ?? [] }
    set { setRare(\.retracted, newValue) }
  }
  /// Ascending by name, one a text and device: the latest.
  package var aliases: [Dated<Alias>] {
    get { rare.first?.aliases ?? [] }
    set { setRare(\.aliases, newValue) }
  }
  /// Ascending by name, one a device; an empty note takes the flag back.
  package var flags: [Dated<String>] {
    get { rare.first?.flags ?? [] }
    set { setRare(\.flags, newValue) }
  }
  /// Ascending by name, one a device.
  package var suspensions: [Dated<Bool>] {
    get { rare.first?.suspensions ?? [] }
    set { setRare(\.suspensions, newValue) }
  }
  /// Ascending by name, one a device.
  package var burials: [Dated<Day>] {
    get { rare.first?.burials ?? [] }
    set { setRare(\.burials, newValue) }
  }
  /// Ascending by name; one without points was retracted.
  package var claims: [Dated<Claim>] {
    get { rare.first?.claims ?? [] }
    set { setRare(\.claims, newValue) }
  }

  package var isEmpty: Bool { self == ItemLedger() }

  package func isRetracted(_ id: EntryID) -> Bool {
    let index = retracted.partitionIndex { $0 >= id }
    return index < retracted.count && retracted[index] == id
  }
}

extension Array {
  /// The first index whose element satisfies a condition that holds from some element on.
  ///
  /// - Complexity: O(log n)
  func partitionIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

// MARK: - What the learner sees of it

extension ItemLedger {
  /// Sets the parts of an item's record that follow from its ledger.
  package func show(in record: inout Progress.ItemRecord) {
    record.aliases = acceptedAliases
    let note = flags.max(by: Dated.isOlder)?.value
    record.flag = note?.isEmpty == true ? nil : note
    record.isSuspended = suspensions.max(by: Dated.isOlder)?.value ?? false
    record.buriedUntil = burials.max(by: Dated.isOlder)?.value
  }

  /// Texts whose latest word is that they count, the newest last.
  private var acceptedAliases: [String] {
    guard !aliases.isEmpty else { return [] }
    var seen: Set<String> = []
    let newestFirst = aliases.sorted { Dated.isOlder($1, $0) }
      .filter { seen.insert($0.value.text).inserted }
    return newestFirst.reversed().filter(\.value.isAccepted).map(\.value.text)
  }
}

// MARK: - Changing and merging

extension ItemLedger {
  /// Sets a value; of one device and one `key`, the entry with the highest number stays.
  static func set<Value>(
    _ new: Dated<Value>, in values: inout [Dated<Value>], sameKey: (Value, Value) -> Bool
  ) {
    if let index = values.firstIndex(where: {
      $0.id.device == new.id.device && sameKey($0.value, new.value)
    }) {
      guard values[index].id < new.id else { return }
      values.remove(at: index)
    }
    let index = values.partitionIndex { $0.id >= new.id }
    values.insert(new, at: index)
  }

  /// Adds a response; of one device the last twenty stay.
  static func keep<Value>(_ new: Dated<Value>, in values: inout [Dated<Value>]) {
    let index = values.partitionIndex { $0.id >= new.id }
    if index < values.count, values[index].id == new.id { return }
    values.insert(new, at: index)
    let device = new.id.device
    if values.count > keptResponses,
      values.count(where: { $0.id.device == device }) > keptResponses,
      let oldest = values.firstIndex(where: { $0.id.device == device })
    {
      values.remove(at: oldest)
    }
  }

  mutating func retract(_ id: EntryID) {
    let index = retracted.partitionIndex { $0 >= id }
    if index == retracted.count || retracted[index] != id { retracted.insert(id, at: index) }
    blankRetracted()
  }

  /// Takes the words out of responses that were retracted.
  mutating func blankRetracted() {
    guard !retracted.isEmpty else { return }
    for index in missed.indices where isRetracted(missed[index].id) { missed[index].value = "" }
    for index in claims.indices where isRetracted(claims[index].id) {
      claims[index].value = Claim(points: [], response: "")
    }
  }

  /// Drops what its own horizon or that of everything covers.
  mutating func dropForgotten(_ everything: Horizon) {
    guard !forgotten.isEmpty || !everything.isEmpty else { return }
    let own = forgotten
    func isForgotten(_ id: EntryID) -> Bool { own.covers(id) || everything.covers(id) }
    retracted.removeAll(where: isForgotten)
    aliases.removeAll { isForgotten($0.id) }
    flags.removeAll { isForgotten($0.id) }
    suspensions.removeAll { isForgotten($0.id) }
    burials.removeAll { isForgotten($0.id) }
    missed.removeAll { isForgotten($0.id) }
    claims.removeAll { isForgotten($0.id) }
  }

  mutating func formUnion(_ other: ItemLedger) {
    forgotten.formUnion(other.forgotten)
    for id in other.retracted where !isRetracted(id) {
      retracted.insert(id, at: retracted.partitionIndex { $0 >= id })
    }
    for alias in other.aliases { ItemLedger.set(alias, in: &aliases) { $0.text == $1.text } }
    for flag in other.flags { ItemLedger.set(flag, in: &flags) { _, _ in true } }
    for change in other.suspensions { ItemLedger.set(change, in: &suspensions) { _, _ in true } }
    for burial in other.burials { ItemLedger.set(burial, in: &burials) { _, _ in true } }
    for response in other.missed { ItemLedger.keep(response, in: &missed) }
    for claim in other.claims { ItemLedger.keep(claim, in: &claims) }
    blankRetracted()
  }
}
