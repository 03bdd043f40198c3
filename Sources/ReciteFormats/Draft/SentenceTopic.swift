/// What a sentence is about, for a pronoun at the beginning of the next.
struct SentenceTopic: Sendable {
  /// The subject as it stood.
  var words: [DraftWord]
  /// Of what it is a name; nil where it is a plain phrase.
  var kind: DraftMention.NameKind?
  var isPlural: Bool
  /// True where nothing else in the sentence could be meant by a pronoun of its number.
  var isAlone: Bool
  /// True for a name of nothing that is known, beside which nobody else is named.
  var mayBeSomebody = false
  var passage: Int
  var number: Int

  /// The head of the phrase: `galaxies` of `galaxies of stars`.
  var head: String {
    var head = words.first?.lower ?? ""
    for (index, word) in words.enumerated() {
      if index > 0, DraftGrammar.prepositions.contains(word.lower) { break }
      head = word.isPossessive ? word.plain.lowercased() : word.lower
    }
    return head
  }
}

extension SentenceReader {
  /// `It lies` with the name that the sentence before was about; nil where that is not certain.
  func resolved(_ words: [DraftWord], _ sentence: DraftSentence) -> [DraftWord]? {
    guard let first = words.first, words.count > 4 else { return nil }
    if first.lower == "the" { return withName(words) }
    // `Over the past years, the region …`
    if DraftGrammar.prepositions.contains(first.lower),
      let comma = words.prefix(9).firstIndex(where: { $0.isMark(",") }), comma + 4 < words.count,
      words[comma + 1].lower == "the",
      let inner = withName(Array(words[(comma + 1)...]))
    {
      return Array(words[...comma]) + spaced(inner)
    }
    if let inner = behindLead(words, sentence) { return inner }
    guard let topic = currentTopic(for: sentence, first.lower) else { return nil }
    let isPerson = topic.kind == .person || topic.mayBeSomebody
    switch first.lower {
    case "it":
      guard topic.kind != nil || topic.isAlone, !topic.isPlural, topic.kind != .person,
        isKnown(topic),
        !isImpersonal(words), !["he", "she"].contains(words[1].lower)
      else { return nil }
      return standing(topic.words, words.dropFirst())
    case "they":
      guard topic.isPlural, topic.isAlone, words[1].kind == .word else { return nil }
      return standing(topic.words, words.dropFirst())
    case "its":
      guard topic.kind != .person, !topic.isPlural, topic.isAlone else { return nil }
      return standing(possessive(topic.words), words.dropFirst())
    case "their":
      guard topic.isPlural, topic.isAlone else { return nil }
      return standing(possessive(topic.words, ofMany: true), words.dropFirst())
    case "he", "she":
      guard isPerson else { return nil }
      return standing(topic.words, words.dropFirst())
    case "his", "her":
      guard isPerson, words[1].kind == .word, !DraftGrammar.prepositions.contains(words[1].lower)
      else { return nil }
      return standing(possessive(topic.words), words.dropFirst())
    case "this", "these":
      // `This area` after a sentence on a place, `These forests` after one on forests.
      let noun = words[1].lower
      let isPlace =
        (topic.kind == .place || topic.kind == .country)
        && SentenceReader.placeNouns.contains(noun)
      let isSame =
        topic.kind == nil && topic.head == noun && topic.isPlural == (first.lower == "these")
      guard isPlace || isSame else { return nil }
      return standing(topic.words, words.dropFirst(2))
    default: return nil
    }
  }

  /// `In 1829 he received a medal`: the pronoun behind a time or place in front.
  private func behindLead(_ words: [DraftWord], _ sentence: DraftSentence) -> [DraftWord]? {
    guard DraftGrammar.prepositions.contains(words[0].lower),
      let place = words.prefix(12).firstIndex(where: {
        ["he", "she", "they", "it"].contains($0.lower)
      }), place > 1, place + 3 < words.count,
      words[place - 1].isMark(",") || words[place - 1].kind == .number
        || words[place - 1].lower.hasSuffix("0s") || words[place - 1].lower == "century",
      !words[1..<place].contains(where: {
        DraftGrammar.personal.contains($0.lower) || DraftVerbs.shared.isOnlyPast($0.lower)
          || DraftGrammar.auxiliaries.contains($0.lower)
      })
    else { return nil }
    // What stands behind it, read as a sentence of its own.
    var rest = Array(words[place...])
    rest[0].text = DraftClause.raised(rest[0].text)
    guard rest.count > 4, let whole = resolved(rest, sentence) else { return nil }
    let count = whole.count - (rest.count - 1)
    var topic = Array(whole.prefix(count))
    topic[0].isSpaced = true
    if DraftGrammar.articles.contains(topic[0].lower) {
      topic[0].text = DraftClause.lowered(topic[0].text)
    } else if !topic[0].isName, topic[0].isCapital, self.topic?.kind == nil, hero == nil {
      topic[0].text = DraftClause.lowered(topic[0].text)
    }
    return Array(words[..<place]) + topic + rest.dropFirst()
  }

  /// What the sentence before was about, or the person whose life the document tells.
  private func currentTopic(for sentence: DraftSentence, _ pronoun: String) -> SentenceTopic? {
    if let topic, topic.passage == sentence.passage, topic.number == sentence.number - 1 {
      return topic
    }
    guard ["he", "she", "his", "her"].contains(pronoun), let hero, othersSinceHero == 0 else {
      return nil
    }
    return SentenceTopic(
      words: hero, kind: .person, isPlural: false, isAlone: true, passage: sentence.passage,
      number: sentence.number)
  }

  private func isKnown(_ topic: SentenceTopic) -> Bool {
    topic.kind != .other || topic.words.count > 1
      || document.title?.contains(topic.words[0].text) ?? false
  }

  private func spaced(_ words: [DraftWord]) -> [DraftWord] {
    var words = words
    words[0].isSpaced = true
    return words
  }

  private func standing(_ topic: [DraftWord], _ rest: ArraySlice<DraftWord>) -> [DraftWord] {
    var topic = topic
    topic[0].isSpaced = false
    topic[0].text = DraftClause.raised(topic[0].text)
    return topic + rest
  }

  private func possessive(_ words: [DraftWord], ofMany: Bool = false) -> [DraftWord] {
    var words = words
    let last = words.count - 1
    let mark = words[last].lower.hasSuffix("s") && (ofMany || !words[last].isCapital) ? "'" : "'s"
    words[last].text += mark
    words[last].lower += mark
    return words
  }

  private static let placeNouns: Set<String> = [
    "area", "region", "city", "country", "town", "island", "province", "territory", "state",
  ]

  /// `It is clear that`, `It took years to`.
  private func isImpersonal(_ words: [DraftWord]) -> Bool {
    let lowers = words.prefix(8).map(\.lower)
    guard lowers.count > 3 else { return true }
    // `It did not matter that`, `it began to matter`
    if lowers.contains(where: {
      ["matter", "matters", "mattered", "happens", "happened"].contains($0)
    }) {
      return true
    }
    if ["takes", "took", "seems", "seemed", "appears", "follows", "turned", "rained"].contains(
      lowers[1])
    {
      return true
    }
    guard DraftGrammar.beForms.contains(lowers[1]) else { return false }
    // `It is an awkward fact for the alliance that …`
    if words.prefix(13).contains(where: { $0.lower == "that" }),
      words.prefix(7).contains(where: {
        [
          "fact", "pity", "shame", "sign", "irony", "mystery", "truth", "coincidence", "accident",
          "wonder", "surprise", "secret", "paradox", "measure", "mark",
        ].contains($0.lower)
      })
    {
      return true
    }
    let next = lowers[2...]
    return next.contains("that") || next.contains("to") || next.contains("who")
      || next.contains("when") || next.contains("until") || next.contains("because")
  }

  /// `The canal` with the one name that the document calls a canal.
  private func withName(_ words: [DraftWord]) -> [DraftWord]? {
    let noun = words[1].isPossessive ? words[1].plain.lowercased() : words[1].lower
    guard !words[1].isCapital, let name = only[noun], words[2].lower != "of",
      // `Nissan disclosed … The company …` is none that was named pages ago.
      lastSubject == nil || lastSubject == name || document.title?.contains(name) ?? false,
      words[2].kind == .word || words[2].isMark(","),
      words[2].isMark(",") || DraftGrammar.auxiliaries.contains(words[2].lower)
        || DraftGrammar.prepositions.contains(words[2].lower)
        || DraftGrammar.isAdverb(words[2].lower)
        || DraftVerbs.shared.readings(of: words[2].lower).contains(where: {
          $0.form == .past || $0.form == .present
        }) || words[1].isPossessive
    else { return nil }
    var replacement = DraftTokenizer.words(of: name)
    guard !replacement.isEmpty else { return nil }
    let takesArticle =
      NameWords.placeEnds.union(NameWords.events).union(NameWords.organizations).union(
        NameWords.thingEnds
      ).contains(
        replacement.last?.lower ?? "") && replacement.last?.lower != "lake"
    replacement[0].isSpaced = takesArticle
    if words[1].isPossessive {
      replacement[replacement.count - 1].text += "'s"
      replacement[replacement.count - 1].lower += "'s"
    }
    return (takesArticle ? [words[0]] : []) + replacement + words.dropFirst(2)
  }

  // MARK: Remembering

  /// Keeps what a sentence is about, for an 'It' in the next.
  mutating func remember(_ sentence: DraftSentence, _ whole: AnalysedSentence) {
    let words = whole.words
    lastSubject = whole.clause.flatMap { clause in
      whole.names.last { clause.subject.contains($0.range.lowerBound) }?.text
    }
    countPeople(whole)
    let before = topic
    topic = nil
    if let clause = whole.clause, !clause.leadIsClause, !changesSubject(words, clause) {
      topic =
        namedTopic(sentence, words, whole.mentions, clause) ?? plainTopic(sentence, words, clause)
    }
    // Sentence after sentence with the same pronoun is about the same.
    let opener = sentence.words.first?.lower ?? ""
    if whole.isResolved, DraftGrammar.personal.contains(opener), var kept = before,
      topic?.isAlone != true
    {
      kept.number = sentence.number
      topic = kept
    }
  }

  /// How many others than the one whose life is told were named since.
  private mutating func countPeople(_ whole: AnalysedSentence) {
    guard let hero, let own = hero.last?.text else { return }
    let isOwn = whole.names.contains { $0.text.hasSuffix(own) }
    let others = whole.names.count { name in
      // What is nothing else may be somebody.
      !name.text.hasSuffix(own)
        && (name.kind == .name(.person)
          || name.kind == .name(.other) && name.range.count > 1
          || whole.clause?.subject.contains(name.range.lowerBound) ?? true)
    }
    if isOwn, others == 0 { othersSinceHero = 0 }
    othersSinceHero += others
  }

  /// True where a second clause may be about something else.
  private func changesSubject(_ words: [DraftWord], _ clause: DraftClause) -> Bool {
    // `Russia deployed troops in what it said … It was …`: one 'it' too many.
    if words.contains(where: { $0.lower == "it" }) { return true }
    guard clause.isCut else { return false }
    if words[clause.end].isMark(";") { return true }
    let joining: Set<String> = ["and", "but", "while", "whereas", "although", "though", "so"]
    guard clause.end + 1 < words.count,
      joining.contains(words[clause.end].lower) || joining.contains(words[clause.end + 1].lower)
    else { return false }
    let next = joining.contains(words[clause.end].lower) ? clause.end + 1 : clause.end + 2
    return
      !(next < words.count
      && (DraftGrammar.auxiliaries.contains(words[next].lower)
        || DraftVerbs.shared.reading(of: words[next].lower, as: .past) != nil
        || DraftVerbs.shared.reading(of: words[next].lower, as: .present) != nil))
  }

  private func namedTopic(
    _ sentence: DraftSentence, _ words: [DraftWord], _ mentions: [DraftMention],
    _ clause: DraftClause
  ) -> SentenceTopic? {
    guard
      let mention = mentions.first(where: { mention in
        mention.isName && mention.range.upperBound == clause.subject.upperBound
          && (clause.subject.count <= 5
            && words[clause.subject.lowerBound..<mention.range.lowerBound].allSatisfy {
              $0.isPossessive && $0.isCapital || $0.lower == "the"
            }
            || mention.range.lowerBound == clause.subject.lowerBound
            || mention.range.lowerBound == clause.subject.lowerBound + 1
              && words[clause.subject.lowerBound].lower == "the")
      }), case .name(let kind) = mention.kind, !words[clause.subject.upperBound - 1].isPossessive,
      !Self.isPluralVerb(clause)
    else { return nil }
    // With two people in it nobody knows who 'he' is.
    // Of whom a 'she' or 'his' tells is no it.
    let isSomebody =
      kind == .person || clause.lemma.map(DraftVerbs.human.contains) ?? false
      || words.contains { ["he", "she", "his", "her", "him"].contains($0.lower) }
      || mention.range.count == 1 && document.title?.hasSuffix(" " + mention.text) ?? false
    if isSomebody, kind != .person, kind != .other { return nil }
    // `Kazatomprom has revived the route. It …`: 'it' may be the route.
    if !isSomebody, hasOwnObject(words, clause) { return nil }
    let others = mentions.count { $0.kind == mention.kind && $0.text != mention.text }
    if kind == .person, others > 0 { return nil }
    // `Israeli` beside `the West Bank`: 'its' may be either's.
    let isAlone = !words.indices.contains { index in
      index > 0 && !clause.subject.contains(index) && words[index].isCapital
        && !DraftGrammar.months.contains(words[index].lower)
    }
    let rivals = mentions.count { other in
      other.text != mention.text && (other.kind == .name(.person) || other.kind == .name(.other))
    }
    return SentenceTopic(
      words: Array(words[clause.subject]), kind: isSomebody ? .person : kind, isPlural: false,
      isAlone: isAlone, mayBeSomebody: kind == .other && rivals == 0, passage: sentence.passage,
      number: sentence.number)
  }

  /// True where the verb has an object that an 'it' could mean as well.
  private func hasOwnObject(_ words: [DraftWord], _ clause: DraftClause) -> Bool {
    switch clause.verb {
    case .past, .present, .perfect, .modal, .progressive: break
    case .copula, .passive: return false
    }
    for place in clause.rest {
      let word = words[place]
      if word.kind == .mark || DraftGrammar.prepositions.contains(word.lower) { return false }
      if ["the", "a", "an", "its"].contains(word.lower) { return true }
    }
    return false
  }

  private static func isPluralVerb(_ clause: DraftClause) -> Bool {
    let head = clause.words[clause.verbRange.lowerBound].lower
    if ["are", "were", "have"].contains(head) { return true }
    if case .present(_, let isPlural) = clause.verb { return isPlural }
    return false
  }

  private static let unfit: Set<String> = [
    "no", "none", "nothing", "nobody", "few", "each", "every", "another", "other", "others",
    "any", "all", "there", "this", "that", "these", "those", "such", "both", "what", "one",
  ]

  /// `Elliptical galaxies` of `Elliptical galaxies have little structure`.
  private func plainTopic(
    _ sentence: DraftSentence, _ words: [DraftWord], _ clause: DraftClause
  ) -> SentenceTopic? {
    let subject = words[clause.subject]
    // `An aardvark's length is … It is the largest …`
    guard !subject.contains(where: { $0.isPossessive || $0.lower == "of" }) else { return nil }
    guard subject.count <= 8, let first = subject.first, !Self.unfit.contains(first.lower),
      subject.allSatisfy({ $0.kind == .word || $0.kind == .number }),
      !subject.contains(where: {
        DraftGrammar.personal.contains($0.lower) || DraftGrammar.firstAndSecond.contains($0.lower)
          || DraftGrammar.relatives.contains($0.lower)
      }), subject.last?.isPossessive == false
    else { return nil }
    var topic = SentenceTopic(
      words: Array(subject), kind: nil, isPlural: false, isAlone: false, passage: sentence.passage,
      number: sentence.number)
    if !topic.words[0].isNameLike {
      topic.words[0].text = DraftClause.lowered(topic.words[0].text)
    }
    let isJoined = subject.contains { $0.lower == "and" }
    let head = topic.head
    let isPluralNoun =
      head.hasSuffix("s") && !head.hasSuffix("ss") && !head.hasSuffix("us") && !head.hasSuffix("is")
      || ["people", "men", "women", "children"].contains(head)
    topic.isPlural = isPluralNoun || isJoined
    guard topic.isPlural == Self.isPluralVerb(clause) || !Self.showsNumber(clause) else {
      return nil
    }
    // `A fire broke out` names no kind of fire.
    let isPast: Bool
    switch clause.verb {
    case .present, .modal: isPast = false
    case .copula, .passive:
      isPast = !["is", "are"].contains(words[clause.verbRange.lowerBound].lower)
    case .past, .perfect, .progressive: isPast = true
    }
    if ["a", "an"].contains(first.lower), isPast { return nil }
    if clause.verb == .copula {
      topic.isAlone = true
    } else if topic.isPlural {
      topic.isAlone = !words.indices.contains { index in
        !clause.subject.contains(index) && Self.isPluralNoun(words[index])
      }
    } else {
      // Almost every noun could be `it`; the document's own subject is.
      let title = DraftTokenizer.words(of: document.title ?? "").map(\.lower)
      topic.isAlone = title.contains(head) && subject.count <= 3
    }
    return topic
  }

  /// True for a verb whose form tells one from many.
  private static func showsNumber(_ clause: DraftClause) -> Bool {
    let head = clause.words[clause.verbRange.lowerBound].lower
    if ["is", "are", "was", "were", "has", "have"].contains(head) { return true }
    if case .present = clause.verb { return true }
    return false
  }

  private static func isPluralNoun(_ word: DraftWord) -> Bool {
    guard word.kind == .word, word.lower.utf8.count > 3 else { return false }
    if ["people", "men", "women", "children"].contains(word.lower) { return true }
    return word.lower.hasSuffix("s") && !word.lower.hasSuffix("ss") && !word.lower.hasSuffix("us")
      && !word.lower.hasSuffix("is") && !word.isPossessive
      && !DraftGrammar.functionWords.contains(word.lower)
      && !(DraftVerbs.shared.reading(of: word.lower, as: .present).map {
        !DraftVerbs.shared.isNounToo($0)
      } ?? false)
  }
}
