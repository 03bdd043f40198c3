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
  /// A question that waits until the verdict above it was read, where a screen cannot hold both.
  private var held: [Page] = []
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
    if let question = pages.firstIndex(where: \.isQuestion), !look.isSpoken,
      pages[..<question].contains(where: \.isVerdict),
      text.utf8.count(where: { $0 == 0x0a }) >= look.terminal.size.rows
    {
      held = Array(pages[question...])
      return try StandardStream.output.write(presenter.text(of: Array(pages[..<question])))
    }
    let isOnlyText = pages.allSatisfy(\.isOnlyText)
    if isOnlyText {
      try look.pager.show(text, lines: source, signals: signals)
    } else {
      try StandardStream.output.write(text)
    }
  }

  func next(_ prompt: Prompt) -> Event? {
    while true {
      let event = source.nextLine(held.isEmpty ? line(for: prompt) : pause(before: prompt))
      guard isAnswerable(event) else { continue }
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

  /// Shows the question that was held back, if any.
  ///
  /// - Returns: false where the line was for no more than that. A line with words in it counts as
  ///   typed at the question, so that typing ahead loses nothing.
  private func isAnswerable(_ event: LineEvent) -> Bool {
    let pages = held
    held = []
    guard !pages.isEmpty else { return true }
    switch event {
    case .line, .key, .interrupted: try? show(pages)
    case .endOfInput, .elapsed, .terminated, .failed: return true
    }
    switch event {
    case .line(let text): return !text.allSatisfy(\.isWhitespace)
    case .interrupted: return false
    default: return true
    }
  }

  private func pause(before prompt: Prompt) -> LinePrompt {
    var deadline: Instant?
    if case .answer(_, _, _, let end) = prompt { deadline = end }
    var line = timedLine("Enter goes on> ", deadline)
    line.history = nil
    line.style = theme.sequence(for: .command)
    return line
  }

  private func line(for prompt: Prompt) -> LinePrompt {
    var line: LinePrompt
    switch prompt {
    case .command:
      let text = isPlain ? "Command: " : "recite> "
      line = LinePrompt(text, history: .commands)
      line.complete = completion.complete(at: .home, letterCount: 0)
    case .answer(_, let letterCount, let oneKey, let deadline):
      line = timedLine(isPlain ? "Answer: " : "answer> ", deadline)
      line.complete = completion.complete(at: .question, letterCount: letterCount)
      if look.settings.isOn(.keys) { line.singleKeys = SingleKeys(oneKey) }
    }
    line.style = theme.sequence(for: .command)
    line.isPlain = look.isSpoken
    return line
  }

  /// A prompt that tells how much time is left, where there is an end.
  private func timedLine(_ text: String, _ deadline: Instant?) -> LinePrompt {
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
  fileprivate var isQuestion: Bool { if case .question = self { true } else { false } }
  fileprivate var isVerdict: Bool { if case .verdict = self { true } else { false } }

  /// True for what is only read, and may be longer than the screen.
  fileprivate var isOnlyText: Bool {
    switch self {
    case .reading, .settings, .stats, .due, .flags, .overrides, .aside, .causes, .packs: true
    default: false
    }
  }
}
