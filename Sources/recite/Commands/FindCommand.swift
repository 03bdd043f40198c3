import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite find WORDS`: searches the readings and questions of all packs.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Search readings and questions.",
    discussion: """
      Words are found in any of their forms and by their beginnings; letter case, accents and \
      tones do not matter. The best places come first, each with the command that opens it. Of a \
      question that was not answered yet, only what it shows when it is asked is searched.

      Exit status: 0 something was found; 1 nothing was.
      """)

  @Argument(help: "What to look for.")
  var words: [String]

  @Option(help: ArgumentHelp("Show at most so many places.", valueName: "n"))
  var count = 10

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if words.allSatisfy({ $0.trimmingBlanks().isEmpty }) {
      throw ValidationError("say what to look for, such as 'find steel'")
    }
    if count < 1 { throw ValidationError("'--count \(count)' shows nothing; 1 is the least") }
  }

  func run() throws {
    let workspace = Workspace(options.values)
    let packs = try workspace.packs([])
    let progress = try Learner(workspace, records: false).progress
    let finder = Finder(packs: packs, lexicon: Shipped.lexicon, progress: progress)
    let page = finder.page(for: words.joined(separator: " "), limit: count, isShell: true)
    if json {
      try StandardStream.output.write(bytes: ReportJSON.find(page))
    } else {
      try workspace.print([.find(page)])
    }
    if page.hits.isEmpty { throw ExitCode(.no) }
  }
}
