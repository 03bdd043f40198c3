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

  /// The day of `range` that is least loaded for its distance; of several the one nearest to a day
  /// that the generator draws, the earlier of two.
  ///
  /// With an even load that is the drawn day itself. "For its distance": the later a day, the less
  /// is due on it as yet, so that the plainly least loaded day is mostly the last, and every item
  /// would come late. The straight trend of the loads over the range is therefore taken off first.
  /// - Complexity: O(length of the range), at most a few thousand for an interval of a century.
  package static func choice(
    in range: ClosedRange<Int>, generator: inout SeededGenerator, load: (Int) -> Int
  ) -> Int {
    guard range.count > 1 else { return range.lowerBound }
    let drawn = range.lowerBound + generator.number(below: range.count)
    let loads = range.map(load)
    // Twice the distance from the middle, and loads times the spread, so that all are whole.
    let distances = range.map { 2 * $0 - range.lowerBound - range.upperBound }
    let spread = distances.reduce(0) { $0 + $1 * $1 }
    let slope = zip(distances, loads).reduce(0) { $0 &+ $1.0 &* $1.1 }
    var best = (days: drawn, load: Int.max)
    for (days, (distance, load)) in zip(range, zip(distances, loads)) {
      let load = load &* spread &- distance &* slope
      let isNearer = load == best.load && abs(days - drawn) < abs(best.days - drawn)
      if load < best.load || isNearer { best = (days, load) }
    }
    return best.days
  }
}
