import ReciteCore

/// Sentences with a telling phrase left out, for what no question can be made of.
///
/// The sentence stays word for word, doubt and denial included, so that its key cannot be wrong;
/// the first letters of its words stand behind it, so that no other wording fits.
extension DraftRules {
  private static let mostWords = 38
  private static let base = 40

  mutating func keyPhrase(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard
      sentence.reasons.isSubset(of: [.hedged, .negated])
        || sentence.reasons.isSubset(of: [.hedged, .negated, .quoted, .personal])
          && (isQuotation(sentence) || isReport(sentence)),
      (7...Self.mostWords).contains(words.count), DraftWording.content(words.running).count >= 5
    else { return }
    guard sentence.clause != nil || mayHaveVerb(sentence) && !Self.isCommand(words) else { return }
    let found = ranked(phrases(of: sentence))
    let bonus = cue(words)
    let reason = Self.reason(in: words)
    // Those behind the first are for a document that gives too little, or where it is asked already.
    for (place, phrase) in found.prefix(4).enumerated() {
      gap(
        sentence, index, phrase.range, topic(of: phrase, reason),
        score: Self.base + phrase.worth + bonus - place * 3,
        isWhole: true)
    }
  }

  /// Of a sentence that cannot stand as a whole its main clause stands, where that says enough.
  mutating func gapsOfClause(_ sentence: AnalysedSentence, _ index: Int) {
    guard let part = sentence.mainClause else { return }
    gaps(part, index)
    keyPhrase(part, index)
  }

  /// A sentence that leans on the one before stands behind it, as in `It froze. This stopped ____`.
  ///
  /// Where it does so late, and has a name, a figure or a date of its own, it stands by itself.
  mutating func keyPhraseOfPair(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard sentence.reasons.isSubset(of: [.leansOnOthers, .hedged, .negated]) else { return }
    if leansLate(sentence) {
      keyPhraseAlone(sentence, index)
      return
    }
    guard (6...26).contains(words.count), let before = sentenceBefore(index),
      before.count + words.count <= 48,
      let phrase = ranked(phrases(of: sentence)).first(where: { phrase in
        !DraftWording.givesAway(words[phrase.range].running, in: before.text)
      })
    else { return }
    let start = proposals.count
    gap(
      sentence, index, phrase.range, phrase.isName ? .name : .definition,
      score: Self.base - 4 + phrase.worth + cue(words),
      before: before.text)
    for place in proposals.indices.dropFirst(start) {
      proposals[place].evidence = [index - 1, index]
    }
  }

  /// The date, the figure or the phrase of a sentence that leans late.
  private mutating func keyPhraseAlone(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard (9...Self.mostWords).contains(words.count) else { return }
    let score = Self.base - 8
    if sentence.times.count == 1, let time = sentence.times.first, time.kind != .span {
      gap(sentence, index, time.range, .date, score: score + 4, isWhole: true, mayLean: true)
    }
    if sentence.figures.count == 1, let figure = sentence.figures.first, isTelling(figure, words) {
      gap(sentence, index, figure.range, .figure, score: score + 6, isWhole: true, mayLean: true)
    }
    guard let phrase = ranked(phrases(of: sentence)).first else { return }
    gap(
      sentence, index, phrase.range, phrase.isName ? .name : .definition,
      score: score + phrase.worth + cue(words),
      isWhole: true, mayLean: true)
  }

  /// True where a sentence says who or what it is about before a word of it points elsewhere.
  private func leansLate(_ sentence: AnalysedSentence) -> Bool {
    let words = sentence.words
    guard let clause = sentence.clause, sentence.mentions.count > 0 else { return false }
    let start = Array(words[..<min(clause.verbRange.upperBound + 1, words.count)])
    return !SentenceReader.leansOnOthers(start, sentence.mentions)
      && !Self.isVague(words.running) && !words.contains { $0.lower == "there" }
  }

  private func topic(
    of phrase: (range: Range<Int>, worth: Int, isName: Bool), _ reason: Int?
  ) -> DraftProposal.Topic {
    if let reason, phrase.range.lowerBound > reason { return .cause }
    return phrase.isName ? .name : .definition
  }

  /// Where a sentence begins to tell why, or what came of it; nil where it does not.
  static func reason(in words: [DraftWord]) -> Int? {
    words.indices.first { place in
      let next = place + 1 < words.count ? words[place + 1].lower : ""
      return words[place].lower == "because"
        || reasons.contains(words[place].lower + " " + next)
    }
  }

  private static let reasons: Set<String> = [
    "due to", "owing to", "thanks to", "led to", "leads to", "leading to", "resulted in",
    "resulting in", "results in", "result of", "consequence of", "so that", "caused by",
    "contributed to", "which meant", "possible by",
  ]

  func ranked(
    _ phrases: [(range: Range<Int>, worth: Int, isName: Bool)]
  ) -> [(range: Range<Int>, worth: Int, isName: Bool)] {
    phrases.sorted { ($0.worth, $0.range.lowerBound) > ($1.worth, $1.range.lowerBound) }
  }

  /// `Pay the officers`: nobody is said to do it.
  private static func isCommand(_ words: [DraftWord]) -> Bool {
    guard let first = words.first, words.count > 1,
      let lemma = DraftVerbs.shared.reading(of: first.lower, as: .base)
    else { return false }
    return !DraftVerbs.shared.isNounToo(lemma)
      || DraftGrammar.determiners.contains(words[1].lower)
  }

  /// True where a verb stands for certain: a caption has none.
  static func hasVerb(_ words: [DraftWord]) -> Bool {
    words.contains { word in
      DraftGrammar.auxiliaries.contains(word.lower) || DraftVerbs.shared.isOnlyPast(word.lower)
        || DraftVerbs.shared.reading(of: word.lower, as: .present).map {
          !DraftVerbs.shared.isNounToo($0)
        } ?? false
    }
  }

  /// True where a past form may be a participle, too, and running text stands around it.
  func mayHaveVerb(_ sentence: AnalysedSentence) -> Bool {
    Self.hasVerb(sentence.words)
      || runningPassages.contains(sentence.sentence.passage)
        && sentence.words.dropFirst().contains {
          $0.lower.hasSuffix("ed") && $0.lower.utf8.count > 4
            || DraftVerbs.shared.reading(of: $0.lower, as: .past) != nil
        }
      || zip(sentence.words, sentence.words.dropFirst()).contains { subject, verb in
        // `Survivors grow slowly`
        subject.lower.hasSuffix("s") && !subject.isPossessive
          && DraftVerbs.shared.reading(of: verb.lower, as: .base) != nil
      }
  }

  // MARK: Sentences

  private static let cues: Set<String> = [
    "because", "cause", "causes", "caused", "led", "leads", "results", "resulted", "therefore",
    "prevent", "prevents", "requires", "required", "must", "shall", "unless", "unlike", "whereas",
    "although", "despite", "instead", "rather", "only", "largest", "main", "most", "first",
    "critical", "essential", "important", "means", "called", "known", "consists", "allows", "found",
    "increases", "increased", "reduces", "reduced", "depends", "determines", "key", "aims",
    "purpose", "right", "rights", "prohibits", "due", "through", "enables", "forms", "include",
  ]

  /// What it adds that a sentence speaks of cause, contrast, duty, worth or meaning: 0...3.
  private func cue(_ words: [DraftWord]) -> Int {
    min(3, words.count { Self.cues.contains($0.lower) } * 2)
  }
}
