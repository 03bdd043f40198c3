import ReciteCore

/// Finds a learner's progress in the files of the store, whatever happened to them.
///
/// Pure over bytes: it says what is known, what has to be told, and what is to be done to the files.
/// A sound record with its journal is the rule; everything else is put together from what is sound,
/// by the numbers of the entries, so that nothing counts twice.
package struct Recovery: Equatable, Sendable {
  /// The files' bytes, chunk by chunk; nil where a file does not exist.
  package struct Files {
    /// Opens a record from its beginning; it may be asked for more than once.
    package var open: (StoreFile) throws -> JSONReader.Refill?
    package var bytes: (StoreFile) throws -> [UInt8]?

    package init(
      open: @escaping (StoreFile) throws -> JSONReader.Refill?,
      bytes: @escaping (StoreFile) throws -> [UInt8]?
    ) {
      self.open = open
      self.bytes = bytes
    }
  }

  package var progress: Progress
  /// The installation and place that the record names; nil where it is new, or where something was
  /// lost, so that no name is given out twice.
  package var owner: (device: DeviceID, place: UInt64)?
  package var notices: [RecoveryNotice]
  package var plan: StorePlan
  /// Entries that the journal adds to the record.
  package var recovered: Int
  /// Whether there is any file at all.
  package var isThere: Bool

  package static func == (first: Recovery, second: Recovery) -> Bool {
    first.progress == second.progress && first.notices == second.notices
      && first.plan == second.plan && first.recovered == second.recovered
      && first.owner?.device == second.owner?.device && first.owner?.place == second.owner?.place
  }

  /// Whether any file is damaged, or missing where others tell that it was there.
  package var isDamaged: Bool { notices.contains { $0.isDamage } }
}

/// Something about the files that the learner has to be told.
package enum RecoveryNotice: Equatable, Sendable, CustomStringConvertible {
  /// The journal's last line is not whole.
  case tornLine
  /// A session ended without its fold; so many entries were waiting.
  case waiting(Int)
  case handEdited
  case damaged(StoreFile, reason: String)
  /// The record is gone while its backup or journal is there.
  case recordMissing
  /// So many answers are known again, from other files than the record.
  case restored(answers: Int, from: [StoreFile])
  /// Entries that were given numbers and are in no file that can be read.
  case lost(Int)
  /// So many entries were acknowledged and are in no file: a journal was cut, or an older file was
  /// put in the place of a newer one.
  case missing(Int)
  /// Read from a damaged file as far as it goes: some of it may be wrong.
  case salvaged(answers: Int)

  package var isDamage: Bool {
    switch self {
    case .tornLine, .waiting, .handEdited: false
    case .damaged, .recordMissing, .restored, .lost, .missing, .salvaged: true
    }
  }

  package var description: String {
    switch self {
    case .tornLine:
      "the journal's last line is not whole; it was never acknowledged and is left out"
    case .waiting(let count):
      "the last session did not end cleanly; \(entries(count)) of its journal taken in"
    case .handEdited:
      "the progress file was edited by hand (it has no checksum); it is valid and is used as it is"
    case .damaged(let file, let reason): "the \(file.name) is damaged: \(reason)"
    case .recordMissing: "the progress file is missing, but other files of it are there"
    case .restored(let answers, let files):
      "\(answers) answers restored from "
        + files.map { "the \($0.name)" }.joined(separator: " and ")
    case .lost(let count): "\(entries(count)) could not be restored"
    case .missing(let count):
      "\(entries(count)) that had been saved \(count == 1 ? "is" : "are") missing: the journal was "
        + "cut short, or an older file was put in the place of a newer one"
    case .salvaged(let answers):
      "no backup is sound; \(answers) answers were read from damaged files, and some may be wrong"
    }
  }

  private func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}

extension StoreFile {
  /// What messages call it.
  package var name: String {
    switch self {
    case .record: "progress file"
    case .backup: "backup"
    case .journal: "journal"
    case .journalBackup: "journal's backup"
    case .lock: "lock file"
    }
  }
}

// MARK: - Finding

extension Recovery {
  /// Reads the files and says what they hold together.
  ///
  /// - Throws: `ProgressFileError.laterVersion`, and what reading throws.
  package static func recover(_ files: Files, scheduler: Scheduler) throws -> Recovery {
    // In this order: a session that goes on meanwhile is then never ahead of what it acknowledged.
    let acknowledged = LastAcknowledged.entry(in: try files.bytes(.lock) ?? [])
    let journal = try files.bytes(.journal)
    let contents = try JournalContents(journal ?? [])
    var recovery = Recovery(
      progress: Progress(), owner: nil, notices: [], plan: .nothing, recovered: 0,
      isThere: journal != nil)
    switch try RecordState(files, .record, scheduler) {
    case .sound(let stored, let isHandEdited):
      recovery.isThere = true
      recovery.progress = stored.progress
      recovery.owner = (stored.device, stored.place)
      if isHandEdited {
        recovery.notices.append(.handEdited)
        recovery.plan.write = .afresh
      }
    case .missing:
      recovery.owner = contents.head
      let hasBackup = try files.open(.backup) != nil || files.open(.journalBackup) != nil
      if hasBackup {
        recovery.isThere = true
        recovery.notices.append(.recordMissing)
        try recovery.restore(files, journal: contents, scheduler)
      }
    case .damaged(let error):
      recovery.isThere = true
      recovery.notices.append(.damaged(.record, reason: "\(error)"))
      recovery.plan.keep.append(.record)
      try recovery.restore(files, journal: contents, scheduler)
    }
    recovery.take(contents, isThere: journal != nil, upTo: acknowledged, scheduler)
    return recovery
  }

  /// Folds the journal in, which should reach up to the last entry that was acknowledged.
  private mutating func take(
    _ contents: JournalContents, isThere: Bool, upTo acknowledged: EntryID?, _ scheduler: Scheduler
  ) {
    let lost = progress.fold(contents.entries, scheduler, &recovered)
    let missing = missing(upTo: acknowledged)
    let isCut = contents.isTorn && missing > 0
    for (line, error) in contents.damage {
      notices.append(.damaged(.journal, reason: "line \(line): \(error.withoutPlace)"))
    }
    if isCut {
      notices.append(.damaged(.journal, reason: "its last line is not whole"))
    } else if contents.isTorn {
      notices.append(.tornLine)
    }
    if recovered > 0 { notices.append(.waiting(recovered)) }
    note(RecoveryNotice.lost, lost)
    note(RecoveryNotice.missing, missing)
    guard contents.damage.isEmpty, !isCut else {
      // The damaged journal is kept; the record and its backup then tell all without it.
      plan.keep.append(.journal)
      plan.write = .afresh
      plan.journal = .remove
      owner = nil
      return
    }
    guard isThere else { return }
    if plan.write == .nothing, recovered > 0 { plan.write = .fold }
    plan.journal = contents.entries.isEmpty ? .remove : .archive
  }

  /// How many entries fall short of the one that was acknowledged last.
  ///
  /// Where there is no file at all nothing is missing: the learner begins anew.
  private func missing(upTo acknowledged: EntryID?) -> Int {
    guard isThere, let acknowledged else { return 0 }
    return max(0, Int(acknowledged.number) - Int(progress.ledger.heads[acknowledged.device]))
  }

  /// Tells of entries that are gone, whose numbers are never given out again.
  private mutating func note(_ notice: (Int) -> RecoveryNotice, _ count: Int) {
    guard count > 0 else { return }
    notices.append(notice(count))
    owner = nil
  }

  /// Puts the record together again from its backup and the journals.
  private mutating func restore(
    _ files: Files, journal: JournalContents, _ scheduler: Scheduler
  ) throws {
    plan.write = .afresh
    // The names that the lost record may have given out are never given out again.
    owner = nil
    let (partial, claimed) =
      try files.open(.record).map {
        ProgressJSON.salvage(scheduler: scheduler, refill: $0)
      } ?? (Progress(), Horizon())
    let archived = try JournalContents(try files.bytes(.journalBackup) ?? [])
    var sources: [StoreFile] = []
    var isSound = true
    switch try RecordState(files, .backup, scheduler) {
    case .sound(let stored, _):
      progress = stored.progress
      sources.append(.backup)
    case .missing: break
    case .damaged(let error):
      isSound = false
      notices.append(.damaged(.backup, reason: "\(error)"))
      plan.keep.append(.backup)
    }
    for (line, error) in archived.damage {
      notices.append(.damaged(.journalBackup, reason: "line \(line): \(error.withoutPlace)"))
    }
    if !archived.damage.isEmpty { plan.keep.append(.journalBackup) }
    if !archived.entries.isEmpty { sources.append(.journalBackup) }
    var taken = 0
    var lost = isSound ? progress.fold(archived.entries, scheduler, &taken) : 0
    var whole = progress
    var more = 0
    lost += whole.fold(journal.entries, scheduler, &more)
    // What the record itself told of is the measure of what came back.
    let told = claimed.renamed(like: progress.ledger.heads, known: whole.ledger.heads)
    lost = max(lost, told.distance(beyond: whole.ledger.heads))
    if lost > 0 || !isSound {
      // Under a wrong name, every answer of the damaged record would count a second time.
      try salvage(told == claimed ? partial : Progress(), files, archived, scheduler)
      return
    }
    guard !sources.isEmpty else { return }
    notices.append(.restored(answers: progress.answerCount, from: sources))
  }

  /// Joins all that can still be read of damaged files.
  private mutating func salvage(
    _ partial: Progress, _ files: Files, _ archived: JournalContents, _ scheduler: Scheduler
  ) throws {
    let sound = progress.answerCount
    var journaled = Progress()
    var taken = 0
    _ = journaled.fold(archived.entries, scheduler, &taken)
    progress = progress.merged(with: journaled, scheduler: scheduler)
    if let refill = try files.open(.backup), sound == 0 {
      let backup = ProgressJSON.salvage(scheduler: scheduler, refill: refill).progress
      progress = progress.merged(with: backup, scheduler: scheduler)
    }
    progress = progress.merged(with: partial, scheduler: scheduler)
    notices.append(.salvaged(answers: progress.answerCount))
  }
}

/// What is found where a record should be.
private enum RecordState {
  case missing
  case sound(StoredProgress, isHandEdited: Bool)
  case damaged(ProgressFileError)

  init(_ files: Recovery.Files, _ file: StoreFile, _ scheduler: Scheduler) throws {
    guard let refill = try files.open(file) else {
      self = .missing
      return
    }
    do {
      let (stored, isHandEdited) = try ProgressJSON.read(scheduler: scheduler, refill: refill)
      self = .sound(stored, isHandEdited: isHandEdited)
    } catch let error as ProgressFileError {
      if case .laterVersion = error { throw error }
      self = .damaged(error)
    }
  }
}

extension Progress {
  /// The number of recorded answers that count.
  package var answerCount: Int { items.values.reduce(0) { $0 + $1.reviews.count } }

  /// Applies entries in order.
  ///
  /// `taken` is raised by the entries that were new.
  /// - Returns: how many numbers were left out between one entry and the next of a device.
  fileprivate mutating func fold(
    _ entries: [JournalEntry], _ scheduler: Scheduler, _ taken: inout Int
  ) -> Int {
    var missing = 0
    for entry in entries {
      let head = ledger.heads[entry.id.device]
      if entry.id.number > head { missing += Int(entry.id.number - head) - 1 }
      if apply(entry, scheduler: scheduler) { taken += 1 }
    }
    return missing
  }
}

extension Horizon {
  /// How many entries this covers that the other does not.
  fileprivate func distance(beyond other: Horizon) -> Int {
    devices.reduce(0) { $0 + max(0, Int(self[$1]) - Int(other[$1])) }
  }

  /// The horizon of a damaged record, where a device's name was damaged under its right name.
  ///
  /// A record names every device that its `backup` names. Where it lacks one, and names as many that
  /// nothing else knows, these are the lacking ones.
  fileprivate func renamed(like backup: Horizon, known: Horizon) -> Horizon {
    let lacking = backup.devices.filter { self[$0] == 0 }
    let strange = devices.filter { known[$0] == 0 }
    guard !lacking.isEmpty, lacking.count == strange.count else { return self }
    var renamed = Horizon()
    for device in devices where known[device] > 0 {
      renamed.extend(to: EntryID(device: device, number: self[device]))
    }
    for (device, name) in zip(strange, lacking) {
      renamed.extend(to: EntryID(device: name, number: self[device]))
    }
    return renamed
  }
}

extension ProgressFileError {
  /// The reason, for a line whose number is told already.
  fileprivate var withoutPlace: String {
    if case .damaged(let error) = self { return error.reason.message }
    return description
  }
}
