import ReciteCore

/// The text of a file to import: decoded, without what no terminal may get, its lines found.
struct ImportSource {
  /// A line of the text.
  struct Line {
    /// Counted from 1.
    var number: Int
    /// The line without its end.
    var whole: Range<Int>
    /// The line without spaces at both ends.
    var trimmed: Range<Int>

    var isBlank: Bool { trimmed.isEmpty }
  }

  let path: String
  /// The file's name without its ending.
  let name: String
  /// The text as UTF-8; what positions are counted in.
  let original: [UInt8]
  /// The text that is read.
  let bytes: [UInt8]
  let lines: [Line]
  private let map: OffsetMap

  /// The text of a file's bytes; nil where they are no text, which is then reported.
  ///
  /// UTF-16 with its mark and Windows-1252 are read, with a warning.
  /// - Complexity: O(*n*) over the bytes.
  init?(_ raw: [UInt8], path: String, reports: inout Reports, texts: inout [SourceText]) {
    self.path = path
    name = ImportSource.baseName(path)
    let (decoded, encoding) = ImportSource.decoded(raw)
    original = decoded
    texts = [SourceText(name: path, path: path, bytes: decoded)]
    if let encoding {
      reports.add(
        .importDecoded, at: 0..<0, "this file is not UTF-8; it is read as \(encoding)",
        help: "look at its accents and quotation marks; where they are wrong, save it as UTF-8")
    }
    guard case .text(let clean, let map) = TextScreen.screen(decoded, reports: &reports) else {
      return nil
    }
    bytes = clean
    self.map = map
    lines = ImportSource.lines(of: clean)
  }

  /// Where a stretch of the text stands in the file.
  func place(_ range: Range<Int>) -> Range<Int> { map.original(range) }

  /// The place of a byte of a line, both counted from 1.
  func offset(line: Int, byte: Int) -> Range<Int> {
    guard lines.indices.contains(line - 1) else { return bytes.count..<bytes.count }
    let start = min(lines[line - 1].whole.lowerBound + max(0, byte - 1), bytes.count)
    return start..<min(start + 1, bytes.count)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func baseName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  // MARK: Encodings

  private static func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String?) {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return (utf16(bytes, isLittle: bytes[0] == 0xff), "UTF-16")
    }
    guard String(validating: bytes, as: UTF8.self) == nil, !bytes.contains(0) else {
      return (bytes, nil)
    }
    let likely = TextEncoding.likely(bytes)
    guard likely.contains("1252") else { return (bytes, nil) }
    return (Array(Windows1252.decode(bytes).utf8), "Windows-1252")
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var offset = 2
    while offset + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      offset += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  // MARK: Lines

  private static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    var offset = start
    func close(_ end: Int) {
      var (low, high) = (start, end)
      while low < high, isSpace(bytes[low]) { low += 1 }
      while high > low, isSpace(bytes[high - 1]) { high -= 1 }
      lines.append(Line(number: lines.count + 1, whole: start..<end, trimmed: low..<high))
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      guard byte == Ascii.newline || byte == Ascii.carriageReturn else {
        offset += 1
        continue
      }
      close(offset)
      offset += 1
      if byte == Ascii.carriageReturn, offset < bytes.count, bytes[offset] == Ascii.newline {
        offset += 1
      }
      start = offset
    }
    if start < bytes.count { close(bytes.count) }
    return lines
  }

  private static func isSpace(_ byte: UInt8) -> Bool { Ascii.isSpace(byte) || byte == 0x0b }
}
