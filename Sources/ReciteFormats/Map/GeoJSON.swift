import ReciteCore

/// Reads a GeoJSON map (RFC 7946): what the places are, what they are called, where they lie.
package enum GeoJSON {
  /// Features that a map has at most.
  package static let mostFeatures = 5_000
  /// Bytes that a map has at most: some 300,000 points, far more than a terminal can show.
  package static let mostBytes = 5 << 20
  /// Neighbours, and other names, that a feature has at most.
  package static let mostBorders = 200
  package static let mostNames = 50
  /// Faults that are reported of one map.
  package static let mostFaults = 20

  /// One thing that is wrong with a map.
  package struct Fault: Equatable, Sendable {
    /// The byte at which what is wrong begins.
    package var offset: Int
    package var message: String
    package var help: String?

    package init(offset: Int, _ message: String, help: String? = nil) {
      self.offset = offset
      self.message = message
      self.help = help
    }
  }

  /// A map as far as it could be read, and everything that is wrong with it.
  package struct Reading: Sendable {
    /// Nil where the text is no feature collection at all.
    package var map: GeoMap?
    /// In the order of the text.
    package var faults: [Fault]
  }

  /// The map in these bytes.
  ///
  /// A feature needs an `id` and, among its properties, `kind` and `name`; every `name_…` is a
  /// further name, `borders` the ids of its neighbours. `focus`, `capital`, `coast`, `label` and
  /// `rank` help to draw it; all else is read over.
  /// - Complexity: O(*n*) over the bytes.
  package static func read(_ bytes: [UInt8]) -> Reading {
    guard bytes.count <= mostBytes else {
      let fault = Fault(
        offset: 0, "it has \(bytes.count) bytes, more than the \(mostBytes) that one may have",
        help: "simplify its outlines: a terminal shows no more than some thousand points")
      return Reading(map: nil, faults: [fault])
    }
    var reader = GeoJSONReader(bytes)
    return reader.read()
  }

  /// The text without characters that could steer a terminal, which JSON can hide in escapes.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { TextScreen.isForbidden($0.value) }) else {
      return text
    }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TextScreen.isForbidden(scalar.value) {
      kept.append(scalar)
    }
    return String(kept)
  }
}

/// Reads one map; goes on after every fault that is not one of JSON itself.
struct GeoJSONReader {
  var json: JSONReader
  var faults: [GeoJSON.Fault] = []
  private let bytes: [UInt8]
  private var features: [PlacedFeature] = []
  private var source: String?
  private var window: GeoBox?
  private var hasFeatures = false
  private var type: String?

  private struct PlacedFeature {
    var feature: MapFeature
    var offset: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    json = JSONReader(bytes)
  }

  mutating func read() -> GeoJSON.Reading {
    do { try readCollection() } catch let error as JSONError {
      add(offset(of: error), error.reason.message)
      return GeoJSON.Reading(map: nil, faults: faults)
    } catch {
      return GeoJSON.Reading(map: nil, faults: faults)
    }
    guard type == "FeatureCollection", hasFeatures else {
      let found = type.map { "it is a '\(GeoJSON.visible($0))'" } ?? "it says no 'type'"
      add(
        0, "it is no GeoJSON feature collection: \(found)",
        help: "a map is an object with \"type\":\"FeatureCollection\" and \"features\":[…]")
      return GeoJSON.Reading(map: nil, faults: faults)
    }
    checkReferences()
    faults.sort { $0.offset < $1.offset }
    let map = GeoMap(features: features.map(\.feature), source: source, window: window)
    return GeoJSON.Reading(map: map, faults: faults)
  }

  /// Notes a fault, unless there are enough.
  mutating func add(_ offset: Int, _ message: String, help: String? = nil) {
    guard faults.count < GeoJSON.mostFaults else { return }
    faults.append(GeoJSON.Fault(offset: offset, message, help: help))
  }

  /// The offset of the next token, which stays.
  mutating func here() throws -> Int {
    _ = try json.kind()
    return json.offset
  }

  private func offset(of error: JSONError) -> Int {
    var line = 1
    var start = bytes.startIndex
    while line < error.line, let end = bytes[start...].firstIndex(of: 0x0a) {
      start = end + 1
      line += 1
    }
    return min(start + error.column - 1, bytes.count)
  }

  // MARK: - The collection

  private mutating func readCollection() throws {
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type": type = try text()
      case "source": source = try text().map(GeoJSON.visible)
      case "bbox": try readWindow()
      case "features": try readFeatures()
      default: try json.skipValue()
      }
    }
    try json.end()
  }

  private mutating func readFeatures() throws {
    hasFeatures = true
    guard try json.kind() == .array else {
      add(json.offset, "'features' is no list")
      return try json.skipValue()
    }
    var seen: Set<FeatureID> = []
    var number = 0
    try json.beginArray()
    while try json.nextElement() {
      number += 1
      let start = try here()
      guard number <= GeoJSON.mostFeatures else {
        if number == GeoJSON.mostFeatures + 1 {
          add(start, "it has more than the \(GeoJSON.mostFeatures) features that a map may have")
        }
        try json.skipValue()
        continue
      }
      guard let feature = try readFeature(number: number, start: start) else { continue }
      guard seen.insert(feature.id).inserted else {
        add(start, "two features have the id '\(feature.id)'", help: "an id names one place")
        continue
      }
      features.append(PlacedFeature(feature: feature, offset: start))
    }
  }

  private mutating func readWindow() throws {
    let start = try here()
    let numbers = try numberList()
    guard let numbers, numbers.count == 4 || numbers.count == 6 else {
      return add(start, "'bbox' is no list of four numbers: west, south, east, north")
    }
    let half = numbers.count / 2
    let (west, south) = (numbers[0], numbers[1])
    let (east, north) = (numbers[half], numbers[half + 1])
    guard isOnGlobe(west, south), isOnGlobe(east, north), south < north, west != east else {
      return add(start, "'bbox' lies outside the globe, or is empty")
    }
    window = GeoBox(west: west, south: south, east: east, north: north)
  }

  // MARK: - Values

  /// A string; anything else is read over and nil.
  mutating func text() throws -> String? {
    if try json.kind() == .string { return try json.string() }
    try json.skipValue()
    return nil
  }

  /// A list of numbers only; anything else is read over and nil.
  mutating func numberList() throws -> [Double]? {
    guard try json.kind() == .array else {
      try json.skipValue()
      return nil
    }
    var numbers: [Double] = []
    var isSound = true
    try json.beginArray()
    while try json.nextElement() {
      if try json.kind() == .number {
        let number = try json.double()
        if numbers.count < 8 { numbers.append(number) }
      } else {
        isSound = false
        try json.skipValue()
      }
    }
    return isSound ? numbers : nil
  }

  func isOnGlobe(_ longitude: Double, _ latitude: Double) -> Bool {
    abs(longitude) <= 180 && abs(latitude) <= 90
  }

  // MARK: - What features say of each other

  private mutating func checkReferences() {
    var known: [FeatureID: Int] = [:]
    for (index, placed) in features.enumerated() { known[placed.feature.id] = index }
    for placed in features {
      let feature = placed.feature
      if let capital = feature.capital, known[capital] == nil {
        add(
          placed.offset, "the capital of '\(feature.id)', '\(capital)', is no feature of the map")
      }
      for border in feature.borders {
        guard let index = known[border] else {
          add(placed.offset, "'\(feature.id)' borders '\(border)', which is no feature of the map")
          continue
        }
        let other = features[index].feature
        if !other.borders.isEmpty, !other.borders.contains(feature.id) {
          add(
            placed.offset,
            "'\(feature.id)' says that it borders '\(border)', but '\(border)' does not",
            help: "a border has two sides: add '\(feature.id)' there, or take '\(border)' out here")
        }
      }
    }
  }
}
