/// What of a response counts: without its lead-in, articles, and words that only round a number.
enum Core {
  /// The terms of a phrase without lead-in, articles, approximations and eras that go without saying.
  static func stripped(_ phrase: Phrase, of key: Phrase) -> [Term] {
    var terms = phrase.terms[...]
    if phrase.raw != key.raw, let start = key.terms.first?.text {
      while terms.count > 1, let first = terms.first, first.text != start,
        Vocabulary.leadingWords.contains(first.surface)
      {
        terms = terms.dropFirst()
      }
    }
    return withoutFillers(Array(terms))
  }

  static func withoutFillers(_ terms: [Term]) -> [Term] {
    guard terms.count > 1 else { return terms }
    let hasNumber = terms.contains { $0.isNumeric }
    var kept: [Term] = []
    for (index, term) in terms.enumerated() {
      let isLast = index == terms.count - 1
      if Vocabulary.articles.contains(term.surface), !isLast,
        !(term.surface == "a" && term.capital && index > 0)
      {
        continue
      }
      if hasNumber, term.isWord {
        if Vocabulary.approximations.contains(term.surface), !isLast || kept.isEmpty == false {
          continue
        }
        if ["ad", "ce"].contains(term.surface) { continue }
        if term.surface == "or", index + 1 < terms.count, terms[index + 1].surface == "so" {
          continue
        }
        if term.surface == "so", index > 0, terms[index - 1].surface == "or" { continue }
      }
      kept.append(term)
    }
    return roman(kept.isEmpty ? terms : kept)
  }

  /// Whether a word may be left out beside a number.
  static func isFillerBesideNumber(_ word: String) -> Bool {
    Vocabulary.approximations.contains(word) || ["ad", "ce", "or", "so"].contains(word)
  }

  /// Reads a lone Roman numeral as a number where a number is the key.
  static func roman(_ terms: [Term], against key: [Term]) -> [Term] {
    guard terms.count == 1, key.count == 1, case .number? = key.first?.kind, let only = terms.first,
      only.isWord, only.capital, let value = Vocabulary.romanNumerals[only.surface]
    else { return terms }
    var number = only
    number.kind = .number(Double(value))
    number.text = String(value)
    return [number]
  }

  /// Reads a Roman numeral at the end of a name as the number it is: World War II.
  private static func roman(_ terms: [Term]) -> [Term] {
    guard terms.count > 1, let last = terms.last, last.isWord,
      last.shout || last.surface.utf8.count > 1 || last.capital,
      let value = Vocabulary.romanNumerals[last.surface], terms[terms.count - 2].isWord
    else { return terms }
    var terms = terms
    terms[terms.count - 1].kind = .number(Double(value))
    terms[terms.count - 1].text = String(value)
    return terms
  }
}
