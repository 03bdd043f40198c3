import Glibc
import ReciteShell

/// Where a quiz's answers come from: a file, or standard input.
struct AnswerInput {
  let descriptor: Int32

  /// - Throws: `Failure` where the file cannot be read.
  init(_ name: String) throws {
    guard name != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw Failure(.notFound, "the answers in '\(name)' cannot be read: \(reason)")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.unusable, "'\(name)' is a folder, not a file of answers")
    }
  }
}

/// Where a report goes: standard output, or a file of its own.
struct ReportFile {
  let stream: StandardStream

  /// - Throws: `Failure` where the file cannot be made.
  init(_ name: String?) throws {
    guard let name, name != "-" else {
      stream = .output
      return
    }
    let descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno)).lowercased()
      throw Failure(.cannotCreate, "'\(name)' cannot be written: \(reason)")
    }
    stream = StandardStream(descriptor: descriptor)
  }

  func close() {
    if stream.descriptor > STDERR_FILENO { _ = Glibc.close(stream.descriptor) }
  }
}
