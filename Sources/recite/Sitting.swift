import ArgumentParser
import ReciteCore
import RecitePresentation
import ReciteShell

/// Runs a reducer with the front end that the surroundings call for, and settles how it ended.
enum Sitting {
  /// One session by itself: `study`, `drill`, `quiz` on a terminal or from a script.
  ///
  /// `size` is the most items to ask, where the learner says so. `check` may refuse what is asked of the packs, before anything is opened.
  static func run(
    _ mode: SessionPlan.Mode, _ names: [String], _ options: RunOptions, size: Int? = nil,
    check: (Workspace, Course) throws -> Void = { _, _ in }
  ) throws {
    let workspace = Workspace(options)
    let packs = try workspace.packs(names)
    let course = Course(packs)
    try check(workspace, course)
    let learner = try Learner(workspace, records: !options.practice && mode.recorded != nil)
    var plan = SessionPlan(
      mode: mode, seed: workspace.seed(), records: learner.records,
      isUnattended: !workspace.terminal.inputIsTerminal,
      passMark: packs.count == 1 ? packs.first?.passMark : nil)
    plan.take(workspace.settings)
    if let size { plan.sessionSize = size }
    let session = Session(
      course: course, plan: plan, scheduler: workspace.scheduler,
      grader: workspace.grader(for: packs), progress: learner.lend(),
      nextEntry: learner.nextEntry)
    let driver = try play(session, workspace, learner, packs)
    try leave(driver.outcome)
  }

  /// The home screen, with the sessions begun on it.
  static func runHome(_ options: RunOptions) throws {
    let workspace = Workspace(options)
    let packs = try workspace.packs([])
    let learner = try Learner(workspace, records: !options.practice)
    let home = Home(
      library: packs, scheduler: workspace.scheduler, grader: workspace.grader(for: packs),
      progress: learner.lend(), nextEntry: learner.nextEntry,
      defaults: Home.Defaults(
        records: learner.records, isUnattended: !workspace.terminal.inputIsTerminal,
        seed: workspace.seed()))
    let driver = try play(home, workspace, learner, packs)
    switch driver.outcome?.reason {
    case .notSaved, .interrupted: try leave(driver.outcome)
    default: break
    }
    if driver.engine.misreadLines > 0, !workspace.terminal.inputIsTerminal {
      throw ExitCode(.usage)
    }
  }

  /// Runs a reducer to its end; the terminal is given back and the record folded whatever happens.
  static func play<Engine: Tunable>(
    _ engine: consuming Engine, _ workspace: Workspace, _ learner: Learner, _ packs: [Pack]
  ) throws -> Driver<Tuned<Engine>> {
    let signals = SignalPipe()
    let source = try lineSource(workspace, signals)
    let frontEnd: any FrontEnd
    if workspace.terminal.canEdit {
      frontEnd = Interactive(
        source: source, look: workspace.look, clock: workspace.clock, signals: signals,
        completion: CommandCompletion(packs: packs))
    } else {
      frontEnd = Scripted(
        source: source, presenter: workspace.presenter, clock: workspace.clock)
    }
    defer { source.close() }
    let driver = try learner.run(
      Tuned(engine, settings: workspace.settings), frontEnd, workspace)
    try leave(by: frontEnd.signal, driver.outcome)
    return driver
  }

  /// Ends as a shell expects of a program that a signal ended, unless worse happened.
  static func leave(by signal: Int32?, _ outcome: Outcome?) throws {
    guard let signal, outcome?.reason != .notSaved else { return }
    throw ExitCode(128 + signal)
  }

  static func lineSource(
    _ workspace: Workspace, _ signals: SignalPipe?
  ) throws -> any LineSource {
    if workspace.terminal.canEdit, let signals,
      let editor = LineEditor(
        terminal: workspace.terminal, signals: signals,
        mode: EditingMode(rawValue: workspace.settings.word(.editing) ?? "") ?? .emacs,
        histories: workspace.settings.isOn(.history) ? Histories.open() : [:])
    {
      return editor
    }
    let prompts: StandardStream? = workspace.terminal.inputIsTerminal ? .error : nil
    return LineReader(signals: signals, prompts: prompts, notice: say)
  }

  /// Ends with the status that an outcome stands for.
  static func leave(_ outcome: Outcome?) throws {
    guard let outcome else { return }
    switch outcome.reason {
    case .notSaved: throw ExitCode(.notSaved)
    case .interrupted: throw ExitCode(.interrupted)
    case .completed, .left, .timeUp, .inputEnded:
      if outcome.passed == false { throw ExitCode(.no) }
    }
  }
}

/// The histories of typed lines, each kind in its own file.
private enum Histories {
  static func open() -> [HistoryKind: History] {
    guard let folder = Paths.stateFolder(Terminal.environment) else { return [:] }
    return [
      HistoryKind.commands: History(path: folder + "/commands"),
      HistoryKind.answers: History(path: folder + "/answers"),
    ].compactMapValues { $0 }
  }
}
