/// Stems whose grammar fits the key alone: "an …", "these are …".
extension PackReviewer {
  mutating func reviewGrammar(_ texts: [String], _ key: Int, _ index: Int) {
    guard let lead = lead(of: items[index]), !lead.lowercased().contains("a/an"),
      !lead.lowercased().contains("a(n")
    else { return }
    let last = lead.split { !$0.isLetter }.last.map { $0.lowercased() } ?? ""
    switch last {
    case "a", "an": reviewArticle(last, texts, key, index)
    case "is", "was", "are", "were": reviewVerb(last, texts, key, index)
    default: break
    }
  }

  /// The text that an option completes: what stands before the blank, or a stem that breaks off.
  private func lead(of item: Item) -> String? {
    guard case .paragraph(let last)? = item.stem.last else { return nil }
    let text = last.plain
    if let blank = text.firstRange(of: "__") { return String(text[..<blank.lowerBound]) }
    if let blank = text.firstRange(of: "…") ?? text.firstRange(of: "...") {
      return String(text[..<blank.lowerBound])
    }
    guard let end = text.last, !"?.!)".contains(end) else { return nil }
    return text
  }

  private mutating func reviewArticle(
    _ article: String, _ texts: [String], _ key: Int, _ index: Int
  ) {
    let wantsVowel = article == "an"
    guard let fits = takesAn(texts[key]), fits == wantsVowel else { return }
    var misfits = 0
    for (place, text) in texts.enumerated() where place != key {
      guard let takes = takesAn(text) else { return }
      if takes != wantsVowel { misfits += 1 }
    }
    guard misfits > 0 else { return }
    mark(.articleFitsOnly(article: article, misfits: misfits), index)
  }

  /// Whether a phrase takes "an"; nil where its first letter does not tell.
  private func takesAn(_ text: String) -> Bool? {
    guard let word = text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first,
      let first = word.first, first.isASCII, first.isLetter
    else { return nil }
    // Abbreviations are read letter by letter, and a phrase with its own article is no noun.
    if word.count > 1, word.allSatisfy(\.isUppercase) { return nil }
    let lowered = word.lowercased()
    if ["a", "an", "the"].contains(lowered) { return nil }
    if ["hour", "hono", "heir", "hones"].contains(where: lowered.hasPrefix) { return true }
    if ["uni", "use", "usu", "eu", "one", "once", "ubi", "ura", "uto"].contains(
      where: lowered.hasPrefix)
    {
      return lowered.hasPrefix("unin") || lowered.hasPrefix("unim")
    }
    return "aeiou".contains(lowered.first ?? "x")
  }

  private mutating func reviewVerb(_ verb: String, _ texts: [String], _ key: Int, _ index: Int) {
    guard texts.count >= 3 else { return }
    let wantsPlural = verb == "are" || verb == "were"
    for (place, text) in texts.enumerated() {
      guard let isPlural = isPlural(text), isPlural == ((place == key) == wantsPlural) else {
        return
      }
    }
    mark(.numberFitsOnly(verb: verb), index)
  }

  /// Whether a noun of at most three words is a plural; nil where one cannot tell.
  private func isPlural(_ text: String) -> Bool? {
    let words = text.lowercased().split { !$0.isLetter }
    guard (1...3).contains(words.count), let last = words.last.map(String.init),
      !words.contains("and"), !words.contains("of")
    else { return nil }
    let one = WordForms.singular(last)
    if one != last { return grader.lexicon.has(one, in: .words) ? true : nil }
    return grader.lexicon.has(last, in: .words) && !last.hasSuffix("s") ? false : nil
  }
}
