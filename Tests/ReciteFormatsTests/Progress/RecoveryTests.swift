import FuzzTargets
import Glibc
import ReciteCore
import ReciteFormats
import Support
import Testing

private let scheduler = Scheduler()

/// Set `RECITE_LONG` to try every byte: many minutes instead of seconds.
private let runsLong = getenv("RECITE_LONG") != nil

/// The files of a store as bytes in memory.
private struct Files {
  var bytes: [StoreFile: [UInt8]] = [:]

  func recover() throws -> Recovery {
    let bytes = bytes
    return try Recovery.recover(
      Recovery.Files(
        open: { file in bytes[file].map { chunks($0) } }, bytes: { bytes[$0] }),
      scheduler: scheduler)
  }
}

private func record(_ entries: some Sequence<JournalEntry>) -> [UInt8] {
  let progress = Progress(folding: Array(entries), scheduler: scheduler)
  return written(StoredProgress(progress: progress, device: DeviceID(7), place: 1))
}

private func journal(_ entries: some Sequence<JournalEntry>) -> [UInt8] {
  JournalLines.head(device: DeviceID(7), place: 1) + entries.flatMap { JournalLines.line([$0]) }
}

/// Three sessions of a learner: the first two folded, the third still in its journal.
private struct Sessions {
  let entries: [JournalEntry]
  let whole: Progress
  let beforeLast: Progress
  let files: Files

  init(seed: UInt64, each count: Int = 20) {
    var history = GeneratedHistory(seed: seed, device: 7)
    entries = history.entries(count * 3)
    whole = Progress(folding: entries, scheduler: scheduler)
    beforeLast = Progress(folding: Array(entries.prefix(count * 2)), scheduler: scheduler)
    files = Files(bytes: [
      .backup: record(entries.prefix(count)),
      .journalBackup: journal(entries[count..<count * 2]),
      .record: record(entries.prefix(count * 2)),
      .journal: journal(entries.suffix(count)),
    ])
  }

  /// The files with a lock that names the last entry.
  var locked: Files {
    var files = files
    files.bytes[.lock] =
      Array("12 2026-11-22T10:00:00Z\n".utf8) + LastAcknowledged.line(entries[entries.count - 1].id)
    return files
  }
}

struct RecoveryTests {
  @Test func `Record and journal together are the whole history`() throws {
    let sessions = Sessions(seed: 1)
    let recovery = try sessions.files.recover()
    #expect(recovery.progress == sessions.whole)
    #expect(recovery.notices == [.waiting(20)])
    #expect(recovery.plan == StorePlan(keep: [], write: .fold, journal: .archive))
    #expect(!recovery.isDamaged)
  }

  @Test func `A journal that was folded before adds nothing`() throws {
    var files = Sessions(seed: 2).files
    files.bytes[.journal] = files.bytes[.journalBackup]
    let recovery = try files.recover()
    #expect(recovery.notices.isEmpty)
    #expect(recovery.recovered == 0)
    #expect(recovery.plan == StorePlan(keep: [], write: .nothing, journal: .archive))
  }

  @Test(arguments: [[UInt8](), Array("{".utf8), Array("[1]".utf8), [0xff, 0xfe], Array("{}".utf8)])
  func `A record that is no record is restored from backup and journals`(bytes: [UInt8]) throws {
    let sessions = Sessions(seed: 3)
    var files = sessions.files
    files.bytes[.record] = bytes
    let recovery = try files.recover()
    #expect(recovery.progress == sessions.whole)
    #expect(recovery.isDamaged)
    #expect(recovery.owner == nil)
    #expect(recovery.plan == StorePlan(keep: [.record], write: .afresh, journal: .archive))
  }

  @Test func `A missing record is restored and said to be missing`() throws {
    let sessions = Sessions(seed: 4)
    var files = sessions.files
    files.bytes[.record] = nil
    let recovery = try files.recover()
    #expect(recovery.progress == sessions.whole)
    #expect(recovery.notices.first == .recordMissing)
  }

  @Test(arguments: [(#""heads":[40]"#, #""heads":[90]"#), (",0,39,", ",0,93,"), (",0,3", ",0,73")])
  func `A number that was raised by damage takes nothing from what the backups restore`(
    old: String, new: String
  ) throws {
    let sessions = Sessions(seed: 3)
    var files = sessions.files
    let text = String(decoding: try #require(files.bytes[.record]), as: UTF8.self)
    let place = try #require(text.firstRange(of: old), "\(text.prefix(600))")
    files.bytes[.record] = Array((text[..<place.lowerBound] + new + text[place.upperBound...]).utf8)
    #expect(try files.recover().progress == sessions.whole)
    files.bytes[.journal] = nil
    let recovery = try files.recover()
    #expect(recovery.progress == sessions.beforeLast)
    #expect(recovery.isDamaged)
  }

  @Test func `Nothing at all is a new learner`() throws {
    let recovery = try Files().recover()
    #expect(recovery.progress == Progress())
    #expect(recovery.notices.isEmpty)
    #expect(recovery.plan == .nothing)
  }

  @Test func `A last line whose blocks never reached the disk is torn, not damaged`() throws {
    let sessions = Sessions(seed: 8)
    let whole = try #require(sessions.files.bytes[.journal])
    let last = try #require(whole.dropLast().lastIndex(of: 0x0a)) + 1
    for zeros in [last..<last + 40, last + 30..<whole.count - 5, last..<whole.count] {
      var files = sessions.files
      files.bytes[.journal]?.replaceSubrange(zeros, with: [UInt8](repeating: 0, count: zeros.count))
      let recovery = try files.recover()
      #expect(recovery.notices.contains(.tornLine))
      #expect(!recovery.isDamaged)
      #expect(recovery.recovered == 19)
    }
    // One zero is a changed byte: the line was whole once, and may have been acknowledged.
    var files = sessions.files
    files.bytes[.journal]?[last + 9] = 0
    #expect(try files.recover().isDamaged)
  }

  /// An answer, and what takes its place: a retraction and a review in one line.
  private static let replaced: (first: JournalEntry, change: [JournalEntry]) = {
    let item = ItemKey(pack: PackID("p"), item: ItemID("i"))
    let at = Timestamp(Instant(milliseconds: 1_795_300_000_000), zone: .utc)
    func entry(_ number: UInt32, _ action: (EntryID) -> JournalEntry.Action) -> JournalEntry {
      let id = EntryID(device: DeviceID(7), number: number)
      return JournalEntry(id: id, at: at, action: action(id))
    }
    func review(_ rating: Rating) -> (EntryID) -> JournalEntry.Action {
      { id in
        let review = Review(
          id: id, at: at, rating: rating, credit: rating == .good ? 1 : 0, predictedRecall: nil,
          durationMilliseconds: 0, mode: .study, scheduledDays: 1)
        return .review(review, of: item, missed: nil, fingerprint: 1)
      }
    }
    let first = entry(1, review(.again))
    return (first, [entry(2) { _ in .retraction(first.id, of: item) }, entry(3, review(.good))])
  }()

  @Test func `A replaced answer is there before or after, however its line is torn`() throws {
    let (first, change) = Self.replaced
    let before = journal([first])
    let after = before + JournalLines.line(change)
    let whole = Progress(folding: [first] + change, scheduler: scheduler)
    let old = Progress(folding: [first], scheduler: scheduler)
    #expect(whole.answerCount == 1 && old.answerCount == 1 && whole != old)
    for length in before.count...after.count {
      let recovery = try Files(bytes: [.journal: Array(after[..<length])]).recover()
      let isWhole = length >= after.count - 1
      #expect(recovery.progress == (isWhole ? whole : old), "cut to \(length)")
      #expect(recovery.notices.contains(.tornLine) == (length > before.count && !isWhole))
      #expect(!recovery.isDamaged)
    }
    for place in before.count..<after.count {
      var bytes = after
      bytes[place] ^= 4
      let recovery = try Files(bytes: [.journal: bytes]).recover()
      #expect([whole, old].contains(recovery.progress), "byte \(place) changed")
      #expect(recovery.progress == whole || recovery.isDamaged, "byte \(place) changed")
    }
  }

  @Test func `A line feed that was changed joins no two changes into one that is lost`() throws {
    let (first, change) = Self.replaced
    let bytes = journal([first]) + JournalLines.line(change)
    let whole = Progress(folding: [first] + change, scheduler: scheduler)
    for place in bytes.indices where bytes[place] == 0x0a {
      var joined = bytes
      joined[place] = 0x20
      let recovery = try Files(bytes: [.journal: joined]).recover()
      #expect(recovery.progress == whole)
      #expect(recovery.isDamaged || place == bytes.count - 1)
    }
  }

  @Test(arguments: [
    #"{"all":[],"crc":"CRC"}"#, #"{"n":3,"all":[ENTRY],"crc":"CRC"}"#,
    #"{"all":[ENTRY],"version":1,"crc":"CRC"}"#, #"{"all":[{"n":3}],"crc":"CRC"}"#,
    #"{"all":[{"all":[ENTRY]}],"crc":"CRC"}"#, #"{"all":[ENTRY],"crc":"CRC","n":4}"#,
  ])
  func `A change is a list of entries and nothing else`(line: String) throws {
    let entry = String(decoding: JournalLines.line([Self.replaced.first]), as: UTF8.self)
    let members = try #require(entry.split(separator: #","crc""#).first)
    func read(_ line: String) throws -> JournalLines.Line {
      let text = line.replacing("ENTRY", with: members + "}")
      let parts = text.split(separator: "CRC", maxSplits: 1)
      // The sum is right, so that only the form can be wrong.
      let digits = String(CRC32C.checksum(Array(parts[0].utf8.dropLast())[...]), radix: 16)
      let sum = String(repeating: "0", count: 8 - digits.count) + digits
      return try JournalLines.read(Array("\(parts[0])\(sum)\(parts[1])".utf8))
    }
    #expect(try read(#"{"all":[ENTRY],"crc":"CRC"}"#) == .change([Self.replaced.first]))
    #expect(throws: ProgressFileError.self) { try read(line) }
  }

  @Test func `What no file can tell is said to be lost`() throws {
    let sessions = Sessions(seed: 5)
    var files = sessions.files
    files.bytes[.record] = nil
    files.bytes[.journalBackup] = nil
    let recovery = try files.recover()
    #expect(recovery.notices.contains(.lost(20)))
  }

  @Test func `A journal that was cut between two lines is told by the last entry acknowledged`()
    throws
  {
    let sessions = Sessions(seed: 9)
    #expect(try sessions.locked.recover() == sessions.files.recover())
    let entries = sessions.entries.suffix(20)
    for count in 0..<20 {
      var files = sessions.locked
      files.bytes[.journal] = count == 0 ? [] : journal(entries.prefix(count))
      let recovery = try files.recover()
      #expect(recovery.notices.last == .missing(20 - count))
      #expect(recovery.isDamaged)
      #expect(recovery.recovered == count)
      // Their numbers are not given out again.
      #expect(recovery.owner == nil)
    }
    var files = sessions.locked
    files.bytes[.journal] = nil
    #expect(try files.recover().notices == [.missing(20)])
  }

  @Test func `A last line that had been acknowledged was not torn but cut`() throws {
    let sessions = Sessions(seed: 10)
    var files = sessions.locked
    files.bytes[.journal]?.removeLast(9)
    let recovery = try files.recover()
    #expect(
      recovery.notices == [
        .damaged(.journal, reason: "its last line is not whole"), .waiting(19), .missing(1),
      ])
    #expect(recovery.plan == StorePlan(keep: [.journal], write: .afresh, journal: .remove))
  }

  @Test func `An older record in the place of a newer one is told`() throws {
    let sessions = Sessions(seed: 11)
    var files = sessions.locked
    files.bytes[.record] = files.bytes[.backup]
    files.bytes[.journal] = nil
    #expect(try files.recover().notices == [.missing(40)])
  }

  @Test func `A lock beside no other file is a learner who begins anew`() throws {
    let files = Files(bytes: [.lock: Sessions(seed: 12).locked.bytes[.lock] ?? []])
    #expect(try files.recover().notices.isEmpty)
  }

  @Test func `A lock whose second line is damaged, old or torn names no entry`() throws {
    let lock = try #require(Sessions(seed: 13).locked.bytes[.lock])
    let last = try #require(LastAcknowledged.entry(in: lock))
    #expect(last == EntryID(device: DeviceID(7), number: 60))
    let second = try #require(lock.firstIndex(of: 0x0a)) + 1
    for place in lock.indices.dropFirst(second) {
      #expect(LastAcknowledged.entry(in: Array(lock[..<place])) == nil)
      for bit in 0..<8 {
        var changed = lock
        changed[place] ^= 1 << bit
        #expect(LastAcknowledged.entry(in: changed) == nil)
      }
    }
    #expect(LastAcknowledged.entry(in: Array("12 2026-11-22T10:00:00Z\n".utf8)) == nil)
  }

  @Test func `A later version is refused untouched, wherever it is found`() {
    let later = Array(#"{"format":"recite-progress","version":2,"checksum":"?"}"#.utf8)
    for file in [StoreFile.record] {
      var files = Sessions(seed: 6).files
      files.bytes[file] = Array(#"{"format":"recite-progress","version":2,"x":1}"#.utf8)
      #expect(throws: ProgressFileError.laterVersion(2)) { try files.recover() }
    }
    // The sum does not fit: a digit was changed, and the backups restore what was there.
    var files = Sessions(seed: 6).files
    files.bytes[.record] = later
    #expect((try? files.recover())?.isDamaged == true)
  }
}

struct DamageLaws {
  /// Places in a file: all of them in a long run, else a spread with every place near an end.
  private func places(_ count: Int) -> [Int] {
    guard !runsLong else { return Array(0..<count) }
    return Array(0..<min(260, count)) + Array(stride(from: 260, to: count, by: 1499))
      + Array(max(0, count - 60)..<count)
  }

  /// Two thirds of the answers are folded, the rest stand in the journal.
  ///
  /// `.ci/damage` tries every place of 1,000 answers and many flips, in a build that is fast.
  @Test(arguments: [StoreFile.record, .journal, .lock])
  func `Every flipped byte and every truncation is noticed or harmless`(file: StoreFile) throws {
    let trial = DamageTrial(seed: 11, each: runsLong ? 490 : 100)
    #expect(trial.whole.answerCount >= (runsLong ? 1000 : 200))
    let count = try #require(trial.files[file]).count
    for change in DamageTrial.changes(at: places(count), flips: [1]) {
      do { _ = try trial.outcome(of: change, in: file) } catch {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func `A fold cut between any two of its steps loses nothing`() throws {
    let sessions = Sessions(seed: 12)
    let new = record(sessions.entries)
    let steps: [[StoreFile: [UInt8]]] = [
      [:],
      [.backup: try #require(sessions.files.bytes[.record])],
      [.backup: try #require(sessions.files.bytes[.record]), .record: new],
    ]
    for step in steps {
      let files = Files(bytes: sessions.files.bytes.merging(step) { $1 })
      #expect(try files.recover().progress == sessions.whole)
    }
  }

  @Test func `Backup and journals alone rebuild the record at every step of a fold`() throws {
    let sessions = Sessions(seed: 13)
    var files = sessions.files
    files.bytes[.backup] = files.bytes[.record]
    files.bytes[.record] = Array("garbage".utf8)
    #expect(try files.recover().progress == sessions.whole)
    files.bytes[.journalBackup] = files.bytes[.journal]
    files.bytes[.journal] = nil
    #expect(try files.recover().progress == sessions.whole)
  }
}
