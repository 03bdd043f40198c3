/// How many items are due on each day: what fuzz evens out, and what a forecast shows.
package struct DueLoad: Equatable, Sendable {
  /// Days with at least one item.
  private var counts: [Day: Int] = [:]

  package init() {}

  /// The load of everything that was reviewed and is not suspended.
  ///
  /// - Complexity: O(items).
  package init(_ progress: Progress) {
    for record in progress.items.values where !record.isSuspended { add(record.card) }
  }

  /// The items due on a day; those with a learning step within the day are not counted.
  package func count(on day: Day) -> Int { counts[day] ?? 0 }

  /// The items due on a day and on all days before it.
  ///
  /// - Complexity: O(days with an item).
  package func count(through day: Day) -> Int {
    counts.reduce(0) { $1.key <= day ? $0 + $1.value : $0 }
  }

  /// Notes that a review moved an item from one state to another.
  package mutating func move(from before: CardState, to after: CardState) {
    if case .day(let day) = before.reviewed?.due, let count = counts[day] {
      counts[day] = count > 1 ? count - 1 : nil
    }
    add(after)
  }

  private mutating func add(_ card: CardState) {
    if case .day(let day) = card.reviewed?.due { counts[day, default: 0] += 1 }
  }
}
