/// The claims of a response: what it affirms, what it denies, what it offers to choose from.
enum Segments {
  struct Claims {
    var phrase: Phrase
    /// All that is said is denied.
    var isNegated = false
  }

  private static let alternativeWords: Set<String> = ["or", "vs", "versus", "either"]

  /// Whether a token may part candidates from each other.
  static func mayCut(_ token: Token) -> Bool {
    switch token.kind {
    case .word: alternativeWords.contains(token.text)
    case .mark: token.text == "/" || token.text == "|" || token.text == "?"
    case .code, .number, .han: false
    }
  }

  /// Whether a token may deny something, or be the first word of what does.
  static func mayDeny(_ token: Token) -> Bool {
    token.kind == .word
      && (Vocabulary.negations.contains(token.text) || denials.contains(token.text)
        || ["anything", "everything", "except", "non"].contains(token.text))
  }

  /// The candidates of a response that offers several; nil where it offers one.
  static func alternatives(of typed: Phrase, keyWords: Set<String>) -> [Phrase]? {
    var cuts: [Range<Int>] = []
    for (index, token) in typed.tokens.enumerated() {
      let isCut: Bool
      switch token.kind {
      case .word:
        let next = index + 1 < typed.tokens.count ? typed.tokens[index + 1].text : ""
        isCut =
          alternativeWords.contains(token.text) && !keyWords.contains(token.text)
          && next != "so" && next != "more" && next != "less" && next != "rather"
      case .mark:
        let between = index > 0 && index + 1 < typed.tokens.count
        isCut =
          (token.text == "/" || token.text == "|") && between && !keyWords.contains(token.text)
          && !isNumber(typed.tokens[index - 1])
          || token.text == "?" && index + 1 < typed.tokens.count
            && typed.tokens[(index + 1)...].contains { $0.kind != .mark }
      case .code, .number, .han: isCut = false
      }
      if isCut { cuts.append(token.range) }
    }
    guard !cuts.isEmpty else { return nil }
    var parts: [Phrase] = []
    var start = 0
    for cut in cuts + [typed.folded.scalars.count..<typed.folded.scalars.count] {
      let terms = typed.terms.filter {
        $0.range.lowerBound >= start && $0.range.upperBound <= cut.lowerBound
      }
      if !terms.isEmpty { parts.append(typed.keeping(terms)) }
      start = cut.upperBound
    }
    return parts.count > 1 ? parts : nil
  }

  private static func isNumber(_ token: Token) -> Bool {
    if case .number = token.kind { true } else { false }
  }

  private static let denials: Set<String> = [
    "not", "never", "no", "isnt", "wasnt", "arent", "werent",
  ]

  /// Takes away what is denied: "X, not Y" claims X, "not Y but X" too.
  ///
  /// Only for a key that denies nothing itself.
  static func claims(of typed: Phrase) -> Claims {
    let surfaces = typed.terms.map(\.surface)
    if surfaces.starts(with: ["anything", "but"])
      || surfaces.starts(with: ["everything", "except"])
      || surfaces.starts(with: ["everything", "but"])
      || surfaces.contains("except")
    {
      return Claims(phrase: typed, isNegated: true)
    }
    guard
      let denial = typed.terms.firstIndex(where: {
        denials.contains($0.surface) || $0.surface == "non"
      })
    else {
      let other = typed.terms.contains { Vocabulary.negations.contains($0.surface) }
      return other ? Claims(phrase: typed, isNegated: true) : Claims(phrase: typed)
    }
    if let but = surfaces[denial...].firstIndex(where: { $0 == "but" || $0 == "rather" }),
      but + 1 < surfaces.count
    {
      return Claims(phrase: typed.keeping(Array(typed.terms[(but + 1)...])))
    }
    guard denial + 1 < typed.terms.count else { return Claims(phrase: typed, isNegated: true) }
    let before = Array(typed.terms[..<denial])
    if surfaces[denial] == "no", denial == 0, mark(after: typed.terms[0], in: typed) {
      return Claims(phrase: typed.keeping(Array(typed.terms.dropFirst())))
    }
    let affirmed = before.filter { !["and", "its", "it", "is", "was", "but"].contains($0.surface) }
    guard !affirmed.isEmpty, surfaces[denial] == "not" || surfaces[denial] == "never" else {
      return Claims(phrase: typed, isNegated: true)
    }
    return Claims(phrase: typed.keeping(before))
  }

  private static func mark(after term: Term, in typed: Phrase) -> Bool {
    typed.tokens.contains {
      $0.kind == .mark && $0.range.lowerBound >= term.range.upperBound
        && $0.range.lowerBound <= term.range.upperBound + 1
    }
  }
}
