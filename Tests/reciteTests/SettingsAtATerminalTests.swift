import Support
import Testing

/// Settings changed by a person at the prompt, and what they change on the screen.
@Suite(.serialized) struct SettingsAtATerminalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let choices = (1...4).map { number in
      """
      ### Is \(number) the number? {#n\(number)}

      - [x] yes, \(number)
      - [ ] no, none
      - [ ] perhaps

      """
    }
    try folder.write(
      "numbers.md",
      Array(("---\npack: numbers\ntitle: Numbers\n---\n\n# Numbers\n\n" + choices.joined()).utf8))
  }

  private func recite(
    _ arguments: [String] = [], _ environment: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin",
    ]
    return try PseudoTerminal(
      "recite", arguments + ["--lessons", folder.path, "--seed", "1"],
      environment: usual.merging(environment) { $1 }, columns: columns)
  }

  private var config: String {
    String(decoding: folder.read(".config/recite/config") ?? [], as: UTF8.self)
  }

  @Test("'set keys on': one key answers a choice, the Enter after it nothing")
  func keys() throws {
    let terminal = try recite()
    try terminal.seeRow("recite>")
    terminal.type("set keys on\r")
    try terminal.see("keys is on.")
    terminal.type("study numbers\r")
    try terminal.see("Question 1 of 4")
    try terminal.seeRow("answer>")
    terminal.type("a\r")
    try terminal.wait(for: "the next question") {
      $0.text.contains("Is ") && $0.text.contains("Question 2 of 4") && $0.currentRow == "answer>"
    }
    #expect(!terminal.screen.text.contains("Type an answer"))
    terminal.type(":set keys off\r")
    try terminal.see("keys is off.")
    try terminal.seeRow("answer>")
    terminal.type("a")
    try terminal.seeRow("answer> a")
    terminal.type("\u{7f}\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(config.hasSuffix("keys = off\n"))
  }

  @Test("keys typed ahead of their questions answer them one by one")
  func typedAhead() throws {
    let terminal = try recite(["study", "numbers", "--set", "keys=on"])
    try terminal.seeRow("answer>")
    terminal.type("aaaa")
    try terminal.see("Question 4 of 4")
  }

  @Test("a theme counts at once, and none takes the colour away")
  func theme() throws {
    let terminal = try recite()
    try terminal.seeRow("recite>")
    #expect(terminal.transcript.contains("\u{1b}[36mrecite>"))
    terminal.type("set theme light\r")
    try terminal.see("theme is light.")
    try terminal.wait(for: "a prompt") { $0.currentRow == "recite>" }
    #expect(terminal.transcript.contains("\u{1b}[34mrecite>"))
    terminal.type("set theme none\r")
    try terminal.see("theme is none.")
    let coloured = terminal.received.count
    terminal.type("packs\r")
    try terminal.see("Numbers")
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == 0)
    let rest = String(decoding: terminal.received[coloured...], as: UTF8.self)
    #expect(!rest.contains("\u{1b}[1m") && !rest.contains("\u{1b}[3"))
  }

  @Test("Tab completes settings, their values and files")
  func completion() throws {
    let terminal = try recite()
    try terminal.seeRow("recite>")
    for (typed, row) in [
      ("set th\tl\t", "recite> set theme light"), ("SET Map W\t", "recite> SET Map words"),
      ("set progress \(folder.path)/numb\t", "recite> set progress \(folder.path)/numbers.md"),
      ("open num\t", "recite> open numbers"), ("quiz --to\t", "recite> quiz --topic"),
    ] {
      terminal.type(typed)
      try terminal.seeRow(row)
      terminal.type("\u{15}")
      try terminal.seeRow("recite>")
    }
    terminal.type("set map \t")
    try terminal.see("auto     unless set\ncolor\nbraille\nascii\nwords\ndefault  takes it out")
  }

  @Test("the list of settings fits every screen", arguments: [40, 80])
  func list(columns: Int) throws {
    let terminal = try recite(["--set", "pager=off", "--set", "theme=none"], columns: columns)
    try terminal.seeRow("recite>")
    terminal.type("settings\r")
    try terminal.see("puts it back.")
    let lines = terminal.transcript.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.count <= columns }, "\(lines.filter { $0.count > columns })")
    #expect(terminal.screen.text.contains("option"))
  }

  @Test("--plain draws nothing, redraws nothing, and asks in words")
  func plain() throws {
    let terminal = try recite(["--plain"])
    try terminal.seeRow("Command:")
    terminal.type("open chinas-rust-belt\r")
    try terminal.see("Open:")
    terminal.type("map\r")
    try terminal.see("northernmost")
    try terminal.seeRow("Command:")
    terminal.type("quiz numbers --time-limit 5m\r")
    try terminal.wait(for: "a prompt in words") { $0.currentRow.hasSuffix("left. Answer:") }
    let prompt = terminal.screen.currentRow
    terminal.type("a")
    try terminal.seeRow(prompt + " a")
    terminal.type("\r")
    try terminal.see("Question 2 of 4")
    terminal.type(":quit\r")
    try terminal.seeRow("Command:")
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == 0)
    let escapes = terminal.transcript.split(separator: "\u{1b}").dropFirst()
    #expect(escapes.allSatisfy { $0.hasPrefix("[?2004") }, "\(escapes.map { $0.prefix(9) })")
    #expect(!terminal.transcript.unicodeScalars.contains { 0x2500...0x28ff ~= $0.value })
  }

  @Test("'set plain on' counts at once, and 'off' brings the editor back")
  func plainAtThePrompt() throws {
    let terminal = try recite()
    try terminal.seeRow("recite>")
    terminal.type("set plain on\r")
    try terminal.seeRow("Command:")
    terminal.type("set plain off\r")
    try terminal.seeRow("recite>")
    terminal.type("abc\u{1}X")
    try terminal.seeRow("recite> Xabc")
  }

  @Test("on a terminal that can only append nothing else is sent", arguments: ["dumb", ""])
  func dumb(name: String) throws {
    let terminal = try recite(["study", "numbers"], ["TERM": name])
    try terminal.seeRow("answer>")
    terminal.type("x\u{7f}:hint\r")
    try terminal.see("no hints")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(!terminal.transcript.contains("\u{1b}"))
  }

  @Test("what the environment says is named, and comes back next time")
  func over() throws {
    let terminal = try recite([], ["RECITE_MAP": "ascii"])
    try terminal.seeRow("recite>")
    terminal.type("set map words\r")
    try terminal.see("Next time the environment's RECITE_MAP goes before it")
    terminal.type("set map\r")
    try terminal.see("map is words (set here)")
  }
}
