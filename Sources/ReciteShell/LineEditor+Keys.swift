import CLibedit
import Glibc

/// What keys do beyond libedit's own editing.
extension LineEditor {
  /// Takes a mode, reads `~/.editrc`, then binds.
  ///
  /// `bind -v` in that file, like the mode itself, empties the key map, so our keys come last.
  func configure(_ mode: EditingMode) {
    _ = edit_set_mode(line, mode.rawValue)
    if let path = EditingConfiguration.path() { _ = el_source(line, path) }
    let configuration = EditingConfiguration()
    decoder.passing = configuration.sequences
    decoder.passesArrows = configuration.bindsNamedKeys
    isVi = edit_mode(line).map { String(cString: $0) == "vi" } ?? false
    bindKeys()
  }

  /// The functions can be bound in `~/.editrc` by these names.
  func addFunctions() {
    add("recite-complete", "Complete the word") { line, _ in
      LineEditor.owner(of: line)?.complete() ?? UInt8(CC_ERROR)
    }
    add("recite-help", "Help on this prompt") { line, _ in
      LineEditor.owner(of: line)?.ask(for: .help) ?? UInt8(CC_ERROR)
    }
    add("recite-hint", "The next hint") { line, _ in
      LineEditor.owner(of: line)?.ask(for: .hint) ?? UInt8(CC_ERROR)
    }
    add("recite-question-mark", "Help on an empty line") { line, key in
      LineEditor.owner(of: line)?.questionMark(key) ?? UInt8(CC_ERROR)
    }
    add("recite-paste", "Put in what was pasted") { line, _ in
      LineEditor.owner(of: line)?.paste() ?? UInt8(CC_ERROR)
    }
    add("recite-key", "Answer with this key on an empty line") { line, key in
      LineEditor.owner(of: line)?.answer(with: key) ?? UInt8(CC_ERROR)
    }
  }

  private func add(
    _ name: String, _ purpose: String,
    _ function: @convention(c) (OpaquePointer?, Int32) -> UInt8
  ) {
    _ = edit_add_function(line, name, purpose, function)
  }

  private func bindKeys() {
    for code in KeyCode.allCases {
      guard let scalar = Unicode.Scalar(code.rawValue) else { continue }
      let key = String(Character(scalar))
      _ = edit_bind(line, key, LineEditor.function(of: code))
      if isVi { _ = edit_bind_command(line, key, LineEditor.function(of: code)) }
    }
    _ = edit_bind(line, "\t", "recite-complete")
    _ = edit_bind(line, "?", "recite-question-mark")
    _ = edit_bind(line, "^R", "em-inc-search-prev")
    if isVi { _ = edit_bind_command(line, "^R", "em-inc-search-prev") }
  }

  private static func function(of code: KeyCode) -> String {
    switch code {
    case .help: "recite-help"
    case .hint: "recite-hint"
    case .paste: "recite-paste"
    case .delete: "ed-delete-next-char"
    case .wordLeft: "ed-prev-word"
    case .wordRight: "em-next-word"
    case .up: "ed-prev-history"
    case .down: "ed-next-history"
    case .right: "ed-next-char"
    case .left: "ed-prev-char"
    case .home: "ed-move-to-beg"
    case .end: "ed-move-to-end"
    }
  }

  /// Binds the keys of a prompt, and gives those of the prompt before back to the editor.
  func bindSingleKeys(_ keys: SingleKeys, instead old: SingleKeys) {
    for key in old.keys where !keys.keys.contains(key) {
      let isDigit = 0x30...0x39 ~= key
      _ = edit_bind(
        line, String(UnicodeScalar(key)), isDigit && !isVi ? "ed-digit" : "ed-insert")
    }
    for key in keys.keys { _ = edit_bind(line, String(UnicodeScalar(key)), "recite-key") }
  }

  private func complete() -> UInt8 {
    guard let all = el_wline(line)?.pointee, let start = all.buffer, let last = all.lastchar,
      let cursor = all.cursor
    else { return UInt8(CC_ERROR) }
    let typed = LineEditor.text(UnsafeBufferPointer(start: start, count: last - start))
    let before = LineEditor.text(UnsafeBufferPointer(start: start, count: cursor - start))
    let completion = prompt.complete(typed, before.utf8.count)
    guard 0...before.utf8.count ~= completion.start else { return UInt8(CC_REFRESH_BEEP) }
    let word = String(decoding: before.utf8.dropFirst(completion.start), as: UTF8.self)
    switch completion.step(for: word) {
    case .nothing: return UInt8(CC_REFRESH_BEEP)
    case .replace(let text):
      el_deletestr(line, Int32(clamping: word.unicodeScalars.count))
      return insert(text)
    case .list(let candidates):
      showBelow(CandidateList(candidates, size: terminal.size).rows)
      return UInt8(CC_NORM)
    }
  }

  /// Keeps the line and hands the key to the program.
  private func ask(for key: LineKey) -> UInt8 {
    if let all = el_wline(line)?.pointee, let start = all.buffer, let last = all.lastchar,
      let cursor = all.cursor, last > start
    {
      kept = KeptLine(
        text: Array(UnsafeBufferPointer(start: start, count: last - start)),
        afterCursor: last - cursor)
    }
    leaveLine(.key(key))
    return UInt8(CC_EOF)
  }

  private func questionMark(_ key: Int32) -> UInt8 {
    isLineEmpty ? ask(for: .help) : insert(key)
  }

  private func paste() -> UInt8 { insert(decoder.takePaste()) }

  private func answer(with key: Int32) -> UInt8 {
    guard isLineEmpty else { return insert(key) }
    keys.insert(0x0d, at: 0)
    answeredByKey = true
    return insert(key)
  }

  private func insert(_ key: Int32) -> UInt8 {
    guard let scalar = Unicode.Scalar(UInt32(bitPattern: key)) else { return UInt8(CC_ERROR) }
    return insert(String(Character(scalar)))
  }

  private func insert(_ text: String) -> UInt8 {
    let characters = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0]
    return el_winsertstr(line, characters) == -1 ? UInt8(CC_ERROR) : UInt8(CC_REFRESH)
  }
}
