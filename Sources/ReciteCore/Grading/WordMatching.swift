/// One typed word against one word of the key.
struct WordMatch: Equatable, Sendable {
  enum Level: Int, Comparable, Sendable {
    case same, form, spelled, near, different
    static func < (first: Level, second: Level) -> Bool { first.rawValue < second.rawValue }
  }

  var level: Level
  var distance = 0.0
  /// Why two words differ; only told where it is more than that.
  var reason: GradingRule?

  static func different(_ reason: GradingRule? = nil) -> WordMatch {
    WordMatch(level: .different, distance: 9, reason: reason)
  }
}

/// What is known of the words beside the one that is compared.
enum Surroundings: Int, Comparable, Sendable {
  /// Nothing.
  case open
  /// They agree with the key's, but tell little: a number, small words.
  case settled
  /// They agree, and a word of some weight is among them.
  case telling
  /// They agree, and tell by themselves what is meant: the Berlin of Berlin Wall.
  case naming

  static func < (first: Surroundings, second: Surroundings) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension Knowledge {
  /// Compares a typed term with one of the key's.
  func compare(
    _ typed: Term, _ expected: Term, beside surroundings: Surroundings = .open
  ) -> WordMatch {
    if typed.text == expected.text {
      return WordMatch(level: typed.surface == expected.surface ? .same : .form)
    }
    switch (typed.kind, expected.kind) {
    case (.word, .word): break
    case (.han, .han): return compareHan(typed.surface, expected.surface)
    case (.code, _), (_, .code): return .different(.symbol)
    case (.han, _), (_, .han), (.unit, _), (_, .unit): return .different()
    default: return compareNumeric(typed, expected)
    }
    return compareWords(typed, expected, surroundings)
  }

  private func compareHan(_ typed: String, _ expected: String) -> WordMatch {
    let one = Array(typed.unicodeScalars)
    let other = Array(expected.unicodeScalars)
    let longer = one.count > other.count ? one : other
    let shorter = one.count > other.count ? other : one
    if shorter.count >= 2, longer.count == shorter.count + 1, longer.starts(with: shorter),
      let last = longer.last, Vocabulary.hanGenericEndings.contains(last)
    {
      return WordMatch(level: .form)
    }
    return .different(.charactersDiffer)
  }

  private func compareNumeric(_ typed: Term, _ expected: Term) -> WordMatch {
    switch (typed.kind, expected.kind) {
    case (.date(let one), .date(let other)):
      return one.agrees(with: other) ? WordMatch(level: .form) : .different(.dateDiffers)
    case (.date(let date), .number(let year)):
      return date.year.map(Double.init) == year ? WordMatch(level: .form) : .different(.dateDiffers)
    case (.decade(let one, let first), .decade(let other, let second)):
      let agree = first && second ? one == other : one % 100 == other % 100
      return agree ? WordMatch(level: .form) : .different(.dateDiffers)
    case (.century(let one, let first), .century(let other, let second)):
      return one == other && first == second ? WordMatch(level: .form) : .different(.dateDiffers)
    case (.number, .number), (.ordinal, .number), (.number, .ordinal), (.ordinal, .ordinal):
      return Numbers.agree(typed, expected) ? WordMatch(level: .form) : .different(.numberDiffers)
    default: return .different(.numberDiffers)
    }
  }

  private func compareWords(
    _ typedTerm: Term, _ key: Term, _ surroundings: Surroundings
  ) -> WordMatch {
    if typedTerm.canonical == key.canonical { return WordMatch(level: .form) }
    // In a name it makes another: South Africa is not all of southern Africa.
    if !key.capital, Vocabulary.compass[key.surface] == typedTerm.surface {
      return WordMatch(level: .form)
    }
    let typed = typedTerm.surface
    let expected = key.surface
    if key.hasOpposites, Vocabulary.opposites[expected]?.contains(typed) == true {
      return .different(.opposite)
    }
    if typedTerm.isNegation != key.isNegation { return .different(.negated) }
    let one = typedTerm.letters
    let other = key.letters
    let length = other.count
    let lenient = surroundings > .open ? (length > 2 ? 1.5 : length == 2 ? 1 : 0) : 0
    let furthest = max(Spelling.closeDistance(length: length), lenient)
    guard furthest > 0,
      let distance = Spelling.distance(one, other, limit: furthest), distance > 0
    else { return .different() }
    if turns(typed, into: expected) { return .different(.opposite) }
    if key.capital, surroundings < .naming, Pinyin.areDifferentSyllables(typed, expected) {
      return .different(.otherWord)
    }
    if knows(typed) {
      return isSlip(typedTerm, of: key, distance, surroundings)
        ? WordMatch(level: .spelled, distance: distance) : .different(.otherWord)
    }
    let accepted = Spelling.acceptedDistance(length: length)
    let sound = length >= 6 ? Spelling.skeleton(of: one) == Spelling.skeleton(of: other) : false
    let isCut =
      abs(one.count - length) > 1 && (typed.hasPrefix(expected) || expected.hasPrefix(typed))
    if !isCut, distance <= max(accepted, lenient) || sound {
      return WordMatch(level: .spelled, distance: distance)
    }
    return WordMatch(level: .near, distance: distance, reason: .nearSpelling)
  }

  /// How far a known word may lie from the one that it stands for: a vowel or a doubled letter left
  /// out, two letters swapped.
  static let knownSlip = 0.8

  /// Whether a known word may stand for another by a slip: small words and nouns that name a class
  /// stand for themselves.
  static func maySlip(_ word: String) -> Bool {
    !Vocabulary.functionWords.contains(word) && !Vocabulary.genericNouns.contains(word)
  }

  /// Whether a known word stands for another by a slip, as all the rest of the answer shows.
  ///
  /// A common word is no slip where a letter was taken for another: nitrite is not nitrate. A name
  /// is one only where the rest tells what is meant, and never a place for another place: Shanxi
  /// Province is not Shaanxi Province.
  private func isSlip(
    _ typed: Term, of key: Term, _ distance: Double, _ surroundings: Surroundings
  ) -> Bool {
    guard surroundings >= .telling, Self.maySlip(typed.surface), !others.haveWord(typed.surface)
    else { return false }
    let isHomophone =
      key.letters.count >= Spelling.leastSounding
      && Spelling.spoken(typed.letters) == Spelling.spoken(key.letters)
    let limit = min(Self.knownSlip, Spelling.acceptedDistance(length: key.letters.count))
    guard isHomophone || distance <= limit else { return false }
    let isPlace = lexicon.has(typed.surface, in: .places)
    if isPlace || lexicon.has(typed.surface, in: .names)
      || lexicon.has(typed.surface, in: .givenNames)
    {
      return surroundings == .naming && !(isPlace && lexicon.has(key.surface, in: .places))
    }
    return isHomophone || typed.letters.count != key.letters.count
      || typed.letters.sorted() == key.letters.sorted()
  }

  /// Whether the words differ by a prefix that makes another word, or by exchanging two of them.
  private func turns(_ typed: String, into expected: String) -> Bool {
    let (short, long) =
      typed.utf8.count < expected.utf8.count ? (typed, expected) : (expected, typed)
    if short.utf8.count >= 4, long.hasSuffix(short) {
      let prefix = String(long.dropLast(short.count))
      if Vocabulary.turningPrefixes.contains(prefix), prefix.utf8.count > 1 || short.utf8.count > 5
      {
        return prefix.utf8.count > 1 || knows(typed)
      }
    }
    for (one, other) in Vocabulary.exchangedPrefixes {
      for (first, second) in [(one, other), (other, one)]
      where typed.hasPrefix(first) && expected.hasPrefix(second) {
        let rest = typed.dropFirst(first.count)
        if rest.utf8.count >= 4, rest == expected.dropFirst(second.count) { return true }
      }
    }
    return false
  }
}

extension CalendarDate {
  /// Whether this typed date says all that the key says; it may say more.
  func agrees(with key: CalendarDate) -> Bool {
    if isAmbiguous, day != month, CalendarDate(year: year, month: day, day: month).agrees(with: key)
    {
      return true
    }
    if let year = key.year, year != self.year {
      guard let typed = self.year, typed < 100, typed == year % 100 else { return false }
    }
    if let month = key.month, month != self.month { return false }
    if let day = key.day, day != self.day { return false }
    return true
  }
}

/// Numbers that are equal but for the last bits of their binary form.
enum Numbers {
  static func areEqual(_ one: Double, _ other: Double) -> Bool {
    one == other
      || one.isFinite && other.isFinite && abs(one - other) <= 1e-9 * max(abs(one), abs(other))
  }

  /// Whether two numeric terms have one value, in one of their readings.
  static func agree(_ one: Term, _ other: Term) -> Bool {
    let first = [one.value, one.otherValue].compactMap(\.self)
    let second = [other.value, other.otherValue].compactMap(\.self)
    return first.contains { value in second.contains { areEqual(value, $0) } }
  }
}
