import ReciteCore

/// Cuts a chain at its arrows.
enum ChainReader {
  private static let arrows: [[UInt8]] = ["→", "⟶", "⇒", "➔", "➜", "➝", "-->", "->", "==>", "=>"]
    .map { Array($0.utf8) }

  /// The links between arrows that are neither escaped nor in a code span.
  static func links(_ passage: Passage) -> [Passage] {
    let bytes = passage.bytes
    var links: [Passage] = []
    var start = bytes.startIndex
    var offset = start
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if byte == Ascii.backslash {
        offset += 2
      } else if byte == Ascii.backtick {
        offset = InlineReader.endOfCode(in: bytes, at: offset) ?? offset + 1
      } else if byte == 0xe2 || byte == Ascii.hyphen || byte == Ascii.equals,
        let arrow = arrows.first(where: { bytes[offset...].starts(with: $0) })
      {
        links.append(passage.part(start..<offset))
        offset += arrow.count
        start = offset
      } else {
        offset += 1
      }
    }
    links.append(passage.part(min(start, bytes.endIndex)..<bytes.endIndex))
    return links
  }
}
