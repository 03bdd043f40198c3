/// A reducer whose settings can be changed while it runs.
package protocol Tunable: Reducer {
  /// Goes by these settings from now on, or from the next session on where that is when they count.
  mutating func take(_ settings: Settings)
}

/// One change of the settings, to be carried out and kept by the shell.
package struct SettingChange: Equatable, Sendable {
  package var setting: Setting
  /// Nil makes it what it is unless set.
  package var value: SettingValue?
  /// All settings after the change.
  package var settings: Settings
}

/// Understands `settings` and `set` at any prompt, and passes all else on to what runs inside.
package struct Tuned<Engine: Tunable>: Reducer {
  package private(set) var engine: Engine
  package private(set) var settings: Settings
  /// What was asked for last; asked again after a command about the settings.
  private var prompt: Prompt?
  /// Changes that were no good, for a script's exit status.
  package private(set) var refusals = 0

  package init(_ engine: Engine, settings: Settings) {
    self.engine = engine
    self.settings = settings
    self.engine.take(settings)
  }

  package var currentProgress: Progress { engine.currentProgress }

  package mutating func step(_ event: Event) -> [Effect] {
    if case .commanded(let command, _) = event, let prompt {
      switch command.verb {
      case .settings where command.argument.isEmpty:
        return [.show(.settings(SettingsPage(of: settings))), .ask(prompt)]
      case .goal where !command.argument.isEmpty && prompt.place == .home:
        // 'goal 20' is 'set goal 20', and says how far the day is.
        let before = refusals
        let changed = set("goal " + command.argument, at: .home)
        return changed
          + (refusals > before
            ? [.ask(prompt)] : engine.step(.commanded(MetaCommand(.goal), at: event.at)))
      case .settings, .set: return set(command.argument, at: prompt.place) + [.ask(prompt)]
      default: break
      }
    }
    let effects = engine.step(event)
    for case .ask(let asked) in effects { prompt = asked }
    return effects
  }

  /// `KEY`, `KEY VALUE`, `KEY = VALUE` or `KEY default`.
  private mutating func set(_ argument: String, at place: MetaCommand.Place) -> [Effect] {
    guard !argument.isEmpty else { return [.show(.settings(SettingsPage(of: settings)))] }
    let (name, written) = SettingAssignment.split(argument)
    guard let setting = Setting.named(name, orBegun: true) else {
      refusals += 1
      return [
        .show(.notice(.noSuchSetting(name, suggestion: Setting.suggestion(for: name), at: place)))
      ]
    }
    guard let written else {
      return [.show(.settings(SettingsPage(of: settings, only: setting)))]
    }
    if written.lowercased() == "default" { return change(setting, to: nil) }
    do throws(SettingFault) {
      return change(setting, to: try SettingValue(written, for: setting))
    } catch {
      refusals += 1
      return [.show(.notice(.badSetting(error)))]
    }
  }

  private mutating func change(_ setting: Setting, to value: SettingValue?) -> [Effect] {
    let before = settings[setting].origin
    if let value {
      settings.set(setting, to: value, from: .prompt)
    } else {
      settings.reset(setting)
    }
    engine.take(settings)
    let change = SettingChange(setting: setting, value: value, settings: settings)
    return [
      .tune(change),
      .show(
        .notice(
          .settingChanged(
            setting, value: settings[setting].value.text, over: before, isRunning: true))),
    ]
  }
}

extension Tuned where Engine == Home {
  /// Lines that meant nothing, for a script's exit status.
  package var misreadLines: Int { engine.misreadLines + refusals }
}

/// `KEY VALUE` as it is typed.
package enum SettingAssignment {
  /// The name, and the value where one is given; `=` or blanks stand between them.
  package static func split(_ text: String) -> (name: String, value: String?) {
    let name = text.prefix { $0 != " " && $0 != "\t" && $0 != "=" }
    var rest = String(text.dropFirst(name.count)).trimmingBlanks()
    let isAssigned = rest.hasPrefix("=")
    if isAssigned { rest = String(rest.dropFirst()).trimmingBlanks() }
    return (String(name), rest.isEmpty && !isAssigned ? nil : rest)
  }
}
