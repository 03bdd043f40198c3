/// On which days the learner studied, how much, and for how many days in a row.
package struct Activity: Equatable, Sendable {
  /// The answers of one study day.
  package struct StudiedDay: Equatable, Sendable {
    package let day: Day
    package var reviews: Int
    /// From question to answer, added up.
    package var milliseconds: Int64
  }

  /// Days with at least one review, ascending.
  package let days: [StudiedDay]

  /// - Complexity: O(reviews + days log days).
  package init(of records: some Sequence<Progress.ItemRecord>, rollover: Rollover) {
    var counts: [Day: StudiedDay] = [:]
    for record in records {
      for review in record.reviews {
        let day = review.at.studyDay(rollover: rollover)
        var studied = counts[day] ?? StudiedDay(day: day, reviews: 0, milliseconds: 0)
        studied.reviews += 1
        studied.milliseconds += Int64(review.durationMilliseconds)
        counts[day] = studied
      }
    }
    days = counts.values.sorted { $0.day < $1.day }
  }

  /// The reviews of each of the `count` days that end with `last`, oldest first: a heat map's cells.
  package func reviews(ofLast count: Int, through last: Day) -> [Int] {
    var cells = [Int](repeating: 0, count: max(0, count))
    for studied in days {
      let place = cells.count - 1 - last.days(since: studied.day)
      if cells.indices.contains(place) { cells[place] = studied.reviews }
    }
    return cells
  }

  /// The days studied in the row that reaches to today; 0 once two days in a row were missed.
  ///
  /// One missed day between two studied ones is forgiven, and not counted; today is not missed
  /// before it is over.
  package func streak(on today: Day) -> Int {
    let row = rows.last { row in row.contains { $0 <= today } } ?? []
    guard let last = row.last(where: { $0 <= today }), today.days(since: last) <= 2 else {
      return 0
    }
    return row.count { $0 <= today }
  }

  /// The most days studied in one row, as `streak(on:)` counts them.
  package var longestStreak: Int { rows.map(\.count).max() ?? 0 }

  /// Studied days in rows: within one no two days in a row were missed.
  private var rows: [[Day]] {
    days.reduce(into: []) { rows, studied in
      if let last = rows.last?.last, studied.day.days(since: last) <= 2 {
        rows[rows.count - 1].append(studied.day)
      } else {
        rows.append([studied.day])
      }
    }
  }
}
