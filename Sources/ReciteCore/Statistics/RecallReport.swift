import Glibc

/// The recall that was predicted before each answer, beside what was recalled: is the model right.
///
/// Only first answers of a study day count, since what returns within a session was just read.
package struct RecallReport: Equatable, Sendable {
  /// The answers whose predicted recall lay within one range.
  package struct Bin: Equatable, Sendable {
    /// The upper end is part of the last bin only.
    package let range: ClosedRange<Double>
    package internal(set) var answers = 0
    /// Answers that were not rated Again.
    package internal(set) var recalled = 0
    private var predictedSum = 0.0

    init(range: ClosedRange<Double>) { self.range = range }

    /// The mean prediction, 0...1; nil in an empty bin.
    package var predicted: Double? { answers > 0 ? predictedSum / Double(answers) : nil }

    /// The share that was recalled, 0...1; nil in an empty bin.
    package var observed: Double? { answers > 0 ? Double(recalled) / Double(answers) : nil }

    mutating func add(predicted: Double, isRecalled: Bool) {
      answers += 1
      predictedSum += predicted
      if isRecalled { recalled += 1 }
    }
  }

  /// By rising prediction, without gaps, from 0 to 1; narrow where most predictions fall.
  package private(set) var bins: [Bin]
  /// All answers in one bin.
  package private(set) var whole = Bin(range: 0...1)
  private var surprise = 0.0

  private static let edges = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1]
  /// Predictions of 0 or 1, kept to three places, are held this far from certainty.
  private static let leastDoubt = 0.0005

  package init(of records: some Sequence<Progress.ItemRecord>, rollover: Rollover) {
    bins = zip(Self.edges, Self.edges.dropFirst()).map { Bin(range: $0...$1) }
    for record in records {
      record.forEachPrediction(rollover: rollover) { add(predicted: $0, isRecalled: $1) }
    }
  }

  /// The mean surprise of the answers in nats; 0.325 for a model that says 0.9 and is right.
  package var logLoss: Double? { whole.answers > 0 ? surprise / Double(whole.answers) : nil }

  /// How far predictions miss what was recalled: the root mean square over the bins, by answers.
  package var calibrationError: Double? {
    guard whole.answers > 0 else { return nil }
    let sum = bins.reduce(0.0) { sum, bin in
      guard let predicted = bin.predicted, let observed = bin.observed else { return sum }
      return sum + Double(bin.answers) * (predicted - observed) * (predicted - observed)
    }
    return (sum / Double(whole.answers)).squareRoot()
  }

  private mutating func add(predicted: Double, isRecalled: Bool) {
    let place = bins.lastIndex { $0.range.lowerBound <= predicted } ?? 0
    bins[place].add(predicted: predicted, isRecalled: isRecalled)
    whole.add(predicted: predicted, isRecalled: isRecalled)
    let held = predicted.clamped(to: Self.leastDoubt...1 - Self.leastDoubt)
    surprise -= log(isRecalled ? held : 1 - held)
  }
}
