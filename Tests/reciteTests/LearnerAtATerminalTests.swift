import Glibc
import ReciteCore
import Support
import Testing

@testable import recite

/// A learner at a terminal, key by key, and what is in the progress file afterwards.
@Suite(.serialized) struct LearnerAtATerminalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "towns.md",
      Array(
        """
        ---
        pack: towns
        title: Towns
        topics: location
        ---

        # Towns

        ### Which province is Shenyang in? {#shenyang .location}

        Answer: Liaoning | 辽宁

        Hint: It begins with L.

        Hint: It reaches the sea.

        ### Which province is Changchun in? {#changchun .location}

        Answer: Jilin | 吉林

        ### Which province is Harbin in? {#harbin .location}

        Answer: Heilongjiang | 黑龙江

        """.utf8))
  }

  private func recite(
    _ arguments: [String] = ["study", "towns"], columns: Int = 80,
    _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin",
    ]
    let options = [
      "--lessons", folder.path, "--progress", folder.file("progress.json"), "--seed", "1",
    ]
    // Options come before the subcommand for `recite` alone, and after it for a subcommand.
    return try PseudoTerminal(
      "recite", arguments + options, environment: usual.merging(environment) { $1 },
      columns: columns)
  }

  /// What was recorded: the ratings of every item, by its name.
  private func recorded() throws -> [String: [Rating]] {
    let read = try ProgressFile.read(at: folder.file("progress.json"), scheduler: Scheduler())
    let items = read.progress.items.map { ("\($0.key)", $0.value.reviews.map(\.rating)) }
    return Dictionary(uniqueKeysWithValues: items).filter { !$0.value.isEmpty }
  }

  @Test func `A session from Enter to quit leaves exactly what was answered`() throws {
    let terminal = try recite([])
    try terminal.see("Press Enter to begin")
    try terminal.seeRow("recite>")
    terminal.type("study towns\r")
    try terminal.see("Shenyang")
    try terminal.seeRow("answer>")
    terminal.type("辽宁\r")
    try terminal.see("Changchun")
    try terminal.seeRow("answer>")
    terminal.type("Jilinn\r")
    try terminal.see("slip")
    try terminal.see("Harbin")
    try terminal.seeRow("answer>")
    terminal.type("Beijing\r")
    try terminal.see("Wrong")
    try terminal.see("again")
    try terminal.seeRow("answer>")
    terminal.type(":undo\r")
    try terminal.see("Took back")
    try terminal.seeRow("answer>")
    terminal.type(":quit\r")
    try terminal.seeRow("recite>")
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
    #expect(try recorded() == ["towns/shenyang": [.good], "towns/changchun": [.good]])
  }

  @Test func `A hint by key keeps what was typed and costs its part`() throws {
    let terminal = try recite()
    try terminal.see("Shenyang")
    try terminal.seeRow("answer>")
    terminal.type("Liao\u{1b}h")
    try terminal.see("It begins with L.")
    try terminal.seeRow("answer> Liao")
    terminal.type("ning\r")
    try terminal.see("Changchun")
    try terminal.seeRow("answer>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(try recorded() == ["towns/shenyang": [.hard]])
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `A session that is ended from outside has saved every answer`(_ signal: Int32) throws {
    let terminal = try recite()
    try terminal.see("Shenyang")
    try terminal.seeRow("answer>")
    terminal.type("Liaoning\r")
    try terminal.see("Changchun")
    try terminal.seeRow("answer>")
    terminal.signal(signal)
    _ = try terminal.waitForExit()
    #expect(terminal.isCooked)
    #expect(try recorded() == ["towns/shenyang": [.good]])
  }

  @Test func `A killed session has saved every answer that it acknowledged`() throws {
    let terminal = try recite()
    try terminal.see("Shenyang")
    try terminal.seeRow("answer>")
    terminal.type("Liaoning\r")
    try terminal.see("Correct")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == -SIGKILL)
    #expect(try recorded() == ["towns/shenyang": [.good]])
  }

  @Test(arguments: [
    ["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""], ["LANG": "C"], ["LC_ALL": "xx_YY.UTF-8"],
  ])
  func `A session reads the same without colour, movement or locale`(
    _ environment: [String: String]
  ) throws {
    for columns in [80, 40] {
      let terminal = try recite(["study", "towns", "--practice"], columns: columns, environment)
      try terminal.see("Which province is Shenyang in?")
      try terminal.seeRow("answer>")
      terminal.type("辽宁\r")
      try terminal.see("Which province is Changchun in?")
      try terminal.seeRow("answer>")
      terminal.type("\u{4}")
      #expect(try terminal.waitForExit() == 0)
      #expect(terminal.screen.text.contains("Correct"))
      let isColourless = environment["NO_COLOR"] != nil || environment["TERM"] != nil
      #expect(!isColourless || !terminal.transcript.contains("\u{1b}[1;"))
      #expect(environment["TERM"] == nil || !terminal.transcript.contains("\u{1b}"))
    }
  }
}
