import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite progress`: the learner's own file, where it is, whether it is sound, and mending it.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Look after the progress file.",
    discussion: """
      The file is one JSON document. Beside it lie '.journal', to which a running session adds each \
      answer and syncs it before the verdict is shown, and '.bak' and '.journal.bak', from which the \
      file can be rebuilt whole. A session that ends, also by a signal, takes its journal in; so does \
      the next one after a crash.

      Damage is noticed by a checksum, said, and mended from the other files; the damaged file is kept \
      under a dated name. A journal that was cut short, or an older file in the place of a newer one, \
      is told too: '.lock' names the last answer that was acknowledged. To declare a hand edit, delete the "checksum" member. One session at a time \
      may write ('.lock'); another one is told who does, may practise, and in a script ends with 75.

        recite progress verify                        is everything there?
        cp "$(recite progress path)" /somewhere       a copy; any time no session runs
        recite progress merge laptop.json             joins another machine's answers
        recite progress reset rivers/harbin           forgets one item
      """,
    subcommands: [
      ProgressPath.self, ProgressVerify.self, ProgressRestore.self, ProgressMerge.self,
      ProgressReset.self,
    ])
}

/// `recite progress path`: where it is.
struct ProgressPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Print where the progress file is.",
    discussion: """
      '--progress FILE' names it, else RECITE_PROGRESS, else it is 'recite/progress.json' in \
      XDG_DATA_HOME or ~/.local/share. It need not be there yet.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    // The bytes as they are, since a script hands them on; only a terminal is spared.
    let path = try options.progressPath()
    try StandardStream.output.write(
      (StandardStream.output.isTerminal ? VisibleText.of(path) : path) + "\n")
  }
}

/// `recite progress verify`: whether it is sound; never writes.
struct ProgressVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the progress file; never write.",
    discussion: """
      Takes no lock: it may run while a session does. '--json' prints {"ok", "answers", "recovered", \
      "notices", "path"}; "recovered" are entries that wait in the journal.

      Exit status: 0 sound, also with a journal waiting or its last line torn (that answer was never \
      acknowledged); 65 damaged, or written by a later version.
      """)

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let path = try options.progressPath()
    let recovery: Recovery
    do {
      recovery = try ProgressFile.recover(StorePaths(path), Scheduler())
    } catch {
      guard json else { throw error }
      try StandardStream.output.write(bytes: Report(failing: "\(error)", path).bytes)
      throw ExitCode(error.exitStatus)
    }
    let report = Report(recovery, path)
    try StandardStream.output.write(bytes: json ? report.bytes : Array(report.text.utf8))
    if !report.isSound { throw ExitCode(.unusable) }
  }

  /// What `verify` says, in words and as JSON.
  private struct Report {
    let isSound: Bool
    let answers: Int
    let recovered: Int
    let notices: [String]
    let path: String

    init(_ recovery: Recovery, _ path: String) {
      isSound = !recovery.isDamaged
      answers = recovery.progress.answerCount
      recovered = recovery.recovered
      notices = recovery.notices.map { VisibleText.of("\($0)") }
      self.path = path
    }

    init(failing reason: String, _ path: String) {
      isSound = false
      answers = 0
      recovered = 0
      notices = [VisibleText.of(reason)]
      self.path = path
    }

    var bytes: [UInt8] {
      var writer = JSONWriter()
      writer.object {
        $0.member("ok", isSound)
        $0.member("answers", answers)
        $0.member("recovered", recovered)
        $0.member("notices", notices)
        $0.member("path", path)
      }
      writer.newline()
      return writer.bytes
    }

    var text: String {
      let state = isSound ? "sound" : "damaged; 'recite progress restore' puts it in order"
      let lines =
        [
          "\(VisibleText.of(path)): \(state)",
          "\(counted(answers)), \(recovered) of them in the journal",
        ]
        + notices
      return lines.map { $0 + "\n" }.joined()
    }
  }
}

/// `recite progress restore`: puts the files in order.
struct ProgressRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Mend the progress file from its backup and journals.",
    discussion: """
      Says what was damaged, what came back and from which files, and what could not be restored. A \
      damaged file is kept beside under a dated name; nothing is thrown away. Every session does the \
      same when it begins, so that this is only for mending without learning.

      Exit status: 0 the file is in order; 65 it cannot be used as it is, such as one of a later \
      version; 74 it could not be written; 75 a session is using it.
      """)

  @OptionGroup var options: CommonOptions

  func run() throws {
    let (file, notices) = try ProgressFile.open(
      at: try options.progressPath(), scheduler: Scheduler(), now: options.time)
    let answers = file.progress.answerCount
    _ = try file.close()
    let lines = notices.map { VisibleText.of($0) } + ["in the progress file: \(counted(answers))"]
    try StandardStream.output.write(lines.map { $0 + "\n" }.joined())
  }
}

/// `recite progress merge`: joins the files of two machines.
struct ProgressMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join another machine's progress file into this one.",
    discussion: """
      'merge FILE…' joins the files into the progress file; with '--output OUT' into OUT instead, \
      which is made where it is not there. The files named are only read. Every answer counts \
      once, and what was deleted on either machine stays deleted.
      """)

  @Argument(help: ArgumentHelp("Progress files.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Write the joined progress here.", valueName: "out"))
  var output: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let scheduler = Scheduler()
    var joined = Progress()
    for path in files {
      let recovery = try ProgressFile.recover(StorePaths(path), scheduler)
      guard !recovery.isDamaged else {
        throw Failure(
          .unusable,
          "'\(VisibleText.of(path))' is damaged; first: recite progress restore --progress FILE")
      }
      guard recovery.isThere else {
        throw Failure(.notFound, "there is no progress file '\(VisibleText.of(path))'")
      }
      joined = joined.merged(with: recovery.progress, scheduler: scheduler)
    }
    let target = try output ?? options.progressPath()
    let (file, notices) = try ProgressFile.open(at: target, scheduler: scheduler, now: options.time)
    notices.forEach { say(VisibleText.of($0)) }
    let before = file.progress.answerCount
    try file.merge(joined)
    let after = file.progress.answerCount
    _ = try file.close()
    try StandardStream.output.write(
      "in '\(VisibleText.of(target))': \(counted(after)), \(before) before\n")
  }
}

/// `recite progress reset`: forgets, after asking.
struct ProgressReset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Forget an item, or everything.",
    discussion: """
      What is forgotten stays so when files are merged. The file as it was is kept as its backup \
      until the next session ends.
      """)

  @Argument(
    help: ArgumentHelp("An item as PACK/ITEM; '--all' forgets everything.", valueName: "item"))
  var items: [String] = []

  @Flag(help: "Forget everything.")
  var all = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard all == items.isEmpty else {
      throw ValidationError("name items as PACK/ITEM, or give '--all'")
    }
    for item in items where ItemKey(item) == nil {
      throw ValidationError("'\(VisibleText.of(item))' is no item; write PACK/ITEM")
    }
  }

  func run() throws {
    let (file, notices) = try ProgressFile.open(
      at: try options.progressPath(), scheduler: Scheduler(), now: options.time)
    notices.forEach { say(VisibleText.of($0)) }
    let keys = items.compactMap { ItemKey($0) }
    for key in keys where file.progress.items[key] == nil {
      throw Failure(.notFound, "nothing is known of '\(VisibleText.of(key.description))'")
    }
    let before = file.progress.answerCount
    for key in all ? [nil] : keys.map(Optional.some) {
      try file.append([JournalEntry(id: file.nextEntry, at: options.time, action: .reset(key))])
    }
    let forgotten = before - file.progress.answerCount
    if let notice = try file.close() { say(VisibleText.of(notice)) }
    try StandardStream.output.write("forgotten: \(counted(forgotten))\n")
  }
}

private func counted(_ answers: Int) -> String { answers == 1 ? "1 answer" : "\(answers) answers" }

extension CommonOptions {
  /// Now, or the time at which the clock stands still.
  fileprivate var time: Timestamp { now ?? SystemClock.now() }

  /// Where progress is kept, by options, environment and settings.
  fileprivate func progressPath() throws -> String {
    try Configuration(values).progressPath()
  }
}
