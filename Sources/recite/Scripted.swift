import Glibc
import ReciteCore
import RecitePresentation
import ReciteShell

/// The front end of a script: commands and answers a line each, no prompt, plain pages.
final class Scripted: FrontEnd {
  private let source: any LineSource
  private let presenter: PagePresenter
  private let clock: RunClock
  private(set) var signal: Int32?

  init(source: any LineSource, presenter: PagePresenter, clock: RunClock) {
    self.source = source
    self.presenter = presenter
    self.clock = clock
  }

  func show(_ pages: [Page]) throws {
    guard !pages.isEmpty else { return }
    try StandardStream.output.write(presenter.text(of: pages))
  }

  func next(_ prompt: Prompt) -> Event? {
    while true {
      let event = source.nextLine(LinePrompt(""))
      let at = clock.now
      switch event {
      case .line(let text):
        let read = LineEvents.event(for: text, at: prompt, emptyMeansStudy: false, at: at)
        if let read { return read }
      case .key: continue
      case .interrupted:
        signal = SIGINT
        return .interrupted(at: at)
      case .terminated(let number):
        signal = number
        return .interrupted(at: at)
      case .elapsed: return .elapsed(at: at)
      case .endOfInput, .failed: return .endOfInput(at: at)
      }
    }
  }
}
