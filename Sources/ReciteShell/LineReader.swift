import Glibc

/// Lines from a pipe or a file, or from a terminal that edits them itself.
///
/// Bytes are taken as they come: a line ends at a line feed, with or without a carriage return
/// before it, or at the end of the file; what is not UTF-8 is replaced.
package final class LineReader: LineSource {
  /// Bytes of a line that are kept.
  package static let longestLine = 1 << 20

  private let input: Int32
  private let signals: SignalPipe?
  private let prompts: StandardStream?
  private let notice: (String) -> Void
  private var bytes: [UInt8] = []
  private var start = 0
  private var lineNumber = 0
  private var atEnd = false

  /// - Parameters:
  ///   - input: the descriptor to read; standard input unless said otherwise.
  ///   - signals: what can interrupt the waiting; nil where a signal shall end the program.
  ///   - prompts: where prompts go when a person types into a terminal that is not edited here;
  ///     nil, as for a script, prints none.
  ///   - notice: is told when a line was too long to keep whole.
  package init(
    input: Int32 = STDIN_FILENO, signals: SignalPipe?, prompts: StandardStream? = nil,
    notice: @escaping (String) -> Void
  ) {
    self.input = input
    self.signals = signals
    self.prompts = prompts
    self.notice = notice
  }

  package func releaseTerminal() {}
  package func close() {}

  package func nextLine(_ prompt: LinePrompt) -> LineEvent {
    guard let text = prompt.text() else { return .elapsed }
    show(text)
    // Lines that lie ready shall not keep a signal waiting.
    if let event = signalled() { return leave(event) }
    var searched = start
    var dropped = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: 0x0a) { return line(to: end, dropped) }
      dropped += dropOverlong()
      searched = bytes.endIndex
      if atEnd { return lastLine(dropped) }
      switch wait(for: prompt) {
      case .input:
        if let failure = readMore(&searched) { return .failed(errno: failure) }
      case .tick:
        guard prompt.text() == nil else { continue }
        return leave(.elapsed)
      case .signal(let event): return leave(event)
      }
    }
  }

  private enum Waited {
    case input, tick
    case signal(LineEvent)
  }

  private func wait(for prompt: LinePrompt) -> Waited {
    while true {
      var waiting = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals?.readingEnd ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&waiting, 2, prompt.tick.map { Int32(clamping: $0) } ?? -1)
      if ready == 0 { return .tick }
      if ready < 0, errno != EINTR { return .input }
      if let event = signalled() { return .signal(event) }
      if ready > 0, waiting[0].revents != 0 { return .input }
    }
  }

  private func signalled() -> LineEvent? {
    for signal in signals?.arrived() ?? [] {
      switch signal {
      case SIGINT: return .interrupted(lineWasEmpty: start == bytes.endIndex)
      case SIGTERM, SIGHUP, SIGQUIT: return .terminated(signal: signal)
      case SIGTSTP: signals?.stop()
      default: continue
      }
    }
    return nil
  }

  /// Reads what is there; gives an `errno` when that fails.
  private func readMore(_ searched: inout Int) -> Int32? {
    if start > 0 {
      bytes.removeFirst(start)
      (searched, start) = (searched - start, 0)
    }
    let room = 1 << 16
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: room))
    let read = bytes.withUnsafeMutableBytes { all in
      Glibc.read(input, all.baseAddress?.advanced(by: count), room)
    }
    let reason = errno
    bytes.removeLast(room - max(0, read))
    // Standard input that was closed by the caller has nothing to read, which is no failure.
    if read == 0 || (read < 0 && reason == EBADF) {
      atEnd = true
      return nil
    }
    return read < 0 && reason != EINTR && reason != EAGAIN ? reason : nil
  }

  private func dropOverlong() -> Int {
    let excess = bytes.endIndex - start - LineReader.longestLine - 1
    guard excess > 0 else { return 0 }
    bytes.removeLast(excess)
    return excess
  }

  private func line(to end: Int, _ dropped: Int) -> LineEvent {
    var content = bytes[start..<end]
    start = end + 1
    lineNumber += 1
    if content.last == 0x0d { content.removeLast() }
    let excess = content.count - LineReader.longestLine
    if dropped > 0 || excess > 0 {
      content = content.prefix(LineReader.longestLine)
      notice("line \(lineNumber) is longer than 1 MiB, the rest of it was left out")
    }
    return .line(String(decoding: content, as: UTF8.self))
  }

  private func lastLine(_ dropped: Int) -> LineEvent {
    guard start < bytes.endIndex else { return leave(.endOfInput) }
    let event = line(to: bytes.endIndex, dropped)
    start = bytes.endIndex
    return event
  }

  private func show(_ text: String) {
    guard let prompts else { return }
    try? prompts.write(Completion.clean(text))
  }

  /// Begins a fresh row after a prompt that no Enter ended, and drops what Ctrl-C cancels.
  private func leave(_ event: LineEvent) -> LineEvent {
    if let prompts { try? prompts.write("\n") }
    return event
  }
}
