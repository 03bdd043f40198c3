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
  package func counts(
    of responses: [Int?], kinds: Int, on item: Int, groups: ScoreGroups
  ) -> [ResponseCount] {
    let asked = (0..<learners).filter { mark(of: $0, on: item) != nil }
    let scores = asked.map { isComplete ? totals[$0] : score(of: $0) }
    func response(of learner: Int) -> Int? {
      learner < responses.count ? responses[learner] : nil
    }
    return (0..<max(0, kinds)).map { kind in
      let given = asked.map { response(of: $0) == kind ? 1.0 : 0.0 }
      let count = given.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      return ResponseCount(
        count: count,
        share: asked.isEmpty ? 0 : Double(count) / Double(asked.count),
        upper: groups.upper.count { response(of: $0) == kind },
        lower: groups.lower.count { response(of: $0) == kind },
        correlation: Moments.correlation(given, scores))
    }
  }
}
