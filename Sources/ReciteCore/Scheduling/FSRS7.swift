import Glibc

/// FSRS-7: two traces that fade at different speeds, and time within the day.
///
/// Not what the product schedules by: it stands beside FSRS-6 so that both can be compared on a
/// learner's own reviews. Its stability is not the 90 % interval; `interval(of:retention:)` is.
/// - Source: the final model of 34 weights, fsrs-rs `src/model_v7.rs` at 114cafff and
///   `src/parameter_clipper_v7.rs` at 40098170.
package struct FSRS7: MemoryModel {
  /// A slow and a fast trace, both in days, and the difficulty that they share.
  package struct Trace: Equatable, Sendable {
    package var slow: Double
    package var fast: Double
    /// 1 (easy)...10 (hard).
    package var difficulty: Double

    package init(slow: Double, fast: Double, difficulty: Double) {
      self.slow = slow
      self.fast = fast
      self.difficulty = difficulty
    }
  }

  package let parameters: FSRS7Parameters

  private static let stabilities = 1e-4...36_500.0
  private static let difficulties = 1.0...10.0
  private static let decays = 0.01...0.95
  /// The fast trace begins, and is held after a lapse, at this share of the slow one.
  private static let fastShare = 0.8
  /// Recall is held this far from certainty.
  private static let leastDoubt = 1e-5
  /// Recall that no time at all leaves.
  private static let unreachableRetention = 0.9999

  package init(parameters: FSRS7Parameters) { self.parameters = parameters }

  // MARK: What is recalled when

  /// The probability of recall: both traces' curves, weighed by their stabilities.
  package func retrievability(of trace: Trace, after elapsed: Double) -> Double {
    let days = max(0, elapsed)
    let fast = parameters[27] * pow(trace.fast, -parameters[29])
    let slow =
      parameters[28] * pow(trace.slow, parameters[30])
      * exp((trace.difficulty - 5) * (parameters[31] - 0.5))
    let mixed =
      (fast * fastRecall(of: trace, after: days) + slow * slowRecall(of: trace, after: days))
      / (fast + slow)
    return mixed * (1 - 2 * Self.leastDoubt) + Self.leastDoubt
  }

  /// The days, a fraction of one as well, until recall falls to `retention`; at most 36500.
  ///
  /// Recall falls steadily, so that halving the logarithm's range finds the only solution.
  package func interval(of trace: Trace, retention: Double) -> Double {
    guard retention < Self.unreachableRetention else { return 0 }
    let longest = Self.stabilities.upperBound
    guard retrievability(of: trace, after: longest) < retention else { return longest }
    var (short, long) = (log(1e-12), log(longest))
    // 2^-60 of the range is below what a Double tells apart.
    for _ in 0..<60 {
      let middle = (short + long) / 2
      if retrievability(of: trace, after: exp(middle)) > retention {
        short = middle
      } else {
        long = middle
      }
    }
    return exp((short + long) / 2)
  }

  private func fastRecall(of trace: Trace, after days: Double) -> Double {
    let decay = -(parameters[23] * pow(trace.fast, parameters[33] - 0.3)).clamped(to: Self.decays)
    let factor = exp(min(log(parameters[25]) / decay, 60)) - 1
    return pow(1 + factor * days / trace.fast, decay)
  }

  private func slowRecall(of trace: Trace, after days: Double) -> Double {
    let decay = -parameters[24].clamped(to: Self.decays)
    let factor =
      (pow(parameters[26], 1 / decay) - 1)
      * exp((trace.difficulty - 5) * (parameters[32] - 0.3))
    return pow(1 + factor * days / trace.slow, decay)
  }

  // MARK: What a review changes

  package func trace(afterFirst rating: Rating) -> Trace {
    let slow = parameters[rating.rawValue - 1].clamped(to: Self.stabilities)
    return Trace(
      slow: slow, fast: (Self.fastShare * slow).clamped(to: Self.stabilities),
      difficulty: firstDifficulty(after: rating).clamped(to: Self.difficulties))
  }

  package func trace(after rating: Rating, elapsed: Double, of trace: Trace) -> Trace {
    let days = max(0, elapsed)
    let recall = retrievability(of: trace, after: days)
    let slow = stability(trace.slow, after: rating, recall: recall, of: trace, weights: 7)
      .clamped(to: Self.stabilities)
    var fast = stability(
      trace.fast, after: rating, recall: fastRecall(of: trace, after: days), of: trace, weights: 15)
    if rating == .again { fast = min(fast, Self.fastShare * slow) }
    return Trace(
      slow: slow, fast: fast.clamped(to: Self.stabilities),
      difficulty: difficulty(after: rating, recall: recall, of: trace))
  }

  /// The difficulty that a first review leaves, not yet held within 1...10.
  private func firstDifficulty(after rating: Rating) -> Double {
    parameters[4] - exp(parameters[5] * Double(rating.rawValue - 1)) + 1
  }

  /// The difficulty after a review; a miss that was to be expected weighs less.
  private func difficulty(after rating: Rating, recall: Double, of trace: Trace) -> Double {
    var step = -parameters[6] * Double(rating.rawValue - 3)
    if rating == .again { step *= recall + 0.1 }
    let moved = trace.difficulty + (10 - trace.difficulty) / 9 * step
    return (0.01 * firstDifficulty(after: .easy) + 0.99 * moved).clamped(to: Self.difficulties)
  }

  /// One trace after a review: what a lapse leaves of it, or what a success makes of it if more.
  ///
  /// `weights` is the place of the trace's own eight weights: 7 for the slow, 15 for the fast one.
  private func stability(
    _ stability: Double, after rating: Rating, recall: Double, of trace: Trace, weights: Int
  ) -> Double {
    let kept = min(
      stability,
      parameters[weights + 3] * (pow(stability + 1, parameters[weights + 4]) - 1)
        * exp((1 - recall) * parameters[weights + 5]))
    guard rating != .again else { return kept }
    let penalty = rating == .hard ? parameters[weights + 6] : 1
    let bonus = rating == .easy ? parameters[weights + 7] : 1
    let growth =
      exp(parameters[weights] - 1.5) * (11 - trace.difficulty)
      * pow(stability, -parameters[weights + 1])
      * (exp((1 - recall) * parameters[weights + 2]) - 1) * penalty * bonus
    return max(kept, stability * (1 + growth))
  }
}

/// The 34 weights of FSRS-7, each within its bounds.
///
/// - Source: fsrs-rs `src/parameter_clipper_v7.rs` at 40098170.
package struct FSRS7Parameters: Equatable, Sendable {
  /// 34 finite numbers, each within its place's bounds.
  package let weights: [Double]

  /// The published defaults.
  package static let standard = FSRS7Parameters(unchecked: [
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999,
    0.8146, 0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567,
    0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
  ])

  /// Accepts 34 weights; those of older versions mean other things and cannot be migrated.
  ///
  /// - Throws: `FSRSParameterError.count` for any other number, and `outOfBounds`, naming every bad
  ///   weight.
  package init(_ weights: [Double]) throws(FSRSParameterError) {
    guard weights.count == Self.bounds.count else { throw .count(weights.count, expected: "34") }
    var faults: [FSRSParameterError.Fault] = []
    for (index, (weight, fixed)) in zip(weights, Self.bounds).enumerated() {
      var bounds = fixed
      // A better first answer leaves no less, and the slow curve is not the steeper one.
      let least = (1...3).contains(index) ? weights[index - 1] : index == 26 ? weights[25] : 0
      if bounds.contains(least) { bounds = least...bounds.upperBound }
      if !bounds.contains(weight) {
        faults.append(FSRSParameterError.Fault(index: index, value: weight, bounds: bounds))
      }
    }
    guard faults.isEmpty else { throw .outOfBounds(faults) }
    self.weights = weights
  }

  /// The weight `w[index]`, counted from 0.
  package subscript(index: Int) -> Double { weights[index] }

  private init(unchecked weights: [Double]) { self.weights = weights }

  private static let bounds: [ClosedRange<Double>] = [
    // The slow trace after a first Again, Hard, Good, Easy, in days.
    1e-4...50, 1e-4...100, 1e-4...100, 1e-4...100,
    // Difficulty: base, slope of the first one, step.
    1...10, 0.001...4, 0.1...4,
    // The slow trace: three weights of success, three of a lapse, Hard, Easy.
    0...4, 0...1.2, 0.3...3, 0.01...1.5, 0.1...1, 0...3.5, 0...1, 1...7,
    // The fast trace: the same.
    0...4, 0...2, 0.5...6, 0.001...1.5, 0.001...1, 0...5, 0...1, 1...7,
    // The curves: decays, the recall at one stability, and what weighs one against the other.
    0.01...0.25, 0.01...0.95, 0.2...0.85, 0.5...0.99, 0.01...1, 0.1...1, 0...0.9, 0.1...1.1,
    0...1, 0...0.6, 0...0.6,
  ]
}
