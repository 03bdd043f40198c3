import Glibc
import ReciteCore

/// Reads files whose size and kind nobody vouches for: bounded, and never waiting on a pipe.
package enum TextFile {
  /// The bytes of an ordinary file of at most `limit` bytes, or why there are none.
  ///
  /// With a `folder` (its real path, without a slash at the end) a link is followed only where the
  /// file it leads to lies in that folder.
  package static func contents(
    of path: String, limit: Int, beneath folder: String? = nil
  ) -> PackFile.Contents {
    var path = path
    if let folder {
      guard let real = realPath(path) else { return .unusable(fault(errno)) }
      guard real.hasPrefix(folder == "/" ? "/" : folder + "/") else { return .unusable(.outside) }
      path = real
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return .unusable(fault(errno)) }
    if let what = kind(of: status) { return .unusable(.notAFile(what: what)) }
    guard status.st_size <= limit else { return .unusable(.tooLarge(limit: limit)) }
    // Between the look and the opening a pipe may take the file's place; it must not block.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return .unusable(fault(errno)) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { return .unusable(fault(errno)) }
    if let what = kind(of: status) { return .unusable(.notAFile(what: what)) }
    return read(descriptor, expecting: Int(status.st_size), limit: limit)
  }

  /// Whether there is anything of this name, also a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func read(_ descriptor: Int32, expecting size: Int, limit: Int)
    -> PackFile.Contents
  {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(size, 0), limit) + 1)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return .unusable(fault(errno))
      }
      if count == 0 { return .bytes(bytes) }
      guard bytes.count + count <= limit else { return .unusable(.tooLarge(limit: limit)) }
      bytes += chunk[..<count]
      if chunk.count < 65_536 { chunk = [UInt8](repeating: 0, count: 65_536) }
    }
  }

  /// What a file that is none is; nil for an ordinary one.
  private static func kind(of status: stat) -> String? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFCHR, S_IFBLK: "a device"
    default: "something else"
    }
  }

  /// A fault in the words of the system, in lower case.
  static func fault(_ number: Int32) -> FileFault {
    switch number {
    case ENOENT, ENOTDIR: return .missing
    case EACCES, EPERM: return .unreadable(reason: "permission denied")
    case ELOOP: return .unreadable(reason: "its links lead in a circle")
    default:
      let words = strerror(number).map { String(cString: $0) } ?? "error \(number)"
      return .unreadable(reason: words.prefix(1).lowercased() + words.dropFirst())
    }
  }

  /// The path with all links followed; nil (and `errno`) where there is no such file.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
