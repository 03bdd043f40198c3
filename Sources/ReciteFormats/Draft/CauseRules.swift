import ReciteCore

/// Statements of cause: `led to`, `because`, `due to`, `as a result`.
extension DraftRules {
  /// Verbs of causing and the words that belong to them.
  static let causing: [(lemma: String, tail: [String])] = [
    ("lead", ["to"]), ("result", ["in"]), ("cause", []), ("trigger", []), ("spark", []),
    ("bring", ["about"]), ("give", ["rise", "to"]), ("contribute", ["to"]), ("provoke", []),
    ("accelerate", []), ("fuel", []), ("stimulate", []), ("force", []), ("prompt", []),
    ("enable", []),
    ("allow", []), ("devastate", []), ("produce", []), ("create", []),
  ]

  mutating func causes(_ sentence: AnalysedSentence, _ index: Int) {
    causingVerb(sentence, index)
    because(sentence, index)
    dueTo(sentence, index)
    consequence(sentence, index)
    reasonIs(sentence, index)
    soThat(sentence, index)
    becauseInFront(sentence, index)
    resultOfTheSentenceBefore(sentence, index)
  }

  /// `The reforms led to a fall in …`.
  private mutating func causingVerb(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, !clause.leadIsClause else { return }
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .perfect(let verb): lemma = verb
    case .copula, .passive, .modal, .progressive: return
    }
    guard let verb = Self.causing.first(where: { $0.lemma == lemma }) else { return }
    let words = sentence.words
    let tail = clause.rest.lowerBound..<min(clause.rest.lowerBound + verb.tail.count, clause.end)
    // `further contributed to` has its adverb in front; `resulted largely in` has it behind.
    guard words[tail].map(\.lower) == verb.tail else { return }
    let effectRange = clause.rest(from: tail.upperBound)
    let cause = clause.subjectText
    let effect = clause.text(effectRange)
    let causeCount = cause.split(separator: " ").count
    let effectCount = effect.split(separator: " ").count
    if lemma == "produce" || lemma == "create",
      Self.isPeople(words[clause.subject.upperBound - 1].lower)
    {
      return
    }
    guard effectCount >= 2, causeCount >= 2 || sentence.mention(at: clause.subject) != nil,
      effectCount <= 22
    else { return }
    if lemma == "produce" || lemma == "create", effectCount < 4 { return }
    let strong = !["produce", "create", "enable", "allow", "force", "devastate"].contains(lemma)
    let isLean = sentence.words[clause.subject].contains {
      DraftGrammar.personal.contains($0.lower)
    }
    // What did A lead to?
    if !isLean, let inverted = clause.inverted(without: effectRange),
      ["lead", "result", "contribute", "give", "cause", "bring", "trigger"].contains(lemma)
    {
      ask(
        .cause, "What " + inverted, answer: effect, index, score: strong ? 84 : 66)
    }
    // What led to B?
    let verbText = words[clause.verbRange].filter { !DraftClause.droppable.contains($0.lower) }.map(
      \.text
    ).joined(separator: " ")
    let effectLeans = words[effectRange].contains { DraftGrammar.personal.contains($0.lower) }
    guard !effectLeans, causeCount <= 16 else { return }
    ask(
      .cause, "What \(Self.singular(verbText)) \(clause.text(clause.rest))", answer: cause, index,
      score: strong ? 82 : 60)
  }

  /// `have led` becomes `has led`: `What` is one.
  private static func singular(_ verb: String) -> String {
    if verb.hasPrefix("have ") { return "has " + verb.dropFirst(5) }
    if verb.hasPrefix("are ") { return "is " + verb.dropFirst(4) }
    if verb.hasPrefix("were ") { return "was " + verb.dropFirst(5) }
    let words = verb.split(separator: " ")
    if let last = words.last,
      DraftVerbs.shared.readings(of: String(last)).contains(where: { $0.form == .base }),
      DraftVerbs.shared.reading(of: String(last), as: .past) == nil
    {
      return (words.dropLast().map(String.init) + [DraftVerbs.present(of: String(last))]).joined(
        separator: " ")
    }
    return verb
  }

  /// `The area boomed because of …`, `… because they feared …`.
  private mutating func because(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard let place = words.firstIndex(where: { $0.lower == "because" }), place > 2,
      place + 3 < words.count
    else { return }
    // `The answer is that stars are hot because …`: the cause of what is inside.
    if let clause = sentence.clause, clause.rest.lowerBound < place,
      words[clause.rest.lowerBound..<place].contains(where: { $0.lower == "that" })
    {
      return
    }
    let isOf = words[place + 1].lower == "of"
    var end = place
    while end > 3,
      ["partially", "partly", "largely", "mainly", "mostly", "primarily", ","].contains(
        words[end - 1].lower)
    { end -= 1 }
    why(sentence, index, effect: 0..<end, cause: place + (isOf ? 2 : 1)..<words.count, score: 90)
  }

  private static let phrases: [[String]] = [
    ["due", "to"], ["owing", "to"], ["as", "a", "result", "of"], ["thanks", "to"],
    ["as", "a", "consequence", "of"], ["on", "account", "of"],
  ]

  /// `has shrunk due to intensive irrigation`, `Owing to its ports, the city …`.
  private mutating func dueTo(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    let lowers = words.map(\.lower)
    for phrase in Self.phrases {
      for place in lowers.indices where lowers[place...].starts(with: phrase) {
        let after = place + phrase.count
        if place == 0 {
          guard let clause = sentence.clause, let lead = clause.lead, !clause.leadIsClause,
            lead.upperBound > after
          else { return }
          why(sentence, index, effect: nil, cause: after..<lead.upperBound, score: 88)
        } else {
          // `due to open in 1914` is no cause.
          guard after < words.count,
            DraftVerbs.shared.reading(of: lowers[after], as: .base) == nil
              || DraftGrammar.articles.contains(lowers[after])
          else { return }
          var end = place
          while end > 3,
            ["partially", "partly", "largely", "mainly", "mostly", "primarily", ","]
              .contains(lowers[end - 1])
          { end -= 1 }
          why(sentence, index, effect: 0..<end, cause: after..<words.count, score: 88)
        }
        return
      }
    }
    if let first = lowers.first, first == "because", lowers.count > 6, lowers[1] == "of",
      let clause = sentence.clause, let lead = clause.lead
    {
      why(sentence, index, effect: nil, cause: 2..<lead.upperBound, score: 88)
    }
  }

  /// Asks why the clause is so; `cause` is the answer.
  private mutating func why(
    _ sentence: AnalysedSentence, _ index: Int, effect: Range<Int>?, cause: Range<Int>, score: Int
  ) {
    let words = sentence.words
    var causeEnd = cause.upperBound
    // `were closed, and because of this the state …` tells the cause of what follows.
    if let effect, effect.upperBound > 1,
      words[effect.upperBound - 1].lower == "and" || words[effect.upperBound - 1].lower == "but"
        || words[effect.upperBound - 1].isMark(",") && effect.upperBound > 2
          && words[effect.upperBound - 2].lower == "and"
    {
      return
    }
    // The cause ends where another clause begins.
    for place in cause.dropFirst(2)
    where words[place].isBreak
      || words[place].isMark(",") && place + 1 < words.count
        && ["which", "while", "but", "although", "whereas", "making", "where"].contains(
          words[place + 1].lower)
    {
      causeEnd = place
      break
    }
    let answer = words[cause.lowerBound..<causeEnd].running
    let count = answer.split(separator: " ").count
    guard (1...26).contains(count), let clause = sentence.clause else { return }
    let dropped: Range<Int>?
    if let effect {
      // The verb must stand in the effect, and nothing may be lost between.
      guard clause.verbRange.upperBound <= effect.upperBound,
        clause.end >= min(effect.upperBound, words.count) || clause.end >= effect.upperBound - 1
      else { return }
      dropped = effect.upperBound < clause.end ? effect.upperBound..<clause.end : nil
    } else {
      dropped = nil
    }
    guard let inverted = clause.inverted(without: dropped) else { return }
    // `Volcanism in the Andes is due to …`.
    if clause.verb == .copula, clause.text(clause.rest, without: dropped).isEmpty {
      ask(
        .cause, "What \(inverted) due to", answer: answer, index, score: score)
      return
    }
    var stem = "Why " + inverted
    if let lead = clause.lead, effect != nil {
      guard !clause.leadIsClause else { return }
      let time = sentence.mentions.contains { lead.contains($0.range.lowerBound) }
      if time { stem += " " + DraftClause.inside(words, lead) }
    }
    ask(.cause, stem, answer: answer, index, score: score)
  }

  static let consequences: Set<String> = [
    "leading", "causing", "resulting", "forcing", "triggering", "sparking", "contributing",
    "prompting",
  ]

  /// `…, leading to a fall in prices`.
  private mutating func consequence(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard
      let comma = words.indices.first(where: { place in
        words[place].isMark(",") && place + 2 < words.count
          && (Self.consequences.contains(words[place + 1].lower)
            || ["thus", "thereby"].contains(words[place + 1].lower)
              && Self.consequences.contains(words[place + 2].lower)
            || words[place + 1].lower == "which"
              && ["led", "caused", "resulted", "leads", "causes"].contains(words[place + 2].lower))
      })
    else { return }
    if let clause = sentence.clause {
      guard clause.end == comma, !clause.leadIsClause else { return }
    }
    guard
      words[..<comma].contains(where: { DraftGrammar.auxiliaries.contains($0.lower) })
        || sentence.clause != nil
    else { return }
    var start = comma + 1
    if ["thus", "thereby", "which"].contains(words[start].lower) { start += 1 }
    let verb = words[start].lower
    start += 1
    while start < words.count, ["to", "in"].contains(words[start].lower) { start += 1 }
    var end = start
    while end < words.count, !words[end].isBreak,
      !(words[end].isMark(",") && end + 1 < words.count
        && ["which", "while", "but", "making"].contains(words[end + 1].lower))
    { end += 1 }
    let effect = words[start..<end].running
    guard (2...20).contains(effect.split(separator: " ").count), verb != "forcing" || true else {
      return
    }
    let statement =
      sentence.clause.map { $0.statement(withLead: $0.lead != nil) } ?? words[..<comma].running
    // `forcing the army to retreat` asks what the army was forced to do.
    if ["forcing", "prompting", "causing", "allowing"].contains(verb),
      let lemma = DraftVerbs.shared.reading(of: verb, as: .gerund),
      let to = words[start..<end].firstIndex(where: { $0.lower == "to" }), to > start, to + 2 < end,
      DraftVerbs.shared.reading(of: words[to + 1].lower, as: .base) != nil,
      !DraftGrammar.personal.contains(words[start].lower)
    {
      askStatement(
        .cause, statement, "What did this \(lemma) \(words[start..<to].running) to do?",
        answer: words[(to + 1)..<end].running, from: [index], score: 80)
      return
    }
    // `causing them to burn faster`.
    if ["them", "it", "him", "her"].contains(words[start].lower), end > start + 3,
      words[start + 1].lower == "to",
      let lemma = DraftVerbs.shared.reading(of: verb, as: .gerund)
    {
      askStatement(
        .cause, statement, "What did this \(lemma) \(words[start].lower) to do?",
        answer: words[start + 2..<end].running, from: [index], score: 80)
      return
    }
    let ask =
      verb.hasPrefix("contribut") ? "What did this contribute to?" : "What did this lead to?"
    askStatement(.cause, statement, ask, answer: effect, from: [index], score: 80)
  }

  /// A statement, and a question about it whose answer is what came of it.
  mutating func askStatement(
    _ topic: DraftProposal.Topic, _ statement: String, _ ask: String, answer: String,
    from evidence: [Int], score: Int
  ) {
    guard
      let (form, kind) = asked(answer, stem: statement + " " + ask, evidence: evidence)
    else { return }
    addStatement(
      topic, statement, ask, kind, key: answer, from: evidence, score: score, form: form)
  }

  /// A statement, and a question about it.
  mutating func addStatement(
    _ topic: DraftProposal.Topic, _ statement: String, _ ask: String, _ kind: ItemKind, key: String,
    from evidence: [Int], score: Int, form: DraftProposal.Form
  ) {
    guard !DraftWording.leans(statement) else { return }
    let before = proposals.count
    // The question's own 'this' has the statement before it.
    let stem = statement + ". " + ask
    add(
      topic, form, RichText(statement + "."), kind, key: key, from: evidence, score: score,
      mayRepeatKey: topic == .cause)
    guard proposals.count > before else { return }
    proposals[proposals.count - 1].stem = RichText(stem)
  }

  /// `As a result, …`: the sentence before tells why.
  private mutating func resultOfTheSentenceBefore(_ sentence: AnalysedSentence, _ index: Int) {
    guard let opener = sentence.opener, DraftGrammar.resultOpeners.contains(opener), index > 0,
      let clause = sentence.clause, !clause.leadIsClause,
      !sentence.words.contains(where: { $0.lower == "because" })
    else { return }
    let before = analysis.sentences[index - 1]
    guard
      before.sentence.passage == sentence.sentence.passage
        || before.section == sentence.section
          && before.paragraphs.upperBound + 1 == sentence.paragraphs.lowerBound,
      before.reasons.isDisjoint(with: [.question, .fragment, .personal, .quoted]),
      before.words.count <= 34, let inverted = clause.inverted()
    else { return }
    ask(
      .cause, "Why " + inverted, answer: DraftClause.inside(before.words, before.words.indices),
      from: [index, index - 1], score: 74)
  }
}
