/// Breaking lines at the width of the screen, by display width.
extension StyledText {
  /// The text in lines of at most `width` columns.
  ///
  /// Lines break at spaces and between wide characters; a word longer than a line is cut. The first
  /// line begins with `first`, the others with `rest` (or spaces of the same width). A width that
  /// leaves less than 8 columns beside the indents is taken as one that leaves 8.
  package func wrapped(
    to width: Int, first: StyledText = StyledText(), rest: StyledText? = nil,
    ambiguous: AmbiguousWidth = .narrow
  ) -> [StyledText] {
    let hanging = rest ?? StyledText(String(repeating: " ", count: first.width))
    let room = max(width, max(first.width, hanging.width) + 8)
    var lines: [StyledText] = []
    var line = first
    var lineWidth = first.width
    var isFresh = true
    func start() {
      lines.append(line)
      line = hanging
      lineWidth = hanging.width
      isFresh = true
    }
    for piece in pieces(ambiguous) {
      if piece.isSpace {
        if !isFresh, lineWidth + piece.width <= room { place(piece) }
        continue
      }
      if lineWidth + piece.width > room, !isFresh {
        line.trimTrailingSpaces()
        start()
      }
      guard lineWidth + piece.width > room else {
        place(piece)
        continue
      }
      for character in piece.text.runs.flatMap({ run in run.text.map { ($0, run.role) } }) {
        let columns = DisplayWidth.of(character.0, ambiguous: ambiguous)
        if lineWidth + columns > room { start() }
        line.append(String(character.0), character.1)
        lineWidth += columns
        isFresh = false
      }
    }
    func place(_ piece: Piece) {
      line.append(piece.text)
      lineWidth += piece.width
      isFresh = false
    }
    line.trimTrailingSpaces()
    if !isFresh || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A stretch that is never broken, or a stretch of spaces.
  private struct Piece {
    var text: StyledText
    var width: Int
    var isSpace: Bool
  }

  private func pieces(_ ambiguous: AmbiguousWidth) -> [Piece] {
    var pieces: [Piece] = []
    var previous: Character = " "
    for run in runs {
      for character in run.text {
        let isSpace = character == " "
        let columns = DisplayWidth.of(character, ambiguous: ambiguous)
        if let last = pieces.last, last.isSpace == isSpace,
          !Wrapping.mayBreak(between: previous, and: character)
        {
          pieces[pieces.count - 1].text.append(String(character), run.role)
          pieces[pieces.count - 1].width += columns
        } else {
          let text = StyledText(String(character), run.role)
          pieces.append(Piece(text: text, width: columns, isSpace: isSpace))
        }
        previous = character
      }
    }
    return pieces
  }
}

extension StyledText {
  /// The columns of the text on a terminal that gives ambiguous characters so many.
  func width(_ ambiguous: AmbiguousWidth) -> Int {
    runs.reduce(0) { $0 + DisplayWidth.of($1.text, ambiguous: ambiguous) }
  }

  /// The line itself where it fits on a terminal that gives ambiguous characters two columns, else
  /// in several, each indented as it is.
  func refitted(to width: Int, _ ambiguous: AmbiguousWidth) -> [StyledText] {
    guard self.width(ambiguous) > width else { return [self] }
    let indent = StyledText(String(text.prefix { $0 == " " }))
    return wrapped(to: width, first: indent, rest: indent, ambiguous: ambiguous)
  }
}

/// Where East Asian text, which has no spaces, may be broken.
private enum Wrapping {
  /// True between characters of which one is wide, but never before a closing mark or after an
  /// opening one.
  static func mayBreak(between first: Character, and second: Character) -> Bool {
    guard DisplayWidth.of(first) > 1 || DisplayWidth.of(second) > 1 else { return false }
    return !closing.contains(second) && !opening.contains(first)
  }

  private static let closing = "、。，．！？：；）】》」』〉〕…,.!?:;)"
  private static let opening = "（【《「『〈〔("
}
