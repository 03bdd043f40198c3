/// The files that together are the store of one learner's progress.
package enum StoreFile: Sendable {
  /// `progress.json`
  case record
  /// `progress.json.bak`: the record before the last fold.
  case backup
  /// `progress.json.journal`: what was answered since.
  case journal
  /// `progress.json.journal.bak`: what the last fold took in.
  case journalBackup
  /// `progress.json.lock`: who may write the others, and the last entry that was acknowledged.
  case lock

  /// What its name adds to the record's.
  package var suffix: String {
    switch self {
    case .record: ""
    case .backup: ".bak"
    case .journal: ".journal"
    case .journalBackup: ".journal.bak"
    case .lock: ".lock"
    }
  }
}

/// What is to be done to the files before a session may begin.
///
/// The steps are taken in the order of the members. After each of them the files still tell the
/// whole story, so that a crash between two does no harm.
package struct StorePlan: Equatable, Sendable {
  package enum Write: Equatable, Sendable {
    case nothing
    /// The record takes in the journal; the old record becomes the backup.
    case fold
    /// The record, and the same again as its backup, where the old one must not become it.
    case afresh
  }

  package enum JournalFate: Equatable, Sendable {
    /// There is none, or it stays as it is.
    case leave
    /// It holds no entry.
    case remove
    /// It becomes the journal's backup.
    case archive
  }

  /// Damaged files that are kept under a dated name; ascending by kind.
  package var keep: [StoreFile]
  package var write: Write
  package var journal: JournalFate

  package static let nothing = StorePlan(keep: [], write: .nothing, journal: .leave)

  package init(keep: [StoreFile], write: Write, journal: JournalFate) {
    self.keep = keep
    self.write = write
    self.journal = journal
  }
}
