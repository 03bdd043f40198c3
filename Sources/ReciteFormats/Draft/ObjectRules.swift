import ReciteCore

/// What somebody does, and to what.
extension DraftRules {
  private static let intending: Set<String> = [
    "aim", "plan", "seek", "intend", "pledge", "promise", "attempt", "decide", "agree", "refuse",
    "want", "try", "vow", "choose",
  ]

  /// `Xi Jinping aims to move …` asks what does he aim to do.
  mutating func intention(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .perfect(let verb): lemma = verb
    default: return
    }
    guard Self.intending.contains(lemma), let first = clause.rest.first, words[first].lower == "to",
      clause.rest.count > 3, isTelling(clause)
    else { return }
    let range = clause.rest(from: first + 1)
    let answer = clause.text(range)
    guard let inverted = clause.inverted(without: range), answer.split(separator: " ").count <= 22
    else { return }
    let stem = "What \(inverted) do" + timeTail(sentence, clause)
    ask(
      .significance, stem, answer: answer, index, score: 72)
  }

  func timeTail(_ sentence: AnalysedSentence, _ clause: DraftClause) -> String {
    guard let lead = clause.lead, !clause.leadIsClause,
      DraftGrammar.prepositions.contains(sentence.words[lead.lowerBound].lower),
      sentence.times.contains(where: { lead.contains($0.range.lowerBound) })
    else { return "" }
    return " " + DraftClause.inside(sentence.words, lead)
  }

  /// Verbs whose object says little, or goes on as a clause.
  private static let plainVerbs: Set<String> = [
    "have", "become", "begin", "start", "take", "make", "get", "go", "come", "be", "do", "lead",
    "cause", "result", "contribute", "trigger", "see", "say", "think", "believe", "show", "find",
    "remain", "stay", "live", "lie", "keep", "let", "follow", "end", "join", "reach", "enter",
    "warn", "inform", "convince", "remind", "spend", "prove", "appear", "seem", "turn", "look",
    "feel", "exist", "occur", "happen", "act",
    "call", "name", "dub", "nickname", "term", "consider", "elect", "appoint", "deem", "christen",
    "label", "style", "crown", "brand", "render", "leave", "run", "work", "move", "mean", "rise",
    "fall", "travel", "depend", "rely", "consist", "belong",
  ]

  /// Verbs whose object is worth asking for, and the preposition that they take.
  private static let asking: [String: [String]] = [
    "produce": [], "export": [], "import": [], "build": [], "introduce": [], "face": [],
    "require": [], "provide": [], "protect": [], "control": [], "connect": [], "link": [],
    "separate": [], "contain": [], "grow": [], "replace": [], "prevent": [], "improve": [],
    "reduce": [], "transform": [], "offer": [], "attract": [], "support": [], "absorb": [],
    "release": [], "store": [], "carry": [], "transport": [], "generate": [], "create": [],
    "establish": [], "invent": [], "develop": [], "seize": [], "conquer": [],
    "abolish": [], "ban": [], "adopt": [], "declare": [], "demand": [], "sign": [], "grant": [],
    "receive": [], "represent": [], "symbolize": [], "mark": [], "shape": [], "influence": [],
    "facilitate": [], "join": [], "focus": ["on"], "rely": ["on"], "depend": ["on"],
    "specialize": ["in"],
    "aim": ["at"], "shift": [], "involve": [], "present": [], "prohibit": [], "regulate": [],
    "revolutionize": [], "use": [], "need": [], "lose": [], "gain": [], "acquire": [], "limit": [],
    "propose": [], "approve": [], "defeat": [], "invade": [], "occupy": [], "annex": [],
    "replaced": [], "destroy": [], "weaken": [], "strengthen": [], "undermine": [], "win": [],
    "deal": ["with"], "center": ["on"], "result": ["from"], "derive": ["from"], "suffer": ["from"],
    "stem": ["from"], "benefit": ["from"], "depart": ["from"], "emerge": ["from"],
    "measure": [], "describe": [], "govern": [], "enjoy": [], "discover": [],
    "lack": [], "include": [], "comprise": [], "encompass": [], "give": [], "bring": [],
    "boost": [], "cede": [], "share": [], "retain": [], "increase": [], "threaten": [], "drive": [],
    "dominate": [], "cover": [], "exploit": [], "guarantee": [], "resemble": [], "outlaw": [],
    "restore": [], "damage": [], "consume": [], "supply": [], "account": ["for"],
    "belong": ["to"], "convert": [], "extract": [], "react": ["with"], "form": [], "serve": [],
    "design": [], "perform": [],
  ]

  /// `The initiative focuses on transit corridors` asks what does it focus on.
  mutating func object(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    let lemma: String
    switch clause.verb {
    case .past(let verb), .present(let verb, _), .perfect(let verb), .modal(let verb): lemma = verb
    default: return
    }
    guard isTelling(clause), clause.subject.count <= 12,
      !words[clause.verbRange].contains(where: { $0.lower == "only" })
    else { return }
    // `forced the company to close`, `allowed ships to pass`: no object by itself.
    if Self.driving.contains(lemma),
      clause.rest.dropLast().contains(where: { place in
        words[place].lower == "to"
          && (words[place + 1].lower == "be"
            || DraftVerbs.shared.reading(of: words[place + 1].lower, as: .base) != nil)
      })
    {
      return
    }
    // `gave the canal authority a watershed`: which of the two is asked for?
    if Self.giving.contains(lemma) || DraftVerbs.completing.contains(lemma),
      hasTwoObjects(words, clause.rest)
    {
      return
    }
    // Of other verbs only a plain object is asked for, and rather not.
    let listed = Self.asking[lemma]
    if listed == nil {
      guard !Self.plainVerbs.contains(lemma), !clause.mayBeReduced,
        let first = clause.rest.first, isObject(words, first), clause.rest.count >= 3
      else { return }
    }
    let prepositions = listed ?? []
    var start = clause.rest.lowerBound
    if let preposition = prepositions.first {
      guard let place = clause.rest.prefix(3).first(where: { words[$0].lower == preposition }),
        words[start..<place].allSatisfy({ DraftGrammar.isAdverb($0.lower) })
      else { return }
      start = place + 1
    }
    var range = clause.rest(from: start)
    // A time behind the object stays in the question.
    if let time = sentence.times.first(where: { range.contains($0.range.lowerBound) }) {
      var place = time.range.lowerBound - 1
      if place > start, words[place].lower == "the" { place -= 1 }
      if place > start, ["in", "on", "during", "by", "since"].contains(words[place].lower) {
        range = start..<place
      }
    }
    // `declared Trieste, then a walled town, a free port` is cut before what it was declared.
    guard !clause.isCut || !DraftVerbs.completing.contains(lemma) else { return }
    guard let first = range.first, words[first].kind == .word || words[first].kind == .number,
      !DraftGrammar.demonstratives.contains(words[first].lower),
      !DraftGrammar.prepositions.contains(words[first].lower),
      !DraftGrammar.isAdverb(words[first].lower),
      !DraftGrammar.relatives.contains(words[first].lower),
      !Self.places.contains(words[first].lower),
      !DraftGrammar.personal.contains(words[first].lower) || words[first].lower == "its"
        || words[first].lower == "their" || words[first].lower == "his"
    else { return }
    if ["connect", "link", "join", "separate"].contains(lemma),
      let list = nameList(sentence, from: first), list.names.count >= 2, list.end >= clause.end,
      let inverted = clause.inverted(without: range)
    {
      add(
        .location, .list, DraftWording.question("What \(inverted)"),
        .list(list.names.map { Accepted($0.text) }, need: nil),
        key: list.names.map(\.text).joined(separator: ", "), from: [index], score: 84)
      return
    }
    // The object goes to the first preposition but `of`, the rest stays in the question where it is short.
    // A long object is asked for up to its comma.
    var left: Range<Int>?
    let second = secondVerb(in: range, of: clause)
    if second < range.upperBound {
      range = range.lowerBound..<second
      left = range.lowerBound..<clause.end
    }
    // `divides the sea into belts` asks what it divides into belts.
    if let behind = Self.splitting[lemma],
      let place = range.dropFirst().first(where: { behind.contains(words[$0].lower) })
    {
      range = range.lowerBound..<place
      left = range
    }
    var answer = clause.text(range)
    var count = answer.split(separator: " ").count
    if count > 20, let comma = words[range].firstIndex(where: { $0.isMark(",") }),
      comma - range.lowerBound >= 3
    {
      answer = words[range.lowerBound..<comma].running
      count = answer.split(separator: " ").count
      left = range.lowerBound..<clause.end
    }
    guard (2...20).contains(count), let inverted = clause.inverted(without: left ?? range) else {
      return
    }
    // `three obstacles` says nothing yet.
    if count == 2, DraftGrammar.determiners.contains(words[first].lower),
      words[first].lower != "the"
    {
      return
    }
    // `increased 31% to 1.7 billion`
    if words[first].kind == .number,
      ["increase", "rise", "grow", "fall", "drop", "decrease", "decline", "gain", "lose"].contains(
        lemma)
    {
      return
    }
    // `gives birth`, `takes place` are one verb.
    guard
      !["birth", "rise", "way", "place", "part", "care", "note", "account"].contains(
        words[first].lower)
    else { return }
    // Somebody is no `what`.
    if let mention = sentence.mention(at: range), mention.kind == .name(.person) { return }
    if sentence.names.contains(where: { $0.range.lowerBound == first && $0.kind == .name(.person) })
    {
      return
    }
    let stem = "What \(inverted)" + timeTail(sentence, clause)
    guard stem.split(separator: " ").count >= 5 else { return }
    let isNamed = sentence.names.contains { clause.subject.contains($0.range.lowerBound) }
    let isBare =
      DraftWording.content(stem).count < 3 && !stem.contains(where: \.isNumber)
    let penalty =
      (isBare ? 12 : 0)
      + (["use", "need", "have", "include", "mean", "give", "bring", "force", "serve", "form"]
        .contains(lemma) ? 6 : 0)
    ask(
      .significance, stem, answer: answer, index,
      score: (isNamed ? 66 : 60) - penalty - (listed == nil ? 12 : 0))
  }

  private static let places: Set<String> = [
    "underwater", "underground", "abroad", "overseas", "everywhere", "elsewhere", "apart",
    "together", "away", "back", "home", "out", "up", "down", "forward", "upward", "upwards",
    "downward", "downwards", "indoors", "outdoors", "and", "or", "there", "enough",
  ]

  /// Where a second verb goes on: the end of `tissues` in `penetrate tissues and damage cells`.
  func secondVerb(in range: Range<Int>, of clause: DraftClause) -> Int {
    let form: DraftVerbs.Form
    switch clause.verb {
    case .modal, .present(_, isPlural: true): form = .base
    case .present(_, isPlural: false): form = .present
    case .past: form = .past
    case .passive, .copula:
      switch clause.words[clause.verbRange.lowerBound].lower {
      case "are": form = .base
      case "is": form = .present
      case "was", "were": form = .past
      default: return range.upperBound
      }
    case .perfect, .progressive: return range.upperBound
    }
    for place in range.dropFirst()
    where ["and", "or"].contains(clause.words[place].lower)
      // `banned the export of grain, bought corn`
      || clause.words[place].isMark(",")
        && (DraftTerms.isHead(clause.words[place - 1]) || clause.words[place - 1].isCapital)
    {
      var next = place + 1
      while next < range.upperBound, DraftGrammar.isAdverb(clause.words[next].lower) { next += 1 }
      guard next + 1 < clause.words.count,
        let lemma = DraftVerbs.shared.reading(of: clause.words[next].lower, as: form)
      else { continue }
      let after = clause.words[next + 1]
      let isVerb =
        !DraftVerbs.shared.isNounToo(lemma)
        || after.kind == .word && !DraftGrammar.functionWords.contains(after.lower)
        || DraftGrammar.determiners.contains(after.lower)
      if isVerb { return place }
    }
    return range.upperBound
  }

  /// True where a noun phrase begins: what a verb that is not listed has for an object.
  private func isObject(_ words: [DraftWord], _ first: Int) -> Bool {
    let word = words[first]
    if ["a", "an", "the", "its", "their", "his", "her", "most", "some", "several", "many", "both"]
      .contains(word.lower)
    {
      return true
    }
    return word.kind == .word && !DraftGrammar.functionWords.contains(word.lower)
      && !DraftGrammar.isAdverb(word.lower)
      && DraftVerbs.shared.readings(of: word.lower).allSatisfy {
        $0.form == .participle || $0.form == .past || DraftVerbs.shared.isNounToo($0.lemma)
      }
  }

  private static let driving: Set<String> = [
    "force", "allow", "enable", "help", "encourage", "permit", "persuade", "urge", "order", "ask",
    "invite", "cause", "require", "compel", "oblige", "lead", "expect", "want", "prompt", "tell",
  ]

  private static let giving: Set<String> = [
    "give", "grant", "offer", "lend", "send", "pay", "allow", "cost", "bring", "show", "teach",
    "award", "hand", "leave", "promise", "sell", "tell", "ask", "deny", "assign", "owe", "win",
    "guarantee", "serve", "refuse",
  ]

  /// True where a second noun phrase follows before any preposition, or a name stands first.
  private func hasTwoObjects(_ words: [DraftWord], _ rest: Range<Int>) -> Bool {
    guard let first = rest.first else { return false }
    if words[first].isCapital || DraftGrammar.personal.contains(words[first].lower) { return true }
    for place in rest.dropFirst() {
      let word = words[place]
      if word.kind == .mark || DraftGrammar.prepositions.contains(word.lower)
        || DraftGrammar.relatives.contains(word.lower)
      {
        return false
      }
      if DraftGrammar.determiners.contains(word.lower) || word.kind == .number { return true }
    }
    return false
  }

  /// Verbs that do something to their object by a preposition, which belongs to the question.
  private static let splitting: [String: Set<String>] = [
    "divide": ["into"], "split": ["into"], "turn": ["into"], "convert": ["into", "to"],
    "transform": ["into"], "merge": ["with", "into"], "link": ["with", "to"], "remove": ["from"],
    "replace": ["by", "with"], "accuse": ["of"], "separate": ["from"], "classify": ["as", "into"],
    "group": ["into"], "extract": ["from"], "compare": ["with", "to"], "provide": ["with"],
    "supply": ["with"], "combine": ["with"], "regard": ["as"],
  ]
}
