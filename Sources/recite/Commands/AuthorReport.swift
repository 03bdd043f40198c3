import ArgumentParser
import RecitePresentation
import ReciteShell

/// How the author's commands show their results.
struct AuthorReport {
  let theme: Theme
  let width: Int
  let isOnTerminal: Bool

  init(_ options: ReportOptions) {
    let terminal = Terminal(
      colour: options.color, drawsUnicode: Terminal.prepareLocale())
    theme = Theme(
      palette: terminal.hasColour ? .dark : .none, drawsUnicode: terminal.drawsUnicode)
    isOnTerminal = terminal.outputIsTerminal
    width = options.width ?? (terminal.outputIsTerminal ? terminal.size.columns : 100)
  }

  /// Writes lines, to standard output unless told otherwise.
  ///
  /// - Throws: `OutputFailure` where nobody reads it, or it cannot be written.
  func show(_ lines: [StyledText], on stream: StandardStream = .output) throws {
    var text = ""
    for line in lines { text += theme.render(line) + "\n" }
    try stream.write(text)
  }
}

/// The options of commands that report to a screen.
struct ReportOptions: ParsableArguments {
  @Option(help: "Colour: auto, always or never.")
  var color: ColourPolicy = .auto

  @Option(help: ArgumentHelp("Columns of the output.", valueName: "n"))
  var width: Int?
}
