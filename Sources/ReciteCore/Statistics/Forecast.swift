/// What falls due on the days to come.
package struct Forecast: Equatable, Sendable {
  package let today: Day
  /// Items due on today's and each following day; what is overdue or in a learning step counts for
  /// today.
  package let due: [Int]

  /// The next `days` days (at least 1) as they stand, were nothing answered meanwhile.
  ///
  /// Suspended items are left out, buried ones count on the day they return.
  package init(
    of records: some Sequence<Progress.ItemRecord>, days: Int, from now: Timestamp,
    scheduler: Scheduler
  ) {
    let today = scheduler.day(of: now)
    var due = [Int](repeating: 0, count: max(1, days))
    for record in records where !record.isSuspended {
      guard let card = record.card.reviewed else { continue }
      var day = today
      if case .day(let due) = card.due { day = max(day, due) }
      if let until = record.buriedUntil { day = max(day, until) }
      guard day < today.advanced(by: due.count) else { continue }
      due[day.days(since: today)] += 1
    }
    self.today = today
    self.due = due
  }
}
