import ReciteCore
import RecitePresentation
import ReciteShell

/// The front end on a terminal: an edited line in, pages out.
final class Interactive: FrontEnd {
  private let source: any LineSource
  private let terminal: Terminal
  private let theme: Theme
  private let width: Int?
  private let clock: RunClock
  private let signals: SignalPipe?
  private let completion: CommandCompletion
  private var lastLineWasInterrupt = false
  /// The signal that ended the line, for the exit status.
  private(set) var signal: Int32?

  init(
    source: any LineSource, terminal: Terminal, theme: Theme, width: Int?, clock: RunClock,
    signals: SignalPipe?, completion: CommandCompletion
  ) {
    self.source = source
    self.terminal = terminal
    self.theme = theme
    self.width = width
    self.clock = clock
    self.signals = signals
    self.completion = completion
  }

  func show(_ pages: [Page]) throws {
    guard !pages.isEmpty else { return }
    let size = terminal.size
    let presenter = PagePresenter(width: width ?? size.columns, height: size.rows, theme: theme)
    let text = presenter.text(of: pages)
    let isOnlyReading = pages.allSatisfy { if case .reading = $0 { true } else { false } }
    if isOnlyReading {
      try Pager(terminal: terminal).show(text, lines: source, signals: signals)
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
    let style = theme.sequence(for: .command)
    switch prompt {
    case .command:
      return LinePrompt(
        "recite> ", style: style, history: .commands,
        complete: completion.complete(at: .home, letterCount: 0))
    case .answer(_, let letterCount, let deadline):
      let complete = completion.complete(at: .question, letterCount: letterCount)
      guard let deadline else {
        return LinePrompt("answer> ", style: style, history: .answers, complete: complete)
      }
      let clock = clock
      return LinePrompt(
        Self.countdown(to: deadline, clock), style: style, tick: 250, complete: complete)
    }
  }

  /// The prompt of a timed quiz; nil once the time is up.
  private static func countdown(to deadline: Instant, _ clock: RunClock) -> String? {
    let left = deadline.milliseconds(since: clock.now.instant)
    return left <= 0 ? nil : "\(TimeSpan.text(seconds: Int((left + 999) / 1000))) answer> "
  }
}
