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
      let run = try PipedQuiz(progress: path, seed: round)
      run.answer(lines: 200)
      let lines = generator.number(below: 9)
      let microseconds = generator.number(below: 4000)
      acknowledged += run.end(by: SIGKILL, after: lines, microseconds: microseconds).acknowledged
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
