/// Finds the parts of a plain sentence.
struct ClauseParser {
  let words: [DraftWord]
  let mentions: [DraftMention]
  let verbs = DraftVerbs.shared

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
      !words[last].isCapital, found.apposition == nil,
      // `A well was drilled`
      !DraftGrammar.articles.contains(words[last - 1].lower)
    {
      subject = subject.lowerBound..<last
      first = last
    }
    guard let (verb, end) = verbPhrase(at: found.verb) else { return nil }
    // `Max Baucus, a senator, and another member, recognize`: one does not recognize.
    if case .present(_, isPlural: true) = verb, !isPluralSubject(subject) { return nil }
    // `Understanding how salt shaped societies reveals …`: a verb inside the subject.
    if words[subject].contains(where: { ["how", "what", "why", "whether"].contains($0.lower) }) {
      return nil
    }
    // `Six mines still produce the ore mined there`: what `still` goes with is the verb.
    if words[subject].dropFirst().contains(where: {
      ["still", "already", "now", "often", "usually"].contains($0.lower)
    }) {
      return nil
    }
    // `A few months after a coup …`: a time, not a subject.
    if let unit = words[subject].prefix(4).firstIndex(where: {
      ["weeks", "months", "days", "years", "hours", "decades"].contains($0.lower)
    }), unit + 1 < subject.upperBound,
      ["after", "before", "later", "earlier", "into"].contains(words[unit + 1].lower)
    {
      return nil
    }
    // `The most advanced is the Sangdong mine`: of which, the sentence before says.
    if verb == .copula, words[subject.lowerBound].lower == "the", subject.count <= 3,
      let last = subject.last,
      words[subject].contains(where: { ["most", "least"].contains($0.lower) })
        || subject.count == 2 && DraftRules.isUnique(words[last].lower),
      !DraftTerms.isHead(words[last])
    {
      return nil
    }
    // `Gone are the days`: what is said stands in front.
    if verb == .copula, subject.count == 1, !words[start].isName,
      verbs.readings(of: words[start].lower).contains(where: { $0.form == .participle })
        || Self.fronted.contains(words[start].lower)
    {
      return nil
    }
    let last = clauseEnd(from: end)
    // `issued, without asking, a proclamation`: the object stands behind what is put in.
    if last > end, words[end].isMark(",") { return nil }
    return DraftClause(
      words: words, lead: lead, leadIsClause: leadIsClause, subject: subject,
      apposition: found.apposition, verb: verb,
      // An auxiliary stands first, so that adverbs before it are left off.
      verbRange: (isSimple(verb) ? first : found.verb)..<end, rest: end..<last)
  }

  private func isSimple(_ verb: DraftClause.Verb) -> Bool {
    switch verb {
    case .past, .present: true
    case .copula, .passive, .perfect, .modal, .progressive: false
    }
  }

  // MARK: Subject and verb

  private static let longestSubject = 14
  private static let fronted: Set<String> = [
    "gone", "chief", "such", "worse", "better", "best", "worst", "crucial", "key", "central",
    "typical", "important", "notable", "absent", "present", "equally", "also",
  ]
  /// Words that take something out of what is said.
  private static let excepting: Set<String> = [
    "except", "excepting", "excluding", "save", "apart", "aside", "unless", "not", "but", "other",
    "bar", "barring", "minus", "without", "rather",
  ]
  /// `Whoever keeps the gate`: a clause that stands for a noun.
  private static let freeRelatives: Set<String> = [
    "having", "being", "hitherto", "heretofore", "meanwhile", "elsewhere", "overall", "what",
    "whoever", "whatever", "whichever", "wherever", "whenever", "how", "why", "whether",
  ]

  func subjectAndVerb(
    from start: Int
  ) -> (subject: Range<Int>, apposition: Range<Int>?, verb: Int)? {
    guard start < words.count, words[start].kind != .mark,
      !DraftGrammar.prepositions.contains(words[start].lower),
      !DraftGrammar.auxiliaries.contains(words[start].lower),
      !DraftGrammar.relatives.contains(words[start].lower), words[start].lower != "there",
      !ClauseParser.freeRelatives.contains(words[start].lower),
      // `Particularly, the growth …`
      !(words[start].lower.hasSuffix("ly") && start + 1 < words.count
        && words[start + 1].isMark(",")),
      !isCommand(start)
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
        if let found = apposed(start, index) { return found }
        // `Short, tight waves carry …`.
        guard word.text == ",", index - start <= 2, index + 1 < words.count,
          words[start..<index].allSatisfy({ $0.kind == .word && !$0.isName }),
          words[index + 1].kind == .word, !words[index + 1].isCapital,
          !DraftGrammar.functionWords.contains(words[index + 1].lower),
          verbs.readings(of: words[index + 1].lower).allSatisfy({
            $0.form == .participle || $0.form == .past
          })
        else { return nil }
        index += 1
        continue
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
    return lenient(from: start)
  }

  /// A verb that could be a noun, where the sentence has no other: `Each wave travels at …`.
  private func lenient(
    from start: Int
  ) -> (subject: Range<Int>, apposition: Range<Int>?, verb: Int)? {
    for index in words.indices.dropFirst(start + 1).prefix(ClauseParser.longestSubject) {
      let word = words[index]
      guard word.kind == .word, index + 1 < words.count,
        !DraftGrammar.relatives.contains(word.lower), word.lower != "than"
      else { return nil }
      let next = words[index + 1]
      let goesOn =
        DraftGrammar.prepositions.contains(next.lower)
        || DraftGrammar.determiners.contains(next.lower) || DraftGrammar.isAdverb(next.lower)
        || ["parallel", "north", "south", "east", "west"].contains(next.lower)
      guard goesOn, !word.isCapital, next.lower != "of", !isAfterDeterminer(index, start),
        // `an assessment of recent attempts by …`
        index - 2 <= start || !DraftGrammar.prepositions.contains(words[index - 2].lower),
        !words[index - 1].isPossessive
      else { continue }
      if ["present", "presents", "lower", "open", "close", "like", "likes", "last"].contains(
        word.lower)
      {
        continue
      }
      let isMany = isPluralSubject(start..<index)
      if verbs.reading(of: word.lower, as: .present) != nil, !isMany,
        !isJoined(start..<index)
      {
        return (start..<index, nil, index)
      }
      if verbs.reading(of: word.lower, as: .base) != nil, isMany,
        words[index - 1].lower.hasSuffix("s")
      {
        return (start..<index, nil, index)
      }
    }
    return nil
  }

  /// `Appoint a secretary`, `Search for it`: a sentence without a subject.
  private func isCommand(_ start: Int) -> Bool {
    let word = words[start]
    let lemma =
      verbs.reading(of: word.lower, as: .base) ?? verbs.reading(of: word.lower, as: .present)
    guard let lemma, !word.isName, start + 1 < words.count else { return false }
    let next = words[start + 1].lower
    if !verbs.isNounToo(lemma), !next.hasSuffix("s") { return true }
    return DraftGrammar.articles.contains(next)
      || ["or", "for", "your", "any", "how", "that"].contains(next)
      || words[start + 1].isMark(",")
  }

  /// `Dongbei, a region of three provinces, was …`.
  private func apposed(
    _ start: Int, _ comma: Int
  ) -> (subject: Range<Int>, apposition: Range<Int>?, verb: Int)? {
    var index = comma + 1
    guard index < words.count, !ClauseParser.excepting.contains(words[index].lower) else {
      return nil
    }
    // A list is no apposition.
    let mark = words[comma].text
    while index < words.count, index - comma <= 24 {
      if words[index].isMark(mark), index + 1 < words.count {
        var verb = index + 1
        while verb < words.count, DraftGrammar.isAdverb(words[verb].lower) { verb += 1 }
        if verb < words.count, isVerbAfterComma(at: verb) {
          // `The United States, the Union and others, have all …` is a list.
          if ["have", "are", "were"].contains(words[verb].lower),
            !isPluralSubject(start..<comma),
            words[(comma + 1)..<index].contains(where: { $0.lower == "and" })
          {
            return nil
          }
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
    if let lemma = verbs.reading(of: lower, as: .past) {
      // `, which closed the market, led to …`
      if index + 1 < words.count,
        DraftRules.causing.contains(where: {
          $0.lemma == lemma && $0.tail.first == words[index + 1].lower
        })
      {
        return true
      }
      // `, located in …,` goes on as an apposition.
      return verbs.isOnlyPast(lower)
        || index + 1 < words.count && !DraftGrammar.prepositions.contains(words[index + 1].lower)
        // `, opened in 1914, cost about 375 million`.
        || index + 2 < words.count && words[index + 2].kind == .number
          && ["about", "over", "around", "under"].contains(words[index + 1].lower)
    }
    if let lemma = verbs.reading(of: lower, as: .base), !verbs.isNounToo(lemma) {
      return isPluralSubject(0..<max(1, (words.firstIndex { $0.isMark(",") } ?? 1)))
    }
    guard let lemma = verbs.reading(of: lower, as: .present) else { return false }
    return !verbs.isNounToo(lemma)
      || index + 1 < words.count && DraftGrammar.articles.contains(words[index + 1].lower)
      || index + 1 < words.count
        && ["lie", "stand", "stretch", "run", "flow", "rise", "reach", "pass", "drain"].contains(
          lemma)
        && DraftGrammar.prepositions.contains(words[index + 1].lower)
  }

  private func isMainVerb(at index: Int, from start: Int) -> Bool {
    let word = words[index]
    let lower = word.lower
    guard !word.isCapital else { return false }
    // `ties with the party last week`, `women included`
    if lower == "last",
      index + 1 >= words.count || words[index + 1].kind == .mark
        || ["week", "month", "year", "night", "century", "decade", "day", "summer", "winter"]
          .contains(
            words[index + 1].lower)
    {
      return false
    }
    if ["included", "excluded"].contains(lower),
      index + 1 >= words.count || words[index + 1].kind == .mark
    {
      return false
    }
    if DraftGrammar.auxiliaries.contains(lower) {
      return lower != "can" || !isAfterDeterminer(index, start)
    }
    if lower == "became" || lower == "remained" { return true }
    if verbs.reading(of: lower, as: .past) != nil { return isMainPast(at: index, from: start) }
    if let lemma = verbs.reading(of: lower, as: .present) {
      guard !isAfterDeterminer(index, start),
        // `His flourishes went beyond …`.
        index + 1 >= words.count
          || !verbs.isOnlyPast(words[index + 1].lower)
            && !DraftGrammar.auxiliaries.contains(words[index + 1].lower)
      else { return false }
      if !verbs.isNounToo(lemma) { return true }
      // `Andorra borders Spain`, `the river forms a delta`: a verb where an object follows.
      guard index + 1 < words.count else { return false }
      let next = words[index + 1]
      return DraftGrammar.articles.contains(next.lower) || next.kind == .number
        || ClauseParser.quantities.contains(next.lower)
        || next.isCapital && words[index - 1].isCapital
    }
    if let lemma = verbs.reading(of: lower, as: .base) {
      var before = index - 1
      while before > start, DraftGrammar.isAdverb(words[before].lower) { before -= 1 }
      let previous = words[before]
      if lower == "lower", index + 1 < words.count, words[index + 1].lower == "than" {
        return false
      }
      guard !previous.isPossessive, !isAfterDeterminer(index, start), isPluralSubject(start..<index)
      else { return false }
      // `tools present on every system`.
      if lemma == "present" || lemma == "last", index + 1 < words.count,
        DraftGrammar.prepositions.contains(words[index + 1].lower)
      {
        return false
      }
      // `Two rivers feed the lake`: a verb where its object follows.
      guard !verbs.isNounToo(lemma) else {
        return previous.lower.hasSuffix("s") && index + 1 < words.count
          && (DraftGrammar.articles.contains(words[index + 1].lower)
            || verbs.reading(of: words[index + 1].lower, as: .participle) != nil)
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
  func isPluralSubject(_ whole: Range<Int>) -> Bool {
    var subject = whole
    while subject.count > 1, let last = subject.last, DraftGrammar.isAdverb(words[last].lower) {
      subject = subject.lowerBound..<last
    }
    var head = subject.lowerBound
    for index in subject {
      if index > subject.lowerBound, DraftGrammar.prepositions.contains(words[index].lower) {
        break
      }
      head = index
    }
    let noun = words[head].lower
    return noun.hasSuffix("s") && !noun.hasSuffix("ss") && !noun.hasSuffix("'s")
      || ["people", "men", "women", "children", "cattle", "police", "they", "both", "many", "some"]
        .contains(noun)
      || isJoined(subject)
  }

  /// True where `and` joins two, and is no part of a name: `the Belt and Road Initiative`.
  private func isJoined(_ range: Range<Int>) -> Bool {
    range.contains { place in
      words[place].lower == "and"
        && !mentions.contains { $0.isName && $0.range.contains(place) }
    }
  }

  /// True for `the reformed economy`: a word that describes the noun behind it.
  func isAfterDeterminer(_ index: Int, _ start: Int) -> Bool {
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
      || ["and", "or"].contains(previous.lower) && place == index - 1
  }
}
