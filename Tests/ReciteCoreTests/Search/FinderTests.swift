import Testing

@testable import ReciteCore

@Suite struct FinderTests {
  /// A pack with two sections and four items; nothing of it was answered.
  private static let pack: Pack = {
    var pack = Pack(id: PackID("harbours"), title: "Harbours")
    func item(_ id: String, _ stem: String, _ kind: ItemKind, why: String = "") -> Item {
      Item(
        id: ItemID(id), stem: [.paragraph(RichText(stem))], kind: kind,
        explanation: why.isEmpty ? [] : [RichText(why)])
    }
    let coast = Section(
      title: RichText("The coast"),
      reading: [
        .paragraph(RichText("Ålvik froze in the winters of old; Brekke (布雷克) never freezes.")),
        .paragraph(RichText("Timber goes out from the north.")),
      ],
      items: [
        item(
          "north", "Which harbour lies in the north?", .text(Accepted("Ålvik", aliases: ["阿尔维克"]))),
        item(
          "river", "At which river does Brekke stand?",
          .choice(options: ["Tana", "Umber"].map { Option(RichText($0)) }, key: 0),
          why: "The estuary is deep."),
      ])
    let railway = Section(
      title: RichText("The railway"),
      reading: [.paragraph(RichText("A railway brought ore, and the railway brought people."))],
      items: [item("year", "When did the railway come?", .text(Accepted("1892")))])
    pack.lessons = [Lesson(title: RichText("Norland"), sections: [coast, railway])]
    return pack
  }()

  private static func find(_ words: String, _ progress: Progress = Progress()) -> FindPage {
    Finder(packs: [pack], lexicon: .empty, progress: progress).page(for: words, limit: 10)
  }

  /// What opens the hits, best first.
  private static func commands(_ words: String, _ progress: Progress = Progress()) -> [String] {
    find(words, progress).hits.map(\.command)
  }

  private static func answered(_ item: String) -> Progress {
    var progress = Progress()
    let key = ItemKey(pack: PackID("harbours"), item: ItemID(item))
    let at = SessionFixture.start
    let id = progress.nextEntry(of: SessionFixture.device)
    let review = Review(
      id: id, at: at, rating: .good, credit: 1, predictedRecall: nil, durationMilliseconds: 0,
      mode: .study, scheduledDays: 2)
    progress.apply(
      JournalEntry(
        id: id, at: at, action: .review(review, of: key, missed: nil, fingerprint: 0)),
      scheduler: Scheduler())
    return progress
  }

  @Test(
    "words are found in other forms, by their beginnings, and in scripts without spaces",
    arguments: [
      ("railway", ["read harbours 2", "drill harbours/year"]),
      ("RAILWAYS", ["read harbours 2", "drill harbours/year"]),
      ("freezing", ["read harbours 1"]), ("froze", ["read harbours 1"]),
      ("timb", ["read harbours 1"]), ("布雷克", ["read harbours 1"]), ("雷克", ["read harbours 1"]),
      ("umber", ["drill harbours/river"]), ("norland", ["read harbours 1", "read harbours 2"]),
    ])
  func forms(words: String, expected: [String]) {
    #expect(Set(FinderTests.commands(words)) == Set(expected))
  }

  @Test("a place with all words comes first, and where none has all, those with the most do")
  func ranking() {
    #expect(FinderTests.commands("railway come") == ["drill harbours/year"])
    let page = FinderTests.find("brekke timber quantum")
    #expect(page.hits.map(\.command) == ["read harbours 1"])
    #expect(page.termsMet == 2 && page.terms == 3)
    #expect(page.missing.map(\.word) == ["quantum"])
  }

  @Test("common words are looked for only where there is no other")
  func commonWords() {
    #expect(FinderTests.commands("the railway of the") == FinderTests.commands("railway"))
    #expect(!FinderTests.find("the").hits.isEmpty)
  }

  @Test("a key and an explanation are neither found nor shown before the item was answered")
  func secrecy() {
    #expect(FinderTests.commands("1892").isEmpty)
    #expect(FinderTests.commands("1892", FinderTests.answered("year")) == ["drill harbours/year"])
    #expect(FinderTests.commands("estuary").isEmpty)
    let page = FinderTests.find("estuary", FinderTests.answered("river"))
    #expect(page.hits.map(\.place) == [.item(ItemID("river"), isAnswered: true)])
    let nearest = FinderTests.find("estuar").missing.flatMap(\.nearest)
    #expect(nearest.isEmpty, "a suggestion would give a hidden word away")
  }

  @Test("what is not found is answered with the nearest words there are")
  func nearest() {
    let page = FinderTests.find("railwya")
    #expect(page.hits.isEmpty && page.total == 0)
    #expect(page.missing == [FindPage.Missing(word: "railwya", nearest: ["railway"])])
    #expect(FinderTests.find("!?").hits.isEmpty)
    #expect(FinderTests.find("").missing.isEmpty)
  }

  @Test("the words found are marked as they stand in the text")
  func marks() throws {
    let hit = try #require(FinderTests.find("railway ore").hits.first)
    let marked = try #require(hit.texts.first).pieces.filter(\.isMarked).map(\.text)
    #expect(marked == ["railway", "ore", "railway"])
    let whole = try #require(hit.texts.first).pieces.reduce(into: "") { $0 += $1.text }
    #expect(whole == "A railway brought ore, and the railway brought people.")
  }

  @Test("a long text is cut at words, around the place with the most of them")
  func excerpts() {
    let filler = Array(repeating: "nothing of note here", count: 40).joined(separator: " ")
    let text = filler + " steel mills stood here once " + filler
    let start = filler.unicodeScalars.count + 1
    let excerpt = FindPage.Excerpt(of: text, marks: [start..<start + 5, start + 6..<start + 11])
    #expect(excerpt.isCutBefore && excerpt.isCutAfter)
    #expect(excerpt.pieces.filter(\.isMarked).map(\.text) == ["steel", "mills"])
    let shown = excerpt.pieces.reduce(into: "") { $0 += $1.text }
    #expect(shown.count <= 200 && text.contains(" " + shown + " "))
    let short = FindPage.Excerpt(of: "a b", marks: [])
    #expect(!short.isCutBefore && !short.isCutAfter && short.pieces.count == 1)
  }

  @Test("no query and no text makes the search trap")
  func hostile() {
    let texts = [
      "", " ", "\u{301}\u{301}", "布", "ａｂｃ", "e\u{301}t\u{e9}", "🇨🇳 flag", "\0", "\u{202e}x",
    ]
    var pack = Pack(id: PackID("p"), title: "")
    pack.lessons = [
      Lesson(
        title: RichText(""),
        sections: [Section(title: nil, reading: texts.map { .paragraph(RichText($0)) })])
    ]
    for query in texts {
      let page = Finder(packs: [pack, FinderTests.pack], lexicon: .empty, progress: Progress())
        .page(for: query, limit: 3)
      #expect(page.hits.count <= 3)
    }
  }
}
