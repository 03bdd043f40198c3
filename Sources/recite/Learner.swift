import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// A learner's progress for one run: held alone and recorded, or only read.
final class Learner {
  private let file: ProgressFile?
  /// Of a learner of whom nothing is recorded.
  private var known: Progress
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
      known = Progress()
      nextEntry = file.nextEntry
    } else {
      let (progress, notices) = try ProgressFile.read(at: path, scheduler: workspace.scheduler)
      if !records { notices.forEach { say(VisibleText.of($0)) } }
      file = nil
      known = progress
      nextEntry = EntryID(device: DeviceID(0), number: 1)
    }
  }

  /// The file for this run alone; nil where another session holds it and the learner may practise.
  ///
  /// - Throws: `StoreError`, or `Failure` with the ways out where there is no place to write.
  private static func open(
    _ path: String, _ workspace: Workspace
  ) throws -> (file: ProgressFile, notices: [String])? {
    do throws(StoreError) {
      return try ProgressFile.open(
        at: path, scheduler: workspace.scheduler, now: workspace.clock.now)
    } catch {
      if case .notSaved(let fault) = error {
        throw Failure(
          .notSaved,
          "no answer can be saved: \(fault); name another file with '--progress FILE', or add "
            + "'--practice' to go on without recording")
      }
      guard error.isInUse, workspace.terminal.canEdit else { throw error }
      say(VisibleText.of("\(error)"))
      say("you can practise meanwhile; nothing is recorded")
      return nil
    }
  }

  /// What is known of the learner when the run begins; empty once it is lent.
  var progress: Progress { file?.progress ?? known }

  /// Hands the progress over to the session that is to run, which is its only owner from then on.
  func lend() -> Progress {
    if let file { return file.lend() }
    defer { known = Progress() }
    return known
  }

  /// Runs a reducer to its end; what it recorded is folded whatever happens.
  ///
  /// - Throws: what showing a page throws, or `StoreError.notSaved` where an answer is lost.
  func run<Engine: Reducer>(
    _ engine: consuming Engine, _ frontEnd: any FrontEnd, _ workspace: Workspace
  ) throws -> Driver<Engine> {
    var driver = Driver(engine, frontEnd, keep: workspace.keep) { [file] in
      try file?.append($0)
    }
    do {
      try driver.run(from: .began(at: workspace.clock.now), afterFirst: prepare)
    } catch {
      try close(driver.engine.currentProgress)
      throw error
    }
    try close(driver.engine.currentProgress)
    return driver
  }

  /// Lets go of the file where no session ever ran.
  func abandon(with progress: Progress) throws { try close(progress) }

  /// Makes the journal ready, so that the first answer too costs one sync.
  ///
  /// Done while the learner reads the first question. Where it fails, recording tries again and
  /// says so.
  private func prepare() { try? file?.prepare() }

  /// Brings the record up to date; says so where that could not be done.
  ///
  /// - Throws: `StoreError.notSaved` where an answer is lost.
  private func close(_ progress: Progress) throws {
    if let notice = try file?.close(progress) { say(VisibleText.of(notice)) }
  }
}

extension StoreError {
  /// True where another session holds the file.
  fileprivate var isInUse: Bool { if case .inUse = self { true } else { false } }
}
