import Support
import Testing

/// The learner's comforts as commands of the shell.
@Suite struct ComfortTests {
  @Test("find prints the places with what opens them, and leaves with 1 where there is none")
  func find() throws {
    let rivers = try Rivers()
    let found = try rivers.recite(["find", "harbin", "river", "--lessons", rivers.folder.path])
    #expect(found.status == 0, "\(found.error)")
    #expect(found.output.contains("recite drill rivers/harbin"), "\(found.output)")
    #expect(found.output.contains("*river*"))
    let none = try rivers.recite(["find", "zzzyx"])
    #expect(none.status == 1 && none.output.contains("'zzzyx' stands nowhere"))
    let nothing = try rivers.recite(["find", " "])
    #expect(nothing.status == 64 && nothing.error.contains("find steel"))
  }

  @Test("find --json names the place, the words found and what opens it")
  func findJSON() throws {
    let rivers = try Rivers()
    let found = try rivers.recite(["find", "songhua", "runs", "--json", "--count", "1"])
    #expect(
      found.output.contains(
        #""hits":[{"pack":"rivers","kind":"reading","number":1,"lesson":"Rivers","section":"Two rivers""#
      ), "\(found.output)")
    #expect(found.output.contains(#""found":["Songhua","runs"]"#))
    #expect(found.output.contains(#""open":"read rivers 1""#))
    // The key of the question is not searched before it was answered.
    let hidden = try rivers.recite(["find", "sungari", "--json"])
    #expect(hidden.status == 1 && hidden.output.contains(#""total":0,"hits":[]"#))
  }

  @Test("stats --flags lists what was flagged, with the question, for authors")
  func flags() throws {
    let rivers = try Rivers()
    let script = "flag rivers/border two borders?\nflag rivers/harbin spelling\nunflag harbin\n"
    _ = try rivers.recite([], input: script)
    let text = try rivers.recite(["stats", "--flags"])
    #expect(text.output.contains("rivers/border") && text.output.contains("note: two borders?"))
    #expect(!text.output.contains("harbin"))
    let json = try rivers.recite(["stats", "--flags", "--json"])
    #expect(
      json.output
        == #"{"flags":[{"pack":"rivers","item":"border","stem":"Which river is the border with North Korea?","note":"two borders?"}]}"#
        + "\n", "\(json.output)")
    #expect(try rivers.recite(["stats", "--flags", "--overrides"]).status == 64)
  }

  @Test("read prints one section by its number")
  func read() throws {
    let rivers = try Rivers()
    let section = try rivers.recite(["read", "rivers", "1"])
    #expect(section.output.hasPrefix("Rivers · Two rivers · section 1 of 1\n\nThe Songhua"))
    let none = try rivers.recite(["read", "rivers", "2"])
    #expect(none.status == 66 && none.error.contains("from 1 to 1"))
  }

  @Test("drill names the topics there are, and takes one question by its name")
  func drill() throws {
    let rivers = try Rivers()
    let slip = try rivers.recite(["drill", "locaton", "rivers"])
    #expect(slip.status == 66 && slip.error.contains("did you mean 'location'?"), "\(slip.error)")
    let one = try rivers.recite(["drill", "rivers/slow", "rivers"], input: "ice, dams\n")
    #expect(one.output.contains("Question 1 of 1") && one.output.contains("Correct."))
  }

  @Test("a goal is kept as a setting, and stats report it")
  func goal() throws {
    let rivers = try Rivers()
    let set = try rivers.recite([], input: "goal 2\n")
    #expect(set.output.contains("Today: 0 of 2 answers."), "\(set.output)")
    let home = try rivers.recite([], input: "drill rivers/harbin\nSonghua\n")
    #expect(home.output.contains("Today: 0 of 2 answers."), "\(home.output)")
    let stats = try rivers.recite(["stats", "--json"])
    #expect(stats.output.contains(#""answers_today":1,"goal":2"#), "\(stats.output)")
  }

  @Test("the transcript in the README is what the program shows")
  func readme() throws {
    let folder = try TemporaryFolder()
    let seen = try Program.run(
      "recite", ["run", "--check", "\(Checkout.root)/README.md"],
      environment: ["HOME": folder.path], in: folder)
    #expect(seen.status == 0, "\(seen.output)\(seen.error)")
  }
}
