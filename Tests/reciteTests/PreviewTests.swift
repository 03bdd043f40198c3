import Support
import Testing

/// Beginning, playing and printing a pack as its author does.
@Suite struct PreviewTests {
  private let rivers: Rivers
  init() throws { rivers = try Rivers() }

  @Test(
    "new makes a pack that passes its strict check and is laid out already; nothing is replaced")
  func new() throws {
    let folder = rivers.folder.file("my-pack")
    let run = try rivers.recite(["new", folder])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("my-pack/01-first-lesson.md"))
    let check = try rivers.recite(["check", "--strict", folder])
    #expect(check.status == 0, "\(check.output)")
    #expect(try rivers.recite(["format", "--check", folder]).status == 0)
    #expect(try rivers.recite(["new", folder]).status == 73)
    let file = rivers.folder.file("one.md")
    #expect(try rivers.recite(["new", file, "--title", "One: two"]).status == 0)
    #expect(try rivers.recite(["check", "--strict", file]).status == 0)
    let json = try rivers.recite(["export", file])
    #expect(
      json.output.hasPrefix(#"{"pack":"one","title":"One: two""#), "\(json.output.prefix(60))")
    #expect(try rivers.recite(["new", "###"]).status == 64)
    #expect(try rivers.recite(["new", rivers.folder.file("gone/deeper")]).status == 73)
  }

  @Test("preview asks everything, marks it, and records nothing")
  func preview() throws {
    let run = try rivers.recite(["preview", "rivers", "--seed", "1"], input: "x\nx\nx\nx\nx\nx\n")
    #expect(run.output.contains("Which river runs through Harbin?"))
    #expect(run.output.contains("Name two things"))
    #expect(rivers.progress.isEmpty)
    let one = try rivers.recite(["preview", "rivers", "--item", "slow"], input: "silt, dams\n")
    #expect(one.output.contains("Question 1 of 1"), "\(one.output)")
    #expect(one.output.contains("Correct"))
    #expect(try rivers.recite(["preview", "rivers", "--item", "gone"]).status == 66)
    #expect(rivers.progress.isEmpty)
  }

  @Test("preview --watch reads the pack again when it is saved, while a line is being typed")
  func watch() throws {
    let terminal = try rivers.terminal(["preview", rivers.folder.file("rivers.md"), "--watch"])
    try terminal.see("answer>")
    try terminal.see("no faults")
    terminal.type("half an ans")
    let changed = Rivers.pack.replacing("Songhua |", with: "Sungari |")
      .replacing("Which river", with: "Which mended river")
    try rivers.folder.write("rivers.md", Array(changed.utf8))
    try terminal.see("Which mended river")
    try rivers.folder.write(
      "rivers.md", Array((Rivers.pack + "\n### Which?\n\n- [x] a\n- [ ] a\n").utf8))
    try terminal.see("[P012]")
    terminal.type("\u{4}")
    #expect(rivers.progress.isEmpty)
  }

  @Test("print writes a page, its key, and versions, and refuses what it cannot print")
  func print() throws {
    let page = try rivers.recite(["print", "rivers", "--key"])
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("Key: Rivers of the north-east"))
    let versions = try rivers.recite(["print", "rivers", "--seed", "3", "--versions", "2"])
    #expect(versions.output.contains("seed 3") && versions.output.contains("seed 4"))
    let sheet = rivers.folder.file("sheet.md")
    let markdown = try rivers.recite(
      ["print", "rivers", "--format", "markdown", "--topic", "cause", "--output", sheet])
    #expect(markdown.output.isEmpty && markdown.status == 0)
    let text = rivers.folder.read("sheet.md").map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(text.contains("**1.** Name two things") && !text.contains("Harbin"))
    let named = rivers.folder.file("named.markdown")
    #expect(try rivers.recite(["print", "rivers", "--output", named]).status == 0)
    #expect(rivers.folder.read("named.markdown")?.first == UInt8(ascii: "#"))
    #expect(try rivers.recite(["print", "rivers", "--topic", "gone"]).status == 66)
    #expect(try rivers.recite(["print", "rivers", "--count", "0"]).status == 64)
  }
}
