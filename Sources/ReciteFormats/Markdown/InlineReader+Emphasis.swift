import ReciteCore

/// Finds which marks open and close emphasis.
extension InlineReader {
  mutating func delimiter(at position: Int) -> Int? {
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
          text: position..<end, isEmphasis: length != 2, isStrong: length > 1,
          kind: (mark == Ascii.asterisk ? 0 : 3) + length - 1,
          opens: after != .space && before != .word, closes: before != .space && after != .word)))
    return end
  }

  /// What stands beside a mark: inside a word it is plain.
  private enum Neighbour {
    case space
    case word
    case other

    init(before position: Int, in bytes: Bytes) {
      guard position > bytes.startIndex else {
        self = .space
        return
      }
      var start = position - 1
      while start > bytes.startIndex, bytes[start] & 0xc0 == 0x80 { start -= 1 }
      self.init(lead: bytes[start])
    }

    init(after position: Int, in bytes: Bytes) {
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
  mutating func matchDelimiters() {
    // The last open token of each kind; each knows the one before it.
    var open = InlineArray<6, Int>(repeating: -1)
    for index in tokens.indices {
      guard case .delimiter(var delimiter) = tokens[index] else { continue }
      let start = open[delimiter.kind]
      if delimiter.closes, start >= 0, start < index - 1,
        case .delimiter(var opener) = tokens[start]
      {
        opener.role = 1
        delimiter.role = -1
        tokens[start] = .delimiter(opener)
        tokens[index] = .delimiter(delimiter)
        for kind in open.indices {
          while open[kind] >= start { open[kind] = previous(of: open[kind]) }
        }
      } else if delimiter.opens {
        delimiter.previous = start
        tokens[index] = .delimiter(delimiter)
        open[delimiter.kind] = index
      }
    }
  }

  private func previous(of token: Int) -> Int {
    if case .delimiter(let delimiter) = tokens[token] { delimiter.previous } else { -1 }
  }
}
