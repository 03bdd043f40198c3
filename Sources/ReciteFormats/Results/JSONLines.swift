import ReciteCore

/// A quiz as JSON Lines: one object an answer, then one summary.
///
/// The order of the members is part of the contract; numbers are rounded to three places.
package enum JSONLines {
  /// The line of an acknowledged answer, its line end included.
  package static func answer(_ page: VerdictPage, day: (Due) -> Day) -> [UInt8] {
    line { object in
      object.member("event", "answer")
      object.member("seq", page.sequence)
      object.member("pack", page.key.pack.rawValue)
      object.member("item", page.key.item.rawValue)
      object.member("kind", page.item.kind.name)
      object.key("topic")
      if let topic = page.item.topic { object.string(topic.rawValue) } else { object.null() }
      object.member("response", page.response)
      object.member("verdict", page.verdict.outcome.rawValue)
      object.member("credit", page.credit, places: 3)
      object.member("hints", page.hints)
      object.member("duration_ms", page.durationMilliseconds)
      object.member("at", page.at.description)
      object.member("rating", page.rating.name)
      object.member("due", day(page.due).description)
    }
  }

  /// The last line.
  package static func summary(_ page: SummaryPage) -> [UInt8] {
    let score = page.outcome.score
    return line { object in
      object.member("event", "summary")
      object.member("asked", score.asked)
      object.member("correct", score.correct)
      object.member("credit", score.credit, places: 3)
      object.member("score", score.share, places: 3)
      object.key("passed")
      if let passed = page.outcome.passed { object.bool(passed) } else { object.null() }
      object.key("by_topic")
      object.object { topics in
        for line in score.byTopic {
          topics.key(line.topic?.rawValue ?? "")
          topics.object {
            $0.member("asked", line.asked)
            $0.member("credit", line.credit, places: 3)
          }
        }
      }
      object.member("seed", page.seed)
    }
  }

  private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(members)
    writer.newline()
    return writer.bytes
  }
}
