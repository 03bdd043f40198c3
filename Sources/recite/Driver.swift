import ReciteCore

/// Where events come from and pages go: a terminal, a script, an answer file.
protocol FrontEnd {
  /// Waits for the next event; nil when there will be none.
  func next(_ prompt: Prompt) -> Event?
  /// Shows pages, in one write.
  func show(_ pages: [Page]) throws
  /// Goes by other settings from now on.
  func take(_ settings: Settings)
  /// The signal that ended it, for the exit status.
  var signal: Int32? { get }
}

extension FrontEnd {
  func take(_ settings: Settings) {}
  var signal: Int32? { nil }
}

/// The one loop: events in, effects out, for REPL, script and tests alike.
struct Driver<Engine: Reducer> {
  var engine: Engine
  let frontEnd: any FrontEnd
  /// Makes the entries of one change durable, all or none, before anything after them is shown.
  let record: ([JournalEntry]) throws -> Void
  /// Keeps a changed setting for the next time; gives the reason where it cannot.
  let keep: (SettingChange) -> String?
  private var prompt: Prompt?
  /// The last end that was reached.
  private(set) var outcome: Outcome?

  init(
    _ engine: Engine, _ frontEnd: any FrontEnd,
    keep: @escaping (SettingChange) -> String? = { _ in nil },
    record: @escaping ([JournalEntry]) throws -> Void
  ) {
    self.engine = engine
    self.frontEnd = frontEnd
    self.record = record
    self.keep = keep
  }

  /// Runs until nothing is asked any more.
  ///
  /// `afterFirst` is called when the first question stands on the screen.
  /// - Throws: what showing a page throws; what is recorded stays so.
  mutating func run(from first: Event, afterFirst: () -> Void = {}) throws {
    try perform(engine.step(first), at: first.at)
    if prompt != nil { afterFirst() }
    while let asked = prompt, let event = frontEnd.next(asked) {
      prompt = nil
      try perform(engine.step(event), at: event.at)
    }
  }

  /// Carries out effects; after a failed record the rest is dropped and the engine is told.
  mutating func perform(_ effects: [Effect], at: Timestamp) throws {
    var pages: [Page] = []
    var rest = effects[...]
    while let effect = rest.popFirst() {
      switch effect {
      case .show(let page): pages.append(page)
      case .ask(let asked): prompt = asked
      case .finish(let reached): outcome = reached
      case .tune(let change):
        frontEnd.take(change.settings)
        if let reason = keep(change) { pages.append(.notice(.settingNotKept(reason: reason))) }
      case .record(let entry):
        // What stands before it is already safe, and does not wait for a second sync.
        try frontEnd.show(pages)
        pages = []
        var change = [entry]
        while case .record(let next)? = rest.first {
          change.append(next)
          rest.removeFirst()
        }
        do { try record(change) } catch {
          let failure = Event.recordFailed(reason: "\(error)", at: at)
          return try perform(engine.step(failure), at: at)
        }
      }
    }
    try frontEnd.show(pages)
  }
}
