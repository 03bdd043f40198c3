@testable import ReciteCore
import ReciteFormats
import Testing

@testable import recite

/// The map items of the shipped packs against facts that were checked apart from the map.
///
/// - Source: borders, coasts and capitals as research confirmed them with Britannica's articles on the
///   three provinces, the Jilin provincial government, china.org.cn and full-resolution Natural
///   Earth outlines.
@Suite struct ShippedMapFactsTests {
  private struct Province: Sendable {
    var capital: String
    var borders: Set<String>
    var hasCoast: Bool
  }

  private static let provinces = [
    "liaoning": Province(
      capital: "shenyang", borders: ["jilin", "inner-mongolia", "hebei", "north-korea"],
      hasCoast: true),
    "jilin": Province(
      capital: "changchun",
      borders: ["liaoning", "heilongjiang", "inner-mongolia", "russia", "north-korea"],
      hasCoast: false),
    "heilongjiang": Province(
      capital: "harbin", borders: ["jilin", "inner-mongolia", "russia"], hasCoast: false),
  ]

  /// Where each place lies: the province of a city; for the rest only that it is no province of the
  /// three.
  private static let places: [String: String] = [
    "shenyang": "liaoning", "dalian": "liaoning", "changchun": "jilin", "harbin": "heilongjiang",
    "inner-mongolia": "", "russia": "", "north-korea": "", "mongolia": "", "bohai": "",
  ]

  /// What the question of an item says of its place, in the table's terms.
  private static let claims: [String: @Sendable (Province, String) -> Bool] = [
    // The foot of the steps, the coast, and the ports.
    "chinas-rust-belt/map-liaoning": { province, _ in province.hasCoast },
    "dongbei-in-transition/map-coast": { province, _ in province.hasCoast },
    "two-accounts/map-ports": { province, _ in province.hasCoast },
    "two-accounts/map-landlocked": { province, _ in !province.hasCoast },
    // One of the other two on either side.
    "chinas-rust-belt/map-jilin": { province, _ in
      province.borders.isSuperset(of: ["liaoning", "heilongjiang"])
    },
    "chinas-rust-belt/map-shenyang": { province, city in
      province.hasCoast && province.capital == city
    },
    "chinas-rust-belt/map-harbin": { province, city in province.capital == city },
    "chinas-rust-belt/map-changchun": { province, city in province.capital == city },
    "chinas-rust-belt/map-dalian": { province, city in
      province.hasCoast && province.capital != city
    },
  ]

  /// Places that so many of the three provinces border.
  private static let neighbours: [String: Int] = [
    "inner-mongolia": 3, "russia": 2, "north-korea": 2, "mongolia": 0, "bohai": 0,
  ]

  private static var packs: [Pack] { Shipped.packs.compactMap { PackReader.read($0).pack } }

  @Test func `The maps that ship say what the table says`() throws {
    #expect(Self.packs.count == 3)
    for pack in Self.packs {
      let map = try #require(pack.map)
      for (id, province) in Self.provinces {
        let feature = try #require(map.feature(FeatureID(id)))
        #expect(Set(feature.borders.map(\.rawValue)) == province.borders, "\(id)")
        #expect(feature.hasCoast == province.hasCoast && feature.isFocus)
        #expect(feature.capital?.rawValue == province.capital)
        let capital = try #require(map.feature(FeatureID(province.capital)))
        #expect(capital.isCapital && capital.point.map(feature.contains) == true)
      }
      for (id, province) in Self.places where !province.isEmpty {
        let city = try #require(map.feature(FeatureID(id)))
        let area = try #require(map.feature(FeatureID(province)))
        #expect(city.point.map(area.contains) == true, "\(id)")
      }
      for (id, count) in Self.neighbours {
        let found = Self.provinces.values.count { $0.borders.contains(id) }
        #expect(found == count && map.feature(FeatureID(id)) != nil, "\(id)")
      }
    }
  }

  @Test func `The key of every map item that ships is right by the table`() throws {
    var seen: Set<String> = []
    for pack in Self.packs {
      let map = try #require(pack.map)
      for item in pack.items {
        guard case .map(let question) = item.kind else { continue }
        let name = "\(pack.id)/\(item.id)"
        seen.insert(name)
        let form = AskedForm.authorOrder(for: item, on: map)
        let key = item.keyText(as: form, on: map)
        switch question {
        case .borders(let id):
          let province = try #require(Self.provinces[id.rawValue], "\(name)")
          let names = province.borders.compactMap { map.feature(FeatureID($0))?.name }
          #expect(names.count == province.borders.count)
          #expect(Set(key.map { $0.drop { $0 != " " }.dropFirst() }.map(String.init)) == Set(names))
        case .name(let id), .pick(let id):
          let held = Self.places[id.rawValue] ?? id.rawValue
          let feature = try #require(map.feature(id))
          #expect(key.count == 1 && key[0].hasSuffix(feature.name), "\(name): \(key)")
          if let claim = Self.claims[name] {
            let province = try #require(Self.provinces[held], "\(name)")
            #expect(claim(province, id.rawValue), "\(name)")
          } else {
            // A province by its place among the three, or one of the neighbours of the table.
            #expect(
              Self.provinces[id.rawValue] != nil || Self.neighbours[id.rawValue] != nil, "\(name)")
          }
        case .each: Issue.record("\(name) has no table")
        }
      }
    }
    #expect(seen.count >= 19)
    #expect(Set(Self.claims.keys).isSubset(of: seen))
  }
}
