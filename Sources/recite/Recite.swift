import ArgumentParser
import ReciteCore
import RecitePresentation
import ReciteShell

/// The program: `recite` alone opens the REPL, a subcommand does one thing.
@main struct Recite: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recite",
    abstract: "Learn from lesson packs: asked, graded, and asked again in time.",
    discussion:
      "Without a subcommand Recite opens its prompt; on a pipe it runs the commands read.",
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Learn:",
        subcommands: [
          Study.self, Drill.self, QuizCommand.self, Read.self, FindCommand.self, Packs.self,
          Stats.self,
          DueCommand.self,
        ]),
      CommandGroup(
        name: "Write:",
        subcommands: [
          NewCommand.self, Check.self, DraftCommand.self, Format.self, PreviewCommand.self,
          PrintCommand.self, Explain.self, ImportCommand.self, Export.self,
        ]),
      CommandGroup(name: "Script:", subcommands: [Run.self, GradeCommand.self, Analyze.self]),
      CommandGroup(
        name: "Care:",
        subcommands: [
          ProgressCommand.self, SettingsCommand.self, SetCommand.self, Manual.self,
          Completions.self,
        ]),
    ])

  @OptionGroup var options: CommonOptions

  func run() throws { try Sitting.runHome(options.values) }

  static func main() {
    SignalPipe.ignoreFileSizeLimit()
    // Without arguments there is nothing to parse, and a learner waits.
    guard CommandLine.argc > 1 else { return leave { try Sitting.runHome(RunOptions()) } }
    if CommandLine.arguments[1] == ShellCompletion.verb {
      let completion = ShellCompletion(Array(CommandLine.arguments.dropFirst(2)))
      return leave { try StandardStream.output.write(completion?.text() ?? "words\n") }
    }
    do {
      var command = try direct() ?? parseAsRoot()
      leave { try command.run() }
    } catch {
      if let mistake = mistakenCommand(CommandLine.arguments[1]) {
        say(VisibleText.of(mistake))
        leave(with: ExitCode(.usage))
      }
      leave(with: error)
    }
  }

  /// What to say of a first word that is no command; nil where it is one, or an option.
  private static func mistakenCommand(_ word: String) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !word.hasPrefix("-"), !names.contains(word) else { return nil }
    let what = "there is no command '\(word.prefix(100))'"
    if let near = nearest(to: word.lowercased(), among: names) {
      return "\(what); did you mean '\(near)'? 'recite --help' lists them"
    }
    if isPack(word) {
      return "\(what); to learn from that pack: recite study \(word)"
    }
    if MetaCommand.Verb(rawValue: word.lowercased()) != nil {
      return "\(what) here; it can be typed at the prompt, which 'recite' alone opens"
    }
    return "\(what); 'recite --help' lists them, and 'recite' alone opens the prompt"
  }

  private static func isPack(_ word: String) -> Bool {
    let folders = Configuration(RunOptions()).lessonFolders
    let library = PackLibrary.load(
      PackLocator(lessons: [], environment: Workspace.environment(folders)))
    return library.ids.contains(word) || PackLocator.location(of: word) != nil
  }

  /// The subcommand that is named first, parsed by itself; nil where it does not understand.
  ///
  /// Looking at the whole tree of commands takes longer than many a command; only a mistake or a
  /// call for help needs it.
  private static func direct() -> ParsableCommand? {
    let arguments = CommandLine.arguments.dropFirst()
    let asksForHelp = ["-h", "--help", "help", "--version", "--generate-completion-script"]
    guard !arguments.contains(where: asksForHelp.contains) else { return nil }
    let command = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    return try? command?.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// Runs a command and leaves with the status that its end stands for.
  private static func leave(after body: () throws -> Void) {
    do {
      try body()
    } catch let failure as Failure {
      say(failure.description)
      exit(withError: ExitCode(failure.status))
    } catch let error as StoreError {
      say("\(error)")
      exit(withError: ExitCode(error.exitStatus))
    } catch OutputFailure.closed {
      // Whoever read our output has had enough, as `head` does; that is no failure of ours.
      exit(withError: ExitCode.success)
    } catch let error as OutputFailure {
      say("\(error)")
      exit(withError: ExitCode(.notSaved))
    } catch {
      leave(with: error)
    }
  }

  /// Ends with the words and the status that the parser of arguments has for an error or for help.
  ///
  /// It quotes arguments as they were given, so that its words are made visible on their way.
  private static func leave(with error: any Error) -> Never {
    let status = exitCode(for: error)
    let words = VisibleText.ofLines(fullMessage(for: error))
    guard !words.isEmpty else { exit(withError: status) }
    guard status.isSuccess else {
      try? StandardStream.error.write(words + "\n")
      exit(withError: status)
    }
    leave { try StandardStream.output.write(words + "\n") }
    exit(withError: status)
  }
}
