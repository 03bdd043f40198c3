/// What came of asking for one line.
///
/// After every event the cursor stands at the start of a fresh row, and the terminal neither
/// echoes nor edits what is typed until the next line is asked for, so that nothing typed ahead
/// is lost or shown twice.
package enum LineEvent: Equatable, Sendable {
  /// A whole line, without its end mark.
  case line(String)
  /// A key that asks for something without ending the line: what was typed stands again at the
  /// next prompt.
  case key(LineKey)
  /// Ctrl-C. The line is dropped; `lineWasEmpty` tells a second Ctrl-C from a cancelled answer.
  case interrupted(lineWasEmpty: Bool)
  /// Ctrl-D on an empty line, or the end of the file.
  case endOfInput
  /// The prompt's time is up; what was typed is dropped.
  case elapsed
  /// SIGTERM, SIGHUP or SIGQUIT: save, close the line source and leave.
  case terminated(signal: Int32)
  /// Reading failed; the number is an `errno`.
  case failed(errno: Int32)
}

/// The keys that mean something to the program rather than to the line.
package enum LineKey: Equatable, Sendable {
  /// F1, or `?` on an empty line.
  case help
  /// Alt-h, or F2 (the only one in vi mode, where Escape h moves left).
  case hint
}

/// The kinds of line that are remembered, each apart from the other.
package enum HistoryKind: CaseIterable, Hashable, Sendable {
  case commands, answers
}

/// How one line is asked for.
package struct LinePrompt {
  /// What stands before the line; asked again at every tick, and nil once the time is up.
  package var text: () -> String?
  /// Parameters of the escape sequence that colours the prompt, such as `1;36`; empty for none.
  package var style: String
  /// Milliseconds between two looks at `text`; nil when the prompt never changes.
  package var tick: Int?
  /// Where the line is remembered; nil for a line that no later prompt may show.
  package var history: HistoryKind?
  /// Letters or digits that are an answer by themselves on an empty line, without Enter.
  package var singleKeys: SingleKeys
  /// True where nothing may be drawn again: for a screen reader, or a terminal that only appends.
  package var isPlain = false
  /// What Tab offers for a line and a cursor counted in UTF-8 bytes.
  package var complete: (_ line: String, _ cursor: Int) -> Completion

  package init(
    _ text: @escaping @autoclosure () -> String?, style: String = "", tick: Int? = nil,
    history: HistoryKind? = nil, singleKeys: SingleKeys = .none,
    complete: @escaping (_ line: String, _ cursor: Int) -> Completion = { _, _ in .none }
  ) {
    self.text = text
    self.style = style
    self.tick = tick
    self.history = history
    self.singleKeys = singleKeys
    self.complete = complete
  }
}

extension LineSource {
  package func use(_ mode: EditingMode) {}
}

/// Where lines come from: an editor on a terminal, a plain reader everywhere else.
package protocol LineSource: AnyObject {
  /// Waits for one line.
  func nextLine(_ prompt: LinePrompt) -> LineEvent
  /// Gives the terminal back as it was found, for a child process such as a pager; the next call
  /// of `nextLine` takes it again.
  func releaseTerminal()
  /// Changes the keys that edit a line.
  func use(_ mode: EditingMode)
  /// Saves the history and gives the terminal back; harmless when called twice.
  func close()
}
