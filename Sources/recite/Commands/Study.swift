import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore

/// `recite study`: due reviews, then new items.
struct Study: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Study what is due, then new items; mistakes come back.")

  @Argument(help: "Packs by name or path; all where none is given.")
  var packs: [String] = []

  @OptionGroup var size: SessionSize

  @OptionGroup var options: CommonOptions

  func run() throws { try Sitting.run(.study, packs, options.values, size: size.count) }
}

/// `recite drill TOPIC`: one topic or tag, due or not.
struct Drill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Drill one topic, tag or item, due or not.")

  @Argument(help: "A topic or tag, such as 'cause', or an item as PACK/ITEM.")
  var topic: String

  @Argument(help: "Packs by name or path; all where none is given.")
  var packs: [String] = []

  @OptionGroup var size: SessionSize

  @OptionGroup var options: CommonOptions

  func run() throws {
    try Sitting.run(.drill(topic), packs, options.values, size: size.count) { workspace, course in
      try workspace.checkTopic(topic, in: course)
    }
  }
}

/// How many items a session asks, where the learner wants fewer than there are.
struct SessionSize: ParsableArguments {
  @Option(help: ArgumentHelp("Ask so many items at most.", valueName: "n"))
  var count: Int?

  func validate() throws {
    if let count, count < 1 {
      throw ValidationError("'--count \(count)' asks nothing; 1 is the least")
    }
  }
}
