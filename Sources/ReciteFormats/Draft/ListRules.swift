import ReciteCore

/// Enumerations: `such as coal, steel and iron`, `the provinces of A, B and C`.
extension DraftRules {
  mutating func lists(_ sentence: AnalysedSentence, _ index: Int) {
    examples(sentence, index)
    namedMembers(sentence, index)
    parts(sentence, index)
  }

  /// `heavy industries such as steel, coal, and machinery`.
  private mutating func examples(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    for place in words.indices.dropFirst(3) {
      let isSuchAs =
        words[place].lower == "such" && place + 1 < words.count && words[place + 1].lower == "as"
      let isIncluding = words[place].lower == "including"
      guard isSuchAs || isIncluding else { continue }
      let start = place + (isSuchAs ? 2 : 1)
      guard let list = enumeration(words, from: start), list.items.count >= 3 else { continue }
      // `Dynasties emerged, including …`.
      if let clause = sentence.clause, isIncluding, clause.end == place - 1, !clause.leadIsClause,
        let last = clause.subject.last, words[last].lower.hasSuffix("s"), !words[last].isPossessive,
        !words[place - 2].lower.hasSuffix("s"),
        !words[clause.subject].contains(where: { DraftGrammar.personal.contains($0.lower) })
      {
        addStatement(
          .list, clause.statement(withLead: clause.lead != nil),
          "Which \(words[last].text) does the document name?",
          .list(list.items.map(Self.item), need: nil), key: list.items.joined(separator: ", "),
          from: [index], score: 78, form: .list)
        return
      }
      // The noun that the examples are examples of; behind a comma they may be of what is further off.
      var noun = place - 1
      if words[noun].isMark(",") {
        noun -= 1
        if words[noun].lower == "people" { continue }
      }
      guard noun > 0, words[noun].kind == .word,
        words[noun].lower.hasSuffix("s") || words[noun].lower == "people", !words[noun].isPossessive
      else { continue }
      var head = noun
      while head > 0, words[head - 1].kind == .word, noun - head < 2, !isBoundary(words[head - 1]) {
        head -= 1
      }
      // The statement must be whole without the examples.
      guard let clause = sentence.clause, clause.verbRange.upperBound <= head, !clause.leadIsClause,
        words[clause.verbRange.upperBound..<place].allSatisfy({
          !$0.isBreak && !DraftGrammar.relatives.contains($0.lower) || $0.lower == "that"
        }), clause.rest.lowerBound <= noun, noun < clause.end || clause.end >= place - 1
      else { continue }
      let adverbs = words[clause.verbRange].filter { !DraftClause.droppable.contains($0.lower) }
        .map(\.text).joined(separator: " ")
      // `work in certain places`, since which ones is asked
      let isBare = head == 0 || !DraftGrammar.determiners.contains(words[head - 1].lower)
      let group = DraftClause.inside(words, head..<noun + 1)
      let before = words[min(clause.rest.lowerBound, head)..<head].running
      var statement = [clause.subjectText, adverbs, before, isBare ? "certain" : "", group]
        .filter { !$0.isEmpty }.joined(separator: " ")
      if let lead = clause.lead { statement = clause.text(lead) + ", " + statement }
      let ask = "Which \(group) does the document name as examples?"
      addStatement(
        .list, DraftClause.raised(statement), ask, .list(list.items.map(Self.item), need: nil),
        key: list.items.joined(separator: ", "), from: [index], score: 80, form: .list)
      return
    }
  }

  static func item(_ text: String) -> Accepted { DraftWording.accepted(text) }

  private func isBoundary(_ word: DraftWord) -> Bool {
    word.kind != .word || DraftGrammar.prepositions.contains(word.lower)
      || DraftGrammar.determiners.contains(word.lower)
      || DraftGrammar.auxiliaries.contains(word.lower)
      || DraftGrammar.conjunctions.contains(word.lower) || word.isPossessive
      || !DraftVerbs.shared.readings(of: word.lower).isEmpty && !word.lower.hasSuffix("ing")
  }

  /// `the northeastern provinces of Liaoning, Jilin, and Heilongjiang`.
  private mutating func namedMembers(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    for place in words.indices.dropFirst(2)
    where words[place].lower == "of" || words[place].isMark(":") || words[place].isMark(",")
      || words[place].lower == "are" || words[place].lower == "were"
    {
      let noun = words[place - 1]
      // `Three obstacles: rock, swamps and rivers`.
      if words[place].isMark(":"), let clause = sentence.clause, clause.end == place,
        noun.lower.hasSuffix("s"), !clause.leadIsClause,
        let list = enumeration(words, from: place + 1), list.items.count >= 3,
        list.end == words.count
      {
        addStatement(
          .list, clause.statement(withLead: clause.lead != nil),
          "Which \(noun.text) does the document name?",
          .list(list.items.map(Self.item), need: nil), key: list.items.joined(separator: ", "),
          from: [index], score: 84, form: .list)
        return
      }
      guard let list = nameList(sentence, from: place + 1), list.names.count >= 3 else { continue }
      // `The provinces of A and B` are A and B; `the members of A and B` are others.
      guard noun.kind == .word, noun.lower.hasSuffix("s"), !noun.isCapital, !noun.isPossessive,
        words[place].lower != "of" && !words[place].isMark(",") || Self.naming.contains(noun.lower),
        !isVerbLike(noun.lower)
      else { continue }
      var head = place - 1
      while head > 0, place - 1 - head < 3,
        !isBoundary(words[head - 1]) || DraftGrammar.numberWords[words[head - 1].lower] != nil
      { head -= 1 }
      let group = words[head..<place].running
      let names = list.names.map { Accepted($0.text) }
      let key = list.names.map(\.text).joined(separator: ", ")
      if words[place].lower == "are" || words[place].lower == "were" {
        guard let clause = sentence.clause, clause.verb == .copula,
          clause.verbRange.lowerBound == place, list.end >= clause.end
        else { continue }
        add(
          .list, .list, DraftWording.question("Which \(words[place].lower) \(clause.subjectText)"),
          .list(names, need: nil), key: key, from: [index], score: 85)
        return
      }
      guard let clause = sentence.clause, clause.rest.contains(place - 1), !clause.leadIsClause
      else { continue }
      var statement =
        clause.subjectText + " " + words[clause.verbRange].map(\.text).joined(separator: " ") + " "
        + words[clause.rest.lowerBound..<place].running
      if let lead = clause.lead { statement = clause.text(lead) + ", " + statement }
      addStatement(
        .list, DraftClause.raised(statement),
        "Which \(group.split(separator: " ").last ?? "ones") does the document name?",
        .list(names, need: nil),
        key: key, from: [index], score: 86, form: .list)
      return
    }
  }

  private static let naming: Set<String> = [
    "provinces", "states", "cities", "towns", "countries", "islands", "districts", "regions",
    "counties", "departments", "municipalities", "republics", "villages", "colonies", "parishes",
    "cantons", "territories", "ports", "nations", "emirates", "kingdoms", "prefectures", "oceans",
    "seas", "rivers", "lakes", "continents", "planets", "suburbs", "boroughs",
  ]

  private func isVerbLike(_ word: String) -> Bool {
    guard let lemma = DraftVerbs.shared.reading(of: word, as: .present) else { return false }
    return !DraftVerbs.shared.isNounToo(lemma)
  }

  /// `consists of A, B and C`, `is divided into A, B and C`.
  private mutating func parts(_ sentence: AnalysedSentence, _ index: Int) {
    guard let clause = sentence.clause, !clause.leadIsClause, isTelling(clause) else { return }
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .present(let verb, _), .past(let verb): lemma = verb
    case .passive(let verb): lemma = verb
    default: return
    }
    let tail: String
    switch lemma {
    case "consist": tail = "of"
    case "comprise", "include", "produce", "export", "contain", "import", "involve", "need",
      "require",
      "grow", "manufacture", "provide", "offer":
      tail = ""
    case "divide": tail = "into"
    default: return
    }
    var start = clause.rest.lowerBound
    while start < clause.end, DraftGrammar.isAdverb(words[start].lower) { start += 1 }
    guard start < clause.end, start == clause.rest.lowerBound || words[start].kind != .number
    else { return }
    if !tail.isEmpty {
      guard start < words.count, words[start].lower == tail else { return }
      start += 1
    }
    guard let list = enumeration(words, from: start), list.items.count >= 3, list.items.count <= 7,
      list.end >= words.count || words[list.end].kind == .mark
    else { return }
    guard let inverted = clause.inverted(without: start..<clause.end) else { return }
    add(
      .list, .list, DraftWording.question("What \(inverted)"),
      .list(list.items.map(Self.item), need: nil), key: list.items.joined(separator: ", "),
      from: [index], score: 82)
  }

  /// Items of at most five words, joined by commas and one `and` (or `or`) before the last.
  func enumeration(_ words: [DraftWord], from start: Int) -> (items: [String], end: Int)? {
    var items: [String] = []
    var open: [DraftWord] = []
    var index = start
    var isLast = false
    func isSound(_ item: [DraftWord]) -> Bool {
      guard (1...5).contains(item.count) else { return false }
      return item.allSatisfy { word in
        (word.kind == .word || word.kind == .number) && !DraftGrammar.relatives.contains(word.lower)
          && !DraftGrammar.auxiliaries.contains(word.lower)
          && !DraftGrammar.personal.contains(word.lower) && word.lower != "more"
          && word.lower != "such"
          && word.lower != "others" && word.lower != "other" && word.lower != "many"
          && (DraftVerbs.shared.reading(of: word.lower, as: .past) == nil
            || item.count > 1 && word.lower == item[0].lower)
      } && !DraftGrammar.prepositions.contains(item[0].lower)
    }
    while index < words.count {
      let word = words[index]
      if word.isMark(",") {
        guard !isLast else { break }
        if !open.isEmpty {
          guard isSound(open) else { return nil }
          items.append(open.running)
          open = []
        }
      } else if word.lower == "and" || word.lower == "or" {
        guard !isLast else { return nil }
        if !open.isEmpty {
          guard isSound(open) else { return nil }
          items.append(open.running)
          open = []
        }
        isLast = true
      } else if word.kind == .mark {
        guard word.isBreak else { return nil }
        break
      } else {
        open.append(word)
      }
      index += 1
    }
    guard isLast, isSound(open), open.count <= 4 else { return nil }
    // Behind the last item nothing may follow but the sentence's end or another clause.
    guard
      !open.contains(where: { DraftGrammar.prepositions.contains($0.lower) && $0.lower != "of" })
    else { return nil }
    items.append(open.running)
    // `21 geologists, geophysicists and chemists`: the number is that of all.
    let counted = items.map { $0.first?.isNumber ?? false }
    guard counted.first == false || counted.allSatisfy({ $0 }) else { return nil }
    guard Set(items.map { $0.lowercased() }).count == items.count, items.count <= 8 else {
      return nil
    }
    return (
      items.map { text in
        text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
      }, index
    )
  }

  // MARK: Matching names with what they are

  /// `Shenyang, the capital of Liaoning` for three names and more.
  mutating func matching() {
    var rows: [(name: String, what: String, sentence: Int)] = []
    for (index, sentence) in analysis.sentences.enumerated()
    where !sentence.reasons.contains(.fragment) && !sentence.reasons.contains(.question)
      && !sentence.reasons.contains(.hedged)
    {
      if rows.count >= 5 { break }
      for name in sentence.names where name.range.upperBound + 3 < sentence.words.count {
        guard let what = apposition(of: name, in: sentence),
          !rows.contains(where: { $0.name == name.text || $0.what == what })
        else { continue }
        rows.append((name.text, what, index))
      }
    }
    guard rows.count >= 3 else { return }
    let chosen = Array(rows.prefix(5))
    add(
      .name, .matching, "Which description fits which name?",
      .matching(
        Matching(
          leftCaption: RichText("Name"), rightCaption: RichText("Description"),
          pairs: chosen.map { Matching.Pair(left: RichText($0.name), right: RichText($0.what)) })),
      key: "match " + chosen.map(\.name).joined(separator: " "), from: chosen.map(\.sentence),
      score: 78, mayRepeatKey: true)
  }

  private func apposition(of name: DraftMention, in sentence: AnalysedSentence) -> String? {
    let words = sentence.words
    let start = name.range.upperBound
    guard words[start].isMark(","), DraftGrammar.articles.contains(words[start + 1].lower),
      !words[name.range.upperBound - 1].isPossessive
    else { return nil }
    // A list of names is no apposition.
    if name.range.lowerBound > 0,
      words[name.range.lowerBound - 1].isMark(",")
        || words[name.range.lowerBound - 1].lower == "and"
    {
      return nil
    }
    var end = start + 1
    while end < words.count, words[end].kind == .word || words[end].kind == .number { end += 1 }
    guard end < words.count, words[end].isMark(","), (3...12).contains(end - start - 1) else {
      return nil
    }
    let inside = words[start + 1..<end]
    guard
      !inside.contains(where: {
        DraftGrammar.personal.contains($0.lower) || DraftGrammar.auxiliaries.contains($0.lower)
          || DraftGrammar.demonstratives.contains($0.lower)
      }),
      end + 1 >= words.count || words[end + 1].lower != "and"
    else { return nil }
    // `the towns voting for the former`, `the Ballestrems and the princes of Pless`
    let head = inside.prefix { !DraftGrammar.prepositions.contains($0.lower) }.last
    guard let head, !head.isCapital,
      !head.lower.hasSuffix("s") || head.lower.hasSuffix("ss") || name.text.hasSuffix("s"),
      !inside.contains(where: {
        ["and", "former", "latter"].contains($0.lower)
          || DraftVerbs.shared.reading(of: $0.lower, as: .gerund) != nil
      })
    else { return nil }
    let text = inside.running
    guard !DraftWording.givesAway(name.text, in: text) else { return nil }
    return DraftClause.raised(text)
  }
}
