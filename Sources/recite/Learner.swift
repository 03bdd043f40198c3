import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// A learner's progress for one run: held alone and recorded, or only read.
struct Learner {
  private let file: ProgressFile?
  let progress: Progress
  let nextEntry: EntryID

  var records: Bool { file != nil }

  /// Opens the progress file, or only reads it where nothing is to be recorded.
  ///
  /// On a terminal, a file that another session holds is no end: the learner may practise.
  /// - Throws: `StoreError`, or `Failure` where no place for the file is known.
  init(_ workspace: Workspace, records: Bool) throws {
    let path = try workspace.progressPath()
    let opened = records ? try Learner.open(path, workspace) : nil
    if let (file, notices) = opened {
      notices.forEach { say(VisibleText.of($0)) }
      self.file = file
      progress = file.progress
      nextEntry = file.nextEntry
    } else {
      let (progress, notices) = try ProgressFile.read(at: path, scheduler: workspace.scheduler)
      if !records { notices.forEach { say(VisibleText.of($0)) } }
      file = nil
      self.progress = progress
      nextEntry = EntryID(device: DeviceID(0), number: 1)
    }
  }

  /// The file for this run alone; nil where another session holds it and the learner may practise.
  private static func open(
    _ path: String, _ workspace: Workspace
  ) throws(StoreError) -> (file: ProgressFile, notices: [String])? {
    do {
      return try ProgressFile.open(
        at: path, scheduler: workspace.scheduler, now: workspace.clock.now)
    } catch {
      guard error.isInUse, workspace.terminal.canEdit else { throw error }
      say(VisibleText.of("\(error)"))
      say("you can practise meanwhile; nothing is recorded")
      return nil
    }
  }

  /// Makes the journal ready, so that the first answer too costs one sync.
  ///
  /// Done while the learner reads the first question. Where it fails, recording tries again and
  /// says so.
  func prepare() { try? file?.prepare() }

  /// Makes an entry durable.
  func record(_ entry: JournalEntry) throws { try file?.append(entry) }

  /// Brings the record up to date; says so where that could not be done.
  ///
  /// - Throws: `StoreError.notSaved` where an answer is lost.
  func close() throws {
    if let notice = try file?.close() { say(VisibleText.of(notice)) }
  }
}

extension StoreError {
  /// True where another session holds the file.
  fileprivate var isInUse: Bool { if case .inUse = self { true } else { false } }
}
