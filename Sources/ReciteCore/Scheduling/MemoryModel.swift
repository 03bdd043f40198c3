/// A model of memory: how one item's traces change with each rating, and what is recalled when.
///
/// The scheduler is written against FSRS-6; other models stand beside it, so that they can be
/// compared on the same reviews.
package protocol MemoryModel: Equatable, Sendable {
  /// What the model keeps of one item between reviews.
  associatedtype Trace: Equatable, Sendable

  /// The trace that a first review with this rating leaves.
  func trace(afterFirst rating: Rating) -> Trace

  /// The trace after a review `elapsed` days after the last one; negative days count as none.
  func trace(after rating: Rating, elapsed: Double, of trace: Trace) -> Trace

  /// The probability of recall, 0...1, `elapsed` days after the last review.
  func retrievability(of trace: Trace, after elapsed: Double) -> Double

  /// The days, at least 0 and not rounded, until recall falls to `retention` (within 0...1).
  func interval(of trace: Trace, retention: Double) -> Double
}

extension Double {
  /// This number held within `range`; the range's lower end where it is not a number.
  package func clamped(to range: ClosedRange<Double>) -> Double {
    // The order of the operands settles NaN: every comparison with it is false.
    Swift.min(range.upperBound, Swift.max(range.lowerBound, self))
  }
}
