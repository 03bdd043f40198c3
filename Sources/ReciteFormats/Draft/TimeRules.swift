import ReciteCore

/// Questions after years, dates and figures.
extension DraftRules {
  private static let stative: Set<String> = [
    "have", "include", "lie", "live", "belong", "consist", "contain", "remain", "need", "be",
    "represent", "constitute", "comprise", "cover", "account", "stand", "hold",
  ]

  mutating func times(_ sentence: AnalysedSentence, _ index: Int) {
    let dated = sentence.times.filter { $0.kind != .span }
    guard dated.count == 1, sentence.times.count == 1, let time = dated.first,
      let clause = sentence.clause, !clause.leadIsClause,
      clause.subject.count > 1
        || !["one", "some", "many", "most", "both"].contains(
          sentence.words[clause.subject.lowerBound].lower),
      let dropped = timePhrase(time, in: sentence, clause)
    else { return }
    // `In 1847 alone, …`
    if time.range.upperBound < sentence.words.count,
      sentence.words[time.range.upperBound].lower == "alone"
    {
      return
    }
    switch clause.verb {
    case .past(let lemma):
      guard !Self.stative.contains(lemma),
        !clause.isCut || !DraftVerbs.completing.contains(lemma)
      else { return }
    case .passive:
      guard ["was", "were"].contains(sentence.words[clause.verbRange.lowerBound].lower) else {
        return
      }
    case .copula:
      guard ["became"].contains(sentence.words[clause.verbRange.lowerBound].lower) else { return }
    case .perfect, .modal, .present, .progressive: return
    }
    guard let inverted = clause.inverted(without: clause.lead == nil ? dropped : nil) else {
      return
    }
    let count = inverted.split(separator: " ").count
    guard count >= 5 else { return }
    // `When did the town follow?` says nothing; `When was the town founded?` does.
    let said = clause.text(clause.rest, without: clause.lead == nil ? dropped : nil)
    if case .past = clause.verb, DraftWording.content(said).isEmpty { return }
    let text = time.text
    let isPlain = sentence.words[time.range.lowerBound].kind == .number && time.range.count == 1
    switch time.kind {
    case .year(let year) where isPlain:
      let stem = DraftWording.question("In which year \(inverted)")
      let others = otherYears(than: year, in: sentence)
      if others.count >= 3, index % 3 == 1 {
        let options = placed(String(year), among: Array(others.prefix(3)), by: stem)
        add(
          .date, .choice, stem, .choice(options: options.options, key: options.key), key: text,
          from: [index], score: 80)
      } else {
        add(
          .date, .question, stem,
          .number(
            NumberKey(target: .exactly(Double(year)), unit: "", written: Accepted(String(year)))),
          key: text, from: [index], score: 80)
      }
    // `the early 20th century` is read better in the sentence.
    case .decade where Self.isNarrowed(text): return
    case .century where Self.isNarrowed(text): return
    case .decade:
      let the = "the " + text
      add(
        .date, .question, DraftWording.question("When \(inverted)"),
        .text(Accepted("in " + the, aliases: [the, text])), key: text, from: [index], score: 76)
    case .century:
      add(
        .date, .question,
        DraftWording.question(
          "\(text.split(separator: " ").count == 2 ? "In which century" : "When") \(inverted)"),
        .text(Accepted("the " + text, aliases: [text])), key: text, from: [index], score: 74)
    case .date:
      add(
        .date, .question,
        DraftWording.question(
          (time.range.count == 2 ? "In which month and year " : "On which date ") + inverted),
        .text(Accepted(text, aliases: Self.otherDate(time, sentence))), key: text, from: [index],
        score: 79)
    case .year, .span, .name, .figure: return
    }
  }

  private static func isNarrowed(_ text: String) -> Bool {
    let first = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).first
    return first.map { ["early", "mid", "late", "middle"].contains(String($0)) } ?? false
  }

  /// `15 August 1914` for `August 15, 1914`, and the other way round.
  private static func otherDate(_ time: DraftMention, _ sentence: AnalysedSentence) -> [String] {
    let words = sentence.words[time.range].filter { $0.kind != .mark }.map(\.text)
    guard words.count == 3 else { return [] }
    if words[0].first?.isLetter ?? false { return ["\(words[1]) \(words[0]) \(words[2])"] }
    return ["\(words[1]) \(words[0]), \(words[2])"]
  }

  /// The time with its preposition, where it belongs to the clause's verb for certain.
  func timePhrase(
    _ time: DraftMention, in sentence: AnalysedSentence, _ clause: DraftClause
  ) -> Range<Int>? {
    let words = sentence.words
    var start = time.range.lowerBound - 1
    if start >= 0, words[start].lower == "the" { start -= 1 }
    guard start >= 0, ["in", "on", "during"].contains(words[start].lower) else { return nil }
    if let lead = clause.lead {
      // Nothing else stands in front.
      guard start == lead.lowerBound, time.range.upperBound == lead.upperBound else { return nil }
      return lead
    }
    guard clause.rest.contains(start) else { return nil }
    for place in clause.rest.lowerBound..<start {
      let lower = words[place].lower
      // The time may belong to what stands nearer.
      if DraftGrammar.relatives.contains(lower)
        || DraftGrammar.conjunctions.contains(lower) && lower != "and" && lower != "or"
      {
        return nil
      }
      if ["after", "before", "until", "since", "from"].contains(lower) { return nil }
      if lower == "to", place + 1 < start,
        DraftVerbs.shared.reading(of: words[place + 1].lower, as: .base) != nil
      {
        return nil
      }
      if DraftVerbs.shared.readings(of: lower).contains(where: { $0.form == .gerund }) {
        return nil
      }
      if place > clause.rest.lowerBound,
        DraftVerbs.shared.readings(of: lower).contains(where: {
          $0.form == .past || $0.form == .participle
        }), words[place - 1].lower != "the"
      {
        return nil
      }
    }
    // `in 1914 elections`, `in 1990 and 1991`.
    let end = time.range.upperBound
    if end < words.count, words[end].kind == .word,
      !DraftGrammar.prepositions.contains(words[end].lower), end < clause.end
    {
      return nil
    }
    return start..<end
  }

  private func otherYears(than year: Int, in sentence: AnalysedSentence) -> [String] {
    var years: Set<Int> = []
    let own = Set(sentence.times.compactMap(\.order))
    for other in analysis.sentences.prefix(1000) {
      for time in other.times {
        if case .year(let number) = time.kind, number != year, !own.contains(number) {
          years.insert(number)
        }
      }
    }
    return years.sorted { (abs($0 - year), $0) < (abs($1 - year), $1) }.prefix(3).sorted().map(
      String.init)
  }

  // MARK: Figures

  private static let approximations: Set<String> = [
    "about", "around", "approximately", "roughly", "nearly", "almost", "some", "estimated",
  ]
  private static let bounds: Set<String> = ["over", "than", "least", "to"]

  mutating func figures(_ sentence: AnalysedSentence, _ index: Int) {
    guard sentence.figures.count == 1, let figure = sentence.figures.first,
      let clause = sentence.clause, !clause.leadIsClause
    else { return }
    let words = sentence.words
    guard let value = Self.value(of: figure, words), words[figure.range.lowerBound].kind == .number,
      let last = figure.range.last, !words[last].isMark("%"), words[last].lower != "percent",
      words[last].lower != "cent"
    else { return }
    // The noun that is counted.
    var end = figure.range.upperBound
    while end < clause.end, words[end].kind == .word, end - figure.range.upperBound < 4,
      !DraftGrammar.prepositions.contains(words[end].lower),
      !DraftGrammar.auxiliaries.contains(words[end].lower),
      !DraftGrammar.relatives.contains(words[end].lower),
      !DraftGrammar.conjunctions.contains(words[end].lower),
      end == figure.range.upperBound || !isVerbForm(words[end].lower)
    { end += 1 }
    guard end > figure.range.upperBound else { return }
    // `acres of land` belong together.
    if end < clause.end, words[end].lower == "of", words[end - 1].lower.hasSuffix("s") {
      var last = end + 1
      while last < clause.end, words[last].kind == .word, last - end <= 4,
        !DraftGrammar.prepositions.contains(words[last].lower),
        !DraftGrammar.auxiliaries.contains(words[last].lower),
        !DraftGrammar.relatives.contains(words[last].lower),
        !DraftGrammar.conjunctions.contains(words[last].lower), !isVerbForm(words[last].lower)
      { last += 1 }
      end = last
    }
    let nouns = words[figure.range.upperBound..<end]
    guard let noun = nouns.prefix(while: { $0.lower != "of" }).last,
      noun.lower.hasSuffix("s")
        || ["people", "men", "women", "children", "feet"].contains(noun.lower),
      noun.lower != "times", !noun.isCapital, noun.lower != "years" || true
    else { return }
    // What stands before: an article of measure, an approximation.
    var start = figure.range.lowerBound
    var isAbout = false
    var isBound = false
    while start > 0 {
      let lower = words[start - 1].lower
      if Self.approximations.contains(lower) {
        isAbout = true; start -= 1
      } else if lower == "an", isAbout {
        start -= 1
      } else if Self.bounds.contains(lower), start > 1,
        ["more", "less", "fewer", "at", "up"].contains(words[start - 2].lower)
      {
        isBound = true; start -= 2
      } else if lower == "over" {
        isBound = true; start -= 1
      } else {
        break
      }
    }
    guard !isBound else { return }
    let howMany =
      "\(isAbout ? "about how many" : "how many") \(nouns.map(\.text).joined(separator: " "))"
    let written = words[figure.range].map {
      $0.kind == .number ? $0.text.filter { $0 != " " } : $0.text
    }.joined(separator: " ")
    // `20 million` is read as so many millions.
    let unit = words[figure.range.upperBound - 1].lower
    let scale = figure.range.count > 1 && DraftGrammar.scales.contains(unit) ? unit : ""
    let amount =
      scale.isEmpty ? value : Double(written.split(separator: " ")[0].filter { $0 != "," }) ?? value
    let key = NumberKey(
      target: isAbout ? .within(amount, tolerance: amount * 0.1) : .exactly(amount), unit: scale,
      written: Accepted(isAbout ? written + " ± 10 %" : written))
    let tail: String
    if start == clause.rest.lowerBound {
      // The object of the verb.
      guard let inverted = clause.inverted(without: start..<end), clause.verb != .copula else {
        return
      }
      if case .passive = clause.verb { return }
      tail = DraftWording.question("\(howMany) \(inverted)" + leadTail(sentence, clause))
    } else if start == clause.subject.lowerBound, end <= clause.subject.upperBound {
      let verb = words[clause.verbRange].map(\.text).joined(separator: " ")
      let after =
        clause.subject.upperBound > end ? " " + words[end..<clause.subject.upperBound].running : ""
      tail = DraftWording.question(
        "\(howMany)\(after) \(verb) \(clause.text(clause.rest))" + leadTail(sentence, clause))
    } else {
      return
    }
    add(.figure, .question, tail, .number(key), key: written, from: [index], score: 79)
  }

  /// `in 2013`, where it stood in front.
  private func leadTail(_ sentence: AnalysedSentence, _ clause: DraftClause) -> String {
    guard let lead = clause.lead, !clause.leadIsClause else { return "" }
    return " " + DraftClause.inside(sentence.words, lead)
  }

  private func isVerbForm(_ word: String) -> Bool {
    DraftVerbs.shared.readings(of: word).contains {
      $0.form == .past || $0.form == .gerund || $0.form == .participle
    }
  }

  /// The number that a figure is; nil where it is no plain one.
  static func value(of figure: DraftMention, _ words: [DraftWord]) -> Double? {
    var value: Double?
    for word in words[figure.range] {
      if word.kind == .number {
        value = Double(word.text.filter { $0 != "," && $0 != " " })
      } else if let number = DraftGrammar.numberWords[word.lower] {
        value = number
      } else if let scale = [
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
      ][word.lower] {
        value = value.map { $0 * scale }
      } else {
        return nil
      }
    }
    return value
  }

  // MARK: Order and matching

  /// Dated events of the whole document, earliest first, no year twice.
  private func events() -> [(text: String, year: Int, date: String, sentence: Int)] {
    var events: [(text: String, year: Int, date: String, sentence: Int)] = []
    var years: Set<Int> = []
    for (index, sentence) in analysis.sentences.enumerated() where sentence.reasons.isEmpty {
      guard sentence.times.count == 1, let time = sentence.times.first,
        let year = Self.year(of: time), !years.contains(year), let clause = sentence.clause,
        !clause.leadIsClause, let dropped = timePhrase(time, in: sentence, clause)
      else { continue }
      switch clause.verb {
      case .past(let lemma): guard !Self.stative.contains(lemma) else { continue }
      case .passive:
        guard ["was", "were"].contains(sentence.words[clause.verbRange.lowerBound].lower) else {
          continue
        }
      case .copula:
        guard sentence.words[clause.verbRange.lowerBound].lower == "became" else { continue }
      case .perfect, .modal, .present, .progressive: continue
      }
      let text = clause.statement(without: clause.lead == nil ? dropped : nil)
      let count = text.split(separator: " ").count
      guard (4...14).contains(count), !DraftWording.leans(text), !Self.isVague(text),
        // `Full reopening came only | in 1985`
        !text.contains("|"), !text.hasSuffix(" only")
      else { continue }
      years.insert(year)
      events.append((text, year, time.text, index))
    }
    return events.sorted { $0.year < $1.year }
  }

  /// The year of a year or a date; nil for a decade, which holds many.
  private static func year(of time: DraftMention) -> Int? {
    switch time.kind {
    case .year(let year), .date(let year): year
    case .decade, .century, .span, .name, .figure: nil
    }
  }

  mutating func ordering() {
    let events = self.events()
    guard events.count >= 3 else { return }
    // Five at most, spread over the whole time.
    let count = min(5, events.count)
    let chosen = (0..<count).map { events[$0 * (events.count - 1) / max(1, count - 1)] }
    add(
      .date, .ordering, RichText("Put these events into the order in which they happened."),
      .ordering(chosen.map { Accepted($0.text) }),
      key: "order " + chosen.map(\.date).joined(separator: " "),
      from: chosen.map(\.sentence), score: 88, mayRepeatKey: true, mayLean: true)
    let others = events.filter { event in !chosen.contains { $0.sentence == event.sentence } }
    guard others.count >= 3 else { return }
    let rows = others.prefix(5).map {
      Matching.Pair(left: RichText($0.text), right: RichText($0.date))
    }
    add(
      .date, .matching, RichText("In which year did each of these happen?"),
      .matching(
        Matching(leftCaption: RichText("Event"), rightCaption: RichText("Year"), pairs: rows)),
      key: "match " + others.prefix(5).map(\.date).joined(separator: " "),
      from: others.prefix(5).map(\.sentence), score: 82, mayRepeatKey: true, mayLean: true)
  }
}
