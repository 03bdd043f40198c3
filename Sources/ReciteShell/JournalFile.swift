import Glibc

/// The journal while a session writes it: one line, one sync, and then the line counts.
///
/// After an error nothing is believed of the descriptor. The lines that failed are kept and written
/// again on a new one, after the last line that is known to be safe.
/// - Source: after a failed sync the kernel may count a page as written that is not: PostgreSQL
///   wiki, "Fsync Errors".
final class JournalFile {
  private let path: String
  private let head: [UInt8]
  private var file: FileDescriptor?
  private var identity: (device: dev_t, inode: ino_t)?
  private var wasTried = false
  /// The length up to which everything was synced.
  private var safeLength: off_t = 0
  /// Synced lines, kept for the case that the file is taken away.
  private var safeLines: [[UInt8]] = []
  /// Lines that are not known to be on the disk, oldest first.
  private(set) var unsaved: [[UInt8]] = []

  init(at path: String, head: [UInt8]) {
    self.path = path
    self.head = head
  }

  var hasLines: Bool { !safeLines.isEmpty || !unsaved.isEmpty }

  /// Makes the file and syncs it and its folder, so that each line then costs one sync.
  func prepare() throws(SystemCallError) {
    guard file == nil else { return }
    // The first time there must be none; after that it is this session's own, or stands in its place.
    let isFirst = !wasTried
    wasTried = true
    let descriptor = try FileDescriptor(
      opening: path, O_WRONLY | O_CREAT | O_NOFOLLOW | (isFirst ? O_EXCL : 0))
    let status = try descriptor.status()
    if let identity, identity == (status.st_dev, status.st_ino), safeLength > 0 {
      // What follows the last safe line may be half a line.
      try call("cut", path) { ftruncate(descriptor.number, safeLength) }
      try call("seek", path) { lseek(descriptor.number, 0, SEEK_END) }
    } else {
      // A new file, one that took the place of ours, or one whose beginning is not safe: everything
      // of this session goes into it.
      identity = (status.st_dev, status.st_ino)
      safeLength = 0
      try call("cut", path) { ftruncate(descriptor.number, 0) }
      let bytes = head + safeLines.joined()
      try descriptor.write(bytes)
      try descriptor.sync()
      try AtomicFile.syncFolder(of: path)
      safeLength = off_t(bytes.count)
    }
    file = descriptor
  }

  /// Appends one line; when this returns, it and all before it are safe.
  func append(_ line: [UInt8]) throws(SystemCallError) {
    unsaved.append(line)
    try saveUnsaved()
  }

  /// Writes the lines that failed before.
  func saveUnsaved() throws(SystemCallError) {
    guard !unsaved.isEmpty else { return }
    do {
      if file != nil, !isInPlace() { file = nil }
      try prepare()
      try write()
    } catch {
      file = nil
      throw error
    }
  }

  private func write() throws(SystemCallError) {
    let bytes = unsaved.count == 1 ? unsaved[0] : Array(unsaved.joined())
    guard let file else { return }
    try file.write(bytes)
    try file.syncContent()
    safeLength += off_t(bytes.count)
    safeLines += unsaved
    unsaved = []
  }

  /// Whether the path still leads to the file as this session left it.
  private func isInPlace() -> Bool {
    var status = stat()
    guard let identity, stat(path, &status) == 0 else { return false }
    return identity == (status.st_dev, status.st_ino) && status.st_size == safeLength
  }

  /// Lets go of the file; its lines stay.
  func close() { file = nil }
}
