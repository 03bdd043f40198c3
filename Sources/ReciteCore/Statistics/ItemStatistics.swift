/// What a class's marks say of one item.
///
/// - Source: Moodle, `question/classes/statistics/questions/calculator.php`, for facility, both
///   discriminations and the effective weight; shares here where Moodle shows per cent.
package struct ItemStatistics: Equatable, Sendable {
  /// Learners who were asked the item.
  package var learners: Int
  /// The mean mark as a share of the item's maximum, 0...1; nil for an item that gives nothing.
  package var facility: Double?
  /// Of the marks; nil below two learners.
  package var standardDeviation: Double?
  /// The correlation of the item with the rest of the test, -1...1; nil where either does not vary.
  package var discrimination: Double?
  /// The covariance with the rest as a share of the most it could be with these marks.
  package var discriminativeEfficiency: Double?
  /// The item's part in the spread of the totals, all items together 1.
  ///
  /// Nil where the item works against the total, and where not everybody was asked everything.
  package var effectiveWeight: Double?
  /// The correlation with the total, the item itself included.
  package var pointBiserial: Double?
  /// The facility among the best 27 % less that among the weakest 27 %.
  package var upperLower: Double?
  /// What alpha would be without this item; nil below three items.
  package var alphaWithout: Double?
}

extension MarkTable {
  /// The statistics of one item; the effective weight and `alphaWithout` are the test's to give.
  ///
  /// - Complexity: O(learners × items), O(learners log learners) where all were asked everything.
  func statistics(of item: Int) -> ItemStatistics {
    var marks: [Double] = []
    var compared: [Double] = []
    var rests: [Double] = []
    var totals: [Double] = []
    for learner in 0..<learners {
      guard let mark = mark(of: learner, on: item) else { continue }
      marks.append(mark)
      totals.append(isComplete ? self.totals[learner] : score(of: learner))
      guard let rest = rest(of: learner, without: item) else { continue }
      compared.append(mark)
      rests.append(rest)
    }
    var statistics = ItemStatistics(learners: marks.count)
    if let mean = Moments.mean(marks), maxima[item] > 0 {
      statistics.facility = mean / maxima[item]
    }
    statistics.standardDeviation = Moments.variance(marks)?.squareRoot()
    statistics.discrimination = Moments.correlation(compared, rests)
    if let variance = Moments.variance(compared), let ofRests = Moments.variance(rests),
      variance > 0, ofRests > 0, let covariance = Moments.covariance(compared, rests),
      let most = Moments.covariance(compared.sorted(), rests.sorted()), most > 0
    {
      statistics.discriminativeEfficiency = covariance / most
    }
    statistics.pointBiserial = Moments.correlation(marks, totals)
    return statistics
  }
}
