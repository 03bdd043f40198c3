@_spi(_Unicode) import Swift

import ReciteCore

/// Ids of items: which are well formed, and which one a heading makes.
package enum MadeID {
  /// Characters that a made id has at most.
  private static let longest = 40

  /// The id that a stem makes, or nil where no letter or digit is left.
  ///
  /// NFC and lower case, without gaps, emphasis and a leading number; whatever is neither letter,
  /// mark nor digit becomes one hyphen; cut at a word to 40 characters.
  package static func id(of heading: RichText) -> ItemID? {
    var text = ""
    for run in heading.runs {
      switch run {
      case .text(let part, _): text += part
      case .link(let part, _): text += part
      case .gap: text += " "
      }
    }
    let words = self.words(of: withoutLeadingNumber(composed(text).lowercased()))
    guard let first = words.first else { return nil }
    var id = String(first.prefix(longest))
    for word in words.dropFirst() {
      guard id.count + 1 + word.count <= longest else { break }
      id += "-" + word
    }
    return ItemID(id)
  }

  /// True for letters, digits and hyphens of any script.
  package static func isWellFormed(_ id: String) -> Bool {
    !id.isEmpty
      && (id.utf8.allSatisfy { $0 == Ascii.hyphen || Ascii.isAlphanumeric($0) }
        || id.unicodeScalars.allSatisfy { $0 == "-" || isWordScalar($0) })
  }

  /// The text in Unicode's composed form, so that one heading typed on two systems makes one id.
  static func composed(_ text: String) -> String {
    // Composition changes nothing below U+0300, whose first byte is CC.
    guard text.utf8.contains(where: { $0 >= 0xcc }) else { return text }
    var composed = String.UnicodeScalarView()
    for scalar in text._nfc { composed.append(scalar) }
    return String(composed)
  }

  private static func withoutLeadingNumber(_ text: String) -> Substring {
    let rest = text.drop { $0.isWhitespace }
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty else { return rest }
    let after = rest[digits.endIndex...]
    // `1984` alone, or `3rd`, is no number before a text.
    guard let next = after.first, next == "." || next == ")" || next == ":" || next.isWhitespace,
      after.contains(where: { $0.isLetter || $0.isNumber })
    else { return rest }
    return after
  }

  private static func words(of text: Substring) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty, !isApostrophe(scalar) {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// An apostrophe joins the word that it stands in: `china's` is `chinas`.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return Ascii.isAlphanumeric(UInt8(scalar.value)) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
