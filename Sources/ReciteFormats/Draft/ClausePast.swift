/// Whether a past form is the verb of a clause, or describes a noun.
extension ClauseParser {
  /// Verbs that go on with an infinitive, and describe no noun.
  private static let going: Set<String> = [
    "continue", "begin", "start", "try", "fail", "want", "refuse", "hope", "decide", "tend",
    "manage", "agree", "attempt", "struggle", "cease", "need", "seek", "vow", "threaten",
  ]

  func isMainPast(at index: Int, from start: Int) -> Bool {
    guard !isAfterDeterminer(index, start) else { return false }
    // `a plume nicknamed Godzilla`
    if ["a", "an"].contains(words[start].lower),
      ["nicknamed", "named", "called", "dubbed", "titled", "termed"].contains(words[index].lower)
    {
      return false
    }
    // `the contexts explored range from …`
    if index + 1 < words.count, verbs.reading(of: words[index + 1].lower, as: .base) != nil,
      isPluralSubject(start..<index), !verbs.isOnlyPast(words[index].lower),
      index + 2 < words.count, DraftGrammar.prepositions.contains(words[index + 2].lower)
    {
      return false
    }
    // `the lower cost of living`: a verb only where its object follows.
    if verbs.reading(of: words[index].lower, as: .base).map({ verbs.isNounToo($0) }) ?? false {
      guard index + 1 < words.count,
        DraftGrammar.determiners.contains(words[index + 1].lower)
          || words[index + 1].kind == .number
          || ["about", "off", "up", "out"].contains(words[index + 1].lower)
      else { return false }
    }
    if verbs.isOnlyPast(words[index].lower) { return true }
    // `Pits continued to close after the industry was nationalised`
    if index + 2 < words.count, words[index + 1].lower == "to",
      verbs.reading(of: words[index + 2].lower, as: .base) != nil,
      let lemma = verbs.reading(of: words[index].lower, as: .past), Self.going.contains(lemma)
    {
      return true
    }
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
      if word.kind == .mark, word.text == "," || word.isBreak {
        // `armed men led by a colonel, seized the town`
        if word.text == ",", place + 1 < words.count,
          ["by", "in", "at", "from", "on", "with", "near", "under", "between"].contains(
            words[index + 1].lower),
          isFinite(at: place + 1) || verbs.reading(of: words[place + 1].lower, as: .past) != nil
        {
          return false
        }
        break
      }
      if DraftGrammar.relatives.contains(word.lower)
        || ["and", "but", "or", "until", "because", "while", "although", "unless"].contains(
          word.lower)
      {
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
      // `The terms presented below stand for …`.
      if place == index + 2,
        ["below", "above", "here", "earlier"].contains(words[index + 1].lower),
        verbs.readings(of: word.lower).contains(where: { $0.form == .base || $0.form == .present })
      {
        return false
      }
      if place > index + 1
        || ["below", "above", "here", "earlier"].contains(words[index + 1].lower),
        let lemma = verbs.reading(of: word.lower, as: .present)
          ?? verbs.reading(of: word.lower, as: .base), !verbs.isNounToo(lemma),
        words[place - 1].lower != "to",
        ["below", "above", "here", "earlier"].contains(words[place - 1].lower)
          || !isAfterDeterminer(place, index),
        index + 1 < words.count,
        DraftGrammar.prepositions.contains(words[index + 1].lower)
          || ["below", "above", "here", "earlier"].contains(words[index + 1].lower),
        verbs.reading(of: word.lower, as: .past) == nil
      {
        return false
      }
      place += 1
    }
    return true
  }
}
