import ReciteCore
import ReciteFormats
import ReciteShell

/// How well labelled answers are graded: the figures of a folder's sets, a line each.
///
/// A set whose lines have `points` is read as open answers with their `gold`, one with `items` as
/// lists with their `credit`, any other as single answers with a `label`.
struct Evaluation {
  let grader: Grader

  /// One labelled line and what the grader says of it.
  private struct Case {
    var request: GradingRequest
    var line: JSONValue
    var verdict: Verdict
    var duration: Swift.Duration
  }

  func run(folder: String) throws {
    for name in try FolderListing.names(in: folder) where name.hasSuffix(".jsonl") {
      guard case .bytes(let bytes) = TextFile.contents(of: folder + "/" + name, limit: 1 << 28)
      else { continue }
      let cases = cases(bytes)
      guard let first = cases.first else { continue }
      var figures =
        first.line["points"] != nil
        ? rubricFigures(cases)
        : first.line["items"] != nil ? listFigures(cases) : textFigures(cases)
      figures += times(cases)
      let words = figures.map { "\($0.0) \($0.1)" }.joined(separator: " ")
      try StandardStream.output.write("\(name) \(words)\n")
    }
  }

  private func cases(_ bytes: [UInt8]) -> [Case] {
    let clock = ContinuousClock()
    var cases: [Case] = []
    for line in bytes.split(separator: 0x0a) {
      guard let value = try? JSONValue(parsing: Array(line)),
        let request = try? GradingRequest(line: Array(line)),
        case .loose(let question) = request.subject
      else { continue }
      let start = clock.now
      let verdict = grader.grade(request.typed, for: question)
      cases.append(
        Case(
          request: request, line: value, verdict: verdict, duration: start.duration(to: clock.now)))
    }
    return cases
  }

  private typealias Figure = (String, String)

  private func textFigures(_ cases: [Case]) -> [Figure] {
    let right = cases.filter { $0.line["label"]?.string == "accept" }
    let wrong = cases.filter { $0.line["label"]?.string == "reject" }
    let share = { (cases: [Case], belongs: (Case) -> Bool) in
      100 * Double(cases.count(where: belongs)) / Double(max(1, cases.count))
    }
    return [
      ("n", "\(cases.count)"),
      ("accepted", places(share(right) { $0.verdict.outcome.isRight })),
      ("close", places(share(right) { $0.verdict.outcome == .close })),
      ("false_accept", places(share(wrong) { $0.verdict.outcome.isRight })),
      ("false_close", places(share(wrong) { $0.verdict.outcome == .close })),
    ]
  }

  private func listFigures(_ cases: [Case]) -> [Figure] {
    let errors = cases.map { abs($0.verdict.credit - ($0.line["credit"]?.double ?? 0)) }
    let count = Double(max(1, errors.count))
    return [
      ("n", "\(errors.count)"), ("mae", places(errors.reduce(0, +) / count)),
      ("exact", places(100 * Double(errors.count { $0 < 0.01 }) / count)),
    ]
  }

  private func rubricFigures(_ cases: [Case]) -> [Figure] {
    var points = 0
    var agreeing = 0
    var falsely = 0
    var pairs: [(gold: Int, given: Int)] = []
    for one in cases {
      let gold = gold(one)
      let given = one.verdict.parts.map { if case .right = $0.state { true } else { false } }
      for (right, met) in zip(gold, given) {
        points += 1
        if right == met { agreeing += 1 }
        if met, !right { falsely += 1 }
      }
      pairs.append((gold.count { $0 }, given.count { $0 }))
    }
    let count = Double(max(1, points))
    return [
      ("n", "\(points)"), ("agreement", places(100 * Double(agreeing) / count)),
      ("kappa", places(Self.quadraticKappa(pairs))),
      ("false_credit", places(100 * Double(falsely) / count)),
    ]
  }

  private func gold(_ one: Case) -> [Bool] {
    if let list = one.line["gold"]?.array { return list.map { $0.integer == 1 || $0.bool == true } }
    return one.request.points.map { id in
      one.line["gold"]?[id]?.integer == 1 || one.line["gold"]?[id]?.bool == true
    }
  }

  /// Cohen's kappa of two raters' sums, disagreements weighted by the square of their size.
  static func quadraticKappa(_ pairs: [(gold: Int, given: Int)]) -> Double {
    let count = Double(pairs.count)
    let seen = pairs.reduce(0.0) { $0 + Double(($1.gold - $1.given) * ($1.gold - $1.given)) }
    var chance = 0.0
    for one in pairs {
      for other in pairs { chance += Double((one.gold - other.given) * (one.gold - other.given)) }
    }
    return chance == 0 ? 1 : 1 - seen / (chance / count)
  }

  private func times(_ cases: [Case]) -> [Figure] {
    let sorted = cases.map(\.duration).sorted()
    let at = { (share: Double) -> String in
      guard !sorted.isEmpty else { return "0" }
      let index = min(sorted.count - 1, Int(share * Double(sorted.count)))
      return places(Double(sorted[index].components.attoseconds) / 1e15)
    }
    return [("p50_ms", at(0.5)), ("p99_ms", at(0.99)), ("max_ms", at(1))]
  }

  private func places(_ value: Double) -> String {
    var writer = JSONWriter()
    writer.double(value, places: 3)
    return writer.text
  }
}
