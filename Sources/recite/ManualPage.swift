import ReciteCore

/// The manual page `recite.1`, made of the tables that the program itself goes by.
///
/// - Source: man(7), groff_man(7): the macros `TH`, `SH`, `SS`, `TP`, `PP`, `EX`.
struct ManualPage {
  private var lines: [String] = []

  /// The page as roff.
  static func text(of program: CommandTable, version: String) -> String {
    var page = ManualPage()
    page.lines.append(".TH RECITE 1 \"\" \"Recite \(version)\" \"User Commands\"")
    page.head(program)
    page.commands(program)
    page.common(program)
    page.prompt()
    page.settings()
    page.rest()
    return page.lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Sections

  private mutating func head(_ program: CommandTable) {
    section("NAME")
    line(
      "recite \\- " + ManualPage.escaped("learn from lesson packs: asked, graded, and asked again"))
    section("SYNOPSIS")
    lines += [".B recite", "[\\fIOPTION\\fR]\\|.\\|.\\|."]
    lines += [".br", ".B recite", "\\fICOMMAND\\fR [\\fIARGUMENT\\fR]\\|.\\|.\\|."]
    section("DESCRIPTION")
    paragraph(
      "Recite asks questions from lesson packs written in Markdown, marks what is typed the way a "
        + "fair teacher would, and brings each question back when it is about to be forgotten. "
        + "What it knows of a learner is one local JSON file.")
    paragraph(
      "Without a command it opens its prompt; Enter begins. Where standard input is no terminal it "
        + "runs the commands read from it.")
  }

  private mutating func commands(_ program: CommandTable) {
    section("COMMANDS")
    let common = Set(program.options.flatMap(\.names))
    for command in program.subcommands where command.name != "help" {
      add(command, as: command.name, common: common)
    }
  }

  private mutating func add(_ command: CommandTable, as name: String, common: Set<String>) {
    let arguments = command.positionals.map { " \\fI" + ManualPage.escaped($0.usage) + "\\fR" }
    lines += [".SS \"recite " + name + "\"", ".B recite " + name + arguments.joined()]
    paragraph(command.summary)
    paragraph(command.discussion)
    for argument in command.positionals where !argument.summary.isEmpty {
      tagged("\\fI" + ManualPage.escaped(argument.value.uppercased()) + "\\fR", argument.summary)
    }
    for option in command.options where !option.names.contains(where: common.contains) {
      tag(option)
    }
    for inner in command.subcommands { add(inner, as: name + " " + inner.name, common: common) }
  }

  private mutating func common(_ program: CommandTable) {
    section("COMMON OPTIONS")
    paragraph("Most commands understand these.")
    for option in program.options { tag(option) }
  }

  private mutating func prompt() {
    section("AT THE PROMPT")
    for (place, caption) in [
      (MetaCommand.Place.home, "At 'recite>' commands are plain words"),
      (.question, "At 'answer>' a line is the answer; commands begin with a colon"),
    ] {
      subsection(caption)
      for verb in MetaCommand.Verb.all(at: place) {
        tagged("\\fB" + ManualPage.escaped(verb.usage(at: place)) + "\\fR", verb.summary)
      }
    }
    subsection("Keys")
    for (key, use) in ManualText.keys { tagged("\\fB" + ManualPage.escaped(key) + "\\fR", use) }
  }

  private mutating func settings() {
    section("SETTINGS")
    paragraph(
      "'recite settings' lists them, 'recite set KEY VALUE' changes one, 'set' at the prompt as "
        + "well. They are kept as 'key = value' lines, '#' beginning a comment. A variable goes "
        + "before the file, an option before both: RECITE_THEME=light, --set theme=light.")
    for group in Setting.Group.allCases {
      subsection(group.rawValue)
      for setting in Setting.allCases where setting.group == group {
        tagged(
          "\\fB" + ManualPage.escaped(setting.rawValue) + "\\fR",
          "\(setting.summary). It can be \(setting.range); unless set it is "
            + "\(setting.standard.text).")
      }
    }
  }

  private mutating func rest() {
    section("ENVIRONMENT")
    for (name, use) in ManualText.environment {
      tagged("\\fB" + ManualPage.escaped(name) + "\\fR", use)
    }
    section("FILES")
    for (name, use) in ManualText.files {
      tagged("\\fI" + ManualPage.escaped(name) + "\\fR", use)
    }
    section("EXIT STATUS")
    for (status, meaning) in ManualText.statuses {
      tagged("\\fB\(status)\\fR", meaning)
    }
    section("EXAMPLES")
    for (purpose, command) in ManualText.examples {
      paragraph(purpose)
      lines += [".PP", ".EX", "  " + ManualPage.escaped(command), ".EE"]
    }
    section("SEE ALSO")
    lines += [".BR editrc (5),", ".BR editline (7),", ".BR less (1)"]
  }

  // MARK: - Lines

  private mutating func section(_ name: String) { lines.append(".SH \(name)") }

  private mutating func subsection(_ name: String) {
    lines.append(".SS \"\(ManualPage.escaped(name))\"")
  }

  private mutating func line(_ text: String) { lines.append(text) }

  /// Paragraphs as they stand in a text, blank lines between them.
  private mutating func paragraph(_ text: String) {
    guard !text.isEmpty else { return }
    for part in text.split(separator: "\n", omittingEmptySubsequences: true) {
      lines += [".PP", ManualPage.started(ManualPage.escaped(String(part)))]
    }
  }

  private mutating func tag(_ option: CommandTable.Argument) {
    let names = option.names.map { "\\fB" + ManualPage.escaped($0) + "\\fR" }
      .joined(separator: ", ")
    let value =
      option.kind == .option ? " \\fI" + ManualPage.escaped(option.value.uppercased()) + "\\fR" : ""
    let standard = option.standard.map { " Unless given: \($0)." } ?? ""
    tagged(names + value, option.summary + standard)
  }

  private mutating func tagged(_ tag: String, _ text: String) {
    lines += [".TP", tag, ManualPage.started(ManualPage.escaped(text))]
  }

  /// A line that begins with a dot or a quote would be taken for a request.
  private static func started(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  /// Text as roff shows it: backslashes, hyphens that can be copied, quotes and dots as they are.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "\"": escaped += "\\(dq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "…": escaped += "\\|.\\|.\\|."
      default:
        if scalar.isASCII {
          escaped.unicodeScalars.append(scalar)
        } else {
          escaped += "\\[u" + String(scalar.value, radix: 16, uppercase: true).padded + "]"
        }
      }
    }
  }
}

extension String {
  /// At least four digits, as roff wants a code point.
  fileprivate var padded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}

/// What the manual says that no other table holds.
enum ManualText {
  static let keys = [
    ("Tab", "completes commands, packs, topics, settings and files; never an answer"),
    ("F1, or ? on an empty line", "help on this prompt"),
    ("Alt-h, or F2", "the next hint; what is typed stays"),
    ("Up, Down, Ctrl-R", "lines typed before, and a search through them"),
    ("Ctrl-C", "drops the line; twice on an empty one leaves"),
    ("Ctrl-D", "on an empty line, leaves; every answer is saved"),
    ("Ctrl-Z", "stops; 'fg' goes on where the line stood"),
  ]

  static let environment = [
    ("RECITE_…", "a setting: RECITE_NEW_PER_DAY for new-per-day, RECITE_LESSONS, RECITE_PROGRESS"),
    (
      "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
      "where settings, lessons and progress, and "
        + "histories lie"
    ),
    ("PAGER", "shows long text, unless the setting 'pager' says otherwise"),
    ("EDITRC", "the file of key bindings, instead of ~/.editrc"),
    ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "refuse or force colour"),
    ("TERM", "on 'dumb', or where it is empty, nothing is coloured, drawn or drawn again"),
    ("COLUMNS", "the width where output is no terminal"),
  ]

  static let files = [
    ("~/.config/recite/config", "the settings"),
    (
      "~/.local/share/recite/progress.json",
      "what is known of the learner; beside it a backup and, "
        + "while a session runs, its journal"
    ),
    ("~/.local/share/recite/lessons", "packs of one's own"),
    ("./Lessons", "packs of a project"),
    ("~/.local/state/recite", "the lines typed before; answers to a quiz are never kept"),
    ("~/.editrc", "key bindings, such as 'bind -v'"),
  ]

  static let statuses: [(Int32, String)] = [
    (ExitStatus.done.rawValue, "done, or passed"),
    (
      ExitStatus.no.rawValue,
      "it ran and the answer is no: below the pass mark, errors found, a "
        + "transcript differs"
    ),
    (ExitStatus.usage.rawValue, "a mistake in the command line, or an unknown command in a script"),
    (ExitStatus.unusable.rawValue, "a pack, script or progress file cannot be used as it is"),
    (ExitStatus.notFound.rawValue, "not found"),
    (ExitStatus.cannotCreate.rawValue, "cannot be created"),
    (
      ExitStatus.notSaved.rawValue,
      "an answer could not be saved, or the output not be written"
    ),
    (ExitStatus.inUse.rawValue, "the progress file is in use"),
    (ExitStatus.interrupted.rawValue, "interrupted"),
  ]

  static let examples = [
    ("Learn:", "recite"),
    ("Only causes, of one pack:", "recite drill cause chinas-rust-belt"),
    ("A test of ten questions in ten minutes:", "recite quiz --count 10 --time-limit 10m"),
    ("Find everything that is wrong with a pack:", "recite check Lessons/rivers.md"),
    ("A quiz without a human:", "recite quiz PACK --answers answers.txt --seed 7 --format jsonl"),
    ("For a screen reader:", "recite set plain on"),
  ]
}
