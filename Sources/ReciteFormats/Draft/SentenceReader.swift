/// Reads one sentence after the other, knowing what the ones before spoke of.
struct SentenceReader {
  let document: DraftDocument
  var names: DraftNames
  /// Nouns by which the document calls a name: `canal` of the Panama Canal.
  private var classes: [String: [String: Int]] = [:]
  private var only: [String: String] = [:]
  /// The bare name that the sentence before was about.
  private var topic: (words: [DraftWord], kind: DraftMention.NameKind, passage: Int, number: Int)?

  init(document: DraftDocument, names: DraftNames) {
    self.document = document
    self.names = names
  }

  /// Counts names, and learns what the document says they are.
  mutating func look(at sentence: DraftSentence) {
    let found = mentions(in: sentence.words)
    names.count(found)
    for mention in found where mention.isName {
      if mention.kind == .name(.person), mention.range.count > 1,
        let last = mention.text.split(separator: " ").last.map(String.init),
        !names.isPlace(last)
      {
        names.learn(last, is: .person)
      }
      if let last = mention.text.split(separator: " ").last, mention.range.count > 1,
        NameWords.placeEnds.contains(last.lowercased())
          || NameWords.events.contains(last.lowercased())
          || NameWords.organizations.contains(last.lowercased())
      {
        classes[last.lowercased(), default: [:]][mention.text, default: 0] += 1
      }
      learn(mention, in: sentence.words)
    }
  }

  /// `Harbin is a city`, `Harbin, a city in`, `the city of Harbin`.
  private mutating func learn(_ mention: DraftMention, in words: [DraftWord]) {
    var index = mention.range.upperBound
    guard index < words.count else { return }
    var isStatement =
      DraftGrammar.beForms.contains(words[index].lower)
      && (mention.range.lowerBound == 0 || mention.range.lowerBound == 1 && words[0].lower == "the")
    if words[index].isMark(",") { isStatement = true }
    guard isStatement, index + 2 < words.count,
      DraftGrammar.articles.contains(words[index + 1].lower)
    else { return }
    index += 2
    var head: String?
    while index < words.count {
      let word = words[index]
      if word.kind == .mark || DraftGrammar.prepositions.contains(word.lower)
        || DraftGrammar.relatives.contains(word.lower) || word.lower == "and"
        || DraftVerbs.shared.reading(of: word.lower, as: .gerund) != nil
        || DraftVerbs.shared.reading(of: word.lower, as: .past) != nil && head != nil
      {
        break
      }
      head = word.lower
      index += 1
    }
    guard let head, !head.isEmpty else { return }
    classes[head, default: [:]][mention.text, default: 0] += 1
    if NameWords.people.contains(head) { names.learn(mention.text, is: .person) }
    if NameWords.placeEnds.contains(head)
      || [
        "country", "town", "village", "capital", "nation", "microstate", "state", "continent",
        "seaport",
      ].contains(head)
    {
      if mention.kind == .name(.other) { names.learn(mention.text, is: .place) }
    }
    if [
      "company", "organization", "organisation", "agency", "bank", "firm", "party", "institution",
    ].contains(head) {
      names.learn(mention.text, is: .organization)
    }
  }

  /// Keeps the nouns that stand for one name alone.
  mutating func settleClasses() {
    for (noun, counts) in classes where counts.count == 1 {
      if let name = counts.keys.first, (names.counts[name] ?? 0) >= 1 { only[noun] = name }
    }
  }

  private func mentions(in words: [DraftWord]) -> [DraftMention] {
    let figures = FigureFinder.mentions(in: words)
    let found = figures + names.mentions(in: words, taken: figures)
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The statements of a sentence: two where it joins two whole ones by `and` or a semicolon.
  mutating func read(_ sentence: DraftSentence) -> [AnalysedSentence] {
    let (words, opener) = SentenceReader.withoutOpener(sentence.words)
    let reasons = SentenceReader.reasons(of: sentence, words)
    let whole = analysed(sentence, words, opener: opener, reasons: reasons)
    defer { remember(sentence, whole.words, whole.mentions, whole.clause) }
    guard let clause = whole.clause, let second = SentenceReader.second(whole.words, after: clause)
    else { return [whole] }
    var first = Array(whole.words[..<clause.end])
    while let last = first.last, last.kind == .mark { first.removeLast() }
    var rest = Array(whole.words[second...])
    rest[0].text = DraftClause.raised(rest[0].text)
    rest[0].isSpaced = false
    // What is quoted or conditional is so as a whole.
    let kept = reasons.intersection([.quoted, .question, .personal])
    let parts = [(first, opener, whole.isResolved), (rest, nil, false)].map {
      words, opener, isResolved in
      var part = analysed(
        sentence, words, opener: opener,
        reasons: SentenceReader.reasons(of: sentence, words).union(kept), resolves: false)
      part.isResolved = isResolved
      return part
    }
    guard let clause = parts[1].clause,
      !parts[1].words[clause.subject].contains(where: {
        DraftGrammar.personal.contains($0.lower) || $0.lower == "there"
      })
    else { return [whole] }
    return parts
  }

  /// Where a second whole statement begins; nil where there is none with a subject of its own.
  private static func second(_ words: [DraftWord], after clause: DraftClause) -> Int? {
    var place = clause.end
    guard place < words.count else { return nil }
    if words[place].isMark(";") {
      place += 1
    } else {
      if words[place].isMark(",") { place += 1 }
      guard place < words.count, words[place].lower == "and" || words[place].lower == "but" else {
        return nil
      }
      place += 1
    }
    guard place + 4 < words.count, clause.end >= 5, words[place].kind == .word,
      !DraftGrammar.personal.contains(words[place].lower),
      !DraftGrammar.demonstratives.contains(words[place].lower), words[place].lower != "there",
      !DraftGrammar.auxiliaries.contains(words[place].lower),
      !DraftGrammar.isAdverb(words[place].lower),
      !DraftVerbs.shared.readings(of: words[place].lower).contains(where: { $0.form != .base }),
      !["if", "unless", "whether"].contains(where: { word in words.contains { $0.lower == word } })
    else { return nil }
    return place
  }

  private mutating func analysed(
    _ sentence: DraftSentence, _ words: [DraftWord], opener: String?, reasons: Set<DraftReason>,
    resolves: Bool = true
  ) -> AnalysedSentence {
    let passage = document.passages[sentence.passage]
    var words = words
    var reasons = reasons
    var isResolved = false
    if resolves, let resolved = resolved(words, sentence) {
      words = resolved
      isResolved = true
    }
    let mentions = self.mentions(in: words)
    for index in words.indices { words[index].isName = false }
    for mention in mentions where mention.isName {
      for index in mention.range { words[index].isName = true }
    }
    // An adjective keeps its capital: `Chinese`, `Soviet`.
    for index in words.indices where words[index].isCapital && !words[index].isName {
      let isKept =
        index > 0
        ? !DraftGrammar.functionWords.contains(words[index].lower)
        : names.isNamePart(words, at: index)
          || names.isAdjective(words, at: index) && names.isUsuallyCapital(words[index])
          || DraftGrammar.months.contains(words[index].lower)
      if isKept { words[index].isName = true }
    }
    if SentenceReader.leansOnOthers(words, mentions) { reasons.insert(.leansOnOthers) }
    return AnalysedSentence(
      sentence: sentence, words: words, mentions: mentions,
      clause: DraftClause(words, mentions: mentions), reasons: reasons, opener: opener,
      isResolved: isResolved, paragraphs: passage.paragraphs, section: passage.section)
  }

  // MARK: In front

  private static func withoutOpener(_ words: [DraftWord]) -> ([DraftWord], String?) {
    var words = words
    var opener: String?
    if let first = words.first, ["but", "and", "yet", "so"].contains(first.lower), words.count > 4 {
      words.removeFirst()
      opener = first.lower
    }
    for length in 1...5 where words.count > length + 3 {
      let text = words[..<length].map(\.lower).joined(separator: " ")
      guard DraftGrammar.openers.contains(text), words[length].isMark(",") else { continue }
      if DraftGrammar.meaningfulOpeners.contains(text) { break }
      words.removeFirst(length + 1)
      opener = text
      break
    }
    guard opener != nil, let first = words.first else { return (words, opener) }
    words[0].text = DraftClause.raised(first.text)
    return (words, opener)
  }

  private static func reasons(of sentence: DraftSentence, _ words: [DraftWord]) -> Set<DraftReason>
  {
    var reasons: Set<DraftReason> = []
    let lowers = words.map(\.lower)
    if sentence.end == "?" || sentence.end == "!" { reasons.insert(.question) }
    let count = words.count { $0.kind != .mark }
    if count < 5 { reasons.insert(.tooShort) }
    if count > 48 { reasons.insert(.tooLong) }
    if sentence.end.isEmpty { reasons.insert(.fragment) }
    for (index, word) in words.enumerated()
    where DraftGrammar.firstAndSecond.contains(word.lower) && !word.isAcronym {
      // `World War I`, `Elizabeth I`.
      if word.lower == "i", index > 0, words[index - 1].isCapital { continue }
      reasons.insert(.personal)
    }
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
        lowers[index - 1] == "a" || lowers[index - 1] == "past" || lowers[index - 1] == "last"
      {
        continue
      }
      if lower == "no", index + 1 < lowers.count, words[index + 1].kind == .number { continue }
      reasons.insert(.negated)
    }
    if lowers.contains(where: DraftGrammar.speech.contains) || hasQuotation(words) {
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
    var isSubordinate = false
    for (index, word) in words.enumerated() where word.kind == .word {
      let lower = word.lower
      if DraftGrammar.relatives.contains(lower) || subordinating.contains(lower) {
        isSubordinate = true
      }
      // In a main clause the object is never the subject: `Aldrin joined him`.
      if !isSubordinate, ["him", "them", "it"].contains(lower), index > 1 { return true }
      if DraftGrammar.personal.contains(lower), !hasAnchor { return true }
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
      if lower == "same", index > 0, words[index - 1].lower == "the", index < 6 { return true }
      if (lower == "other" || lower == "another" || lower == "others" || lower == "both"),
        index <= 1
      {
        return true
      }
      if word.isName
        || word.kind == .word && lower.utf8.count >= 4
          && !DraftGrammar.functionWords.contains(lower) && !DraftGrammar.isAdverb(lower)
      {
        hasAnchor = true
      }
    }
    return false
  }

  private static let subordinating: Set<String> = [
    "because", "while", "although", "though", "as", "after", "before", "since", "until", "so",
    "and",
    "but", "if", "making", "whereas",
  ]

  /// `It lies` with the name that the sentence before was about; nil where that is not certain.
  private func resolved(_ words: [DraftWord], _ sentence: DraftSentence) -> [DraftWord]? {
    guard let first = words.first, words.count > 4 else { return nil }
    if first.lower == "the" { return withName(words) }
    guard let topic, topic.passage == sentence.passage, topic.number == sentence.number - 1 else {
      return nil
    }
    let isPerson = topic.kind == .person
    var replacement = topic.words
    switch first.lower {
    case "it":
      let isKnown =
        topic.kind != .other || topic.words.count > 1
        || document.title?.contains(topic.words[0].text) ?? false
      guard !isPerson, isKnown, !isImpersonal(words) else { return nil }
      if ["he", "she"].contains(words[1].lower) { return nil }
    case "its":
      guard !isPerson else { return nil }
      replacement[replacement.count - 1].text += "'s"
      replacement[replacement.count - 1].lower += "'s"
    case "he", "she":
      guard isPerson else { return nil }
    case "his":
      guard isPerson else { return nil }
      replacement[replacement.count - 1].text += "'s"
      replacement[replacement.count - 1].lower += "'s"
    case "this":
      // `This area` after a sentence on a place.
      guard !isPerson, topic.kind == .place || topic.kind == .country,
        SentenceReader.placeNouns.contains(words[1].lower)
      else { return nil }
      replacement[0].isSpaced = false
      if replacement[0].lower == "the" { replacement[0].text = "The" }
      return replacement + words.dropFirst(2)
    default: return nil
    }
    replacement[0].isSpaced = false
    if replacement[0].lower == "the" { replacement[0].text = "The" }
    return replacement + words.dropFirst()
  }

  private static let placeNouns: Set<String> = [
    "area", "region", "city", "country", "town", "island", "province", "territory", "state",
  ]

  /// `It is clear that`, `It took years to`.
  private func isImpersonal(_ words: [DraftWord]) -> Bool {
    let lowers = words.prefix(8).map(\.lower)
    guard lowers.count > 3 else { return true }
    if ["takes", "took", "seems", "seemed", "appears", "follows", "turned", "rained"].contains(
      lowers[1])
    {
      return true
    }
    guard DraftGrammar.beForms.contains(lowers[1]) else { return false }
    let next = lowers[2...]
    return next.contains("that") || next.contains("to") || next.contains("who")
      || next.contains("when") || next.contains("until") || next.contains("because")
  }

  /// `The canal` with the one name that the document calls a canal.
  private func withName(_ words: [DraftWord]) -> [DraftWord]? {
    let noun = words[1].isPossessive ? words[1].plain.lowercased() : words[1].lower
    guard !words[1].isCapital, let name = only[noun], words[2].lower != "of",
      words[2].kind == .word,
      DraftGrammar.auxiliaries.contains(words[2].lower)
        || DraftGrammar.prepositions.contains(words[2].lower)
        || DraftGrammar.isAdverb(words[2].lower)
        || DraftVerbs.shared.readings(of: words[2].lower).contains(where: {
          $0.form == .past || $0.form == .present
        }) || words[1].isPossessive
    else { return nil }
    var replacement = DraftTokenizer.words(of: name)
    guard !replacement.isEmpty else { return nil }
    let takesArticle =
      NameWords.placeEnds.union(NameWords.events).union(NameWords.organizations).contains(
        replacement.last?.lower ?? "") && replacement.last?.lower != "lake"
    replacement[0].isSpaced = takesArticle
    if words[1].isPossessive {
      replacement[replacement.count - 1].text += "'s"
      replacement[replacement.count - 1].lower += "'s"
    }
    return (takesArticle ? [words[0]] : []) + replacement + words.dropFirst(2)
  }

  /// Keeps the name that a sentence is about, for an 'It' in the next.
  private mutating func remember(
    _ sentence: DraftSentence, _ words: [DraftWord], _ mentions: [DraftMention],
    _ clause: DraftClause?
  ) {
    topic = nil
    guard let clause, !clause.leadIsClause,
      let mention = mentions.first(where: { mention in
        mention.isName && mention.range.upperBound == clause.subject.upperBound
          && (clause.subject.count <= 5
            && words[clause.subject.lowerBound..<mention.range.lowerBound].allSatisfy {
              $0.isPossessive && $0.isCapital || $0.lower == "the"
            }
            || mention.range.lowerBound == clause.subject.lowerBound
            || mention.range.lowerBound == clause.subject.lowerBound + 1
              && words[clause.subject.lowerBound].lower == "the")
      }), case .name(let kind) = mention.kind, !words[clause.subject.upperBound - 1].isPossessive
    else { return }
    // A second clause may have changed the subject.
    if clause.isCut, words[clause.end].isMark(";") { return }
    if clause.isCut, clause.end + 1 < words.count,
      words[clause.end].lower == "and" || words[clause.end + 1].lower == "and"
    {
      let next = words[clause.end].lower == "and" ? clause.end + 1 : clause.end + 2
      let goesOn =
        next < words.count
        && (DraftGrammar.auxiliaries.contains(words[next].lower)
          || DraftVerbs.shared.reading(of: words[next].lower, as: .past) != nil
          || DraftVerbs.shared.reading(of: words[next].lower, as: .present) != nil)
      if !goesOn { return }
    }
    // With two people in it nobody knows who 'he' is.
    let others = mentions.count { $0.kind == mention.kind && $0.text != mention.text }
    if kind == .person, others > 0 { return }
    topic = (Array(words[clause.subject]), kind, sentence.passage, sentence.number)
  }
}
