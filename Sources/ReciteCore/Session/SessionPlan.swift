/// What a session is: which items, recorded or not, how it ends.
package struct SessionPlan: Equatable, Sendable {
  package enum Mode: Equatable, Sendable {
    /// Due reviews, then new items.
    case study
    /// One topic or tag, due or not.
    case drill(String)
    /// A test: no hints, no second try, a score at the end; `topic` narrows it.
    case quiz(topic: String?)
    /// What was missed at its last review.
    case mistakes
    /// Everything, due or not, weakest first; nothing is recorded.
    case cram

    /// The mode that reviews are recorded with; nil where nothing is recorded.
    package var recorded: StudyMode? {
      switch self {
      case .study: .study
      case .drill: .drill
      case .quiz: .quiz
      case .mistakes: .mistakes
      case .cram: nil
      }
    }
  }

  package var mode: Mode
  /// False for `--practice`, and where the progress file is in use elsewhere.
  package var records: Bool
  /// True where nobody can be asked again: an unreadable response is then wrong.
  package var isUnattended: Bool
  package var seed: UInt64
  /// At most so many items; nil asks all.
  package var count: Int?
  /// The share of the credit, 0...1, that passes; nil where there is no pass mark.
  package var passMark: Double?
  /// Seconds from the first question to the end.
  package var timeLimit: Int?
  /// New items a study day, and reviews a study day.
  package var newPerDay: Int
  package var reviewsPerDay: Int
  /// Items of one session but for a quiz; nil for all.
  package var sessionSize: Int?
  /// Whether hints are given, and whether a section's reading stands before its first new item.
  package var givesHints = true
  package var showsReading = true
  /// Answers a day that the learner aims at; nil for no goal.
  package var goal: Int?
  /// True where questions remind of `:sure` and `:unsure`.
  package var asksConfidence = false

  package init(
    mode: Mode, seed: UInt64, records: Bool = true, isUnattended: Bool = false, count: Int? = nil,
    passMark: Double? = nil, timeLimit: Int? = nil, newPerDay: Int = 20, reviewsPerDay: Int = 200
  ) {
    self.mode = mode
    self.records = records && mode.recorded != nil
    self.isUnattended = isUnattended
    self.seed = seed
    self.count = count
    self.passMark = passMark
    self.timeLimit = timeLimit
    self.newPerDay = newPerDay
    self.reviewsPerDay = reviewsPerDay
  }

  /// Goes by what the learner has set.
  package mutating func take(_ settings: Settings) {
    newPerDay = settings.newPerDay
    reviewsPerDay = settings.reviewsPerDay
    sessionSize = settings.sessionSize
    givesHints = settings.isOn(.hints)
    showsReading = settings.isOn(.reading)
    goal = settings.goal
    asksConfidence = settings.isOn(.confidence)
  }

  package var isQuiz: Bool {
    if case .quiz = mode { true } else { false }
  }
}
