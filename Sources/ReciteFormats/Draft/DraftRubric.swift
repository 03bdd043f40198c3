import ReciteCore

/// The points that an open answer is marked by.
extension DraftWording {
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
  /// Words that the stem says already earn nothing. Nil where nothing else is left, and where a
  /// point could not look for all that weighs in its part: a right answer may be any word of it.
  /// `isReason` says that the answer tells why, how or what came of it: of a reason in many words
  /// any two will do.
  static func rubric(_ answer: String, stem: String, isReason: Bool = false) -> Rubric? {
    let said = Set(content(stem).map(root))
    let conjuncts = conjuncts(withoutResult(answer))
    var points: [RubricPoint] = []
    var need: Int?
    for part in conjuncts {
      let words = DraftTokenizer.words(of: part)
      let weighty = weighty(words, said: said)
      guard !weighty.isEmpty else {
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
      var chosen = telling(words, weighty)
      var left = leftOver(words, weighty, chosen)
      if chosen.count == 1, left.count == 1 {
        // `the channel by hand`: who names the channel has answered, and who names the hand has not.
        guard isReason || general.contains(text(of: words[chosen[0]])) || !isParted(words, weighty)
        else { return nil }
        chosen = (chosen + left).sorted()
        left = []
      }
      func wordings(_ index: Int) -> [String] { Self.wordings(text(of: words[index]), in: part) }
      if !chosen.isEmpty, left.isEmpty || left.count == 1 && chosen.count > 1 {
        // Who lists three things and more says each in few words: the phrase, or its weightiest.
        let groups =
          conjuncts.count < 3
          ? chosen.map(wordings) : [[part] + chosen.suffix(1).map { phrase(text(of: words[$0])) }]
        points.append(RubricPoint(any: [Requirement(groups: groups)]))
      } else if let head = chosen.first, general.contains(text(of: words[head])) {
        // `a fall in the price of wheat`: the fall, and of what.
        let others = weighty.filter {
          $0 > head && (DraftTerms.isHead(words[$0]) || words[$0].isCapital)
        }
        guard (1...4).contains(others.count) else { return nil }
        points.append(
          RubricPoint(any: [Requirement(groups: [wordings(head), others.flatMap(wordings)])]))
      } else if isReason, conjuncts.count == 1, (3...5).contains(weighty.count) {
        points = weighty.map { RubricPoint(any: [Requirement(groups: [wordings($0)])]) }
        need = 2
      } else {
        return nil
      }
    }
    guard (1...5).contains(points.count) else { return nil }
    let keys = points.map { $0.any.flatMap(\.groups).flatMap { $0 } }
    guard Set(keys).count == keys.count else { return nil }
    return Rubric(points: points, need: need)
  }

  /// True where a preposition other than `of` stands between the weighty words.
  private static func isParted(_ words: [DraftWord], _ weighty: [Int]) -> Bool {
    guard let first = weighty.first, let last = weighty.last else { return false }
    return words[first...last].contains {
      $0.lower != "of" && DraftGrammar.prepositions.contains($0.lower)
    }
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

  /// Where the words stand of which an answer is made: what the stem does not say, and no filler.
  private static func weighty(_ words: [DraftWord], said: Set<String>) -> [Int] {
    words.indices.filter { index in
      let word = words[index]
      let plain = text(of: word)
      return word.kind == .word && plain.utf8.count > 2 && !weak.contains(plain)
        && !DraftGrammar.functionWords.contains(plain) && !said.contains(root(plain))
        && !DraftGrammar.months.contains(plain) && DraftGrammar.numberWords[plain] == nil
        && !DraftGrammar.isAdverb(plain) && !(plain.first?.isNumber ?? false)
    }
  }

  /// The weighty words that no chosen one stands for: the rest of its name may be left out.
  private static func leftOver(_ words: [DraftWord], _ weighty: [Int], _ chosen: [Int]) -> [Int] {
    weighty.filter { index in
      let text = text(of: words[index])
      let isOfName =
        words[index].isCapital
        && [index - 1, index + 1].contains { chosen.contains($0) && words[$0].isCapital }
      return !chosen.contains(index) && !DraftRules.bland.contains(text) && !isOfName
        && !isMaking(text)
    }
  }

  private static func text(of word: DraftWord) -> String {
    word.isPossessive ? word.plain.lowercased() : word.lower
  }

  /// `growing gambier`: the gambier is the point.
  private static func isMaking(_ word: String) -> Bool {
    DraftVerbs.shared.reading(of: word, as: .gerund).map(making.contains) ?? false
  }

  private static let making: Set<String> = [
    "grow", "produce", "make", "export", "sell", "buy", "import", "use", "have", "find", "build",
  ]

  /// The one or two words of a phrase without which it says something else.
  ///
  /// Of `a rise of the northern lake` the rise and the lake; of `the fishing industry` both words;
  /// of `two rivers were diverted` the rivers and what was done.
  private static func telling(_ words: [DraftWord], _ weighty: [Int]) -> [Int] {
    func text(_ index: Int) -> String { Self.text(of: words[index]) }
    // A clause: whom it is about, and what was done.
    if let be = words.firstIndex(where: { DraftGrammar.beForms.contains($0.lower) }), be > 0,
      let about = weighty.last(where: { $0 < be }),
      let done = weighty.first(where: { $0 > be })
    {
      return [about, done]
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
      } else if weighty.contains(index), !word.isPossessive {
        open.append(index)
      }
    }
    close()
    guard var first = heads.first else { return [] }
    if let modifier = first.modifier, isMaking(text(modifier)) {
      first.modifier = nil
      heads[0] = first
    }
    // `open the economy to trade`: what is done, and to what.
    if heads.count > 1, first.head == weighty.first, !DraftTerms.isHead(words[first.head]),
      !DraftVerbs.shared.readings(of: text(first.head)).isEmpty
    {
      return isMaking(text(first.head)) ? [heads[1].head] : [first.head, heads[1].head]
    }
    let isGeneral =
      general.contains(text(first.head))
      || ["tion", "sion", "ment", "ance", "ence"].contains(where: text(first.head).hasSuffix)
    if isGeneral, heads.count > 1 {
      let next = heads[1]
      return [first.head, next.head]
    }
    // Of a name its own part is enough: `Bodélé` of the Bodélé Depression.
    if words[first.head].isCapital {
      let kinds = NameWords.placeEnds.union(NameWords.events).union(NameWords.organizations)
        .union(NameWords.thingEnds).union(Self.works)
      if let modifier = first.modifier, words[modifier].isCapital, kinds.contains(text(first.head))
      {
        return [modifier]
      }
      if !kinds.contains(text(first.head)) { return [first.head] }
    }
    if let modifier = first.modifier, !DraftRules.bland.contains(text(modifier)) {
      return [modifier, first.head]
    }
    // What stands behind a preposition the answer may leave out.
    return [first.head]
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
    "mass", "gateway", "hub", "outlet", "buffer", "symbol", "junction", "crossroads",
  ]

  private static let weak: Set<String> = [
    "significant", "various", "major", "several", "important", "increased", "increasing", "effects",
    "according", "certain", "overall", "general", "based", "called", "known", "years", "year",
    "people", "world", "countries", "country", "because", "led", "leading", "resulted", "further",
    "huge", "massive", "strong", "factors", "reasons", "causes", "steps", "taking", "issues",
    "problems", "things", "events", "changes", "high", "low", "good", "bad", "full", "dramatic",
    "due", "amount", "number", "lot", "lots", "part", "parts", "form", "forms", "way", "ways",
    "kept",
    "keep", "became", "become", "made", "make", "gave", "give", "went", "came", "began", "begin",
    "able", "unable", "brought", "used", "using", "left", "fell", "grew", "grow", "got", "get",
    "turned", "took", "take", "held", "hold", "put", "set", "ran", "run", "much", "more",
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
