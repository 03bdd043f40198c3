/// Why nothing, or nothing but a gap, should be made of a sentence.
extension SentenceReader {
  static func reasons(of sentence: DraftSentence, _ words: [DraftWord]) -> Set<DraftReason> {
    var reasons: Set<DraftReason> = []
    let lowers = words.map(\.lower)
    if sentence.end == "?" || sentence.end == "!" { reasons.insert(.question) }
    let count = words.count { $0.kind != .mark }
    if count < 5 { reasons.insert(.tooShort) }
    if count > 48 { reasons.insert(.tooLong) }
    if sentence.end.isEmpty { reasons.insert(.fragment) }
    // `where is the diameter`: the rest of a formula.
    if let first = sentence.words.first, first.kind == .word, first.text == first.lower,
      first.text.unicodeScalars.first.map({ $0.properties.isLowercase }) ?? false
    {
      reasons.insert(.fragment)
    }
    for (index, word) in words.enumerated()
    where DraftGrammar.firstAndSecond.contains(word.lower) && !word.isAcronym {
      // `World War I`, `Elizabeth I`.
      if word.lower == "i", index > 0, words[index - 1].isCapital { continue }
      // `the Shinkolobwe mine`: what is dug, not what is mine.
      if word.lower == "mine", index > 0,
        !["of", "is", "was", "are", "were", "be", "than"].contains(words[index - 1].lower)
      {
        continue
      }
      // `our galaxy` is everybody's.
      if word.lower == "our", index + 1 < words.count, shared.contains(words[index + 1].lower) {
        continue
      }
      reasons.insert(.personal)
    }
    // `Suppose the judge finds …` invents what it tells.
    if let first = lowers.first, supposing.contains(first) { reasons.insert(.personal) }
    for (index, lower) in lowers.enumerated() where DraftGrammar.hedges.contains(lower) {
      // The month, the adverb.
      if lower == "may", words[index].isCapital,
        index > 0 || words.count > 1 && words[1].kind == .number
      {
        continue
      }
      reasons.insert(.hedged)
    }
    for (index, lower) in lowers.enumerated()
    where DraftGrammar.negations.contains(lower) || lower.hasSuffix("n't") {
      if lower == "few" || lower == "little", index > 0,
        ["a", "past", "last", "very", "so", "too", "relatively", "first", "next", "only"].contains(
          lowers[index - 1])
      {
        continue
      }
      if lower == "no", index + 1 < lowers.count, words[index + 1].kind == .number { continue }
      reasons.insert(.negated)
    }
    if lowers.indices.contains(where: { isSpeech(lowers, at: $0, words) }) || hasQuotation(words) {
      reasons.insert(.quoted)
    }
    if words.contains(where: {
      $0.kind == .mark
        && ["(", ")", "[", "]", "{", "}", "|", "\\", "=", "<", ">", "→", "•", "*", "#", "@"]
          .contains($0.text)
    }) {
      reasons.insert(.fragment)
    }
    return reasons
  }

  private static let supposing: Set<String> = [
    "suppose", "imagine", "consider", "assume", "note", "see", "recall", "picture", "think", "take",
    "say", "click", "read", "listen", "watch", "let",
  ]

  private static let shared: Set<String> = [
    "galaxy", "sun", "own", "solar", "planet", "moon", "universe", "atmosphere", "world", "star",
    "oceans", "ancestors", "species",
  ]

  /// True where something is told as another's words: `added that`, not `added up`.
  private static func isSpeech(_ lowers: [String], at index: Int, _ words: [DraftWord]) -> Bool {
    guard DraftGrammar.speech.contains(lowers[index]) else { return false }
    let next = index + 1 < lowers.count ? lowers[index + 1] : ""
    let before = index > 0 ? lowers[index - 1] : ""
    switch lowers[index] {
    case "added", "explained", "explains", "noted", "reported", "asked", "announced", "confirmed",
      "warned", "testified", "admitted", "insisted", "complained", "commented", "stated", "quoted":
      // `was reported in`, `added salt`, `as explained by`.
      if DraftGrammar.beForms.contains(before) || before == "been" { return false }
      return next.isEmpty || next == "that" || next == "how" || next == "why" || next == "whether"
        || words[min(index + 1, words.count - 1)].kind == .mark
        || index + 1 == lowers.count
    default: return true
    }
  }

  private static let guesses: Set<String> = [
    "possibly", "perhaps", "probably", "presumably", "apparently", "supposedly", "allegedly",
    "arguably", "maybe",
  ]

  /// Doubts that a question can keep: `What may an author do?`.
  private static let keepable: Set<String> = [
    "may", "might", "could", "would", "should", "likely", "expected", "tends", "tend", "potential",
  ]

  /// True where every word of doubt or denial stands in the main clause, but not at its verb's end.
  static func keepsItsDoubt(_ words: [DraftWord], _ clause: DraftClause?) -> Bool {
    guard let clause, !clause.leadIsClause else { return false }
    if words.contains(where: { guesses.contains($0.lower) }) { return false }
    for (index, word) in words.enumerated() {
      let isDoubt = DraftGrammar.hedges.contains(word.lower)
      let isDenial = DraftGrammar.negations.contains(word.lower) || word.lower.hasSuffix("n't")
      guard isDoubt || isDenial else { continue }
      let isCondition = ["if", "unless", "whether"].contains(word.lower)
      // What a further clause doubts is no matter of this one's.
      if index >= clause.end, !isCondition { continue }
      // `may have been founded` is a guess, `may hold an office` a right.
      if isDoubt, index + 1 < words.count, words[index + 1].lower == "have" { return false }
      if isDoubt, !keepable.contains(word.lower), !clause.verbRange.contains(index) { return false }
      guard index >= clause.subject.lowerBound, index < clause.end else { return false }
      if isDenial,
        clause.subject.contains(index) || clause.verbRange.contains(index)
          || index <= clause.verbRange.upperBound
      {
        return false
      }
    }
    return true
  }

  /// True for a quotation of four words and more; a shorter one is a term in quotation marks.
  private static func hasQuotation(_ words: [DraftWord]) -> Bool {
    var open: Int?
    var count = 0
    for (index, word) in words.enumerated()
    where word.kind == .mark && ["“", "”", "\"", "«", "»", "''", "``"].contains(word.text) {
      count += 1
      if let start = open {
        if index - start > 5 { return true }
        open = nil
      } else {
        open = index
      }
    }
    return count % 2 == 1
  }

  // MARK: What a sentence leans on

  /// True where a pronoun or a pointing word has nothing in the sentence to stand for.
  static func leansOnOthers(_ words: [DraftWord], _ mentions: [DraftMention]) -> Bool {
    var hasAnchor = false
    // `European farmers paid for it`: many are no `it`.
    var hasSingular = false
    var isSubordinate = false
    for (index, word) in words.enumerated() where word.kind == .word {
      let lower = Self.withoutContraction(word.lower)
      if DraftGrammar.relatives.contains(lower) || subordinating.contains(lower) {
        isSubordinate = true
      }
      // `a reading in the presence of the defendant, to inform them`
      if lower == "to" { isSubordinate = true }
      // In a main clause the object is never the subject: `Aldrin joined him`.
      if !isSubordinate, ["him", "them", "it"].contains(lower), index > 1 { return true }
      if DraftGrammar.personal.contains(lower), !hasAnchor { return true }
      if ["it", "its", "itself"].contains(lower), !hasSingular { return true }
      // `that October`, `the very figures`
      if lower == "that", index + 1 < words.count, words[index + 1].isCapital,
        DraftGrammar.months.contains(words[index + 1].lower)
      {
        return true
      }
      if lower == "otherwise", index + 1 >= words.count || words[index + 1].kind != .word {
        return true
      }
      if lower == "very", index > 0, words[index - 1].lower == "the" { return true }
      if lower == "similar",
        !words[index...].prefix(5).contains(where: { $0.lower == "to" || $0.lower == "as" })
      {
        return true
      }
      // `In use since the thirties, it …`: nothing in front says what.
      if ["it", "they"].contains(lower), index > 1, words[index - 1].isMark(","),
        words[0].lower == "according"
          || !words[..<index].contains(where: {
            DraftGrammar.auxiliaries.contains($0.lower) || $0.isName
              || DraftVerbs.shared.readings(of: $0.lower).contains { $0.form == .past }
          })
      {
        return true
      }
      // `After leaving Princeton, he …`: only somebody is a he.
      if ["he", "she", "him", "her", "his"].contains(lower), !mentions.isEmpty,
        !words[..<index].contains(where: { DraftRules.isPeople($0.lower) }),
        !mentions.contains(where: { mention in
          mention.range.lowerBound < index
            && (mention.kind == .name(.person) || mention.kind == .name(.other))
        })
      {
        return true
      }
      if ["this", "these", "those", "such"].contains(lower) {
        let next = index + 1 < words.count ? words[index + 1].lower : ""
        if lower == "such", next == "as" { continue }
        if lower == "those", ["who", "of", "in", "with", "from", "that"].contains(next) {
          continue
        }
        return true
      }
      if lower == "that",
        index == 0
          || index > 0
            && ["of", "in", "at", "during", "by", "on", "from", "since", "after", "before", "to"]
              .contains(words[index - 1].lower)
      {
        let next = index + 1 < words.count ? words[index + 1].lower : ""
        if index == 0
          || ["time", "year", "period", "era", "point", "decade", "day", "same"].contains(next)
        {
          return true
        }
      }
      if [
        "former", "latter", "aforementioned", "here", "thereof", "thereafter", "above-mentioned",
        "respectively", "foregoing",
      ].contains(lower) {
        if lower != "former"
          || index > 0 && words[index - 1].lower == "the" && index + 1 < words.count
            && words[index + 1].kind == .mark
        {
          return true
        }
      }
      // `The two are often combined`, `Two years later`.
      if lower == "two" || lower == "three", index > 0, words[index - 1].lower == "the",
        index + 1 < words.count,
        DraftGrammar.auxiliaries.contains(words[index + 1].lower)
      {
        return true
      }
      if ["later", "earlier", "afterwards", "afterward"].contains(lower), index <= 3 {
        return true
      }
      // `The first, in the north, was …`: the first of which?
      if index == 1, words[0].lower == "the", words.count > 2,
        ["first", "second", "third", "last", "other", "others"].contains(lower),
        words[2].kind == .mark || DraftGrammar.auxiliaries.contains(words[2].lower)
      {
        return true
      }
      // `The second problem was solved`, `A second plan …`: the first stands before.
      if index == 1, ["the", "a"].contains(words[0].lower), words.count > 3,
        ["second", "third", "fourth", "other", "next"].contains(lower),
        DraftRules.isVagueNoun(words[2].lower), words[3].lower != "of"
      {
        return true
      }
      // `Each has evolved`: each of what?
      if index == 0, words.count > 1,
        ["each", "both", "neither", "some", "many", "most", "all", "few", "none", "one"].contains(
          lower),
        DraftGrammar.auxiliaries.contains(words[1].lower)
      {
        return true
      }
      if lower == "same", index > 0, words[index - 1].lower == "the" {
        let next = index + 1 < words.count ? words[index + 1].lower : ""
        if next == "one" || next == "ones" { return true }
        if index < 6, !words[index...].prefix(9).contains(where: { $0.lower == "as" }) {
          return true
        }
      }
      // `for that purpose`: for which?
      if lower == "that", index > 0, DraftGrammar.prepositions.contains(words[index - 1].lower),
        index + 1 < words.count, words[index - 1].lower != "in",
        DraftTerms.mayStand(words, at: index + 1)
      {
        return true
      }
      // `Taxes collected there`, `joined the two`
      if lower == "there", index > 1,
        index + 1 >= words.count
          || !DraftGrammar.auxiliaries.contains(
            words[index + 1].lower.hasSuffix("n't")
              ? String(words[index + 1].lower.dropLast(3)) : words[index + 1].lower)
            && words[index + 1].lower != "exist"
      {
        return true
      }
      if lower == "two", index > 0, words[index - 1].lower == "the",
        index + 1 >= words.count || words[index + 1].kind == .mark
      {
        return true
      }
      // `Some 71 percent voted yes`: of whom?
      if index == 0, ["some", "another", "about", "nearly"].contains(lower), words.count > 3,
        words[1].kind == .number, words[2].isMark("%") || words[2].lower.hasPrefix("perc"),
        words[3].lower != "of"
      {
        return true
      }
      if (lower == "other" || lower == "another" || lower == "others" || lower == "both"),
        index <= 1,
        // `Another stage of expansion`, `Both Norway and Sweden`.
        lower == "others"
          || !words[min(index + 1, words.count)..<min(index + 5, words.count)].contains(where: {
            lower == "both" ? $0.lower == "and" : $0.lower == "of" || $0.lower == "that"
          })
      {
        return true
      }
      if word.isName
        || word.kind == .word && lower.utf8.count >= 4
          && !DraftGrammar.functionWords.contains(lower) && !DraftGrammar.isAdverb(lower)
      {
        hasAnchor = true
        if word.isName && !NameWords.adjectives.contains(lower)
          || (!lower.hasSuffix("s") || lower.hasSuffix("ss") || lower.hasSuffix("us"))
            && DraftVerbs.shared.readings(of: lower).allSatisfy({
              DraftVerbs.shared.isNounToo($0.lemma) && $0.form == .base
            }) && DraftTerms.isHead(word)
        {
          hasSingular = true
        }
      }
    }
    return false
  }

  /// `he` of `he's`; a possessive stays whole.
  private static func withoutContraction(_ word: String) -> String {
    guard let mark = word.firstIndex(of: "'") else { return word }
    let head = String(word[..<mark])
    return ["he", "she", "it", "they", "that"].contains(head) ? head : word
  }

  private static let subordinating: Set<String> = [
    "because", "while", "although", "though", "as", "after", "before", "since", "until", "so",
    "and",
    "but", "if", "making", "whereas",
  ]
}
