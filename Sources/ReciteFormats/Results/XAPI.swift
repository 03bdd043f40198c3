import ReciteCore

/// A quiz as xAPI 1.0.3 statements, one a line: an `answered` for each answer, then the outcome.
///
/// Partial credit is in `score.scaled`; `success` is true for right answers only. The raw response,
/// the verdict and its rule stand in `result.extensions`.
/// - Source: adlnet/xAPI-Spec, xAPI-Data.md, 1.0.3.
package struct XAPI: QuizReport, Sendable {
  /// Of the ids of activities; a name that RFC 2606 keeps from ever being somebody's.
  static let base = "https://recite.example"

  private let learner: String
  private let seed: UInt64
  /// Of the first answer, which names the run.
  private var began: Timestamp?
  private var last: Timestamp?
  private var packs: [PackID] = []
  private var milliseconds = 0

  /// A report on one learner; `seed` is the quiz's.
  package init(learner: String, seed: UInt64) {
    self.learner = learner
    self.seed = seed
  }

  private var registration: String {
    NameUUID.of("run", learner, String(seed), began?.description ?? "")
  }

  package mutating func answer(_ page: VerdictPage) -> [UInt8] {
    if began == nil { began = page.at }
    last = page.at
    milliseconds += page.durationMilliseconds
    if !packs.contains(page.key.pack) { packs.append(page.key.pack) }
    let interaction = XAPIInteraction(page)
    return line { statement in
      statement.member(
        "id",
        NameUUID.of("answer", registration, String(page.sequence), page.key.description))
      actor(&statement)
      verb("answered", &statement)
      statement.key("object")
      statement.object { interaction.write(to: &$0) }
      statement.key("result")
      statement.object { result(page, interaction.response, &$0) }
      context(parent: page.key.pack, &statement)
      statement.member("timestamp", page.at.description)
      statement.member("version", "1.0.3")
    }
  }

  package mutating func summary(_ page: SummaryPage) -> [UInt8] {
    let outcome = page.outcome
    return line { statement in
      statement.member("id", NameUUID.of("outcome", registration))
      actor(&statement)
      verb(outcome.passed.map { $0 ? "passed" : "failed" } ?? "completed", &statement)
      statement.key("object")
      statement.object { quiz(&$0) }
      statement.key("result")
      statement.object { result in
        result.key("score")
        result.object {
          $0.member("scaled", outcome.score.share, places: 3)
          $0.member("raw", outcome.score.credit, places: 3)
          $0.member("min", 0)
          $0.member("max", outcome.score.asked)
        }
        if let passed = outcome.passed { result.member("success", passed) }
        result.member("completion", outcome.reason == .completed)
        result.member("duration", duration(milliseconds))
      }
      context(parent: nil, &statement)
      if let last { statement.member("timestamp", last.description) }
      statement.member("version", "1.0.3")
    }
  }

  private func actor(_ statement: inout JSONWriter) {
    statement.key("actor")
    statement.object { actor in
      actor.member("objectType", "Agent")
      actor.key("account")
      actor.object {
        $0.member("homePage", XAPI.base)
        $0.member("name", learner)
      }
    }
  }

  private func verb(_ name: String, _ statement: inout JSONWriter) {
    statement.key("verb")
    statement.object { verb in
      verb.member("id", "http://adlnet.gov/expapi/verbs/" + name)
      verb.key("display")
      verb.object { $0.member("en", name) }
    }
  }

  private func quiz(_ object: inout JSONWriter) {
    let name = packs.map(\.rawValue).joined(separator: "+")
    object.member("objectType", "Activity")
    object.member("id", packs.count == 1 ? packURL(packs[0]) : "\(XAPI.base)/quizzes/\(name)")
    object.key("definition")
    object.object { $0.member("type", "http://adlnet.gov/expapi/activities/assessment") }
  }

  private func result(_ page: VerdictPage, _ response: String?, _ result: inout JSONWriter) {
    if let response { result.member("response", response) }
    result.member("success", page.verdict.outcome.isRight)
    result.key("score")
    result.object {
      $0.member("scaled", page.credit, places: 3)
      $0.member("raw", page.credit, places: 3)
      $0.member("min", 0)
      $0.member("max", 1)
    }
    result.member("duration", duration(page.durationMilliseconds))
    result.key("extensions")
    result.object {
      $0.member("\(XAPI.base)/response", page.response)
      $0.member("\(XAPI.base)/verdict", page.verdict.outcome.rawValue)
      $0.member("\(XAPI.base)/rule", page.verdict.rule.rawValue)
    }
  }

  private func context(parent: PackID?, _ statement: inout JSONWriter) {
    statement.key("context")
    statement.object { context in
      context.member("registration", registration)
      if let parent {
        context.key("contextActivities")
        context.object { activities in
          activities.key("parent")
          activities.array { list in
            list.object {
              $0.member("objectType", "Activity")
              $0.member("id", packURL(parent))
            }
          }
        }
      }
      context.member("platform", "recite")
    }
  }

  private func packURL(_ pack: PackID) -> String { "\(XAPI.base)/packs/\(inPath(pack.rawValue))" }

  private func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    writer.newline()
    return writer.bytes
  }

  /// ISO 8601, hundredths of a second at the finest as the specification asks.
  private func duration(_ milliseconds: Int) -> String {
    "PT" + shortNumber(Double(milliseconds / 10) / 100) + "S"
  }
}

/// Text as one segment of an IRI: what is no letter or digit of any script, `-`, `.` or `_` is
/// written as bytes.
func inPath(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { path, scalar in
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-._".unicodeScalars
        .contains(scalar)
    {
      path.unicodeScalars.append(scalar)
    } else {
      for byte in String(scalar).utf8 {
        let digits = String(byte, radix: 16, uppercase: true)
        path += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
  }
}
