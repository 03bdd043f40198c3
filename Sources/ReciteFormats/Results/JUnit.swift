import ReciteCore

/// A quiz as JUnit XML, as build servers read it: a suite a pack, a case an answer.
///
/// The counts stand in the first line, so that all of it is written at the end. There is no official
/// specification; what is written keeps to what Ant and Jenkins publish.
package struct JUnit: QuizReport, Sendable {
  private struct Suite {
    var pack: PackID
    var began: Timestamp
    var tests = 0
    var failures = 0
    var milliseconds = 0
    var cases = ""
  }

  private var suites: [Suite] = []

  package init() {}

  package mutating func answer(_ page: VerdictPage) -> [UInt8] {
    var place = suites.firstIndex { $0.pack == page.key.pack }
    if place == nil {
      place = suites.count
      suites.append(Suite(pack: page.key.pack, began: page.at))
    }
    guard let place else { return [] }
    suites[place].tests += 1
    suites[place].milliseconds += page.durationMilliseconds
    let group = page.item.topic.map { "\(page.key.pack).\($0)" } ?? page.key.pack.rawValue
    var text = "    <testcase classname=\(quoted(group)) name=\(quoted(page.key.item.rawValue))"
    text += " time=\(seconds(page.durationMilliseconds))"
    if page.verdict.outcome.isRight {
      text += "/>\n"
    } else {
      suites[place].failures += 1
      let message =
        "expected: \(page.keyText.joined(separator: "; ")); got: "
        + (page.response.isEmpty ? "nothing" : page.response)
      text += ">\n      <failure message=\(quoted(message))"
      text += " type=\(quoted(page.verdict.outcome.rawValue))>"
      text += markupEscaped(
        "\(page.item.question)\ncredit \(shortNumber(page.credit)) of 1, rule "
          + page.verdict.rule.rawValue)
      text += "</failure>\n    </testcase>\n"
    }
    suites[place].cases += text
    return []
  }

  package mutating func summary(_ page: SummaryPage) -> [UInt8] {
    let tests = suites.reduce(0) { $0 + $1.tests }
    let failures = suites.reduce(0) { $0 + $1.failures }
    let milliseconds = suites.reduce(0) { $0 + $1.milliseconds }
    let shortfall = page.outcome.shortfall
    let missing = shortfall == nil ? 0 : 1
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"recite\" tests=\"\(tests + missing)\" failures=\"\(failures)\""
    text += " errors=\"\(missing)\" time=\(seconds(milliseconds))>\n"
    for suite in suites { text += element(suite, page) }
    if let shortfall {
      text += "  <testsuite name=\"recite\" tests=\"1\" failures=\"0\" errors=\"1\""
      text += " skipped=\"0\" time=\"0.000\">\n"
      text += "    <testcase classname=\"recite\" name=\"all questions are answered\""
      text += " time=\"0.000\">\n      <error message=\(quoted(shortfall)) type=\"unanswered\"/>\n"
      text += "    </testcase>\n  </testsuite>\n"
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  private func element(_ suite: Suite, _ page: SummaryPage) -> String {
    // The common schema has no zone, and readers take the time for UTC.
    let began = Timestamp(suite.began.instant, zone: .utc).description.prefix(19)
    var text = "  <testsuite name=\(quoted(suite.pack.rawValue)) tests=\"\(suite.tests)\""
    text += " failures=\"\(suite.failures)\" errors=\"0\" skipped=\"0\""
    text += " time=\(seconds(suite.milliseconds)) timestamp=\"\(began)\">\n    <properties>\n"
    var properties = [
      ("seed", String(page.seed)), ("score", shortNumber(page.outcome.score.share)),
      ("credit", shortNumber(page.outcome.score.credit)),
    ]
    if let passed = page.outcome.passed { properties.append(("passed", String(passed))) }
    for (name, value) in properties {
      text += "      <property name=\(quoted(name)) value=\(quoted(value))/>\n"
    }
    return text + "    </properties>\n" + suite.cases + "  </testsuite>\n"
  }

  private func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\"\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)\""
  }

  private func quoted(_ text: String) -> String { "\"\(markupEscaped(onOneLine(text)))\"" }
}

/// Text as XML 1.0 has it; control characters and others that cannot be seen are marked.
///
/// It serves attributes in double quotes and HTML as well.
package func markupEscaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in HiddenCharacters.marked(text, keeping: ["\t", "\n"]).unicodeScalars {
    switch scalar {
    case "&": result.append(contentsOf: "&amp;".unicodeScalars)
    case "<": result.append(contentsOf: "&lt;".unicodeScalars)
    case ">": result.append(contentsOf: "&gt;".unicodeScalars)
    case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
    case "\t", "\n": result.append(scalar)
    default:
      result.append(scalar.value & 0xfffe == 0xfffe ? "\u{fffd}" : scalar)
    }
  }
  return String(result)
}
