import Support
import Testing

/// Keys that do more than put in a character.
@Suite(.serialized) struct LineKeyTests {
  @Test(
    "Tab completes as far as it is clear",
    arguments: [
      ("the only one, with a blank", "za\t\r", "zagreb "),
      ("what all have in common", "lia\t\r", "liao"),
      ("a wide character", "辽宁x\u{2}\u{7f}\t\r", "辽x"),
      ("in the middle of a line", "za lon\u{1}\u{6}\u{6}\t\r", "zagreb  lon"),
      ("the last of several words", "辽 zag\t\r", "辽 zagreb "),
      ("nothing that fits", "xyz\t\r", "xyz"),
    ])
  func completion(_ name: String, _ keys: String, _ expected: String) throws {
    let terminal = try probe()
    terminal.type(keys)
    try terminal.see("got <\(expected)>")
  }

  @Test("Tab shows what there is, in columns, and the line again below") func list() throws {
    let terminal = try probe(columns: 30)
    terminal.type("l\u{9}")
    try terminal.see("probe> l\nliaoning   lisbon\nliaocheng  london\nprobe> l")
    terminal.type("o\t\r")
    try terminal.see("got <london >")
    #expect(terminal.screen.bells == 0)
  }

  @Test("Tab rings the bell where nothing fits") func bell() throws {
    let terminal = try probe()
    terminal.type("xyz\t")
    try terminal.wait(for: "the bell") { $0.bells == 1 }
  }

  @Test("the list stands below a line that fills several rows") func listBelowWrapped() throws {
    let terminal = try probe(columns: 20)
    terminal.type("one two three four l")
    try terminal.seeRow(" four l")
    terminal.type("\u{1}\u{5}\t")
    try terminal.see(
      "probe> one two three\n four l\nliaoning\nliaocheng\nlisbon\nlondon\nprobe> one two three")
    try terminal.seeRow(" four l")
  }

  @Test(
    "the help and hint keys keep what was typed",
    arguments: [
      ("\u{1b}OP", "help"), ("\u{1b}[11~", "help"), ("\u{1b}[[A", "help"),
      ("\u{1b}h", "hint"), ("\u{1b}OQ", "hint"),
    ])
  func keyKeepsLine(_ key: String, _ name: String) throws {
    let terminal = try probe()
    terminal.type("辽 west\u{2}\u{2}\(key)")
    try terminal.see("probe> 辽 west\nkey \(name)\nprobe> 辽 west")
    terminal.type("X\r")
    try terminal.see("got <辽 weXst>")
  }

  @Test("a question mark on an empty line asks for help") func questionMark() throws {
    let terminal = try probe()
    terminal.type("?")
    try terminal.see("key help")
    terminal.type("a?\r")
    try terminal.see("got <a?>")
  }

  @Test(
    "a paste is one line",
    arguments: [
      (
        "ten rows", (1...10).map { "row \($0)\n" }.joined(),
        (1...10).map { "row \($0)" }.joined(separator: " ")
      ),
      ("tabs complete nothing", "za\tlon", "za lon"),
      ("line ends of other systems", "a\r\nb\rc\n\n", "a b c"),
      ("control characters vanish", "a\u{1b}[31mb\u{7}\u{e}c", "a[31mbc"),
      ("wide characters", "辽宁\n吉林", "辽宁 吉林"),
      ("nothing", "", ""),
    ])
  func paste(_ name: String, _ pasted: String, _ expected: String) throws {
    let terminal = try probe()
    terminal.type("<\u{1b}[200~\(pasted)\u{1b}[201~>\r")
    try terminal.see("got <<\(expected)>>")
  }

  @Test("a paste of 10,000 characters arrives whole") func longPaste() throws {
    let terminal = try probe(rows: 200)
    let text = String(repeating: "辽宁 Liaoning ", count: 800)
    terminal.type("\u{1b}[200~\(text)\u{1b}[201~\r")
    let expected = text.split(separator: " ").joined(separator: " ")
    try terminal.wait(for: "the paste") { screen in
      let rows = screen.text.split(separator: "\n").joined()
      return rows.filter { $0 != " " }.hasSuffix("got<" + expected.filter { $0 != " " } + ">probe>")
    }
  }

  @Test("a key answers at once where the prompt says so, and Enter after it is no second answer")
  func singleKeys() throws {
    let terminal = try probe(["keys"])
    terminal.type("b\rA:c\rx\r")
    try terminal.see("got <b>")
    try terminal.see("got <A>")
    try terminal.see("got <:c>")
    try terminal.see("got <x>")
    terminal.type("leave\r")
    try terminal.see("left")
    #expect(!terminal.screen.text.contains("got <>"))
  }

  @Test("keys that answered are letters again at a prompt that does not ask for them")
  func singleKeysEnd() throws {
    let terminal = try probe(["keys-once"])
    terminal.type("b")
    try terminal.see("got <b>")
    terminal.type("abcd\r")
    try terminal.see("got <abcd>")
  }

  @Test(
    "vi keys",
    arguments: [
      ("insert and command mode", "abc\u{1b}|0iX\u{1b}|A!\r", "Xabc!"),
      ("Escape h moves left and gives no hint", "abc\u{1b}|hx\r", "ac"),
      ("arrows in insert mode stay in it", "ac\u{1b}[Db\r", "abc"),
      ("Delete in insert mode", "xab\u{1b}[H\u{1b}[3~\r", "ab"),
      ("a paste", "a\u{1b}[200~b\nc\u{1b}[201~d\r", "ab cd"),
      ("wide characters", "辽宁\u{1b}|x\r", "辽"),
      ("unbound keys", "a\u{1b}[15~b\u{1b}|\u{1b}[5~ac\r", "abc"),
    ])
  func vi(_ name: String, _ keys: String, _ expected: String) throws {
    let terminal = try probe(["vi"])
    // A lone Escape counts once nothing follows it; the bar marks where a person would wait.
    for part in keys.split(separator: "|", omittingEmptySubsequences: false) {
      terminal.type(String(part))
      guard part.hasSuffix("\u{1b}") else { continue }
      try terminal.wait(whileQuiet: 120)
    }
    try terminal.see("got <\(expected)>")
  }

  @Test("F1 helps in both of vi's modes") func viHelp() throws {
    let terminal = try probe(["vi"])
    terminal.type("abc\u{1b}OP")
    try terminal.see("key help")
    try terminal.seeRow("probe> abc")
    terminal.type("\u{1b}")
    try terminal.wait(whileQuiet: 120)
    terminal.type("\u{1b}OQ")
    try terminal.see("key hint")
    terminal.type("\r")
    try terminal.see("got <abc>")
  }
}
