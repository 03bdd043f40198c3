/// A short array of plain numbers as our own writer makes it, read in one go.
///
/// A learner's file consists of such rows almost entirely, so this is where reading it is fast.
/// Plain is: no white space, no exponent, at most fifteen digits and three decimal places, or null.
struct PlainNumbers {
  /// The longest row.
  static let limit = 14

  private(set) var count = 0
  private var thousandths = InlineArray<14, Int>(repeating: 0)
  /// A bit for each element that has a fraction, and for each that is null.
  private var fractions: UInt32 = 0
  private var nulls: UInt32 = 0

  /// A whole number that fits its type; nil for anything else, also beyond the end.
  func integer<Number: FixedWidthInteger>(_ index: Int, as type: Number.Type = Number.self)
    -> Number?
  {
    guard index < count, (fractions | nulls) & 1 << UInt32(index) == 0 else { return nil }
    return Number(exactly: thousandths[index] / 1000)
  }

  /// A number of 0...1 in thousandths; nil for anything else.
  func share(_ index: Int) -> Int? {
    guard index < count, !isNull(index), (0...1000).contains(thousandths[index]) else { return nil }
    return thousandths[index]
  }

  func isNull(_ index: Int) -> Bool { nulls & 1 << UInt32(index) != 0 }

  /// Reads a row that begins at `start`; gives the place after it, or nil where it is not plain.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    guard index < bytes.count, bytes[index] == UInt8(ascii: "[") else { return nil }
    repeat {
      index &+= 1
      guard count < PlainNumbers.limit, let end = element(bytes, index), end < bytes.count else {
        return nil
      }
      count &+= 1
      index = end
    } while bytes[index] == UInt8(ascii: ",")
    return bytes[index] == UInt8(ascii: "]") ? index &+ 1 : nil
  }

  @inline(__always)
  private mutating func element(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var index = start
    // The longest element has 21 bytes: this check serves all below.
    guard index &+ 24 < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "n") {
      guard bytes[index &+ 1] == UInt8(ascii: "u"), bytes[index &+ 2] == UInt8(ascii: "l"),
        bytes[index &+ 3] == UInt8(ascii: "l")
      else { return nil }
      nulls |= 1 << UInt32(count)
      return index &+ 4
    }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index &+= 1 }
    let firstDigit = index
    var value = 0
    while index &- firstDigit < 15, bytes[index] &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes[index] &- 0x30)
      index &+= 1
    }
    let digits = index &- firstDigit
    guard digits > 0, digits == 1 || bytes[firstDigit] != 0x30 else { return nil }
    if bytes[index] == UInt8(ascii: ".") {
      index &+= 1
      let firstDecimal = index
      while index &- firstDecimal < 3, bytes[index] &- 0x30 < 10 {
        value = value &* 10 &+ Int(bytes[index] &- 0x30)
        index &+= 1
      }
      switch index &- firstDecimal {
      case 1: value = value &* 100
      case 2: value = value &* 10
      case 3: break
      default: return nil
      }
      fractions |= 1 << UInt32(count)
    } else {
      value = value &* 1000
    }
    thousandths[count] = isNegative ? 0 &- value : value
    return index
  }
}
