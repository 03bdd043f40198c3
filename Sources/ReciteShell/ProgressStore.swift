import Glibc
import ReciteCore

/// Where a learner's progress lies, and how its files are read.
package struct StorePaths: Equatable, Sendable {
  /// The record, links followed.
  package let record: String

  package init(_ path: String) { record = AtomicFile.resolved(path) }

  package subscript(file: StoreFile) -> String { record + file.suffix }

  /// More than a million entries of one session; a journal is read whole.
  private static let journalLimit = 256 << 20

  /// Gives a file's bytes chunk by chunk; nil where there is no such file.
  package func chunks(
    of file: StoreFile
  ) throws(StoreError) -> ((inout [UInt8]) throws -> Void)? {
    do {
      let descriptor = try FileDescriptor(opening: self[file], O_RDONLY)
      return { try descriptor.read(upTo: 1 << 16, into: &$0) }
    } catch {
      guard error.code != ENOENT else { return nil }
      throw .unreadable(error)
    }
  }

  /// A file's bytes; nil where there is no such file.
  package func bytes(of file: StoreFile) throws(StoreError) -> [UInt8]? {
    do {
      let descriptor = try FileDescriptor(opening: self[file], O_RDONLY)
      guard try descriptor.status().st_size <= StorePaths.journalLimit else {
        throw StoreError.unusable(
          path: self[file], reason: "it is larger than \(StorePaths.journalLimit >> 20) MiB")
      }
      var bytes: [UInt8] = []
      var count = -1
      while count != bytes.count {
        count = bytes.count
        try descriptor.read(upTo: 1 << 16, into: &bytes)
      }
      return bytes
    } catch let error as SystemCallError {
      guard error.code != ENOENT else { return nil }
      throw .unreadable(error)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .unusable(path: self[file], reason: "\(error)")
    }
  }

  /// Refuses what is no regular file before anything is made beside it.
  func checkKind() throws(StoreError) {
    var status = stat()
    guard stat(record, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    throw .unreadable(
      SystemCallError(SystemCallError.using, record, code: isFolder ? EISDIR : EINVAL))
  }
}

/// The files of one learner's progress while this session alone may write them.
///
/// It moves bytes: what they say is for its caller. Every method that throws leaves files that can
/// be read.
package final class ProgressStore {
  package typealias WriteRecord = (_ sink: ([UInt8]) throws -> Void) throws -> Void

  package let paths: StorePaths
  /// A hash of this machine and the record's path: another one tells of a file that was copied.
  package let place: UInt64
  private var lock: StoreLock?
  private var journal: JournalFile?

  /// Makes the folder where it is missing, takes the lock and sweeps what a killed session left.
  ///
  /// `start` is the time that another session is told.
  package init(at path: String, start: Timestamp) throws(StoreError) {
    do { try ProgressStore.makeFolder(AtomicFile.folder(of: path)) } catch {
      throw .notSaved(error)
    }
    paths = StorePaths(path)
    try paths.checkKind()
    place = ProgressStore.place(of: paths.record)
    lock = try StoreLock(at: paths[.lock], for: paths.record, since: start.description)
    for suffix in [".tmp", ".bak.tmp", ".bak.tmp.tmp"] { unlink(paths.record + suffix) }
  }

  private static func place(of path: String) -> UInt64 {
    var machine: [UInt8] = []
    if let file = try? FileDescriptor(opening: "/etc/machine-id", O_RDONLY) {
      try? file.read(upTo: 64, into: &machine)
    }
    var hash = StableHash()
    hash.combine(String(decoding: machine, as: UTF8.self))
    hash.combine(path)
    return hash.value
  }

  /// Makes a folder and those above it, each durable before anything is put into it.
  private static func makeFolder(_ path: String) throws(SystemCallError) {
    var result = mkdir(path, 0o700)
    if result != 0, errno == ENOENT {
      let parent = AtomicFile.folder(of: path)
      guard parent != path else { throw SystemCallError("make folder", path, code: ENOENT) }
      try makeFolder(parent)
      result = mkdir(path, 0o700)
    }
    guard result != 0 else { return try AtomicFile.syncFolder(of: path) }
    guard errno == EEXIST else { throw SystemCallError("make folder", path, code: errno) }
  }

  // MARK: Before and after a session

  /// Does what a plan says, and names the files that damaged ones were kept as.
  ///
  /// `stamp` is the date for the names of kept files.
  package func perform(
    _ plan: StorePlan, stamp: String, write: WriteRecord
  ) throws(StoreError) -> [String] {
    do {
      let kept = try plan.keep.map { try keep($0, stamp: stamp) }
      switch plan.write {
      case .nothing: break
      case .fold: try AtomicFile.replace(paths.record, backup: paths[.backup], write: write)
      case .afresh: try replaceBoth(write)
      }
      switch plan.journal {
      case .leave: break
      case .remove: try removeJournal()
      case .archive: try archiveJournal()
      }
      return kept
    } catch {
      throw ProgressStore.notSaved(error, paths.record)
    }
  }

  private static func notSaved(_ error: any Error, _ path: String) -> StoreError {
    if let error = error as? SystemCallError { return .notSaved(error) }
    return .unusable(path: path, reason: "\(error)")
  }

  /// Writes the record, and the same as its backup; what the journal's backup holds is in both.
  private func replaceBoth(_ write: WriteRecord) throws {
    try AtomicFile.replace(paths.record, write: write)
    try AtomicFile.replace(paths[.backup], write: write)
    unlink(paths[.journalBackup])
  }

  /// Gives a damaged file a second, dated name, one that is not taken.
  private func keep(_ file: StoreFile, stamp: String) throws -> String {
    for attempt in 1...1000 {
      let kept = "\(paths[file]).damaged-\(stamp)" + (attempt > 1 ? "-\(attempt)" : "")
      if try AtomicFile.addName(kept, to: paths[file]) {
        try AtomicFile.syncFolder(of: kept)
        return kept
      }
    }
    throw SystemCallError("link", paths[file], code: EEXIST)
  }

  /// Writes the record and its backup alike, for a change that no journal tells of.
  package func rewrite(_ write: WriteRecord) throws(StoreError) {
    do { try replaceBoth(write) } catch { throw ProgressStore.notSaved(error, paths.record) }
  }

  private func removeJournal() throws(SystemCallError) {
    guard unlink(paths[.journal]) == 0 || errno == ENOENT else {
      throw SystemCallError("remove", paths[.journal], code: errno)
    }
  }

  private func archiveJournal() throws(SystemCallError) {
    guard rename(paths[.journal], paths[.journalBackup]) == 0 || errno == ENOENT else {
      throw SystemCallError("rename", paths[.journal], code: errno)
    }
    try AtomicFile.syncFolder(of: paths.record)
  }

  // MARK: During a session

  /// Begins the journal, whose first line is its head.
  ///
  /// Done ahead, the first answer costs one sync like every other.
  package func beginJournal(head: [UInt8]) throws(StoreError) {
    let journal = self.journal ?? JournalFile(at: paths[.journal], head: head)
    self.journal = journal
    do { try journal.prepare() } catch { throw .notSaved(error) }
  }

  /// Appends one line; when this returns, it is safe.
  ///
  /// A line that could not be saved is kept, and written again with the next one.
  package func append(_ line: [UInt8]) throws(StoreError) {
    guard let journal else { return }
    do { try journal.append(line) } catch { throw .notSaved(error) }
  }

  /// Notes beside the lock how far the files reach, all of which is safe; nil where they are empty.
  package func note(_ line: [UInt8]?) { lock?.note(line) }

  /// Lines that are in memory only.
  package var unsavedCount: Int { journal?.unsaved.count ?? 0 }

  /// Folds the journal of this session into the record; removes it where it holds nothing.
  package func fold(write: WriteRecord) throws(StoreError) {
    guard let journal else { return }
    journal.close()
    self.journal = nil
    guard journal.hasLines else {
      unlink(paths[.journal])
      return
    }
    do {
      if journal.unsaved.isEmpty {
        try AtomicFile.replace(paths.record, backup: paths[.backup], write: write)
      } else {
        // The journal lacks lines that the record has: the old record and it would not tell all.
        try replaceBoth(write)
      }
      try archiveJournal()
    } catch {
      self.journal = journal
      throw ProgressStore.notSaved(error, paths.record)
    }
  }

  /// Lets the next session in; nothing may be written after it.
  package func release() { lock = nil }
}
