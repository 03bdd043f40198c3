import ReciteCore
import RecitePresentation
import Support
import Testing

@Suite struct MapDrawingTests {
  private static let map = InventedMap.map

  private static func picture(
    _ view: MapView, _ columns: Int, _ rows: Int, _ rendering: MapRendering
  ) -> [String] {
    MapDrawing(view, columns: columns, rows: rows, rendering: rendering).lines.map(\.text)
  }

  @Test("an asked area is hatched and marked, its neighbours named, its peers not")
  func asked() throws {
    let view = try #require(MapView(asking: .name(FeatureID("sudshire")), of: Self.map))
    let lines = Self.picture(view, 44, 16, .ascii)
    let text = lines.joined(separator: "\n")
    #expect(text.contains(" ? "))
    #expect(text.contains("Marland"))
    #expect(!text.contains("shire"))
    // Hatching stands in the asked area only: in the lower half of the picture.
    #expect(!lines.prefix(5).contains { $0.contains("/") })
    #expect(lines.suffix(8).contains { $0.contains("///") })
  }

  @Test("the letters stand on the places in the order that was drawn")
  func letters() throws {
    let pick = MapQuestion.pick(FeatureID("norshire"))
    let view = try #require(MapView(asking: pick, of: Self.map, order: [1, 0]))
    #expect(view.letters == [FeatureID("sudshire"), FeatureID("norshire")])
    let lines = Self.picture(view, 50, 18, .braille)
    let rowOfA = try #require(lines.firstIndex { $0.contains(" a ") })
    let rowOfB = try #require(lines.firstIndex { $0.contains(" b ") })
    #expect(rowOfB < rowOfA)
  }

  @Test("the letters of a question on borders stand on every area that borders, and on others seen")
  func borders() throws {
    let view = try #require(
      MapView(asking: .borders(FeatureID("norshire")), of: Self.map))
    #expect(Set(view.letters) == [FeatureID("sudshire"), FeatureID("marland")])
    let text = Self.picture(view, 40, 14, .ascii).joined(separator: "\n")
    #expect(text.contains(" a ") && text.contains(" b ") && text.contains("Norshire"))
  }

  @Test("towns of one rank are lettered together, and a name that shares a word is not shown")
  func towns() throws {
    let view = try #require(MapView(asking: .pick(FeatureID("norport")), of: Self.map))
    #expect(view.letters == [FeatureID("norport"), FeatureID("reedwick")])
    let feature = MapFeature(
      id: FeatureID("jilin-city"), kind: "city", names: Accepted("Jilin City"),
      shape: .points([GeoPoint(172, -39)]))
    let jilin = MapFeature(
      id: FeatureID("jilin"), kind: "province", names: Accepted("Jilin"),
      shape: .areas(rings: [InventedMap.ring((170, -40), (174, -40), (174, -38), (170, -38))]))
    let asked = try #require(
      MapView(asking: .name(feature.id), of: GeoMap(features: [jilin, feature])))
    #expect(asked.named == [])
  }

  @Test("nothing is drawn outside the data, and the edge of the data is no coast")
  func outside() {
    var view = MapView(map: Self.map, box: Self.map.window)
    view.box = GeoBox(west: 150, south: -43, east: 178, north: -38)
    // 28 degrees take 60 columns; the 11 with data stand in their middle, from column 18 to 41.
    for line in Self.picture(view, 60, 12, .ascii) {
      #expect(line.prefix(18).allSatisfy { $0 == " " }, "\(line)")
      #expect(!line.prefix(20).contains { ":'.".contains($0) }, "\(line)")
      #expect(line.count <= 42, "\(line)")
    }
  }

  @Test("a hole is no part of the area, and shows the sea or what lies in it")
  func hole() throws {
    let projection = Projection(
      box: Self.map.window, window: Self.map.window, columns: 110, rows: 50, dotAspect: 1)
    let raster = Raster(of: Self.map, on: projection)
    func owner(_ longitude: Double, _ latitude: Double) -> Int32 {
      let (x, y) = projection.dot(of: GeoPoint(longitude, latitude))
      return raster.owner(x: Int(x), y: Int(y))
    }
    #expect(owner(170.5, -41) == 1)
    #expect(owner(171.5, -41.1) == Raster.sea)
    #expect(owner(172, -39) == 0)
    #expect(owner(168, -41) == 2)
    #expect(owner(177, -42) == Raster.sea)
  }

  @Test("a map without a sea leaves what belongs to nobody empty")
  func inland() {
    let only = GeoMap(
      features: [
        MapFeature(
          id: FeatureID("a"), kind: "district", names: Accepted("A"),
          shape: .areas(rings: [InventedMap.ring((0, 0), (1, 0), (0, 1))]))
      ], window: GeoBox(west: 0, south: 0, east: 4, north: 1))
    let view = MapView(map: only, box: only.window)
    let text = Self.picture(view, 40, 10, .ascii).joined()
    #expect(!text.contains("~") && !text.contains(":") && !text.contains("'"))
  }

  @Test("no line is wider than asked, in any rendering and size, nor are there more than asked")
  func width() throws {
    var views = MapView.study(Self.map)
    for feature in Self.map.features {
      views += [MapQuestion.name(feature.id), .pick(feature.id), .borders(feature.id)]
        .compactMap { MapView(asking: $0, of: Self.map) }
    }
    for view in views {
      for rendering in MapRendering.allCases {
        for (columns, rows) in [(80, 24), (40, 9), (100, 30), (7, 3), (1, 1)] {
          let lines = MapDrawing(view, columns: columns, rows: rows, rendering: rendering).lines
          #expect(lines.count == max(2, rows))
          #expect(lines.allSatisfy { $0.width <= max(4, columns) })
          if rendering == .ascii {
            #expect(lines.allSatisfy { $0.text.utf8.count == $0.text.count })
          }
        }
      }
    }
  }

  @Test("the asked place bears its mark in every rendering, however small the picture")
  func marked() throws {
    for feature in Self.map.features {
      let view = try #require(MapView(asking: .name(feature.id), of: Self.map))
      for rendering in MapRendering.allCases {
        let lines = Self.picture(view, 30, 9, rendering)
        #expect(lines.joined().contains("?"), "\(feature.id) \(rendering)")
      }
    }
  }

  @Test("without a palette no escape sequence is sent, and half blocks are never drawn")
  func plain() throws {
    let view = try #require(MapView(asking: .name(FeatureID("deep")), of: Self.map))
    #expect(Theme.plain.mapRendering == .braille)
    #expect(Theme(palette: .none, drawsUnicode: false).mapRendering == .ascii)
    #expect(Theme(palette: .none, drawsUnicode: true, mapStyle: .color).mapRendering == .braille)
    #expect(Theme(palette: .dark, drawsUnicode: true).mapRendering == .blocks)
    #expect(
      Theme(palette: .dark, drawsUnicode: true, ambiguousWidth: .wide).mapRendering == .braille)
    for line in MapDrawing(view, columns: 30, rows: 9, rendering: .blocks).lines {
      #expect(!Theme.plain.render(line).contains("\u{1b}"))
    }
  }

  @Test("the words say what the picture shows, and do not name what is asked")
  func words() throws {
    let asked = try #require(MapView(asking: .name(FeatureID("sudshire")), of: Self.map))
    #expect(
      MapDescription.paragraphs(of: asked) == [
        "marked: the southernmost of the two shires, bordering Marland and one more, with a coast",
        "named on the map: Marland, The Deep",
      ])
    let town = try #require(MapView(asking: .name(FeatureID("reedwick")), of: Self.map))
    #expect(
      MapDescription.paragraphs(of: town).first
        == "marked: a town in the north-west of Sudshire")
  }

  @Test("study goes from the whole to every area of the focus that has places in it")
  func study() {
    let views = MapView.study(Self.map)
    #expect(views.map(\.subject) == [nil, FeatureID("norshire"), FeatureID("sudshire")])
    let hiding = MapView.study(Self.map, hiding: ["Norshire"])
    #expect(!hiding[0].named.contains(FeatureID("norshire")))
    #expect(hiding[0].named.contains(FeatureID("sudshire")))
  }
}
