import CLibedit
import Glibc

/// One line at a time from a person at a terminal, edited with libedit.
///
/// One thread owns it. It reads the keyboard itself, so that while a person types a signal, a
/// resize and a clock can be attended to without eating what is typed.
package final class LineEditor: LineSource {
  let line: OpaquePointer
  let signals: SignalPipe
  let terminal: Terminal
  /// How the terminal was before, to be given back.
  private var restorer: TerminalRestorer
  let histories: [HistoryKind: History]
  private let noHistory: History
  private let plainReader: LineReader
  private var promptText: UnsafeMutablePointer<CChar>?
  private var isClosed = false
  private var boundKeys = SingleKeys.none

  var decoder = KeyDecoder()
  /// Characters that were decoded and not yet handed to libedit.
  var keys: [UInt32] = []
  /// The prompt in force.
  var prompt = LinePrompt("")
  /// What the prompt shows now, without its colour, and the text that it was made from.
  private(set) var shownPrompt = ""
  private(set) var promptSource = ""
  /// The prompt as it is sent to the screen.
  private(set) var visiblePrompt = ""
  /// When the prompt was last asked for its text, in milliseconds.
  var lastTick = 0
  /// What ended the line, when it was neither Enter nor the end of input.
  var ending: LineEvent?
  /// What was typed when a key asked for help or a hint; put back at the next prompt.
  var kept: KeptLine?
  /// Whether the line ended with a single key, to which an Enter may follow out of habit.
  var answeredByKey = false
  /// Until when such an Enter is not a line of its own.
  var enterIsSpentUntil: Int?
  /// The line where nothing is drawn again.
  var plain = PlainLine()
  /// The keys that edit a line, unless `~/.editrc` says otherwise.
  private var mode: EditingMode
  /// Whether they are vi's, as the file has it in the end.
  var isVi = false
  /// Whether the stop that a coming SIGCONT ends has been dealt with.
  var isContinued = false

  /// A line in the middle of being typed.
  struct KeptLine {
    var text: [wchar_t]
    /// Characters between the cursor and the end.
    var afterCursor: Int
  }

  /// Takes the terminal; nil when libedit cannot.
  ///
  /// Call `Terminal.prepareLocale()` first.
  /// - Parameters:
  ///   - terminal: what is known of the screen.
  ///   - signals: what can interrupt the waiting.
  ///   - mode: the keys to use unless `~/.editrc` says otherwise.
  ///   - histories: where lines are remembered, by kind.
  package init?(
    terminal: Terminal, signals: SignalPipe, mode: EditingMode = .emacs,
    histories: [HistoryKind: History] = [:]
  ) {
    guard let noHistory = History(path: nil), let restorer = TerminalRestorer(),
      let line = LineEditor.open(on: terminal)
    else { return nil }
    self.line = line
    self.terminal = terminal
    self.signals = signals
    self.restorer = restorer
    self.histories = histories
    self.mode = mode
    self.noHistory = noHistory
    plainReader = LineReader(signals: signals, prompts: .output, notice: { _ in })
    _ = edit_set_owner(line, Unmanaged.passUnretained(self).toOpaque())
    _ = edit_set_prompt(line) { LineEditor.owner(of: $0)?.promptText }
    _ = edit_set_reader(line) { line, key in
      guard let editor = LineEditor.owner(of: line), let key else { return -1 }
      return editor.readKey(into: key)
    }
    addFunctions()
    configure(mode)
    _ = edit_hold(line)
  }

  deinit {
    close()
    edit_close(line)
    free(promptText)
  }

  package func nextLine(_ prompt: LinePrompt) -> LineEvent {
    // `edit off` in ~/.editrc: the terminal edits, and only the prompt is ours.
    guard edit_is_on(line) != 0 else {
      releaseTerminal()
      return plainReader.nextLine(prompt)
    }
    guard let text = prompt.text() else { return .elapsed }
    begin(prompt, text)
    if prompt.isPlain {
      let event = readPlainly()
      putWhenMovable(LineEditor.pasteOff)
      edit_flush()
      return event
    }
    var count: Int32 = 0
    errno = 0
    let characters = el_wgets(line, &count)
    let reason = errno
    putWhenMovable(LineEditor.pasteOff)
    edit_flush()
    if let ending { return ending }
    guard let characters, count > 0 else {
      edit_put("\r\n")
      edit_flush()
      return count == 0 ? .endOfInput : .failed(errno: reason)
    }
    let typed = LineEditor.text(UnsafeBufferPointer(start: characters, count: Int(count)))
    if let kind = prompt.history { histories[kind]?.add(typed) }
    return .line(typed)
  }

  package func use(_ mode: EditingMode) {
    guard mode != self.mode else { return }
    self.mode = mode
    boundKeys = .none
    configure(mode)
  }

  package func releaseTerminal() {
    edit_flush()
    restorer.restore()
  }

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    for history in histories.values { history.save() }
    releaseTerminal()
  }

  private func begin(_ prompt: LinePrompt, _ text: String) {
    self.prompt = prompt
    ending = nil
    decoder.isVi = isVi && !prompt.isPlain
    enterIsSpentUntil = answeredByKey ? LineEditor.milliseconds() + LineEditor.enterDelay : nil
    answeredByKey = false
    lastTick = LineEditor.milliseconds()
    setPrompt(text)
    let history = prompt.history.flatMap { histories[$0] } ?? noHistory
    _ = edit_use_history(line, history.list)
    if prompt.singleKeys != boundKeys {
      bindSingleKeys(prompt.singleKeys, instead: boundKeys)
      boundKeys = prompt.singleKeys
    }
    lookAtTerminal()
    // libedit shows the prompt before it takes the terminal out of line mode; a key pressed in
    // between would be echoed twice, and Ctrl-D would be lost.
    _ = edit_raw(line, 1)
    putWhenMovable(LineEditor.pasteOn)
  }

  /// Takes over what the user changed about the terminal while it was not ours.
  func lookAtTerminal() { restorer.look() }

  /// Takes a new text for the prompt, in the colour that the prompt asks for.
  func setPrompt(_ text: String) {
    promptSource = text
    shownPrompt = LineEditor.printable(text)
    let literal = LineEditor.literal(shownPrompt, style: prompt.style)
    visiblePrompt = literal.filter { $0 != "\u{1}" }
    free(promptText)
    promptText = strdup(literal)
  }

  /// Sends a control sequence, but not to a terminal that cannot follow it.
  func putWhenMovable(_ sequence: String) {
    if !terminal.isDumb { edit_put(sequence) }
  }

  static func owner(of line: OpaquePointer?) -> LineEditor? {
    guard let line, let owner = edit_owner(line) else { return nil }
    return Unmanaged<LineEditor>.fromOpaque(owner).takeUnretainedValue()
  }

  /// Text of libedit's buffer, without the line feed that ends it.
  static func text(_ characters: UnsafeBufferPointer<wchar_t>) -> String {
    var scalars = String.UnicodeScalarView()
    for character in characters where character != 0x0a {
      scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{fffd}")
    }
    return String(scalars)
  }

  /// Milliseconds within which Enter belongs to the single key before it.
  private static let enterDelay = 400
  private static let pasteOn = "\u{1b}[?2004h"
  private static let pasteOff = "\u{1b}[?2004l"

  /// libedit prints two lines on standard error for a terminal that it does not know, so it is
  /// given the nearest one that it does know, and the environment is put back for children.
  private static func open(on terminal: Terminal) -> OpaquePointer? {
    let known = TerminalDatabase().name(for: terminal.name)
    guard known != terminal.name else { return edit_open("recite") }
    let before = Terminal.environment("TERM")
    setenv("TERM", known, 1)
    defer {
      if let before { setenv("TERM", before, 1) } else { unsetenv("TERM") }
    }
    return edit_open("recite")
  }

  /// A prompt that libedit can measure: one row, no control characters, and nothing beyond ASCII
  /// where the character set could not be made UTF-8, on which libedit would crash.
  static func printable(_ text: String) -> String {
    var kept = Completion.clean(text)
    if !Terminal.codesetIsUTF8 { kept.unicodeScalars.removeAll { !$0.isASCII } }
    while kept.last == " " { kept.removeLast() }
    return kept + " "
  }

  /// The prompt with its colour between the marks that libedit skips when it measures.
  ///
  /// Each marked run must be followed by a character that shows: the run at the end stands before
  /// the last blank.
  private static func literal(_ text: String, style: String) -> String {
    guard !style.isEmpty, text.count > 1 else { return text }
    return "\u{1}\u{1b}[\(style)m\u{1}" + text.dropLast() + "\u{1}\u{1b}[0m\u{1} "
  }
}
