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
}
