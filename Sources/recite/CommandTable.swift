import ArgumentParser
import ReciteFormats

/// A subcommand as `--help` knows it: what feeds the manual page and the shells' completion.
struct CommandTable {
  /// A word after a command: an option with a value, a flag, or an argument by its place.
  struct Argument {
    enum Kind { case positional, option, flag }

    var kind: Kind
    /// `-h`, `--help`; none for a positional one.
    var names: [String]
    /// `file`, in lower case; empty for a flag.
    var value: String
    var summary: String
    /// What it can be, where that is a list.
    var values: [String]
    /// What it is unless given; nil where nothing is.
    var standard: String?
    var isOptional: Bool
    var isRepeating: Bool
    /// True where the parser was told that it is a file.
    var isFile: Bool
  }

  var name: String
  var summary: String
  var discussion: String
  var arguments: [Argument]
  var subcommands: [CommandTable]

  /// The whole program; nil where the parser's own description is not as expected.
  static func program() -> CommandTable? {
    guard let text = try? JSONValue(parsing: Array(Recite._dumpHelp().utf8)) else { return nil }
    return text["command"].flatMap(CommandTable.init)
  }

  private init?(_ value: JSONValue) {
    guard let name = value["commandName"]?.string else { return nil }
    self.name = name
    summary = value["abstract"]?.string ?? ""
    discussion = value["discussion"]?.string ?? ""
    arguments = (value["arguments"]?.array ?? []).compactMap(Argument.init)
    subcommands = (value["subcommands"]?.array ?? []).filter(\.isShown)
      .compactMap(CommandTable.init)
  }

  func subcommand(_ name: String) -> CommandTable? { subcommands.first { $0.name == name } }

  func option(_ name: String) -> Argument? { arguments.first { $0.names.contains(name) } }

  var positionals: [Argument] { arguments.filter { $0.kind == .positional } }
  var options: [Argument] { arguments.filter { $0.kind != .positional } }
}

extension CommandTable.Argument {
  fileprivate init?(_ value: JSONValue) {
    guard value.isShown else { return nil }
    switch value["kind"]?.string {
    case "positional": kind = .positional
    case "option": kind = .option
    case "flag": kind = .flag
    default: return nil
    }
    names = (value["names"]?.array ?? []).compactMap { name in
      name["name"]?.string.map { (name["kind"]?.string == "long" ? "--" : "-") + $0 }
    }
    self.value = kind == .flag ? "" : (value["valueName"]?.string ?? "value").lowercased()
    summary = value["abstract"]?.string ?? ""
    let listed = value["allValues"] ?? value["completionKind"]?["list"]?["values"]
    values = (listed?.array ?? []).compactMap(\.string)
    standard = value["defaultValue"]?.string
    isOptional = value["isOptional"]?.bool ?? true
    isRepeating = value["isRepeating"]?.bool ?? false
    isFile = value["completionKind"]?["file"] != nil
  }

  /// `--count <n>`, `[packs...]`, as a usage line has it.
  var usage: String {
    switch kind {
    case .positional:
      let word = value.uppercased() + (isRepeating ? "…" : "")
      return isOptional ? "[\(word)]" : word
    case .option: return names.joined(separator: ", ") + " " + value.uppercased()
    case .flag: return names.joined(separator: ", ")
    }
  }
}

extension JSONValue {
  fileprivate var isShown: Bool { self["shouldDisplay"]?.bool ?? true }
}
