import Glibc
import Support

/// One `recite quiz --answers -` of the real program, with pipes for its input and output.
final class PipedQuiz {
  private let process: pid_t
  private let input: Int32
  private let output: Int32

  /// `options` come after those that every such quiz has.
  init(progress: String, seed: Int, _ options: [String] = []) throws {
    let program = PseudoTerminal.folder + "/recite"
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw LawBroken("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    for end in toChild + fromChild { posix_spawn_file_actions_addclose(&actions, end) }
    let arguments =
      [
        program, "quiz", "--answers", "-", "--format", "jsonl", "--seed", "\(seed)", "--progress",
        progress,
      ] + options
    let words = arguments.map { strdup($0) } + [nil]
    let variables = [strdup("HOME=/nonexistent"), strdup("LANG=C.UTF-8"), nil]
    defer { for word in words + variables { free(word) } }
    // Whoever runs the tests in the background may have had signals ignored or held back.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, &attributes, words, variables)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else { throw LawBroken("cannot run \(program)") }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
    signal(SIGPIPE, SIG_IGN)
  }

  /// Puts so many answers into the pipe at once.
  func answer(lines: Int) {
    let text = Array(String(repeating: "a\n", count: lines).utf8)
    _ = Glibc.write(input, text, text.count)
  }

  /// Sends a signal some time after a number of answers were acknowledged.
  ///
  /// - Returns: how many were acknowledged in all, and the exit status, minus the signal where one
  ///   ended the program.
  func end(
    by signal: Int32, after lines: Int, microseconds: Int = 0
  ) -> (acknowledged: Int, status: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count(where: { $0 == 0x0a }) < lines {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    usleep(UInt32(microseconds))
    kill(process, signal)
    close(input)
    while true {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    close(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let opening = Array(#"{"event":"answer""#.utf8)
    let acknowledged = bytes.split(separator: 0x0a).count {
      $0.starts(with: opening) && $0.last == UInt8(ascii: "}")
    }
    return (acknowledged, status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f))
  }
}
