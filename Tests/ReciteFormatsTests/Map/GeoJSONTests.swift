import ReciteCore
import ReciteFormats
import Support
import Testing

@Suite struct GeoJSONTests {
  /// A square of one degree at the given corner.
  private static func square(_ west: Int, _ south: Int) -> String {
    let (east, north) = (west + 1, south + 1)
    return "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],"
      + "[\(west),\(south)]]]"
  }

  /// One feature on a line of its own; the collection's first feature stands on line 2.
  private static func map(_ features: String...) -> [UInt8] {
    Array(
      ("{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n")
        + "\n]}\n").utf8)
  }

  private static func feature(
    _ id: String, _ properties: String = "\"kind\":\"isle\",\"name\":\"Ost\"",
    type: String = "Polygon", coordinates: String = square(10, 50)
  ) -> String {
    "{\"type\":\"Feature\",\"id\":\"\(id)\",\"properties\":{\(properties)},"
      + "\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
  }

  /// The line of a byte, counted from 1.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<offset].count { $0 == 0x0a }
  }

  @Test("names, neighbours and what helps to draw are read, and all else is read over")
  func properties() throws {
    let properties =
      "\"kind\":\"sea\",\"name\":\"East Sea (Sea of Nor)\",\"name_zh\":\"东海\",\"x\":[1,{}],"
      + "\"focus\":true,\"coast\":false,\"rank\":2,\"label\":[10.5,50.25],\"capital\":true,"
      + "\"borders\":[\"b\"]"
    let bytes = Self.map(
      Self.feature("a", properties),
      Self.feature(
        "b", "\"kind\":\"isle\",\"name\":\"B\",\"capital\":\"a\"", coordinates: Self.square(11, 50))
    )
    let reading = GeoJSON.read(bytes)
    #expect(reading.faults == [])
    let feature = try #require(reading.map?.feature(FeatureID("a")))
    #expect(
      feature.names == Accepted("East Sea (Sea of Nor)", aliases: ["East Sea", "Sea of Nor", "东海"]))
    #expect(feature.borders == [FeatureID("b")])
    #expect(feature.label == GeoPoint(10.5, 50.25))
    #expect(feature.isFocus && feature.isCapital && feature.rank == 2 && feature.hasCoast == false)
    #expect(reading.map?.feature(FeatureID("b"))?.capital == FeatureID("a"))
    #expect(reading.map?.window == GeoBox(west: 10, south: 50, east: 12, north: 51))
  }

  @Test("the type of a shape may stand after its coordinates, and altitudes are dropped")
  func order() {
    let feature =
      "{\"geometry\":{\"coordinates\":[1,2,300],\"type\":\"Point\"},\"id\":7,"
      + "\"properties\":{\"name\":\"P\",\"kind\":\"city\"},\"type\":\"Feature\"}"
    let reading = GeoJSON.read(Self.map(feature))
    #expect(reading.faults == [])
    #expect(reading.map?.feature(FeatureID("7"))?.shape == .points([GeoPoint(1, 2)]))
  }

  @Test("every kind of shape is read, and holes are rings like any other")
  func shapes() {
    let hole = "[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[3,6],[6,6],[6,3],[3,3]]"
    let cases: [(String, String, Int)] = [
      ("Point", "[1,2]", 1), ("MultiPoint", "[[1,2],[3,4]]", 1), ("LineString", "[[1,2],[3,4]]", 1),
      ("MultiLineString", "[[[1,2],[3,4]],[[5,6],[7,8]]]", 2), ("Polygon", "[\(hole)]", 2),
      ("MultiPolygon", "[[\(hole)],[[[20,0],[21,0],[21,1],[20,0]]]]", 3),
    ]
    for (type, coordinates, parts) in cases {
      let reading = GeoJSON.read(Self.map(Self.feature("a", type: type, coordinates: coordinates)))
      #expect(reading.faults == [], "\(type)")
      switch reading.map?.features.first?.shape {
      case .points: #expect(parts == 1, "\(type)")
      case .lines(let lines): #expect(lines.count == parts, "\(type)")
      case .areas(let rings): #expect(rings.count == parts, "\(type)")
      case nil: Issue.record("\(type) has no shape")
      }
    }
  }

  @Test(
    "what is wrong with a map is said with its line",
    arguments: [
      ("{\"type\":\"Feature\"}", 1, "it is no GeoJSON feature collection: it is a 'Feature'"),
      ("{\"type\":\"FeatureCollection\",\n\"features\":3}", 2, "'features' is no list"),
      ("{\"type\":\"FeatureCollection\",\n\"features\":[\n{} {}]}", 3, "expected ',' or ']'"),
      (
        "{\"type\":\"FeatureCollection\",\"features\":[],\n\"bbox\":[1,2,3]}", 2,
        "'bbox' is no list"
      ),
      (
        "{\"type\":\"FeatureCollection\",\"features\":[],\n\"bbox\":[1,2,1,2]}", 2,
        "'bbox' lies outside the globe, or is empty"
      ),
    ])
  func collection(text: String, line: Int, message: String) {
    let bytes = Array(text.utf8)
    let faults = GeoJSON.read(bytes).faults
    #expect(faults.last?.message.hasPrefix(message) == true, "\(faults)")
    #expect(faults.last.map { Self.line(of: $0.offset, in: bytes) } == line)
  }

  @Test(
    "what is wrong with a feature is said with its line, and the others are read",
    arguments: [
      (feature("b", "\"kind\":\"isle\""), "the feature 'b' has no 'name'"),
      (feature("b", "\"name\":\"B\""), "the feature 'b' has no 'kind'"),
      (feature("a b"), "feature 2 has no 'id'"),
      (feature("a"), "two features have the id 'a'"),
      (feature("b", type: "Circle"), "the shape of 'b' is 'Circle'"),
      (
        feature("b", type: "Point", coordinates: "[190,2]"),
        "the position 190.0, 2.0 lies outside the globe"
      ),
      (
        feature("b", type: "Point", coordinates: "[1]"),
        "a position needs a longitude and a latitude"
      ),
      (
        feature("b", type: "Point", coordinates: "[1,\"2\"]"),
        "a position holds something that is no number"
      ),
      (feature("b", type: "Point", coordinates: "[[1,2]]"), "the coordinates of 'b' lie 1 deep"),
      (feature("b", coordinates: "[[[1,1],[2,1],[2,2],[1,2]]]"), "a ring of 'b' is open"),
      (
        feature("b", coordinates: "[[[1,1],[2,1],[1,1]]]"),
        "a ring of 'b' has fewer than four positions"
      ),
      (
        feature("b", coordinates: "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"),
        "a ring of 'b' crosses itself near 0.0, 0.0"
      ),
      (
        feature("b", coordinates: "[[[1,1],[2,1],[2,2],3]]"),
        "coordinates stand beside lists of them"
      ),
      (feature("b", coordinates: "[[1,1],[[2,1],[2,2]]]"), "positions lie at different depths"),
      (
        feature("b", type: "LineString", coordinates: "[[1,1]]"), "a line of 'b' has one point only"
      ),
      (
        feature("b", coordinates: "[[[179,1],[-179,1],[-179,2],[179,2],[179,1]]]"),
        "a ring of 'b' leaps from one side of the antimeridian to the other"
      ),
      (
        feature("b", type: "LineString", coordinates: "[[179,1],[-179,1]]"),
        "a line of 'b' leaps from one side of the antimeridian to the other"
      ),
      (
        feature("b", "\"kind\":\"isle\",\"name\":\"B\",\"borders\":[\"c\"]"),
        "'b' borders 'c', which is no feature of the map"
      ),
      (
        feature("b", "\"kind\":\"isle\",\"name\":\"B\",\"capital\":\"c\""),
        "the capital of 'b', 'c', is no feature of the map"
      ),
    ])
  func features(feature: String, message: String) {
    let bytes = Self.map(Self.feature("a"), feature)
    let reading = GeoJSON.read(bytes)
    #expect(reading.faults.count == 1, "\(reading.faults)")
    #expect(reading.faults.first?.message.hasPrefix(message) == true, "\(reading.faults)")
    #expect(reading.faults.first.map { Self.line(of: $0.offset, in: bytes) } == 3)
    #expect(reading.map?.feature(FeatureID("a")) != nil)
  }

  @Test("swapped coordinates are recognised")
  func swapped() {
    let reading = GeoJSON.read(Self.map(Self.feature("a", type: "Point", coordinates: "[45,126]")))
    #expect(reading.faults.first?.help == "longitude comes first, then latitude")
  }

  @Test("what crosses the antimeridian is to be cut there, and what runs along it is let be")
  func antimeridian() {
    let beyond = GeoJSON.read(Self.map(Self.feature("a", type: "Point", coordinates: "[190,2]")))
    #expect(beyond.faults.first?.help?.contains("cut in two") == true)
    let pole = "[[[-180,-90],[180,-90],[180,-70],[0,-65],[-180,-70],[-180,-90]]]"
    #expect(GeoJSON.read(Self.map(Self.feature("a", coordinates: pole))).faults == [])
    let halves =
      "[[[[179,1],[180,1],[180,2],[179,1]]],[[[-180,1],[-179,1],[-180,2],[-180,1]]]]"
    let reading = GeoJSON.read(
      Self.map(Self.feature("a", type: "MultiPolygon", coordinates: halves)))
    #expect(reading.faults == [])
    #expect(reading.map?.features.first?.bounds == GeoBox(west: 179, south: 1, east: 181, north: 2))
  }

  @Test(
    "numbers in any writing are read, and what is no number is said with its line",
    arguments: [
      ("[1.5e1,5E1]", nil), ("[-0.0,1e-400]", nil), ("[+1,2]", 2), ("[NaN,2]", 2),
      ("[Infinity,2]", 2), ("[1e400,2]", 2), ("[01,2]", 2), ("[.5,2]", 2), ("[1.,2]", 2),
    ] as [(String, Int?)])
  func numbers(coordinates: String, line: Int?) {
    let bytes = Self.map(Self.feature("a", type: "Point", coordinates: coordinates))
    let faults = GeoJSON.read(bytes).faults
    #expect(faults.first.map { Self.line(of: $0.offset, in: bytes) } == line, "\(faults)")
  }

  @Test("a byte order mark is let pass")
  func mark() {
    let reading = GeoJSON.read([0xef, 0xbb, 0xbf] + Self.map(Self.feature("a")))
    #expect(reading.faults == [] && reading.map?.features.count == 1)
  }

  @Test("too many features, neighbours and levels are refused with the limit")
  func limits() {
    let many = (0..<100_000).map { "{\"type\":\"Feature\",\"id\":\($0)}" }
    let text =
      "{\"type\":\"FeatureCollection\",\"features\":[\n" + many.joined(separator: ",\n")
      + "]}"
    let faults = GeoJSON.read(Array(text.utf8)).faults
    #expect(faults.count == GeoJSON.mostFaults)
    let named = (0..<6_000).map { number in
      "{\"type\":\"Feature\",\"id\":\(number),\"properties\":{\"kind\":\"k\",\"name\":\"n\"},"
        + "\"geometry\":null}"
    }
    let reading = GeoJSON.read(Self.map(named.joined(separator: ",\n")))
    #expect(
      reading.faults.map(\.message) == ["it has more than the 5000 features that a map may have"])
    #expect(reading.map?.features.count == 5000)
    let borders = (0..<300).map { "\"b\($0)\"" }.joined(separator: ",")
    let one = GeoJSON.read(
      Self.map(Self.feature("a", "\"kind\":\"k\",\"name\":\"n\",\"borders\":[\(borders)]")))
    #expect(one.faults.contains { $0.message.contains("more than the 200 that a place may have") })
    let deep = String(repeating: "[", count: 100_000)
    let nested = GeoJSON.read(Self.map(Self.feature("a", coordinates: deep)))
    #expect(nested.map == nil && nested.faults.count == 1)
  }

  @Test("a border has two sides")
  func borders() {
    let reading = GeoJSON.read(
      Self.map(
        Self.feature("a", "\"kind\":\"isle\",\"name\":\"A\",\"borders\":[\"b\",\"c\"]"),
        Self.feature("b", "\"kind\":\"isle\",\"name\":\"B\",\"borders\":[\"c\"]"),
        Self.feature("c", "\"kind\":\"isle\",\"name\":\"C\"")))
    #expect(reading.faults.map(\.message) == ["'a' says that it borders 'b', but 'b' does not"])
  }

  @Test("a map above the limit is refused with its size and the limit")
  func size() {
    let reading = GeoJSON.read([UInt8](repeating: 0x20, count: GeoJSON.mostBytes + 1))
    #expect(reading.map == nil)
    #expect(
      reading.faults.map(\.message)
        == ["it has 5242881 bytes, more than the 5242880 that one may have"])
  }

  @Test("a ring that goes over itself again and again is refused in bounded time")
  func tangled() {
    let points = (0..<20_000).map { index in
      GeoPoint(Double(index % 2) * 100, Double(index) / 20_000)
    }
    let ring = points + points.prefix(1)
    let text = ring.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",")
    let reading = GeoJSON.read(Self.map(Self.feature("a", coordinates: "[[\(text)]]")))
    #expect(reading.faults.count == 1)
  }

  @Test("no bytes read as a map ever trap")
  func hostile() throws {
    let sound = Self.map(
      Self.feature("a", "\"kind\":\"isle\",\"name\":\"A\",\"borders\":[\"b\"],\"label\":[1,2]"),
      Self.feature("b", type: "MultiPolygon", coordinates: "[\(Self.square(3, 4))]"))
    forEverySeed(in: 1...400) { seed in
      var generator = SeededGenerator(seed: seed, "map")
      var bytes = sound
      for _ in 0..<(1 + generator.number(below: 4)) {
        let place = generator.number(below: bytes.count)
        switch generator.number(below: 3) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + generator.number(below: 40)))
        default: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
        }
        if bytes.isEmpty { break }
      }
      let reading = GeoJSON.read(bytes)
      for fault in reading.faults where !(0...bytes.count).contains(fault.offset) {
        throw LawBroken("the fault '\(fault.message)' stands outside the text")
      }
    }
  }

  @Test("cut after any byte, a map is refused without a trap")
  func cut() {
    let sound = Self.map(Self.feature("a"))
    for length in 0..<(sound.count - 2) {
      #expect(GeoJSON.read(Array(sound.prefix(length))).map == nil, "\(length)")
    }
  }
}
