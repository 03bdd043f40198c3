import ReciteCore

/// The document's own terms: what it sets in bold, and the phrases that it comes back to.
struct DraftTerms: Sendable {
  /// Phrases in lower case, and how much each is worth as an answer.
  private(set) var worth: [String: Int] = [:]

  /// The longest phrase that counts as a term, in words.
  static let longest = 4
  private static let bold = 12
  private static let often = 4

  /// - Complexity: O(*n*) over the words.
  init(sentences: [AnalysedSentence], emphasized: [String], titleWords: Set<String>) {
    var counts: [String: Int] = [:]
    for sentence in sentences.prefix(20_000) {
      for place in sentence.words.indices.dropLast() {
        let first = sentence.words[place]
        let second = sentence.words[place + 1]
        guard Self.modifies(first), Self.isHead(second), second.isSpaced else { continue }
        counts[Self.text(sentence.words[place...place + 1]), default: 0] += 1
      }
    }
    for (phrase, count) in counts where count >= 2 {
      worth[phrase] = count >= 3 ? Self.often : 0
    }
    for phrase in emphasized {
      let words = DraftTokenizer.words(of: phrase)
      guard (1...Self.longest).contains(words.count), words.allSatisfy({ $0.kind == .word }),
        let last = words.last, last.lower.utf8.count > 3,
        !DraftGrammar.functionWords.contains(last.lower)
      else { continue }
      worth[Self.text(words[...])] = Self.bold
    }
    // What the title says is no secret.
    for phrase in worth.keys
    where phrase.split(separator: " ").allSatisfy({ titleWords.contains(String($0)) }) {
      worth[phrase] = nil
    }
  }

  static func text(_ words: ArraySlice<DraftWord>) -> String {
    words.map { $0.isPossessive ? $0.plain.lowercased() : $0.lower }.joined(separator: " ")
  }

  private static func isPlain(_ word: DraftWord) -> Bool {
    word.kind == .word && word.lower.utf8.count > 2 && !word.isPossessive
      && !word.lower.hasSuffix("n't")
      && !DraftGrammar.functionWords.contains(word.lower) && !DraftGrammar.isAdverb(word.lower)
      && !DraftGrammar.months.contains(word.lower) && DraftGrammar.numberWords[word.lower] == nil
      && !DraftGrammar.scales.contains(word.lower) && !DraftGrammar.hedges.contains(word.lower)
      && !DraftGrammar.speech.contains(word.lower)
      && !loose.contains(word.lower)
  }

  /// True for a word of a noun phrase: a noun, or what describes one in front of it.
  static func mayStand(_ words: [DraftWord], at index: Int) -> Bool {
    let word = words[index]
    guard isPlain(word), !DraftVerbs.shared.isOnlyPast(word.lower),
      !(word.lower.first?.isNumber ?? false)
    else { return false }
    if ["ises", "izes", "ifies", "ised", "ized", "ified"].contains(where: word.lower.hasSuffix),
      !["crises", "sizes", "prizes", "rises", "franchises", "premises", "exercises", "enterprises"]
        .contains(word.lower)
    {
      return false
    }
    // `the judge stropped`: an unknown verb behind its subject.
    let next = index + 1 < words.count ? words[index + 1] : nil
    if word.lower.hasSuffix("ed"), index > 0,
      isPlain(words[index - 1]) || DraftGrammar.personal.contains(words[index - 1].lower)
    {
      return false
    }
    // `the judge assesses the offence`
    if word.lower.hasSuffix("s"), index > 0, isPlain(words[index - 1]), let next,
      DraftGrammar.determiners.contains(next.lower) || DraftGrammar.personal.contains(next.lower)
    {
      return false
    }
    let readings = DraftVerbs.shared.readings(of: word.lower)
    if readings.isEmpty { return true }
    guard index > 0, readings.allSatisfy({ DraftVerbs.shared.isNounToo($0.lemma) }),
      !readings.contains(where: {
        $0.form == .past || $0.form == .participle
          || $0.form == .gerund && !deeds.contains(word.lower)
      })
    else { return false }
    let before = words[index - 1]
    // `can help`, `to work`, `that cause`, `children need`, `Mann calls the …` are verbs.
    if before.lower == "to" || DraftGrammar.auxiliaries.contains(before.lower)
      || DraftGrammar.relatives.contains(before.lower) || DraftGrammar.isAdverb(before.lower)
      || DraftGrammar.personal.contains(before.lower) && !before.lower.hasSuffix("s")
        && before.lower != "their" && before.lower != "her"
    {
      return false
    }
    if readings.contains(where: { $0.form == .base }), before.lower.hasSuffix("s"),
      !before.isPossessive, !DraftGrammar.functionWords.contains(before.lower)
    {
      return false
    }
    // `the instruction set matters.`
    if readings.contains(where: { $0.form == .present }), before.kind == .word,
      !DraftGrammar.functionWords.contains(before.lower),
      next.map({ $0.kind == .mark }) ?? true
    {
      return false
    }
    if readings.contains(where: { $0.form == .present }), let next,
      DraftGrammar.determiners.contains(next.lower) || next.isCapital || next.kind == .number
    {
      return false
    }
    return true
  }

  /// True for a word that names no thing by itself.
  static func isLoose(_ word: String) -> Bool { loose.contains(word) }

  /// True for a plain word that is no verb: what stands in front of a noun belongs to it.
  static func isNounLike(_ word: DraftWord) -> Bool {
    isPlain(word) && DraftVerbs.shared.readings(of: word.lower).isEmpty && !word.isCapital
  }

  /// True for a word that may end a noun phrase.
  static func isHead(_ word: DraftWord) -> Bool {
    isNoun(word) && !adjectives.contains(word.lower) && !DraftGrammar.days.contains(word.lower)
      && !whither.contains(word.lower)
      && (!word.lower.hasSuffix("ing") || deeds.contains(word.lower))
      && !["ize", "ise", "ify"].contains(where: word.lower.hasSuffix)
      && !["ous", "ful", "ive", "ible", "able", "less", "ic", "al", "ary", "ent", "ant", "ish"]
        .contains(where: { end in
          word.lower.hasSuffix(end) && !headEnds.contains(word.lower)
        })
  }

  /// True for an adjective: what it goes with is named without it.
  static func describes(_ word: DraftWord) -> Bool {
    !word.isCapital
      && (adjectives.contains(word.lower) || DraftRules.bland.contains(word.lower)
        || [
          "ous", "ful", "ive", "ible", "able", "less", "ic", "al", "ary", "ent", "ant", "ish",
          "ed", "-looking", "est", "ern", "en",
        ].contains { word.lower.hasSuffix($0) && !headEnds.contains(word.lower) })
  }

  /// A word that may stand in front of a noun in a term.
  private static func modifies(_ word: DraftWord) -> Bool {
    let readings = DraftVerbs.shared.readings(of: word.lower)
    return isPlain(word)
      && readings.allSatisfy {
        $0.form == .participle || $0.form == .gerund || $0.form == .past
          || DraftVerbs.shared.isNounToo($0.lemma)
      } && !DraftVerbs.shared.isOnlyPast(word.lower)
  }

  private static func isNoun(_ word: DraftWord) -> Bool {
    isPlain(word) && !word.lower.hasSuffix("ed")
      && DraftVerbs.shared.readings(of: word.lower).allSatisfy {
        DraftVerbs.shared.isNounToo($0.lemma) && ($0.form == .base || $0.form == .present)
      }
  }
}

extension DraftRules {
  private static let mostWords = 30

  /// Leaves a term of the document out of a sentence that says enough without it.
  mutating func termGap(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard (9...Self.mostWords).contains(words.count),
      DraftWording.content(words.running).count >= 6
    else { return }
    var best: (range: Range<Int>, worth: Int)?
    for place in words.indices {
      for length in (1...DraftTerms.longest).reversed() where place + length <= words.count {
        let range = place..<place + length
        guard let worth = terms.worth[DraftTerms.text(words[range])],
          standsAlone(range, in: words)
        else { continue }
        // What stands at the end is read with the whole sentence before it.
        let value = worth * 2 + (place > 2 ? 1 : 0)
        if best.map({ value >= $0.worth }) ?? true { best = (range, value) }
        break
      }
    }
    guard let best else { return }
    gap(sentence, index, best.range, .definition, score: 46 + best.worth / 2)
  }

  /// True where the phrase's words stand nowhere else in the sentence, and it is no part of a longer name.
  private func standsAlone(_ range: Range<Int>, in words: [DraftWord]) -> Bool {
    let roots = Set(words[range].map { DraftWording.root($0.lower) })
    // `a plume of unusually hot mantle`
    if range.lowerBound > 0, DraftGrammar.isAdverb(words[range.lowerBound - 1].lower) {
      return false
    }
    let others = words.indices.filter { !range.contains($0) }
    if others.contains(where: { roots.contains(DraftWording.root(words[$0].lower)) }) {
      return false
    }
    if let next = words.indices.contains(range.upperBound) ? words[range.upperBound] : nil,
      next.isName || next.kind == .number
        || next.kind == .word && DraftVerbs.shared.readings(of: next.lower).isEmpty
          && !DraftGrammar.functionWords.contains(next.lower)
          && !DraftGrammar.isAdverb(next.lower)
    {
      return false
    }
    if range.lowerBound > 0, words[range.lowerBound].isSpaced,
      DraftTerms.isNounLike(words[range.lowerBound - 1])
    {
      return false
    }
    let before = range.lowerBound > 0 ? words[range.lowerBound - 1] : nil
    // `card company` of `credit card company` is no term of its own.
    if range.lowerBound > 0,
      terms.worth[DraftTerms.text(words[range.lowerBound - 1...range.lowerBound])] != nil
    {
      return false
    }
    return before.map { !$0.isName && !["or", "and", "either"].contains($0.lower) } ?? true
  }

  // MARK: Glossaries

  /// `Salvage value - the amount that …` asks what it is called.
  mutating func glossary(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard sentence.sentence.number == 0,
      sentence.reasons.isSubset(of: [.personal, .hedged, .leansOnOthers, .fragment, .tooShort]),
      let mark = words.prefix(6).firstIndex(where: {
        $0.kind == .mark && ["-", "–", "—", ":", "--"].contains($0.text)
      }), (1...5).contains(mark), mark + 4 < words.count,
      words[mark].text == ":" || words[mark].isSpaced && words[mark + 1].isSpaced,
      words[..<mark].allSatisfy({ $0.kind == .word }),
      !DraftGrammar.functionWords.contains(words[0].lower) || words[0].lower == "the"
    else { return }
    var start = mark + 1
    if ["this", "it", "these", "they"].contains(words[start].lower),
      DraftGrammar.beForms.contains(words[start + 1].lower)
    {
      start += 2
    }
    guard start + 4 <= words.count, DraftGrammar.articles.contains(words[start].lower),
      words.count - start <= 28, !words[start...].contains(where: { $0.isBreak }),
      DraftClause(Array(words[start...]), mentions: []) == nil
    else { return }
    let term = words[..<mark].running
    let meaning = DraftClause.lowered(words[start...].running)
    // A clause of its own says what the term does, not what it is.
    guard !words[start...].prefix(3).contains(where: { DraftGrammar.beForms.contains($0.lower) })
    else { return }
    let ask = words[start].lower == "the" ? "What is the term for" : "What do you call"
    add(
      .definition, .question, DraftWording.question("\(ask) \(meaning)"),
      .text(DraftWording.accepted(DraftClause.lowered(term))), key: DraftClause.lowered(term),
      from: [index], score: 82, mayRepeatKey: sharesLastWord(term, meaning))
  }

  /// `Tax depreciation` is `the amount of depreciation that …`: the shared word tells little.
  private func sharesLastWord(_ term: String, _ meaning: String) -> Bool {
    let said = Set(DraftWording.content(meaning).map(DraftWording.root))
    let words = DraftWording.content(term).map(DraftWording.root)
    return words.count >= 2 && !words.dropLast().contains(where: said.contains)
  }

  /// `Appreciation occurs when something rises in value` asks what that is called.
  mutating func occursWhen(_ sentence: AnalysedSentence, _ index: Int) {
    guard sentence.reasons.isSubset(of: [.personal]), let clause = sentence.clause,
      clause.lead == nil, clause.apposition == nil, case .present(let lemma, _) = clause.verb,
      ["occur", "happen", "arise", "exist"].contains(lemma), let first = clause.rest.first,
      sentence.words[first].lower == "when", (1...4).contains(clause.subject.count),
      (5...24).contains(clause.rest.count)
    else { return }
    let key = clause.subjectText
    add(
      .definition, .question,
      RichText(DraftWording.question("What is it called \(clause.text(clause.rest))")),
      .text(DraftWording.accepted(key)), key: key, from: [index], score: 80, mayLean: true)
  }

  // MARK: Points of a list

  /// `The decision is made by one of the following:` with its points asks for them.
  mutating func points(_ sentence: AnalysedSentence, _ index: Int) {
    guard let last = sentence.words.last, last.isMark(":"), !sentence.isPoint,
      sentence.reasons.isSubset(of: [.fragment, .hedged, .negated]), sentence.words.count >= 5,
      sentence.words.count <= 30
    else { return }
    var items: [String] = []
    var evidence = [index]
    for next in index + 1..<min(index + 10, analysis.sentences.count) {
      let point = analysis.sentences[next]
      guard point.isPoint, point.sentence.passage == sentence.sentence.passage + items.count + 1
      else { break }
      var words = point.words
      while let end = words.last, end.kind == .mark || ["and", "or"].contains(end.lower) {
        words.removeLast()
      }
      guard (1...10).contains(words.count), !words.contains(where: { $0.isBreak }) else { return }
      items.append(words.running)
      evidence.append(next)
    }
    guard (2...8).contains(items.count), Set(items.map { $0.lowercased() }).count == items.count
    else { return }
    var statement = Array(sentence.words.dropLast())
    while let end = statement.last, end.kind == .mark { statement.removeLast() }
    // Where each point is a paragraph of its own, each is cited.
    let first = analysis.sentences[evidence[1]].paragraphs
    if evidence.dropFirst().allSatisfy({ analysis.sentences[$0].paragraphs == first }) {
      evidence = [index, evidence[1]]
    }
    // Points of many words have many wordings.
    guard items.allSatisfy({ $0.split(separator: " ").count <= 4 }) else { return }
    let key = items.joined(separator: "; ")
    let ask = "Name \(items.count == 2 ? "both" : "all \(items.count)") that the document lists."
    addStatement(
      .list, statement.running, ask, .list(items.map(Self.item), need: nil), key: key,
      from: evidence, score: 86, form: .list)
  }
}
