@testable import ReciteCore
import RecitePresentation
import Testing

@Suite struct PageTests {
  private static func question(lines: Int) -> Page {
    let item = Item(
      id: ItemID("q"), stem: [.paragraph(RichText("Which river is it?"))],
      kind: .text(Accepted("Yalu")))
    let reading = ReadingPage(
      lesson: RichText("Rivers"), section: nil,
      blocks: (1...lines).map { .paragraph(RichText("Sentence number \($0).")) }, isExcerpt: true)
    return .question(
      QuestionPage(
        key: ItemKey(pack: PackID("p"), item: item.id), item: item, form: AskedForm(),
        lesson: RichText("Rivers"), position: 1, total: 3, isReturn: false, reading: reading,
        secondsLeft: nil, isQuiz: false))
  }

  private static func help(_ topic: HelpTopic?, _ place: MetaCommand.Place) -> Page {
    .help(HelpPage(topic: topic, place: place, names: HelpNames(of: nil)))
  }

  @Test("a reading takes a third of the screen at most, and points to the rest")
  func excerpt() {
    let presenter = PagePresenter(width: 80, height: 24, theme: .plain)
    let text = presenter.text(of: PageTests.question(lines: 20))
    #expect(text.contains("Sentence number 1."))
    #expect(!text.contains("Sentence number 6."))
    #expect(text.contains(":read for the rest"))
  }

  @Test("what is shown together fits the screen, the reading giving way first")
  func together() {
    let presenter = PagePresenter(width: 80, height: 24, theme: .plain)
    let before = Page.reading(
      ReadingPage(
        lesson: RichText("A verdict's place"), section: nil,
        blocks: [.list(items: (1...8).map { RichText("line \($0)") }, start: nil)],
        isExcerpt: false))
    let text = presenter.text(of: [before, PageTests.question(lines: 20)])
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 23)
    #expect(text.contains("Which river is it?"))
    #expect(text.contains(":read for the rest"))
  }

  @Test(
    "the list of commands fits one screen, at any prompt and any common size",
    arguments: [MetaCommand.Place.home, .question], [(80, 24), (40, 24), (60, 24), (120, 40)])
  func helpFits(place: MetaCommand.Place, size: (columns: Int, rows: Int)) {
    let presenter = PagePresenter(width: size.columns, height: size.rows, theme: .plain)
    let lines = presenter.lines(for: PageTests.help(nil, place))
    #expect(lines.count < size.rows, "the prompt needs a row too")
    let text = lines.map(\.text).joined(separator: "\n")
    for verb in MetaCommand.Verb.allCases where verb.isListed(at: place) {
      #expect(text.contains(verb.rawValue), "\(verb.rawValue) is not in the list")
    }
    if size.columns >= 80 {
      #expect(text.contains(MetaCommand.Verb.hint.summary) == (place == .question))
    }
  }

  @Test("a home with many packs fits the screen and counts those it leaves out")
  func manyPacks() {
    let packs = (1...200).map {
      PackLine(
        id: PackID("pack-\($0)"), title: "Pack number \($0)", lessons: 1, items: 10, seen: 0, due: 0
      )
    }
    let page = HomePage(
      packs: packs, open: nil, due: 0, new: 20, habit: Habit(today: 3, goal: 20, streak: 4))
    for columns in [40, 80] {
      let presenter = PagePresenter(width: columns, height: 24, theme: .plain)
      let lines = presenter.lines(for: .home(page)).map(\.text)
      #expect(lines.count < 24)
      #expect(lines.first == "Recite: 200 packs, 2000 questions")
      #expect(lines.contains { $0.contains("more packs; 'packs' lists them") })
      let text = lines.joined(separator: " ")
      #expect(text.contains("Today: 3 of 20 answers. 4 days in a row."))
      #expect(text.contains("Press Enter to go on"))
    }
  }

  @Test("no line of any page is wider than the screen", arguments: [20, 40, 60, 80, 130])
  func width(columns: Int) {
    let presenter = PagePresenter(width: columns, height: 24, theme: .plain)
    let stats = StatsPage(
      of: Course([]), scope: "all packs", Progress(), Scheduler(),
      at: Timestamp(Instant(milliseconds: 0), zone: .utc))
    let pages: [Page] =
      [
        PageTests.question(lines: 9), .stats(stats), PageTests.help(nil, .home),
        PageTests.help(nil, .question),
        .notice(.nothingToAsk(.study, nextDue: nil, today: Day(number: 0))),
      ] + HelpTopic.all.map { PageTests.help($0, .home) }
    for page in pages {
      for line in presenter.lines(for: page) {
        #expect(line.width <= columns, "\(line.text)")
      }
    }
  }

  @Test(
    "of an answer that needs two of three, the third is no fault, and a half is one of two",
    arguments: [(2, "  also     Jilin", "Correct."), (1, "  missing  Jilin", "1 of 2 right, 50 %")])
  func needed(given: Int, line: String, headline: String) {
    let names = ["Anshan", "Benxi", "Jilin"]
    let item = Item(
      id: ItemID("q"), stem: [.paragraph(RichText("Name two cities."))],
      kind: .list(names.map { Accepted($0) }, need: 2))
    let parts = names.enumerated().map { index, name in
      VerdictPart(
        state: index < given ? .right(.correct) : .missing, key: name,
        typed: index < given ? name : nil)
    }
    let isFull = given == 2
    let verdict = Verdict(
      outcome: isFull ? .correct : .partial, credit: isFull ? 1 : 0.5, rule: .parts, parts: parts)
    let page = VerdictPage(
      sequence: 1, key: ItemKey(pack: PackID("p"), item: item.id), item: item, form: AskedForm(),
      response: "", verdict: verdict, credit: verdict.credit, hints: 0, durationMilliseconds: 0,
      at: Timestamp(Instant(milliseconds: 0), zone: .utc), rating: .good, due: .day(Day(number: 0)),
      today: Day(number: 0),
      isRecorded: false, returns: false, isRetry: false, keyText: names, sources: [],
      isLeech: false, keyChanged: false)
    let text = PagePresenter(width: 80, height: 24, theme: .plain).text(of: .verdict(page))
    #expect(text.contains(line) && text.contains(headline), "\(text)")
  }

  @Test("the gaps of a stem have numbers where there is more than one", arguments: [1, 2])
  func gapNumbers(count: Int) {
    let runs: [RichText.Run] = (0..<count).flatMap {
      [.text("from ", []), .gap($0), .text(" ", [])]
    }
    let item = Item(
      id: ItemID("q"), stem: [.paragraph(RichText(runs: runs))],
      kind: .cloze(gaps: (0..<count).map { Accepted("key \($0)") }, anyOrder: false))
    let text = PagePresenter(width: 80, height: 24, theme: .plain).text(
      of: .question(
        QuestionPage(
          key: ItemKey(pack: PackID("p"), item: item.id), item: item, form: AskedForm(),
          lesson: RichText("Rivers"), position: 1, total: 3, isReturn: false, reading: nil,
          secondsLeft: nil, isQuiz: false)))
    #expect(text.contains("from (1) ____") == (count > 1), "\(text)")
    #expect(text.contains("from ____") == (count == 1), "\(text)")
  }
}
