import Glibc

/// Why output could not be written.
package enum OutputFailure: Error, Equatable, Sendable {
  /// Nobody reads any more: `recite stats | head -1`.
  case closed
  case failed(errno: Int32)
}

extension OutputFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closed: "nobody reads the output any more"
    case .failed(let number): "the output cannot be written: \(String(cString: strerror(number)))"
    }
  }
}

/// Standard output or standard error, written a whole page at a time.
package struct StandardStream: Sendable {
  package static let output = StandardStream(descriptor: STDOUT_FILENO)
  package static let error = StandardStream(descriptor: STDERR_FILENO)

  package let descriptor: Int32

  package init(descriptor: Int32) { self.descriptor = descriptor }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of a text, however many calls that takes.
  ///
  /// - Throws: `.closed` when the other side has gone, else `.failed` with the reason.
  package func write(_ text: String) throws(OutputFailure) {
    try write(bytes: Array(text.utf8))
  }

  /// Writes all of the bytes, however many calls that takes.
  ///
  /// - Throws: `.closed` when the other side has gone, else `.failed` with the reason.
  package func write(bytes: [UInt8]) throws(OutputFailure) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes { all in
        Glibc.write(descriptor, all.baseAddress?.advanced(by: start), all.count - start)
      }
      if written > 0 {
        start += written
        continue
      }
      switch written < 0 ? errno : EAGAIN {
      case EINTR: continue
      case EAGAIN: waitUntilWritable()
      case EPIPE: throw .closed
      case let reason: throw .failed(errno: reason)
      }
    }
  }

  /// A terminal or pipe set to non-blocking by whoever shares it fills up; wait for room.
  private func waitUntilWritable() {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&waiting, 1, 1000)
  }
}
