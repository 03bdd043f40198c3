import ReciteCore

/// What a subject is, and who or what it was.
extension DraftRules {
  /// `Zwicky was an astronomer who …` asks who he was; `M 86 is a galaxy in …` what it is.
  mutating func description(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard clause.verb == .copula, clause.lead == nil,
      ["is", "was"].contains(words[clause.verbRange.lowerBound].lower),
      let name = sentence.mention(at: clause.subject), let first = clause.rest.first,
      ["a", "an"].contains(words[first].lower), (5...18).contains(clause.rest.count)
    else { return }
    let answer = clause.text(clause.rest)
    guard !words[clause.rest].contains(where: { ["properly", "rather"].contains($0.lower) }) else {
      return
    }
    let head = words[first..<clause.end].firstIndex {
      DraftGrammar.prepositions.contains($0.lower) || DraftGrammar.relatives.contains($0.lower)
        || $0.kind == .mark || DraftVerbs.shared.reading(of: $0.lower, as: .participle) != nil
    }
    guard !Self.appraisals.contains(words[(head ?? clause.end) - 1].lower) else { return }
    let isPerson =
      name.kind == .name(.person) || isSomebody(words[(head ?? clause.end) - 1].lower)
    let be = words[clause.verbRange.lowerBound].lower
    // A question of four words is as long as it has to be.
    ask(
      .definition, "\(isPerson ? "Who" : "What") \(be) \(clause.subjectText)", answer: answer,
      from: [index], score: 62, mayBeShort: true)
  }

  /// Nouns that judge and do not define: `a compromise that pleased nobody`.
  static let appraisals: Set<String> = [
    "compromise", "triumph", "paradox", "mess", "problem", "success", "lesson", "irony", "card",
    "gamble", "disaster", "mistake", "matter", "question", "example", "sign", "reminder", "failure",
    "victory", "defeat", "catastrophe", "mystery", "challenge", "step", "thing", "place", "case",
    "blow", "boon", "burden", "choice", "way", "moment", "result", "part", "critic", "fan", "bit",
    "component", "aspect", "feature", "source", "element", "form", "member", "type", "kind",
    "lot", "concern", "risk", "threat", "opportunity", "sort", "contrast", "favorite",
  ]

  // MARK: The subject

  /// `Snow blanketed parts of the Midwest` asks what did.
  ///
  /// Only where what is said of it fits little else: a name or figure, or many words.
  mutating func subject(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    let subject = words[clause.subject]
    guard isTelling(clause), (1...8).contains(subject.count), clause.verb != .copula,
      !isNamedBehind(clause),
      clause.verb != .modal("be"),
      let first = subject.first, let last = subject.last, !Self.isUnspecific(first.lower),
      !subject.contains(where: { $0.lower == "and" || $0.kind == .mark }), !last.isPossessive,
      !clause.mayBeReduced, !words[clause.verbRange].contains(where: { $0.lower == "only" }),
      clause.rest.first.map({ words[$0].lower != "that" }) ?? false
    else { return }
    // `a decision will be made`: which one?
    if ["a", "an"].contains(first.lower), clause.verb != .copula, !Self.isGeneral(clause) {
      return
    }
    let rest = clause.text(clause.rest)
    let content = DraftWording.content(rest)
    let isPinned = sentence.mentions.contains { clause.rest.contains($0.range.lowerBound) }
    guard (4...22).contains(self.words(rest)), content.count >= (isPinned ? 3 : 5),
      !words[clause.rest].contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return }
    let head = headNoun(subject)
    if sentence.mention(at: clause.subject)?.kind == .name(.country) { return }
    let named = sentence.mention(at: clause.subject)?.kind
    // `What joined the institute?` of somebody whose name is in no list.
    // `the English`, `the Dutch`
    let isPeople =
      subject.count <= 2 && last.isCapital
      && (subject.count == 2 && NameWords.adjectives.contains(last.lower)
        || last.lower.hasSuffix("ans"))
    if named == .name(.other), !isPeople, subject.allSatisfy(\.isCapital) { return }
    // `weeks after Morales proposed`, `once the candidate, a lawyer, won`
    guard !Self.times.contains(first.lower),
      !words[clause.rest].contains(where: { ["once", "because"].contains($0.lower) })
    else { return }
    // `the river` stands for one that is named elsewhere.
    if subject.count == 2, first.lower == "the", !last.isCapital { return }
    // `Scientists` do everything.
    if subject.count <= 2, DraftTerms.isLoose(head) { return }
    let isDeed =
      DraftVerbs.shared.reading(of: first.lower, as: .gerund) != nil
      || first.lower.hasSuffix("ing") && subject.count > 1
        && !DraftTerms.isNounLike(subject[subject.startIndex + 1])
    // `Symptoms begin early and tend to last`: what is one would not tend.
    if secondVerb(in: clause.rest, of: clause) < clause.rest.upperBound { return }
    let isHuman = !Self.isThing(head) && (clause.lemma.map(DraftVerbs.human.contains) ?? false)
    let isSomebody =
      !isDeed
      && (isHuman || named == .name(.person) || isPeople
        || named != .name(.place) && (Self.isPeople(head) || Self.somebodies.contains(head)))
    guard let verb = clause.singularVerb else { return }
    let key = clause.subjectText
    let stem = "\(isSomebody ? "Who" : "What") \(verb) \(rest)" + timeTail(sentence, clause)
    let topic: DraftProposal.Topic = .significance
    if subject.count <= 4, sentence.mention(at: clause.subject) != nil {
      add(
        topic, .question, DraftWording.question(stem), .text(DraftWording.accepted(key)), key: key,
        from: [index], score: 56)
      return
    }
    ask(topic, stem, answer: key, index, score: 48)
  }

  /// `A third river, the Murrumbidgee, runs …`: the name is the answer.
  func isNamedBehind(_ clause: DraftClause) -> Bool {
    guard let apposition = clause.apposition, let last = clause.subject.last else { return false }
    return !clause.words[last].isCapital
      && clause.words[apposition].prefix(3).contains(where: \.isCapital)
  }

  private static let times: Set<String> = [
    "weeks", "months", "days", "years", "hours", "minutes", "decades", "moments",
  ]

  private static func isGeneral(_ clause: DraftClause) -> Bool {
    if case .present = clause.verb { return true }
    return false
  }

  private static func isUnspecific(_ word: String) -> Bool {
    [
      "some", "many", "most", "several", "few", "other", "others", "all", "each", "every", "any",
      "both", "one", "another", "no", "this", "these", "those", "such", "there", "more", "much",
      "part", "half", "none", "everyone", "someone", "people", "nothing", "something",
    ].contains(word) || DraftGrammar.numberWords[word] != nil
  }
}

extension DraftRules {
  /// True for nouns of people, but not for those of bodies of people.
  private func isSomebody(_ noun: String) -> Bool {
    Self.isPeople(noun) && !NameWords.organizations.contains(noun)
  }
}

extension DraftClause {
  /// The base form of an active verb.
  var lemma: String? {
    switch verb {
    case .past(let lemma), .present(let lemma, _), .perfect(let lemma), .modal(let lemma): lemma
    case .copula, .passive, .progressive: nil
    }
  }

  /// The verb as it stands behind `What`, which is one: `have fallen` becomes `has fallen`.
  var singularVerb: String? {
    let kept = words[verbRange].filter { !DraftClause.droppable.contains($0.lower) }.map(\.text)
    guard let head = kept.first else { return nil }
    let tail = kept.dropFirst()
    let one: String
    switch verb {
    case .present(let lemma, let isPlural):
      guard isPlural else { return kept.joined(separator: " ") }
      return (kept.dropLast() + [DraftVerbs.present(of: lemma)]).joined(separator: " ")
    case .past, .modal: return kept.joined(separator: " ")
    case .copula, .passive, .perfect, .progressive:
      one = ["are": "is", "were": "was", "have": "has"][head.lowercased()] ?? head
    }
    return ([one] + tail).joined(separator: " ")
  }
}
