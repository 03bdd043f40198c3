import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// What a shell's Tab offers for `recite …`: a small script in the shell asks, this answers.
///
/// The script calls `recite __complete SHELL INDEX WORD…`; the answer's first line says whether the
/// shell's own files are to be offered too (`files`, `folders`, `words`), each further one is a
/// candidate, a tab, and what it is.
struct ShellCompletion {
  /// The hidden word by which the scripts ask.
  static let verb = "__complete"

  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  /// What the shell offers beside the candidates.
  enum Files: String {
    case words, files, folders
  }

  struct Candidate: Equatable {
    var text: String
    var note = ""
  }

  private let program: CommandTable
  /// The words after `recite`; the last is being typed and may be empty.
  private let words: [String]
  /// What stands before the part of the last word that the shell takes for a word.
  private let hidden: String

  /// The arguments after `__complete`; nil where they are not as a script of ours sends them.
  init?(_ arguments: [String]) {
    guard let first = arguments.first, let shell = Shell(rawValue: first),
      let index = arguments.dropFirst().first.flatMap({ Int($0) }), index >= 1,
      let program = CommandTable.program()
    else { return nil }
    self.program = program
    var words = Array(arguments.dropFirst(2).prefix(index))
    if words.count < index { words.append("") }
    (self.words, hidden) = shell == .bash ? ShellCompletion.joined(words) : (words, "")
  }

  /// The answer for the shell.
  func text() -> String {
    let (files, candidates) = answer()
    let current = words.last ?? ""
    let fitting = candidates.filter { $0.text.hasPrefix(current) && $0.text.hasPrefix(hidden) }
    return fitting.reduce(into: files.rawValue + "\n") {
      let text = VisibleText.of(String($1.text.dropFirst(hidden.count)))
      $0 += text + "\t" + VisibleText.of($1.note) + "\n"
    }
  }

  /// bash takes `=` for a word of its own; here `--set`, `theme`, `=`, `d` is `--set`, `theme=d`.
  private static func joined(_ words: [String]) -> (words: [String], hidden: String) {
    var whole: [String] = []
    var isOpen = false
    for word in words {
      if word == "=" || isOpen, let last = whole.popLast() {
        whole.append(last + word)
        isOpen = word == "="
      } else {
        whole.append(word)
      }
    }
    guard let last = whole.last, let mark = last.lastIndex(of: "="), words.count > whole.count
    else { return (whole, "") }
    return (whole, String(last[...mark]))
  }

  // MARK: - Where the line stands

  /// What was typed before the current word.
  private struct Position {
    var command: CommandTable
    /// The positional words so far.
    var given: [String] = []
    /// The option whose value is being typed.
    var open: CommandTable.Argument?
    var used: Set<String> = []
    var isPastOptions = false
    /// Folders of `--lessons` and the file of `--config`, so that their packs are offered.
    var options = RunOptions()
  }

  private func position() -> Position {
    var place = Position(command: program)
    for word in words.dropLast() {
      if let option = place.open {
        take(word, for: option, &place)
        place.open = nil
      } else if word == "--", !place.isPastOptions {
        place.isPastOptions = true
      } else if word.hasPrefix("-"), word.count > 1, !place.isPastOptions {
        let name = String(word.prefix { $0 != "=" })
        place.used.insert(name)
        guard let option = place.command.option(name), option.kind == .option else { continue }
        if name.count == word.count {
          place.open = option
        } else {
          take(String(word.dropFirst(name.count + 1)), for: option, &place)
        }
      } else if place.given.isEmpty, let inner = place.command.subcommand(word) {
        place.command = inner
      } else {
        place.given.append(word)
      }
    }
    return place
  }

  private func take(_ value: String, for option: CommandTable.Argument, _ place: inout Position) {
    if option.names.contains("--lessons") {
      place.options.lessons.append(Paths.expanded(value, Terminal.environment))
    }
    if option.names.contains("--config") { place.options.config = value }
  }

  // MARK: - What is offered

  private func answer() -> (Files, [Candidate]) {
    let place = position()
    let current = words.last ?? ""
    if let open = place.open { return values(of: open, in: place, current) }
    if current.hasPrefix("-"), !place.isPastOptions {
      let name = String(current.prefix { $0 != "=" })
      guard name.count < current.count else { return (.words, options(in: place)) }
      guard let option = place.command.option(name), option.kind == .option else {
        return (.words, [])
      }
      let value = String(current.dropFirst(name.count + 1))
      let (files, candidates) = values(of: option, in: place, value)
      return (files, candidates.map { Candidate(text: name + "=" + $0.text, note: $0.note) })
    }
    let commands = place.given.isEmpty ? place.command.subcommands : []
    let named = commands.map { Candidate(text: $0.name, note: $0.summary) }
    guard let argument = argument(in: place) else { return (.words, named) }
    let (files, candidates) = values(of: argument, in: place, current)
    return (files, named + candidates)
  }

  private func argument(in place: Position) -> CommandTable.Argument? {
    let positionals = place.command.positionals
    if place.given.count < positionals.count { return positionals[place.given.count] }
    return positionals.last.flatMap { $0.isRepeating ? $0 : nil }
  }

  private func options(in place: Position) -> [Candidate] {
    place.command.options.flatMap { option -> [Candidate] in
      let isUsed = option.names.contains(where: place.used.contains) && !option.isRepeating
      let names = option.names.filter { $0.hasPrefix("--") }
      return isUsed ? [] : names.map { Candidate(text: $0, note: option.summary) }
    }
  }

  private func values(
    of argument: CommandTable.Argument, in place: Position, _ typed: String
  ) -> (Files, [Candidate]) {
    if !argument.values.isEmpty {
      return (.words, argument.values.map { Candidate(text: $0, note: note(of: $0)) })
    }
    switch argument.value {
    case "pack", "packs": return (.files, packs(place.options))
    case "topic": return (.words, topics(in: place))
    case "file", "path", "responses", "out", "document": return (.files, [])
    case "dir", "folder": return (.folders, [])
    case "item": return (.words, items(typed, place.options))
    case "key=value": return settingPairs(typed)
    case "value":
      return place.given.first.flatMap { Setting.named($0) }.map(settingValues) ?? (.words, [])
    case "subcommands":
      return (.words, program.subcommands.map { Candidate(text: $0.name, note: $0.summary) })
    default: return (argument.isFile ? .files : .words, [])
    }
  }

  private func note(of value: String) -> String {
    if let setting = Setting(rawValue: value) { return setting.summary }
    return DiagnosticCode(id: value).flatMap(ExplanationPage.page)?.title ?? ""
  }

  private func settingPairs(_ typed: String) -> (Files, [Candidate]) {
    guard let mark = typed.firstIndex(of: "=") else {
      return (.words, Setting.allCases.map { Candidate(text: $0.rawValue + "=", note: $0.summary) })
    }
    guard let setting = Setting.named(String(typed[..<mark])) else { return (.words, []) }
    let key = String(typed[...mark])
    return (
      .words, settingValues(setting).1.map { Candidate(text: key + $0.text, note: $0.note) }
    )
  }

  private func settingValues(_ setting: Setting) -> (Files, [Candidate]) {
    let standard = setting.standard.text
    var words = setting.offered
    if !words.contains(standard) { words.append(standard) }
    let candidates = words.map { Candidate(text: $0, note: $0 == standard ? "unless set" : "") }
    switch setting.form {
    case .file: return (.files, candidates)
    case .folders: return (.folders, candidates)
    case .flag, .number, .percent, .time, .choice, .command: return (.words, candidates)
    }
  }

  // MARK: - Packs

  private func library(_ options: RunOptions) -> PackLibrary {
    let lessons = Configuration(options).lessonFolders
    return PackLibrary.load(
      PackLocator(lessons: options.lessons, environment: Workspace.environment(lessons)))
  }

  private func packs(_ options: RunOptions) -> [Candidate] {
    library(options).entries().compactMap(\.reading.pack).map {
      Candidate(text: $0.id.rawValue, note: $0.title)
    }
  }

  /// The topics and tags of the packs that are named, or of all.
  private func topics(in place: Position) -> [Candidate] {
    let library = library(place.options)
    let named = place.given.compactMap { library.entry($0) }
    let entries = named.isEmpty ? library.entries() : named
    return Course(entries.compactMap(\.reading.pack)).topicsAndTags.map { Candidate(text: $0) }
  }

  /// `PACK/`, and once that stands there its items.
  private func items(_ typed: String, _ options: RunOptions) -> [Candidate] {
    guard let slash = typed.firstIndex(of: "/") else {
      return packs(options).map { Candidate(text: $0.text + "/", note: $0.note) }
    }
    let pack = library(options).entry(String(typed[..<slash]))?.reading.pack
    return (pack?.items ?? []).map {
      Candidate(text: String(typed[...slash]) + $0.id.rawValue, note: $0.stem.first?.plain ?? "")
    }
  }
}
