/// One line of the journal: something the learner did that must not be lost.
package struct JournalEntry: Equatable, Sendable {
  package enum Action: Equatable, Sendable {
    /// A graded answer. `missed` is the response where it was wrong or partial, for the author's
    /// and the learner's own list of mistakes; `fingerprint` is that of the key it was graded by.
    case review(Review, of: ItemKey, missed: String?, fingerprint: UInt32)
    /// `:undo`: the review with this name does not count. It stays as a tombstone.
    case retraction(EntryID, of: ItemKey)
    /// An item's history is forgotten up to here; nil forgets all.
    case reset(ItemKey?)
    /// `:right`: this response counts as an answer of the item from now on, or (undone) no longer.
    case alias(ItemKey, String, isAccepted: Bool)
    /// `:claim`: rubric points (from 1) that the learner claimed.
    case claim(ItemKey, points: [Int], response: String)
    /// `:flag`: a note for the author; an empty one takes the flag back.
    case flag(ItemKey, note: String)
    case suspension(ItemKey, isSuspended: Bool)
    /// Not asked before this day.
    case burial(ItemKey, until: Day)
    /// A section of a pack was read, counted from 1 among those that have a reading.
    case reading(PackID, section: Int)
    /// A finished quiz.
    case run(QuizRun)
  }

  /// The entry's name; a review's is the review's own.
  package var id: EntryID
  package var at: Timestamp
  package var action: Action

  package init(id: EntryID, at: Timestamp, action: Action) {
    self.id = id
    self.at = at
    self.action = action
  }
}

/// The score of one finished quiz.
package struct QuizRun: Equatable, Sendable {
  /// Ascending, no duplicates.
  package var packs: [PackID]
  package var seed: UInt64
  package var asked: Int
  package var correct: Int
  /// Summed credit, 0...Double(asked).
  package var credit: Double
  /// Nil where there was no pass mark.
  package var passed: Bool?

  package init(
    packs: [PackID], seed: UInt64, asked: Int, correct: Int, credit: Double, passed: Bool?
  ) {
    self.packs = packs
    self.seed = seed
    self.asked = asked
    self.correct = correct
    self.credit = credit
    self.passed = passed
  }
}
