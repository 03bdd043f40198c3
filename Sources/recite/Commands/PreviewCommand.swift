import ArgumentParser
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite preview PACK`: plays a pack as a learner would, and records nothing.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Play a pack as a learner would; nothing is recorded.",
    discussion: """
      Every question is asked, whatever was learned before; no progress is read or written. With \
      --item only one is. With --watch the pack is read again whenever one of its files is saved, its \
      faults are shown, and the question that stood there is asked anew; Ctrl-D ends.
      """)

  @Argument(help: "The pack: an id or a path.", completion: .file())
  var pack: String

  @ArgumentParser.Option(help: ArgumentHelp("Ask only this item.", valueName: "id"))
  var item: String?

  @Flag(help: "Read the pack again whenever it is saved, and show its faults.")
  var watch = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    guard watch else {
      let pack = try workspace.pack(pack)
      let course = Course([pack.freed])
      if let item { try workspace.checkTopic(item, in: course) }
      let signals = SignalPipe()
      let source = try Sitting.lineSource(workspace, signals)
      defer { source.close() }
      var round = PreviewRound(workspace, pack, source, signals)
      try round.play(item.map { .drill($0) } ?? .cram)
      return
    }
    guard let location = PackLocator.location(of: pack) else {
      throw Failure(
        .notFound, "there is no file or folder '\(VisibleText.of(pack))' to watch")
    }
    try PreviewLoop(workspace, location, item: item).run()
  }
}

/// One playing of a pack, or of what is left of it.
private struct PreviewRound {
  private let workspace: Workspace
  private let pack: Pack
  private let source: any LineSource
  private let signals: SignalPipe?
  /// The item that was asked last, and all that were asked.
  private(set) var asked: [ItemID] = []

  init(
    _ workspace: Workspace, _ pack: Pack, _ source: any LineSource, _ signals: SignalPipe?
  ) {
    self.workspace = workspace
    self.pack = pack
    self.source = source
    self.signals = signals
  }

  /// Plays items; gives how it ended, nil where the pack was saved meanwhile.
  @discardableResult
  mutating func play(_ mode: SessionPlan.Mode, showsReading: Bool = true) throws -> Outcome? {
    var plan = SessionPlan(
      mode: mode, seed: workspace.seed(), records: false,
      isUnattended: !workspace.terminal.inputIsTerminal)
    plan.take(workspace.settings)
    // A preview goes through the whole pack.
    plan.sessionSize = nil
    plan.showsReading = plan.showsReading && showsReading
    let session = Session(
      course: Course([pack.freed]), plan: plan, scheduler: workspace.scheduler,
      grader: workspace.grader(for: [pack]), progress: Progress(),
      nextEntry: EntryID(device: DeviceID(0), number: 1))
    let inner: any FrontEnd
    if workspace.terminal.canEdit {
      inner = Interactive(
        source: source, look: workspace.look, clock: workspace.clock, signals: signals,
        completion: CommandCompletion(packs: [pack]))
    } else {
      inner = Scripted(source: source, presenter: workspace.presenter, clock: workspace.clock)
    }
    let frontEnd = NotingFrontEnd(inner)
    var driver = Driver(session, frontEnd) { _ in }
    try driver.run(from: .began(at: workspace.clock.now))
    asked += frontEnd.asked
    try Sitting.leave(by: frontEnd.signal, driver.outcome)
    return driver.outcome
  }
}

/// Notes which items are asked.
private final class NotingFrontEnd: FrontEnd {
  private let inner: any FrontEnd
  private(set) var asked: [ItemID] = []

  init(_ inner: any FrontEnd) { self.inner = inner }

  func next(_ prompt: Prompt) -> Event? { inner.next(prompt) }
  func take(_ settings: Settings) { inner.take(settings) }
  var signal: Int32? { inner.signal }

  func show(_ pages: [Page]) throws {
    for case .question(let page) in pages { asked.append(page.item.id) }
    try inner.show(pages)
  }
}

/// Plays a pack again and again, as its author saves it.
private final class PreviewLoop {
  private let workspace: Workspace
  private let location: PackLocation
  private let item: String?
  private let watch: PackWatch
  private let signals = SignalPipe()
  private let source: any LineSource
  /// The item to go on with, and those that were answered before it.
  private var current: ItemID?
  private var done: Set<ItemID> = []

  init(_ workspace: Workspace, _ location: PackLocation, item: String?) throws {
    self.workspace = workspace
    self.location = location
    self.item = item
    watch = PackWatch(location)
    source = WatchedLines(try Sitting.lineSource(workspace, signals), watch)
  }

  func run() throws {
    defer { source.close() }
    while true {
      let entry = PackLibrary.read(location)
      watch.settle(on: entry.folder)
      try report(entry)
      if try !play(entry) { return }
    }
  }

  /// What a check would find, in the same words.
  private func report(_ entry: PackLibrary.Entry) throws {
    var found = entry.reading.diagnostics
    if let pack = entry.reading.pack {
      let faults = workspace.grader(for: [pack]).keyFaults(of: pack)
      found += KeyDiagnostics.diagnostics(of: faults, in: entry.reading, folder: entry.folder)
    }
    var lines: [StyledText] = []
    for diagnostic in found.prefix(PreviewLoop.mostFaults) {
      lines += DiagnosticPresenter.lines(of: diagnostic, width: workspace.width)
    }
    let count = entry.reading.pack?.items.count ?? 0
    let faults = DiagnosticPresenter.summary(found) ?? "no faults"
    lines.append(
      StyledText("\(VisibleText.of(location.path)): \(count) items, \(faults)", .quiet))
    try StandardStream.output.write(
      lines.map { workspace.theme.render($0) + "\n" }.joined() + "\n")
  }

  /// As many as may stand above the question.
  private static let mostFaults = 20

  /// Asks what is left; false where the author has had enough.
  private func play(_ entry: PackLibrary.Entry) throws -> Bool {
    guard let pack = entry.reading.pack, pack.hasItems else { return waits() }
    if let item {
      guard Course([pack.freed]).hasEntries(matching: item) else { return waits() }
      var round = PreviewRound(workspace, pack, source, signals)
      if let outcome = try round.play(.drill(item)) { return goesOn(after: outcome) }
      return true
    }
    // The question that stood there comes first, alone; then those that were not asked yet.
    if let current, Course([pack.freed]).hasEntries(matching: current.rawValue) {
      var round = PreviewRound(workspace, pack, source, signals)
      guard let outcome = try round.play(.drill(current.rawValue), showsReading: false) else {
        return true
      }
      guard outcome.reason == .completed else { return false }
    }
    let rest = pack.without(done.union([current].compactMap { $0 }))
    guard rest.hasItems else { return waits() }
    var round = PreviewRound(workspace, rest, source, signals)
    let outcome = try round.play(.cram)
    if let last = round.asked.last {
      done.formUnion(round.asked.dropLast())
      if let before = current { done.insert(before) }
      current = last
    }
    guard let outcome else { return true }
    return goesOn(after: outcome)
  }

  private func goesOn(after outcome: Outcome) -> Bool {
    guard outcome.reason == .completed else { return false }
    current = nil
    done = []
    return waits()
  }

  /// Waits until the pack is saved; false where Ctrl-D or the end of a script comes first.
  private func waits() -> Bool {
    while true {
      let event = source.nextLine(LinePrompt("save the pack to play it again, Ctrl-D ends> "))
      switch event {
      case .failed(errno: 0): return true
      case .line, .key, .elapsed: continue
      case .interrupted, .endOfInput, .terminated, .failed: return false
      }
    }
  }
}

extension Pack {
  /// The pack with every item to be asked whatever was answered before.
  fileprivate var freed: Pack {
    changed { section in
      for index in section.items.indices {
        section.items[index].requires = []
        section.items[index].apart = []
      }
    }
  }

  fileprivate func without(_ ids: Set<ItemID>) -> Pack {
    changed { section in section.items.removeAll { ids.contains($0.id) } }
  }

  private func changed(_ change: (inout Section) -> Void) -> Pack {
    var pack = self
    for lesson in pack.lessons.indices {
      for section in pack.lessons[lesson].sections.indices {
        change(&pack.lessons[lesson].sections[section])
      }
    }
    return pack
  }
}
