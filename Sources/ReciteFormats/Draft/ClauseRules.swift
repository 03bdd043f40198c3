import ReciteCore

/// What the parts of a clause tell: how, what for, by whom.
extension DraftRules {
  mutating func clauses(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, !clause.leadIsClause else { return }
    leadingPurpose(sentence, clause, index)
    manner(sentence, clause, index)
    agent(sentence, clause, index)
    duty(sentence, clause, index)
    description(sentence, clause, index)
    subject(sentence, clause, index)
    prepositionalObject(sentence, clause, index)
    partOf(sentence, clause, index)
    duration(sentence, clause, index)
    placeOfEvent(sentence, clause, index)
  }

  /// Adds a question whose answer is typed where it is short, chosen where it is what somebody does,
  /// and a gap where it tells why or what for.
  mutating func ask(
    _ topic: DraftProposal.Topic, _ stem: String, answer: String, _ index: Int, score: Int
  ) {
    ask(topic, stem, answer: answer, from: [index], score: score)
  }

  mutating func ask(
    _ topic: DraftProposal.Topic, _ stem: String, answer: String, from evidence: [Int], score: Int,
    mayBeShort: Bool = false
  ) {
    let stem = DraftWording.question(stem)
    guard let (form, kind) = asked(answer, stem: stem, evidence: evidence) else {
      answerGap(stem, answer, from: evidence, score: score)
      return
    }
    add(
      topic, form, RichText(stem), kind, key: answer, from: evidence, score: score,
      mayBeShort: mayBeShort)
  }

  func words(_ text: String) -> Int { text.split(separator: " ").count }

  // MARK: Purpose in front

  /// `To prevent further conflict, a line was drawn …` asks what for.
  private mutating func leadingPurpose(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard let lead = clause.lead else { return }
    var start = lead.lowerBound
    if words[start].lower == "in", start + 1 < lead.upperBound, words[start + 1].lower == "order" {
      start += 2
    }
    guard start + 2 < lead.upperBound, words[start].lower == "to",
      DraftVerbs.shared.reading(of: words[start + 1].lower, as: .base) != nil,
      !Self.idle.contains(words[start + 1].lower), isTelling(clause),
      let inverted = clause.inverted()
    else { return }
    let answer = words[start + 1..<lead.upperBound].running
    guard (2...18).contains(self.words(answer)) else { return }
    ask(.cause, "For what purpose " + inverted, answer: answer, index, score: 78)
  }

  /// Verbs of phrases that lead in and tell no purpose: `To cite one example`.
  private static let idle: Set<String> = [
    "date", "be", "cite", "name", "begin", "put", "take", "give", "mention", "illustrate", "quote",
    "summarize", "summarise", "conclude", "start", "say", "sum", "repeat", "clarify", "see", "hear",
    "judge", "tell", "speak",
  ]

  // MARK: How

  /// `The state threatened the balance by giving …` asks how.
  private mutating func manner(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard isTelling(clause),
      let by = clause.rest.first(where: { words[$0].lower == "by" }), by + 2 < clause.end,
      DraftVerbs.shared.reading(of: words[by + 1].lower, as: .gerund) != nil,
      by > clause.rest.lowerBound || Self.isPassive(clause)
    else { return }
    // `a display of wealth, often achieved by …`: what was achieved is another thing.
    if by > clause.rest.lowerBound + 1, words[..<by].contains(where: { $0.isMark(",") }),
      DraftVerbs.shared.reading(of: words[by - 1].lower, as: .participle) != nil
    {
      return
    }
    let answer = words[by..<clause.end].running
    guard (3...18).contains(self.words(answer)),
      let inverted = clause.inverted(without: by..<clause.end), self.words(inverted) >= 4
    else { return }
    ask(.cause, "How " + inverted + timeTail(sentence, clause), answer: answer, index, score: 76)
  }

  private static func isPassive(_ clause: DraftClause) -> Bool {
    if case .passive = clause.verb { return true }
    return false
  }

  // MARK: By whom

  /// `Votes are taken by the secretary` asks by whom.
  private mutating func agent(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard case .passive(let lemma) = clause.verb,
      !words[clause.subject].contains(where: { DraftGrammar.personal.contains($0.lower) }),
      !["follow", "accompany", "precede", "mean"].contains(lemma),
      let by = clause.rest.first(where: { words[$0].lower == "by" }),
      by - clause.rest.lowerBound <= 5, by + 1 < clause.end,
      !words[clause.rest.lowerBound..<by].contains(where: { $0.lower == "and" })
    else { return }
    var end = by + 1
    while end < clause.end, words[end].kind == .word,
      !DraftGrammar.prepositions.contains(words[end].lower) || words[end].lower == "of",
      !DraftGrammar.relatives.contains(words[end].lower),
      !DraftGrammar.conjunctions.contains(words[end].lower)
    { end += 1 }
    let agent = words[by + 1..<end]
    guard let last = agent.last, (2...7).contains(agent.count) || last.isCapital,
      ["the", "a", "an"].contains(agent.first?.lower ?? "") || last.isCapital,
      !agent.contains(where: { DraftGrammar.personal.contains($0.lower) }),
      // A list of agents is asked for as a whole.
      end >= clause.end || !["and", "or"].contains(words[end].lower),
      !words[end..<clause.end].contains(where: { DraftGrammar.relatives.contains($0.lower) }),
      sentence.mention(at: by + 1..<end)?.kind != .name(.person),
      let inverted = clause.inverted(without: by..<end), self.words(inverted) >= 3
    else { return }
    let head = headNoun(agent)
    let isSomebody = Self.isPeople(head) || Self.somebodies.contains(head)
    guard isSomebody else { return }
    let key = agent.running
    add(
      .name, .question,
      DraftWording.question("By whom " + inverted + timeTail(sentence, clause)),
      .text(DraftWording.accepted(key)), key: key, from: [index], score: 72)
  }

  static let somebodies: Set<String> = [
    "secretary", "leader", "president", "king", "queen", "emperor", "chairman", "senate",
    "parliament", "congress", "committee", "council", "court", "judge", "police", "majority",
    "minority", "members", "public", "team", "tribe", "army", "navy", "pope", "monarch", "mayor",
    "governor", "minister", "company", "voters", "citizens", "jury", "commission", "chair",
    "manager", "board", "bank", "church", "crown", "general", "agency", "department",
  ]

  func headNoun(_ phrase: ArraySlice<DraftWord>) -> String {
    var head = ""
    for word in phrase {
      if !head.isEmpty, DraftGrammar.prepositions.contains(word.lower) { break }
      head = word.lower
    }
    return head
  }

  // MARK: Duties and rights

  /// `The leader must consult the members` asks what must be done.
  private mutating func duty(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    let head = words[clause.verbRange.lowerBound].lower
    guard ["must", "may", "shall", "should", "can"].contains(head), isTelling(clause),
      clause.lead == nil || !clause.leadIsClause
    else { return }
    let subject = words[clause.subject]
    guard let last = subject.last,
      Self.isPeople(headNoun(subject)) || Self.somebodies.contains(headNoun(subject))
        || last.isCapital && subject.count > 1
    else { return }
    let answer: String
    let stem: String
    let text = clause.subjectText
    switch clause.verb {
    case .modal(let lemma):
      guard lemma != "be", lemma != "have" else { return }
      answer = words[clause.verbRange.upperBound - 1..<clause.end].running
      stem = "What \(head) \(text) do"
    case .passive, .copula, .perfect, .progressive, .past, .present: return
    }
    guard (3...18).contains(self.words(answer)), clause.verbRange.count == 2 else { return }
    ask(.significance, stem + timeTail(sentence, clause), answer: answer, index, score: 66)
  }

  // MARK: How long, and where

  private static let spans: Set<String> = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
    "minutes", "second", "seconds", "decade", "decades", "century", "centuries",
  ]

  /// `A full rotation takes one day` asks how long it takes.
  private mutating func duration(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .modal(let verb), .perfect(let verb): lemma = verb
    case .copula, .passive, .progressive: return
    }
    guard lemma == "take" || lemma == "last", isTelling(clause),
      let unit = clause.rest.prefix(6).first(where: { Self.spans.contains(words[$0].lower) })
    else { return }
    var start = clause.rest.lowerBound
    if lemma == "last", words[start].lower == "for" { start += 1 }
    let range = start..<unit + 1
    guard range.count >= 2,
      words[range].allSatisfy({
        $0.kind == .number || DraftGrammar.numberWords[$0.lower] != nil
          || Self.spans.contains($0.lower)
          || [
            "about", "around", "nearly", "almost", "only", "just", "one", "a", "an", "over", "more",
            "than", "least", "at", "half", "to", "some", "several",
          ].contains($0.lower)
      }), let inverted = clause.inverted(without: clause.rest.lowerBound..<unit + 1)
    else { return }
    let key = words[range].running
    add(
      .figure, .question, DraftWording.question("How long " + inverted),
      .text(Accepted(key)), key: key, from: [index], score: 72)
  }

  /// `Delays were reported at several airports in Ohio` asks where.
  private mutating func placeOfEvent(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard clause.verb != .copula, isTelling(clause) else { return }
    // `From the Rock, he directed the landings in Africa`: it was done at the first place.
    if let lead = clause.lead, !sentence.times.contains(where: { $0.range.overlaps(lead) }) {
      return
    }
    let places = sentence.names.filter {
      ($0.kind == .name(.place) || $0.kind == .name(.country))
        && clause.rest.contains($0.range.lowerBound)
    }
    guard places.count == 1, let place = places.first, !Self.isEra(place.text) else { return }
    var start = place.range.lowerBound - 1
    if start > clause.rest.lowerBound, words[start].lower == "the" { start -= 1 }
    guard start >= clause.rest.lowerBound,
      ["in", "at", "near", "along"].contains(words[start].lower),
      !words[place.range.upperBound - 1].isPossessive,
      // It must belong to the verb: nothing but the object may stand between.
      start - clause.rest.lowerBound <= 6,
      !words[clause.rest.lowerBound..<start].contains(where: {
        DraftGrammar.prepositions.contains($0.lower) || DraftGrammar.relatives.contains($0.lower)
          || $0.isMark(",")
      }),
      place.range.upperBound >= clause.end
        || DraftGrammar.prepositions.contains(words[place.range.upperBound].lower)
        || words[place.range.upperBound].isMark(","),
      let inverted = clause.inverted(without: start..<place.range.upperBound),
      self.words(inverted) >= 4
    else { return }
    let key = words[start..<place.range.upperBound].running
    add(
      .location, .question,
      DraftWording.question("Where " + inverted + timeTail(sentence, clause)),
      .text(Accepted(key, aliases: [place.text])), key: key, from: [index], score: 64)
  }
}
