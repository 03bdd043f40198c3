/// How the learner wants it: every setting with its value and where the value came from.
///
/// What is taken later overrides what was taken before: the file, then the environment, then the
/// options, then what was set at the prompt.
package struct Settings: Equatable, Sendable {
  /// Where a value came from.
  package enum Origin: Equatable, Sendable {
    case standard
    case file
    /// The name of the variable.
    case environment(String)
    /// As it is typed, `--plain`.
    case option(String)
    /// `set` at the prompt of this run.
    case prompt
  }

  package struct Entry: Equatable, Sendable {
    package var value: SettingValue
    package var origin: Origin
  }

  private var entries: [Setting: Entry] = [:]

  /// Every setting as it is unless set.
  package init() {}

  package subscript(setting: Setting) -> Entry {
    entries[setting] ?? Entry(value: setting.standard, origin: .standard)
  }

  package mutating func set(_ setting: Setting, to value: SettingValue, from origin: Origin) {
    entries[setting] = Entry(value: value, origin: origin)
  }

  /// Makes a setting what it is unless set.
  package mutating func reset(_ setting: Setting) { entries[setting] = nil }

  /// Takes a value as it is written.
  ///
  /// - Throws: `SettingFault`; the setting then stays as it was.
  package mutating func take(
    _ written: String, for setting: Setting, from origin: Origin
  ) throws(SettingFault) {
    set(setting, to: try SettingValue(written, for: setting), from: origin)
  }

  /// Takes what the environment says: `RECITE_…` for each setting, and the variables that all
  /// programs share: `NO_COLOR`, `CLICOLOR`, `TERM`.
  ///
  /// A variable that is empty says nothing.
  /// - Returns: what could not be used, in words.
  package mutating func takeEnvironment(_ variable: (String) -> String?) -> [String] {
    var faults: [String] = []
    if let forced = variable("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0",
      word(.theme) == "none"
    {
      set(.theme, to: .word("auto"), from: .environment("CLICOLOR_FORCE"))
    }
    if let name = colourRefusal(variable) {
      set(.theme, to: .word("none"), from: .environment(name))
    }
    for setting in Setting.allCases {
      guard let written = variable(setting.variable), !written.isEmpty else { continue }
      do throws(SettingFault) {
        try take(written, for: setting, from: .environment(setting.variable))
      } catch {
        faults.append("\(setting.variable): \(error)")
      }
    }
    return faults
  }

  /// The variable that refuses colour; `CLICOLOR_FORCE` wants it whatever the terminal is.
  ///
  /// - Source: no-color.org and bixense.com/clicolors.
  private func colourRefusal(_ variable: (String) -> String?) -> String? {
    if let refused = variable("NO_COLOR"), !refused.isEmpty { return "NO_COLOR" }
    if let forced = variable("CLICOLOR_FORCE"), !forced.isEmpty, forced != "0" { return nil }
    if variable("CLICOLOR") == "0" { return "CLICOLOR" }
    return variable("TERM") == "dumb" ? "TERM" : nil
  }
}

/// The values as the program uses them.
extension Settings {
  package var newPerDay: Int { number(.newPerDay) ?? 0 }
  package var reviewsPerDay: Int { number(.reviewsPerDay) ?? 0 }
  /// Items of one session; nil for all.
  package var sessionSize: Int? { number(.sessionSize) }
  /// Answers a day; nil where none is wanted.
  package var goal: Int? { number(.goal) }
  /// Columns; nil for those of the screen.
  package var width: Int? { number(.width) }
  /// The desired probability of recall, 0...1.
  package var retention: Double {
    if case .percent(let share) = self[.retention].value { Double(share) / 100 } else { 0.9 }
  }
  package var maximumInterval: Int { number(.maximumInterval) ?? 36_500 }
  package var rollover: Rollover {
    guard case .time(let minutes) = self[.dayStart].value else { return .standard }
    return Rollover(minutes: minutes)
  }

  package func isOn(_ setting: Setting) -> Bool { self[setting].value == .flag(true) }

  /// The word that a choice is set to, or the stand-in of another form.
  package func word(_ setting: Setting) -> String? {
    if case .word(let word) = self[setting].value { word } else { nil }
  }

  /// The path or command that a setting names; nil where a word stands there.
  package func text(_ setting: Setting) -> String? {
    if case .text(let text) = self[setting].value { text } else { nil }
  }

  private func number(_ setting: Setting) -> Int? {
    if case .number(let number) = self[setting].value { number } else { nil }
  }
}

extension Scheduler {
  /// This scheduler with what the learner has set, but for the start of the day, which all that was
  /// computed in this run already goes by.
  package func tuned(by settings: Settings) -> Scheduler {
    Scheduler(
      mode: mode, parameters: model.parameters, desiredRetention: settings.retention,
      learningSteps: learningSteps, relearningSteps: relearningSteps,
      maximumInterval: settings.maximumInterval, intervalScale: intervalScale, rollover: rollover)
  }
}
