import ArgumentParser
import struct ArgumentParser.Option
import ReciteCore
import RecitePresentation
import ReciteShell

/// `recite quiz`: a test, with a human or without.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Take a test: no hints, a score at the end.",
    discussion: """
      With --answers a quiz runs by itself: one line is one answer, in the order in which items \
      are asked. A file that begins with the line '#by-item' holds 'id: answer' lines instead.

      Exit status: 0 passed, or there is no pass mark; 1 below it; 65 answers ran out or were \
      left over; 74 an answer could not be saved; 75 the progress file is in use.
      """)

  @Argument(help: "Packs by name or path; all where none is given.")
  var packs: [String] = []

  @Option(help: ArgumentHelp("Ask so many items.", valueName: "n"))
  var count: Int?

  @Option(help: "Ask only this topic or tag.")
  var topic: String?

  @Option(help: ArgumentHelp("The share that passes, such as 70%.", valueName: "percent"))
  var pass: Share?

  @Option(help: ArgumentHelp("The time there is, such as 90s, 10m or 1h.", valueName: "time"))
  var timeLimit: Duration?

  @Option(
    help: ArgumentHelp(
      "Take the answers from this file, '-' for standard input.", valueName: "file"))
  var answers: String?

  @Option(help: "How to report: \(QuizFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: QuizFormat = .text

  @Option(help: ArgumentHelp("Write the report to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Name the learner so in xAPI statements.", valueName: "name"))
  var learner = "learner"

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if let count, count < 1 {
      throw ValidationError("'--count \(count)' asks nothing; 1 is the least")
    }
    if answers == nil, format != .text || output != nil {
      throw ValidationError("'--format' and '--output' go with '--answers'")
    }
  }

  func run() throws {
    let workspace = Workspace(options.values)
    let packs = try workspace.packs(packs)
    let course = Course(packs)
    if let topic { try workspace.checkTopic(topic, in: course) }
    let isUnattended = answers != nil || !workspace.terminal.inputIsTerminal
    let learner = try Learner(workspace, records: !options.practice)
    let plan = SessionPlan(
      mode: .quiz(topic: topic), seed: workspace.seed(), records: learner.records,
      isUnattended: isUnattended, count: count,
      passMark: pass?.value ?? (packs.count == 1 ? packs.first?.passMark : nil),
      timeLimit: timeLimit?.seconds)
    let session = Session(
      course: course, plan: plan, scheduler: workspace.scheduler,
      grader: workspace.grader(for: packs), progress: learner.lend(),
      nextEntry: learner.nextEntry)
    if options.seed == nil { say("seed \(plan.seed)") }
    guard let answers else {
      return try Sitting.leave(Sitting.play(session, workspace, learner, packs).outcome)
    }
    try runAlone(session, answers, workspace, learner)
  }

  /// Takes the answers from a sheet; the report is flushed answer by answer.
  private func runAlone(
    _ session: consuming Session, _ answers: String, _ workspace: Workspace, _ learner: Learner
  ) throws {
    let input = try AnswerInput(answers)
    let report = try ReportFile(output)
    defer { report.close() }
    let reporter = QuizReporter(
      format, learner: self.learner, seed: session.plan.seed, scheduler: workspace.scheduler,
      presenter: workspace.presenter, stream: report.stream)
    let sheet = AnswerSheet(
      source: LineReader(input: input.descriptor, signals: SignalPipe(), notice: say),
      name: answers == "-" ? "standard input" : VisibleText.of(answers), clock: workspace.clock
    ) { try reporter.show($0) }
    do {
      try sheet.open(items: session.course.entries.map(\.key.item))
    } catch {
      try learner.abandon(with: session.progress)
      throw error
    }
    let driver = try learner.run(session, sheet, workspace)
    try Sitting.leave(by: sheet.signal, driver.outcome)
    let leftover = sheet.leftover()
    if leftover.unused > 0 {
      say("\(leftover.unused) answers were left over when the questions ended")
    }
    if !leftover.missing.isEmpty {
      let items = leftover.missing.map(\.rawValue).joined(separator: ", ")
      say("no answer was given to: \(VisibleText.of(items))")
    }
    if driver.outcome?.reason == .inputEnded || leftover.unused > 0 || !leftover.missing.isEmpty {
      throw ExitCode(.unusable)
    }
    try Sitting.leave(driver.outcome)
  }
}

extension Due {
  /// The study day on which a learner meets it.
  func day(by scheduler: Scheduler, from moment: Timestamp) -> Day {
    switch self {
    case .day(let day): day
    case .instant(let instant): scheduler.day(of: Timestamp(instant, zone: moment.zone))
    }
  }
}

extension QuizFormat: ExpressibleByArgument {}

/// A share as `70%` or `0.7`.
struct Share: ExpressibleByArgument {
  /// 0...1.
  let value: Double

  init?(argument: String) {
    guard let share = CommandOptions.share(argument) else { return nil }
    value = share
  }
}

/// A span of time as `90s`, `10m`, `1h` or plain seconds.
struct Duration: ExpressibleByArgument {
  /// Above 0, at most a day.
  let seconds: Int

  init?(argument: String) {
    guard let seconds = CommandOptions.seconds(argument) else { return nil }
    self.seconds = seconds
  }
}
