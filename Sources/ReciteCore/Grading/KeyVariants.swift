/// Other ways to read a key as its author wrote it.
enum KeyVariants {
  /// The key without what stands in brackets, and an abbreviation that stands in brackets alone; a
  /// time of day with a point in it.
  static func of(_ key: String) -> [String] {
    if let time = pointed(key) { return [time] }
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
