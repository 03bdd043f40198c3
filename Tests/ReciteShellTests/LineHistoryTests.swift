import Glibc
import Support
import Testing

@testable import ReciteShell

/// What a prompt remembers, and the user's own settings.
@Suite(.serialized) struct LineHistoryTests {
  @Test("Up brings back the line before, and Ctrl-R finds an older one") func recall() throws {
    let terminal = try probe()
    for line in ["alpha 辽宁", "beta", "gamma"] {
      terminal.type(line + "\r")
      try terminal.see("got <\(line)>")
    }
    terminal.type("\u{1b}[A\u{1b}[A")
    try terminal.seeRow("probe> beta")
    terminal.type("!\r")
    try terminal.see("got <beta!>")
    terminal.type("\u{12}辽")
    try terminal.see("bck:辽")
    terminal.type("\r")
    try terminal.wait(for: "the line found") { screen in
      screen.text.components(of: "got <alpha 辽宁>") == 2
    }
  }

  @Test("a quiz prompt shows nothing that was typed before, and leaves nothing") func quiz() throws
  {
    let folder = try TemporaryFolder()
    let terminal = try probe(["quiz", "commands=\(folder.path)/history"])
    terminal.type("secret\r")
    try terminal.see("got <secret>")
    terminal.type("\u{1b}[A\r")
    try terminal.see("got <>")
    terminal.type("leave\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(folder.names == [])
  }

  @Test("the file is private, whole, without doubles, and read again") func file() throws {
    let folder = try TemporaryFolder()
    let old = try folder.file("history", "first\nsecond\nfirst\n")
    let terminal = try probe(["commands=\(old)"])
    terminal.type("second\rthird 辽宁\rleave\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(folder.text(of: "history") == "first\nsecond\nthird 辽宁\nleave\n")
    #expect(folder.names == ["history"])
    var status = stat()
    #expect(stat(old, &status) == 0 && status.st_mode & 0o777 == 0o600)
    let again = try probe(["commands=\(old)"])
    again.type("\u{1b}[A\u{1b}[A")
    try again.seeRow("probe> third 辽宁")
  }

  @Test("a session that is ended from outside keeps its lines") func terminated() throws {
    let folder = try TemporaryFolder()
    let terminal = try probe(["commands=\(folder.path)/history"])
    terminal.type("kept\r")
    try terminal.see("got <kept>")
    terminal.hangUp()
    #expect(try terminal.waitForExit() != -SIGHUP)
    #expect(folder.text(of: "history") == "kept\n")
  }

  @Test("two sessions at once lose nothing to each other") func two() throws {
    let folder = try TemporaryFolder()
    let one = try #require(History(path: folder.path + "/history"))
    let other = try #require(History(path: folder.path + "/history"))
    one.add("one")
    other.add("other")
    #expect(one.save() && other.save())
    #expect(folder.text(of: "history") == "one\nother\n")
  }

  @Test("a history keeps its newest thousand") func limit() throws {
    let folder = try TemporaryFolder()
    let history = try #require(History(path: folder.path + "/history"))
    for number in 1...1500 { history.add("line \(number)") }
    #expect(history.entries.count == 1000)
    #expect(history.save())
    let again = try #require(History(path: folder.path + "/history"))
    #expect(again.entries.first == "line 501" && again.entries.last == "line 1500")
  }

  @Test("a folder that is not there, or not to be written, is no reason to fail") func unwritable()
    throws
  {
    let folder = try TemporaryFolder()
    let history = try #require(History(path: folder.file("a file", "in the way") + "/history"))
    history.add("line")
    #expect(!history.save())
    #expect(history.entries == ["line"])
  }

  @Test(
    "~/.editrc and $EDITRC are read",
    arguments: [
      ("bind -v\n", "abc\u{1b}", "hx\r", "ac"),
      ("recite:bind -v\nother:bind -e\n", "abc\u{1b}", "hx\r", "ac"),
      ("bind \"^T\" ed-move-to-beg\n", "bc\u{14}", "a\r", "abc"),
      ("bind \"\\e[15~\" ed-move-to-beg\n", "bc\u{1b}[15~", "a\r", "abc"),
      ("bind -s \"\\e[15~\" xyz\n", "a\u{1b}[15~", "b\r", "axyzb"),
      ("edit off\n", "ab", "c\r", "abc"),
      ("nonsense here\nbind\n\0\u{ff}", "ab", "c\r", "abc"),
    ], ["HOME", "EDITRC"])
  func configuration(
    _ keys: (file: String, first: String, then: String, seen: String), _ by: String
  )
    throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.file(".editrc", keys.file)
    var environment = usual
    environment[by] = by == "HOME" ? folder.path : file
    let terminal = try probe(environment: environment)
    terminal.type(keys.first)
    try terminal.wait(whileQuiet: 120)
    terminal.type(keys.then)
    try terminal.see("got <\(keys.seen)>")
  }
}

extension String {
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: text) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
