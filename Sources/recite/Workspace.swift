import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// What a learner's command works with: the clock, the screen, the packs and their grader.
struct Workspace {
  let options: RunOptions
  let clock: RunClock
  let terminal: Terminal
  let theme: Theme
  let scheduler = Scheduler()
  let library: PackLibrary

  /// Looks round for locale, terminal and packs, and says what the learner should know of them.
  init(_ options: RunOptions) {
    let drawsUnicode = Terminal.prepareLocale()
    self.options = options
    clock = RunClock(fixed: options.now)
    terminal = Terminal(colour: options.color, drawsUnicode: drawsUnicode)
    theme = Theme(
      palette: terminal.hasColour ? Workspace.palette() : .none,
      drawsUnicode: drawsUnicode || !terminal.outputIsTerminal,
      hasManyColors: Workspace.hasManyColors,
      isSpoken: terminal.outputIsTerminal && terminal.isDumb)
    library = PackLibrary.load(
      PackLocator(lessons: options.lessons, environment: Workspace.environment))
    for notice in library.notices { say(VisibleText.of(notice)) }
  }

  /// The variables that name folders.
  static var environment: [String: String] {
    ["RECITE_LESSONS", "XDG_DATA_HOME", "HOME"].reduce(into: [:]) {
      $0[$1] = Terminal.environment($1)
    }
  }

  /// `COLORFGBG` ends in the background's colour where the terminal sets it; dark is usual.
  private static func palette() -> Theme.Palette {
    let background = Terminal.environment("COLORFGBG")?.split(separator: ";").last.flatMap {
      Int($0)
    }
    return background == 7 || background == 15 ? .light : .dark
  }

  /// True where the terminal says that it has 256 colours or more.
  private static var hasManyColors: Bool {
    let depth = Terminal.environment("COLORTERM")
    return depth == "truecolor" || depth == "24bit"
      || Terminal.environment("TERM")?.contains("256color") == true
  }

  // MARK: - Packs

  /// The packs with these ids or paths; all that can be asked where none is named.
  ///
  /// - Throws: `Failure` where one is not there or cannot be used.
  func packs(_ names: [String]) throws -> [Pack] {
    guard names.isEmpty else { return try names.map(pack) }
    let usable = library.entries().compactMap { entry -> Pack? in
      if entry.reading.hasErrors { complain(of: entry) }
      return entry.reading.pack.flatMap { $0.hasItems ? $0 : nil }
    }
    guard !usable.isEmpty else {
      throw Failure(.notFound, "there is no pack with a question; 'recite packs' lists them")
    }
    return usable
  }

  /// The pack with this id or path.
  func pack(_ name: String) throws -> Pack {
    guard let entry = library.entry(name) else {
      let near = nearest(to: name, among: library.ids).map { "; did you mean '\($0)'?" } ?? ""
      throw Failure(.notFound, "there is no pack '\(VisibleText.of(name))'\(near)")
    }
    if entry.reading.hasErrors { complain(of: entry) }
    guard let pack = entry.reading.pack, pack.hasItems else {
      throw Failure(
        .unusable, "the pack '\(VisibleText.of(name))' has no question that can be asked")
    }
    return pack
  }

  private func complain(of entry: PackLibrary.Entry) {
    let errors = entry.reading.diagnostics.count { $0.severity == .error }
    say(
      "'\(VisibleText.of(entry.path))' has \(errors) error\(errors == 1 ? "" : "s"); what could be "
        + "read is asked. See: recite check '\(VisibleText.of(entry.path))'")
  }

  /// A grader that knows the answers of these packs.
  func grader(for packs: [Pack]) -> Grader { Grader(lexicon: Shipped.lexicon, packs: packs) }

  // MARK: - Progress

  /// Where progress is kept: `--progress`, `RECITE_PROGRESS`, or the user's data folder.
  func progressPath() throws -> String {
    if let path = options.progress ?? Paths.progress(Terminal.environment) { return path }
    throw Failure(
      .cannotCreate, "no place for the progress file: set HOME or XDG_DATA_HOME, or use --progress")
  }

  /// The seed that was given, or one that the system draws.
  func seed() -> UInt64 { options.seed ?? SystemClock.randomNumber() % 1_000_000_000 }

  // MARK: - Screen

  /// Columns for pages.
  var width: Int { options.width ?? terminal.size.columns }

  /// For output that nobody edits lines in.
  var presenter: PagePresenter {
    PagePresenter(
      width: width, height: terminal.outputIsTerminal ? terminal.size.rows : nil, theme: theme)
  }

  /// Prints pages, long ones through the pager.
  func print(_ pages: [Page]) throws {
    let text = pages.reduce(into: "") { $0 += presenter.text(of: $1) }
    try Pager(terminal: terminal).show(text)
  }
}
