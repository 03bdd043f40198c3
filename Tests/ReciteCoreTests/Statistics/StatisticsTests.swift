import ReciteCore
import Testing

/// What the pages on progress say, worked out by hand for small histories.
@Suite struct StatisticsTests {
  private let scheduler = Scheduler()
  private let pack = PackID("p")
  /// Study day 2026-11-21.
  private let noon = "2026-11-21T12:00:00Z"

  private func time(_ text: String) throws -> Timestamp {
    try #require(Timestamp(iso8601: text))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso8601: text)) }

  private func key(_ name: String) -> ItemKey { ItemKey(pack: pack, item: ItemID(name)) }

  private func review(
    _ at: String, _ rating: Rating = .good, credit: Double = 1, predicted: Double? = nil
  ) throws -> Review {
    Review(
      id: EntryID(device: DeviceID(1), number: 1), at: try time(at), rating: rating,
      credit: credit, predictedRecall: predicted, durationMilliseconds: 1500, mode: .study,
      scheduledDays: 1)
  }

  private func record(
    _ reviews: [Review], stability: Double = 10, lapses: Int = 0, due: String = "2026-11-30"
  ) throws -> Progress.ItemRecord {
    var record = Progress.ItemRecord()
    record.reviews = reviews
    guard let last = reviews.last else { return record }
    record.card = .review(
      ReviewedCard(
        memory: Memory(stability: stability, difficulty: 5), due: .day(try day(due)),
        lastReview: last.at, reviews: reviews.count, lapses: lapses))
    return record
  }

  // MARK: Mastery

  @Test("mastery counts what is seen, mature and due, and takes unseen items as unknown")
  func mastery() throws {
    func item(_ name: String, _ topic: String?) -> Item {
      Item(id: ItemID(name), stem: [], topic: topic.map(Topic.init), kind: .trueFalse(true))
    }
    var subject = Pack(id: pack, title: "P")
    subject.topics = [Topic("location"), Topic("cause"), Topic("unused")]
    subject.lessons = [
      Lesson(
        title: RichText("One"),
        sections: [Section(title: nil, items: [item("a", "cause"), item("b", "location")])]),
      Lesson(title: RichText("Empty"), sections: []),
      Lesson(
        title: RichText("Two"),
        sections: [Section(title: nil, items: [item("c", nil), item("d", "cause")])]),
    ]
    var progress = Progress()
    // Ten days after a review with stability 10, recall is 0.9.
    progress.items[key("a")] = try record([review("2026-11-11T12:00:00Z")], due: "2026-11-21")
    progress.items[key("c")] = try record([review(noon)], stability: 21)
    let mastery = PackMastery(
      of: subject, progress: progress, at: try time(noon), scheduler: scheduler)
    #expect(mastery.whole.items == 4)
    #expect(mastery.whole.seen == 2)
    #expect(mastery.whole.mature == 1)
    #expect(mastery.whole.due == 1)
    #expect(isNear(mastery.whole.known, 1.9 / 4))
    #expect(mastery.whole.meanRecall.map { isNear($0, 0.95) } == true)
    #expect(mastery.topics.map(\.name?.rawValue) == ["location", "cause", nil])
    #expect(mastery.topics.map(\.mastery.seen) == [0, 1, 1])
    #expect(mastery.topics.first?.mastery.meanRecall == nil)
    #expect(mastery.lessons.map(\.name.plain) == ["One", "Two"])
    #expect(mastery.lessons.map(\.mastery.items) == [2, 2])
  }

  // MARK: Weak items

  @Test("a weak item says why, the worst first")
  func weakItems() throws {
    let early = "2026-11-11T12:00:00Z"
    var progress = Progress()
    progress.items[key("fine")] = try record([review(early)])
    progress.items[key("missed")] = try record([review(early, .again, credit: 0)])
    progress.items[key("leech")] = try record(
      [review(early, .again, credit: 0), review(early, .again, credit: 0)], lapses: 8)
    progress.items[key("partial")] = try record(
      [review(early, .hard, credit: 0.5), review(early, .hard, credit: 0.6)])
    progress.items[key("faded")] = try record([review("2026-01-01T12:00:00Z")], stability: 10)
    progress.items[key("suspended")] = progress.items[key("leech")]
    progress.items[key("suspended")]?.isSuspended = true
    let keys = ["new", "fine", "missed", "leech", "partial", "faded", "suspended"].map(key)
    let weak = WeakItem.weakest(
      9, of: keys, in: progress, at: try time(noon), scheduler: scheduler)
    #expect(weak.map(\.key.item.rawValue) == ["leech", "missed", "faded", "partial"])
    #expect(
      weak.first?.reasons
        == [.leech(lapses: 8), .missedLast, .lowCredit(mean: 0, answers: 2)])
    // Recall 0.9, credit (0 + 0 + 1) of 4.
    #expect(weak.first.map { isNear($0.weakness, 1 - 0.9 / 4) } == true)
    #expect(weak[1].reasons == [.missedLast])
    // Recall 0.9, credit (0.5 + 0.6 + 1) of 4.
    #expect(weak[3].reasons == [.lowCredit(mean: 0.55, answers: 2)])
    #expect(isNear(weak[3].weakness, 0.5275))
    let fading = try #require(weak[2].reasons.first)
    guard case .fading(let recall) = fading else {
      Issue.record("\(fading)")
      return
    }
    #expect(recall < 0.7)
    let one = WeakItem.weakest(
      1, of: keys, in: progress, at: try time(noon), scheduler: scheduler)
    #expect(one == Array(weak.prefix(1)))
  }

  // MARK: Forecast

  @Test("what is overdue is due today, and what lies beyond the days is not shown")
  func forecast() throws {
    let asked = try review("2026-11-11T12:00:00Z")
    var records = try ["2026-11-01", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"].map {
      try record([asked], due: $0)
    }
    records[2].isSuspended = true
    records[1].buriedUntil = try day("2026-11-23")
    var stepping = try record([asked])
    if let card = stepping.card.reviewed {
      var card = card
      card.due = .instant(try time(noon).instant)
      stepping.card = .learning(step: 0, card)
    }
    records.append(stepping)
    records.append(Progress.ItemRecord())
    let forecast = Forecast(of: records, days: 3, from: try time(noon), scheduler: scheduler)
    #expect(forecast.today == (try day("2026-11-21")))
    #expect(forecast.due == [2, 0, 2])
  }

  // MARK: Recall

  @Test("predictions are set beside what was recalled, first answers of a day only")
  func recallReport() throws {
    // Ten items reviewed the day before; nine are recalled where 0.9 was predicted.
    var records: [Progress.ItemRecord] = []
    for number in 0..<10 {
      records.append(
        try record([
          review("2026-11-20T12:00:00Z"),
          review(noon, number == 0 ? .again : .good, predicted: 0.9),
          // The return within the session says nothing.
          review("2026-11-21T12:05:00Z", .good, predicted: 1),
        ]))
    }
    // After midnight, before the rollover: still the same study day.
    records.append(
      try record([
        review("2026-11-20T23:00:00Z"), review("2026-11-21T03:59:00Z", .again, predicted: 0.4),
      ]))
    records.append(
      try record([review("2026-10-01T12:00:00Z"), review(noon, .again, predicted: 0)]))
    let report = RecallReport(of: records, rollover: .standard)
    #expect(report.whole.answers == 11)
    #expect(report.whole.recalled == 9)
    let filled = report.bins.filter { $0.answers > 0 }
    #expect(filled.map(\.range) == [0...0.5, 0.9...0.95])
    #expect(filled.map(\.answers) == [1, 10])
    #expect(filled.map(\.observed) == [0, 0.9])
    #expect(filled.last?.predicted.map { isNear($0, 0.9) } == true)
    #expect(report.calibrationError.map { $0 < 1e-9 } == true)
    // (−9 ln 0.9 − ln 0.1 − ln 0.9995) / 11.
    #expect(report.logLoss.map { isNear($0, 0.295_575_441_723_287_65) } == true)
    let empty = RecallReport(of: [], rollover: .standard)
    #expect(empty.logLoss == nil && empty.calibrationError == nil)
    #expect(empty.whole.observed == nil)
  }

  // MARK: Days

  @Test(
    "a streak forgives one missed day and ends with two",
    arguments: [
      ("", 0, 0), ("21", 1, 1), ("20", 1, 1), ("19", 1, 1), ("18", 0, 1), ("19 20 21", 3, 3),
      ("17 19 21", 3, 3), ("16 17 20 21", 2, 2), ("10 11 12 14 21", 1, 4), ("20 22 23", 1, 3),
    ])
  func streaks(studied: String, streak: Int, longest: Int) throws {
    let reviews = try studied.split(separator: " ").map { try review("2026-11-\($0)T12:00:00Z") }
    let activity = Activity(of: [try record(reviews)], rollover: .standard)
    #expect(activity.streak(on: try day("2026-11-21")) == streak)
    #expect(activity.longestStreak == longest)
  }

  @Test("the heat map has a cell for every day")
  func heatMap() throws {
    let reviews = try ["15", "18", "18", "20", "22"].map { try review("2026-11-\($0)T12:00:00Z") }
    let other = try review("2026-11-21T03:00:00Z")
    let activity = Activity(of: try [record(reviews), record([other])], rollover: .standard)
    #expect(activity.reviews(ofLast: 5, through: try day("2026-11-21")) == [0, 2, 0, 2, 0])
    #expect(activity.reviews(ofLast: 0, through: try day("2026-11-21")).isEmpty)
    #expect(activity.days.map(\.reviews) == [1, 2, 2, 1])
    #expect(activity.days.map(\.milliseconds) == [1500, 3000, 3000, 1500])
  }
}
