/// Characters that steer a terminal, turn the direction of writing, or cannot be seen.
///
/// One list for everything that leaves the program: screens, JSON, XML, HTML, TAP and tables. What
/// scripts and emoji need to be written right is none of them: U+200C and U+200D, which join and
/// part letters, variation selectors, and combining marks.
/// - Source: Unicode 17, general categories Cc, Cf, Zl and Zp; Unicode Technical Report 36.
package enum HiddenCharacters {
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0xad, 0x61c, 0x180e: true
    case 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff0...0xfffb: true
    case 0x1d173...0x1d17a, 0xe0000...0xe007f: true
    default: false
    }
  }

  /// The text with a visible mark for each of them: caret notation for a control character (`^[` for
  /// escape), the code point for others (`<U+202E>`), a space for a tab or the end of a line.
  ///
  /// Those that `keeping` names stay. A soft hyphen vanishes, since nothing is shown for it anywhere.
  package static func marked(_ text: String, keeping: [Unicode.Scalar] = []) -> String {
    func isMarked(_ scalar: Unicode.Scalar) -> Bool {
      contains(scalar) && !keeping.contains(scalar)
    }
    guard text.unicodeScalars.contains(where: isMarked) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isMarked(scalar) {
        visible.append(contentsOf: mark(for: scalar).unicodeScalars)
      } else {
        visible.append(scalar)
      }
    }
    return String(visible)
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
