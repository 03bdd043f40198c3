import Glibc
import Support
import Testing

/// Settings as a learner and a script meet them: in the file, the environment and the options.
@Suite struct SettingsCommandTests {
  private let folder: TemporaryFolder
  private let home: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    home = [
      "HOME": folder.path, "XDG_CONFIG_HOME": folder.file("config"),
      "XDG_DATA_HOME": folder.file("data"), "XDG_STATE_HOME": folder.file("state"),
      "PATH": "/usr/bin:/bin",
    ]
  }

  private func recite(
    _ arguments: [String], input: String = "", _ environment: [String: String] = [:]
  ) throws -> Program {
    try Program.run(
      "recite", arguments, input: input, environment: home.merging(environment) { $1 },
      in: folder)
  }

  private func config(_ text: String) throws {
    _ = try recite(["set", "keys", "on"])
    try folder.write("config/recite/config", Array(text.utf8))
  }

  private var written: String {
    String(decoding: folder.read("config/recite/config") ?? [], as: UTF8.self)
  }

  @Test("'set' keeps a setting for the next run, 'default' takes it back")
  func keeps() throws {
    #expect(try recite(["set", "new-per-day", "5"]).output == "new-per-day is 5.\n")
    #expect(written.hasSuffix("\nnew-per-day = 5\n"))
    #expect(try recite([], input: "").output.contains("New today: 5."))
    #expect(try recite(["set", "new-per-day", "default"]).status == 0)
    #expect(try recite([], input: "").output.contains("New today: 20."))
  }

  @Test("of settings that are set at once in several terminals, none is lost")
  func together() throws {
    let chosen = [
      ("new-per-day", "5"), ("goal", "7"), ("theme", "dark"), ("keys", "on"), ("map", "words"),
      ("width", "70"), ("retention", "80%"), ("hints", "off"),
    ]
    let program = PseudoTerminal.folder + "/recite"
    // The end of the last one is the end of what `cat` reads.
    let runs = chosen.map { "'\(program)' set \($0.0) \($0.1) &" }.joined(separator: " ")
    let script = "{ \(runs) } | cat"
    for round in 1...4 {
      unlink(folder.file("config/recite/config"))
      _ = try Program.run("/bin/sh", ["-c", script], environment: home, in: folder)
      let lines = Set(written.split(separator: "\n").map(String.init))
      let lost = chosen.filter { !lines.contains("\($0.0) = \($0.1)") }
      #expect(lost.isEmpty, "round \(round): \(lost) of \(lines)")
    }
  }

  @Test("the environment goes before the file, an option before both")
  func precedence() throws {
    try config("new-per-day = 3\n")
    #expect(try recite([], input: "").output.contains("New today: 3."))
    let variable = ["RECITE_NEW_PER_DAY": "4"]
    #expect(try recite([], input: "", variable).output.contains("New today: 4."))
    let option = ["--set", "new-per-day=6"]
    #expect(try recite(option, input: "", variable).output.contains("New today: 6."))
    let listed = try recite(["settings", "new-per-day"], variable).output
    #expect(listed.contains("new-per-day is 4 (environment RECITE_NEW_PER_DAY)"))
    #expect(try recite(["--config", "none"], input: "").output.contains("New today: 20."))
  }

  @Test("a broken line is named with its cure, and the rest is used")
  func broken() throws {
    try config("them = dark\nnew-per-day = 3\n")
    let run = try recite([], input: "")
    #expect(run.error.contains("/config:1: there is no setting 'them'; did you mean 'theme'?"))
    #expect(run.output.contains("New today: 3."))
  }

  @Test(
    "what cannot be set is refused with the status of a mistake",
    arguments: [
      (["set", "theem", "dark"], "did you mean 'theme'"), (["set", "theme", "drak"], "'dark'"),
      (["settings", "nothing"], "there is no setting 'nothing'"),
      (["--set", "theme=drak"], "did you mean 'dark'?"),
      (["--set", "theem=dark"], "did you mean 'theme'?"),
      (["--set", "map"], "write map=VALUE; it can be: auto, color"),
      (["stduy"], "there is no command 'stduy'; did you mean 'study'?"),
      (["two-accounts"], "to learn from that pack: recite study two-accounts"),
      (["cram"], "it can be typed at the prompt"), (["zebra"], "'recite --help' lists them"),
    ])
  func refused(arguments: [String], says: String) throws {
    let run = try recite(arguments)
    #expect(run.status == 64)
    #expect(run.error.contains(says), "\(run.error)")
  }

  @Test("a file that cannot be written keeps nothing and says so")
  func unwritable() throws {
    try folder.write("config", Array("in the way".utf8))
    let run = try recite(["set", "keys", "on"])
    #expect(run.status == 73)
    #expect(run.error.contains("was not kept"))
    let script = try recite([], input: "set keys on\nset keys\n")
    #expect(script.output.contains("It counts for now, but was not kept"))
    #expect(script.output.contains("keys is on (set here)"))
  }

  @Test("a script changes settings as it goes, and a slip ends in status 64")
  func script() throws {
    let run = try recite([], input: "set new 4\nset new\nset\nset goal soon\n")
    #expect(run.status == 64)
    #expect(run.output.contains("new-per-day is 4, from the next session on."))
    #expect(run.output.contains("Learning\n"))
    #expect(run.output.contains("'goal' cannot be 'soon'"))
    #expect(written.hasSuffix("new-per-day = 4\n"))
  }

  @Test("the JSON names the file, and every setting with where it came from")
  func json() throws {
    try config("map = words\n")
    let run = try recite(["settings", "--json"], ["NO_COLOR": "1"])
    #expect(run.output.hasPrefix(#"{"file":""#))
    let map = #""key":"map","value":"words","default":"auto","from":"file""#
    #expect(run.output.contains(map))
    let theme = #""key":"theme","value":"none","default":"auto","from":"environment""#
    #expect(run.output.contains(theme))
  }

  @Test("a transcript plays the same whatever is set")
  func transcript() throws {
    try config("new-per-day = 1\nwidth = 30\n")
    let run = try recite(["run", "-", "--record"], input: "> settings new-per-day\n> quit\n")
    #expect(!run.output.contains("new-per-day is 1 "))
  }
}
