import Glibc

/// Files that are replaced whole or not at all.
package enum AtomicFile {
  /// Writes `path` anew: temporary file beside it, sync, rename, sync of the folder.
  ///
  /// Where `backup` is given, the old file is first linked to a temporary name and renamed to it, so
  /// that there is no moment without a file at `path`. A link at `path` is followed; the file keeps
  /// its permissions, and a new one gets `newMode` less the umask. What is there and is no regular
  /// file, such as a device, is left alone.
  ///
  /// - Throws: `SystemCallError`, or what `write` throws; the old file then stands as before.
  package static func replace(
    _ path: String, backup: String? = nil, newMode: mode_t = 0o600,
    write: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let path = resolved(path)
    try refuseUnlessRegular(path)
    let temporary = "\(path).tmp"
    let link = "\(path).bak.tmp"
    var isDone = false
    defer { if !isDone { unlink(temporary) } }
    try writeFile(temporary, modeOf: path, newMode, write)
    if let backup, access(path, F_OK) == 0 {
      unlink(link)
      guard try addName(link, to: path) else { throw SystemCallError("link", link, code: EEXIST) }
      try call("rename", link) { rename(link, backup) }
    }
    try call("rename", temporary) { rename(temporary, path) }
    isDone = true
    try syncFolder(of: path)
  }

  /// A rename would put a file in the place of a device or a pipe for good.
  private static func refuseUnlessRegular(_ path: String) throws(SystemCallError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    throw SystemCallError(SystemCallError.using, path, code: isFolder ? EISDIR : EINVAL)
  }

  private static func writeFile(
    _ path: String, modeOf old: String, _ newMode: mode_t = 0o600,
    _ write: (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    // A left-over of a killed process, or a trap laid there: never written through.
    unlink(path)
    let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL, mode: newMode)
    var status = stat()
    if stat(old, &status) == 0 { fchmod(file.number, status.st_mode & 0o7777) }
    try write { try file.write($0) }
    try file.sync()
    try file.close()
  }

  /// Gives a file a second name; a copy where the file system knows no hard links.
  ///
  /// - Returns: false where the name is taken.
  static func addName(_ name: String, to path: String) throws -> Bool {
    if link(path, name) == 0 { return true }
    switch errno {
    case EEXIST: return false
    case EPERM, EMLINK, EOPNOTSUPP, ENOSYS:
      guard access(name, F_OK) != 0 else { return false }
      try copy(path, to: name)
      return true
    default: throw SystemCallError("link", name, code: errno)
    }
  }

  private static func copy(_ path: String, to target: String) throws {
    let source = try FileDescriptor(opening: path, O_RDONLY)
    try writeFile(target, modeOf: path) { sink in
      var buffer: [UInt8] = []
      repeat {
        buffer.removeAll(keepingCapacity: true)
        try source.read(upTo: 1 << 16, into: &buffer)
        try sink(buffer)
      } while !buffer.isEmpty
    }
  }

  /// Makes the names in a file's folder durable.
  static func syncFolder(of path: String) throws(SystemCallError) {
    try FileDescriptor(folder: folder(of: path)).sync()
  }

  /// Does what reads a file and writes it anew while no other process does so in its folder.
  ///
  /// It waits for two seconds at most. A file system that knows no such locks is used without.
  /// - Throws: `SystemCallError` where another process holds the folder all the time, or what `body`
  ///   throws.
  package static func whileAlone<Result>(at path: String, _ body: () throws -> Result) throws
    -> Result
  {
    let folder = folder(of: resolved(path))
    let lock = try FileDescriptor(folder: folder)
    var tries = 0
    while flock(lock.number, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      tries += 1
      guard tries < 200 else { throw SystemCallError("lock", folder, code: EWOULDBLOCK) }
      usleep(10_000)
    }
    return try body()
  }

  /// The folder part of a path; `.` where there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The file that a symbolic link leads to; the path itself where it leads nowhere.
  package static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
