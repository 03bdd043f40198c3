/// A strict pull reader of JSON (RFC 8259) that takes its bytes in chunks.
///
/// The caller says what it expects and gets it, or a `JSONError` with the place. It never holds
/// more than one chunk and the value being read.
///
///     var reader = JSONReader(bytes)
///     try reader.beginObject()
///     while let key = try reader.nextKey() {
///       if key == "n" { n = try reader.integer() } else { try reader.skipValue() }
///     }
///     try reader.end()
///
/// `nextKey` does not look for duplicates, since its caller keeps what it has seen; `value` does.
package struct JSONReader {
  /// Appends the next chunk to an empty array, or nothing at the end of the text.
  package typealias Refill = (inout [UInt8]) throws -> Void

  package enum Kind: Equatable, Sendable { case object, array, string, number, bool, null }

  /// As deep as any document of ours goes, many times over, and far from the stack's end.
  package static let depthLimit = 128
  /// Bytes of one string or number; beyond them it is refused before it fills the memory.
  package static let valueLimit = 1 << 24

  var buffer: [UInt8]
  var position = 0
  private let refill: Refill?
  /// Bytes of the chunks before `buffer`.
  private var consumed = 0
  private var line = 1
  /// The offset of the first byte of `line`.
  private var lineStart = 0
  /// Where the token last asked for begins.
  private var tokenStart = 0
  private var tokenLine = 1
  private var tokenLineStart = 0
  /// For every open object or array: whether a member has been read.
  private var hasMember: [Bool] = []
  var scratch: [UInt8] = []
  private var checksum: CRC32C?

  /// A reader of a whole text.
  package init(_ bytes: [UInt8]) {
    buffer = bytes
    refill = nil
    skipByteOrderMark()
  }

  /// A reader that asks for chunk after chunk, and sums them up where `checksumming`.
  package init(checksumming: Bool = false, refill: @escaping Refill) throws {
    buffer = []
    self.refill = refill
    checksum = checksumming ? CRC32C() : nil
    // A mark of three bytes must lie in one chunk, else it is reported as a stray byte.
    if try load() { skipByteOrderMark() }
  }

  private mutating func skipByteOrderMark() {
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) {
      position = 3
      lineStart = 3
    }
  }

  /// The offset of the next byte to be read, from 0.
  package var offset: Int { consumed + position }

  /// The CRC-32C of all bytes read so far; nil unless asked for.
  package var checksumSoFar: UInt32? {
    guard var sum = checksum else { return nil }
    sum.update(buffer[..<position])
    return sum.value
  }

  /// An error at the beginning of the value, key or mark last read.
  package func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, line: tokenLine, column: tokenStart - tokenLineStart + 1)
  }
}

// MARK: - Bytes

extension JSONReader {
  /// Loads the next chunk; false at the end of the text.
  mutating func load() throws -> Bool {
    guard let refill else { return false }
    if position < buffer.count { return true }
    checksum?.update(buffer[...])
    consumed += buffer.count
    position = 0
    buffer.removeAll(keepingCapacity: true)
    try refill(&buffer)
    return !buffer.isEmpty
  }

  /// The next byte, which stays; nil at the end.
  @inline(__always)
  mutating func peekByte() throws -> UInt8? {
    if position < buffer.count { return buffer[position] }
    return try load() ? buffer[position] : nil
  }

  /// Skips white space, marks a token's beginning and gives its first byte, which stays.
  mutating func startToken() throws -> UInt8 {
    while let byte = try peekByte() {
      if byte > 0x20 {
        mark()
        return byte
      }
      switch byte {
      case 0x20, 0x09, 0x0d: break
      case 0x0a:
        line += 1
        lineStart = offset + 1
      default:
        mark()
        throw error(.expected("a value"))
      }
      position += 1
    }
    mark()
    throw error(.unexpectedEnd)
  }

  @inline(__always)
  private mutating func mark() {
    tokenStart = consumed + position
    tokenLine = line
    tokenLineStart = lineStart
  }

  func errorHere(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, line: line, column: offset - lineStart + 1)
  }

  private mutating func take(_ byte: UInt8, _ what: @autoclosure () -> String) throws {
    guard try startToken() == byte else { throw error(.expected(what())) }
    position += 1
  }

  mutating func takeWord(_ word: StaticString) throws {
    for index in 0..<word.utf8CodeUnitCount {
      guard let byte = try peekByte() else { throw errorHere(.unexpectedEnd) }
      guard byte == word.utf8Start[index] else { throw error(.expected("'\(word)'")) }
      position += 1
    }
  }
}

// MARK: - Structure

extension JSONReader {
  /// The kind of the next value, which stays.
  package mutating func kind() throws -> Kind {
    switch try startToken() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), 0x30...0x39: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    default: throw error(.expected("a value"))
    }
  }

  package mutating func beginObject() throws { try open(UInt8(ascii: "{"), "an object") }
  package mutating func beginArray() throws { try open(UInt8(ascii: "["), "an array") }

  private mutating func open(_ byte: UInt8, _ what: @autoclosure () -> String) throws {
    try take(byte, what())
    guard hasMember.count < JSONReader.depthLimit else { throw error(.tooDeep) }
    hasMember.append(false)
  }

  /// The next member's key, its colon read too; nil when the object ends here.
  package mutating func nextKey() throws -> String? {
    guard try nextMember(closing: UInt8(ascii: "}")) else { return nil }
    guard try startToken() == UInt8(ascii: "\"") else { throw error(.expected("a key in quotes")) }
    let key = try string()
    let (start, line, lineStart) = (tokenStart, tokenLine, tokenLineStart)
    try take(UInt8(ascii: ":"), "':'")
    (tokenStart, tokenLine, tokenLineStart) = (start, line, lineStart)
    return key
  }

  /// Whether an element follows, its comma read too; false when the array ends here.
  package mutating func nextElement() throws -> Bool { try nextMember(closing: UInt8(ascii: "]")) }

  private mutating func nextMember(closing: UInt8) throws -> Bool {
    guard let last = hasMember.indices.last else { throw error(.expected("a value")) }
    let byte = try startToken()
    if byte == closing {
      position += 1
      hasMember.removeLast()
      return false
    }
    guard hasMember[last] else {
      hasMember[last] = true
      return true
    }
    guard byte == UInt8(ascii: ",") else {
      throw error(.expected(closing == UInt8(ascii: "]") ? "',' or ']'" : "',' or '}'"))
    }
    position += 1
    return true
  }

  /// Nothing but white space may follow.
  package mutating func end() throws {
    while let byte = try peekByte() {
      guard [0x20, 0x09, 0x0d, 0x0a].contains(byte) else { throw errorHere(.trailingText) }
      position += 1
    }
  }

  /// Reads over one value of any kind; it is checked like any other, but for duplicate keys.
  package mutating func skipValue() throws {
    switch try kind() {
    case .object:
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .string: _ = try string()
    case .number: _ = try number()
    case .bool: _ = try bool()
    case .null: try null()
    }
  }
}
