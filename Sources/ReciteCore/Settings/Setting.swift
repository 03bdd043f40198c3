/// One thing that a learner can have another way: a row of the one table of settings.
///
/// The table feeds the reader of the settings file, the environment, the options, `settings`, `set`,
/// completion and the manual.
package enum Setting: String, CaseIterable, Sendable {
  case newPerDay = "new-per-day"
  case reviewsPerDay = "reviews-per-day"
  case sessionSize = "session-size"
  case goal
  case retention
  case maximumInterval = "maximum-interval"
  case dayStart = "day-start"
  case hints, reading, confidence
  case keys, editing, history
  case plain, theme, unicode
  case ambiguous, map, width, pager
  case lessons, progress

  /// The headings under which settings are listed, in this order.
  package enum Group: String, CaseIterable, Sendable {
    case learning = "Learning"
    case keys = "Keys"
    case screen = "Screen"
    case files = "Files"
  }

  /// When a change is felt.
  package enum Moment: Equatable, Sendable {
    case now, nextSession, nextStart
  }

  /// What a setting can be.
  package enum Form: Equatable, Sendable {
    /// `on` or `off`.
    case flag
    /// A whole number within a range, or a word that stands for none.
    case number(ClosedRange<Int>, orWord: String?)
    /// A share in whole per cent.
    case percent(ClosedRange<Int>)
    /// A time of day, `04:00`.
    case time
    /// One of these words.
    case choice([String])
    /// A command, or one of these words.
    case command(orWords: [String])
    /// The path of a file, or a word that stands for the usual one.
    case file(orWord: String)
    /// Paths of folders, separated by `:`, or a word that stands for none.
    case folders(orWord: String)
  }

  /// The rows of the table: heading, form, what it is unless set, when it is felt, and what it does.
  private var row:
    (group: Group, form: Form, standard: SettingValue, moment: Moment, summary: String)
  {
    switch self {
    case .newPerDay:
      (
        .learning, .number(0...9999, orWord: nil), .number(20), .nextSession,
        "new items that study brings a day"
      )
    case .reviewsPerDay:
      (
        .learning, .number(0...9999, orWord: nil), .number(200), .nextSession,
        "due items that study asks a day"
      )
    case .sessionSize:
      (
        .learning, .number(1...9999, orWord: "all"), .word("all"), .nextSession,
        "items a session at most; a quiz has its own count"
      )
    case .goal:
      (
        .learning, .number(1...9999, orWord: "off"), .word("off"), .now,
        "answers a day that you want to give"
      )
    case .retention:
      (
        .learning, .percent(70...97), .percent(90), .nextSession,
        "how well you want to know what comes back"
      )
    case .maximumInterval:
      (
        .learning, .number(1...36_500, orWord: nil), .number(36_500), .nextSession,
        "days until an item comes back at the latest"
      )
    case .dayStart:
      (.learning, .time, .time(240), .nextStart, "when a new day begins for the schedule")
    case .hints:
      (.learning, .flag, .flag(true), .now, "give hints when asked for")
    case .reading:
      (
        .learning, .flag, .flag(true), .now,
        "show a section's text before its first question"
      )
    case .confidence:
      (
        .learning, .flag, .flag(false), .now,
        "say how sure you are: ':sure' or ':unsure'"
      )
    case .keys:
      (
        .keys, .flag, .flag(false), .now,
        "one key answers a choice, without Enter"
      )
    case .editing:
      (
        .keys, .choice(["emacs", "vi"]), .word("emacs"), .now,
        "the keys that edit a line; ~/.editrc goes before"
      )
    case .history:
      (
        .keys, .flag, .flag(true), .nextStart,
        "keep typed lines for the arrow keys and Ctrl-R"
      )
    case .plain:
      (
        .screen, .flag, .flag(false), .now,
        "for screen readers: words only, nothing redrawn"
      )
    case .theme:
      (
        .screen, .choice(["auto", "light", "dark", "none"]), .word("auto"), .now,
        "colours for a light or dark background, or none"
      )
    case .unicode:
      (
        .screen, .choice(["auto", "on", "off"]), .word("auto"), .now,
        "draw signs beyond ASCII; auto asks the locale"
      )
    case .ambiguous:
      (
        .screen, .choice(["narrow", "wide"]), .word("narrow"), .now,
        "signs that East Asian screens may draw two wide"
      )
    case .map:
      (
        .screen, .choice(["auto", "color", "braille", "ascii", "words"]), .word("auto"), .now,
        "how maps are drawn, or told in words"
      )
    case .width:
      (
        .screen, .number(20...1000, orWord: "auto"), .word("auto"), .now,
        "columns of a line; auto is the screen's width"
      )
    case .pager:
      (
        .screen, .command(orWords: ["auto", "off"]), .word("auto"), .now,
        "what shows long text; auto is $PAGER, else less"
      )
    case .lessons:
      (
        .files, .folders(orWord: "none"), .word("none"), .nextStart,
        "folders to look for packs in, separated by ':'"
      )
    case .progress:
      (
        .files, .file(orWord: "auto"), .word("auto"), .nextStart,
        "the file that keeps your progress"
      )
    }
  }

  package var group: Group { row.group }
  package var form: Form { row.form }
  package var standard: SettingValue { row.standard }
  package var moment: Moment { row.moment }
  package var summary: String { row.summary }

  /// The variable that overrides the file: `RECITE_NEW_PER_DAY` for `new-per-day`.
  package var variable: String {
    "RECITE_" + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// The values to offer: all of them where they are words, else those that are words.
  package var offered: [String] {
    switch form {
    case .flag: ["on", "off"]
    case .choice(let words): words
    case .number(_, let word): [word].compactMap { $0 }
    case .command(let words): words
    case .file(let word), .folders(let word): [word]
    case .percent, .time: []
    }
  }

  /// What it can be, for a person: `1 to 9999, or all`.
  package var range: String {
    switch form {
    case .flag: "on or off"
    case .choice(let words): words.joined(separator: ", ")
    case .number(let range, let word):
      "\(range.lowerBound) to \(range.upperBound)" + (word.map { ", or \($0)" } ?? "")
    case .percent(let range): "\(range.lowerBound)% to \(range.upperBound)%"
    case .time: "00:00 to 23:59"
    case .command(let words): "a command, " + words.joined(separator: " or ")
    case .file(let word): "a path, or \(word)"
    case .folders(let word): "paths, or \(word)"
    }
  }

  /// The setting of a name; a name that only one begins with will do at the prompt.
  ///
  /// Case does not count, and `_` is `-`.
  package static func named(_ name: String, orBegun: Bool = false) -> Setting? {
    let name = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    if let setting = Setting(rawValue: name) { return setting }
    guard orBegun, !name.isEmpty else { return nil }
    let begun = allCases.filter { $0.rawValue.hasPrefix(name) }
    return begun.count == 1 ? begun[0] : nil
  }

  /// The name that a slip was meant to be.
  package static func suggestion(for name: String) -> String? {
    let name = name.lowercased()
    let names = allCases.map(\.rawValue)
    return nearest(to: name, among: names)
      ?? names.first { name.count > 2 && ($0.hasPrefix(name) || name.hasPrefix($0)) }
  }
}
