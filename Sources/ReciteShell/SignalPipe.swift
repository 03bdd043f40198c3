import Glibc
import Synchronization

/// The writing end of the pipe that signals are reported through, -1 while there is none.
///
/// A signal handler carries no context, so that one number has to live outside; it is atomic.
private let reportingEnd = Atomic<Int32>(-1)

/// Signals as bytes in a pipe, so that waiting for a key can also wait for a signal.
///
/// A handler that only sets a flag loses the signal that arrives between looking at the flag and
/// going to sleep; a byte in a pipe wakes the sleeper whenever it was written.
package final class SignalPipe {
  private static let watched = [
    SIGINT, SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT,
  ]

  /// The end to wait on with `poll`; readable when a signal has arrived.
  let readingEnd: Int32
  private let writingEnd: Int32
  private var before: [(signal: Int32, action: sigaction)] = []

  /// Installs the handlers; nil when no pipe can be had.
  ///
  /// A broken pipe is ignored from here on, so that writing reports it instead of ending the
  /// program. A signal that the parent chose to ignore (`nohup`) stays ignored.
  package init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readingEnd, writingEnd) = (ends[0], ends[1])
    reportingEnd.store(writingEnd, ordering: .sequentiallyConsistent)
    install(SIGPIPE, SIG_IGN)
    for signal in SignalPipe.watched where !SignalPipe.isIgnored(signal) { report(signal) }
  }

  deinit {
    for (signal, action) in before.reversed() {
      var action = action
      _ = sigaction(signal, &action, nil)
    }
    reportingEnd.store(-1, ordering: .sequentiallyConsistent)
    _ = Glibc.close(readingEnd)
    _ = Glibc.close(writingEnd)
  }

  /// The signals that arrived since the last call, oldest first; none when nothing did.
  package func arrived() -> [Int32] {
    var signals: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(readingEnd, &bytes, bytes.count)
      guard count > 0 else { return signals }
      signals += bytes.prefix(count).map(Int32.init)
    }
  }

  /// Lets a file that may not grow be an error of the call that writes, as a full disk is.
  ///
  /// Left alone, SIGXFSZ would end the program in the middle of saving.
  package static func ignoreFileSizeLimit() { _ = Glibc.signal(SIGXFSZ, SIG_IGN) }

  /// Stops the program as Ctrl-Z would without us, and returns when it runs again.
  func stop() {
    withDefault(SIGTSTP) { _ = raise(SIGTSTP) }
  }

  /// Runs `body` while a child has the terminal: it alone sees Ctrl-C, and Ctrl-Z stops both.
  func yielding<Result>(_ body: () -> Result) -> Result {
    withDefault(SIGTSTP) {
      let result = body()
      _ = arrived().filter { $0 == SIGTERM || $0 == SIGHUP }.map { raise($0) }
      return result
    }
  }

  private func withDefault<Result>(_ signal: Int32, _ body: () -> Result) -> Result {
    var usual = sigaction()
    var ours = sigaction()
    usual.__sigaction_handler.sa_handler = SIG_DFL
    _ = sigaction(signal, &usual, &ours)
    defer { _ = sigaction(signal, &ours, nil) }
    return body()
  }

  private func report(_ signal: Int32) {
    install(signal) { number in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = write(reportingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
      errno = saved
    }
  }

  private func install(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    var old = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // Waiting in poll is never restarted; saving a file must be, or a resize could break it off.
    action.sa_flags = SA_RESTART
    sigemptyset(&action.sa_mask)
    guard sigaction(signal, &action, &old) == 0 else { return }
    before.append((signal, old))
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
