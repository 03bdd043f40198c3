/// How the globe is laid on a grid of dots: meridians and parallels as straight lines, the degrees
/// of longitude shortened by the cosine of the middle latitude.
package struct Projection: Equatable, Sendable {
  /// What is drawn: the box asked for, grown to the shape of the grid.
  package let box: GeoBox
  package let columns: Int
  package let rows: Int
  /// Dots for one degree of longitude and of latitude.
  private let dotsEast: Double
  private let dotsNorth: Double

  /// The projection that shows a box as large as the grid allows, in its middle.
  ///
  /// - Parameters:
  ///   - box: what must be seen whole.
  ///   - window: what there is data for; the grid shows more than `box` where it can, but the
  ///     centre moves so that as little as possible lies outside `window`.
  ///   - columns: dots in a row, at least 1.
  ///   - rows: rows of dots, at least 1.
  ///   - dotAspect: the width of a dot divided by its height: 1 for braille dots and half blocks.
  package init(box: GeoBox, window: GeoBox, columns: Int, rows: Int, dotAspect: Double) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    let shrink = box.eastward
    // A single place has no extent; a hundredth of a degree keeps the scale finite.
    let width = max(box.width, 0.01) * shrink
    let height = max(box.height, 0.01)
    let perDegree = min(Double(self.columns) * dotAspect / width, Double(self.rows) / height)
    dotsNorth = perDegree
    dotsEast = perDegree * shrink / dotAspect
    let east = Double(self.columns) / dotsEast
    let north = Double(self.rows) / dotsNorth
    let window = window.turned(towards: box)
    let west =
      window.isWholeTurn
      ? box.middle.longitude - east / 2
      : Projection.start(
        of: east, around: box.west...max(box.west, box.east), within: window.west...window.east)
    let south = Projection.start(
      of: north, around: box.south...max(box.south, box.north), within: window.south...window.north)
    self.box = GeoBox(west: west, south: south, east: west + east, north: south + north)
  }

  /// Where a stretch of `length` begins that is centred on `box` but stays in `window` if it can.
  private static func start(
    of length: Double, around box: ClosedRange<Double>, within window: ClosedRange<Double>
  ) -> Double {
    let room = window.upperBound - window.lowerBound
    if length >= room { return (window.lowerBound + window.upperBound - length) / 2 }
    let centred = (box.lowerBound + box.upperBound - length) / 2
    return min(max(centred, window.lowerBound), window.upperBound - length)
  }

  /// The place in dots from the upper left corner; it may lie outside the grid.
  package func dot(of point: GeoPoint) -> (x: Double, y: Double) {
    dot(of: GeoPoint(box.unrolled(point.longitude), point.latitude), turned: 0)
  }

  /// The same with its longitude taken as it is, `turn` degrees added.
  func dot(of point: GeoPoint, turned turn: Double) -> (x: Double, y: Double) {
    (
      (point.longitude + turn - box.west) * dotsEast,
      (box.north - point.latitude) * dotsNorth
    )
  }

  /// What is to be added to the longitudes of an outline, all of it together, so that it is seen.
  func turns(of outline: [GeoPoint]) -> [Double] {
    // Away from the antimeridian there is nothing to add.
    if box.west >= -180, box.east <= 180 { return [0] }
    var (west, east) = (Double.infinity, -Double.infinity)
    for point in outline {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
    }
    return box.turns(ofStretchFrom: west, to: east)
  }

  /// The place of a dot's middle.
  func place(x: Int, y: Int) -> GeoPoint {
    GeoPoint(
      box.west + (Double(x) + 0.5) / dotsEast, box.north - (Double(y) + 0.5) / dotsNorth)
  }
}
