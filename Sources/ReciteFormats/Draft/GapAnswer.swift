import ReciteCore

/// What is left out of a sentence, and how it may be given.
extension DraftRules {
  // MARK: What is left out

  /// What is left out of a phrase that was found: of all that goes with it what tells it apart.
  func narrowed(
    _ range: Range<Int>, _ topic: DraftProposal.Topic, in sentence: AnalysedSentence
  ) -> Range<Int> {
    let words = sentence.words
    var range = range
    func dropFirst() { range = range.lowerBound + 1..<range.upperBound }
    // An article stays in the sentence.
    while range.count > 1, DraftGrammar.articles.contains(words[range.lowerBound].lower) {
      dropFirst()
    }
    switch topic {
    case .figure: return range
    case .date:
      // `in January ____`, `in the early ____`: who knows the year knows enough.
      let isMonth = range.count == 2 && DraftGrammar.months.contains(words[range.lowerBound].lower)
      while range.count > 1,
        isMonth || ["early", "mid", "late", "middle"].contains(words[range.lowerBound].lower)
      { dropFirst() }
      // `in the ____ century`
      if range.count == 2, words[range.lowerBound + 1].lower == "century" {
        return range.lowerBound..<range.lowerBound + 1
      }
      return range
    case .name, .definition, .cause, .significance, .location, .list: break
    }
    // `President ____`
    while range.count > 1, words[range.lowerBound].isCapital,
      NameWords.titles.contains(words[range.lowerBound].lower),
      sentence.mentions.contains(where: {
        $0.kind == .name(.person) && $0.range.overlaps(range)
      })
    { dropFirst() }
    // `the ____ dialects`: the nouns behind a name are anybody's.
    let isNamed =
      range.lowerBound > 0 && words[range.lowerBound].isCapital
      && words[range.dropFirst()].contains { !$0.isCapital }
      && words[range].allSatisfy { $0.kind == .word }
    if isNamed {
      let end = range.first { !words[$0].isCapital } ?? range.upperBound
      if words[end...].prefix(while: { !$0.isCapital }).count >= range.upperBound - end {
        return range.lowerBound..<end
      }
    }
    // `an excellent ____`: what is only praised is no part of what is known.
    while range.count > 1,
      Self.bland.contains(words[range.lowerBound].lower)
        || Self.praising.contains(words[range.lowerBound].lower)
    { dropFirst() }
    // `the ____ trade`
    if range.count > 1, !words[range.lowerBound].isCapital,
      !Self.isUnique(words[range.lowerBound].lower), let last = range.last,
      Self.light.contains(words[last].lower),
      !words[last].isCapital, !DraftTerms.describes(words[last - 1])
    {
      return range.lowerBound..<last
    }
    return range
  }

  private static let praising: Set<String> = [
    "right", "wrong", "favourable", "favorable",
    "excellent", "famous", "vast", "enormous", "remarkable", "sleepy", "beautiful", "spectacular",
    "notable", "prominent", "legendary", "splendid", "magnificent", "impressive", "terrible",
    "dangerous", "nearby", "distant", "powerful", "unhappy", "happy", "eager", "heavy", "tall",
  ]

  /// Nouns that say little behind what describes them: another would do as well.
  private static let light: Set<String> = [
    "site", "sites", "trade", "state", "states", "area", "areas", "region", "regions", "industry",
    "industries", "system", "systems", "process", "company", "companies", "sector", "zone",
    "territory", "country", "countries", "province", "provinces", "city", "cities", "town", "towns",
    "worker", "workers", "force", "forces", "power", "powers", "policy", "policies", "rate",
    "rates", "level", "levels", "condition", "conditions", "service", "services", "goods",
    "product", "products", "inhabitants", "population", "people", "line", "lines", "activity",
    "activities", "operations", "project", "projects", "program", "programme", "method", "methods",
    "group", "groups", "community", "communities", "firm", "firms", "business", "businesses",
  ]

  /// True for a key that a learner can know: not what the title says, nor half of something.
  func isFit(
    _ key: String, _ range: Range<Int>, in words: [DraftWord], _ isNoun: Bool
  ) -> Bool {
    // What the title says is no secret.
    let said = DraftWording.content(key).map(DraftWording.root)
    guard !said.allSatisfy(titleRoots.contains) else { return false }
    // What is left of it may be anybody's.
    let first = words[range.lowerBound]
    guard
      range.count > 1 || first.isCapital
        || !Self.thin.contains(first.lower) && !Self.light.contains(first.lower)
    else { return false }
    // `called the passage Bab el-Mandeb`: two things, of which the first has no name.
    guard
      !zip(range, range.dropFirst()).contains(where: { first, second in
        !words[first].isCapital && words[second].isCapital
          && !NameWords.particles.contains(words[first].lower)
          && !DraftGrammar.prepositions.contains(words[first].lower)
      })
    else { return false }
    // `the immediate cause`, `without argument`
    return (!isNoun || !Self.isEmpty(key))
      && (range.count > 1 || range.lowerBound == 0
        || words[range.lowerBound - 1].lower != "without")
  }

  // MARK: How it may be given

  /// The first letters of an answer's words, so many that hardly another wording fits, and no other
  /// word of the document.
  func cue(_ key: String) -> String {
    key.split(separator: " ").map { word -> String in
      guard !DraftGrammar.functionWords.contains(word.lowercased()) else { return String(word) }
      guard !(word.first?.isNumber ?? false) else { return "…" }
      return word.split(separator: "-").map(letters).joined(separator: "-")
    }.joined(separator: " ")
  }

  private func letters(_ word: Substring) -> String {
    let lower = word.lowercased()
    let root = DraftWording.root(lower)
    let least = lower.count > 7 ? 3 : lower.count > 3 ? 2 : 1
    let most = max(least, min(5, (lower.count + 1) / 2))
    let rivals = (vocabulary[lower.prefix(2)] ?? []).filter { DraftWording.root($0) != root }
    var count = least
    while count < most, rivals.contains(where: { $0.hasPrefix(lower.prefix(count)) }) { count += 1 }
    return "\(word.prefix(count))…"
  }

  /// `EU` for the European Union, where it is customary or the document writes it.
  func initials(_ key: String) -> [String] {
    let words = key.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return [] }
    let initials = String(words.compactMap(\.first))
    guard acronyms.contains(initials) || Self.customary.contains(initials) else { return [] }
    return initials == "US" ? ["US", "USA"] : [initials]
  }

  private static let customary: Set<String> = ["US", "UK", "EU", "UN", "UAE", "GDP", "IMF", "NATO"]

  static func dateHint(_ words: ArraySlice<DraftWord>) -> String {
    guard let last = words.last else { return "A time." }
    if last.lower == "century" || last.lower == "centuries" { return "A century." }
    if last.lower.hasSuffix("0s") { return "A decade." }
    // `in the nineteenth century`
    if words.count == 1, last.kind == .word { return "A century." }
    switch words.count(where: { $0.kind != .mark }) {
    case 1 where last.kind == .number: return "A year."
    case 3...: return "A day, month and year."
    default: return "A time."
    }
  }

  /// `7 percent`, `7 per cent` and `7%` are one.
  static func figureAliases(_ key: String) -> [String] {
    for unit in [" percent", " per cent"] where key.hasSuffix(unit) {
      let number = key.dropLast(unit.count)
      return ["\(number)%", "\(number)\(unit == " percent" ? " per cent" : " percent")"]
    }
    if key.contains(" "), key.allSatisfy({ $0.isNumber || $0 == " " }) {
      return [key.filter { $0 != " " }, key.replacing(" ", with: ",")]
    }
    if key.hasSuffix("%") { return ["\(key.dropLast()) percent"] }
    return []
  }
}
