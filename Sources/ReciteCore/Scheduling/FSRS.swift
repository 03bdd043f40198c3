import Glibc

/// FSRS-6: memory as stability and difficulty, and a power law of forgetting.
///
/// - Source: FSRS-6 as released in py-fsrs 6.3.2 `scheduler.py` and fsrs-rs 6.6.2 `model.rs`; where
///   they differ, the comment at the place says which is followed.
package struct FSRS: MemoryModel {
  package let parameters: FSRSParameters
  /// No stability grows beyond this, in days.
  package let stabilityCap: Double
  /// The exponent of the forgetting curve, below 0.
  private let decay: Double
  /// Scales the curve so that recall is 0.9 when the elapsed days equal the stability.
  private let factor: Double

  /// The cap of fsrs-rs: a hundred years.
  package static let longestStability = 36_500.0
  /// No stability falls below this, in days.
  private static let leastStability = 0.001
  private static let difficulties = 1.0...10.0

  /// The model with these weights; py-fsrs has no cap on stability, which `.infinity` stands for.
  package init(parameters: FSRSParameters, stabilityCap: Double = Self.longestStability) {
    self.parameters = parameters
    self.stabilityCap = stabilityCap
    decay = -parameters[20]
    factor = pow(0.9, 1 / decay) - 1
  }

  // MARK: What is recalled when

  /// The probability that an item is recalled `elapsed` days after its last review.
  ///
  /// `(1 + factor · elapsed / stability) ^ decay`; 1 when nothing has elapsed, 0.9 when as many days
  /// have as the stability has.
  /// - Source: FSRS-6; py-fsrs `get_card_retrievability`.
  package func retrievability(of memory: Memory, after elapsed: Double) -> Double {
    pow(1 + factor * max(0, elapsed) / memory.stability, decay)
  }

  /// The days until recall falls to `retention`: the forgetting curve turned round.
  ///
  /// - Source: FSRS-6; py-fsrs `_next_interval`, before rounding.
  package func interval(of memory: Memory, retention: Double) -> Double {
    (memory.stability / factor) * (pow(retention, 1 / decay) - 1)
  }

  // MARK: What a review changes

  package func trace(afterFirst rating: Rating) -> Memory {
    Memory(
      stability: firstStability(after: rating),
      difficulty: firstDifficulty(after: rating).clamped(to: Self.difficulties))
  }

  package func trace(after rating: Rating, elapsed: Double, of memory: Memory) -> Memory {
    let stability: Double
    if elapsed < 1 {
      stability = stabilityWithinDay(after: rating, of: memory)
    } else {
      let recall = retrievability(of: memory, after: elapsed)
      stability =
        rating == .again
        ? stabilityAfterLapse(of: memory, recall: recall)
        : stabilityAfterSuccess(rating, of: memory, recall: recall)
    }
    return Memory(
      stability: stability.clamped(to: Self.leastStability...stabilityCap),
      difficulty: nextDifficulty(after: rating, of: memory.difficulty))
  }

  /// The stability that a first review leaves, in days.
  ///
  /// - Source: FSRS-6; py-fsrs `_initial_stability`.
  private func firstStability(after rating: Rating) -> Double {
    max(parameters[rating.rawValue - 1], Self.leastStability)
  }

  /// The difficulty that a first review leaves, not yet held within 1...10.
  ///
  /// - Source: FSRS-6; py-fsrs `_initial_difficulty`.
  private func firstDifficulty(after rating: Rating) -> Double {
    parameters[4] - exp(parameters[5] * Double(rating.rawValue - 1)) + 1
  }

  /// The difficulty after a review: a step that shrinks towards 10, drawn to that of a first Easy.
  ///
  /// The goal of the drawing is not held within 1...10; the result is.
  /// - Source: FSRS-6; py-fsrs `_next_difficulty`.
  private func nextDifficulty(after rating: Rating, of difficulty: Double) -> Double {
    let step = -parameters[6] * Double(rating.rawValue - 3)
    let moved = difficulty + (10 - difficulty) * step / 9
    let drawn = parameters[7] * firstDifficulty(after: .easy) + (1 - parameters[7]) * moved
    return drawn.clamped(to: Self.difficulties)
  }

  /// The stability after Hard, Good or Easy on a later day: the less was recalled, the more it grows.
  ///
  /// - Source: FSRS-6; py-fsrs `_next_recall_stability`.
  private func stabilityAfterSuccess(
    _ rating: Rating, of memory: Memory, recall: Double
  ) -> Double {
    let penalty = rating == .hard ? parameters[15] : 1
    let bonus = rating == .easy ? parameters[16] : 1
    let growth =
      exp(parameters[8]) * (11 - memory.difficulty) * pow(memory.stability, -parameters[9])
      * (exp((1 - recall) * parameters[10]) - 1) * penalty * bonus
    return memory.stability * (1 + growth)
  }

  /// The stability after Again on a later day: never more than one Again within the day leaves.
  ///
  /// - Source: FSRS-6; py-fsrs `_next_forget_stability`.
  private func stabilityAfterLapse(of memory: Memory, recall: Double) -> Double {
    let kept =
      parameters[11] * pow(memory.difficulty, -parameters[12])
      * (pow(memory.stability + 1, parameters[13]) - 1) * exp((1 - recall) * parameters[14])
    return min(kept, memory.stability / exp(parameters[17] * parameters[18]))
  }

  /// The stability after a further review on the same day; Hard, Good and Easy never lower it.
  ///
  /// - Source: FSRS-6; py-fsrs 6.3.2 and fsrs-rs 6.6.2, `_short_term_stability` (py-fsrs 6.3.1 let
  ///   Hard lower it).
  private func stabilityWithinDay(after rating: Rating, of memory: Memory) -> Double {
    let change =
      exp(parameters[17] * (Double(rating.rawValue - 3) + parameters[18]))
      * pow(memory.stability, -parameters[19])
    return memory.stability * (rating == .again ? change : max(change, 1))
  }
}
