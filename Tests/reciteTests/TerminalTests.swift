import Support
import Testing

/// The program as a learner meets it.
@Suite(.serialized) struct LearnerTests {
  @Test("Enter, a right, a misspelt and a wrong answer, a hint, undo, quit: all of it is kept")
  func firstMinute() throws {
    let rivers = try Rivers()
    let terminal = try rivers.terminal()
    try terminal.see("recite>")
    terminal.type("open rivers\r")
    try terminal.see("Rivers of the north-east. Press Enter")
    terminal.type("\r")
    var answered = Set<String>()
    for _ in 0..<3 {
      try terminal.wait(for: "a question") { screen in
        Question.allCases.contains {
          !answered.contains($0.rawValue) && screen.text.contains($0.rawValue)
        }
          && screen.currentRow.hasPrefix("answer>")
      }
      let asked = Question.allCases.first {
        !answered.contains($0.rawValue) && terminal.screen.text.contains($0.rawValue)
      }
      let question = try #require(asked)
      answered.insert(question.rawValue)
      switch question {
      case .harbin:
        terminal.type(":hint\r")
        try terminal.see("Hint 1 of 1")
        terminal.type("Songhau\r")
        try terminal.see("Correct, with a slip")
      case .border:
        terminal.type("Liao\r")
        try terminal.see("It comes back in this session")
      case .slow:
        terminal.type("ice, silt\r")
        try terminal.see("Correct.")
      }
    }
    terminal.type(":undo\r")
    try terminal.see("Took back your answer")
    terminal.type(":quit\r")
    try terminal.see("every one saved")
    try terminal.wait(for: "home") { $0.currentRow.hasPrefix("recite>") }
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == 0)
    let reviews = rivers.progress.components(of: #""reviews":[["#)
    #expect(reviews == 2, "\(rivers.progress)")
  }

  private enum Question: String, CaseIterable {
    case harbin = "Which river runs through Harbin?"
    case border = "Which river is the border"
    case slow = "Name two things"
  }

  @Test("Chinese typed under LANG=C arrives, and the key in its other script is right")
  func chinese() throws {
    let rivers = try Rivers()
    let terminal = try rivers.terminal(
      ["study", "rivers", "--seed", "1"], environment: ["LANG": "C"])
    try terminal.see("answer>")
    while !terminal.screen.text.contains("runs through Harbin?") {
      terminal.type(":skip\r")
      try terminal.see("Skipped")
      try terminal.wait(for: "the next question") { $0.currentRow.hasPrefix("answer>") }
    }
    terminal.type("松花江\r")
    try terminal.see("Correct")
  }

  @Test("Ctrl-C twice on an empty line leaves, and nothing is lost")
  func interrupt() throws {
    let rivers = try Rivers()
    let terminal = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try terminal.see("answer>")
    terminal.type("half an ans")
    try terminal.seeRow("answer> half an ans")
    terminal.type("\u{3}")
    try terminal.wait(for: "a fresh prompt") { $0.currentRow.trimmed == "answer>" }
    terminal.type("\u{3}")
    try terminal.see("Press Ctrl-C once more")
    terminal.type("\u{3}")
    try terminal.see("Left before the first answer")
    #expect(try terminal.waitForExit() == 0)
    #expect(rivers.progress.isEmpty)
  }

  @Test("Tab completes commands and packs, and never a key")
  func completion() throws {
    let rivers = try Rivers()
    let terminal = try rivers.terminal()
    try terminal.see("recite>")
    terminal.type("ope\tri\t")
    try terminal.seeRow("recite> open rivers")
    terminal.type("\r")
    try terminal.see("Press Enter to begin")
    terminal.type("drill location\r")
    try terminal.see("answer>")
    terminal.type("Son\t")
    terminal.type("\u{3}")
    try terminal.wait(for: "a fresh prompt") { $0.currentRow.trimmed == "answer>" }
    #expect(!terminal.transcript.contains("answer> Songhua"))
    #expect(rivers.progress.isEmpty)
  }

  @Test("no line is wider than a narrow screen, without colour", arguments: [40, 60, 80])
  func narrow(columns: Int) throws {
    let rivers = try Rivers()
    let terminal = try rivers.terminal(
      ["study", "rivers", "--seed", "1"], environment: ["NO_COLOR": "1"], columns: columns)
    try terminal.see("answer>")
    terminal.type(":show\r")
    try terminal.see("Given up")
    terminal.type(":quit\r")
    _ = try terminal.waitForExit()
    #expect(!terminal.transcript.contains("\u{1b}[1m"))
    #expect(!terminal.transcript.contains("\u{1b}[3"))
    #expect(rivers.progress.contains("rivers/"))
  }

  @Test("a second session is told, and may practise")
  func secondSession() throws {
    let rivers = try Rivers()
    let first = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try first.see("answer>")
    let script = try rivers.recite(["quiz", "rivers", "--answers", "-"], input: "a\na\na\n")
    #expect(script.status == 75)
    #expect(script.error.contains("in use by process"))
    let second = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try second.see("you can practise meanwhile")
    try second.see("answer>")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
