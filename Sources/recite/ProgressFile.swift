import ReciteCore
import ReciteFormats
import ReciteShell

/// A learner's progress file while this process alone may write it.
///
/// Each entry is a line in the journal, synced, before `append` returns; `close` folds the journal
/// into the record. The one up-to-date `Progress` is here, or lent to the session that is running.
final class ProgressFile {
  /// Everything recorded so far; empty while it is lent.
  private(set) var progress: Progress
  private var isLent = false
  private let store: ProgressStore
  private let scheduler: Scheduler
  private let owner: StoredProgress

  /// Takes the lock, recovers what is on the disk and brings its files in order.
  ///
  /// `now` is the time that another session and the names of kept files tell.
  /// - Returns: the file, and what the learner has to be told of it.
  /// - Throws: `StoreError`.
  static func open(
    at path: String, scheduler: Scheduler, now: Timestamp
  ) throws(StoreError) -> (file: ProgressFile, notices: [String]) {
    let store = try ProgressStore(at: path, start: now)
    let recovery = try recover(store.paths, scheduler)
    let file = ProgressFile(store, recovery, scheduler)
    let kept = try store.perform(recovery.plan, stamp: fileStamp(now)) { sink in
      try file.write(to: sink)
    }
    file.noteAcknowledged(recovery.progress.ledger.heads[file.owner.device])
    let keeping = kept.map { "the damaged file is kept as '\($0)'" }
    return (file, recovery.notices.map { "\($0)" } + keeping)
  }

  /// Reads without a lock and without writing: for `stats`, `due`, `export` and practice.
  ///
  /// - Throws: `StoreError`.
  static func read(
    at path: String, scheduler: Scheduler
  ) throws(StoreError) -> (progress: Progress, notices: [String]) {
    let recovery = try recover(StorePaths(path), scheduler)
    let told = recovery.notices.filter { if case .waiting = $0 { false } else { true } }
    return (recovery.progress, told.map { "\($0)" })
  }

  /// What the files at `paths` hold; writes nothing.
  static func recover(
    _ paths: StorePaths, _ scheduler: Scheduler
  ) throws(StoreError) -> Recovery {
    do {
      return try Recovery.recover(
        Recovery.Files(
          open: { try paths.chunks(of: $0) }, bytes: { try paths.bytes(of: $0) }),
        scheduler: scheduler)
    } catch let error as StoreError {
      throw error
    } catch let error as SystemCallError {
      throw .unreadable(error)
    } catch {
      throw .unusable(path: paths.record, reason: "\(error)")
    }
  }

  private init(_ store: ProgressStore, _ recovery: Recovery, _ scheduler: Scheduler) {
    self.store = store
    self.scheduler = scheduler
    progress = recovery.progress
    var device = DeviceID(SystemClock.randomNumber())
    if let owner = recovery.owner, owner.place == store.place { device = owner.device }
    owner = StoredProgress(progress: Progress(), device: device, place: store.place)
  }

  private func write(to sink: ([UInt8]) throws -> Void) rethrows {
    var stored = owner
    stored.progress = progress
    try ProgressJSON.write(stored, to: sink)
  }

  /// The name for the next entry.
  var nextEntry: EntryID { progress.nextEntry(of: owner.device) }

  /// Hands over the only copy of the progress, so that a change of it never copies the whole table.
  ///
  /// From now on the borrower takes entries in himself, and gives the progress back to `close`.
  func lend() -> Progress {
    isLent = true
    defer { progress = Progress() }
    return progress
  }

  /// Makes the journal ahead of the first answer, so that this too costs one sync only.
  ///
  /// - Throws: `StoreError`; the next `append` tries again.
  func prepare() throws(StoreError) {
    try store.beginJournal(head: JournalLines.head(device: owner.device, place: owner.place))
  }

  /// Records the entries of one change with one sync: when this returns, they are safe.
  ///
  /// Where it throws, they count in memory and are written again with the next ones, and at last by
  /// `close`; their numbers are used up.
  /// - Throws: `StoreError.notSaved`.
  func append(_ change: [JournalEntry]) throws(StoreError) {
    if !isLent { for entry in change { progress.apply(entry, scheduler: scheduler) } }
    try? prepare()
    try store.append(JournalLines.line(change))
    noteAcknowledged(change.map(\.id.number).max() ?? 0)
  }

  /// Everything of this installation up to this number is safe.
  private func noteAcknowledged(_ number: UInt32) {
    let entry = EntryID(device: owner.device, number: number)
    store.note(number > 0 ? LastAcknowledged.line(entry) : nil)
  }

  /// Takes in what another file knows, and writes record and backup with it.
  ///
  /// - Throws: `StoreError`.
  func merge(_ other: Progress) throws(StoreError) {
    progress = progress.merged(with: other, scheduler: scheduler)
    try store.rewrite { try write(to: $0) }
  }

  /// Entries that are in memory only.
  var unsavedCount: Int { store.unsavedCount }

  /// Folds the journal into the record and lets the next session in.
  ///
  /// `returned` is the progress that was lent, with all entries taken in; nil where none was lent.
  /// - Returns: why that could not be done, where all entries are safe in the journal nevertheless.
  /// - Throws: `StoreError.notSaved` where an entry is lost with this process.
  func close(_ returned: Progress? = nil) throws(StoreError) -> String? {
    if isLent, let returned {
      progress = returned
      isLent = false
    }
    defer { store.release() }
    do {
      try store.fold { try write(to: $0) }
      return nil
    } catch {
      guard store.unsavedCount == 0 else { throw error }
      return "the answers are safe in the journal, but the progress file is as before: \(error)"
    }
  }
}

/// `2026-11-21T09-00-00Z`: a time as a part of a file's name.
private func fileStamp(_ time: Timestamp) -> String {
  String(Timestamp(time.instant, zone: .utc).description.map { $0 == ":" ? "-" : $0 })
}
