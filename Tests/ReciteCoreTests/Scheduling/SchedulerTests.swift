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
      let loads = [14: 4, 15: 2, 16: 5, 17: 9, 18: 5, 19: 2, 20: 4]
      let drawn = 14 + SeededGenerator(seed: seed).firstNumber(below: 7)
      var generator = SeededGenerator(seed: seed)
      let chosen = Fuzz.choice(in: 14...20, generator: &generator) { loads[$0] ?? 0 }
      let nearest = [14: 15, 15: 15, 16: 15, 17: 15, 18: 19, 19: 19, 20: 19]
      try requireEqual(chosen, nearest[drawn] ?? 0, "drawn \(drawn)")
    }
  }

  @Test("a day is not taken just because later days are always emptier")
  func trend() {
    forEverySeed(in: 1...200) { seed in
      let falling = [14: 20, 15: 18, 16: 11, 17: 14, 18: 12, 19: 10, 20: 8]
      var generator = SeededGenerator(seed: seed)
      let chosen = Fuzz.choice(in: 14...20, generator: &generator) { falling[$0] ?? 0 }
      try requireEqual(chosen, 16, "the day below the trend")
      generator = SeededGenerator(seed: seed)
      let even = Fuzz.choice(in: 14...20, generator: &generator) { 40 - $0 }
      try requireEqual(
        even, 14 + SeededGenerator(seed: seed).firstNumber(below: 7), "the drawn day")
    }
  }

  // MARK: Calibration

  @Test("intervals are stretched as the learner's answers say, and not without answers")
  func calibration() throws {
    #expect(Calibration().scale(for: .standard) == 1)
    // Where 0.9 was predicted, 95 or 80 of 100 were recalled. On the curve of the default decay
    // 0.1542 the first is kept 2.5 times, the second 0.3 times as long, were there no doubt.
    let keen = scale(predicted: 0.9, recalled: 9500, of: 10_000)
    #expect((2.4...2.65).contains(keen), "\(keen)")
    let slow = scale(predicted: 0.9, recalled: 8000, of: 10_000)
    #expect((0.28...0.33).contains(slow), "\(slow)")
    let right = scale(predicted: 0.9, recalled: 9000, of: 10_000)
    #expect((0.99...1.01).contains(right), "\(right)")
    // One miss is no evidence.
    let single = scale(predicted: 0.95, recalled: 0, of: 1)
    #expect((0.7...0.99).contains(single), "\(single)")
    #expect(scale(predicted: 1, recalled: 0, of: 5000) == 1)
    #expect(scale(predicted: 0, recalled: 5000, of: 5000) > 3.9)
  }

  private func scale(predicted: Double, recalled: Int, of answers: Int) -> Double {
    var calibration = Calibration()
    for number in 0..<answers {
      calibration.add(predicted: predicted, isRecalled: number < recalled)
    }
    return calibration.scale(for: .standard)
  }

  @Test("stretched intervals lead to later dues and the same memories")
  func stretched() throws {
    let at = try time("2026-11-21T09:00:00Z")
    let plain = Scheduler().futures(of: .new, item: item, at: at) { _ in 0 }.easy
    let stretched = Scheduler(intervalScale: 4).futures(of: .new, item: item, at: at) { _ in 0 }
      .easy
    #expect(stretched.days > 2 * plain.days)
    #expect(stretched.state.reviewed?.memory == plain.state.reviewed?.memory)
    #expect(Scheduler(intervalScale: .nan).intervalScale == 1)
    #expect(Scheduler(intervalScale: 9).intervalScale == 4)
  }
}

extension SeededGenerator {
  fileprivate func firstNumber(below bound: Int) -> Int {
    var copy = self
    return copy.number(below: bound)
  }
}
