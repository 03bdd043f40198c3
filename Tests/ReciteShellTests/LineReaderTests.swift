import Glibc
import Support
import Testing

@testable import ReciteShell

/// Lines that no person types: from a pipe, a file, or a terminal that edits them itself.
struct LineReaderTests {
  @Test(
    "bytes become lines",
    arguments: [
      ("a\nb\n", ["a", "b"]),
      ("the last line needs no end", ["the last line needs no end"]),
      ("a\r\nb\r\n", ["a", "b"]),
      ("\n\n", ["", ""]),
      ("", []),
      ("a\rb\n", ["a\rb"]),
      ("辽宁\n", ["辽宁"]),
      ("\u{feff}a\n", ["\u{feff}a"]),
      ("tab\tand \u{1b}[31m stay\n", ["tab\tand \u{1b}[31m stay"]),
    ])
  func lines(_ text: String, _ expected: [String]) throws {
    #expect(try read(Array(text.utf8)).lines == expected)
  }

  @Test("what is not UTF-8 is replaced") func invalid() throws {
    #expect(try read([0x61, 0xff, 0x62, 0x0a]).lines == ["a\u{fffd}b"])
  }

  @Test("a line of more than a mebibyte is cut, said, and followed by the next") func overlong()
    throws
  {
    let long = [UInt8](repeating: 0x78, count: LineReader.longestLine + 70_000)
    let result = try read(long + Array("\r\nnext\n".utf8))
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.utf8.count == LineReader.longestLine)
    #expect(result.lines.last == "next")
    #expect(result.notices == ["line 1 is longer than 1 MiB, the rest of it was left out"])
  }

  @Test("a line of just a mebibyte is whole") func longest() throws {
    let long = [UInt8](repeating: 0x78, count: LineReader.longestLine)
    let result = try read(long + Array("\r\nnext".utf8))
    #expect(result.lines.map(\.utf8.count) == [LineReader.longestLine, 4])
    #expect(result.notices == [])
  }

  @Test("a line is given before the next one is written") func oneByOne() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { _ = close(end) } }
    let reader = LineReader(input: ends[0], signals: nil, notice: { _ in })
    for line in ["first", "second"] {
      try StandardStream(descriptor: ends[1]).write(line + "\n")
      #expect(reader.nextLine(LinePrompt("")) == .line(line))
    }
  }

  @Test("time that is up ends the waiting") func elapsed() throws {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { _ = close(end) } }
    let reader = LineReader(input: ends[0], signals: nil, notice: { _ in })
    var looks = 0
    var prompt = LinePrompt("", tick: 1)
    prompt.text = {
      looks += 1
      return looks < 3 ? "" : nil
    }
    #expect(reader.nextLine(prompt) == .elapsed)
  }

  @Test("what is closed is at its end, what is no file is a failure") func unreadable() throws {
    let closed = LineReader(input: 987, signals: nil, notice: { _ in })
    #expect(closed.nextLine(LinePrompt("")) == .endOfInput)
    let folder = open("/", O_RDONLY)
    defer { _ = close(folder) }
    let reader = LineReader(input: folder, signals: nil, notice: { _ in })
    #expect(reader.nextLine(LinePrompt("")) == .failed(errno: EISDIR))
  }

  @Test("on a terminal that edits the lines itself it prompts, and Ctrl-C is told") func terminal()
    throws
  {
    let terminal = try probe(["plain"])
    #expect(terminal.isCooked)
    terminal.type("plain\r")
    try terminal.see("got <plain>")
    terminal.type("half\u{3}")
    try terminal.see("interrupted")
    terminal.type("\u{4}")
    try terminal.see("\nend")
    #expect(!terminal.transcript.contains("\u{1b}"))
  }

  private func read(_ bytes: [UInt8]) throws -> (lines: [String], notices: [String]) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/input"
    let output = open(path, O_WRONLY | O_CREAT, 0o600)
    try StandardStream(descriptor: output).write(bytes: bytes)
    _ = close(output)
    let input = open(path, O_RDONLY)
    defer { _ = close(input) }
    var notices: [String] = []
    let reader = LineReader(input: input, signals: nil, notice: { notices.append($0) })
    var lines: [String] = []
    while true {
      let event = reader.nextLine(LinePrompt("never shown"))
      guard case .line(let line) = event else {
        #expect(event == .endOfInput)
        return (lines, notices)
      }
      lines.append(line)
    }
  }
}
