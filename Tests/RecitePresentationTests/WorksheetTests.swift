import ReciteCore
import ReciteFormats
import Testing

@testable import RecitePresentation

@Suite struct WorksheetTests {
  private static let text = """
    ---
    pack: rivers
    title: Rivers & <b>seas</b>
    language: de
    ---
    # Rivers

    ### Which is <script> the border? {#border}

    - [ ] Songhua
    - [x] Yalu
    - [ ] Liao & more

    ### Put these in order. {#order}

    1. first
    2. second
    3. third

    ### Where from? {#drift}

    Chain: rain → flood → silt → dam

    ### The {{Songhua}} runs north. {#gap}

    ### Why does it matter? {#why}

    Points:
    - border
    - trade

    ### Match. {#match}

    | a | b |
    |---|---|
    | x | one |
    | y | two |

    ### How long? {#long}

    Answer: 100 km | 62 miles

    Why: It is *long*.

    """

  private func sheet(seed: UInt64? = nil, count: Int? = nil) throws -> Worksheet {
    let pack = try #require(PackReader.read(Self.text).pack)
    return Worksheet(Course([pack]), topic: nil, count: count, seed: seed)
  }

  @Test(
    "without a seed questions and options stand in the author's order, what would tell does not")
  func authorOrder() throws {
    let sheet = try sheet()
    #expect(
      sheet.entries.map(\.item.id.rawValue)
        == ["border", "order", "drift", "gap", "why", "match", "long"])
    #expect(sheet.entries[0].form.order == [0, 1, 2])
    #expect(sheet.entries[0].key == ["b) Yalu"])
    #expect(sheet.entries[1].form.order != [0, 1, 2])
    #expect(sheet.seed == nil)
  }

  @Test("a seed draws the same sheet each time, says so on it, and asks what the quiz asks")
  func seeded() throws {
    let pack = try #require(PackReader.read(Self.text).pack)
    let first = WorksheetHTML([try sheet(seed: 7)], parts: .both).text
    #expect(first == WorksheetHTML([try sheet(seed: 7)], parts: .both).text)
    #expect(first != WorksheetHTML([try sheet(seed: 8)], parts: .both).text)
    #expect(first.contains("Version 7 (seed 7)"))
    #expect(try sheet(seed: 7, count: 3).entries.count == 3)
    let plan = SessionPlan(mode: .quiz(topic: nil), seed: 7, records: false, isUnattended: true)
    var session = Session(
      course: Course([pack]), plan: plan, scheduler: Scheduler(),
      grader: Grader(lexicon: .empty, packs: [pack]), progress: Progress(),
      nextEntry: EntryID(device: DeviceID(0), number: 1))
    let at = Timestamp(Instant(milliseconds: 0), zone: ZoneOffset(clampingMinutes: 0))
    var asked: [ItemID] = []
    var forms: [AskedForm] = []
    var effects = session.step(.began(at: at))
    while true {
      let pages = effects.compactMap {
        if case .show(.question(let page)) = $0 { page } else { nil }
      }
      guard let page = pages.first else { break }
      asked.append(page.item.id)
      forms.append(page.form)
      effects = session.step(.answered("b", at: at))
      guard asked.count < 20 else { break }
    }
    let drawn = try sheet(seed: 7)
    #expect(drawn.entries.map(\.item.id) == asked)
    #expect(drawn.entries.map(\.form) == forms)
  }

  @Test("everything is escaped, nothing is fetched, and the page says its language")
  func html() throws {
    let html = WorksheetHTML([try sheet()], parts: .both).text
    #expect(html.contains("<html lang=\"de\">"))
    #expect(html.contains("<title>Rivers &amp; &lt;b&gt;seas&lt;/b&gt;</title>"))
    #expect(html.contains("&lt;script&gt;"))
    #expect(!html.contains("<script"))
    for word in ["http:", "https:", "src=", "url(http", "@import"] { #expect(!html.contains(word)) }
    #expect(html.contains("break-inside:avoid") && html.contains("break-before:page"))
    #expect(html.contains("<h2 id=\"s0q1\">") && html.contains("aria-labelledby=\"s0q1\""))
    #expect(html.contains("class=\"gap\""))
    // The sheet does not hold what the key says.
    let alone = WorksheetHTML([try sheet()], parts: .sheet).text
    #expect(!alone.contains("Songhua</strong>") && !alone.contains("62 miles"))
    let key = WorksheetHTML([try sheet()], parts: .key).text
    #expect(key.contains("<strong>b) Yalu</strong>") && key.contains("also: 62 miles"))
    #expect(!key.contains("class=\"who\""))
  }

  @Test("Markdown has boxes, lines to write on, and the key below")
  func markdown() throws {
    let text = WorksheetMarkdown([try sheet()], parts: .both).text
    #expect(text.contains("- [ ] a\\) Songhua\n- [ ] b\\) Yalu"))
    #expect(text.contains("# Key: Rivers & \\<b>seas\\</b>"))
    #expect(text.contains("**1.** b\\) Yalu"))
  }

  @Test("a map is drawn with its marks, and its names are escaped")
  func map() throws {
    let ring = [(0.0, 0.0), (10, 0), (10, 10), (0, 10), (0, 0)].map { GeoPoint($0.0, $0.1) }
    let other = [(10.0, 0.0), (20, 0), (20, 10), (10, 10), (10, 0)].map { GeoPoint($0.0, $0.1) }
    let map = GeoMap(features: [
      MapFeature(
        id: FeatureID("a"), kind: "province", names: Accepted("A & B"),
        shape: .areas(rings: [ring]),
        isFocus: true),
      MapFeature(
        id: FeatureID("b"), kind: "country", names: Accepted("<C>"), shape: .areas(rings: [other])),
    ])
    let view = try #require(MapView(asking: .name(FeatureID("a")), of: map))
    let svg = MapSVG(view, id: "m").text
    #expect(svg.contains(">?</text>"))
    #expect(!svg.contains("A &amp; B"), "the answer stands on the map")
    #expect(svg.contains("&lt;C&gt;"))
    #expect(svg.contains("role=\"img\""))
    #expect(svg.contains("<path class=\"asked\""))
    // Two questions on maps share a page: 88 mm tall at most, and as wide as that makes it.
    let widest = try #require(svg.firstMatch(of: /max-width:min\(100% - 2em,([0-9.]+)mm\)/)?.1)
    let size = try #require(svg.firstMatch(of: /viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"/))
    let (width, height) = (Double(size.1) ?? 0, Double(size.2) ?? 1)
    #expect(abs((Double(widest) ?? 0) - 88 * width / height) < 1)
  }

  @Test("a question with a blank in it has no line of its own for the answer")
  func blank() throws {
    let text = """
      ---
      pack: blanks
      title: Blanks
      language: en
      ---
      # Blanks

      ### The river runs into the ____. {#blank}

      Answer: sea

      """
    let pack = try #require(PackReader.read(text).pack)
    let sheet = Worksheet(Course([pack]), topic: nil, count: nil, seed: nil)
    let html = WorksheetHTML([sheet], parts: .sheet).text
    #expect(html.contains("class=\"gap\""))
    #expect(!html.contains("<p class=\"line\">"))
    let markdown = WorksheetMarkdown([sheet], parts: .sheet).text
    #expect(markdown.hasSuffix("runs into the \\_\\_\\_\\_\\_\\_\\_\\_.\n"), "\(markdown)")
  }
}
