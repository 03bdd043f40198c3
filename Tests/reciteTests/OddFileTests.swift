import Glibc
import Support
import Testing

@testable import recite

/// Files that are none, that never end, that lead elsewhere or are far too large: refused in words, and
/// at once.
@Suite(.serialized) struct OddFileTests {
  private let folder: TemporaryFolder

  /// What stands where a file is wanted, and a word that the message must hold.
  enum Odd: String, CaseIterable {
    case pipe, folder, device, loop, huge, dangling

    var words: [String] {
      switch self {
      case .pipe: ["a pipe", "regular file"]
      case .folder:
        ["a folder", "directory", "no pack", "no such pack", "no question", "no lesson"]
      case .device: ["a device", "regular file"]
      case .loop: ["circle", "many levels of symbolic links", "symbolic link", "no such"]
      case .huge:
        ["larger than", "too large", "zero bytes", "expected a value", "longer than", "damaged"]
      case .dangling: ["no such", "there is no", "No such", "not there", "symbolic links"]
      }
    }
  }

  init() throws { folder = try TemporaryFolder() }

  /// Makes the odd thing at a path.
  private func make(_ odd: Odd, at path: String) throws {
    switch odd {
    case .pipe: guard mkfifo(path, 0o600) == 0 else { throw LawBroken("no pipe") }
    case .folder: mkdir(path, 0o700)
    case .device: symlink("/dev/zero", path)
    case .loop:
      symlink(path + ".2", path)
      symlink(path, path + ".2")
    case .huge:
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      defer { close(file) }
      guard ftruncate(file, 1 << 30) == 0 else { throw LawBroken("no huge file") }
    case .dangling: symlink("/nowhere/at/all", path)
    }
  }

  private func run(_ arguments: [String]) throws -> Program {
    try Program.run(
      "/usr/bin/timeout", ["-k", "5", "30", PseudoTerminal.folder + "/recite"] + arguments,
      input: "a\na\n",
      environment: ["HOME": folder.path, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"], in: folder)
  }

  private func expect(_ run: Program, _ odd: Odd, _ what: String) {
    let said = (run.error + run.output).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect((1...75).contains(run.status), "\(what), \(odd): status \(run.status), \(said)")
    #expect(odd.words.contains { said.contains($0) }, "\(what), \(odd): \(said)")
    #expect(run.error.utf8.count < 2000, "\(what), \(odd): much ado")
  }

  @Test(arguments: Odd.allCases)
  func `A pack that is no file is refused`(odd: Odd) throws {
    let path = folder.file("odd.md")
    try make(odd, at: path)
    expect(try run(["check", path]), odd, "check")
    let quiz = try run(["quiz", path, "--answers", "-", "--practice"])
    #expect([65, 66].contains(quiz.status), "\(odd): \(quiz.error)")
  }

  @Test(arguments: Odd.allCases)
  func `A lesson, map or document of a pack that is no file is told`(odd: Odd) throws {
    for name in ["02-odd.md", "map.geojson", "notes.txt"] {
      let pack = folder.file("pack-\(odd)-\(name.prefix(2))")
      mkdir(pack, 0o700)
      let inner = "pack-\(odd)-\(name.prefix(2))"
      try folder.write(
        "\(inner)/pack.md",
        Array(
          ("---\npack: p\n" + (name == "map.geojson" ? "map: map.geojson\n" : "")
            + (name == "notes.txt" ? "sources:\n  n: N, notes.txt\n" : "") + "---\n").utf8))
      try folder.write("\(inner)/01-a.md", Array("# A\n\n### Q?\n\nAnswer: x\n".utf8))
      try make(odd, at: "\(pack)/\(name)")
      let run = try run(["check", pack])
      // A folder among the lessons is no lesson, whatever its name.
      if odd == .folder, name == "02-odd.md", run.status == 0 { continue }
      let said = run.error + run.output
      #expect(run.status == 1, "\(name), \(odd): status \(run.status), \(said)")
      #expect(said.contains(name), "\(name), \(odd): \(said)")
    }
  }

  @Test func `A link that leads out of the pack is not followed`() throws {
    try folder.write("secret.md", Array("# Secret\n\n### What?\n\nAnswer: hidden\n".utf8))
    mkdir(folder.file("pack"), 0o700)
    try folder.write("pack/pack.md", Array("---\npack: p\n---\n\n### Q?\n\nAnswer: x\n".utf8))
    symlink(folder.file("secret.md"), folder.file("pack/02-link.md"))
    let run = try run(["check", folder.file("pack")])
    #expect(run.status == 1)
    #expect(run.output.contains("02-link.md"))
    let exported = try self.run(["export", folder.file("pack"), "--to", "json"])
    #expect(!exported.output.contains("hidden"))
  }

  @Test(arguments: Odd.allCases)
  func `A progress file that is no file is refused and left alone`(odd: Odd) throws {
    for suffix in ["", ".journal"] {
      let inner = "store\(suffix)"
      mkdir(folder.file(inner), 0o700)
      let path = folder.file("\(inner)/progress.json")
      if !suffix.isEmpty {
        _ = try run([
          "quiz", "chinas-rust-belt", "--count", "1", "--answers", "-", "--progress", path,
        ])
      }
      try make(odd, at: path + suffix)
      // A link that leads nowhere is followed for the record: a dotfile manager makes such links.
      if odd == .dangling, suffix.isEmpty { continue }
      var before = stat()
      lstat(path + suffix, &before)
      for arguments in [
        ["progress", "verify"], ["stats"], ["quiz", "chinas-rust-belt", "--answers", "-"],
      ] {
        let run = try run(arguments + ["--progress", path])
        // A damaged record is said to be one; what is left is shown all the same.
        if odd == .dangling && arguments[0] != "quiz" || odd == .huge && arguments[0] == "stats" {
          continue
        }
        expect(run, odd, "\(arguments) with \(suffix)")
      }
      var after = stat()
      lstat(path + suffix, &after)
      let isSame = before.st_ino == after.st_ino && before.st_mode == after.st_mode
      let isKept = odd == .huge || odd == .dangling
      #expect(isSame || isKept, "\(odd)\(suffix) was replaced")
    }
  }

  @Test(arguments: Odd.allCases)
  func `An answer sheet, a table or a script that is no file is refused`(odd: Odd) throws {
    // A pipe is a file for these: `<(command)` is one.
    guard odd != .pipe else { return }
    let path = folder.file("odd.txt")
    try make(odd, at: path)
    expect(
      try run(["quiz", "chinas-rust-belt", "--answers", path, "--practice", "--count", "2"]), odd,
      "quiz")
    expect(try run(["grade", "chinas-rust-belt", path]), odd, "grade")
    expect(try run(["run", path]), odd, "run")
    expect(try run(["progress", "merge", path, "--output", folder.file("out.json")]), odd, "merge")
  }

  @Test(arguments: [
    ["export", "pack.md", "--to", "gift", "--output"],
    ["print", "pack.md", "--format", "markdown", "--output"],
    ["import", "quiz.gift", "--output"],
    ["draft", "text.txt", "--force", "--output"],
    ["grade", "pack.md", "class.csv", "--output"],
  ])
  func `What is no file is written straight, and stands afterwards`(command: [String]) throws {
    try folder.write("pack.md", Array("# Rivers\n\n### Where? {#q}\n\nAnswer: here\n".utf8))
    try folder.write("quiz.gift", Array("Where? {=here}\n".utf8))
    try folder.write("class.csv", Array("learner,q\nMei,here\n".utf8))
    try folder.write("text.txt", Array("Harbin is located on the Songhua River in China.\n".utf8))
    let pipe = folder.file("out")
    try make(.pipe, at: pipe)
    let reader = open(pipe, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let words = command.map { $0.contains(".") ? folder.file($0) : $0 }
    let seen = try run(words + [pipe])
    #expect(seen.status == 0, "\(seen.error)")
    var bytes = [UInt8](repeating: 0, count: 65_536)
    #expect(read(reader, &bytes, bytes.count) > 10, "\(seen.error)")
    var status = stat()
    #expect(stat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  @Test func `An output that takes nothing is an error, and no file is left beside it`() throws {
    try folder.write("pack.md", Array("# Rivers\n\n### Where? {#q}\n\nAnswer: here\n".utf8))
    symlink("/dev/full", folder.file("full"))
    let full = try run(
      ["export", folder.file("pack.md"), "--to", "json", "--output", folder.file("full")])
    #expect(full.status == 73 && full.error.contains("No space left"), "\(full.error)")
    var status = stat()
    #expect(stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(arguments: [
    ["study", "chinas-rust-belt"], ["quiz", "chinas-rust-belt", "--answers", "-"], [],
    ["run", "-"],
  ])
  func `Where no answer can be saved, the ways out are named`(arguments: [String]) throws {
    let run = try Program.run(
      "recite", arguments, input: "a\n", environment: ["HOME": "/dev/null/none"], in: folder)
    #expect(run.status == 74)
    for word in ["no answer can be saved", "--progress FILE", "--practice"] {
      #expect(run.error.contains(word), "\(arguments): \(run.error)")
    }
  }

  @Test(arguments: [".editrc", ".local/state/recite/commands", ".local/state/recite/answers"])
  func `A pipe in the place of a file of the line editor keeps nobody waiting`(name: String) throws
  {
    for inner in [".local", ".local/state", ".local/state/recite"] {
      mkdir(folder.file(inner), 0o700)
    }
    try make(.pipe, at: folder.file(name))
    let terminal = try PseudoTerminal(
      "recite", ["--seed", "1"],
      environment: [
        "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "xterm", "PATH": "/usr/bin:/bin",
      ])
    try terminal.wait(for: "the prompt") { $0.currentRow == "recite>" }
    terminal.type("packs\r")
    try terminal.see("chinas-rust-belt")
    terminal.type("quit\r")
    #expect(try terminal.waitForExit() == 0)
  }
}
