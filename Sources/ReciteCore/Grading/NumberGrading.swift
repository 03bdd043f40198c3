/// Numbers with tolerance, range and unit.
extension ItemGrader {
  func number(_ response: String, _ key: NumberKey) -> Grading {
    let words = judge(0).judge(response)
    if [.rejected, .spoiled, .learnerAlias].contains(words.match.rule) || words.match.level <= .form
    {
      return .verdict(words.verdict(of: response, lexicon: pack.lexicon))
    }
    let scale = Phrase("1 " + key.unit, lexicon: pack.lexicon)
    let factor = scale.terms.first?.value ?? 1
    let unit = scale.terms.first { $0.unit != nil }?.unit
    let typed = Phrase(
      response, lexicon: pack.lexicon, commaDecimals: pack.plainKnowledge.commaDecimals,
      units: unit.map { [$0.dimension] } ?? ["none"])
    let terms = Core.stripped(typed, of: scale)
    let numbers = terms.filter { $0.value != nil }
    guard !numbers.isEmpty else { return .unreadable(reason: "a number is asked for") }
    if Segments.alternatives(of: typed, keyWords: []) != nil {
      return verdict(.wrong(.hedged), key)
    }
    let rule = words.match.rule
    if rule == .opposite || rule == .unitMissing || rule == .unitDiffers && unit == nil {
      return verdict(words.match, key)
    }
    return verdict(measured(numbers, terms, key, factor: factor, unit: unit), key)
  }

  private func verdict(_ match: Match, _ key: NumberKey) -> Grading {
    let judgement = AnswerJudge.Judgement(match: match, key: key.written.key)
    return .verdict(judgement.verdict(of: "", lexicon: pack.lexicon))
  }

  private func measured(
    _ numbers: [Term], _ terms: [Term], _ key: NumberKey, factor: Double, unit: MeasureUnit?
  ) -> Match {
    let given = terms.first { $0.unit != nil }?.unit
    var scale = 1.0
    if let given, let unit {
      guard given.dimension == unit.dimension else { return .wrong(.unitDiffers) }
      scale = given.factor / unit.factor
    }
    let fits = { (number: Term) -> Bool in
      [number.value, number.otherValue].compactMap(\.self).contains { value in
        key.target.admits(value * scale / factor) || given == nil && key.target.admits(value)
          || unit?.dimension == "percent" && given == nil && key.target.admits(value * 100)
      }
    }
    if numbers.count == 2, case .range = key.target, numbers.allSatisfy(fits) {
      return Match(level: .form, rule: .withinTolerance)
    }
    guard numbers.count == 1, let number = numbers.first else { return .wrong(.numberDiffers) }
    guard fits(number) else {
      if let value = number.value, key.target.admits(-value * scale / factor) {
        return .wrong(.signDiffers)
      }
      if case .exactly = key.target { return .wrong(.numberDiffers) }
      return .wrong(.outOfTolerance)
    }
    if terms.contains(where: { Vocabulary.negations.contains($0.surface) }) {
      return .wrong(.negated)
    }
    if unit != nil, given == nil {
      return item.marking.unitRequired
        ? Match(level: .close, rule: .unitMissing) : Match(level: .form, rule: .unitForm)
    }
    return Match(level: .same, rule: .withinTolerance)
  }
}

extension NumberKey.Target {
  /// Whether a number in the key's unit is right.
  func admits(_ value: Double) -> Bool {
    switch self {
    case .exactly(let key): return Numbers.areEqual(value, key)
    case .within(let key, let tolerance):
      return abs(value - key) <= abs(tolerance) + 1e-9 * max(abs(key), abs(tolerance))
    case .range(let range):
      let slack = 1e-9 * max(abs(range.lowerBound), abs(range.upperBound))
      return value >= range.lowerBound - slack && value <= range.upperBound + slack
    }
  }
}
