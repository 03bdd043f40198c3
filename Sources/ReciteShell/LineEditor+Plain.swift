import CLibedit
import Glibc

/// A line that is only ever appended to: for a screen reader, or a terminal that cannot do more.
///
/// libedit draws anew what has changed, and on a terminal without cursor movement the whole line at
/// every key. Here what is typed is echoed once; what changes more than the end of the line (the
/// history, a list of completions) stands on rows of its own, with prompt and line under it.
extension LineEditor {
  /// The line typed so far, and where in the history it comes from.
  struct PlainLine {
    var text = ""
    /// Entries back from the newest; 0 for a line of one's own.
    var stepsBack = 0
    /// The line that was being typed when the history was first asked.
    var own = ""
  }

  /// What a key does to the line.
  private enum PlainStep {
    case goOn
    case done(LineEvent)
  }

  func readPlainly() -> LineEvent {
    plain = PlainLine()
    if let kept {
      self.kept = nil
      let scalars = kept.text.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{fffd}" }
      plain.text.unicodeScalars.append(contentsOf: scalars)
    }
    edit_put(shownPrompt + plain.text)
    while true {
      if keys.isEmpty { edit_flush() }
      switch nextKey() {
      case .key(let key):
        if case .done(let event) = take(key) {
          edit_flush()
          return event
        }
      case .closed: return end(.endOfInput)
      case .ended: return ending ?? .endOfInput
      case .failed(let reason): return end(.failed(errno: reason))
      }
    }
  }

  private func take(_ key: UInt32) -> PlainStep {
    if let code = KeyCode(rawValue: key) { return take(code) }
    switch key {
    case 0x0d, 0x0a: return .done(accept())
    case 0x7f, 0x08: drop { _, _ in true }
    case 0x17: drop { left, taken in left.last == " " && taken != " " }
    case 0x15:
      plain.text = ""
      showAgain()
    case 0x04: if plain.text.isEmpty { return .done(end(.endOfInput)) }
    case 0x09: completePlainly()
    case 0x10: recall(older: true)
    case 0x0e: recall(older: false)
    case 0x3f where plain.text.isEmpty: return .done(ask(.help))
    default:
      guard key >= 0x20, let scalar = Unicode.Scalar(key) else { return .goOn }
      let isAnswer = plain.text.isEmpty && prompt.singleKeys.contains(key)
      add(String(Character(scalar)))
      guard isAnswer else { return .goOn }
      answeredByKey = true
      return .done(accept())
    }
    return .goOn
  }

  private func take(_ code: KeyCode) -> PlainStep {
    switch code {
    case .help: return .done(ask(.help))
    case .hint: return .done(ask(.hint))
    case .paste: add(decoder.takePaste())
    case .up: recall(older: true)
    case .down: recall(older: false)
    case .delete, .wordLeft, .wordRight, .right, .left, .home, .end: break
    }
    return .goOn
  }

  private func accept() -> LineEvent {
    if let kind = prompt.history { histories[kind]?.add(plain.text) }
    return end(.line(plain.text))
  }

  private func end(_ event: LineEvent) -> LineEvent {
    edit_put("\r\n")
    edit_flush()
    return event
  }

  private func ask(_ key: LineKey) -> LineEvent {
    if !plain.text.isEmpty {
      kept = KeptLine(
        text: plain.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }, afterCursor: 0)
    }
    return end(.key(key))
  }

  private func add(_ text: String) {
    plain.text += text
    edit_put(text)
  }

  /// Takes characters off the end until what is left, and the one just taken, say that it is enough.
  private func drop(until isEnough: (_ left: String, _ taken: Character) -> Bool) {
    while let taken = plain.text.popLast() {
      let width = LineLayout.width(of: String(taken))
      let back = String(repeating: "\u{8}", count: width)
      edit_put(back + String(repeating: " ", count: width) + back)
      if isEnough(plain.text, taken) { return }
    }
  }

  /// Prompt and line on a row of their own.
  private func showAgain() { edit_put("\r\n" + shownPrompt + plain.text) }

  private func recall(older: Bool) {
    guard let entries = prompt.history.flatMap({ histories[$0]?.entries }) else { return }
    let steps = plain.stepsBack + (older ? 1 : -1)
    guard 0...entries.count ~= steps else { return }
    if plain.stepsBack == 0 { plain.own = plain.text }
    plain.stepsBack = steps
    plain.text = steps == 0 ? plain.own : entries[entries.count - steps]
    showAgain()
  }

  private func completePlainly() {
    let typed = plain.text
    let completion = prompt.complete(typed, typed.utf8.count)
    guard 0...typed.utf8.count ~= completion.start else { return }
    let word = String(decoding: typed.utf8.dropFirst(completion.start), as: UTF8.self)
    switch completion.step(for: word) {
    case .nothing: edit_put("\u{7}")
    case .replace(let text) where text.hasPrefix(word):
      add(String(text.dropFirst(word.count)))
    case .replace(let text):
      plain.text = String(decoding: typed.utf8.prefix(completion.start), as: UTF8.self) + text
      showAgain()
    case .list(let candidates):
      let rows = CandidateList(candidates, size: terminal.size).rows
      edit_put("\r\n" + rows.joined(separator: "\r\n"))
      showAgain()
    }
  }
}
