/// A text in the form that answers are compared in: lower case, no marks, one width, one script.
///
/// Each folded scalar knows the scalar of the original that it came from, so that a slip can be
/// shown where it was typed.
struct FoldedText: Sendable {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Index into `original` of each folded scalar.
  private(set) var sources: [Int] = []
  let original: [Unicode.Scalar]

  /// Folds at most `limit` scalars; what comes after them is not looked at.
  init(_ text: String, lexicon: Lexicon, limit: Int = 4_000) {
    original = Array(text.unicodeScalars.prefix(limit))
    scalars.reserveCapacity(original.count + 8)
    sources.reserveCapacity(original.count + 8)
    var superscript = false
    for (index, scalar) in original.enumerated() {
      if scalar.isASCII {
        add(lowered(scalar), from: index)
        superscript = false
        continue
      }
      let raised = isSuperscript(scalar)
      if raised, !superscript, let last = scalars.last, last.isASCIIDigit { add("^", from: index) }
      superscript = raised
      fold(scalar, from: index, lexicon: lexicon)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, from index: Int) {
    scalars.append(scalar)
    sources.append(index)
  }

  private mutating func fold(_ scalar: Unicode.Scalar, from index: Int, lexicon: Lexicon) {
    if let plain = plainPunctuation(scalar) {
      for letter in plain.unicodeScalars { add(letter, from: index) }
      return
    }
    if scalar.isHan, let simplified = lexicon.simplified(scalar) {
      return add(simplified, from: index)
    }
    guard !scalar.isKana else { return add(scalar, from: index) }
    for part in lexicon.decomposition(of: scalar) ?? jamo(of: scalar) ?? [scalar] {
      if part.value == 0x3099 || part.value == 0x309a, let last = scalars.last, last.isKana {
        voice(last, semi: part.value == 0x309a)
      } else if part.isASCII {
        add(lowered(part), from: index)
      } else if let plain = plainPunctuation(part) {
        for letter in plain.unicodeScalars { add(letter, from: index) }
      } else if !part.isMark {
        for lower in part.properties.lowercaseMapping.unicodeScalars where !lower.isMark {
          add(lexicon.simplified(lower) ?? lower, from: index)
        }
      }
    }
  }

  /// Joins a separate sound mark to the kana before it, as が is written in one.
  private mutating func voice(_ kana: Unicode.Scalar, semi: Bool) {
    guard let voiced = Unicode.Scalar(kana.value + (semi ? 2 : 1)) else { return }
    scalars[scalars.count - 1] = voiced
  }
}

/// The letters of a Hangul syllable, by Unicode's arithmetic.
private func jamo(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
  guard (0xac00...0xd7a3).contains(scalar.value) else { return nil }
  let index = scalar.value - 0xac00
  let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11a7 + index % 28]
  return parts.filter { $0 != 0x11a7 }.compactMap(Unicode.Scalar.init)
}

private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard (0x41...0x5a).contains(scalar.value) else { return scalar }
  return Unicode.Scalar(UInt8(scalar.value + 32))
}

private func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xb2, 0xb3, 0xb9, 0x2070...0x207b: true
  default: false
  }
}

/// The plain form of dashes, quotation marks, spaces and letters that do not decompose.
private func plainPunctuation(_ scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x2010...0x2015, 0x2212, 0xfe58, 0x2043, 0x207b: "-"
  case 0x2018, 0x2019, 0x201b, 0x2032, 0x60, 0xb4, 0x2bb, 0x2bc: "'"
  case 0x201a, 0x201c...0x201f, 0xab, 0xbb, 0x2033, 0x300a...0x300f: "\""
  case 0xa0, 0x2000...0x200a, 0x202f, 0x205f, 0x3000, 0x2028, 0x2029: " "
  case 0xad, 0x200b...0x200f, 0x202a...0x202e, 0x2060...0x2069, 0xfeff, 0xfe00...0xfe0f: ""
  case 0x2044, 0x2215: "/"
  case 0xd7: "×"
  case 0x3001, 0xff0c, 0xff64: ","
  case 0x3002: "."
  case 0x2192, 0x21d2, 0x27f6: ">"
  case 0xdf, 0x1e9e: "ss"
  case 0xe6, 0xc6: "ae"
  case 0x153, 0x152: "oe"
  case 0xf8, 0xd8: "o"
  case 0x142, 0x141: "l"
  case 0x111, 0x110, 0xf0, 0xd0: "d"
  case 0xfe, 0xde: "th"
  case 0x131: "i"
  default: nil
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
  var isASCIILetter: Bool { (0x61...0x7a).contains(value | 0x20) }
  var isHan: Bool {
    switch value {
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff, 0x3005, 0x3007: true
    default: false
    }
  }
  /// Kana: like Chinese characters, compared whole.
  var isKana: Bool { (0x3041...0x30ff).contains(value) }
  /// A mark that a learner may leave out: accents, tones, Hebrew points, Arabic vowels.
  var isMark: Bool {
    switch value {
    case 0x300...0x36f, 0x483...0x489, 0x591...0x5c7, 0x610...0x61a, 0x64b...0x65f, 0x670,
      0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f:
      true
    default: false
    }
  }
  /// A letter of any script but Han.
  var isWordLetter: Bool {
    if isASCII { return isASCIILetter }
    return !isHan && (properties.isAlphabetic || isVowelSign)
  }
  private var isVowelSign: Bool {
    switch properties.generalCategory {
    case .spacingMark, .nonspacingMark: true
    default: false
    }
  }
}
