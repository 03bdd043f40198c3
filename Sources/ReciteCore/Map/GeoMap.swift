/// A pack's map: the places that its items can ask for.
package struct GeoMap: Equatable, Sendable {
  /// In the order of the file; no two with one id.
  package var features: [MapFeature]
  /// Where the outlines come from, in the map's own words.
  package var source: String?

  package init(features: [MapFeature], source: String? = nil) {
    self.features = features
    self.source = source
  }

  /// The feature with this id, or nil.
  package func feature(_ id: FeatureID) -> MapFeature? { features.first { $0.id == id } }

  /// The features of one kind, in the order of the map.
  package func features(ofKind kind: String) -> [MapFeature] { features.filter { $0.kind == kind } }

  /// The places that are lettered when the letter of `id` is asked: those of its own kind.
  ///
  /// In the order of the map, the place itself among them; empty where the map lacks it.
  package func choices(for id: FeatureID) -> [MapFeature] {
    feature(id).map { features(ofKind: $0.kind) } ?? []
  }
}

/// One place of a map: a province, a city, a sea.
package struct MapFeature: Equatable, Sendable {
  package var id: FeatureID
  /// What sort of place it is, such as `province`.
  package var kind: String
  /// Its name, then its other names: in its own script, and as that is romanised.
  package var names: Accepted
  /// The features that it touches; empty where the map does not say.
  package var borders: [FeatureID]

  package init(id: FeatureID, kind: String, names: Accepted, borders: [FeatureID] = []) {
    self.id = id
    self.kind = kind
    self.names = names
    self.borders = borders
  }
}

extension MapQuestion {
  /// What is accepted as the name of the place that is asked for; nil where the map lacks it.
  package func accepted(on map: GeoMap) -> Accepted? {
    switch self {
    case .name(let id), .pick(let id): map.feature(id)?.names
    case .each: nil
    }
  }
}

extension Pack {
  /// The items that can be asked: each `Map: each KIND` becomes one item a feature, `ID.FEATURE`.
  ///
  /// In the order of the pack and of the map. Items that ask for a place which the map lacks (or any
  /// place, where there is no map) are left out: they could not be marked.
  /// - Complexity: O(items + features).
  package func askable(with map: GeoMap?) -> [Item] {
    var askable: [Item] = []
    for item in items { askable += item.askable(with: map) }
    return askable
  }
}

extension Item {
  /// The item itself, or the items that a map makes of it.
  package func askable(with map: GeoMap?) -> [Item] {
    guard case .map(let question) = kind else { return [self] }
    guard let map else { return [] }
    guard case .each(let kind) = question else {
      return question.accepted(on: map) == nil ? [] : [self]
    }
    return map.features(ofKind: kind).map { feature in
      var item = self
      item.id = ItemID("\(id).\(feature.id)")
      item.kind = .map(.name(feature.id))
      return item
    }
  }
}
