import Glibc
import ReciteShell

/// A program with nothing but the line editor in it: it says what came of every line.
///
/// Options: `vi` for the mode, `count` for a prompt that counts, `limit` for one whose
/// time is up after a while, `keys` or `keys-once` for single-key
/// answers, `quiz` for no history, `spoken` for nothing drawn again, `plain` for the reader without
/// editing, `commands=FILE` for a history.
@main struct LineProbe {
  static func main() {
    let options = CommandLine.arguments.dropFirst()
    let drawsUnicode = Terminal.prepareLocale()
    let terminal = Terminal(drawsUnicode: drawsUnicode)
    guard let signals = SignalPipe() else { exit(2) }
    let path = options.first { $0.hasPrefix("commands=") }.map { String($0.dropFirst(9)) }
    let lines: any LineSource
    if terminal.canEdit, !options.contains("plain"),
      let editor = LineEditor(
        terminal: terminal, signals: signals,
        mode: options.contains("vi") ? .vi : .emacs,
        histories: History(path: path).map { [.commands: $0] } ?? [:])
    {
      lines = editor
    } else {
      lines = LineReader(
        signals: signals, prompts: terminal.inputIsTerminal ? .output : nil, notice: say)
    }
    say("unicode \(drawsUnicode) colour \(terminal.hasColour) width \(terminal.size.columns)")
    ask(lines, options, signals, terminal)
    lines.close()
  }

  private static func ask(
    _ lines: any LineSource, _ options: ArraySlice<String>, _ signals: SignalPipe,
    _ terminal: Terminal
  ) {
    var looks = 0
    var answered = false
    while true {
      var prompt = LinePrompt(
        "probe> ", style: terminal.hasColour ? "1;36" : "", history: .commands, complete: complete)
      if options.contains("keys") { prompt.singleKeys = SingleKeys("abcd") }
      if options.contains("keys-once"), !answered { prompt.singleKeys = SingleKeys("abcd") }
      if options.contains("spoken") { prompt.isPlain = true }
      if options.contains("quiz") { prompt.history = nil }
      if options.contains("count") {
        prompt.tick = 10
        prompt.text = {
          looks += 1
          return "[\(looks / 4)] probe> "
        }
      }
      if options.contains("limit") {
        prompt.tick = 20
        prompt.text = {
          looks += 1
          return looks < 10 ? "probe> " : nil
        }
      }
      let event = lines.nextLine(prompt)
      answered = true
      switch event {
      case .line("leave"): return say("left")
      case .line("vi"): lines.use(.vi)
      case .line("emacs"): lines.use(.emacs)
      case .line("page"):
        let text = (1...100).map { "row \($0)\n" }.joined()
        try? Pager(terminal: terminal).show(text, lines: lines, signals: signals)
      case .line(let text): say("got <\(text)>")
      case .key(let key): say("key \(key)")
      case .interrupted(let isEmpty): say("interrupted \(isEmpty ? "empty" : "typed")")
      case .endOfInput: return say("end")
      case .elapsed: return say("elapsed")
      case .terminated(let signal): return say("signal \(signal)")
      case .failed(let reason): return say("failed \(reason)")
      }
    }
  }

  private static let words = [
    "liaoning", "liaocheng", "lisbon", "london", "辽宁", "辽阳", "zagreb",
  ]

  private static func complete(_ line: String, _ cursor: Int) -> Completion {
    let before = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
    let word = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    return Completion(
      start: cursor - word.utf8.count,
      candidates: words.filter { $0.utf8.starts(with: word.utf8) }.map { .init($0) })
  }

  private static func say(_ text: String) {
    try? StandardStream.output.write(text + "\n")
  }
}
