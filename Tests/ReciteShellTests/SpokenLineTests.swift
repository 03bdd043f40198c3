import Support
import Testing

/// The editor where nothing is drawn again: for a screen reader, or a terminal that only appends.
@Suite(.serialized) struct SpokenLineTests {
  private func spoken(
    _ options: [String] = [], _ changes: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    try probe(
      ["spoken"] + options, environment: usual.merging(changes) { $1 }, columns: columns)
  }

  @Test(
    "a line is what was typed and not taken back",
    arguments: [
      ("letters", "abc\r", "abc"),
      ("Backspace", "abx\u{7f}c\r", "abc"),
      ("Backspace at the start", "\u{7f}a\r", "a"),
      ("Backspace over a wide character", "辽宁\u{7f}x\r", "辽x"),
      ("Backspace over a letter with its mark", "e\u{301}\u{7f}x\r", "x"),
      ("Ctrl-W", "one two  three\u{17}x\r", "one two  x"),
      ("Ctrl-U", "abc\u{15}x\r", "x"),
      ("arrows and unbound function keys", "a\u{1b}[D\u{1b}[15~\u{1b}[5~b\r", "ab"),
      ("Ctrl-D on a line", "ab\u{4}c\r", "abc"),
      ("Tab, the only one", "za\t\r", "zagreb "),
      ("Tab, what all have in common", "lia\t\r", "liao"),
      (
        "a paste of several lines", "a \u{1b}[200~one\ntwo\r\nthree\u{1b}[201~ b\r",
        "a one two three b"
      ),
      ("an empty line", "\r", ""),
    ])
  func line(_ name: String, _ keys: String, _ expected: String) throws {
    let terminal = try spoken()
    terminal.type(keys)
    try terminal.see("got <\(expected)>")
  }

  @Test("what is typed is sent once, and nothing moves the cursor", arguments: ["dumb", ""])
  func appendsOnly(name: String) throws {
    let terminal = try spoken([], ["TERM": name])
    terminal.type("a line")
    try terminal.seeRow("probe> a line")
    terminal.type(" 辽宁\r")
    try terminal.see("got <a line 辽宁>")
    let rows = terminal.transcript.split(whereSeparator: \.isNewline)
    #expect(rows.contains("probe> a line 辽宁"), "\(rows)")
    #expect(!terminal.transcript.contains("\u{1b}"))
  }

  @Test("a list of completions and the history stand on rows of their own") func rows() throws {
    let terminal = try spoken(columns: 30)
    terminal.type("first\r")
    try terminal.see("got <first>")
    terminal.type("l\t")
    try terminal.see("probe> l\nliaoning   lisbon\nliaocheng  london\nprobe> l")
    terminal.type("\u{15}\u{1b}[A")
    try terminal.seeRow("probe> first")
    terminal.type("\u{1b}[B")
    try terminal.seeRow("probe>")
    terminal.type("\u{10}!\r")
    try terminal.see("got <first!>")
  }

  @Test(
    "the help and hint keys keep what was typed",
    arguments: [("\u{1b}OP", "help"), ("\u{1b}h", "hint"), ("\u{1b}OQ", "hint")])
  func keys(_ key: String, _ name: String) throws {
    let terminal = try spoken()
    terminal.type("辽 we\(key)")
    try terminal.see("probe> 辽 we\nkey \(name)\nprobe> 辽 we")
    terminal.type("st\r")
    try terminal.see("got <辽 west>")
    terminal.type("?")
    try terminal.see("key help\nprobe>")
  }

  @Test("Ctrl-C drops the line, Ctrl-D on an empty one ends") func leaving() throws {
    let terminal = try spoken()
    terminal.type("abc")
    try terminal.seeRow("probe> abc")
    terminal.type("\u{3}")
    try terminal.see("probe> abc^C\ninterrupted typed\nprobe>")
    terminal.type("\u{3}")
    try terminal.see("interrupted empty")
    terminal.type("\u{4}")
    try terminal.see("end")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test("a prompt that counts is not drawn again, and its time ends") func limit() throws {
    let terminal = try spoken(["limit"])
    terminal.type("half")
    try terminal.see("probe> half\nelapsed")
    #expect(!terminal.transcript.dropLast().contains("\r\u{1b}"))
  }

  @Test("one key is an answer, and Enter after it none") func oneKey() throws {
    let terminal = try spoken(["keys-once"])
    terminal.type("b\r")
    try terminal.see("got <b>")
    terminal.type("abc\r")
    try terminal.see("got <abc>")
    #expect(!terminal.screen.text.contains("got <>"))
  }

  @Test("ten thousand characters arrive", arguments: ["xterm-256color", "dumb"])
  func long(name: String) throws {
    let terminal = try spoken([], ["TERM": name])
    let text = String(repeating: "0123456789", count: 1000)
    terminal.type(text + "\r")
    try terminal.wait(for: "the end of it") {
      $0.text.contains("789>") && $0.currentRow == "probe>"
    }
    let echoed = terminal.transcript.filter { "0"..."9" ~= $0 }
    #expect(echoed.contains(text))
  }

  @Test("a stop and going on shows prompt and line again") func stop() throws {
    let terminal = try shell()
    terminal.type("\(PseudoTerminal.folder)/line-probe spoken\r")
    try terminal.seeRow("probe>")
    terminal.type("abc")
    try terminal.seeRow("probe> abc")
    terminal.type("\u{1a}")
    try terminal.see("Stopped")
    try terminal.seeRow("$")
    terminal.type("fg\r")
    try terminal.seeRow("probe> abc")
    terminal.type("d\r")
    try terminal.see("got <abcd>")
  }
}

/// Another mode while the program runs.
@Suite(.serialized) struct EditingModeTests {
  @Test("vi's keys come and go, and ours stay") func change() throws {
    let terminal = try probe()
    terminal.type("vi\r")
    try terminal.see("probe> vi\nprobe>")
    terminal.type("abc")
    try terminal.seeRow("probe> abc")
    terminal.type("\u{1b}")
    try terminal.wait(whileQuiet: 100)
    terminal.type("0iX\r")
    try terminal.see("got <Xabc>")
    terminal.type("za\t\u{1b}OP")
    try terminal.see("key help")
    terminal.type("\u{15}emacs\r")
    try terminal.seeRow("probe>")
    terminal.type("bc\u{1}a\r")
    try terminal.see("got <abc>")
  }
}
