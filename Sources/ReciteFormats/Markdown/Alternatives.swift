import ReciteCore

/// Splits a value at its bars into the ways to write one answer.
enum Alternatives {
  /// The parts between bars that are neither escaped nor in a code span; a full-width bar counts.
  static func split(_ passage: Passage) -> [Passage] {
    let bytes = passage.bytes
    var parts: [Passage] = []
    parts.reserveCapacity(2)
    var start = bytes.startIndex
    var offset = start
    while offset < bytes.endIndex {
      switch bytes[offset] {
      case Ascii.backslash: offset += 2
      case Ascii.backtick:
        offset = InlineReader.endOfCode(in: bytes, at: offset) ?? offset + 1
      case Ascii.less:
        offset = InlineReader.endOfComment(in: bytes, at: offset) ?? offset + 1
      case Ascii.bar:
        parts.append(passage.part(start..<offset))
        offset += 1
        start = offset
      case 0xef where isFullWidthBar(bytes, offset):
        parts.append(passage.part(start..<offset))
        offset += 3
        start = offset
      default: offset += 1
      }
    }
    parts.append(passage.part(start..<bytes.endIndex))
    return parts
  }

  /// `｜`, U+FF5C.
  private static func isFullWidthBar(_ bytes: Bytes, _ offset: Int) -> Bool {
    offset + 2 < bytes.endIndex && bytes[offset + 1] == 0xbd && bytes[offset + 2] == 0x9c
  }

  /// The passage without quotation marks that enclose the whole of it, or nil where none do.
  static func unquoted(_ passage: Passage) -> Passage? {
    let text = passage.bytes
    guard let first = text.first, opensQuotation(first) else { return nil }
    for (open, close) in pairs {
      guard text.count > open.count + close.count, text.starts(with: open),
        text.suffix(close.count).elementsEqual(close)
      else { continue }
      let inner = text.startIndex + open.count..<text.endIndex - close.count
      guard !endsEscaped(text[inner]),
        !contains(open, in: text[inner]), !contains(close, in: text[inner])
      else { return nil }
      return passage.part(inner)
    }
    return nil
  }

  /// True where a backslash makes what follows the bytes plain.
  private static func endsEscaped(_ bytes: Bytes) -> Bool {
    let backslashes = bytes.reversed().prefix { $0 == Ascii.backslash }.count
    return backslashes % 2 == 1
  }

  /// True where a quotation mark opens the passage and none like it follows.
  static func isUnclosedQuotation(_ passage: Passage) -> Bool {
    let text = passage.bytes
    guard text.count > 1, text.first == Ascii.quote else { return false }
    return !text.dropFirst().contains(Ascii.quote)
  }

  /// Straight, typographic, French, German and East Asian quotation marks.
  private static let pairs: [(open: [UInt8], close: [UInt8])] = [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("”", "”"),
    ("「", "」"), ("『", "』"), ("《", "》"), ("＂", "＂"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// True for the first bytes of the marks above; most answers begin with none of them.
  private static func opensQuotation(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.quote, 0xc2, 0xe2, 0xe3, 0xef: true
    default: false
    }
  }

  private static func contains(_ mark: [UInt8], in bytes: Bytes) -> Bool {
    var offset = bytes.startIndex
    while offset + mark.count <= bytes.endIndex {
      if bytes[offset] == Ascii.backslash {
        offset += 2
        continue
      }
      if bytes[offset..<offset + mark.count].elementsEqual(mark) { return true }
      offset += 1
    }
    return false
  }
}
