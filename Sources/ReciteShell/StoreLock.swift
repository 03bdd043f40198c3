import Glibc

/// The lock that keeps a second session out of a progress file.
///
/// It lies on a file of its own that is never renamed or removed; the kernel frees it with the
/// process that holds it, however that ends.
///
/// Its first line says who holds it since when, for the words of others. The second one is the
/// caller's: it stays when the lock changes hands.
final class StoreLock {
  private let file: FileDescriptor
  /// Where the second line begins.
  private let place: Int

  /// What is read of the file: longer lines are not ours.
  private static let limit = 256

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
    let second: [UInt8]
    do {
      second = try StoreLock.lines(of: file).dropFirst().first.map { $0 + [0x0a] } ?? []
    } catch {
      throw .unreadable(error)
    }
    let first = Array("\(getpid()) \(since)\n".utf8)
    place = first.count
    // That it cannot be written does not make the lock weaker.
    try? file.write(first + second, at: 0)
    ftruncate(file.number, off_t(first.count + second.count))
  }

  /// Puts a line in the place of the second one; nil takes it away.
  ///
  /// Not synced, and not told where it fails: it guards what is safe already.
  func note(_ line: [UInt8]?) {
    guard let line else {
      ftruncate(file.number, off_t(place))
      return
    }
    try? file.write(line, at: place)
  }

  private static func lines(of file: FileDescriptor) throws(SystemCallError) -> [[UInt8]] {
    var bytes: [UInt8] = []
    try file.read(upTo: limit, into: &bytes)
    // What follows the last line feed is no line.
    return bytes.split(separator: 0x0a, omittingEmptySubsequences: false).dropLast().map(Array.init)
  }

  /// Process and time as the holder wrote them; what is no such line is not shown.
  private static func holder(in file: FileDescriptor) -> (Int32?, String?) {
    let parts = (try? lines(of: file))?.first?.split(separator: 0x20) ?? []
    guard parts.count == 2, let process = Int32(String(decoding: parts[0], as: UTF8.self)),
      parts[1].allSatisfy({ "0123456789-:+.TZ".utf8.contains($0) })
    else { return (nil, nil) }
    return (process, String(decoding: parts[1], as: UTF8.self))
  }
}
