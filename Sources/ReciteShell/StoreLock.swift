import Glibc

/// The lock that keeps a second session out of a progress file.
///
/// It lies on a file of its own that is never renamed or removed; the kernel frees it with the
/// process that holds it, however that ends.
final class StoreLock {
  private let file: FileDescriptor

  /// Takes the lock, or says who holds it since when.
  ///
  /// `since` is the start of this session as it is told to others.
  init(at path: String, for record: String, since: String) throws(StoreError) {
    do {
      file = try FileDescriptor(opening: path, O_RDWR | O_CREAT)
    } catch {
      throw error.code == EACCES || error.code == EROFS || error.code == ENOSPC
        ? .notSaved(error) : .unreadable(error)
    }
    var result = flock(file.number, LOCK_EX | LOCK_NB)
    while result != 0, errno == EINTR { result = flock(file.number, LOCK_EX | LOCK_NB) }
    guard result == 0 else {
      guard errno == EWOULDBLOCK else {
        throw .unreadable(SystemCallError("lock", path, code: errno))
      }
      let (process, since) = StoreLock.holder(in: file)
      throw .inUse(path: record, process: process, since: since)
    }
    // Only for the words of others: that it cannot be written does not make the lock weaker.
    ftruncate(file.number, 0)
    try? file.write(Array("\(getpid()) \(since)\n".utf8))
  }

  /// Process and time as the holder wrote them; what is no such line is not shown.
  private static func holder(in file: FileDescriptor) -> (Int32?, String?) {
    var bytes: [UInt8] = []
    try? file.read(upTo: 64, into: &bytes)
    let parts = bytes.prefix { $0 != 0x0a }.split(separator: 0x20)
    guard parts.count == 2, let process = Int32(String(decoding: parts[0], as: UTF8.self)),
      parts[1].allSatisfy({ "0123456789-:+.TZ".utf8.contains($0) })
    else { return (nil, nil) }
    return (process, String(decoding: parts[1], as: UTF8.self))
  }
}
