import Glibc
import RecitePresentation
import ReciteShell

/// A file, or standard input, read in chunks.
final class ChunkedFile {
  /// As messages name it.
  let name: String
  /// Bytes, where it is an ordinary file.
  let size: Int?
  private let descriptor: Int32
  private(set) var offset = 0
  private static let chunk = 1 << 16
  /// A year's answers of a large school; read in constant memory.
  private static let limit = 1 << 29
  private static let longestWhole = 64 << 20

  /// - Throws: `Failure` where the file is not there or cannot be read.
  init(_ path: String) throws {
    name = path == "-" ? "standard input" : VisibleText.of(path)
    switch path == "-" ? .success(STDIN_FILENO) : NamedInput.open(path, limit: ChunkedFile.limit) {
    case .success(let opened): descriptor = opened
    case .failure(let failure):
      throw failure.fault == .missing
        ? Failure(.notFound, "there is no file '\(name)'")
        : Failure(.unusable, "'\(name)' cannot be read: \(failure.reason)")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Failure(.unusable, "'\(name)' cannot be read: \(ChunkedFile.reason())")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.unusable, "'\(name)' is a folder, not a file")
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Adds the next chunk, or nothing at the end.
  func read(into bytes: inout [UInt8]) throws {
    var chunk = [UInt8](repeating: 0, count: ChunkedFile.chunk)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count >= 0 {
        offset += count
        bytes += chunk[..<count]
        return
      }
      guard errno == EINTR else {
        throw Failure(.unusable, "'\(name)' cannot be read: \(ChunkedFile.reason())")
      }
    }
  }

  /// All that is left, where it is no more than a class could fill.
  func readAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let count = bytes.count
      guard count <= ChunkedFile.longestWhole else {
        throw Failure(
          .unusable, "'\(name)' is larger than \(ChunkedFile.longestWhole >> 20) MB")
      }
      try read(into: &bytes)
      if bytes.count == count { return bytes }
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

/// How far a long run has come, on a terminal only.
struct ProgressBar {
  private static let cells = 30
  private let total: Int
  private var shown = -1

  /// A bar for a file; nil where its size is not known or nobody looks.
  init?(for file: ChunkedFile) {
    guard let size = file.size, size > 0, isatty(STDERR_FILENO) == 1 else { return nil }
    total = size
  }

  /// Draws the bar anew where the percentage has changed.
  mutating func show(_ offset: Int) {
    let percent = min(100, offset * 100 / total)
    guard percent != shown else { return }
    shown = percent
    let full = percent * ProgressBar.cells / 100
    let bar = String(repeating: "#", count: full)
    let rest = String(repeating: ".", count: ProgressBar.cells - full)
    try? StandardStream.error.write("\r\(bar)\(rest) \(percent) %")
  }

  /// Takes the bar away.
  func clear() {
    guard shown >= 0 else { return }
    let blank = String(repeating: " ", count: ProgressBar.cells + 6)
    try? StandardStream.error.write("\r\(blank)\r")
  }
}
