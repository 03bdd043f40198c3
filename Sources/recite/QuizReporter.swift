import ReciteCore
import ReciteFormats
import RecitePresentation
import ReciteShell

/// Writes the pages of a quiz without a human in the format that was asked for.
///
/// What a format has no place for goes to standard error, so that results stay whole.
final class QuizReporter {
  private var report: (any QuizReport)?
  private let presenter: PagePresenter
  private let stream: StandardStream

  /// A reporter to `stream`; `learner` is named where the format has a name for one.
  init(
    _ format: QuizFormat, learner: String, seed: UInt64, scheduler: Scheduler,
    presenter: PagePresenter, stream: StandardStream
  ) {
    report =
      switch format {
      case .text: nil
      case .jsonl: JSONLinesReport(scheduler: scheduler)
      case .tap: TAP()
      case .junit: JUnit()
      case .xapi: XAPI(learner: learner, seed: seed)
      }
    self.presenter = presenter
    self.stream = stream
  }

  /// Writes what the format makes of a page, at once.
  func show(_ page: Page) throws {
    guard report != nil else { return try stream.write(presenter.text(of: page)) }
    switch page {
    case .verdict(let verdict): try write(report?.answer(verdict))
    case .summary(let summary): try write(report?.summary(summary))
    case .notice: try StandardStream.error.write(presenter.text(of: page))
    default: break
    }
  }

  private func write(_ bytes: [UInt8]?) throws {
    if let bytes, !bytes.isEmpty { try stream.write(bytes: bytes) }
  }
}

/// JSON Lines, with due times as the study days of this learner's scheduler.
private struct JSONLinesReport: QuizReport {
  let scheduler: Scheduler

  func answer(_ page: VerdictPage) -> [UInt8] {
    JSONLines.answer(page) { $0.day(by: scheduler, from: page.at) }
  }

  func summary(_ page: SummaryPage) -> [UInt8] { JSONLines.summary(page) }
}
