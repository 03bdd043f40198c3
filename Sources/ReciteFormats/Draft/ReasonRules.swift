import ReciteCore

/// Causes told by `so`, by the noun `reason`, and in chains.
extension DraftRules {
  /// `The quays are deep, so large ships can berth` asks why they can.
  mutating func soThat(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard let clause = sentence.clause, !clause.leadIsClause, isTelling(clause),
      clause.end + 5 < words.count, words[clause.end].isMark(","),
      words[clause.end + 1].lower == "so",
      !words[clause.end...].dropFirst(2).contains(where: { $0.isBreak || $0.isMark(",") })
    else { return }
    let isThat = words[clause.end + 2].lower == "that"
    let rest = Array(words[(clause.end + (isThat ? 3 : 2))...])
    // `so that ships could pass` tells what for; `so that the canal was blocked` what came of it.
    guard !isThat || !rest.contains(where: { DraftGrammar.modals.contains($0.lower) }),
      let told = DraftClause(rest, mentions: []), told.lead == nil, !told.isCut,
      !rest[told.subject].contains(where: { DraftGrammar.personal.contains($0.lower) }),
      let inverted = told.inverted(), self.words(inverted) >= 4
    else { return }
    ask(
      .cause, "Why " + inverted, answer: clause.statementInside, index, score: 82)
  }

  /// `Because the desert was dry, ships were essential` asks why they were.
  mutating func becauseInFront(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard let clause = sentence.clause, clause.leadIsClause, let lead = clause.lead,
      lead.count > 4, let first = words.first,
      first.lower == "because" || first.lower == "since" && isReason(words[lead], clause),
      words[1].lower != "of", isTelling(clause), let inverted = clause.inverted(),
      self.words(inverted) >= 4
    else { return }
    ask(
      .cause, "Why " + inverted, answer: words[(lead.lowerBound + 1)..<lead.upperBound].running,
      index, score: 88)
  }

  /// `Since the war` and `since it opened, it has grown` tell when; `since they could not agree` why.
  private func isReason(_ lead: ArraySlice<DraftWord>, _ clause: DraftClause) -> Bool {
    if case .perfect = clause.verb { return false }
    return lead.contains {
      DraftGrammar.beForms.contains($0.lower) || DraftGrammar.modals.contains($0.lower)
    } && !lead.contains { $0.kind == .number }
  }

  /// `One reason for the rise is that leases were shorter` asks for the reason.
  mutating func reasonIs(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, clause.verb == .copula, clause.lead == nil,
      (4...20).contains(clause.subject.count), let first = clause.rest.first
    else { return }
    let words = sentence.words
    guard words[first].lower == "that",
      let reason = clause.subject.prefix(4).first(where: {
        ["reason", "cause"].contains(words[$0].lower)
      }),
      ["for", "of", "why"].contains(words[reason + 1].lower)
    else { return }
    var end = first + 1
    while end < words.count, !words[end].isBreak { end += 1 }
    let be = words[clause.verbRange.lowerBound].lower
    ask(
      .cause, "What \(be) \(clause.subjectText)", answer: words[(first + 1)..<end].running, index,
      score: 84)
  }

  mutating func chains() {
    // One statement's effect is another's cause, in one sentence: A led to B, which caused C.
    for (index, sentence) in analysis.sentences.enumerated() where sentence.reasons.isEmpty {
      guard let clause = sentence.clause, !clause.leadIsClause else { continue }
      let lemma: String
      switch clause.verb {
      case .past(let verb), .present(let verb, _), .perfect(let verb): lemma = verb
      case .copula, .passive, .modal, .progressive: continue
      }
      guard let verb = Self.causing.first(where: { $0.lemma == lemma }),
        !["force", "prompt", "enable", "allow", "devastate", "produce", "create"].contains(lemma)
      else { continue }
      let words = sentence.words
      let tail = clause.rest.lowerBound..<min(clause.rest.lowerBound + verb.tail.count, clause.end)
      guard words[tail].map(\.lower) == verb.tail else { continue }
      var links = [clause.subjectText, clause.text(clause.rest(from: tail.upperBound))]
      if clause.end + 3 < words.count, words[clause.end].isMark(",") {
        var start = clause.end + 1
        if ["thus", "thereby", "which"].contains(words[start].lower) { start += 1 }
        if Self.consequences.contains(words[start].lower)
          || ["led", "caused", "resulted"].contains(words[start].lower)
        {
          start += 1
          while start < words.count, ["to", "in"].contains(words[start].lower) { start += 1 }
          links.append(words[start...].running)
        }
      }
      let isShort = links.allSatisfy {
        (1...9).contains($0.split(separator: " ").count) && !DraftWording.leans($0 + " is so")
          && !$0.contains(",")
      }
      let limit = links.count > 2 ? 12 : 9
      guard isShort, links.allSatisfy({ $0.split(separator: " ").count <= limit }),
        Set(links.map { $0.lowercased() }).count == links.count
      else { continue }
      let roots = links.map { Set(DraftWording.content($0).map(DraftWording.root)) }
      guard roots.allSatisfy({ !$0.isEmpty }),
        zip(roots, roots.dropFirst()).allSatisfy({ $0.isDisjoint(with: $1) })
      else { continue }
      // Two links are asked for as a question; a chain is worth one from three on.
      guard links.count > 2 else { continue }
      add(
        .cause, .chain,
        "What leads to what? Follow the document's account in steps.",
        .chain(links.map(DraftWording.accepted)), key: links.joined(separator: " → "),
        from: [index], score: links.count > 2 ? 90 : 70)
    }
  }
}
