import ArgumentParser
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite explain`: what a diagnostic means, with an example and its cure.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a diagnostic means, with an example and its cure.",
    discussion:
      "Without a code all of them are listed; 'recite explain grammar' prints the format's grammar."
  )

  @Argument(
    help: "A code such as P012.", completion: .list(DiagnosticCode.allCases.map(\.rawValue)))
  var codes: [String] = []

  @OptionGroup var options: ReportOptions

  func run() throws {
    let reports = AuthorReport(options)
    guard !codes.isEmpty else {
      let pages = DiagnosticCode.allCases.sorted { $0.rawValue < $1.rawValue }
        .compactMap(ExplanationPage.page)
      try reports.show(ExplanationPresenter.list(pages))
      return
    }
    var isMissing = false
    for (index, name) in codes.enumerated() {
      if name.lowercased() == "grammar" {
        try reports.show(
          PackGrammar.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { StyledText(String($0)) })
        continue
      }
      guard let code = DiagnosticCode(id: name), let page = ExplanationPage.page(code) else {
        let nearest = NearestName.nearest(
          to: name, among: DiagnosticCode.allCases.map(\.rawValue))
        say(
          "there is no code '\(VisibleText.of(name))'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
        isMissing = true
        continue
      }
      if index > 0 { try reports.show([StyledText()]) }
      try reports.show(ExplanationPresenter.lines(of: page, width: min(reports.width, 100)))
    }
    if isMissing { throw ExitCode(.notFound) }
  }
}
