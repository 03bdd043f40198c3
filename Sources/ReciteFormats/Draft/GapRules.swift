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
    // `Article 5`
    if after?.kind == .number { return false }
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
    // `several ____ governments`: whose they are is seldom the point.
    let isWhose =
      range.count == 1 && topic != .figure && topic != .date
      && NameWords.adjectives.contains(words[range.lowerBound].lower)
    let score = score - (isWhose ? 8 : 0) - (topic == .definition && isFrame(sentence) ? 8 : 0)
    let end = stemEnd(sentence, range, isWhole: isWhole)
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
    guard !isTerm || DraftWording.content(head + " " + tail).count >= 3,
      topic == .figure || topic == .date || isFit(key, range, in: words, isTerm || topic == .cause)
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
    // `the ____ century`: who types both words means the same.
    if topic == .date, range.upperBound < words.count,
      words[range.upperBound].lower == "century"
    {
      aliases = [key + " century"]
    }
    let hint: String?
    switch topic {
    case .figure:
      let before = range.lowerBound > 0 ? words[range.lowerBound - 1].lower : ""
      let isYear =
        key.count == 4 && key.allSatisfy(\.isNumber)
        && ["in", "by", "since", "until"].contains(before)
      hint =
        isYear
        ? "A year."
        : key.contains("%") || key.contains("percent") || key.contains("per cent")
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

  /// True for the scene that an article opens with, and for its last words: they tell little.
  private func isFrame(_ sentence: AnalysedSentence) -> Bool {
    let last = analysis.sentences.last?.paragraphs.upperBound ?? 0
    guard sentence.paragraphs.lowerBound <= 2 || sentence.paragraphs.upperBound == last,
      sentence.figures.isEmpty, sentence.times.isEmpty
    else { return false }
    return !sentence.words.contains { titleRoots.contains(DraftWording.root($0.lower)) }
  }

  /// Where the stem ends: behind the clause that holds the gap, or with the sentence.
  private func stemEnd(_ sentence: AnalysedSentence, _ range: Range<Int>, isWhole: Bool) -> Int {
    let words = sentence.words
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
    // `defeated the army, sacked Delhi | and carried off the throne`: three deeds, of which two stay.
    if end < words.count, ["and", "or", ","].contains(words[end].lower),
      words.indices[..<end].contains(where: { place in
        place > 0 && words[place - 1].isMark(",")
          && DraftVerbs.shared.readings(of: words[place].lower).contains {
            $0.form == .past || $0.form == .present
          }
      })
    {
      end = words.count
    }
    // `Bolivia taxed the trade, the company refused to pay | and Chile …`
    let parser = ClauseParser(words: words, mentions: sentence.mentions)
    let verb = sentence.clause?.verbRange.upperBound ?? 0
    if end < words.count, verb < end,
      (verb..<end - 1).contains(where: { words[$0].isMark(",") && parser.opensClause($0 + 1) })
    {
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
    return end
  }

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
}
