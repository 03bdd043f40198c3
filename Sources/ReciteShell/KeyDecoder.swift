/// A key that libedit shall see as one character, whatever the terminal sends for it.
///
/// The codes are control characters that no keyboard types (C1, U+0080 and on), so that they can
/// be bound in every key map. Binding the sequences themselves would break vi mode, where Escape
/// alone must act at once.
enum KeyCode: UInt32, CaseIterable {
  case help = 0x80
  case hint, paste, delete, wordLeft, wordRight, up, down, right, left, home, end
}

/// Bytes of a terminal into characters: UTF-8, escape sequences and bracketed paste.
///
/// A sequence that means nothing here is swallowed whole, so that an unbound function key leaves
/// no `~` in the answer. A sequence that the user's own `~/.editrc` binds passes through.
package struct KeyDecoder {
  /// Whether the editor is in vi mode, where Escape h is two commands and not Alt-h.
  package var isVi = false
  /// Sequences that go to libedit as they are.
  var passing: Set<[UInt8]> = []
  /// Whether arrows, Home, End and Delete go to libedit as they are (`bind -k` in `~/.editrc`).
  var passesArrows = false

  private var state = State.ground
  private var pastes: [String] = []

  private enum State {
    case ground
    case utf8(UTF8Decoder)
    case sequence([UInt8])
    case paste([UInt8])
  }

  /// The longest sequence that is taken for one; no terminal sends as much.
  private static let longestSequence = 32
  package init() {}

  /// What a paste may hold; the rest of it is dropped.
  static let longestPaste = 1 << 20
  private static let escape: UInt8 = 0x1b
  private static let pasteEnd: [UInt8] = Array("\u{1b}[201~".utf8)

  /// Whether bytes may follow that change the meaning of those already read: then waiting for the
  /// next one has to end soon, and `settle` says what they were.
  package var isUndecided: Bool {
    if case .sequence = state { return true }
    return false
  }

  /// Whether a paste has begun and not ended.
  var isPasting: Bool {
    if case .paste = state { return true }
    return false
  }

  /// The characters that a byte completes, in order; often none, seldom more than one.
  package mutating func decode(_ byte: UInt8) -> [UInt32] {
    switch state {
    case .ground: return start(byte)
    case .utf8(var decoder): return advance(&decoder, byte)
    case .sequence(let bytes): return extend(bytes, byte)
    case .paste(var bytes):
      // Taken out first, so that appending does not copy what was pasted so far.
      state = .ground
      bytes.append(byte)
      return extendPaste(&bytes)
    }
  }

  /// What an unfinished sequence was, once nothing followed it in time.
  package mutating func settle() -> [UInt32] {
    guard case .sequence(let bytes) = state else { return [] }
    state = .ground
    return bytes.map(UInt32.init)
  }

  /// Forgets what was read in part.
  package mutating func reset() {
    state = .ground
    pastes = []
  }

  /// The text of the oldest paste that ended, on one line.
  package mutating func takePaste() -> String {
    pastes.isEmpty ? "" : pastes.removeFirst()
  }

  private mutating func start(_ byte: UInt8) -> [UInt32] {
    if byte == KeyDecoder.escape {
      state = .sequence([byte])
      return []
    }
    guard byte >= 0x80 else { return [UInt32(byte)] }
    guard let decoder = UTF8Decoder(first: byte) else { return [0xfffd] }
    state = .utf8(decoder)
    return []
  }

  private mutating func advance(_ decoder: inout UTF8Decoder, _ byte: UInt8) -> [UInt32] {
    switch decoder.decode(byte) {
    case .more:
      state = .utf8(decoder)
      return []
    case .scalar(let value):
      state = .ground
      // The codes of KeyCode come from keys, never from text.
      return 0x80...0x9f ~= value ? [] : [value]
    case .invalid:
      state = .ground
      return [0xfffd] + start(byte)
    }
  }

  private mutating func extend(_ bytes: [UInt8], _ byte: UInt8) -> [UInt32] {
    if byte == KeyDecoder.escape {
      state = .sequence([byte])
      return bytes.map(UInt32.init)
    }
    let sequence = bytes + [byte]
    switch KeyDecoder.shape(of: sequence) {
    case .unfinished where sequence.count < KeyDecoder.longestSequence:
      state = .sequence(sequence)
      return []
    case .unfinished:
      state = .ground
      return []
    case .whole:
      state = .ground
      return meaning(of: sequence)
    case .plain:
      state = .ground
      if sequence == Array("\u{1b}h".utf8), !isVi, !passing.contains(sequence) {
        return [KeyCode.hint.rawValue]
      }
      return bytes.map(UInt32.init) + start(byte)
    }
  }

  private mutating func meaning(of sequence: [UInt8]) -> [UInt32] {
    let text = String(decoding: sequence.dropFirst(), as: UTF8.self)
    if text == "[200~" {
      state = .paste([])
      return []
    }
    if passing.contains(sequence) { return sequence.map(UInt32.init) }
    guard let code = KeyDecoder.code(of: text) else { return [] }
    if passesArrows, !isVi, code.rawValue >= KeyCode.up.rawValue || code == .delete {
      return sequence.map(UInt32.init)
    }
    return [code.rawValue]
  }

  private mutating func extendPaste(_ bytes: inout [UInt8]) -> [UInt32] {
    let end = KeyDecoder.pasteEnd
    guard bytes.last == end.last, bytes.suffix(end.count).elementsEqual(end) else {
      // What is beyond the limit is dropped, but for the few bytes that may begin the end mark.
      if bytes.count > KeyDecoder.longestPaste + end.count {
        bytes.remove(at: KeyDecoder.longestPaste)
      }
      state = .paste(bytes)
      return []
    }
    bytes.removeLast(end.count)
    bytes.removeLast(max(0, bytes.count - KeyDecoder.longestPaste))
    pastes.append(KeyDecoder.oneLine(bytes))
    return [KeyCode.paste.rawValue]
  }
}

extension KeyDecoder {
  private enum Shape { case unfinished, whole, plain }

  /// Whether bytes that begin with Escape are a control sequence, and whether it has ended.
  ///
  /// - Source: ECMA-48 5.4: parameters 0x30–0x3f and intermediates 0x20–0x2f, then a final byte;
  ///   the Linux console sends `ESC [ [ A` for F1.
  private static func shape(of sequence: [UInt8]) -> Shape {
    guard sequence.count > 1 else { return .unfinished }
    switch sequence[1] {
    case 0x4f:  // O: one more byte, after digits on some terminals
      guard let last = sequence.dropFirst(2).last else { return .unfinished }
      return 0x30...0x39 ~= last ? .unfinished : .whole
    case 0x5b:  // [
      guard let last = sequence.dropFirst(2).last else { return .unfinished }
      if last == 0x5b, sequence.count == 3 { return .unfinished }
      return 0x20...0x3f ~= last ? .unfinished : .whole
    default: return .plain
    }
  }

  /// The key behind a sequence, written without its Escape.
  private static func code(of sequence: String) -> KeyCode? {
    switch sequence {
    case "OP", "[11~", "[[A": .help
    case "OQ", "[12~", "[[B": .hint
    case "[3~": .delete
    case "[1;5D", "[1;3D", "Od", "[5D": .wordLeft
    case "[1;5C", "[1;3C", "Oc", "[5C": .wordRight
    case "[A", "OA": .up
    case "[B", "OB": .down
    case "[C", "OC": .right
    case "[D", "OD": .left
    case "[H", "OH", "[1~", "[7~": .home
    case "[F", "OF", "[4~", "[8~": .end
    default: nil
    }
  }

  /// Pasted bytes as one line: line ends and tabs become single blanks, other control characters and
  /// overrides of writing direction vanish, and blank ends are cut.
  static func oneLine(_ bytes: [UInt8]) -> String {
    var line = String.UnicodeScalarView()
    var isBlank = true
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0a, 0x0d, 0x20, 0x2028, 0x2029:
        if !isBlank { line.append(" ") }
        isBlank = true
      case 0..<0x20, 0x7f...0x9f, 0x200b, 0x202a...0x202e, 0x2060...0x206f, 0xfeff: continue
      default:
        line.append(scalar)
        isBlank = false
      }
    }
    if isBlank, !line.isEmpty { line.removeLast() }
    return String(line)
  }
}

/// One character of UTF-8 while its bytes come in one by one.
struct UTF8Decoder {
  enum Step { case more, scalar(UInt32), invalid }

  private var value: UInt32
  private var missing: Int
  private let lowest: UInt32

  /// Begins at a first byte of two to four; nil for a byte that begins nothing.
  init?(first byte: UInt8) {
    switch byte {
    case 0xc2...0xdf: (value, missing, lowest) = (UInt32(byte & 0x1f), 1, 0x80)
    case 0xe0...0xef: (value, missing, lowest) = (UInt32(byte & 0x0f), 2, 0x800)
    case 0xf0...0xf4: (value, missing, lowest) = (UInt32(byte & 0x07), 3, 0x10000)
    default: return nil
    }
  }

  mutating func decode(_ byte: UInt8) -> Step {
    guard byte & 0xc0 == 0x80 else { return .invalid }
    value = value << 6 | UInt32(byte & 0x3f)
    missing -= 1
    guard missing == 0 else { return .more }
    return value >= lowest && Unicode.Scalar(value) != nil ? .scalar(value) : .scalar(0xfffd)
  }
}
