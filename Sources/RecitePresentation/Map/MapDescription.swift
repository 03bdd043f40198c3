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
      for feature in view.named.compactMap(view.map.feature) {
        paragraphs.append("\(feature.name): " + text(of: feature, in: view))
      }
    } else if !view.named.isEmpty {
      let names = view.named.compactMap { view.map.feature($0)?.name }
      paragraphs.append("named on the map: " + names.joined(separator: ", "))
    }
    return paragraphs
  }

  private static func text(of feature: MapFeature, in view: MapView) -> String {
    if let point = feature.point { return text(of: point, feature, in: view) }
    var clauses = [rank(of: feature, in: view) ?? place(of: feature, in: view)]
    clauses += [borders(of: feature, in: view), coast(of: feature)].compactMap { $0 }
    return clauses.joined(separator: ", ")
  }

  /// `a city in the south of Liaoning`, or where in the picture.
  private static func text(
    of point: GeoPoint, _ feature: MapFeature, in view: MapView
  ) -> String {
    let what = article(feature.kind)
    guard let area = view.map.area(holding: point), let bounds = area.bounds else {
      return "\(what) in the \(direction(of: point, in: view.box)) of the picture"
    }
    let isOpen = view.named.contains(area.id) || view.subject == area.id
    let name = isOpen ? area.name : "its \(area.kind)"
    return "\(what) in the \(direction(of: point, in: bounds)) of \(name)"
  }

  /// `the middle of the three provinces`, among those of its kind and focus.
  private static func rank(of feature: MapFeature, in view: MapView) -> String? {
    let peers = view.map.choices(for: feature.id).filter(\.isArea)
    guard (2...9).contains(peers.count), feature.isFocus || !view.letters.isEmpty else {
      return nil
    }
    let middles = peers.compactMap { peer in
      peer.bounds.map { (id: peer.id, middle: $0.clipped(to: view.map.window).middle) }
    }
    let latitudes = middles.map(\.middle.latitude)
    let longitudes = middles.map(\.middle.longitude)
    let isUpright =
      (latitudes.max() ?? 0) - (latitudes.min() ?? 0)
      >= ((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * 0.7
    let sorted = middles.sorted {
      isUpright
        ? $0.middle.latitude > $1.middle.latitude : $0.middle.longitude < $1.middle.longitude
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
    guard !feature.borders.isEmpty else { return nil }
    // A question about borders is not answered here.
    if view.subject != nil, !view.letters.isEmpty { return nil }
    let names = feature.borders.filter(view.named.contains)
      .compactMap { view.map.feature($0)?.name }
    let others = feature.borders.count - names.count
    var parts = names
    if others > 0 {
      parts.append(
        names.isEmpty ? "\(counts[min(others, 9)]) others" : "\(counts[min(others, 9)]) more")
    }
    return "bordering " + parts.joined(separator: ", ")
  }

  private static func coast(of feature: MapFeature) -> String? {
    feature.hasCoast.map { $0 ? "with a coast" : "without a coast" }
  }

  /// `north-west`, `south`, `middle`: the ninth of a box in which a place lies.
  private static func direction(of point: GeoPoint, in box: GeoBox) -> String {
    let east = (point.longitude - box.west) / max(box.width, 1e-9)
    let north = (point.latitude - box.south) / max(box.height, 1e-9)
    let vertical = north > 2.0 / 3 ? "north" : north < 1.0 / 3 ? "south" : ""
    let horizontal = east > 2.0 / 3 ? "east" : east < 1.0 / 3 ? "west" : ""
    if vertical.isEmpty { return horizontal.isEmpty ? "middle" : horizontal }
    return horizontal.isEmpty ? vertical : vertical + "-" + horizontal
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
