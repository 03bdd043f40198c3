import Glibc
import ReciteCore
import ReciteFormats
import ReciteShell
import Support
import Testing

@testable import recite

private let scheduler = Scheduler()
private let now = Timestamp(Instant(milliseconds: 1_795_000_000_000), zone: .utc)

extension ProgressFile {
  /// Records answers to items of one pack and gives them.
  func record(answers count: Int, from seed: UInt64 = 1) throws {
    var history = GeneratedHistory(
      seed: seed, device: nextEntry.device.rawValue, from: nextEntry.number)
    for entry in history.entries(count) { try append([entry]) }
  }
}

struct ProgressFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("progress.json") }

  init() throws { folder = try TemporaryFolder() }

  /// Opens the file; a program that another test is starting shares its lock for a moment.
  private func open(waits: Bool = true) throws -> (file: ProgressFile, notices: [String]) {
    for _ in 0..<(waits ? 400 : 0) {
      let opened = try? ProgressFile.open(at: path, scheduler: scheduler, now: now)
      if let opened { return opened }
      usleep(5000)
    }
    return try ProgressFile.open(at: path, scheduler: scheduler, now: now)
  }

  @Test func `What was recorded is there in the next session`() throws {
    var (file, notices) = try open()
    #expect(notices.isEmpty)
    try file.record(answers: 40)
    let first = file.progress
    #expect(try file.close() == nil)
    #expect(folder.names == ["progress.json", "progress.json.journal.bak", "progress.json.lock"])
    (file, notices) = try open()
    #expect(notices.isEmpty)
    #expect(file.progress == first)
    try file.record(answers: 40, from: 2)
    let second = file.progress
    #expect(try file.close() == nil)
    #expect(
      folder.names == [
        "progress.json", "progress.json.bak", "progress.json.journal.bak", "progress.json.lock",
      ])
    #expect(try ProgressFile.read(at: path, scheduler: scheduler).progress == second)
  }

  /// Records, and lets go of file and lock without closing, as when the process is killed.
  private func killedSession() throws -> (known: Progress, device: DeviceID) {
    let (file, _) = try open()
    try file.record(answers: 40)
    return (file.progress, file.nextEntry.device)
  }

  @Test func `A session that ends without its fold loses nothing`() throws {
    let (known, device) = try killedSession()
    let (file, notices) = try open()
    #expect(notices == ["the last session did not end cleanly; 40 entries of its journal taken in"])
    #expect(file.progress == known)
    #expect(file.nextEntry.device == device)
    #expect(folder.read("progress.json.journal") == nil)
  }

  @Test func `A journal that was cut at a line's end is told once, and its numbers are not reused`()
    throws
  {
    let (_, device) = try killedSession()
    let journal = try #require(folder.read("progress.json.journal"))
    let end = try #require(journal.dropLast().lastIndex(of: 0x0a))
    try folder.write("progress.json.journal", Array(journal[...end]))
    let told =
      "1 entry that had been saved is missing: the journal was cut short, or an older file was put in "
      + "the place of a newer one"
    #expect(try ProgressFile.read(at: path, scheduler: scheduler).notices == [told])
    var (file, notices) = try open()
    #expect(notices.last == told)
    #expect(file.nextEntry.device != device)
    try file.record(answers: 2)
    #expect(try file.close() == nil)
    (file, notices) = try open()
    #expect(notices.isEmpty)
  }

  @Test func `A session without an answer leaves no trace but the lock`() throws {
    let (file, _) = try open()
    try file.prepare()
    #expect(try file.close() == nil)
    #expect(folder.names == ["progress.json.lock"])
  }

  @Test func `A second session is told who holds the file and since when`() throws {
    let (file, _) = try open()
    #expect(throws: StoreError.inUse(path: path, process: getpid(), since: "2026-11-18T11:06:40Z"))
    {
      try open(waits: false)
    }
    _ = file
  }

  @Test func `Reading takes no lock and writes nothing`() throws {
    let (file, _) = try open()
    try file.record(answers: 10)
    let names = folder.names
    #expect(try ProgressFile.read(at: path, scheduler: scheduler).progress == file.progress)
    #expect(folder.names == names)
    _ = file
  }

  @Test func `A file that was copied elsewhere gives other names to its answers`() throws {
    var (file, _) = try open()
    try file.record(answers: 3)
    let device = file.nextEntry.device
    _ = try file.close()
    let other = try TemporaryFolder()
    try other.write("progress.json", try #require(folder.read("progress.json")))
    (file, _) = try ProgressFile.open(
      at: other.file("progress.json"), scheduler: scheduler, now: now)
    #expect(file.nextEntry.device != device)
  }
}
