/// Digits with points and commas, read as a number.
enum NumberLiteral {
  /// The readings of a literal, the likelier first; empty where it is none.
  ///
  /// `1,250,000` and `1.250.000` have one reading, `1,250` and `0.342` one, `1.250` two: a decimal
  /// number, and one thousand two hundred and fifty where a point groups thousands.
  static func values(of literal: String, commaDecimals: Bool) -> [Double] {
    var marks: [UInt8] = []
    var runs: [Int] = [0]
    for byte in literal.utf8 {
      if (0x30...0x39).contains(byte) {
        runs[runs.count - 1] += 1
      } else {
        marks.append(byte)
        runs.append(0)
      }
    }
    let grouped = runs.dropFirst().allSatisfy { $0 == 3 } && runs[0] <= 3 && !literal.hasPrefix("0")
    let digits = literal.filter { ("0"..."9").contains($0) }
    guard let last = marks.last, let whole = Double(digits) else { return [Double(digits) ?? 0] }
    let comma = UInt8(ascii: ",")
    let point = UInt8(ascii: ".")
    guard last == comma || last == point else { return [whole] }
    let decimal = fraction(literal)
    if Set(marks).count > 1 { return [decimal] }
    if marks.count > 1 { return grouped ? [whole] : [decimal] }
    guard grouped else { return [decimal] }
    if last == comma { return commaDecimals ? [decimal, whole] : [whole] }
    return commaDecimals ? [whole, decimal] : [decimal]
  }

  /// The literal with its last mark as the decimal mark, all other marks grouping.
  private static func fraction(_ literal: String) -> Double {
    guard let mark = literal.lastIndex(where: { $0 == "." || $0 == "," }) else {
      return Double(literal) ?? 0
    }
    let digits = { (part: Substring) in part.filter { ("0"..."9").contains($0) } }
    return Double(digits(literal[..<mark]) + "." + digits(literal[mark...])) ?? 0
  }
}
