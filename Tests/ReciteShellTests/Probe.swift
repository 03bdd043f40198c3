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

extension TemporaryFolder {
  /// Writes a text and gives the file's path.
  func file(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
    return file(name)
  }

  /// The text of a file, nil where there is none.
  func text(of name: String) -> String? {
    read(name).map { String(decoding: $0, as: UTF8.self) }
  }
}
