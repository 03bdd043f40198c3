import ArgumentParser
import Glibc
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite run`: plays scripts and transcripts.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Play a script of commands, or a transcript.",
    discussion: """
      A script is one command or answer a line; lines that begin with '#' are comments. A \
      transcript has '> ' before each line that is typed, and below it what that printed; its first \
      lines may set 'seed:', 'now:', 'width:', 'height:' and 'packs:'. In a Markdown file each fence \
      marked 'recite' is a transcript.

      A transcript begins with a fresh learner and records nothing. A script is what 'recite < FILE' \
      is, and records.

      Exit status: 0 done; 1 with --check, a transcript differs; 64 a script has an unknown command; \
      65 a file cannot be used as it is; 66 a file or pack is not there.
      """)

  @Argument(
    help: ArgumentHelp("Scripts or transcripts, '-' for standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Compare transcripts with what they print now.")
  var check = false

  @Flag(help: "Write transcripts anew with what they print now.")
  var record = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if check, record { throw ValidationError("'--check' and '--record' exclude each other") }
    if files.isEmpty { throw ValidationError("name a file to run, or '-'") }
  }

  func run() throws {
    let workspace = Workspace(options.values)
    var differing = 0
    for file in files {
      if try run(file, workspace) { differing += 1 }
    }
    if check {
      say("\(files.count - differing) of \(files.count) as expected")
      if differing > 0 { throw ExitCode(.no) }
    }
  }

  /// Runs one file; true where it is not as expected.
  private func run(_ file: String, _ workspace: Workspace) throws -> Bool {
    let text = try ScriptFile.text(of: file)
    if file.hasSuffix(".md") { return try runDocument(text, file, workspace) }
    guard Transcript.isTranscript(text) || record else {
      guard !check else {
        throw Failure(
          .unusable, "\(ScriptFile.name(file)): no line begins with '> ', so this is no transcript")
      }
      try runScript(text, workspace)
      return false
    }
    let old = try transcript(text, file)
    let new = try replayed(old, file, workspace)
    if check { return try report(old, new, file, workspace.theme) }
    if record {
      try OutputFile.write(new.text, to: file)
    } else {
      try StandardStream.output.write(VisibleText.ofLines(new.text))
    }
    return false
  }

  /// A transcript, or a script as one without output.
  private func transcript(_ text: String, _ file: String, firstLine: Int = 1) throws -> Transcript {
    do {
      if Transcript.isTranscript(text) {
        return try Transcript(parsing: text, firstLine: firstLine)
      }
    } catch {
      throw Failure(.unusable, VisibleText.of("\(ScriptFile.name(file)): \(error)"))
    }
    return Transcript(
      header: TranscriptHeader(),
      exchanges: Transcript.lines(of: text).filter { !$0.isEmpty }.map {
        Transcript.Exchange(input: $0, output: [], line: 0)
      })
  }

  /// Each transcript of a Markdown document.
  private func runDocument(_ text: String, _ file: String, _ workspace: Workspace) throws -> Bool {
    let fences = TranscriptFence.all(in: text)
    guard !fences.isEmpty else {
      throw Failure(
        .unusable, "\(ScriptFile.name(file)): no fence is marked '\(TranscriptFence.language)'")
    }
    var isDifferent = false
    var texts: [String] = []
    for fence in fences {
      let old = try transcript(fence.text, file, firstLine: fence.lines.lowerBound)
      let new = try replayed(old, file, workspace)
      texts.append(new.text)
      if check, try report(old, new, file, workspace.theme) { isDifferent = true }
    }
    if record {
      try OutputFile.write(TranscriptFence.replacing(in: text, with: texts), to: file)
    } else if !check {
      for text in texts { try StandardStream.output.write(VisibleText.ofLines(text)) }
    }
    return isDifferent
  }

  /// What a transcript's inputs print now, under the header that options and defaults complete.
  private func replayed(
    _ old: Transcript, _ file: String, _ workspace: Workspace
  ) throws -> Transcript {
    var header = old.header
    header.seed = options.seed ?? header.seed
    header.now = options.now ?? header.now
    header.width = options.width ?? header.width
    // Only a new recording settles what was left open; else a check would differ by that alone.
    if record {
      header.seed = header.seed ?? workspace.seed()
      header.now = header.now ?? workspace.clock.now
    }
    let packs =
      header.packs.isEmpty
      ? try workspace.packs([]) : try header.packs.map { try pack($0, beside: file, workspace) }
    let replay = Replay(
      packs: packs, grader: workspace.grader(for: packs), scheduler: Scheduler(),
      progress: try startingProgress())
    return try replay.play(
      old.inputs, header: header, clock: RunClock(fixed: header.now ?? workspace.clock.now))
  }

  /// A pack that a header names: a path from the transcript's own folder, or an id.
  private func pack(_ name: String, beside file: String, _ workspace: Workspace) throws -> Pack {
    if name.contains("/") || name.hasSuffix(".md"), !name.hasPrefix("/"), file != "-" {
      let path = ScriptFile.folder(of: file) + "/" + name
      if access(path, R_OK) == 0 { return try workspace.pack(path) }
    }
    return try workspace.pack(name)
  }

  /// Nothing known, or with `--progress` what that file holds; it is only read.
  private func startingProgress() throws -> Progress {
    guard let path = options.progress else { return Progress() }
    return try ProgressFile.read(at: path, scheduler: Scheduler()).progress
  }

  /// Says where a transcript differs from what it prints now; true where it does.
  private func report(
    _ old: Transcript, _ new: Transcript, _ file: String, _ theme: Theme
  ) throws -> Bool {
    var expected = old
    expected.header = new.header
    let difference = LineDifference(
      from: Transcript.lines(of: expected.text), to: Transcript.lines(of: new.text))
    guard !difference.isEmpty else { return false }
    let first = zip(old.exchanges, new.exchanges).first { $0.output != $1.output }
    let line = old.opening == new.opening ? first?.0.line ?? 1 : 1
    var lines = [StyledText("\(ScriptFile.name(file)):\(line): differs", .heading)]
    lines += difference.hunks(context: 3).map(TranscriptDifference.line)
    try StandardStream.output.write(lines.reduce(into: "") { $0 += theme.render($1) + "\n" })
    return true
  }

  /// Runs plain commands as standard input would bring them.
  private func runScript(_ text: String, _ workspace: Workspace) throws {
    let packs = try workspace.packs([])
    let learner = try Learner(workspace, records: !options.practice)
    let home = Home(
      library: packs, scheduler: workspace.scheduler, grader: workspace.grader(for: packs),
      progress: learner.lend(), nextEntry: learner.nextEntry,
      defaults: Home.Defaults(
        records: learner.records, isUnattended: true, seed: workspace.seed()))
    let lines = Transcript.lines(of: text).filter { !Replay.isComment($0) }
    let frontEnd = Scripted(
      source: ScriptLines(lines), presenter: workspace.presenter, clock: workspace.clock)
    let driver = try learner.run(
      Tuned(home, settings: workspace.settings), frontEnd, workspace)
    switch driver.outcome?.reason {
    case .notSaved, .interrupted: try Sitting.leave(driver.outcome)
    default: break
    }
    if driver.engine.misreadLines > 0 { throw ExitCode(.usage) }
  }
}

/// A script that is read whole, line by line.
private final class ScriptLines: LineSource {
  private var lines: ArraySlice<String>

  init(_ lines: [String]) { self.lines = lines[...] }

  func nextLine(_ prompt: LinePrompt) -> LineEvent {
    guard prompt.text() != nil else { return .elapsed }
    return lines.popFirst().map(LineEvent.line) ?? .endOfInput
  }

  func releaseTerminal() {}
  func close() {}
}

/// How a difference looks: what was expected, what came, and what both have.
enum TranscriptDifference {
  static func line(_ change: LineDifference.Change?) -> StyledText {
    switch change {
    case .same(let text): StyledText("  " + text, .quiet)
    case .removed(let text): StyledText("- " + text, .wrong)
    case .added(let text): StyledText("+ " + text, .right)
    case nil: StyledText("  …", .quiet)
    }
  }
}

/// The files that `run` reads and writes.
enum ScriptFile {
  /// Longer than any script that a person or a class makes.
  private static let limit = 64 << 20

  /// How messages name a file.
  static func name(_ file: String) -> String {
    file == "-" ? "standard input" : VisibleText.of(file)
  }

  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// All of a file, or of standard input.
  ///
  /// - Throws: `Failure` where it is not there or no text.
  static func text(of file: String) throws -> String {
    guard file != "-" else { return try standardInput() }
    switch TextFile.contents(of: file, limit: limit) {
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.unusable, "'\(name(file))' is not UTF-8")
      }
      return text.replacing(
        "\u{feff}", with: "", maxReplacements: text.hasPrefix("\u{feff}") ? 1 : 0)
    case .unusable(.missing): throw Failure(.notFound, "there is no file '\(name(file))'")
    case .unusable(let fault):
      throw Failure(.unusable, "'\(name(file))' cannot be read: \(fault.reason)")
    }
  }

  private static func standardInput() throws -> String {
    let reader = LineReader(signals: nil, notice: say)
    var text = ""
    while case .line(let line) = reader.nextLine(LinePrompt("")) { text += line + "\n" }
    return text
  }
}
