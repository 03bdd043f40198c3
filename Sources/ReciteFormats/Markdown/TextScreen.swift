import ReciteCore

/// Looks at every byte of a file before it is read.
///
/// Is it UTF-8, and does it hold what could reach a terminal as a command, or turn the direction of
/// its text?
struct TextScreen {
  private let bytes: Bytes
  private var reports: Reports
  /// The stretches to take out, ascending, and what to put in their place.
  private var removals: [Range<Int>] = []
  private var markReported = false

  enum Outcome {
    /// The bytes to read, and the map from their offsets to those of the file.
    case text([UInt8], OffsetMap)
    case unusable
  }

  /// The text of a file, cleaned, or `unusable` where it is none.
  /// - Complexity: O(*n*) over the bytes.
  static func screen(_ bytes: [UInt8], reports: inout Reports) -> Outcome {
    Bytes.reading(bytes) { view, _ in
      var screen = TextScreen(bytes: view, reports: reports)
      let isText = screen.scan()
      reports = screen.reports
      guard isText else { return .unusable }
      guard !screen.removals.isEmpty else { return .text(bytes, OffsetMap(removed: [])) }
      return screen.cleaned()
    }
  }

  private mutating func scan() -> Bool {
    let count = bytes.count
    if count >= 2, bytes[0] == 0xff, bytes[1] == 0xfe { return refuse(at: 0, "UTF-16") }
    if count >= 2, bytes[0] == 0xfe, bytes[1] == 0xff { return refuse(at: 0, "UTF-16") }
    var offset = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    while offset < count {
      let byte = bytes[offset]
      if byte >= 0x20 && byte < 0x7f || byte == Ascii.newline || byte == Ascii.tab
        || byte == Ascii.carriageReturn
      {
        offset = bytes.endOfPlain(from: offset + 1)
        continue
      }
      if isLetterOfThree(at: offset) {
        offset += 3
        continue
      }
      if byte == 0 { return refuseZero(at: offset) }
      let length = sequence(at: offset)
      guard length > 0 else { return refuse(at: offset, TextEncoding.likely(sample)) }
      look(at: offset, length)
      offset += length
    }
    return true
  }

  /// What an encoding is guessed from.
  private var sample: [UInt8] { Array(bytes.prefix(65_536)) }

  /// True for a character of U+3000 to U+CFFF, none of which is hidden.
  private func isLetterOfThree(at offset: Int) -> Bool {
    offset + 2 < bytes.count && (0xe3...0xec).contains(bytes[offset])
      && bytes[offset + 1] & 0xc0 == 0x80 && bytes[offset + 2] & 0xc0 == 0x80
  }

  /// The length of the UTF-8 sequence at `offset`; 0 where it is malformed.
  private func sequence(at offset: Int) -> Int {
    let lead = bytes[offset]
    let length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    guard length > 0, offset + length <= bytes.count else { return 0 }
    for index in 1..<max(length, 1) where bytes[offset + index] & 0xc0 != 0x80 { return 0 }
    guard length > 2 else { return length }
    let second = bytes[offset + 1]
    // Overlong forms, surrogates, and what lies beyond U+10FFFF.
    switch lead {
    case 0xe0: return second >= 0xa0 ? length : 0
    case 0xed: return second < 0xa0 ? length : 0
    case 0xf0: return second >= 0x90 ? length : 0
    case 0xf4: return second < 0x90 ? length : 0
    default: return length
    }
  }

  /// Reports and removes one character where it must not reach a learner.
  private mutating func look(at offset: Int, _ length: Int) {
    let scalar = scalar(at: offset, length)
    switch scalar {
    case 0x00..<0x20, 0x7f, 0x80...0x9f:
      forbid(offset, length, scalar == 0x1b ? "an escape character" : "a control character")
    case 0x200e, 0x200f, 0x061c:
      drop(offset, length, "an invisible mark of writing direction is dropped")
    case 0xad, 0x180e, 0x200b, 0x2060...0x2064, 0x206a...0x206f:
      drop(offset, length, "an invisible character (\(name(of: scalar))) is dropped")
    case 0x202a...0x202e: forbid(offset, length, "an override of writing direction")
    case 0x2066...0x2069: forbid(offset, length, "an isolate of writing direction")
    case 0x2028, 0x2029: forbid(offset, length, "a line separator")
    case 0xfeff, 0xfff9...0xfffb, 0xe0001...0xe007f:
      forbid(offset, length, "an invisible character")
    default: break
    }
  }

  /// True for what a map, a table or a document of others never brings into a pack.
  static func isForbidden(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar).map(HiddenCharacters.contains) ?? true
  }

  /// Takes out what does no harm but cannot be seen; the first of a file is told.
  private mutating func drop(_ offset: Int, _ length: Int, _ message: String) {
    if !markReported {
      reports.add(
        .directionMark, at: offset..<offset + length, message,
        help: "delete it; it often comes along when text is copied from a web page")
    }
    markReported = true
    removals.append(offset..<offset + length)
  }

  /// `U+200B`.
  private func name(of scalar: UInt32) -> String {
    let code = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
  }

  private mutating func forbid(_ offset: Int, _ length: Int, _ what: String) {
    let name = name(of: scalar(at: offset, length))
    reports.add(
      .controlCharacter, at: offset..<offset + length, "\(what) (\(name)) stands in the text",
      help: "delete it; nothing of the kind may reach a learner's terminal")
    removals.append(offset..<offset + length)
  }

  private func scalar(at offset: Int, _ length: Int) -> UInt32 {
    switch length {
    case 1: return UInt32(bytes[offset])
    case 2: return UInt32(bytes[offset] & 0x1f) << 6 | UInt32(bytes[offset + 1] & 0x3f)
    case 3:
      return UInt32(bytes[offset] & 0x0f) << 12 | UInt32(bytes[offset + 1] & 0x3f) << 6
        | UInt32(bytes[offset + 2] & 0x3f)
    default:
      return UInt32(bytes[offset] & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3f) << 12
        | UInt32(bytes[offset + 2] & 0x3f) << 6 | UInt32(bytes[offset + 3] & 0x3f)
    }
  }

  // MARK: What is no text

  private mutating func refuse(at offset: Int, _ encoding: String) -> Bool {
    if encoding != "UTF-16", bytes.prefix(65_536).contains(0) { return refuseZero(at: offset) }
    reports.add(
      .notUTF8, at: offset..<offset, "this file is not UTF-8; it looks like \(encoding)",
      help:
        "save it again as UTF-8 in your editor, or convert it: iconv -f \(TextEncoding.name(encoding))"
        + " -t UTF-8")
    return false
  }

  private mutating func refuseZero(at offset: Int) -> Bool {
    // Every second byte of Western text in UTF-16 is zero.
    let sample = bytes.prefix(512)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    let isWide = zeros.count * 3 > sample.count && Set(zeros.map { $0 % 2 }).count == 1
    if isWide { return refuse(at: 0, "UTF-16") }
    reports.add(
      .binaryFile, at: 0..<0, "this file is no text: it holds zero bytes",
      help: "a lesson is a text file; a picture or an office document cannot be read as one")
    return false
  }

  private func cleaned() -> Outcome {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var from = 0
    for removal in removals {
      text += bytes[from..<removal.lowerBound]
      from = removal.upperBound
    }
    text += bytes[from...]
    return .text(text, OffsetMap(removed: removals))
  }
}

/// Turns offsets of the cleaned text into those of the file.
struct OffsetMap: Sendable {
  /// Offsets in the cleaned text before which bytes were taken out, and how many up to there.
  private var steps: [(at: Int, removed: Int)] = []

  init(removed: [Range<Int>]) {
    var total = 0
    for range in removed {
      steps.append((range.lowerBound - total, total + range.count))
      total += range.count
    }
  }

  func original(_ offset: Int) -> Int {
    guard !steps.isEmpty else { return offset }
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].at <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : offset + steps[low - 1].removed
  }

  func original(_ range: Range<Int>) -> Range<Int> {
    guard !steps.isEmpty else { return range }
    let start = original(range.lowerBound)
    let end = range.isEmpty ? start : original(range.upperBound - 1) + 1
    return start..<max(start, end)
  }
}

/// Guesses the encoding of text that is no UTF-8, for a message.
enum TextEncoding {
  /// The encodings that teachers' files come in, by the bytes that each uses.
  static func likely(_ bytes: [UInt8]) -> String {
    let sample = bytes.prefix(65_536)
    let high = sample.reduce(into: 0) { $0 += $1 >= 0x80 ? 1 : 0 }
    var pairs = 0
    var shifted = 0
    var offset = sample.startIndex
    while offset + 1 < sample.endIndex {
      let (first, second) = (sample[offset], sample[offset + 1])
      if (0xa1...0xf7).contains(first), second >= 0xa1 {
        pairs += 1
        offset += 2
      } else if (0x81...0x9f).contains(first), second >= 0x40 {
        shifted += 1
        offset += 2
      } else {
        offset += 1
      }
    }
    if pairs * 2 * 10 >= high * 9, high > 1 { return "GB 18030 (GBK)" }
    if shifted > 0, (pairs + shifted) * 2 * 10 >= high * 9, high > 3 { return "Shift JIS" }
    return sample.contains { (0x80...0x9f).contains($0) }
      ? "Windows-1252" : "Latin 1 or Windows-1252"
  }

  /// The name that `iconv` knows an encoding by.
  static func name(_ encoding: String) -> String {
    switch encoding {
    case "GB 18030 (GBK)": "GB18030"
    case "Shift JIS": "SHIFT_JIS"
    case "UTF-16": "UTF-16"
    default: "WINDOWS-1252"
    }
  }
}
