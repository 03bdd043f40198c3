import Glibc

/// A library, loaded before the C library, that writes down what a program asks of the system for the
/// files of one folder, and fails the call that it is told to.
///
/// It is compiled where it is used; there is none without a C compiler, or under a sanitizer, whose
/// own library must come first.
package struct SystemCallShim {
  private let library: String
  private let folder: TemporaryFolder

  /// Nil, with a word on standard output, where it cannot be had.
  package init?(in folder: TemporaryFolder) throws {
    self.folder = folder
    library = folder.file("shim.so")
    guard dlsym(nil, "__asan_init") == nil, dlsym(nil, "__tsan_init") == nil else {
      print("skipped: a sanitizer's library must come before any other")
      return nil
    }
    try folder.write("shim.c", Array(SystemCallShim.source.utf8))
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let isBuilt = ["cc", "clang", "gcc"].contains { compiler in
      let run = try? Program.run(
        "/usr/bin/env",
        [compiler, "-shared", "-fPIC", "-w", "-o", library, folder.file("shim.c"), "-ldl"],
        environment: ["PATH": path], in: folder)
      return run?.status == 0
    }
    guard isBuilt else {
      print("skipped: no C compiler for the library that fails calls")
      return nil
    }
  }

  /// Which call is failed: the `number`th from 1, of those named `call` or of all, with `code`.
  package struct Failure {
    package var number: Int
    package var call: String?
    package var code: Int32

    package init(_ number: Int, of call: String? = nil, code: Int32) {
      self.number = number
      self.call = call
      self.code = code
    }
  }

  /// The variables under which a program's calls on files below `watched` are written to `log`.
  package func environment(
    watching watched: String, log: String, failing failure: Failure? = nil
  ) -> [String: String] {
    var variables = ["LD_PRELOAD": library, "SHIM_FOLDER": watched, "SHIM_LOG": log]
    if let failure {
      variables["SHIM_FAIL_AT"] = String(failure.number)
      variables["SHIM_ERRNO"] = String(failure.code)
      variables["SHIM_FAIL_CALL"] = failure.call
    }
    return variables
  }

  /// The names of the calls that can be failed.
  package static let calls: Set<String> = [
    "open", "read", "write", "pwrite", "fsync", "fdatasync", "ftruncate", "lseek", "fstat",
    "fchmod", "flock",
    "link", "rename", "unlink", "mkdir", "close",
  ]

  /// One letter, the operands, and for what is written its bytes: see `SystemCall`.
  private static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdarg.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/file.h>
    #include <sys/stat.h>
    #include <sys/syscall.h>
    #include <unistd.h>
    #define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
    static char ours[1024];
    static int counted, log_file = -1;
    static int mine(int fd) { return fd >= 0 && fd < 1024 && ours[fd]; }
    static int watched(const char *path) {
      const char *folder = getenv("SHIM_FOLDER");
      return folder && !strncmp(path, folder, strlen(folder));
    }
    static void put(const void *bytes, size_t count) {
      if (log_file < 0) {
        int fd = REAL(open)(getenv("SHIM_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_file = fcntl(fd, F_DUPFD_CLOEXEC, 900);
        syscall(SYS_close, fd);
      }
      syscall(SYS_write, log_file, bytes, count);
    }
    static void note(const char *form, ...) {
      char text[9000];
      va_list rest; va_start(rest, form);
      int count = vsnprintf(text, sizeof text, form, rest);
      va_end(rest);
      int saved = errno; put(text, count); errno = saved;
    }
    static int fails(const char *call, const char *what) {
      const char *which = getenv("SHIM_FAIL_AT"), *only = getenv("SHIM_FAIL_CALL");
      if (!which || (only && strcmp(only, call)) || ++counted != atoi(which)) return 0;
      note("F\t%s\t%s\n", call, what);
      errno = atoi(getenv("SHIM_ERRNO"));
      return 1;
    }
    static int fails_on(const char *call, int fd) {
      char what[24]; snprintf(what, sizeof what, "%d", fd);
      return mine(fd) && fails(call, what);
    }
    static int opened(const char *path, int flags, mode_t mode) {
      if (!watched(path)) return REAL(open)(path, flags, mode);
      if (fails("open", path)) return -1;
      struct stat status;
      int is_new = stat(path, &status) != 0;
      int fd = REAL(open)(path, flags, mode);
      if (fd < 0 || fd >= 1024) return fd;
      ours[fd] = 1;
      stat(path, &status);
      note("O\t%d\t%d\t%d\t%s\n", fd, is_new, S_ISDIR(status.st_mode) ? 1 : 0, path);
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
    ssize_t read(int fd, void *to, size_t count) {
      return fails_on("read", fd) ? -1 : syscall(SYS_read, fd, to, count);
    }
    ssize_t write(int fd, const void *from, size_t count) {
      if (fails_on("write", fd)) return -1;
      ssize_t done = syscall(SYS_write, fd, from, count);
      if ((mine(fd) || fd == 1) && done > 0) {
        note("W\t%d\t%zd\n", fd, done);
        int saved = errno; put(from, done); put("\n", 1); errno = saved;
      }
      return done;
    }
    static ssize_t placed(int fd, const void *from, size_t count, off_t at) {
      if (fails_on("pwrite", fd)) return -1;
      ssize_t done = syscall(SYS_pwrite64, fd, from, count, at);
      if (mine(fd) && done > 0) {
        note("P\t%d\t%zd\t%lld\n", fd, done, (long long)at);
        int saved = errno; put(from, done); put("\n", 1); errno = saved;
      }
      return done;
    }
    ssize_t pwrite(int fd, const void *from, size_t count, off_t at) {
      return placed(fd, from, count, at);
    }
    ssize_t pwrite64(int fd, const void *from, size_t count, off_t at) {
      return placed(fd, from, count, at);
    }
    int fsync(int fd) {
      if (fails_on("fsync", fd)) return -1;
      int result = REAL(fsync)(fd);
      if (mine(fd)) note("S\t%d\n", fd);
      return result;
    }
    int fdatasync(int fd) {
      if (fails_on("fdatasync", fd)) return -1;
      int result = REAL(fdatasync)(fd);
      if (mine(fd)) note("S\t%d\n", fd);
      return result;
    }
    static int cut(int fd, off_t to) {
      if (fails_on("ftruncate", fd)) return -1;
      if (mine(fd)) note("T\t%d\t%lld\n", fd, (long long)to);
      return syscall(SYS_ftruncate, fd, to);
    }
    int ftruncate(int fd, off_t to) { return cut(fd, to); }
    int ftruncate64(int fd, off_t to) { return cut(fd, to); }
    static off_t sought(int fd, off_t offset, int from) {
      if (fails_on("lseek", fd)) return -1;
      off_t place = syscall(SYS_lseek, fd, offset, from);
      if (mine(fd) && place >= 0) note("K\t%d\t%lld\n", fd, (long long)place);
      return place;
    }
    off_t lseek(int fd, off_t offset, int from) { return sought(fd, offset, from); }
    off_t lseek64(int fd, off_t offset, int from) { return sought(fd, offset, from); }
    int fstat(int fd, struct stat *status) {
      return fails_on("fstat", fd) ? -1 : REAL(fstat)(fd, status);
    }
    int fchmod(int fd, mode_t mode) {
      return fails_on("fchmod", fd) ? -1 : REAL(fchmod)(fd, mode);
    }
    int flock(int fd, int how) { return fails_on("flock", fd) ? -1 : REAL(flock)(fd, how); }
    int link(const char *from, const char *to) {
      if (watched(to) && fails("link", to)) return -1;
      int result = REAL(link)(from, to);
      if (!result && watched(to)) note("L\t%s\t%s\n", from, to);
      return result;
    }
    int rename(const char *from, const char *to) {
      if (watched(to) && fails("rename", to)) return -1;
      int result = REAL(rename)(from, to);
      if (!result && watched(to)) note("R\t%s\t%s\n", from, to);
      return result;
    }
    int unlink(const char *path) {
      if (watched(path) && fails("unlink", path)) return -1;
      int result = REAL(unlink)(path);
      if (!result && watched(path)) note("U\t%s\n", path);
      return result;
    }
    int mkdir(const char *path, mode_t mode) {
      if (watched(path) && fails("mkdir", path)) return -1;
      int result = REAL(mkdir)(path, mode);
      if (!result && watched(path)) note("M\t%s\n", path);
      return result;
    }
    int close(int fd) {
      if (fd == log_file) return 0;
      int is_mine = mine(fd), fail = fails_on("close", fd), reason = errno;
      if (fd >= 0 && fd < 1024) ours[fd] = 0;
      if (is_mine) note("C\t%d\n", fd);
      int result = REAL(close)(fd);
      if (fail) { errno = reason; return -1; }
      return result;
    }
    """#
}

/// One thing that a program asked of the system, as the shim wrote it down.
package enum SystemCall: Equatable, Sendable {
  case open(file: Int, isNew: Bool, isFolder: Bool, path: String)
  /// Standard output is file 1.
  case write(file: Int, bytes: [UInt8])
  /// The file's own place stays where it was.
  case writeAt(file: Int, place: Int, bytes: [UInt8])
  case sync(file: Int)
  case cut(file: Int, length: Int)
  case seek(file: Int, place: Int)
  case link(from: String, to: String)
  case rename(from: String, to: String)
  case unlink(String)
  case makeFolder(String)
  case close(file: Int)
  /// The call was failed; `what` is the path or the file.
  case failed(call: String, what: String)

  /// The calls in a log, in their order.
  ///
  /// - Throws: `LawBroken` where the log is not what the shim writes.
  package static func all(in log: [UInt8]) throws -> [SystemCall] {
    var calls: [SystemCall] = []
    var rest = log[...]
    while let end = rest.firstIndex(of: 0x0a) {
      let words = rest[..<end].split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      rest = rest[(end + 1)...]
      func number(_ index: Int) -> Int {
        words.indices.contains(index) ? Int(words[index]) ?? -1 : -1
      }
      func written() -> [UInt8] {
        let count = min(max(0, number(2)), rest.count)
        defer { rest = rest.dropFirst(count + 1) }
        return Array(rest.prefix(count))
      }
      func text(_ index: Int) -> String { words.indices.contains(index) ? words[index] : "" }
      switch text(0) {
      case "O":
        calls.append(
          .open(file: number(1), isNew: number(2) == 1, isFolder: number(3) == 1, path: text(4)))
      case "W":
        calls.append(.write(file: number(1), bytes: written()))
      case "P":
        calls.append(.writeAt(file: number(1), place: number(3), bytes: written()))
      case "S": calls.append(.sync(file: number(1)))
      case "T": calls.append(.cut(file: number(1), length: number(2)))
      case "K": calls.append(.seek(file: number(1), place: number(2)))
      case "L": calls.append(.link(from: text(1), to: text(2)))
      case "R": calls.append(.rename(from: text(1), to: text(2)))
      case "U": calls.append(.unlink(text(1)))
      case "M": calls.append(.makeFolder(text(1)))
      case "C": calls.append(.close(file: number(1)))
      case "F": calls.append(.failed(call: text(1), what: text(2)))
      default: throw LawBroken("no such call: \(words)")
      }
    }
    return calls
  }
}
