/// The ladder of a single text answer: the first rule that decides, decides.
struct TextMatcher: Sendable {
  var knowledge: Knowledge
  var marking = Marking()

  /// Compares a response with one accepted answer.
  func match(_ response: String, with key: String) -> Match {
    var best = match(response, withVariant: key)
    guard best.level == .wrong else { return best }
    for variant in KeyVariants.of(key) {
      let match = match(response, withVariant: variant)
      if match.isBetter(than: best) { best = match }
    }
    return best
  }

  private func match(_ response: String, withVariant key: String) -> Match {
    let expected = Phrase(key, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
    let typed = Phrase(
      response, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals,
      units: expected.dimensions.isEmpty && expected.hasNumbers ? ["none"] : expected.dimensions)
    let match = judge(typed, expected)
    return marking.caseMatters || marking.accentsMatter ? strict(match, typed, expected) : match
  }

  private func judge(_ typed: Phrase, _ key: Phrase) -> Match {
    if trimmed(typed.folded.original) == trimmed(key.folded.original) {
      return Match(level: .same, rule: .exact)
    }
    guard !typed.terms.isEmpty else { return symbolic(typed, key) }
    guard typed.terms.count <= key.terms.count + 60 else { return .wrong(.different) }
    if typed.terms == key.terms || !typed.hasNumbers && !key.hasNumbers && sameLetters(typed, key) {
      return Match(level: .same, rule: .normalized)
    }
    let plainKey = Core.stripped(key, of: key)
    let plainTyped = Core.roman(Core.stripped(typed, of: key), against: plainKey)
    if agree(plainTyped, plainKey) {
      let same = plainTyped.map(\.surface) == plainKey.map(\.surface)
      return Match(
        level: same ? .same : .form, rule: same ? .normalized : formRule(plainTyped, plainKey))
    }
    if let pinyin = Pinyin.match(typed, key) { return pinyin }
    if let guarded = abbreviation(typed, key, plainTyped, plainKey) { return guarded }
    if let hedged = hedged(typed, key) { return hedged }
    let segments = Segments.claims(of: typed, key: key)
    if segments.isNegated { return .wrong(.negated) }
    return rungs(segments.phrase, key)
  }

  /// The rungs above plain equality, on what the response claims.
  private func rungs(_ typed: Phrase, _ key: Phrase) -> Match {
    let typedTerms = Core.stripped(typed, of: key)
    let keyTerms = Core.stripped(key, of: key)
    if agree(typedTerms, keyTerms) {
      return Match(level: .form, rule: formRule(typedTerms, keyTerms))
    }
    if let number = QuantityMatcher(knowledge: knowledge, marking: marking).match(
      typedTerms, keyTerms)
    {
      return number
    }
    if !typed.hasNumbers, !key.hasNumbers, joined(typedTerms) == joined(keyTerms),
      !typedTerms.isEmpty
    {
      return Match(level: .form, rule: .spacing)
    }
    if let synonym = synonym(typedTerms, keyTerms) { return synonym }
    return WordsMatcher(knowledge: knowledge, typed: typed, key: key).match(typedTerms, keyTerms)
  }

  private func joined(_ terms: [Term]) -> String { terms.map(\.surface).joined() }

  private func agree(_ typed: [Term], _ key: [Term]) -> Bool {
    guard typed.count == key.count, !key.isEmpty else { return false }
    return zip(typed, key).allSatisfy { one, other in
      one.text == other.text && one.otherValue == other.otherValue
        || one.isNumeric && other.isNumeric && knowledge.compare(one, other).level < .spelled
          && sameKind(one, other)
    }
  }

  /// An ordinal and a number are one in a name (World War II) and a date, not by themselves.
  private func sameKind(_ one: Term, _ other: Term) -> Bool {
    switch (one.kind, other.kind) {
    case (.ordinal, .number), (.number, .ordinal): true
    default: true
    }
  }

  private func formRule(_ typed: [Term], _ key: [Term]) -> GradingRule {
    for (one, other) in zip(typed, key) where one.surface != other.surface {
      switch one.kind {
      case .number, .ordinal: return .numberForm
      case .unit: return .unitForm
      case .date, .decade, .century: return .dateForm
      case .word, .code, .han: continue
      }
    }
    return .wordForm
  }

  private func trimmed(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = scalars.firstIndex(where: { !blank($0) }),
      let last = scalars.lastIndex(where: { !blank($0) })
    else { return [] }
    return scalars[first...last]
  }

  private func sameLetters(_ typed: Phrase, _ key: Phrase) -> Bool {
    let compact = typed.compact
    return !compact.isEmpty && compact == key.compact && symbols(typed) == symbols(key)
  }

  /// Signs that are part of a name: C++ is not C.
  private func symbols(_ phrase: Phrase) -> [Unicode.Scalar] {
    phrase.folded.scalars.filter { "+#*".unicodeScalars.contains($0) }
  }

  /// A key or response of signs alone is right only when it is the same.
  private func symbolic(_ typed: Phrase, _ key: Phrase) -> Match {
    let signs: (Phrase) -> [Unicode.Scalar] = { $0.folded.scalars.filter { $0 != " " } }
    guard !signs(typed).isEmpty else { return .wrong(.empty) }
    return signs(typed) == signs(key)
      ? Match(level: .same, rule: .normalized) : .wrong(key.terms.isEmpty ? .symbol : .different)
  }

  // MARK: Guards

  /// A key that is an abbreviation admits no slip: SOE is not SEZ.
  private func abbreviation(
    _ typed: Phrase, _ key: Phrase, _ typedTerms: [Term], _ keyTerms: [Term]
  ) -> Match? {
    guard keyTerms.count == 1, let only = keyTerms.first, only.shout || only.kind == .code,
      only.surface.utf8.count <= 6 || only.kind == .code
    else { return nil }
    if typedTerms.contains(where: { $0.text == only.text && !$0.isPluralAbbreviation }) {
      return nil
    }
    let singular = only.isPluralAbbreviation ? String(only.surface.dropLast()) : only.surface
    if typedTerms.count == 1, let given = typedTerms.first, only.shout {
      let plain =
        given.isPluralAbbreviation ? String(given.surface.dropLast()) : given.surface
      if plain == singular || only.isPluralAbbreviation && given.surface == only.surface {
        return Match(level: .form, rule: .wordForm)
      }
    }
    return .wrong(only.kind == .code ? .symbol : .abbreviation)
  }

  /// Two candidates with "or" or a stroke between them are right only if each of them is.
  private func hedged(_ typed: Phrase, _ key: Phrase) -> Match? {
    let keyWords = Set(key.tokens.map(\.text))
    guard let parts = Segments.alternatives(of: typed, keyWords: keyWords) else { return nil }
    var worst = Match(level: .same, rule: .normalized)
    for part in parts {
      let match = rungs(part, key)
      guard match.level.isRight else { return .wrong(.hedged) }
      if worst.level < match.level { worst = match }
    }
    return worst.level == .same ? Match(level: .form, rule: .longerAnswer) : worst
  }

  /// The pack's synonyms: a phrase of a group may stand where another of the group does.
  private func synonym(_ typed: [Term], _ key: [Term]) -> Match? {
    guard !knowledge.synonyms.isEmpty else { return nil }
    let typedWords = typed.map(\.text)
    let keyWords = key.map(\.text)
    for group in knowledge.synonyms {
      for (index, phrase) in group.enumerated() {
        guard let place = keyWords.firstRange(of: phrase) else { continue }
        for (other, replacement) in group.enumerated() where other != index {
          var words = keyWords
          words.replaceSubrange(place, with: replacement)
          if words == typedWords { return Match(level: .form, rule: .synonym) }
        }
      }
    }
    return nil
  }

  // MARK: Authors' settings

  /// Refuses what agrees only because capitals or accents were overlooked.
  private func strict(_ match: Match, _ typed: Phrase, _ key: Phrase) -> Match {
    guard match.level < .wrong else { return match }
    if marking.caseMatters, !sameCapitals(typed, key) { return .wrong(.letterCase) }
    if marking.accentsMatter, !Pinyin.sameTones(typed, key), !sameAccents(typed, key) {
      return .wrong(.accents)
    }
    return match
  }

  private func sameCapitals(_ typed: Phrase, _ key: Phrase) -> Bool {
    containsLetters(of: key, in: typed) { letter in
      !letter.isMark && (letter.isWordLetter || letter.isASCIIDigit)
        ? String(Character(letter)) : ""
    }
  }

  private func sameAccents(_ typed: Phrase, _ key: Phrase) -> Bool {
    let lexicon = knowledge.lexicon
    return containsLetters(of: key, in: typed) { letter in
      guard letter.isWordLetter || letter.isMark else { return "" }
      let parts = lexicon.decomposition(of: letter) ?? [letter]
      return parts.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
  }

  private func containsLetters(
    of key: Phrase, in typed: Phrase, _ letter: (Unicode.Scalar) -> String
  ) -> Bool {
    let expected = Array(key.folded.original.map(letter).joined().unicodeScalars)
    let given = Array(typed.folded.original.map(letter).joined().unicodeScalars)
    return given.firstRange(of: expected) != nil
  }
}
