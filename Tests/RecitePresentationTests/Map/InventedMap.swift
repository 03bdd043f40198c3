import ReciteCore

/// A coast that is on no globe, drawn for the tests: two shires, an isle of reeds, a neighbour, a
/// sea and three towns, far south and across the antimeridian's near side.
enum InventedMap {
  static func ring(_ points: (Double, Double)...) -> [GeoPoint] {
    (points + points.prefix(1)).map { GeoPoint($0.0, $0.1) }
  }

  static let map = GeoMap(
    features: [
      MapFeature(
        id: FeatureID("norshire"), kind: "shire", names: Accepted("Norshire"),
        borders: [FeatureID("sudshire"), FeatureID("marland")],
        shape: .areas(rings: [ring((170, -40), (174, -40), (174, -38), (170, -38))]),
        label: GeoPoint(172, -39), isFocus: true, hasCoast: false),
      MapFeature(
        id: FeatureID("sudshire"), kind: "shire", names: Accepted("Sudshire"),
        borders: [FeatureID("norshire"), FeatureID("marland")],
        shape: .areas(rings: [
          ring((170, -42), (173, -42), (174, -40), (170, -40)),
          ring((171, -41.5), (172, -41.5), (172, -40.75), (171, -40.75)),
        ]), isFocus: true, hasCoast: true),
      MapFeature(
        id: FeatureID("marland"), kind: "country", names: Accepted("Marland"),
        borders: [FeatureID("norshire"), FeatureID("sudshire")],
        shape: .areas(rings: [ring((167, -43), (170, -43), (170, -38), (167, -38))])),
      MapFeature(
        id: FeatureID("norport"), kind: "town", names: Accepted("Norport"),
        shape: .points([GeoPoint(173.2, -38.4)]), isCapital: true, rank: 1),
      MapFeature(
        id: FeatureID("reedwick"), kind: "town", names: Accepted("Reedwick"),
        shape: .points([GeoPoint(170.6, -40.4)]), rank: 1),
      MapFeature(
        id: FeatureID("deep"), kind: "sea", names: Accepted("The Deep"),
        shape: .points([GeoPoint(176, -41)])),
    ], window: GeoBox(west: 167, south: -43, east: 178, north: -38))
}
