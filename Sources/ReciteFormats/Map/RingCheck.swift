import ReciteCore

/// Looks for a place where a ring crosses itself.
enum RingCheck {
  enum Finding: Equatable {
    /// No two of its sides cross; sides that only touch are let pass, since rounding makes them.
    case simple
    case crosses(near: GeoPoint)
    /// So many sides lie beside one another that looking at all pairs would take too long.
    case tangled
  }

  /// Comparisons that a ring is worth for each of its points: real coasts need about twenty.
  private static let comparisonsPerPoint = 100
  private static let leastComparisons = 1 << 20

  /// The finding for a closed ring.
  ///
  /// Sides are sorted into as many strips as there are sides; each is compared with those that
  /// begin in the strips it runs through.
  /// - Complexity: O(points) for outlines as they are, bounded by a constant a point for any.
  static func finding(for ring: [GeoPoint]) -> Finding {
    let count = ring.count - 1
    guard count > 3, let box = GeoBox(around: ring) else { return .simple }
    let runsEast = box.width >= box.height
    let start = runsEast ? box.west : box.south
    let scale = Double(count) / max(runsEast ? box.width : box.height, 1e-12)
    func strip(_ point: GeoPoint) -> Int {
      min(max(Int(((runsEast ? point.longitude : point.latitude) - start) * scale), 0), count - 1)
    }
    let strips = ring.map(strip)
    var ends = [Int32](repeating: 0, count: count + 1)
    for side in 0..<count { ends[min(strips[side], strips[side + 1]) + 1] += 1 }
    for index in 1...count { ends[index] += ends[index - 1] }
    var order = [Int32](repeating: 0, count: count)
    var next = ends
    for side in 0..<count {
      let first = min(strips[side], strips[side + 1])
      order[Int(next[first])] = Int32(side)
      next[first] += 1
    }
    var left = max(count * comparisonsPerPoint, leastComparisons)
    for place in 0..<count {
      let side = Int(order[place])
      let last = Int(ends[max(strips[side], strips[side + 1]) + 1])
      guard place + 1 < last else { continue }
      left -= last - place
      if left < 0 { return .tangled }
      let (a, b) = (ring[side], ring[side + 1])
      let (low, high) = extent(a, b, runsEast)
      for other in order[(place + 1)..<last] {
        let (c, d) = (ring[Int(other)], ring[Int(other) + 1])
        let (otherLow, otherHigh) = extent(c, d, runsEast)
        guard otherLow <= high, low <= otherHigh, cross(a, b, c, d) else { continue }
        return .crosses(near: a)
      }
    }
    return .simple
  }

  /// How far a side reaches across the strips.
  @inline(__always)
  private static func extent(_ a: GeoPoint, _ b: GeoPoint, _ runsEast: Bool) -> (Double, Double) {
    let (one, other) = runsEast ? (a.latitude, b.latitude) : (a.longitude, b.longitude)
    return one <= other ? (one, other) : (other, one)
  }

  /// True where two sides cross inside both; sides that share an end never do.
  private static func cross(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint, _ d: GeoPoint) -> Bool {
    let (first, second) = (turn(a, b, c), turn(a, b, d))
    guard first != 0, second != 0, (first > 0) != (second > 0) else { return false }
    let (third, fourth) = (turn(c, d, a), turn(c, d, b))
    return third != 0 && fourth != 0 && (third > 0) != (fourth > 0)
  }

  /// Twice the area of a triangle: positive where it turns left.
  private static func turn(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint) -> Double {
    let turn =
      (b.longitude - a.longitude) * (c.latitude - a.latitude)
      - (b.latitude - a.latitude) * (c.longitude - a.longitude)
    // Below this the sides only touch: coordinates have no more digits than a millionth.
    return abs(turn) < 1e-12 ? 0 : turn
  }
}
