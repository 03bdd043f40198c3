/// What happens to a session; the shell stamps the time, the core knows no clock.
package enum Event: Equatable, Sendable {
  case began(at: Timestamp)
  /// A line typed at a prompt that is no command.
  case answered(String, at: Timestamp)
  case commanded(MetaCommand, at: Timestamp)
  /// A line that names no command where one is expected, and the nearest command there is.
  case misread(word: String, suggestion: String?, at: Timestamp)
  /// Time went by without a line; only the time limit cares.
  case elapsed(at: Timestamp)
  /// The last `record` could not be carried out; the effects after it were dropped.
  case recordFailed(reason: String, at: Timestamp)
  case interrupted(at: Timestamp)
  case endOfInput(at: Timestamp)

  package var at: Timestamp {
    switch self {
    case .began(let at), .answered(_, let at), .commanded(_, let at), .misread(_, _, let at),
      .elapsed(let at), .recordFailed(_, let at), .interrupted(let at), .endOfInput(let at):
      at
    }
  }
}

/// What a session asks the shell to do, in order.
package enum Effect: Equatable, Sendable {
  case show(Page)
  case ask(Prompt)
  /// To be durable before any effect after it is carried out.
  ///
  /// Records that stand next to one another are one change: after a power cut all of them are there
  /// or none. So a retraction stands beside the review that takes its place.
  case record(JournalEntry)
  /// To be carried out and kept; it counts in this run even where it cannot be kept.
  case tune(SettingChange)
  case finish(Outcome)
}

/// What is being waited for.
package enum Prompt: Equatable, Sendable {
  /// `recite> `: a command in plain words.
  case command
  /// `answer> `: an answer, or a command after a colon.
  ///
  /// `letterCount` options are lettered on the screen, 0 where there are none; each of `oneKey`
  /// is a whole answer by itself.
  case answer(ItemKey, letterCount: Int, oneKey: String, deadline: Instant?)

  package var place: MetaCommand.Place {
    switch self {
    case .command: .home
    case .answer: .question
    }
  }
}

/// How a session ended, and with what score.
package struct Outcome: Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// Nothing is left to ask.
    case completed
    /// `quit`, or end of input on a terminal.
    case left
    case timeUp
    /// The input ended before the questions did.
    case inputEnded
    case interrupted
    /// An answer could not be saved.
    case notSaved
  }

  package var reason: Reason
  package var score: Score
  /// Nil where there is no pass mark.
  package var passed: Bool?
  /// Items that were planned and not answered.
  package var unanswered: Int
  package var isQuiz: Bool
}

/// What a driver runs: a session by itself, or the home screen with the sessions begun on it.
package protocol Reducer {
  /// Everything known about the learner, what was recorded in this run included.
  var currentProgress: Progress { get }

  /// What is to be done about an event, in order.
  mutating func step(_ event: Event) -> [Effect]
}
