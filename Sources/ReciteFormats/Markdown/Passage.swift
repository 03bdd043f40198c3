/// The bytes of one value, joined from its lines, each byte with its offset in the file.
///
/// A value of one line is a view of the file itself; only one that runs on is copied.
struct Passage {
  /// Where in the file a joined piece begins.
  private struct Piece {
    var from: Int
    var offset: Int
  }

  /// Trimmed at both ends.
  let bytes: Bytes
  /// The pieces that were joined; nil where `bytes` is a view of the file.
  private let pieces: [Piece]?

  /// The stretch `range` of a file.
  init(_ file: Bytes, _ range: Range<Int>) { self.init(bytes: file[range].trimmed, pieces: nil) }

  /// Several stretches of a file, joined by a space, or by nothing between two ideographs.
  init(_ file: Bytes, joining ranges: [Range<Int>], in texts: JoinedTexts) {
    guard ranges.count != 1 else {
      self.init(file, ranges[0])
      return
    }
    var joined: [UInt8] = []
    var pieces: [Piece] = []
    for range in ranges {
      let piece = file[range].trimmed
      guard !piece.isEmpty else { continue }
      if !joined.isEmpty, !Passage.meetInIdeographs(joined, piece) { joined.append(Ascii.space) }
      pieces.append(Piece(from: joined.count, offset: piece.startIndex))
      joined += piece
    }
    self.init(bytes: texts.keep(joined), pieces: pieces)
  }

  private init(bytes: Bytes, pieces: [Piece]?) {
    self.bytes = bytes
    self.pieces = pieces
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The offset in the file of the byte at `index`, which may be the end.
  func offset(_ index: Int) -> Int {
    guard let piece = pieces?.last(where: { $0.from <= index }) else { return index }
    return piece.offset + index - piece.from
  }

  /// The stretch of the file that `range` came from.
  func file(_ range: Range<Int>) -> Range<Int> {
    let start = offset(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, offset(range.upperBound - 1) + 1)
  }

  /// The stretch of the file that the whole came from.
  var place: Range<Int> { file(bytes.startIndex..<bytes.endIndex) }

  /// A trimmed part of this passage.
  func part(_ range: Range<Int>) -> Passage {
    Passage(bytes: bytes[range].trimmed, pieces: pieces)
  }

  /// The bytes as text, nothing in them read.
  var raw: String { bytes.text }

  /// True where a line break stands between two characters of U+3000...U+9FFF or U+F900...U+FFEF,
  /// which are written without spaces (Hangul, which has them, lies elsewhere).
  private static func meetInIdeographs(_ before: [UInt8], _ after: Bytes) -> Bool {
    guard let lead = after.first, before.count >= 3 else { return false }
    func isWide(_ byte: UInt8) -> Bool { (0xe3...0xe9).contains(byte) || byte == 0xef }
    return isWide(lead) && isWide(before[before.count - 3])
      && before[before.count - 2] & 0xc0 == 0x80
  }
}

extension String {
  /// True where nothing but white space is left.
  var isBlank: Bool {
    // Nearly every text begins with a letter or digit, which no table is needed to see. Beyond
    // ASCII, the first bytes of white space are C2 (U+00A0) and E1 to E3 (U+3000).
    guard let first = utf8.first else { return true }
    if Ascii.isAlphanumeric(first) || (0xc3...0xe0).contains(first) || first >= 0xe4 {
      return false
    }
    return allSatisfy(\.isWhitespace)
  }
}
