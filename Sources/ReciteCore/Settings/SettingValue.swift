/// What a setting is set to.
package enum SettingValue: Equatable, Sendable {
  case flag(Bool)
  case number(Int)
  /// Whole per cent.
  case percent(Int)
  /// Minutes after midnight, 0..<1440.
  case time(Int)
  /// One of the setting's words.
  case word(String)
  /// A path or a command, as it was written; never empty.
  case text(String)

  /// As it is written in the file and shown.
  package var text: String {
    switch self {
    case .flag(let isOn): isOn ? "on" : "off"
    case .number(let number): "\(number)"
    case .percent(let share): "\(share)%"
    case .time(let minutes):
      SettingValue.twoDigits(minutes / 60) + ":"
        + SettingValue.twoDigits(minutes % 60)
    case .word(let word), .text(let word): word
    }
  }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
}

/// A value that a setting cannot have.
package struct SettingFault: Error, Equatable, Sendable, CustomStringConvertible {
  package let setting: Setting
  /// As it was written.
  package let written: String
  /// The value that a slip was meant to be.
  package let suggestion: String?

  package var description: String {
    let what =
      written.isEmpty
      ? "'\(setting.rawValue)' needs a value" : "'\(setting.rawValue)' cannot be '\(written)'"
    return what + (suggestion.map { "; did you mean '\($0)'?" } ?? "; it can be: \(setting.range)")
  }
}

extension SettingValue {
  /// Longer paths and commands are no setting.
  private static let longestText = 4096

  /// Reads a value as it is written; case and spare blanks do not count in words and numbers.
  ///
  /// - Throws: `SettingFault` saying what it could be.
  package init(_ written: String, for setting: Setting) throws(SettingFault) {
    let text = written.trimmingBlanks()
    let word = text.lowercased()
    var value: SettingValue?
    switch setting.form {
    case .flag: value = SettingValue.flags[word].map(SettingValue.flag)
    case .number(let range, let standIn):
      value =
        word == standIn
        ? .word(word) : SettingValue.number(word).flatMap { range ~= $0 ? .number($0) : nil }
    case .percent(let range):
      value = SettingValue.percents(word).flatMap { range ~= $0 ? .percent($0) : nil }
    case .time: value = SettingValue.minutes(word).map(SettingValue.time)
    case .choice(let words): value = words.contains(word) ? .word(word) : nil
    case .command(let words): value = words.contains(word) ? .word(word) : SettingValue.free(text)
    case .file(let standIn), .folders(let standIn):
      value = word == standIn ? .word(word) : SettingValue.free(text)
    }
    guard let value else {
      let near = nearest(to: word, among: setting.offered)
      throw SettingFault(setting: setting, written: String(text.prefix(200)), suggestion: near)
    }
    self = value
  }

  private static let flags = [
    "on": true, "yes": true, "true": true, "1": true,
    "off": false, "no": false, "false": false, "0": false,
  ]

  private static func free(_ text: String) -> SettingValue? {
    let isUsable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    return text.isEmpty || !isUsable || text.utf8.count > longestText ? nil : .text(text)
  }

  private static func number(_ text: String) -> Int? {
    let digits = text.filter { $0 != "_" && $0 != "," }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(digits)
  }

  /// `90`, `90%`, `90 %` or `0.9`.
  private static func percents(_ text: String) -> Int? {
    var text = text
    let hasSign = text.hasSuffix("%")
    if hasSign { text = String(text.dropLast()).trimmingBlanks() }
    if let whole = number(text) { return whole }
    guard !hasSign, let share = Double(text), share > 0, share < 1 else { return nil }
    return Int((share * 100).rounded())
  }

  /// `4`, `4:00` or `04:30`.
  private static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 2, let hour = number(parts[0]), hour < 24 else { return nil }
    guard parts.count == 2 else { return hour * 60 }
    guard parts[1].utf8.count == 2, let minute = number(parts[1]), minute < 60 else { return nil }
    return hour * 60 + minute
  }
}
