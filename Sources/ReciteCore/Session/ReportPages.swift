/// The pages that report what is known, weak and coming back, made of the statistics.
extension StatsPage {
  /// How many items the list of the weakest holds.
  private static let weakestCount = 5
  /// How far back the calendar of reviews goes: half a year.
  private static let calendarDays = 182

  /// What is known of a course's items.
  package init(
    of course: Course, scope: String, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp,
    goal: Int? = nil
  ) {
    let keys = course.entries.map(\.key)
    let records = keys.compactMap { progress.items[$0] }
    let packs = course.packs.map {
      PackMastery(of: $0, progress: progress, at: at, scheduler: scheduler)
    }
    let weak = WeakItem.weakest(
      StatsPage.weakestCount, of: keys, in: progress, at: at, scheduler: scheduler)
    let report = RecallReport(of: records, rollover: scheduler.rollover)
    let activity = Activity(of: records, rollover: scheduler.rollover)
    self.init(
      scope: scope, reviews: records.reduce(0) { $0 + $1.reviews.count },
      streak: activity.streak(on: scheduler.day(of: at)),
      habit: Habit(
        of: progress.items.values, on: scheduler.day(of: at), goal: goal,
        rollover: scheduler.rollover), topics: StatsPage.topics(of: packs),
      lessons: packs.flatMap { $0.lessons.map { TopicLine($0.name.plain, $0.mastery) } },
      weakest: weak.map { StatsPage.line(for: $0, course, progress, scheduler, at: at) },
      calibration: report.bins.compactMap(CalibrationLine.init),
      confidence: Confidence.allCases.compactMap { ConfidenceLine($0, of: records) },
      today: scheduler.day(of: at),
      activity: activity.reviews(ofLast: StatsPage.calendarDays, through: scheduler.day(of: at)))
  }

  /// The topics of all packs, those of one name together, in the order in which they come first.
  private static func topics(of packs: [PackMastery]) -> [TopicLine] {
    var lines: [TopicLine] = []
    for part in packs.flatMap(\.topics) {
      let line = TopicLine(part.name?.rawValue ?? "no topic", part.mastery)
      if let index = lines.firstIndex(where: { $0.name == line.name }) {
        lines[index].add(line)
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static func line(
    for weak: WeakItem, _ course: Course, _ progress: Progress, _ scheduler: Scheduler,
    at: Timestamp
  ) -> WeakLine {
    let record = progress.items[weak.key]
    let entry = course.entries.first { $0.key == weak.key }
    return WeakLine(
      key: weak.key, stem: entry?.item.stem.first?.plain ?? "", reasons: weak.reasons,
      recall: record.flatMap { scheduler.retrievability(of: $0.card, at: at) } ?? 0,
      reviews: record?.reviews.count ?? 0, lapses: record?.card.reviewed?.lapses ?? 0,
      missed: progress.lastMissed(of: weak.key))
  }
}

extension StatsPage.TopicLine {
  fileprivate init(_ name: String, _ mastery: Mastery) {
    self.init(
      name: name, items: mastery.items, seen: mastery.seen, recall: mastery.meanRecall)
  }

  /// Counts another line of the same name in.
  fileprivate mutating func add(_ other: StatsPage.TopicLine) {
    let sum = (recall ?? 0) * Double(seen) + (other.recall ?? 0) * Double(other.seen)
    items += other.items
    seen += other.seen
    recall = seen > 0 ? sum / Double(seen) : nil
  }
}

extension StatsPage.CalibrationLine {
  /// A bin with answers; nil for an empty one.
  fileprivate init?(_ bin: RecallReport.Bin) {
    guard let predicted = bin.predicted, let observed = bin.observed else { return nil }
    self.init(answers: bin.answers, predicted: predicted, observed: observed)
  }
}

extension StatsPage.ConfidenceLine {
  /// The answers of which the learner said this; nil where there are none.
  fileprivate init?(_ confidence: Confidence, of records: [Progress.ItemRecord]) {
    self.init(confidence: confidence, answers: 0, right: 0)
    for record in records {
      for review in record.reviews where review.confidence == confidence {
        answers += 1
        if review.rating != .again { right += 1 }
      }
    }
    guard answers > 0 else { return nil }
  }
}

extension DuePage {
  /// How far the page looks ahead, in days.
  private static let horizon = 30

  /// What comes back in the next thirty days; what is overdue counts for today.
  package init(
    of course: Course, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp
  ) {
    let records = course.entries.compactMap { progress.items[$0.key] }
    let forecast = Forecast(of: records, days: DuePage.horizon, from: at, scheduler: scheduler)
    let overdue = course.entries.count { entry in
      guard progress.items[entry.key]?.isSuspended == false,
        let day = progress.dueDay(of: entry.key, scheduler)
      else { return false }
      return day < forecast.today
    }
    self.init(
      today: forecast.today, overdue: overdue,
      days: forecast.due.enumerated().map {
        DayCount(day: forecast.today.advanced(by: $0.offset), count: $0.element)
      })
  }
}

extension Progress {
  /// What the learner overrode in a course, in its order.
  package func overrideLines(in course: Course) -> [OverrideLine] {
    course.entries.compactMap { entry in
      guard let answers = items[entry.key]?.aliases, !answers.isEmpty else { return nil }
      return OverrideLine(key: entry.key, answers: answers)
    }
  }
}
