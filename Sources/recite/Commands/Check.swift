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
      A path is a pack's folder, one of its lessons, a single file, or a folder of packs. Beyond what \
      is written wrongly, a check grades every key, looks for what gives a key away, for items that \
      ask one thing twice, and for keys that neither the reading nor the cited source bears out. \
      Each finding has a code; 'recite explain CODE' says what it means and how to mend it, and \
      'allow: CODE' in a pack's header silences a warning or notice.

      '--source ID=FILE' gives a document that a pack cites and does not include: quotations, cited \
      paragraphs and keys are looked for in it. '--coverage' adds what no item asks about.

      The exit status is 1 where errors were found, with --strict also where there are warnings, and \
      66 where a path leads nowhere. Notices never count.
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

  @Flag(help: "Treat warnings as errors; notices stay notices.")
  var strict = false

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "A document outside the pack, for one of its sources; may be repeated.", valueName: "id=file")
  )
  var sources: [String] = []

  @Flag(
    help: "Show which paragraphs of the sources no item cites, topics by kind, and reading levels.")
  var coverage = false

  @OptionGroup var options: ReportOptions

  func run() throws {
    let given = try sources.map(SourceOption.init)
    var unused = given.map(\.source.id)
    var diagnostics: [Diagnostic] = []
    var lines: [KindLine] = []
    var covered: [Coverage] = []
    var isMissing = false
    for path in paths {
      let checked = CheckedPath(path)
      if checked.entries.isEmpty {
        say("'\(VisibleText.of(path))': there is no such pack")
        isMissing = true
      }
      let documents = given.map(\.source)
      let lexicon = Shipped.lexicon
      let packs = SideBySide.map(checked.entries) { location in
        let entry = PackLibrary.read(location, sources: documents)
        return (
          entry,
          PackReview.diagnostics(of: entry.reading, in: entry.folder, lexicon: lexicon)
        )
      }
      for (entry, found) in packs {
        diagnostics += found.filter { checked.concerns($0.place.path) }
        if let pack = entry.reading.pack {
          unused.removeAll { id in pack.sources.contains { $0.id == id } }
          if coverage { covered.append(Coverage(of: pack, documents: entry.reading.paragraphs)) }
        }
        guard kinds else { continue }
        lines += KindLine.lines(of: entry.reading, in: entry.folder)
          .filter { checked.concerns($0.path) }
      }
    }
    for id in unused {
      say(
        "no pack has a source '\(VisibleText.of(id.rawValue))'; its header names them: 'source ID: …'"
      )
    }
    try report(diagnostics, lines, covered)
    let isFaulty = diagnostics.contains { $0.severity >= (strict ? .warning : .error) }
    if isMissing || !unused.isEmpty { throw ExitCode(.notFound) }
    if isFaulty { throw ExitCode(.no) }
  }

  private func report(
    _ diagnostics: [Diagnostic], _ kinds: [KindLine], _ covered: [Coverage]
  ) throws {
    switch format {
    case .json:
      try StandardStream.output.write(
        DiagnosticReport.json(
          diagnostics, kinds: self.kinds ? kinds : nil, coverage: coverage ? covered : nil))
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
      for pack in covered {
        if !lines.isEmpty { lines.append(StyledText()) }
        lines += CoveragePresenter.lines(of: pack, width: min(reports.width, 100))
      }
      try reports.show(lines)
    }
  }
}

/// One `--source ID=FILE`.
private struct SourceOption {
  let source: GivenSource

  /// - Throws: `Failure` where it is written otherwise, or the file cannot be read.
  init(_ argument: String) throws {
    guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
      throw Failure(
        .usage, "'--source \(VisibleText.of(argument))': write the source's id, '=' and a file")
    }
    let path = String(argument[argument.index(after: equals)...])
    switch TextFile.contents(of: path, limit: PackFileLimits.fileBytes) {
    case .bytes(let bytes):
      source = GivenSource(
        id: SourceID(String(argument[..<equals])), path: VisibleText.of(path), bytes: bytes)
    case .unusable(let fault):
      let reason = Diagnostic.reason(of: fault)
      throw Failure(
        fault == .missing ? .notFound : .unusable, "'\(VisibleText.of(path))': \(reason)")
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
