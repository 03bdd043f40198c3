import Glibc
import ReciteCore
import ReciteShell
import Support
import Testing

@testable import recite

/// Signals in a real terminal and in a script: what was acknowledged is saved, the terminal is as it
/// was, and the exit status is the one that a shell expects.
@Suite(.serialized) struct SignalTests {
  private let rivers: Rivers

  init() throws { rivers = try Rivers() }

  private var saved: Int {
    get throws {
      try ProgressFile.recover(StorePaths(rivers.folder.file("progress.json")), Scheduler())
        .progress.answerCount
    }
  }

  /// A session in which one answer was given and its verdict seen.
  private func answered() throws -> PseudoTerminal {
    let terminal = try rivers.terminal(["study", "rivers", "--seed", "1"])
    try terminal.wait(for: "the prompt") { $0.currentRow.hasPrefix("answer>") }
    #expect(terminal.settings != terminal.settingsBefore)
    terminal.type("no such answer\r")
    try terminal.wait(for: "the next prompt") {
      ($0.text.contains("comes back") || $0.text.contains("Not read"))
        && $0.currentRow == "answer>"
    }
    if try saved == 0 {
      terminal.type(":show\r")
      try terminal.see("Given up")
      try terminal.wait(for: "the next prompt") { $0.currentRow == "answer>" }
    }
    return terminal
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGQUIT])
  func `A signal at the prompt ends the session with everything in order`(_ signal: Int32) throws {
    let terminal = try answered()
    terminal.type("half an answ")
    try terminal.seeRow("answer> half an answ")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(try saved == 1)
    // The record is folded, and no journal waits.
    #expect(rivers.folder.read("progress.json.journal") == nil)
    #expect(rivers.progress.contains("rivers/"))
  }

  @Test func `A terminal that goes away takes no answer with it`() throws {
    let terminal = try answered()
    terminal.hangUp()
    #expect(try terminal.waitForExit() == 128 + SIGHUP)
    #expect(try saved == 1)
    #expect(rivers.folder.read("progress.json.journal") == nil)
  }

  @Test func `Ctrl-C cancels the line and keeps the session`() throws {
    let terminal = try answered()
    terminal.type("half")
    try terminal.seeRow("answer> half")
    terminal.type("\u{3}")
    try terminal.wait(for: "an empty prompt") { $0.currentRow == "answer>" }
    terminal.signal(SIGINT)
    try terminal.see("Press Ctrl-C once more")
    terminal.type(":quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(try saved == 1)
  }

  @Test func `Ctrl-Z gives the terminal back as it was, and the session goes on after it`() throws {
    guard access("/bin/bash", X_OK) == 0 else {
      print("skipped: no shell with job control")
      return
    }
    let folder = rivers.folder
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
      environment: [
        "HOME": folder.path, "RECITE_LESSONS": folder.path, "LANG": "C.UTF-8", "TERM": "xterm",
        "PATH": "/usr/bin:/bin", "RECITE_PROGRESS": folder.file("progress.json"), "PS1": "shell> ",
      ])
    func run(_ command: String) throws {
      try terminal.wait(for: "the shell") { $0.currentRow == "shell>" }
      terminal.type(command + "\r")
    }
    try run("stty -g > \(folder.path)/before; clear")
    try run("\(PseudoTerminal.folder)/recite study rivers --seed 1")
    try terminal.wait(for: "the prompt") { $0.currentRow == "answer>" }
    terminal.type("ha\u{1a}")
    try terminal.see("Stopped")
    try run("stty -g > \(folder.path)/stopped; fg")
    try terminal.wait(for: "the prompt") { $0.currentRow.hasPrefix("answer>") }
    terminal.type("\u{15}:show\r")
    try terminal.see("Given up")
    try terminal.wait(for: "the next prompt") { $0.currentRow == "answer>" }
    terminal.type(":quit\r")
    try terminal.see("every one saved")
    try run("stty -g > \(folder.path)/after; exit 7")
    #expect(try terminal.waitForExit() == 7)
    let before = folder.read("before")
    #expect(before?.isEmpty == false)
    #expect(folder.read("stopped") == before)
    #expect(folder.read("after") == before)
    #expect(try saved == 1)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `A script that is ended saves what it acknowledged, also while answers lie ready`(
    _ signal: Int32
  ) throws {
    let path = rivers.folder.file("progress.json")
    let quiz = try PipedQuiz(progress: path, seed: 3, ["chinas-rust-belt"])
    quiz.answer(lines: 9)
    let (acknowledged, ended) = quiz.end(by: signal, after: 4)
    #expect(ended == 128 + signal)
    #expect(acknowledged >= 4)
    #expect(try saved == acknowledged)
    #expect(rivers.folder.read("progress.json.journal") == nil)
  }

  @Test(arguments: [
    "quiz chinas-rust-belt --answers - --format jsonl --seed 1 --count 20 --pass 0%",
    "quiz chinas-rust-belt --answers - --format tap --seed 1 --count 20 --pass 0%",
    "read chinas-rust-belt", "explain grammar", "export chinas-rust-belt --to json", "stats",
    "--help",
    "study chinas-rust-belt --practice --seed 1", "check \(Checkout.root)/Lessons/two-accounts",
  ])
  func `Whoever reads our output may stop reading`(command: String) throws {
    guard access("/bin/bash", X_OK) == 0 else { return }
    let recite = PseudoTerminal.folder + "/recite"
    let script =
      "yes a 2>/dev/null | head -n 20 | '\(recite)' \(command) | head -n 1 >/dev/null; echo ${PIPESTATUS[2]}"
    let run = try Program.run(
      "/bin/bash", ["-c", script],
      environment: [
        "HOME": rivers.folder.path, "RECITE_PROGRESS": rivers.folder.file("progress.json"),
        "PATH": "/usr/bin:/bin",
      ], in: rivers.folder)
    #expect(run.output == "0\n", "\(run.error)")
    #expect(!run.error.contains("roken pipe") && !run.error.contains("rror"), "\(run.error)")
  }
}
