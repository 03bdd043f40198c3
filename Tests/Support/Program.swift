import Glibc

/// One finished run of a program of this package, its streams in files of their own.
package struct Program: Sendable {
  package let output: String
  package let error: String
  /// The exit status; minus the signal where one ended it.
  package let status: Int32

  /// Runs a program to its end; only `environment` is inherited.
  ///
  /// - Throws: `LawBroken` when it does not start.
  package static func run(
    _ name: String = "recite", _ arguments: [String] = [], input: String = "",
    environment: [String: String] = [:], in folder: TemporaryFolder
  ) throws -> Program {
    try folder.write("stdin", Array(input.utf8))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, folder.file("stdin"), O_RDONLY, 0)
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, folder.file("stdout"), writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder.file("stderr"), writing, 0o600)
    let path = name.hasPrefix("/") ? name : PseudoTerminal.folder + "/" + name
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = Program.variables(of: environment)
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, path, &actions, nil, &words, &variables) == 0 else {
      throw LawBroken("\(path) does not start")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Program(
      output: String(decoding: folder.read("stdout") ?? [], as: UTF8.self),
      error: String(decoding: folder.read("stderr") ?? [], as: UTF8.self),
      status: status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f))
  }

  /// The variables of a program that is started, to be freed by the caller; the last is nil.
  ///
  /// A sanitizer's options are about the test run, whatever the program is to see.
  static func variables(of environment: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var all = environment
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "SWIFT_BACKTRACE"] where all[name] == nil {
      all[name] = getenv(name).map { String(cString: $0) }
    }
    return all.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  }
}
