import ArgumentParser
import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite packs`: what there is to learn.
struct Packs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packs",
    abstract: "List the packs.")

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let progress = try Learner(workspace, records: false).progress
    let at = workspace.clock.now
    let lines = try workspace.packs([]).map {
      PackLine(of: $0, progress, workspace.scheduler, at: at)
    }
    guard !json else { return try StandardStream.output.write(bytes: ReportJSON.packs(lines)) }
    try workspace.print([.packs(lines)])
  }
}

/// `recite read PACK`: the lesson's own text.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read a pack's lessons.",
    discussion: "At the prompt of 'recite', 'read' goes section by section and remembers where.")

  @Argument(help: "A pack by name or path.")
  var pack: String

  @Argument(help: ArgumentHelp("Only this section, counted from 1.", valueName: "section"))
  var section: Int?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let pages = try workspace.pack(pack).readingPages
    guard !pages.isEmpty else { throw Failure(.notFound, "this pack has no reading") }
    guard let section else { return try workspace.print(pages.map { .reading($0) }) }
    guard pages.indices.contains(section - 1) else {
      throw Failure(
        .notFound, "there is no section \(section): say a number from 1 to \(pages.count)")
    }
    try workspace.print([.reading(pages[section - 1])])
  }
}

/// `recite stats [PACK]`: what is known and weak.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what is known, and what is weak.")

  @Argument(help: "Packs by name or path; all where none is given.")
  var packs: [String] = []

  @Flag(help: "List the answers that the learner declared right, for the packs' authors.")
  var overrides = false

  @Flag(help: "List the items that the learner flagged, with the notes, for the packs' authors.")
  var flags = false

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if flags, overrides {
      throw ValidationError("'--flags' and '--overrides' exclude each other")
    }
  }

  func run() throws {
    let workspace = Workspace(options.values)
    let progress = try Learner(workspace, records: false).progress
    let course = Course(try workspace.packs(packs))
    if flags {
      return try show(progress.flagLines(in: course, onlyCourse: !packs.isEmpty), workspace)
    }
    guard !overrides else { return try show(progress.overrideLines(in: course), workspace) }
    let page = StatsPage(
      of: course, scope: packs.isEmpty ? "all packs" : packs.joined(separator: ", "), progress,
      workspace.scheduler, at: workspace.clock.now, goal: workspace.settings.goal)
    guard !json else { return try StandardStream.output.write(bytes: ReportJSON.stats(page)) }
    try workspace.print([.stats(page)])
  }

  private func show(_ flags: [FlagLine], _ workspace: Workspace) throws {
    guard !json else { return try StandardStream.output.write(bytes: ReportJSON.flags(flags)) }
    try workspace.print([.flags(flags)])
  }

  private func show(_ overrides: [OverrideLine], _ workspace: Workspace) throws {
    guard !json else {
      return try StandardStream.output.write(bytes: ReportJSON.overrides(overrides))
    }
    try workspace.print([.overrides(overrides)])
  }
}

/// `recite due`: what is coming.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Show what comes back when.")

  @Argument(help: "Packs by name or path; all where none is given.")
  var packs: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let workspace = Workspace(options.values)
    let progress = try Learner(workspace, records: false).progress
    let page = DuePage(
      of: Course(try workspace.packs(packs)), progress, workspace.scheduler,
      at: workspace.clock.now)
    guard !json else { return try StandardStream.output.write(bytes: ReportJSON.due(page)) }
    try workspace.print([.due(page)])
  }
}
