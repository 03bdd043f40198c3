/// Reading the values that are no strings: words, numbers, and rows of numbers.
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
      guard scratch.count < JSONReader.valueLimit else { throw errorHere(.tooLong) }
      scratch.append(byte)
      position += 1
    }
    return first
  }
}

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
