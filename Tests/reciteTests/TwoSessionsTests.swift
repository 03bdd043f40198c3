import Glibc
import ReciteCore
import ReciteShell
import Support
import Testing

@testable import recite

/// Two sessions on one progress file: the second is told, may practise, and changes nothing.
@Suite(.serialized) struct TwoSessionsTests {
  private let rivers: Rivers

  init() throws { rivers = try Rivers() }

  private var saved: Int {
    get throws {
      try ProgressFile.recover(StorePaths(rivers.folder.file("progress.json")), Scheduler())
        .progress.answerCount
    }
  }

  @Test func `The second session is told who holds the file since when, and practises`() throws {
    let first = try rivers.terminal(
      ["study", "rivers", "--seed", "1", "--now", "2026-11-21T09:00:00Z"])
    try first.wait(for: "the prompt") { $0.currentRow == "answer>" }
    first.type(":show\r")
    try first.see("Given up")
    try first.wait(for: "the prompt") { $0.currentRow == "answer>" }
    let second = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try second.wait(for: "the prompt") { $0.currentRow == "answer>" }
    let told = second.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("is in use by"))
    #expect(told.contains("since 2026-11-21T09:00:00Z"))
    #expect(told.contains("you can practise meanwhile; nothing is recorded"))
    second.type(":show\r")
    try second.see("Given up")
    second.type(":quit\r")
    try second.see("nothing was recorded")
    #expect(try second.waitForExit() == 0)
    #expect(try saved == 1)
    first.type(":quit\r")
    #expect(try first.waitForExit() == 0)
    #expect(try saved == 1)
    // The lock went with its process, also where that was killed.
    let third = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try third.wait(for: "the prompt") { $0.currentRow == "answer>" }
    third.signal(SIGKILL)
    _ = try third.waitForExit()
    #expect(
      try rivers.recite(["quiz", "rivers", "--answers", "-"], input: "a\na\na\n").status == 1)
  }

  @Test(arguments: [
    ["quiz", "rivers", "--answers", "-"], ["study", "rivers"], ["run", "-"],
    ["progress", "restore"],
    ["progress", "reset", "--all"],
  ])
  func `A script that would write is turned away`(arguments: [String]) throws {
    let first = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try first.wait(for: "the prompt") { $0.currentRow == "answer>" }
    let run = try rivers.recite(arguments, input: "quiz\na\na\na\n")
    #expect(run.status == 75)
    #expect(run.error.contains("in use by process"))
    #expect(try saved == 0)
  }

  @Test(arguments: [
    ["stats"], ["due"], ["packs"], ["progress", "verify"], ["progress", "path"],
    ["quiz", "rivers", "--answers", "-", "--practice", "--pass", "0%"],
  ])
  func `What only looks is not kept out`(arguments: [String]) throws {
    let first = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try first.wait(for: "the prompt") { $0.currentRow == "answer>" }
    first.type(":show\r")
    try first.see("Given up")
    let run = try rivers.recite(arguments, input: "a\na\na\n")
    #expect(run.status == 0, "\(run.error)")
  }
}
