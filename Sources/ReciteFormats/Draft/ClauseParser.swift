/// Finds the parts of a plain sentence.
struct ClauseParser {
  let words: [DraftWord]
  let mentions: [DraftMention]
  private let verbs = DraftVerbs.shared

  init(words: [DraftWord], mentions: [DraftMention]) {
    self.words = words
    self.mentions = mentions
  }

  mutating func parse() -> DraftClause? {
    guard let (lead, start, leadIsClause) = lead() else { return nil }
    guard let found = subjectAndVerb(from: start) else { return nil }
    var subject = found.subject
    // Adverbs between the subject and the verb belong to the verb.
    var first = found.verb
    while subject.count > 1, let last = subject.last, DraftGrammar.isAdverb(words[last].lower),
      !words[last].isCapital, found.apposition == nil
    {
      subject = subject.lowerBound..<last
      first = last
    }
    guard let (verb, end) = verbPhrase(at: found.verb) else { return nil }
    return DraftClause(
      words: words, lead: lead, leadIsClause: leadIsClause, subject: subject,
      apposition: found.apposition, verb: verb,
      // An auxiliary stands first, so that adverbs before it are left off.
      verbRange: (isSimple(verb) ? first : found.verb)..<end, rest: end..<clauseEnd(from: end))
  }

  private func isSimple(_ verb: DraftClause.Verb) -> Bool {
    switch verb {
    case .past, .present: true
    case .copula, .passive, .perfect, .modal, .progressive: false
    }
  }

  // MARK: In front

  /// What stands before the subject, and where the subject begins.
  private func lead() -> (Range<Int>?, Int, Bool)? {
    guard let first = words.first, first.kind != .mark || first.text == "“" else { return nil }
    let opens =
      DraftGrammar.prepositions.contains(first.lower)
      || ["when", "while", "although", "though", "once", "where"].contains(first.lower)
    guard opens else { return (nil, 0, false) }
    // `In 1902 the United States …`
    if let time = mentions.first(where: {
      $0.isTime && ($0.range.lowerBound == 1 || $0.range.lowerBound == 2 && words[1].lower == "the")
    }),
      time.range.upperBound < words.count, !words[time.range.upperBound].isMark(","),
      words[time.range.upperBound].kind == .word,
      !DraftGrammar.prepositions.contains(words[time.range.upperBound].lower),
      words[time.range.upperBound].lower != "and"
    {
      return (0..<time.range.upperBound, time.range.upperBound, false)
    }
    if ["for", "over", "during", "throughout"].contains(first.lower),
      let unit = words.prefix(6).firstIndex(where: {
        ["years", "decades", "centuries", "months", "weeks"].contains($0.lower)
      }), unit + 2 < words.count,
      words[unit + 1].isCapital || words[unit + 1].lower == "the"
    {
      return (0..<unit + 1, unit + 1, false)
    }
    guard let comma = words.prefix(22).firstIndex(where: { $0.isMark(",") }) else { return nil }
    var end = comma
    // A date has a comma of its own.
    if let mention = mentions.first(where: { $0.range.contains(comma) }) {
      guard
        let next = words[mention.range.upperBound...].prefix(16).firstIndex(where: {
          $0.isMark(",")
        })
      else { return nil }
      end = next
    }
    let isClause =
      (0..<end).contains { isFinite(at: $0) }
      || ["when", "while", "although", "though", "once", "where"].contains(first.lower)
      || first.lower == "because" && words.count > 1 && words[1].lower != "of"
      || first.lower == "as" && words.count > 1
        && !["of", "part", "a", "an", "one"].contains(words[1].lower)
        && (0..<end).contains { words[$0].lower.hasSuffix("ed") }
      || ["after", "before", "since", "as"].contains(first.lower)
        && (0..<end).contains {
          verbs.reading(of: words[$0].lower, as: .past) != nil
            || verbs.reading(of: words[$0].lower, as: .gerund) != nil
        }
    return (0..<end, end + 1, isClause)
  }

  private func isFinite(at index: Int) -> Bool {
    let lower = words[index].lower
    return DraftGrammar.auxiliaries.contains(lower) || verbs.isOnlyPast(lower)
  }

  // MARK: Subject and verb

  private static let longestSubject = 14

  private func subjectAndVerb(
    from start: Int
  ) -> (subject: Range<Int>, apposition: Range<Int>?, verb: Int)? {
    guard start < words.count, words[start].kind != .mark,
      !DraftGrammar.prepositions.contains(words[start].lower),
      !DraftGrammar.auxiliaries.contains(words[start].lower),
      !DraftGrammar.relatives.contains(words[start].lower), words[start].lower != "there"
    else { return nil }
    var index = start
    while index < words.count, index - start <= ClauseParser.longestSubject {
      let word = words[index]
      if word.kind == .mark {
        guard word.text == "," || word.text == "—" || word.text == "–", index > start else {
          // Quotation marks, ampersands and the like are part of a name.
          guard ["$", "€", "£", "%", "“", "”", "\"", "'", "’", "-", "–"].contains(word.text) else {
            return nil
          }
          index += 1
          continue
        }
        return apposed(start, index)
      }
      if index > start, isMainVerb(at: index, from: start) {
        return (start..<index, nil, index)
      }
      if DraftGrammar.relatives.contains(word.lower) { return nil }
      if DraftGrammar.conjunctions.contains(word.lower), word.lower != "and", word.lower != "or" {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `Dongbei, a region of three provinces, was …`.
  private func apposed(
    _ start: Int, _ comma: Int
  ) -> (subject: Range<Int>, apposition: Range<Int>?, verb: Int)? {
    var index = comma + 1
    guard index < words.count else { return nil }
    // A list is no apposition.
    let mark = words[comma].text
    while index < words.count, index - comma <= 24 {
      if words[index].isMark(mark), index + 1 < words.count {
        var verb = index + 1
        while verb < words.count, DraftGrammar.isAdverb(words[verb].lower) { verb += 1 }
        if verb < words.count, isVerbAfterComma(at: verb) {
          return (start..<comma, comma + 1..<index, verb)
        }
      } else if words[index].kind == .mark, words[index].text == ";" || words[index].text == ":" {
        return nil
      }
      index += 1
    }
    return nil
  }

  private func isVerbAfterComma(at index: Int) -> Bool {
    let lower = words[index].lower
    if DraftGrammar.beForms.contains(lower) || DraftGrammar.haveForms.contains(lower) {
      return true
    }
    if DraftGrammar.modals.contains(lower) { return true }
    if verbs.reading(of: lower, as: .past) != nil {
      // `, located in …,` goes on as an apposition.
      return verbs.isOnlyPast(lower)
        || index + 1 < words.count && !DraftGrammar.prepositions.contains(words[index + 1].lower)
    }
    guard let lemma = verbs.reading(of: lower, as: .present) else { return false }
    return !verbs.isNounToo(lemma)
      || index + 1 < words.count && DraftGrammar.articles.contains(words[index + 1].lower)
      || index + 1 < words.count && ["lie", "stand", "stretch", "run", "flow"].contains(lemma)
        && DraftGrammar.prepositions.contains(words[index + 1].lower)
  }

  private func isMainVerb(at index: Int, from start: Int) -> Bool {
    let word = words[index]
    let lower = word.lower
    guard !word.isCapital else { return false }
    if DraftGrammar.auxiliaries.contains(lower) {
      return lower != "can" || !isAfterDeterminer(index, start)
    }
    if lower == "became" || lower == "remained" { return true }
    if verbs.reading(of: lower, as: .past) != nil { return isMainPast(at: index, from: start) }
    if let lemma = verbs.reading(of: lower, as: .present) {
      guard !isAfterDeterminer(index, start) else { return false }
      if !verbs.isNounToo(lemma) { return true }
      // `Andorra borders Spain`, `the river forms a delta`: a verb where an object follows.
      guard index + 1 < words.count else { return false }
      let next = words[index + 1]
      return DraftGrammar.articles.contains(next.lower) || next.kind == .number
        || ClauseParser.quantities.contains(next.lower)
        || next.isCapital && words[index - 1].isCapital
    }
    if let lemma = verbs.reading(of: lower, as: .base) {
      let previous = words[index - 1]
      guard !previous.isPossessive, !isAfterDeterminer(index, start), isPluralSubject(start..<index)
      else { return false }
      // `Two rivers feed the lake`: a verb where its object follows.
      guard !verbs.isNounToo(lemma) else {
        return previous.lower.hasSuffix("s") && index + 1 < words.count
          && DraftGrammar.articles.contains(words[index + 1].lower)
      }
      return true
    }
    return false
  }

  private static let quantities: Set<String> = [
    "large", "most", "many", "about", "over", "nearly", "more", "some", "several", "both", "great",
    "important", "its", "their", "two", "three", "four",
  ]

  /// True where the head of a subject is plural: `destinations in the province`.
  private func isPluralSubject(_ subject: Range<Int>) -> Bool {
    var head = subject.lowerBound
    for index in subject {
      if index > subject.lowerBound, DraftGrammar.prepositions.contains(words[index].lower) {
        break
      }
      head = index
    }
    let noun = words[head].lower
    return noun.hasSuffix("s") && !noun.hasSuffix("ss") && !noun.hasSuffix("'s")
      || ["people", "men", "women", "children", "cattle", "police"].contains(noun)
      || words[subject].contains { $0.lower == "and" }
  }

  /// True for `the reformed economy`: a word that describes the noun behind it.
  private func isAfterDeterminer(_ index: Int, _ start: Int) -> Bool {
    var place = index - 1
    while place >= start,
      DraftGrammar.isAdverb(words[place].lower)
        || ["least", "most", "more", "less"].contains(words[place].lower),
      !words[place].isCapital || place == start
    {
      place -= 1
    }
    guard place >= start else { return true }
    let previous = words[place]
    return DraftGrammar.determiners.contains(previous.lower) || previous.isPossessive
      || DraftGrammar.prepositions.contains(previous.lower)
      || previous.lower == "and" && place == index - 1
  }

  private func isMainPast(at index: Int, from start: Int) -> Bool {
    guard !isAfterDeterminer(index, start) else { return false }
    if verbs.isOnlyPast(words[index].lower) { return true }
    // `members elected by suffrage limited to`: the second is a participle, too, unless an object follows.
    let hasParticiple = (start..<index).contains { place in
      place > start && verbs.reading(of: words[place].lower, as: .participle) != nil
        && !isAfterDeterminer(place, start)
    }
    if hasParticiple, index + 1 < words.count,
      DraftGrammar.prepositions.contains(words[index + 1].lower)
    {
      return false
    }
    // The noun it describes may follow: `heavily protected industries`.
    // `The plan proposed by … led to`: another verb follows before the clause is over.
    var place = index + 1
    while place < words.count, place - index <= 14 {
      let word = words[place]
      if word.kind == .mark, word.text == "," || word.isBreak { break }
      if DraftGrammar.relatives.contains(word.lower) || ["and", "but", "or"].contains(word.lower) {
        break
      }
      if ["he", "she", "it", "they"].contains(word.lower) { break }
      if DraftGrammar.beForms.contains(word.lower) || DraftGrammar.haveForms.contains(word.lower)
        || DraftGrammar.modals.contains(word.lower) || verbs.isOnlyPast(word.lower)
      {
        return false
      }
      if let past = verbs.reading(of: word.lower, as: .past), !past.isEmpty,
        place + 1 < words.count,
        index + 1 < words.count, ["by", "in", "at", "from", "on"].contains(words[index + 1].lower),
        DraftGrammar.articles.contains(words[place + 1].lower) || words[place + 1].lower == "to"
      {
        return false
      }
      place += 1
    }
    return true
  }

  // MARK: The verb

  private func verbPhrase(at index: Int) -> (DraftClause.Verb, Int)? {
    let lower = words[index].lower
    func afterAdverbs(_ start: Int) -> Int {
      var place = start
      while place < words.count, DraftGrammar.isAdverb(words[place].lower),
        verbs.reading(of: words[place].lower, as: .participle) == nil, place - start < 3
      { place += 1 }
      return place
    }
    let next = afterAdverbs(index + 1)
    let follower = next < words.count ? words[next].lower : ""
    if DraftGrammar.beForms.contains(lower) {
      if let lemma = verbs.reading(of: follower, as: .participle) {
        return (.passive(lemma), next + 1)
      }
      if let lemma = verbs.reading(of: follower, as: .gerund) {
        return (.progressive(lemma), next + 1)
      }
      if follower.hasSuffix("ing"), next < words.count, !words[next].isCapital { return nil }
      if follower == "being" || follower == "to" { return nil }
      // An unknown participle would make a bad copula.
      if follower.hasSuffix("ed"), next + 1 < words.count,
        DraftGrammar.prepositions.contains(words[next + 1].lower)
      {
        return (.passive(follower), next + 1)
      }
      return (.copula, index + 1)
    }
    if DraftGrammar.haveForms.contains(lower) {
      if follower == "been" {
        let then = afterAdverbs(next + 1)
        if then < words.count, let lemma = verbs.reading(of: words[then].lower, as: .participle) {
          return (.passive(lemma), then + 1)
        }
        return (.perfect("be"), next + 1)
      }
      if let lemma = verbs.reading(of: follower, as: .participle) {
        return (.perfect(lemma), next + 1)
      }
      if follower == "to" || words[(index + 1)..<next].contains(where: { $0.lower == "just" }) {
        return nil
      }
      if lower == "had" { return (.past("have"), index + 1) }
      return (.present("have", isPlural: lower == "have"), index + 1)
    }
    if DraftGrammar.modals.contains(lower) {
      if follower == "be" {
        let then = afterAdverbs(next + 1)
        if then < words.count, let lemma = verbs.reading(of: words[then].lower, as: .participle) {
          return (.passive(lemma), then + 1)
        }
      }
      guard let lemma = verbs.reading(of: follower, as: .base) ?? (follower == "be" ? "be" : nil)
      else { return nil }
      return (.modal(lemma), next + 1)
    }
    if DraftGrammar.doForms.contains(lower) { return nil }
    if lower == "became" || lower == "remained" { return (.copula, index + 1) }
    if let lemma = verbs.reading(of: lower, as: .past) { return (.past(lemma), index + 1) }
    if let lemma = verbs.reading(of: lower, as: .present) {
      return (.present(lemma, isPlural: false), index + 1)
    }
    if let lemma = verbs.reading(of: lower, as: .base) {
      return (.present(lemma, isPlural: true), index + 1)
    }
    return nil
  }

  // MARK: The end

  private static let afterComma: Set<String> = [
    "which", "who", "whose", "whom", "where", "when", "while", "although", "though", "whereas",
    "but", "so", "yet", "as", "because", "since", "with", "despite", "including", "especially",
    "particularly", "such", "thus", "thereby", "even", "if", "unless", "making", "namely", "then",
    "however", "until", "after", "before", "most", "for", "mainly", "mostly", "largely", "partly",
    "notably", "followed", "compared", "allowing", "all", "both", "one", "not",
  ]

  func clauseEnd(from start: Int) -> Int {
    var index = start
    while index < words.count {
      let word = words[index]
      if word.isBreak { return index }
      if word.isMark(","), !mentions.contains(where: { $0.range.contains(index) }),
        index + 1 < words.count
      {
        let next = words[index + 1].lower
        if ClauseParser.afterComma.contains(next) { return index }
        if verbs.readings(of: next).contains(where: { $0.form == .gerund }) { return index }
        if verbs.readings(of: next).contains(where: { $0.form == .participle }), !isListed(index) {
          return index
        }
        if next == "and" || next == "or", beginsClause(index + 2) { return index }
        if words[index + 1].isCapital || DraftGrammar.articles.contains(next), !isListed(index) {
          return index
        }
      }
      if word.lower == "and" || word.lower == "but",
        beginsClause(index + 1, inList: words[start..<index].contains { $0.isMark(",") }),
        index > start
      {
        return index
      }
      if word.lower == "which", index > start,
        !DraftGrammar.prepositions.contains(words[index - 1].lower)
      {
        return index
      }
      if ["while", "whereas", "although", "though"].contains(word.lower), index > start {
        return index
      }
      index += 1
    }
    return words.count
  }

  /// True where a comma parts the members of a list: an `and` follows a later comma.
  private func isListed(_ comma: Int) -> Bool {
    var index = comma + 1
    var steps = 0
    while index < words.count, steps < 24 {
      if words[index].isBreak || isFinite(at: index)
        || DraftGrammar.relatives.contains(words[index].lower) && words[index].lower != "that"
      {
        return false
      }
      if words[index].lower == "and" || words[index].lower == "or" { return true }
      index += 1
      steps += 1
    }
    // The last member stands before.
    return false
  }

  /// True where a subject and a verb, or a verb alone, begin at `index`.
  private func beginsClause(_ index: Int, inList: Bool = true) -> Bool {
    guard index < words.count else { return false }
    let lower = words[index].lower
    if ["he", "she", "it", "they", "there", "this", "these", "we", "many", "some"].contains(lower) {
      return true
    }
    if isFinite(at: index) { return true }
    if verbs.reading(of: lower, as: .past) != nil { return true }
    if let lemma = verbs.reading(of: lower, as: .present), !verbs.isNounToo(lemma) { return true }
    // A verb within the next words, before a mark or a preposition chain ends.
    var place = index
    while place < words.count, place - index <= 7 {
      let word = words[place]
      if word.kind == .mark { return false }
      if place > index,
        DraftGrammar.beForms.contains(word.lower) || DraftGrammar.haveForms.contains(word.lower)
          || DraftGrammar.modals.contains(word.lower) || verbs.isOnlyPast(word.lower)
      {
        return true
      }
      if place > index, verbs.reading(of: word.lower, as: .past) != nil,
        !isAfterDeterminer(place, index),
        place + 1 >= words.count || words[place + 1].lower != "by",
        place + 1 >= words.count
          || !DraftGrammar.prepositions.contains(words[place + 1].lower)
          || verbs.isOnlyPast(word.lower) || !inList,
        !DraftGrammar.prepositions.contains(words[place - 1].lower)
      {
        return true
      }
      if DraftGrammar.relatives.contains(word.lower) || word.lower == "and" { return false }
      place += 1
    }
    return false
  }
}
