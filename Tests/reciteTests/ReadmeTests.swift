import Support
import Testing

/// What the README promises is run as it stands there.
@Suite struct ReadmeTests {
  @Test("the pack in the README has no fault, and its question can be answered")
  func pack() throws {
    let folder = try TemporaryFolder()
    let pack = try block("markdown")
    try folder.write("rivers.md", Array(pack.utf8))
    let check = try Program.run("recite", ["check", folder.file("rivers.md")], in: folder)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    let quiz = try Program.run(
      "recite", ["quiz", folder.file("rivers.md"), "--answers", "-", "--practice"],
      input: "Sungari\n", environment: ["HOME": folder.path], in: folder)
    #expect(quiz.output.contains("Correct"), "\(quiz.output)\(quiz.error)")
  }

  @Test("the scripted quiz in the README prints three answers and a score")
  func script() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run(
      "/bin/sh", ["-c", try block("sh", containing: "--answers")],
      environment: ["HOME": folder.path, "PATH": PseudoTerminal.folder + ":/usr/bin:/bin"],
      in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4, "\(run.output)\(run.error)")
    #expect(lines.last?.hasPrefix(#"{"event":"summary","asked":3,"#) == true)
    #expect([0, 1].contains(run.status))
  }

  @Test("the two commands of the README are there and can be run")
  func commands() throws {
    let commands = try block("sh", containing: ".ci/").split(separator: "\n")
    #expect(commands.count == 2)
    for command in commands {
      let path = String(command.prefix { $0 != " " })
      #expect(Checkout.text(of: path)?.hasPrefix("#!/usr/bin/env bash") == true, "\(path)")
    }
  }

  /// The first fenced block in a language, and with a text where one is given.
  private func block(_ language: String, containing text: String = "") throws -> String {
    var readme = try #require(Checkout.text(of: "README.md"))[...]
    while let open = readme.firstRange(of: "```\(language)\n") {
      let rest = readme[open.upperBound...]
      let close = try #require(rest.firstRange(of: "```\n"))
      let block = String(rest[..<close.lowerBound])
      if text.isEmpty || block.contains(text) { return block }
      readme = rest[close.upperBound...]
    }
    throw LawBroken("the README has no block in \(language) with '\(text)'")
  }
}
