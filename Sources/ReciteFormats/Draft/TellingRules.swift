import ReciteCore

/// What a verb leads to by a preposition: what a thing moved to.
extension DraftRules {
  // MARK: Prepositions

  private static let asked: Set<String> = [
    "to", "into", "from", "on", "with", "for", "against", "as", "through", "of", "toward",
    "towards",
  ]

  /// Pairs of verb and preposition that say nothing by themselves, or that are asked elsewhere.
  private static let elsewhere: Set<String> = [
    "lead to", "contribute to", "give to", "come to", "go to", "take to", "take on", "take for",
    "result from", "refer to", "know as", "call for", "set to", "put to", "have to", "be of",
    "be to",
    "be for", "continue to", "begin to", "begin with", "start with", "end with", "go on", "come as",
    "serve as", "act as", "function as", "last for", "make of", "make from", "do with", "live for",
    "fall into",
    "come into", "go into", "bring into", "put into", "take into", "enter into", "run into",
    "base on", "fall on", "fall from", "put on", "keep on", "hold on", "pass on",
  ]

  private static let joining: Set<String> = [
    "agree", "deal", "merge", "replace", "trade", "compete", "ally", "side", "associate", "cope",
    "struggle", "comply", "interfere", "react", "cooperate", "collaborate", "fight", "clash",
    "coincide", "collide", "equip", "connect", "link", "compare", "fill", "charge", "credit",
    "sign",
  ]

  /// `The debate shifted to the morality of slavery` asks what it shifted to.
  mutating func prepositionalObject(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .perfect(let verb), .modal(let verb),
      .passive(let verb):
      lemma = verb
    case .copula, .progressive: return
    }
    guard lemma != "be", isTelling(clause), !clause.mayBeReduced, let place = clause.rest.first
    else { return }
    var clause = clause
    // What the verb did is asked without the event that goes with it.
    if let other = clause.rest.dropFirst(2).first(where: {
      ["when", "after", "before", "as", "while", "where", "until"].contains(words[$0].lower)
    }) {
      clause.rest = clause.rest.lowerBound..<other
    }
    let preposition = words[place].lower
    // `expanded with operations` may be anything; `merged with` takes its object.
    if preposition == "with", !Self.joining.contains(lemma) { return }
    if preposition == "to", place + 1 < clause.end, mayBeVerb(words[place + 1]) { return }
    guard Self.asked.contains(preposition), !Self.elsewhere.contains("\(lemma) \(preposition)"),
      place + 1 < clause.end, words[place + 1].lower != "be", words[place + 1].lower != "have",
      DraftVerbs.shared.reading(of: words[place + 1].lower, as: .base) == nil
        || preposition != "to" || DraftVerbs.shared.isNounToo(words[place + 1].lower)
    else { return }
    let end = phraseEnd(sentence, from: place + 1, to: clause.end)
    let range = place + 1..<end
    // `shall navigate on the surface and show its flag`
    guard secondVerb(in: clause.rest, of: clause) == clause.rest.upperBound else { return }
    guard (1...9).contains(range.count), let first = range.first,
      words[first].kind == .word,
      !DraftGrammar.personal.contains(words[first].lower)
        || ["its", "their", "his"].contains(words[first].lower) && range.count > 1,
      !DraftGrammar.prepositions.contains(words[first].lower),
      !sentence.times.contains(where: { range.overlaps($0.range) }),
      !words[range].contains(where: { $0.kind == .mark }),
      !["time", "years", "days", "while", "example", "addition", "fact"].contains(
        words[range.upperBound - 1].lower),
      let inverted = clause.inverted(
        // What is told of the answer goes with it: `the resignation of the president, who …`.
        without: end < clause.end && DraftGrammar.relatives.contains(words[end].lower)
          ? place + 1..<clause.end : range)
    else { return }
    // `into disuse, and within a few years`: what is left must go on by itself.
    if end < clause.end, words[end].kind == .mark || ["and", "or"].contains(words[end].lower) {
      return
    }
    let answer = words[range].running
    let stem = "\(interrogative(sentence, range)) \(inverted)" + timeTail(sentence, clause)
    // `an approach developed | by Boas`
    if range.count > 1,
      DraftVerbs.shared.reading(of: words[range.upperBound - 1].lower, as: .participle) != nil
    {
      return
    }
    // `associated with increases in the rate`: the head alone is half an answer.
    if range.count == 1, end < clause.end { return }
    guard stem.split(separator: " ").count >= 6 || sentence.mention(at: clause.subject) != nil
    else { return }
    ask(.significance, stem, answer: answer, index, score: 54)
  }

  /// True for a bare word behind `to` that is not plainly a noun: `known to harbor`.
  private func mayBeVerb(_ word: DraftWord) -> Bool {
    !DraftGrammar.determiners.contains(word.lower) && !word.isCapital && word.kind == .word
      && !["s", "ing", "tion", "ment", "ness", "ity", "ism", "ance", "ence"].contains(
        where: word.lower.hasSuffix)
  }

  /// Where a phrase ends: before a preposition other than `of`, a relative clause, a comma.
  private func phraseEnd(_ sentence: AnalysedSentence, from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit {
      let lower = sentence.words[end].lower
      if sentence.words[end].kind == .mark { break }
      if end > start,
        DraftGrammar.prepositions.contains(lower) && lower != "of" && lower != "between"
          || DraftGrammar.relatives.contains(lower)
          || ["if", "so", "but", "while", "where"].contains(lower)
          || ["and", "or"].contains(lower) && end + 1 < limit
            && DraftGrammar.auxiliaries.contains(sentence.words[end + 1].lower)
      {
        break
      }
      end += 1
    }
    return end
  }

  /// `Which place` for a place, `Which country`, `Whom`, or `What`.
  private func interrogative(_ sentence: AnalysedSentence, _ range: Range<Int>) -> String {
    guard let name = sentence.mention(at: range) else {
      return Self.isPeople(headNoun(sentence.words[range])) ? "Whom" : "What"
    }
    switch name.kind {
    case .name(.person): return "Whom"
    case .name(.country): return "Which country"
    case .name(.place): return "Which place"
    default: return "What"
    }
  }

  /// `The territory had been part of the Louisiana Purchase` asks of what.
  mutating func partOf(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard clause.verb == .copula || clause.verb == .perfect("be"), isTelling(clause),
      let of = clause.rest.prefix(4).first(where: { words[$0].lower == "of" }), of + 1 < clause.end,
      ["part", "member", "subsidiary", "branch", "province", "colony", "ally", "founder"].contains(
        words[of - 1].lower)
    else { return }
    let range = of + 1..<clause.end
    let end = phraseEnd(sentence, from: of + 1, to: clause.end)
    guard let name = sentence.names.first(where: { range.contains($0.range.lowerBound) }),
      name.range.upperBound == end, end >= clause.end || !words[end].isMark(","),
      let inverted = clause.inverted(without: of + 1..<end)
    else { return }
    let key = words[of + 1..<end].running
    add(
      .name, .question,
      DraftWording.question("What \(inverted)" + timeTail(sentence, clause)),
      .text(DraftWording.accepted(key)), key: key, from: [index], score: 70)
  }

  // MARK: What somebody found or said

  // MARK: Terms

  /// `an agreement, called the Missouri Compromise` leaves the name out.
  mutating func calledGap(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    // `you` may stand for anybody; `I` and `we` are somebody.
    guard
      !words.contains(where: {
        ["i", "we", "us", "our", "my", "me"].contains($0.lower) && !$0.isAcronym
      }), sentence.sentence.end == "."
    else { return }
    for place in words.indices.dropFirst(2) {
      let isNaming =
        ["called", "termed", "dubbed", "nicknamed"].contains(words[place].lower)
        || words[place].lower == "as" && words[place - 1].lower == "known"
        || words[place].lower == "named" && words[place - 1].isMark(",")
      guard isNaming, place + 1 < words.count,
        !DraftGrammar.beForms.contains(words[place - 1].lower)
      else { continue }
      var start = place + 1
      while start < words.count,
        DraftGrammar.articles.contains(words[start].lower)
          || ["“", "\"", "‘", "'"].contains(words[start].text)
      { start += 1 }
      var end = start
      while end < words.count, words[end].kind == .word, end - start < 5,
        !DraftGrammar.prepositions.contains(words[end].lower)
          || words[end].lower == "of" && words[end - 1].isCapital,
        !DraftGrammar.relatives.contains(words[end].lower),
        !DraftGrammar.conjunctions.contains(words[end].lower),
        !DraftGrammar.auxiliaries.contains(words[end].lower)
      { end += 1 }
      // `known as the founder of` names nothing yet.
      if end < words.count, words[end].lower == "of", !words[end - 1].isCapital { continue }
      guard end > start, end - start <= 4,
        end == words.count || words[end].kind == .mark || words[end].lower != "or",
        !DraftGrammar.personal.contains(words[start].lower)
      else { continue }
      gap(sentence, index, start..<end, .definition, score: 77)
      return
    }
  }
}
