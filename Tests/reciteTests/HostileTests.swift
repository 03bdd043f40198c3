import Glibc
import Support
import Testing

@testable import recite

/// Every command and every format over files, names and variables that mean harm: no character that
/// steers a terminal or misleads a reader leaves the program.
@Suite(.serialized) struct HostileTests {
  private let hostile: HostileFolder

  init() throws { hostile = try HostileFolder() }

  /// Variables that mean harm as well.
  private var environment: [String: String] {
    [
      "HOME": hostile.folder.path, "USER": Hostile.name, "LANG": "C.UTF-8", "LOGNAME": Hostile.name,
      "RECITE_LESSONS": "\(hostile.folder.path)/lessons",
      "PAGER": Hostile.name, "COLUMNS": Hostile.name, "TERM": Hostile.name, "PATH": "/usr/bin:/bin",
      "COLORFGBG": Hostile.name, "TZ": Hostile.name, "EDITRC": "/nowhere/\(Hostile.name)",
    ]
  }

  /// Runs in the hostile folder and gives everything that was written: both streams and new files.
  private func outputs(
    of arguments: [String], input: String = "answers.txt", _ variables: [String: String] = [:]
  ) throws -> (texts: [(name: String, bytes: [UInt8])], status: Int32) {
    let folder = hostile.folder
    let before = Set(folder.names)
    let words = String(decoding: folder.read(input) ?? [], as: UTF8.self)
    let run = try Program.run(
      "/usr/bin/timeout",
      [
        "-k", "5", "60", "/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder.path,
        PseudoTerminal.folder + "/recite",
      ] + arguments, input: words, environment: environment.merging(variables) { $1 }, in: folder)
    var texts = ["stdout", "stderr"].map { ($0, folder.read($0) ?? []) }
    for name in folder.names where !before.contains(name) && name.hasPrefix("out") {
      texts.append((name, folder.read(name) ?? []))
      unlink(folder.file(name))
    }
    return (texts, run.status)
  }

  private static let formats = ["text", "jsonl", "tap", "junit", "xapi"]

  private var commands: [[String]] {
    let (pack, name) = (hostile.pack, Hostile.name)
    let now = ["--now", "2026-11-21T09:00:00Z", "--seed", "1"]
    var commands: [[String]] = [
      ["packs"], ["packs", "--json"], ["stats"], ["stats", "--json"], ["stats", "hostile"],
      ["stats", "--overrides"], ["stats", "--overrides", "--json"], ["due"], ["due", "--json"],
      ["due", "hostile"], ["read", "hostile"], ["read", name], ["study", name], ["drill", name],
      ["drill", name, "hostile"], ["study", "hostile", "--practice"] + now,
      ["drill", "location", "hostile", "--practice"] + now, ["quiz", name, "--answers", "-"],
      ["quiz", "hostile", "--topic", name, "--answers", "-"],
      ["quiz", "hostile", "--answers", name], ["quiz", "hostile", "--answers", "by-item.txt"],
      ["quiz", "hostile", "--answers", "-", "--learner", Hostile.name, "--format", "xapi"] + now,
      ["quiz", "hostile", "--answers", "-", "--output", "nowhere/\(name)"],
      ["quiz", "hostile", "--answers", "-", "--format", name],
      ["check", pack], ["check", "--strict", pack], ["check", "--format", "json", pack],
      ["check", "--format", "sarif", pack], ["check", "--kinds", pack],
      ["check", "--kinds", "--format", "json", pack], ["check", "nowhere/\(name)"],
      ["check", "single\(name).md"], ["format", "--check", pack], ["format", "nowhere/\(name)"],
      ["explain", name], ["export", "hostile", "--to", "json"], ["export", name, "--to", "json"],
      ["run", "script.txt"], ["run", "play.transcript"], ["run", "--check", "play.transcript"],
      ["run", "bad.transcript"], ["run", "guide.md"], ["run", "--check", "guide.md"],
      ["run", name],
      ["run", "nowhere/\(name).transcript"], ["run", "-"],
      ["grade", "--jsonl"], ["grade", name, "plain.csv"], ["grade", "hostile", "nowhere/\(name)"],
      ["grade", "hostile", "class.csv"], ["grade", "hostile", "class.csv", "--json"],
      [
        "grade", "hostile", "plain.csv", "--output", "out-marked.csv", "--review", "out-look.csv",
        "--scores", "out-scores.csv",
      ],
      ["grade", "hostile", "plain.csv", "--json"],
      ["grade", "hostile", "plain.csv", "--overrides", "bad.csv"],
      ["analyze", "hostile", "marked.csv"], ["analyze", "hostile", "marked.csv", "--json"],
      ["analyze", "hostile", "marked.csv", "--html", "out-report.html"],
      ["analyze", "hostile", "results.jsonl"], ["analyze", "hostile", "results.jsonl", "--json"],
      ["analyze", "hostile", name], ["analyze", name, "marked.csv"],
      ["progress", "verify"], ["progress", "verify", "--json"],
      ["progress", "verify", "--progress", "broken.json"],
      ["progress", "verify", "--json", "--progress", "broken.json"],
      ["progress", "verify", "--progress", "later.json"], ["stats", "--progress", "broken.json"],
      ["progress", "merge", name], ["progress", "merge", "broken.json"],
      ["progress", "reset", name], ["progress", "reset", "hostile/\(name)"],
      ["progress", name], ["progress", "restore", "--progress", "nowhere/\(name)"],
      [], [name], ["--\(name)"], ["--help", name], ["quiz", "--count", name],
      ["quiz", "--now", name],
      ["--width", name], ["--color", name], ["--seed", name], ["settings"], ["settings", "--json"],
      ["set", name, name], ["set", "width", name],
    ]
    commands += Self.formats.map {
      ["quiz", "hostile", "--answers", "-", "--practice", "--format", $0] + now
    }
    commands += Self.formats.map {
      ["quiz", "hostile", "--answers", "-", "--practice", "--format", $0, "--output", "out-\($0)"]
        + now
    }
    return commands
  }

  @Test func `The corpus is really read`() throws {
    let recorded = ["RECITE_PROGRESS": hostile.progress]
    for arguments in [
      ["stats", "hostile"], ["read", "hostile"], ["export", "hostile", "--to", "json"],
    ] {
      let (texts, status) = try outputs(of: arguments, recorded)
      #expect(status == 0, "\(arguments): \(String(decoding: texts[1].bytes, as: UTF8.self))")
      #expect(texts[0].bytes.count > 200)
    }
    for variable in ["RECITE_LESSONS", "RECITE_PROGRESS", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
      for value in [
        "/nowhere/\(Hostile.name)", Hostile.name, "\(hostile.folder.path)/\(Hostile.name)",
      ] {
        for arguments in [["packs"], ["stats"], ["progress", "verify"], ["settings"]] {
          let (texts, _) = try outputs(of: arguments, [variable: value])
          for (name, bytes) in texts {
            if let danger = Hostile.danger(in: bytes) {
              Issue.record("\(variable), recite \(arguments), \(name): \(danger)")
            }
          }
        }
      }
    }
  }

  @Test func `Nothing that steers a terminal leaves any command in any format`() throws {
    var joined = 0
    let recorded = ["RECITE_PROGRESS": hostile.progress]
    for arguments in commands {
      let input =
        ["run", "", Hostile.name].contains(arguments.first ?? "")
        ? "script.txt" : arguments.first == "grade" ? "grade.jsonl" : "answers.txt"
      let (texts, status) = try outputs(of: arguments, input: input, recorded)
      #expect((0...80).contains(status) || status == 130, "\(arguments): status \(status)")
      for (name, bytes) in texts {
        if let danger = Hostile.danger(in: bytes) {
          Issue.record("recite \(arguments), \(name): \(danger)")
        }
        if String(decoding: bytes, as: UTF8.self).contains(Hostile.joined) { joined += 1 }
      }
    }
    #expect(joined >= 5, "joiners that scripts need came through \(joined) times")
  }

  /// A command that is not in the list is tried with what most commands take.
  @Test func `A command that nobody listed here lets nothing through either`() throws {
    let listed = Set(commands.compactMap(\.first))
    let recorded = ["RECITE_PROGRESS": hostile.progress]
    for command in Recite.configuration.subcommands {
      guard let name = command.configuration.commandName, !listed.contains(name) else { continue }
      for arguments in [
        [hostile.pack], ["hostile"], [Hostile.name], ["lessons/\(Hostile.name)/notes.txt"],
        ["class.csv"], ["hostile", "--json"], [hostile.pack, "--output", "out-file"], ["--help"],
      ] {
        let (texts, status) = try outputs(of: [name] + arguments, recorded)
        #expect((0...130).contains(status), "\(name) \(arguments): status \(status)")
        for (file, bytes) in texts {
          if let danger = Hostile.danger(in: bytes) {
            Issue.record("recite \(name) \(arguments), \(file): \(danger)")
          }
        }
      }
    }
  }

  @Test func `A spreadsheet runs nothing that a learner typed`() throws {
    let (texts, status) = try outputs(of: [
      "grade", "hostile", "plain.csv", "--output", "out-marked.csv", "--review", "out-look.csv",
      "--scores", "out-scores.csv",
    ])
    #expect(status == 0)
    #expect(texts.count == 5)
    for (name, bytes) in texts where name.hasPrefix("out") {
      for cell in String(decoding: bytes, as: UTF8.self).split(whereSeparator: {
        ",\n".contains($0)
      }) {
        let first = cell.drop { $0 == "\"" }.first
        let isNumber = Double(cell) != nil
        #expect(isNumber || !"=+-@\t\r".contains(first ?? " "), "\(name): \(cell)")
      }
    }
  }

  @Test func `A learner's terminal shows a hostile pack as marks`() throws {
    let terminal = try PseudoTerminal(
      "recite", ["study", "hostile", "--seed", "1", "--progress", hostile.progress],
      environment: environment.merging(["TERM": "xterm-256color", "PAGER": "cat"]) { $1 })
    try terminal.wait(for: "the prompt") { $0.currentRow.hasPrefix("answer>") }
    let commands = [
      ":hint", ":map", ":passage", ":source", ":read", ":flag it is odd", "x, y", ":why", ":stats",
      ":show", ":undo", ":nosuch", ":show", "a", "b", "a b c", ":show", ":quit",
    ]
    for command in commands {
      terminal.type("\u{15}\(command)\r")
      // A page that is too long for the screen waits for nothing here: there is no pager.
      guard (try? terminal.wait(whileQuiet: 200)) != nil else { break }
    }
    #expect(try terminal.waitForExit() == 0, "\(terminal.screen.text)")
    let seen = String(decoding: terminal.received, as: UTF8.self).unicodeScalars
    let forbidden =
      "\u{7}\u{9b}\u{90}\u{202e}\u{202c}\u{2066}\u{2069}\u{200b}\u{2060}\u{200e}\u{200f}\u{feff}\u{2028}\u{85}\u{7f}"
    for scalar in forbidden.unicodeScalars where scalar != "\u{7}" {
      #expect(!seen.contains(scalar), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(!terminal.transcript.contains("\u{1b}]0;OWNED"))
    #expect(!terminal.transcript.contains("\u{1b}[2J\u{9b}"))
  }
}
