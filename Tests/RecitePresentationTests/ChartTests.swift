@testable import ReciteCore
import RecitePresentation
import Testing

@Suite struct ChartTests {
  private static func page(activity: [Int] = [], today: Day = Day(number: 20_414)) -> Page {
    .stats(
      StatsPage(
        scope: "all packs", reviews: 40, streak: 3,
        habit: Habit(today: 4, goal: nil, streak: 3),
        topics: [
          StatsPage.TopicLine(name: "location", items: 10, seen: 10, recall: 1),
          StatsPage.TopicLine(name: "cause", items: 10, seen: 5, recall: 0.5),
          StatsPage.TopicLine(name: "significance", items: 10, seen: 0, recall: nil),
        ],
        lessons: [], weakest: [],
        calibration: [StatsPage.CalibrationLine(answers: 20, predicted: 0.9, observed: 0.8)],
        confidence: [], today: today, activity: activity))
  }

  private static func lines(_ page: Page, width: Int, unicode: Bool = true) -> [String] {
    let theme = Theme(palette: .none, drawsUnicode: unicode)
    return PagePresenter(width: width, height: 24, theme: theme).lines(for: page).map(\.text)
  }

  @Test("mastery is a bar: what would be recalled, what was seen beyond it, and the rest")
  func mastery() {
    let lines = Self.lines(Self.page(), width: 80, unicode: false)
    #expect(lines.contains("  location     ############################## 10 of 10, recall 100 %"))
    // Half was seen, and half of that would be recalled: 8 and 15 of 30 columns.
    #expect(lines.contains("  cause        ########+++++++............... 5 of 10, recall 50 %"))
    #expect(lines.contains("  significance .............................. 0 of 10, new"))
  }

  @Test("recall is drawn against its prediction")
  func calibration() {
    let lines = Self.lines(Self.page(), width: 80, unicode: false)
    #expect(lines.contains("  predicted 90 %  ########################...|... 80 % of 20 answers"))
  }

  @Test("the calendar has a row a day of the week; 22 November 2025 was a Saturday")
  func calendar() throws {
    // Ten days to today, a Saturday; the third of them was the Saturday before.
    let today = Day(number: 20_414)
    #expect(today.description == "2025-11-22")
    let lines = Self.lines(
      Self.page(activity: [0, 0, 8, 0, 0, 0, 0, 0, 0, 2], today: today), width: 40, unicode: false)
    let saturday = try #require(lines.first { $0.hasPrefix("  Sat ") })
    let sunday = try #require(lines.first { $0.hasPrefix("  Sun ") })
    #expect(saturday == "  Sat # -")
    #expect(sunday == "  Sun .")
    #expect(lines.first { $0.hasPrefix("  Fri ") } == "  Fri . .")
  }

  @Test("no dashboard is wider than its screen, with Unicode or without", arguments: [20, 40, 80])
  func width(columns: Int) {
    let due = Page.due(
      DuePage(
        today: Day(number: 20_414), overdue: 2,
        days: (0..<30).map { DayCount(day: Day(number: 20_414 + $0), count: $0 % 5) }))
    for page in [Self.page(activity: Array(0..<182)), due] {
      for unicode in [true, false] {
        for line in Self.lines(page, width: columns, unicode: unicode) {
          #expect(DisplayWidth.of(line) <= columns, "\(line)")
          if !unicode { #expect(line.allSatisfy { $0.isASCII }, "\(line)") }
        }
      }
    }
  }

  @Test("what comes back is a bar a day")
  func due() {
    let page = Page.due(
      DuePage(
        today: Day(number: 20_414), overdue: 0,
        days: [
          DayCount(day: Day(number: 20_415), count: 4),
          DayCount(day: Day(number: 20_416), count: 1),
        ]))
    let lines = Self.lines(page, width: 80, unicode: false)
    #expect(lines.contains("  2025-11-23  tomorrow   ############################## 4"))
    #expect(lines.contains("  2025-11-24  in 2 days  ########...................... 1"))
  }
}
