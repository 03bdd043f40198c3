/// Small numbers filed under hashes: a table of chains in two flat arrays.
struct HashChains: Sendable {
  private let heads: [Int32]
  private let nexts: [Int32]
  private let entries: [(hash: UInt64, place: Int32)]

  init(_ entries: [(hash: UInt64, place: Int32)]) {
    var size = 16
    while size < entries.count { size *= 2 }
    var heads = [Int32](repeating: -1, count: size)
    var nexts = [Int32](repeating: -1, count: entries.count)
    // Backwards, so that each chain runs forwards.
    for index in entries.indices.reversed() {
      let slot = HashChains.slot(entries[index].hash, size)
      nexts[index] = heads[slot]
      heads[slot] = Int32(index)
    }
    self.heads = heads
    self.nexts = nexts
    self.entries = entries
  }

  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (size - 1)
  }

  /// Visits the numbers under a hash, in the order in which they were filed.
  func forEach(_ hash: UInt64, _ body: (Int32) -> Void) {
    var index = heads[HashChains.slot(hash, heads.count)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.hash == hash { body(entry.place) }
      index = nexts[Int(index)]
    }
  }

  /// Visits all numbers, in the order in which they were filed.
  func forEach(_ body: (Int32) -> Void) {
    for entry in entries { body(entry.place) }
  }

  /// Whether one of the numbers under a hash passes.
  func contains(_ hash: UInt64, where passes: (Int) -> Bool) -> Bool {
    var index = heads[HashChains.slot(hash, heads.count)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.hash == hash, passes(Int(entry.place)) { return true }
      index = nexts[Int(index)]
    }
    return false
  }
}
