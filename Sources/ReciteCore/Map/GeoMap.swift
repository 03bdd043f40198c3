/// A pack's map: the places that its items can ask for.
package struct GeoMap: Equatable, Sendable {
  /// In the order of the file; no two with one id.
  package let features: [MapFeature]
  /// Where the outlines come from, in the map's own words.
  package let source: String?
  /// What the map has data for; beyond it nothing is drawn.
  package let window: GeoBox
  /// True where what belongs to no area is water: a feature is a sea or has a coast.
  package var hasSea: Bool {
    features.contains { $0.kind == MapFeature.seaKind || $0.hasCoast == true }
  }

  /// A map; without a `window` it has data for the extent of its features.
  package init(features: [MapFeature], source: String? = nil, window: GeoBox? = nil) {
    self.features = features
    self.source = source
    let bounds = features.compactMap(\.bounds)
    let extent = bounds.dropFirst().reduce(bounds.first) { $0?.union($1) }
    let hasOutline = features.contains { $0.shape != nil && !$0.isPoint }
    // Points alone would stand on the very edge of what they span.
    self.window =
      window ?? (hasOutline ? extent : extent?.grown(by: 0.1, least: 0.1))
      ?? GeoBox(west: -180, south: -90, east: 180, north: 90)
  }

  /// The feature with this id, or nil.
  package func feature(_ id: FeatureID) -> MapFeature? { features.first { $0.id == id } }

  /// The features of one kind, in the order of the map.
  package func features(ofKind kind: String) -> [MapFeature] { features.filter { $0.kind == kind } }

  /// The places that are lettered when the letter of `id` is asked: those of its own kind, which
  /// are in the focus as it is and of its rank, where the map says so.
  ///
  /// In the order of the map, the place itself among them, at most as many as there are letters;
  /// empty where the map does not say where it lies.
  package func choices(for id: FeatureID) -> [MapFeature] {
    guard let asked = feature(id), asked.bounds != nil else { return [] }
    return limited(features.filter { $0.bounds != nil && asked.isPeer(of: $0) }, keeping: [id])
  }

  /// The areas that are lettered when the neighbours of `id` are asked: those of which something is
  /// in the picture of it.
  package func neighbourChoices(for id: FeatureID) -> [MapFeature] {
    guard let asked = feature(id), let box = stretch(around: asked) else { return [] }
    let seen = features.filter { feature in
      feature.isArea && feature.id != id
        && (asked.borders.contains(feature.id) || feature.reaches(into: box))
    }
    return limited(seen, keeping: asked.borders)
  }

  /// An area with what lies round it; nil where the map does not say where it lies.
  func stretch(around area: MapFeature) -> GeoBox? {
    area.bounds?.grown(by: 0.25, least: 0.1).clipped(to: window)
  }

  /// At most as many features as there are letters, those in `kept` above all.
  private func limited(_ found: [MapFeature], keeping kept: [FeatureID]) -> [MapFeature] {
    var spare = max(0, GeoMap.mostLetters - found.count { kept.contains($0.id) })
    return found.filter { feature in
      if kept.contains(feature.id) { return true }
      spare -= 1
      return spare >= 0
    }
  }

  private static let mostLetters = 26
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
  /// Where it lies; nil where the map names it without saying where.
  package let shape: MapShape?
  /// The smallest box round its shape.
  package let bounds: GeoBox?
  /// Where its name reads well, in the map-maker's judgement.
  package var label: GeoPoint?
  /// True for what the map is about, as against what only surrounds it.
  package var isFocus: Bool
  /// The most important place within it.
  package var capital: FeatureID?
  /// True for a place that is the capital of another.
  package var isCapital: Bool
  /// Nil where the map does not say.
  package var hasCoast: Bool?
  /// 1 for the most important of its kind; nil where the map does not say.
  package var rank: Int?

  /// The kind of a feature that is water.
  package static let seaKind = "sea"

  package init(
    id: FeatureID, kind: String, names: Accepted, borders: [FeatureID] = [],
    shape: MapShape? = nil, label: GeoPoint? = nil, isFocus: Bool = false,
    capital: FeatureID? = nil, isCapital: Bool = false, hasCoast: Bool? = nil, rank: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.borders = borders
    self.shape = shape
    bounds = shape.flatMap { GeoBox(around: $0.parts.joined()) }
    self.label = label
    self.isFocus = isFocus
    self.capital = capital
    self.isCapital = isCapital
    self.hasCoast = hasCoast
    self.rank = rank
  }

  package var name: String { names.key }

  package var isArea: Bool { if case .areas = shape { true } else { false } }
  package var isPoint: Bool { if case .points = shape { true } else { false } }

  /// Square degrees of its box; 0 for a point.
  var size: Double { bounds.map { $0.width * $0.height } ?? 0 }

  /// The one point of a place that is drawn as a mark.
  package var point: GeoPoint? { if case .points(let points) = shape { points.first } else { nil } }

  /// True where both could be taken for each other in a question.
  func isPeer(of other: MapFeature) -> Bool {
    kind == other.kind && isFocus == other.isFocus && rank == other.rank
  }

  /// True where a part of its area lies in the box, as far as a grid of points tells.
  /// - Complexity: O(points).
  func reaches(into box: GeoBox) -> Bool {
    guard case .areas(let rings) = shape, let bounds, box.meets(bounds) else { return false }
    if rings.contains(where: { $0.contains(where: box.contains) }) { return true }
    // It has no corner in the box; then it holds all of it, or a strip of it.
    let steps = [0.1, 0.3, 0.5, 0.7, 0.9]
    return steps.contains { east in
      steps.contains { north in
        var longitude = box.west + east * box.width
        if longitude > 180 { longitude -= 360 }
        return contains(GeoPoint(longitude, box.south + north * box.height))
      }
    }
  }

  /// True where the point lies inside one of its areas.
  /// - Complexity: O(points).
  package func contains(_ point: GeoPoint) -> Bool {
    guard case .areas(let rings) = shape, let bounds, bounds.contains(point) else { return false }
    var isInside = false
    for ring in rings {
      for (first, second) in zip(ring, ring.dropFirst())
      where (first.latitude > point.latitude) != (second.latitude > point.latitude) {
        let share = (point.latitude - first.latitude) / (second.latitude - first.latitude)
        let crossing = first.longitude + share * (second.longitude - first.longitude)
        if point.longitude < crossing { isInside.toggle() }
      }
    }
    return isInside
  }
}

extension GeoMap {
  /// The smallest area that holds a point: a city's province.
  package func area(holding point: GeoPoint) -> MapFeature? {
    features.filter { $0.contains(point) }.min { $0.size < $1.size }
  }
}

extension MapQuestion {
  /// What is accepted as the name of the place that is asked for; nil where the map lacks it.
  package func accepted(on map: GeoMap) -> Accepted? {
    switch self {
    case .name(let id), .pick(let id), .borders(let id): map.feature(id)?.names
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
