/// Reading strings: bytes as they come, escapes resolved.
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
    // Most are ASCII, which needs no second look: a tenth of the time of reading a large record.
    if scratch.allSatisfy({ $0 < 0x80 }) { return String(decoding: scratch, as: UTF8.self) }
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
      guard scratch.count <= JSONReader.valueLimit else { throw errorHere(.tooLong) }
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
