/// The bytes that the formats look for, by name.
enum Ascii {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0a
  static let carriageReturn: UInt8 = 0x0d
  static let escape: UInt8 = 0x1b
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let apostrophe: UInt8 = 0x27
  static let openParenthesis: UInt8 = 0x28
  static let closeParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2a
  static let plus: UInt8 = 0x2b
  static let comma: UInt8 = 0x2c
  static let hyphen: UInt8 = 0x2d
  static let dot: UInt8 = 0x2e
  static let slash: UInt8 = 0x2f
  static let zero: UInt8 = 0x30
  static let one: UInt8 = 0x31
  static let nine: UInt8 = 0x39
  static let colon: UInt8 = 0x3a
  static let less: UInt8 = 0x3c
  static let equals: UInt8 = 0x3d
  static let greater: UInt8 = 0x3e
  static let openBracket: UInt8 = 0x5b
  static let backslash: UInt8 = 0x5c
  static let closeBracket: UInt8 = 0x5d
  static let underscore: UInt8 = 0x5f
  static let backtick: UInt8 = 0x60
  static let smallA: UInt8 = 0x61
  static let openBrace: UInt8 = 0x7b
  static let bar: UInt8 = 0x7c
  static let closeBrace: UInt8 = 0x7d
  static let tilde: UInt8 = 0x7e

  static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == tab }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// True for the ASCII punctuation that a backslash makes plain, as in Markdown.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > space && byte < 0x7f && !isAlphanumeric(byte)
  }

  static func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte + 0x20 : byte }
}
