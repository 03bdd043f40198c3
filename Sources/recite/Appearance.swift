import ReciteCore
import RecitePresentation
import ReciteShell

/// How pages look: what the learner has set, as far as the terminal can show it.
struct Appearance {
  let terminal: Terminal
  var settings: Settings

  var theme: Theme {
    Theme(
      palette: palette, drawsUnicode: drawsUnicode, hasManyColors: Appearance.hasManyColors,
      ambiguousWidth: settings.word(.ambiguous).flatMap(AmbiguousWidth.init) ?? .narrow,
      mapStyle: settings.word(.map).flatMap(MapStyle.init) ?? .auto, isSpoken: isSpoken)
  }

  /// True where pages are heard rather than seen: `plain`, or a terminal that can only append.
  var isSpoken: Bool {
    settings.isOn(.plain) || (terminal.outputIsTerminal && terminal.isDumb)
  }

  /// Columns for pages, as wide as the screen is now.
  var width: Int { settings.width ?? terminal.size.columns }

  /// The pager that the learner has set; nil leaves it to the environment, an empty one is none.
  ///
  /// A pager fills the screen, which a screen reader cannot follow.
  var pagerCommand: String? {
    switch settings.word(.pager) {
    case nil: settings.text(.pager)
    case "off": ""
    default: isSpoken ? "" : nil
    }
  }

  var pager: Pager { Pager(terminal: terminal, command: pagerCommand) }

  private var palette: Theme.Palette {
    guard !settings.isOn(.plain) || isThemeChosen,
      terminal.hasColour(asked: settings.word(.theme) != "none", isChosen: isThemeChosen)
    else { return .none }
    switch settings.word(.theme) {
    case "light": return .light
    case "dark": return .dark
    default: return Appearance.surroundings
    }
  }

  /// Whether the learner asked for this theme in this very run, which goes before `NO_COLOR`.
  private var isThemeChosen: Bool {
    switch settings[.theme].origin {
    case .prompt, .option, .environment(Setting.theme.variable): true
    case .standard, .file, .environment: false
    }
  }

  private var drawsUnicode: Bool {
    switch settings.word(.unicode) {
    case "on": true
    case "off": false
    default: terminal.drawsUnicode || !terminal.outputIsTerminal
    }
  }

  /// `COLORFGBG` ends in the background's colour where the terminal sets it; dark is usual.
  private static var surroundings: Theme.Palette {
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
}
