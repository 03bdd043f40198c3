import ArgumentParser
import ReciteCore
import ReciteFormats
import ReciteShell

/// `recite grade`: marks responses that others collected.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Mark responses: JSON Lines in, verdicts out.",
    discussion: """
      With --jsonl each line of standard input is an object with the response in 'typed' and the key \
      in 'accepted', 'items' or 'points', or 'pack' and 'item'; each line of output is its verdict.
      """)

  @Flag(help: "Read JSON Lines from standard input and write a verdict a line.")
  var jsonl = false

  @ArgumentParser.Option(
    help: "Print how well the labelled answers of a folder's .jsonl files are graded.")
  var evaluate: String?

  @ArgumentParser.Option(help: ArgumentHelp("Look for packs here.", valueName: "folder"))
  var lessons: [String] = []

  func validate() throws {
    guard jsonl != (evaluate != nil) else {
      throw ValidationError("give --jsonl, or --evaluate with a folder")
    }
  }

  func run() throws {
    let grader = Grader(lexicon: Shipped.lexicon, packs: [])
    if let evaluate {
      try Evaluation(grader: grader).run(folder: evaluate)
    } else {
      var filter = GradingFilter(grader: grader, lessons: lessons)
      let isClean = try filter.run()
      if !isClean { throw ExitCode(65) }
    }
  }
}
