import ReciteCore

/// Reads the marks inside a line: emphasis, code, links, images, comments, escapes and gaps.
struct InlineReader {
  /// What double braces mean where the passage stands.
  enum Gaps {
    /// Gaps of the stem's cloze, collected by the reader.
    case read
    case plain
  }

  enum Token {
    case text(Range<Int>)
    case plain(String)
    case code(String)
    case link(text: String, target: String)
    case gap(Int)
    case delimiter(Delimiter)
  }

  struct Delimiter {
    var text: Range<Int>
    var isEmphasis: Bool
    var isStrong: Bool
    /// Which of the six kinds it is: a mark, once to three times.
    var kind: Int
    var opens: Bool
    var closes: Bool
    /// The token before it that is open and of its kind; -1 without one.
    var previous = -1
    /// +1 where it was found to begin a style, -1 where it ends one, 0 where it is plain text.
    var role = 0
  }

  let passage: Passage
  let bytes: Bytes
  var tokens: [Token] = []

  /// The gaps met so far, as passages, in reading order.
  var gaps: [Passage]
  /// Offsets in the file of double braces that are never closed.
  var unclosedGaps: [Int] = []
  let mode: Gaps

  private init(_ passage: Passage, gaps mode: Gaps, known: [Passage]) {
    self.passage = passage
    bytes = passage.bytes
    self.mode = mode
    tokens.reserveCapacity(8)
    gaps = known
  }

  /// The text of a passage with its marks; double braces are plain.
  static func richText(_ passage: Passage) -> RichText {
    guard hasMarks(passage.bytes) else { return RichText(passage.raw) }
    var reader = InlineReader(passage, gaps: .plain, known: [])
    return reader.read()
  }

  /// The text of a passage whose double braces are gaps; they are added to `gaps`.
  static func richText(
    _ passage: Passage, gaps: inout [Passage], unclosed: inout [Int]
  ) -> RichText {
    guard hasMarks(passage.bytes) else { return RichText(passage.raw) }
    var reader = InlineReader(passage, gaps: .read, known: gaps)
    let text = reader.read()
    gaps = reader.gaps
    unclosed += reader.unclosedGaps
    return text
  }

  /// The text of an answer: marks are read and dropped.
  static func plainText(_ passage: Passage) -> String {
    guard hasMarks(passage.bytes) else { return passage.raw }
    return richText(passage).plain
  }

  private static func hasMarks(_ bytes: Bytes) -> Bool { bytes.contains(where: isMark) }

  /// True for the bytes at which something may begin.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case Ascii.backslash, Ascii.asterisk, Ascii.underscore, Ascii.backtick, Ascii.openBracket,
      Ascii.exclamation, Ascii.less, Ascii.openBrace, Ascii.tab:
      true
    default: false
    }
  }

  /// The offset after the code span that begins at `offset`, or nil where it is not closed.
  static func endOfCode(in bytes: Bytes, at offset: Int) -> Int? {
    var start = offset
    while start < bytes.endIndex, bytes[start] == Ascii.backtick { start += 1 }
    let length = start - offset
    var position = start
    // Bounded, so that no run of unlike marks makes the whole quadratic.
    let limit = min(bytes.endIndex, start + longestCode)
    while position < limit {
      guard bytes[position] == Ascii.backtick else {
        position += 1
        continue
      }
      let run = position
      while position < bytes.endIndex, bytes[position] == Ascii.backtick { position += 1 }
      if position - run == length { return position }
    }
    return nil
  }

  /// Bytes that a code span has at most.
  private static let longestCode = 4_096

  // MARK: One pass over the bytes

  mutating func read() -> RichText {
    var position = bytes.startIndex
    var plain = position
    while position < bytes.endIndex {
      let known = tokens.count
      guard InlineReader.isMark(bytes[position]), let next = token(at: position) else {
        position += 1
        continue
      }
      if position > plain { tokens.insert(.text(plain..<position), at: known) }
      position = next
      plain = position
    }
    // A lone mark means nothing.
    guard !tokens.isEmpty else { return RichText(passage.raw) }
    if position > plain { tokens.append(.text(plain..<position)) }
    matchDelimiters()
    return assembled()
  }

  /// Reads what begins at a mark, and says where it ends.
  private mutating func token(at position: Int) -> Int? {
    let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
    switch bytes[position] {
    case Ascii.tab:
      tokens.append(.plain(" "))
      return position + 1
    case Ascii.backslash:
      guard Ascii.isPunctuation(next) else { return nil }
      tokens.append(.text(position + 1..<position + 2))
      return position + 2
    case Ascii.backtick: return code(at: position)
    case Ascii.asterisk, Ascii.underscore: return delimiter(at: position)
    case Ascii.openBracket: return link(at: position, isImage: false)
    case Ascii.exclamation:
      return next == Ascii.openBracket ? link(at: position + 1, isImage: true) : nil
    case Ascii.less:
      return next == Ascii.exclamation ? comment(at: position) : autolink(at: position)
    case Ascii.openBrace: return next == Ascii.openBrace ? gap(at: position) : nil
    default: return nil
    }
  }

  // MARK: Emphasis
  private func assembled() -> RichText {
    var runs = RunCollector()
    var (emphasis, strong) = (0, 0)
    var style = RichText.Style()
    for token in tokens {
      switch token {
      case .text(let range): runs.append(bytes[range], style)
      case .plain(let text): runs.append(text, style)
      case .code(let text): runs.append(text, style.union(.code))
      case .link(let text, let target): runs.append(.link(text: text, target: target))
      case .gap(let number): runs.append(.gap(number))
      case .delimiter(let delimiter):
        guard delimiter.role != 0 else {
          runs.append(bytes[delimiter.text], style)
          continue
        }
        if delimiter.isEmphasis { emphasis += delimiter.role }
        if delimiter.isStrong { strong += delimiter.role }
        style = RichText.Style(emphasis: emphasis > 0, strong: strong > 0)
      }
    }
    return RichText(runs: runs.finished())
  }
}

extension InlineReader {
  /// The text of a passage in which only escapes and code spans mean anything.
  static func unescapedText(_ passage: Passage) -> String {
    let bytes = passage.bytes
    let hasMarks = bytes.contains {
      $0 == Ascii.backslash || $0 == Ascii.backtick || $0 == Ascii.less
    }
    guard hasMarks else { return passage.raw }
    var text: [UInt8] = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if byte == Ascii.backslash, offset + 1 < bytes.endIndex,
        Ascii.isPunctuation(bytes[offset + 1])
      {
        text.append(bytes[offset + 1])
        offset += 2
      } else if byte == Ascii.less, let end = endOfComment(in: bytes, at: offset) {
        while text.last == Ascii.space { text.removeLast() }
        offset = end
      } else if byte == Ascii.backtick, let end = endOfCode(in: bytes, at: offset) {
        text += bytes[offset..<end].drop { $0 == Ascii.backtick }
        while text.last == Ascii.backtick { text.removeLast() }
        offset = end
      } else {
        text.append(byte)
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
