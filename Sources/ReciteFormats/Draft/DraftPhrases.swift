import ReciteCore

/// Phrases of a document that may stand beside a right answer as wrong ones.
///
/// An answer of many words has many wordings, so that it is chosen and not typed; what it is chosen
/// from has its shape, comes from another paragraph, and shares no word with it or the stem.
struct DraftPhrases: Sendable {
  /// What a phrase is made of, and so what may stand beside it.
  enum Shape: Hashable, Sendable {
    /// `the wells ran dry in summer`
    case statement
    /// `the northern ports`
    case noun
    /// `a shortage of rope`: a noun that tells what happened or how it was.
    case happening
    /// `open the economy to trade`
    case deed
    /// `kept the rooms cool in summer`
    case event
    /// `investing in roads`
    case activity
  }

  /// Where wrong answers are looked for first: what came later is no cause, what came earlier no effect.
  enum Side: Sendable { case later, earlier, either }

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
      // As it stands inside a sentence.
      let subject = clause.subjectText
      add(subject + clause.statement().dropFirst(subject.count), .statement, index)
      addNoun(subject, index)
      let rest = clause.text(clause.rest)
      switch clause.verb {
      case .past(let lemma):
        addDeed(lemma, rest, index)
        add(words[clause.verbRange].running + " " + rest, .event, index)
      case .present(let lemma, _), .perfect(let lemma), .modal(let lemma):
        addDeed(lemma, rest, index)
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
    "be", "have", "do", "become", "go", "come", "lie", "mean",
  ]

  private mutating func addNoun(_ text: String, _ sentence: Int) {
    add(text, Self.isHappening(text) ? .happening : .noun, sentence)
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

  private mutating func addDeed(_ lemma: String, _ rest: String, _ sentence: Int) {
    guard !Self.idle.contains(lemma) else { return }
    add(lemma + " " + rest, .deed, sentence)
    if let gerund = DraftVerbs.shared.gerund(of: lemma) {
      add(gerund + " " + rest, .activity, sentence)
    }
  }

  private mutating func add(_ text: String, _ shape: Shape, _ sentence: Int) {
    guard phrases[shape, default: []].count < Self.kept else { return }
    let words = DraftTokenizer.words(of: text)
    let least = shape == .statement ? 4 : 2
    guard (least...Self.most).contains(words.count),
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
    if words.count > 3, let clause = DraftClause(words, mentions: []), clause.lead == nil {
      return clause.mayBeReduced ? nil : .statement
    }
    let readings = DraftVerbs.shared.readings(of: first.lower)
    if !first.isCapital, !DraftGrammar.articles.contains(first.lower) {
      let next = words[1]
      let hasObject =
        DraftGrammar.determiners.contains(next.lower) || next.isCapital
        || DraftGrammar.prepositions.contains(next.lower)
      if let lemma = readings.first(where: { $0.form == .base })?.lemma,
        hasObject || !DraftVerbs.shared.isNounToo(lemma)
      {
        return .deed
      }
      if hasObject, readings.contains(where: { $0.form == .past }) { return .event }
      if readings.contains(where: { $0.form == .gerund }) { return .activity }
      if readings.contains(where: { $0.form == .present }) { return nil }
    }
    // `guns sounded like thunder`: a clause that was not understood.
    let hasVerb = words.dropFirst().contains {
      DraftGrammar.auxiliaries.contains($0.lower) || DraftVerbs.shared.isOnlyPast($0.lower)
    }
    return hasVerb ? nil : isHappening(answer) ? .happening : .noun
  }

  /// Three wrong answers for a right one of `shape`; fewer where the document has no more.
  func others(
    than answer: String, stem: String, shape: Shape, evidence: [Int], side: Side, length: Int? = nil
  ) -> [String] {
    let own = Set(DraftWording.content(answer).map(DraftWording.root))
    let said = Set(DraftWording.content(stem).map(DraftWording.root)).filter { $0.utf8.count > 3 }
    let count = length ?? DraftTokenizer.words(of: answer).count
    let place = evidence.first ?? 0
    // What stands in the same paragraph may be a cause or an effect of the same.
    let near = Set(evidence.map { passages[$0] })
    let found = (phrases[shape] ?? []).filter { phrase in
      !near.contains(passages[phrase.sentence]) && phrase.count * 5 >= count * 2
        && phrase.count <= count * 2 + 1
        && phrase.roots.isDisjoint(with: own) && phrase.roots.isDisjoint(with: said)
    }.sorted { rank($0, count, place, side) < rank($1, count, place, side) }
    var chosen: [Phrase] = []
    for phrase in found
    where chosen.allSatisfy({ $0.roots.isDisjoint(with: phrase.roots) }) {
      chosen.append(phrase)
      if chosen.count == Self.options { break }
    }
    return chosen.map(\.text)
  }

  private func rank(_ phrase: Phrase, _ count: Int, _ place: Int, _ side: Side) -> (Int, Int, Int) {
    let isAside =
      switch side {
      case .later: phrase.sentence > place
      case .earlier: phrase.sentence < place
      case .either: true
      }
    return (
      isAside ? 0 : 1, abs(phrase.count - count) / 3, phrase.sentence
    )
  }
}

extension DraftRules {
  /// How an answer in the document's words is asked for: a name or a short phrase is typed, a reason
  /// in more words chosen from others; nil where the document has nothing to choose from.
  func asked(
    _ answer: String, _ topic: DraftProposal.Topic, stem: String, evidence: [Int],
    side: DraftPhrases.Side = .either
  ) -> (form: DraftProposal.Form, kind: ItemKind)? {
    if let phrase = DraftWording.nameAnswer(answer) ?? DraftWording.phraseAnswer(answer) {
      return (.question, .text(phrase))
    }
    // `by giving …`, `when Bolivia withdrew`: what leads in goes with every option.
    let lead = answer.split(separator: " ").first.map(String.init) ?? ""
    let isLed = ["by", "when", "until", "after"].contains(lead)
    let told = isLed ? String(answer.dropFirst(lead.count + 1)) : answer
    // Of a thing in many words another in the document is no rival; of a deed it is.
    guard let shape = DraftPhrases.shape(of: told),
      topic == .cause && shape != .noun || shape == .deed || shape == .activity,
      !isLed || shape == (lead == "by" ? .activity : .statement)
    else { return nil }
    let others = phrases.others(
      than: told, stem: stem, shape: shape, evidence: evidence, side: side)
    guard others.count == 3, !isOfTheme(stem, shape) else { return nil }
    let options = placed(
      DraftClause.raised(answer),
      among: others.map { DraftClause.raised(isLed ? lead + " " + $0 : $0) }, by: stem)
    return (.choice, .choice(options: options.options, key: options.key))
  }

  /// True for a reason or effect of what the whole article is about: it tells of others elsewhere.
  private func isOfTheme(_ stem: String, _ shape: DraftPhrases.Shape) -> Bool {
    switch shape {
    case .statement, .happening, .event:
      return DraftWording.content(stem).map(DraftWording.root).contains(where: titleRoots.contains)
    case .noun, .deed, .activity: return false
    }
  }
}
