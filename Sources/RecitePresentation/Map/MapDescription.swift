import ReciteCore

/// A map in words, for those who hear it rather than see it; it says no more than the picture does.
package enum MapDescription {
  /// Sentences on what is marked, lettered and named, in this order.
  package static func paragraphs(of view: MapView) -> [String] {
    var paragraphs: [String] = []
    if let marked = view.marked.flatMap(view.map.feature) {
      paragraphs.append("marked: " + text(of: marked, in: view))
    }
    if let subject = view.subject.flatMap(view.map.feature) {
      paragraphs.append("the picture is about " + subject.name)
    }
    for (number, id) in view.letters.enumerated() {
      guard let feature = view.map.feature(id) else { continue }
      paragraphs.append("\(AskedForm.letter(number)): " + text(of: feature, in: view))
    }
    if view.marked == nil, view.letters.isEmpty {
      for feature in view.named.compactMap(view.map.feature) where feature.isSeen(in: view) {
        paragraphs.append("\(feature.name): " + text(of: feature, in: view))
      }
    } else {
      let names = view.named.compactMap(view.map.feature).filter { $0.isSeen(in: view) }.map(\.name)
      if !names.isEmpty {
        paragraphs.append("named on the map: " + names.joined(separator: ", "))
      }
    }
    return paragraphs
  }

  private static func text(of feature: MapFeature, in view: MapView) -> String {
    switch feature.shape {
    case .points(let points): return text(of: points[0], feature, in: view)
    case .lines(let parts): return text(of: parts, feature, in: view)
    case .areas, nil: break
    }
    var clauses = [
      bearing(of: feature, in: view) ?? rank(of: feature, in: view) ?? place(of: feature, in: view)
    ]
    clauses += [borders(of: feature, in: view), coast(of: feature)].compactMap { $0 }
    return clauses.joined(separator: ", ")
  }

  // MARK: - Points and lines

  /// `a city in the south of Liaoning`, or where in the picture and what lies near.
  private static func text(
    of point: GeoPoint, _ feature: MapFeature, in view: MapView
  ) -> String {
    let what = article(feature.kind)
    guard let area = view.map.area(holding: point), let bounds = area.bounds else {
      let near = nearest(to: point, in: view)
      return "\(what) in the \(direction(of: point, in: view.box)) of the picture"
        + (near.isEmpty ? "" : ", near " + list(near))
    }
    let isOpen = view.named.contains(area.id) || view.subject == area.id
    let name = isOpen ? area.name : "its \(area.kind)"
    return "\(what) in the \(direction(of: point, in: bounds)) of \(name)"
  }

  /// The two named areas whose outlines come nearest to a point that lies in none.
  private static func nearest(to point: GeoPoint, in view: MapView) -> [String] {
    let areas = view.named.compactMap(view.map.feature).filter { $0.isArea && $0.isSeen(in: view) }
    let distances = areas.compactMap { area -> (name: String, distance: Double)? in
      area.outline.map { $0.distance(to: point, in: view.box) }.min().map { (area.name, $0) }
    }
    return distances.sorted { $0.distance < $1.distance }.prefix(2).map(\.name)
  }

  /// `a river from the south to the west of the picture, through Belgium and Netherlands`.
  private static func text(
    of parts: [[GeoPoint]], _ feature: MapFeature, in view: MapView
  ) -> String {
    let what = article(feature.kind)
    guard let first = parts.first?.first, let last = parts.last?.last else { return what }
    let ends = [first, last].map { direction(of: $0, in: view.box) }
    let course =
      ends[0] == ends[1] ? "in the \(ends[0])" : "from the \(ends[0]) to the \(ends[1])"
    var crossed: [String] = []
    for point in parts.joined() {
      guard let area = view.map.area(holding: point), view.named.contains(area.id),
        !crossed.contains(area.name)
      else { continue }
      crossed.append(area.name)
    }
    return "\(what) \(course) of the picture"
      + (crossed.isEmpty ? "" : ", through " + list(crossed))
  }

  // MARK: - Areas

  /// `a country north-east of Jilin`, where the picture is about another area.
  private static func bearing(of feature: MapFeature, in view: MapView) -> String? {
    guard let subject = view.subject.flatMap(view.map.feature), subject.id != feature.id,
      !view.letters.isEmpty, let from = subject.bounds, let bounds = feature.bounds
    else { return nil }
    let middle = bounds.clipped(to: view.box).middle
    return "\(article(feature.kind)) \(direction(of: middle, from: from)) of \(subject.name)"
  }

  /// `the middle of the three provinces`, among those of its kind and focus.
  private static func rank(of feature: MapFeature, in view: MapView) -> String? {
    let peers = view.map.choices(for: feature.id).filter(\.isArea)
    guard (2...9).contains(peers.count), feature.isFocus || !view.letters.isEmpty else {
      return nil
    }
    let window = view.map.window
    let middles = peers.compactMap { peer in
      peer.bounds.map { (id: peer.id, middle: $0.clipped(to: window).middle) }
    }.map { (id: $0.id, latitude: $0.middle.latitude, longitude: window.counted($0.middle)) }
    let latitudes = middles.map(\.latitude)
    let longitudes = middles.map(\.longitude)
    let isUpright =
      (latitudes.max() ?? 0) - (latitudes.min() ?? 0)
      >= ((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * 0.7
    let sorted = middles.sorted {
      isUpright ? $0.latitude > $1.latitude : $0.longitude < $1.longitude
    }
    guard let place = sorted.firstIndex(where: { $0.id == feature.id }) else { return nil }
    let group = "of the \(counts[peers.count]) \(plural(feature.kind))"
    let ends = isUpright ? ("northernmost", "southernmost") : ("westernmost", "easternmost")
    if place == 0 { return "the \(ends.0) \(group)" }
    if place == peers.count - 1 { return "the \(ends.1) \(group)" }
    if peers.count == 3 { return "the middle \(group)" }
    return "number \(place + 1) \(group), counted from the \(isUpright ? "north" : "west")"
  }

  private static let counts = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  private static func place(of feature: MapFeature, in view: MapView) -> String {
    guard let bounds = feature.bounds else { return article(feature.kind) }
    let label = feature.label.flatMap { view.box.contains($0) ? $0 : nil }
    let middle = label ?? bounds.clipped(to: view.box).middle
    return "\(article(feature.kind)) in the \(direction(of: middle, in: view.box)) of the picture"
  }

  /// Neighbours by name where the picture names them, and how many others.
  private static func borders(of feature: MapFeature, in view: MapView) -> String? {
    // A question about borders is not answered here.
    if view.subject != nil, !view.letters.isEmpty { return nil }
    let names = { (ids: [FeatureID]) in
      ids.filter(view.named.contains).compactMap { view.map.feature($0)?.name }
    }
    guard !feature.borders.isEmpty else {
      // The map does not say it of this area, but of those on the other side.
      let others = view.map.features.filter { $0.borders.contains(feature.id) }.map(\.id)
      let named = names(others)
      return named.isEmpty ? nil : "bordering " + list(named)
    }
    var parts = names(feature.borders)
    let others = feature.borders.count - parts.count
    if others > 0 {
      let count = others < counts.count ? counts[others] : "\(others)"
      parts.append(parts.isEmpty ? "\(count) \(others == 1 ? "other" : "others")" : "\(count) more")
    }
    return "bordering " + list(parts)
  }

  private static func coast(of feature: MapFeature) -> String? {
    feature.hasCoast.map { $0 ? "with a coast" : "without a coast" }
  }

  // MARK: - Directions

  /// `north-west`, `south`, `middle`: the ninth of a box in which a place lies.
  private static func direction(of point: GeoPoint, in box: GeoBox) -> String {
    let east = (box.counted(point) - box.west) / max(box.width, 1e-9)
    let north = (point.latitude - box.south) / max(box.height, 1e-9)
    let vertical = north > 2.0 / 3 ? "north" : north < 1.0 / 3 ? "south" : ""
    let horizontal = east > 2.0 / 3 ? "east" : east < 1.0 / 3 ? "west" : ""
    if vertical.isEmpty { return horizontal.isEmpty ? "middle" : horizontal }
    return horizontal.isEmpty ? vertical : vertical + "-" + horizontal
  }

  /// One of eight directions, seen from the middle of a box.
  private static func direction(of point: GeoPoint, from box: GeoBox) -> String {
    // Sides of the box count as one: what lies beside a long area lies beside all of it.
    let east = (box.counted(point) - box.middle.longitude) / max(box.width, 1e-9)
    let north = (point.latitude - box.middle.latitude) / max(box.height, 1e-9)
    let (side, height) = (east < 0 ? "west" : "east", north < 0 ? "south" : "north")
    if abs(east) > 2.4 * abs(north) { return side }
    return abs(north) > 2.4 * abs(east) ? height : height + "-" + side
  }

  // MARK: - Words

  /// `A`, `A and B`, `A, B and C`.
  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func article(_ kind: String) -> String {
    ("aeiou".contains(kind.first ?? " ") ? "an " : "a ") + kind
  }

  private static func plural(_ kind: String) -> String {
    if kind.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: kind.hasSuffix) {
      return kind.dropLast() + "ies"
    }
    return kind + "s"
  }
}

extension MapFeature {
  /// True where something of it lies in the picture, which shows more than the box where the screen
  /// has another shape.
  func isSeen(in view: MapView) -> Bool {
    let shown = view.box.grown(by: 0.6).clipped(to: view.map.window)
    return bounds.map(shown.meets) ?? false
  }

  /// The points of its outlines.
  fileprivate var outline: [GeoPoint] {
    guard case .areas(let rings) = shape else { return [] }
    return rings.flatMap { $0 }
  }
}

extension GeoPoint {
  /// How far another point lies in degrees of latitude, squared; as a picture of `box` shows it.
  fileprivate func distance(to other: GeoPoint, in box: GeoBox) -> Double {
    let east = (box.counted(self) - box.counted(other)) * box.eastward
    let north = latitude - other.latitude
    return east * east + north * north
  }
}
