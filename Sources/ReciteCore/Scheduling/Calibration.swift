import Glibc

/// How much longer, or shorter, than the model says this learner's intervals may be.
///
/// The published weights fit many learners on average; one learner may well keep things half or
/// twice as long. What was predicted before each answer and what came of it tell: the scale is the
/// factor on all stabilities that makes the answers most likely, held back towards 1 while they are
/// few. One number is soon known, long before twenty-one weights can be fitted; after such a fit it
/// comes out near 1.
package struct Calibration: Equatable, Sendable {
  /// The scales that are believed at all.
  package static let scales = 0.25...4.0
  /// The spread of the scale's logarithm among learners, before any answer: a factor of 1.65.
  private static let priorSpread = 0.5
  /// Predictions are held this far from certainty, so that one odd answer does not decide.
  private static let leastDoubt = 0.0005

  /// Answers by predicted recall in thousandths, 0...1000, and how many of them were recalled.
  private var answers = [Int](repeating: 0, count: 1001)
  private var recalled = [Int](repeating: 0, count: 1001)

  package init() {}

  /// The answers in these records, made on predictions of the model in use.
  /// - Complexity: O(reviews).
  package init(of records: some Sequence<Progress.ItemRecord>, rollover: Rollover) {
    for record in records {
      record.forEachPrediction(rollover: rollover) { add(predicted: $0, isRecalled: $1) }
    }
  }

  /// Adds an answer to an item whose recall was predicted with this probability.
  package mutating func add(predicted: Double, isRecalled: Bool) {
    let bin = Int((predicted.clamped(to: 0...1) * 1000).rounded())
    answers[bin] += 1
    if isRecalled { recalled[bin] += 1 }
  }

  /// The scale, within `scales` and to three places; 1 without answers.
  ///
  /// - Complexity: O(1), at most some ten thousand evaluations of the forgetting curve.
  package func scale(for parameters: FSRSParameters) -> Double {
    let decay = -parameters[20]
    // On the curve (1 + x / scale) ^ decay, the x at which each prediction was made.
    let bins = answers.indices.filter { answers[$0] > 0 }.map { bin in
      let predicted = max(Double(bin) / 1000, Self.leastDoubt)
      return (
        x: pow(predicted, 1 / decay) - 1, recalled: Double(recalled[bin]),
        missed: Double(answers[bin] - recalled[bin])
      )
    }
    guard !bins.isEmpty else { return 1 }
    func surprise(_ logarithm: Double) -> Double {
      let scale = exp(logarithm)
      let prior = logarithm * logarithm / (2 * Self.priorSpread * Self.priorSpread)
      return bins.reduce(prior) { sum, bin in
        let recall = pow(1 + bin.x / scale, decay)
          .clamped(to: Self.leastDoubt...1 - Self.leastDoubt)
        return sum - bin.recalled * log(recall) - bin.missed * log(1 - recall)
      }
    }
    let logarithms = log(Self.scales.lowerBound)...log(Self.scales.upperBound)
    // Three places are more than is known, and the same on every machine.
    return (exp(minimum(of: surprise, within: logarithms)) * 1000).rounded() / 1000
  }
}

extension Scheduler {
  /// This scheduler with its intervals stretched as the answers say.
  package func calibrated(by calibration: Calibration) -> Scheduler {
    Scheduler(
      mode: mode, parameters: model.parameters, desiredRetention: desiredRetention,
      learningSteps: learningSteps, relearningSteps: relearningSteps,
      maximumInterval: maximumInterval, intervalScale: calibration.scale(for: model.parameters),
      rollover: rollover)
  }
}

/// Where a function with one valley is lowest, to about a millionth of `range`: golden section.
private func minimum(of function: (Double) -> Double, within range: ClosedRange<Double>) -> Double {
  let ratio = (5.0.squareRoot() - 1) / 2
  var (low, high) = (range.lowerBound, range.upperBound)
  for _ in 0..<30 {
    let (first, second) = (high - ratio * (high - low), low + ratio * (high - low))
    if function(first) < function(second) { high = second } else { low = first }
  }
  return (low + high) / 2
}

extension Progress.ItemRecord {
  /// Calls `body` with every recall that was predicted, 0...1, and whether it came true.
  ///
  /// Only first answers of a study day count, since what returns within a session was just read.
  func forEachPrediction(rollover: Rollover, _ body: (Double, Bool) -> Void) {
    var lastDay: Day?
    for review in reviews {
      let day = review.at.studyDay(rollover: rollover)
      if let predicted = review.predictedRecall, let lastDay, lastDay < day {
        body(predicted, review.rating != .again)
      }
      lastDay = day
    }
  }
}
