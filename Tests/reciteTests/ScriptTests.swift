import Support
import Testing

/// The program without a human.
@Suite struct ScriptTests {
  private static let now = ["--now", "2026-11-21T09:00:00Z"]

  @Test("a scripted quiz gives its contract's lines, twice the same bytes")
  func jsonLines() throws {
    let arguments = ["quiz", "rivers", "--answers", "-", "--seed", "7", "--format", "jsonl"]
    var outputs: [String] = []
    for _ in 0..<2 {
      let rivers = try Rivers()
      let run = try rivers.recite(
        arguments + ScriptTests.now, input: "Yalu\nsilt, ice\nSonghua\n")
      outputs.append(run.output)
      #expect(run.error == "")
    }
    #expect(outputs[0] == outputs[1])
    let lines = outputs[0].split(separator: "\n")
    try #require(lines.count == 4)
    #expect(lines[0].hasPrefix(#"{"event":"answer","seq":1,"pack":"rivers","item":""#))
    #expect(lines[0].contains(#""duration_ms":0,"at":"2026-11-21T09:00:00Z","rating":""#))
    #expect(lines[3].hasPrefix(#"{"event":"summary","asked":3,"#))
    #expect(lines[3].hasSuffix(#""seed":7}"#))
  }

  @Test("answers by item are matched whatever the order, and the pass mark sets the status")
  func byItem() throws {
    let rivers = try Rivers()
    let sheet = "#by-item\nslow: ice and dams\nharbin: Sungari\nborder: Yalu\n"
    let run = try rivers.recite(
      ["quiz", "rivers", "--answers", "-", "--seed", "7"] + ScriptTests.now, input: sheet)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.contains("Score: 3 of 3 (100 %), 3 right. Pass mark 70 %: passed."))
    let failed = try rivers.recite(
      ["quiz", "rivers", "--answers", "-", "--seed", "7"] + ScriptTests.now,
      input: "#by-item\nslow: ice and dams\nharbin: Liao\nborder: Liao\n")
    #expect(failed.status == 1, "\(failed.output)\(failed.error)")
  }

  @Test(
    "what cannot be right is said, with its status",
    arguments: [
      (["quiz", "rivers", "--answers", "-"], "Yalu\n", 65, "answers ended with 2 questions left"),
      (["quiz", "rivers", "--answers", "-"], "a\nb\nc\nd\n", 65, "left over"),
      (
        ["quiz", "rivers", "--answers", "-"], "#by-item\nhabrin: x\n", 65, "did you mean 'harbin'?"
      ),
      (["quiz", "rivers", "--answers", "-"], "#by-item\nharbin: x\nharbin: y\n", 65, "delete one"),
      (["quiz", "rivers", "--answers", "nowhere.txt"], "", 66, "'nowhere.txt' cannot be read"),
      (["quiz", "rivesr"], "", 66, "did you mean 'rivers'?"),
      (["quiz", "rivers", "--topic", "locaton"], "", 66, "did you mean 'location'?"),
      (["quiz", "rivers", "--pass", "170%"], "", 64, "170%"),
      (["quiz", "rivers", "--now", "yesterday"], "", 64, "yesterday"),
      (["stduy"], "", 64, "stduy"),
    ])
  func failures(arguments: [String], input: String, status: Int32, said: String) throws {
    let run = try Rivers().recite(arguments, input: input)
    #expect(run.status == status, "\(run.output)\(run.error)")
    #expect((run.error + run.output).contains(said), "\(run.error)")
  }

  @Test("a script of commands runs to its end, and an unknown one shows in the status")
  func commands() throws {
    let run = try Rivers().recite(
      ScriptTests.now + ["--seed", "1"], input: "packs\nflirt\nstudy rivers\n:show\n:quit\nstats\n")
    #expect(run.status == 64)
    #expect(run.output.contains("There is no command 'flirt' here"))
    #expect(run.output.contains("Given up."))
    #expect(run.output.contains("What you know (all packs, 1 review)"))
    #expect(!run.output.contains("recite>"))
    #expect(!run.output.contains("\u{1b}"))
  }

  @Test("practice records nothing, and an answer's review stands in the progress file")
  func recording() throws {
    let rivers = try Rivers()
    let practice = try rivers.recite(
      ["quiz", "rivers", "--answers", "-", "--practice", "--seed", "7"], input: "a\na\na\n")
    #expect(practice.status != 74)
    #expect(rivers.progress == "")
    _ = try rivers.recite(
      ["quiz", "rivers", "--answers", "-", "--seed", "7"] + ScriptTests.now,
      input: "#by-item\nslow: ice and dams\nharbin: Songhua\nborder: Liao\n")
    #expect(rivers.progress.contains(#""rivers/harbin":{"#))
    #expect(rivers.progress.contains(#""rivers/border":{"#))
    #expect(rivers.progress.hasPrefix(#"{"format":"recite-progress","version":1,"#))
  }

  @Test("what a pack hides in its text never reaches the output")
  func hostilePack() throws {
    let rivers = try Rivers()
    let hostile = "# Hostile\n\n### What\u{9b}31m is\u{202e} this?\n\nAnswer: a\u{7}b\n"
    try rivers.folder.write("hostile.md", Array(hostile.utf8))
    let run = try rivers.recite(
      ["quiz", rivers.folder.file("hostile.md"), "--answers", "-"], input: "x\n")
    for hidden in ["\u{9b}", "\u{202e}", "\u{7}", "\u{1b}"] {
      #expect(!run.output.unicodeScalars.contains { String($0) == hidden })
    }
  }
}
