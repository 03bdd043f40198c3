import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite check`: everything that is wrong with packs, at once.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything that is wrong with packs, at once.",
    discussion: """
      A path is a pack's folder, one of its lessons, a single file, or a folder of packs. Each fault \
      has a code; 'recite explain CODE' says what it means and how to mend it.

      The exit status is 1 where errors were found, with --strict also where there are warnings, and \
      66 where a path leads nowhere.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  @Argument(help: ArgumentHelp("Packs to check.", valueName: "path"), completion: .file())
  var paths: [String]

  @Option(help: "How to report: text, json or sarif.")
  var format: Format = .text

  @Flag(help: "List how each item was read: its kind and key.")
  var kinds = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @OptionGroup var options: ReportOptions

  func run() throws {
    var diagnostics: [Diagnostic] = []
    var lines: [KindLine] = []
    var isMissing = false
    for path in paths {
      let checked = CheckedPath(path)
      if checked.entries.isEmpty {
        say("'\(VisibleText.of(path))': there is no such pack")
        isMissing = true
      }
      for entry in SideBySide.map(checked.entries, PackLibrary.read) {
        let found = (entry.reading.diagnostics + keyFaults(in: entry))
          .sorted { ($0.place.path, $0.place.start) < ($1.place.path, $1.place.start) }
        diagnostics += found.filter { checked.concerns($0.place.path) }
        guard kinds else { continue }
        lines += KindLine.lines(of: entry.reading, in: entry.folder)
          .filter { checked.concerns($0.path) }
      }
    }
    try report(diagnostics, lines)
    let isFaulty = diagnostics.contains { strict || $0.severity == .error }
    if isMissing { throw ExitCode(.notFound) }
    if isFaulty { throw ExitCode(.no) }
  }

  /// What the grader makes of the pack's own answers.
  private func keyFaults(in entry: PackLibrary.Entry) -> [Diagnostic] {
    guard let pack = entry.reading.pack else { return [] }
    let faults = Grader(lexicon: Shipped.lexicon, packs: [pack]).keyFaults(of: pack)
    return KeyDiagnostics.diagnostics(of: faults, in: entry.reading, folder: entry.folder)
  }

  private func report(_ diagnostics: [Diagnostic], _ kinds: [KindLine]) throws {
    switch format {
    case .json:
      try StandardStream.output.write(
        DiagnosticReport.json(diagnostics, kinds: self.kinds ? kinds : nil))
    case .sarif: try StandardStream.output.write(DiagnosticReport.sarif(diagnostics))
    case .text:
      let reports = AuthorReport(options)
      var lines = DiagnosticPresenter.kinds(kinds)
      for diagnostic in diagnostics {
        lines += DiagnosticPresenter.lines(of: diagnostic, width: reports.width)
      }
      if let summary = DiagnosticPresenter.summary(diagnostics) {
        lines.append(StyledText(summary))
      }
      try reports.show(lines)
    }
  }
}

/// The packs that a path means, and which of their files it asks about.
struct CheckedPath {
  var entries: [PackLocation]
  /// The one file that was named, where it is a lesson of a larger pack.
  private var onlyFile: String?

  init(_ path: String) {
    entries = PackLocator.locations(at: path)
    // A lesson of a larger pack makes sense only with its pack.
    guard let location = entries.first, location.isFile,
      let folder = PackLocator.packFolder(of: location)
    else { return }
    entries = [folder]
    onlyFile = folder.path == "." ? "./\(location.path)" : location.path
  }

  func concerns(_ path: String) -> Bool { onlyFile.map { $0 == path } ?? true }
}
