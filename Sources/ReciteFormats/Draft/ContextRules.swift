import ReciteCore

/// What a question needs besides its own words: `the storm` is nobody's without the storm's name.
extension DraftRules {
  // MARK: Vague words

  /// True where a bare `the plan` stands, which only the document's reader knows.
  static func isVague(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    // `the backbone of the economy`: with no name in it, nothing says of which.
    let isNameless = !words.dropFirst().contains { $0.isCapital && !$0.isMark("____") }
    for (index, word) in words.enumerated() {
      if isBareDeed(words, at: index) { return true }
      guard DraftGrammar.articles.contains(word.lower), index + 2 < words.count else { continue }
      let isSubject = isSubject(words, at: index)
      if word.lower == "the", isNameless, nameless.contains(words[index + 1].lower),
        goesOn(words[index + 2])
      {
        return true
      }
      // `a plan was made` is none in particular; `is a plan` says what something is.
      guard word.lower == "the" || isSubject else { continue }
      // `the plan`, `the capital city`: one word, or one with a word in front.
      for place in index + 1...min(index + 2, words.count - 2) {
        let noun = words[place]
        guard !noun.isCapital, noun.kind == .word else { break }
        let text = noun.isPossessive ? noun.plain.lowercased() : noun.lower
        let isFirst = place == index + 1
        let isListed =
          isFirst
          ? vague.contains(text) || word.lower == "the" && isSubject && vagueSubjects.contains(text)
          : word.lower == "the" && isSubject && vagueBehind.contains(text)
        let next = words[place + 1]
        let isNaming = ["term", "name"].contains(text) && ["for", "of"].contains(next.lower)
        if isListed, !isNaming, !noun.isPossessive || isFirst, goesOn(next) { return true }
        if DraftGrammar.functionWords.contains(text) { break }
      }
    }
    return false
  }

  /// True where the title names what is left vague: `the strait` in an article on one.
  func isOfTitle(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    let known = Set(analysis.titleWords.map(DraftWording.root))
    return zip(words, words.dropFirst()).contains { article, noun in
      article.lower == "the" && known.contains(DraftWording.root(noun.lower))
    }
  }

  /// True for the place of a subject: in front, or behind a comma or an auxiliary.
  private static func isSubject(_ words: [DraftWord], at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = words[index - 1]
    return before.isMark(",") || before.isMark(":") || before.isMark("“")
      || DraftGrammar.doForms.contains(before.lower) || DraftGrammar.beForms.contains(before.lower)
      || DraftGrammar.haveForms.contains(before.lower) || DraftGrammar.modals.contains(before.lower)
  }

  /// True where nothing that follows says which one is meant: no `of`, no `that`, no further noun.
  private static func goesOn(_ next: DraftWord) -> Bool {
    if next.lower == "of" || DraftGrammar.relatives.contains(next.lower) || next.isCapital {
      return false
    }
    return next.kind != .word || DraftGrammar.functionWords.contains(next.lower)
      || DraftGrammar.isAdverb(next.lower)
      || !DraftVerbs.shared.readings(of: next.lower).isEmpty
  }

  /// `Construction began` and `Work was stopped` do not say on what.
  private static func isBareDeed(_ words: [DraftWord], at index: Int) -> Bool {
    guard deeds.contains(words[index].lower), index + 1 < words.count else { return false }
    let isFirst =
      index == 0 || ["did", "was", "were", "had", "has", "have"].contains(words[index - 1].lower)
      || words[index - 1].isMark(",")
    let next = words[index + 1]
    return isFirst && next.kind == .word && next.lower != "of"
      && (DraftGrammar.auxiliaries.contains(next.lower)
        || !DraftVerbs.shared.readings(of: next.lower).isEmpty || DraftGrammar.isAdverb(next.lower)
        || ["on", "at", "from"].contains(next.lower))
  }

  private static let deeds: Set<String> = [
    "construction", "work", "production", "fighting", "negotiations", "talks", "operations",
    "excavation", "excavations", "building", "mining", "planning", "testing", "research",
    "restoration", "recovery", "voting", "demolition", "independence", "attendance", "demand",
    "growth", "decline", "output", "sales", "trade", "supply", "prices", "profits", "exports",
    "imports", "revenue", "competition",
  ]

  /// Nouns that need their name wherever they stand.
  private static let vague: Set<String> = [
    "task", "project", "plan", "agreement", "group", "process", "move", "decision",
    "measure", "incident",
    "event", "act", "result", "idea", "situation", "change", "trend", "number", "figure",
    "problem", "issue", "case", "factor", "effect", "policy", "company", "team", "book", "film",
    "battle", "law", "bill", "report", "work", "term", "word", "name", "system", "method",
    "program", "programme", "changes", "attack", "two", "document", "organization", "treaty",
    "mission", "practice", "study", "technique",
  ]

  private static let nameless: Set<String> = [
    "economy", "population", "region", "country", "city", "area", "town", "village", "island",
    "river", "lake", "nation", "territory", "district", "province", "valley", "industry", "sector",
    "peninsula", "colony", "kingdom", "empire", "capital", "regime", "war", "company",
  ]

  /// True for a noun that is one of many kinds: no answer by itself.
  static func isVagueNoun(_ noun: String) -> Bool {
    let one = noun.hasSuffix("s") ? String(noun.dropLast()) : noun
    return [noun, one].contains {
      vague.contains($0) || vagueSubjects.contains($0) || vagueBehind.contains($0)
    }
  }

  /// Nouns that need it as what a question is about: `the storm closed the roads`.
  private static let vagueSubjects: Set<String> = [
    "matter", "grievance", "verdict", "objection", "proposal", "density", "weight", "length",
    "height", "width", "depth", "size", "temperature", "average",
    "cost", "price", "ratio", "percentage", "heroine", "hero", "protagonist", "artwork",
    "disagreement", "area", "areas", "fields",
    "land", "capital", "storm", "war", "paper", "author", "authors", "researchers", "scientists",
    "article", "school", "campaign", "invasion", "siege", "line", "route", "road", "bridge", "dam",
    "tower", "reform", "reforms", "revolution", "conflict", "crisis", "strike", "election",
    "talks", "deal", "merger", "ruling", "verdict", "trial", "lawsuit", "kingdom", "empire",
    "dynasty", "colony", "tribe", "family", "novel", "series", "disease", "virus", "outbreak",
    "experiment", "samples", "device", "machine", "ship", "vessel", "aircraft", "mountain",
    "valley", "border", "fire", "flood", "earthquake", "eruption", "hurricane", "answer", "rest",
    "remainder", "minima", "maximum", "minimum", "male", "female", "order", "species", "genus",
    "campus", "museum", "channel", "canal", "port", "railway", "movement", "theory", "experiments",
    "results", "findings", "data", "model", "approach", "proposal", "initiative", "scheme", "fund",
    "grant", "contract", "initiatives", "shares", "share", "agency", "administration", "regime",
    "governor", "leader", "leaders", "industry", "sector", "settlement", "district", "province",
    "peninsula", "game", "match", "tournament", "season", "album", "song", "show", "concert",
    "painting", "statue", "temple", "church", "fort", "castle", "palace", "collapse", "accident",
    "crash", "expedition", "voyage", "patients", "participants", "subjects", "group's", "subject",
    "practices", "rule", "rules", "regulation", "regulations", "amendment", "amendments",
    "resolution", "motion", "vote", "scenario", "question", "reason", "reasons", "example",
    "concept", "point", "difference", "other", "others", "first", "second", "third", "former",
    "latter", "same", "maxima", "site", "building", "structure", "city", "town",
    "village", "country", "river", "lake", "island", "region", "nation", "territory", "material",
    "army", "party", "king", "man", "woman", "crew", "council", "committee", "president",
    "minister",
  ]

  /// Those that one describing word does not tell apart: `the capital city`, `the new law`.
  private static let vagueBehind: Set<String> = [
    "city", "area", "region", "population", "period", "site", "agreement", "plan", "group", "team",
    "decision", "project", "company", "law", "bill", "report", "government", "country", "study",
    "paper", "deal", "building", "scenario", "example", "reason", "question", "point",
  ]

  /// True where a day or week is meant that was near when the document was written.
  static func isPassing(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    for (index, word) in words.enumerated() {
      let hasDate = words[index...].prefix(4).contains { $0.kind == .number }
      if DraftGrammar.days.contains(word.lower), !hasDate { return true }
      if ["today", "yesterday", "tomorrow", "tonight", "recently", "nowadays"].contains(word.lower)
      {
        return true
      }
      if ["last", "this", "next", "recent", "past", "coming"].contains(word.lower),
        let unit = words[(index + 1)...].first(where: {
          $0.kind != .number && DraftGrammar.numberWords[$0.lower] == nil && $0.text != "____"
            && $0.text != "_"
        }),
        [
          "week", "weeks", "month", "months", "year", "years", "summer", "spring", "autumn", "fall",
          "winter", "decade", "decades",
        ].contains(unit.lower)
      {
        return true
      }
    }
    return false
  }

  /// True for a key that needs what the document says before it: `another kind of importance`.
  static func isEmpty(_ key: String) -> Bool {
    let words = DraftTokenizer.words(of: key).filter {
      $0.kind == .word && !DraftGrammar.articles.contains($0.lower)
    }
    guard let first = words.first, let last = words.last else { return false }
    if ["same", "another", "other", "others", "such", "this", "these", "those", "further"].contains(
      first.lower)
    {
      return true
    }
    if words.count > 2, last.lower == "followed" { return true }
    // `the southern one`
    if ["one", "ones"].contains(last.lower) { return true }
    let content = DraftWording.content(key)
    // `a single place`
    if content.count <= 3, content.allSatisfy({ bland.contains($0) || DraftTerms.isLoose($0) }) {
      return !content.isEmpty
    }
    guard content.count <= 2, let noun = content.last, abstract.contains(noun),
      !words.contains(where: { $0.lower == "of" })
    else { return false }
    // `the greenhouse effect` is a term, `strategic importance` is none.
    return content.dropLast().allSatisfy { word in
      bland.contains(word)
        || ["ic", "al", "est", "ive", "ous", "ant", "ate", "able", "ful", "ing"].contains(
          where: word.hasSuffix)
    }
  }

  private static let abstract: Set<String> = [
    "cause", "causes", "coincidence", "factor", "factors", "reasons", "difficulty", "answer",
    "explanation", "obstacle", "consequence", "consequences", "result", "results", "lesson",
    "irony", "danger", "outcome", "importance", "glory", "role", "success", "attention", "progress",
    "advantage", "advantages",
    "problem", "problems", "issue", "issues", "situation", "place", "interest", "influence",
    "difference", "differences", "challenge", "challenges", "benefit", "benefits", "opportunity",
    "reality", "fact", "reason", "idea", "way", "matter", "point", "opportunities", "position",
    "purpose", "value", "impact", "effect", "effects", "thing",
    "things", "question", "questions", "aspect", "aspects", "form", "forms", "world", "people",
  ]

  /// True where the question breaks off, as `Who objected to the part, and` does.
  static func isUnfinished(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem).filter { $0.kind != .mark }
    guard let last = words.last, stem.hasSuffix("?") else { return false }
    if words.count <= 3, last.lower.hasSuffix("rily") || last.lower == "primarily" { return true }
    if stem.hasSuffix("-?") || stem.hasSuffix("–?") { return true }
    return [
      "and", "or", "but", "because", "that", "which", "the", "a", "an", "than", "not", "very",
      "whose", "while", "although", "if", "was", "were", "is", "are", "too", "back", "however",
      "either", "again", "nor", "yet", "so", "also",
      "every", "its", "their",
    ].contains(last.lower)
  }

  /// True where a stem speaks of `Table 2` or of what stands `above`.
  static func pointsElsewhere(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    for (index, word) in words.enumerated() where index + 1 < words.count {
      let next = words[index + 1]
      if ["table", "figure", "fig", "chart", "appendix", "box", "exhibit"].contains(word.lower),
        next.kind == .number, word.isCapital
      {
        return true
      }
      if ["above", "below"].contains(word.lower), index > 0,
        ["mentioned", "described", "shown", "listed", "see", "as", "discussed"].contains(
          words[index - 1].lower)
      {
        return true
      }
    }
    return false
  }

  /// True for a figure of `last year`, which another year makes false.
  static func isOfThisYear(_ stem: String) -> Bool {
    let text = stem.lowercased()
    return [
      "last year", "this year", "next year", "last month", "this month", "last week", "this week",
      "yesterday", "months ago", "weeks ago", "days ago",
    ].contains(where: text.contains)
  }

  // MARK: What is told besides

  /// The stem with what it is about in front: the heading, or the sentence before.
  ///
  /// Nil where neither tells it, or where either would tell the key.
  func withContext(
    _ stem: RichText, key: String, _ evidence: [Int]
  ) -> (stem: RichText, evidence: [Int])? {
    guard evidence.count == 1, let index = evidence.first else { return nil }
    if let topic = topic(of: analysis.sentences[index]) {
      guard !DraftWording.givesAway(key, in: topic) else { return nil }
      // A stem that has the topic's words already needs them no more.
      let said = Set(DraftWording.content(stem.plain).map(DraftWording.root))
      if DraftWording.content(topic).allSatisfy({ said.contains(DraftWording.root($0)) }) {
        return (stem, evidence)
      }
      return (Self.prefixed(stem, with: DraftClause.raised(topic) + ": "), evidence)
    }
    guard let before = sentenceBefore(index), !DraftWording.givesAway(key, in: before.text),
      before.count + stem.plain.split(separator: " ").count <= 46
    else { return nil }
    return (Self.prefixed(stem, with: before.text + " "), [index - 1, index])
  }

  /// The sentence before, in the same paragraph, where it stands by itself.
  func sentenceBefore(_ index: Int) -> (text: String, count: Int)? {
    guard index > 0 else { return nil }
    let sentence = analysis.sentences[index]
    let before = analysis.sentences[index - 1]
    guard before.sentence.passage == sentence.sentence.passage,
      before.sentence.number == sentence.sentence.number - 1,
      before.reasons.isSubset(of: [.hedged, .negated]), before.attribution == nil
    else { return nil }
    let text = DraftClause.raised(before.words.running) + "."
    guard !DraftWording.leans(text), !Self.isVague(text) else { return nil }
    return (text, before.words.count)
  }

  static func prefixed(_ stem: RichText, with text: String) -> RichText {
    var runs = stem.runs
    if case .text(let first, let style)? = runs.first {
      runs[0] = .text(text + first, style)
    } else {
      runs.insert(.text(text, []), at: 0)
    }
    return RichText(runs: runs)
  }

  // MARK: The topic

  private static let generalHeadings: Set<String> = [
    "history", "overview", "background", "introduction", "causes", "effects", "economy",
    "geography", "culture", "politics", "description", "etymology", "characteristics", "early",
    "origins", "legacy", "aftermath", "conclusion", "summary", "impact", "climate", "demographics",
    "government", "education", "religion", "terminology", "definition", "classification", "types",
    "examples", "applications", "development", "structure", "function", "functions", "properties",
    "prehistory", "antiquity", "today", "general", "context", "discussion", "results", "methods",
    "the", "and", "of", "in", "on", "life", "years", "later", "modern", "period", "ancient", "era",
    "century", "significance", "importance", "consequences", "key", "main", "common", "basic",
    "treatment", "symptoms", "signs", "diagnosis", "prevention", "management", "research",
    "abstract", "present", "features", "natural", "other", "an", "a", "for", "with", "its",
    "paragraph",
    "notes", "things", "article", "chapter", "section", "part", "report", "document", "draft",
    "untitled", "test",
  ]

  /// What a sentence is about, by the title or the heading above it; nil where neither tells.
  ///
  /// A title that the text never speaks of, such as a figure of speech, is no topic.
  func topic(of sentence: AnalysedSentence) -> String? {
    if let title = analysis.title.flatMap(Self.asTopic), isSpoken(title, 2) { return title }
    guard analysis.headings.indices.contains(sentence.section),
      let heading = Self.asTopic(analysis.headings[sentence.section]), isSpoken(heading, 3)
    else { return nil }
    return heading
  }

  /// True where each of the words stands in the text so often.
  private func isSpoken(_ topic: String, _ times: Int) -> Bool {
    DraftWording.content(topic).allSatisfy { word in
      word.utf8.count <= 3
        || (analysis.frequency[word] ?? 0)
          + (analysis.frequency[word + "s"] ?? 0) + (analysis.frequency[word + "'s"] ?? 0)
          + (word.hasSuffix("s") ? analysis.frequency[String(word.dropLast())] ?? 0 : 0) >= times
    }
  }

  private static let longestTopic = 5

  /// A heading as a topic: a short noun phrase with a word of its own.
  static func asTopic(_ heading: String) -> String? {
    var words = DraftTokenizer.words(of: heading)
    while let first = words.first, first.kind != .word { words.removeFirst() }
    guard (1...longestTopic).contains(words.count), words.allSatisfy({ $0.kind == .word }),
      words.contains(where: { !generalHeadings.contains($0.lower) && $0.lower.utf8.count > 2 }),
      !DraftGrammar.prepositions.contains(words[0].lower),
      !["how", "why", "what", "when", "where", "who"].contains(words[0].lower),
      !DraftGrammar.firstAndSecond.contains(words[0].lower),
      !words.contains(where: {
        DraftGrammar.auxiliaries.contains($0.lower) || DraftVerbs.shared.isOnlyPast($0.lower)
          || DraftGrammar.personal.contains($0.lower)
      }),
      DraftVerbs.shared.readings(of: words[0].lower).allSatisfy({
        $0.form != .gerund && $0.form != .participle && DraftVerbs.shared.isNounToo($0.lemma)
      })
    else { return nil }
    words[0].isSpaced = false
    words[0].text =
      DraftGrammar.articles.contains(words[0].lower)
      ? words[0].lower : DraftClause.raised(words[0].text)
    return words.running
  }
}
