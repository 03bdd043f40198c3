import ReciteCore

/// Which colour each place has in a picture, and which borders are drawn in full.
struct MapColoring: Equatable, Sendable {
  /// The place of each feature in its map.
  let indices: [FeatureID: Int]
  /// By the feature's place in its map.
  private let colors: [MapColor]
  private let prominent: [Bool]
  private let hatched: Set<Int32>

  /// Chooses colours so that areas that touch in the picture differ, as far as there are enough.
  init(of view: MapView, _ raster: Raster) {
    let features = view.map.features
    var indices: [FeatureID: Int] = [:]
    for (index, feature) in features.enumerated() { indices[feature.id] = index }
    self.indices = indices
    let outstanding = [view.marked, view.subject].compactMap { $0.flatMap { indices[$0] } }
    hatched = Set(outstanding.map(Int32.init))
    var prominent = features.map(\.isFocus)
    if !prominent.contains(true) { prominent = features.map(\.isArea) }
    for index in view.letters.compactMap({ indices[$0] }) + outstanding { prominent[index] = true }
    self.prominent = prominent
    var colors = [MapColor](repeating: .land(shade: 0), count: features.count)
    var taken: Set<MapColor> = []
    let neighbours = MapColoring.neighbours(raster, count: features.count)
    for index in features.indices where features[index].isArea {
      if outstanding.contains(index) {
        colors[index] = .marked
        continue
      }
      let used = neighbours[index].filter { $0 < index }.map { colors[$0] }
      let choices: [MapColor] =
        prominent[index]
        ? (0..<MapColor.areaCount).map { .area($0) }
        : (0..<MapColor.shadeCount).map { .land(shade: $0) }
      // A colour of its own while there are enough, then one that no neighbour has.
      colors[index] =
        choices.first { prominent[index] && !taken.contains($0) }
        ?? choices.first { !used.contains($0) } ?? choices[index % choices.count]
      taken.insert(colors[index])
    }
    self.colors = colors
  }

  /// For each feature those that touch it in the picture.
  private static func neighbours(_ raster: Raster, count: Int) -> [[Int]] {
    var neighbours = [[Int]](repeating: [], count: count)
    for y in 0..<raster.rows {
      for x in 0..<raster.columns {
        let own = Int(raster.owner(x: x, y: y))
        guard own >= 0 else { continue }
        for other in [Int(raster.owner(x: x + 1, y: y)), Int(raster.owner(x: x, y: y + 1))]
        where other >= 0 && other != own && !neighbours[own].contains(other) {
          neighbours[own].append(other)
          neighbours[other].append(own)
        }
      }
    }
    return neighbours
  }

  subscript(_ owner: Int32) -> MapColor {
    if owner == Raster.sea { return .sea }
    return colors.indices.contains(Int(owner)) ? colors[Int(owner)] : .none
  }

  /// True for the ground of the place that is asked for, or that the picture is about.
  func isHatched(_ owner: Int32) -> Bool { hatched.contains(owner) }

  /// True for coasts, and for borders of what the picture is about.
  func isSolid(_ first: Int32, _ second: Int32) -> Bool {
    if first == Raster.sea || second == Raster.sea { return true }
    return [first, second].contains { prominent.indices.contains(Int($0)) && prominent[Int($0)] }
  }
}
