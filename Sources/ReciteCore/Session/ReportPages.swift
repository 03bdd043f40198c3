/// The pages that report what is known, weak and coming back.
extension StatsPage {
  /// How many items the list of the weakest holds.
  private static let weakestCount = 5

  /// What is known of a course's items.
  package init(
    of course: Course, scope: String, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp
  ) {
    var reviews = 0
    var byTopic = Gathering()
    var byLesson = Gathering()
    var weak: [WeakLine] = []
    for entry in course.entries {
      let record = progress.items[entry.key]
      let recall = record.flatMap { scheduler.retrievability(of: $0.card, at: at) }
      reviews += record?.reviews.count ?? 0
      byTopic.add(entry.item.topic?.rawValue ?? "no topic", recall)
      byLesson.add(course.lesson(of: entry).title.plain, recall)
      guard let record, let recall, let card = record.card.reviewed else { continue }
      weak.append(
        WeakLine(
          key: entry.key, stem: entry.item.stem.first?.plain ?? "", recall: recall,
          reviews: card.reviews, lapses: card.lapses, missed: record.missed.last))
    }
    weak.sort { ($0.recall, $0.key) < ($1.recall, $1.key) }
    self.init(
      scope: scope, reviews: reviews, topics: byTopic.lines, lessons: byLesson.lines,
      weakest: Array(weak.prefix(StatsPage.weakestCount)))
  }

  /// Counts by name, in the order in which the names come first.
  private struct Gathering {
    private var order: [String] = []
    private var counts: [String: (items: Int, seen: Int, recall: Double)] = [:]

    mutating func add(_ name: String, _ recall: Double?) {
      if counts[name] == nil { order.append(name) }
      var count = counts[name] ?? (0, 0, 0)
      count.items += 1
      if let recall {
        count.seen += 1
        count.recall += recall
      }
      counts[name] = count
    }

    var lines: [TopicLine] {
      order.compactMap { name in
        counts[name].map {
          TopicLine(
            name: name, items: $0.items, seen: $0.seen,
            recall: $0.seen == 0 ? nil : $0.recall / Double($0.seen))
        }
      }
    }
  }
}

extension DuePage {
  /// How far the page looks ahead, in days.
  private static let horizon = 30

  /// What comes back in the next thirty days.
  package init(
    of course: Course, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp
  ) {
    let today = scheduler.day(of: at)
    var days = (0..<DuePage.horizon).map { DayCount(day: today.advanced(by: $0), count: 0) }
    var overdue = 0
    for entry in course.entries {
      guard progress.items[entry.key]?.isSuspended != true,
        let day = progress.dueDay(of: entry.key, scheduler)
      else { continue }
      let ahead = day.days(since: today)
      if ahead < 0 { overdue += 1 }
      if days.indices.contains(ahead) { days[ahead].count += 1 }
    }
    self.init(today: today, overdue: overdue, days: days)
  }
}
