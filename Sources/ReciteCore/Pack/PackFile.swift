/// One file of a pack as it was found: its bytes, or why they cannot be used.
///
/// The shell makes these, the formats read them; so both sides of a file meet in a plain value.
package struct PackFile: Equatable, Sendable {
  package enum Contents: Equatable, Sendable {
    case bytes([UInt8])
    case unusable(FileFault)
  }

  /// The file's place within its pack, with `/` between folders: `sources/mapping.txt`.
  package var name: String
  /// The file as messages name it: the path that the user would type.
  package var path: String
  package var contents: Contents

  package init(name: String, path: String, contents: Contents) {
    self.name = name
    self.path = path
    self.contents = contents
  }
}

/// Why a file cannot be used, whatever stands in it.
package enum FileFault: Equatable, Sendable {
  case missing
  /// The system refuses; `reason` is its own word for it, such as "permission denied".
  case unreadable(reason: String)
  /// A pipe, a device, a socket or a folder stands where a file should.
  case notAFile(what: String)
  /// A link, `..` or an absolute path leads out of the pack.
  case outside
  /// Larger than `limit` bytes; it was not read.
  case tooLarge(limit: Int)
  /// The folder holds more files than `limit`; this one and those after it were not read.
  case tooMany(limit: Int)
}

/// The files of one pack, before anything is read in them.
package struct PackFolder: Equatable, Sendable {
  /// The folder's name, or a single file's name without `.md`: the pack's id by default.
  package var name: String
  /// The folder or file as messages name it.
  package var path: String
  /// Sorted by name, `pack.md` first; no duplicates.
  package var files: [PackFile]

  package init(name: String, path: String, files: [PackFile]) {
    self.name = name
    self.path = path
    self.files = files
  }
}

/// How much of a pack is read from disk; beyond, a fault names the limit.
package enum PackFileLimits {
  /// Bytes in one file; the largest decks in use elsewhere hold about 40 MB of text.
  package static let fileBytes = 64 << 20
  /// Bytes in all files of a pack together.
  package static let packBytes = 256 << 20
  /// Files in a pack.
  package static let files = 2_000
}
