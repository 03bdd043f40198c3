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

  private var buffer: [UInt8]
  private var position = 0
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
  private var scratch: [UInt8] = []
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
  private mutating func load() throws -> Bool {
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
  private mutating func peekByte() throws -> UInt8? {
    if position < buffer.count { return buffer[position] }
    return try load() ? buffer[position] : nil
  }

  /// Skips white space, marks a token's beginning and gives its first byte, which stays.
  private mutating func startToken() throws -> UInt8 {
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

  private func errorHere(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, line: line, column: offset - lineStart + 1)
  }

  private mutating func take(_ byte: UInt8, _ what: @autoclosure () -> String) throws {
    guard try startToken() == byte else { throw error(.expected(what())) }
    position += 1
  }

  private mutating func takeWord(_ word: StaticString) throws {
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

// MARK: - Values

extension JSONReader {
  package mutating func null() throws {
    guard try startToken() == UInt8(ascii: "n") else { throw error(.expected("null")) }
    try takeWord("null")
  }

  package mutating func bool() throws -> Bool {
    switch try startToken() {
    case UInt8(ascii: "t"):
      try takeWord("true")
      return true
    case UInt8(ascii: "f"):
      try takeWord("false")
      return false
    default: throw error(.expected("true or false"))
    }
  }

  /// A whole number that fits the type asked for.
  package mutating func integer<Number: FixedWidthInteger>(
    as type: Number.Type = Number.self
  ) throws -> Number {
    let isNegative = try startToken() == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard let first = try peekByte(), (0x30...0x39).contains(first) else {
      throw error(.expected("a whole number"))
    }
    var magnitude: UInt64 = 0
    var digits = 0
    while let byte = try peekByte() {
      let digit = byte &- 0x30
      guard digit < 10 else {
        if byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e") {
          throw error(.expected("a whole number"))
        }
        break
      }
      // Nineteen digits always fit; beyond them the checked way decides.
      if digits < 19 {
        magnitude = magnitude &* 10 &+ UInt64(digit)
      } else {
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
        guard !overflow, !carried else { throw error(.numberOutOfRange) }
        magnitude = sum
      }
      digits += 1
      position += 1
    }
    guard first != 0x30 || digits == 1 else { throw error(.expected("no leading zero")) }
    return try fitted(magnitude, isNegative: isNegative)
  }

  private func fitted<Number: FixedWidthInteger>(
    _ magnitude: UInt64, isNegative: Bool
  ) throws -> Number {
    if isNegative {
      guard magnitude <= UInt64(Int64.max) + 1,
        let value = Number(exactly: Int64(truncatingIfNeeded: 0 &- magnitude))
      else { throw error(.numberOutOfRange) }
      return value
    }
    guard let value = Number(exactly: magnitude) else { throw error(.numberOutOfRange) }
    return value
  }

  /// Any number, as the nearest double; one too large for it is an error.
  package mutating func double() throws -> Double {
    switch try number() {
    case .integer(let value): return Double(value)
    case .fraction(let value): return value
    }
  }

  enum Number: Equatable {
    /// Written without fraction or exponent, and small enough.
    case integer(Int)
    case fraction(Double)
  }

  mutating func number() throws -> Number {
    scratch.removeAll(keepingCapacity: true)
    if try startToken() == UInt8(ascii: "-") { try keepByte() }
    let first = try keepDigits()
    guard first != 0x30 || scratch.count == (scratch[0] == UInt8(ascii: "-") ? 2 : 1) else {
      throw error(.expected("no leading zero"))
    }
    var isWhole = true
    if try peekByte() == UInt8(ascii: ".") {
      isWhole = false
      try keepByte()
      try keepDigits()
    }
    if let byte = try peekByte(), byte | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      try keepByte()
      if let sign = try peekByte(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        try keepByte()
      }
      try keepDigits()
    }
    if let short = shortNumber(isWhole: isWhole) { return short }
    let text = String(decoding: scratch, as: UTF8.self)
    if isWhole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { throw error(.numberOutOfRange) }
    return .fraction(value)
  }

  /// The number in `scratch` where plain arithmetic gives it exactly: at most fifteen digits and no
  /// exponent, so that dividend and divisor are exact doubles and the quotient is rounded once.
  private func shortNumber(isWhole: Bool) -> Number? {
    guard scratch.count <= 15 else { return nil }
    var digits = 0
    var divisor = 1
    var isFraction = false
    var isNegative = false
    for byte in scratch {
      switch byte {
      case UInt8(ascii: "-") where !isNegative && digits == 0 && !isFraction: isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case 0x30...0x39:
        digits = digits &* 10 &+ Int(byte &- 0x30)
        if isFraction { divisor = divisor &* 10 }
      default: return nil
      }
    }
    if isWhole { return .integer(isNegative ? -digits : digits) }
    let value = Double(digits) / Double(divisor)
    return .fraction(isNegative ? -value : value)
  }

  private mutating func keepByte() throws {
    guard let byte = try peekByte() else { throw errorHere(.unexpectedEnd) }
    scratch.append(byte)
    position += 1
  }

  /// Keeps one digit or more and gives the first.
  @discardableResult
  private mutating func keepDigits() throws -> UInt8 {
    guard let first = try peekByte() else { throw errorHere(.unexpectedEnd) }
    guard (0x30...0x39).contains(first) else { throw error(.expected("a number")) }
    while let byte = try peekByte(), (0x30...0x39).contains(byte) {
      scratch.append(byte)
      position += 1
    }
    return first
  }
}

// MARK: - Rows

extension JSONReader {
  /// Takes an array of plain numbers, where the next value is one and `use` makes something of it.
  ///
  /// Nil, with nothing read, where it is not plain, reaches into the next chunk, or `use` gives nil.
  mutating func plainNumbers<Result>(_ use: (borrowing PlainNumbers) -> Result?) -> Result? {
    var numbers = PlainNumbers()
    let end = buffer.withUnsafeBufferPointer { numbers.read($0, from: position) }
    guard let end, let result = use(numbers) else { return nil }
    position = end
    return result
  }
}

// MARK: - Strings

extension JSONReader {
  /// A string with its escapes resolved: valid UTF-8, no lone surrogate.
  package mutating func string() throws -> String {
    guard try startToken() == UInt8(ascii: "\"") else { throw error(.expected("a string")) }
    position += 1
    scratch.removeAll(keepingCapacity: true)
    while true {
      try keepPlainBytes()
      guard let byte = try peekByte() else { throw errorHere(.unexpectedEnd) }
      if byte == UInt8(ascii: "\"") {
        position += 1
        break
      }
      guard byte == UInt8(ascii: "\\") else { throw errorHere(.controlCharacter) }
      position += 1
      try keepEscape()
    }
    guard let text = String(validating: scratch, as: UTF8.self) else {
      throw error(.invalidUTF8)
    }
    return text
  }

  /// Keeps all bytes up to a quote, backslash or control character, or the end of the text.
  private mutating func keepPlainBytes() throws {
    repeat {
      var end = position
      while end < buffer.count {
        let byte = buffer[end]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        end += 1
      }
      scratch.append(contentsOf: buffer[position..<end])
      position = end
      if end < buffer.count { return }
    } while try load()
  }

  private mutating func keepEscape() throws {
    guard let byte = try peekByte() else { throw errorHere(.unexpectedEnd) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0c)
    case UInt8(ascii: "n"): scratch.append(0x0a)
    case UInt8(ascii: "r"): scratch.append(0x0d)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexDigits()
      if (0xd800..<0xdc00).contains(code) {
        guard try peekByte() == UInt8(ascii: "\\") else { throw errorHere(.invalidEscape) }
        position += 1
        guard try peekByte() == UInt8(ascii: "u") else { throw errorHere(.invalidEscape) }
        position += 1
        let low = try hexDigits()
        guard (0xdc00..<0xe000).contains(low) else { throw errorHere(.invalidEscape) }
        code = 0x10000 + (code - 0xd800) << 10 + (low - 0xdc00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw errorHere(.invalidEscape) }
      scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      position -= 1
      throw errorHere(.invalidEscape)
    }
  }

  private mutating func hexDigits() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peekByte() else { throw errorHere(.unexpectedEnd) }
      guard let digit = hexDigitValue(byte) else { throw errorHere(.invalidEscape) }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}

private func hexDigitValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
