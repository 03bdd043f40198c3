import Glibc

/// Lines of bytes from a file or pipe of any length, in constant memory.
package struct LineStream {
  package enum Line: Equatable, Sendable {
    case bytes([UInt8])
    /// Longer than the limit; its rest was skipped.
    case tooLong
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Lines from a descriptor, each of at most `limit` bytes.
  package init(descriptor: Int32 = STDIN_FILENO, limit: Int = 1 << 20) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The next line without its end; nil at the end of input.
  ///
  /// - Throws: `SystemCallError` where reading fails.
  package mutating func next() throws(SystemCallError) -> Line? {
    var scanned = start
    var isTooLong = false
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0a) {
        defer { start = end + 1 }
        return isTooLong ? .tooLong : .bytes(Array(buffer[start..<end]))
      }
      if isAtEnd {
        guard start < buffer.count || isTooLong else { return nil }
        defer { start = buffer.count }
        return isTooLong ? .tooLong : .bytes(Array(buffer[start...]))
      }
      if isTooLong || buffer.count - start > limit {
        isTooLong = true
        start = buffer.count
      }
      let unread = buffer.count - start
      try fill()
      scanned = unread
    }
  }

  /// Whether a whole line lies ready without waiting.
  package var isReady: Bool {
    if buffer[start...].contains(0x0a) { return true }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 0) > 0
  }

  private mutating func fill() throws(SystemCallError) {
    buffer.removeSubrange(..<start)
    start = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = try call("read", "standard input") {
      chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    }
    if count == 0 { isAtEnd = true } else { buffer += chunk[..<count] }
  }
}
