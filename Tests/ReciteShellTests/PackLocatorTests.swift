import FoundationEssentials
import Glibc
import ReciteCore
import ReciteShell
import Testing

/// A folder of its own for one test, deleted at the end.
private final class Scratch {
  let path: String

  init() throws {
    var template = Array("/tmp/recite-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } }
    path = try String(cString: #require(made))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func folder(_ name: String) { mkdir("\(path)/\(name)", 0o755) }

  func write(_ name: String, _ text: String) throws {
    let file = try #require(fopen("\(path)/\(name)", "w"))
    defer { fclose(file) }
    #expect(fputs(text, file) >= 0)
  }
}

@Suite struct PackLocatorTests {
  private func read(_ folder: String, _ scratch: Scratch) throws -> [String: PackFile.Contents] {
    let location = try #require(PackLocator.location(of: "\(scratch.path)/\(folder)"))
    let files = PackLocator.folder(at: location).files
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
  }

  @Test("packs are found in the order of the roots, files and folders alike, README.md left out")
  func order() throws {
    let scratch = try Scratch()
    for folder in ["a", "a/rivers", "a/notes", "b", "b/hills"] { scratch.folder(folder) }
    try scratch.write("a/rivers/pack.md", "# R\n")
    try scratch.write("a/notes/readme.txt", "no lesson")
    try scratch.write("a/README.md", "no lesson")
    try scratch.write("a/capitals.md", "# C\n")
    try scratch.write("b/hills/01.md", "# H\n")
    let locator = PackLocator(
      lessons: ["\(scratch.path)/b"],
      environment: [
        "RECITE_LESSONS": "\(scratch.path)/a:\(scratch.path)/gone", "XDG_DATA_HOME": "/nowhere",
      ])
    let search = locator.packs()
    let mine = search.locations.filter { $0.path.hasPrefix(scratch.path) }
    #expect(mine.map(\.name) == ["hills", "capitals", "rivers"])
    #expect(mine.map(\.isFile) == [false, true, false])
    #expect(search.faults.map(\.path) == ["\(scratch.path)/gone"])
    #expect(search.faults.map(\.fault) == [.missing])
  }

  @Test("a pack's files are read in the order of their names, pack.md first")
  func files() throws {
    let scratch = try Scratch()
    scratch.folder("p")
    for name in ["02.md", "01.md", "pack.md", "README.md", ".hidden.md", "notes.txt"] {
      try scratch.write("p/\(name)", name)
    }
    let location = try #require(PackLocator.location(of: "\(scratch.path)/p/"))
    let folder = PackLocator.folder(at: location)
    #expect(folder.name == "p")
    #expect(folder.files.map(\.name) == ["pack.md", "01.md", "02.md"])
    #expect(folder.files.first?.contents == .bytes(Array("pack.md".utf8)))
  }

  @Test("what is no ordinary file of the pack is named for what it is, and nothing waits")
  func hostile() throws {
    let scratch = try Scratch()
    scratch.folder("p")
    scratch.folder("p/folder.md")
    try scratch.write("outside.md", "secret")
    try scratch.write("p/inside.md", "fine")
    mkfifo("\(scratch.path)/p/fifo.md", 0o644)
    symlink("../outside.md", "\(scratch.path)/p/link.md")
    symlink("inside.md", "\(scratch.path)/p/alias.md")
    symlink("loop.md", "\(scratch.path)/p/loop.md")
    symlink("gone.md", "\(scratch.path)/p/dangling.md")
    let huge = open("\(scratch.path)/p/huge.md", O_CREAT | O_WRONLY, 0o644)
    #expect(ftruncate(huge, 1 << 30) == 0)
    close(huge)
    let files = try read("p", scratch)
    #expect(files["fifo.md"] == .unusable(.notAFile(what: "a pipe")))
    #expect(files["folder.md"] == .unusable(.notAFile(what: "a folder")))
    #expect(files["link.md"] == .unusable(.outside))
    #expect(files["alias.md"] == .bytes(Array("fine".utf8)))
    #expect(
      files["loop.md"] == .unusable(.unreadable(reason: "its links lead in a circle")))
    #expect(files["dangling.md"] == .unusable(.missing))
    #expect(files["huge.md"] == .unusable(.tooLarge(limit: PackFileLimits.fileBytes)))
    #expect(files["inside.md"] == .bytes(Array("fine".utf8)))
  }

  @Test("a device that a link leads to is not opened")
  func device() {
    #expect(
      TextFile.contents(of: "/dev/zero", limit: 10) == .unusable(.notAFile(what: "a device")))
  }

  @Test("a file that may not be read says so", .enabled(if: geteuid() != 0, "root may read all"))
  func forbidden() throws {
    let scratch = try Scratch()
    try scratch.write("x.md", "text")
    chmod("\(scratch.path)/x.md", 0)
    #expect(
      TextFile.contents(of: "\(scratch.path)/x.md", limit: 10)
        == .unusable(.unreadable(reason: "permission denied")))
  }

  @Test(
    "what a header names is read within the pack only",
    arguments: ["../outside.md", "/etc/passwd", "a/../../outside.md", "", "link.txt", "out/x.txt"])
  func confinement(name: String) throws {
    let scratch = try Scratch()
    scratch.folder("p")
    scratch.folder("other")
    try scratch.write("outside.md", "secret")
    try scratch.write("other/x.txt", "secret")
    symlink("../outside.md", "\(scratch.path)/p/link.txt")
    symlink("../other", "\(scratch.path)/p/out")
    let location = try #require(PackLocator.location(of: "\(scratch.path)/p"))
    let files = PackLocator.attachments(named: [name], at: location)
    #expect(files.map(\.contents) == [.unusable(.outside)])
  }

  @Test("work that is done side by side keeps its order")
  func sideBySide() {
    #expect(SideBySide.map(Array(0..<500)) { $0 * 2 } == (0..<500).map { $0 * 2 })
    #expect(SideBySide.map([Int]()) { $0 } == [])
  }
}
