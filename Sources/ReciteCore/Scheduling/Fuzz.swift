/// The days around an ideal interval among which one is chosen, so that items learned together part.
///
/// - Source: the ranges of Anki `rslib/src/scheduler/states/fuzz.rs`; drawn evenly, as Anki and
///   ts-fsrs do (py-fsrs rounds the draw, which halves the ends and can pass the maximum by one).
package enum Fuzz {
  /// Below this interval, in days, there is none.
  private static let least = 2.5

  /// The share of each stretch of the interval that the range reaches to either side.
  private static let stretches: [(days: Range<Double>, share: Double)] = [
    (2.5..<7, 0.15), (7..<20, 0.10), (20..<Double.infinity, 0.05),
  ]

  /// The days that `interval` may become, held within `minimum...maximum`.
  ///
  /// Not empty; a single day for intervals below 2.5 days. `minimum` gives way to `maximum`.
  package static func range(
    around interval: Double, minimum: Int, maximum: Int
  ) -> ClosedRange<Int> {
    let highest = max(1, maximum)
    let lowest = min(max(1, minimum), highest)
    let ideal = interval.clamped(to: Double(lowest)...Double(highest))
    let centre = Int(ideal.rounded(.toNearestOrEven))
    guard ideal >= least else { return centre...centre }
    var reach = 1.0
    for stretch in stretches where ideal > stretch.days.lowerBound {
      reach += stretch.share * (min(ideal, stretch.days.upperBound) - stretch.days.lowerBound)
    }
    let last = min(Int((ideal + reach).rounded()), highest)
    let first = max(max(2, Int((ideal - reach).rounded())), lowest)
    return min(first, last)...last
  }

  /// The least loaded day of `range`; of several such days the one nearest to a day that the
  /// generator draws, the earlier of two.
  ///
  /// With an even load that is the drawn day itself.
  /// - Complexity: O(length of the range), at most a few thousand for an interval of a century.
  package static func choice(
    in range: ClosedRange<Int>, generator: inout SeededGenerator, load: (Int) -> Int
  ) -> Int {
    guard range.count > 1 else { return range.lowerBound }
    let drawn = range.lowerBound + generator.number(below: range.count)
    var best = drawn
    var bestLoad = load(drawn)
    for days in range where days != drawn {
      let candidate = load(days)
      let isNearer = candidate == bestLoad && abs(days - drawn) < abs(best - drawn)
      if candidate < bestLoad || isNearer { (best, bestLoad) = (days, candidate) }
    }
    return best
  }
}
