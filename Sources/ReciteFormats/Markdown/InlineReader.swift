import ReciteCore

/// Reads the marks inside a line: emphasis, code, links, images, comments, escapes and gaps.
struct InlineReader {
  /// What double braces mean where the passage stands.
  enum Gaps {
    /// Gaps of the stem's cloze, collected by the reader.
    case read
    case plain
  }

  private enum Token {
    case text(Range<Int>)
    case plain(String)
    case code(String)
    case link(text: String, target: String)
    case gap(Int)
    case delimiter(Delimiter)
  }

  private struct Delimiter {
    var text: Range<Int>
    var style: RichText.Style
    /// Which of the six kinds it is: a mark, once to three times.
    var kind: Int
    var opens: Bool
    var closes: Bool
    /// +1 where it was found to begin a style, -1 where it ends one, 0 where it is plain text.
    var role = 0
  }

  private let passage: Passage
  private let bytes: ArraySlice<UInt8>
  private var tokens: [Token] = []

  /// The gaps met so far, as passages, in reading order.
  private(set) var gaps: [Passage]
  /// Offsets in the file of double braces that are never closed.
  private(set) var unclosedGaps: [Int] = []
  private let mode: Gaps

  private init(_ passage: Passage, gaps mode: Gaps, known: [Passage]) {
    self.passage = passage
    bytes = passage.bytes
    self.mode = mode
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

  private static func hasMarks(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains(where: isMark) }

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
  static func endOfCode(in bytes: ArraySlice<UInt8>, at offset: Int) -> Int? {
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

  private mutating func read() -> RichText {
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

  private mutating func code(at position: Int) -> Int? {
    var start = position
    while start < bytes.endIndex, bytes[start] == Ascii.backtick { start += 1 }
    guard let end = InlineReader.endOfCode(in: bytes, at: position) else {
      tokens.append(.text(position..<start))
      return start
    }
    var inner = bytes[start..<end - (start - position)]
    // One space at each end sets off a backtick at the edge of the code.
    if inner.count > 2, inner.first == Ascii.space, inner.last == Ascii.space {
      inner = inner.dropFirst().dropLast()
    }
    let spaced = inner.map { $0 == Ascii.tab ? Ascii.space : $0 }
    tokens.append(.code(String(decoding: spaced, as: UTF8.self)))
    return end
  }

  /// A comment shows nothing, and only one of the spaces round it.
  private func comment(at position: Int) -> Int? {
    guard var end = InlineReader.endOfComment(in: bytes, at: position) else { return nil }
    if position == bytes.startIndex || Ascii.isSpace(bytes[position - 1]) {
      while end < bytes.endIndex, Ascii.isSpace(bytes[end]) { end += 1 }
    }
    return end
  }

  /// The offset after the comment that begins at `offset`, or nil where none does or it is not closed.
  static func endOfComment(in bytes: ArraySlice<UInt8>, at offset: Int) -> Int? {
    guard bytes[offset...].starts(with: [0x3c, 0x21, 0x2d, 0x2d]) else { return nil }
    var end = offset + 4
    while end + 2 < bytes.endIndex {
      if bytes[end] == Ascii.hyphen, bytes[end + 1] == Ascii.hyphen,
        bytes[end + 2] == Ascii.greater
      {
        return end + 3
      }
      end += 1
    }
    return nil
  }

  private mutating func autolink(at position: Int) -> Int? {
    let limit = min(bytes.endIndex, position + InlineReader.longestLink)
    guard let close = bytes[position + 1..<limit].firstIndex(of: Ascii.greater) else { return nil }
    let inner = bytes[position + 1..<close]
    guard inner.starts(with: Array("http://".utf8)) || inner.starts(with: Array("https://".utf8)),
      !inner.contains(Ascii.space)
    else { return nil }
    let target = String(decoding: inner, as: UTF8.self)
    tokens.append(.link(text: target, target: target))
    return close + 1
  }

  /// Bytes that are searched for a link's end; it bounds the work that unclosed brackets cause.
  private static let longestLink = 512

  private mutating func link(at position: Int, isImage: Bool) -> Int? {
    let limit = min(bytes.endIndex, position + InlineReader.longestLink)
    guard let close = closing(Ascii.openBracket, Ascii.closeBracket, position, limit),
      close + 1 < limit, bytes[close + 1] == Ascii.openParenthesis,
      let end = closing(Ascii.openParenthesis, Ascii.closeParenthesis, close + 1, limit)
    else { return nil }
    let text = InlineReader.plainText(passage.part(position + 1..<close))
    var target = passage.part(close + 2..<end)
    // What follows a space is a title, which no terminal shows.
    if let space = target.bytes.firstIndex(of: Ascii.space) {
      target = target.part(target.bytes.startIndex..<space)
    }
    if isImage {
      tokens.append(.plain(text))
    } else {
      tokens.append(.link(text: text, target: unescaped(target.bytes)))
    }
    return end + 1
  }

  private func closing(_ open: UInt8, _ close: UInt8, _ from: Int, _ limit: Int) -> Int? {
    var depth = 0
    var position = from
    while position < limit {
      let byte = bytes[position]
      if byte == Ascii.backslash {
        position += 2
        continue
      }
      if byte == open { depth += 1 }
      if byte == close {
        depth -= 1
        if depth == 0 { return position }
      }
      position += 1
    }
    return nil
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped, !Ascii.isPunctuation(byte) { plain.append(Ascii.backslash) }
      if byte == Ascii.backslash, !isEscaped {
        isEscaped = true
        continue
      }
      plain.append(byte)
      isEscaped = false
    }
    if isEscaped { plain.append(Ascii.backslash) }
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func gap(at position: Int) -> Int? {
    guard mode == .read else { return nil }
    guard unclosedGaps.isEmpty, let end = endOfGap(from: position + 2) else {
      if unclosedGaps.isEmpty { unclosedGaps.append(passage.offset(position)) }
      return nil
    }
    tokens.append(.gap(gaps.count))
    gaps.append(passage.part(position + 2..<end))
    return end + 2
  }

  private func endOfGap(from start: Int) -> Int? {
    var position = start
    while position + 1 < bytes.endIndex {
      let byte = bytes[position]
      if byte == Ascii.backslash {
        position += 2
      } else if byte == Ascii.backtick {
        position = InlineReader.endOfCode(in: bytes, at: position) ?? position + 1
      } else if byte == Ascii.closeBrace, bytes[position + 1] == Ascii.closeBrace {
        return position
      } else {
        position += 1
      }
    }
    return nil
  }

  // MARK: Emphasis

  private mutating func delimiter(at position: Int) -> Int? {
    let mark = bytes[position]
    var end = position
    while end < bytes.endIndex, bytes[end] == mark { end += 1 }
    let length = end - position
    guard length <= 3 else {
      tokens.append(.text(position..<end))
      return end
    }
    let before = Neighbour(before: position, in: bytes)
    let after = Neighbour(after: end, in: bytes)
    tokens.append(
      .delimiter(
        Delimiter(
          text: position..<end,
          style: length == 1 ? .emphasis : length == 2 ? .strong : [.emphasis, .strong],
          kind: (mark == Ascii.asterisk ? 0 : 3) + length - 1,
          opens: after != .space && before != .word, closes: before != .space && after != .word)))
    return end
  }

  /// What stands beside a mark: inside a word it is plain.
  private enum Neighbour {
    case space
    case word
    case other

    init(before position: Int, in bytes: ArraySlice<UInt8>) {
      guard position > bytes.startIndex else {
        self = .space
        return
      }
      var start = position - 1
      while start > bytes.startIndex, bytes[start] & 0xc0 == 0x80 { start -= 1 }
      self.init(lead: bytes[start])
    }

    init(after position: Int, in bytes: ArraySlice<UInt8>) {
      guard position < bytes.endIndex else {
        self = .space
        return
      }
      self.init(lead: bytes[position])
    }

    /// Ideographs and their punctuation (leads E3...E9, EF), written without spaces, join no word.
    private init(lead: UInt8) {
      switch lead {
      case Ascii.space, Ascii.tab: self = .space
      case _ where Ascii.isAlphanumeric(lead): self = .word
      case 0xc3...0xdf, 0xe0, 0xe1, 0xea...0xed: self = .word
      default: self = .other
      }
    }
  }

  /// Pairs each closing mark with the nearest open one of its kind.
  /// - Complexity: O(*n*) over the tokens, since a pair discards what is open between its ends.
  private mutating func matchDelimiters() {
    var open: [[Int]] = Array(repeating: [], count: 6)
    for index in tokens.indices {
      guard case .delimiter(var delimiter) = tokens[index] else { continue }
      if delimiter.closes, let start = open[delimiter.kind].last,
        case .delimiter(var opener) = tokens[start], start < index - 1
      {
        opener.role = 1
        delimiter.role = -1
        tokens[start] = .delimiter(opener)
        tokens[index] = .delimiter(delimiter)
        for kind in open.indices {
          while let last = open[kind].last, last >= start { open[kind].removeLast() }
        }
      } else if delimiter.opens {
        open[delimiter.kind].append(index)
      }
    }
  }

  private func assembled() -> RichText {
    var runs = RunCollector()
    var depth = [0, 0]
    var style: RichText.Style = []
    for token in tokens {
      switch token {
      case .text(let range): runs.append(bytes[range], style)
      case .plain(let text): runs.append(ArraySlice(text.utf8), style)
      case .code(let text): runs.append(ArraySlice(text.utf8), style.union(.code))
      case .link(let text, let target): runs.append(.link(text: text, target: target))
      case .gap(let number): runs.append(.gap(number))
      case .delimiter(let delimiter):
        guard delimiter.role != 0 else {
          runs.append(bytes[delimiter.text], style)
          continue
        }
        if delimiter.style.contains(.emphasis) { depth[0] += delimiter.role }
        if delimiter.style.contains(.strong) { depth[1] += delimiter.role }
        style = depth[0] > 0 ? .emphasis : []
        if depth[1] > 0 { style.insert(.strong) }
      }
    }
    return RichText(runs: runs.finished())
  }
}

/// Joins neighbouring texts of one style into one run.
private struct RunCollector {
  private var runs: [RichText.Run] = []
  private var bytes: [UInt8] = []
  private var style: RichText.Style = []

  mutating func append(_ text: ArraySlice<UInt8>, _ style: RichText.Style) {
    if style != self.style { flush() }
    self.style = style
    bytes += text
  }

  mutating func append(_ run: RichText.Run) {
    flush()
    runs.append(run)
  }

  mutating func finished() -> [RichText.Run] {
    flush()
    return runs
  }

  private mutating func flush() {
    guard !bytes.isEmpty else { return }
    runs.append(.text(String(decoding: bytes, as: UTF8.self), style))
    bytes.removeAll(keepingCapacity: true)
  }
}

extension InlineReader {
  /// The text of a passage in which only escapes and code spans mean anything.
  static func unescapedText(_ passage: Passage) -> String {
    let bytes = passage.bytes
    let marks: Set<UInt8> = [Ascii.backslash, Ascii.backtick, Ascii.less]
    guard bytes.contains(where: marks.contains) else { return passage.raw }
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
