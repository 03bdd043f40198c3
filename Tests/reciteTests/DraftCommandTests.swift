import Support
import Testing

/// `recite draft` as a teacher and a script run it.
@Suite struct DraftCommandTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func recite(_ arguments: String...) throws -> Program {
    try Program.run("recite", arguments, in: folder)
  }

  private static let article = """
    Canals

    The old canal of Rochester was opened in 1825 by Governor Clinton.

    Freight rates in the whole valley fell by 90 percent in those ten years.
    """

  @Test("a draft goes to standard output or a file, and check warns of it without an error")
  func draft() throws {
    try folder.write("canals.txt", Array(Self.article.utf8))
    let shown = try recite("draft", folder.file("canals.txt"))
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("---\npack: canals\ntitle: Canals\n"))
    #expect(shown.error.contains("proposed from 2 sentences of"))
    let written = try recite("draft", folder.file("canals.txt"), "--output", folder.file("p.md"))
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(folder.read("p.md").map { String(decoding: $0, as: UTF8.self) } == shown.output)
    let checked = try recite("check", folder.file("p.md"))
    #expect(checked.status == 0)
    #expect(checked.output.contains("[P200]") && !checked.output.contains(" error"))
  }

  @Test("a document may come through a pipe")
  func pipe() throws {
    let piped = try Program.run("recite", ["draft", "-"], input: Self.article, in: folder)
    #expect(piped.status == 0)
    #expect(piped.output.hasPrefix("---\npack: canals\ntitle: Canals\n"))
    #expect(piped.error.contains("of 'standard input'"))
  }

  @Test("a file that is there is not written over unless asked")
  func existing() throws {
    try folder.write("canals.txt", Array(Self.article.utf8))
    try folder.write("p.md", Array("mine".utf8))
    let refused = try recite("draft", folder.file("canals.txt"), "--output", folder.file("p.md"))
    #expect(refused.status == 73)
    #expect(refused.error.contains("--force"))
    #expect(folder.read("p.md") == Array("mine".utf8))
    let forced = try recite(
      "draft", folder.file("canals.txt"), "--output", folder.file("p.md"), "--force")
    #expect(forced.status == 0)
    #expect(folder.read("p.md") != Array("mine".utf8))
  }

  @Test("what cannot be drafted from ends with the status that says why")
  func statuses() throws {
    #expect(try recite("draft", folder.file("gone.txt")).status == 66)
    try folder.write("latin.txt", [0x63, 0x61, 0x66, 0xe9, 0x2e, 0x0a])
    let latin = try recite("draft", folder.file("latin.txt"))
    #expect(latin.status == 65)
    #expect(latin.error.contains("Latin 1 or Windows-1252"))
    try folder.write("empty.txt", Array("It was so.\n".utf8))
    #expect(try recite("draft", folder.file("empty.txt")).status == 1)
    #expect(try recite("draft", folder.file("empty.txt"), "--limit", "0").status == 64)
    #expect(try recite("draft", folder.path).status == 65)
    try folder.write("page.txt", Array("<!doctype html><p>The canal is long.".utf8))
    let page = try recite("draft", folder.file("page.txt"))
    #expect(page.status == 65 && page.error.contains("web page"))
    try folder.write("none.txt", [])
    let none = try recite("draft", folder.file("none.txt"))
    #expect(none.status == 1 && none.error.contains("it is empty"))
    let json = try recite("draft", "--json", folder.file("none.txt"))
    #expect(json.status == 1 && json.output.hasPrefix(#"{"items":[],"#))
  }

  @Test("the JSON lists what was proposed and what was left out")
  func json() throws {
    try folder.write(
      "canals.txt", Array((Self.article + "\n\nIt was long and deep and old.\n").utf8))
    let run = try recite("draft", folder.file("canals.txt"), "--json", "--verbose")
    #expect(run.output.hasPrefix(#"{"items":[{"id":""#))
    #expect(run.output.contains(#""reason":"leansOnOthers","text":"It was long"#))
    #expect(run.output.contains(#","set_aside":["#))
    #expect(run.error.contains("¶4: left out, lean on the sentence before"))
  }
}
