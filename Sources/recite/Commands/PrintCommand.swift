import ArgumentParser
import ReciteCore
import RecitePresentation
import ReciteShell

/// `recite print PACK`: questions on paper, and their key.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: "Print a worksheet, and its key.",
    discussion: """
      The HTML page needs nothing but itself: open it in a browser and print it, on A4 or Letter. Maps \
      and chains are drawn; every question has room for its answer, and none is torn by a page's end.

      With --seed the sheet asks what 'recite quiz' asks with that seed, in the same order and with \
      the same letters; the seed stands on it. --versions prints several, their seeds counted up. \
      Without a seed, questions and options stand in the author's order.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, markdown
  }

  @Argument(help: "Packs by name or path.")
  var packs: [String]

  @Flag(help: "Print the key too, on a page of its own.")
  var key = false

  @Flag(help: "Print the key only.")
  var onlyKey = false

  @ArgumentParser.Option(help: ArgumentHelp("Print so many questions.", valueName: "n"))
  var count: Int?

  @ArgumentParser.Option(help: "Print only this topic or tag.")
  var topic: String?

  @ArgumentParser.Option(help: ArgumentHelp("Print so many versions.", valueName: "n"))
  var versions = 1

  @ArgumentParser.Option(help: "As html or markdown; by the output's name, else html.")
  var format: Format?

  @ArgumentParser.Option(
    help: ArgumentHelp("Write to this file.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if let count, count < 1 {
      throw ValidationError("'--count \(count)' prints nothing; 1 is the least")
    }
    guard (1...100).contains(versions) else {
      throw ValidationError("'--versions \(versions)' is out of range: 1 to 100")
    }
    guard !packs.isEmpty else { throw ValidationError("name a pack; 'recite packs' lists them") }
  }

  func run() throws {
    let workspace = Workspace(options.values)
    let course = Course(try workspace.packs(packs))
    if let topic { try workspace.checkTopic(topic, in: course) }
    var seed = options.seed
    if seed == nil, versions > 1 { seed = workspace.seed() }
    let sheets = (0..<UInt64(versions)).map { number in
      Worksheet(course, topic: topic, count: count, seed: seed.map { $0 &+ number })
    }
    guard let first = sheets.first, !first.entries.isEmpty else {
      throw Failure(.unusable, "there is no question that can be printed")
    }
    if let count, first.entries.count < count {
      say("there are \(first.entries.count) questions only; all are printed")
    }
    let parts: WorksheetHTML.Parts = onlyKey ? .key : key ? .both : .sheet
    let isMarkdown = output.map { [".md", ".markdown"].contains(where: $0.lowercased().hasSuffix) }
    let text =
      format ?? (isMarkdown == true ? .markdown : .html) == .html
      ? WorksheetHTML(sheets, parts: parts).text : WorksheetMarkdown(sheets, parts: parts).text
    try OutputFile.write(text, to: output)
  }
}
