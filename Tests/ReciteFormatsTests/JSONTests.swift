import ReciteCore
import ReciteFormats
import Support
import Testing

struct JSONReaderTests {
  @Test(arguments: [
    (
      #"{"a":1,"b":[true,false,null],"c":{"d":-2.5e3}}"#,
      #"{"a":1,"b":[true,false,null],"c":{"d":-2500}}"#
    ),
    (" [ ] ", "[]"),
    ("{ }\n", "{}"),
    (#""\u8fbd\u5b81\n\"\\\/""#, #""辽宁\n\"\\/""#),
    (#""\ud83d\ude00""#, #""😀""#),
    ("-0.125", "-0.125"),
    ("9223372036854775807", "9223372036854775807"),
    ("1E2", "100"),
    ("0", "0"),
  ])
  func `A text is read as its tree`(text: String, written: String) throws {
    var writer = JSONWriter()
    writer.value(try JSONValue(parsing: Array(text.utf8)))
    #expect(writer.text == written)
  }

  /// The place of the error is marked by `⌖` in the text.
  @Test(arguments: [
    ("⌖", JSONError.Reason.unexpectedEnd),
    ("{⌖", .unexpectedEnd),
    ("[1,⌖]", .expected("a value")),
    ("[1 ⌖2]", .expected("',' or ']'")),
    (#"{"a" ⌖1}"#, .expected("':'")),
    (#"{⌖a:1}"#, .expected("a key in quotes")),
    (#"{"a":1,⌖"a":2}"#, .duplicateKey("a")),
    ("[⌖01]", .expected("no leading zero")),
    ("[⌖-]", .expected("a number")),
    ("[⌖1.]", .expected("a number")),
    ("[⌖+1]", .expected("a value")),
    ("[⌖1e400]", .numberOutOfRange),
    ("[⌖nul]", .expected("'null'")),
    ("[1]⌖x", .trailingText),
    ("[\n \"a⌖\u{1}\"]", .controlCharacter),
    (#"["\⌖x"]"#, .invalidEscape),
    (#"["\ud800⌖"]"#, .invalidEscape),
    (#"["\udc00⌖"]"#, .invalidEscape),
    (#"["abc⌖"#, .unexpectedEnd),
  ])
  func `A fault is reported where it stands`(marked: String, reason: JSONError.Reason) throws {
    let bytes = Array(marked.utf8)
    let mark = Array("⌖".utf8)
    let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: mark) })
    let text = Array(bytes[..<offset]) + bytes[(offset + mark.count)...]
    let line = bytes[..<offset].filter { $0 == 0x0a }.count + 1
    let lineStart = (bytes[..<offset].lastIndex(of: 0x0a) ?? -1) + 1
    #expect(throws: JSONError(reason, line: line, column: offset - lineStart + 1)) {
      try JSONValue(parsing: text)
    }
  }

  @Test func `Bytes that are not UTF-8 are an error`() {
    #expect(throws: JSONError(.invalidUTF8, line: 1, column: 2)) {
      try JSONValue(parsing: [0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d])
    }
  }

  @Test func `Nesting is bounded`() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 200_000)
    #expect(throws: JSONError(.tooDeep, line: 1, column: JSONReader.depthLimit + 1)) {
      try JSONValue(parsing: deep)
    }
  }

  @Test(arguments: [
    ("127", Int64(127)), ("-128", -128), ("128", nil), ("-129", nil),
    ("99999999999999999999999", nil), ("1.5", nil), ("1e2", nil),
  ])
  func `A whole number must fit its type`(text: String, expected: Int64?) {
    var reader = JSONReader(Array(text.utf8))
    #expect((try? reader.integer(as: Int8.self)).map(Int64.init) == expected)
  }

  @Test func `The largest and the smallest whole number are read`() throws {
    var reader = JSONReader(Array("[18446744073709551615,-9223372036854775808]".utf8))
    try reader.beginArray()
    #expect(try reader.nextElement())
    #expect(try reader.integer(as: UInt64.self) == .max)
    #expect(try reader.nextElement())
    #expect(try reader.integer(as: Int64.self) == .min)
    #expect(try !reader.nextElement())
  }

  @Test func `Chunks of any size give the same tree and the same sum`() throws {
    let text = #"{"a":[1,-2.25,"辽宁\n\ud83d\ude00",true,null],"b":{"c":false},"d":12345678901}"#
    let bytes = Array((text + "\n ").utf8)
    let whole = try JSONValue(parsing: bytes)
    for size in 1...bytes.count {
      var next = 0
      var reader = try JSONReader(checksumming: true) { buffer in
        let end = min(bytes.count, next + size)
        buffer.append(contentsOf: bytes[next..<end])
        next = end
      }
      #expect(try reader.value() == whole)
      try reader.end()
      #expect(reader.checksumSoFar == CRC32C.checksum(bytes[...]))
    }
  }

  @Test func `Any bytes are read or refused`() {
    forEverySeed(in: 1...2000) { seed in
      var generator = SeededGenerator(seed: seed)
      let alphabet = Array(#"{}[]":,\u0de1.-+eEtrufalsn 辽"#.utf8) + [0, 9, 0xff, 0xc2, 0x0a]
      let bytes = (0..<generator.number(below: 60)).map { _ in
        alphabet[generator.number(below: alphabet.count)]
      }
      if let value = try? JSONValue(parsing: bytes) {
        var writer = JSONWriter()
        writer.value(value)
        try requireEqual(try JSONValue(parsing: writer.bytes), value, "read back")
      }
    }
  }
}

struct JSONWriterTests {
  @Test(arguments: [
    (2.0 / 3, "0.667"), (1, "1"), (0, "0"), (-0.0, "0"), (0.5, "0.5"), (8.1, "8.1"),
    (-2.0005, "-2.001"), (0.0004, "0"), (-0.0004, "0"), (12.3456, "12.346"), (.nan, "null"),
    (.infinity, "null"), (1e20, "1e+20"),
  ])
  func `A number is rounded to three places`(value: Double, written: String) {
    var writer = JSONWriter()
    writer.double(value, places: 3)
    #expect(writer.text == written)
  }

  @Test(arguments: [3.173_052_199_9, 1, 1e-9, 0.1, 36_500, 123_456_789.123_456_78])
  func `A number in full reads back equal`(value: Double) throws {
    var writer = JSONWriter()
    writer.double(value)
    var reader = JSONReader(writer.bytes)
    #expect(try reader.double() == value)
  }

  @Test func `What would harm a terminal is escaped, joiners stay`() {
    var writer = JSONWriter()
    writer.string("a\u{1b}[2J\u{9b}\u{202e}\u{200b}\u{7f}\u{200d}\u{200c}\"\\\u{e0041}")
    #expect(
      writer.text
        == #""a\u001b[2J\u009b\u202e\u200b\u007f"# + "\u{200d}\u{200c}" + #"\"\\\udb40\udc41""#)
  }

  @Test func `Members come in the order given, without spaces`() {
    var writer = JSONWriter()
    writer.object {
      $0.member("event", "answer")
      $0.member("seq", 1)
      $0.member("credit", 2.0 / 3, places: 3)
      $0.member("ok", true)
      $0.member("tags", ["a", "b"])
      $0.key("none")
      $0.null()
    }
    writer.newline()
    #expect(
      writer.text
        == #"{"event":"answer","seq":1,"credit":0.667,"ok":true,"tags":["a","b"],"none":null}"#
        + "\n")
  }

  /// The check value of the catalogue of CRC parametrised algorithms, and RFC 3720's two.
  @Test func `CRC-32C gives the published sums`() {
    #expect(CRC32C.checksum(Array("123456789".utf8)[...]) == 0xe306_9283)
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)[...]) == 0x8a91_36aa)
    #expect(CRC32C.checksum([UInt8](repeating: 0xff, count: 32)[...]) == 0x62a8_ab43)
    #expect(CRC32C.checksum([]) == 0)
  }
}
