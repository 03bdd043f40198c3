/// What the grader knows of letters, words, places and names, searched in place in packed bytes.
///
/// Nothing is built at start: the bytes are read where they lie. A word list answers exactly.
/// `.tools/make-lexicon.py` writes the bytes and describes their layout.
package struct Lexicon: Equatable, Sendable {
  /// A list of words that can be asked.
  package enum List: Int, Sendable {
    case words = 2
    case places, countries, givenNames
    /// Words that are only ever written with a capital.
    case names
  }

  private let bytes: [UInt8]
  /// Start and end of each table in `bytes`.
  private let tables: [Range<Int>]

  /// A lexicon that knows nothing: only what the standard library knows of letters.
  package static let empty = Lexicon(bytes: [])

  /// Reads the table of contents; bytes that are no lexicon give an empty one.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
    tables = Lexicon.contents(of: bytes)
  }

  private static func contents(of bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.starts(with: "RECITELX".utf8), number(in: bytes, at: 8) == 1 else { return [] }
    let count = number(in: bytes, at: 12)
    guard count <= 16 else { return [] }
    var starts = (0..<count).map { number(in: bytes, at: 16 + 4 * $0) }
    starts.append(bytes.count)
    var found: [Range<Int>] = []
    for (start, end) in zip(starts, starts.dropFirst()) {
      guard start <= end, end <= bytes.count else { return [] }
      found.append(start..<end)
    }
    return found
  }

  /// Whether the list has this word, written in lower case without marks.
  /// - Complexity: a binary search over blocks of 32 words.
  package func has(_ word: String, in list: List) -> Bool {
    var word = word
    return word.withUTF8 { has(Array($0), in: list) }
  }

  private func has(_ word: [UInt8], in list: List) -> Bool {
    guard list.rawValue < tables.count, !word.isEmpty, word.count < 40 else { return false }
    let table = tables[list.rawValue]
    let blocks = number(at: table.lowerBound + 4)
    let start = table.lowerBound + 8 + 4 * blocks
    var low = 0
    var high = blocks
    while high - low > 1 {
      let middle = (low + high) / 2
      let block = start + number(at: table.lowerBound + 8 + 4 * middle)
      if firstWord(at: block).lexicographicallyPrecedes(word)
        || firstWord(at: block).elementsEqual(word)
      {
        low = middle
      } else {
        high = middle
      }
    }
    guard blocks > 0 else { return false }
    let block = start + number(at: table.lowerBound + 8 + 4 * low)
    let end =
      low + 1 < blocks
      ? start + number(at: table.lowerBound + 8 + 4 * (low + 1)) : table.upperBound
    return scan(block..<min(end, table.upperBound), for: word)
  }

  private func firstWord(at block: Int) -> ArraySlice<UInt8> {
    guard block < bytes.count else { return [] }
    return bytes[block + 1..<min(bytes.count, block + 1 + Int(bytes[block]))]
  }

  /// Reads one block's words one after the other until the word is met or passed.
  private func scan(_ block: Range<Int>, for word: [UInt8]) -> Bool {
    var current = Array(firstWord(at: block.lowerBound))
    var position = block.lowerBound + 1 + current.count
    while true {
      if current == word { return true }
      if word.lexicographicallyPrecedes(current) { return false }
      guard position < block.upperBound else { return false }
      let shared = Int(bytes[position] >> 4)
      var fresh = Int(bytes[position] & 15)
      position += 1
      if fresh == 15, position < block.upperBound {
        fresh = Int(bytes[position])
        position += 1
      }
      guard fresh > 0, position + fresh <= block.upperBound, shared <= current.count else {
        return false
      }
      current.removeSubrange(shared...)
      current.append(contentsOf: bytes[position..<position + fresh])
      position += fresh
    }
  }

  /// The compatibility decomposition of a scalar; nil where it is its own.
  func decomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard let table = tables.first else { return nil }
    let count = number(at: table.lowerBound)
    let scalars = table.lowerBound + 4
    guard let index = search(count, for: scalar.value, at: scalars, stride: 4) else { return nil }
    let starts = scalars + 4 * count
    let pool = starts + 2 * (count + 1 + (count + 1) % 2)
    let first = short(at: starts + 2 * index)
    let last = short(at: starts + 2 * (index + 1))
    guard first < last else { return nil }
    return (first..<last).compactMap { Unicode.Scalar(UInt32(number(at: pool + 4 * $0))) }
  }

  /// The simplified form of a traditional Chinese character; nil where it has no other.
  func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard tables.count > 1 else { return nil }
    let pairs = tables[1].lowerBound + 4
    let count = number(at: tables[1].lowerBound)
    guard let index = search(count, for: scalar.value, at: pairs, stride: 8) else { return nil }
    return Unicode.Scalar(UInt32(number(at: pairs + 8 * index + 4)))
  }

  private func search(_ count: Int, for value: UInt32, at start: Int, stride: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = number(at: start + stride * middle)
      if found == Int(value) { return middle }
      if found < Int(value) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func number(at offset: Int) -> Int { Lexicon.number(in: bytes, at: offset) }

  private func short(at offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= bytes.count else { return 0 }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  /// Four bytes as a number; 0 outside the bytes.
  private static func number(in bytes: [UInt8], at offset: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - 4 else { return 0 }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16
      | Int(bytes[offset + 3]) << 24
  }
}
