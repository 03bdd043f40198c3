import Support
import Testing

/// The first minute at a terminal, and coming back after leaving.
@Suite(.serialized) struct FirstMinuteTests {
  @Test(
    "home fits, Enter brings reading and question on one screen, leaving says what was done",
    arguments: [(80, 24), (40, 24), (60, 24), (130, 40)])
  func firstMinute(columns: Int, rows: Int) throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      "recite", ["--seed", "1"],
      environment: [
        "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
      ], columns: columns, rows: rows)
    try terminal.wait(for: "home") { screen in
      screen.currentRow.hasPrefix("recite>") && screen.text.contains("Recite: 3 packs")
        && screen.text.contains("Press Enter to begin")
    }
    terminal.type("\r")
    try terminal.wait(for: "reading and question") { screen in
      screen.currentRow.hasPrefix("answer>") && screen.text.contains("A first look")
        && screen.text.contains("Question 1 of 20")
    }
    terminal.type(":help\r")
    try terminal.wait(for: "the list of commands on one screen") { screen in
      screen.currentRow.hasPrefix("answer>") && screen.text.contains("A line is your answer.")
        && screen.text.contains(":quit")
    }
    terminal.type(":skip\r")
    try terminal.see("Question 2 of 20")
    try terminal.seeRow("answer>")
    terminal.type(":quit\r")
    try terminal.see("Left before the first answer")
    try terminal.see("Enter goes on where you left")
    try terminal.seeRow("recite>")
    terminal.type("\r")
    try terminal.see("Question 2 of 20")
    try terminal.seeRow("answer>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test("the next start says how far the day is and that Enter goes on")
  func comingBack() throws {
    let rivers = try Rivers()
    let first = try rivers.terminal()
    try first.seeRow("recite>")
    first.type("goal 5\r")
    try first.see("Today: 0 of 5 answers.")
    first.type("drill rivers/harbin\r")
    try first.seeRow("answer>")
    first.type(":sure Songhua\r")
    try first.see("Today: 1 of 5 answers.")
    try first.seeRow("recite>")
    first.type("quit\r")
    #expect(try first.waitForExit() == 0)
    let second = try rivers.terminal()
    try second.see("Today: 1 of 5 answers.")
    try second.see("Press Enter to go on")
    second.type("find harbin\r")
    try second.see("drill rivers/harbin")
    #expect(!second.screen.text.contains("*Harbin*"), "colour marks the words on a terminal")
    #expect(second.transcript.contains("\u{1b}[1;4mHarbin\u{1b}[0m"))
    second.type("quit\r")
    #expect(try second.waitForExit() == 0)
  }
}
