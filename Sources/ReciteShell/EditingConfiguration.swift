import Glibc

/// Which editing keys a person is used to.
package enum EditingMode: String, CaseIterable, Sendable {
  case emacs, vi
}

/// What the user's own `~/.editrc` binds, so that our keys do not get in its way.
///
/// libedit reads the file itself; it has no way to ask what was bound, so that the few lines that
/// matter are looked at here.
struct EditingConfiguration: Equatable {
  /// Sequences beginning with Escape that the file binds.
  var sequences: Set<[UInt8]> = []
  /// Whether it binds keys by name (`bind -k up …`).
  var bindsNamedKeys = false

  /// The file that libedit reads, `$EDITRC` or else `~/.editrc`; nil where there is none, or what is
  /// there is no ordinary file: libedit would wait for a pipe for ever.
  static func path(_ environment: (String) -> String? = Terminal.environment) -> String? {
    var status = stat()
    let home = environment("HOME").map { $0 + "/.editrc" }
    guard let path = environment("EDITRC") ?? home, stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return path
  }

  /// Reads the file that libedit reads.
  init(environment: (String) -> String? = Terminal.environment) {
    let path = EditingConfiguration.path(environment)
    self.init(text: path.flatMap(EditingConfiguration.read) ?? "")
  }

  /// - Parameter text: lines such as `bind -e`, `recite:bind "\e[A" ed-search-prev-history`.
  init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
      guard let first = words.popFirst() else { continue }
      guard first == "bind" || first.hasSuffix(":bind") else { continue }
      while let option = words.first, option.hasPrefix("-"), option.count > 1 {
        if option.contains("k") { bindsNamedKeys = true }
        words = words.dropFirst()
      }
      guard let key = words.first, words.count > 1 else { continue }
      let sequence = EditingConfiguration.bytes(of: key)
      if sequence.first == 0x1b, sequence.count > 1 { sequences.insert(sequence) }
    }
  }

  /// The bytes that a key in a `bind` line stands for: quotes, `^X`, `\e`, `\033`, `\x`.
  ///
  /// - Source: editline(7), "Input character bindings".
  private static func bytes(of key: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(key.utf8).filter { $0 != 0x22 && $0 != 0x27 }[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x5e:  // ^
        guard let letter = rest.popFirst() else { return bytes }
        bytes.append(letter == 0x3f ? 0x7f : letter & 0x1f)
      case 0x5c:  // a backslash
        guard let letter = rest.popFirst() else { return bytes }
        switch letter {
        case 0x65, 0x45: bytes.append(0x1b)
        case 0x30...0x37:
          var value = Int(letter - 0x30)
          for _ in 0..<2 {
            guard let digit = rest.first, 0x30...0x37 ~= digit else { break }
            value = value * 8 + Int(digit - 0x30)
            rest.removeFirst()
          }
          bytes.append(UInt8(truncatingIfNeeded: value))
        default: bytes.append(letter)
        }
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static func read(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
