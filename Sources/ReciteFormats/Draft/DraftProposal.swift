import ReciteCore

/// One proposed item, before it has an id.
struct DraftProposal: Sendable {
  /// What kind of statement it was made from; also the item's topic.
  enum Topic: String, CaseIterable, Sendable {
    case location, cause, significance, definition, date, figure, name, list
  }

  /// How it is asked: what a selection should vary.
  enum Form: String, CaseIterable, Sendable {
    case question, gap, choice, open, list, chain, ordering, matching
  }

  var topic: Topic
  var form: Form
  var stem: RichText
  var kind: ItemKind
  var hint: String?
  /// The sentences that it was made from, as indices into the analysis.
  var evidence: [Int]
  /// What a learner has to say, in lower case, for telling proposals apart.
  var key: String
  /// How much it is worth, before variety is looked at.
  var score: Int

  var stemText: String { stem.plain }
}

/// Makes stems and keys in a safe way: what would be ambiguous comes out as nil.
enum DraftWording {
  /// The content words of a text, in lower case, in order.
  static func content(_ text: String) -> [String] {
    DraftTokenizer.words(of: text).filter { $0.kind != .mark }
      .map { $0.isPossessive ? $0.plain.lowercased() : $0.lower }
      .filter {
        !DraftGrammar.functionWords.contains($0)
          && ($0.utf8.count > 2 || $0.first?.isNumber ?? false)
      }
  }

  /// A stem's first word with a capital.
  static func question(_ text: String) -> String {
    var text = text
    while let last = text.last, " ,;:.–—".contains(last) { text.removeLast() }
    return DraftClause.raised(text) + "?"
  }

  /// True where the key, or most of it, stands in the stem.
  static func givesAway(_ key: String, in stem: String) -> Bool {
    let words = content(key)
    guard !words.isEmpty else { return true }
    let stem = Set(content(stem).map(root))
    return words.contains { stem.contains(root($0)) && $0.utf8.count > 3 }
  }

  /// A word without its ending, for comparing `province` with `provinces`.
  static func root(_ word: String) -> String {
    guard word.utf8.count > 5 else {
      return word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }
    for end in ["ies", "ing", "ed", "es", "s", "e", "y"] where word.hasSuffix(end) {
      return String(word.dropLast(end.utf8.count))
    }
    return word
  }

  /// True where a pronoun stands in a stem before anything that it could stand for.
  static func leans(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    var marked = words
    for index in marked.indices { marked[index].isName = index > 0 && words[index].isCapital }
    return SentenceReader.leansOnOthers(
      Array(
        marked.drop {
          questionWords.contains($0.lower) || DraftGrammar.auxiliaries.contains($0.lower)
        }), [])
  }

  private static let questionWords: Set<String> = [
    "who", "what", "which", "when", "where", "why", "how", "many", "in", "year", "decade",
    "century", "term", "do", "you", "call", "is", "the", "for",
  ]

  /// A typed answer and the ways in which it may be written.
  static func accepted(_ key: String) -> Accepted {
    var aliases: [String] = []
    let lower = key.lowercased()
    for article in ["the ", "a ", "an "] where lower.hasPrefix(article) {
      aliases.append(String(key.dropFirst(article.count)))
    }
    return Accepted(key, aliases: aliases)
  }

  /// `ore so soft that shovels could scoop it`: the answer is the ore.
  private static func withoutResult(_ answer: String) -> String {
    let words = answer.split(separator: " ")
    guard let so = words.dropFirst().firstIndex(of: "so"), words[so...].contains("that") else {
      return answer
    }
    return words[..<so].joined(separator: " ")
  }

  /// The points of an open answer: one a conjunct, each met by its weightiest words.
  ///
  /// Words that the stem says already earn nothing; nil where nothing else is left.
  static func rubric(_ answer: String, stem: String, frequency: [String: Int]) -> Rubric? {
    let said = Set(content(stem).map(root))
    var points: [RubricPoint] = []
    var parts: [(text: String, chosen: [String])] = []
    for part in conjuncts(withoutResult(answer)) {
      let words = DraftTokenizer.words(of: part)
      let chosen = telling(words, said: said, frequency)
      // A member of the answer that no point looks for would be refused.
      guard !chosen.isEmpty else {
        if content(part).allSatisfy({ said.contains(root($0)) || weak.contains($0) }) { continue }
        return nil
      }
      // `economic` alone, `62 percent`: any would pass, or the right one not.
      guard
        words.contains(where: {
          DraftTerms.isHead($0) || $0.isCapital || $0.kind == .number
            || !DraftVerbs.shared.readings(of: $0.lower).isEmpty
        }), !hasMeasure(words)
      else { return nil }
      parts.append((part, chosen))
    }
    // Of three points and more each is its whole phrase or its weightiest word: a learner who lists
    // them says each in few words.
    for (part, chosen) in parts {
      guard parts.count < 3 else {
        let words = [part] + chosen.suffix(1).map(phrase)
        points.append(RubricPoint(any: [Requirement(groups: [words])]))
        continue
      }
      points.append(RubricPoint(any: [Requirement(groups: chosen.map { wordings($0, in: part) })]))
    }
    guard !points.isEmpty, points.count <= 5 else { return nil }
    let keys = points.map { $0.any.flatMap(\.groups).flatMap { $0 } }
    guard Set(keys).count == keys.count else { return nil }
    return Rubric(points: points)
  }

  /// True where one word has to stand for an answer of many: another word of it may be as right.
  static func isThin(_ rubric: Rubric, for answer: String) -> Bool {
    guard rubric.points.count == 1, let wanted = rubric.points[0].any.first else { return false }
    return wanted.groups.count == 1 && answer.split(separator: " ").count > 5
  }

  /// True for a figure with what it counts in: the number is the point, and no word of it.
  private static func hasMeasure(_ words: [DraftWord]) -> Bool {
    zip(words, words.dropFirst()).contains { number, unit in
      DraftGrammar.numberWords[number.lower] != nil && unit.lower == "times"
        || number.kind == .number
          && (unit.lower == "times" || unit.isMark("%") || unit.lower.hasPrefix("perc")
            || unit.lower == "per"
            || DraftGrammar.scales.contains(unit.lower))
    }
  }

  /// The one or two words of a phrase without which it says something else.
  ///
  /// Of `a rise of the northern lake` the rise and the lake; of `the fishing industry` both words;
  /// of `two rivers were diverted` the rivers and what was done.
  private static func telling(
    _ words: [DraftWord], said: Set<String>, _ frequency: [String: Int]
  ) -> [String] {
    func usable(_ word: DraftWord) -> Bool {
      let plain = word.isPossessive ? word.plain.lowercased() : word.lower
      return word.kind == .word && plain.utf8.count > 2 && !weak.contains(plain)
        && !DraftGrammar.functionWords.contains(plain) && !said.contains(root(plain))
        && !DraftGrammar.months.contains(plain) && DraftGrammar.numberWords[plain] == nil
        && !DraftGrammar.isAdverb(plain) && !(plain.first?.isNumber ?? false)
    }
    func text(_ index: Int) -> String {
      words[index].isPossessive ? words[index].plain.lowercased() : words[index].lower
    }
    // A clause: whom it is about, and what was done.
    if let be = words.firstIndex(where: { DraftGrammar.beForms.contains($0.lower) }), be > 0,
      let about = words[..<be].lastIndex(where: usable),
      let done = words[be...].firstIndex(where: usable)
    {
      return [text(about), text(done)]
    }
    // The heads of the phrases between prepositions, each with the word before it.
    var heads: [(head: Int, modifier: Int?)] = []
    var open: [Int] = []
    func close() {
      if let head = open.last {
        heads.append((head, open.dropLast().last.flatMap { $0 == head - 1 ? $0 : nil }))
      }
      open = []
    }
    for (index, word) in words.enumerated() {
      if DraftGrammar.prepositions.contains(word.lower)
        || DraftGrammar.relatives.contains(word.lower)
        // `prevent conflicts each time a territory applied`: another phrase begins.
        || !open.isEmpty && DraftGrammar.determiners.contains(word.lower)
      {
        close()
      } else if !open.isEmpty, word.lower.hasSuffix("ed"),
        DraftVerbs.shared.reading(of: word.lower, as: .participle) != nil
      {
        // `the first derrick followed by another`
        break
      } else if usable(word), !word.isPossessive {
        open.append(index)
      }
    }
    close()
    guard var first = heads.first else { return [] }
    // `growing gambier`: the gambier is the point.
    if let modifier = first.modifier,
      let verb = DraftVerbs.shared.reading(of: text(modifier), as: .gerund),
      [
        "grow", "produce", "make", "export", "sell", "buy", "import", "use", "have", "find",
        "build",
      ]
      .contains(verb)
    {
      first.modifier = nil
      heads[0] = first
    }
    let isGeneral =
      general.contains(text(first.head))
      || ["tion", "sion", "ment", "ance", "ence"].contains(where: text(first.head).hasSuffix)
    if isGeneral, heads.count > 1 {
      let next = heads[1]
      return [text(first.head), text(next.head)]
    }
    // Of a name its own part is enough: `Bodélé` of the Bodélé Depression.
    if words[first.head].isCapital {
      let kinds = NameWords.placeEnds.union(NameWords.events).union(NameWords.organizations)
        .union(NameWords.thingEnds).union(Self.works)
      if let modifier = first.modifier, words[modifier].isCapital, kinds.contains(text(first.head))
      {
        return [text(modifier)]
      }
      if !kinds.contains(text(first.head)) { return [text(first.head)] }
    }
    if let modifier = first.modifier, !DraftRules.bland.contains(text(modifier)) {
      return [text(modifier), text(first.head)]
    }
    // What stands behind a preposition the answer may leave out.
    return [text(first.head)]
  }

  /// What people build or dig, as the last word of its name.
  private static let works: Set<String> = [
    "mine", "mines", "railway", "railroad", "line", "plant", "works", "field", "dam", "bridge",
    "tunnel", "pipeline", "dock", "docks", "pit", "quarry", "mill", "mills", "station", "highway",
  ]

  /// Nouns that need what they are of.
  private static let general: Set<String> = [
    "rise", "fall", "decline", "decrease", "increase", "growth", "loss", "lack", "shift", "change",
    "collapse", "closure", "spread", "end", "start", "drop", "shortage", "rates", "level", "levels",
    "share", "supply", "demand", "price", "prices", "majority", "network", "centre", "center",
    "source", "surge", "rapid", "series", "kind", "range", "variety", "amounts", "quantities",
    "mass",
  ]

  private static let weak: Set<String> = [
    "significant", "various", "major", "several", "important", "increased", "increasing", "effects",
    "according", "certain", "overall", "general", "based", "called", "known", "years", "year",
    "people", "world", "countries", "country", "because", "led", "leading", "resulted", "further",
    "huge", "massive", "strong", "factors", "reasons", "causes", "steps", "taking", "issues",
    "problems", "things", "events", "changes", "high", "low", "good", "bad", "full", "dramatic",
    "due",
  ]

  /// A word as it is shown to a learner, and as a point looks for it: `relocation | relocat*`.
  private static func wordings(_ word: String, in part: String) -> [String] {
    let written =
      DraftTokenizer.words(of: part).first {
        ($0.isPossessive ? $0.plain.lowercased() : $0.lower) == word
      }.map { $0.isPossessive ? $0.plain : $0.text } ?? word
    let looked = phrase(word)
    return looked == written.lowercased() ? [written] : [written, looked]
  }

  /// The answer as one typed phrase, where it is a short noun phrase; nil where it is more.
  static func phraseAnswer(_ answer: String) -> Accepted? {
    var words = DraftTokenizer.words(of: answer)
    let possessives: Set<String> = ["its", "their", "his", "her"]
    while words.count > 1, let first = words.first,
      DraftGrammar.articles.contains(first.lower) || possessives.contains(first.lower)
    { words.removeFirst() }
    guard (1...4).contains(words.count), let first = words.first,
      words.allSatisfy({ $0.kind == .word }),
      !words.contains(where: { word in
        DraftGrammar.prepositions.contains(word.lower) && word.lower != "of"
          || DraftGrammar.auxiliaries.contains(word.lower)
          || DraftGrammar.relatives.contains(word.lower)
          || DraftGrammar.conjunctions.contains(word.lower)
          || DraftGrammar.personal.contains(word.lower) || DraftGrammar.isAdverb(word.lower)
          || DraftGrammar.negations.contains(word.lower)
      }), !DraftGrammar.determiners.contains(first.lower),
      DraftVerbs.shared.readings(of: first.lower).allSatisfy({
        $0.form == .participle || $0.form == .past || DraftVerbs.shared.isNounToo($0.lemma)
      })
    else { return nil }
    words[0].isSpaced = false
    let whole = words.running
    var aliases: [String] = []
    // `a lot of ore` is ore.
    if words.count > 2, words[1].lower == "of", measures.contains(words[0].lower) {
      var kept = Array(words[2...])
      kept[0].isSpaced = false
      aliases.append(kept.running)
    }
    // `recent technological advances` is said as `technological advances`, too.
    if words.count >= 3, !DraftGrammar.determiners.contains(words[words.count - 2].lower),
      !words.contains(where: { $0.lower == "of" || $0.isCapital })
    {
      aliases.append(words.suffix(2).running)
    }
    return Accepted(whole, aliases: aliases)
  }

  private static let measures: Set<String> = [
    "lot", "number", "amount", "series", "variety", "range", "majority", "kind", "type",
    "development", "use", "production", "construction", "growth", "creation", "introduction",
    "hundreds", "thousands", "dozens", "tens", "millions",
  ]

  /// A name with its numeral, as one typed answer: `Nord Stream 2`; nil where it is none.
  static func nameAnswer(_ answer: String) -> Accepted? {
    var words = DraftTokenizer.words(of: answer)[...]
    if let first = words.first, DraftGrammar.articles.contains(first.lower) {
      words = words.dropFirst()
    }
    guard (1...5).contains(words.count), words.contains(where: \.isCapital),
      words.contains(where: {
        $0.kind == .number
          || ["first", "second", "third", "i", "ii", "iii", "iv"].contains($0.lower)
      }),
      words.allSatisfy({ $0.isCapital || $0.kind == .number })
    else { return nil }
    return accepted(answer)
  }

  /// A word as a point looks for it: `relocat*`.
  private static func phrase(_ word: String) -> String {
    guard word.utf8.count >= 6, word.allSatisfy({ $0.isASCII && $0.isLetter }) else { return word }
    for end in [
      "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e",
      "y",
    ]
    where word.hasSuffix(end) && word.utf8.count - end.utf8.count >= 4 {
      return word.dropLast(end.utf8.count) + "*"
    }
    return word + "*"
  }

  /// `the aging workforce and outdated infrastructure` as two.
  static func conjuncts(_ text: String) -> [String] {
    let words = DraftTokenizer.words(of: text)
    var parts: [[DraftWord]] = [[]]
    for word in words {
      let open = parts[parts.count - 1]
      // `between A and B`, `a unique and advantageous position` are one.
      let isOne =
        word.lower == "and"
        && (open.contains { ["between", "both"].contains($0.lower) }
          || open.count <= 2 && open.last.map { !DraftTerms.isHead($0) && !$0.isCapital } ?? false)
      if !isOne, word.lower == "and" || word.isMark(",") || word.isMark(";") {
        if parts.last?.isEmpty == false { parts.append([]) }
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    let texts = parts.filter { !$0.isEmpty }.map(\.running)
    // A conjunct without a word of its own belongs to its neighbour.
    return texts.count > 4 ? [text] : texts
  }
}
