/// A line of text in roles; what a role looks like is the theme's affair.
package struct StyledText: Equatable, Sendable {
  /// What a stretch of text is, in the reader's terms.
  package enum Role: Equatable, Sendable {
    case plain
    case heading
    /// Less important: places, counts, sources.
    case quiet
    case emphasis
    case strong
    case code
    /// An answer that is right, or a sign of it.
    case right
    /// An answer that is nearly or partly right.
    case nearly
    case wrong
    /// What the learner can type now.
    case command
    /// The characters of a slip.
    case mark
    /// A piece of a map: the colour of its signs on the colour of its ground.
    case map(MapColor, on: MapColor)
  }

  package struct Run: Equatable, Sendable {
    package let text: String
    package let role: Role

    /// A run of text, made visible: no control character survives.
    package init(_ text: String, _ role: Role) {
      self.text = VisibleText.of(text)
      self.role = role
    }
  }

  package private(set) var runs: [Run]

  package init() { runs = [] }

  package init(_ text: String, _ role: Role = .plain) {
    runs = text.isEmpty ? [] : [Run(text, role)]
  }

  package var text: String { runs.reduce(into: "") { $0 += $1.text } }
  package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }
  package var isEmpty: Bool { runs.isEmpty }

  /// Adds text at the end; joins the last run where the role is the same.
  package mutating func append(_ text: String, _ role: Role = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.role == role {
      runs[runs.count - 1] = Run(last.text + text, role)
    } else {
      runs.append(Run(text, role))
    }
  }

  /// The beginning of the text that fits into so many columns.
  func shortened(to width: Int) -> StyledText {
    var kept = StyledText()
    var left = width
    for run in runs {
      for character in run.text {
        left -= DisplayWidth.of(character)
        guard left >= 0 else {
          kept.trimTrailingSpaces()
          return kept
        }
        kept.append(String(character), run.role)
      }
    }
    return kept
  }

  /// Removes the spaces at the end.
  package mutating func trimTrailingSpaces() {
    while let last = runs.popLast() {
      var kept = Substring(last.text)
      while kept.last == " " { kept.removeLast() }
      if kept.isEmpty { continue }
      return append(String(kept), last.role)
    }
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.role) }
  }

  package static func + (first: StyledText, second: StyledText) -> StyledText {
    var sum = first
    sum.append(second)
    return sum
  }
}
