import ReciteCore

/// Questions whose answer is a name: who did it, what is the largest.
extension DraftRules {
  mutating func naming(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, !clause.leadIsClause else { return }
    isTheOne(sentence, clause, index)
    wasMadeBy(sentence, clause, index)
    didIt(sentence, clause, index)
  }

  /// `Harbin is the largest city of the province`.
  private mutating func isTheOne(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard clause.verb == .copula, !clause.isCut || !words[clause.end].isBreak else { return }
    var first = clause.rest.lowerBound
    while first < clause.end, DraftGrammar.isAdverb(words[first].lower) { first += 1 }
    guard first + 3 < clause.end + 1, first < clause.end,
      words[first].lower == "the" || words[first].isPossessive
        || words[first].isName
          && words[first..<min(first + 4, clause.end)].contains(where: \.isPossessive)
    else { return }
    let complement = first..<clause.end
    guard
      !words[clause.rest].prefix(3).contains(where: { $0.lower == "one" || $0.lower == "among" })
    else { return }
    let singles = words[complement].prefix(6).contains {
      Self.isUnique($0.lower)
        || $0.lower.split(separator: "-").last.map { Self.isUnique(String($0)) } ?? false
    }
    let isOf = words[complement].contains {
      $0.lower == "of" || $0.lower == "in" || $0.isPossessive
    }
    guard singles || isOf && words[first].lower == "the" else { return }
    let name = sentence.mention(at: clause.subject)
    let isShort =
      clause.subject.count <= 4
      && !words[clause.subject].contains {
        DraftGrammar.personal.contains($0.lower) || $0.lower == "and"
          || DraftGrammar.prepositions.contains($0.lower)
      }
    let isPhrase =
      clause.subject.count <= 10
      && !words[clause.subject].contains { DraftGrammar.personal.contains($0.lower) }
    guard name != nil || isPhrase else { return }
    let be = words[clause.verbRange.lowerBound].lower
    var description = clause.text(complement)
    // What follows a comma is a second description.
    if let comma = words[complement].firstIndex(where: { $0.isMark(",") }), comma + 1 < clause.end,
      ["the", "and", "a"].contains(words[comma + 1].lower)
    {
      description = words[complement.lowerBound..<comma].running
    }
    guard !Self.isVague(description + " end"), !description.hasPrefix("the same"),
      !words[complement].contains(where: {
        ["because", "although", "when", "while", "if"].contains($0.lower)
      })
    else { return }
    // `the largest and the deepest`: of what?
    let last = description.split(separator: " ").last.map { $0.lowercased() } ?? ""
    let count = description.split(separator: " ").count
    guard (4...22).contains(count), !Self.isUnique(last) else { return }
    var verb = be
    if be == "became" || be == "remained" {
      verb = be
    } else {
      verb = be == "are" ? "are" : be == "were" ? "were" : be
      // `X was once the centre`.
      let adverbs = words[clause.rest.lowerBound..<first].map(\.text).joined(separator: " ")
      if !adverbs.isEmpty { description = adverbs + " " + description }
    }
    if let lead = clause.lead,
      sentence.times.contains(where: { lead.contains($0.range.lowerBound) })
    {
      description += " " + DraftClause.inside(words, lead)
    }
    let key = name?.text ?? DraftClause.inside(words, clause.subject)
    let isPerson: Bool
    if case .name(.person)? = name?.kind { isPerson = true } else { isPerson = false }
    let isPeople = words[complement].prefix(6).contains { NameWords.people.contains($0.lower) }
    let isCountry = name?.kind == .name(.country)
    let isNamed = words[clause.subject.upperBound - 1].isCapital
    let wh =
      isPerson || isPeople && (name != nil || isNamed)
      ? "Who" : isCountry ? "Which country" : "What"
    if wh == "What", be == "are" || be == "were" {
      // `The plants were the engine of …`: the engine is one.
      let head =
        words[complement].firstIndex { DraftGrammar.prepositions.contains($0.lower) }
        ?? complement.upperBound
      guard head > complement.lowerBound, !words[head - 1].lower.hasSuffix("s") else { return }
      verb = be == "are" ? "is" : "was"
    }
    if name == nil, !(isShort && singles) {
      ask(
        .significance, "\(wh) \(verb) \(description)", answer: key, index, score: singles ? 76 : 66)
      return
    }
    choiceOrText(
      .name, sentence, DraftWording.question("\(wh) \(verb) \(description)"), key: key,
      mention: name, index, score: singles ? 86 : 70)
  }

  /// `was founded by NAME`.
  private mutating func wasMadeBy(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    guard case .passive(let lemma) = clause.verb,
      ["was", "were"].contains(sentence.words[clause.verbRange.lowerBound].lower),
      let past = DraftVerbs.shared.past(of: lemma)
    else { return }
    let words = sentence.words
    guard let by = clause.rest.first(where: { words[$0].lower == "by" }),
      by - clause.rest.lowerBound <= 6,
      // `was evicted and replaced by`: the agent is the second's.
      !words[clause.rest.lowerBound..<by].contains(where: { $0.lower == "and" })
    else { return }
    var start = by + 1
    if start < words.count, words[start].lower == "the" { start += 1 }
    // `by the Romans`: a people is somebody, too.
    if start < words.count, words[start].isCapital, words[start].lower.hasSuffix("s"),
      sentence.names.allSatisfy({ $0.range.lowerBound != start }),
      start + 1 >= clause.end || DraftGrammar.prepositions.contains(words[start + 1].lower)
    {
      let tail = clause.text(clause.rest, without: by..<start + 1)
      let stem = "Who \(past) \(clause.subjectText)" + (tail.isEmpty ? "" : " " + tail)
      let lead = clause.lead.map { " " + DraftClause.inside(words, $0) } ?? ""
      add(
        .name, .question, DraftWording.question(stem + lead),
        .text(DraftWording.accepted(words[by + 1..<start + 1].running)),
        key: words[start].text, from: [index], score: 76)
      return
    }
    guard let name = sentence.names.first(where: { $0.range.lowerBound == start }),
      !words[name.range.upperBound - 1].isPossessive
    else { return }
    let after = name.range.upperBound
    guard after >= clause.end || DraftGrammar.prepositions.contains(words[after].lower),
      after >= words.count || words[after].lower != "of"
    else { return }
    let wh: String
    switch name.kind {
    case .name(.person): wh = "Who"
    case .name(.country): wh = "Which country"
    case .name(.organization): wh = "Which organization"
    default: return
    }
    let tail = clause.text(clause.rest, without: by..<after)
    var stem = "\(wh) \(past) \(clause.subjectText)"
    if !tail.isEmpty { stem += " " + tail }
    choiceOrText(
      .name, sentence, DraftWording.question(stem), key: name.text, mention: name, index, score: 82)
  }

  private static let stative: Set<String> = [
    "have", "include", "lie", "live", "belong", "consist", "function", "serve", "act", "contain",
    "remain", "need", "mean",
    "refer", "want", "rely", "depend", "feel", "think", "know", "say", "see", "seem", "appear",
    "believe",
  ]

  /// `Lesseps began the French construction` asks who did.
  private mutating func didIt(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard case .past(let lemma) = clause.verb, !Self.stative.contains(lemma),
      let name = sentence.mention(at: clause.subject)
    else { return }
    let words = sentence.words
    let wh: String
    switch name.kind {
    case .name(.person): wh = "Who"
    case .name(.country): wh = "Which country"
    default: return
    }
    let rest = clause.text(clause.rest)
    let count = rest.split(separator: " ").count
    guard count >= 4,
      sentence.mentions.contains(where: { clause.rest.contains($0.range.lowerBound) })
        || count >= 7,
      // `Balbi gave the Ottomans nearly 50,000 men` says how many he thought they were.
      !["give", "put", "place", "count"].contains(lemma)
        || !words[clause.rest].contains(where: { $0.kind == .number })
    else { return }
    let verb = words[clause.verbRange].filter { !DraftClause.droppable.contains($0.lower) }.map(
      \.text
    ).joined(separator: " ")
    var stem = "\(wh) \(verb) \(rest)"
    if let lead = clause.lead,
      sentence.times.contains(where: { lead.contains($0.range.lowerBound) })
    {
      stem += " " + DraftClause.inside(words, lead)
    }
    // `Who wrote his …`: the pronoun is the one that is asked for, or nobody knows.
    guard !words[clause.rest].contains(where: { ["he", "she", "they", "it"].contains($0.lower) })
    else { return }
    choiceOrText(
      .name, sentence, DraftWording.question(stem), key: name.text, mention: name, index, score: 74)
  }

  /// A choice where the document has enough names of one kind, else a typed answer.
  mutating func choiceOrText(
    _ topic: DraftProposal.Topic, _ sentence: AnalysedSentence, _ stem: String, key: String,
    mention: DraftMention?, _ index: Int, score: Int
  ) {
    // What it is a name of must be known, so that the others are of its kind.
    let others =
      mention.flatMap { mention in
        mention.kind == .name(.other)
          ? nil : distractors(for: mention, of: sentence, stem: stem)
      } ?? []
    if others.count >= 3 {
      let options = placed(key, among: Array(others.prefix(3)), by: stem)
      add(
        topic, .choice, stem, .choice(options: options.options, key: options.key), key: key,
        from: [index], score: score + 3)
    } else {
      add(
        topic, .question, stem, .text(DraftWording.accepted(key)), key: key, from: [index],
        score: score)
    }
  }

  /// The noun at a name's end that says what it names: a river is no rival of a town.
  private static func kindNoun(_ mention: DraftMention) -> String? {
    switch mention.kind {
    case .name(.person), .name(.country): return nil
    default: break
    }
    guard let last = mention.text.split(separator: " ").last?.lowercased() else { return nil }
    let kinds = [
      NameWords.placeEnds, NameWords.organizations, NameWords.thingEnds, NameWords.events,
    ]
    return kinds.contains { $0.contains(last) } ? last : nil
  }

  /// Sentences of a document in which names are looked for as distractors.
  private static let mostSentences = 400

  /// Names of the same kind that stand neither in this sentence nor in one that says the same.
  private func distractors(
    for mention: DraftMention, of sentence: AnalysedSentence, stem: String
  ) -> [String] {
    // In a book every name is compared with every other; there an answer is typed.
    guard analysis.sentences.count <= Self.mostSentences else { return [] }
    let present = Set(sentence.names.map { $0.text.lowercased() })
    let stemLower = stem.lowercased()
    let said = Set(DraftWording.content(stem).map(DraftWording.root)).filter { $0.utf8.count > 3 }
    var seen: Set<String> = []
    var found: [(name: String, distance: Int)] = []
    let own = DraftWording.content(mention.text)
    for (place, other) in analysis.sentences.enumerated() {
      for candidate in other.names where candidate.kind == mention.kind {
        let lower = candidate.text.lowercased()
        guard Self.kindNoun(candidate) == Self.kindNoun(mention),
          mention.kind != .name(.person) || isPerson(candidate)
        else { continue }
        guard !present.contains(lower), !stemLower.contains(lower), seen.insert(lower).inserted,
          // A shorter or longer form of the key is the key.
          Set(own).isDisjoint(with: DraftWording.content(candidate.text)),
          !found.contains(where: {
            !Set(DraftWording.content($0.name)).isDisjoint(
              with: DraftWording.content(candidate.text))
          })
        else { continue }
        // A sentence on the other name with much of the stem's wording might make it right, too.
        let isRival = analysis.sentences.contains { rival in
          guard rival.names.contains(where: { $0.text == candidate.text }) else { return false }
          let words = Set(rival.words.map { DraftWording.root($0.lower) })
          return said.count { words.contains($0) } * 2 > said.count
        }
        if isRival { continue }
        found.append(
          (candidate.text, abs(place - (sentence.sentence.number + sentence.sentence.passage))))
      }
    }
    // The most frequent are the most plausible.
    return found.sorted { first, second in
      let one = analysis.names.counts[first.name] ?? 0
      let two = analysis.names.counts[second.name] ?? 0
      return one != two ? one > two : first.name < second.name
    }.map(\.name)
  }

  /// True for the name of somebody: `Irish Poor Law` and `MPs` end in words of the language.
  private func isPerson(_ name: DraftMention) -> Bool {
    guard let last = name.text.split(separator: " ").last else { return false }
    return !analysis.names.lexicon.has(last.lowercased().filter(\.isLetter), in: .words)
      && !NameWords.titles.contains(last.lowercased())
  }

  /// The options with the key at a place that depends on the stem alone.
  func placed(
    _ key: String, among others: [String], by stem: String
  ) -> (options: [ReciteCore.Option], key: Int) {
    var generator = SeededGenerator(seed: 0, "draft", stem)
    let place = generator.number(below: others.count + 1)
    var texts = others
    texts.insert(key, at: place)
    return (texts.map { ReciteCore.Option(RichText($0)) }, place)
  }
}
