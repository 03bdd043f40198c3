import Glibc
import ReciteCore
import ReciteFormats
import ReciteShell
import Support
import Testing

@testable import recite

/// Kills the real program at random moments and compares what it acknowledged with what is stored.
///
/// `RECITE_KILLS=1000` runs that many; a test run does a few.
struct CrashTests {
  private let folder: TemporaryFolder
  private let kills = getenv("RECITE_KILLS").flatMap { Int(String(cString: $0)) } ?? 12

  init() throws { folder = try TemporaryFolder() }

  @Test func `No acknowledged answer is lost when the program is killed`() throws {
    var generator = SeededGenerator(seed: 20_261_122)
    let path = folder.file("progress.json")
    var acknowledged = 0
    for round in 1...kills {
      let run = try KilledQuiz(
        program: PseudoTerminal.folder + "/recite", progress: path, seed: round)
      run.answer(lines: 200)
      let lines = generator.number(below: 9)
      let microseconds = generator.number(below: 4000)
      acknowledged += run.killAndCount(after: lines, microseconds: microseconds)
      let recovery = try ProgressFile.recover(StorePaths(path), Scheduler())
      let stored = recovery.progress.answerCount
      guard !recovery.isDamaged, stored >= acknowledged else {
        Issue.record(
          "kill \(round) after \(lines) answers and \(microseconds) us: \(acknowledged) acknowledged, \(stored) stored, \(recovery.notices)"
        )
        return
      }
      // An answer that was saved and not yet acknowledged may be there as well.
      acknowledged = stored
    }
    // The next session folds, and nothing but the store's own files is left.
    let (file, _) = try ProgressFile.open(
      at: path, scheduler: Scheduler(), now: Timestamp(Instant(milliseconds: 0), zone: .utc))
    #expect(file.progress.answerCount == acknowledged)
    #expect(acknowledged > 0)
    #expect(folder.names.allSatisfy { !$0.contains("tmp") && !$0.contains("damaged") })
  }
}

/// One `recite quiz --answers -` with its pipes.
private struct KilledQuiz {
  private let process: pid_t
  private let input: Int32
  private let output: Int32

  init(program: String, progress: String, seed: Int) throws {
    var (toChild, fromChild): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw LawBroken("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    for end in toChild + fromChild { posix_spawn_file_actions_addclose(&actions, end) }
    let arguments = [
      program, "quiz", "--answers", "-", "--format", "jsonl", "--seed", "\(seed)", "--progress",
      progress,
    ]
    let words = arguments.map { strdup($0) } + [nil]
    let variables = [strdup("HOME=/nonexistent"), strdup("LANG=C.UTF-8"), nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, words, variables)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else { throw LawBroken("cannot run \(program)") }
    self.process = process
    input = toChild[1]
    output = fromChild[0]
    signal(SIGPIPE, SIG_IGN)
  }

  func answer(lines: Int) {
    let text = Array(String(repeating: "a\n", count: lines).utf8)
    _ = Glibc.write(input, text, text.count)
  }

  /// Kills the program some time after a number of answers were acknowledged, and counts all that
  /// were.
  func killAndCount(after lines: Int, microseconds: Int) -> Int {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count(where: { $0 == 0x0a }) < lines {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    usleep(UInt32(microseconds))
    kill(process, SIGKILL)
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
    return bytes.split(separator: 0x0a).count {
      $0.starts(with: opening) && $0.last == UInt8(ascii: "}")
    }
  }
}
