import ReciteCore

/// Sentences with one word or figure left out.
extension DraftRules {
  private static let mostWords = 34

  mutating func gaps(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard words.count <= Self.mostWords + 14,
      !sentence.reasons.contains(.quoted) || isReport(sentence)
    else { return }
    // What is doubted, denied or reported stays so, word for word.
    let isWhole = !sentence.reasons.isEmpty
    let figures = sentence.figures.filter { figure in
      figure.range.contains {
        words[$0].kind == .number || DraftGrammar.scales.contains(words[$0].lower)
      }
    }
    // Of two figures each must count something else, or both would fit.
    let units = figures.map { unit(of: $0, words) }
    if figures.count <= 2, Set(units).count == figures.count {
      for (figure, unit) in zip(figures, units) where isTelling(figure, words) {
        let isSpan = ["years", "months", "weeks", "days"].contains(
          unit.split(separator: " ").first ?? "")
        gap(
          sentence, index, figure.range, .figure, score: (isSpan ? 54 : 66) - (isWhole ? 8 : 0),
          isWhole: isWhole)
      }
    }
    if sentence.times.count == 1, let time = sentence.times.first, time.kind != .span {
      gap(
        sentence, index, time.range, .date, score: 60 - (isWhole ? 8 : 0), isWhole: isWhole)
    }
    guard sentence.reasons.isEmpty else { return }
    // Of two times the last, where there is little else to ask.
    let years = sentence.times.filter { if case .year = $0.kind { true } else { false } }
    if sentence.times.count == 2, years.count == 2, let last = years.last {
      gap(sentence, index, last.range, .date, score: 48)
    }
    // A name that is said to be unique, or that follows a telling preposition.
    for name in sentence.names where isTellingName(name, in: sentence) {
      gap(sentence, index, name.range, .name, score: 58)
      break
    }
  }

  /// What a figure counts: `%`, `$`, or the noun behind it.
  private func unit(of figure: DraftMention, _ words: [DraftWord]) -> String {
    if let last = figure.range.last, words[last].isMark("%") || words[last].lower.hasPrefix("perc")
    {
      return "%"
    }
    let money =
      words[figure.range.lowerBound].kind == .mark ? words[figure.range.lowerBound].text : ""
    let next = figure.range.upperBound
    return money
      + words[min(next, words.count)..<min(next + 4, words.count)].map(\.lower).joined(
        separator: " ")
  }

  /// True for a figure that says how much: not a score, a number of a list, an age in passing.
  func isTelling(_ figure: DraftMention, _ words: [DraftWord]) -> Bool {
    let before = figure.range.lowerBound > 0 ? words[figure.range.lowerBound - 1].lower : ""
    guard
      ![
        "no.", "number", "article", "chapter", "section", "page", "apollo", "and", "between",
        "figure", "table", "route", "version", "grade", "class", "least",
      ].contains(before)
    else { return false }
    // `60 years ago` was so when it was written.
    if words[figure.range.upperBound...].prefix(2).contains(where: { $0.lower == "ago" }) {
      return false
    }
    // `Apollo 11`, `NGC 4881`: a part of a name.
    if figure.range.lowerBound > 0 {
      let previous = words[figure.range.lowerBound - 1]
      if previous.isCapital, figure.range.lowerBound > 1 || previous.text.count <= 4,
        !DraftGrammar.functionWords.contains(previous.lower) || previous.isAcronym,
        words[figure.range.lowerBound].kind == .number
      {
        return false
      }
    }
    // The same number stands beside it, too.
    let number = words[figure.range.lowerBound].text
    if words.indices.contains(where: { $0 != figure.range.lowerBound && words[$0].text == number })
    {
      return false
    }
    // `from 5 to 7` has two, `fell to 7` one.
    if before == "to", figure.range.lowerBound > 1,
      words[..<(figure.range.lowerBound - 1)].contains(where: { $0.kind == .number })
    {
      return false
    }
    if before == "another" || before == "every" || before == "per" || before == "aged" {
      return false
    }
    if before == "for" || before == "in", figure.range.lowerBound > 1,
      words[figure.range.lowerBound - 2].kind == .number
        || DraftGrammar.numberWords[words[figure.range.lowerBound - 2].lower] != nil
        || words[figure.range.lowerBound - 2].lower == "one"
    {
      return false
    }
    let end = figure.range.upperBound
    if end < words.count {
      let next = words[end]
      if ["to", "or", "and", "out"].contains(next.lower) || next.isMark(":") || next.isMark("/") {
        return false
      }
      if next.lower == "of", end + 1 < words.count, words[end + 1].lower == "the" {
        return figure.text.contains("%") || figure.text.contains("percent")
          || figure.text.contains("per cent")
      }
    }
    return true
  }

  private func isTellingName(_ name: DraftMention, in sentence: AnalysedSentence) -> Bool {
    let words = sentence.words
    // A list of names has no one answer.
    let before = name.range.lowerBound > 0 ? words[name.range.lowerBound - 1] : nil
    let after = name.range.upperBound < words.count ? words[name.range.upperBound] : nil
    if let after, after.isMark(",") || ["and", "or"].contains(after.lower) || after.isCapital {
      return false
    }
    if let before, before.isMark(",") || ["and", "or"].contains(before.lower) || before.isCapital {
      return false
    }
    if words[name.range.upperBound - 1].isPossessive { return false }
    let isInTitle = DraftWording.content(name.text).contains { analysis.titleWords.contains($0) }
    guard !isInTitle, sentence.names.count <= 4, name.kind != .name(.other) || name.range.count > 1
    else { return false }
    var preposition = name.range.lowerBound - 1
    if preposition >= 0, words[preposition].lower == "the" { preposition -= 1 }
    guard preposition > 0 else {
      // The subject, of a sentence that tells it apart.
      guard let clause = sentence.clause, clause.subject.contains(name.range.lowerBound),
        clause.subject.upperBound == name.range.upperBound, clause.verb != .copula
      else { return false }
      return sentence.mentions.count >= 2
    }
    return ["by", "with", "into", "from", "between", "under", "against", "called", "named", "as"]
      .contains(words[preposition].lower) && sentence.mentions.count >= 2
  }

  /// Adds the sentence with a gap at `range`, cut down to the clause that holds it.
  mutating func gap(
    _ sentence: AnalysedSentence, _ index: Int, _ range: Range<Int>, _ topic: DraftProposal.Topic,
    score: Int, before: String = "",
    isWhole: Bool = false, mayLean: Bool = false
  ) {
    let words = sentence.words
    guard sentence.clause != nil || mayHaveVerb(sentence) else { return }
    // `On bad days, are the currents …`: what stood in front was left off.
    if let comma = words.prefix(6).firstIndex(where: { $0.isMark(",") }), comma + 1 < words.count,
      DraftGrammar.beForms.contains(words[comma + 1].lower),
      DraftGrammar.prepositions.contains(words[0].lower)
    {
      return
    }
    let range = narrowed(range, topic, in: sentence)
    var end = words.count
    if let clause = sentence.clause, range.upperBound <= clause.end,
      clause.verbRange.upperBound <= clause.end,
      clause.end - (clause.lead?.lowerBound ?? clause.subject.lowerBound) >= 7
    {
      end = clause.end
    }
    if end == words.count, let clause = sentence.clause,
      range.lowerBound >= clause.verbRange.upperBound
    {
      end = max(
        range.upperBound, DraftClause.end(of: words, sentence.mentions, from: range.upperBound))
    }
    // `lost, in 405 BC, the fleet`: what follows the second comma belongs to the verb.
    if end < words.count, words[end].isMark(","),
      words[max(0, range.lowerBound - 4)..<range.lowerBound].contains(where: { $0.isMark(",") })
    {
      end = words.count
    }
    // `opened in 1804 and Manchester`, whose verb is cut off
    if end > 1, end < words.count, words[end - 1].isCapital, words[end - 2].lower == "and" {
      end = words.count
    }
    // `…, and pollution from traffic`, whose verb is cut off
    if end < words.count,
      let and = words[..<end].lastIndex(where: { ["and", "but"].contains($0.lower) }), and > 1,
      words[and - 1].isMark(","), and > (sentence.clause?.verbRange.upperBound ?? 0),
      !Self.hasVerb(Array(words[(and + 1)..<end]))
    {
      end = words.count
    }
    if isWhole || end < words.count && isHollow(words[..<end], range) { end = words.count }
    // A doubt or denial behind the clause belongs to what is said.
    if !sentence.reasons.isEmpty, !sentence.keepsItsDoubt { end = words.count }
    while end > range.upperBound,
      words[end - 1].kind == .mark && [",", ";", ":", "—", "–"].contains(words[end - 1].text)
        || ["and", "or", "but"].contains(words[end - 1].lower)
    { end -= 1 }
    // `a site called Shadowcrew.com`
    if topic != .figure, topic != .date, range.upperBound < end,
      !words[range.upperBound].isSpaced, !words[range.upperBound].isMark(","),
      !["”", "\"", "’", "'", ";", ":"].contains(words[range.upperBound].text)
    {
      return
    }
    guard end <= Self.mostWords + 4 else { return }

    var key = words[range].running
    var tail = words[range.upperBound..<end].running
    if range.upperBound < end, words[range.upperBound].isSpaced { tail = " " + tail }
    if let last = range.last, words[last].isPossessive {
      let plain = words[last].plain
      tail = String(words[last].text.dropFirst(plain.count)) + tail
      key =
        (Array(words[range].dropLast()) + [
          DraftWord(
            text: plain, lower: "", kind: .word, isSpaced: words[last].isSpaced, range: 0..<0)
        ]).running
    }
    var head = words[..<range.lowerBound].running
    if !before.isEmpty { head = before + " " + head }
    if range.lowerBound > 0, words[range.lowerBound].isSpaced { head += " " }
    guard
      words.first?.kind != .mark || ["“", "\"", "‘", "$", "€", "£"].contains(words[0].text)
    else { return }
    let isTerm = topic == .definition || topic == .name
    guard !isTerm || DraftWording.content(head + " " + tail).count >= 3 else { return }
    // What the title says is no secret.
    let said = DraftWording.content(key).map(DraftWording.root)
    guard topic == .figure || topic == .date || !said.allSatisfy(titleRoots.contains) else {
      return
    }
    // What is left of it may be anybody's.
    guard
      range.count > 1 || topic == .figure || topic == .date || words[range.lowerBound].isCapital
        || !Self.thin.contains(words[range.lowerBound].lower)
          && !Self.light.contains(words[range.lowerBound].lower)
    else { return }
    // `called the passage Bab el-Mandeb`: two things, of which the first has no name.
    guard
      topic == .figure || topic == .date
        || !zip(range, range.dropFirst()).contains(where: { first, second in
          !words[first].isCapital && words[second].isCapital
            && !NameWords.particles.contains(words[first].lower)
            && !DraftGrammar.prepositions.contains(words[first].lower)
        })
    else { return }
    // `the immediate cause`, `without argument`
    guard !isTerm && topic != .cause || !Self.isEmpty(key),
      range.count > 1 || head.split(separator: " ").last != "without"
    else { return }
    guard !key.isEmpty, topic == .figure || !key.contains(","), !key.contains("|"),
      key.unicodeScalars.count > 1
    else { return }
    // Another figure of the kind would make two answers fit.
    let stem = RichText(
      runs: [.text(head, []), .gap(0), .text(tail.hasSuffix(".") ? tail : tail + ".", [])].filter {
        $0 != .text("", [])
      })
    var aliases: [String] = []
    if topic == .figure { aliases = Self.figureAliases(key) }
    if topic == .name || topic == .definition { aliases = initials(key) }
    let hint: String?
    switch topic {
    case .figure:
      hint =
        key.contains("%") || key.contains("percent") || key.contains("per cent")
        ? "A percentage." : "A number."
    case .date: hint = Self.dateHint(words[range])
    case .name, .location, .cause, .significance, .definition, .list: hint = nil
    }
    add(
      topic, .gap, stem, .cloze(gaps: [Accepted(key, aliases: aliases)], anyOrder: false), key: key,
      from: [index], score: score - (words.count > 26 ? 6 : 0), hint: hint,
      mayRepeatKey: topic == .definition && sharesItsHeadOnly(key, with: head + " " + tail),
      mayLean: mayLean || !before.isEmpty,
      cue: topic == .figure || topic == .date || tail.first == "'" || tail.first == "’"
        ? nil : cue(key))
  }

  /// The first letters of an answer's words, so many that hardly another wording fits, and no other
  /// word of the document.
  func cue(_ key: String) -> String {
    key.split(separator: " ").map { word -> String in
      guard !DraftGrammar.functionWords.contains(word.lowercased()) else { return String(word) }
      return word.split(separator: "-").map(letters).joined(separator: "-")
    }.joined(separator: " ")
  }

  private func letters(_ word: Substring) -> String {
    let lower = word.lowercased()
    let root = DraftWording.root(lower)
    let least = lower.count > 7 ? 3 : lower.count > 3 ? 2 : 1
    let most = min(max(least, 6), max(1, lower.count - 2))
    let rivals = (vocabulary[lower.prefix(2)] ?? []).filter { DraftWording.root($0) != root }
    var count = least
    while count < most, rivals.contains(where: { $0.hasPrefix(lower.prefix(count)) }) { count += 1 }
    return "\(word.prefix(count))…"
  }

  private static func dateHint(_ words: ArraySlice<DraftWord>) -> String {
    guard let last = words.last else { return "A time." }
    if last.lower == "century" || last.lower == "centuries" { return "A century." }
    if ["th", "st", "nd", "rd"].contains(where: last.lower.hasSuffix) { return "A number." }
    if last.lower.hasSuffix("0s") { return "A decade." }
    switch words.count(where: { $0.kind != .mark }) {
    case 1 where last.kind == .number: return "A year."
    case 3...: return "A day, month and year."
    default: return "A time."
    }
  }

  /// What is left out of a phrase that was found: of all that goes with it what tells it apart.
  private func narrowed(
    _ range: Range<Int>, _ topic: DraftProposal.Topic, in sentence: AnalysedSentence
  ) -> Range<Int> {
    let words = sentence.words
    var range = range
    func dropFirst() { range = range.lowerBound + 1..<range.upperBound }
    // An article stays in the sentence.
    while range.count > 1, DraftGrammar.articles.contains(words[range.lowerBound].lower) {
      dropFirst()
    }
    switch topic {
    case .figure: return range
    case .date:
      // `in January ____`, `in the early ____`: who knows the year knows enough.
      let isMonth = range.count == 2 && DraftGrammar.months.contains(words[range.lowerBound].lower)
      // `in the ____ century`
      if range.count == 2, words[range.lowerBound + 1].lower == "century" {
        return range.lowerBound..<range.lowerBound + 1
      }
      while range.count > 1,
        isMonth || ["early", "mid", "late", "middle"].contains(words[range.lowerBound].lower)
      { dropFirst() }
      return range
    case .name, .definition, .cause, .significance, .location, .list: break
    }
    // `President ____`
    while range.count > 1, words[range.lowerBound].isCapital,
      NameWords.titles.contains(words[range.lowerBound].lower),
      sentence.mentions.contains(where: {
        $0.kind == .name(.person) && $0.range.overlaps(range)
      })
    { dropFirst() }
    // `the ____ dialects`: the nouns behind a name are anybody's.
    let isNamed =
      range.lowerBound > 0 && words[range.lowerBound].isCapital
      && words[range.dropFirst()].contains { !$0.isCapital }
    if isNamed {
      let end = range.first { !words[$0].isCapital } ?? range.upperBound
      if words[end...].prefix(while: { !$0.isCapital }).count >= range.upperBound - end {
        return range.lowerBound..<end
      }
    }
    // `an excellent ____`: what is only praised is no part of what is known.
    while range.count > 1,
      Self.bland.contains(words[range.lowerBound].lower)
        || Self.praising.contains(words[range.lowerBound].lower)
    { dropFirst() }
    // `the ____ trade`
    if range.count > 1, !words[range.lowerBound].isCapital,
      !Self.isUnique(words[range.lowerBound].lower), let last = range.last,
      Self.light.contains(words[last].lower),
      !words[last].isCapital, !DraftTerms.describes(words[last - 1])
    {
      return range.lowerBound..<last
    }
    return range
  }

  private static let praising: Set<String> = [
    "right", "wrong", "favourable", "favorable",
    "excellent", "famous", "vast", "enormous", "remarkable", "sleepy", "beautiful", "spectacular",
    "notable", "prominent", "legendary", "splendid", "magnificent", "impressive", "terrible",
    "dangerous", "nearby", "distant", "powerful", "unhappy", "happy", "eager", "heavy", "tall",
  ]

  /// `EU` for the European Union, where it is customary or the document writes it.
  func initials(_ key: String) -> [String] {
    let words = key.split(separator: " ")
    guard words.count > 1, words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return [] }
    let initials = String(words.compactMap(\.first))
    guard acronyms.contains(initials) || Self.customary.contains(initials) else { return [] }
    return initials == "US" ? ["US", "USA"] : [initials]
  }

  private static let customary: Set<String> = ["US", "UK", "EU", "UN", "UAE", "GDP", "IMF", "NATO"]

  /// Nouns that say little behind what describes them: another would do as well.
  private static let light: Set<String> = [
    "site", "sites", "trade", "state", "states", "area", "areas", "region", "regions", "industry",
    "industries", "system", "systems", "process", "company", "companies", "sector", "zone",
    "territory", "country", "countries", "province", "provinces", "city", "cities", "town", "towns",
    "worker", "workers", "force", "forces", "power", "powers", "policy", "policies", "rate",
    "rates", "level", "levels", "condition", "conditions", "service", "services", "goods",
    "product", "products", "inhabitants", "population", "people", "line", "lines", "activity",
    "activities", "operations", "project", "projects", "program", "programme", "method", "methods",
    "group", "groups", "community", "communities", "firm", "firms", "business", "businesses",
  ]

  /// True where too little is left of a sentence that is cut at its first clause.
  private func isHollow(_ words: ArraySlice<DraftWord>, _ range: Range<Int>) -> Bool {
    let kept = words.indices.filter { !range.contains($0) }.map { words[$0] }
    return DraftWording.content(kept.running).count < 4
      // `and although that part was rewritten in ____,`: the main clause follows.
      || kept.contains { ["although", "though", "whereas"].contains($0.lower) }
  }

  /// True where only the last of three words and more stands in the rest: `a system called the UBV system`.
  private func sharesItsHeadOnly(_ key: String, with rest: String) -> Bool {
    let said = Set(DraftWording.content(rest).map(DraftWording.root))
    let words = DraftWording.content(key).map(DraftWording.root)
    return words.count >= 2 && !words.dropLast().contains(where: said.contains)
  }

  /// `7 percent`, `7 per cent` and `7%` are one.
  static func figureAliases(_ key: String) -> [String] {
    for unit in [" percent", " per cent"] where key.hasSuffix(unit) {
      let number = key.dropLast(unit.count)
      return ["\(number)%", "\(number)\(unit == " percent" ? " per cent" : " percent")"]
    }
    if key.contains(" "), key.allSatisfy({ $0.isNumber || $0 == " " }) {
      return [key.filter { $0 != " " }, key.replacing(" ", with: ",")]
    }
    if key.hasSuffix("%") { return ["\(key.dropLast()) percent"] }
    return []
  }
}
