import CLibedit
import Glibc

/// Whether output is coloured: as the surroundings ask, or as an option says.
package enum ColourPolicy: String, CaseIterable, Sendable {
  case auto, always, never
}

/// Columns and rows of a terminal, each at least 1.
package struct TerminalSize: Equatable, Sendable {
  package var columns: Int
  package var rows: Int

  /// What is assumed where nothing is known.
  package static let assumed = TerminalSize(columns: 80, rows: 24)
}

/// What is known of the three standard streams and of the screen behind them.
package struct Terminal: Sendable {
  package let inputIsTerminal: Bool
  package let outputIsTerminal: Bool
  package let errorIsTerminal: Bool
  /// `TERM`, empty when unset.
  package let name: String
  /// Whether standard output is coloured.
  package let hasColour: Bool
  /// Whether the user's own locale is UTF-8, so that lines and blocks may be drawn with it.
  package let drawsUnicode: Bool
  /// `COLUMNS`, for output that is no terminal.
  private let statedColumns: Int?

  /// Looks at the streams and the environment.
  ///
  /// - Parameters:
  ///   - environment: gives the value of a variable, nil when it is not set.
  ///   - colour: what the option `--color` says.
  ///   - drawsUnicode: what `Terminal.prepareLocale()` found.
  package init(
    environment: (String) -> String? = Terminal.environment, colour: ColourPolicy = .auto,
    drawsUnicode: Bool
  ) {
    inputIsTerminal = isatty(STDIN_FILENO) == 1
    outputIsTerminal = isatty(STDOUT_FILENO) == 1
    errorIsTerminal = isatty(STDERR_FILENO) == 1
    name = environment("TERM") ?? ""
    hasColour = Terminal.hasColour(
      colour, onTerminal: outputIsTerminal, environment: environment)
    self.drawsUnicode = drawsUnicode
    statedColumns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether lines can be edited: both ends are a terminal, and not one inside an editor that
  /// edits the line itself and sends it whole.
  package var canEdit: Bool {
    inputIsTerminal && outputIsTerminal && !(isDumb && Terminal.environment("INSIDE_EMACS") != nil)
  }

  /// Whether the terminal only appends: no cursor movement, no clearing, no colour.
  package var isDumb: Bool { name.isEmpty || name == "dumb" || name == "emacs" }

  /// The size of the screen now: what the terminal says, else `COLUMNS`, else 80 by 24.
  package var size: TerminalSize {
    var window = winsize()
    let isKnown =
      outputIsTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
    let columns = isKnown ? Int(window.ws_col) : 0
    let rows = isKnown ? Int(window.ws_row) : 0
    return TerminalSize(
      columns: columns > 0 ? columns : statedColumns ?? TerminalSize.assumed.columns,
      rows: rows > 0 ? rows : TerminalSize.assumed.rows)
  }

  /// A variable of the process's environment; nil when it is not set.
  package static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Takes the user's character set, or UTF-8 where that is another, and says whether it was
  /// UTF-8 already.
  ///
  /// Under any other set libedit drops every byte above ASCII that is typed, and ends in a
  /// segmentation fault when the prompt holds one. Only the character set is taken: numbers and
  /// messages stay the same in every locale.
  package static func prepareLocale() -> Bool {
    _ = setlocale(LC_CTYPE, "")
    guard !codesetIsUTF8 else { return true }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] {
      if setlocale(LC_CTYPE, name) != nil, codesetIsUTF8 { break }
    }
    return false
  }

  /// Whether the character set in force is UTF-8.
  static var codesetIsUTF8: Bool {
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: codeset) == "UTF-8"
  }

  /// An option decides, then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, then whether a terminal
  /// that knows colour is there.
  ///
  /// - Source: no-color.org and bixense.com/clicolors.
  static func hasColour(
    _ policy: ColourPolicy, onTerminal: Bool, environment: (String) -> String?
  ) -> Bool {
    switch policy {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let refused = environment("NO_COLOR"), !refused.isEmpty { return false }
    if let forced = environment("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0" { return true }
    if environment("CLICOLOR") == "0" { return false }
    let name = environment("TERM") ?? ""
    return onTerminal && !name.isEmpty && name != "dumb"
  }

  /// Whether pages are coloured, where the learner asks for it or not: never into a pipe or on a
  /// terminal without colour, unless an option or `CLICOLOR_FORCE` wants it.
  ///
  /// `isChosen` is a wish of this very run, which goes before what refused colour at its start.
  package func hasColour(asked: Bool, isChosen: Bool) -> Bool {
    asked && (hasColour || (isChosen && outputIsTerminal && !isDumb))
  }
}
