import ReciteCore
import Support
import Testing

@Suite struct SchedulerTests {
  private let item = ItemKey(pack: PackID("rivers"), item: ItemID("songhua"))

  private func time(_ text: String) throws -> Timestamp {
    try #require(Timestamp(iso8601: text))
  }

  @Test("the reference's own series of intervals comes out")
  func referenceSeries() throws {
    // py-fsrs tests/test_basic.py: good six times, again twice, good five times, each when due.
    let scheduler = Scheduler(mode: .conformance, learningSteps: [60, 600], relearningSteps: [600])
    var state = CardState.new
    var at = try time("2022-11-29T12:30:00Z")
    var intervals: [Int] = []
    for rating: Rating in [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3].compactMap(Rating.init) {
      state = scheduler.futures(of: state, item: item, at: at) { _ in 0 }[rating].state
      guard case .instant(let due) = state.reviewed?.due else {
        Issue.record("a due that is no instant: \(state)")
        return
      }
      intervals.append(Int(due.milliseconds(since: at.instant) / 86_400_000))
      at.instant = due
    }
    #expect(intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  }

  @Test(
    "a day between two reviews is one that the learner's calendar knows",
    arguments: [
      // Nearly a day later, but on the next one; a minute later, but past the rollover.
      ("2026-03-02T09:00:00+08:00", "2026-03-03T08:55:00+08:00", 0.85),
      ("2026-03-02T03:59:00+08:00", "2026-03-02T04:00:00+08:00", 0.85),
      // Within one study day, across midnight.
      ("2026-03-02T23:30:00+08:00", "2026-03-03T03:30:00+08:00", 1),
      // The clock went back, and the traveller flew west over the date line.
      ("2026-03-02T09:00:00+08:00", "2026-02-02T09:00:00+08:00", 1),
      ("2026-03-02T09:00:00+12:00", "2026-03-02T09:00:00-11:00", 1),
    ])
  func studyDays(first: String, second: String, recallAtMost: Double) throws {
    let scheduler = Scheduler()
    let futures = scheduler.futures(of: .new, item: item, at: try time(first)) { _ in 0 }
    let state = futures.again.state
    let recall = try #require(scheduler.retrievability(of: state, at: try time(second)))
    #expect(recall <= recallAtMost)
    #expect((recall == 1) == (recallAtMost == 1))
  }

  @Test("without steps a first answer is given a day at once, and Hard comes before Good")
  func firstAnswer() throws {
    let scheduler = Scheduler()
    let at = try time("2026-11-21T09:00:00+08:00")
    let futures = scheduler.futures(of: .new, item: item, at: at) { _ in 0 }
    #expect(futures.again.days == 1)
    #expect(futures.hard.days == 1)
    #expect(futures.good.days == 2)
    // 8.2956 days: the range is 6...10.
    #expect((6...10).contains(futures.easy.days))
    let today = try #require(Day(iso8601: "2026-11-21"))
    #expect(futures.good.state.reviewed?.due == .day(today.advanced(by: 2)))
    #expect(!scheduler.isDue(futures.good.state, at: try time("2026-11-23T03:59:00+08:00")))
    #expect(scheduler.isDue(futures.good.state, at: try time("2026-11-23T04:00:00+08:00")))
    #expect(!scheduler.isDue(.new, at: at))
    #expect(scheduler.retrievability(of: .new, at: at) == nil)
  }

  @Test("a miss on a later day is a lapse; missing it again in the same session is none")
  func lapses() throws {
    let scheduler = Scheduler()
    var state = CardState.new
    let answers: [(String, Rating, Int)] = [
      ("2026-11-21T09:00:00Z", .again, 0), ("2026-11-21T09:01:00Z", .good, 0),
      ("2026-11-22T09:00:00Z", .again, 1), ("2026-11-22T09:01:00Z", .again, 1),
      ("2026-11-22T09:02:00Z", .good, 1), ("2026-11-24T09:00:00Z", .again, 2),
    ]
    for (at, rating, lapses) in answers {
      state = scheduler.futures(of: state, item: item, at: try time(at)) { _ in 0 }[rating].state
      #expect(state.reviewed?.lapses == lapses, "at \(at)")
    }
  }

  // MARK: Fuzz

  @Test(
    "an interval is fuzzed within the published range",
    arguments: [
      // Anki rslib/src/scheduler/states/fuzz.rs, tests; 2.4 days and less are not fuzzed.
      (1.0, 1...1), (2.4, 2...2), (7, 5...9), (17, 14...20), (20, 17...23), (37, 33...41),
    ])
  func fuzzRange(interval: Double, range: ClosedRange<Int>) {
    #expect(Fuzz.range(around: interval, minimum: 1, maximum: 36_500) == range)
  }

  @Test(
    "neither the least nor the longest interval is passed",
    arguments: [
      (17.0, 16, 36_500, 16...20), (17, 25, 36_500, 25...28), (37, 1, 38, 33...38),
      (400, 1, 30, 27...30), (400, 60, 30, 30...30), (.infinity, 1, 100, 93...100),
      (.nan, 1, 100, 1...1),
    ])
  func fuzzBounds(interval: Double, minimum: Int, maximum: Int, range: ClosedRange<Int>) {
    #expect(Fuzz.range(around: interval, minimum: minimum, maximum: maximum) == range)
  }

  @Test("every day of the range is drawn about as often as the others")
  func evenFuzz() {
    var counts: [Int: Int] = [:]
    for seed in 0..<3_000 {
      var generator = SeededGenerator(seed: UInt64(seed), "rivers/songhua")
      counts[Fuzz.choice(in: 14...20, generator: &generator) { _ in 0 }, default: 0] += 1
    }
    #expect(counts.keys.sorted() == Array(14...20))
    #expect(counts.values.allSatisfy { (330...530).contains($0) }, "\(counts)")
  }

  @Test("the least loaded day is taken, and of several the one nearest to the drawn one")
  func balance() {
    forEverySeed(in: 1...200) { seed in
      var generator = SeededGenerator(seed: seed)
      let loads = [14: 3, 15: 2, 16: 5, 17: 2, 18: 9, 19: 2, 20: 4]
      let drawn = 14 + SeededGenerator(seed: seed).firstNumber(below: 7)
      let chosen = Fuzz.choice(in: 14...20, generator: &generator) { loads[$0] ?? 0 }
      let nearest = [14: 15, 15: 15, 16: 15, 17: 17, 18: 17, 19: 19, 20: 19]
      try requireEqual(chosen, nearest[drawn] ?? 0, "drawn \(drawn)")
    }
  }
}

extension SeededGenerator {
  fileprivate func firstNumber(below bound: Int) -> Int {
    var copy = self
    return copy.number(below: bound)
  }
}
