/// Other ways to read a key as its author wrote it.
enum KeyVariants {
  /// The key without what stands in brackets, and an abbreviation that stands in brackets alone.
  static func of(_ key: String) -> [String] {
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
}
