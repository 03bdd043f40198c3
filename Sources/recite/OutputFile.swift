import Glibc
import RecitePresentation
import ReciteShell

/// Where a command puts what it makes: `--output FILE`.
enum OutputFile {
  /// Writes a text to standard output where `path` is nil or `-`, else to a file.
  ///
  /// - Throws: `Failure` where it cannot be written.
  static func write(_ text: String, to path: String?, backup: String? = nil) throws {
    guard let path, path != "-" else { return try StandardStream.output.write(text) }
    try write(to: path, backup: backup) { try $0(Array(text.utf8)) }
  }

  /// Lets `body` write a file that appears whole or not at all, with the permissions that any new
  /// file gets; what is no ordinary file, such as `/dev/null` or a pipe, is written straight.
  ///
  /// - Throws: `Failure` where it cannot be written; what `body` throws beside.
  static func write<Result>(
    to path: String, backup: String? = nil,
    _ body: (_ sink: ([UInt8]) throws -> Void) throws -> Result
  ) throws -> Result {
    var result: Result?
    do {
      if let device = try device(path) {
        defer { close(device.descriptor) }
        result = try body { try device.write(bytes: $0) }
      } else {
        try AtomicFile.replace(path, backup: backup, newMode: 0o666) { sink in
          try withoutActuallyEscaping(sink) { result = try body($0) }
        }
      }
    } catch let error as SystemCallError {
      throw Failure(.cannotCreate, "'\(VisibleText.of(path))' cannot be written: \(error)")
    } catch OutputFailure.failed(let number) {
      let reason = String(cString: strerror(number))
      throw Failure(.cannotCreate, "'\(VisibleText.of(path))' cannot be written: \(reason)")
    }
    guard let result else {
      throw Failure(.cannotCreate, "'\(VisibleText.of(path))' was not written")
    }
    return result
  }

  /// What is there and is neither a file nor a folder, opened; replacing it would destroy it.
  private static func device(_ path: String) throws -> StandardStream? {
    var status = stat()
    guard stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else {
      return nil
    }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw SystemCallError("open", path, code: errno) }
    return StandardStream(descriptor: descriptor)
  }
}
