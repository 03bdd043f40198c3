import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import RecitePresentation
import ReciteShell

/// What a run was told of packs, progress, time and screen; without options, nothing.
struct RunOptions {
  /// Folders to look for packs in before any other.
  var lessons: [String] = []
  var progress: String?
  /// True where nothing is to be recorded.
  var practice = false
  var seed: UInt64?
  /// The time at which the clock stands still.
  var now: Timestamp?
  var color: ColourPolicy = .auto
  /// Columns for lines, 20...1000.
  var width: Int?
  var plain = false
  /// The settings file to read and write; nil for the user's own, `none` for none.
  var config: String?
  /// What `--set` says, in the order given.
  var settings: [SettingOption] = []
}

/// The options that every command which reads packs or progress understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("lessons"),
    help: ArgumentHelp("Look for packs in this folder too, before any other.", valueName: "dir"))
  var lessons: [String] = []

  @Option(
    help: ArgumentHelp("Keep the learner's progress in this file.", valueName: "file"))
  var progress: String?

  @Flag(help: "Record nothing.")
  var practice = false

  @Option(help: ArgumentHelp("Draw questions and orders from this number.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Let the clock stand still at this time; its offset is the zone.", valueName: "iso8601"))
  var now: Timestamp?

  @Option(help: "Colour: \(ColourPolicy.allCases.map(\.rawValue).joined(separator: ", ")).")
  var color: ColourPolicy = .auto

  @Option(help: ArgumentHelp("Set lines in so many columns.", valueName: "n"))
  var width: Int?

  @Flag(help: "Draw nothing and repaint nothing, for screen readers.")
  var plain = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change a setting for this run; 'recite settings' lists them.", valueName: "key=value"),
    transform: SettingOption.init)
  var settings: [SettingOption] = []

  @Option(
    help: ArgumentHelp(
      "Keep settings in this file; 'none' uses no file.", valueName: "file"))
  var config: String?

  var values: RunOptions {
    RunOptions(
      lessons: lessons, progress: progress, practice: practice, seed: seed, now: now, color: color,
      width: width, plain: plain, config: config, settings: settings)
  }

  func validate() throws {
    if let width, !(20...1000).contains(width) {
      throw ValidationError("'--width \(width)' is out of range: 20 to 1000 columns")
    }
  }
}

/// `KEY=VALUE` of `--set`.
struct SettingOption {
  let setting: Setting
  let value: SettingValue

  /// - Throws: `ValidationError` with the nearest name, or what the value can be.
  init(_ argument: String) throws {
    let (name, written) = SettingAssignment.split(argument)
    guard let setting = Setting.named(name) else {
      let near = Setting.suggestion(for: name).map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("there is no setting '\(VisibleText.of(name))'\(near)")
    }
    guard let written else {
      throw ValidationError("write \(name)=VALUE; it can be: \(setting.range)")
    }
    self.setting = setting
    value = try SettingOption.value(written, for: setting)
  }

  private static func value(_ written: String, for setting: Setting) throws -> SettingValue {
    do throws(SettingFault) {
      return try SettingValue(written, for: setting)
    } catch {
      throw ValidationError(VisibleText.of("\(error)"))
    }
  }
}

extension ColourPolicy: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso8601: argument) }
}
