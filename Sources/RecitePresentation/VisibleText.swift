/// Text with everything that could steer a terminal, or mislead a reader, made visible.
///
/// Packs, progress files, file names and typed lines all pass through here on their way to a
/// screen. Joiners that scripts need (U+200C, U+200D) stay.
package enum VisibleText {
  /// The text with control, escape, bidi and zero-width characters replaced by marks.
  ///
  /// A control character becomes caret notation (`^[` for escape), others their code point
  /// (`<U+202E>`); tabs and line ends become a space each.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        visible.append(contentsOf: mark(for: scalar).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
  }

  /// True for characters that are never sent to a terminal as they are.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0xad, 0x61c, 0x180e: true
    case 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff9...0xfffb: true
    case 0xe0000...0xe007f: true
    default: false
    }
  }

  private static func mark(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x09, 0x0a, 0x0d: return " "
    case 0..<0x20: return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case 0x7f: return "^?"
    case 0xad: return ""
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }
}
