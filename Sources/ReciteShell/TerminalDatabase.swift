import Glibc

/// Whether the system describes a terminal, asked before libedit complains on standard error.
struct TerminalDatabase {
  private let folders: [String]

  init(environment: (String) -> String? = Terminal.environment) {
    let stated = environment("TERMINFO").map { [$0] } ?? []
    let home = environment("HOME").map { [$0 + "/.terminfo"] } ?? []
    let listed = environment("TERMINFO_DIRS")?.split(separator: ":").map(String.init) ?? []
    let usual = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    folders = stated + home + listed + usual
  }

  /// The name to work with: the terminal's own where it is described, else the family it seems to
  /// belong to, else one that can do nothing.
  func name(for terminal: String) -> String {
    if terminal.isEmpty { return "dumb" }
    let family = TerminalDatabase.families.first { terminal.hasPrefix($0.prefix) }
    return [terminal, family?.name].compactMap(\.self).first(where: describes) ?? "dumb"
  }

  /// Terminals that are often missing on a remote machine, and one that they are like.
  private static let families: [(prefix: String, name: String)] =
    ["screen", "tmux"].map { ($0, "screen") }
    + [
      "alacritty", "foot", "ghostty", "kitty", "konsole", "rxvt", "st-", "vte", "wezterm", "xterm",
    ].map { ($0, "xterm") }

  private func describes(_ terminal: String) -> Bool {
    guard let first = terminal.unicodeScalars.first, first.isASCII, !terminal.contains("/")
    else { return false }
    let letter = String(first)
    let code = String(first.value, radix: 16)
    return folders.contains { folder in
      [letter, code].contains { access("\(folder)/\($0)/\(terminal)", R_OK) == 0 }
    }
  }
}
