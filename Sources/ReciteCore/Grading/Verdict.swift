/// What the grader says of one response: outcome, credit, the rule that decided, and the parts.
package struct Verdict: Equatable, Sendable {
  package enum Outcome: String, CaseIterable, Sendable {
    case correct
    /// Right in another form; the canonical form is shown.
    case form
    /// Right with a slip; the slip is marked.
    case spelling
    /// Not an answer yet: one free retry, nothing revealed.
    case close
    /// k of n parts.
    case partial
    case wrong

    /// True for the three outcomes that count as right.
    package var isRight: Bool {
      switch self {
      case .correct, .form, .spelling: true
      case .close, .partial, .wrong: false
      }
    }
  }

  package var outcome: Outcome
  /// The share of the item's worth, 0...1, before hints are charged.
  package var credit: Double
  /// The rule that decided.
  package var rule: GradingRule
  /// The accepted answer that was matched, or that a slip lies near; nil where none was.
  package var matched: String?
  /// Where the response departs from `matched`; nil unless the outcome is `spelling`.
  package var slip: Slip?
  /// The parts of a list, gap, row, step or point answer; empty for single answers.
  package var parts: [VerdictPart]
  /// Another known answer that the response is, and the item it belongs to where there is one.
  package var confusion: Confusion?
  /// What the author tells a learner who gives this answer.
  package var feedback: RichText?

  package init(
    outcome: Outcome, credit: Double, rule: GradingRule, matched: String? = nil,
    slip: Slip? = nil, parts: [VerdictPart] = [], confusion: Confusion? = nil,
    feedback: RichText? = nil
  ) {
    self.outcome = outcome
    self.credit = credit
    self.rule = rule
    self.matched = matched
    self.slip = slip
    self.parts = parts
    self.confusion = confusion
    self.feedback = feedback
  }
}

/// A known answer that a wrong response turned out to be.
package struct Confusion: Equatable, Sendable {
  package var answer: String
  /// The item whose key it is; nil for a distractor or a rejected answer of the item itself.
  package var item: ItemID?

  package init(answer: String, item: ItemID?) {
    self.answer = answer
    self.item = item
  }
}

/// The response and the key aligned character by character.
package struct Slip: Equatable, Sendable {
  package enum Piece: Equatable, Sendable {
    case same(String)
    /// Typed where the key has `expected`.
    case replaced(typed: String, expected: String)
    /// Typed, and not in the key.
    case extra(String)
    /// In the key, and not typed.
    case missing(String)
  }

  package var pieces: [Piece]

  package init(pieces: [Piece]) { self.pieces = pieces }
}

/// One part of an answer of several parts.
package struct VerdictPart: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case right(Verdict.Outcome)
    /// A part of the key that the response lacks.
    case missing
    /// A part of the response that is no part of the key.
    case extra
    /// Given, and wrong, where the response has a place for it.
    case wrong
    /// A rubric point that was claimed by the learner.
    case claimed
  }

  package var state: State
  /// The part of the key; nil for an extra.
  package var key: String?
  /// The words of the response that decided; nil for what is missing.
  package var typed: String?
  package var slip: Slip?

  package init(state: State, key: String?, typed: String?, slip: Slip? = nil) {
    self.state = state
    self.key = key
    self.typed = typed
    self.slip = slip
  }
}
