import Glibc

/// What files look like from outside, so that a change of one is noticed without reading it.
package struct FileStamps: Equatable, Sendable {
  private struct Stamp: Equatable, Sendable {
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
  }

  /// One a path; nil where there is no such file at the moment.
  private let stamps: [Stamp?]

  /// Looks at files and folders.
  /// - Complexity: one system call a path.
  package init(_ paths: [String]) {
    stamps = paths.map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      return Stamp(
        inode: UInt64(status.st_ino), size: Int64(status.st_size),
        seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec))
    }
  }
}
