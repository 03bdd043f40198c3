import ArgumentParser
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite settings`: how it is wanted, and from where.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "List the settings.",
    discussion: """
      Settings are kept as 'key = value' lines in recite/config in the configuration folder \
      ($XDG_CONFIG_HOME, or ~/.config). A variable such as RECITE_THEME goes before the file, and \
      an option before both.
      """)

  @Argument(
    help: "A setting to say more of.", completion: .list(Setting.allCases.map(\.rawValue)))
  var key: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let setting = try key.map(Setting.known)
    let page = SettingsPage(of: workspace.settings, only: setting)
    let path = workspace.configuration.file.path
    guard !json else {
      return try StandardStream.output.write(bytes: SettingsJSON.document(page, file: path))
    }
    try workspace.print([.settings(page)])
    if key == nil, let path { say("the settings file is \(VisibleText.of(path))") }
  }
}

/// `recite set KEY VALUE`: changes a setting for good.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change a setting.",
    discussion: "'recite set KEY default' makes it what it is unless set.")

  @Argument(
    help: "The setting; 'recite settings' lists them.",
    completion: .list(Setting.allCases.map(\.rawValue)))
  var key: String

  @Argument(
    parsing: .allUnrecognized,
    help: "What to set it to; 'default' takes it out of the file.")
  var value: [String] = []

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let (name, assigned) = SettingAssignment.split(([key] + value).joined(separator: " "))
    let setting = try Setting.known(name)
    guard let written = assigned else {
      return try workspace.print([
        .settings(SettingsPage(of: workspace.settings, only: setting))
      ])
    }
    var value: SettingValue?
    if written.lowercased() != "default" {
      do throws(SettingFault) {
        value = try SettingValue(written, for: setting)
      } catch {
        throw Failure(.usage, VisibleText.of("\(error)"))
      }
    }
    if let reason = workspace.configuration.file.keep(setting, value) {
      throw Failure(.cannotCreate, "the setting was not kept: \(reason)")
    }
    let shown = (value ?? setting.standard).text
    let origin = workspace.settings[setting].origin
    try workspace.print([
      .notice(.settingChanged(setting, value: shown, over: origin, isRunning: false))
    ])
  }
}

extension Setting {
  /// The setting of a name.
  ///
  /// - Throws: `Failure` with the nearest name.
  fileprivate static func known(_ name: String) throws -> Setting {
    if let setting = named(name) { return setting }
    let near = suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ""
    throw Failure(
      .usage, "there is no setting '\(VisibleText.of(name))'\(near); 'recite settings' lists them")
  }
}
