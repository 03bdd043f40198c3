/// What of a response counts: without its lead-in, articles, and words that only round a number.
enum Core {
  /// The terms of a phrase without lead-in, articles, approximations and eras that go without saying.
  static func stripped(_ phrase: Phrase, of key: Phrase) -> [Term] {
    var terms = phrase.terms[...]
    let keyStart = key.terms.first?.surface
    for _ in 0..<3 {
      guard let count = leadIn(terms), count < terms.count,
        terms.prefix(count).allSatisfy({
          $0.surface != keyStart
            || $0.surface == terms.first?.surface && phrase.raw != key.raw && keyStart != $0.surface
        })
      else { break }
      terms = terms.dropFirst(count)
    }
    return withoutFillers(Array(terms))
  }

  /// How many words a lead-in takes; nil where there is none.
  private static func leadIn(_ terms: ArraySlice<Term>) -> Int? {
    let words = terms.prefix(6).map(\.surface)
    for phrase in Vocabulary.leadIns where phrase.count < terms.count {
      if words.starts(with: phrase) { return phrase.count }
    }
    return nil
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
