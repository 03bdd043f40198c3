@_spi(_Unicode) import Swift

/// Item keys, each with a place: 0 for the first that was added, and so on.
///
/// A dictionary of keys keeps a string for each and as much room again empty. Here the texts stand
/// one after the other in one array, and only small numbers in the dictionary.
package struct ItemKeys: Sendable {
  private var packs: [PackID] = []
  /// The items' texts, and for each place where in them its own ends.
  private var texts: [UInt8] = []
  private var ends: [Int] = []
  /// Places by the hash of their key.
  private var places: [UInt32: UInt32] = [:]
  /// Places of the few keys whose hash an earlier key has.
  private var others: [ItemKey: UInt32] = [:]

  package init() {}

  package var count: Int { packs.count }

  package subscript(place: Int) -> ItemKey {
    let start = place == 0 ? 0 : ends[place - 1]
    return ItemKey(
      pack: packs[place], item: ItemID(String(decoding: texts[start..<ends[place]], as: UTF8.self)))
  }

  /// Where a key stands; nil where it was never added.
  package func place(of key: ItemKey) -> Int? {
    guard let place = places[ItemKeys.hash(key)].map(Int.init) else { return nil }
    return self[place] == key ? place : others[key].map(Int.init)
  }

  /// Adds a key where it is not there yet, and gives its place.
  package mutating func insert(_ key: ItemKey) -> Int {
    let hash = ItemKeys.hash(key)
    guard let first = places[hash].map(Int.init) else {
      places[hash] = UInt32(count)
      return append(key)
    }
    if self[first] == key { return first }
    if let other = others[key] { return Int(other) }
    others[key] = UInt32(count)
    return append(key)
  }

  private mutating func append(_ key: ItemKey) -> Int {
    packs.append(key.pack)
    texts.append(contentsOf: key.item.rawValue.utf8)
    ends.append(texts.count)
    return count - 1
  }

  private static func hash(_ key: ItemKey) -> UInt32 {
    var hash = StableHash()
    hash.combine(composed(key.pack.rawValue))
    hash.combine(composed(key.item.rawValue))
    return UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
  }

  /// The text in Unicode's composed form: two ways of writing one letter make equal keys.
  private static func composed(_ text: String) -> String {
    // Composition changes nothing below U+0300, whose first byte is CC.
    guard text.utf8.contains(where: { $0 >= 0xcc }) else { return text }
    var composed = String.UnicodeScalarView()
    for scalar in text._nfc { composed.append(scalar) }
    return String(composed)
  }
}
