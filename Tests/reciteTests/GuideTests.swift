import Support
import Testing

/// The author's guide, done step by step as it stands there.
///
/// A fence with a file's name is added to that file; in a fence `console` each line after `$ ` is run
/// and prints the lines below it.
@Suite struct GuideTests {
  private struct Fence {
    var language: String
    var file: String
    var lines: [String]
  }

  private func fences() throws -> [Fence] {
    let text = try #require(Checkout.text(of: "Lessons/README.md"))
    var fences: [Fence] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isOpen.toggle()
        guard isOpen else { continue }
        let words = line.dropFirst(3).split(separator: " ").map(String.init)
        fences.append(
          Fence(language: words.first ?? "", file: words.dropFirst().first ?? "", lines: []))
      } else if isOpen {
        fences[fences.count - 1].lines.append(line)
      }
    }
    return fences
  }

  private func makeFolder(of file: String, in folder: TemporaryFolder) throws {
    guard let slash = file.lastIndex(of: "/") else { return }
    _ = try Program.run("/bin/mkdir", ["-p", folder.file(String(file[..<slash]))], in: folder)
  }

  @Test("the guide's files make a pack, and its commands print what it shows")
  func steps() throws {
    let folder = try TemporaryFolder()
    var files: [String: String] = [:]
    var commands = 0
    for fence in try fences() {
      if !fence.file.isEmpty {
        files[fence.file, default: ""] += fence.lines.joined(separator: "\n") + "\n"
        try makeFolder(of: fence.file, in: folder)
        try folder.write(fence.file, Array((files[fence.file] ?? "").utf8))
      } else if fence.language == "console" {
        var lines = fence.lines[...]
        while let line = lines.popFirst() {
          let command = try #require(
            line.hasPrefix("$ ") ? String(line.dropFirst(2)) : nil, "\(line)")
          var expected = ""
          while let next = lines.first, !next.hasPrefix("$ ") {
            expected += next + "\n"
            lines.removeFirst()
          }
          commands += 1
          let run = try Program.run(
            "/bin/sh", ["-c", "cd '\(folder.path)' && \(command)"],
            environment: ["HOME": folder.path, "PATH": PseudoTerminal.folder + ":/usr/bin:/bin"],
            in: folder)
          #expect(run.output == expected, "\(command)\n\(run.error)")
          #expect(run.status == 0, "\(command)\n\(run.error)")
        }
      }
    }
    #expect(commands >= 6 && files.count >= 5)
  }

  @Test("the guide and the editor's grammar are inside the program")
  func inside() throws {
    let folder = try TemporaryFolder()
    let guide = try Program.run("recite", ["explain", "guide"], in: folder)
    #expect(guide.output == Checkout.text(of: "Lessons/README.md"))
    let grammar = try Program.run("recite", ["explain", "textmate"], in: folder)
    #expect(
      grammar.output == Checkout.text(of: "Sources/CShipped/Editor/recite.tmLanguage.json"))
  }

  @Test("the guide beside the lessons is taken for no pack")
  func noPack() throws {
    let folder = try TemporaryFolder()
    try makeFolder(of: "Lessons/README.md", in: folder)
    try folder.write("Lessons/README.md", Array("# Guide\n\n### No item\n\nAnswer: x\n".utf8))
    let packs = try Program.run(
      "recite", ["packs", "--lessons", folder.file("Lessons")],
      environment: ["HOME": folder.path], in: folder)
    #expect(packs.output.contains("chinas-rust-belt"))
    #expect(!packs.output.contains("README") && !packs.output.contains("Guide"), "\(packs.output)")
  }
}
