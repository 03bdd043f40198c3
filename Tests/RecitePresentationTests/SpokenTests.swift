@testable import ReciteCore
@testable import RecitePresentation
import Support
import Testing

/// Pages that are heard: nothing is drawn, and every figure stands in words.
@Suite struct SpokenTests {
  private let presenter = PagePresenter(
    width: 80, height: 24, theme: Theme(palette: .none, drawsUnicode: true, isSpoken: true))

  private func text(_ page: Page) -> String { presenter.text(of: page) }

  @Test("statistics are numbers, without bars or a calendar of signs")
  func stats() {
    let line = StatsPage.TopicLine(name: "cause", items: 10, seen: 4, recall: 0.8)
    let page = StatsPage(
      scope: "all packs", reviews: 7, streak: 2,
      habit: Habit(today: 1, goal: nil, streak: 2), topics: [line], lessons: [], weakest: [],
      calibration: [.init(answers: 5, predicted: 0.9, observed: 0.8)], confidence: [],
      today: Day(number: 20_000), activity: [4, 0, 2, 1])
    let text = text(.stats(page))
    #expect(text.contains("  cause: 4 of 10, recall 80 %\n"))
    #expect(text.contains("  predicted 90 %: 80 % of 5 answers\n"))
    #expect(text.contains("Reviews by day: today 1, yesterday 2, \(Day(number: 19_997)) 4\n"))
    #expect(!text.unicodeScalars.contains { 0x2800...0x28ff ~= $0.value })
  }

  @Test("causes are steps in words")
  func causes() {
    let page = CausesPage(
      title: "Iron",
      lines: [
        .init(text: "ore is found", depth: 0, mastery: .known, isReference: false),
        .init(text: "mills are built", depth: 1, mastery: .new, isReference: true),
      ])
    #expect(
      text(.causes(page)) == """
        What led to what: Iron
        First cause: ore is found; known
        Step 1: mills are built; new, see above for what follows

        """)
  }

  @Test("what the settings can be is what the theme knows")
  func words() {
    #expect(Setting.map.offered == MapStyle.allCases.map(\.rawValue))
    #expect(Setting.ambiguous.offered == AmbiguousWidth.allCases.map(\.rawValue))
  }
}
