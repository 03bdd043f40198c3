import ReciteCore
import RecitePresentation
import ReciteShell

/// The front end on a terminal: an edited line in, pages out.
final class Interactive: FrontEnd {
  private let source: any LineSource
  private var look: Appearance
  private var theme: Theme
  private let clock: RunClock
  private let signals: SignalPipe?
  private let completion: CommandCompletion
  private var lastLineWasInterrupt = false
  /// The signal that ended the line, for the exit status.
  private(set) var signal: Int32?

  init(
    source: any LineSource, look: Appearance, clock: RunClock, signals: SignalPipe?,
    completion: CommandCompletion
  ) {
    self.source = source
    self.look = look
    theme = look.theme
    self.clock = clock
    self.signals = signals
    self.completion = completion
  }

  func take(_ settings: Settings) {
    look.settings = settings
    theme = look.theme
    source.use(EditingMode(rawValue: settings.word(.editing) ?? "") ?? .emacs)
  }

  func show(_ pages: [Page]) throws {
    guard !pages.isEmpty else { return }
    let presenter = PagePresenter(
      width: look.width, height: look.terminal.size.rows, theme: theme)
    let text = presenter.text(of: pages)
    let isOnlyText = pages.allSatisfy(\.isOnlyText)
    if isOnlyText {
      try look.pager.show(text, lines: source, signals: signals)
    } else {
      try StandardStream.output.write(text)
    }
  }

  func next(_ prompt: Prompt) -> Event? {
    while true {
      let event = source.nextLine(line(for: prompt))
      let at = clock.now
      let wasInterrupt = lastLineWasInterrupt
      lastLineWasInterrupt = false
      switch event {
      case .line(let text):
        let read = LineEvents.event(for: text, at: prompt, emptyMeansStudy: true, at: at)
        if let read { return read }
      case .key(.help): return .commanded(MetaCommand(.help), at: at)
      case .key(.hint):
        if prompt.place == .question { return .commanded(MetaCommand(.hint), at: at) }
      case .interrupted(let lineWasEmpty):
        if lineWasEmpty, wasInterrupt { return .commanded(MetaCommand(.quit), at: at) }
        lastLineWasInterrupt = lineWasEmpty
        if lineWasEmpty {
          try? show([.notice(.confirmLeave)])
        }
      case .endOfInput: return .endOfInput(at: at)
      case .elapsed: return .elapsed(at: at)
      case .terminated(let number):
        signal = number
        return nil
      case .failed: return nil
      }
    }
  }

  private func line(for prompt: Prompt) -> LinePrompt {
    var line: LinePrompt
    switch prompt {
    case .command:
      let text = isPlain ? "Command: " : "recite> "
      line = LinePrompt(text, history: .commands)
      line.complete = completion.complete(at: .home, letterCount: 0)
    case .answer(_, let letterCount, let oneKey, let deadline):
      line = answerLine(deadline)
      line.complete = completion.complete(at: .question, letterCount: letterCount)
      if look.settings.isOn(.keys) { line.singleKeys = SingleKeys(oneKey) }
    }
    line.style = theme.sequence(for: .command)
    line.isPlain = look.isSpoken
    return line
  }

  private func answerLine(_ deadline: Instant?) -> LinePrompt {
    let text = isPlain ? "Answer: " : "answer> "
    guard let deadline else { return LinePrompt(text, history: .answers) }
    let clock = clock
    let isPlain = isPlain
    return LinePrompt(
      Self.left(until: deadline, clock).map { isPlain ? "\($0) left. \(text)" : "\($0) \(text)" },
      tick: 250)
  }

  /// Whether prompts are words; a terminal that can only append still shows the usual ones.
  private var isPlain: Bool { look.settings.isOn(.plain) }

  /// The time of a quiz that is left; nil once it is up.
  private static func left(until deadline: Instant, _ clock: RunClock) -> String? {
    let left = deadline.milliseconds(since: clock.now.instant)
    return left <= 0 ? nil : TimeSpan.text(seconds: Int((left + 999) / 1000))
  }
}

extension Page {
  /// True for what is only read, and may be longer than the screen.
  fileprivate var isOnlyText: Bool {
    switch self {
    case .reading, .settings, .stats, .due, .flags, .overrides, .aside, .causes, .packs: true
    default: false
    }
  }
}
