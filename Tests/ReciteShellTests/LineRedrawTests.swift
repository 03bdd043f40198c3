import Support
import Testing

/// What stays on the screen when the window changes or the prompt counts.
@Suite(.serialized) struct LineRedrawTests {
  @Test("a narrower and a wider window draw the line again, once", arguments: [40, 33, 20])
  func resize(_ columns: Int) throws {
    let terminal = try probe()
    let typed = (1...9).map { "word\($0) 辽" }.joined(separator: " ")
    terminal.type(typed)
    try terminal.wait(for: "the line") { $0.typed.hasSuffix("word9辽") }
    terminal.resize(columns: columns, rows: 24)
    // The key is read after the resize was seen, so that the picture with it is the new one.
    terminal.type("!")
    try terminal.wait(for: "the narrow line") { $0.text.hasSuffix("!") }
    #expect(terminal.screen.typed == "probe> \(typed)!".filter { $0 != " " })
    terminal.resize(columns: 100, rows: 30)
    terminal.type("?")
    try terminal.seeRow("probe> \(typed)!?")
    #expect(terminal.screen.typed == "probe> \(typed)!?".filter { $0 != " " })
    terminal.type("\r")
    try terminal.see("got <\(typed)!?>")
  }

  @Test("a resize with the cursor in the middle keeps it there") func resizeInTheMiddle() throws {
    let terminal = try probe(columns: 60)
    let typed = String(repeating: "0123456789", count: 7)
    terminal.type(typed + "\u{1}\u{6}\u{6}")
    try terminal.wait(for: "the cursor") { $0.column == 9 && $0.text.contains("6789012345") }
    terminal.resize(columns: 40, rows: 24)
    terminal.type("X")
    try terminal.wait(for: "the X in its place") {
      $0.typed == "probe>01X" + typed.dropFirst(2)
    }
    terminal.type("\r")
    try terminal.wait(for: "the line") {
      $0.all.contains("got<01X" + typed.dropFirst(2))
    }
  }

  @Test("a prompt that counts eats nothing that is typed meanwhile", arguments: [80, 24])
  func counting(_ columns: Int) throws {
    let terminal = try probe(["count"], columns: columns)
    let typed = "辽宁 was the heart of 重工业"
    for character in typed {
      let before = terminal.screen.count
      terminal.type(String(character))
      try terminal.wait(for: "the next number") { ($0.count ?? 0) > (before ?? 0) }
    }
    let prompt = try #require(terminal.screen.typed.split(separator: "]").first)
    #expect(terminal.screen.typed == prompt + "]probe>" + typed.filter { $0 != " " })
    terminal.type("\u{2}\u{2}\u{2}")
    let before = terminal.screen.count
    try terminal.wait(for: "the next number") { ($0.count ?? 0) > (before ?? 0) }
    terminal.type("X")
    let between = terminal.screen.count
    try terminal.wait(for: "the next number") { ($0.count ?? 0) > (between ?? 0) }
    terminal.type("\r")
    try terminal.wait(for: "the line") {
      $0.all.contains("got<辽宁wastheheartofX重工业>")
    }
  }

  @Test("a prompt that counts goes on counting during a search") func countingInSearch() throws {
    let terminal = try probe(["count"])
    terminal.type("alpha 辽宁\r")
    try terminal.see("got <alpha 辽宁>")
    terminal.type("\u{12}al")
    try terminal.see("bck:al")
    for _ in 0..<3 {
      let before = terminal.screen.count
      try terminal.wait(for: "the next number") { ($0.count ?? 0) > (before ?? 0) }
    }
    terminal.type("p")
    try terminal.see("bck:alp")
    terminal.type("\r")
    try terminal.wait(for: "the line again") {
      $0.text.split(separator: "\n").count { $0 == "got <alpha 辽宁>" } == 2
    }
  }

  @Test("a prompt whose time is up ends, whatever is being typed") func limit() throws {
    let terminal = try probe(["limit"])
    terminal.type("half")
    try terminal.see("elapsed")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test("time runs out also while keys come without a pause") func limitWhileTyping() throws {
    let terminal = try probe(["limit"])
    while !terminal.screen.text.contains("elapsed") {
      let before = terminal.received.count
      terminal.type("x\u{7f}")
      try terminal.wait(for: "an echo") { _ in terminal.received.count > before }
    }
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("elapsed"))
  }

  @Test(
    "a resize while nothing is typed leaves one prompt", arguments: [(3, 5), (1, 1), (200, 60)])
  func extremeSizes(_ columns: Int, _ rows: Int) throws {
    let terminal = try probe()
    terminal.resize(columns: columns, rows: rows)
    terminal.type("ab辽\u{2}X\u{1}Y\u{9}\r")
    terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "the line") { _ in
      terminal.transcript.contains("got <YabX辽>")
    }
  }
}

extension ScreenModel {
  /// What stands from the last prompt on, without blanks and line ends.
  fileprivate var typed: String {
    let all = text.split(separator: "\n")
    let last = all.lastIndex { $0.contains("probe") || $0.hasPrefix("[") } ?? 0
    return all[last...].joined().filter { $0 != " " }
  }

  /// Everything, without blanks and line ends.
  fileprivate var all: String { text.filter { $0 != " " && $0 != "\n" } }

  /// The number in the last prompt.
  fileprivate var count: Int? {
    text.split(separator: "\n").last { $0.hasPrefix("[") }
      .flatMap { $0.dropFirst().split(separator: "]").first }.flatMap { Int($0) }
  }
}
