import ReciteCore

/// Reads what stands between two marks: code, comments, links, gaps.
extension InlineReader {
  mutating func code(at position: Int) -> Int? {
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
  func comment(at position: Int) -> Int? {
    guard var end = InlineReader.endOfComment(in: bytes, at: position) else { return nil }
    if position == bytes.startIndex || Ascii.isSpace(bytes[position - 1]) {
      while end < bytes.endIndex, Ascii.isSpace(bytes[end]) { end += 1 }
    }
    return end
  }

  /// The offset after the comment that begins at `offset`, or nil where none does or it is not closed.
  static func endOfComment(in bytes: Bytes, at offset: Int) -> Int? {
    guard offset + 3 < bytes.endIndex, bytes[offset] == Ascii.less,
      bytes[offset + 1] == Ascii.exclamation, bytes[offset + 2] == Ascii.hyphen,
      bytes[offset + 3] == Ascii.hyphen
    else { return nil }
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

  mutating func autolink(at position: Int) -> Int? {
    let limit = min(bytes.endIndex, position + InlineReader.longestLink)
    guard let close = bytes[position + 1..<limit].firstIndex(of: Ascii.greater) else { return nil }
    let inner = bytes[position + 1..<close]
    guard inner.starts(with: "http://".utf8) || inner.starts(with: "https://".utf8),
      !inner.contains(Ascii.space)
    else { return nil }
    let target = inner.text
    tokens.append(.link(text: target, target: target))
    return close + 1
  }

  /// Bytes that are searched for a link's end; it bounds the work that unclosed brackets cause.
  private static let longestLink = 512

  mutating func link(at position: Int, isImage: Bool) -> Int? {
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

  func closing(_ open: UInt8, _ close: UInt8, _ from: Int, _ limit: Int) -> Int? {
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

  private func unescaped(_ bytes: Bytes) -> String {
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

  mutating func gap(at position: Int) -> Int? {
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
}
