import Glibc

/// A system call that failed, and on what.
package struct SystemCallError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was being done, such as `write` or `sync`.
  package var action: String
  package var path: String
  package var code: Int32

  package init(_ action: String, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// `cannot write 'progress.json': No space left on device`.
  package var description: String { "cannot \(action) '\(path)': \(reason)" }

  /// What was tried, where the path leads to no regular file.
  static let using = "use"

  /// The system's words for the error.
  package var reason: String {
    action == SystemCallError.using && code == EINVAL
      ? "it is no regular file" : String(cString: strerror(code))
  }
}

/// Calls again while a signal interrupts, and throws where the call fails.
@discardableResult
func call<Result: SignedInteger>(
  _ action: String, _ path: String, _ body: () -> Result
) throws(SystemCallError) -> Result {
  while true {
    let result = body()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemCallError(action, path, code: errno) }
  }
}

/// An open file that closes itself.
final class FileDescriptor {
  let number: Int32
  private var isOpen = true
  let path: String

  /// Opens a regular file; anything else (a pipe, a device, a folder) is refused without waiting.
  init(
    opening path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(SystemCallError) {
    number = try call("open", path) {
      open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode)
    }
    self.path = path
    let status = try status()
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw SystemCallError(SystemCallError.using, path, code: isFolder ? EISDIR : EINVAL)
    }
  }

  /// Opens a folder, to sync it or to lock beside it.
  init(folder path: String) throws(SystemCallError) {
    number = try call("open", path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    self.path = path
  }

  deinit { if isOpen { Glibc.close(number) } }

  func status() throws(SystemCallError) -> stat {
    var status = stat()
    try call("examine", path) { fstat(number, &status) }
    return status
  }

  /// Writes all of the bytes, at the file's own place or at `place`, counted from 0.
  func write(_ bytes: [UInt8], at place: Int? = nil) throws(SystemCallError) {
    var written = 0
    while written < bytes.count {
      let step = try call("write", path) {
        bytes.withUnsafeBytes { bytes in
          // The range is within the array by the loop's condition.
          let (rest, count) = (bytes.baseAddress.map { $0 + written }, bytes.count - written)
          guard let place else { return Glibc.write(number, rest, count) }
          return pwrite(number, rest, count, off_t(place + written))
        }
      }
      // A device may take nothing without an error; asking for ever would hang.
      guard step > 0 else { throw SystemCallError("write", path, code: ENOSPC) }
      written += step
    }
  }

  /// Appends at most `count` bytes to `buffer`; none at the end of the file.
  func read(upTo count: Int, into buffer: inout [UInt8]) throws(SystemCallError) {
    var result: Result<Int, SystemCallError> = .success(0)
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 1) { room in
      do throws(SystemCallError) {
        let got = try call("read", path) { Glibc.read(number, room.baseAddress, count) }
        buffer.append(contentsOf: room.prefix(got))
      } catch {
        result = .failure(error)
      }
    }
    _ = try result.get()
  }

  /// Content and length are on the disk.
  func syncContent() throws(SystemCallError) {
    try call("sync", path) {
      #if canImport(Darwin)
        fcntl(number, F_FULLFSYNC)
      #else
        fdatasync(number)
      #endif
    }
  }

  /// Content, length and all that the system knows of the file, or the names in a folder.
  func sync() throws(SystemCallError) { try call("sync", path) { fsync(number) } }

  /// Closes and learns of errors that come late.
  func close() throws(SystemCallError) {
    guard isOpen else { return }
    isOpen = false
    // After an interrupted close the descriptor is gone on Linux: it is not tried again.
    guard Glibc.close(number) == 0 || errno == EINTR else {
      throw SystemCallError("close", path, code: errno)
    }
  }
}
