import CLibedit
import Glibc

/// Waiting for a key, and what happens in the meantime.
extension LineEditor {
  /// Milliseconds that a lone Escape waits for the rest of a sequence.
  private static let escapeDelay = 40

  /// libedit's reader: one whole character, 0 at the end of input, -1 with `errno` set.
  func readKey(into key: UnsafeMutablePointer<wchar_t>) -> Int32 {
    putBackKeptLine()
    switch nextKey() {
    case .key(let next):
      key.pointee = wchar_t(bitPattern: next)
      return 1
    case .closed: return 0
    case .ended:
      errno = EINTR
      return -1
    case .failed(let reason):
      errno = reason
      return -1
    }
  }

  /// What came of waiting for a key.
  enum NextKey {
    /// A character, or the code of a `KeyCode`.
    case key(UInt32)
    case closed
    /// Something else ended the line: `ending` says what.
    case ended
    case failed(Int32)
  }

  /// The next key; signals and the clock are attended to meanwhile.
  func nextKey() -> NextKey {
    while true {
      if !keys.isEmpty {
        let next = keys.removeFirst()
        if isSpentEnter(next) { continue }
        return .key(next)
      }
      switch waitForInput() {
      case .byte(let byte): keys += decoder.decode(byte)
      case .quiet: keys += decoder.settle()
      case .attended: continue
      case .ended(let event):
        leaveLine(event)
        return .ended
      case .closed, .failed(EIO):
        // Ctrl-D is a key here: a terminal that ends has gone away, and its signal may come later.
        leaveLine(.terminated(signal: SIGHUP))
        return .ended
      case .failed(let reason): return .failed(reason)
      }
    }
  }

  private enum Input {
    case byte(UInt8)
    /// Nothing came in the time that a sequence may take.
    case quiet
    /// A signal or the clock was attended to.
    case attended
    case ended(LineEvent)
    case closed
    case failed(Int32)
  }

  private func waitForInput() -> Input {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.readingEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waiting, 2, Int32(clamping: timeout))
    let reason = errno
    if ready < 0, reason != EINTR { return .failed(reason) }
    if ready < 0 || waiting[1].revents != 0 {
      for signal in signals.arrived() {
        if let event = attend(to: signal) { return .ended(event) }
      }
      return .attended
    }
    if let tick = prompt.tick, LineEditor.milliseconds() - lastTick >= tick, !decoder.isPasting {
      lastTick = LineEditor.milliseconds()
      guard let text = prompt.text() else { return .ended(.elapsed) }
      if text != promptSource, !prompt.isPlain { showPrompt(text) }
      // The key, if one is there, is still there at the next look.
      return .attended
    }
    guard ready > 0 else { return decoder.isUndecided ? .quiet : .attended }
    var byte: UInt8 = 0
    let count = read(STDIN_FILENO, &byte, 1)
    if count == 1 { return .byte(byte) }
    if count == 0 { return .closed }
    return errno == EINTR || errno == EAGAIN ? .attended : .failed(errno)
  }

  private var timeout: Int {
    let escape = decoder.isUndecided ? LineEditor.escapeDelay : Int.max
    let tick = prompt.tick.map { max(0, lastTick + $0 - LineEditor.milliseconds()) } ?? Int.max
    let shortest = min(escape, tick)
    return shortest == Int.max ? -1 : shortest
  }

  /// Does what a signal asks for; gives the event that ends the line, if it does.
  private func attend(to signal: Int32) -> LineEvent? {
    switch signal {
    case SIGINT: return .interrupted(lineWasEmpty: isLineEmpty)
    case SIGTERM, SIGHUP, SIGQUIT: return .terminated(signal: signal)
    case SIGWINCH: repaint { el_resize(line) }
    case SIGTSTP:
      moveToEnd()
      putWhenMovable("\u{1b}[?2004l")
      releaseTerminal()
      signals.stop()
      isContinued = true
      retakeTerminal()
    case SIGCONT:
      if !isContinued { retakeTerminal() }
      isContinued = false
    default: break
    }
    return nil
  }

  /// Whoever had the terminal while we were stopped may have set it to anything.
  private func retakeTerminal() {
    lookAtTerminal()
    _ = edit_raw(line, 0)
    _ = edit_raw(line, 1)
    guard !prompt.isPlain else {
      putWhenMovable("\u{1b}[?2004h")
      edit_put("\r\n" + shownPrompt + plain.text)
      return edit_flush()
    }
    putWhenMovable("\r\u{1b}[J\u{1b}[?2004h")
    el_resize(line)
    _ = edit_refresh(line)
  }

  /// Shows another text for the prompt.
  ///
  /// As long as it is as wide as the one before, the line is not touched, so that nothing flickers.
  private func showPrompt(_ text: String) {
    let width = LineLayout.width(of: shownPrompt)
    let above = layout(upTo: .cursor).row
    guard !terminal.isDumb, LineLayout.width(of: LineEditor.printable(text)) == width,
      width < terminal.size.columns, above < terminal.size.rows
    else { return repaint { setPrompt(text) } }
    setPrompt(text)
    let up = above > 0 ? "\u{1b}[\(above)A" : ""
    edit_put("\u{1b}7\r" + up + visiblePrompt + "\u{1b}8")
    edit_flush()
  }

  /// Draws prompt and line again where they stand, after `change`.
  func repaint(after change: () -> Void) {
    guard !terminal.isDumb, !prompt.isPlain else {
      change()
      return
    }
    let above = min(layout(upTo: .cursor).row, terminal.size.rows - 1)
    edit_put("\r" + (above > 0 ? "\u{1b}[\(above)A" : "") + "\u{1b}[J")
    change()
    _ = edit_refresh(line)
  }

  /// Ends the line on the screen, before libedit gives up on it.
  func leaveLine(_ event: LineEvent) {
    ending = event
    moveToEnd()
    if case .interrupted = event {
      // The terminal has dropped what was typed ahead; so do we.
      keys = []
      decoder.reset()
      edit_put("^C")
    }
    edit_put("\r\n")
    edit_flush()
  }

  /// Shows rows under the line, and prompt and line again under them.
  func showBelow(_ rows: [String]) {
    moveToEnd()
    edit_put("\r\n" + rows.map { $0 + "\r\n" }.joined())
    _ = edit_refresh(line)
  }

  private func moveToEnd() {
    guard !terminal.isDumb, !prompt.isPlain else { return }
    let end = layout(upTo: .end)
    let below = end.row - layout(upTo: .cursor).row
    if below > 0 { edit_put("\u{1b}[\(min(below, terminal.size.rows))B") }
    edit_put("\r" + (end.column > 0 ? "\u{1b}[\(end.column)C" : ""))
  }

  private enum Place { case cursor, end }

  /// Where the cursor, or the end of the line, is, counted from the prompt.
  private func layout(upTo place: Place) -> LineLayout {
    var layout = LineLayout(columns: terminal.size.columns)
    for scalar in shownPrompt.unicodeScalars { layout.advance(scalar.value) }
    guard let all = el_wline(line)?.pointee, let start = all.buffer else { return layout }
    let end = place == .cursor ? all.cursor : all.lastchar
    for character in UnsafeBufferPointer(start: start, count: max(0, (end ?? start) - start)) {
      layout.advance(UInt32(bitPattern: character))
    }
    return layout
  }

  var isLineEmpty: Bool {
    if prompt.isPlain { return plain.text.isEmpty }
    guard let all = el_wline(line)?.pointee else { return true }
    return all.buffer == all.lastchar
  }

  private func putBackKeptLine() {
    guard let kept else { return }
    self.kept = nil
    repaint {
      _ = el_winsertstr(line, kept.text + [0])
      _ = el_cursor(line, -Int32(clamping: kept.afterCursor))
    }
    if terminal.isDumb { _ = edit_refresh(line) }
  }

  /// Who presses a key and then Enter out of habit has answered once, not twice.
  func isSpentEnter(_ key: UInt32) -> Bool {
    guard let until = enterIsSpentUntil else { return false }
    enterIsSpentUntil = nil
    return (key == 0x0d || key == 0x0a) && LineEditor.milliseconds() <= until
  }

  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
