import ReciteCore

/// The bytes of one file with the places of its lines, so that offsets turn into line and column.
package struct SourceText: Equatable, Sendable {
  /// The file within its pack, such as `01-rivers.md`.
  package let name: String
  /// The file as messages name it.
  package let path: String
  package let bytes: [UInt8]

  package init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }

  /// A text that stands in no file, for tests and excerpts.
  package init(_ text: String, name: String = "pack.md", path: String = "pack.md") {
    self.init(name: name, path: path, bytes: Array(text.utf8))
  }

  /// The bytes of `range`, cut at the file's ends, as text; bytes that are no UTF-8 are replaced.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// A place in a file: line and column, both counted from 1, columns in characters.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (first: Position, second: Position) -> Bool {
    first.line != second.line ? first.line < second.line : first.column < second.column
  }
}

/// The lines of one text, found once, for turning many offsets into positions.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// The offset at which each line starts; never empty, ascending.
  private let starts: [Int]

  /// - Complexity: O(*n*) over the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      guard byte == Ascii.newline || byte == Ascii.carriageReturn else { continue }
      if byte == Ascii.carriageReturn, offset < bytes.count, bytes[offset] == Ascii.newline {
        offset += 1
      }
      starts.append(offset)
    }
    self.starts = starts
  }

  /// The position of the character that holds the byte at `offset`, which may be the text's end.
  package func position(of offset: Int) -> Position {
    let offset = max(starts[0], min(offset, bytes.count))
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<offset], as: UTF8.self)
    return Position(line: low + 1, column: before.count + 1)
  }

  /// The text of a line counted from 1, without its end; empty where there is no such line.
  package func line(_ number: Int) -> String {
    guard starts.indices.contains(number - 1) else { return "" }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    while end > start, bytes[end - 1] == Ascii.newline || bytes[end - 1] == Ascii.carriageReturn {
      end -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
