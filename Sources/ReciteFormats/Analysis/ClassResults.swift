import ReciteCore

/// The first answers of a class to the items of a pack, gathered from results of any kind.
///
/// Four bytes an answer and a bounded number of different responses an item, so that the files of
/// ten thousand learners fit in some megabytes.
package struct ClassResults: Sendable {
  /// One learner's first answer to an item.
  package struct Answer: Equatable, Sendable {
    /// The place of the item in `items`.
    package var item: Int
    /// 0...1.
    package var credit: Double
    /// The response as it is counted; nil where it is not known, empty where nothing was answered.
    package var response: String?

    package init(item: Int, credit: Double, response: String?) {
      self.item = item
      self.credit = credit
      self.response = response
    }
  }

  /// Different responses to an item that are told apart; the rest are counted together.
  private static let responseLimit = 500
  /// Longer responses are cut, in characters.
  private static let responseLength = 120
  private static let notAsked = UInt16.max
  private static let unknown = UInt16.max
  private static let other = UInt16.max - 1

  package let items: [Item]
  package private(set) var learners = 0
  /// Answers that were left out since the learner had answered that item before.
  package private(set) var repeats = 0
  /// Learner by learner, item by item: credit in thousandths, or `notAsked`.
  private var credits: [UInt16] = []
  /// The same of the place of the response in `responses`.
  private var given: [UInt16] = []
  /// The responses of each item in the order in which they first came; the options first.
  private var responses: [[String]]
  private var places: [[String: UInt16]]
  private var rows: [String: Int] = [:]

  package init(items: [Item]) {
    self.items = items
    responses = items.map(\.optionTexts)
    places = responses.map { texts in
      var places: [String: UInt16] = [:]
      for (place, text) in texts.enumerated() where place < ClassResults.responseLimit {
        places[ClassResults.folded(text)] = UInt16(clamping: place)
      }
      return places
    }
  }

  /// Adds an answer of the learner called so; only the first to each item counts.
  package mutating func add(_ answer: Answer, by learner: String) {
    guard items.indices.contains(answer.item) else { return }
    let row = row(of: learner)
    let cell = row * items.count + answer.item
    guard credits[cell] == ClassResults.notAsked else {
      repeats += 1
      return
    }
    let share = answer.credit.isNaN ? 0 : min(1, max(0, answer.credit))
    credits[cell] = UInt16((share * 1000).rounded())
    given[cell] = place(of: answer.response, to: answer.item)
  }

  private mutating func row(of learner: String) -> Int {
    if let row = rows[learner] { return row }
    let row = learners
    rows[learner] = row
    learners += 1
    credits += Array(repeating: ClassResults.notAsked, count: items.count)
    given += Array(repeating: ClassResults.unknown, count: items.count)
    return row
  }

  private mutating func place(of response: String?, to item: Int) -> UInt16 {
    guard let response else { return ClassResults.unknown }
    let text = String(SheetItem.plain(response).prefix(ClassResults.responseLength))
    let key = ClassResults.folded(text)
    if let place = places[item][key] { return place }
    guard responses[item].count < ClassResults.responseLimit else { return ClassResults.other }
    let place = UInt16(responses[item].count)
    responses[item].append(text)
    places[item][key] = place
    return place
  }

  private static func folded(_ text: String) -> String { text.lowercased() }
}

// MARK: - Reading out

extension ClassResults {
  /// The items that anybody was asked, as places in `items`, ascending.
  package var asked: [Int] {
    items.indices.filter { item in
      (0..<learners).contains { credits[$0 * items.count + item] != ClassResults.notAsked }
    }
  }

  /// The marks on these items.
  package func table(of asked: [Int]) -> MarkTable {
    var table = MarkTable(maxima: Array(repeating: 1, count: asked.count))
    for learner in 0..<learners { table.append(asked.map { credit(of: learner, on: $0) }) }
    return table
  }

  private func credit(of learner: Int, on item: Int) -> Double? {
    let thousandths = credits[learner * items.count + item]
    return thousandths == ClassResults.notAsked ? nil : Double(thousandths) / 1000
  }

  /// The responses to an item, their places by learner, and the most that each earned.
  package func responses(
    to item: Int
  ) -> (texts: [String], byLearner: [Int?], credits: [Double]) {
    var credits = responses[item].map { _ in 0.0 }
    for place in items[item].rightOptions where place < credits.count { credits[place] = 1 }
    let byLearner = (0..<learners).map { learner -> Int? in
      let place = given[learner * items.count + item]
      guard place < ClassResults.other else { return nil }
      credits[Int(place)] = max(credits[Int(place)], credit(of: learner, on: item) ?? 0)
      return Int(place)
    }
    return (responses[item], byLearner, credits)
  }
}

extension Item {
  /// The texts of the options of which one is picked, in the author's order; empty otherwise.
  package var optionTexts: [String] {
    switch kind {
    case .choice(let options, _): options.map { SheetItem.plain($0.text.plain) }
    case .trueFalse: ["true", "false"]
    case .selection, .text, .number, .list, .ordering, .matching, .cloze, .map, .chain, .open: []
    }
  }

  /// The place of the key among `optionTexts`.
  var rightOptions: Set<Int> {
    switch kind {
    case .choice(_, let key): [key]
    case .trueFalse(let key): [key ? 0 : 1]
    case .selection, .text, .number, .list, .ordering, .matching, .cloze, .map, .chain, .open: []
    }
  }
}
