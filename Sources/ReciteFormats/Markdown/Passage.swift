/// The bytes of one value, joined from its lines, each byte with its offset in the file.
///
/// A value of one line is a slice of the file itself; only one that runs on is copied.
struct Passage {
  /// Trimmed at both ends.
  private(set) var bytes: ArraySlice<UInt8>
  /// Where in the file each joined piece begins; empty where `bytes` is a slice of the file.
  private var pieces: [(from: Int, offset: Int)] = []

  /// The stretch `range` of a file.
  init(_ file: [UInt8], _ range: Range<Int>) {
    var range = range
    while !range.isEmpty, Ascii.isSpace(file[range.lowerBound]) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty, Ascii.isSpace(file[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    bytes = file[range]
  }

  /// Several stretches of a file, joined by a space, or by nothing between two ideographs.
  init(_ file: [UInt8], joining ranges: [Range<Int>]) {
    guard ranges.count != 1 else {
      self.init(file, ranges[0])
      return
    }
    var joined: [UInt8] = []
    var pieces: [(from: Int, offset: Int)] = []
    for range in ranges {
      let piece = Passage(file, range)
      guard !piece.bytes.isEmpty else { continue }
      if !joined.isEmpty, !Passage.meetInIdeographs(joined[...], piece.bytes) {
        joined.append(Ascii.space)
      }
      pieces.append((joined.count, piece.bytes.startIndex))
      joined += piece.bytes
    }
    self.init(bytes: joined[...], pieces: pieces)
  }

  private init(bytes: ArraySlice<UInt8>, pieces: [(from: Int, offset: Int)]) {
    self.bytes = bytes
    self.pieces = pieces
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// The offset in the file of the byte at `index`, which may be the end.
  func offset(_ index: Int) -> Int {
    guard let piece = pieces.last(where: { $0.from <= index }) else { return index }
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
    var range = range
    while !range.isEmpty, Ascii.isSpace(bytes[range.lowerBound]) {
      range = range.lowerBound + 1..<range.upperBound
    }
    while !range.isEmpty, Ascii.isSpace(bytes[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return Passage(bytes: bytes[range], pieces: pieces)
  }

  /// The bytes as text, nothing in them read.
  var raw: String { String(decoding: bytes, as: UTF8.self) }

  /// True where a line break stands between two characters of U+3000...U+9FFF or U+F900...U+FFEF,
  /// which are written without spaces (Hangul, which has them, lies elsewhere).
  private static func meetInIdeographs(
    _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>
  ) -> Bool {
    guard let lead = after.first, before.count >= 3 else { return false }
    func isWide(_ byte: UInt8) -> Bool { (0xe3...0xe9).contains(byte) || byte == 0xef }
    return isWide(lead) && isWide(before[before.endIndex - 3])
      && before[before.endIndex - 2] & 0xc0 == 0x80
  }
}

extension String {
  /// True where nothing but white space is left.
  var isBlank: Bool {
    // Nearly every text begins with a letter or digit, which no table is needed to see.
    if let first = utf8.first, Ascii.isAlphanumeric(first) { return false }
    return allSatisfy(\.isWhitespace)
  }
}
