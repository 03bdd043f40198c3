import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// How the learner wants it: the settings file, then the environment, then the options.
struct Configuration {
  let file: SettingsFile
  private(set) var settings = Settings()
  /// What could not be used, in words for a person.
  private(set) var notices: [String] = []

  init(_ options: RunOptions) {
    file = SettingsFile(named: options.config)
    let (text, fault) = file.read()
    if let fault { notices.append("\(fault); the settings in it are left out") }
    for fault in text.faults {
      notices.append("\(file.name):\(fault.line): \(fault.message); this line is left out")
    }
    for (setting, value) in text.values { settings.set(setting, to: value, from: .file) }
    notices += settings.takeEnvironment(Terminal.environment)
    take(options)
  }

  private mutating func take(_ options: RunOptions) {
    for option in options.settings {
      settings.set(option.setting, to: option.value, from: .option("--set"))
    }
    if options.plain { settings.set(.plain, to: .flag(true), from: .option("--plain")) }
    if let width = options.width {
      settings.set(.width, to: .number(width), from: .option("--width"))
    }
    switch options.color {
    case .auto: break
    case .never: settings.set(.theme, to: .word("none"), from: .option("--color never"))
    case .always:
      if settings.word(.theme) == "none" {
        settings.set(.theme, to: .word("auto"), from: .option("--color always"))
      }
    }
    if let path = options.progress {
      settings.set(.progress, to: .text(path), from: .option("--progress"))
    }
  }

  /// Where progress is kept: `--progress`, `RECITE_PROGRESS`, the setting, or the user's data folder.
  ///
  /// - Throws: `Failure` where no place is known.
  func progressPath() throws -> String {
    if let path = settings.text(.progress) { return Paths.expanded(path, Terminal.environment) }
    if let path = Paths.progress(Terminal.environment) { return path }
    throw Failure(
      .cannotCreate, "no place for the progress file: set HOME or XDG_DATA_HOME, or use --progress")
  }

  /// Folders to look for packs in, with `:` between them; nil where none is named.
  var lessonFolders: String? {
    settings.text(.lessons).map { folders in
      folders.split(separator: ":").map { Paths.expanded(String($0), Terminal.environment) }
        .joined(separator: ":")
    }
  }
}

/// The file of settings on disk.
struct SettingsFile {
  /// Nil where none is to be read, or no place for it is known.
  let path: String?
  private let isNamed: Bool

  /// The word that stands for no file.
  static let none = "none"

  /// The file that an option names, else the user's own.
  init(named name: String?) {
    isNamed = name != nil
    path = name == SettingsFile.none ? nil : name ?? Paths.settings(Terminal.environment)
  }

  /// As messages name it.
  var name: String { VisibleText.of(path ?? "no file") }

  /// What stands in it, and why nothing does where it cannot be read.
  func read() -> (text: SettingsText, fault: String?) {
    guard let path else { return (SettingsText(), nil) }
    switch TextFile.contents(of: path, limit: SettingsText.limit) {
    case .bytes(let bytes): return (SettingsText(bytes), nil)
    case .unusable(.missing):
      return (SettingsText(), isNamed ? "there is no file '\(name)'" : nil)
    case .unusable(let fault): return (SettingsText(), "'\(name)' \(SettingsFile.words(fault))")
    }
  }

  /// Writes one change into the file as it stands now, whole or not at all.
  ///
  /// - Returns: why it was not written; nil where it was.
  func keep(_ setting: Setting, _ value: SettingValue?) -> String? {
    guard let path else {
      return isNamed ? "no settings file is used" : "no place for settings: HOME is not set"
    }
    guard Paths.makeFolder(of: path) else {
      return "the folder of '\(name)' cannot be made"
    }
    do {
      return try AtomicFile.whileAlone(at: path) { try change(setting, to: value, in: path) }
    } catch {
      return VisibleText.of("\(error)")
    }
  }

  /// Reads, changes and writes; gives the fault of a file that cannot be read.
  private func change(
    _ setting: Setting, to value: SettingValue?, in path: String
  ) throws -> String? {
    var (text, fault) = read()
    if let fault, TextFile.exists(path) { return fault }
    if let value {
      text.set(setting, to: SettingsFile.absolute(value, of: setting))
    } else {
      text.reset(setting)
    }
    let bytes = text.bytes
    try AtomicFile.replace(path) { try $0(bytes) }
    return nil
  }

  /// A path that was typed means the folder in which it was typed, also the next time.
  private static func absolute(_ value: SettingValue, of setting: Setting) -> SettingValue {
    guard case .text(let text) = value else { return value }
    switch setting.form {
    case .file: return .text(Paths.absolute(text))
    case .folders:
      return .text(
        text.split(separator: ":").map { Paths.absolute(String($0)) }.joined(separator: ":"))
    case .flag, .number, .percent, .time, .choice, .command: return value
    }
  }

  private static func words(_ fault: FileFault) -> String {
    switch fault {
    case .missing: "is not there"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAFile(let what): "is \(what), not a file"
    case .outside, .tooMany: "cannot be read"
    case .tooLarge(let limit): "is larger than \(limit >> 10) KiB, which no settings file is"
    }
  }
}
