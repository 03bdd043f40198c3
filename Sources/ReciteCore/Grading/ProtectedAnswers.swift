/// Answers that a list must not be cut within, read once.
struct ProtectedAnswers: Sendable {
  static let none = ProtectedAnswers([], knowledge: Knowledge(lexicon: .empty))

  /// The words of answers that hold a separator themselves.
  let guarded: [[String]]
  /// Chinese conjunctions that stand in an answer.
  let joints: Set<Unicode.Scalar>
  /// The answers in lower case, those of ASCII letters by their first byte.
  private let starts: [UInt8: [String]]
  private let others: [String]

  init(_ texts: [String], knowledge: Knowledge) {
    var guarded: [[String]] = []
    var joints: Set<Unicode.Scalar> = []
    var starts: [UInt8: [String]] = [:]
    var others: [String] = []
    for text in texts {
      let lower = text.lowercased()
      if let first = lower.utf8.first, lower.utf8.allSatisfy({ $0 < 0x80 }) {
        starts[first, default: []].append(lower)
        if text.utf8.allSatisfy(\.isPlainLetter) { continue }
      } else {
        others.append(lower)
        joints.formUnion(text.unicodeScalars.filter(ListSplitter.hanConjunctions.contains))
      }
      if let words = ListSplitter.guardedWords(of: text, knowledge: knowledge) {
        guarded.append(words)
      }
    }
    self.guarded = guarded
    self.joints = joints
    self.starts = starts
    self.others = others
  }

  /// Whether a text, in lower case, begins with one of the answers.
  func begin(_ lower: String) -> Bool {
    if others.contains(where: lower.hasPrefix) { return true }
    guard let first = lower.utf8.first else { return false }
    return starts[first]?.contains(where: lower.hasPrefix) ?? false
  }

  /// Whether one of the answers begins with this, in lower case.
  func haveStart(_ opening: String) -> Bool {
    if others.contains(where: { $0.hasPrefix(opening) }) { return true }
    guard let first = opening.utf8.first else { return false }
    return starts[first]?.contains { $0.hasPrefix(opening) } ?? false
  }
}

extension UInt8 {
  fileprivate var isPlainLetter: Bool { (0x61...0x7a).contains(self | 0x20) }
}
