/// Reads one sentence after the other, knowing what the ones before spoke of.
struct SentenceReader {
  let document: DraftDocument
  var names: DraftNames
  /// Nouns by which the document calls a name: `canal` of the Panama Canal.
  private var classes: [String: [String: Int]] = [:]
  /// People who are named by two words and more.
  private var people: Set<String> = []
  /// What the sentence before was about.
  var topic: SentenceTopic?
  /// Nouns by which the document calls one name alone.
  private(set) var only: [String: String] = [:]
  /// The name that the sentence before was about; nil where it was about none.
  var lastSubject: String?
  /// The person whose life the document tells; nil where its title names none.
  var hero: [DraftWord]?
  /// How many other people were named since.
  var othersSinceHero = 0

  init(document: DraftDocument, names: DraftNames) {
    self.document = document
    self.names = names
  }

  /// Counts names, and learns what the document says they are.
  mutating func look(at sentence: DraftSentence) {
    let found = mentions(in: sentence.words)
    names.count(found)
    for mention in found where mention.isName {
      if mention.kind == .name(.person), mention.range.count > 1 { people.insert(mention.text) }
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
          || NameWords.thingEnds.contains(last.lowercased())
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
    let isPerson =
      NameWords.people.contains(head)
      || ["ist", "ian", "grapher", "man", "woman"].contains(where: head.hasSuffix)
    if isPerson { names.learn(mention.text, is: .person) }
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
      // `Irish-speaking` describes, and is no name.
      if let name = counts.keys.first, (names.counts[name] ?? 0) >= 1, !name.hasSuffix("ing"),
        !names.isDescribing(name)
      {
        only[noun] = name
      }
    }
    let title = DraftTokenizer.words(of: document.title ?? "")
    let person = mentions(in: title).first { $0.kind == .name(.person) }.flatMap { person in
      let last = person.text.split(separator: " ").last.map(String.init) ?? person.text
      return (names.counts[person.text] ?? 0) + (names.counts[last] ?? 0) > 0
        ? Array(title[person.range]) : nil
    }
    if let person = person ?? mainPerson() {
      hero = person
      // In a life of Abraham Lincoln, Lincoln is no town.
      if person.count > 1, let last = hero?.last { names.learn(last.text, is: .person) }
    }
  }

  private static let leastOfHero = 6

  /// The person of whom a document speaks twice as often as of any other; nil where there is none.
  private func mainPerson() -> [DraftWord]? {
    let ranked = people.map { name in
      let last = name.split(separator: " ").last.map(String.init) ?? name
      return (name, (names.counts[name] ?? 0) + (names.counts[last] ?? 0))
    }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    guard let first = ranked.first, first.1 >= Self.leastOfHero,
      let own = first.0.split(separator: " ").last,
      // Of two of one name nobody knows which is meant, nor of a title that has it otherwise.
      people.count(where: { $0.hasSuffix(" " + own) }) == 1,
      !(document.title ?? "").contains(own) || (document.title ?? "").contains(first.0),
      ranked.dropFirst().allSatisfy({ $0.1 * 2 <= first.1 })
    else { return nil }
    return DraftTokenizer.words(of: first.0)
  }

  func mentions(in words: [DraftWord]) -> [DraftMention] {
    let figures = FigureFinder.mentions(in: words)
    let found = figures + names.mentions(in: words, taken: figures)
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The statements of a sentence: two where it joins two whole ones by `and` or a semicolon.
  mutating func read(_ sentence: DraftSentence) -> [AnalysedSentence] {
    var (words, opener) = SentenceReader.withoutOpener(sentence.words)
    let attribution = Attribution(words)
    if let attribution { words = attribution.words }
    let reasons = SentenceReader.reasons(of: sentence, words)
    var whole = analysed(sentence, words, opener: opener, reasons: reasons)
    if let attribution {
      // `announced that the state would take half, and in 1982 the firms were merged`
      if let clause = whole.clause, SentenceReader.second(whole.words, after: clause) != nil {
        var first = Array(whole.words[..<clause.end])
        while let last = first.last, last.kind == .mark { first.removeLast() }
        whole = analysed(sentence, first, opener: opener, reasons: reasons)
      }
      let isName = names.keepsCapital(sentence.words, at: 0)
      whole.attribution =
        attribution.isFirst && !isName
        ? DraftClause.lowered(attribution.source) : attribution.source
      remember(sentence, whole)
      return [whole]
    }
    defer { remember(sentence, whole) }
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
    guard let clause = parts[1].clause, let before = parts[0].clause, !clause.mayBeReduced,
      !SentenceReader.endsInSubject(first, before),
      !clause.disagrees, !SentenceReader.isNounAfterPast(clause, before), !before.disagrees,
      !before.endsInDoubt,
      before.end == parts[0].words.count || !before.words[before.end].isMark(",")
        || !DraftGrammar.articles.contains(before.words[before.end + 1].lower)
          && !before.words[before.end + 1].isCapital,
      !parts[1].words[clause.subject].contains(where: {
        DraftGrammar.personal.contains($0.lower) || $0.lower == "there"
      })
    else { return [whole] }
    return parts
  }

  /// `cold air settles, and pollution from traffic, heating | and farming has …`: a subject was cut.
  ///
  /// Or two of three that are strung by commas: `they taxed it, the company refused | and …`.
  static func endsInSubject(_ words: [DraftWord], _ clause: DraftClause) -> Bool {
    let parser = ClauseParser(words: words, mentions: [])
    let verb = min(clause.verbRange.upperBound, words.count)
    if words.indices[verb...].contains(where: {
      words[$0].isMark(",") && parser.opensClause($0 + 1)
    }) {
      return true
    }
    guard let and = words.lastIndex(where: { ["and", "but"].contains($0.lower) }), and > 1,
      words[and - 1].isMark(","), and > clause.verbRange.upperBound
    else { return false }
    return !DraftRules.hasVerb(Array(words[(and + 1)...]))
  }

  /// `had forced down railway | and dock charges before …`: behind a past a noun is no present.
  private static func isNounAfterPast(_ clause: DraftClause, _ before: DraftClause) -> Bool {
    guard case .present(let lemma, _) = clause.verb, lemma != "have" else { return false }
    switch before.verb {
    case .present, .modal: return false
    case .copula, .passive, .progressive:
      return !["is", "are"].contains(before.words[before.verbRange.lowerBound].lower)
    case .past, .perfect: return true
    }
  }

  /// Where a second whole statement begins; nil where there is none with a subject of its own.
  private static func second(_ words: [DraftWord], after clause: DraftClause) -> Int? {
    var place = clause.end
    guard place < words.count else { return nil }
    // `because that is where the gas | and dust is found`: the second may belong to what leans.
    if !words[place].isMark(";"),
      words[clause.rest].contains(where: {
        ["because", "that", "where", "when", "which", "who", "since", "as", "how", "what"].contains(
          $0.lower)
      })
    {
      return nil
    }
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
      // `to acquire and produce chips`
      DraftVerbs.shared.reading(of: words[place].lower, as: .base) == nil
        || !words[clause.rest].contains(where: {
          $0.lower == "to" || DraftGrammar.modals.contains($0.lower)
        }),
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
        : names.keepsCapital(words, at: index)
      if isKept { words[index].isName = true }
    }
    if SentenceReader.leansOnOthers(words, mentions) { reasons.insert(.leansOnOthers) }
    let clause = DraftClause(words, mentions: mentions)
    return AnalysedSentence(
      sentence: sentence, words: words, mentions: mentions, clause: clause, reasons: reasons,
      keepsItsDoubt: SentenceReader.keepsItsDoubt(words, clause), opener: opener,
      isResolved: isResolved, paragraphs: passage.paragraphs, section: passage.section,
      isPoint: passage.isPoint)
  }

  // MARK: In front

  private static func withoutOpener(_ words: [DraftWord]) -> ([DraftWord], String?) {
    var words = words
    var opener: String?
    if let first = words.first, ["but", "and", "yet", "so"].contains(first.lower), words.count > 4,
      // `So long as`, `So hungry was he that`
      first.lower != "so" || words[1].isMark(",") || words[1].isCapital
        || DraftGrammar.determiners.subtracting(["many", "few", "much"]).contains(words[1].lower)
        || DraftGrammar.personal.contains(words[1].lower)
    {
      words.removeFirst()
      opener = first.lower
      if words[0].isMark(",") { words.removeFirst() }
    }
    // `24 June 2025 - Traders …`: the dateline is none of it.
    if let dash = words.prefix(8).firstIndex(where: {
      $0.isBreak && $0.text != ";" && $0.text != ":" || $0.isMark("-")
    }),
      words.count > dash + 5, words[dash + 1].isCapital,
      words[..<dash].allSatisfy({
        $0.kind != .word || $0.isCapital && !DraftGrammar.functionWords.contains($0.lower)
      })
    {
      words.removeFirst(dash + 1)
      opener = ""
    }
    // What stood in front in brackets leaves its comma behind.
    if let first = words.first, first.isMark(","), words.count > 4 {
      words.removeFirst()
      opener = ""
    }
    for length in 1...5 where words.count > length + 3 {
      let text = words[..<length].map(\.lower).joined(separator: " ")
      guard DraftGrammar.openers.contains(text), words[length].isMark(",") else { continue }
      if DraftGrammar.meaningfulOpeners.contains(text) { break }
      words.removeFirst(length + 1)
      opener = text
      break
    }
    // `Thus nationalism plays a part`: without a comma.
    if opener == nil, let first = words.first,
      ["thus", "hence", "therefore"].contains(first.lower),
      words.count > 5, words[1].kind == .word,
      !DraftVerbs.shared.readings(of: words[1].lower).contains(where: {
        $0.form == .gerund || $0.form == .past
      }), !DraftGrammar.auxiliaries.contains(words[1].lower)
    {
      words.removeFirst()
      opener = first.lower
    }
    // `Eventually Bell moved to London`, `Today six mines produce it`.
    if opener == nil, let first = words.first, words.count > 5,
      DraftClause.droppable.contains(first.lower) || ["eventually", "today"].contains(first.lower),
      words[1].isCapital || DraftGrammar.determiners.contains(words[1].lower)
        || words[1].kind == .number
        || ["he", "she", "it", "they"].contains(words[1].lower)
    {
      words.removeFirst()
      opener = ""
    }
    guard opener != nil, let first = words.first else { return (words, opener) }
    words[0].text = DraftClause.raised(first.text)
    return (words, opener)
  }
}
