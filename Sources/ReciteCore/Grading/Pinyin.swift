/// Chinese syllables written in Latin letters, with tones as marks, as digits, or not at all.
enum Pinyin {
  /// Agreement of a response whose syllables end in tone digits with a key, or the other way round.
  static func match(_ typed: Phrase, _ key: Phrase) -> Match? {
    let one = syllables(typed)
    let other = syllables(key)
    guard one != nil || other != nil else { return nil }
    // A letter or two and a digit may as well be a size, a battery, an isotope: A4 is not A3.
    if max(one?.count ?? 0, other?.count ?? 0) < 2 {
      guard one == nil ? hasToneMarks(typed) : hasToneMarks(key) else { return nil }
    }
    guard (one.map(letters) ?? typed.compact) == (other.map(letters) ?? key.compact) else {
      return nil
    }
    return Match(level: .form, rule: .pinyin)
  }

  private static func hasToneMarks(_ phrase: Phrase) -> Bool {
    syllables(phrase) == nil && !(tones(phrase) ?? []).isEmpty
  }

  private static func letters(_ syllables: [(letters: String, tone: Int)]) -> String {
    syllables.map(\.letters).joined()
  }

  /// The letters of `liao2 ning2`; nil where not every syllable has its tone.
  private static func plain(_ phrase: Phrase) -> String? { syllables(phrase).map(letters) }

  private static func syllables(_ phrase: Phrase) -> [(letters: String, tone: Int)]? {
    guard phrase.folded.scalars.contains(where: isTone) else { return nil }
    var found: [(letters: String, tone: Int)] = []
    var letters = ""
    for scalar in phrase.folded.scalars {
      if scalar.isASCIILetter {
        letters.unicodeScalars.append(scalar)
      } else if scalar == ":" && letters.hasSuffix("u") {
        continue
      } else if isTone(scalar), !letters.isEmpty, letters.utf8.count <= 6 {
        found.append((letters, Int(scalar.value - 0x30)))
        letters = ""
      } else if scalar == " " || scalar == "'" || scalar == "-" {
        guard letters.isEmpty else { return nil }
      } else {
        return nil
      }
    }
    guard letters.isEmpty, !found.isEmpty,
      found.allSatisfy({ isSyllable($0.letters) })
    else { return nil }
    return found
  }

  private static func isTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x35).contains(scalar.value)
  }

  private static let finals: Set<String> = [
    "a", "e", "o", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er", "i", "ia", "ie", "iao",
    "iu", "ian", "in", "iang", "ing", "iong", "ong", "u", "ua", "uo", "uai", "ui", "uan", "un",
    "uang", "ue", "v", "ve", "u:", "van", "vn",
  ]

  /// Whether letters can be one Chinese syllable: `co` and `fe` cannot, so that CO2 has no tone.
  private static func isSyllable(_ letters: String) -> Bool {
    var start = ""
    for initial in ["zh", "ch", "sh"] where letters.hasPrefix(initial) { start = initial }
    if start.isEmpty, let first = letters.first, !"aeo".contains(first) { start = String(first) }
    let rest = String(letters.dropFirst(start.count))
    guard finals.contains(rest), !["i", "u", "v"].contains(start) else { return false }
    if rest == "o" { return ["", "b", "p", "m", "f", "w", "y", "l"].contains(start) }
    if rest == "e" { return !["b", "p", "f", "w", "j", "q", "x"].contains(start) }
    return true
  }

  /// Whether two words are one syllable each, and not the same: Qin is no slip from Qing.
  static func areDifferentSyllables(_ one: String, _ other: String) -> Bool {
    one != other && one.utf8.count <= 6 && other.utf8.count <= 6 && isSyllable(one)
      && isSyllable(other)
  }

  /// Whether tone digits on one side say what tone marks say on the other.
  static func sameTones(_ typed: Phrase, _ key: Phrase) -> Bool {
    guard let one = tones(typed), let other = tones(key), !other.isEmpty else { return false }
    return one == other && (plain(typed) ?? typed.compact) == (plain(key) ?? key.compact)
  }

  private static func tones(_ phrase: Phrase) -> [Int]? {
    if let syllables = syllables(phrase) {
      return syllables.map(\.tone).filter { $0 > 0 && $0 < 5 }
    }
    var tones: [Int] = []
    for scalar in phrase.folded.original {
      switch scalar.value {
      case 0x304, 0x101, 0x113, 0x12b, 0x14d, 0x16b, 0x1d6: tones.append(1)
      case 0x301, 0xe1, 0xe9, 0xed, 0xf3, 0xfa, 0x1d8: tones.append(2)
      case 0x30c, 0x1ce, 0x11b, 0x1d0, 0x1d2, 0x1d4, 0x1da: tones.append(3)
      case 0x300, 0xe0, 0xe8, 0xec, 0xf2, 0xf9, 0x1dc: tones.append(4)
      default: continue
      }
    }
    return tones
  }
}
