import ReciteFormats

/// Shows the page of a diagnostic: what it means, why, an example at fault, and its cure.
package enum ExplanationPresenter {
  /// The page in lines of at most `width` columns; samples stand as they are.
  package static func lines(of page: ExplanationPage, width: Int) -> [StyledText] {
    var title = StyledText("\(page.code.rawValue)  ", .strong)
    title.append(page.title, .heading)
    title.append("  (\(page.code.severity.rawValue))", .quiet)
    var lines = [title, StyledText()]
    for paragraph in page.text.split(separator: "\n\n") {
      let words = paragraph.split(separator: "\n").joined(separator: " ")
      lines += StyledText(words).wrapped(to: width) + [StyledText()]
    }
    lines.append(StyledText("This is at fault:", .emphasis))
    lines += [StyledText()] + shown(page.wrong, width: width)
    lines += [StyledText(), StyledText("This is right:", .emphasis), StyledText()]
    lines += shown(page.right, width: width)
    if page.code.severity < .error, page.concernsPacks {
      var cure = StyledText("Where it is meant, silence it in the pack's header: ")
      cure.append("allow: \(page.code.rawValue)", .code)
      lines += [StyledText()] + cure.wrapped(to: width)
    }
    return lines
  }

  /// One line a code: `P012  error    two options are the same`.
  package static func list(_ pages: [ExplanationPage]) -> [StyledText] {
    pages.map { page in
      var line = StyledText("\(page.code.rawValue)  ", .strong)
      let severity = page.code.severity.rawValue
      line.append(severity + String(repeating: " ", count: 9 - severity.count), .quiet)
      line.append(page.title)
      return line
    }
  }

  private static func shown(_ sample: ExplanationPage.Sample, width: Int) -> [StyledText] {
    switch sample {
    case .item(let text), .pack(let text): return indented(text)
    case .repeated(let text, let times):
      let more = "… the same paragraph \(times - 1) times more"
      return indented(text.replacing("\n…\n", with: "\n\(more)\n"))
    case .imported(let format, let text):
      return [StyledText("  a file to import as \(format.rawValue):", .quiet), StyledText()]
        + indented(text)
    case .exported(let format, let text):
      return [StyledText("  an item to export to \(format.rawValue):", .quiet), StyledText()]
        + indented(text)
    case .situation(let text):
      let margin = StyledText("    ")
      return StyledText(text).wrapped(to: width, first: margin, rest: margin)
    case .files(let files):
      var lines: [StyledText] = []
      for file in files {
        if !lines.isEmpty { lines.append(StyledText()) }
        lines += [StyledText("  \(file.first ?? ""):", .quiet), StyledText()]
        lines += indented(file.last ?? "")
      }
      return lines
    }
  }

  private static func indented(_ text: String) -> [StyledText] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { $0.isEmpty ? StyledText() : StyledText("    " + $0, .code) }
  }
}
