/// Parts of a time, in one form: the beginning of a century is the early century.
enum Eras {
  private static let parts = [
    "beginning": "early", "start": "early", "end": "late", "close": "late", "middle": "mid",
  ]

  /// Words that may be the part of a time.
  static let words = Set(parts.keys)

  /// The terms with `early` for "beginning of the", and so on, before what is a time.
  static func evened(_ terms: [Term]) -> [Term] {
    guard terms.count > 2, terms.contains(where: { $0.surface == "of" }) else { return terms }
    var evened: [Term] = []
    var index = 0
    while index < terms.count {
      let term = terms[index]
      if let part = parts[term.surface], let time = time(in: terms, after: index) {
        evened.append(Term(kind: .word, text: part, surface: part, range: term.range))
        index = time
      } else {
        evened.append(term)
        index += 1
      }
    }
    return evened
  }

  /// The place of a time that "of" or "of the" leads up to.
  private static func time(in terms: [Term], after index: Int) -> Int? {
    var next = index + 1
    guard next < terms.count, terms[next].surface == "of" else { return nil }
    next += 1
    if next < terms.count, terms[next].surface == "the" { next += 1 }
    guard next < terms.count else { return nil }
    switch terms[next].kind {
    case .date, .decade, .century: return next
    case .number(let year): return (1000...2100).contains(year) ? next : nil
    case .word, .code, .han, .ordinal, .unit: return nil
    }
  }
}
