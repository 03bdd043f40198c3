import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite grade PACK responses.csv`: marks a class.
struct GradeClass: ParsableArguments {
  @Argument(help: "The pack whose items were answered, by name or path.")
  var pack: String?

  @Argument(help: ArgumentHelp("The class's answers as CSV, '-' for standard input."))
  var responses: String?

  @Option(help: ArgumentHelp("Write the marked answers to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Write each learner's score to this file.", valueName: "file"))
  var scores: String?

  @Option(
    help: ArgumentHelp(
      "Write the answers to look at by hand to this file; fill in its column 'settled'.",
      valueName: "file"))
  var review: String?

  @Option(
    help: ArgumentHelp("Take the marks settled in this file, a filled-in list.", valueName: "file"))
  var overrides: String?

  @Option(help: ArgumentHelp("Read over this column; may be repeated.", valueName: "column"))
  var ignore: [String] = []

  @Flag(help: "Print the summary as JSON.")
  var json = false

  /// Marks the class; the marked answers go to standard output where no file is named.
  func run(lessons: [String]) throws {
    guard let pack, let responses else {
      throw ValidationError("name a pack and a file of responses")
    }
    let workspace = Workspace(RunOptions(lessons: lessons))
    let packOf = try workspace.pack(pack)
    var marking = try ClassMarkingRun(
      pack: packOf, grader: workspace.grader(for: [packOf]), file: ChunkedFile(responses),
      overridesPath: overrides, ignoring: ignore)
    let result = try writing(to: output, orTo: .output) { marked in
      try writing(to: scores, orTo: nil) { scores in
        try writing(to: review, orTo: nil) { looks in
          try marking.run(marked: marked, scores: scores, looks: looks)
        }
      }
    }
    result.notices.forEach(say)
    let stream: StandardStream = output == nil ? .error : .output
    if json {
      try stream.write(result.summary.json + "\n")
    } else {
      let lines = ClassSummaryPresenter(width: workspace.width).lines(
        result.summary, look: result.look, review: review, overrides: overrides)
      try stream.write(lines.reduce(into: "") { $0 += workspace.theme.render($1) + "\n" })
    }
    if result.faults > 0 {
      say("\(result.faults) \(result.faults == 1 ? "row was" : "rows were") not marked")
      throw ExitCode(.unusable)
    }
  }

  /// Lets `body` write to a file that appears whole or not at all, or to a stream, or nowhere.
  private func writing<Result>(
    to path: String?, orTo stream: StandardStream?, _ body: (SheetSink?) throws -> Result
  ) throws -> Result {
    guard let path, path != "-" else {
      return try body(stream.map { stream in { try stream.write(bytes: $0) } })
    }
    return try OutputFile.write(to: path) { sink in
      try withoutActuallyEscaping(sink) { try body($0) }
    }
  }
}
