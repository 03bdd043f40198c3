/// One sitting: asks, grades, records, brings back what was missed, and ends with a score.
///
/// A value: `step` takes what happened and returns what is to be done, so that a REPL, a script and
/// a test run the same session, and replaying its events gives an equal one.
package struct Session: Reducer, Equatable, Sendable {
  package let course: Course
  package private(set) var plan: SessionPlan
  package let scheduler: Scheduler
  package internal(set) var grader: Grader

  /// What is known of the learner, this session's answers included.
  package internal(set) var progress: Progress
  /// The name of the next journal entry.
  package internal(set) var nextEntry: EntryID
  /// How many items the session was to ask when it began.
  var total = 0
  /// How many items are due on a day, for spreading the load.
  var load: [Day: Int] = [:]
  var stage = Stage()
  /// The answers that count, oldest first; undone ones are not in it.
  package internal(set) var log: [Answered] = []
  var deadline: Instant?
  package internal(set) var outcome: Outcome?
  /// The question on the screen when the learner left.
  var leftAt: Asked?

  /// A session that has not begun yet; `began` chooses what to ask.
  ///
  /// `nextEntry` is the device, and the number of the first entry to record.
  package init(
    course: Course, plan: SessionPlan, scheduler: Scheduler, grader: Grader, progress: Progress,
    nextEntry: EntryID
  ) {
    self.course = course
    self.plan = plan
    self.scheduler = scheduler.calibrated(
      by: Calibration(of: progress.items.values, rollover: scheduler.rollover))
    self.grader = grader
    self.progress = progress
    self.nextEntry = nextEntry
  }

  /// Where the session stands between two answers: what undo brings back.
  struct Stage: Equatable, Sendable {
    /// What is still to be asked for the first time; nil before the session begins.
    var queue: Queue?
    /// The entry that the queue gave out last.
    var last: Queue.Entry?
    /// How many entries it gave out.
    var position = 0
    /// Missed items, oldest first.
    var returning: [Return] = []
    /// The question on the screen.
    var asked: Asked?
    /// Sections whose reading was shown.
    var shownSections: [Course.Place] = []
  }

  /// A missed item, the number of its first time, and how many other answers come before it.
  struct Return: Equatable, Sendable {
    var entry: Int
    var position: Int
    var waits: Int
  }

  struct Asked: Equatable, Sendable {
    /// An index into the course.
    var entry: Int
    var form: AskedForm
    var position: Int
    var isReturn: Bool
    var at: Timestamp
    var hints = 0
    /// What the learner said before answering.
    var confidence: Confidence?
    /// A response that looked like a command; given again, it is an answer.
    var doubted: String?
    /// Tries that were close or unreadable.
    var retries = 0
    var hadCloseTry = false
    /// True once an open answer was graded and what it lacks may be added.
    var isSecondTry = false

    /// True where the answer is no longer the first.
    var hadRetry: Bool { hadCloseTry || isSecondTry }
  }

  /// One graded answer.
  package struct Answered: Equatable, Sendable {
    package let page: VerdictPage
    package let isReturn: Bool
    /// The review's name; nil where nothing is recorded.
    let review: EntryID?
    /// The alias that an override added.
    var alias: String?
    /// The stage in which the answer was given: what undo brings back.
    let before: Stage
    let asked: Asked
    /// The answer that this one adds to, for a second try; else empty.
    var firstTry: [Answered] = []
  }

  package var currentProgress: Progress { progress }

  /// The score so far: the fold of the first answers of each item.
  package var score: Score {
    log.reduce(into: Score()) { score, answered in
      guard !answered.isReturn else { return }
      score.count(
        answered.page.verdict.outcome, credit: answered.page.credit,
        topic: answered.page.item.topic)
    }
  }

  /// What is to be done about an event, in order; nothing once the session is over, but undo.
  package mutating func step(_ event: Event) -> [Effect] {
    if case .recordFailed(let reason, let at) = event {
      // Also when it was the last answer, or the score, that could not be saved.
      return [.show(.notice(.notSaved(reason: reason)))] + finish(.notSaved, at: at)
    }
    guard outcome == nil else {
      guard case .commanded(let command, let at) = event, command.verb == .undo else { return [] }
      return reopen(at: at)
    }
    if hasRunOut(at: event) { return timeUp(at: event.at) }
    switch event {
    case .began(let at): return begin(at: at)
    case .answered(let response, let at): return answer(response, at: at)
    case .commanded(let command, let at): return obey(command, at: at)
    case .misread(let word, let suggestion, _):
      return say(.unknownCommand(word: word, suggestion: suggestion, at: .question))
    case .elapsed: return []
    case .recordFailed: return []
    case .interrupted(let at):
      return plan.isUnattended ? finish(.interrupted, at: at) : askAgain()
    case .endOfInput(let at):
      guard plan.isUnattended else { return leave(at: at) }
      return [.show(.notice(.inputEnded(unanswered: unansweredCount)))]
        + finish(.inputEnded, at: at)
    }
  }

  /// True when the time limit has passed; a failure to save is heard all the same.
  private func hasRunOut(at event: Event) -> Bool {
    if case .recordFailed = event { return false }
    return deadline.map { event.at.instant >= $0 } ?? false
  }

  // MARK: - Asking

  private mutating func begin(at: Timestamp) -> [Effect] {
    let queue = SessionOrder.queue(
      for: plan, course: course, progress: progress, scheduler: scheduler, at: at)
    stage.queue = queue
    total = queue.order.count
    load = progress.dueCounts(scheduler)
    var effects: [Effect] = []
    guard total > 0 else {
      let today = scheduler.day(of: at)
      let next = course.entries.compactMap { progress.dueDay(of: $0.key, scheduler) }.min()
      effects.append(.show(.notice(.nothingToAsk(plan.mode, nextDue: next, today: today))))
      return effects + finish(.completed, at: at)
    }
    if let wanted = plan.count, wanted > total {
      effects.append(.show(.notice(.fewerThanAsked(wanted: wanted, available: total))))
    }
    if let seconds = plan.timeLimit {
      deadline = at.instant.advanced(bySeconds: Double(seconds))
    }
    return effects + askNext(at: at)
  }

  /// Chooses the next question and asks it, or ends the session when none is left.
  mutating func askNext(at: Timestamp) -> [Effect] {
    guard let next = takeNext() else { return finish(.completed, at: at) }
    let entry = course.entries[next.entry]
    // A quiz is the same for everybody: its letters, too, never depend on progress.
    let reviews = plan.isQuiz ? 0 : progress.items[entry.key]?.card.reviewed?.reviews ?? 0
    let asked = Asked(
      entry: next.entry,
      form: .drawn(
        for: entry.item, on: course.pack(of: entry).map, reviewCount: reviews, seed: plan.seed),
      position: next.position, isReturn: next.isReturn, at: at)
    stage.asked = asked
    let reading = readingToShow(before: entry)
    return [.show(.question(questionPage(for: asked, reading: reading))), .ask(prompt)]
  }

  /// The missed item whose turn it is, else the next of the queue, else any missed one.
  private mutating func takeNext() -> (entry: Int, position: Int, isReturn: Bool)? {
    if let ready = stage.returning.firstIndex(where: { $0.waits <= 0 }) {
      let back = stage.returning.remove(at: ready)
      return (back.entry, back.position, true)
    }
    if let next = stage.queue?.next(after: stage.last) {
      stage.last = next
      stage.position += 1
      return (next.place, stage.position, false)
    }
    guard !stage.returning.isEmpty else { return nil }
    let back = stage.returning.removeFirst()
    return (back.entry, back.position, true)
  }

  /// The section's reading, the first time that a new item of it is asked; never in a quiz.
  private mutating func readingToShow(before entry: Course.Entry) -> ReadingPage? {
    switch plan.mode {
    case .quiz, .mistakes, .cram: return nil
    case .study, .drill: break
    }
    guard plan.showsReading, !stage.shownSections.contains(entry.place) else { return nil }
    stage.shownSections.append(entry.place)
    let isNew = progress.items[entry.key]?.card.reviewed == nil
    let page = reading(of: entry, isExcerpt: true)
    return isNew && !page.blocks.isEmpty ? page : nil
  }

  func reading(of entry: Course.Entry, isExcerpt: Bool) -> ReadingPage {
    let section = course.section(of: entry)
    let pack = course.pack(of: entry)
    let number = pack.readingNumber(lesson: entry.place.lesson, section: entry.place.section)
    return ReadingPage(
      lesson: course.lesson(of: entry).title, section: section.title, blocks: section.reading,
      isExcerpt: isExcerpt,
      place: ReadingPage.Place(number: number, count: pack.readingCount))
  }

  /// The page of a question as it is asked.
  func questionPage(for asked: Asked, reading: ReadingPage? = nil) -> QuestionPage {
    let entry = course.entries[asked.entry]
    return QuestionPage(
      key: entry.key, item: entry.item, form: asked.form, lesson: course.lesson(of: entry).title,
      position: asked.position, total: total, isReturn: asked.isReturn, reading: reading,
      secondsLeft: deadline.map { Int($0.milliseconds(since: asked.at.instant) / 1000) },
      isQuiz: plan.isQuiz, asksConfidence: plan.asksConfidence, confidence: asked.confidence,
      map: mapView(for: entry, asked.form))
  }

  private func mapView(for entry: Course.Entry, _ form: AskedForm) -> MapView? {
    guard case .map(let question) = entry.item.kind, let map = course.pack(of: entry).map else {
      return nil
    }
    return MapView(asking: question, of: map, order: form.order)
  }

  /// What the learner is being asked for now.
  package var prompt: Prompt {
    guard let asked = stage.asked else { return .command }
    let entry = course.entries[asked.entry]
    return .answer(
      entry.key, letterCount: asked.form.order.count,
      oneKey: entry.item.oneKeyAnswers(as: asked.form), deadline: deadline)
  }

  func askAgain() -> [Effect] { [.ask(prompt)] }

  func say(_ notice: Notice) -> [Effect] { [.show(.notice(notice)), .ask(prompt)] }
}

extension Session: Tunable {
  /// Hints and readings count at once; what decides which items are asked is settled by now.
  package mutating func take(_ settings: Settings) {
    plan.givesHints = settings.isOn(.hints)
    plan.showsReading = settings.isOn(.reading)
    plan.goal = settings.goal
    plan.asksConfidence = settings.isOn(.confidence)
  }
}

extension Item {
  /// The keys that are a whole answer by themselves: the letters of a choice, `t` and `f`.
  func oneKeyAnswers(as form: AskedForm) -> String {
    switch kind {
    case .choice, .map(.pick): (0..<form.order.count).map(AskedForm.letter).joined()
    case .trueFalse: "tf"
    case .selection, .text, .number, .list, .ordering, .matching, .cloze, .map, .chain, .open: ""
    }
  }
}
