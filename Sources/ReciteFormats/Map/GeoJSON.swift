import ReciteCore

/// Reads the features of a GeoJSON map (RFC 7946): what the places are, and what they are called.
package enum GeoJSON {
  /// Features that a map has at most.
  package static let mostFeatures = 5_000

  /// What is wrong with a map, in words that follow "the map cannot be used: ".
  package struct Failure: Error, Equatable, Sendable {
    package var message: String
  }

  /// The map in these bytes.
  ///
  /// A feature needs an `id` and, among its properties, `kind` and `name`; `name_zh` and
  /// `name_pinyin` are further names, `borders` the ids of its neighbours.
  /// - Throws: `Failure` where it is no JSON, no feature collection, or a feature lacks one of them.
  package static func map(from bytes: [UInt8]) throws(Failure) -> GeoMap {
    let document: JSONValue
    do { document = try JSONValue(parsing: bytes) } catch {
      throw Failure(message: error.description)
    }
    guard document["type"]?.string == "FeatureCollection",
      let features = document["features"]?.array
    else { throw Failure(message: "it is no GeoJSON feature collection") }
    guard features.count <= mostFeatures else {
      throw Failure(
        message:
          "it has \(features.count) features, more than the \(mostFeatures) that one may have")
    }
    var map = GeoMap(features: [], source: document["source"]?.string.map(visible))
    var seen: Set<FeatureID> = []
    for (number, value) in features.enumerated() {
      let feature = try feature(value, number: number + 1)
      guard seen.insert(feature.id).inserted else {
        throw Failure(message: "two features have the id '\(feature.id)'")
      }
      map.features.append(feature)
    }
    return map
  }

  private static func feature(_ value: JSONValue, number: Int) throws(Failure) -> MapFeature {
    guard let id = value["id"]?.string.map(visible), MadeID.isWellFormed(id) else {
      throw Failure(
        message: "feature \(number) has no 'id' of letters, digits and hyphens")
    }
    let properties = value["properties"]
    guard let kind = properties?["kind"]?.string.map(visible), !kind.isEmpty else {
      throw Failure(message: "the feature '\(id)' has no 'kind'")
    }
    let names = ["name", "name_zh", "name_pinyin"].compactMap { properties?[$0]?.string }
      .map(visible).filter { !$0.isEmpty }
    guard let name = names.first, properties?["name"]?.string != nil else {
      throw Failure(message: "the feature '\(id)' has no 'name'")
    }
    var aliases: [String] = []
    for other in names.dropFirst() where other != name && !aliases.contains(other) {
      aliases.append(other)
    }
    let borders = properties?["borders"]?.array ?? []
    return MapFeature(
      id: FeatureID(id), kind: kind, names: Accepted(name, aliases: aliases),
      borders: borders.compactMap { $0.string.map { FeatureID(visible($0)) } })
  }

  /// The text without characters that could steer a terminal, which JSON can hide in escapes.
  private static func visible(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !TextScreen.isForbidden(scalar.value) {
      kept.append(scalar)
    }
    return String(kept)
  }
}
