/// The result of a session: the fold of its verdicts.
///
/// Each item counts once, by its first answer; what comes back within the session is practice.
package struct Score: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    /// Nil gathers the items without a topic.
    package var topic: Topic?
    package var asked: Int
    package var credit: Double
  }

  package private(set) var asked = 0
  /// Verdicts correct, form and spelling.
  package private(set) var correct = 0
  package private(set) var credit = 0.0
  /// In the order in which the topics came first.
  package private(set) var byTopic: [Line] = []

  package init() {}

  /// Credit ÷ asked, 0...1; 0 where nothing was asked.
  package var share: Double { asked == 0 ? 0 : credit / Double(asked) }

  package mutating func count(_ outcome: Verdict.Outcome, credit earned: Double, topic: Topic?) {
    asked += 1
    correct += outcome.isRight ? 1 : 0
    credit += earned
    if let line = byTopic.firstIndex(where: { $0.topic == topic }) {
      byTopic[line].asked += 1
      byTopic[line].credit += earned
    } else {
      byTopic.append(Line(topic: topic, asked: 1, credit: earned))
    }
  }
}

extension Rating {
  /// The rating that an answer earns: the one policy.
  ///
  /// - Parameters:
  ///   - credit: 0...1, hints charged.
  ///   - outcome: what the grader said.
  ///   - hints: hints taken.
  ///   - hadRetry: true after a first try that was close.
  package init(credit: Double, outcome: Verdict.Outcome, hints: Int, hadRetry: Bool) {
    if outcome == .wrong || credit < 0.5 {
      self = .again
    } else if credit < 1 || hints > 0 || hadRetry {
      self = .hard
    } else {
      self = .good
    }
  }
}

/// What hints cost: a quarter of the item's credit each, three quarters at most.
package func credit(_ earned: Double, afterHints hints: Int) -> Double {
  earned * (1 - 0.25 * Double(min(3, max(0, hints))))
}
