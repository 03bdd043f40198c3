import Glibc
import ReciteCore

/// A file or a pipe that a person named, to be read once from its beginning.
package enum NamedInput {
  /// Opens it, or says why it cannot be read; a file of more than `limit` bytes is too large.
  ///
  /// Unlike a pack's file it may be a pipe, as `<(command)` makes one. A folder is none, and neither
  /// is a device, which may never end; `/dev/null` and a terminal do.
  package static func open(
    _ path: String, limit: Int
  ) -> Result<Int32, NamedInputFault> {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(NamedInputFault(fault: TextFile.fault(errno))) }
    var status = stat()
    let fault: FileFault? =
      fstat(descriptor, &status) == 0
      ? unsuitable(status, descriptor, limit) : TextFile.fault(errno)
    guard let fault else { return .success(descriptor) }
    close(descriptor)
    return .failure(NamedInputFault(fault: fault))
  }

  private static func unsuitable(_ status: stat, _ descriptor: Int32, _ limit: Int) -> FileFault? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_size > limit ? .tooLarge(limit: limit) : nil
    case S_IFIFO: return nil
    case S_IFCHR:
      var null = stat()
      let isNull = stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev
      return isNull || isatty(descriptor) == 1 ? nil : .notAFile(what: "a device")
    case S_IFDIR: return .notAFile(what: "a folder")
    case S_IFSOCK: return .notAFile(what: "a socket")
    default: return .notAFile(what: "a device")
    }
  }
}

/// Why a named input cannot be read.
package struct NamedInputFault: Error, Equatable, Sendable {
  package var fault: FileFault

  /// `it is a folder`, in words that follow a name and a colon.
  package var reason: String { fault.reason }
}

extension FileFault {
  /// `it is a folder`, in words that follow a name and a colon.
  package var reason: String {
    switch self {
    case .missing: "it is not there"
    case .unreadable(let reason): reason
    case .notAFile(let what): "it is \(what)"
    case .outside: "it lies outside"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MB"
    case .tooMany: "there are too many files"
    }
  }
}
