import CLibedit
import Glibc

/// The lines typed at one kind of prompt: newest last, none twice, kept in a private file.
///
/// The file holds one line of UTF-8 an entry. Two sessions at once lose nothing to each other:
/// saving reads what stands there by then and adds what was typed here.
package final class History {
  /// Entries kept; the oldest go first.
  package static let limit = 1000

  /// What Up and Ctrl-R go through, oldest first.
  package private(set) var entries: [String] = []
  /// libedit's own list, always the same as `entries`.
  let list: OpaquePointer
  private let path: String?
  private var added: [String] = []

  /// Reads the file at a path, or begins a history that ends with the session.
  ///
  /// A file that is not there, or cannot be read, is an empty one. Nil when memory is short.
  package init?(path: String?) {
    guard let list = history_init() else { return nil }
    self.list = list
    self.path = path
    _ = history_limit(list, Int32(History.limit))
    entries = path.map(History.read(from:)) ?? []
    fill()
  }

  deinit { history_end(list) }

  /// Remembers a line as the newest; an empty one is not worth remembering.
  package func add(_ line: String) {
    guard line.utf8.contains(where: { $0 != 0x20 }) else { return }
    let isRepeated = entries.last.map { History.isSame($0, line) } ?? false
    History.append(line, to: &added)
    guard !isRepeated else { return }
    let wasKnown = History.append(line, to: &entries)
    if wasKnown { fill() } else { _ = history_enter(list, line) }
  }

  /// Writes the file whole beside the old one and puts it in its place, readable by its owner
  /// alone.
  ///
  /// - Returns: whether the lines typed here are in the file.
  @discardableResult package func save() -> Bool {
    guard let path, !added.isEmpty else { return true }
    var merged = History.read(from: path)
    for line in added { History.append(line, to: &merged) }
    let text = merged.map { $0 + "\n" }.joined()
    let beside = path + ".\(getpid())"
    guard History.write(text, to: beside) else {
      _ = unlink(beside)
      return false
    }
    guard rename(beside, path) == 0 else {
      _ = unlink(beside)
      return false
    }
    added = []
    return true
  }

  private func fill() {
    _ = history_empty(list)
    for entry in entries { _ = history_enter(list, entry) }
  }

  /// Puts a line last and drops its older double; says whether there was one.
  @discardableResult private static func append(_ line: String, to lines: inout [String]) -> Bool {
    let double = lines.lastIndex { isSame($0, line) }
    if let double { lines.remove(at: double) }
    lines.append(line)
    if lines.count > limit { lines.removeFirst(lines.count - limit) }
    return double != nil
  }

  /// Two lines are one only when their bytes are: `é` may be typed in two ways.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  private static func read(from path: String) -> [String] {
    guard let file = try? FileDescriptor(opening: path, O_RDONLY) else { return [] }
    var bytes: [UInt8] = []
    while bytes.count < History.largestFile {
      let count = bytes.count
      guard (try? file.read(upTo: 1 << 16, into: &bytes)) != nil, bytes.count > count else { break }
    }
    var lines: [String] = []
    for line in bytes.split(separator: 0x0a).suffix(limit) {
      append(Completion.clean(String(decoding: line, as: UTF8.self)), to: &lines)
    }
    return lines.filter { !$0.isEmpty }
  }

  /// More than a thousand long lines; what is beyond was not written here.
  private static let largestFile = 4 << 20

  private static func write(_ text: String, to path: String) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let file = open(path, flags, 0o600)
    guard file >= 0 else { return false }
    let isWritten: Bool
    do {
      try StandardStream(descriptor: file).write(text)
      isWritten = true
    } catch {
      isWritten = false
    }
    return close(file) == 0 && isWritten
  }
}
