import ArgumentParser
import ReciteCore
import ReciteFormats
import ReciteShell

/// `recite grade`: marks responses that others collected.
struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Mark a class's answers, or responses in JSON Lines.",
    discussion: """
      'recite grade PACK responses.csv' marks a class: a row a learner and a column an item, named by \
      its id or its question; or a row an answer, with columns learner, item and response. Letters \
      are those of the author's order. Marked answers go to standard output or --output, answers \
      that a teacher should look at to --review.

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

  @OptionGroup var classMarking: GradeClass

  func validate() throws {
    let ways = [jsonl, evaluate != nil, classMarking.pack != nil].filter { $0 }
    guard ways.count == 1 else {
      throw ValidationError(
        "give a pack and a file of responses, or --jsonl, or --evaluate with a folder")
    }
    if classMarking.pack != nil, classMarking.responses == nil {
      throw ValidationError("which file holds the responses? '-' is standard input")
    }
  }

  func run() throws {
    if classMarking.pack != nil { return try classMarking.run(lessons: lessons) }
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
