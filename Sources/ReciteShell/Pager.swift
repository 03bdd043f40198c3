import CLibedit
import Glibc

/// Shows long text through the user's pager, and everything else directly.
package struct Pager {
  private let terminal: Terminal
  /// The shell command; nil to print.
  private let command: String?
  private let additions: [String]

  /// The command that was chosen, else `$PAGER`, else `less -FRX` where it is installed; an empty `PAGER` or `cat` prints.
  package init(
    terminal: Terminal, command chosen: String? = nil,
    environment: (String) -> String? = Terminal.environment
  ) {
    self.terminal = terminal
    let named = chosen ?? environment("PAGER")
    switch named?.filter({ $0 != " " }) {
    case nil: command = Pager.isInstalled("less", in: environment("PATH")) ? "less -FRX" : nil
    case "", "cat": command = nil
    default: command = named
    }
    let options = environment("LESS") == nil ? ["LESS=FRX"] : []
    let characters =
      environment("LESSCHARSET") == nil && !terminal.drawsUnicode ? ["LESSCHARSET=utf-8"] : []
    additions = options + characters
  }

  /// Shows a page of lines that fit the width of the screen.
  ///
  /// The pager has the terminal for itself until it ends. Where it cannot be started, or the text
  /// fits the screen anyway, the text is printed.
  /// - Throws: what writing to standard output throws.
  package func show(
    _ text: String, lines: (any LineSource)? = nil, signals: SignalPipe? = nil
  ) throws(OutputFailure) {
    let isLong = text.utf8.count { $0 == 0x0a } >= terminal.size.rows
    guard let command, isLong, terminal.outputIsTerminal, terminal.inputIsTerminal,
      !terminal.isDumb
    else { return try StandardStream.output.write(text) }
    lines?.releaseTerminal()
    let isShown = signals?.yielding { run(command, on: text) } ?? run(command, on: text)
    if !isShown { try StandardStream.output.write(text) }
  }

  /// Says whether the pager ran; one that the user left early has run.
  private func run(_ command: String, on text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(command, reading: ends[0])
    _ = close(ends[0])
    guard let child else {
      _ = close(ends[1])
      return false
    }
    // A pager that was left before the end closes the pipe, which is no failure.
    try? StandardStream(descriptor: ends[1]).write(text)
    _ = close(ends[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // Ctrl-C leaves its mark, and the prompt belongs on a fresh row.
    if status & 0x7f != 0 { try? StandardStream.output.write("\n") }
    // The shell says 126 or 127 for a command that it cannot run.
    let code = (status >> 8) & 0xff
    return status & 0x7f != 0 || (code != 126 && code != 127)
  }

  private func spawn(_ command: String, reading input: Int32) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we handle or ignore, a broken pipe above all, is the child's own affair.
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words = Pager.copies(["sh", "-c", command]) + [nil]
    let added = Pager.copies(additions)
    defer { for word in words + added { free(word) } }
    var environment = added
    var inherited = edit_environment()
    while let entry = inherited?.pointee {
      environment.append(entry)
      inherited = inherited?.advanced(by: 1)
    }
    environment.append(nil)
    var child = pid_t()
    let result = posix_spawn(&child, "/bin/sh", &files, &attributes, &words, &environment)
    return result == 0 ? child : nil
  }

  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) }
  }

  private static func isInstalled(_ program: String, in path: String?) -> Bool {
    (path ?? "/usr/bin:/bin").split(separator: ":").contains {
      access("\($0)/\(program)", X_OK) == 0
    }
  }
}
