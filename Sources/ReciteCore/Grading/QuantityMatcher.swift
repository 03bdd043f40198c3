/// Answers that hold numbers: each must be the key's, and units must agree or go without saying.
struct QuantityMatcher {
  let knowledge: Knowledge
  let marking: Marking

  private struct Quantity {
    var term: Term
    var unit: MeasureUnit?
  }

  private static let more: Set<String> = [
    "more", "over", "above", "least", "upwards", "exceeding", "plus", "excess",
  ]
  private static let less: Set<String> = ["less", "under", "below", "most", "fewer", "barely"]
  private static let joiners: Set<String> = [
    "to", "and", "from", "between", "until", "till", "through", "than", "at", "of", "up", "by",
    "in", "year", "s", "that", "is", "it",
  ]

  /// Decides wherever the key or the response has a number; nil where neither has.
  func match(_ typed: [Term], _ key: [Term]) -> Match? {
    guard typed.contains(where: \.isNumeric) || key.contains(where: \.isNumeric) else { return nil }
    let given = quantities(typed)
    let expected = quantities(key)
    guard given.count == expected.count else {
      if given.isEmpty { return .wrong(.partMissing) }
      return .wrong(expected.isEmpty ? .tooMuch : .numberDiffers)
    }
    var unitsMissing = false
    for (one, other) in zip(given, expected) {
      switch agreement(one, other) {
      case .right: continue
      case .unitMissing: unitsMissing = true
      case .wrong(let rule): return .wrong(rule)
      }
    }
    if let bounds = boundsDiffer(typed, key) { return bounds }
    if countsAnother(typed, key) { return .wrong(.unitDiffers) }
    let rest = words(typed)
    let expectedRest = words(key)
    let base =
      unitsMissing
      ? (marking.unitRequired
        ? Match(level: .close, rule: .unitMissing) : Match(level: .form, rule: .unitForm))
      : Match(level: .form, rule: given.contains { !$0.term.isDateLike } ? .numberForm : .dateForm)
    return matchWords(rest, expectedRest, key: key, base: base)
  }

  private enum Agreement { case right, unitMissing, wrong(GradingRule) }

  private func agreement(_ one: Quantity, _ other: Quantity) -> Agreement {
    let equal = knowledge.compare(one.term, other.term)
    let agree = equal.level < .spelled
    switch (one.unit, other.unit) {
    case (let unit?, let expected?):
      if unit.name == expected.name {
        return agree ? .right : .wrong(equal.reason ?? .numberDiffers)
      }
      if unit.dimension == "angle", ["celsius", "fahrenheit", "kelvin"].contains(expected.name) {
        return agree ? .unitMissing : .wrong(.numberDiffers)
      }
      guard unit.dimension == expected.dimension else { return .wrong(.unitDiffers) }
      guard let first = one.term.value, let second = other.term.value else {
        return .wrong(.unitDiffers)
      }
      let close =
        abs(first * unit.factor - second * expected.factor) <= 1e-3 * abs(second * expected.factor)
      return close ? .right : .wrong(agree ? .unitDiffers : .numberDiffers)
    case (nil, let expected?) where expected.name == "ce":
      return agree ? .right : .wrong(.dateDiffers)
    case (nil, let expected?):
      if agree { return expected.name == "bce" ? .wrong(.unitDiffers) : .unitMissing }
      if expected.dimension == "percent", let first = one.term.value, let second = other.term.value,
        Numbers.areEqual(first * 100, second)
      {
        return .right
      }
      return .wrong(equal.reason ?? .numberDiffers)
    case (let unit?, nil):
      if unit.name == "percent", let first = one.term.value, let second = other.term.value,
        isShare(other), Numbers.areEqual(first, second * 100)
      {
        return .right
      }
      if unit.name == "bce"
        || unit.name == "percent" && other.term.value != nil && one.term.isNumeric && isShare(other)
      {
        return .wrong(.unitDiffers)
      }
      return agree ? .right : .wrong(equal.reason ?? .numberDiffers)
    case (nil, nil):
      if !agree, let first = one.term.value, let second = other.term.value, first == -second {
        return .wrong(.signDiffers)
      }
      return agree ? .right : .wrong(equal.reason ?? .numberDiffers)
    }
  }

  private func isShare(_ quantity: Quantity) -> Bool {
    guard let value = quantity.term.value else { return false }
    return value > 0 && value < 1
  }

  private func quantities(_ terms: [Term]) -> [Quantity] {
    var found: [Quantity] = []
    for (index, term) in terms.enumerated() where term.isNumeric {
      let next = index + 1 < terms.count ? terms[index + 1].unit : nil
      found.append(Quantity(term: term, unit: next))
    }
    // "100 to 120 km": the unit at the end is that of both.
    if found.count == 2, found[0].unit == nil, let unit = found[1].unit { found[0].unit = unit }
    return found
  }

  /// "Less than 100" is not 100; "more than 100" may stand for it.
  private func boundsDiffer(_ typed: [Term], _ key: [Term]) -> Match? {
    let bound = { (terms: [Term]) -> Int in
      let words = Set(terms.map(\.surface))
      return words.isDisjoint(with: Self.more) ? words.isDisjoint(with: Self.less) ? 0 : -1 : 1
    }
    let given = bound(typed)
    let expected = bound(key)
    if given == -1 && expected != -1 || given == 1 && expected == -1 { return .wrong(.opposite) }
    return nil
  }

  /// Whether both say what is counted, and not the same: 206 bones, 206 muscles, 206 kg.
  private func countsAnother(_ typed: [Term], _ key: [Term]) -> Bool {
    guard let number = key.first, number.isNumeric, !number.isDateLike,
      let thing = counted(in: key), thing.isWord,
      let other = counted(in: typed), other.isWord || other.unit != nil
    else { return false }
    if MeasureUnit.areLike(thing.surface, other.surface) { return false }
    return !typed.contains { knowledge.compare($0, thing, beside: .settled).level <= .near }
      && !key.contains { knowledge.compare(other, $0, beside: .settled).level <= .near }
  }

  /// The noun or unit right after the last number of an answer; nil where there is none.
  private func counted(in terms: [Term]) -> Term? {
    guard let place = terms.lastIndex(where: \.isNumeric), place + 1 < terms.count else {
      return nil
    }
    let next = terms[place + 1]
    return Self.isLeftOut(next.surface) || Vocabulary.functionWords.contains(next.surface)
      || Vocabulary.asideOpeners.contains(next.surface)
      || Vocabulary.approximations.contains(next.surface)
      || Vocabulary.qualifiers.contains(next.surface) ? nil : next
  }

  private func words(_ terms: [Term]) -> [Term] {
    terms.filter { !$0.isNumeric && $0.unit == nil && !Self.isLeftOut($0.surface) }
  }

  /// Words that join or bound numbers, and are compared by themselves if at all.
  static func isLeftOut(_ word: String) -> Bool {
    joiners.contains(word) || more.contains(word) || less.contains(word)
  }

  /// The words beside the numbers.
  private func matchWords(_ typed: [Term], _ key: [Term], key whole: [Term], base: Match) -> Match {
    if typed.isEmpty, key.isEmpty { return base }
    let alignment = Alignment(typed, key, knowledge: knowledge, beside: .settled)
    var match = base
    for pair in alignment.pairs {
      switch pair.match.level {
      case .same, .form: continue
      case .spelled:
        if match.level < .spelling { match = Match(level: .spelling, rule: .spelling) }
        match.distance += pair.match.distance
      case .near, .different:
        match = Match(level: .close, rule: .nearSpelling, distance: pair.match.distance)
      }
    }
    let startsWithNumber = whole.first?.isNumeric == true
    // The Seven Years' War is no quantity: its years must be there, and a plan is no war.
    let lost = alignment.missing.map { key[$0] }.filter {
      Vocabulary.genericNouns.contains($0.surface)
    }
    if lost.contains(where: \.capital), base.rule == .unitForm { return .wrong(.partMissing) }
    if !lost.isEmpty,
      alignment.extras.contains(where: { Vocabulary.genericNouns.contains(typed[$0].surface) })
    {
      return .wrong(.different)
    }
    for index in alignment.missing {
      let term = key[index]
      if Vocabulary.functionWords.contains(term.surface)
        || Vocabulary.genericNouns.contains(term.surface)
      {
        continue
      }
      guard startsWithNumber, !term.capital, !Vocabulary.qualifiers.contains(term.surface) else {
        return .wrong(.partMissing)
      }
    }
    for index in alignment.extras {
      let term = typed[index]
      if Vocabulary.qualifiers.contains(term.surface) || Vocabulary.negations.contains(term.surface)
        || ["before", "after", "since"].contains(term.surface)
      {
        return .wrong(.tooMuch)
      }
      if Vocabulary.functionWords.contains(term.surface)
        || Vocabulary.genericNouns.contains(term.surface)
        || MeasureUnit.counted.contains(term.surface)
        || Vocabulary.asideOpeners.contains(term.surface)
      {
        continue
      }
      if Vocabulary.titles.contains(term.surface), key.allSatisfy(\.capital) { continue }
      if !startsWithNumber || term.capital || term.kind != .word { return .wrong(.tooMuch) }
      if typed.count > 3 || typed.count > key.count + 2 { return .wrong(.tooMuch) }
    }
    return match
  }
}

extension Term {
  var isDateLike: Bool {
    switch kind {
    case .date, .decade, .century: true
    case .word, .code, .han, .number, .ordinal, .unit: false
    }
  }
}
