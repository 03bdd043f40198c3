import Glibc
import ReciteCore
import ReciteShell
import Support
import Testing

@testable import recite

/// What the program asks of the system, seen from outside by `strace` where that is installed.
@Suite(.serialized) struct SystemCallCountTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    mkdir(folder.file("store"), 0o700)
  }

  private var path: String { folder.file("store/progress.json") }

  /// The lines that strace writes about a run; nil, with a word, where it cannot look.
  private func trace(_ arguments: [String], input: String = "", status: Int32 = 0) throws
    -> [String]?
  {
    guard access("/usr/bin/strace", X_OK) == 0 else {
      print("skipped: no strace")
      return nil
    }
    let run = try Program.run(
      "/usr/bin/strace",
      ["-f", "-y", "-s", "64", "-o", folder.file("trace"), PseudoTerminal.folder + "/recite"]
        + arguments + ["--progress", path], input: input,
      environment: ["HOME": "/nonexistent", "LANG": "C.UTF-8"], in: folder)
    let lines = String(decoding: folder.read("trace") ?? [], as: UTF8.self).split(separator: "\n")
      .map(String.init)
    guard !lines.isEmpty else {
      print("skipped: strace may not look at other processes")
      return nil
    }
    #expect(run.status == status, "\(run.error)")
    return lines
  }

  private func quiz(_ answers: Int) -> [String] {
    [
      "quiz", "chinas-rust-belt", "--count", "\(answers)", "--answers", "-", "--format", "jsonl",
      "--seed", "1", "--pass", "0%",
    ]
  }

  private func isSync(_ line: String) -> Bool {
    line.contains(" fsync(") || line.contains(" fdatasync(") || line.contains(" sync")
      || line.contains(" msync(")
  }

  @Test func `An answer costs one sync, and its verdict comes after it`() throws {
    guard let lines = try trace(quiz(20), input: String(repeating: "a\n", count: 20)) else {
      return
    }
    let verdicts = lines.indices.filter {
      lines[$0].contains(" write(1<") && lines[$0].contains(#"{\"event\":\"answer\""#)
    }
    try #require(verdicts.count == 20)
    for (from, to) in zip(verdicts, verdicts.dropFirst()) {
      let syncs = lines[from..<to].filter(isSync)
      #expect(syncs.count == 1, "\(syncs)")
      #expect(syncs.allSatisfy { $0.contains("fdatasync") && $0.contains(".journal") })
      // What the lock names as acknowledged is safe by then.
      let calls = lines[from..<to].filter { isSync($0) || $0.contains(" pwrite64(") }
      #expect(calls.count == 2 && calls.last?.contains(".lock") == true, "\(calls)")
    }
    // Before the first answer the journal is made; that is not part of the answer.
    let journal = lines[..<verdicts[0]].filter { isSync($0) && $0.contains("fdatasync") }
    #expect(journal.count == 1)
  }

  @Test func `An answer put in the place of another costs one sync too`() throws {
    let input = String(repeating: "zzz\n:right\n", count: 4) + ":undo\n:quit\n"
    let arguments = ["drill", "location", "chinas-rust-belt", "--seed", "3"]
    guard let lines = try trace(arguments, input: input) else { return }
    let syncs = lines.filter { $0.contains(" fdatasync(") && $0.contains(".journal") }
    #expect(syncs.count == 9, "four answers, four in their place, one taken back")
  }

  @Test func `Every call on the store's files is one that the tests can fail`() throws {
    _ = try trace(quiz(2), input: "a\na\n")
    guard let lines = try trace(quiz(2), input: "a\na\n") else { return }
    let known: Set<String> = SystemCallShim.calls.union([
      // Looking at a path changes nothing, and what cannot be looked at is not there.
      "openat", "access", "faccessat", "faccessat2", "stat", "lstat", "newfstatat", "readlink",
      "readlinkat", "execve", "fcntl", "renameat", "renameat2", "linkat", "unlinkat", "mkdirat",
      // The system's name of `pwrite`.
      "pwrite64",
    ])
    let named = lines.filter { $0.contains(folder.file("store")) }.compactMap { line -> String? in
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      return words.dropFirst().first?.split(separator: "(").first.map(String.init)
    }
    #expect(named.count > 20)
    let unknown = Set(named).subtracting(known)
    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }

  @Test(arguments: [
    ["progress", "verify"], ["progress", "verify", "--json"], ["progress", "path"], ["stats"],
    ["due"],
    ["packs"],
  ])
  func `What only looks writes nothing and takes no lock`(arguments: [String]) throws {
    _ = try Program.run(
      "recite", quiz(3) + ["--progress", path], input: "a\na\na\n",
      environment: ["HOME": "/nonexistent"], in: folder)
    // A journal that waits, and a last line that is torn.
    let record = try #require(folder.read("store/progress.json.journal.bak"))
    try folder.write("store/progress.json.journal", Array(record.dropLast(9)))
    let before = state
    guard let lines = try trace(arguments) else { return }
    let changing = [
      " write(", " pwrite64(", " rename", " link", " unlink", " mkdir", " ftruncate", " truncate",
      " chmod", " fchmod", " flock(", " utime", " fsync", " fdatasync", "O_WRONLY", "O_RDWR",
      "O_CREAT",
    ]
    let touching = lines.filter { line in
      line.contains(folder.file("store")) && !line.contains("/stdout>")
        && changing.contains { line.contains($0) }
    }
    #expect(touching.isEmpty, "\(touching)")
    #expect(state == before)
  }

  /// Names, sizes and times of change of everything in the store's folder.
  private var state: [String] {
    let names = [
      "progress.json", "progress.json.bak", "progress.json.journal", "progress.json.journal.bak",
      "progress.json.lock", "",
    ]
    return names.map { name in
      var status = stat()
      guard stat(folder.file("store/\(name)"), &status) == 0 else { return "\(name): none" }
      return "\(name): \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) "
        + "\(status.st_ctim.tv_sec) \(status.st_ctim.tv_nsec)"
    }
  }

  @Test func `A folder that may only be read can be verified`() throws {
    _ = try Program.run(
      "recite", quiz(3) + ["--progress", path], input: "a\na\na\n",
      environment: ["HOME": "/nonexistent"], in: folder)
    chmod(folder.file("store"), 0o500)
    defer { chmod(folder.file("store"), 0o700) }
    let run = try Program.run(
      "recite", ["progress", "verify", "--json", "--progress", path],
      environment: ["HOME": "/nonexistent"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains(#""ok":true,"answers":3"#))
  }
}
