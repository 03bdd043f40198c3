import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// What a learner's command works with: the clock, the screen, the packs and their grader.
struct Workspace {
  let options: RunOptions
  let configuration: Configuration
  let clock: RunClock
  let terminal: Terminal
  let look: Appearance
  let theme: Theme
  let scheduler: Scheduler
  let library: PackLibrary

  /// Looks round for settings, locale, terminal and packs, and says what the learner should know of
  /// them.
  init(_ options: RunOptions) {
    let drawsUnicode = Terminal.prepareLocale()
    self.options = options
    configuration = Configuration(options)
    for notice in configuration.notices { say(VisibleText.of(notice)) }
    let settings = configuration.settings
    clock = RunClock(fixed: options.now)
    terminal = Terminal(colour: options.color, drawsUnicode: drawsUnicode)
    look = Appearance(terminal: terminal, settings: settings)
    theme = look.theme
    scheduler = Scheduler(rollover: settings.rollover).tuned(by: settings)
    library = PackLibrary.load(
      PackLocator(
        lessons: options.lessons, environment: Workspace.environment(configuration.lessonFolders)))
    for notice in library.notices { say(VisibleText.of(notice)) }
  }

  var settings: Settings { configuration.settings }

  /// The variables that name folders; those for lessons may be named in the settings too.
  static func environment(_ lessons: String?) -> [String: String] {
    var variables = ["XDG_DATA_HOME", "HOME"].reduce(into: [:]) {
      $0[$1] = Terminal.environment($1)
    }
    variables["RECITE_LESSONS"] = lessons
    return variables
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

  /// Says what there is where a word is no topic, tag or item of a course.
  ///
  /// - Throws: `Failure`.
  func checkTopic(_ word: String, in course: Course) throws {
    guard !course.hasEntries(matching: word) else { return }
    let known = course.topicsAndTags
    let near = nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ";"
    throw Failure(
      .notFound,
      VisibleText.of(
        "there is no topic or tag '\(word)'\(near) there are: "
          + known.joined(separator: ", ")))
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

  /// Where progress is kept.
  func progressPath() throws -> String { try configuration.progressPath() }

  /// The seed that was given, or one that the system draws.
  func seed() -> UInt64 { options.seed ?? SystemClock.randomNumber() % 1_000_000_000 }

  // MARK: - Settings

  /// Keeps a changed setting for the next time; gives the reason where it cannot.
  func keep(_ change: SettingChange) -> String? {
    configuration.file.keep(change.setting, change.value)
  }

  // MARK: - Screen

  /// Columns for pages.
  var width: Int { look.width }

  /// For output that nobody edits lines in.
  var presenter: PagePresenter {
    PagePresenter(
      width: width, height: terminal.outputIsTerminal ? terminal.size.rows : nil, theme: theme)
  }

  /// Prints pages, long ones through the pager.
  func print(_ pages: [Page]) throws {
    let text = presenter.text(of: pages)
    try look.pager.show(text)
  }
}
