import ReciteCore
import ReciteFormats
import RecitePresentation

/// Plays a transcript's inputs to a fresh learner, and gathers what each of them prints.
///
/// Nothing touches the disk: answers are recorded in memory only, so that one session follows from
/// the header, the packs and the inputs alone.
struct Replay {
  let packs: [Pack]
  let grader: Grader
  let scheduler: Scheduler
  let progress: Progress

  /// The transcript as it comes out now; `header` has all that it needs but, perhaps, the time.
  func play(
    _ inputs: [String], header: TranscriptHeader, clock: RunClock
  ) throws -> Transcript {
    let presenter = PagePresenter(
      width: header.width ?? Replay.standardWidth, height: header.height, theme: .plain)
    let frontEnd = ReplayFrontEnd(inputs: inputs, presenter: presenter, clock: clock)
    let home = Home(
      library: packs, scheduler: scheduler, grader: grader, progress: progress,
      nextEntry: EntryID(device: DeviceID(0), number: 1),
      defaults: Home.Defaults(records: true, isUnattended: false, seed: header.seed ?? 0))
    var driver = Driver(Tuned(home, settings: Settings()), frontEnd) { _ in }
    try driver.run(from: .began(at: clock.now))
    return frontEnd.transcript(header: header)
  }

  /// Columns where neither the header nor an option says otherwise.
  static let standardWidth = 80
}

/// The front end of a replay: lines in from a list, pages out into exchanges.
private final class ReplayFrontEnd: FrontEnd {
  private let inputs: [String]
  private let presenter: PagePresenter
  private let clock: RunClock
  private var used = 0
  private var opening = ""
  private var outputs: [String] = []

  init(inputs: [String], presenter: PagePresenter, clock: RunClock) {
    self.inputs = inputs
    self.presenter = presenter
    self.clock = clock
  }

  func show(_ pages: [Page]) {
    let text = presenter.text(of: pages)
    if outputs.isEmpty { opening += text } else { outputs[outputs.count - 1] += text }
  }

  func next(_ prompt: Prompt) -> Event? {
    while used < inputs.count {
      let line = inputs[used]
      used += 1
      outputs.append("")
      if Replay.isComment(line) { continue }
      let event = LineEvents.event(for: line, at: prompt, emptyMeansStudy: true, at: clock.now)
      if let event { return event }
    }
    return nil
  }

  /// What was played; inputs after the end of the session printed nothing.
  func transcript(header: TranscriptHeader) -> Transcript {
    Transcript(
      header: header, opening: Transcript.lines(of: opening),
      exchanges: inputs.enumerated().map { place, input in
        Transcript.Exchange(
          input: input,
          output: place < outputs.count ? Transcript.lines(of: outputs[place]) : [], line: 0)
      })
  }
}

extension Replay {
  /// Whether a line of a script says something to its reader only.
  static func isComment(_ line: String) -> Bool { line.utf8.first == UInt8(ascii: "#") }
}
