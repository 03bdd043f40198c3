import ReciteCore

/// What does something, and what a thing is.
extension DraftRules {
  private static let doing: Set<String> = [
    "facilitate", "revolutionize", "transform", "prevent", "replace", "destroy", "enable",
    "protect", "control", "connect", "link", "dominate", "shape", "threaten", "boost", "reduce",
    "increase", "improve", "weaken", "strengthen", "govern", "regulate", "shift", "undermine",
    "abolish", "establish", "symbolize", "represent", "mark", "separate", "join", "drive", "limit",
    "encourage", "discourage", "provide", "stimulate", "generate", "supply", "cover", "carry",
    "produce", "attract", "create", "support", "guarantee", "prohibit", "end", "start", "open",
    "close", "force", "devastate", "speed", "power", "fuel", "surround",
    "require", "present",
  ]

  /// `The network facilitates trade with …` asks what does.
  mutating func doer(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    let lemma: String
    var isPlural = false
    switch clause.verb {
    case .past(let verb), .perfect(let verb): lemma = verb
    case .present(let verb, let plural):
      lemma = verb
      isPlural = plural
    default: return
    }
    guard Self.doing.contains(lemma), isTelling(clause), !isNamedBehind(clause),
      (2...12).contains(clause.subject.count)
    else { return }
    let rest = clause.text(clause.rest)
    guard (5...22).contains(rest.split(separator: " ").count),
      !words[clause.rest].contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return }
    if case .name(.person)? = sentence.mention(at: clause.subject)?.kind { return }
    if case .name(.country)? = sentence.mention(at: clause.subject)?.kind { return }
    // Somebody is no `what`: councils, people, workers.
    let head = words[clause.subject.upperBound - 1].lower
    let isSomebody = Self.isPeople(head) && !NameWords.organizations.contains(head)
    guard isSomebody || !Self.isPeople(head) else { return }
    var verb = words[clause.verbRange].filter { !DraftClause.droppable.contains($0.lower) }.map(
      \.text
    ).joined(separator: " ")
    if isPlural {
      guard lemma != "have" else { return }
      verb =
        verb.split(separator: " ").dropLast().map { $0 + " " }.joined()
        + DraftVerbs.present(of: lemma)
    }
    if verb.hasPrefix("have ") { verb = "has " + verb.dropFirst(5) }
    let stem = "\(isSomebody ? "Who" : "What") \(verb) \(rest)" + timeTail(sentence, clause)
    let key = clause.subjectText
    if sentence.mention(at: clause.subject) != nil {
      add(
        .significance, .question, DraftWording.question(stem), .text(DraftWording.accepted(key)),
        key: key, from: [index], score: 66)
      return
    }
    ask(
      .significance, stem, answer: key, index, score: 64)
  }

  /// `The official language of Andorra is Catalan` asks what is it.
  mutating func whatItIs(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard clause.verb == .copula, ["is", "was"].contains(words[clause.verbRange.lowerBound].lower),
      clause.apposition == nil,
      words[clause.subject].contains(where: {
        $0.lower == "of" || $0.lower == "in" || $0.isPossessive
      }), isTelling(clause),
      words[clause.subject.lowerBound].lower == "the"
        || words[clause.subject.lowerBound].isPossessive
    else { return }
    guard let first = clause.rest.first, !DraftGrammar.prepositions.contains(words[first].lower),
      !DraftGrammar.isAdverb(words[first].lower),
      DraftVerbs.shared.reading(of: words[first].lower, as: .participle) == nil
    else { return }
    let answer = clause.text(clause.rest)
    guard !["the same", "the only one", "one of"].contains(where: answer.hasPrefix) else { return }
    let isName =
      sentence.mention(at: clause.rest) != nil || words[first].isCapital && clause.rest.count <= 3
    let isPhrase =
      ["a", "an", "the"].contains(words[first].lower) && (3...16).contains(clause.rest.count)
    guard isName || isPhrase, let inverted = clause.inverted(without: clause.rest) else { return }
    // `is Laotian` tells whose it is, and names nothing.
    if clause.rest.count == 1,
      ["ian", "ean", "ese", "ish"].contains(where: words[first].lower.hasSuffix),
      !words[clause.subject].contains(where: {
        ["language", "languages", "tongue"].contains($0.lower)
      })
    {
      return
    }
    let isPerson: Bool
    // `was Sergei Witte, a manager who …`
    if let name = sentence.names.first(where: { $0.range.lowerBound == first }),
      name.kind == .name(.person)
        || sentence.words[name.range.upperBound...].prefix(10).contains(where: {
          $0.lower == "who"
        })
    {
      isPerson = true
    } else {
      isPerson = false
    }
    let stem = "\(isPerson ? "Who" : "What") \(inverted)" + timeTail(sentence, clause)
    if isName {
      add(
        .name, .question, DraftWording.question(stem), .text(DraftWording.accepted(answer)),
        key: answer, from: [index], score: 76)
    } else {
      ask(.significance, stem, answer: answer, index, score: 64)
    }
  }

  /// `is a waterway that connects …` asks what it connects.
  mutating func thatDoes(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, clause.verb == .copula, !clause.leadIsClause,
      clause.lead == nil
    else { return }
    let words = sentence.words
    guard let that = clause.rest.first(where: { ["that", "which"].contains(words[$0].lower) }),
      that + 2 < words.count, words[that - 1].kind == .word,
      ["a", "an", "the", "one"].contains(words[clause.rest.lowerBound].lower)
    else { return }
    // The subject, and the relative clause as its own.
    var kept = Array(words[clause.subject]) + Array(words[(that + 1)...])
    guard !kept.isEmpty else { return }
    kept[0].isSpaced = false
    let cut = that + 1 - clause.subject.count
    var inner = sentence
    inner.words = kept
    inner.mentions = sentence.mentions.compactMap { mention in
      var mention = mention
      if clause.subject.contains(mention.range.lowerBound) {
        mention.range =
          mention.range.lowerBound - clause.subject.lowerBound..<mention.range.upperBound
          - clause.subject.lowerBound
      } else if mention.range.lowerBound > that {
        mention.range = mention.range.lowerBound - cut..<mention.range.upperBound - cut
      } else {
        return nil
      }
      return mention
    }
    guard let told = DraftClause(kept, mentions: inner.mentions), told.lead == nil,
      told.subject == 0..<clause.subject.count
    else { return }
    inner.clause = told
    object(inner, told, index)
    passiveObject(inner, told, index)
  }
}
