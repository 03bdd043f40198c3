/// A reader of comma-, semicolon- or tab-separated text that takes its bytes in chunks.
///
/// It reads RFC 4180 and the habits of spreadsheets: a byte order mark, `;` or tabs for commas (the
/// first line decides), a first line `sep=;`, any line end, line breaks in quotation marks, and
/// Windows-1252, which it notes. It holds one chunk and one row, however long the file.
///
///     var reader = try DelimitedReader(Array("learner;q1\nMei;b\n".utf8))
///     while let row = try reader.next() { print(row.line, row.cells) }
package struct DelimitedReader {
  /// Appends the next chunk to an empty array, or nothing at the end of the text.
  package typealias Refill = (inout [UInt8]) throws -> Void

  /// Longer than any answer, and short enough that a forgotten quotation mark is soon noticed.
  package static let cellLimit = 1 << 20
  /// As many columns as the common spreadsheets have.
  package static let columnLimit = 16_384
  /// How far the first line is looked at for its separator.
  private static let lookahead = 1 << 16

  /// The byte between cells.
  package private(set) var separator: UInt8
  package private(set) var hadByteOrderMark = false
  /// The first line that was not UTF-8 and was taken as Windows-1252; nil where none was.
  package private(set) var windows1252Line: Int?

  private var buffer: [UInt8]
  private var position = 0
  private let refill: Refill?
  private var line = 1

  /// A reader of a whole text; `separator` nil lets the first line decide.
  ///
  /// - Throws: `DelimitedTextError` where the text is no text or in UTF-16.
  package init(_ bytes: [UInt8], separator: UInt8? = nil) throws {
    buffer = bytes
    refill = nil
    self.separator = separator ?? UInt8(ascii: ",")
    try open(choosing: separator == nil)
  }

  /// A reader that asks for chunk after chunk; `separator` nil lets the first line decide.
  ///
  /// - Throws: `DelimitedTextError` as above, and whatever `refill` throws.
  package init(separator: UInt8? = nil, refill: @escaping Refill) throws {
    buffer = []
    self.refill = refill
    self.separator = separator ?? UInt8(ascii: ",")
    try open(choosing: separator == nil)
  }

  /// The next row that is not blank, or nil at the end.
  ///
  /// After an error about one row, the next call goes on at the line after it; after an unclosed
  /// quotation mark nothing is left.
  /// - Throws: `DelimitedTextError` with the line, and whatever `refill` throws.
  package mutating func next() throws -> DelimitedRow? {
    while try fill() {
      let row = try row()
      if row.cells.contains(where: { !$0.isEmpty }) { return row }
    }
    return nil
  }
}

// MARK: - Opening

extension DelimitedReader {
  private mutating func open(choosing: Bool) throws {
    while buffer.count < DelimitedReader.lookahead, try append() {}
    switch (buffer.first, buffer.dropFirst().first) {
    case (0xff, 0xfe), (0xfe, 0xff): throw DelimitedTextError(.utf16, line: 1)
    default: break
    }
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) {
      hadByteOrderMark = true
      position = 3
    }
    guard choosing else { return }
    if let declared = try declaredSeparator() {
      separator = declared
    } else {
      separator = likelySeparator()
    }
  }

  /// The separator of a first line `sep=;`, which is then read over.
  private mutating func declaredSeparator() throws -> UInt8? {
    let rest = buffer[position...]
    guard rest.starts(with: "sep=".utf8), rest.count >= 5 else { return nil }
    let mark = buffer[position + 4]
    let end = position + 5
    guard mark > 0x08, mark < 0x7f, end == buffer.count || isLineEnd(buffer[end]) else {
      return nil
    }
    position = end
    if position < buffer.count { try skipLineEnd() }
    return mark
  }

  /// The one of comma, semicolon and tab that stands most often in the first line that says
  /// anything; the comma where none does.
  private func likelySeparator() -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    var hasText = false
    for byte in buffer[position...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, isLineEnd(byte) {
        if hasText { break }
        continue
      }
      hasText = true
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return candidates[best]
  }
}

// MARK: - Rows

extension DelimitedReader {
  /// Reads one row and its line end.
  private mutating func row() throws -> DelimitedRow {
    var row = DelimitedRow(line: line, cells: [])
    while true {
      let cell = try cell()
      guard row.cells.count < DelimitedReader.columnLimit else {
        try skipLine()
        throw DelimitedTextError(.tooManyCells(limit: DelimitedReader.columnLimit), line: row.line)
      }
      row.cells.append(cell)
      guard try fill() else { return row }
      if buffer[position] != separator {
        try skipLineEnd()
        return row
      }
      position += 1
    }
  }

  /// Reads one cell up to the separator, the line's end or the text's.
  private mutating func cell() throws -> String {
    guard try fill() else { return "" }
    if buffer[position] == UInt8(ascii: "\"") { return try quotedCell() }
    var bytes: [UInt8] = []
    while try fill() {
      let byte = buffer[position]
      if byte == separator || isLineEnd(byte) { break }
      try keep(byte, in: &bytes, since: line)
      position += 1
    }
    return decoded(bytes, line: line)
  }

  private mutating func quotedCell() throws -> String {
    let start = line
    var bytes: [UInt8] = []
    var isClosed = false
    position += 1
    while !isClosed {
      guard try fill() else { throw DelimitedTextError(.unclosedQuote, line: start) }
      let byte = buffer[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        isClosed = try !fill() || buffer[position] != UInt8(ascii: "\"")
        if isClosed { break }
        position += 1
        try keep(byte, in: &bytes, since: start)
      } else if isLineEnd(byte) {
        try skipLineEnd()
        // A line break within a cell is one character, whatever the file's line ends are.
        try keep(UInt8(ascii: "\n"), in: &bytes, since: start)
      } else {
        try keep(byte, in: &bytes, since: start)
        position += 1
      }
    }
    while try fill(), buffer[position] == 0x20, separator != 0x20 { position += 1 }
    if try fill(), buffer[position] != separator, !isLineEnd(buffer[position]) {
      try skipLine()
      throw DelimitedTextError(.textAfterQuote, line: start)
    }
    return decoded(bytes, line: start)
  }

  private mutating func keep(_ byte: UInt8, in bytes: inout [UInt8], since start: Int) throws {
    guard byte != 0 else {
      let here = line
      try skipLine()
      throw DelimitedTextError(.notText, line: here)
    }
    guard bytes.count < DelimitedReader.cellLimit else {
      try skipLine()
      throw DelimitedTextError(.cellTooLong(limit: DelimitedReader.cellLimit), line: start)
    }
    bytes.append(byte)
  }

  private mutating func decoded(_ bytes: [UInt8], line: Int) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if windows1252Line == nil { windows1252Line = line }
    return Windows1252.decode(bytes)
  }
}

// MARK: - Bytes

extension DelimitedReader {
  /// Whether a byte stands at `position`, asking for the next chunk where the last is used up.
  @inline(__always)
  private mutating func fill() throws -> Bool {
    if position < buffer.count { return true }
    guard refill != nil else { return false }
    buffer.removeAll(keepingCapacity: true)
    position = 0
    return try append()
  }

  /// Adds a chunk to the buffer; false at the end of the text.
  private mutating func append() throws -> Bool {
    guard let refill else { return false }
    var chunk: [UInt8] = []
    try refill(&chunk)
    buffer += chunk
    return !chunk.isEmpty
  }

  /// Reads over `\n`, `\r\n` or `\r`, and counts a line.
  private mutating func skipLineEnd() throws {
    let isReturn = buffer[position] == UInt8(ascii: "\r")
    position += 1
    line += 1
    if isReturn, try fill(), buffer[position] == UInt8(ascii: "\n") { position += 1 }
  }

  /// Reads over the rest of this line, its end too.
  private mutating func skipLine() throws {
    while try fill() {
      if isLineEnd(buffer[position]) { return try skipLineEnd() }
      position += 1
    }
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
