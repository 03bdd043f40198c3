/// The characters of Windows-1252, in which older spreadsheets save.
///
/// - Source: WHATWG Encoding Standard, index windows-1252; it leaves no byte without a character.
enum Windows1252 {
  /// The characters of 0x80...0x9f; the rest are those of Latin-1.
  private static let high: [UInt16] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]

  static func decode(_ bytes: [UInt8]) -> String {
    let units = bytes.map { byte -> UInt16 in
      let index = Int(byte) - 0x80
      return high.indices.contains(index) ? high[index] : UInt16(byte)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
