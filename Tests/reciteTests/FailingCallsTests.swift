import Glibc
import ReciteCore
import ReciteShell
import Support
import Testing

@testable import recite

/// Fails each system call that writes, one after the other, under the real program.
///
/// A small library, compiled here and loaded before the C library, counts the calls on files of the
/// store and fails the one that it is told to.
struct FailingCallsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let shim = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdarg.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>
    static int counted, ours[1024];
    static int fails(void) {
      const char *which = getenv("FAIL_AT"), *mark = getenv("FAIL_MARK");
      if (!which || ++counted != atoi(which)) return 0;
      int file = syscall(257, AT_FDCWD, mark, O_WRONLY | O_CREAT, 0600);
      if (file >= 0) close(file);
      errno = ENOSPC;
      return 1;
    }
    #define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
    #define IS_OURS(fd) ((fd) >= 0 && (fd) < 1024 && ours[fd])
    #define STORE(path) (strstr((path), "progress.json") != 0)
    static int opened(const char *path, int flags, mode_t mode) {
      if (STORE(path) && (flags & O_CREAT) && fails()) return -1;
      int fd = syscall(257, AT_FDCWD, path, flags, mode);
      if (fd < 0) { return -1; }
      if (fd < 1024) ours[fd] = (flags & (O_WRONLY | O_RDWR | O_DIRECTORY)) && strstr(path, getenv("FAIL_IN"));
      return fd;
    }
    int open(const char *path, int flags, ...) {
      va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, int); va_end(rest);
      return opened(path, flags, mode);
    }
    int open64(const char *path, int flags, ...) {
      va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, int); va_end(rest);
      return opened(path, flags, mode);
    }
    ssize_t write(int fd, const void *from, size_t count) {
      return IS_OURS(fd) && fails() ? -1 : syscall(1, fd, from, count);
    }
    int fsync(int fd) { return IS_OURS(fd) && fails() ? -1 : REAL(fsync)(fd); }
    int fdatasync(int fd) { return IS_OURS(fd) && fails() ? -1 : REAL(fdatasync)(fd); }
    int ftruncate(int fd, off_t to) { return IS_OURS(fd) && fails() ? -1 : REAL(ftruncate)(fd, to); }
    int link(const char *from, const char *to) { return STORE(from) && fails() ? -1 : REAL(link)(from, to); }
    int rename(const char *from, const char *to) { return STORE(from) && fails() ? -1 : REAL(rename)(from, to); }
    int close(int fd) {
      int fail = IS_OURS(fd) && fails();
      if (fd >= 0 && fd < 1024) ours[fd] = 0;
      int result = REAL(close)(fd);
      if (fail) { errno = EIO; return -1; }
      return result;
    }
    """#

  /// The library; nil where there is no C compiler or another machine than the one it names.
  private func compiledShim() throws -> String? {
    #if arch(x86_64) && os(Linux)
      try folder.write("shim.c", Array(Self.shim.utf8))
      let library = folder.file("shim.so")
      for compiler in ["cc", "clang", "gcc"] {
        let run = try? Program.run(
          "/usr/bin/env",
          [
            compiler, "-shared", "-fPIC", "-w", "-o", library, folder.file("shim.c"), "-ldl",
          ], environment: ["PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"],
          in: folder)
        if run?.status == 0 { return library }
      }
    #endif
    return nil
  }

  @Test func `Every failing call is told, and no acknowledged answer is lost`() throws {
    guard let library = try compiledShim() else {
      print("skipped: no C compiler for the library that fails calls")
      return
    }
    let path = folder.file("progress.json")
    var acknowledged = 0
    var kinds: Set<Int32> = []
    for call in 1...200 {
      let mark = folder.file("mark-\(call)")
      let run = try Program.run(
        "recite",
        [
          "quiz", "chinas-rust-belt", "--count", "3", "--answers", "-",
          "--format", "jsonl", "--seed", "\(call)", "--progress", path,
        ],
        input: "a\na\na\n",
        environment: [
          "LD_PRELOAD": library, "FAIL_AT": "\(call)", "FAIL_MARK": mark, "FAIL_IN": folder.path,
          "HOME": "/nonexistent", "LANG": "C.UTF-8",
        ], in: folder)
      let told = run.error
      let here = acknowledgedAnswers(run)
      acknowledged += here
      kinds.insert(run.status)
      let recovery = try ProgressFile.recover(StorePaths(path), Scheduler())
      let stored = recovery.progress.answerCount
      #expect(stored >= acknowledged, "call \(call): \(stored) of \(acknowledged), \(told)")
      #expect(!recovery.isDamaged, "call \(call): \(recovery.notices)")
      let isMarked = access(mark, F_OK) == 0
      if isMarked, here < 3 {
        #expect([65, 73, 74].contains(run.status), "call \(call): status \(run.status), \(told)")
        #expect(told.contains("cannot"), "call \(call): nothing told: \(told)")
      }
      acknowledged = stored
      guard isMarked else {
        // Every call had its turn.
        #expect(call > 12)
        #expect(kinds.contains(74))
        return
      }
    }
    Issue.record("the calls do not end")
  }

  @Test func `A folder that may not be written is told before any question`() throws {
    guard geteuid() != 0 else {
      print("skipped: everything may be written by root")
      return
    }
    let closed = folder.file("closed")
    mkdir(closed, 0o500)
    let run = try Program.run(
      "recite",
      [
        "quiz", "chinas-rust-belt", "--answers", "-", "--progress", closed + "/progress.json",
      ], input: "a\n", environment: ["HOME": "/nonexistent"], in: folder)
    #expect(run.status == 74)
  }

  @Test func `A limit on the size of files is told as an answer that is not saved`() throws {
    let path = folder.file("progress.json")
    let run = try Program.run(
      "/bin/sh",
      [
        "-c",
        "ulimit -f 1; exec '\(PseudoTerminal.folder)/recite' quiz chinas-rust-belt --count 9 "
          + "--answers - --seed 1 --progress '\(path)' --format jsonl",
      ], input: String(repeating: "a\n", count: 9),
      environment: ["HOME": "/nonexistent", "LANG": "C.UTF-8"], in: folder)
    #expect(run.status == 74, "\(run.error)")
    let recovery = try ProgressFile.recover(StorePaths(path), Scheduler())
    #expect(recovery.progress.answerCount >= acknowledgedAnswers(run))
  }

  private func acknowledgedAnswers(_ run: Program) -> Int {
    run.output.split(separator: "\n").count { $0.hasPrefix(#"{"event":"answer""#) }
  }
}
