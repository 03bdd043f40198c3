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
  package private(set) var open: PackID?
  package private(set) var session: Session?
  package private(set) var hasEnded = false
  private var progress: Progress
  private var nextEntry: EntryID
  /// The next session's seed; each takes one.
  private var seeds: SeededGenerator
  private var finished: Session?
  private var settings = Settings()
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

  /// What the learner has done, this run included.
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
    case .endOfInput(let at): return quit(at: at)
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

  // MARK: - Sessions

  /// Begins a session at once, as `study`, `drill` and `quiz` of the command line do.
  package mutating func begin(_ mode: SessionPlan.Mode, on packs: [Pack], at: Timestamp)
    -> [Effect]
  {
    var plan = SessionPlan(
      mode: mode, seed: session == nil && finished == nil ? defaults.seed : seeds.next(),
      records: defaults.records, isUnattended: defaults.isUnattended,
      passMark: packs.count == 1 ? packs.first?.passMark : nil)
    plan.take(settings)
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
    if case .endOfInput = event { return shown + quit(at: event.at) }
    return shown + [.ask(.command)]
  }

  private mutating func takeOver() {
    guard let ended = session else { return }
    progress = ended.progress
    nextEntry = ended.nextEntry
    finished = ended
    finished?.forgetProgress()
    session = nil
  }

  private mutating func undoFinished(at: Timestamp) -> [Effect] {
    guard var again = finished, again.canUndo else {
      return [.show(.notice(.nothingToUndo)), .ask(.command)]
    }
    again.resume(with: progress, nextEntry: nextEntry)
    progress = Progress()
    let effects = again.reopen(at: at)
    session = again
    finished = nil
    return effects
  }

  // MARK: - Commands

  private mutating func obey(_ command: MetaCommand, at: Timestamp) -> [Effect] {
    switch command.verb {
    case .study:
      return onPack(command.argument) { home, packs in home.begin(.study, on: packs, at: at) }
    case .quiz:
      return onPack(command.argument) { home, packs in
        home.begin(.quiz(topic: nil), on: packs, at: at)
      }
    case .mistakes:
      return onPack(command.argument) { home, packs in home.begin(.mistakes, on: packs, at: at) }
    case .cram:
      return onPack(command.argument) { home, packs in home.begin(.cram, on: packs, at: at) }
    case .drill: return drill(command.argument, at: at)
    case .packs: return show(.packs(library.map { line(for: $0, at: at) }))
    case .open: return open(command.argument)
    case .read: return read()
    case .map: return map(command.argument)
    case .causes:
      let pages = chosen.map { CausesPage(of: $0, progress, scheduler, at: at) }
      let shown = pages.filter { !$0.lines.isEmpty }
      return (shown.isEmpty ? pages.prefix(1) : shown[...]).map { .show(.causes($0)) }
        + [.ask(.command)]
    case .stats:
      let page = StatsPage(of: Course(chosen), scope: scopeName, progress, scheduler, at: at)
      return show(.stats(page))
    case .due: return show(.due(DuePage(of: Course(chosen), progress, scheduler, at: at)))
    case .flags: return show(.flags(progress.flagLines))
    case .undo: return undoFinished(at: at)
    case .help:
      return show(.help(MetaCommand.Verb(rawValue: command.argument.lowercased()), at: .home))
    case .quit: return quit(at: at)
    case .hint, .skip, .show, .why, .passage, .source, .right, .claim, .easy, .flag, .suspend,
      .bury, .settings, .set:
      return say(.unknownCommand(word: command.verb.rawValue, suggestion: nil, at: .home))
    }
  }

  private func show(_ page: Page) -> [Effect] { [.show(page), .ask(.command)] }

  private func say(_ notice: Notice) -> [Effect] { show(.notice(notice)) }

  private mutating func quit(at: Timestamp) -> [Effect] {
    hasEnded = true
    return [.show(.notice(.goodbye))]
  }

  /// The packs that commands mean when they name none.
  private var chosen: [Pack] {
    guard let open else { return library }
    return library.filter { $0.id == open }
  }

  private var scopeName: String { open?.rawValue ?? "all packs" }

  private mutating func onPack(
    _ name: String, _ act: (inout Home, [Pack]) -> [Effect]
  ) -> [Effect] {
    if name.isEmpty { return act(&self, chosen) }
    if name == "all" { return act(&self, library) }
    guard let pack = library.first(where: { $0.id.rawValue == name }) else {
      return say(noSuchPack(name))
    }
    return act(&self, [pack])
  }

  private func noSuchPack(_ name: String) -> Notice {
    .noSuchPack(name, suggestion: nearest(to: name, among: library.map(\.id.rawValue)))
  }

  private mutating func open(_ name: String) -> [Effect] {
    guard !name.isEmpty else { return say(.missingArgument(.open, at: .home)) }
    if name == "all" {
      open = nil
      return say(.openedAll)
    }
    guard let pack = library.first(where: { $0.id.rawValue == name }) else {
      return say(noSuchPack(name))
    }
    open = pack.id
    return say(.opened(pack.id, title: pack.title))
  }

  private mutating func drill(_ word: String, at: Timestamp) -> [Effect] {
    guard !word.isEmpty else { return say(.missingArgument(.drill, at: .home)) }
    let known = Course(chosen).topicsAndTags
    guard known.contains(where: { $0.lowercased() == word.lowercased() }) else {
      return say(.noSuchTopic(word, known: known, suggestion: nearest(to: word, among: known)))
    }
    return begin(.drill(word), on: chosen, at: at)
  }

  /// The map of the open pack, or of the first that has one where none is open.
  private func map(_ place: String) -> [Effect] {
    guard let pack = chosen.first(where: { $0.map != nil }) else { return say(.noMap) }
    guard let page = MapPage(of: pack, argument: place) else {
      let known = MapPage(of: pack, argument: "")?.places.map(\.rawValue) ?? []
      return say(.noSuchPlace(place, known: known, suggestion: nearest(to: place, among: known)))
    }
    return show(.map(page))
  }

  /// All lessons of the open pack, or of the first where none is open.
  private func read() -> [Effect] {
    guard let pack = chosen.first else { return [.ask(.command)] }
    return pack.readingPages.map { .show(.reading($0)) } + [.ask(.command)]
  }

  // MARK: - Pages

  private func homePage(at: Timestamp) -> HomePage {
    let lines = library.map { line(for: $0, at: at) }
    var plan = SessionPlan(mode: .study, seed: defaults.seed)
    plan.take(settings)
    let queue = SessionOrder.queue(
      for: plan, course: Course(library), progress: progress, scheduler: scheduler, at: at)
    let new = queue.order.count(where: \.isNew)
    return HomePage(packs: lines, open: open, due: queue.order.count - new, new: new)
  }

  private func line(for pack: Pack, at: Timestamp) -> PackLine {
    PackLine(of: pack, progress, scheduler, at: at)
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

extension Course {
  /// The topics, then the tags, in the order in which they come first; no duplicates.
  package var topicsAndTags: [String] {
    var seen: Set<String> = []
    let topics = packs.flatMap { $0.topics.map(\.rawValue) }
    return (topics + entries.flatMap(\.item.tags)).filter { seen.insert($0).inserted }
  }
}

extension Pack {
  /// The whole text of the pack: a page for every section that has a reading.
  package var readingPages: [ReadingPage] {
    lessons.flatMap { lesson in
      lesson.sections.filter { !$0.reading.isEmpty }.map { section in
        ReadingPage(
          lesson: lesson.title, section: section.title, blocks: section.reading, isExcerpt: false)
      }
    }
  }
}

extension Progress {
  /// The flags, ordered by item.
  package var flagLines: [FlagLine] {
    items.compactMap { key, record in record.flag.map { FlagLine(key: key, note: $0) } }
      .sorted { $0.key < $1.key }
  }
}

extension PackLine {
  package init(of pack: Pack, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp) {
    let keys = pack.items.map { ItemKey(pack: pack.id, item: $0.id) }
    let cards = keys.compactMap { progress.items[$0] }
    self.init(
      id: pack.id, title: pack.title, lessons: pack.lessons.count, items: keys.count,
      seen: cards.count { $0.card.reviewed != nil },
      due: cards.count { !$0.isSuspended && scheduler.isDue($0.card, at: at) })
  }
}
