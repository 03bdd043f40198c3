import ReciteCore

/// Turns pages into styled lines; width, height and theme are arguments, nothing is asked of a terminal.
package struct PagePresenter: Equatable, Sendable {
  /// Columns of the screen, at least 20.
  package var width: Int
  /// Rows of the screen; nil where there is no screen to fill.
  package var height: Int?
  package var theme: Theme
  /// Rows for an excerpt of a reading; nil gives it a third of the screen.
  var readingRows: Int?
  /// Rows that a page with a picture may fill; nil gives it the screen.
  var pictureRows: Int?
  /// False where a question has one gap only, which needs no number.
  var numbersGaps = true

  /// So much of a reading is shown however full the screen is.
  static let fewestReadingRows = 5

  /// Longer lines than this are hard to read, however wide the screen.
  static let widestProse = 84

  package init(width: Int, height: Int?, theme: Theme) {
    self.width = max(20, width)
    self.height = height
    self.theme = theme
  }

  /// Columns for running text.
  var proseWidth: Int { min(width, PagePresenter.widestProse) }

  /// The lines of a page, none wider than the screen but for code.
  package func lines(for page: Page) -> [StyledText] {
    let lines = narrowLines(for: page)
    guard theme.ambiguousWidth == .wide else { return lines }
    return lines.flatMap { $0.refitted(to: width, .wide) }
  }

  private func narrowLines(for page: Page) -> [StyledText] {
    switch page {
    case .home(let page): home(page)
    case .question(let page): question(page)
    case .verdict(let page): verdict(page)
    case .hint(let text, let number, let count):
      label("Hint \(number) of \(count)", text, role: .command)
    case .reading(let page): reading(page)
    case .summary(let page): summary(page)
    case .packs(let packs): packList(packs)
    case .stats(let page): stats(page)
    case .due(let page): due(page)
    case .flags(let flags): flagList(flags)
    case .overrides(let lines): overrideList(lines)
    case .sources(_, let sources): sources.flatMap(source)
    case .why(let rule, let response): why(rule, response)
    case .help(let page): help(page)
    case .find(let page): find(page)
    case .aside(let page): aside(page)
    case .habit(let habit): self.habit(habit)
    case .map(let page): map(page)
    case .causes(let page): causes(page)
    case .settings(let page): settings(page)
    case .notice(let notice): prose(NoticeText.text(of: notice))
    }
  }

  /// The page as text for the output, a line end after every line.
  package func text(of page: Page) -> String {
    lines(for: page).reduce(into: "") { $0 += theme.render($1) + "\n" }
  }

  /// Pages that are shown together, as text.
  ///
  /// A reading gives way to what stands with it, down to a few lines, and a picture takes the rows
  /// that are left, so that a verdict does not scroll away before it is read.
  package func text(of pages: [Page]) -> String {
    let hasPicture = pages.contains(where: \.hasPicture)
    guard let height, pages.count > 1 || hasPicture else {
      return joined(pages)
    }
    // One row for the prompt.
    let rows = height - 1
    var fitted = self
    fitted.readingRows = 0
    fitted.pictureRows = 0
    fitted.readingRows = max(PagePresenter.fewestReadingRows, rows - fitted.count(of: pages))
    if hasPicture {
      let picture = pages.first(where: \.hasPicture).map { [$0] } ?? []
      fitted.pictureRows = rows - fitted.count(of: pages) + fitted.count(of: picture)
    }
    return fitted.joined(pages)
  }

  /// Pages one below the other, a blank line between two readings.
  private func joined(_ pages: [Page]) -> String {
    var text = ""
    var isBelowReading = false
    for page in pages {
      let isReading = if case .reading = page { true } else { false }
      if isReading, isBelowReading { text += "\n" }
      text += self.text(of: page)
      isBelowReading = isReading
    }
    return text
  }

  private func count(of pages: [Page]) -> Int {
    pages.reduce(0) { $0 + lines(for: $1).count }
  }

  // MARK: - Pieces that pages share

  static let blank = StyledText()

  func prose(_ text: String, _ role: StyledText.Role = .plain) -> [StyledText] {
    StyledText(text, role).wrapped(to: proseWidth)
  }

  /// `Label: text`, with the text's own emphasis.
  func label(_ name: String, _ text: RichText, role: StyledText.Role = .quiet) -> [StyledText] {
    (StyledText(name + ": ", role) + styled(text)).wrapped(to: proseWidth)
  }

  func label(_ name: String, _ text: String, role: StyledText.Role = .quiet) -> [StyledText] {
    label(name, RichText(text), role: role)
  }

  /// A sign where the locale has it and the terminal gives it one column, an ASCII stand-in
  /// elsewhere, also where pages are heard.
  func sign(_ unicode: String, _ ascii: String) -> String {
    theme.drawsAmbiguous && !theme.isSpoken ? unicode : ascii
  }

  /// Braille dots, whose width no terminal doubts, or an ASCII stand-in.
  func dots(_ braille: String, _ ascii: String) -> String {
    theme.drawsUnicode ? braille : ascii
  }

  func why(_ rule: GradingRule, _ response: String) -> [StyledText] {
    prose("\(quoted(response)): \(rule.explanation)")
      + [StyledText("rule: \(rule.rawValue)", .quiet)]
  }

  func source(_ source: SourceLine) -> [StyledText] { label("From", source.text) }
}

extension Page {
  /// True where the page is drawn round a map.
  fileprivate var hasPicture: Bool {
    switch self {
    case .question(let page): page.map != nil
    case .map(let page): !page.inWords
    default: false
    }
  }
}

/// The text between the quotation marks that messages use.
func quoted(_ text: String) -> String { "'\(text)'" }

/// `1 question`, `2 questions`.
func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? singular : plural ?? singular + "s")
}

/// A number to two places at most, without needless zeros.
func short(_ number: Double) -> String {
  let hundredths = (number * 100).rounded()
  guard hundredths.isFinite, abs(hundredths) < 1e15 else { return "\(number)" }
  let value = Int(hundredths)
  let fraction = abs(value % 100)
  let whole = (value < 0 ? "-" : "") + String(abs(value) / 100)
  if fraction == 0 { return whole }
  if fraction % 10 == 0 { return whole + ".\(fraction / 10)" }
  return whole + (fraction < 10 ? ".0\(fraction)" : ".\(fraction)")
}

/// A share as a whole per cent.
func percent(_ share: Double) -> String {
  share.isFinite ? "\(Int((share * 100).rounded())) %" : "0 %"
}

extension SourceLine {
  /// `Title, paragraph 3`.
  var text: String {
    switch place {
    case .whole: title
    case .paragraphs(let range): title + ", " + place("paragraph", range)
    case .pages(let range): title + ", " + place("page", range)
    }
  }

  private func place(_ word: String, _ range: ClosedRange<Int>) -> String {
    range.count == 1
      ? "\(word) \(range.lowerBound)" : "\(word)s \(range.lowerBound)–\(range.upperBound)"
  }
}
