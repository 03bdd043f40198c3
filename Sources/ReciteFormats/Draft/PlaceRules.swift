import ReciteCore

/// Statements of place: `lies in`, `is located between`, `borders`, `the capital of`.
extension DraftRules {
  private static let lying: Set<String> = [
    "lie", "sit", "stand", "stretch", "extend", "live", "originate",
  ]
  private static let placing: Set<String> = [
    "locate", "situate", "situated", "find", "position", "bound", "base", "house", "headquarter",
    "bury", "preserve",
  ]
  private static let prepositions: Set<String> = [
    "in", "on", "at", "between", "near", "along", "off", "within", "among", "across", "north",
    "south", "east", "west", "from", "beneath", "around", "over",
  ]
  private static let mostWords = 11
  /// Nouns at which nothing stands but in a figure of speech.
  private static let figurative: Set<String> = [
    "moment", "point", "crossroads", "time", "stage", "heart", "forefront", "mercy", "odds",
    "stake", "risk", "core", "turning", "position", "basis", "shadow", "wake", "midst",
  ]

  mutating func places(_ sentence: AnalysedSentence, _ index: Int) {
    if let clause = sentence.clause, !clause.leadIsClause {
      switch clause.verb {
      case .passive(let lemma) where Self.placing.contains(lemma): whereIs(sentence, clause, index)
      case .past(let lemma) where Self.lying.contains(lemma): whereIs(sentence, clause, index)
      case .present(let lemma, _) where Self.lying.contains(lemma): whereIs(sentence, clause, index)
      default: break
      }
      apposedPlace(sentence, clause, index)
      borders(sentence, clause, index)
      sides(sentence, clause, index)
    }
  }

  private mutating func whereIs(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    guard
      let first = clause.rest.first(where: { !DraftGrammar.isAdverb(sentence.words[$0].lower) }),
      first - clause.rest.lowerBound < 2, Self.prepositions.contains(sentence.words[first].lower),
      let subject = placeable(clause.subject, in: sentence)
    else { return }
    // `are found in groups and send messages`
    let noun = sentence.words[clause.rest].prefix(5).last { DraftTerms.isHead($0) }?.lower ?? ""
    guard !Self.figurative.contains(noun) else { return }
    // `based on their roles` is no place.
    if case .passive("base") = clause.verb,
      !["in", "at", "near"].contains(sentence.words[first].lower)
    {
      return
    }
    let range = clause.rest.lowerBound..<secondVerb(in: clause.rest, of: clause)
    let answer = clause.text(range)
    let count = answer.split(separator: " ").count
    let head = sentence.words[clause.verbRange.lowerBound].lower
    let stem: String
    switch clause.verb {
    case .passive:
      let verb = sentence.words[clause.verbRange].dropFirst().filter {
        !DraftGrammar.isAdverb($0.lower)
      }.map(\.text).joined(separator: " ")
      guard verb != "found" || sentence.words[first].lower != "by" else { return }
      stem = "Where \(head) \(subject) \(verb)"
    case .past(let lemma): stem = "Where did \(subject) \(lemma)"
    case .present(let lemma, let isPlural):
      stem = "Where \(isPlural ? "do" : "does") \(subject) \(lemma)"
    default: return
    }
    place(DraftWording.question(stem), answer, count, sentence, range, index)
  }

  /// True for a name of a time: `the Middle Ages`.
  static func isEra(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").last?.lowercased() else { return false }
    return [
      "ages", "age", "era", "renaissance", "antiquity", "enlightenment", "war", "revolution",
      "depression", "dynasty", "period", "century",
    ].contains(last)
  }

  private static let figures: Set<String> = [
    "shadow", "hands", "mercy", "verge", "wake", "midst", "face", "name", "eyes", "brink", "peril",
    "danger", "fear", "exile", "debt", "ruins",
  ]

  /// A short place is typed; a long one is marked by the names in it.
  private mutating func place(
    _ stem: String, _ answer: String, _ count: Int, _ sentence: AnalysedSentence,
    _ range: Range<Int>, _ index: Int
  ) {
    let names = sentence.names.filter {
      range.overlaps($0.range) && range.contains($0.range.lowerBound)
    }
    guard count <= 24,
      // `lived in the shadow of Venice` is no place.
      !sentence.words[range].contains(where: { Self.figures.contains($0.lower) }),
      !names.contains(where: { Self.isEra($0.text) }),
      !sentence.words[range].contains(where: { $0.lower == "language" })
    else { return }
    // `600 kilometres from`: a figure is asked for elsewhere.
    if count <= 7, names.count == 1,
      !sentence.words[range].contains(where: {
        ["between", "and", "outside", "beyond", "off", "near", "opposite"].contains($0.lower)
      })
    {
      // `in Verviers` is Verviers; `on the path to Turkey` is not Turkey, and is said in many ways.
      let lead = sentence.words[range.lowerBound..<names[0].range.lowerBound]
      guard lead.dropFirst().allSatisfy({ DraftGrammar.articles.contains($0.lower) }) else {
        return
      }
      add(
        .location, .question, stem, .text(Accepted(answer, aliases: [names[0].text])), key: answer,
        from: [index], score: 78)
      return
    }
    // `between Uzbekistan and Kazakhstan` has two; of `Dalian in Liaoning` one may be enough.
    let isJoined = zip(names, names.dropFirst()).allSatisfy { first, second in
      sentence.words[first.range.upperBound..<second.range.lowerBound].allSatisfy {
        $0.isMark(",") || $0.lower == "and" || $0.lower == "the"
      }
    }
    guard (2...4).contains(names.count), isJoined, Set(names.map(\.text)).count == names.count
    else {
      return
    }
    add(
      .location, .list, stem, .list(names.map { Accepted($0.text) }, need: nil), key: answer,
      from: [index], score: 76)
  }

  /// A subject that may stand in `Where is …`.
  private func placeable(_ range: Range<Int>, in sentence: AnalysedSentence) -> String? {
    guard range.count <= 9,
      !sentence.words[range].contains(where: { DraftGrammar.personal.contains($0.lower) })
    else { return nil }
    return DraftClause.inside(sentence.words, range)
  }

  /// `The Aral Sea, situated between Uzbekistan and Kazakhstan, is …`.
  private mutating func apposedPlace(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    guard let apposition = clause.apposition, apposition.count > 2,
      ["located", "situated"].contains(sentence.words[apposition.lowerBound].lower),
      Self.prepositions.contains(sentence.words[apposition.lowerBound + 1].lower),
      let subject = placeable(clause.subject, in: sentence)
    else { return }
    let isPlural = ["are", "were"].contains(sentence.words[clause.verbRange.lowerBound].lower)
    let range = apposition.lowerBound + 1..<apposition.upperBound
    let answer = clause.text(range)
    place(
      DraftWording.question(
        "Where \(isPlural ? "are" : "is") \(subject) \(sentence.words[apposition.lowerBound].lower)"
      ),
      answer, answer.split(separator: " ").count, sentence, range, index)
  }

  /// `borders Spain and France`, `is bordered by Spain and France`.
  private mutating func borders(
    _ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int
  ) {
    let words = sentence.words
    guard let subject = placeable(clause.subject, in: sentence),
      sentence.names.contains(where: { clause.subject.contains($0.range.lowerBound) })
    else { return }
    var place = clause.verbRange.lowerBound
    while place < words.count {
      let lower = words[place].lower
      let isActive =
        lower == "borders" && place + 1 < words.count && (place == clause.verbRange.upperBound - 1)
      let isPassive =
        (lower == "bordered" || lower == "surrounded" || lower == "bounded")
        && place + 1 < words.count && words[place + 1].lower == "by"
      guard isActive || isPassive else {
        place += 1
        continue
      }
      guard let list = nameList(sentence, from: place + (isActive ? 1 : 2)), list.names.count >= 2
      else { return }
      let verb = isActive ? "borders" : lower
      let names = list.names
      let areCountries = names.allSatisfy { $0.kind == .name(.country) }
      let noun = areCountries ? "countries" : "places"
      let stem: String
      if verb == "borders" || verb == "bordered" {
        stem = "Which \(noun) border \(subject)?"
      } else {
        stem = "By which \(noun) is \(subject) \(verb)?"
      }
      add(
        .location, .list, stem, .list(names.map { Accepted($0.text) }, need: nil),
        key: names.map(\.text).joined(separator: ", "), from: [index], score: 86)
      return
    }
  }

  /// A list of names alone: `Spain, Portugal and France`.
  func nameList(
    _ sentence: AnalysedSentence, from start: Int
  ) -> (names: [DraftMention], end: Int)? {
    var names: [DraftMention] = []
    var index = start
    var isLast = false
    while index < sentence.words.count {
      if sentence.words[index].lower == "the" { index += 1 }
      guard let mention = sentence.names.first(where: { $0.range.lowerBound == index }),
        !sentence.words[mention.range.upperBound - 1].isPossessive
      else { return nil }
      names.append(mention)
      index = mention.range.upperBound
      if isLast { break }
      guard index < sentence.words.count else { break }
      if sentence.words[index].isMark(",") {
        index += 1
        if index < sentence.words.count, sentence.words[index].lower == "and" {
          index += 1
          isLast = true
        }
      } else if sentence.words[index].lower == "and" {
        index += 1
        isLast = true
      } else {
        break
      }
    }
    guard isLast, Set(names.map(\.text)).count == names.count else { return nil }
    // `Spain and France's border`, `Russia and North Korean borders`.
    if index < sentence.words.count, sentence.words[index].kind == .word {
      let next = sentence.words[index].lower
      guard
        DraftGrammar.prepositions.contains(next) || DraftGrammar.conjunctions.contains(next)
          || DraftGrammar.relatives.contains(next) || DraftGrammar.auxiliaries.contains(next)
      else { return nil }
    }
    return (names, index)
  }

  private static let directions: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "north-east", "north-west", "south-east", "south-west",
  ]

  /// `bordered to the east by Libya and to the west by Morocco`, `by Spain to the south` asks for sides.
  private mutating func sides(_ sentence: AnalysedSentence, _ clause: DraftClause, _ index: Int) {
    let words = sentence.words
    guard let subject = placeable(clause.subject, in: sentence),
      let verb = words.firstIndex(where: {
        ["bordered", "bounded", "surrounded", "borders"].contains($0.lower)
      }),
      verb < clause.verbRange.upperBound + 1
    else { return }
    // Every direction, and where its phrase begins and ends.
    var marks: [(start: Int, end: Int, side: String)] = []
    for place in words.indices where place >= 2 && place > verb {
      guard Self.directions.contains(words[place].lower), words[place - 1].lower == "the",
        ["to", "on", "in"].contains(words[place - 2].lower)
      else { continue }
      marks.append((place - 2, place + 1, words[place].lower))
    }
    guard marks.count >= 3, Set(marks.map(\.side)).count == marks.count else { return }
    var rows: [(side: String, what: String)] = []
    for (number, mark) in marks.enumerated() {
      let range: Range<Int>
      if mark.end < words.count, words[mark.end].lower == "by" {
        let next = number + 1 < marks.count ? marks[number + 1].start : words.count
        range = mark.end + 1..<max(mark.end + 1, next)
      } else {
        let before = number > 0 ? marks[number - 1].end : verb + 1
        range = min(before, mark.start)..<mark.start
      }
      var cell = Array(words[range])
      while let last = cell.last, last.isMark(",") || last.lower == "and" { cell.removeLast() }
      while let first = cell.first, first.isMark(",") || ["and", "by"].contains(first.lower) {
        cell.removeFirst()
      }
      let text = cell.running
      guard (1...9).contains(cell.count), cell.contains(where: \.isName),
        !cell.contains(where: {
          $0.isBreak || DraftGrammar.relatives.contains($0.lower)
            || DraftGrammar.auxiliaries.contains($0.lower)
        })
      else { return }
      rows.append((DraftClause.raised(mark.side), text))
    }
    guard Set(rows.map(\.what)).count == rows.count else { return }
    add(
      .location, .matching, RichText("What borders \(subject) on each side?"),
      .matching(
        Matching(
          leftCaption: RichText("Side"), rightCaption: RichText("Neighbour"),
          pairs: rows.map { Matching.Pair(left: RichText($0.side), right: RichText($0.what)) })),
      key: rows.map { "\($0.side): \($0.what)" }.joined(separator: "; "), from: [index], score: 88,
      mayRepeatKey: true)
  }
}
