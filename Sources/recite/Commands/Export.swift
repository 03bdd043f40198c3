import ArgumentParser
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite export`: a pack for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a pack for another program.",
    discussion: """
      Formats are gift (Moodle), aiken, csv, tsv, anki (notes in plain text), hashcards, text2qti and \
      json. JSON holds a whole pack and is described by 'recite export --schema'; csv and tsv hold \
      whole items. What another format cannot say is a warning that names it, at the item's place.
      """)

  @Argument(help: ArgumentHelp("The pack: an id or a path.", valueName: "pack"))
  var pack: String?

  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The format: \(ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"))
  var to: ExchangeFormat = .json

  @ArgumentParser.Option(
    help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Write the JSON Schema of packs instead.")
  var schema = false

  @ArgumentParser.Option(
    name: .customLong("lessons"),
    help: ArgumentHelp("Look for packs in this folder too, before any other.", valueName: "dir"))
  var lessons: [String] = []

  @OptionGroup var options: ReportOptions

  func validate() throws {
    guard schema == (pack == nil) else {
      throw ValidationError("name a pack, or ask for '--schema'")
    }
  }

  func run() throws {
    guard let name = pack else { return try StandardStream.output.write(PackSchema.text) }
    let environment = ["RECITE_LESSONS", "XDG_DATA_HOME", "HOME"].reduce(into: [:]) {
      $0[$1] = Terminal.environment($1)
    }
    let library = PackLibrary.load(PackLocator(lessons: lessons, environment: environment))
    guard let entry = library.entry(name) else {
      throw Failure(.notFound, "there is no pack '\(VisibleText.of(name))'")
    }
    guard let pack = entry.reading.pack else {
      throw Failure(.unusable, "the pack '\(VisibleText.of(name))' cannot be read")
    }
    if entry.reading.hasErrors {
      say("'\(VisibleText.of(entry.path))' has errors; what could be read is exported")
    }
    let written = ReciteFormats.Export.write(pack, as: to)
    let losses = ReciteFormats.Export.diagnostics(
      of: written.losses, in: entry.reading, folder: entry.folder)
    let report = AuthorReport(options)
    var lines: [StyledText] = []
    for loss in losses { lines += DiagnosticPresenter.lines(of: loss, width: report.width) }
    if let summary = DiagnosticPresenter.summary(losses) { lines.append(StyledText(summary)) }
    if !lines.isEmpty { try report.show(lines, on: .error) }
    try OutputFile.write(written.text, to: output)
  }
}
