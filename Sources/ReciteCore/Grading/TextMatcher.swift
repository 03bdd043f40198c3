/// The ladder of a single text answer: the first rule that decides, decides.
struct TextMatcher: Sendable {
  var knowledge: Knowledge
  var marking = Marking()

  /// A response of so many more terms than the key is no answer.
  static let extraTerms = 60

  /// Compares a response with one accepted answer.
  func match(_ response: String, with key: String) -> Match {
    match(typed(response), with: prepared(key))
  }

  func typed(_ response: String) -> TypedAnswer {
    TypedAnswer(response, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
  }

  func prepared(_ key: String) -> PreparedKey {
    PreparedKey(key, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
  }

  /// Compares a response with one accepted answer.
  ///
  /// Without `givingReason` a wrong answer's rule may be less telling; the level is the same.
  func match(_ typed: TypedAnswer, with key: PreparedKey, givingReason: Bool = true) -> Match {
    var best = match(typed, withVariant: key, givingReason)
    guard best.level == .wrong else { return best }
    for variant in key.variants {
      let match = match(typed, withVariant: variant, false)
      if match.isBetter(than: best) { best = match }
    }
    return best
  }

  private func match(
    _ typed: TypedAnswer, withVariant key: PreparedKey, _ givingReason: Bool
  ) -> Match {
    let phrase = typed.phrase(beside: key)
    let match = judge(typed, phrase, key, givingReason)
    return marking.caseMatters || marking.accentsMatter
      ? strict(match, phrase, key.phrase) : match
  }

  private func judge(
    _ answer: TypedAnswer, _ typed: Phrase, _ key: PreparedKey, _ givingReason: Bool
  ) -> Match {
    if answer.trimmed == key.trimmed { return Match(level: .same, rule: .exact) }
    guard !typed.terms.isEmpty else { return symbolic(typed, key.phrase) }
    guard typed.terms.count <= key.phrase.terms.count + TextMatcher.extraTerms else {
      return .wrong(.different)
    }
    if typed.terms == key.phrase.terms
      || !answer.compact.isEmpty && answer.compact == key.compact
        && answer.symbols == key.symbols && !typed.hasNumbers && !key.hasNumbers
    {
      return Match(level: .same, rule: .normalized)
    }
    let plainTyped = Core.roman(Core.stripped(typed, of: key.phrase), against: key.terms)
    if agree(plainTyped, key.terms) {
      let same = plainTyped.map(\.surface) == key.terms.map(\.surface)
      return Match(
        level: same ? .same : .form, rule: same ? .normalized : formRule(plainTyped, key.terms))
    }
    if let pinyin = Pinyin.match(typed, key.phrase) { return pinyin }
    if let guarded = abbreviation(plainTyped, key.terms) { return guarded }
    if answer.mayOffer, let hedged = hedged(typed, key) { return hedged }
    guard answer.mayDeny, !key.isNegative else { return rungs(typed, key, givingReason) }
    let segments = Segments.claims(of: typed)
    if segments.isNegated { return .wrong(.negated) }
    return rungs(segments.phrase, key, givingReason)
  }

  /// The rungs above plain equality, on what the response claims.
  private func rungs(_ typed: Phrase, _ key: PreparedKey, _ givingReason: Bool) -> Match {
    let typedTerms = Core.stripped(typed, of: key.phrase)
    if agree(typedTerms, key.terms) {
      return Match(level: .form, rule: formRule(typedTerms, key.terms))
    }
    if let number = QuantityMatcher(knowledge: knowledge, marking: marking).match(
      typedTerms, key.terms)
    {
      return number
    }
    if !key.hasNumbers, !typed.hasNumbers, joined(typedTerms) == key.joined, !typedTerms.isEmpty {
      return Match(level: .form, rule: .spacing)
    }
    if let synonym = synonym(typedTerms, key.terms) { return synonym }
    return WordsMatcher(
      knowledge: knowledge, typed: typed, key: key.phrase, givesReason: givingReason
    ).match(typedTerms, key.terms)
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

  /// A key or response of signs alone is right only when it is the same.
  private func symbolic(_ typed: Phrase, _ key: Phrase) -> Match {
    let signs: (Phrase) -> [Unicode.Scalar] = { $0.folded.scalars.filter { $0 != " " } }
    guard !signs(typed).isEmpty else { return .wrong(.empty) }
    return signs(typed) == signs(key)
      ? Match(level: .same, rule: .normalized) : .wrong(key.terms.isEmpty ? .symbol : .different)
  }

  // MARK: Guards

  /// A key that is an abbreviation admits no slip: SOE is not SEZ.
  private func abbreviation(_ typedTerms: [Term], _ keyTerms: [Term]) -> Match? {
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
  private func hedged(_ typed: Phrase, _ key: PreparedKey) -> Match? {
    let keyWords = Set(key.phrase.tokens.map(\.text))
    guard let parts = Segments.alternatives(of: typed, keyWords: keyWords) else { return nil }
    var worst = Match(level: .same, rule: .normalized)
    for part in parts {
      let match = rungs(part, key, false)
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
