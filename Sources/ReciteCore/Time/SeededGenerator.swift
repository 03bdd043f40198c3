/// SplitMix64: the only source of chance in the core, and its seed is always passed in.
///
/// - Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
package struct SeededGenerator: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A generator that depends on a seed and on words, equally on every machine.
  package init(seed: UInt64, _ words: String...) {
    var hash = StableHash(seed: seed)
    for word in words { hash.combine(word) }
    state = hash.value
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in `0..<bound`, by multiplication, so that it never depends on the library's
  /// own way of drawing; 0 when `bound` is below 2.
  package mutating func number(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The elements in an order drawn from this generator (Fisher–Yates).
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var order = elements
    guard order.count > 1 else { return order }
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, number(below: last + 1))
    }
    return order
  }
}

/// FNV-1a over bytes, 64 bits: a hash that is equal on every machine and in every run.
///
/// - Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm".
package struct StableHash: Sendable {
  package private(set) var value: UInt64

  package init(seed: UInt64 = 0) { value = 0xcbf2_9ce4_8422_2325 ^ seed }

  /// Adds a text and an end mark, so that "ab", "c" and "a", "bc" differ.
  package mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte: byte) }
    combine(byte: 0xff)
  }

  private mutating func combine(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
