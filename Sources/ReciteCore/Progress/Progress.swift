/// Everything known about the learner: the fold of all journal entries.
package struct Progress: Equatable, Sendable {
  /// What is known of one item.
  package struct ItemRecord: Equatable, Sendable {
    /// Derived from `reviews`; stored so that starting need not replay them.
    package var card: CardState
    /// Oldest first; retracted and reset ones are not in it.
    package var reviews: [Review]
    /// Responses that the learner declared right, newest last.
    package var aliases: [String]
    /// The last twenty wrong responses, newest last.
    package var missed: [String]
    package var flag: String?
    package var isSuspended: Bool
    package var buriedUntil: Day?
    /// Of the key that the last review was graded by.
    package var fingerprint: UInt64

    package init() {
      card = .new
      reviews = []
      aliases = []
      missed = []
      flag = nil
      isSuspended = false
      buriedUntil = nil
      fingerprint = 0
    }
  }

  package var items: [ItemKey: ItemRecord]
  /// Finished quizzes, oldest first.
  package var runs: [QuizRun]

  package init() {
    items = [:]
    runs = []
  }
}
