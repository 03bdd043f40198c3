import ArgumentParser
import RecitePresentation
import ReciteShell

/// `recite manual`: the manual page.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Show the manual page.",
    discussion: "Into a file or a pipe it is printed as it is installed, for man to read.")

  func run() throws {
    guard let program = CommandTable.program() else {
      throw Failure(.unusable, "the command line cannot describe itself")
    }
    let text = ManualPage.text(of: program, version: Recite.configuration.version)
    let terminal = Terminal(drawsUnicode: Terminal.prepareLocale())
    try Pager(terminal: terminal, command: "man -l - 2>/dev/null").show(text)
  }
}

/// `recite completions SHELL`: the script that completes `recite` in a shell.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the completion script of a shell.",
    discussion: """
      bash: source <(recite completions bash)
      zsh: source <(recite completions zsh)
      fish: recite completions fish | source
      """)

  @Argument(
    help: "bash, zsh or fish.",
    completion: .list(ShellCompletion.Shell.allCases.map(\.rawValue)))
  var shell: ShellCompletion.Shell

  func run() throws {
    try StandardStream.output.write(CompletionScripts.script(for: shell))
  }
}

extension ShellCompletion.Shell: ExpressibleByArgument {}
