import Glibc
import ReciteCore
import Support
import Testing

@testable import recite

/// Chains, open questions and maps, played through at a terminal and from a script.
@Suite(.serialized) struct DrillsAtATerminalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func pack(_ name: String) -> String { Checkout.root + "/Tests/Drills/" + name }

  private func recite(
    _ arguments: [String], columns: Int = 80, rows: Int = 24, _ environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "PATH": "/usr/bin:/bin",
    ]
    return try PseudoTerminal(
      "recite", arguments + ["--progress", folder.file("progress.json"), "--seed", "5"],
      environment: usual.merging(environment) { $1 }, columns: columns, rows: rows)
  }

  private func reviews(of key: String) throws -> [Review] {
    let read = try ProgressFile.read(at: folder.file("progress.json"), scheduler: Scheduler())
    return read.progress.items.first { "\($0.key)" == key }?.value.reviews ?? []
  }

  @Test func `A chain and an open question are played through, the second in two tries`() throws {
    let terminal = try recite(["study", pack("ports")])
    try terminal.see("[ ? ]")
    try terminal.seeRow("answer>")
    terminal.type("a shallow port\r")
    try terminal.see("Correct")
    try terminal.see("a new canal close a port")
    try terminal.seeRow("answer>")
    terminal.type("c b a\r")
    try terminal.see("worth its dredgers")
    try terminal.seeRow("answer>")
    terminal.type("It costs money.\r")
    try terminal.see("A second try: add what is missing (2 points)")
    #expect(!terminal.screen.text.contains("their trade feeds the town"))
    #expect(!terminal.screen.text.contains("Model answer"))
    // The first answer is safe before anything is added.
    let first = try reviews(of: "ports/open-dredgers")
    #expect(first.map(\.rating) == [.hard])
    try terminal.seeRow("answer>")
    terminal.type("Trade lives on large ships.\r")
    try terminal.see("Correct, at the second try.")
    try terminal.see("Model answer: Only in deep water")
    try terminal.see("Shallow water turns large ships away")
    let status = try terminal.waitForExit()
    #expect(status == 0)
    let answers = try reviews(of: "ports/open-dredgers")
    #expect(answers.map(\.rating) == [.hard] && answers.map(\.retries) == [1])
  }

  @Test func `Enter instead of a second try shows what was missing and goes on`() throws {
    let terminal = try recite(["drill", "significance", pack("ports")])
    try terminal.seeRow("answer>")
    terminal.type("It costs money.\r")
    try terminal.see("A second try")
    try terminal.seeRow("answer>")
    terminal.type("\r")
    try terminal.see("2 missing  their trade feeds the town")
    try terminal.see("Model answer")
    let status = try terminal.waitForExit()
    #expect(status == 0)
    let answers = try reviews(of: "ports/open-dredgers")
    #expect(answers.map(\.retries) == [0])
  }

  @Test
  func `A question on a map stands whole on a small screen, without colour and without Unicode`()
    throws
  {
    for environment in [["NO_COLOR": "1"], ["NO_COLOR": "1", "LC_ALL": "C"], [:]] {
      let terminal = try recite(
        ["drill", "location", pack("benelux"), "--practice"], columns: 40, rows: 20, environment)
      try terminal.seeRow("answer>")
      let rows = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.contains { $0.hasPrefix("Question 1 of 17") })
      #expect(rows.contains { $0.contains("?") })
      if environment["LC_ALL"] == "C" {
        let isPlain = terminal.screen.text.utf8.allSatisfy { $0 < 0x80 }
        #expect(isPlain, "\(terminal.screen.text)")
      }
      terminal.type(":quit\r")
      let status = try terminal.waitForExit()
      #expect(status == 0)
    }
  }

  @Test func `Where pages are heard, a map is told`() throws {
    let terminal = try recite(
      ["drill", "location", pack("benelux"), "--practice"], ["TERM": "dumb"])
    try terminal.see("marked: the southernmost of the three countries")
    terminal.type(":quit\r")
    let status = try terminal.waitForExit()
    #expect(status == 0)
  }

  @Test func `Chains, open questions and maps are graded from a script without a second try`()
    throws
  {
    let sheet = """
      #by-item
      chain-silt: the port grows shallow
      chain-canal: c, b, a
      open-dredgers: It costs money.

      """
    let run = try Program.run(
      "recite",
      [
        "quiz", pack("ports"), "--answers", "-", "--seed", "5", "--now", "2026-11-21T09:00:00Z",
        "--format", "jsonl", "--progress", folder.file("progress.json"),
      ], input: sheet, environment: ["HOME": folder.path, "LANG": "C.UTF-8"], in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(lines.count == 4)
    let open = try #require(lines.first { $0.contains("open-dredgers") })
    #expect(open.contains(#""verdict":"partial","credit":0.5"#))
    let places = try Program.run(
      "recite",
      [
        "quiz", pack("benelux"), "--answers", "-", "--seed", "5", "--now", "2026-11-21T09:00:00Z",
        "--count", "3", "--progress", folder.file("progress.json"), "--practice",
      ], input: "Luxembourg\nMaas\na c\n",
      environment: ["HOME": folder.path, "LANG": "C.UTF-8"], in: folder)
    #expect(places.status == 0, "\(places.error)")
    #expect(places.output.contains("Score: ") && !places.output.contains("\u{1b}"))
  }

  @Test func `'causes' has arrows in ASCII where nothing else can be shown`() throws {
    let run = try recite(["--lessons", Checkout.root + "/Tests/Drills"], ["LC_ALL": "C"])
    try run.seeRow("recite>")
    run.type("open ports\r")
    try run.see("Open: Ports and rivers")
    run.type("causes\r")
    try run.see("`-> [ ] large ships stay away (above)")
    run.type("quit\r")
    _ = try run.waitForExit()
  }

  @Test func `Where a verdict and the next question do not fit, the verdict is read first`() throws
  {
    let terminal = try recite(["study", pack("ports")], rows: 9)
    try terminal.seeRow("answer>")
    terminal.type("a deep port\r")
    try terminal.seeRow("Enter goes on>")
    try terminal.see("Wrong.")
    #expect(!terminal.screen.text.contains("Question 2"))
    terminal.type("\r")
    try terminal.see("Question 2")
    try terminal.seeRow("answer>")
    terminal.type(":show\r")
    // What is typed ahead is the answer to the question that was held back.
    try terminal.seeRow("Enter goes on>")
    terminal.type(":quit\r")
    try terminal.see("Question 3")
    let status = try terminal.waitForExit()
    #expect(status == 0)
  }
}
