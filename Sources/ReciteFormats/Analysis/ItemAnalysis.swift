import ReciteCore

/// What a class's results say of a pack's test: the figures, and of each item what to do about it.
package struct ItemAnalysis: Equatable, Sendable {
  /// One response to an item, how often it was given, and whether it is right.
  package struct Response: Equatable, Sendable {
    /// Empty where nothing was answered.
    package var text: String
    /// The most that it earned, 0...1.
    package var credit: Double
    package var count: ResponseCount

    package var isRight: Bool { credit == 1 }
    /// Neither right nor a mistake that others could share.
    var isPartial: Bool { text.isEmpty || credit > 0 && credit < 1 }
  }

  package struct Entry: Equatable, Sendable {
    package var id: ItemID
    package var question: String
    package var kind: String
    package var topic: Topic?
    package var key: String
    package var statistics: ItemStatistics
    /// The options in the author's order, then other responses, the most frequent first.
    package var responses: [Response]
    /// How many of `responses` are options.
    package var options: Int
    /// The gravest first; their numbers are places in `responses`.
    package var findings: [ItemFinding]
  }

  package var pack: PackID
  package var title: String
  package var test: TestStatistics
  /// The items that were asked, in the order of the pack.
  package var entries: [Entry]
  /// The learners' scores, 0...1, ascending.
  package var scores: [Double]
  /// Later answers to an item, which were left out.
  package var repeats: Int

  /// Analyses what was gathered; `map` names the places of map items.
  package init(_ results: ClassResults, pack: Pack, map: GeoMap?) {
    let asked = results.asked
    let table = results.table(of: asked)
    let groups = ScoreGroups(table)
    let test = TestStatistics(table)
    self.pack = pack.id
    title = pack.title
    self.test = test
    repeats = results.repeats
    scores = (0..<table.learners).map { table.score(of: $0) }.sorted()
    entries = asked.enumerated().map { column, place in
      let item = results.items[place]
      let options = item.optionTexts.count
      let responses = ItemAnalysis.responses(
        results, to: place, column: column, table: table, groups: groups, options: options)
      let statistics = test.items[column]
      return Entry(
        id: item.id, question: item.question, kind: item.kind.name, topic: item.topic,
        key: item.keyLine(on: map), statistics: statistics, responses: responses, options: options,
        findings: ItemFinding.all(
          of: statistics, responses: responses.map(\.count),
          right: Set(responses.indices.filter { responses[$0].isRight }),
          partial: Set(responses.indices.filter { responses[$0].isPartial }), options: options))
    }
  }

  private static func responses(
    _ results: ClassResults, to place: Int, column: Int, table: MarkTable, groups: ScoreGroups,
    options: Int
  ) -> [Response] {
    let (texts, byLearner, credits) = results.responses(to: place)
    let counts = table.counts(of: byLearner, kinds: texts.count, on: column, groups: groups)
    let all = texts.indices.map {
      Response(text: texts[$0], credit: credits[$0], count: counts[$0])
    }
    let others = all.dropFirst(options).enumerated().filter { $0.element.count.count > 0 }.sorted {
      $0.element.count.count != $1.element.count.count
        ? $0.element.count.count > $1.element.count.count : $0.offset < $1.offset
    }
    return Array(all.prefix(options)) + others.map(\.element)
  }

  /// The items with the lowest facility, hardest first; those that all have right are none.
  package func mostMissed(_ count: Int) -> [Entry] {
    let missed = entries.enumerated().filter { ($0.element.statistics.facility ?? 1) < 1 }
    return missed.sorted {
      let (first, second) = (
        $0.element.statistics.facility ?? 1, $1.element.statistics.facility ?? 1
      )
      return first != second ? first < second : $0.offset < $1.offset
    }.prefix(count).map(\.element)
  }
}

extension ItemAnalysis.Entry {
  /// A finding in words, and what to do about it.
  package func advice(on finding: ItemFinding) -> (what: String, todo: String) {
    func text(_ place: Int) -> String {
      guard responses.indices.contains(place) else { return "''" }
      return responses[place].text.isEmpty ? "no answer" : "'\(responses[place].text)'"
    }
    switch finding {
    case .worksAgainst:
      return (
        "the better learners get it wrong more often than the weaker",
        "check the key first, then whether the question can be read in two ways"
      )
    case .tellsLittle:
      return (
        "it hardly tells the better learners from the weaker",
        "look for a hint in the stem, or for options that nobody believes"
      )
    case .veryHard:
      return (
        "few have it right", "see whether the reading teaches it, and teach it again before asking"
      )
    case .veryEasy:
      return ("nearly all have it right", "keep it as a warm-up, or ask for more")
    case .keyLosesTheBest:
      return (
        "the key is given less often by the best than by the weakest",
        "check the key, and what the best answer in its place"
      )
    case .drawsTheBest(let place):
      return (
        "\(text(place)) is given by learners with high scores",
        options > place
          ? "see whether it is right in some reading; mend the option or the stem"
          : "see whether it should be accepted; if so, add it to the answers"
      )
    case .unusedOption(let place):
      return ("hardly anybody picks \(text(place))", "write an option that a learner might believe")
    case .commonMistake(let place):
      guard responses.indices.contains(place), !responses[place].text.isEmpty else {
        return ("many give no answer", "see whether the question says what it asks for")
      }
      return (
        "many give \(text(place))",
        options > place
          ? "tell them why not: an indented '> …' under the option"
          : "tell them why not: a 'Reject:' with a '> …' under it"
      )
    }
  }
}
