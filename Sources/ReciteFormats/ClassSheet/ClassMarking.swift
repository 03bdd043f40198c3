import ReciteCore

/// Marks a class answer by answer; what it keeps does not grow with the number of learners.
///
/// Letters in a response are those of the author's order, as a printed sheet has them.
package struct ClassMarking: Sendable {
  package let pack: PackID
  /// In the order of the pack.
  package let items: [Item]
  package private(set) var summary: ClassSummary
  private var grader: Grader
  /// The items that were answered so far, read.
  private var readItems: [ReadItem?]
  private let overrides: Overrides
  private var verdicts: [Response: Verdict] = [:]
  /// Verdicts that were given ahead; only those on the answers that come next.
  private var ahead: [Response: Verdict] = [:]

  private struct ReadItem {
    var grader: ItemGrader
    var form: AskedForm
  }

  fileprivate struct Response: Hashable {
    var item: Int
    var text: String
  }

  /// Equal answers are graded once; so many are remembered, some MB at most.
  private static let remembered = 20_000
  /// Longer ones are rarely given twice, and are not remembered.
  private static let rememberedLength = 200

  package init(pack: PackID, items: [Item], grader: Grader, overrides: Overrides = Overrides()) {
    self.pack = pack
    self.items = items
    self.grader = grader
    self.overrides = overrides
    readItems = Array(repeating: nil, count: items.count)
    summary = ClassSummary(items: items.map(\.id))
  }

  /// The mark of one answer, or nil where its item is none of these; it is counted in the summary.
  package mutating func mark(_ answer: SheetAnswer) -> MarkedAnswer? {
    guard items.indices.contains(answer.item) else { return nil }
    let item = items[answer.item]
    var marked = marked(answer, item)
    if let credit = overrides.credit(of: answer.response, to: answer.item, by: answer.learner) {
      marked.credit = credit
      marked.outcome = credit >= 1 ? .correct : credit > 0 ? .partial : .wrong
      marked.rule = GradingRule.override.rawValue
      marked.look = "settled"
    }
    summary.count(marked, at: answer.item)
    return marked
  }

  /// Ends a learner's answers and gives the score; nil where there were none since the last.
  package mutating func endLearner() -> LearnerScore? { summary.endLearner() }

  private mutating func marked(_ answer: SheetAnswer, _ item: Item) -> MarkedAnswer {
    var marked = MarkedAnswer(
      learner: answer.learner, item: item.id, response: answer.response, outcome: .wrong, credit: 0,
      rule: GradingRule.empty.rawValue)
    guard !answer.response.isEmpty else { return marked }
    let verdict = verdict(on: answer, item)
    marked.outcome = verdict.outcome
    marked.credit = verdict.credit
    marked.rule = verdict.rule.rawValue
    marked.matched = verdict.matched ?? verdict.confusion?.answer ?? ""
    marked.look = reason(verdict, item)
    return marked
  }

  private mutating func verdict(on answer: SheetAnswer, _ item: Item) -> Verdict {
    let key = Response(item: answer.item, text: answer.response)
    if let known = verdicts[key] ?? ahead[key] { return known }
    let read = read(answer.item)
    let graded = UngradedAnswer(key, read.grader, read.form).graded()
    remember(graded)
    return graded.verdict
  }

  private mutating func remember(_ graded: GradedAnswer) {
    guard verdicts.count < ClassMarking.remembered,
      graded.key.text.utf8.count <= ClassMarking.rememberedLength
    else { return }
    verdicts[graded.key] = graded.verdict
  }

  private mutating func read(_ place: Int) -> ReadItem {
    if let read = readItems[place] { return read }
    let item = items[place]
    let read = ReadItem(
      grader: grader.itemGrader(for: item, of: pack), form: .authorOrder(for: item))
    readItems[place] = read
    return read
  }

  // MARK: Grading ahead

  /// Those of the answers that come next on which there is no verdict yet, each response once.
  ///
  /// They may be graded in any order and side by side, and the results be taken by `take`.
  package mutating func ungraded(in answers: some Sequence<SheetAnswer>) -> [UngradedAnswer] {
    var seen: Set<Response> = []
    var found: [UngradedAnswer] = []
    for answer in answers where items.indices.contains(answer.item) && !answer.response.isEmpty {
      let key = Response(item: answer.item, text: answer.response)
      guard verdicts[key] == nil, seen.insert(key).inserted else { continue }
      let read = read(answer.item)
      found.append(UngradedAnswer(key, read.grader, read.form))
    }
    return found
  }

  /// Takes the verdicts on the answers that come next.
  package mutating func take(_ graded: [GradedAnswer]) {
    ahead = Dictionary(graded.map { ($0.key, $0.verdict) }) { first, _ in first }
    for one in graded { remember(one) }
  }

  /// Why a mark should be looked at by hand; empty where the machine is sure.
  private func reason(_ verdict: Verdict, _ item: Item) -> String {
    if case .open = item.kind { return "open" }
    switch (verdict.outcome, item.kind) {
    case (.close, _): return "close"
    // What the machine cannot read a teacher may: 'the second one', the words of an option.
    case (.wrong, _) where verdict.rule == .unreadable: return "unreadable"
    // Letters leave nothing to interpret.
    case (.partial, .selection), (.partial, .matching): return ""
    case (.partial, _): return "partial"
    case (.correct, _), (.form, _), (.spelling, _), (.wrong, _): return ""
    }
  }
}

/// A response that waits to be graded, with all that it takes.
package struct UngradedAnswer: Sendable {
  fileprivate let key: ClassMarking.Response
  private let grader: ItemGrader
  private let form: AskedForm

  fileprivate init(_ key: ClassMarking.Response, _ grader: ItemGrader, _ form: AskedForm) {
    self.key = key
    self.grader = grader
    self.form = form
  }

  package func graded() -> GradedAnswer {
    switch grader.grade(key.text, as: form) {
    case .verdict(let verdict): GradedAnswer(key: key, verdict: verdict)
    case .unreadable:
      GradedAnswer(key: key, verdict: Verdict(outcome: .wrong, credit: 0, rule: .unreadable))
    }
  }
}

/// A response and the verdict on it.
package struct GradedAnswer: Sendable {
  fileprivate let key: ClassMarking.Response
  fileprivate let verdict: Verdict
}

/// The answers to look at by hand, each response to an item once.
///
/// The list is what a teacher fills in: a mark under `settled`, and the file given back by
/// `--overrides`.
package struct LookList: Sendable {
  package static let captions = [
    "item", "expected", "response", "verdict", "credit", "rule", "look", "settled", "learner",
    "note",
  ]

  /// So many responses are told apart; beyond, one may stand twice.
  private static let remembered = 100_000

  private let items: [Item]
  private let map: GeoMap?
  private var seen: Set<UInt64> = []
  /// Rows given out so far.
  package private(set) var count = 0

  package init(items: [Item], map: GeoMap?) {
    self.items = items
    self.map = map
  }

  /// The row of a mark, or nil where it needs no look or stands in the list already.
  package mutating func row(_ answer: MarkedAnswer, at item: Int) -> [String]? {
    guard !answer.look.isEmpty, answer.look != "settled", items.indices.contains(item) else {
      return nil
    }
    var hash = StableHash(seed: UInt64(item))
    hash.combine(SheetItem.plain(answer.response).lowercased())
    if seen.count < LookList.remembered, !seen.insert(hash.value).inserted { return nil }
    count += 1
    return [
      answer.item.rawValue, items[item].keyLine(on: map), answer.response, answer.outcome.rawValue,
      shortNumber(answer.credit), answer.rule, answer.look, "", "", "",
    ]
  }

  /// The row of a mark that is settled, so that a list written anew keeps it.
  package func row(_ settled: Overrides.Row) -> [String]? {
    guard items.indices.contains(settled.item) else { return nil }
    return [
      items[settled.item].id.rawValue, items[settled.item].keyLine(on: map), settled.response, "",
      "", "", "settled", shortNumber(settled.credit), settled.learner, settled.note,
    ]
  }
}
