import Glibc
import Synchronization

/// How the terminal was before it was taken, for whoever ends the program without closing.
private let toRestoreAtExit = Mutex<termios?>(nil)

/// Remembers how a terminal was set and sets it back, at the latest when the program exits.
struct TerminalRestorer {
  private var settings: termios

  /// Nil when standard input is no terminal.
  init?() {
    settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    let settings = self.settings
    let isFirst = toRestoreAtExit.withLock { remembered in
      defer { remembered = settings }
      return remembered == nil
    }
    guard isFirst else { return }
    atexit {
      guard var settings = toRestoreAtExit.withLock({ $0 }) else { return }
      _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }
  }

  /// Takes over what the user changed with `stty` while the program was stopped.
  mutating func look() {
    var now = termios()
    guard tcgetattr(STDIN_FILENO, &now) == 0, now.c_lflag & tcflag_t(ICANON) != 0 else { return }
    settings = now
    toRestoreAtExit.withLock { $0 = now }
  }

  /// Sets the terminal as it was; what was typed ahead stays, for whoever reads next.
  func restore() {
    var settings = self.settings
    _ = tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }
}
