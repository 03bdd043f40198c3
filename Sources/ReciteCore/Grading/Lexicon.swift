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

  /// Never written and never freed, so that any thread may read them.
  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
  /// Start and end of each table in `bytes`.
  private let tables: [Range<Int>]

  /// A lexicon that knows nothing: only what the standard library knows of letters.
  package static let empty = Lexicon(bytes: UnsafeBufferPointer(start: nil, count: 0))

  /// Reads the table of contents; bytes that are no lexicon give an empty one.
  ///
  /// The bytes are read where they lie: they must stay there, unchanged, as long as the program runs.
  package init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tables = Lexicon.contents(of: bytes)
  }

  package static func == (first: Lexicon, second: Lexicon) -> Bool {
    first.bytes.count == second.bytes.count
      && (first.bytes.baseAddress == second.bytes.baseAddress
        || first.bytes.elementsEqual(second.bytes))
  }

  private static func contents(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
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
    return word.withUTF8 { has($0, in: list) }
  }

  private func has(_ word: UnsafeBufferPointer<UInt8>, in list: List) -> Bool {
    guard list.rawValue < tables.count, !word.isEmpty, word.count < Lexicon.longest else {
      return false
    }
    let table = tables[list.rawValue]
    let blocks = number(at: table.lowerBound + 4)
    let start = table.lowerBound + 8 + 4 * blocks
    var low = 0
    var high = blocks
    while high - low > 1 {
      let middle = (low + high) / 2
      let block = start + number(at: table.lowerBound + 8 + 4 * middle)
      if Lexicon.isOrdered(firstWord(at: block), word) { low = middle } else { high = middle }
    }
    guard blocks > 0 else { return false }
    let block = start + number(at: table.lowerBound + 8 + 4 * low)
    let end =
      low + 1 < blocks
      ? start + number(at: table.lowerBound + 8 + 4 * (low + 1)) : table.upperBound
    return scan(block..<min(end, table.upperBound), for: word)
  }

  /// Words of so many bytes are in no list.
  private static let longest = 40

  private func firstWord(at block: Int) -> UnsafeBufferPointer<UInt8> {
    guard block < bytes.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let end = min(bytes.count, block + 1 + Int(bytes[block]))
    return UnsafeBufferPointer(rebasing: bytes[block + 1..<max(block + 1, end)])
  }

  /// Whether the first word comes before the second, or is it.
  private static func isOrdered(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let shared = min(first.count, second.count)
    for place in 0..<shared where first[place] != second[place] {
      return first[place] < second[place]
    }
    return first.count <= second.count
  }

  /// Reads one block's words one after the other until the word is met or passed.
  ///
  /// Each is told by how many letters it shares with the word before it, so that of the word before
  /// no more need be known than how far it agrees with what is looked for.
  private func scan(_ block: Range<Int>, for word: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = firstWord(at: block.lowerBound)
    var agreed = Lexicon.agreement(first, word, from: 0)
    var length = first.count
    // Where the words differ, whether the one in the list comes first.
    var isBefore = agreed < word.count && (agreed >= length || first[agreed] < word[agreed])
    var position = block.lowerBound + 1 + length
    while true {
      if agreed == word.count, length == word.count { return true }
      if !isBefore { return false }
      guard position < block.upperBound else { return false }
      let shared = Int(bytes[position] >> 4)
      var fresh = Int(bytes[position] & 15)
      position += 1
      if fresh == 15, position < block.upperBound {
        fresh = Int(bytes[position])
        position += 1
      }
      guard fresh > 0, position + fresh <= block.upperBound, shared <= length else { return false }
      length = shared + fresh
      if shared <= agreed {
        let rest = UnsafeBufferPointer(rebasing: bytes[position..<position + fresh])
        agreed = shared + Lexicon.agreement(rest, word, from: shared)
        isBefore =
          agreed < word.count && (agreed >= length || rest[agreed - shared] < word[agreed])
      }
      position += fresh
    }
  }

  /// How many letters of a text are those of the word from a place on.
  private static func agreement(
    _ text: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var count = 0
    while count < text.count, start + count < word.count, text[count] == word[start + count] {
      count += 1
    }
    return count
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
  private static func number(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    guard offset >= 0, offset <= bytes.count - 4 else { return 0 }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 | Int(bytes[offset + 2]) << 16
      | Int(bytes[offset + 3]) << 24
  }
}
