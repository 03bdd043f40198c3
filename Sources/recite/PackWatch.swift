import ReciteCore
import ReciteShell

/// Notices when one of a pack's files was saved.
final class PackWatch {
  private let location: PackLocation
  private var paths: [String]
  private var stamps: FileStamps

  init(_ location: PackLocation) {
    self.location = location
    paths = [location.path]
    stamps = FileStamps(paths)
  }

  /// Takes the pack as it was read for what is known.
  func settle(on folder: PackFolder) {
    paths = [location.path] + folder.files.map(\.path)
    stamps = FileStamps(paths)
  }

  var hasChanged: Bool { FileStamps(paths) != stamps }

  /// Milliseconds between two looks.
  static let interval = 250
}

/// A source of lines that gives up the line being typed when a pack was saved.
final class WatchedLines: LineSource {
  private let source: any LineSource
  private let watch: PackWatch

  init(_ source: any LineSource, _ watch: PackWatch) {
    self.source = source
    self.watch = watch
  }

  func nextLine(_ prompt: LinePrompt) -> LineEvent {
    var prompt = prompt
    let text = prompt.text
    let watch = watch
    prompt.text = { watch.hasChanged ? nil : text() }
    prompt.tick = min(prompt.tick ?? PackWatch.interval, PackWatch.interval)
    guard !watch.hasChanged else { return .failed(errno: 0) }
    let event = source.nextLine(prompt)
    // Nothing else of a preview has a time of its own.
    return event == .elapsed ? .failed(errno: 0) : event
  }

  func releaseTerminal() { source.releaseTerminal() }
  func use(_ mode: EditingMode) { source.use(mode) }
  func close() { source.close() }
}
