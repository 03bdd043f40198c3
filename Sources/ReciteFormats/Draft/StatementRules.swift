import ReciteCore

/// Plain statements: who or what does what, to what, what for.
extension DraftRules {
  mutating func statements(_ sentence: AnalysedSentence, _ index: Int) {
    factors(sentence, index)
    thatDoes(sentence, index)
    guard let clause = sentence.clause, !clause.leadIsClause else { return }
    spans(sentence, clause, index)
    purpose(sentence, clause, index)
    exampleSubject(sentence, clause, index)
    numbered(sentence, clause, index)
    planned(sentence, clause, index)
    intention(sentence, clause, index)
    object(sentence, clause, index)
    passiveObject(sentence, clause, index)
    centre(sentence, clause, index)
    progressive(sentence, clause, index)
    apposedOne(sentence, clause, index)
    hasTheMost(sentence, clause, index)
    doer(sentence, clause, index)
    whatItIs(sentence, clause, index)
  }

  /// True where the subject says what it is about by itself.
  func isTelling(_ clause: DraftClause) -> Bool {
    let words = clause.words[clause.subject]
    guard let first = words.first,
      !words.contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return false }
    let isBare = words.count == 1 && !first.isName
    if isBare, Self.isLoose(first.lower) { return false }
    return !isBare || first.lower.utf8.count > 6
  }

  // MARK: Times that are no single year

  /// `From 1936 until 1940, …`, `has been a member since 1993`.
  private mutating func spans(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard isTelling(clause) else { return }
    if let time = sentence.times.first, sentence.times.count == 1, case .year(let year) = time.kind,
      time.range.lowerBound > 0, words[time.range.lowerBound - 1].lower == "since",
      case .perfect = clause.verb
    {
      let start = time.range.lowerBound - 1
      let dropped = start..<time.range.upperBound
      let isLead = clause.lead == dropped
      guard isLead || clause.rest.contains(start) && time.range.upperBound == clause.end,
        let inverted = clause.inverted(without: isLead ? nil : dropped)
      else { return }
      add(
        .date, .question, DraftWording.question("Since which year \(inverted)"),
        .number(
          NumberKey(target: .exactly(Double(year)), unit: "", written: Accepted(String(year)))),
        key: String(year), from: [index], score: 78)
      return
    }
    guard sentence.times.count == 2, let first = sentence.times.first,
      let last = sentence.times.last,
      case .year(let from) = first.kind, case .year(let to) = last.kind, from < to,
      last.range.lowerBound == first.range.upperBound + 1, first.range.lowerBound > 0
    else { return }
    let link = words[first.range.upperBound].lower
    let opener = words[first.range.lowerBound - 1].lower
    guard
      opener == "from" && ["to", "until", "till", "through"].contains(link)
        || opener == "between" && link == "and"
    else { return }
    let dropped = first.range.lowerBound - 1..<last.range.upperBound
    let isLead = clause.lead == dropped
    guard isLead || clause.rest.contains(dropped.lowerBound) && dropped.upperBound <= clause.end,
      let inverted = clause.inverted(without: isLead ? nil : dropped),
      inverted.split(separator: " ").count >= 5
    else { return }
    let key = words[dropped].running
    add(
      .date, .question, DraftWording.question("From when until when \(inverted)"),
      .text(
        Accepted(
          "\(from) to \(to)",
          aliases: [
            "\(from)-\(to)", "from \(from) to \(to)", "\(from) until \(to)", "\(from) and \(to)",
          ])),
      key: key, from: [index], score: opener == "from" ? 74 : 66)
  }

  // MARK: Purposes

  /// Verbs whose infinitive is no purpose: `began to`, `forced them to`.
  private static let controlling: Set<String> = [
    "begin", "start", "continue", "want", "seek", "try", "attempt", "decide", "agree", "refuse",
    "plan", "hope", "intend", "aim", "pledge", "promise", "need", "have", "force", "allow",
    "enable", "cause", "lead", "help", "encourage", "persuade", "require", "order", "ask", "urge",
    "permit", "expect", "prepare", "manage", "fail", "tend", "serve", "cease", "threaten", "oblige",
    "invite", "authorize", "authorise", "prompt", "offer", "struggle", "find", "see", "say", "be",
    "use",
    "grow", "come", "go", "get", "choose", "elect", "prefer", "appear", "seem", "prove", "remain",
    "claim", "design", "locate", "convince", "instruct", "command", "vow", "compel", "know",
    "consider", "add", "contribute", "take", "increase", "rise", "fall", "drop", "give", "provide",
    "make", "think", "believe", "assume", "suppose", "suspect", "doom", "set", "schedule",
    "entitle",
    "call", "lobby", "press", "petition", "appeal", "induce", "drive", "coax", "pressure", "tempt",
    "lure", "entice", "spur", "inspire", "motivate",
    "qualify", "vote", "wait", "stand", "extend", "happen", "bind",
  ]

  /// Verbs of what came about in the end.
  private static let outcomes: Set<String> = [
    "finish", "become", "end", "find", "discover", "die", "win", "lose", "emerge", "reveal", "fail",
    "be", "learn", "see", "meet", "face",
  ]

  static let nounsWithInfinitive: Set<String> = [
    "easier", "harder", "easy", "hard", "difficult", "possible", "impossible", "ready", "free",
    "willing", "eager", "reluctant", "unable", "bound", "prone", "cheaper", "faster", "better",
    "right", "attempt", "attempts", "effort", "efforts", "plan", "plans", "decision", "ability",
    "power", "need", "way", "ways", "desire", "permission", "agreement", "opportunity", "chance",
    "time", "duty", "order", "willingness", "first", "last", "able", "likely", "step", "steps",
    "authority", "freedom", "intention", "capacity", "treaty", "law", "laws", "policy",
    "obligation", "campaign", "initiative", "tendency", "up", "only", "enough", "failure",
    "refusal", "pressure", "similar", "close", "next", "due", "according", "ships", "route",
    "responsibility", "program", "programme", "movement", "potential",
  ]

  private mutating func purpose(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .passive(let verb), .present(let verb, _), .perfect(let verb):
      lemma = verb
    case .copula, .modal, .progressive: return
    }
    guard isTelling(clause), lemma != "cost",
      !words[clause.rest].contains(where: { ["because", "than"].contains($0.lower) })
    else { return }
    for place in clause.rest where words[place].lower == "to" && place + 1 < clause.end {
      guard DraftVerbs.shared.reading(of: words[place + 1].lower, as: .base) != nil,
        !words[place + 1].isCapital
      else { continue }
      let isOrder =
        place >= clause.rest.lowerBound + 2 && words[place - 1].lower == "order"
        && words[place - 2].lower == "in"
      if !isOrder {
        guard !Self.controlling.contains(lemma),
          place - clause.rest.lowerBound >= (lemma == "passive" ? 0 : 1),
          !Self.nounsWithInfinitive.contains(words[place - 1].lower),
          words[place - 1].kind != .mark,
          // `working out how to crush it` is what is worked out.
          // `meant less to compensate miners than …` has another end.
          ![
            "how", "what", "when", "where", "which", "whether", "who", "less", "more", "rather",
            "not", "only", "enough",
          ].contains(words[place - 1].lower),
          !words[clause.rest.lowerBound..<place].contains(where: { word in
            word.isMark(",")
              || DraftVerbs.shared.readings(of: word.lower).contains {
                Self.controlling.contains($0.lemma) && $0.form != .base
              } || DraftGrammar.relatives.contains(word.lower)
              || Self.nounsWithInfinitive.contains(word.lower)
              // `the easiest place to do business`
              || Self.isUnique(word.lower)
          }), !hasSecondVerb(words, clause.rest.lowerBound..<place)
        else { return }
      }
      let start = isOrder ? place - 2 : place
      let answer = words[place + 1..<clause.end].running
      // `lost, to finish third`: what came of it, not what for.
      guard !Self.outcomes.contains(words[place + 1].lower) else { return }
      guard (2...18).contains(answer.split(separator: " ").count),
        let inverted = clause.inverted(without: start..<clause.end),
        inverted.split(separator: " ").count >= 4
      else { return }
      guard
        !["purpose", "aim", "goal", "order", "effort", "attempt"].contains(where: {
          inverted.contains(" " + $0)
        })
      else { return }
      let stem = "For what purpose " + inverted
      ask(
        .cause, stem, answer: answer, index, score: isOrder ? 78 : 69)
      return
    }
  }

  /// True where `and` or `or` goes on with another verb: `occur and appear not to`.
  private func hasSecondVerb(_ words: [DraftWord], _ range: Range<Int>) -> Bool {
    range.contains { place in
      guard ["and", "or", "but"].contains(words[place].lower) else { return false }
      var next = place + 1
      while next < range.upperBound,
        DraftGrammar.isAdverb(words[next].lower) || words[next].lower == "either"
      { next += 1 }
      return DraftVerbs.shared.readings(of: words[next].lower).contains {
        !DraftVerbs.shared.isNounToo($0.lemma)
      }
    }
  }

  // MARK: Examples in the subject

  /// `Some cities, such as Dalian and Changchun, have …`.
  private mutating func exampleSubject(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard let apposition = clause.apposition else { return }
    let lowers = words[apposition].map(\.lower)
    let skip = lowers.starts(with: ["such", "as"]) ? 2 : lowers.first == "including" ? 1 : 0
    guard skip > 0 else { return }
    var items: [String] = []
    if let list = enumeration(
      Array(words[..<apposition.upperBound]), from: apposition.lowerBound + skip),
      list.items.count >= 2
    {
      items = list.items
    }
    guard items.count >= 2, let noun = clause.subject.last, words[noun].lower.hasSuffix("s") else {
      return
    }
    var head = noun
    while head > clause.subject.lowerBound,
      !DraftGrammar.determiners.contains(words[head - 1].lower),
      !DraftGrammar.prepositions.contains(words[head - 1].lower)
    { head -= 1 }
    let verb = words[clause.verbRange].map(\.text).joined(separator: " ")
    let group = DraftClause.inside(words, head..<noun + 1)
    let isWhole =
      head == clause.subject.lowerBound
      || DraftGrammar.determiners.contains(words[head - 1].lower)
        && head - 1 == clause.subject.lowerBound
    guard isWhole else { return }
    let stem =
      "Which \(group) does the document name as examples of those that \(verb) \(clause.text(clause.rest))"
    add(
      .list, .list, RichText(DraftWording.question(stem)), .list(items.map(Self.item), need: nil),
      key: items.joined(separator: ", "), from: [index], score: 80, mayLean: true)
  }

  // MARK: Several sentences

  private static let counted: [[String]] = [
    ["firstly", "first", "first of all", "one reason", "to begin with"],
    [
      "secondly", "second", "thirdly", "third", "lastly", "finally", "fourthly", "moreover",
      "furthermore", "in addition", "additionally", "also",
    ],
  ]

  /// `… several factors. Firstly, … Secondly, … Lastly, …`.
  private mutating func factors(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard
      let place = words.firstIndex(where: {
        [
          "factors", "reasons", "causes", "ways", "advantages", "benefits", "problems",
          "challenges", "effects", "consequences",
        ].contains($0.lower)
      }), place > 0,
      [
        "several", "two", "three", "four", "five", "many", "following", "main", "various",
        "multiple",
      ].contains(words[place - 1].lower), words.count - place < 6 || place <= 3
    else { return }
    var factors: [String] = []
    var evidence = [index]
    let statement = words.running
    for next in index + 1..<min(index + 7, analysis.sentences.count) {
      let other = analysis.sentences[next]
      guard let opener = other.opener else { break }
      guard Self.counted[factors.isEmpty ? 0 : 1].contains(opener), let clause = other.clause,
        DraftPhrases.shape(of: clause.subjectText) == .noun
      else { break }
      factors.append(clause.subjectText)
      evidence.append(next)
    }
    guard (2...4).contains(factors.count) else { return }
    let others = phrases.others(
      than: factors.joined(separator: " "), stem: statement, shape: .noun, evidence: evidence,
      length: factors.reduce(0) { $0 + self.words($1) } / factors.count)
    guard others.count >= 2 else { return }
    let ask = "Which \(words[place].lower) does the document name?"
    let (options, keys) = selection(factors, among: Array(others.prefix(3)), by: statement)
    addStatement(
      .cause, statement, ask,
      .selection(options: options, keys: keys),
      key: factors.joined(separator: "; "), from: [index], score: 94, form: .selection)
  }
}
