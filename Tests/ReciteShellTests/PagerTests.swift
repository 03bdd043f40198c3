import Support
import Testing

/// Long text on a terminal.
@Suite(.serialized) struct PagerTests {
  @Test("less shows a long text and gives the prompt back") func less() throws {
    let terminal = try probe()
    terminal.type("page\r")
    try terminal.see("row 23")
    try terminal.wait(for: "less to wait") { $0.currentRow == ":" }
    #expect(!terminal.screen.text.contains("row 24"))
    terminal.type("q")
    try terminal.seeRow("probe>")
    terminal.type("typed\r")
    try terminal.see("got <typed>")
  }

  @Test(
    "a pager of one's own, or none",
    arguments: ["cat", "", " ", "sed -n p", "no-such-program", "head -1", "false", "kill -9 $$"])
  func others(_ pager: String) throws {
    let terminal = try probe(environment: usual.merging(["PAGER": pager]) { $1 })
    terminal.type("page\r")
    if !["head -1", "false", "kill -9 $$"].contains(pager) { try terminal.see("row 100") }
    try terminal.seeRow("probe>")
    terminal.type("typed\r")
    try terminal.see("got <typed>")
  }

  @Test("Ctrl-C in the pager is the pager's") func interrupt() throws {
    let terminal = try probe(
      environment: usual.merging(["PAGER": "cat >/dev/null; sleep 30"]) { $1 })
    terminal.type("page\r")
    try terminal.wait(whileQuiet: 200)
    terminal.type("\u{3}")
    try terminal.wait(for: "the prompt") { $0.currentRow == "probe>" && $0.row > 1 }
    #expect(!terminal.screen.text.contains("interrupted"))
  }
}
