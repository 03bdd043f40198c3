import Glibc
import ReciteShell

/// Where a quiz's answers come from: a file, or standard input.
struct AnswerInput {
  /// Far more than any quiz takes.
  private static let limit = 256 << 20
  let descriptor: Int32

  /// - Throws: `Failure` where the file cannot be read.
  init(_ name: String) throws {
    guard name != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    switch NamedInput.open(name, limit: AnswerInput.limit) {
    case .success(let opened): descriptor = opened
    case .failure(let failure):
      throw Failure(
        failure.fault == .missing ? .notFound : .unusable,
        "the answers in '\(name)' cannot be read: \(failure.reason)")
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
