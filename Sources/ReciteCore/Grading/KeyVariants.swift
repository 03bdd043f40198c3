/// Other ways to read a key as its author wrote it.
enum KeyVariants {
  /// The key without what stands in brackets, and an abbreviation that stands in brackets alone; a
  /// time of day with a point in it; another name that everybody knows a thing in it by.
  static func of(_ key: String) -> [String] {
    if let time = pointed(key) { return [time] }
    let readings = bracketed(key)
    return readings + ([key] + readings).flatMap(renamed)
  }

  private static func bracketed(_ key: String) -> [String] {
    guard key.utf8.contains(where: { $0 == 0x28 || $0 == 0x5b || $0 == 0xef }) else { return [] }
    guard let open = key.firstIndex(where: { $0 == "(" || $0 == "（" || $0 == "[" }),
      let close = key[open...].firstIndex(where: { $0 == ")" || $0 == "）" || $0 == "]" })
    else { return [] }
    let inside = String(key[key.index(after: open)..<close])
    let outside = String(key[..<open]) + " " + String(key[key.index(after: close)...])
    guard outside.unicodeScalars.contains(where: { $0.isWordLetter || $0.isHan }) else { return [] }
    var variants = [outside]
    let letters = inside.unicodeScalars.filter(\.isWordLetter)
    let isAbbreviation = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
    if isAbbreviation || inside.unicodeScalars.allSatisfy(\.isHan), !inside.isEmpty {
      variants.append(inside)
    }
    return variants
  }

  /// Names of one thing, each as it stands in a key.
  private static let names = [
    ["Great Britain", "Britain"], ["atomic bomb", "atom bomb", "nuclear bomb"],
    ["atomic weapon", "nuclear weapon"], ["coal mine", "colliery"],
    ["United States of America", "United States", "USA", "US"], ["United Kingdom", "UK"],
    ["European Union", "EU"], ["United Nations", "UN"], ["Soviet Union", "USSR"],
    ["United Arab Emirates", "UAE"],
  ].map {
    $0.map { name in (name, name.split(separator: " ").map(plain)) }
  }

  private static func plain(_ word: Substring) -> String {
    WordForms.canonical(word.filter { $0 != "." }.lowercased())
  }

  private static let firstWords = Set(names.joined().compactMap { $0.1.first })

  /// The first three letters of those words, by which most keys are passed over at a glance.
  private static let openings = firstWords.map { $0.utf8.prefix(3).reduce(0, opened) }

  private static func opened(_ letters: UInt32, by letter: UInt8) -> UInt32 {
    letters << 8 | UInt32(letter | 0x20)
  }

  /// Whether a key may hold the name of a thing that has another.
  static func mayRename(_ key: String) -> Bool {
    var letters: UInt32 = 0
    var count = 0
    for byte in key.utf8 where byte != UInt8(ascii: ".") {
      if byte == UInt8(ascii: " ") {
        if count == 2, openings.contains(letters) { return true }
        letters = 0
        count = 0
        continue
      }
      count += 1
      guard count <= 3 else { continue }
      letters = opened(letters, by: byte)
      if count == 3, openings.contains(letters) { return true }
    }
    return count == 2 && openings.contains(letters)
  }

  /// The key with a thing in it called by its other names.
  private static func renamed(_ key: String) -> [String] {
    guard key.utf8.count <= AnswerTable.longestRead, mayRename(key) else { return [] }
    let words = key.split(separator: " ")
    let plain = words.map(plain)
    guard plain.contains(where: firstWords.contains) else { return [] }
    for group in names {
      guard
        let (name, place) = group.lazy.compactMap({ name in
          plain.firstRange(of: name.1).map { (name.0, $0) }
        }).first
      else { continue }
      return group.filter { $0.0 != name }.map { other in
        (words[..<place.lowerBound] + [Substring(other.0)] + words[place.upperBound...])
          .joined(separator: " ")
      }
    }
    return []
  }

  /// `3.45` of `3:45`; nil of what is no time of day.
  private static func pointed(_ key: String) -> String? {
    guard key.utf8.count <= 5, key.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      parts[1].utf8.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 25,
      minutes < 60
    else { return nil }
    return parts[0] + "." + parts[1]
  }
}
