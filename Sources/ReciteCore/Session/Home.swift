/// The REPL as a value: the home screen, and the session that runs on it.
///
/// The driver feeds it events and carries out its effects; which pack is open, what was answered
/// and what is on the screen are all in here.
package struct Home: Reducer, Equatable, Sendable {
  package let library: [Pack]
  package private(set) var scheduler: Scheduler
  package let grader: Grader
  /// What the sessions begun here have in common.
  package let defaults: Defaults
  package internal(set) var open: PackID?
  package private(set) var session: Session?
  package private(set) var hasEnded = false
  var progress: Progress
  private var nextEntry: EntryID
  /// The next session's seed; each takes one.
  private var seeds: SeededGenerator
  /// The session that ended last, without the learner's progress.
  private(set) var finished: Session?
  private(set) var settings = Settings()
  /// Unknown commands so far, for a script's exit status.
  package private(set) var misreadLines = 0

  package struct Defaults: Equatable, Sendable {
    package var records: Bool
    package var isUnattended: Bool
    /// The seed of the first session, as given or drawn by the shell.
    package var seed: UInt64

    package init(records: Bool, isUnattended: Bool, seed: UInt64) {
      self.records = records
      self.isUnattended = isUnattended
      self.seed = seed
    }
  }

  /// A home over packs that can be asked; at least one.
  package init(
    library: [Pack], scheduler: Scheduler, grader: Grader, progress: Progress,
    nextEntry: EntryID, defaults: Defaults
  ) {
    self.library = library
    self.scheduler = scheduler
    self.grader = grader
    self.progress = progress
    self.nextEntry = nextEntry
    self.defaults = defaults
    seeds = SeededGenerator(seed: defaults.seed)
  }

  package var currentProgress: Progress { session?.progress ?? progress }

  /// Where commands are typed now.
  package var place: MetaCommand.Place { session == nil ? .home : .question }

  package mutating func step(_ event: Event) -> [Effect] {
    if case .misread = event { misreadLines += 1 }
    if session != nil { return pass(event) }
    switch event {
    case .began(let at): return [.show(.home(homePage(at: at))), .ask(.command)]
    case .misread(let word, let suggestion, _):
      return say(.unknownCommand(word: word, suggestion: suggestion, at: .home))
    case .commanded(let command, let at): return obey(command, at: at)
    case .answered, .elapsed: return []
    case .recordFailed(let reason, _): return notSaved(reason)
    case .interrupted: return [.ask(.command)]
    case .endOfInput: return quit()
    }
  }

  /// What could not be saved was the last thing of a session that is over.
  private mutating func notSaved(_ reason: String) -> [Effect] {
    hasEnded = true
    let outcome = Outcome(
      reason: .notSaved, score: finished?.score ?? Score(), passed: nil, unanswered: 0,
      isQuiz: false)
    return [.show(.notice(.notSaved(reason: reason))), .finish(outcome)]
  }

  func show(_ page: Page) -> [Effect] { [.show(page), .ask(.command)] }

  func say(_ notice: Notice) -> [Effect] { show(.notice(notice)) }

  mutating func quit() -> [Effect] {
    hasEnded = true
    return [.show(.notice(.goodbye))]
  }

  /// Makes the next journal entry of an action, counts it in, and has it saved where one records.
  mutating func record(_ action: JournalEntry.Action, at: Timestamp) -> [Effect] {
    guard defaults.records else { return [] }
    let entry = JournalEntry(id: nextEntry, at: at, action: action)
    nextEntry.number += 1
    progress.apply(entry, scheduler: scheduler)
    return [.record(entry)]
  }

  // MARK: - Sessions

  /// Begins a session at once, as `study`, `drill` and `quiz` of the command line do.
  mutating func begin(
    _ mode: SessionPlan.Mode, on packs: [Pack], _ options: CommandOptions, at: Timestamp
  ) -> [Effect] {
    var plan = SessionPlan(
      mode: mode,
      seed: options.seed ?? (session == nil && finished == nil ? defaults.seed : seeds.next()),
      records: defaults.records && !options.isPractice, isUnattended: defaults.isUnattended,
      count: options.count,
      passMark: options.pass ?? (packs.count == 1 ? packs.first?.passMark : nil),
      timeLimit: options.timeLimit)
    plan.take(settings)
    if let count = options.count { plan.sessionSize = count }
    session = Session(
      course: Course(packs), plan: plan, scheduler: scheduler, grader: grader,
      progress: progress, nextEntry: nextEntry)
    // The session owns the progress while it runs; two copies would each be copied when changed.
    progress = Progress()
    return pass(.began(at: at))
  }

  /// Lets the session act, and takes back over when it has ended.
  private mutating func pass(_ event: Event) -> [Effect] {
    guard let effects = session?.step(event) else { return [] }
    guard session?.outcome != nil else { return effects }
    takeOver()
    let shown = effects.filter { if case .finish = $0 { false } else { true } }
    if effects.contains(where: \.endsEverything) {
      hasEnded = true
      return effects
    }
    if case .endOfInput = event { return shown + quit() }
    return shown + whatEnterDoes(at: event.at) + [.ask(.command)]
  }

  /// What Enter would do now, for a learner who has just left or ended a session.
  private func whatEnterDoes(at: Timestamp) -> [Effect] {
    guard !defaults.isUnattended else { return [] }
    if let finished, finished.canGoOn {
      return [.show(.notice(.enterGoesOn(toCome: finished.toCome)))]
    }
    let (due, new) = waiting(at: at)
    return due + new == 0 ? [] : [.show(.notice(.enterStudies(due: due, new: new)))]
  }

  private mutating func takeOver() {
    guard let ended = session else { return }
    progress = ended.progress
    nextEntry = ended.nextEntry
    finished = ended
    finished?.forgetProgress()
    session = nil
  }

  mutating func undoFinished(at: Timestamp) -> [Effect] {
    guard finished?.canUndo == true else {
      return [.show(.notice(.nothingToUndo)), .ask(.command)]
    }
    return resume { $0.reopen(at: at) }
  }

  /// Goes on with the session that was left, or studies where none was.
  mutating func goOn(at: Timestamp) -> [Effect] {
    guard finished?.canGoOn == true else {
      return begin(.study, on: chosen, CommandOptions(), at: at)
    }
    return resume { $0.goOn(at: at) }
  }

  private mutating func resume(_ act: (inout Session) -> [Effect]) -> [Effect] {
    guard var again = finished else { return [.ask(.command)] }
    again.resume(with: progress, nextEntry: nextEntry)
    progress = Progress()
    let effects = act(&again)
    session = again
    finished = nil
    return effects
  }

  /// Another pack is wanted now: what was left is not taken up.
  mutating func forgetLeft() { finished?.leftAt = nil }

  // MARK: - What there is

  /// The packs that commands mean when they name none.
  var chosen: [Pack] {
    guard let open else { return library }
    return library.filter { $0.id == open }
  }

  func homePage(at: Timestamp) -> HomePage {
    let lines = library.map { PackLine(of: $0, progress, scheduler, at: at) }
    let (due, new) = waiting(at: at)
    return HomePage(
      packs: lines, open: open, due: due, new: new, habit: habit(at: at))
  }

  /// How many items `study` would ask now: due ones, and new ones within the day's limit.
  private func waiting(at: Timestamp) -> (due: Int, new: Int) {
    var plan = SessionPlan(mode: .study, seed: defaults.seed)
    plan.take(settings)
    let queue = SessionOrder.queue(
      for: plan, course: Course(chosen), progress: progress, scheduler: scheduler, at: at)
    let new = queue.order.count(where: \.isNew)
    return (queue.order.count - new, new)
  }

  func habit(at: Timestamp) -> Habit {
    Habit(
      of: progress.items.values, on: scheduler.day(of: at), goal: settings.goal,
      rollover: scheduler.rollover)
  }
}

extension Home: Tunable {
  package mutating func take(_ settings: Settings) {
    self.settings = settings
    scheduler = scheduler.tuned(by: settings)
    session?.take(settings)
  }
}

extension Effect {
  /// True for an end that no home screen follows.
  fileprivate var endsEverything: Bool {
    guard case .finish(let outcome) = self else { return false }
    switch outcome.reason {
    case .notSaved, .interrupted: return true
    case .completed, .left, .timeUp, .inputEnded: return false
    }
  }
}

extension PackLine {
  package init(of pack: Pack, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp) {
    // Each place that an item asks for is a question of its own.
    let keys = pack.askable(with: pack.map).map { ItemKey(pack: pack.id, item: $0.id) }
    let cards = keys.compactMap { progress.items[$0] }
    self.init(
      id: pack.id, title: pack.title, lessons: pack.lessons.count, items: keys.count,
      seen: cards.count { $0.card.reviewed != nil },
      due: cards.count { !$0.isSuspended && scheduler.isDue($0.card, at: at) })
  }
}
