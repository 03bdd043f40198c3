import ArgumentParser
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite format`: packs in their canonical layout, saying what they said before.
struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Lay packs out canonically; what they say stays the same.",
    discussion: """
      One blank line between blocks, '-' before bullets and options, fields in their usual spelling. \
      Wording and comments are kept. Each file is written anew only where it changes.

      The exit status is 1 with --check where a file would change, 65 where a pack has errors that \
      come first, 66 where a path leads nowhere.
      """)

  @Argument(help: ArgumentHelp("Packs to lay out.", valueName: "path"), completion: .file())
  var paths: [String]

  @Flag(help: "Change nothing; list the files that would change.")
  var check = false

  @Flag(help: "Write an id into every heading of an item, so that mending a stem loses no history.")
  var ids = false

  func run() throws {
    var status = ExitStatus.done
    for path in paths {
      let checked = CheckedPath(path)
      if checked.entries.isEmpty {
        say("'\(VisibleText.of(path))': there is no such pack")
        status = .notFound
      }
      for location in checked.entries {
        let worst = try format(PackLibrary.read(location), only: checked)
        if worst.rawValue > status.rawValue { status = worst }
      }
    }
    if status != .done { throw ExitCode(status) }
  }

  /// Lays out one pack, and says how that ended.
  private func format(_ entry: PackLibrary.Entry, only checked: CheckedPath) throws -> ExitStatus {
    let formatted = PackFormatter.format(entry.folder, reading: entry.reading, writesIDs: ids)
    var status = ExitStatus.done
    var folder = entry.folder
    var changed: [(path: String, text: String)] = []
    for (index, outcome) in formatted where checked.concerns(folder.files[index].path) {
      let path = folder.files[index].path
      guard case .text(let text) = outcome else {
        say("'\(VisibleText.of(path))' has errors, and is left as it is; see 'recite check'")
        status = .unusable
        continue
      }
      guard folder.files[index].contents != .bytes(Array(text.utf8)) else { continue }
      folder.files[index].contents = .bytes(Array(text.utf8))
      changed.append((path, text))
    }
    guard !changed.isEmpty else { return status }
    // A layout may never change a pack: better to leave a file alone than to harm it.
    guard PackReader.read(folder).pack == entry.reading.pack else {
      say("'\(VisibleText.of(entry.path))' would not read the same, and is left as it is")
      return .unusable
    }
    for (path, text) in changed {
      try StandardStream.output.write(VisibleText.of(path) + "\n")
      if !check { try OutputFile.write(text, to: path) }
    }
    return check && status == .done ? .no : status
  }
}
