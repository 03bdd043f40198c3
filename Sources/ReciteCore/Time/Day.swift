/// A day of study: whole days since 1970-01-01 on the learner's own calendar.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package var number: Int

  package init(number: Int) { self.number = number }

  package static func < (earlier: Day, later: Day) -> Bool { earlier.number < later.number }

  /// The day `days` after this one.
  package func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// Whole days from `earlier` to this day; negative when this one comes first.
  package func days(since earlier: Day) -> Int { number - earlier.number }
}

/// The minute of the local day at which a new study day begins, 240 (04:00) by default.
package struct Rollover: Hashable, Sendable {
  /// Minutes after local midnight, 0..<1440.
  package let minutes: Int

  package static let standard = Rollover(minutes: 240)

  /// A rollover `minutes` after midnight, held within 0..<1440.
  package init(minutes: Int) { self.minutes = Swift.min(1439, Swift.max(0, minutes)) }
}

extension Timestamp {
  /// The study day that this moment belongs to: the local calendar day, begun at `rollover`.
  package func studyDay(rollover: Rollover) -> Day {
    let local =
      instant.milliseconds / 60_000 - (instant.milliseconds % 60_000 < 0 ? 1 : 0)
      + Int64(zone.minutes) - Int64(rollover.minutes)
    let day = local / 1440 - (local % 1440 < 0 ? 1 : 0)
    return Day(number: Int(day))
  }
}
