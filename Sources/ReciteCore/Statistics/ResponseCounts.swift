/// How often each response to an item was given, and by whom.
package struct ResponseCount: Equatable, Sendable {
  /// Learners who gave it.
  package var count: Int
  /// Of all learners who were asked, 0...1.
  package var share: Double
  /// Among the best and the weakest 27 %.
  package var upper: Int
  package var lower: Int
  /// The correlation of giving it with the total; nil where all or none gave it.
  package var correlation: Double?
}

extension MarkTable {
  /// Counts the responses to one item.
  ///
  /// `responses` has one element a learner: the number of the response in 0..<`kinds`, or nil where
  /// it is none of these or the item was not asked. `groups` are those of this table.
  /// - Complexity: O(learners + kinds).
  package func counts(
    of responses: [Int?], kinds: Int, on item: Int, groups: ScoreGroups
  ) -> [ResponseCount] {
    func kind(of learner: Int) -> Int? {
      guard learner < responses.count, let kind = responses[learner], kind >= 0, kind < kinds,
        mark(of: learner, on: item) != nil
      else { return nil }
      return kind
    }
    let asked = (0..<learners).filter { mark(of: $0, on: item) != nil }
    let scores = asked.map { isComplete ? totals[$0] : score(of: $0) }
    let blank = ResponseCount(count: 0, share: 0, upper: 0, lower: 0, correlation: nil)
    var counts = Array(repeating: blank, count: max(0, kinds))
    // How far the scores of those who gave a response lie above the mean, summed.
    var above = Array(repeating: 0.0, count: counts.count)
    let mean = Moments.mean(scores) ?? 0
    for (learner, score) in zip(asked, scores) {
      guard let kind = kind(of: learner) else { continue }
      counts[kind].count += 1
      above[kind] += score - mean
    }
    for learner in groups.upper { if let kind = kind(of: learner) { counts[kind].upper += 1 } }
    for learner in groups.lower { if let kind = kind(of: learner) { counts[kind].lower += 1 } }
    let all = Double(asked.count)
    let variance = Moments.variance(scores) ?? 0
    for kind in counts.indices where counts[kind].count > 0 {
      let count = Double(counts[kind].count)
      counts[kind].share = count / all
      guard variance > 0, count < all else { continue }
      // Pearson's correlation of a 0-1 variable: its covariance and variance from the counts.
      let spread = count * (all - count) / (all * (all - 1))
      counts[kind].correlation = above[kind] / (all - 1) / (spread * variance).squareRoot()
    }
    return counts
  }
}
