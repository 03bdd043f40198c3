import Glibc

/// A program on a terminal of its own, with a person's eyes and fingers on the other side.
///
/// Nothing here sleeps: every wait is for something to be seen, and gives up with what was seen
/// instead.
package final class PseudoTerminal {
  /// What a person sees now.
  package private(set) var screen: ScreenModel
  /// Every byte that the program sent.
  package private(set) var received: [UInt8] = []

  /// How the terminal was set before the program began; see `settings`.
  package let settingsBefore: [UInt32]

  private var master: Int32
  private let process: pid_t
  private var status: Int32?

  /// Generous, since a loaded machine is slow and a test that passes never waits so long.
  private static let patience = 20_000

  /// Starts a program of this package, or one by its absolute path.
  ///
  /// - Parameters:
  ///   - program: a name beside the test binary, or a path.
  ///   - arguments: what follows the program's name.
  ///   - environment: all of it: nothing else is inherited.
  ///   - columns: of the screen.
  ///   - rows: of the screen.
  /// - Throws: `Unseen` when there is no terminal to be had or the program does not start.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = ScreenModel(columns: columns, rows: rows)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw Unseen("no pseudo-terminal: errno \(errno)") }
    var unlock: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(master, Request.unlock, &unlock) == 0, ioctl(master, Request.number, &number) == 0
    else {
      _ = close(master)
      throw Unseen("no pseudo-terminal: errno \(errno)")
    }
    PseudoTerminal.resize(master, columns, rows)
    settingsBefore = PseudoTerminal.settings(of: master)
    let path = program.hasPrefix("/") ? program : PseudoTerminal.folder + "/" + program
    let started = PseudoTerminal.start(
      path, arguments, environment, on: "/dev/pts/\(number)")
    guard let started else {
      _ = close(master)
      throw Unseen("\(path) does not start")
    }
    process = started
  }

  deinit {
    if master >= 0 { _ = close(master) }
    guard status == nil else { return }
    _ = kill(process, SIGKILL)
    _ = waitpid(process, nil, 0)
  }

  /// Types, as fast as the terminal takes it.
  package func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Types bytes that need not be text.
  package func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Looking while typing keeps the program from waiting for us to read.
      var ready = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      _ = poll(&ready, 1, -1)
      if ready.revents & Int16(POLLIN) != 0, !look() { return }
      guard ready.revents & Int16(POLLOUT) != 0 else { continue }
      let count = rest.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Changes the size of the window.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    PseudoTerminal.resize(master, columns, rows)
  }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { _ = kill(process, number) }

  /// Closes the window.
  package func hangUp() {
    _ = close(master)
    master = -1
  }

  /// Waits until a text can be seen anywhere, also where it has scrolled away.
  package func see(_ text: String) throws {
    try wait(for: "'\(text)'") { $0.text.contains(text) }
  }

  /// Waits until the cursor stands in a row that reads so.
  package func seeRow(_ text: String) throws {
    try wait(for: "the row '\(text)'") { $0.currentRow == text }
  }

  /// Waits until the screen is as asked.
  ///
  /// - Throws: `Unseen`, with the screen, when that does not come about.
  package func wait(for what: String, _ isSeen: (ScreenModel) -> Bool) throws {
    let end = PseudoTerminal.milliseconds() + PseudoTerminal.patience
    while !isSeen(screen) {
      let left = end - PseudoTerminal.milliseconds()
      guard left > 0 else { throw Unseen("not seen: \(what); the screen:\n\(screen.text)") }
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32(left)) > 0 else { continue }
      if !look(), !isSeen(screen) {
        throw Unseen("ended before \(what); the screen:\n\(screen.text)")
      }
    }
  }

  /// Takes in what comes until nothing came for some milliseconds: for keys whose meaning depends
  /// on what does not follow them, such as Escape.
  package func wait(whileQuiet milliseconds: Int32) throws {
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, milliseconds) > 0 {
      guard look() else { throw Unseen("ended; the screen:\n\(screen.text)") }
    }
  }

  /// Waits for the end; gives the exit status, or minus the signal that ended the program.
  package func waitForExit() throws -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    var end = PseudoTerminal.milliseconds() + PseudoTerminal.patience
    var isOpen = true
    while true {
      var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      // A program that still sends is not yet late.
      if isOpen, poll(&ready, 1, 20) > 0 {
        end = PseudoTerminal.milliseconds() + PseudoTerminal.patience
        isOpen = look()
        continue
      }
      if waitpid(process, &raw, WNOHANG) != 0 { break }
      guard PseudoTerminal.milliseconds() < end else {
        throw Unseen("the program does not end; the screen:\n\(screen.text)")
      }
      sched_yield()
    }
    while isOpen { isOpen = look() }
    let ended = raw & 0x7f == 0 ? (raw >> 8) & 0xff : -(raw & 0x7f)
    status = ended
    return ended
  }

  /// What the program sent, as text, with its control characters.
  package var transcript: String { String(decoding: received, as: UTF8.self) }

  /// Whether the terminal echoes and edits lines, as it does for a shell.
  package var isCooked: Bool {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return false }
    let both = tcflag_t(ICANON | ECHO)
    return settings.c_lflag & both == both
  }

  /// Everything that `stty -a` shows: modes of input, output, control and line, then the characters.
  package var settings: [UInt32] { PseudoTerminal.settings(of: master) }

  private static func settings(of master: Int32) -> [UInt32] {
    var settings = termios()
    guard tcgetattr(master, &settings) == 0 else { return [] }
    let characters = withUnsafeBytes(of: settings.c_cc) { $0.map(UInt32.init) }
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag] + characters
  }

  /// Takes in what the program has sent; false once it has gone.
  private func look() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    received += bytes.prefix(count)
    screen.feed(bytes.prefix(count))
    return true
  }
}

/// Something that a test waited for and that did not come.
package struct Unseen: Error, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}

extension PseudoTerminal {
  /// ioctl requests that Glibc's module does not show.
  ///
  /// - Source: Linux `asm-generic/ioctls.h`, TIOCSPTLCK and TIOCGPTN.
  private enum Request {
    static let unlock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
  }

  /// Where the programs of this package are built: beside the test binary.
  package static var folder: String {
    var path = [UInt8](repeating: 0, count: 4096)
    let count = path.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return readlink("/proc/self/exe", start, buffer.count)
    }
    let words = path.prefix(max(0, count)).split(separator: 0x2f).dropLast()
    return words.map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
  }

  private static func resize(_ master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String: String], on terminal: String
  ) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    // The first terminal that a session's leader opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&files, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&files, 0, 1)
    posix_spawn_file_actions_adddup2(&files, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID, which Glibc's module does not show.
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = Program.variables(of: environment)
    defer { for text in words + variables { free(text) } }
    var process = pid_t()
    let result = posix_spawn(&process, path, &files, &attributes, &words, &variables)
    return result == 0 ? process : nil
  }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
