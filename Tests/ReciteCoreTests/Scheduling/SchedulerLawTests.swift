import ReciteCore
import Support
import Testing

/// What holds for every schedule: rebuilt from its reviews, ordered, and within its ranges.
@Suite struct SchedulerLawTests {
  private let item = ItemKey(pack: PackID("p"), item: ItemID("i"))

  /// Settings as a learner may have them.
  private func scheduler(_ generator: inout SeededGenerator) throws -> Scheduler {
    let steps = [[], [60], [60, 600], [15, 75, 601]]
    return Scheduler(
      mode: generator.number(below: 4) == 0 ? .conformance : .product,
      desiredRetention: [0.7, 0.85, 0.9, 0.97][generator.number(below: 4)],
      learningSteps: generator.number(below: 3) == 0 ? steps[generator.number(below: 4)] : [],
      relearningSteps: generator.number(below: 3) == 0 ? steps[generator.number(below: 3)] : [],
      maximumInterval: [36_500, 365, 10, 1][generator.number(below: 4)],
      intervalScale: [1, 1, 0.5, 2.3][generator.number(below: 4)],
      rollover: Rollover(minutes: [240, 0, 1439, 90][generator.number(below: 4)]))
  }

  /// The next moment of a life: minutes, days or months on, across the calendar's traps.
  private func advance(
    _ moment: Timestamp, due: Due?, _ generator: inout SeededGenerator
  ) -> Timestamp {
    let minute: Int64 = 60_000
    let day = 1440 * minute
    var next = moment
    switch generator.number(below: 8) {
    case 0: next.instant.milliseconds += Int64(generator.number(below: 20)) * minute
    case 1: next.instant.milliseconds += Int64(1 + generator.number(below: 40)) * day
    // A minute before or after 04:00 of the local day.
    case 2:
      let local = next.instant.milliseconds + Int64(next.zone.minutes) * minute
      let midnight = local - ((local % day) + day) % day
      let atFour = midnight + day + 240 * minute - Int64(next.zone.minutes) * minute
      next.instant.milliseconds = atFour + Int64(generator.number(below: 3) - 1) * minute
    // Summer time begins or ends; a flight over the date line.
    case 3: next.zone = ZoneOffset(clampingMinutes: Int(next.zone.minutes) ^ 60)
    case 4: next.zone = ZoneOffset(clampingMinutes: generator.number(below: 1561) - 720)
    // The clock was wrong, and is set.
    case 5: next.instant.milliseconds -= Int64(generator.number(below: 90)) * day / 2
    case 6: next.instant.milliseconds += Int64(generator.number(below: 3000)) * day
    // When it falls due, as most reviews are.
    default:
      switch due {
      case .day(let due):
        next.instant.milliseconds = Int64(due.number) * day + 43_200_000
      case .instant(let instant): next.instant = instant
      case nil: break
      }
    }
    return next
  }

  private func firstMoment(_ generator: inout SeededGenerator) throws -> Timestamp {
    let starts = [
      "2024-02-28T23:30:00+01:00", "2026-03-29T01:30:00+01:00", "2026-10-25T02:30:00+02:00",
      "2026-11-21T09:00:00+08:00", "1999-12-31T20:00:00-05:00", "1969-12-31T23:59:00Z",
    ]
    return try #require(Timestamp(iso8601: starts[generator.number(below: starts.count)]))
  }

  @Test("a state rebuilt from the reviews alone equals the one that the answers led to")
  func rebuilding() {
    forEverySeed(in: 1...3000) { seed in
      var generator = SeededGenerator(seed: seed)
      let scheduler = try scheduler(&generator)
      var moment = try firstMoment(&generator)
      var state = CardState.new
      var reviews: [Review] = []
      for number in 1...12 {
        let rating = Rating.allCases[generator.number(below: 4)]
        let loads = (0..<7).map { _ in generator.number(below: 4) }
        let future = scheduler.futures(of: state, item: item, at: moment) {
          loads[(($0.number % 7) + 7) % 7]
        }[rating]
        let review = Review(
          id: EntryID(device: DeviceID(seed), number: UInt32(number)), at: moment, rating: rating,
          credit: 1, predictedRecall: scheduler.retrievability(of: state, at: moment),
          durationMilliseconds: 0, mode: .study, scheduledDays: UInt16(future.days))
        try requireEqual(
          scheduler.state(after: review, from: state), future.state, "after review \(number)")
        reviews.append(review)
        state = future.state
        moment = advance(moment, due: state.reviewed?.due, &generator)
        if let recall = scheduler.retrievability(of: state, at: moment), !(0...1).contains(recall) {
          throw LawBroken("recall \(recall)")
        }
      }
      try requireEqual(scheduler.replay(reviews), state, "the replayed state")
      try requireEqual(state.reviewed?.reviews, reviews.count, "reviews counted")
    }
  }

  @Test("hard < good < easy, and no interval leaves its published fuzz range")
  func ranges() {
    forEverySeed(in: 1...3000) { seed in
      var generator = SeededGenerator(seed: seed)
      let maximum = [36_500, 400, 40][generator.number(below: 3)]
      let scheduler = Scheduler(maximumInterval: maximum)
      var moment = try firstMoment(&generator)
      var state = CardState.new
      for _ in 0..<8 {
        let today = scheduler.day(of: moment)
        let loads = (0..<11).map { _ in generator.number(below: 3) }
        let futures = scheduler.futures(of: state, item: item, at: moment) {
          loads[(($0.number % 11) + 11) % 11]
        }
        let good = futures.good.days
        for rating in Rating.allCases {
          let future = futures[rating]
          let memory = try #require(future.state.reviewed?.memory)
          let ideal = scheduler.model.interval(of: memory, retention: 0.9)
          try inRange(
            future.days, ideal: ideal, shortest: rating == .easy ? good + 1 : 1,
            longest: rating == .hard ? max(1, good - 1) : maximum)
          try requireEqual(
            future.state.reviewed?.due, .day(today.advanced(by: future.days)), "due day")
        }
        let days = [futures.hard.days, good, futures.easy.days]
        // Equal only where no day is left: tomorrow is the first, `maximum` the last.
        guard days[0] < good || good == 1, good < days[2] || good == maximum else {
          throw LawBroken("hard, good, easy after \(days) days")
        }
        state = futures[Rating.allCases[generator.number(below: 4)]].state
        moment = advance(moment, due: state.reviewed?.due, &generator)
      }
    }
  }

  /// The range as Anki's `fuzz.rs` describes it: a day, and 15 % of what lies within 2.5...7 days,
  /// 10 % within 7...20, 5 % beyond.
  private func inRange(_ days: Int, ideal: Double, shortest: Int, longest: Int) throws {
    let least = Double(min(shortest, longest))
    let ideal = min(Double(longest), max(least, ideal))
    var reach = 0.5
    if ideal >= 2.5 { reach += 1 + 0.15 * (min(ideal, 7) - 2.5) }
    if ideal > 7 { reach += 0.10 * (min(ideal, 20) - 7) }
    if ideal > 20 { reach += 0.05 * (ideal - 20) }
    guard abs(Double(days) - ideal) <= reach, days >= min(shortest, longest), days <= longest
    else { throw LawBroken("\(days) days where \(ideal) are right, from \(shortest)") }
  }

  @Test("a memory that no model would leave is scheduled without a trap")
  func brokenMemories() throws {
    let numbers = [0, -1, 1e-300, 1e300, .infinity, -.infinity, .nan]
    let moment = try #require(Timestamp(iso8601: "2026-11-21T09:00:00Z"))
    for stability in numbers {
      for difficulty in numbers {
        let card = ReviewedCard(
          memory: Memory(stability: stability, difficulty: difficulty),
          due: .day(Day(number: 0)), lastReview: Timestamp(Instant(milliseconds: 0), zone: .utc),
          reviews: .max, lapses: .max)
        let futures = Scheduler().futures(of: .review(card), item: item, at: moment) { _ in 0 }
        for rating in Rating.allCases {
          #expect((1...36_500).contains(futures[rating].days))
        }
      }
    }
  }
}
