import Glibc

/// Where a place lies: a point, a line such as a river, or areas with their holes.
package enum MapShape: Equatable, Sendable {
  /// Never empty.
  case points([GeoPoint])
  /// Each of at least two points.
  case lines([[GeoPoint]])
  /// Closed rings of at least four points, the last equal to the first; outer rings and holes alike,
  /// since a point lies inside where an odd number of rings surrounds it.
  case areas(rings: [[GeoPoint]])

  /// All points, in parts.
  var parts: [[GeoPoint]] {
    switch self {
    case .points(let points): [points]
    case .lines(let lines): lines
    case .areas(let rings): rings
    }
  }
}

/// A place on the globe in degrees, WGS 84.
package struct GeoPoint: Hashable, Sendable {
  /// East of Greenwich, -180...180.
  package var longitude: Double
  /// North of the equator, -90...90.
  package var latitude: Double

  package init(_ longitude: Double, _ latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// A stretch of the globe between two meridians and two parallels, in degrees.
package struct GeoBox: Equatable, Sendable {
  package var west: Double
  package var south: Double
  /// Beyond 180 where the stretch crosses the antimeridian.
  package var east: Double
  package var north: Double

  /// A box whose `east` is less than its `west` crosses the antimeridian, as in RFC 7946.
  package init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east < west ? east + 360 : east
    self.north = north
  }

  /// The smallest box that holds all points; nil for none.
  ///
  /// It crosses the antimeridian where that makes it smaller, as for an archipelago on both sides.
  package init?(around points: some Sequence<GeoPoint>) {
    var (west, east) = (Double.infinity, -Double.infinity)
    var (south, north) = (Double.infinity, -Double.infinity)
    // The same, with what lies west of Greenwich counted on beyond 180.
    var (farWest, farEast) = (Double.infinity, -Double.infinity)
    for point in points {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
      let onwards = point.longitude < 0 ? point.longitude + 360 : point.longitude
      farWest = min(farWest, onwards)
      farEast = max(farEast, onwards)
    }
    guard west <= east else { return nil }
    let crosses = east - west > 180 && farEast - farWest < east - west
    self.init(
      west: crosses ? farWest : west, south: south, east: crosses ? farEast : east, north: north)
  }

  package var width: Double { east - west }
  package var height: Double { north - south }
  package var middle: GeoPoint { GeoPoint((west + east) / 2, (south + north) / 2) }

  package func contains(_ point: GeoPoint) -> Bool {
    (south...north).contains(point.latitude) && (west...east).contains(unrolled(point.longitude))
  }

  package func meets(_ other: GeoBox) -> Bool {
    south <= other.north && other.south <= north
      && [-360.0, 0, 360].contains { west <= other.east + $0 && other.west + $0 <= east }
  }

  /// The smallest box that holds both.
  package func union(_ other: GeoBox) -> GeoBox {
    let other = other.turned(towards: self)
    return GeoBox(
      west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
      north: max(north, other.north))
  }

  /// The box grown by a share of its larger side on every side, and at least by `least` degrees.
  package func grown(by share: Double, least: Double = 0) -> GeoBox {
    let margin = max(max(width, height) * share, least)
    return GeoBox(
      west: west - margin, south: max(-90, south - margin), east: east + margin,
      north: min(90, north + margin))
  }

  /// The part of the box that lies within `other`; `other` where they do not meet.
  package func clipped(to other: GeoBox) -> GeoBox {
    let other = other.turned(towards: self)
    let (west, east) = (max(west, other.west), min(east, other.east))
    let (south, north) = (max(south, other.south), min(north, other.north))
    guard west < east, south < north else { return other }
    return GeoBox(west: west, south: south, east: east, north: north)
  }

  /// The longitude as this box counts it: within it where it can be, else nearest to its middle.
  func unrolled(_ longitude: Double) -> Double {
    if (west...east).contains(longitude) { return longitude }
    let turns = ((middle.longitude - longitude) / 360).rounded()
    return longitude + 360 * turns
  }

  /// The longitude of a point as this box counts it.
  package func counted(_ point: GeoPoint) -> Double { unrolled(point.longitude) }

  /// What a degree of longitude is worth in degrees of latitude, in the middle of the box.
  package var eastward: Double { max(0.05, cos(middle.latitude * .pi / 180)) }

  /// The box grown round its middle to at least these sides, in degrees.
  func grown(toWidth width: Double, height: Double) -> GeoBox {
    let (x, y) = (max(0, width - self.width) / 2, max(0, height - self.height) / 2)
    return GeoBox(
      west: west - x, south: max(-90, south - y), east: east + x, north: min(90, north + y))
  }

  /// True where it goes round the whole globe.
  var isWholeTurn: Bool { width >= 360 }

  /// The same stretch, counted as lies nearest to another one.
  func turned(towards other: GeoBox) -> GeoBox {
    guard !isWholeTurn, !other.isWholeTurn else { return self }
    let turns = 360 * ((other.middle.longitude - middle.longitude) / 360).rounded()
    return turns == 0
      ? self : GeoBox(west: west + turns, south: south, east: east + turns, north: north)
  }

  /// What is to be added to the longitudes of a stretch from `west` to `east` so that it lies in
  /// this box: usually nothing, a whole turn beyond the antimeridian, or both.
  func turns(ofStretchFrom west: Double, to east: Double) -> [Double] {
    let found = [0, 360, -360].filter { west + $0 < self.east && self.west < east + $0 }
    return found.isEmpty ? [0] : found
  }
}
