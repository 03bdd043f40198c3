import ReciteCore

/// Sentences with a telling phrase left out, for what no question can be made of.
///
/// The sentence stays word for word, doubt and denial included, so that its key cannot be wrong;
/// the first letters of its words stand behind it, so that no other wording fits.
extension DraftRules {
  private static let mostWords = 38
  private static let longestPhrase = 3
  private static let base = 40

  mutating func keyPhrase(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard
      sentence.reasons.isSubset(of: [.hedged, .negated])
        || sentence.reasons.isSubset(of: [.hedged, .negated, .quoted, .personal])
          && (isQuotation(sentence) || isReport(sentence)),
      (7...Self.mostWords).contains(words.count), DraftWording.content(words.running).count >= 5
    else { return }
    guard sentence.clause != nil || mayHaveVerb(sentence) && !Self.isCommand(words) else { return }
    let found = ranked(phrases(of: sentence))
    let bonus = cue(words)
    let reason = Self.reason(in: words)
    // Those behind the first are for a document that gives too little, or where it is asked already.
    for (place, phrase) in found.prefix(4).enumerated() {
      gap(
        sentence, index, phrase.range, topic(of: phrase, reason),
        score: Self.base + phrase.worth + bonus - place * 3,
        isWhole: true)
    }
  }

  /// Of a sentence that cannot stand as a whole its main clause stands, where that says enough.
  mutating func gapsOfClause(_ sentence: AnalysedSentence, _ index: Int) {
    guard let part = sentence.mainClause else { return }
    gaps(part, index)
    keyPhrase(part, index)
  }

  /// A sentence that leans on the one before stands behind it, as in `It froze. This stopped ____`.
  ///
  /// Where it does so late, and has a name, a figure or a date of its own, it stands by itself.
  mutating func keyPhraseOfPair(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard sentence.reasons.isSubset(of: [.leansOnOthers, .hedged, .negated]) else { return }
    if leansLate(sentence) {
      keyPhraseAlone(sentence, index)
      return
    }
    guard (6...26).contains(words.count), let before = sentenceBefore(index),
      before.count + words.count <= 48,
      let phrase = ranked(phrases(of: sentence)).first(where: { phrase in
        !DraftWording.givesAway(words[phrase.range].running, in: before.text)
      })
    else { return }
    let start = proposals.count
    gap(
      sentence, index, phrase.range, phrase.isName ? .name : .definition,
      score: Self.base - 4 + phrase.worth + cue(words),
      before: before.text)
    for place in proposals.indices.dropFirst(start) {
      proposals[place].evidence = [index - 1, index]
    }
  }

  /// The date, the figure or the phrase of a sentence that leans late.
  private mutating func keyPhraseAlone(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard (9...Self.mostWords).contains(words.count) else { return }
    let score = Self.base - 8
    if sentence.times.count == 1, let time = sentence.times.first, time.kind != .span {
      gap(sentence, index, time.range, .date, score: score + 4, isWhole: true, mayLean: true)
    }
    if sentence.figures.count == 1, let figure = sentence.figures.first, isTelling(figure, words) {
      gap(sentence, index, figure.range, .figure, score: score + 6, isWhole: true, mayLean: true)
    }
    guard let phrase = ranked(phrases(of: sentence)).first else { return }
    gap(
      sentence, index, phrase.range, phrase.isName ? .name : .definition,
      score: score + phrase.worth + cue(words),
      isWhole: true, mayLean: true)
  }

  /// True where a sentence says who or what it is about before a word of it points elsewhere.
  private func leansLate(_ sentence: AnalysedSentence) -> Bool {
    let words = sentence.words
    guard let clause = sentence.clause, sentence.mentions.count > 0 else { return false }
    let start = Array(words[..<min(clause.verbRange.upperBound + 1, words.count)])
    return !SentenceReader.leansOnOthers(start, sentence.mentions)
      && !Self.isVague(words.running) && !words.contains { $0.lower == "there" }
  }

  private func topic(
    of phrase: (range: Range<Int>, worth: Int, isName: Bool), _ reason: Int?
  ) -> DraftProposal.Topic {
    if let reason, phrase.range.lowerBound > reason { return .cause }
    return phrase.isName ? .name : .definition
  }

  /// Where a sentence begins to tell why, or what came of it; nil where it does not.
  private static func reason(in words: [DraftWord]) -> Int? {
    words.indices.first { place in
      let next = place + 1 < words.count ? words[place + 1].lower : ""
      return words[place].lower == "because"
        || reasons.contains(words[place].lower + " " + next)
    }
  }

  private static let reasons: Set<String> = [
    "due to", "owing to", "thanks to", "led to", "leads to", "leading to", "resulted in",
    "resulting in", "results in", "result of", "consequence of", "so that", "caused by",
    "contributed to", "which meant", "possible by",
  ]

  private func ranked(
    _ phrases: [(range: Range<Int>, worth: Int, isName: Bool)]
  ) -> [(range: Range<Int>, worth: Int, isName: Bool)] {
    phrases.sorted { ($0.worth, $0.range.lowerBound) > ($1.worth, $1.range.lowerBound) }
  }

  /// `Pay the officers`: nobody is said to do it.
  private static func isCommand(_ words: [DraftWord]) -> Bool {
    guard let first = words.first, words.count > 1,
      let lemma = DraftVerbs.shared.reading(of: first.lower, as: .base)
    else { return false }
    return !DraftVerbs.shared.isNounToo(lemma)
      || DraftGrammar.determiners.contains(words[1].lower)
  }

  /// True where a verb stands for certain: a caption has none.
  static func hasVerb(_ words: [DraftWord]) -> Bool {
    words.contains { word in
      DraftGrammar.auxiliaries.contains(word.lower) || DraftVerbs.shared.isOnlyPast(word.lower)
        || DraftVerbs.shared.reading(of: word.lower, as: .present).map {
          !DraftVerbs.shared.isNounToo($0)
        } ?? false
    }
  }

  /// True where a past form may be a participle, too, and running text stands around it.
  func mayHaveVerb(_ sentence: AnalysedSentence) -> Bool {
    Self.hasVerb(sentence.words)
      || sentence.sentence.number > 0
        && sentence.words.dropFirst().contains {
          DraftVerbs.shared.reading(of: $0.lower, as: .past) != nil
        }
      || zip(sentence.words, sentence.words.dropFirst()).contains { subject, verb in
        // `Survivors grow slowly`
        subject.lower.hasSuffix("s") && !subject.isPossessive
          && DraftVerbs.shared.reading(of: verb.lower, as: .base) != nil
      }
  }

  // MARK: Phrases

  /// The noun phrases of a sentence that could be asked for, and what each is worth, 0...12.
  private func phrases(
    of sentence: AnalysedSentence
  ) -> [(range: Range<Int>, worth: Int, isName: Bool)] {
    let words = sentence.words
    var found: [(range: Range<Int>, worth: Int, isName: Bool)] = []
    let reason = Self.reason(in: words)
    func mayStand(_ place: Int) -> Bool {
      DraftTerms.mayStand(words, at: place)
        && !(sentence.clause?.verbRange.contains(place) ?? false)
    }
    var place = 0
    while place < words.count {
      guard mayStand(place) else {
        place += 1
        continue
      }
      var end = place + 1
      while end < words.count, words[end].isSpaced, mayStand(end) { end += 1 }
      // `a highly variable disorder`: what the adverb goes with stays.
      let start =
        place > 0 && DraftGrammar.isAdverb(words[place - 1].lower) && end - place > 1
        ? place + 1 : place
      let range = start..<end
      place = end
      guard let worth = worth(of: range, in: sentence) else { continue }
      // The reason is what the sentence is there for.
      let isReason = reason.map { range.lowerBound > $0 } ?? false
      found.append((range, worth + (isReason ? 5 : 0), words[range.upperBound - 1].isName))
    }
    return found
  }

  private func worth(of range: Range<Int>, in sentence: AnalysedSentence) -> Int? {
    let words = sentence.words
    guard
      !zip(range, range.dropFirst()).contains(where: { first, second in
        !words[first].isCapital && words[second].isCapital
      })
    else { return nil }
    guard range.count <= Self.longestPhrase, DraftTerms.isHead(words[range.upperBound - 1]),
      !Self.bland.contains(words[range.upperBound - 1].lower), isWhole(range, in: words)
    else { return nil }
    let texts = words[range].map { $0.isPossessive ? $0.plain.lowercased() : $0.lower }
    // What the title says, or the sentence says twice, is no secret.
    guard !texts.allSatisfy(analysis.titleWords.contains) else { return nil }
    // Of two words and more the last may stand there again: `adaptive technology`.
    let roots = Set((texts.count > 1 ? texts.dropLast() : texts[...]).map(DraftWording.root))
    guard
      !words.indices.contains(where: { place in
        !range.contains(place) && roots.contains(DraftWording.root(words[place].lower))
      })
    else { return nil }
    let head = texts[texts.count - 1]
    let count = analysis.frequency[head] ?? 0
    let isRare = !analysis.names.lexicon.has(head.filter(\.isLetter), in: .words)
    // `____ began in 1904` may be anything.
    guard range.lowerBound > 0 || range.count > 1 else { return nil }
    let isPlain = range.count == 1 || texts.dropLast().allSatisfy(Self.bland.contains)
    let isWeighty =
      !isPlain || isRare && head.utf8.count >= 5 || head.utf8.count >= 9
      || head.utf8.count >= 7 && (3...8).contains(count)
    // A plain word is better than nothing, where a document gives hardly anything.
    guard isWeighty || head.utf8.count >= 7 && !Self.isVagueNoun(head) else { return nil }
    guard !isPlain || !Self.thin.contains(head) else { return nil }
    var worth = !isWeighty ? -6 : isPlain ? 0 : range.count == 2 ? 4 : 2
    if (2...6).contains(count) { worth += 2 }
    if isRare { worth += 2 }
    if terms.worth[texts.joined(separator: " ")] != nil { worth += 3 }
    if let clause = sentence.clause {
      if clause.subject.contains(range.lowerBound) { worth -= 3 }
      // What is said of the subject, rather than the subject.
      if range.lowerBound >= clause.verbRange.upperBound { worth += 2 }
      if range.lowerBound == clause.verbRange.upperBound
        || range.lowerBound == clause.verbRange.upperBound + 1
          && DraftGrammar.articles.contains(words[clause.verbRange.upperBound].lower)
      {
        worth += 1
      }
    }
    if range.upperBound == words.count { worth += 1 }
    return worth
  }

  /// Words that describe without telling anything.
  static let bland: Set<String> = [
    "general", "specific", "typical", "unusual", "wider", "broader", "different", "similar",
    "particular", "entire", "whole", "overall", "normal", "usual", "regular", "special", "single",
    "additional", "further", "actual", "real", "full", "final", "initial", "original", "basic",
    "common", "significant", "considerable", "great", "large", "larger", "small", "smaller",
    "serious", "severe", "strong", "new", "old", "former", "many", "numerous", "multiple",
    "limited",
    "simple", "complex", "key", "huge", "massive", "growing", "increasing", "ongoing", "existing",
    "recent", "proper", "sufficient", "enough", "adequate", "certain", "relevant", "respective",
    "corresponding", "individual", "separate", "wide", "broad", "clear", "true", "extremely",
  ]

  /// Long nouns that anybody would guess, or nobody.
  static let thin: Set<String> = [
    "attention", "countries", "governments", "government", "companies", "company", "situation",
    "organizations", "organisations", "foreigners", "individuals", "circumstances", "importance",
    "development", "developments", "activities", "conditions", "opportunities", "relationship",
    "beginning", "difference", "differences", "experience", "knowledge", "information",
    "everything", "something", "anything", "possibility", "advantage", "advantages", "processes",
    "problems", "purposes", "decision", "decisions", "movement", "movements", "question",
    "questions", "estimate", "assumption", "consequences", "operations", "thousands", "hundreds",
    "millions", "standards", "regulations", "authorities", "officials", "residents", "inhabitants",
    "generations", "centuries", "direction", "directions", "afternoon", "expectations",
    "requirements", "expedition", "changes", "interests", "examples", "elements", "features",
    "kilometres", "kilometers", "metres", "meters", "centimetres", "hectares", "tonnes",
    "proportion", "inspection", "christmas", "curiosity", "assurance", "majority", "minority",
    "neighbours",
    "neighbors",
  ]

  /// True where the phrase is no part of a longer one, of a pair or of a list.
  private func isWhole(_ range: Range<Int>, in words: [DraftWord]) -> Bool {
    if range.lowerBound > 0 {
      let before = words[range.lowerBound - 1]
      guard
        !["or", "and", "either", "nor", "and/or", "as", "than", "like", "second", "third", "first"]
          .contains(before.lower),
        before.kind == .word || before.isMark(","), !before.isCapital || range.lowerBound == 1,
        !before.isPossessive, DraftGrammar.numberWords[before.lower] == nil
      else { return false }
      if before.isMark(","), range.lowerBound > 1, words[range.lowerBound - 2].kind != .number {
        return false
      }
    }
    // `a whistle sounds`, `each night boats …`: of one thing there are not many.
    if range.lowerBound > 0,
      ["a", "an", "each", "every"].contains(words[range.lowerBound - 1].lower),
      let last = range.last, words[last].lower.hasSuffix("s"), !words[last].isCapital,
      !["ss", "us", "is", "ics", "series", "means", "works", "headquarters", "species"].contains(
        where: words[last].lower.hasSuffix)
    {
      return false
    }
    // `the forest upside down`, `pencil-like spikes poke`: of many nothing is the first part.
    if range.dropLast().contains(where: { place in
      let word = words[place].lower
      return !words[place].isCapital && word.hasSuffix("s") && !word.hasSuffix("ss")
        && !word.hasSuffix("us") && !word.hasSuffix("ous")
        && !["sales", "arms", "sports", "customs", "systems", "goods", "works"].contains(word)
    }) {
      return false
    }
    // `did the act pass`, `made the land sink`
    if let last = range.last, range.count > 1,
      DraftVerbs.shared.reading(of: words[last].lower, as: .base) != nil,
      words[..<range.lowerBound].suffix(2).contains(where: {
        DraftGrammar.doForms.contains($0.lower)
          || ["make", "makes", "made", "making", "let", "lets", "help", "helped", "saw", "heard"]
            .contains($0.lower)
      })
    {
      return false
    }
    // `the Horn of ____`
    if range.lowerBound > 2, words[range.lowerBound - 1].lower == "of",
      words[range.lowerBound].isCapital, words[range.lowerBound - 2].isCapital
    {
      return false
    }
    // `Leonardo da Vinci` is one.
    if range.lowerBound > 0, words[range.lowerBound].isCapital,
      NameWords.particles.contains(words[range.lowerBound - 1].lower)
    {
      return false
    }
    // `could not win customers`, `ways to access information`
    if range.lowerBound > 0 {
      let before = words[range.lowerBound - 1].lower
      let isVerb =
        DraftVerbs.shared.reading(of: words[range.lowerBound].lower, as: .base) != nil
      let isInfinitive =
        before == "to" && range.upperBound < words.count
        && DraftGrammar.determiners.contains(words[range.upperBound].lower)
      if isInfinitive || DraftGrammar.modals.contains(before)
        || isVerb && ["to", "not"].contains(before)
      {
        return false
      }
    }
    if range.lowerBound > 0, words[range.lowerBound].isSpaced,
      DraftTerms.isNounLike(words[range.lowerBound - 1])
    {
      return false
    }
    guard range.upperBound < words.count else { return true }
    let after = words[range.upperBound]
    if after.kind == .mark { return after.isMark(",") ? !isInList(range, words) : after.isBreak }
    if Self.endsVerb(words[range.upperBound - 1], after), range.count > 1 { return false }
    // `the International Organization for Standardization` is one name.
    if words[range.upperBound - 1].isCapital, ["for", "on"].contains(after.lower),
      range.upperBound + 1 < words.count, words[range.upperBound + 1].isCapital,
      analysis.names.lexicon.has(words[range.upperBound - 1].lower, in: .words)
    {
      return false
    }
    // `Israeli | forces`, `energy | projects`: the phrase describes what follows.
    let readings = DraftVerbs.shared.readings(of: after.lower)
    if after.kind == .word, !DraftGrammar.functionWords.contains(after.lower),
      !DraftGrammar.isAdverb(after.lower),
      words[range.upperBound - 1].isCapital || !readings.isEmpty,
      readings.allSatisfy({
        DraftVerbs.shared.isNounToo($0.lemma) && ($0.form == .base || $0.form == .present)
      })
    {
      return false
    }
    // `Russia adrift`, `Malacca funnel traffic`: behind a name that is no adjective another part begins.
    if words[range.lowerBound].isCapital, !words[range.upperBound - 1].isCapital,
      !["an", "ese", "ish", "ic", "ch", "eek"].contains(
        where: words[range.lowerBound].lower.hasSuffix)
    {
      return false
    }
    // `the ocean runs through`, `tungsten produces large …`
    if range.count > 1, after.kind == .word,
      !["of", "for", "between", "among"].contains(after.lower),
      DraftVerbs.shared.reading(of: words[range.upperBound - 1].lower, as: .present) != nil
    {
      return false
    }
    return !["or", "and", "of", "than", "et", "de", "du"].contains(after.lower)
      && after.kind == .word
      && !after.isPossessive && !DraftTerms.isLoose(after.lower) && !after.isCapital
  }

  /// True for what may be a verb before what goes with one: `farmer moves to`.
  private static func endsVerb(_ word: DraftWord, _ after: DraftWord) -> Bool {
    !DraftVerbs.shared.readings(of: word.lower).isEmpty
      && (DraftGrammar.isAdverb(after.lower)
        || [
          "to", "out", "into", "up", "down", "away", "back", "off", "that", "how", "whether", "on",
        ]
        .contains(after.lower))
  }

  /// True where `and` or `or` and another phrase follow the comma behind the phrase.
  private func isInList(_ range: Range<Int>, _ words: [DraftWord]) -> Bool {
    words[(range.upperBound + 1)...].prefix(7).contains { $0.lower == "and" || $0.lower == "or" }
  }

  // MARK: Sentences

  private static let cues: Set<String> = [
    "because", "cause", "causes", "caused", "led", "leads", "results", "resulted", "therefore",
    "prevent", "prevents", "requires", "required", "must", "shall", "unless", "unlike", "whereas",
    "although", "despite", "instead", "rather", "only", "largest", "main", "most", "first",
    "critical", "essential", "important", "means", "called", "known", "consists", "allows", "found",
    "increases", "increased", "reduces", "reduced", "depends", "determines", "key", "aims",
    "purpose", "right", "rights", "prohibits", "due", "through", "enables", "forms", "include",
  ]

  /// What it adds that a sentence speaks of cause, contrast, duty, worth or meaning: 0...3.
  private func cue(_ words: [DraftWord]) -> Int {
    min(3, words.count { Self.cues.contains($0.lower) } * 2)
  }
}
