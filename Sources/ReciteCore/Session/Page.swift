/// What can be shown, as values: a presenter makes lines of them, a script JSON, a test compares.
package enum Page: Equatable, Sendable {
  case home(HomePage)
  case question(QuestionPage)
  case verdict(VerdictPage)
  case hint(text: RichText, number: Int, of: Int)
  case reading(ReadingPage)
  case summary(SummaryPage)
  case packs([PackLine])
  case stats(StatsPage)
  case due(DuePage)
  case flags([FlagLine])
  case overrides([OverrideLine])
  case sources(ItemKey, [SourceLine])
  case why(GradingRule, response: String)
  case help(HelpPage)
  case find(FindPage)
  case aside(AsidePage)
  case habit(Habit)
  case map(MapPage)
  case causes(CausesPage)
  case settings(SettingsPage)
  case notice(Notice)
}

package struct HomePage: Equatable, Sendable {
  package var packs: [PackLine]
  /// The pack that `open` chose; nil for all.
  package var open: PackID?
  /// Due now, and new within the day's limit: what `study` would ask.
  package var due: Int
  package var new: Int
  package var habit: Habit
}

/// One pack in a list.
package struct PackLine: Equatable, Sendable {
  package var id: PackID
  package var title: String
  package var lessons: Int
  package var items: Int
  /// Answered at least once.
  package var seen: Int
  package var due: Int
}

package struct QuestionPage: Equatable, Sendable {
  package var key: ItemKey
  package var item: Item
  package var form: AskedForm
  package var lesson: RichText
  /// Counted from 1, of `total`; returns keep the number of their first time.
  package var position: Int
  package var total: Int
  /// True when it was missed before in this session.
  package var isReturn: Bool
  /// The section's reading, when it is shown for the first time in this session.
  package var reading: ReadingPage?
  /// Seconds left, where there is a time limit.
  package var secondsLeft: Int?
  package var isQuiz: Bool
  /// True where `:sure` and `:unsure` are to be reminded of.
  package var asksConfidence = false
  /// What the learner said before answering.
  package var confidence: Confidence? = nil
  /// What is shown of the pack's map, where the question is about a place on it.
  package var map: MapView? = nil
}

/// A stretch of a lesson.
package struct ReadingPage: Equatable, Sendable {
  package var lesson: RichText
  package var section: RichText?
  package var blocks: [Block]
  /// True where the presenter may cut it to a third of the screen and point to `:read`.
  package var isExcerpt: Bool
  /// Where it stands in its pack; nil for a passage.
  package var place: Place? = nil
  /// True where it is read for itself, and what follows is said below it.
  package var goesOn = false
  /// The blocks that matter most, where others stand around them.
  package var focus: Range<Int>? = nil

  /// One of the pack's sections with a reading, counted from 1.
  package struct Place: Equatable, Sendable {
    package var number: Int
    package var count: Int
  }
}

package struct VerdictPage: Equatable, Sendable {
  /// Counted from 1 in the session.
  package var sequence: Int
  package var key: ItemKey
  package var item: Item
  package var form: AskedForm
  package var response: String
  package var verdict: Verdict
  /// Hints charged, 0...1.
  package var credit: Double
  package var hints: Int
  package var durationMilliseconds: Int
  package var at: Timestamp
  package var rating: Rating
  package var due: Due
  /// The study day of the answer, so that a due day can be said as "in 3 days".
  package var today: Day
  /// False for a practice session: then no due day is promised.
  package var isRecorded: Bool
  /// True where the item comes back within the session.
  package var returns: Bool
  /// True for a close first try: nothing is revealed, the question stays.
  package var isRetry: Bool
  /// The accepted answer in words, as a learner reads it.
  package var keyText: [String]
  package var sources: [SourceLine]
  /// A leech: missed so often that the advice is to rewrite it or read again.
  package var isLeech: Bool
  /// True when the key changed since the last review; said once.
  package var keyChanged: Bool
  /// Where an open answer stands whose missing points may be added; nil where they may not.
  package var secondTry: SecondTry? = nil
  /// The paragraphs that teach an open question, where its author names them.
  package var passage: ReadingPage? = nil

  package enum SecondTry: Equatable, Sendable {
    /// The learner may add what is missing, so what is missing is not told yet.
    case offered
    /// It was not taken: what was kept back is told now.
    case declined
    /// The verdict is on both lines together.
    case taken
  }

  /// True where a point of an open answer is not made.
  package var lacksPoints: Bool { verdict.parts.contains { $0.state == .missing } }
  /// What the learner said before answering.
  package var confidence: Confidence? = nil
  /// The question that the response would have answered, where another one's key was given.
  package var confusedWith: String? = nil
}

/// Where a fact comes from, in words.
package struct SourceLine: Equatable, Sendable {
  package var title: String
  package var place: SourceReference.Place
}

package struct SummaryPage: Equatable, Sendable {
  /// What was missed: the item, the response, and the key.
  package struct Miss: Equatable, Sendable {
    package var key: ItemKey
    package var stem: String
    package var response: String
    package var keyText: [String]
    package var rule: GradingRule
  }

  package var outcome: Outcome
  package var misses: [Miss]
  /// How many answered items come back on which day, ascending; empty where nothing is recorded.
  package var returns: [DayCount]
  package var today: Day
  package var seed: UInt64
  package var passMark: Double?
  /// Nil where nothing is recorded or nobody is there to read it.
  package var habit: Habit? = nil
}

package struct DayCount: Equatable, Sendable {
  package var day: Day
  package var count: Int
}

package struct FlagLine: Equatable, Sendable {
  package var key: ItemKey
  package var note: String
  /// The question's first paragraph; nil where its pack is not at hand.
  package var stem: String? = nil
}

/// Answers of one item that the learner declared right, for its author to look at.
package struct OverrideLine: Equatable, Sendable {
  package var key: ItemKey
  /// Newest last; at least one.
  package var answers: [String]
}

package struct StatsPage: Equatable, Sendable {
  package struct TopicLine: Equatable, Sendable {
    /// A topic or a lesson's title.
    package var name: String
    package var items: Int
    package var seen: Int
    /// Mean probability of recall now over the items seen; nil where none was.
    package var recall: Double?
  }
  package struct WeakLine: Equatable, Sendable {
    package var key: ItemKey
    package var stem: String
    /// The worst first; at least one.
    package var reasons: [WeakItem.Reason]
    package var recall: Double
    package var reviews: Int
    package var lapses: Int
    /// The last wrong response.
    package var missed: String?
  }

  /// Answers whose recall was predicted alike.
  package struct CalibrationLine: Equatable, Sendable {
    package var answers: Int
    /// The mean prediction, and the share that was recalled, each 0...1.
    package var predicted: Double
    package var observed: Double
  }

  /// What became of answers of which the learner said the same before giving them.
  package struct ConfidenceLine: Equatable, Sendable {
    package var confidence: Confidence
    package var answers: Int
    /// Answers that were not rated Again.
    package var right: Int
  }

  package var scope: String
  package var reviews: Int
  /// Study days in a row, one missed day forgiven.
  package var streak: Int
  package var habit: Habit
  package var topics: [TopicLine]
  package var lessons: [TopicLine]
  package var weakest: [WeakLine]
  /// By rising prediction; only ranges with answers.
  package var calibration: [CalibrationLine]
  /// Sure, then unsure; only those with answers.
  package var confidence: [ConfidenceLine]
  package var today: Day
  /// The reviews of each of the last days, oldest first, today last.
  package var activity: [Int]
}

package struct DuePage: Equatable, Sendable {
  package var today: Day
  package var overdue: Int
  /// The next thirty days, today first.
  package var days: [DayCount]
}

/// Something said in one sentence.
package enum Notice: Equatable, Sendable {
  case unreadable(reason: String)
  case unknownCommand(word: String, suggestion: String?, at: MetaCommand.Place)
  case emptyAnswer
  case noHints
  case noMoreHints(given: Int)
  case notInQuiz(MetaCommand.Verb)
  case nothingAnswered
  case nothingToUndo
  case undone(ItemKey, response: String)
  case overridden(response: String)
  case notWrong
  /// What was asked for is a record, and this is practice.
  case notRecorded(MetaCommand.Verb)
  /// There was no response that could be right.
  case noResponse
  case notRight
  case ratedEasy(due: Due, today: Day)
  case claimed(point: Int, credit: Double)
  case noSuchPoint(Int, of: Int)
  case noPoints
  case skipped
  case suspended(ItemKey)
  case buried(ItemKey)
  case flagged(ItemKey, note: String)
  case unflagged(ItemKey)
  case nothingToAsk(SessionPlan.Mode, nextDue: Day?, today: Day)
  case fewerThanAsked(wanted: Int, available: Int)
  case timeUp(unanswered: Int)
  case inputEnded(unanswered: Int)
  case left(answered: Int, recorded: Bool)
  case notSaved(reason: String)
  case noSuchPack(String, suggestion: String?)
  case missingArgument(MetaCommand.Verb, at: MetaCommand.Place)
  case noSuchTopic(String, known: [String], suggestion: String?)
  case opened(PackID, title: String)
  case openedAll
  case noPassage
  case noMap
  case noSuchPlace(String, known: [String], suggestion: String?)
  case noSource
  case noSuchSetting(String, suggestion: String?, at: MetaCommand.Place)
  case badSetting(SettingFault)
  /// `over` is where the value came from before: what will override the file again next time;
  /// `isRunning` where the change can be felt in this run.
  case settingChanged(Setting, value: String, over: Settings.Origin, isRunning: Bool)
  case settingNotKept(reason: String)
  case hintsOff
  case badOption(CommandOptions.Fault, MetaCommand.Verb)
  case noSuchHelp(String, suggestion: String?)
  case noSuchItem(String, suggestion: String?)
  case ambiguousItem(String, [ItemKey])
  case noSuchSection(String, of: Int, PackID)
  case noReading(PackID)
  case said(Confidence)
  /// An answer that looks like a command without its colon.
  case looksLikeCommand(String)
  /// `unflag`, `unsuspend` or `unbury` did it, or there was nothing to take back.
  case tookBack(MetaCommand.Verb, ItemKey)
  case tookBackAll(MetaCommand.Verb, count: Int)
  case notSo(MetaCommand.Verb, ItemKey)
  case noneSo(MetaCommand.Verb)
  case enterGoesOn(toCome: Int)
  case enterStudies(due: Int, new: Int)
  case confirmLeave
  case goodbye
}
