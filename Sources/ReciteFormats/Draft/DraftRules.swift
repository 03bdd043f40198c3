import ReciteCore

/// Turns the statements of a document into proposals.
struct DraftRules {
  let analysis: DraftAnalysis
  var proposals: [DraftProposal] = []
  /// Sentences that gave nothing, and why.
  var dropped: [(sentence: Int, reason: DraftReason)] = []

  let terms: DraftTerms
  let phrases: DraftPhrases
  /// The passages of more than one sentence: no captions.
  let runningPassages: Set<Int>
  /// The document's words by their first two letters.
  let vocabulary: [Substring: [String]]
  /// The title's words without their endings.
  let titleRoots: Set<String>
  /// What the document writes in capitals: `EU`.
  let acronyms: Set<String>
  /// Whole names by their last words, for a `Hansen` whose first name stands elsewhere.
  let wholeNames: [String: String]

  init(_ analysis: DraftAnalysis) {
    self.analysis = analysis
    phrases = DraftPhrases(analysis.sentences)
    runningPassages = Set(
      analysis.sentences.lazy.filter { $0.sentence.number > 0 }.map(\.sentence.passage))
    vocabulary = Dictionary(grouping: analysis.frequency.keys) { $0.prefix(2) }
    titleRoots = Set(analysis.titleWords.map(DraftWording.root))
    acronyms = Set(
      analysis.sentences.lazy.flatMap(\.words).filter(\.isAcronym).map(\.text))
    wholeNames = Self.wholeNames(analysis.names.counts.keys)
    terms = DraftTerms(
      sentences: analysis.sentences, emphasized: analysis.emphasized,
      titleWords: analysis.titleWords)
  }

  /// All proposals of a document, in its order.
  mutating func propose() {
    for index in analysis.sentences.indices {
      let sentence = analysis.sentences[index]
      quotation(sentence, index)
      let fatal: [DraftReason] = [
        .question, .fragment, .tooShort, .tooLong, .personal, .leansOnOthers,
      ]
      if let reason = fatal.first(where: sentence.reasons.contains) {
        let before = proposals.count
        if reason == .leansOnOthers {
          thisLedTo(sentence, index)
          keyPhraseOfPair(sentence, index)
        }
        if reason == .fragment { points(sentence, index) }
        if [.tooLong, .personal, .leansOnOthers].contains(reason) { gapsOfClause(sentence, index) }
        if reason != .question { glossary(sentence, index) }
        if reason == .personal {
          occursWhen(sentence, index)
          calledGap(sentence, index)
        }
        if proposals.count == before { dropped.append((index, reason)) }
        continue
      }
      let before = proposals.count
      if sentence.isSound, sentence.clause?.endsInDoubt != true {
        places(sentence, index)
        causes(sentence, index)
        definitions(sentence, index)
        significance(sentence, index)
        naming(sentence, index)
        times(sentence, index)
        figures(sentence, index)
        lists(sentence, index)
        statements(sentence, index)
      }
      glossary(sentence, index)
      occursWhen(sentence, index)
      if sentence.isSound || sentence.reasons == [.negated] { calledGap(sentence, index) }
      if sentence.isSound || sentence.words.first?.lower == "if",
        sentence.clause?.endsInDoubt != true
      {
        clauses(sentence, index)
      }
      gaps(sentence, index)
      if sentence.clause != nil, sentence.isSound || sentence.reasons == [.negated] {
        termGap(sentence, index)
      }
      keyPhrase(sentence, index)
      if proposals.count == before { gapsOfClause(sentence, index) }
      if proposals.count == before {
        dropped.append(
          (
            index,
            DraftReason.allCases.first(where: sentence.reasons.contains)
              ?? (sentence.attribution == nil ? .noFact : .quoted)
          ))
      }
    }
    ordering()
    matching()
    countedHeadings()
    chains()
  }

  // MARK: Adding

  /// Adds a proposal where its stem stands by itself and does not give its key away.
  mutating func add(
    _ topic: DraftProposal.Topic, _ form: DraftProposal.Form, _ stem: String, _ kind: ItemKind,
    key: String, from evidence: [Int], score: Int, hint: String? = nil, mayRepeatKey: Bool = false
  ) {
    add(
      topic, form, RichText(stem), kind, key: key, from: evidence, score: score, hint: hint,
      mayRepeatKey: mayRepeatKey)
  }

  mutating func add(
    _ topic: DraftProposal.Topic, _ form: DraftProposal.Form, _ stem: RichText, _ kind: ItemKind,
    key: String, from evidence: [Int], score: Int, hint: String? = nil, mayRepeatKey: Bool = false,
    mayLean: Bool = false, mayBeShort: Bool = false, cue: String? = nil
  ) {
    var stem = stem
    var evidence = evidence
    if evidence.count == 1, let source = analysis.sentences[evidence[0]].attribution {
      stem = Self.attributed(
        stem, to: source, isName: analysis.sentences[evidence[0]].words.first?.isNameLike ?? false)
    }
    let plain = stem.plain
    let count = plain.split(separator: " ").count
    guard ((mayBeShort ? 3 : 4)...(evidence.count == 2 || mayLean ? 50 : 40)).contains(count),
      mayLean || !DraftWording.leans(plain),
      !key.isEmpty,
      key.utf8.count < 300,
      mayRepeatKey || !DraftWording.givesAway(key, in: plain), Self.isBalanced(plain),
      form == .gap || !Self.runsOn(plain),
      Self.isBalanced(key)
    else { return }
    guard isWhole(plain, key: key, topic, form, evidence), !isTornOff(stem: plain, form, evidence)
    else { return }
    var score = score - max(0, count - 24)
    if evidence.contains(where: { analysis.sentences[$0].isResolved }) { score -= 3 }
    if evidence.contains(where: { !analysis.sentences[$0].reasons.isEmpty }) { score -= 4 }
    // `Where is the capital city?` is asked of the country that the document or sentence before names.
    let isBare =
      form == .gap && DraftWording.content(plain).count < 4
      && !evidence.contains { !analysis.sentences[$0].names.isEmpty }
    if !mayLean, isBare || Self.isVague(plain) {
      if let told = withContext(stem, key: key, evidence) {
        stem = told.stem
        evidence = told.evidence
      } else if form != .gap || isBare || !isOfTitle(plain) {
        return
      }
      score -= 5
    }
    if topic == .figure, Self.isOfThisYear(plain) { return }
    if Self.isPassing(plain) { score -= 24 }
    // `a member of the alliance`: which, the sentences before tell.
    let parts = key.split(separator: " ")
    if form == .question, topic != .definition, parts.count == 2, parts[0].lowercased() == "the",
      parts[1].first?.isLowercase ?? false
    {
      return
    }
    // `the government`, `countries`: nobody knows which, or everybody.
    if form == .question, case .text(let accepted) = kind, !accepted.key.contains(" "),
      Self.thin.contains(accepted.key.lowercased()) || Self.isVagueNoun(accepted.key.lowercased())
        || accepted.key == accepted.key.lowercased() && Self.isPeople(accepted.key)
    {
      return
    }
    // What an article is about is soon guessed.
    if form == .question || form == .choice, topic != .definition,
      DraftWording.content(key).map(DraftWording.root).allSatisfy(titleRoots.contains)
    {
      score -= 14
    }
    var kind = kind
    if form == .question, case .text(var accepted) = kind {
      accepted.aliases += initials(accepted.key).filter { !accepted.all.contains($0) }
      kind = .text(accepted)
    }
    var cue = cue
    // A phrase without a name has other wordings; what somebody relies on may be several things.
    if form == .question, topic != .figure, topic != .date, case .text(let accepted) = kind,
      topic == .significance && plain.contains("What ")
        || !DraftTokenizer.words(of: accepted.key).contains(where: {
          $0.isCapital || $0.kind == .number
        })
    {
      cue = self.cue(accepted.key)
    }
    proposals.append(
      DraftProposal(
        topic: topic, form: form, stem: stem, cue: cue, kind: kind, hint: hint, evidence: evidence,
        key: key.lowercased(), score: score))
  }

  /// True where neither stem nor key breaks off, points elsewhere, or leaves out what it is joined to.
  private func isWhole(
    _ stem: String, key: String, _ topic: DraftProposal.Topic, _ form: DraftProposal.Form,
    _ evidence: [Int]
  ) -> Bool {
    guard !Self.pointsElsewhere(stem), !Self.hasDoubledWord(stem) else { return false }
    let sentence = analysis.sentences[evidence.last ?? 0]
    // `driven by a simple reality: shippers need options`
    if form != .list, evidence.count == 1,
      sentence.words.running.lowercased().contains(key.lowercased() + ":")
    {
      return false
    }
    guard form != .gap else { return true }
    if Self.isUnfinished(stem) || Self.isUnfinished(key + "?") { return false }
    if form == .list { return true }
    // `The typical scenario` answers nothing.
    let isShort = key.split(separator: " ").count <= 3
    if isShort && Self.isVague(key + " is") || Self.isEmpty(key) { return false }
    guard form == .choice || form == .question else { return true }
    if let clause = sentence.clause, clause.isCut, key.contains(", and "),
      ["which", "who", "that", "where", "whose"].contains(clause.words[clause.end].lower)
    {
      return false
    }
    return topic == .definition || evidence.count != 1
      || !Self.isTorn(key, from: sentence, stem: stem)
  }

  /// True where a question ends before an `and` that may join nouns: `forced down railway | and dock charges`.
  private func isTornOff(
    stem: String, _ form: DraftProposal.Form, _ evidence: [Int]
  ) -> Bool {
    guard form == .question || form == .choice, evidence.count == 1,
      let clause = analysis.sentences[evidence[0]].clause, clause.isCut,
      ["and", "or"].contains(clause.words[clause.end].lower), clause.end > 0,
      let last = DraftTokenizer.words(of: stem).last(where: { $0.kind == .word }),
      last.lower == clause.words[clause.end - 1].lower
    else { return false }
    let rest = Array(clause.words[(clause.end + 1)...])
    guard let first = rest.first else { return true }
    // `… and was sold`, `… and it grew` go on with another verb or subject.
    if DraftGrammar.auxiliaries.contains(first.lower) || DraftGrammar.personal.contains(first.lower)
      || DraftVerbs.shared.reading(of: first.lower, as: .past) != nil
      || DraftGrammar.determiners.contains(first.lower) || DraftGrammar.isAdverb(first.lower)
      || DraftGrammar.prepositions.contains(first.lower)
    {
      return false
    }
    return true
  }

  /// The stem with who says it in front.
  private static func attributed(_ stem: RichText, to source: String, isName: Bool) -> RichText {
    var runs = stem.runs
    guard case .text(let first, let style)? = runs.first else {
      return RichText(runs: [.text("According to \(source), ", [])] + runs)
    }
    let isQuestion = stem.plain.hasSuffix("?")
    let text = isQuestion || !isName ? DraftClause.lowered(first) : first
    runs[0] = .text("According to \(source), " + text, style)
    return RichText(runs: runs)
  }

  /// `Why did prices rise, and wages have fallen?`: a second statement was taken along.
  private static func runsOn(_ stem: String) -> Bool {
    guard stem.hasSuffix("?") else { return false }
    let words = DraftTokenizer.words(of: String(stem.dropLast()))
    let isTurned = words.prefix(6).contains { DraftGrammar.doForms.contains($0.lower) }
    for (place, word) in words.enumerated().dropFirst(3) {
      // `When did ships try to force the passage, lost three of their number`
      if isTurned, words[place - 1].isMark(","), place + 1 < words.count,
        DraftVerbs.shared.reading(of: word.lower, as: .past) != nil,
        !DraftGrammar.prepositions.contains(words[place + 1].lower)
      {
        return true
      }
      // `How many did the blast kill and remains the worst`
      if isTurned, word.lower == "and", isFinite(words[(place + 1)...]) { return true }
      // `coal lay close to the surface, iron ore could be had nearby`
      if words[place - 1].isMark(","), !DraftGrammar.relatives.contains(word.lower),
        words[..<place].contains(where: { DraftGrammar.auxiliaries.contains($0.lower) })
      {
        let next = words[place...].prefix(5).prefix {
          $0.kind == .word && !DraftGrammar.relatives.contains($0.lower)
            && !DraftGrammar.prepositions.contains($0.lower)
        }
        if next.dropFirst().contains(where: {
          DraftGrammar.auxiliaries.contains($0.lower) || DraftVerbs.shared.isOnlyPast($0.lower)
        }) {
          return true
        }
      }
      let isJoint =
        word.lower == "and" && place + 1 < words.count
        && (words[place - 1].isMark(",") || DraftGrammar.articles.contains(words[place + 1].lower))
      guard isJoint || word.lower == "but" else { continue }
      // `vote against its partners, and, more effectively, it refused`
      if words.indices.contains(place + 1), words[place + 1].isMark(",") { return true }
      let rest = Array(words[(place + 1)...].prefix { !DraftGrammar.relatives.contains($0.lower) })
      if rest.contains(where: {
        DraftGrammar.beForms.contains($0.lower) || DraftGrammar.haveForms.contains($0.lower)
      }) || rest.count > 3 && DraftClause(rest, mentions: []) != nil {
        return true
      }
      // `sand and mud, and the currents?`
      if words[place - 1].isMark(","), rest.count <= 3,
        words[..<place].count(where: { $0.isMark(",") }) == 1
      {
        return true
      }
    }
    return false
  }

  /// True for a verb that is no noun and no participle: `became`, `remains the worst`.
  private static func isFinite(_ words: ArraySlice<DraftWord>) -> Bool {
    guard let verb = words.first else { return false }
    if DraftVerbs.shared.isOnlyPast(verb.lower) { return true }
    guard let lemma = DraftVerbs.shared.reading(of: verb.lower, as: .present) else { return false }
    let next = words.dropFirst().first
    return !DraftVerbs.shared.isNounToo(lemma)
      || next.map { DraftGrammar.determiners.contains($0.lower) || $0.isCapital } ?? false
  }

  /// True where the sentence goes on with what the key is joined to: `plans | and investments`.
  private static func isTorn(
    _ key: String, from sentence: AnalysedSentence, stem: String
  ) -> Bool {
    let words = sentence.words
    let keyWords = DraftTokenizer.words(of: key).map(\.lower)
    guard
      let start = words.indices.first(where: { place in
        words[place...].prefix(keyWords.count).map(\.lower) == keyWords
      })
    else { return false }
    let end = start + keyWords.count
    guard end + 1 < words.count else { return false }
    var joint = end
    // `its twin sister, Nord Stream 1,`: the name is the answer.
    if words[end].isMark(","), words[end + 1].isCapital, !words[end - 1].isCapital,
      !stem.contains(words[end + 1].text)
    {
      return true
    }
    if words[end].isMark(",") {
      if ["such", "including", "like", "which", "where", "who"].contains(words[end + 1].lower) {
        return false
      }
      // Another member of a list: an `and` follows before any verb.
      guard
        let and = words[(end + 1)...].prefix(14).firstIndex(where: {
          $0.lower == "and" || $0.lower == "or"
        }), words[(end + 1)..<and].allSatisfy({ !isVerb($0) })
      else { return false }
      joint = and
    }
    guard ["and", "or"].contains(words[joint].lower), joint + 1 < words.count else { return false }
    let next = words[(joint + 1)...].prefix { $0.kind != .mark && !$0.isBreak }.prefix(7)
    guard let first = next.first, !isVerb(first), !DraftGrammar.isAdverb(first.lower),
      !DraftGrammar.personal.subtracting(["its", "their", "his", "her"]).contains(first.lower),
      !next.contains(where: { isVerb($0) })
    else { return false }
    let said = Set(DraftWording.content(stem).map(DraftWording.root))
    return !DraftWording.content(Array(next).running).prefix(2).contains {
      said.contains(DraftWording.root($0))
    }
  }

  private static func isVerb(_ word: DraftWord) -> Bool {
    DraftGrammar.auxiliaries.contains(word.lower) || DraftVerbs.shared.isOnlyPast(word.lower)
      || DraftVerbs.shared.readings(of: word.lower).contains {
        $0.form == .past || $0.form != .gerund && !DraftVerbs.shared.isNounToo($0.lemma)
      }
  }

  /// `turn to to England`: a parse that went wrong.
  private static func hasDoubledWord(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    return zip(words, words.dropFirst()).contains { first, second in
      first.kind == .word && first.lower == second.lower
        && !["had", "that"].contains(first.lower) && !first.isCapital
    }
  }

  /// True where quotation marks are closed and no bracket is left.
  private static func isBalanced(_ text: String) -> Bool {
    let quotes = text.unicodeScalars.reduce(into: (plain: 0, open: 0)) { counts, scalar in
      if scalar == "\"" { counts.plain += 1 }
      if scalar == "“" { counts.open += 1 }
      if scalar == "”" { counts.open -= 1 }
    }
    return quotes.plain % 2 == 0 && quotes.open == 0 && !text.contains("(") && !text.contains(")")
  }

  func lowers(_ sentence: AnalysedSentence) -> [String] { sentence.words.map(\.lower) }
}
