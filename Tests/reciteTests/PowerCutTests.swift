import Glibc
import ReciteCore
import ReciteFormats
import ReciteShell
import Support
import Testing

@testable import recite

/// A power cut between any two calls of the real program: what it acknowledged is there.
///
/// The calls of a run are written down, and every state of the disk that they allow at each point is
/// recovered. See `SimulatedDisk` for what is allowed.
@Suite(.serialized) struct PowerCutTests {
  private let folder: TemporaryFolder
  private let shim: SystemCallShim?
  private var store: String { folder.file("store/data/recite/progress.json") }

  init() throws {
    folder = try TemporaryFolder()
    shim = try SystemCallShim(in: folder)
    mkdir(folder.file("store"), 0o700)
  }

  /// The files of the store by their paths.
  private var onDisk: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    let inner = AtomicFile.folder(of: store)
    guard let directory = opendir(inner) else { return [:] }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      files["\(inner)/\(name)"] = TemporaryFolder.contents(of: "\(inner)/\(name)") ?? []
    }
    return files
  }

  /// Runs the program and gives its calls.
  private func calls(
    of arguments: [String], input: String = "", expecting status: Int32
  ) throws -> [SystemCall] {
    let shim = try #require(shim)
    unlink(folder.file("log"))
    let run = try Program.run(
      "recite", arguments + ["--progress", store], input: input,
      environment: shim.environment(watching: folder.file("store"), log: folder.file("log"))
        .merging(["HOME": "/nonexistent", "LANG": "C.UTF-8"]) { $1 },
      in: folder)
    try #require(run.status == status, "\(run.error)")
    return try SystemCall.all(in: folder.read("log") ?? [])
  }

  private func quiz(_ answers: Int, seed: Int) throws -> [SystemCall] {
    try calls(
      of: [
        "quiz", "chinas-rust-belt", "--count", "\(answers)", "--answers", "-", "--format", "jsonl",
        "--seed", "\(seed)", "--pass", "0%",
      ], input: String(repeating: "a\n", count: answers), expecting: 0)
  }

  private func recover(_ files: [String: [UInt8]]) throws -> Recovery {
    func chunks(_ bytes: [UInt8]) -> JSONReader.Refill {
      var rest: [UInt8]? = bytes
      return {
        $0 += rest ?? []
        rest = nil
      }
    }
    return try Recovery.recover(
      Recovery.Files(
        open: { files[store + $0.suffix].map(chunks) }, bytes: { files[store + $0.suffix] }),
      scheduler: Scheduler())
  }

  private static let answer = #"{"event":"answer""#

  /// Cuts the power after every call; `known` answers were safe before the first.
  ///
  /// An answer is acknowledged by a line that begins with `word`. Gives the number of states.
  private func cut(
    _ calls: [SystemCall], from files: [String: [UInt8]], known: Int,
    acknowledging word: String = answer
  ) throws -> Int {
    var disk = SimulatedDisk(files: files)
    var acknowledged = known
    var states = 0
    for (number, call) in calls.enumerated() {
      disk.apply(call)
      if case .write(1, let bytes) = call {
        acknowledged += bytes.split(separator: 0x0a).count { $0.starts(with: word.utf8) }
      }
      states += try disk.forEachState { state in
        let recovery = try recover(state)
        let found = recovery.progress.answerCount
        guard found >= acknowledged, !recovery.isDamaged else {
          let sizes = state.map { "\($0.key.split(separator: "/").last ?? ""): \($0.value.count)" }
          throw LawBroken(
            "after call \(number), \(Self.words(call)): \(found) of \(acknowledged) answers, "
              + "\(recovery.notices), \(sizes.sorted())")
        }
      }
    }
    return states
  }

  private static func words(_ call: SystemCall) -> String {
    if case .write(let file, let bytes) = call { return "write of \(bytes.count) to \(file)" }
    return "\(call)"
  }

  @Test func `No acknowledged answer is lost when the power is cut at any call`() throws {
    guard shim != nil else { return }
    var states = 0
    var known = 0
    // A folder that is not there yet, a first record, a second one, and one with a backup.
    for seed in 1...3 {
      let before = onDisk
      let calls = try quiz(3, seed: seed)
      states += try cut(calls, from: before, known: known)
      known += 3
    }
    #expect(states > 300)
    #expect(try recover(onDisk).progress.answerCount == known)
  }

  @Test func `An answer that another takes the place of is never gone`() throws {
    guard shim != nil else { return }
    let calls = try calls(
      of: ["drill", "location", "chinas-rust-belt", "--seed", "3"],
      input: String(repeating: "zzz\n:right\n", count: 3) + ":quit\n", expecting: 0)
    let changes = calls.count {
      if case .write(_, let bytes) = $0 { bytes.starts(with: #"{"all":["#.utf8) } else { false }
    }
    #expect(changes == 3)
    #expect(try cut(calls, from: [:], known: 0, acknowledging: "Wrong.") > 100)
    #expect(try recover(onDisk).progress.answerCount == 3)
  }

  @Test func `No answer is lost when the power is cut while a killed session is taken in`() throws {
    guard shim != nil else { return }
    _ = try quiz(3, seed: 1)
    let record = onDisk
    let calls = try quiz(4, seed: 2)
    // What a kill leaves after the third answer: everything written so far.
    var killed = SimulatedDisk(files: record)
    var answers = 0
    for call in calls {
      killed.apply(call)
      if case .write(1, let bytes) = call, bytes.starts(with: Self.answer.utf8) { answers += 1 }
      if answers == 3 { break }
    }
    let left = killed.seenByProgram
    #expect(try recover(left).progress.answerCount == 6)
    for name in onDisk.keys { unlink(name) }
    for (path, bytes) in left {
      try folder.write(String(path.dropFirst(folder.path.count + 1)), bytes)
    }
    let next = try quiz(2, seed: 3)
    #expect(try cut(next, from: left, known: 6) > 300)
  }

  @Test func `Restoring, merging and forgetting lose nothing when the power is cut`() throws {
    guard shim != nil else { return }
    _ = try quiz(3, seed: 1)
    _ = try quiz(3, seed: 2)
    let other = folder.file("other.json")
    try folder.write("other.json", onDisk[store] ?? [])
    _ = try quiz(2, seed: 3)
    var before = onDisk
    let merge = try calls(of: ["progress", "merge", other], expecting: 0)
    #expect(try cut(merge, from: before, known: 8) > 20)
    before = onDisk
    let reset = try calls(of: ["progress", "reset", "--all"], expecting: 0)
    #expect(try cut(reset, from: before, known: 0) > 20)
  }

  @Test func `A damaged record is kept or restored, wherever its restoring is cut`() throws {
    guard shim != nil else { return }
    _ = try quiz(3, seed: 1)
    _ = try quiz(3, seed: 2)
    var bytes = try #require(onDisk[store])
    bytes[bytes.count / 2] ^= 1
    try folder.write("store/data/recite/progress.json", bytes)
    let before = onDisk
    let restore = try calls(of: ["progress", "restore"], expecting: 0)
    var disk = SimulatedDisk(files: before)
    for call in restore {
      disk.apply(call)
      _ = try disk.forEachState { state in
        guard try recover(state).progress.answerCount == 6 else {
          throw LawBroken("after \(Self.words(call)): not all answers come back")
        }
        guard state.values.contains(bytes) else { throw LawBroken("the damaged file is gone") }
      }
    }
  }
}
