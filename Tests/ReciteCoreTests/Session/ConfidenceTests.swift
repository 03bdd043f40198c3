import Testing

@testable import ReciteCore

@Suite struct ConfidenceTests {
  private static func review(_ play: Play) -> Review? {
    for entry in play.records.reversed() {
      if case .review(let review, _, _, _) = entry.action { return review }
    }
    return nil
  }

  @Test("what was said before an answer is in its review, and in no other")
  func recorded() {
    var play = Play(SessionFixture.session())
    play.command(.sure)
    play.answerRightly()
    #expect(ConfidenceTests.review(play)?.confidence == .sure)
    play.command(.sure)
    play.command(.unsure)
    play.answerRightly()
    #expect(ConfidenceTests.review(play)?.confidence == .unsure, "the last word counts")
    play.answerRightly()
    #expect(ConfidenceTests.review(play)?.confidence == nil)
  }

  @Test("both can stand in one line, and saying it changes neither credit nor schedule")
  func oneLine() throws {
    var plain = Play(SessionFixture.session())
    var sure = Play(SessionFixture.session())
    let answer = try #require(plain.asked.flatMap { SessionFixture.rightAnswers[$0] })
    plain.answer(answer)
    sure.command(.sure, answer)
    let (first, second) = (plain.verdicts.last, sure.verdicts.last)
    #expect(first?.rating == second?.rating && first?.due == second?.due)
    #expect(second?.confidence == .sure && first?.confidence == nil)
  }

  @Test("an override keeps what was said")
  func override() {
    var play = Play(SessionFixture.session(.drill("location")))
    while play.asked != "capital" { play.answerRightly() }
    play.command(.unsure, "Kharbin-on-the-river")
    play.command(.right)
    #expect(ConfidenceTests.review(play)?.rating == .good)
    #expect(ConfidenceTests.review(play)?.confidence == .unsure)
  }

  @Test("the statistics count how often each was right")
  func statistics() {
    var play = Play(SessionFixture.session())
    play.command(.sure)
    play.answerRightly()
    play.command(.sure)
    play.command(.show)
    play.command(.unsure)
    play.answerRightly()
    let page = StatsPage(
      of: play.session.course, scope: "", play.session.progress, Scheduler(),
      at: SessionFixture.start, goal: 3)
    #expect(
      page.confidence == [
        StatsPage.ConfidenceLine(confidence: .sure, answers: 2, right: 1),
        StatsPage.ConfidenceLine(confidence: .unsure, answers: 1, right: 1),
      ])
    #expect(page.habit == Habit(today: 3, goal: 3, streak: 1))
    #expect(page.habit.hasReachedGoal)
  }

  @Test("a review holds every mode, rating, offset and confidence beside one another")
  func packing() {
    for mode in StudyMode.allCases {
      for rating in Rating.allCases {
        for minutes in [-1080, -1, 0, 345, 1080] {
          for confidence in [nil, Confidence.sure, .unsure] {
            let review = Review(
              id: EntryID(device: DeviceID(7), number: 9),
              at: Timestamp(
                Instant(milliseconds: 1_795_251_600_000), zone: ZoneOffset(clampingMinutes: minutes)
              ), rating: rating, credit: 0.667, predictedRecall: 0.9, durationMilliseconds: 5,
              mode: mode, hints: 31, retries: 30, scheduledDays: 65_535, confidence: confidence)
            #expect(review.mode == mode && review.rating == rating)
            #expect(review.at.zone.minutes == minutes && review.confidence == confidence)
            #expect(review.hints == 31 && review.retries == 30 && review.scheduledDays == 65_535)
            #expect(review.creditThousandths == 667 && review.recallThousandths == 900)
          }
        }
      }
    }
  }
}
