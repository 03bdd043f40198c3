import ArgumentParser
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite export`: a pack for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a pack for another program.",
    discussion: "The JSON of a pack is described by 'recite export --schema'.")

  enum Target: String, ExpressibleByArgument, CaseIterable {
    case json
  }

  @Argument(help: ArgumentHelp("The pack: an id or a path.", valueName: "pack"))
  var pack: String?

  @ArgumentParser.Option(help: ArgumentHelp("The format: json.", valueName: "format"))
  var to: Target = .json

  @Flag(help: "Write the JSON Schema of packs instead.")
  var schema = false

  @ArgumentParser.Option(
    name: .customLong("lessons"),
    help: ArgumentHelp("Look for packs in this folder too, before any other.", valueName: "dir"))
  var lessons: [String] = []

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
    switch to {
    case .json: try StandardStream.output.write(PackJSON.text(of: pack))
    }
  }
}
