import ArgumentParser
import ReciteFormats
import RecitePresentation
import ReciteShell

/// `recite explain`: what a diagnostic means, with an example and its cure.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a diagnostic means, with an example and its cure.",
    discussion: """
      Without a code all of them are listed. Three topics have pages of their own: 'guide' leads from \
      an article to a checked pack, 'grammar' is the format rule by rule, and 'textmate' is a grammar \
      from which editors colour packs. On a pipe the guide is Markdown.
      """)

  @Argument(
    help: "A code such as P012, or guide, grammar or textmate.",
    completion: .list(Topic.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue)))
  var codes: [String] = []

  @OptionGroup var options: ReportOptions

  /// Pages that explain no code.
  private enum Topic: String, CaseIterable {
    case guide, grammar, textmate
  }

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
      if let topic = Topic(rawValue: name.lowercased()) {
        try show(topic, reports)
        continue
      }
      guard let code = DiagnosticCode(id: name), let page = ExplanationPage.page(code) else {
        let nearest = NearestName.nearest(
          to: name, among: Topic.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue))
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

  private func show(_ topic: Topic, _ reports: AuthorReport) throws {
    switch topic {
    case .grammar:
      try reports.show(
        PackGrammar.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { StyledText(String($0)) })
    case .textmate: try StandardStream.output.write(Shipped.grammar)
    case .guide:
      // Somebody who sends it to a file wants the document itself.
      guard reports.isOnTerminal, let pack = PackReader.read(Shipped.guide).pack else {
        return try StandardStream.output.write(Shipped.guide)
      }
      let presenter = PagePresenter(width: reports.width, height: nil, theme: reports.theme)
      for page in pack.readingPages {
        try StandardStream.output.write(presenter.text(of: .reading(page)) + "\n")
      }
    }
  }
}
