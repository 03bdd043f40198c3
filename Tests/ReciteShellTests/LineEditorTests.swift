import Glibc
import Support
import Testing

/// The line editor as a person meets it: on a terminal, key by key.
@Suite(.serialized) struct LineEditorTests {
  @Test(
    "what is typed is what arrives",
    arguments: [
      ("plain", "Shenyang\r", "Shenyang"),
      ("nothing", "\r", ""),
      ("blanks stay", "  a  b \r", "  a  b "),
      ("wide characters", "辽宁\r", "辽宁"),
      ("left moves over a whole wide character", "辽宁\u{2}X\r", "辽X宁"),
      ("backspace takes a whole wide character", "辽宁\u{7f}\r", "辽"),
      ("marks and emoji", "Shěnyáng e\u{301} 🏭\r", "Shěnyáng e\u{301} 🏭"),
      ("arrows", "bc\u{1b}[D\u{1b}[Da\u{1b}[C\u{1b}[CX\r", "abcX"),
      ("arrows of application mode", "bc\u{1b}OD\u{1b}ODa\r", "abc"),
      ("Home and End", "b\u{1b}[Ha\u{1b}[Fc\u{1b}[1~0\u{1b}[4~9\r", "0abc9"),
      ("Delete", "xab\u{1b}[H\u{1b}[3~\r", "ab"),
      ("by words", "one two\u{1b}[1;5DX\u{1b}[1;5D\u{1b}[1;5D-\u{1b}[1;5C+\r", "-one+ Xtwo"),
      ("kill and yank", "one two\u{17}\u{19}\u{19}\r", "one twotwo"),
      ("unbound function keys type nothing", "a\u{1b}[15~\u{1b}[5~\u{1b}[6~\u{1b}[1;2Qb\r", "ab"),
      ("mouse and focus reports type nothing", "a\u{1b}[I\u{1b}[<0;3;4Mb\u{1b}[O\r", "ab"),
      ("? within a line is a letter", "why?\r", "why?"),
      ("characters that C1 controls are made of vanish", "a\u{80}\u{82}\u{9b}b\r", "ab"),
    ])
  func typing(_ name: String, _ keys: String, _ expected: String) throws {
    let terminal = try probe()
    terminal.type(keys)
    try terminal.see("got <\(expected)>")
    #expect(terminal.screen.unknown == [])
  }

  @Test("bytes that are not UTF-8 are replaced, and what follows them is kept")
  func invalidBytes() throws {
    let terminal = try probe()
    terminal.type(bytes: [0x61, 0xff, 0xe8, 0xbe, 0x62, 0x0d])
    try terminal.see("got <a\u{fffd}\u{fffd}b>")
  }

  @Test(
    "a locale that is not UTF-8 loses nothing",
    arguments: [["LANG": "C"], ["LANG": "POSIX"], ["LC_ALL": "C"], [:], ["LANG": "xx_YY.UTF-8"]])
  func locales(_ locale: [String: String]) throws {
    var environment = usual.merging(locale) { $1 }
    environment["LANG"] = locale["LANG"]
    let terminal = try probe(environment: environment)
    try terminal.see("unicode false")
    terminal.type("辽宁\r")
    try terminal.see("got <辽宁>")
  }

  @Test("a locale of UTF-8 is known as one") func unicodeLocale() throws {
    let terminal = try probe()
    try terminal.see("unicode true")
  }

  @Test(
    "every kind of terminal can be typed into, and is told nothing about it",
    arguments: ["xterm-256color", "tmux-256color", "vt100", "dumb", "", "no-such-terminal", nil])
  func terminals(_ name: String?) throws {
    var environment = usual
    environment["TERM"] = name
    let terminal = try probe(environment: environment)
    terminal.type("ab辽\u{2}\u{2}X\r")
    try terminal.see("got <aXb辽>")
    terminal.type("leave\r")
    try terminal.see("left")
    #expect(!terminal.transcript.contains("entry"))
    let first = try #require(terminal.screen.rows.first)
    #expect(first.hasPrefix("unicode"))
    if ["dumb", ""].contains(name ?? "") {
      #expect(!terminal.transcript.contains("\u{1b}"))
    }
  }

  @Test("NO_COLOR leaves the prompt without a colour") func colour() throws {
    let coloured = try probe()
    #expect(coloured.transcript.contains("\u{1b}[1;36mprobe>\u{1b}[0m "))
    let plain = try probe(environment: usual.merging(["NO_COLOR": "1"]) { $1 })
    #expect(!plain.transcript.contains("\u{1b}[1;36m"))
  }

  @Test("Ctrl-C drops the line and says whether anything was on it") func cancel() throws {
    let terminal = try probe()
    terminal.type("abc")
    try terminal.seeRow("probe> abc")
    terminal.type("\u{3}")
    try terminal.see("probe> abc^C\ninterrupted typed\n")
    try terminal.seeRow("probe>")
    terminal.type("\u{3}")
    try terminal.see("interrupted empty")
    terminal.type("next\r")
    try terminal.see("got <next>")
  }

  @Test("Ctrl-C in the middle of a long line leaves the whole line on the screen")
  func cancelWrapped() throws {
    let terminal = try probe(columns: 20)
    terminal.type("one two three four five six")
    try terminal.seeRow(" four five six")
    terminal.type("\u{1}")
    try terminal.wait(for: "the cursor behind the prompt") { $0.column == 7 && $0.row == 2 }
    terminal.type("\u{3}")
    try terminal.see("interrupted typed")
    try terminal.seeRow("probe>")
    #expect(terminal.screen.text.contains("probe> one two three\n four five six"))
  }

  @Test("Ctrl-D ends on an empty line and deletes on another") func end() throws {
    let terminal = try probe()
    terminal.type("xab\u{1}\u{4}\r")
    try terminal.see("got <ab>")
    terminal.type("\u{4}")
    try terminal.see("end")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("Ctrl-D that is typed ahead still ends") func endTypedAhead() throws {
    let terminal = try probe()
    terminal.type("one\rtwo\r\u{4}")
    try terminal.see("got <two>")
    try terminal.see("\nend")
  }

  @Test("lines typed ahead arrive in order, and none is shown twice") func typeAhead() throws {
    let terminal = try probe(rows: 60)
    let lines = (1...20).map { "line \($0)" }
    terminal.type(lines.map { $0 + "\r" }.joined() + "leave\r")
    try terminal.see("left")
    let shown = terminal.screen.text.split(separator: "\n").map(String.init)
    let expected = lines.flatMap { ["probe> \($0)", "got <\($0)>"] }
    #expect(shown.dropFirst() == (expected + ["probe> leave", "left"])[...])
  }

  @Test("what is typed behind the last line is left to the shell") func typeAheadOfTheShell() throws
  {
    let terminal = try shell()
    terminal.type("\(PseudoTerminal.folder)/line-probe\r")
    try terminal.seeRow("probe>")
    terminal.type("leave\recho af''ter\r")
    try terminal.see("left")
    try terminal.see("after")
  }

  @Test("Ctrl-Z gives the terminal to the shell and fg brings the line back") func suspend() throws
  {
    let terminal = try shell()
    terminal.type("\(PseudoTerminal.folder)/line-probe\r")
    try terminal.seeRow("probe>")
    terminal.type("辽 half")
    try terminal.seeRow("probe> 辽 half")
    terminal.type("\u{1a}")
    try terminal.see("Stopped")
    try terminal.seeRow("$")
    #expect(terminal.isCooked || terminal.transcript.hasSuffix("$ "))
    terminal.type("fg\r")
    try terminal.seeRow("probe> 辽 half")
    terminal.type(" done\r")
    try terminal.see("got <辽 half done>")
    terminal.type("leave\r")
    try terminal.see("left")
    try terminal.seeRow("$")
  }

  @Test("the terminal is as it was after every way to end", arguments: ["leave\r", "\u{4}"])
  func restored(_ keys: String) throws {
    let terminal = try probe()
    #expect(!terminal.isCooked)
    terminal.type(keys)
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
    #expect(terminal.transcript.contains("\u{1b}[?2004l"))
  }

  @Test(
    "a signal that ends the program is told first, and the terminal is given back",
    arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func terminated(_ number: Int32) throws {
    let terminal = try probe()
    terminal.type("half")
    try terminal.seeRow("probe> half")
    terminal.signal(number)
    try terminal.see("probe> half\nsignal \(number)")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test("an overlong line reaches the program whole") func overlong() throws {
    let terminal = try probe()
    let text = String(repeating: "0123456789", count: 1000)
    terminal.type(text + "\r")
    try terminal.wait(for: "10,000 characters") { screen in
      let typed = screen.text.filter { $0 != "\n" }
      return typed.hasSuffix("got <" + text + ">probe>")
    }
  }
}
