/// A view of bytes that somebody else keeps: a file's text while it is read.
///
/// A slice of an array counts its references at every copy, and reading a pack copies some forty of
/// them an item; a view is two words wider than an offset and costs nothing to hand on. Indices
/// stay those of the whole text, so that a part of it still knows its place in the file.
///
/// This is the only unsafe type of the format. Two rules keep it sound: every access is checked
/// against the view's ends, and no view leaves the closure of `reading(_:_:)`.
struct Bytes: RandomAccessCollection {
  /// Where the byte of index 0 lies; nil only for a text without bytes.
  private let base: UnsafePointer<UInt8>?
  let startIndex: Int
  let endIndex: Int

  private init(base: UnsafePointer<UInt8>?, from startIndex: Int, to endIndex: Int) {
    self.base = base
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.init(base: bytes.baseAddress, from: 0, to: bytes.count)
  }

  /// What `body` makes of a view of these bytes; it and what is joined are valid in `body` alone.
  static func reading<Result>(
    _ bytes: [UInt8], _ body: (_ bytes: Bytes, _ joined: JoinedTexts) -> Result
  ) -> Result {
    let joined = JoinedTexts()
    return withExtendedLifetime(joined) {
      bytes.withUnsafeBufferPointer { body(Bytes($0), joined) }
    }
  }

  subscript(index: Int) -> UInt8 {
    precondition(index >= startIndex && index < endIndex, "no byte of this view")
    return base.unsafelyUnwrapped[index]
  }

  subscript(range: Range<Int>) -> Bytes {
    precondition(range.lowerBound >= startIndex && range.upperBound <= endIndex, "not of this view")
    return Bytes(base: base, from: range.lowerBound, to: range.upperBound)
  }

  var count: Int { endIndex - startIndex }
  var isEmpty: Bool { endIndex == startIndex }
  func index(after index: Int) -> Int { index + 1 }
  func index(before index: Int) -> Int { index - 1 }

  /// Walks from the view's start to its end, which were checked when it was made.
  struct Iterator: IteratorProtocol {
    fileprivate var place: UnsafePointer<UInt8>?
    fileprivate let end: UnsafePointer<UInt8>?

    mutating func next() -> UInt8? {
      guard let place, place != end else { return nil }
      self.place = place + 1
      return place.pointee
    }
  }

  func makeIterator() -> Iterator {
    Iterator(place: base.map { $0 + startIndex }, end: base.map { $0 + endIndex })
  }

  /// The bytes as text; what is no UTF-8 is replaced.
  var text: String {
    String(
      decoding: UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: count),
      as: UTF8.self)
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try body(UnsafeBufferPointer(start: base.map { $0 + startIndex }, count: count))
  }

  /// These bytes without the white space at both ends.
  var trimmed: Bytes {
    var (start, end) = (startIndex, endIndex)
    while start < end, Ascii.isSpace(self[start]) { start += 1 }
    while start < end, Ascii.isSpace(self[end - 1]) { end -= 1 }
    return self[start..<end]
  }
}

/// Searches that look at eight bytes at a time.
///
/// - Source: the tests for a byte within a word are those of H. S. Warren, *Hacker's Delight*, 6-1.
extension Bytes {
  /// The offset of the first line feed or carriage return from `offset` on; the end without one.
  func endOfLine(from offset: Int) -> Int {
    var offset = offset
    while offset + 8 <= endIndex {
      let word = word(at: offset)
      let feeds = word ^ Bytes.repeated(Ascii.newline)
      let returns = word ^ Bytes.repeated(Ascii.carriageReturn)
      if Bytes.holdsZero(feeds) || Bytes.holdsZero(returns) { break }
      offset += 8
    }
    while offset < endIndex, self[offset] != Ascii.newline, self[offset] != Ascii.carriageReturn {
      offset += 1
    }
    return offset
  }

  /// An offset from `offset` on before which all bytes are printable characters of ASCII.
  func endOfPlain(from offset: Int) -> Int {
    var offset = offset
    while offset + 8 <= endIndex {
      let word = word(at: offset)
      let belowSpace = (word &- Bytes.repeated(Ascii.space)) & ~word
      let fromDelete = word | (word &+ Bytes.repeated(1))
      guard (belowSpace | fromDelete) & Bytes.repeated(0x80) == 0 else { break }
      offset += 8
    }
    return offset
  }

  /// True where this byte is one of them.
  func contains(_ byte: UInt8) -> Bool {
    var offset = startIndex
    while offset + 8 <= endIndex {
      if Bytes.holdsZero(word(at: offset) ^ Bytes.repeated(byte)) { return true }
      offset += 8
    }
    return self[offset..<endIndex].contains { $0 == byte }
  }

  private func word(at offset: Int) -> UInt64 {
    precondition(offset >= startIndex && offset + 8 <= endIndex, "no bytes of this view")
    return UnsafeRawPointer(base.unsafelyUnwrapped + offset).loadUnaligned(as: UInt64.self)
  }

  private static func holdsZero(_ word: UInt64) -> Bool {
    (word &- repeated(1)) & ~word & repeated(0x80) != 0
  }

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// Keeps the texts that were joined from several lines of a file, for as long as the file is read.
final class JoinedTexts {
  private var texts: [UnsafeMutableBufferPointer<UInt8>] = []

  fileprivate init() {}

  deinit { for text in texts { text.deallocate() } }

  /// A view of a copy of these bytes.
  func keep(_ bytes: [UInt8]) -> Bytes {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(fromContentsOf: bytes)
    texts.append(copy)
    return Bytes(UnsafeBufferPointer(copy))
  }
}
