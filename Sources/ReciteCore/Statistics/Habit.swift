/// How regularly the learner studies: today's answers, the goal, and days in a row.
package struct Habit: Equatable, Sendable {
  /// Recorded answers of this study day.
  package var today: Int
  /// Answers a day that the learner aims at; nil for no goal.
  package var goal: Int?
  /// Study days in a row, one missed day between two forgiven; see `Activity.streak(on:)`.
  package var streak: Int

  package var hasReachedGoal: Bool { goal.map { today >= $0 } ?? false }

  /// - Complexity: O(reviews).
  package init(
    of records: some Sequence<Progress.ItemRecord>, on day: Day, goal: Int?, rollover: Rollover
  ) {
    let activity = Activity(of: records, rollover: rollover)
    today = activity.days.last { $0.day <= day }.map { $0.day == day ? $0.reviews : 0 } ?? 0
    streak = activity.streak(on: day)
    self.goal = goal
  }

  package init(today: Int, goal: Int?, streak: Int) {
    self.today = today
    self.goal = goal
    self.streak = streak
  }
}
