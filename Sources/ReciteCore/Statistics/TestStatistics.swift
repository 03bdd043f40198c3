/// What a class's marks say of a whole test, and of each of its items.
///
/// - Source: Moodle, `mod/quiz/report/statistics/classes/calculator.php`; Kuder and Richardson, "The
///   theory of the estimation of test reliability", 1937.
package struct TestStatistics: Equatable, Sendable {
  /// Below this many learners the figures say little, and a report says so.
  package static let fewestLearners = 10

  package var learners: Int
  /// In the order of the table's columns.
  package var items: [ItemStatistics]
  /// Of the totals, or of the shares where not everybody was asked everything.
  package var mean: Double?
  package var median: Double?
  package var standardDeviation: Double?
  /// Nil below three learners and where the totals do not vary.
  package var skewness: Double?
  /// Excess over that of the bell curve; nil below four learners and without spread.
  package var kurtosis: Double?
  /// Cronbach's alpha, at most 1, below 0 where items work against one another; nil below two
  /// items, without spread, and where not everybody was asked everything.
  package var alpha: Double?
  /// Kuder and Richardson's formula 20: alpha where every mark is all or nothing, else nil.
  package var kr20: Double?
  /// Their formula 21, which takes all items for equally hard; nil where `kr20` is.
  package var kr21: Double?
  /// The share of the spread that is chance: the root of 1 - alpha.
  package var errorRatio: Double?
  /// Of one learner's total: the error ratio times the standard deviation.
  package var standardError: Double?
  /// Whether every learner was asked every item.
  package var isComplete: Bool

  /// The figures of a table.
  ///
  /// - Complexity: O(learners × items × log learners).
  package init(_ table: MarkTable) {
    learners = table.learners
    isComplete = table.isComplete
    items = (0..<table.items).map { table.statistics(of: $0) }
    let totals = table.isComplete ? table.totals : (0..<table.learners).map { table.score(of: $0) }
    mean = Moments.mean(totals)
    median = Moments.median(totals)
    let variance = Moments.variance(totals)
    standardDeviation = variance?.squareRoot()
    if let mean, let variance, variance > 0 {
      describeShape(of: totals, mean: mean, variance: variance)
      if table.isComplete { estimateReliability(table, variance: variance) }
    }
    compareGroups(table)
  }

  /// Skewness and kurtosis by k-statistics, which are unbiased for small classes.
  private mutating func describeShape(of totals: [Double], mean: Double, variance: Double) {
    let count = Double(totals.count)
    func moment(_ power: Int) -> Double {
      totals.reduce(0) { sum, total in
        sum + (0..<power).reduce(1) { product, _ in product * (total - mean) }
      } / count
    }
    if totals.count > 2 {
      let third = count * count * moment(3) / ((count - 1) * (count - 2))
      skewness = third / (variance * variance.squareRoot())
    }
    if totals.count > 3 {
      let second = moment(2)
      let fourth =
        count * count * ((count + 1) * moment(4) - 3 * (count - 1) * second * second)
        / ((count - 1) * (count - 2) * (count - 3))
      kurtosis = fourth / (variance * variance)
    }
  }

  private mutating func estimateReliability(_ table: MarkTable, variance: Double) {
    let columns = (0..<table.items).map { item in
      (0..<table.learners).compactMap { table.mark(of: $0, on: item) }
    }
    let variances = columns.map { Moments.variance($0) ?? 0 }
    let sum = variances.reduce(0, +)
    let count = Double(table.items)
    if table.items > 1 {
      let alpha = count / (count - 1) * (1 - sum / variance)
      self.alpha = alpha
      let ratio = max(0, 1 - alpha).squareRoot()
      errorRatio = ratio
      standardError = ratio * variance.squareRoot()
    }
    weigh(table, columns: columns)
    for item in items.indices where table.items > 2 {
      let rests = (0..<table.learners).compactMap { table.rest(of: $0, without: item) }
      guard let left = Moments.variance(rests), left > 0 else { continue }
      items[item].alphaWithout = (count - 1) / (count - 2) * (1 - (sum - variances[item]) / left)
    }
    if zip(columns, table.maxima).allSatisfy({ marks, most in
      most > 0 && marks.allSatisfy { $0 == 0 || $0 == most }
    }), Set(table.maxima).count == 1, let most = table.maxima.first {
      estimateFromShares(table, most: most, variance: variance)
    }
  }

  /// Both formulas of Kuder and Richardson, with population variances throughout: mixing them with
  /// sample variances is the usual mistake.
  private mutating func estimateFromShares(_ table: MarkTable, most: Double, variance: Double) {
    guard table.items > 1, let mean else { return }
    let count = Double(table.items)
    let learners = Double(table.learners)
    let ofTotals = variance * (learners - 1) / learners / (most * most)
    let chance = items.reduce(0) { $0 + ($1.facility ?? 0) * (1 - ($1.facility ?? 0)) }
    kr20 = count / (count - 1) * (1 - chance / ofTotals)
    let share = mean / most
    kr21 = count / (count - 1) * (1 - share * (count - share) / (count * ofTotals))
  }

  /// Each item's part in the spread of the totals.
  private mutating func weigh(_ table: MarkTable, columns: [[Double]]) {
    let roots = columns.map { column -> Double? in
      guard let covariance = Moments.covariance(column, table.totals), covariance >= 0 else {
        return nil
      }
      return covariance.squareRoot()
    }
    let sum = roots.reduce(0) { $0 + ($1 ?? 0) }
    guard sum > 0 else { return }
    for (item, root) in roots.enumerated() { items[item].effectiveWeight = root.map { $0 / sum } }
  }

  private mutating func compareGroups(_ table: MarkTable) {
    let groups = ScoreGroups(table)
    for item in items.indices {
      func facility(of group: [Int]) -> Double? {
        let marks = group.compactMap { table.mark(of: $0, on: item) }
        guard table.maxima[item] > 0 else { return nil }
        return Moments.mean(marks).map { $0 / table.maxima[item] }
      }
      if let upper = facility(of: groups.upper), let lower = facility(of: groups.lower) {
        items[item].upperLower = upper - lower
      }
    }
  }
}

/// The best and the weakest 27 % of a class, rounded, one learner at least.
///
/// Ties are settled by the order of the rows.
/// - Source: Kelley, "The selection of upper and lower groups for the validation of test items",
///   1939, for 27 %.
package struct ScoreGroups: Equatable, Sendable {
  /// Rows of the table, best first.
  package var upper: [Int]
  package var lower: [Int]

  /// Both groups of a table; empty below two learners.
  package init(_ table: MarkTable) {
    let scores =
      table.isComplete ? table.totals : (0..<table.learners).map { table.score(of: $0) }
    let order = scores.indices.sorted { first, second in
      scores[first] != scores[second] ? scores[first] > scores[second] : first < second
    }
    let size = order.count < 2 ? 0 : max(1, Int((Double(order.count) * 0.27).rounded()))
    upper = Array(order.prefix(size))
    lower = Array(order.suffix(size))
  }
}
