import ReciteCore
import ReciteFormats

/// An item analysis as lines: the test, the items, and the most missed with what to do about them.
package struct AnalysisPresenter {
  private let width: Int
  /// Prose longer than this is hard to read.
  private var proseWidth: Int { min(width, 100) }
  private static let missedShown = 10
  private static let responsesShown = 4

  /// A presenter for so many columns.
  package init(width: Int) { self.width = width }

  package func lines(_ analysis: ItemAnalysis) -> [StyledText] {
    var head = StyledText(analysis.title, .heading)
    head.append(
      ": \(counted(analysis.test.learners, "learner")), \(counted(analysis.entries.count, "item"))")
    var lines = head.wrapped(to: proseWidth)
    for text in AnalysisWords.test(analysis) { lines += StyledText(text).wrapped(to: proseWidth) }
    for text in AnalysisWords.cautions(analysis) {
      lines += StyledText(text, .nearly).wrapped(to: proseWidth)
    }
    guard !analysis.entries.isEmpty else { return lines }
    lines += [StyledText()] + table(analysis)
    let missed = analysis.mostMissed(AnalysisPresenter.missedShown)
    if !missed.isEmpty { lines += [StyledText(), StyledText("Most missed", .heading)] }
    for entry in missed { lines += details(entry) }
    let others = analysis.entries.filter { entry in
      !entry.findings.isEmpty && !missed.contains { $0.id == entry.id }
    }
    if !others.isEmpty { lines += [StyledText(), StyledText("Also to look at", .heading)] }
    for entry in others { lines += details(entry) }
    return lines
  }

  private func table(_ analysis: ItemAnalysis) -> [StyledText] {
    let head = ["item", "learners", "facility", "discrimination", "efficiency"]
    let rows = analysis.entries.map { entry in
      [
        StyledText(entry.id.rawValue), StyledText("\(entry.statistics.learners)"),
        StyledText(entry.statistics.facility.map(percent) ?? "–", .strong),
        StyledText(AnalysisWords.figure(entry.statistics.discrimination)),
        StyledText(AnalysisWords.figure(entry.statistics.discriminativeEfficiency)),
      ]
    }
    let table = Table(
      head: head.map { StyledText($0, .quiet) }, rows: rows, flushRight: [1, 2, 3, 4])
    if let lines = table.lines(within: width, indent: 2) { return lines }
    return rows.flatMap { row in
      let rest = zip(head, row).dropFirst().map { "\($0) \($1.text)" }.joined(separator: ", ")
      return row[0].wrapped(to: width, first: StyledText("  "))
        + StyledText(rest).wrapped(to: width, first: StyledText("    "))
    }
  }

  private func details(_ entry: ItemAnalysis.Entry) -> [StyledText] {
    var head = StyledText(entry.id.rawValue, .command)
    head.append("  \(entry.statistics.facility.map(percent) ?? "–")", .strong)
    var lines = head.wrapped(to: width, first: StyledText("  "))
    let indent = StyledText("    ")
    lines += StyledText(entry.question).wrapped(to: proseWidth, first: indent)
    lines += StyledText("key: \(entry.key)", .right).wrapped(to: proseWidth, first: indent)
    for response in entry.wrongResponses(AnalysisPresenter.responsesShown) {
      let text = response.text.isEmpty ? "no answer" : "'\(response.text)'"
      let line = StyledText(
        "\(response.count.count) × \(text) (\(percent(response.count.share)))")
      lines += line.wrapped(to: proseWidth, first: indent, rest: StyledText("        "))
    }
    for finding in entry.findings {
      let (what, todo) = entry.advice(on: finding)
      var line = StyledText("\(what): ", .nearly)
      line.append(todo)
      lines += line.wrapped(
        to: proseWidth, first: StyledText("    - "), rest: StyledText("      "))
    }
    return lines
  }
}

/// What an analysis says in words, for lines and for the HTML page.
enum AnalysisWords {
  /// The figures of the test in sentences.
  static func test(_ analysis: ItemAnalysis) -> [String] {
    let test = analysis.test
    guard let mean = test.mean, !analysis.entries.isEmpty else { return ["There are no answers."] }
    // Totals are sums of marks of 1, or already shares where learners were asked different items.
    let whole = test.isComplete ? Double(analysis.entries.count) : 1
    var score = "Score: mean \(percent(mean / whole))"
    if let median = test.median { score += ", median \(percent(median / whole))" }
    if let spread = test.standardDeviation {
      score += ", standard deviation \(percent(spread / whole))"
    }
    var texts = [score + "."]
    if let alpha = test.alpha {
      var reliability = "Reliability: alpha \(figure(alpha))"
      if let kr20 = test.kr20 { reliability += ", KR-20 \(figure(kr20))" }
      if let error = test.standardError {
        reliability += "; a score is right to within ±\(percent(error / whole)), two times in three"
      }
      texts.append(reliability + ".")
    }
    return texts
  }

  /// What a reader has to bear in mind.
  static func cautions(_ analysis: ItemAnalysis) -> [String] {
    var texts: [String] = []
    if analysis.test.learners < TestStatistics.fewestLearners {
      texts.append(
        "Fewer than \(TestStatistics.fewestLearners) learners: the figures say little, and no "
          + "advice is drawn from them.")
    }
    if !analysis.test.isComplete, analysis.test.learners > 0 {
      texts.append(
        "Learners were asked different items: scores are shares of what each was asked, and no "
          + "reliability is given.")
    }
    if analysis.repeats > 0 {
      texts.append("First answers only; \(counted(analysis.repeats, "later answer")) left out.")
    }
    return texts
  }

  /// A figure to two places, a dash where there is none.
  static func figure(_ value: Double?) -> String {
    guard let value, value.isFinite, abs(value) < 1e9 else { return "–" }
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    let sign = value < 0 && hundredths > 0 ? "−" : ""
    return "\(sign)\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension ItemAnalysis.Entry {
  /// The most frequent responses that are not right, at most so many.
  func wrongResponses(_ count: Int) -> [ItemAnalysis.Response] {
    let wrong = responses.enumerated().filter { !$0.element.isRight && $0.element.count.count > 0 }
    return wrong.sorted {
      let (first, second) = ($0.element.count.count, $1.element.count.count)
      return first != second ? first > second : $0.offset < $1.offset
    }.prefix(count).map(\.element)
  }
}
