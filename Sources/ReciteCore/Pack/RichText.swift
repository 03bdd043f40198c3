/// A line of running text with its emphasis, code, links and gaps: what Markdown marks inside a line.
package struct RichText: Equatable, Sendable {
  package struct Style: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// No mark at all, or these two.
    package init(emphasis: Bool = false, strong: Bool = false) {
      rawValue = (emphasis ? 1 : 0) | (strong ? 2 : 0)
    }
    package static let emphasis = Style(rawValue: 1)
    package static let strong = Style(rawValue: 2)
    package static let code = Style(rawValue: 4)
  }

  package enum Run: Equatable, Sendable {
    /// Text in one style; an image stands here as its alternative text.
    case text(String, Style)
    /// A link's text and where it leads; the target is shown, never opened.
    case link(text: String, target: String)
    /// The gap of a cloze stem, counted from 0 in reading order.
    case gap(Int)
  }

  /// Nearly all texts have no marks, and such a one is its string alone.
  private enum Content: Equatable {
    /// Empty where there is no run.
    case plain(String)
    /// Neither none nor a single one that is not empty and has no style.
    case marked([Run])
  }

  private var content: Content

  package init(runs: [Run]) {
    if runs.isEmpty {
      content = .plain("")
    } else if runs.count == 1, case .text(let text, []) = runs[0], !text.isEmpty {
      content = .plain(text)
    } else {
      content = .marked(runs)
    }
  }

  /// Text without any marks.
  package init(_ plain: String) { content = .plain(plain) }

  /// In reading order; no two neighbouring texts have one style.
  package var runs: [Run] {
    switch content {
    case .plain(let text): text.isEmpty ? [] : [.text(text, [])]
    case .marked(let runs): runs
    }
  }

  /// The text alone; a gap stands as `____`.
  package var plain: String {
    switch content {
    case .plain(let text): text
    case .marked(let runs):
      runs.reduce(into: "") { text, run in
        switch run {
        case .text(let part, _): text += part
        case .link(let part, _): text += part
        case .gap: text += "____"
        }
      }
    }
  }

  package var isEmpty: Bool {
    switch content {
    case .plain(let text): text.isEmpty
    case .marked: false
    }
  }
}

/// A paragraph of a reading or stem, or what counts as one.
package enum Block: Equatable, Sendable {
  case paragraph(RichText)
  /// Plain bullets (`start` nil) or a numbered list that begins at `start`.
  case list(items: [RichText], start: Int?)
  case quotation([RichText])
  /// A table with its captions; every row has as many cells as there are captions.
  case table(captions: [RichText], rows: [[RichText]])
  /// A fence: its language word, and its lines as they stand.
  case code(language: String, lines: [String])
  /// A deeper heading (`####` and below) inside a reading.
  case heading(RichText)
}
