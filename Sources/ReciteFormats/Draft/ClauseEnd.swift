/// The verb of a clause, and where the clause ends.
extension ClauseParser {
  func verbPhrase(at index: Int) -> (DraftClause.Verb, Int)? {
    let lower = words[index].lower
    func afterAdverbs(_ start: Int) -> Int {
      var place = start
      while place < words.count, DraftGrammar.isAdverb(words[place].lower),
        verbs.reading(of: words[place].lower, as: .participle) == nil, place - start < 3
      { place += 1 }
      return place
    }
    let next = afterAdverbs(index + 1)
    let follower = next < words.count ? words[next].lower : ""
    if DraftGrammar.beForms.contains(lower) {
      if let lemma = verbs.reading(of: follower, as: .participle) {
        return (.passive(lemma), next + 1)
      }
      if let lemma = verbs.reading(of: follower, as: .gerund) {
        return (.progressive(lemma), next + 1)
      }
      if follower.hasSuffix("ing"), next < words.count, !words[next].isCapital { return nil }
      if follower == "being" || follower == "to" { return nil }
      // An unknown participle would make a bad copula.
      if follower.hasSuffix("ed"), next + 1 < words.count,
        DraftGrammar.prepositions.contains(words[next + 1].lower)
      {
        return (.passive(follower), next + 1)
      }
      return (.copula, index + 1)
    }
    if DraftGrammar.haveForms.contains(lower) {
      if follower == "been" {
        let then = afterAdverbs(next + 1)
        if then < words.count, let lemma = verbs.reading(of: words[then].lower, as: .participle) {
          return (.passive(lemma), then + 1)
        }
        return (.perfect("be"), next + 1)
      }
      if let lemma = verbs.reading(of: follower, as: .participle) {
        return (.perfect(lemma), next + 1)
      }
      // `have ramped up`: a participle that is not in the list.
      if follower.hasSuffix("ed"), next < words.count, !words[next].isCapital {
        return (.perfect(follower), next + 1)
      }
      // `have for decades done less`
      if ["for", "since", "in", "over", "by", "at", "during"].contains(follower) { return nil }
      if follower == "to" || words[(index + 1)..<next].contains(where: { $0.lower == "just" }) {
        return nil
      }
      if lower == "had" { return (.past("have"), index + 1) }
      return (.present("have", isPlural: lower == "have"), index + 1)
    }
    if DraftGrammar.modals.contains(lower) {
      if follower == "be" {
        let then = afterAdverbs(next + 1)
        if then < words.count, let lemma = verbs.reading(of: words[then].lower, as: .participle) {
          return (.passive(lemma), then + 1)
        }
      }
      guard let lemma = verbs.reading(of: follower, as: .base) ?? (follower == "be" ? "be" : nil)
      else { return nil }
      return (.modal(lemma), next + 1)
    }
    if DraftGrammar.doForms.contains(lower) { return nil }
    if lower == "became" || lower == "remained" { return (.copula, index + 1) }
    if let lemma = verbs.reading(of: lower, as: .past) { return (.past(lemma), index + 1) }
    if let lemma = verbs.reading(of: lower, as: .present) {
      return (.present(lemma, isPlural: false), index + 1)
    }
    if let lemma = verbs.reading(of: lower, as: .base) {
      return (.present(lemma, isPlural: true), index + 1)
    }
    return nil
  }

  private static let afterComma: Set<String> = [
    "which", "who", "whose", "whom", "where", "when", "whereupon", "while", "although", "though",
    "whereas",
    "but", "so", "yet", "as", "because", "since", "with", "despite", "including", "especially",
    "particularly", "such", "thus", "thereby", "even", "if", "unless", "making", "namely", "then",
    "however", "until", "after", "before", "most", "for", "mainly", "mostly", "largely", "partly",
    "notably", "followed", "compared", "allowing", "all", "both", "one", "not",
  ]

  /// Where the clause that goes on at `start` is over.
  func clauseEnd(from start: Int) -> Int {
    let end = plainEnd(from: start)
    // `proteins, the chief | among which is collagen`: the noun belongs to what follows.
    guard end < words.count,
      ["which", "whom", "whose"].contains(words[end].lower)
        || end + 1 < words.count && ["which", "whom"].contains(words[end + 1].lower)
          && DraftGrammar.prepositions.contains(words[end].lower),
      let comma = words[start..<end].lastIndex(where: { $0.isMark(",") }), end - comma <= 5,
      !words[comma..<end].contains(where: { $0.lower == "and" || $0.lower == "or" })
    else { return end }
    return comma
  }

  private func plainEnd(from start: Int) -> Int {
    var index = start
    while index < words.count {
      let word = words[index]
      if word.isBreak { return index }
      if word.isMark(","), !mentions.contains(where: { $0.range.contains(index) }),
        index + 1 < words.count
      {
        let next = words[index + 1].lower
        if ClauseParser.afterComma.contains(next) { return index }
        // `from traffic, heating and farming` goes on, `, leading to a fall` does not.
        let isMember =
          index + 2 < words.count
          && (words[index + 2].isMark(",") || ["and", "or"].contains(words[index + 2].lower))
        if !isMember, verbs.readings(of: next).contains(where: { $0.form == .gerund }) {
          return index
        }
        if verbs.readings(of: next).contains(where: { $0.form == .participle }), !isListed(index) {
          return index
        }
        if next == "and" || next == "or", beginsClause(index + 2) { return index }
        if opensClause(index + 1) { return index }
        if words[index + 1].isCapital || DraftGrammar.articles.contains(next), !isListed(index) {
          return index
        }
      }
      if word.lower == "and" || word.lower == "but",
        beginsClause(index + 1, inList: words[start..<index].contains { $0.isMark(",") }),
        index > start
      {
        return index
      }
      if word.lower == "which" || word.lower == "whom", index > start {
        return DraftGrammar.prepositions.contains(words[index - 1].lower) && index - 1 > start
          ? index - 1 : index
      }
      if ["while", "whereas", "although", "though"].contains(word.lower), index > start {
        return index
      }
      index += 1
    }
    return words.count
  }

  /// True where a clause with a subject of its own follows a comma alone: `, floods wrecked the locks`.
  func opensClause(_ start: Int) -> Bool {
    for place in start..<min(start + 5, words.count) {
      let word = words[place]
      guard word.kind == .word, !DraftGrammar.prepositions.contains(word.lower),
        !DraftGrammar.relatives.contains(word.lower),
        !DraftGrammar.conjunctions.contains(word.lower)
      else { return false }
      guard place > start else { continue }
      if isFinite(at: place) { return true }
      // `the company refused to pay`
      if DraftGrammar.articles.contains(words[start].lower), place > start + 1,
        verbs.reading(of: word.lower, as: .past) != nil, place + 2 < words.count,
        words[place + 1].lower == "to", verbs.reading(of: words[place + 2].lower, as: .base) != nil
      {
        return true
      }
      // `floods wrecked finished cuttings`
      if word.lower.hasSuffix("ed"), words[place - 1].lower.hasSuffix("s"),
        place + 1 < words.count, words[place + 1].kind == .word,
        !DraftGrammar.prepositions.contains(words[place + 1].lower)
      {
        return true
      }
    }
    return false
  }

  /// True where a comma parts the members of a list: an `and` follows a later comma.
  private func isListed(_ comma: Int) -> Bool {
    var index = comma + 1
    var steps = 0
    while index < words.count, steps < 24 {
      if words[index].isBreak || isFinite(at: index)
        || DraftGrammar.relatives.contains(words[index].lower) && words[index].lower != "that"
      {
        return false
      }
      if words[index].lower == "and" || words[index].lower == "or" { return true }
      index += 1
      steps += 1
    }
    // The last member stands before.
    return false
  }

  /// True where a subject and a verb, or a verb alone, begin at `index`.
  private func beginsClause(_ index: Int, inList: Bool = true) -> Bool {
    guard index < words.count else { return false }
    let lower = words[index].lower
    if [
      "he", "she", "it", "they", "there", "this", "these", "we", "many", "some", "that", "those",
      "few", "most", "others", "none", "nobody", "both", "neither", "nothing",
    ].contains(lower) {
      return true
    }
    if isFinite(at: index) { return true }
    if verbs.reading(of: lower, as: .past) != nil { return true }
    if let lemma = verbs.reading(of: lower, as: .present), !verbs.isNounToo(lemma) { return true }
    // A verb within the next words, before a mark or a preposition chain ends.
    // `and in July 1956 the president took …` has its time in front.
    let isBut = index > 0 && words[index - 1].lower == "but"
    let reach = isBut || DraftGrammar.prepositions.contains(lower) ? 14 : 7
    var place = index
    while place < words.count, place - index <= reach {
      let word = words[place]
      if word.kind == .mark {
        guard ["“", "”", "\"", "'"].contains(word.text) else { return false }
        place += 1
        continue
      }
      // `railway and dock charges before a ship used it`: what follows has its own verb.
      if place > index,
        ["before", "after", "until", "because", "when", "while", "since", "if"].contains(word.lower)
      {
        return false
      }
      if place > index,
        DraftGrammar.beForms.contains(word.lower) || DraftGrammar.haveForms.contains(word.lower)
          || DraftGrammar.modals.contains(word.lower)
            // `to appoint and remove at will`
            && !DraftGrammar.prepositions.contains(words[place - 1].lower)
          || verbs.isOnlyPast(word.lower)
      {
        return true
      }
      // `and abstention by supporters led to`
      if place > index, ["led", "resulted", "caused"].contains(word.lower) { return true }
      // `and farmers remain at risk`, `and pests tend to build up`
      if place > index, let lemma = verbs.reading(of: word.lower, as: .base),
        !verbs.isNounToo(lemma), isPluralSubject(index..<place),
        !DraftGrammar.prepositions.contains(words[place - 1].lower),
        !DraftGrammar.determiners.contains(words[place - 1].lower)
      {
        return true
      }
      if place > index, verbs.reading(of: word.lower, as: .past) != nil, word.lower != "compared",
        !isAfterDeterminer(place, index),
        place + 1 >= words.count || words[place + 1].lower != "by",
        place + 1 >= words.count
          || !DraftGrammar.prepositions.contains(words[place + 1].lower)
          || verbs.isOnlyPast(word.lower) || !inList,
        !DraftGrammar.prepositions.contains(words[place - 1].lower)
      {
        return true
      }
      if DraftGrammar.relatives.contains(word.lower) || word.lower == "and" { return false }
      place += 1
    }
    return false
  }
}
