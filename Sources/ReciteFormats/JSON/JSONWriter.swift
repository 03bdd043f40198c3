/// Writes JSON as our contracts have it: no spaces, members in the order given.
///
/// Control, C1, bidi and invisible characters are written as `\u` escapes, so that a terminal that
/// shows the text is safe from it; joiners, which scripts need, stay.
///
///     var writer = JSONWriter()
///     writer.object {
///       $0.member("event", "answer")
///       $0.member("credit", 2.0 / 3, places: 3)
///     }
///     writer.text == #"{"event":"answer","credit":0.667}"#
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands out what was written so far and goes on with an empty buffer, of a document or of lines.
  package mutating func drain(_ body: ([UInt8]) throws -> Void) rethrows {
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Ends a line of JSON Lines, or a document.
  package mutating func newline() {
    bytes.append(0x0a)
    needsComma = false
  }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try body(&self)
    endObject()
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginArray()
    try body(&self)
    endArray()
  }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// The key of the member that is written next.
  package mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func integer(_ value: some FixedWidthInteger) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(UInt64(clamping: value.magnitude))
  }

  /// A number, rounded to `places` decimal places where they are given.
  ///
  /// Halves go away from zero, and no zeros stand at the end. In full it is the shortest text that
  /// reads back equal. What is not a number or infinite is null.
  package mutating func double(_ value: Double, places: Int? = nil) {
    guard value.isFinite else { return null() }
    if let places, (0...9).contains(places) {
      let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
      let scaled = (value * scale).rounded(.toNearestOrAwayFromZero)
      if abs(scaled) < 0x1p53 { return fixed(Int(scaled), scale: Int(scale)) }
    }
    if value == value.rounded(), abs(value) < 0x1p53 { return integer(Int(value)) }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// `scaled / scale` as a decimal fraction; `scale` is a power of ten.
  package mutating func fixed(_ scaled: Int, scale: Int) {
    separate()
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(clamping: scaled.magnitude)
    let divisor = max(1, scale)
    digits(UInt64(magnitude / divisor))
    var rest = magnitude % divisor
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = divisor / 10
    while rest > 0, place > 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest / place) &+ 0x30)
      rest %= place
      place /= 10
    }
  }

  private mutating func digits(_ value: UInt64) {
    if value < 10 {
      bytes.append(UInt8(truncatingIfNeeded: value) &+ 0x30)
      return
    }
    let start = bytes.count
    var rest = value
    while rest > 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest % 10) &+ 0x30)
      rest /= 10
    }
    bytes[start...].reverse()
  }

  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": bytes.append(contentsOf: #"\n"#.utf8)
      case "\t": bytes.append(contentsOf: #"\t"#.utf8)
      case "\r": bytes.append(contentsOf: #"\r"#.utf8)
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        if HiddenCharacters.contains(scalar) {
          escape(scalar)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      bytes.append(contentsOf: #"\u"#.utf8)
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 15)
        bytes.append(digit < 10 ? digit + 0x30 : digit - 10 + UInt8(ascii: "a"))
      }
    }
  }
}

extension JSONWriter {
  package mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  package mutating func member(_ key: String, _ value: some FixedWidthInteger) {
    self.key(key)
    integer(value)
  }

  package mutating func member(_ key: String, _ value: Double, places: Int?) {
    self.key(key)
    double(value, places: places)
  }

  package mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    array { for value in values { $0.string(value) } }
  }

  /// A whole tree.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key)
          $0.value(member.value)
        }
      }
    case .array(let values): array { for value in values { $0.value(value) } }
    case .string(let text): string(text)
    case .integer(let number): integer(number)
    case .number(let number): double(number)
    case .bool(let truth): bool(truth)
    case .null: null()
    }
  }
}
