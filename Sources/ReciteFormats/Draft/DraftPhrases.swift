import ReciteCore

/// Phrases of a document that may stand beside a right answer as wrong ones.
///
/// An answer of many words has many wordings, so that it is chosen and not typed; what it is chosen
/// from has its shape, comes from another paragraph, and shares no word with it or the stem.
struct DraftPhrases: Sendable {
  /// What a phrase is made of, and so what may stand beside it.
  enum Shape: Hashable, Sendable {
    /// `the northern ports`, but nothing that happened.
    case noun
    /// `investing in roads`
    case activity
  }

  private struct Phrase: Sendable {
    var text: String
    var count: Int
    var roots: Set<String>
    var sentence: Int
  }

  private static let options = 3
  private static let most = 16
  /// Phrases of one shape that are kept: of a book its beginning is enough.
  private static let kept = 400

  private var phrases: [Shape: [Phrase]] = [:]
  /// The passage of each sentence.
  private let passages: [Int]

  init(_ sentences: [AnalysedSentence]) {
    passages = sentences.map(\.sentence.passage)
    for (index, sentence) in sentences.enumerated()
    where sentence.reasons.isEmpty && sentence.attribution == nil {
      guard let clause = sentence.clause, !clause.leadIsClause, !clause.endsInDoubt,
        !clause.disagrees,
        // `The reforms led to …` is a clause for certain.
        !clause.mayBeReduced || DraftRules.causing.contains(where: { $0.lemma == clause.lemma })
      else { continue }
      let words = sentence.words
      addNoun(clause.subjectText, index)
      let rest = clause.text(clause.rest)
      switch clause.verb {
      case .past(let lemma), .present(let lemma, _), .perfect(let lemma), .modal(let lemma):
        addActivity(lemma, rest, index)
      case .copula, .passive, .progressive: break
      }
      if let first = clause.rest.first, DraftGrammar.articles.contains(words[first].lower) {
        switch clause.verb {
        case .past, .present, .perfect, .modal, .copula: addNoun(rest, index)
        case .passive, .progressive: break
        }
      }
    }
  }

  private static let idle: Set<String> = [
    "be", "have", "do", "become", "go", "come", "lie", "mean", "stand", "belong", "consist",
    "remain", "live", "contain", "include", "cover", "rise", "fall", "seem", "appear",
    // What nobody should find among the jokes.
    "kill", "die", "murder", "injure", "execute", "massacre", "shoot", "hang", "drown", "rape",
  ]

  private mutating func addNoun(_ text: String, _ sentence: Int) {
    // What happened may be a cause or an effect of what is asked about.
    if !Self.isHappening(text) { add(text, .noun, sentence) }
  }

  /// True where the head of a noun phrase tells what happened: `the closure of the mine`.
  private static func isHappening(_ text: String) -> Bool {
    let words = DraftTokenizer.words(of: text)
    let head =
      words.indices.first { place in
        DraftGrammar.prepositions.contains(words[place].lower) || words[place].kind == .mark
          || place > 1 && DraftVerbs.shared.reading(of: words[place].lower, as: .gerund) != nil
      } ?? words.count
    guard head > 0 else { return false }
    let noun = words[head - 1].lower
    let one = noun.hasSuffix("s") ? String(noun.dropLast()) : noun
    return happenings.contains(one) || NameWords.events.contains(one)
      || ["tion", "sion", "ment", "ance", "ence", "ure", "ity", "ness"].contains(
        where: one.hasSuffix) && !["nation", "station", "government", "parliament"].contains(one)
  }

  private static let happenings: Set<String> = [
    "rise", "fall", "decline", "decrease", "increase", "growth", "loss", "lack", "shift", "change",
    "collapse", "spread", "end", "start", "drop", "shortage", "surge", "boom", "slump", "cut",
    "reform", "attack", "raid", "strike", "drought", "famine", "flood", "storm", "fire", "plague",
    "epidemic", "crisis", "discovery", "arrival", "withdrawal", "retreat", "defeat", "victory",
    "death", "demand", "supply", "law", "tax", "tariff", "ban", "embargo", "boycott", "blockade",
    "alliance", "agreement", "deal", "dispute", "quarrel", "rivalry", "rebellion", "revolt",
    "rising", "uprising", "coup", "purge", "trade", "cost", "price", "wage", "debt", "heat", "cold",
    "weight", "use", "opening", "building", "planting", "mining", "plan", "campaign", "offer",
    "proposal", "threat", "fear", "hope", "effort", "attempt", "failure", "success", "import",
    "export", "access", "control", "rule", "independence", "split", "merger", "policy",
  ]

  private mutating func addActivity(_ lemma: String, _ rest: String, _ sentence: Int) {
    guard !Self.idle.contains(lemma) else { return }
    if let gerund = DraftVerbs.shared.gerund(of: lemma) {
      add(gerund + " " + rest, .activity, sentence)
    }
  }

  private mutating func add(_ text: String, _ shape: Shape, _ sentence: Int) {
    guard phrases[shape, default: []].count < Self.kept else { return }
    let words = DraftTokenizer.words(of: text)
    guard (2...Self.most).contains(words.count),
      words.allSatisfy({ $0.kind != .mark || $0.isMark("%") || $0.isMark("$") }),
      let last = words.last, !DraftGrammar.functionWords.contains(last.lower),
      !DraftGrammar.isAdverb(last.lower),
      !words.contains(where: {
        DraftGrammar.relatives.contains($0.lower) || $0.lower == "once" || $0.lower == "if"
      }),
      !words.contains(where: {
        DraftGrammar.personal.contains($0.lower) || DraftGrammar.demonstratives.contains($0.lower)
          || DraftGrammar.firstAndSecond.contains($0.lower)
      })
    else { return }
    let roots = Set(DraftWording.content(text).map(DraftWording.root))
    guard roots.count > 1 else { return }
    phrases[shape, default: []].append(
      Phrase(text: text, count: words.count, roots: roots, sentence: sentence))
  }

  /// The shape of an answer; nil where none of the document's phrases would stand beside it.
  static func shape(of answer: String) -> Shape? {
    let words = DraftTokenizer.words(of: answer)
    guard let first = words.first, (2...most).contains(words.count), !answer.contains("|"),
      !DraftGrammar.prepositions.contains(first.lower),
      !DraftGrammar.conjunctions.contains(first.lower),
      !DraftGrammar.relatives.contains(first.lower),
      !DraftGrammar.auxiliaries.contains(first.lower)
    else { return nil }
    // A statement of what was so may be one reason of many: it has no rivals.
    if words.count > 3, DraftClause(words, mentions: []) != nil { return nil }
    let forms = DraftVerbs.shared.readings(of: first.lower).map(\.form)
    if !first.isCapital, forms.contains(.gerund) { return .activity }
    // `open the economy`: what somebody would do may be done in many ways.
    if !first.isCapital, !forms.isEmpty,
      DraftGrammar.determiners.contains(words[1].lower) || words[1].isCapital
    {
      return nil
    }
    // `guns sounded like thunder`: a clause that was not understood.
    let hasVerb = words.dropFirst().contains {
      DraftGrammar.auxiliaries.contains($0.lower) || DraftVerbs.shared.isOnlyPast($0.lower)
    }
    return hasVerb ? nil : .noun
  }

  /// Three wrong answers for a right one of `shape`; fewer where the document has no more.
  func others(
    than answer: String, stem: String, shape: Shape, evidence: [Int], length: Int? = nil
  ) -> [String] {
    let own = Set(DraftWording.content(answer).map(DraftWording.root))
    let said = Set(DraftWording.content(stem).map(DraftWording.root)).filter { $0.utf8.count > 3 }
    let count = length ?? DraftTokenizer.words(of: answer).count
    // What stands in the same paragraph may be a cause or an effect of the same.
    let near = Set(evidence.map { passages[$0] })
    let found = (phrases[shape] ?? []).filter { phrase in
      !near.contains(passages[phrase.sentence]) && phrase.count * 5 >= count * 2
        && phrase.count <= count * 2 + 1
        && phrase.roots.isDisjoint(with: own) && phrase.roots.isDisjoint(with: said)
    }.sorted { first, second in
      (abs(first.count - count) / 3, first.sentence)
        < (abs(second.count - count) / 3, second.sentence)
    }
    var chosen: [Phrase] = []
    for phrase in found
    where chosen.allSatisfy({ $0.roots.isDisjoint(with: phrase.roots) }) {
      chosen.append(phrase)
      if chosen.count == Self.options { break }
    }
    return chosen.map(\.text)
  }
}

extension DraftRules {
  /// How an answer in the document's words is asked for: a name or a short phrase is typed, what is
  /// done chosen from others; nil where the document has nothing to choose from.
  func asked(
    _ answer: String, stem: String, evidence: [Int]
  ) -> (form: DraftProposal.Form, kind: ItemKind)? {
    if let phrase = DraftWording.nameAnswer(answer) ?? DraftWording.phraseAnswer(answer) {
      return (.question, .text(phrase))
    }
    // `by giving …`: what leads in goes with every option.
    let lead = answer.hasPrefix("by ") ? "by " : ""
    let told = String(answer.dropFirst(lead.count))
    guard let shape = DraftPhrases.shape(of: told), shape == .activity
    else { return nil }
    let others = phrases.others(than: told, stem: stem, shape: shape, evidence: evidence)
    guard others.count == 3 else { return nil }
    let options = placed(
      DraftClause.raised(answer), among: others.map { DraftClause.raised(lead + $0) }, by: stem)
    return (.choice, .choice(options: options.options, key: options.key))
  }

  /// `Why was the sea essential? Because the ____ was impassable.`, `What did they promise? To cut
  /// the ____.`: a reason or an aim word for word.
  mutating func answerGap(
    _ stem: String, _ answer: String, from evidence: [Int], score: Int
  ) {
    var part = analysis.sentences[evidence[0]]
    let told = DraftTokenizer.words(of: answer)
    // `it was written into the treaty, and it still holds`: the first is the reason.
    let end = told.indices.first { place in
      told[place].isMark(",") && place + 1 < told.count
        && (["and", "but", "so", "which", "who", "while"].contains(told[place + 1].lower)
          || DraftVerbs.shared.reading(of: told[place + 1].lower, as: .gerund) != nil)
    }
    part.words = Array(told[..<(end ?? told.count)])
    part.mentions = []
    part.clause = nil
    let words = part.words
    guard
      !SentenceReader.leansOnOthers(words, []) || words.first?.lower == "it"
        || words.first?.lower == "they"
    else { return }
    let lead: String
    if stem.hasPrefix("Why ") {
      let isClause = DraftClause(words, mentions: []) != nil || Self.hasVerb(words)
      lead = isClause ? " Because " : " Because of "
    } else if stem.hasSuffix(" do?") || stem.hasPrefix("For what purpose "),
      // `To force the straits, lost three ships`: more was told than the aim.
      !answer.contains(","), let first = words.first, !first.isCapital,
      DraftVerbs.shared.reading(of: first.lower, as: .base) != nil
    {
      lead = " To "
    } else {
      return
    }
    // Its weightiest phrase; of plain words the last noun, which is what happened to something.
    let nouns = words.indices.reversed().filter { place in
      words[place].lower.utf8.count > 3 && DraftTerms.mayStand(words, at: place)
        && DraftTerms.isHead(words[place]) && isWhole(place..<place + 1, in: words)
        && (place + 1 == words.count || !DraftTerms.mayStand(words, at: place + 1))
    }.map { $0..<$0 + 1 }
    guard
      let found = (ranked(phrases(of: part)).map(\.range) + nouns).first(where: {
        !DraftWording.givesAway(words[$0].running, in: stem)
      })
    else { return }
    let range = narrowed(found, .cause, in: part)
    let key = words[range].running
    guard isFit(key, range, in: words, true) else { return }
    let head = words[..<range.lowerBound].running
    let tail = words[range.upperBound...].running
    let hasSpace = range.upperBound < words.count && words[range.upperBound].isSpaced
    let whole = RichText(runs: [
      .text(stem + lead + head + (head.isEmpty ? "" : " "), []),
      .gap(0), .text((hasSpace ? " " : "") + tail + ".", []),
    ])
    add(
      .cause, .gap, whole, .cloze(gaps: [Accepted(key)], anyOrder: false), key: key, from: evidence,
      score: score - 4, mayLean: true, cue: cue(key))
  }
}
