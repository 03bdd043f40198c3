import Glibc

/// The 21 weights of FSRS-6, each within its bounds.
///
/// - Source: FSRS-6; names, defaults and bounds as in py-fsrs 6.3.2 `scheduler.py` and fsrs-rs 6.6.2
///   `parameter_clipper.rs`.
package struct FSRSParameters: Equatable, Sendable {
  /// 21 finite numbers, each within its place's bounds.
  package let weights: [Double]

  /// The published defaults, fitted to many learners.
  package static let standard = FSRSParameters(unchecked: places.map(\.standard))

  /// Accepts weights that a person gave: 21, or 19 (FSRS-5) or 17 (FSRS-4.5), which are migrated.
  ///
  /// - Throws: `FSRSParameterError.count` for any other number of weights, and
  ///   `FSRSParameterError.outOfBounds`, naming every bad one, for values that no fit would give.
  package init(_ weights: [Double]) throws(FSRSParameterError) {
    let migrated = try Self.migrated(weights)
    var faults: [FSRSParameterError.Fault] = []
    for (index, (weight, place)) in zip(migrated, Self.places).enumerated()
    where !place.bounds.contains(weight) {
      faults.append(FSRSParameterError.Fault(index: index, value: weight, bounds: place.bounds))
    }
    guard faults.isEmpty else { throw .outOfBounds(faults) }
    self.weights = migrated
  }

  /// Accepts weights that another program made, and moves each into its bounds.
  ///
  /// With more than one relearning step the two weights of same-day reviews have a lower ceiling,
  /// so that a lapse and the steps after it cannot leave more stability than there was before.
  /// - Throws: `FSRSParameterError.count`, and `outOfBounds` for values that are not finite.
  /// - Source: fsrs-rs 6.6.2 `parameter_clipper.rs`.
  package static func clipping(
    _ weights: [Double], relearningSteps: Int
  ) throws(FSRSParameterError) -> FSRSParameters {
    let migrated = try Self.migrated(weights)
    var clipped = zip(migrated, places).map { weight, place in weight.clamped(to: place.bounds) }
    if relearningSteps > 1 {
      let room = -(log(clipped[11]) + log(pow(2, clipped[13]) - 1) + 0.3 * clipped[14])
      let ceiling = (max(0.01, room / Double(relearningSteps))).squareRoot()
      clipped[17] = min(clipped[17], ceiling)
      clipped[18] = min(clipped[18], ceiling)
    }
    return FSRSParameters(unchecked: clipped)
  }

  /// The weight `w[index]` as the literature counts them, from 0.
  package subscript(index: Int) -> Double { weights[index] }

  private init(unchecked weights: [Double]) { self.weights = weights }

  /// The weights of an older version written as FSRS-6 has them, so that they mean the same.
  ///
  /// - Source: fsrs-rs 6.6.2 `model.rs`, `check_and_fill_parameters`.
  private static func migrated(_ weights: [Double]) throws(FSRSParameterError) -> [Double] {
    let notFinite = weights.enumerated().filter { !$0.element.isFinite }
    guard notFinite.isEmpty else {
      throw .outOfBounds(
        notFinite.map { index, value in
          .init(
            index: index, value: value, bounds: index < places.count ? places[index].bounds : nil)
        })
    }
    switch weights.count {
    case 21: return weights
    case 19: return weights + [0, 0.5]
    case 17:
      var migrated = weights
      migrated[4] += 2 * weights[5]
      // The slope of the first difficulty became exponential: a line through the same two ends.
      migrated[5] = log(max(3 * weights[5] + 1, .leastNormalMagnitude)) / 3
      migrated[6] += 0.5
      return migrated + [0, 0, 0, 0.5]
    default: throw .count(weights.count, expected: "21 (or 19 or 17 of an older FSRS)")
    }
  }

  private struct Place {
    let standard: Double
    let bounds: ClosedRange<Double>
  }

  private static let places: [Place] = [
    // The stability after a first Again, Hard, Good, Easy, in days.
    Place(standard: 0.212, bounds: 0.001...100), Place(standard: 1.2931, bounds: 0.001...100),
    Place(standard: 2.3065, bounds: 0.001...100), Place(standard: 8.2956, bounds: 0.001...100),
    // Difficulty: base, slope of the first one, step, reversion to the mean.
    Place(standard: 6.4133, bounds: 1...10), Place(standard: 0.8334, bounds: 0.001...4),
    Place(standard: 3.0194, bounds: 0.001...4), Place(standard: 0.001, bounds: 0.001...0.75),
    // Success: factor, power of stability, weight of forgetting.
    Place(standard: 1.8722, bounds: 0...4.5), Place(standard: 0.1666, bounds: 0...0.8),
    Place(standard: 0.796, bounds: 0.001...3.5),
    // Lapse: factor, powers of difficulty and stability, weight of forgetting.
    Place(standard: 1.4835, bounds: 0.001...5), Place(standard: 0.0614, bounds: 0.001...0.25),
    Place(standard: 0.2629, bounds: 0.001...0.9), Place(standard: 1.6483, bounds: 0...4),
    // Penalty of Hard, bonus of Easy.
    Place(standard: 0.6014, bounds: 0...1), Place(standard: 1.8729, bounds: 1...6),
    // Reviews on one day: factor, offset, power of stability.
    Place(standard: 0.5425, bounds: 0...2), Place(standard: 0.0912, bounds: 0...2),
    Place(standard: 0.0658, bounds: 0...0.8),
    // The decay of the forgetting curve.
    Place(standard: 0.1542, bounds: 0.1...0.8),
  ]
}

/// Why numbers cannot be the weights of a model.
package enum FSRSParameterError: Error, Equatable, CustomStringConvertible {
  /// A weight that lies outside its bounds; `bounds` is nil where there is no such place.
  package struct Fault: Equatable, Sendable {
    package let index: Int
    package let value: Double
    package let bounds: ClosedRange<Double>?
  }

  /// So many weights were given, and so many are in the version that was asked for.
  case count(Int, expected: String)
  /// Every bad weight, by index; at least one.
  case outOfBounds([Fault])

  package var description: String {
    switch self {
    case .count(let count, let expected):
      return "\(count) weights were given, expected \(expected)"
    case .outOfBounds(let faults):
      let named = faults.map { fault in
        let expected = fault.bounds.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "a number"
        return "w\(fault.index) is \(fault.value), expected \(expected)"
      }
      return "weights out of bounds: " + named.joined(separator: "; ")
    }
  }
}
