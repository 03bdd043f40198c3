import ReciteCore

/// Reading a shape: coordinates of any depth first, since `type` may stand after them.
extension GeoJSONReader {
  /// What a `geometry` member holds.
  struct Geometry {
    var type: String?
    var isNull = false
    /// Positions, line by line: a point is one of its own.
    var parts: [Part] = []
    /// How many lists the positions stand in: 0 for a point, 3 for a multi-polygon.
    var depth: Int?
    var isSound = true
  }

  /// A list of positions: a line or a ring.
  struct Part {
    var points: [GeoPoint] = []
    var offset: Int
  }

  mutating func readGeometry() throws -> Geometry {
    var geometry = Geometry()
    switch try json.kind() {
    case .null:
      geometry.isNull = true
      try json.null()
    case .object:
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "type": geometry.type = try text()
        case "coordinates": try readCoordinates(into: &geometry)
        default: try json.skipValue()
        }
      }
    case .array, .string, .number, .bool: try json.skipValue()
    }
    return geometry
  }

  private mutating func readCoordinates(into geometry: inout Geometry) throws {
    let start = try here()
    guard try json.kind() == .array else {
      geometry.isSound = false
      add(start, "'coordinates' is no list")
      return try json.skipValue()
    }
    try readList(level: 0, into: &geometry)
  }

  /// Reads a position, or a list of what lies one level deeper.
  private mutating func readList(level: Int, into geometry: inout Geometry) throws {
    let start = try here()
    try json.beginArray()
    guard try json.nextElement() else {
      // Empty lists are allowed and stand for nothing.
      return
    }
    guard try json.kind() == .array else {
      return try readPosition(level: level, start: start, into: &geometry)
    }
    // A list whose elements are positions is one part; it is opened before the first is read.
    geometry.parts.append(Part(offset: start))
    repeat {
      guard try json.kind() == .array else {
        complain(start, "coordinates stand beside lists of them", &geometry)
        try json.skipValue()
        continue
      }
      try readList(level: level + 1, into: &geometry)
    } while try json.nextElement()
  }

  private mutating func readPosition(
    level: Int, start: Int, into geometry: inout Geometry
  ) throws {
    var longitude = 0.0
    var latitude = 0.0
    var count = 0
    repeat {
      guard try json.kind() == .number else {
        complain(start, "a position holds something that is no number", &geometry)
        try json.skipValue()
        continue
      }
      let number = try json.double()
      if count == 0 { longitude = number } else if count == 1 { latitude = number }
      count += 1
    } while try json.nextElement()
    guard count >= 2 else {
      return complain(start, "a position needs a longitude and a latitude", &geometry)
    }
    guard isOnGlobe(longitude, latitude) else {
      let help: String? =
        isOnGlobe(latitude, longitude)
        ? "longitude comes first, then latitude"
        : abs(latitude) <= 90 && abs(longitude) <= 360
          ? "longitudes run from -180 to 180; cut in two what crosses the antimeridian" : nil
      return complain(
        start, "the position \(longitude), \(latitude) lies outside the globe", &geometry,
        help: help)
    }
    if geometry.depth == nil { geometry.depth = level }
    guard geometry.depth == level else {
      return complain(start, "positions lie at different depths", &geometry)
    }
    if level == 0 || geometry.parts.isEmpty { geometry.parts.append(Part(offset: start)) }
    geometry.parts[geometry.parts.count - 1].points.append(GeoPoint(longitude, latitude))
  }

  /// Notes the first fault of a shape; the rest would mostly be the same again.
  private mutating func complain(
    _ offset: Int, _ message: String, _ geometry: inout Geometry, help: String? = nil
  ) {
    if geometry.isSound { add(offset, message, help: help) }
    geometry.isSound = false
  }

  // MARK: - Shapes

  /// The shape that a geometry makes; nil, and a fault, where it makes none.
  mutating func shape(of geometry: Geometry, id: String, start: Int) -> MapShape? {
    guard geometry.isSound, !geometry.isNull else { return nil }
    let kinds = [
      "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
      "MultiPolygon": 3,
    ]
    guard let type = geometry.type, let depth = kinds[type] else {
      let found = geometry.type.map { "'\(GeoJSON.visible($0))'" } ?? "nothing"
      add(
        start, "the shape of '\(id)' is \(found), which cannot be drawn",
        help: "a shape is a Point, LineString or Polygon, or several of one of them (Multi…)")
      return nil
    }
    let parts = geometry.parts.filter { !$0.points.isEmpty }
    guard let found = geometry.depth, !parts.isEmpty else { return nil }
    guard found == depth else {
      add(
        start, "the coordinates of '\(id)' lie \(found) deep, but a \(type) has them \(depth) deep",
        help: "a Polygon is a list of rings, a MultiPolygon a list of polygons")
      return nil
    }
    switch type {
    case "Point", "MultiPoint": return .points(parts.flatMap(\.points))
    case "LineString", "MultiLineString":
      if let short = parts.first(where: { $0.points.count < 2 }) {
        add(short.offset, "a line of '\(id)' has one point only")
        return nil
      }
      if let long = parts.first(where: { crossesAntimeridian($0.points) }) {
        add(long.offset, "a line of '\(id)' \(antimeridian.message)", help: antimeridian.help)
        return nil
      }
      return .lines(parts.map(\.points))
    default: return areas(parts, id: id)
    }
  }

  private mutating func areas(_ parts: [Part], id: String) -> MapShape? {
    var areSound = true
    for part in parts {
      guard let fault = fault(inRing: part.points) else { continue }
      add(part.offset, "a ring of '\(id)' \(fault.message)", help: fault.help)
      areSound = false
    }
    return areSound ? .areas(rings: parts.map(\.points)) : nil
  }

  /// True where two points lie more than half the globe apart: the short way between them leads
  /// over the antimeridian, and the long way round is meant only along its own two sides, as that
  /// of Antarctica is.
  private func crossesAntimeridian(_ points: [GeoPoint]) -> Bool {
    zip(points, points.dropFirst()).contains {
      let leap = abs($0.longitude - $1.longitude)
      return leap > 180 && leap < 360
    }
  }

  /// - Source: RFC 7946, 3.1.9.
  private var antimeridian: (message: String, help: String?) {
    (
      "leaps from one side of the antimeridian to the other",
      "cut it there in two, one part ending at 180 and one beginning at -180"
    )
  }

  private func fault(inRing ring: [GeoPoint]) -> (message: String, help: String?)? {
    guard ring.first == ring.last else {
      return ("is open", "its last position must be its first one again")
    }
    guard ring.count >= 4 else {
      return ("has fewer than four positions", "a triangle has four: the first stands twice")
    }
    if crossesAntimeridian(ring) { return antimeridian }
    switch RingCheck.finding(for: ring) {
    case .simple: return nil
    case .crosses(let point):
      return ("crosses itself near \(point.longitude), \(point.latitude)", nil)
    case .tangled: return ("is too tangled to be an outline", "its sides lie over one another")
    }
  }
}
