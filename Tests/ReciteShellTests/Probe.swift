import Glibc
import Support

/// What every test's program inherits unless it asks for something else.
let usual = [
  "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent", "PATH": "/usr/bin:/bin",
  "PS1": "$ ",
]

/// The line probe on a terminal of its own, waiting for its first line.
///
/// What is typed before that belongs to the terminal's own editing, which no program can see.
func probe(
  _ options: [String] = [], environment: [String: String] = usual, columns: Int = 80,
  rows: Int = 24
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    "line-probe", options, environment: environment, columns: columns, rows: rows)
  try terminal.see("probe>")
  return terminal
}

/// A shell that can stop and go on with what it started.
func shell() throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"], environment: usual)
  try terminal.seeRow("$")
  return terminal
}

/// A folder that is there for one test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/recite-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Unusable(what: "no temporary folder") }
    path = String(cString: made)
  }

  deinit {
    for name in names { _ = unlink(path + "/" + name) }
    _ = rmdir(path)
  }

  /// What stands in the folder, sorted.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let place = path + "/" + name
    guard let file = fopen(place, "w") else { throw Unusable(what: place) }
    defer { fclose(file) }
    fputs(text, file)
    return place
  }

  /// The text of a file, nil where there is none.
  func text(of name: String) -> String? {
    guard let file = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }
}

struct Unusable: Error { let what: String }
