import Support
import Testing

/// The author's commands as a teacher and a script run them.
@Suite struct AuthorCommandTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func recite(_ arguments: String...) throws -> Program {
    try Program.run("recite", arguments, in: folder)
  }

  private func write(_ text: String) throws -> String {
    try folder.write("p.md", Array(text.utf8))
    return folder.file("p.md")
  }

  @Test("check shows a fault with its line, caret and cure, and ends with 1")
  func check() throws {
    let path = try write("# L\n\n### Which?\n\n- [x] 辽宁\n- [ ] 辽宁\n")
    let run = try recite("check", path)
    #expect(
      run.output == """
        \(path):6:7: error: two options are the same, so the key is ambiguous [P012]
           6 | - [ ] 辽宁
             |       ^~~~ also option 1, at line 5
          help: delete one of the two
        1 error

        """)
    #expect(run.status == 1)
    let json = try recite("check", path, "--format", "json").output
    #expect(json.hasPrefix(#"{"diagnostics":[{"path":""#))
    #expect(json.hasSuffix(#""help":"delete one of the two"}],"errors":1,"warnings":0}"# + "\n"))
  }

  @Test("warnings fail a strict check only, and a path that leads nowhere is 66")
  func statuses() throws {
    let path = try write("# L\n\n### Which?\n\nAnswer: x | x\n")
    #expect(try recite("check", path).status == 0)
    #expect(try recite("check", path, "--strict").status == 1)
    #expect(try recite("check", folder.file("gone")).status == 66)
  }

  @Test("format writes the layout once, and --ids the ids that hold a history")
  func format() throws {
    let path = try write("# L\n### Which city?\n* [x] a\n* [ ] b\n**hint:** c\n")
    #expect(try recite("format", "--check", path).status == 1)
    #expect(try recite("format", "--ids", path).status == 0)
    #expect(
      folder.read("p.md").map { String(decoding: $0, as: UTF8.self) }
        == "# L\n\n### Which city? {#which-city}\n\n- [x] a\n- [ ] b\n\nHint: c\n")
    #expect(try recite("format", "--check", "--ids", path).status == 0)
  }

  @Test("a pack with errors is not laid out")
  func faulty() throws {
    let text = "# L\n### Which city?\nAnswer: a\n\nMore text.\n"
    let path = try write(text)
    #expect(try recite("format", path).status == 65)
    #expect(folder.read("p.md") == Array(text.utf8))
  }

  @Test("explain shows a page, and knows no other codes")
  func explain() throws {
    let page = try recite("explain", "p012")
    #expect(page.output.hasPrefix("P012  two options are the same  (error)\n"))
    #expect(page.status == 0)
    #expect(try recite("explain", "P999").status == 66)
  }

  @Test("export writes a pack as JSON")
  func export() throws {
    let path = try write("# L\n\n### Which?\n\nAnswer: x\n")
    let run = try recite("export", path, "--to", "json")
    #expect(run.output.hasPrefix(#"{"pack":"p","title":"p","#))
    #expect(try recite("export").status == 64)
  }

  @Test("import makes a pack that passes its check, and keeps what it cannot say as a comment")
  func importing() throws {
    let gift = "::River::Which? {=Songhua#Yes! =%50%Sungari ~}\n\nWhy? {}\n"
    try folder.write("q.gift", Array(gift.utf8))
    let run = try recite("import", folder.file("q.gift"), "--output", folder.file("q.md"))
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.isEmpty)
    #expect(run.error.contains("q.gift:3:1: warning: an essay has no key"), "\(run.error)")
    #expect(try recite("check", folder.file("q.md")).status == 0)
    let pack = folder.read("q.md").map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(pack.contains("<!--\n### Why?\n"), "\(pack)")
    #expect(folder.read("q.gift") == Array(gift.utf8))
    let kinds = try recite("import", folder.file("q.gift"), "--kinds")
    #expect(kinds.output.contains("100 %  Songhua"), "\(kinds.output)")
    let json = try recite("import", folder.file("q.gift"), "--format", "json")
    #expect(json.output.hasPrefix(#"{"format":"gift","items":1,"questions":[{"line":1,"#))
  }

  @Test("a file is replaced only when that is asked for, and what it was is kept")
  func inPlace() throws {
    let deck = "Q: Which river?\nA: Songhua\n"
    try folder.write("deck.md", Array(deck.utf8))
    #expect(try recite("import", folder.file("deck.md"), "--in-place").status == 0)
    #expect(folder.read("deck.md.bak") == Array(deck.utf8))
    #expect(try recite("check", folder.file("deck.md")).status == 0)
    let both = try recite("import", folder.file("deck.md"), "--in-place", "--output", "x")
    #expect(both.status == 64)
  }

  @Test("an import says what it cannot do: no such file, no questions, broken ones")
  func failingImports() throws {
    #expect(try recite("import", folder.file("gone.gift")).status == 66)
    try folder.write("none.gift", Array("// nothing\n".utf8))
    #expect(try recite("import", folder.file("none.gift")).status == 65)
    try folder.write("zeros.gift", [0x50, 0, 0, 0, 1])
    #expect(try recite("import", folder.file("zeros.gift")).status == 65)
    try folder.write("half.gift", Array("Which? {=a}\n\nWhich? {~a ~b}\n".utf8))
    #expect(try recite("import", folder.file("half.gift")).status == 1)
    try folder.write("old.csv", Array("question,answer\nWo?,Caf".utf8) + [0xe9, 0x0a])
    let old = try recite("import", folder.file("old.csv"))
    #expect(old.error.contains("it is read as Windows-1252"), "\(old.error)")
    #expect(old.output.contains("Café"))
    let many = String(repeating: "Which? {=a\n\n", count: 5_000)
    try folder.write("many.gift", Array(many.utf8))
    let capped = try recite("import", folder.file("many.gift"))
    #expect(capped.error.contains("this file has 5000 faults; the first 1000 are shown"))
  }

  @Test("a pack with a file for each lesson goes through JSON and comes back as a new folder")
  func lessonFiles() throws {
    _ = try Program.run("/bin/mkdir", [folder.file("two")], in: folder)
    let files = [
      ("pack.md", "---\ntitle: Two\ntopics: a, b\n---\n"),
      (
        "01-one.md",
        "---\ntopic: a\n---\n\n# One\n\n### What is first? {#q1}\n\nAnswer: the start\n"
      ),
      (
        "02-two.md",
        "---\ntopic: b\nrequires: One\n---\n\n# Two\n\n### What is last? {#q2}\n\nAnswer: the end\n"
      ),
    ]
    for (name, text) in files { try folder.write("two/" + name, Array(text.utf8)) }
    let json = try recite("export", folder.file("two"), "--to", "json").output
    try folder.write("two.json", Array(json.utf8))
    let stream = try recite("import", folder.file("two.json"))
    #expect(stream.status == 73 && stream.output.isEmpty)
    #expect(stream.error.contains("'--output FOLDER'"), "\(stream.error)")
    let back = try recite("import", folder.file("two.json"), "--output", folder.file("back"))
    #expect(back.status == 0, "\(back.error)")
    #expect(try recite("export", folder.file("back"), "--to", "json").output == json)
    let again = try recite("import", folder.file("two.json"), "--output", folder.file("back"))
    #expect(again.status == 73 && again.error.contains("needs a new folder"), "\(again.error)")
  }

  @Test("export names what a format cannot say, at its place")
  func exporting() throws {
    let path = try write("# L\n\n### Which? {#w}\n\n- [x] a\n- [ ] b\n\nHint: c\n")
    let run = try recite("export", path, "--to", "aiken")
    #expect(run.output == "Which?\nA) a\nB) b\nANSWER: A\n")
    #expect(run.error.contains("p.md:3:1: warning: 'w' has what Aiken cannot hold: hints [P091]"))
    #expect(run.status == 0)
  }

  @Test("check grades the keys: a refused one, a rejected one that is accepted, two that are close")
  func keys() throws {
    try folder.write(
      "keys.md",
      Array(
        """
        # Keys

        ## Provinces

        ### Which province lies south of the lake? {#south}

        Answer: Hunan

        ### Which lies north of the river? {#north}

        Answer: Henan

        ### Which river is the border? {#river}

        Answer: Black Dragon River

        Must not contain: dragon

        ### What is the region called? {#region}

        Answer: Northeast China

        Reject: northeast china

        """.utf8))
    let run = try recite("check", folder.file("keys.md"))
    #expect(run.status == 1)
    #expect(run.output.contains("keys.md:7:9: warning: 'Hunan' and 'Henan'"), "\(run.output)")
    #expect(run.output.contains("keys.md:15:9: error: the grader refuses"), "\(run.output)")
    #expect(run.output.contains("[P085]") && run.output.contains("[P087]"), "\(run.output)")
    #expect(run.output.contains("[P086]"), "\(run.output)")
  }

  @Test("check shows notices, and no check fails for them")
  func notices() throws {
    let path = try write(
      "# L\n\n### Which town?\n\nAnswer: Harbin\n\nWhy: It is.\n\n### Which sea?\n\n"
        + "Answer: Bohai\n\n### Which river?\n\nAnswer: Songhua\n\nWhy: It is.\n")
    let run = try recite("check", path, "--strict")
    #expect(run.output.contains("p.md:9:1: notice: 1 of 3 items have no 'Why:' [P118]"), "\(run)")
    #expect(run.output.hasSuffix("1 notice\n"))
    #expect(run.status == 0)
    #expect(
      try recite("check", path, "--format", "sarif").output.contains(#""level":"note""#))
  }

  @Test("check takes a source from outside the pack, and says what it cannot use")
  func sources() throws {
    let path = try write(
      "---\nsource map: A map\n---\n\n# L\n\n### Which town?\n\nAnswer: Harbin\n\n"
        + "Quote: \"Harbin is there\"\n\nSource: map ¶1\n")
    try folder.write("map.txt", Array("The town of Harbin is drawn on it.\n\nMore.\n".utf8))
    let map = folder.file("map.txt")
    #expect(try recite("check", path).status == 0)
    let run = try recite("check", path, "--source", "map=\(map)")
    #expect(run.output.contains("[P052]") && run.status == 1, "\(run)")
    let unknown = try recite("check", path, "--source", "mpa=\(map)")
    #expect(unknown.error.contains("no pack has a source 'mpa'") && unknown.status == 66)
    #expect(try recite("check", path, "--source", "map").status == 64)
    #expect(try recite("check", path, "--source", "map=\(map).gone").status == 66)
  }

  @Test("coverage shows what no item cites, as text and as JSON")
  func coverage() throws {
    let path = try write(
      "---\nsource map: A map\n---\n\n# L\n\n### Which town?\n\nAnswer: Harbin\n\n"
        + "Source: map ¶1\n")
    try folder.write(
      "map.txt", Array("Harbin lies on the Songhua river here.\n\nThe sea is far.\n".utf8))
    let option = "map=\(folder.file("map.txt"))"
    let text = try recite("check", path, "--source", option, "--coverage")
    #expect(text.output.contains("source map  cited by 1 item, 1 of 2 paragraphs\n"), "\(text)")
    #expect(text.output.contains("  ¶2 is cited by no item: The sea is far.\n"))
    #expect(text.status == 0)
    let json = try recite("check", path, "--source", option, "--coverage", "--format", "json")
    #expect(
      json.output.contains(
        #""cited":[1],"uncited":[{"paragraph":2,"beginning":"The sea is far."}]"#), "\(json)")
    #expect(json.output.hasSuffix(#"],"errors":0,"warnings":0}"# + "\n"))
  }
}
