/// How well an item was recalled, in the four steps that the memory model knows.
package enum Rating: Int, CaseIterable, Comparable, Sendable {
  case again = 1
  case hard = 2
  case good = 3
  case easy = 4

  package static func < (lower: Rating, higher: Rating) -> Bool { lower.rawValue < higher.rawValue }

  /// The name that JSON and pages use.
  package var name: String {
    switch self {
    case .again: "again"
    case .hard: "hard"
    case .good: "good"
    case .easy: "easy"
    }
  }
}
