/// Sums over a sample; all variances are those of a sample (n - 1).
enum Moments {
  static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The covariance of two samples of one length; nil below two values.
  static func covariance(_ first: [Double], _ second: [Double]) -> Double? {
    guard first.count == second.count, first.count > 1, let meanOfFirst = mean(first),
      let meanOfSecond = mean(second)
    else { return nil }
    var sum = 0.0
    for index in first.indices {
      sum += (first[index] - meanOfFirst) * (second[index] - meanOfSecond)
    }
    return sum / Double(first.count - 1)
  }

  /// The variance; exactly 0 where all values are equal but for rounding, nil below two values.
  static func variance(_ values: [Double]) -> Double? {
    guard let smallest = values.min(), let largest = values.max() else { return nil }
    // Sums of thirds differ in their last bits though they mean the same mark.
    let scale = max(abs(smallest), abs(largest))
    if largest - smallest <= scale * 1e-12 { return values.count > 1 ? 0 : nil }
    return covariance(values, values)
  }

  /// Pearson's correlation; nil where either sample does not vary.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    guard let ofFirst = variance(first), let ofSecond = variance(second), ofFirst > 0, ofSecond > 0,
      let covariance = covariance(first, second)
    else { return nil }
    return covariance / (ofFirst * ofSecond).squareRoot()
  }

  /// The middle value, or the mean of the two in the middle; nil without values.
  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
