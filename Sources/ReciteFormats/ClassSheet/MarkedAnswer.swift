import ReciteCore

/// One answer of a class with its mark: a row of the marked sheet.
package struct MarkedAnswer: Equatable, Sendable {
  package var learner: String
  package var item: ItemID
  package var response: String
  package var outcome: Verdict.Outcome
  /// 0...1.
  package var credit: Double
  /// The name of the rule that decided.
  package var rule: String
  /// The accepted answer that was matched, or the other answer that the response is.
  package var matched: String
  /// Why a teacher should look at it: `close`, `partial`, `open` or `unreadable`; `settled` where
  /// one did, empty where the machine is sure.
  package var look: String

  package init(
    learner: String, item: ItemID, response: String, outcome: Verdict.Outcome, credit: Double,
    rule: String, matched: String = "", look: String = ""
  ) {
    self.learner = learner
    self.item = item
    self.response = response
    self.outcome = outcome
    self.credit = credit
    self.rule = rule
    self.matched = matched
    self.look = look
  }

  /// The captions of a marked sheet.
  package static let captions = [
    "learner", "item", "response", "verdict", "credit", "rule", "matched", "look",
  ]

  /// The cells of its row, in the order of `captions`.
  package var cells: [String] {
    [learner, item.rawValue, response, outcome.rawValue, shortNumber(credit), rule, matched, look]
  }

  /// True where nothing was answered.
  package var isBlank: Bool { response.isEmpty }
}

/// A number of at most three decimal places, as JSON has it: `0.667`, `1`.
package func shortNumber(_ value: Double) -> String {
  var writer = JSONWriter()
  writer.double(value, places: 3)
  return writer.text
}
