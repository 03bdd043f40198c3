import ReciteCore

/// A quiz in the Test Anything Protocol, version 14: one test an answer, the plan at the end.
///
/// - Source: testanything.org, "TAP 14 specification".
package struct TAP: QuizReport, Sendable {
  private var hasBegun = false

  package init() {}

  package mutating func answer(_ page: VerdictPage) -> [UInt8] {
    let isRight = page.verdict.outcome.isRight
    var text = begun() + (isRight ? "ok " : "not ok ") + String(page.sequence) + " - "
    text += TAP.escaped("\(page.key): \(page.item.question)") + "\n"
    guard !isRight else { return Array(text.utf8) }
    let credit = shortNumber(page.credit)
    text += "  ---\n"
    text += "  message: \(quoted("\(page.verdict.outcome.rawValue), credit \(credit) of 1"))\n"
    text += "  severity: fail\n"
    text += "  data:\n"
    text += "    got: \(quoted(page.response))\n"
    text += "    expect: \(quoted(page.keyText.joined(separator: "; ")))\n"
    text += "    rule: \(quoted(page.verdict.rule.rawValue))\n"
    text += "  ...\n"
    return Array(text.utf8)
  }

  package mutating func summary(_ page: SummaryPage) -> [UInt8] {
    let score = page.outcome.score
    var text = begun() + "1..\(score.asked)\n"
    text += "# score \(shortNumber(score.share)), credit \(shortNumber(score.credit)) of "
    text += "\(score.asked), seed \(page.seed)\n"
    if let passed = page.outcome.passed { text += passed ? "# passed\n" : "# not passed\n" }
    if let shortfall = page.outcome.shortfall { text += "Bail out! \(shortfall)\n" }
    return Array(text.utf8)
  }

  private mutating func begun() -> String {
    defer { hasBegun = true }
    return hasBegun ? "" : "TAP version 14\n"
  }

  /// A description in which no directive can be read.
  private static func escaped(_ text: String) -> String {
    onOneLine(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      if scalar == "#" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
  }

  /// A YAML string; JSON's are a part of YAML's.
  private func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.text
  }
}
