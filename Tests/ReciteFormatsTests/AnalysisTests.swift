import ReciteCore
import ReciteFormats
import Testing

@Suite struct AnalysisTests {
  static let items = [
    Item(
      id: ItemID("outside"), stem: [.paragraph(RichText("Which lies outside?"))],
      kind: .choice(
        options: [RichText("Jilin"), RichText("Hebei"), RichText("Liaoning")].map {
          Option($0)
        }, key: 1)),
    Item(
      id: ItemID("capital"), stem: [.paragraph(RichText("Name the capital."))],
      kind: .text(Accepted("Shenyang"))),
    Item(id: ItemID("unasked"), stem: [.paragraph(RichText("?"))], kind: .trueFalse(true)),
  ]

  /// Twelve learners; the better ones pick Liaoning for the first item and know the second.
  static let results: ClassResults = {
    var results = ClassResults(items: items)
    for learner in 0..<12 {
      let picked = learner < 4 ? "liaoning" : "Hebei"
      let named = learner < 5 ? "Shenyang" : learner < 9 ? "Dalian" : ""
      results.add(
        .init(item: 0, credit: picked == "Hebei" ? 1 : 0, response: picked), by: "\(learner)")
      results.add(
        .init(item: 1, credit: named == "Shenyang" ? 1 : 0, response: named), by: "\(learner)")
    }
    results.add(.init(item: 1, credit: 1, response: "Shenyang"), by: "11")
    return results
  }()

  @Test("only what was asked is analysed, and only first answers")
  func gathering() {
    var pack = Pack(id: PackID("p"), title: "P")
    pack.topics = []
    let seen = ItemAnalysis(AnalysisTests.results, pack: pack, map: nil)
    #expect(seen.entries.map(\.id.rawValue) == ["outside", "capital"])
    #expect(seen.test.learners == 12 && seen.repeats == 1)
    #expect(seen.entries[1].statistics.facility == 5.0 / 12)
  }

  @Test("options stand in the author's order, other responses by how often they came")
  func responses() {
    let seen = ItemAnalysis(
      AnalysisTests.results, pack: Pack(id: PackID("p"), title: "P"), map: nil)
    #expect(seen.entries[0].responses.map(\.text) == ["Jilin", "Hebei", "Liaoning"])
    #expect(seen.entries[0].responses.map(\.count.count) == [0, 8, 4])
    #expect(seen.entries[0].responses.map(\.isRight) == [false, true, false])
    #expect(seen.entries[1].responses.map(\.text) == ["Shenyang", "Dalian", ""])
    #expect(seen.entries[1].responses.map(\.count.count) == [5, 4, 3])
    #expect(seen.entries[1].responses.map(\.isRight) == [true, false, false])
  }

  // Each writes the capital his own way, the best with the Chinese name: no way is "the key".
  @Test(
    "right answers in several words are one key, and a list that lacks a part is no rival of it")
  func typedAnswers() {
    var results = ClassResults(items: Array(AnalysisTests.items.prefix(2)))
    let ways = ["Shenyang", "shenyang city", "沈阳", "Shenyang, Dalian"]
    for learner in 0..<40 {
      let isGood = learner < 20
      let way = isGood ? (learner < 4 ? ways[3] : ways[2]) : learner % 4 == 0 ? ways[0] : "Dalian"
      let credit = way == "Dalian" ? 0.0 : way == ways[3] ? 0.5 : 1
      results.add(
        .init(item: 0, credit: isGood ? 1 : 0, response: isGood ? "Hebei" : "Jilin"),
        by: "\(learner)")
      results.add(.init(item: 1, credit: credit, response: way), by: "\(learner)")
    }
    let seen = ItemAnalysis(results, pack: Pack(id: PackID("p"), title: "P"), map: nil)
    #expect(seen.entries[1].responses.contains { $0.text == ways[0] && $0.count.upper == 0 })
    #expect(seen.entries[1].findings == [.commonMistake(response: 1)])
  }

  // The best three are one that picked Hebei and two that did not; the weakest three all did.
  @Test("an item that works against the test is found first, with what to do")
  func findings() {
    let seen = ItemAnalysis(
      AnalysisTests.results, pack: Pack(id: PackID("p"), title: "P"), map: nil)
    #expect(
      seen.entries[0].findings == [
        .worksAgainst, .keyLosesTheBest, .unusedOption(0), .commonMistake(response: 2),
      ])
    #expect(
      seen.entries[0].advice(on: .unusedOption(0)).what == "hardly anybody picks 'Jilin'")
    #expect(seen.mostMissed(5).map(\.id.rawValue) == ["capital", "outside"])
  }

  @Test("below ten learners nothing is said of an item")
  func fewLearners() {
    var results = ClassResults(items: AnalysisTests.items)
    for learner in 0..<9 {
      results.add(.init(item: 0, credit: 0, response: "Jilin"), by: "\(learner)")
    }
    let seen = ItemAnalysis(results, pack: Pack(id: PackID("p"), title: "P"), map: nil)
    #expect(seen.entries[0].findings.isEmpty)
  }

  @Test("the figures are JSON with nulls where they mean nothing")
  func json() throws {
    let text = ItemAnalysis(
      AnalysisTests.results, pack: Pack(id: PackID("p"), title: "P"), map: nil
    ).json
    let read = try JSONValue(parsing: Array(text.utf8))
    #expect(read["learners"]?.integer == 12)
    #expect(read["items"]?.array?.count == 2)
    #expect(read["items"]?.array?[0]["facility"]?.double == 0.666667)
    #expect(read["items"]?.array?[0]["alpha_without"] == .null)
  }
}
