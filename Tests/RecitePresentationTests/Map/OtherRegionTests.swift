@testable import ReciteCore
import ReciteFormats
import RecitePresentation
import Support
import Testing

/// Maps of other regions than that of the shipped packs, in every rendering and on every screen.
@Suite struct OtherRegionTests {
  private static let regions = [
    "Tests/Drills/benelux/benelux.geojson", "Tests/Drills/fiji/fiji.geojson",
    "Lessons/chinas-rust-belt/dongbei.geojson",
  ]
  private static let screens = [
    (40, 20), (60, 24), (80, 24), (100, 30), (130, 40), (20, 10),
  ]

  private static func map(_ path: String) throws -> GeoMap {
    let reading = GeoJSON.read(try #require(Checkout.bytes(of: path)))
    #expect(reading.faults == [])
    return try #require(reading.map)
  }

  private static func questions(of map: GeoMap) -> [(question: MapQuestion, view: MapView)] {
    map.features.flatMap { feature in
      [MapQuestion.name(feature.id), .pick(feature.id), .borders(feature.id)].compactMap {
        question in MapView(asking: question, of: map).map { (question, $0) }
      }
    }
  }

  /// For each kind of place, and whether it is in the focus, the questions on the first.
  private static func samples(of map: GeoMap) -> [(question: MapQuestion, view: MapView)] {
    var seen: Set<String> = []
    let kinds = map.features.filter { seen.insert("\($0.kind) \($0.isFocus)").inserted }.map(\.id)
    return questions(of: map).filter { sample in
      switch sample.question {
      case .name(let id), .pick(let id), .borders(let id): kinds.contains(id)
      case .each: false
      }
    }
  }

  private static func page(_ question: MapQuestion, _ view: MapView, stem: String) -> Page {
    let item = Item(
      id: ItemID("x"), stem: [.paragraph(RichText(stem))], topic: Topic("location"),
      kind: .map(question))
    return .question(
      QuestionPage(
        key: ItemKey(pack: PackID("p"), item: item.id), item: item, form: AskedForm(),
        lesson: RichText("A lesson whose title is long"), position: 7, total: 20, isReturn: false,
        reading: nil, secondsLeft: nil, isQuiz: false, map: view))
  }

  private static let themes: [Theme] = [
    Theme(palette: .dark, drawsUnicode: true, hasManyColors: true),
    Theme(palette: .light, drawsUnicode: true), .plain,
    Theme(palette: .none, drawsUnicode: false),
    Theme(palette: .none, drawsUnicode: true, ambiguousWidth: .wide),
    Theme(palette: .none, drawsUnicode: true, isSpoken: true),
  ]

  @Test("no line is wider than the screen, and what is asked is marked", arguments: regions)
  func everyScreen(path: String) throws {
    let map = try Self.map(path)
    for (number, (question, view)) in Self.samples(of: map).enumerated() {
      let page = Self.page(question, view, stem: "Which place is meant by this question?")
      for (place, (columns, rows)) in Self.screens.enumerated() {
        // Every theme meets every screen, though not with every question.
        for offset in [0, 3] {
          let theme = Self.themes[(number + place + offset) % Self.themes.count]
          let presenter = PagePresenter(width: columns, height: rows, theme: theme)
          let lines = presenter.lines(for: page)
          let text = lines.map(\.text)
          for line in text where DisplayWidth.of(line, ambiguous: theme.ambiguousWidth) > columns {
            Issue.record("\(question) \(columns)x\(rows): '\(line)'")
          }
          if view.marked != nil {
            let sign = theme.tellsMaps ? "marked: " : "?"
            #expect(text.contains { $0.contains(sign) }, "\(question) \(columns)x\(rows)")
          }
          if theme.palette == .none {
            #expect(!lines.contains { theme.render($0).contains("\u{1b}") })
          }
        }
      }
    }
  }

  @Test("a question on a map fits its screen, head, stem and all", arguments: regions)
  func fits(path: String) throws {
    let stems = [
      "Which is it?",
      "Name the marked area. It is one country's, it lies to the west of another, and it does not "
        + "belong to it, whatever the name may suggest to a reader in a hurry.",
    ]
    let map = try Self.map(path)
    for (question, view) in Self.samples(of: map) {
      for (columns, rows) in [(40, 20), (60, 20), (80, 24), (100, 30)] {
        for stem in stems {
          let presenter = PagePresenter(width: columns, height: rows, theme: .plain)
          let text = presenter.text(of: [Self.page(question, view, stem: stem)])
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          // The last row is the prompt's.
          #expect(lines.count <= rows - 1, "\(question) \(columns)x\(rows)")
          #expect(lines.first?.hasPrefix("Question 7 of 20") == true)
        }
      }
    }
  }

  @Test("what stands before a question on a map stays on the screen where it can")
  func together() throws {
    let map = try Self.map(Self.regions[0])
    let (question, view) = try #require(Self.questions(of: map).first)
    let notice = Page.notice(.skipped)
    let presenter = PagePresenter(width: 80, height: 24, theme: .plain)
    let text = presenter.text(
      of: [notice, notice, notice, Self.page(question, view, stem: "Which is it?")])
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 == 23)
  }

  @Test("every letter of a question stands in the picture once, and every neighbour has one")
  func letters() throws {
    for path in Self.regions {
      let map = try Self.map(path)
      for (question, view) in Self.samples(of: map) where !view.letters.isEmpty {
        var bare = view
        bare.named = []
        bare.subject = nil
        for rendering in MapRendering.allCases {
          let lines = MapDrawing(bare, columns: 60, rows: 22, rendering: rendering).lines
          let text = lines.map(\.text).joined(separator: "\n")
          for number in view.letters.indices {
            let letter = AskedForm.letter(number)
            let count = text.count { String($0) == letter }
            #expect(count == 1, "\(question) \(rendering) \(letter)")
          }
        }
        if case .borders(let id) = question, let asked = map.feature(id) {
          #expect(asked.borders.allSatisfy(view.letters.contains))
        }
      }
    }
  }

  @Test("islands on both sides of the antimeridian lie side by side")
  func antimeridian() throws {
    let map = try Self.map(Self.regions[1])
    let home = MapView.home(of: map)
    #expect(home.width < 6)
    let projection = Projection(
      box: home, window: map.window, columns: 120, rows: 80, dotAspect: 1)
    let (left, _) = projection.dot(of: GeoPoint(178.44, -18.14))
    let (right, _) = projection.dot(of: GeoPoint(-178.81, -18.23))
    #expect(left > 0 && left < right && right < 120)
    let raster = Raster(of: map, on: projection)
    func owner(_ longitude: Double, _ latitude: Double) -> String? {
      let (x, y) = projection.dot(of: GeoPoint(longitude, latitude))
      let owner = Int(raster.owner(x: Int(x), y: Int(y)))
      return map.features.indices.contains(owner) ? map.features[owner].id.rawValue : nil
    }
    #expect(owner(178, -17.8) == "viti-levu")
    #expect(owner(179.8, -16.5) == "vanua-levu")
    #expect(owner(-179.9, -16.35) == "vanua-levu")
    #expect(owner(-179.93, -16.8) == "taveuni")
    #expect(owner(-178.79, -18.22) == "lakeba")
    #expect(owner(-179.4, -17.5) == nil)
    let view = try #require(MapView(asking: .name(FeatureID("lakeba")), of: map))
    #expect(
      MapDescription.paragraphs(of: view).first
        == "marked: the easternmost of the four islands, with a coast")
  }

  @Test("a place smaller than a dot is there all the same")
  func speck() throws {
    let map = try Self.map(Self.regions[0])
    let projection = Projection(
      box: map.window, window: map.window, columns: 60, rows: 40, dotAspect: 1)
    let raster = Raster(of: map, on: projection)
    let index = try #require(map.features.firstIndex { $0.id.rawValue == "rottumeroog" })
    #expect(raster.owners.contains(Int32(index)))
  }

  @Test("points alone, and one region alone, are drawn too")
  func few() throws {
    let points = GeoMap(
      features: ["one", "two"].enumerated().map { number, id in
        MapFeature(
          id: FeatureID(id), kind: "town", names: Accepted(id),
          shape: .points([GeoPoint(Double(number), 50)]))
      })
    let single = GeoMap(features: [
      MapFeature(
        id: FeatureID("all"), kind: "district", names: Accepted("All"),
        shape: .areas(rings: [InventedMap.ring((0, 0), (4, 0), (4, 3), (0, 3))]))
    ])
    for rendering in MapRendering.allCases {
      for (map, id) in [(points, "one"), (points, "two"), (single, "all")] {
        let view = try #require(MapView(asking: .name(FeatureID(id)), of: map))
        let lines = MapDrawing(view, columns: 40, rows: 12, rendering: rendering).lines
        #expect(lines.contains { $0.text.contains("?") }, "\(id) \(rendering)")
        #expect(lines.allSatisfy { $0.width <= 40 })
      }
      let overview = try #require(MapView.study(points).first)
      let text = MapDrawing(overview, columns: 40, rows: 12, rendering: .ascii).lines.map(\.text)
        .joined()
      #expect(!text.contains("~"))
    }
    let view = try #require(MapView(asking: .name(FeatureID("all")), of: single))
    #expect(
      MapDescription.paragraphs(of: view) == ["marked: a district in the middle of the picture"])
  }

  @Test("a river that is asked for is drawn in full and told by its course")
  func river() throws {
    let map = try Self.map(Self.regions[0])
    let view = try #require(MapView(asking: .name(FeatureID("meuse")), of: map))
    let text = MapDrawing(view, columns: 50, rows: 22, rendering: .ascii).lines.map(\.text)
    #expect(text.contains { $0.contains("#") } && text.contains { $0.contains("?") })
    #expect(
      MapDescription.paragraphs(of: view).first
        == "marked: a river from the south to the middle of the picture, through Belgium and "
        + "Netherlands")
  }

  @Test("a question on borders is told without its answer")
  func bordersInWords() throws {
    let map = try Self.map(Self.regions[0])
    let view = try #require(MapView(asking: .borders(FeatureID("luxembourg")), of: map))
    let text = MapDescription.paragraphs(of: view).joined(separator: "\n")
    #expect(text.hasPrefix("the picture is about Luxembourg\n"))
    #expect(text.contains("north-west of Luxembourg"))
    for name in ["Belgium", "Germany", "France", "bordering"] { #expect(!text.contains(name)) }
  }

  @Test("the words of every question name nothing that is asked", arguments: regions)
  func words(path: String) throws {
    let map = try Self.map(path)
    for (question, view) in Self.questions(of: map) {
      let text = MapDescription.paragraphs(of: view)
      #expect(!text.isEmpty)
      let hidden =
        switch question {
        case .name(let id): [id]
        case .pick, .borders, .each: view.letters
        }
      for name in hidden.compactMap({ map.feature($0)?.name })
      where text.contains(where: { $0.contains(name) }) {
        // 'Mongolia' stands in 'Inner Mongolia', which is another place.
        let longer = map.features.map(\.name).filter { $0 != name && $0.contains(name) }
        let rest = longer.reduce(text.joined(separator: "\n")) { rest, other in
          rest.split(separator: other).joined(separator: "…")
        }
        #expect(!rest.contains(name), "\(question): \(text)")
      }
    }
  }
}
