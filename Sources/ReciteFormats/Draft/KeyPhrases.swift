import ReciteCore

/// The noun phrases of a sentence that a gap may stand for, and what each is worth.
extension DraftRules {
  private static let longestPhrase = 3

  /// The noun phrases of a sentence that could be asked for, and what each is worth, 0...12.
  func phrases(
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
      !Self.bland.contains(words[range.upperBound - 1].lower),
      // `at their narrowest`
      words[range.upperBound - 1].isCapital || !Self.isUnique(words[range.upperBound - 1].lower),
      isWhole(range, in: words)
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
    "kilometre", "kilometer", "metre", "meter", "mile", "miles", "kilometres", "kilometers",
    "metres", "meters", "centimetres", "hectares", "tonnes",
    "proportion", "inspection", "christmas", "curiosity", "assurance", "majority", "minority",
    "neighbours",
    "neighbors",
  ]

  /// True where the phrase is no part of a longer one, of a pair or of a list.
  func isWhole(_ range: Range<Int>, in words: [DraftWord]) -> Bool {
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
}
