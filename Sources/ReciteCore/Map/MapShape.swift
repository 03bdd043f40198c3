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
  package init?(around points: some Sequence<GeoPoint>) {
    var (west, east) = (Double.infinity, -Double.infinity)
    var (south, north) = (Double.infinity, -Double.infinity)
    for point in points {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
    guard west <= east else { return nil }
    self.init(west: west, south: south, east: east, north: north)
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
    GeoBox(
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
    let (west, east) = (max(west, other.west), min(east, other.east))
    let (south, north) = (max(south, other.south), min(north, other.north))
    guard west < east, south < north else { return other }
    return GeoBox(west: west, south: south, east: east, north: north)
  }

  /// The longitude as this box counts it, where the box crosses the antimeridian.
  func unrolled(_ longitude: Double) -> Double {
    longitude < west && longitude + 360 <= east ? longitude + 360 : longitude
  }
}
