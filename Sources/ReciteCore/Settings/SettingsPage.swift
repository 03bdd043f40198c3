/// The settings as they are listed: `settings`, or one of them for `set KEY`.
package struct SettingsPage: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var setting: Setting
    package var value: String
    package var origin: Settings.Origin
  }

  /// In the order of the table.
  package var lines: [Line]
  /// True where only one was asked for, and more is said of it.
  package var isDetailed: Bool

  package init(of settings: Settings, only setting: Setting? = nil) {
    lines = (setting.map { [$0] } ?? Setting.allCases).map {
      Line(setting: $0, value: settings[$0].value.text, origin: settings[$0].origin)
    }
    isDetailed = setting != nil
  }
}

extension Settings.Origin {
  /// `default`, `file`, `environment NO_COLOR`, `option --plain`, `set here`.
  package var text: String {
    switch self {
    case .standard: "default"
    case .file: "file"
    case .environment(let name): "environment \(name)"
    case .option(let name): "option \(name)"
    case .prompt: "set here"
    }
  }

  /// One word for it, for a script.
  package var name: String {
    switch self {
    case .standard: "default"
    case .file: "file"
    case .environment: "environment"
    case .option: "option"
    case .prompt: "prompt"
    }
  }
}
