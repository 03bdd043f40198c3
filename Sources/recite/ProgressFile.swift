import ReciteCore
import ReciteFormats
import ReciteShell

/// A learner's progress file while this process alone may write it.
///
/// It owns the one up-to-date `Progress`. Each entry is a line in the journal, synced, before it is
/// in `progress`; `close` folds the journal into the record.
final class ProgressFile {
  /// Everything recorded so far, this session's entries included.
  private(set) var progress: Progress
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

  /// Makes the journal ahead of the first answer, so that this too costs one sync only.
  ///
  /// - Throws: `StoreError`; the next `append` tries again.
  func prepare() throws(StoreError) {
    try store.beginJournal(head: JournalLines.head(device: owner.device, place: owner.place))
  }

  /// Records one entry: when this returns, it is safe.
  ///
  /// Where it throws, the entry counts in memory and is written again with the next one, and at last
  /// by `close`; its number is used up.
  /// - Throws: `StoreError.notSaved`.
  func append(_ entry: JournalEntry) throws(StoreError) {
    progress.apply(entry, scheduler: scheduler)
    try? prepare()
    try store.append(JournalLines.line(entry))
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
  /// - Returns: why that could not be done, where all entries are safe in the journal nevertheless.
  /// - Throws: `StoreError.notSaved` where an entry is lost with this process.
  func close() throws(StoreError) -> String? {
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
