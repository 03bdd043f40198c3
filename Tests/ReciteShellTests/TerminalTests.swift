import Glibc
import Support
import Testing

@testable import ReciteShell

/// What the surroundings say about colour, size and the kind of terminal.
struct TerminalTests {
  @Test(
    "colour follows the option, then the environment, then the terminal",
    arguments: [
      (.auto, true, ["TERM": "xterm"], true),
      (.auto, false, ["TERM": "xterm"], false),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["TERM": ""], false),
      (.auto, true, [:], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.auto, true, ["TERM": "xterm", "CLICOLOR": "0"], false),
      (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], false),
    ] as [(ColourPolicy, Bool, [String: String], Bool)])
  func colour(
    _ policy: ColourPolicy, _ onTerminal: Bool, _ environment: [String: String], _ expected: Bool
  ) {
    let seen = Terminal.hasColour(policy, onTerminal: onTerminal) { environment[$0] }
    #expect(seen == expected)
  }

  @Test(
    "a terminal that the system does not describe is taken for its family, or for a dumb one",
    arguments: [
      ("xterm-256color", "xterm-256color"), ("xterm-unheard-of", "xterm"),
      ("screen.unheard-of", "screen"), ("unheard-of", "dumb"), ("", "dumb"),
      ("../../etc/passwd", "dumb"), ("/bin/sh", "dumb"),
    ])
  func database(_ name: String, _ expected: String) {
    #expect(TerminalDatabase().name(for: name) == expected)
  }

  @Test(
    "candidates fill columns from the top, and what does not fit is counted",
    arguments: [
      (["a", "b", "c"], 20, 24, ["a  b  c"]),
      (["one", "two", "three", "four"], 14, 24, ["one    three", "two    four"]),
      (["辽宁", "吉林", "ab"], 13, 24, ["辽宁  ab", "吉林"]),
      (["aaaaaaaaaaaaaaaa"], 10, 24, ["aaaaaaaaa"]),
      ((1...9).map { "word\($0)" }, 8, 6, ["word1", "word2", "word3", "and 6 more"]),
      (["\u{1b}[31mred\u{202e}"], 20, 24, ["[31mred"]),
      ([], 20, 24, []),
      (["a", "b"], 1, 1, ["a", "b"]),
    ])
  func candidates(_ texts: [String], _ columns: Int, _ rows: Int, _ expected: [String]) {
    _ = Terminal.prepareLocale()
    let list = CandidateList(
      texts.map { .init($0) }, size: TerminalSize(columns: columns, rows: rows))
    #expect(list.rows == expected)
  }

  @Test("candidates with a note have a row each") func notes() {
    let list = CandidateList(
      [.init("study", note: "what is due"), .init("quit", note: "leave")],
      size: TerminalSize(columns: 18, rows: 24))
    #expect(list.rows == ["study  what is due".prefix(17).description, "quit   leave"])
  }

  @Test(
    "Tab takes the step that is clear",
    arguments: [
      ("", [], .nothing),
      ("li", ["lisbon"], .replace("lisbon ")),
      ("l", ["liaoning", "liaocheng"], .replace("liao")),
      ("liao", ["liaoning", "liaocheng"], .list(["liaoning", "liaocheng"].map { .init($0) })),
      ("LI", ["Liaoning"], .replace("Liaoning ")),
      ("e", ["e\u{301}a", "e\u{301}b"], .list(["e\u{301}a", "e\u{301}b"].map { .init($0) })),
      ("a", ["a\u{1b}[31m"], .replace("a[31m ")),
    ] as [(String, [String], Completion.Step)])
  func step(_ typed: String, _ texts: [String], _ expected: Completion.Step) {
    #expect(Completion(start: 0, candidates: texts.map { .init($0) }).step(for: typed) == expected)
  }

  @Test("a full disk is named as one") func fullDisk() {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { _ = close(full) }
    do {
      try StandardStream(descriptor: full).write("text")
      Issue.record("written to a full device")
    } catch {
      #expect("\(error)" == "the output cannot be written: No space left on device")
    }
  }

  @Test("writing to a closed pipe says so") func closedPipe() {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    _ = close(ends[0])
    defer { _ = close(ends[1]) }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = SIG_IGN
    _ = sigaction(SIGPIPE, &action, nil)
    #expect(throws: OutputFailure.closed) {
      try StandardStream(descriptor: ends[1]).write("text")
    }
    #expect(throws: OutputFailure.failed(errno: EBADF)) {
      try StandardStream(descriptor: 987).write("text")
    }
  }
}
