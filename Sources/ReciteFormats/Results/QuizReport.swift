import ReciteCore

/// A format in which a quiz without a human reports: bytes for each answer, then for the end.
package protocol QuizReport {
  /// What is written when an answer is acknowledged.
  mutating func answer(_ page: VerdictPage) -> [UInt8]
  /// What is written at the end.
  mutating func summary(_ page: SummaryPage) -> [UInt8]
}

extension Outcome {
  /// Why not all questions were answered, in words; nil where all were.
  var shortfall: String? {
    let rest = "\(unanswered) \(unanswered == 1 ? "question was" : "questions were") not answered"
    return switch reason {
    case .completed: nil
    case .left: "the quiz was left; \(rest)"
    case .timeUp: "the time was up; \(rest)"
    case .inputEnded: "the answers ended; \(rest)"
    case .interrupted: "interrupted; \(rest)"
    case .notSaved: "an answer could not be saved; \(rest)"
    }
  }
}

/// One line without control characters, for formats that end with the line.
func onOneLine(_ text: String) -> String { HiddenCharacters.marked(text) }
