import ReciteCore

/// What is said of a subject in other ways than by an object: what it is used for, a hub of, doing.
extension DraftRules {
  /// Participles and the prepositions behind which an answer stands.
  private static let bound: [String: [String]] = [
    "use": ["for", "as", "to"], "characterize": ["by"], "cause": ["by"], "drive": ["by"],
    "make": ["of", "from"], "base": ["on"], "compose": ["of"], "form": ["by", "from"],
    "know": ["for"],
    "replace": ["by", "with"], "associate": ["with"], "influence": ["by"], "power": ["by"],
    "dominate": ["by"], "threaten": ["by"], "feed": ["by"], "support": ["by"],
    "divide": ["into"], "group": ["into"], "link": ["to"], "attribute": ["to"], "limit": ["to"],
    "derive": ["from"], "concern": ["with"], "define": ["as"], "regard": ["as"], "consider": [],
    "describe": ["as"], "design": ["for"], "employ": ["in"], "convert": ["into"], "destroy": ["by"],
    "split": ["into"], "connect": ["to"], "surround": ["by"], "rename": [], "accompany": ["by"],
    "hinder": ["by"], "shape": ["by"], "motivate": ["by"], "trigger": ["by"], "provide": ["by"],
    "create": ["by"], "produce": ["by"], "protect": ["by", "from"], "affect": ["by"],
    "transform": ["into"], "extract": ["from"], "obtain": ["from"], "measure": ["in"],
    "fuel": ["by"], "spark": ["by"], "build": ["to"], "transport": ["by"], "prompt": ["by"],
    "separate": ["by", "from"], "determine": ["by"], "enrich": ["by"], "classify": ["as"],
    "cover": ["by", "with"], "fill": ["with"], "intend": ["for"],
  ]

  /// `Asphalt is used for roads` asks what is it used for.
  mutating func passiveObject(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard case .passive(let lemma) = clause.verb, let prepositions = Self.bound[lemma],
      !prepositions.isEmpty
    else { return }
    let words = sentence.words
    guard let first = clause.rest.first, prepositions.contains(words[first].lower),
      isAboutSomething(clause)
    else { return }
    let preposition = words[first].lower
    let range = clause.rest(from: first + 1)
    // `based on the Kola Peninsula` tells where, and not on what.
    if lemma == "base",
      sentence.names.contains(where: {
        range.contains($0.range.lowerBound)
          && ($0.kind == .name(.place) || $0.kind == .name(.country))
      })
    {
      return
    }
    guard let start = range.first, words[start].kind == .word || words[start].kind == .number else {
      return
    }
    if preposition == "to", lemma == "use" || lemma == "build" {
      guard DraftVerbs.shared.reading(of: words[start].lower, as: .base) != nil else { return }
    }
    // Who made it is asked elsewhere.
    if preposition == "by",
      let name = sentence.names.first(where: {
        range.contains($0.range.lowerBound) && $0.range.lowerBound - start <= 1
      })
    {
      if name.kind == .name(.person) || name.kind == .name(.country)
        || name.kind == .name(.organization)
      {
        return
      }
    }
    var answerEnd = clause.end
    if let comma = words[range].firstIndex(where: { $0.isMark(",") }),
      !words[comma..<clause.end].contains(where: { $0.lower == "and" || $0.lower == "or" })
    {
      answerEnd = comma
    }
    // `viewing the sky when most objects are visible`
    if let when = words[start..<answerEnd].firstIndex(where: {
      ["when", "where", "while"].contains($0.lower)
    }), when > start {
      answerEnd = when
    }
    let answer = words[start..<answerEnd].running
    if preposition == "by", Self.isPeople(lastNoun(words, start, answerEnd)) { return }
    guard (1...20).contains(answer.split(separator: " ").count),
      let inverted = clause.inverted(without: start..<clause.end)
    else { return }
    let stem =
      (preposition == "to" && (lemma == "use" || lemma == "build")
        ? "What \(inverted) do" : "What \(inverted)") + timeTail(sentence, clause)
    let list = enumeration(Array(words[..<clause.end]), from: start)
    if let list, list.items.count >= 3, ["into", "of"].contains(preposition) {
      add(
        .list, .list, DraftWording.question(stem), .list(list.items.map(Self.item), need: nil),
        key: list.items.joined(separator: ", "), from: [index], score: 80)
      return
    }
    let isCausal = [
      "cause", "attribute", "drive", "trigger", "spark", "threaten", "fuel", "prompt",
    ].contains(lemma)
    ask(
      isCausal ? .cause : .significance, stem, answer: answer, index, score: isCausal ? 78 : 66)
  }

  private func lastNoun(_ words: [DraftWord], _ start: Int, _ end: Int) -> String {
    var place = start
    while place < end, words[place].kind == .word,
      !DraftGrammar.prepositions.contains(words[place].lower),
      !DraftGrammar.relatives.contains(words[place].lower)
    { place += 1 }
    return place > start ? words[place - 1].lower : ""
  }

  func isAboutSomething(_ clause: DraftClause) -> Bool {
    let words = clause.words[clause.subject]
    guard let first = words.first,
      !words.contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return false }
    return words.count > 1 || first.isName || first.lower.utf8.count > 6
  }

  private static let roles: Set<String> = [
    "symbol", "hub", "center", "centre", "source", "member", "producer", "exporter", "supplier",
    "gateway", "link", "crossroads", "target", "stronghold", "tributary", "mixture", "combination",
    "pioneer", "opponent", "supporter", "product", "result", "importer", "consumer", "destination",
    "home", "breeding", "key", "driver", "pillar", "cornerstone", "obstacle", "threat", "turning",
    "birthplace", "junction", "supporters", "leader", "branch", "provider", "bridge", "barrier",
    "route", "region", "area", "part", "focus", "instrument", "tool", "measure", "response",
    "alternative", "base", "port", "ally", "capital", "colony", "province", "protectorate",
    "market", "transit",
  ]

  /// `became a symbol of industrial power` asks a symbol of what.
  mutating func centre(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard clause.verb == .copula, isAboutSomething(clause) else { return }
    let words = sentence.words
    var first = clause.rest.lowerBound
    while first < clause.end, DraftGrammar.isAdverb(words[first].lower) { first += 1 }
    guard first < clause.end,
      ["a", "an"].contains(words[first].lower) || words[first].lower == "home"
    else { return }
    guard
      let preposition = words[first..<min(first + 6, clause.end)].firstIndex(where: {
        ["of", "for", "to", "between", "in"].contains($0.lower)
      }), preposition > first || words[first].lower == "home", preposition + 1 < clause.end
    else { return }
    let noun = words[preposition - 1].lower
    guard Self.roles.contains(noun),
      words[preposition].lower != "in" || noun == "leader" || noun == "pioneer",
      words[preposition].lower != "between"
    else { return }
    // `a region of China` says little; `a producer of cotton` says something.
    let range = clause.rest(from: preposition + 1)
    let answer = clause.text(range)
    guard (1...16).contains(answer.split(separator: " ").count),
      let inverted = clause.inverted(without: range)
    else { return }
    if ["area", "region", "part", "province", "port", "route"].contains(noun),
      words[preposition].lower == "of"
    {
      return
    }
    let stem = "What \(inverted)" + timeTail(sentence, clause)
    ask(
      .significance, stem, answer: answer, index, score: 71)
  }

  /// `Local governments are investing in …, attracting … and promoting …`.
  mutating func progressive(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard case .progressive = clause.verb, isAboutSomething(clause),
      Self.isPeople(headNoun(sentence.words[clause.subject]))
        || Self.somebodies.contains(headNoun(sentence.words[clause.subject]))
        || sentence.mention(at: clause.subject) != nil,
      ["is", "are"].contains(sentence.words[clause.verbRange.lowerBound].lower)
    else { return }
    let words = sentence.words
    let start = clause.verbRange.upperBound - 1
    // Up to the sentence's end: the list of what is done.
    var end = start
    while end < words.count, !words[end].isBreak,
      !["which", "while", "although", "but", "because", "where", "when"].contains(words[end].lower)
    { end += 1 }
    var tail = ""
    if let to = words[start..<end].lastIndex(where: { $0.lower == "to" }), to + 1 < end,
      DraftVerbs.shared.reading(of: words[to + 1].lower, as: .base) != nil, to > start + 1,
      !words[to - 1].lower.hasSuffix("ing"),
      !Self.nounsWithInfinitive.contains(words[to - 1].lower),
      !DraftVerbs.shared.readings(of: words[to - 1].lower).contains(where: { $0.form == .base })
    {
      tail = " " + words[to..<end].running
      end = to
    }
    let answer = words[start..<end].running
    guard (3...30).contains(end - start) else { return }
    let stem = "What \(words[clause.verbRange.lowerBound].lower) \(clause.subjectText) doing\(tail)"
    ask(
      .significance, stem, answer: answer, index, score: 70)
  }

  /// `Beijing, the capital of China, …` asks which one is it.
  mutating func apposedOne(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard let apposition = clause.apposition, let name = sentence.mention(at: clause.subject) else {
      return
    }
    let words = sentence.words
    var start = apposition.lowerBound
    var once = ""
    if words[start].lower == "once" || words[start].lower == "formerly" {
      once = words[start].lower + " "
      start += 1
    }
    guard start + 2 < apposition.upperBound, words[start].lower == "the",
      !words[start..<apposition.upperBound].contains(where: {
        $0.kind == .mark || DraftGrammar.personal.contains($0.lower)
          || DraftGrammar.relatives.contains($0.lower)
      })
    else { return }
    let description = words[start..<apposition.upperBound]
    let singles = description.prefix(6).contains {
      Self.isUnique($0.lower)
        || $0.lower.split(separator: "-").last.map { Self.isUnique(String($0)) } ?? false
    }
    guard singles || description.contains(where: { $0.lower == "of" }), description.count <= 14,
      !Self.isVague(description.running + " end")
    else { return }
    let stem: String
    if once.isEmpty {
      stem = "Name \(description.running)."
    } else {
      stem = "What was \(once)\(description.running)?"
    }
    choiceOrText(
      .name, sentence, stem, key: name.text, mention: name, index, score: singles ? 80 : 70)
  }

  /// `Andorra has the highest life expectancy in the world` asks which country has it.
  mutating func hasTheMost(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    guard let name = sentence.mention(at: clause.subject) else { return }
    let words = sentence.words
    switch clause.verb {
    case .past(let lemma), .present(let lemma, false):
      guard
        [
          "have", "hold", "receive", "win", "produce", "contain", "record", "build", "own",
          "operate", "occupy", "form",
        ].contains(lemma)
      else { return }
    default: return
    }
    // `the largest population` of all, or of five?
    guard words[clause.rest].contains(where: { ["in", "of", "among", "on"].contains($0.lower) })
    else { return }
    guard let first = clause.rest.first, words[first].lower == "the",
      words[first..<min(first + 5, clause.end)].contains(where: {
        Self.isUnique($0.lower)
          || $0.lower.split(separator: "-").last.map { Self.isUnique(String($0)) } ?? false
      })
    else { return }
    let wh: String
    switch name.kind {
    case .name(.person): wh = "Who"
    case .name(.country): wh = "Which country"
    case .name(.place): wh = "Which place"
    default: wh = "What"
    }
    let rest = clause.text(clause.rest)
    guard (4...20).contains(rest.split(separator: " ").count),
      !words[clause.rest].contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return }
    choiceOrText(
      .name, sentence,
      DraftWording.question(
        "\(wh) \(words[clause.verbRange].map(\.text).joined(separator: " ")) \(rest)"
          + timeTail(sentence, clause)), key: name.text, mention: name, index, score: 78)
  }

  /// `Two of the islands, Attu and Kiska, were occupied` asks which two.
  mutating func numbered(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard let first = clause.subject.first,
      let number = DraftGrammar.numberWords[words[first].lower]
    else { return }
    var items: [String] = []
    if let apposition = clause.apposition {
      if let list = nameList(sentence, from: apposition.lowerBound),
        list.end == apposition.upperBound
      {
        items = list.names.map(\.text)
      }
    } else if clause.end < words.count, words[clause.end].isMark(":"),
      let list = enumeration(words, from: clause.end + 1), list.end == words.count
    {
      // `Two rivers feed the lake: the Amu Darya and the Syr Darya.`
      items = list.items
    }
    let verb = words[clause.verbRange].map(\.text).joined(separator: " ")
    let rest = clause.text(clause.rest)
    guard Double(items.count) == number, rest.split(separator: " ").count >= 2 else { return }
    add(
      .list, .list,
      DraftWording.question(
        "Which \(clause.subjectText) \(verb) \(rest)" + timeTail(sentence, clause)),
      .list(items.map(Self.item), need: nil), key: items.joined(separator: ", "), from: [index],
      score: 86)
  }

  private static let plans: Set<String> = [
    "plan", "project", "programme", "program", "campaign", "scheme", "policy", "initiative", "law",
    "treaty", "system", "expedition", "fund", "commission", "committee", "company", "force",
  ]

  /// `initiated a plan to transform land` asks for the aim.
  mutating func planned(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard case .past(let lemma) = clause.verb, isAboutSomething(clause),
      [
        "initiate", "launch", "adopt", "begin", "start", "announce", "propose", "approve", "create",
        "establish", "introduce", "pass", "found", "form", "set", "sign", "organize", "organise",
        "devise", "develop",
      ].contains(lemma),
      let to = clause.rest.first(where: { words[$0].lower == "to" }),
      to > clause.rest.lowerBound + 1,
      to - clause.rest.lowerBound <= 6, to + 2 < clause.end,
      Self.plans.contains(words[to - 1].lower),
      ["a", "an", "the", "its"].contains(words[clause.rest.lowerBound].lower),
      DraftVerbs.shared.reading(of: words[to + 1].lower, as: .base) != nil
    else { return }
    let answer = words[to + 1..<clause.end].running
    let noun = words[clause.rest.lowerBound + 1..<to].running
    let verb = words[clause.verbRange].map(\.text).joined(separator: " ")
    let stem =
      "What was the aim of the \(noun) that \(clause.subjectText) \(verb)"
      + timeTail(sentence, clause)
    ask(
      .significance, stem, answer: answer, index, score: 74)
  }
}
