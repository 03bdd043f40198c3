import Foundation
import ReciteCore
import Testing

/// FSRS-7 against sequences of a reference that agrees with the values upstream's tests print.
@Suite struct FSRS7Tests {
  private struct File: Decodable {
    let sequences: [Sequence]
  }

  private struct Sequence: Decodable {
    struct Step: Decodable {
      let elapsedDays: Double
      let rating: Int
      let recallBefore: Double?
      let stability: Double
      let stabilityFast: Double
      let difficulty: Double
      let intervals: [String: Double]
    }

    let id: String
    let parameters: [Double]
    let reviews: [Step]
  }

  private static let path = sharedFile("data/fsrs/vectors-fsrs7.json")

  @Test(
    "every review and interval of the reference sequences agrees",
    .enabled(if: FileManager.default.fileExists(atPath: path), "no vectors: \(path)"))
  func sequences() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.path))
    let file = try decoder.decode(File.self, from: bytes)
    #expect(!file.sequences.isEmpty)
    for sequence in file.sequences {
      let model = FSRS7(parameters: try FSRS7Parameters(sequence.parameters))
      var trace: FSRS7.Trace?
      for (index, step) in sequence.reviews.enumerated() {
        let rating = try #require(Rating(rawValue: step.rating))
        let place = "\(sequence.id), review \(index)"
        if let before = trace, let recall = step.recallBefore {
          let seen = model.retrievability(of: before, after: step.elapsedDays)
          #expect(near(seen, recall, 1e-8), "recall: \(place)")
        }
        let next =
          trace.map { model.trace(after: rating, elapsed: step.elapsedDays, of: $0) }
          ?? model.trace(afterFirst: rating)
        #expect(near(next.slow, step.stability, 1e-8), "slow: \(place)")
        #expect(near(next.fast, step.stabilityFast, 1e-8), "fast: \(place)")
        #expect(near(next.difficulty, step.difficulty, 1e-8), "difficulty: \(place)")
        for (retention, interval) in step.intervals.sorted(by: { $0.key < $1.key }) {
          let seen = model.interval(of: next, retention: try #require(Double(retention)))
          #expect(near(seen, interval, 1e-6), "interval at \(retention): \(place)")
        }
        trace = next
      }
    }
  }

  @Test(
    "with the default weights the 90 % interval after a first answer is the published one",
    arguments: [
      // srs-benchmark issue 313, in days: 3.3 s, 0.6, 4.8 and 54 days, as rounded there.
      (Rating.again, 0.000_037...0.000_039), (.hard, 0.55...0.65), (.good, 4.75...4.85),
      (.easy, 53.5...54.5),
    ])
  func firstIntervals(rating: Rating, interval: ClosedRange<Double>) {
    let model = FSRS7(parameters: .standard)
    let trace = model.trace(afterFirst: rating)
    #expect(interval.contains(model.interval(of: trace, retention: 0.9)))
    #expect(model.interval(of: trace, retention: 0.99995) == 0)
    #expect(model.interval(of: trace, retention: 1e-4) == 36_500)
  }

  @Test("weights are checked against each other too")
  func badWeights() throws {
    #expect(try FSRS7Parameters(FSRS7Parameters.standard.weights) == .standard)
    var weights = FSRS7Parameters.standard.weights
    weights[1] = 0.05
    weights[26] = 0.45
    weights[33] = .nan
    #expect(throws: FSRSParameterError.self) { try FSRS7Parameters(weights) }
    do { _ = try FSRS7Parameters(weights) } catch {
      #expect(
        "\(error)" == "weights out of bounds: w1 is 0.05, expected 0.1104 to 100.0; "
          + "w26 is 0.45, expected 0.5 to 0.99; w33 is nan, expected 0.0 to 0.6")
    }
    do { _ = try FSRS7Parameters([1]) } catch {
      #expect("\(error)" == "1 weights were given, expected 34")
    }
  }

  private func near(_ seen: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    abs(seen - expected) <= tolerance * max(abs(expected), 1e-12)
  }
}
