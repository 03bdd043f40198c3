/// What is to be seen of a map: a stretch of it, what is marked, and whose names stand there.
package struct MapView: Equatable, Sendable {
  package var map: GeoMap
  /// What must be seen whole.
  package var box: GeoBox
  /// The place that is asked for; it bears a question mark.
  package var marked: FeatureID?
  /// The places that bear the letters a, b, c and so on.
  package var letters: [FeatureID]
  /// The place that the picture is about; it stands out, and is named.
  package var subject: FeatureID?
  /// The places whose names are shown, the most important first.
  package var named: [FeatureID]

  package init(
    map: GeoMap, box: GeoBox, marked: FeatureID? = nil, letters: [FeatureID] = [],
    subject: FeatureID? = nil, named: [FeatureID] = []
  ) {
    self.map = map
    self.box = box
    self.marked = marked
    self.letters = letters
    self.subject = subject
    self.named = named
  }
}

// MARK: - Questions

extension MapView {
  /// The picture that belongs to a question; nil where the map lacks the place.
  ///
  /// No name that stands on it gives the answer away: neither those of the places among which the
  /// learner chooses, nor one that shares a word with the answer. `order` says which of the map's
  /// choices bears which letter; empty, it is the map's own order.
  package init?(asking question: MapQuestion, of map: GeoMap, order: [Int] = []) {
    switch question {
    case .each: return nil
    case .name(let id):
      guard let asked = map.feature(id), asked.bounds != nil else { return nil }
      self.init(map: map, box: MapView.box(around: asked, on: map), marked: id)
      named = context(besides: map.features.filter { $0.isPeer(of: asked) }, hiding: [asked])
    case .pick(let id):
      guard let asked = map.feature(id), asked.bounds != nil else { return nil }
      let choices = map.choices(for: id)
      self.init(map: map, box: MapView.box(around: choices, on: map))
      letters = MapView.ordered(choices, by: order)
      named = context(besides: map.features.filter { $0.isPeer(of: asked) }, hiding: [asked])
    case .borders(let id):
      guard let asked = map.feature(id), let box = map.stretch(around: asked) else { return nil }
      self.init(map: map, box: box, subject: id)
      letters = MapView.ordered(map.neighbourChoices(for: id), by: order)
      named = [id]
    }
  }

  private static func ordered(_ choices: [MapFeature], by order: [Int]) -> [FeatureID] {
    guard !order.isEmpty else { return choices.map(\.id) }
    return order.filter(choices.indices.contains).map { choices[$0].id }
  }

  /// The names of areas and seas that help to find one's way and give nothing away.
  private func context(besides peers: [MapFeature], hiding hidden: [MapFeature]) -> [FeatureID] {
    let answers = hidden.flatMap(\.names.all)
    let peers = Set(peers.map(\.id))
    let shown = map.features.filter { feature in
      guard feature.isArea || feature.kind == MapFeature.seaKind else { return false }
      return !peers.contains(feature.id)
        && !feature.names.all.contains { name in answers.contains { name.sharesWord(with: $0) } }
    }
    return MapView.byImportance(shown).map(\.id)
  }

  /// What is in the focus first, then areas by size, then points by rank.
  static func byImportance(_ features: [MapFeature]) -> [MapFeature] {
    features.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.isFocus != other.isFocus { return one.isFocus }
      if one.isCapital != other.isCapital { return one.isCapital }
      if one.size != other.size { return one.size > other.size }
      let (rank, otherRank) = (one.rank ?? Int.max, other.rank ?? Int.max)
      return rank != otherRank ? rank < otherRank : first.offset < second.offset
    }.map(\.element)
  }

  // MARK: - Stretches

  /// The focus of a map with some of what surrounds it; all of it where nothing is in the focus.
  package static func home(of map: GeoMap) -> GeoBox {
    let focus = map.features.filter(\.isFocus).compactMap(\.bounds)
    guard let first = focus.first else { return map.window }
    return focus.dropFirst().reduce(first) { $0.union($1) }.grown(by: 0.12).clipped(to: map.window)
  }

  /// The stretch in which a place is asked: a city's area, or the focus with the place in it.
  private static func box(around asked: MapFeature, on map: GeoMap) -> GeoBox {
    guard let bounds = asked.bounds else { return home(of: map) }
    if let point = asked.point, let area = map.area(holding: point)?.bounds {
      return closeUp(of: area, on: map)
    }
    return home(of: map).union(bounds.grown(by: 0.05)).clipped(to: map.window)
  }

  /// An area with a little of what surrounds it; of a speck so much that one sees where it lies.
  private static func closeUp(of area: GeoBox, on map: GeoMap) -> GeoBox {
    let whole = home(of: map)
    return area.grown(by: 0.1).grown(toWidth: whole.width / 6, height: whole.height / 6)
      .clipped(to: map.window)
  }

  /// The stretch in which all places can be seen, cities with the areas that hold them.
  private static func box(around choices: [MapFeature], on map: GeoMap) -> GeoBox {
    let boxes = choices.compactMap { choice -> GeoBox? in
      guard let point = choice.point else { return choice.bounds }
      return map.area(holding: point)?.bounds ?? choice.bounds
    }
    guard let first = boxes.first else { return home(of: map) }
    return boxes.dropFirst().reduce(first) { $0.union($1) }.grown(by: 0.08, least: 0.1)
      .clipped(to: map.window)
  }
}

// MARK: - Study

extension MapView {
  /// The pictures to study a map with: the whole, then every area of the focus with its places.
  ///
  /// `hidden` are texts that must not be read off the map: the answer to what is being asked.
  package static func study(_ map: GeoMap, hiding hidden: [String] = []) -> [MapView] {
    let areas = map.features.filter { $0.isArea && ($0.isFocus || !map.hasFocus) }
    let points = map.features.filter { $0.isPoint && $0.kind != MapFeature.seaKind }
    let whole = map.features.filter {
      !$0.isPoint || $0.kind == MapFeature.seaKind || $0.isCapital
    }
    func isOpen(_ feature: MapFeature) -> Bool {
      !feature.names.all.contains { name in hidden.contains { name.sharesWord(with: $0) } }
    }
    let overview = MapView(
      map: map, box: home(of: map), named: byImportance(whole.filter(isOpen)).map(\.id))
    let closer = areas.compactMap { area -> MapView? in
      let within = points.filter { $0.point.map(area.contains) ?? false }
      guard let bounds = area.bounds, !within.isEmpty, areas.count > 1 || areas.count < whole.count
      else { return nil }
      let seas = map.features.filter { $0.kind == MapFeature.seaKind }
      return MapView(
        map: map, box: closeUp(of: bounds, on: map), subject: area.id,
        named: (byImportance(within + [area]) + seas).filter(isOpen).map(\.id))
    }
    return [overview] + closer
  }
}

extension GeoMap {
  /// True where the map says what it is about.
  var hasFocus: Bool { features.contains(where: \.isFocus) }
}

extension String {
  /// True where both contain one word of four letters or more, or one is the other; scripts that
  /// write without spaces count as one word.
  func sharesWord(with other: String) -> Bool {
    let own = self.lowercased()
    let others = other.lowercased()
    if own == others { return true }
    let words = others.split { !$0.isLetter }
    return own.split { !$0.isLetter }.contains { $0.count >= 4 && words.contains($0) }
  }
}
