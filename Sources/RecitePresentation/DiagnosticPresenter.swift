import ReciteFormats

/// Shows diagnostics as a compiler does: place and message, the line, a caret, help.
///
///     Lessons/geography/01-rivers.md:14:9: error: two options are the same, … [P012]
///        14 | - [ ] Songhua
///           |       ^~~~~~~ also option 1, at line 11
///       help: delete one of the two
package enum DiagnosticPresenter {
  /// The lines that show one diagnostic.
  ///
  /// Of a line of the file that is longer than `width` columns a part near the fault is shown, never
  /// fewer than 40 columns of it.
  package static func lines(of diagnostic: Diagnostic, width: Int) -> [StyledText] {
    var lines = [headline(diagnostic)]
    let place = diagnostic.place
    let gutter = max(4, String(place.start.line).count)
    if !place.excerpt.isEmpty {
      let room = max(40, width) - gutter - 4
      let excerpt = Excerpt(place, columns: room)
      let number = String(place.start.line)
      let margin = String(repeating: " ", count: gutter - number.count)
      var source = StyledText("\(margin)\(number) | ", .quiet)
      source.append(excerpt.text)
      lines.append(source)
      var caret = StyledText(String(repeating: " ", count: gutter) + " | ", .quiet)
      caret.append(String(repeating: " ", count: excerpt.indent))
      caret.append("^" + String(repeating: "~", count: excerpt.length - 1), .wrong)
      if let note = diagnostic.notes.first {
        caret.append(" " + describe(note, beside: place), .quiet)
      }
      caret.trimTrailingSpaces()
      lines.append(caret)
    }
    for note in diagnostic.notes.dropFirst(place.excerpt.isEmpty ? 0 : 1) {
      lines.append(StyledText("  note: " + describe(note, beside: place), .quiet))
    }
    if let help = diagnostic.help {
      let hanging = StyledText("        ")
      lines += StyledText(help).wrapped(
        to: max(width, 40), first: StyledText("  help: ", .command), rest: hanging)
    }
    return lines
  }

  /// `2 errors, 1 warning, 1 notice`; nil where there are none.
  package static func summary(_ diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let notices = diagnostics.count - errors - warnings
    let parts = [count(errors, "error"), count(warnings, "warning"), count(notices, "notice")]
      .compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// How items were read, a line each: `01-rivers.md:12: capital  text  Changchun`.
  package static func kinds(_ lines: [KindLine]) -> [StyledText] {
    lines.map { kind in
      var line = StyledText("\(kind.path):\(kind.line): ", .quiet)
      line.append(kind.item + "  ")
      line.append(kind.kind, .strong)
      line.append("  " + kind.key)
      return line
    }
  }

  private static func count(_ number: Int, _ what: String) -> String? {
    number == 0 ? nil : "\(number) \(what)\(number == 1 ? "" : "s")"
  }

  private static func headline(_ diagnostic: Diagnostic) -> StyledText {
    let start = diagnostic.place.start
    var line = StyledText("\(diagnostic.place.path):\(start.line):\(start.column): ", .strong)
    switch diagnostic.severity {
    case .error: line.append("error: ", .wrong)
    case .warning: line.append("warning: ", .nearly)
    case .notice: line.append("notice: ", .command)
    }
    line.append(diagnostic.message + " ")
    line.append("[\(diagnostic.code.rawValue)]", .quiet)
    return line
  }

  private static func describe(_ note: Diagnostic.Note, beside place: Diagnostic.Place) -> String {
    let line = note.place.start.line
    let location = note.place.path == place.path ? "line \(line)" : "\(note.place.path):\(line)"
    return "\(note.message), at \(location)"
  }
}

/// The part of a line that is shown, and where the caret stands under it.
private struct Excerpt {
  var text: String
  /// Columns before the caret.
  var indent: Int
  /// Columns under which the caret and its tail stand, at least one.
  var length: Int

  /// Columns that are shown before a fault which lies far out.
  private static let lead = 20

  init(_ place: Diagnostic.Place, columns: Int) {
    let characters = Excerpt.shown(place.excerpt)
    let start = min(max(0, place.start.column - 1), characters.count)
    let isOneLine = place.end.line == place.start.line
    let end =
      isOneLine
      ? min(max(start, place.end.column - 1), characters.count) : characters.count
    var from = 0
    let before = characters[..<start].reduce(0) { $0 + $1.width }
    // A long line is cut on the left, so that the fault is seen.
    if before > columns - Excerpt.lead {
      var skipped = 0
      while from < start, before - skipped > Excerpt.lead {
        skipped += characters[from].width
        from += 1
      }
    }
    text = from > 0 ? "… " : ""
    var used = DisplayWidth.of(text)
    indent = used + characters[from..<start].reduce(0) { $0 + $1.width }
    length = 0
    for (index, character) in characters.enumerated().dropFirst(from) {
      guard used + character.width <= columns else {
        text += "…"
        break
      }
      text += character.text
      used += character.width
      if (start..<end).contains(index) { length += character.width }
    }
    length = max(1, length)
  }

  private struct Shown {
    var text: String
    var width: Int
  }

  /// The characters as a terminal shows them: tabs as spaces, what is hidden as a mark.
  private static func shown(_ line: String) -> [Shown] {
    var column = 0
    return line.map { character in
      var text = String(character)
      if character == "\t" {
        text = String(repeating: " ", count: 4 - column % 4)
      } else {
        text = VisibleText.of(text)
      }
      let width = DisplayWidth.of(text)
      column += width
      return Shown(text: text, width: width)
    }
  }
}
