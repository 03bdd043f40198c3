/// Answers of words alone: aligned with the key, then judged by what is left over on either side.
struct WordsMatcher {
  let knowledge: Knowledge
  let typed: Phrase
  let key: Phrase
  /// A wrong answer is told why, where more can be said than that it differs.
  var givesReason = true

  /// Decides by aligning the terms; the last rung of the ladder.
  func match(_ typedTerms: [Term], _ keyTerms: [Term]) -> Match {
    guard !typedTerms.isEmpty, !keyTerms.isEmpty else { return .wrong(.different) }
    if let written = Initials.written(typedTerms, like: keyTerms) {
      let match = match(written, keyTerms)
      return match.level == .same ? Match(level: .form, rule: .wordForm) : match
    }
    var alignment = Alignment(typedTerms, keyTerms, knowledge: knowledge)
    let settled = alignment.pairs.filter { $0.match.level <= .form }
    if alignment.pairs.count < keyTerms.count
      || alignment.pairs.contains(where: { $0.match.level == .near }),
      settled.count >= 1, settled.count >= keyTerms.count - 1, letters(keyTerms) >= 5
    {
      alignment = Alignment(
        typedTerms, keyTerms, knowledge: knowledge,
        beside: surroundings(settled.flatMap { keyTerms[$0.key] }, typedTerms, keyTerms))
    }
    guard !alignment.pairs.isEmpty else { return .wrong(reason(typedTerms, keyTerms)) }
    var match = spelled(alignment, keyTerms)
    guard match.level < .wrong else { return match }
    if let missing = judgeMissing(alignment, typedTerms, keyTerms) {
      guard missing.level < .wrong else {
        return missing.rule == .partMissing && !alignment.extras.isEmpty
          ? .wrong(reason(typedTerms, keyTerms)) : missing
      }
      match = worse(match, missing)
    }
    if isOfAnotherKind(alignment, typedTerms, keyTerms) { return .wrong(.different) }
    if let extra = judgeExtras(alignment, typedTerms, keyTerms) {
      guard extra.level < .wrong else { return extra }
      match = worse(match, extra)
    }
    if alignment.isReordered {
      guard mayReorder(keyTerms) else { return .wrong(.different) }
      match = worse(match, Match(level: .form, rule: .wordOrder))
    }
    match.range = span(alignment, typedTerms)
    return match
  }

  /// What words of the key that are settled tell of the one beside them.
  private func surroundings(_ settled: [Term], _ typed: [Term], _ key: [Term]) -> Surroundings {
    let content = settled.filter {
      $0.isWord && !Vocabulary.functionWords.contains($0.surface)
        && !Vocabulary.nameParticles.contains($0.surface)
    }
    // Words that make a place make another one with another word.
    if isPlace(typed) { return content.isEmpty ? .settled : .telling }
    if isPlace(key) { return .naming }
    guard !content.isEmpty else { return .settled }
    let isNamed = content.contains {
      $0.surface.utf8.count > 2 && !Vocabulary.genericNouns.contains($0.text)
        && !Vocabulary.genericNouns.contains($0.surface)
        && !Vocabulary.qualifiers.contains($0.surface)
    }
    return isNamed ? .naming : .telling
  }

  private func letters(_ terms: [Term]) -> Int { terms.reduce(0) { $0 + $1.surface.count } }

  private func worse(_ one: Match, _ other: Match) -> Match {
    var match =
      one.level < other.level || one.level == other.level && one.rule == .normalized ? other : one
    match.distance = max(one.distance, other.distance)
    return match
  }

  /// Why two answers without a common word differ, where more can be said than that.
  private func reason(_ typed: [Term], _ key: [Term]) -> GradingRule {
    guard givesReason else { return .different }
    for one in typed {
      for other in key {
        if let reason = knowledge.compare(one, other).reason, reason != .nearSpelling {
          return reason
        }
      }
    }
    return .different
  }

  /// The level that the pairs allow: many slips in few words are too many.
  private func spelled(_ alignment: Alignment, _ keyTerms: [Term]) -> Match {
    var slips = 0
    var near = 0
    var distance = 0.0
    var inexact = false
    for pair in alignment.pairs {
      switch pair.match.level {
      case .same: continue
      case .form: inexact = true
      case .spelled:
        slips += 1
        distance += pair.match.distance
      case .near, .different:
        near += 1
        distance += pair.match.distance
      }
    }
    if near > 1 || near > 0 && slips > 1 { return .wrong(.different) }
    if near > 0 { return Match(level: .close, rule: .nearSpelling, distance: distance) }
    if slips > max(1, keyTerms.count / 2 + 1) {
      return Match(level: .close, rule: .nearSpelling, distance: distance)
    }
    if slips > 0 { return Match(level: .spelling, rule: .spelling, distance: distance) }
    return Match(level: inexact ? .form : .same, rule: inexact ? .wordForm : .normalized)
  }

  // MARK: What is missing

  private func judgeMissing(_ alignment: Alignment, _ typed: [Term], _ key: [Term]) -> Match? {
    let missing = alignment.missing.filter {
      !Vocabulary.functionWords.contains(key[$0].surface)
        && !Vocabulary.nameParticles.contains(key[$0].surface)
    }
    guard !missing.isEmpty else {
      return alignment.missing.isEmpty ? nil : Match(level: .form, rule: .normalized)
    }
    let content = key.indices.filter {
      !Vocabulary.functionWords.contains(key[$0].surface)
        && !Vocabulary.nameParticles.contains(key[$0].surface)
    }
    let present = content.filter { !missing.contains($0) }
    guard !present.isEmpty else { return .wrong(.different) }
    if isSurname(present, of: key, content) { return Match(level: .form, rule: .surname) }
    if missing.allSatisfy({ isMiddleName($0, of: key, content) }) {
      return Match(level: .form, rule: .headOfName)
    }
    let generic =
      missing.allSatisfy { isGeneric(key[$0]) } && !isTitledSurname(missing, of: key, content)
      && isInOnePiece(present, of: content)
    let rest = present.map { key[$0] }
    if generic, standsAlone(rest, without: missing.map { key[$0].surface }) {
      return Match(level: .form, rule: .headOfName)
    }
    let described = missing.allSatisfy {
      !key[$0].capital && !Vocabulary.qualifiers.contains(key[$0].surface)
    }
    if described, rest.allSatisfy(\.capital),
      rest.contains(where: { knowledge.isNameLike($0.surface) }),
      standsAlone(rest, without: missing.map { key[$0].surface })
    {
      return Match(level: .form, rule: .headOfName)
    }
    return .wrong(.partMissing)
  }

  private func isGeneric(_ term: Term) -> Bool {
    Vocabulary.genericNouns.contains(term.surface) || Vocabulary.genericNouns.contains(term.text)
  }

  /// Whether nothing is missing between words that are there: Blue Ridge Mountains are no Blue
  /// Mountains.
  private func isInOnePiece(_ present: [Int], of content: [Int]) -> Bool {
    guard let first = present.first, let last = present.last else { return false }
    return content.count { $0 >= first && $0 <= last } == present.count
  }

  /// Whether a title at the end of a name is missing, where it is a surname: Stephen King.
  private func isTitledSurname(_ missing: [Int], of key: [Term], _ content: [Int]) -> Bool {
    guard let last = content.last, content.count > 1, missing.contains(last) else { return false }
    return Vocabulary.titles.contains(key[last].surface)
      && content.allSatisfy { key[$0].capital }
  }

  static let chineseSurnames: Set<String> = [
    "mao", "deng", "zhou", "liu", "hu", "jiang", "xi", "zhao", "li", "wang", "zhang", "chen",
    "yang", "huang", "lin", "sun", "zhu", "wen", "peng", "chiang", "kim", "park", "lee", "nguyen",
    "ho", "kang", "liang", "cao", "song", "yuan", "puyi", "bo", "hua", "ye", "lu", "he", "gao",
    "guo", "ma", "luo", "tang", "han", "feng", "xu", "wu", "cai", "pan", "du", "dai", "zeng",
  ]

  private func isSurname(_ present: [Int], of key: [Term], _ content: [Int]) -> Bool {
    guard present.count == 1, let only = present.first, content.count >= 2, content.count <= 4,
      content.allSatisfy({ key[$0].capital }), let first = content.first, let last = content.last
    else { return false }
    if only == first, content.count <= 3, Self.chineseSurnames.contains(key[first].surface) {
      return true
    }
    if only == first, Vocabulary.mononyms.contains(key[first].surface) { return true }
    guard only == last, key[only].surface.utf8.count > 2, maySurname(key[only]),
      !isPlace(content.map { key[$0] }), !ownsWhatFollows(key[first]),
      !key[first...last].contains(where: { $0.surface == "of" })
    else { return false }
    return isFirstName(key[first]) && !Self.chineseSurnames.contains(key[first].surface)
      && (isGivenName(key[first]) && Vocabulary.months[key[first].surface] == nil
        || knowledge.isNameLike(key[last].surface))
  }

  /// Whether a word can be a surname: no noun that names a thing after somebody, as the Stanley Cup,
  /// and no byname, as Peter the Great has.
  private func maySurname(_ term: Term) -> Bool {
    if Vocabulary.titles.contains(term.surface) { return true }
    return !isGeneric(term) && !Vocabulary.qualifiers.contains(term.surface)
      && !Vocabulary.eponymousNouns.contains(term.surface)
      && !Vocabulary.eponymousNouns.contains(term.text)
  }

  /// Whether a word of the key stands with a possessive: Newton's Cradle.
  private func ownsWhatFollows(_ term: Term) -> Bool {
    key.tokens.contains { $0.possessive && $0.range.lowerBound == term.range.lowerBound }
  }

  private func isPlace(_ terms: [Term]) -> Bool {
    knowledge.lexicon.has(terms.map(\.surface).joined(), in: .places)
  }

  /// A given name, or another word that is only ever written with a capital and is no place.
  private func isFirstName(_ term: Term) -> Bool {
    Self.isFirstName(term.surface, knowledge.lexicon)
  }

  static func isFirstName(_ word: String, _ lexicon: Lexicon) -> Bool {
    let isTitle = Vocabulary.titles.contains(word) && Vocabulary.genericNouns.contains(word)
    guard !isTitle, !Vocabulary.qualifiers.contains(word) else { return false }
    return word.utf8.count == 1 || lexicon.has(word, in: .givenNames)
      || Vocabulary.mononyms.contains(word)
      || lexicon.has(word, in: .names) && !lexicon.has(word, in: .places)
        && !adjectiveEndings.contains(where: word.hasSuffix)
  }

  private func isGivenName(_ term: Term) -> Bool {
    term.surface.utf8.count == 1 || knowledge.lexicon.has(term.surface, in: .givenNames)
  }

  /// A middle name or initial, first and last being there.
  private func isMiddleName(_ index: Int, of key: [Term], _ content: [Int]) -> Bool {
    guard let first = content.first, let last = content.last, index != first, index != last,
      content.allSatisfy({ key[$0].capital })
    else { return false }
    return key[index].surface.utf8.count == 1 || isFirstName(key[first])
  }

  private static let bigWaters: Set<String> = [
    "gulf", "bay", "sea", "canal", "city", "ocean", "strait", "coast", "state", "republic",
    "island", "islands",
  ]
  private static let adjectiveEndings = ["an", "ese", "ish", "ch", "ic"]

  /// Whether the rest of a name means the same without its generic noun: Yalu, not Mexico.
  private func standsAlone(_ rest: [Term], without generics: [String]) -> Bool {
    if rest.allSatisfy({ Vocabulary.qualifiers.contains($0.surface) }) { return false }
    if rest.count > 1, isPlace(rest),
      !knowledge.lexicon.has(rest.map(\.surface).joined(), in: .countries)
    {
      return true
    }
    if generics.allSatisfy(Vocabulary.conceptNouns.contains),
      rest.contains(where: { $0.surface.utf8.count > 6 })
    {
      return true
    }
    guard rest.contains(where: { knowledge.isNameLike($0.surface) && $0.surface.utf8.count > 2 })
    else { return false }
    guard rest.count == 1, let only = rest.first else {
      return !rest.contains { Vocabulary.qualifiers.contains($0.surface) }
        || generics.allSatisfy { !Self.bigWaters.contains($0) }
    }
    let word = only.surface
    if knowledge.lexicon.has(word, in: .countries) { return false }
    if !Self.bigWaters.isDisjoint(with: generics), knowledge.lexicon.has(word, in: .places) {
      return false
    }
    if Self.adjectiveEndings.contains(where: word.hasSuffix),
      knowledge.lexicon.has(word, in: .names), generics != ["sea"]
    {
      return knowledge.lexicon.has(word, in: .places)
    }
    return true
  }

  /// Whether the noun for what it is was exchanged: Songhua Lake is not the Songhua River.
  private func isOfAnotherKind(_ alignment: Alignment, _ typed: [Term], _ key: [Term]) -> Bool {
    guard !alignment.missing.isEmpty, !alignment.extras.isEmpty else { return false }
    let kind = { (term: Term) in
      Vocabulary.kind(of: term.surface) ?? Vocabulary.kind(of: term.text)
    }
    let kinds = alignment.missing.compactMap { kind(key[$0]) }
    let given = alignment.extras.compactMap { kind(typed[$0]) }
    return !kinds.isEmpty && !given.isEmpty && Set(kinds).isDisjoint(with: given)
  }

  // MARK: What is more

  private func judgeExtras(_ alignment: Alignment, _ typed: [Term], _ key: [Term]) -> Match? {
    let extras = alignment.extras
    guard !extras.isEmpty else { return nil }
    let places = alignment.pairs.flatMap { Array($0.typed) }
    guard let first = places.min(), let last = places.max() else { return .wrong(.different) }
    if isWater(extras, typed, key) || belongs(extras, before: first, typed, key) {
      return Match(level: .form, rule: .longerAnswer)
    }
    var counted = false
    for index in extras where index < last {
      let term = typed[index]
      if Vocabulary.functionWords.contains(term.surface) { continue }
      guard isHarmlessBefore(index, of: typed, block: first, key) else { return .wrong(.tooMuch) }
      counted = true
    }
    let after = extras.filter { $0 > last }
    if let end = typed.last, after.contains(typed.count - 1),
      Vocabulary.articles.contains(end.surface) || Vocabulary.nameParticles.contains(end.surface)
    {
      return .wrong(.tooMuch)
    }
    if let start = after.first {
      guard isHarmlessAfter(Array(typed[start...]), last: typed[last], key) else {
        return .wrong(.tooMuch)
      }
      counted = true
    }
    return Match(level: .form, rule: counted ? .longerAnswer : .normalized)
  }

  /// Whether what is more only says that a name is that of a water: Aegean Sea, Strait of Hormuz, but
  /// not Gulf of Mexico.
  private func isWater(_ extras: [Int], _ typed: [Term], _ key: [Term]) -> Bool {
    guard key.count == 1, let name = key.first, name.capital, knowledge.isNameLike(name.surface),
      !knowledge.lexicon.has(name.surface, in: .places),
      !knowledge.lexicon.has(name.surface, in: .countries),
      !knowledge.lexicon.has(name.surface, in: .givenNames)
    else { return false }
    let nouns = extras.filter { !Vocabulary.functionWords.contains(typed[$0].surface) }
    return nouns.count == 1
      && nouns.allSatisfy { place in
        let isLed = place + 1 < typed.count && typed[place + 1].surface == "of"
        switch typed[place].text {
        case "sea", "strait": return true
        case "gulf", "bay": return isLed
        default: return false
        }
      }
  }

  /// Whether what is more only says what a body belongs to: UN Security Council.
  private func belongs(
    _ extras: [Int], before block: Int, _ typed: [Term], _ key: [Term]
  ) -> Bool {
    guard let last = key.last, last.capital, Vocabulary.bodies.contains(last.surface) else {
      return false
    }
    return extras.allSatisfy { $0 < block && Vocabulary.parents.contains(typed[$0].surface) }
  }

  private func isHarmlessBefore(
    _ index: Int, of typed: [Term], block: Int, _ key: [Term]
  ) -> Bool {
    let term = typed[index]
    guard term.isWord, !Vocabulary.qualifiers.contains(term.surface) else { return false }
    let isName = key.allSatisfy { $0.capital || Vocabulary.functionWords.contains($0.surface) }
    let next = index + 1 < typed.count ? typed[index + 1].surface : ""
    if Vocabulary.titles.contains(term.surface) || term.surface == "field" && next == "marshal" {
      return isName
    }
    if Vocabulary.namingNouns.contains(term.surface) {
      // The hormone insulin, the process of osmosis; but cell division is no mere division.
      return isName || index > block || Vocabulary.functionWords.contains(next)
        || Vocabulary.apposed.contains(term.surface)
    }
    let isTitled = typed[..<index].contains { Vocabulary.titles.contains($0.surface) }
    if index < block, isName, key.count == 1,
      isTitled || !knowledge.lexicon.has(key[0].surface, in: .places), isGivenName(term),
      term.capital || self.typed.folded.original.allSatisfy({ !$0.properties.isUppercase })
    {
      return true
    }
    return false
  }

  /// Whether what follows the key only adds to it.
  private func isHarmlessAfter(_ rest: [Term], last: Term, _ key: [Term]) -> Bool {
    guard let first = rest.first else { return true }
    if rest.allSatisfy({ Vocabulary.functionWords.contains($0.surface) || isHarmlessNoun($0, key) })
    {
      // Martin Luther King is another man than Martin Luther, the king.
      return !Vocabulary.titles.contains(first.surface) || !last.isWord
        || typed.tokens.contains {
          $0.range.lowerBound >= last.range.upperBound
            && $0.range.upperBound <= first.range.lowerBound
        }
    }
    if rest.contains(where: { Vocabulary.negations.contains($0.surface) && $0.surface != "no" }) {
      return false
    }
    let mark = typed.tokens.first {
      $0.kind == .mark && $0.range.lowerBound >= last.range.upperBound
        && $0.range.upperBound <= first.range.lowerBound
    }?.text
    if mark == "(" || mark == "[" { return true }
    if mark != nil,
      typed.tokens.contains(where: {
        Vocabulary.articles.contains($0.text) && $0.range.lowerBound >= last.range.upperBound
          && $0.range.upperBound <= first.range.lowerBound
      })
    {
      return true
    }
    let opens = Vocabulary.asideOpeners.contains(first.surface)
    if opens, first.surface != "and",
      rest.count > 1 || first.surface == "please" || first.surface == "thanks"
    {
      return !key.contains { $0.text == first.text }
    }
    if mark == "," || mark == "-" || mark == ":" || mark == ";" || mark == "." {
      let joined = rest.map(\.surface).joined()
      let keyJoined = key.map(\.surface).joined()
      return knowledge.lexicon.has(joined, in: .countries)
        && !knowledge.lexicon.has(keyJoined, in: .countries)
    }
    return false
  }

  private func isHarmlessNoun(_ term: Term, _ key: [Term]) -> Bool {
    guard
      Vocabulary.genericNouns.contains(term.surface) || Vocabulary.genericNouns.contains(term.text)
    else { return false }
    return Vocabulary.namingNouns.contains(term.surface)
      || Vocabulary.namingNouns.contains(term.text)
  }

  // MARK: Order

  private static let directed: Set<String> = [
    "to", "from", "by", "over", "than", "into", "before", "after", "against",
  ]

  /// Whether the words of the key may stand in another order.
  private func mayReorder(_ key: [Term]) -> Bool {
    key.count <= 8 && !key.contains { Self.directed.contains($0.surface) }
  }

  private func span(_ alignment: Alignment, _ typed: [Term]) -> Range<Int>? {
    let places = alignment.pairs.flatMap { Array($0.typed) }
    guard let first = places.min(), let last = places.max() else { return nil }
    return typed[first].range
      .lowerBound..<max(typed[first].range.upperBound, typed[last].range.upperBound)
  }
}
