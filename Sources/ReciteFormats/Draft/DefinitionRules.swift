import ReciteCore

/// Statements of meaning and of worth.
extension DraftRules {
  mutating func definitions(_ sentence: AnalysedSentence, _ index: Int) {
    termIs(sentence, index)
    refersTo(sentence, index)
    alsoKnownAs(sentence, index)
    acronyms(sentence, index)
  }

  /// `A glacier is a large mass of ice that …` asks what is it called.
  private mutating func termIs(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, clause.lead == nil, clause.apposition == nil,
      clause.verb == .copula,
      ["is", "are"].contains(sentence.words[clause.verbRange.lowerBound].lower)
    else { return }
    let words = sentence.words
    var term = clause.subject
    let isIndefinite = ["a", "an"].contains(words[term.lowerBound].lower)
    if isIndefinite { term = term.lowerBound + 1..<term.upperBound }
    guard (1...4).contains(term.count),
      words[term].allSatisfy({
        $0.kind == .word && !DraftGrammar.determiners.contains($0.lower)
          && !DraftGrammar.prepositions.contains($0.lower) && $0.lower != "and"
      }),
      isIndefinite || !words[term.upperBound - 1].isName,
      let first = clause.rest.first
    else { return }
    let isPlural = words[clause.verbRange.lowerBound].lower == "are"
    let article = words[first].lower
    guard
      ["a", "an", "the"].contains(article)
        || isPlural && !DraftGrammar.isAdverb(article)
          && !DraftGrammar.determiners.contains(article)
          && DraftVerbs.shared.readings(of: article).isEmpty
    else { return }
    // The whole sentence defines, not only its first clause.
    // `an area of land, surrounded by water`: half a definition fits other things, too.
    var range = clause.rest
    if clause.isCut {
      guard !words[clause.end...].contains(where: \.isBreak), words[clause.end].isMark(","),
        clause.end + 1 < words.count,
        !DraftGrammar.conjunctions.contains(words[clause.end + 1].lower),
        !words[(clause.end + 1)...].contains(where: { DraftGrammar.personal.contains($0.lower) })
      else { return }
      range = clause.rest.lowerBound..<words.count
    }
    let meaning = clause.text(range)
    let count = meaning.split(separator: " ").count
    guard (4...30).contains(count), !meaning.hasPrefix("the same"), !meaning.hasPrefix("a part"),
      !meaning.hasPrefix("one of"),
      words[clause.rest].contains(where: {
        DraftGrammar.relatives.contains($0.lower)
          || ["of", "used", "for", "to", "in", "made", "produced", "by", "with", "whose"].contains(
            $0.lower)
      })
    else { return }
    // `an important part of the economy`, `available for local calls` define nothing.
    let head = words[range].dropFirst().first { word in
      DraftGrammar.prepositions.contains(word.lower) || DraftGrammar.relatives.contains(word.lower)
    }.flatMap { word in words[range].firstIndex(of: word) }
    if let head, head > range.lowerBound,
      Self.appraisals.contains(words[head - 1].lower)
        || ["able", "ible", "ful", "ous"].contains(where: words[head - 1].lower.hasSuffix)
    {
      return
    }
    let key = DraftClause.inside(words, term)
    // An adjective alone is no term.
    guard !DraftGrammar.functionWords.contains(key),
      !Self.isLoose(words[term.upperBound - 1].lower),
      !isDefiniteDescription(words, first, clause.end)
    else { return }
    let stem = article == "the" ? "What is the name of \(meaning)" : "What do you call \(meaning)"
    let titleHasIt = DraftWording.content(key).allSatisfy { analysis.titleWords.contains($0) }
    add(
      .definition, .question, DraftWording.question(stem), .text(Accepted(key)), key: key,
      from: [index], score: titleHasIt ? 50 : 84)
  }

  /// True for a word that names no thing by itself: `examples`, `the result`.
  static func isLoose(_ word: String) -> Bool {
    looseTerms.contains(word) || word.hasSuffix("s") && looseTerms.contains(String(word.dropLast()))
  }

  private static let looseTerms: Set<String> = [
    "reason", "result", "problem", "example", "goal", "aim", "question", "answer", "idea", "thing",
    "people", "way", "factor", "purpose", "difference", "effect", "cause", "solution", "case",
    "fact", "point", "part", "form", "type", "members", "others", "latter", "former",
  ]

  /// `the largest …` describes one thing, it does not define a term.
  private func isDefiniteDescription(_ words: [DraftWord], _ first: Int, _ end: Int) -> Bool {
    words[first].lower == "the"
      && words[first..<min(end, first + 5)].contains { Self.isUnique($0.lower) }
  }

  /// `X refers to Y`, `X means Y`.
  private mutating func refersTo(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, clause.lead == nil, clause.apposition == nil else { return }
    let words = sentence.words
    guard case .present(let lemma, _) = clause.verb, lemma == "refer" || lemma == "mean",
      clause.verbRange.count == 1,
      !words[clause.subject].contains(where: {
        ["usage", "lower", "higher", "greater", "more", "less"].contains($0.lower)
      }),
      (1...5).contains(clause.subject.count)
    else { return }
    // People refer to things, too.
    let subjectWords = words[clause.subject].map(\.lower)
    guard !Self.isPeople(subjectWords.last ?? ""),
      !subjectWords.contains(where: { ["many", "some", "most", "people"].contains($0) })
    else { return }
    var range = clause.rest
    if lemma == "refer" {
      guard let first = range.first, words[first].lower == "to" else { return }
    }
    let meaning = clause.text(range)
    range = clause.subject
    while let first = range.first,
      ["the", "term", "word", "a", "an", "phrase", "name"].contains(words[first].lower),
      range.count > 1
    { range = first + 1..<range.upperBound }
    var key = DraftClause.inside(words, range)
    key = String(key.filter { !"“”\"".contains($0) })
    // `a vital component of seapower` is not what is defined.
    guard (5...28).contains(meaning.split(separator: " ").count), !key.contains(" of ") else {
      return
    }
    add(
      .definition, .question,
      DraftWording.question("Which term \(lemma == "refer" ? "refers" : "means") \(meaning)"),
      .text(Accepted(key)), key: key, from: [index], score: 82)
  }

  private static let naming: [[String]] = [
    ["also", "known", "as"], ["known", "as"], ["also", "called"], ["referred", "to", "as"],
    ["nicknamed"], ["dubbed"], ["called"], ["termed"], ["also", "referred", "to", "as"],
    ["officially"], ["formally"], ["formerly"], ["formerly", "known", "as"],
    ["previously", "known", "as"],
    ["better", "known", "as"], ["commonly", "known", "as"], ["sometimes", "called"],
    ["commonly", "called"],
  ]

  /// `China's Rust Belt, also known as the Northeast Industrial Base, is …`.
  private mutating func alsoKnownAs(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    if let clause = sentence.clause, let apposition = clause.apposition,
      !sentence.words[clause.subject].contains(where: { DraftGrammar.personal.contains($0.lower) })
    {
      let lowers = words[apposition].map(\.lower)
      if let phrase = Self.naming.sorted(by: { $0.count > $1.count }).first(where: {
        lowers.starts(with: $0)
      }) {
        let start = apposition.lowerBound + phrase.count
        var end = start
        while end < apposition.upperBound, words[end].kind != .mark, words[end].lower != "or" {
          end += 1
        }
        let name = words[start..<end].running
        let count = end - start
        // `called by unions` names nobody.
        guard (1...6).contains(count), !DraftGrammar.prepositions.contains(words[start].lower),
          phrase.count > 1 || !["officially", "formally", "formerly"].contains(phrase[0])
            || words[start].isCapital,
          words[start..<end].contains(where: \.isCapital) || phrase.last == "as"
            || phrase.last == "called"
        else { return }
        // `Peasants and local landlords, known as zamindars`: which of them?
        guard !words[clause.subject].contains(where: { $0.lower == "and" || $0.lower == "or" })
        else { return }
        let isOld = phrase.first == "formerly" || phrase.first == "previously"
        let isPlural =
          ["are", "were", "have"].contains(words[clause.verbRange.lowerBound].lower)
          || words[clause.subject.upperBound - 1].lower.hasSuffix("s")
            && !words[clause.subject.upperBound - 1].isCapital
        let be = isOld ? (isPlural ? "were" : "was") : (isPlural ? "are" : "is")
        let how =
          isOld
          ? "formerly " : ["officially", "formally"].contains(phrase.first) ? "officially " : ""
        let ask = how == "officially " ? "By what name" : "By what other name"
        add(
          .definition, .question, "\(ask) \(be) \(clause.subjectText) \(how)known?",
          .text(DraftWording.accepted(name)), key: name, from: [index], score: 83)
        return
      }
    }
    // `is known as the …`: a gap.
    if let clause = sentence.clause, case .passive(let lemma) = clause.verb,
      lemma == "know" || lemma == "call" || lemma == "nickname" || lemma == "dub" || lemma == "name"
    {
      var start = clause.rest.lowerBound
      if lemma == "know" {
        guard start < clause.end, words[start].lower == "as" else { return }
        start += 1
      }
      var end = start
      while end < clause.end, words[end].kind == .word,
        !DraftGrammar.relatives.contains(words[end].lower),
        !["because", "as", "for", "and", "or", "after", "in", "from", "when"].contains(
          words[end].lower)
      { end += 1 }
      let count = end - start
      guard (1...5).contains(count), !DraftGrammar.prepositions.contains(words[start].lower)
      else { return }
      gap(sentence, index, start..<end, .definition, score: 80)
    }
  }

  /// `gross domestic product (GDP)`.
  private mutating func acronyms(_ sentence: AnalysedSentence, _ index: Int) {
    for aside in sentence.sentence.asides
    where aside.count == 1 && aside[0].isAcronym && aside[0].text.utf8.count <= 7 {
      let letters = aside[0].text.lowercased().filter(\.isLetter)
      let words = sentence.sentence.words
      guard
        let next = words.firstIndex(where: { $0.range.lowerBound > aside[0].range.upperBound })
          ?? (words.isEmpty ? nil : words.count)
      else { continue }
      // Backwards over the words whose initials it is.
      var place = next - 1
      var rest = Array(letters)
      var start = next
      while place >= 0, let last = rest.last, next - place <= letters.count + 3 {
        let word = words[place]
        guard word.kind == .word else { break }
        if word.lower.first == last {
          rest.removeLast()
          start = place
        } else if !["of", "and", "the", "for", "in", "on", "to"].contains(word.lower) {
          break
        }
        place -= 1
      }
      guard rest.isEmpty, next - start >= 2 else { continue }
      let key = words[start..<next].running
      add(
        .definition, .question, "What does the abbreviation \(aside[0].text) stand for?",
        .text(Accepted(key)), key: key, from: [index], score: 72, mayRepeatKey: true)
    }
  }

  // MARK: Worth

  private static let worth: Set<String> = [
    "critical", "important", "crucial", "vital", "essential", "central", "key", "significant",
    "necessary", "indispensable", "famous", "notable", "responsible", "suitable", "ideal", "home",
    "rich", "dependent", "vulnerable",
  ]

  mutating func significance(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, !clause.leadIsClause else { return }
    let words = sentence.words
    let leans = words[clause.subject].contains { DraftGrammar.personal.contains($0.lower) }
    // `X was critical for Y`.
    if clause.verb == .copula, !leans {
      var place = clause.rest.lowerBound
      while place < clause.end,
        DraftGrammar.isAdverb(words[place].lower) || words[place].lower == "very"
      { place += 1 }
      if place + 2 < clause.end, Self.worth.contains(words[place].lower),
        ["for", "to", "in", "on"].contains(words[place + 1].lower), words[place].lower != "home",
        words[place + 2].lower != "the" || true
      {
        let answerRange = clause.rest(from: place + 2)
        let answer = clause.text(answerRange)
        let isVerb =
          words[place + 1].lower == "to"
          && DraftVerbs.shared.reading(of: words[place + 2].lower, as: .base) != nil
        if !isVerb, let inverted = clause.inverted(without: answerRange) {
          ask(.significance, "What " + inverted, answer: answer, index, score: 80)
        }
      }
    }
    // `played a key role in Y`.
    for place in clause.rest
    where words[place].lower == "role"
      || words[place].lower == "part"
        && words[clause.verbRange].contains(where: {
          ["play", "plays", "played"].contains($0.lower)
        })
    {
      guard place + 2 < clause.end, words[place + 1].lower == "in", !leans,
        words[clause.verbRange].contains(where: { ["play", "plays", "played"].contains($0.lower) })
      else { continue }
      let range = clause.rest(from: place + 2)
      let answer = clause.text(range)
      guard let inverted = clause.inverted(without: range) else { break }
      ask(.significance, "What " + inverted, answer: answer, index, score: 79)
      break
    }
    makes(sentence, index)
    serves(sentence, clause, index)
  }

  /// `…, which makes it a critical area for national defence`.
  private mutating func makes(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    for place in words.indices
    where ["makes", "made", "making"].contains(words[place].lower) && place + 4 < words.count
      && ["it", "them"].contains(words[place + 1].lower) && place > 4
    {
      let isMade = words[(place + 2)...].contains {
        Self.worth.contains($0.lower) || Self.isUnique($0.lower)
      }
      guard isMade,
        let preposition = words[(place + 2)...].firstIndex(where: {
          $0.lower == "for" || $0.lower == "of"
        }), preposition + 1 < words.count
      else { continue }
      var end = preposition + 1
      while end < words.count, !words[end].isBreak, !words[end].isMark(",") { end += 1 }
      guard (1...6).contains(end - preposition - 1) else { continue }
      gap(sentence, index, preposition + 1..<end, .significance, score: 72)
    }
  }

  /// `serves as a gateway for Y`, `provides X with Y`: a gap for what it serves as.
  private mutating func serves(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .perfect(let verb): lemma = verb
    default: return
    }
    guard ["serve", "act", "function"].contains(lemma), let first = clause.rest.first,
      words[first].lower == "as", clause.rest.count > 2,
      !words[clause.subject].contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return }
    let end =
      words[(first + 1)..<clause.end].firstIndex {
        DraftGrammar.prepositions.contains($0.lower) || DraftGrammar.relatives.contains($0.lower)
          || $0.kind == .mark
      } ?? clause.end
    guard (1...5).contains(end - first - 1) else { return }
    gap(sentence, index, first + 1..<end, .significance, score: 74)
  }

  /// Words that single one thing out: `largest`, `first`, `only`, `capital`.
  static func isUnique(_ word: String) -> Bool {
    if [
      "first", "last", "only", "most", "capital", "main", "principal", "leading", "sole", "chief",
      "backbone", "engine", "heart", "birthplace", "home", "official", "predominant", "least",
      "primary", "latest", "final", "second", "third", "foremost",
    ].contains(word) {
      return true
    }
    guard word.hasSuffix("est"), word.utf8.count > 5 else { return false }
    return ![
      "forest", "interest", "harvest", "protest", "request", "conquest", "invest", "honest",
      "modest", "contest", "northwest", "southwest", "midwest", "priest", "arrest", "budapest",
      "bucharest", "manifest",
    ].contains(word)
  }
}
