/// A map as a grid of dots, each knowing whose it is: all that fills, borders and labels are read from.
package struct Raster: Equatable, Sendable {
  package let projection: Projection
  /// Row by row from the north: the index of a feature in its map, `sea` or `outside`.
  package private(set) var owners: [Int32]
  /// The feature whose line (a river, a railway) runs through a dot, or `outside`.
  package private(set) var lines: [Int32]

  /// Nobody's dot inside the data of a map that has a sea.
  package static let sea: Int32 = -1
  /// No data: nothing is drawn there.
  package static let outside: Int32 = -2

  package var columns: Int { projection.columns }
  package var rows: Int { projection.rows }

  /// Fills the areas of a map, the largest first, so that what lies within another stays visible.
  ///
  /// - Complexity: O(points + dots · features that are seen).
  package init(of map: GeoMap, on projection: Projection) {
    self.projection = projection
    let count = projection.columns * projection.rows
    owners = Array(repeating: Raster.outside, count: count)
    lines = Array(repeating: Raster.outside, count: count)
    if map.hasSea { pour(into: map.window) }
    let seen = map.features.indices.filter { index in
      map.features[index].bounds.map(projection.box.meets) ?? false
    }
    let bySize = seen.sorted { first, second in
      let (one, other) = (map.features[first].size, map.features[second].size)
      return one != other ? one > other : first < second
    }
    var crossings: [Crossing] = []
    for index in bySize {
      switch map.features[index].shape {
      case .areas(let rings):
        fill(rings, Int32(index), &crossings)
        if let bounds = map.features[index].bounds { markIfUnseen(bounds, Int32(index)) }
      case .lines(let parts): for part in parts { trace(part, Int32(index)) }
      case .points, nil: break
      }
    }
  }

  package func owner(x: Int, y: Int) -> Int32 {
    guard (0..<columns).contains(x), (0..<rows).contains(y) else { return Raster.outside }
    return owners[y * columns + x]
  }

  /// The other owner where a border runs along the right or lower side of a dot; nil where none does.
  ///
  /// The edge of the data is no border.
  package func borderOwner(x: Int, y: Int) -> Int32? {
    let own = owner(x: x, y: y)
    guard own != Raster.outside else { return nil }
    for other in [owner(x: x + 1, y: y), owner(x: x, y: y + 1)]
    where other != own && other != Raster.outside {
      return other
    }
    return nil
  }

  // MARK: - Filling

  /// Where the side of an area crosses the middle of a row.
  private struct Crossing {
    var row: Int32
    var x: Float
  }

  private mutating func pour(into window: GeoBox) {
    for turn in projection.box.turns(ofStretchFrom: window.west, to: window.east) {
      let (left, top) = projection.dot(of: GeoPoint(window.west, window.north), turned: turn)
      let (right, bottom) = projection.dot(of: GeoPoint(window.east, window.south), turned: turn)
      for y in Raster.span(top, bottom, rows) {
        for x in Raster.span(left, right, columns) { owners[y * columns + x] = Raster.sea }
      }
    }
  }

  /// Gives an area that is smaller than a dot the dot that it lies in, so that it is there at all.
  private mutating func markIfUnseen(_ bounds: GeoBox, _ owner: Int32) {
    let (left, top) = projection.dot(of: GeoPoint(bounds.west, bounds.north))
    let (right, bottom) = projection.dot(of: GeoPoint(bounds.east, bounds.south))
    guard right - left < 2, bottom - top < 2, left >= 0, top >= 0, right < Double(columns),
      bottom < Double(rows)
    else { return }
    let (x, y) = (Int((left + right) / 2), Int((top + bottom) / 2))
    for row in Int(top)...Int(bottom) {
      for column in Int(left)...Int(right) where owners[row * columns + column] == owner { return }
    }
    owners[y * columns + x] = owner
  }

  /// The dots whose middles lie between two edges.
  private static func span(_ first: Double, _ last: Double, _ count: Int) -> Range<Int> {
    let low = min(max((first - 0.5).rounded(.up), 0), Double(count))
    let high = min(max((last - 0.5).rounded(.up), low), Double(count))
    return Int(low)..<Int(high)
  }

  /// Even-odd filling, row by row.
  private mutating func fill(
    _ rings: [[GeoPoint]], _ owner: Int32, _ crossings: inout [Crossing]
  ) {
    crossings.removeAll(keepingCapacity: true)
    for ring in rings {
      guard let first = ring.first else { continue }
      for turn in projection.turns(of: ring) {
        var last = projection.dot(of: first, turned: turn)
        for point in ring.dropFirst() {
          let next = projection.dot(of: point, turned: turn)
          cross(last, next, &crossings)
          last = next
        }
      }
    }
    crossings.sort { $0.row != $1.row ? $0.row < $1.row : $0.x < $1.x }
    var index = 0
    while index + 1 < crossings.count {
      let (start, end) = (crossings[index], crossings[index + 1])
      guard start.row == end.row else {
        index += 1
        continue
      }
      let base = Int(start.row) * columns
      for x in Raster.span(Double(start.x), Double(end.x), columns) { owners[base + x] = owner }
      index += 2
    }
  }

  private func cross(
    _ first: (x: Double, y: Double), _ second: (x: Double, y: Double),
    _ crossings: inout [Crossing]
  ) {
    let (upper, lower) = first.y <= second.y ? (first, second) : (second, first)
    let span = Raster.span(upper.y, lower.y, rows)
    guard !span.isEmpty else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    for row in span {
      let x = upper.x + (Double(row) + 0.5 - upper.y) * slope
      crossings.append(Crossing(row: Int32(row), x: Float(x)))
    }
  }

  /// Marks the dots along a line.
  private mutating func trace(_ line: [GeoPoint], _ owner: Int32) {
    for turn in projection.turns(of: line) { trace(line, owner, turned: turn) }
  }

  private mutating func trace(_ line: [GeoPoint], _ owner: Int32, turned turn: Double) {
    guard let first = line.first else { return }
    var last = projection.dot(of: first, turned: turn)
    for point in line.dropFirst() {
      let next = projection.dot(of: point, turned: turn)
      if let (start, end) = clipped(last, next) {
        let steps = max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)
        for step in 0...Int(steps) {
          let share = steps == 0 ? 0 : Double(step) / steps
          let x = Int((start.x + (end.x - start.x) * share).rounded(.down))
          let y = Int((start.y + (end.y - start.y) * share).rounded(.down))
          guard (0..<columns).contains(x), (0..<rows).contains(y) else { continue }
          lines[y * columns + x] = owner
        }
      }
      last = next
    }
  }

  /// The part of a stretch that lies on the grid (Liang and Barsky's clipping); nil where none does.
  private func clipped(
    _ first: (x: Double, y: Double), _ second: (x: Double, y: Double)
  ) -> (start: (x: Double, y: Double), end: (x: Double, y: Double))? {
    let (dx, dy) = (second.x - first.x, second.y - first.y)
    var (enter, leave) = (0.0, 1.0)
    let sides = [
      (-dx, first.x), (dx, Double(columns) - first.x), (-dy, first.y), (dy, Double(rows) - first.y),
    ]
    for (speed, room) in sides {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        enter = max(enter, room / speed)
      } else {
        leave = min(leave, room / speed)
      }
    }
    guard enter <= leave else { return nil }
    return (
      (first.x + dx * enter, first.y + dy * enter), (first.x + dx * leave, first.y + dy * leave)
    )
  }
}
