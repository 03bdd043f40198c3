/// What the memory model holds of one item.
package struct Memory: Equatable, Sendable {
  /// Days until the probability of recall falls to 90 %; above 0.
  package var stability: Double
  /// 1 (easy)...10 (hard).
  package var difficulty: Double

  package init(stability: Double, difficulty: Double) {
    self.stability = stability
    self.difficulty = difficulty
  }
}

/// When an item is to be asked again.
package enum Due: Equatable, Sendable {
  /// On a study day, at any time of it.
  case day(Day)
  /// At a time within the day: a learning step.
  case instant(Instant)
}

/// An item's place in the schedule.
package enum CardState: Equatable, Sendable {
  case new
  /// In the learning steps, at `step` counted from 0.
  case learning(step: Int, ReviewedCard)
  case review(ReviewedCard)
  /// Lapsed and in the relearning steps, at `step` counted from 0.
  case relearning(step: Int, ReviewedCard)

  /// What is known of a card once it has been reviewed; nil while it is new.
  package var reviewed: ReviewedCard? {
    switch self {
    case .new: nil
    case .learning(_, let card), .review(let card), .relearning(_, let card): card
    }
  }
}

/// The schedule of a card that was reviewed at least once.
package struct ReviewedCard: Equatable, Sendable {
  package var memory: Memory
  package var due: Due
  package var lastReview: Timestamp
  /// Reviews so far, at least 1.
  package var reviews: Int
  /// How often it was forgotten: Again on a review card, on a later study day than the last review.
  package var lapses: Int

  package init(memory: Memory, due: Due, lastReview: Timestamp, reviews: Int, lapses: Int) {
    self.memory = memory
    self.due = due
    self.lastReview = lastReview
    self.reviews = reviews
    self.lapses = lapses
  }
  /// So many lapses make a leech: an item that costs more time than it earns as it stands.
  ///
  /// The advice is to rewrite it or to read its passage again; it goes on being asked.
  /// - Source: Anki's default `lapse.leechFails`.
  package static let leechLapses = 8

  package var isLeech: Bool { lapses >= Self.leechLapses }
}
