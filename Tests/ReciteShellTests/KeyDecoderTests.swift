import CLibedit
import Support
import Testing

@testable import ReciteShell

/// Bytes of a keyboard, without a terminal.
struct KeyDecoderTests {
  @Test("no bytes trap, and text comes through whole") func anyBytes() {
    forEverySeed(in: 1...300) { seed in
      var generator = SeededBytes(seed: seed)
      var decoder = KeyDecoder()
      decoder.isVi = seed % 2 == 0
      for _ in 0..<400 {
        for value in decoder.decode(generator.next()) where Unicode.Scalar(value) == nil {
          throw LawBroken("\(value) is no character")
        }
      }
      // Whatever came before, an end of paste and a settled Escape lead back to plain text.
      for byte in "\u{1b}[201~".utf8 { _ = decoder.decode(byte) }
      _ = decoder.settle()
      _ = decoder.decode(0x20)
      let text = "ab辽宁é🏭"
      let decoded = text.utf8.flatMap { decoder.decode($0) }
      try requireEqual(decoded, text.unicodeScalars.map(\.value), "text")
    }
  }

  @Test("a paste without an end keeps what it may hold") func endlessPaste() {
    var decoder = KeyDecoder()
    for byte in "\u{1b}[200~".utf8 { _ = decoder.decode(byte) }
    for _ in 0..<(KeyDecoder.longestPaste + 5000) { _ = decoder.decode(0x78) }
    #expect(decoder.isPasting)
    let codes = "\u{1b}[201~".utf8.flatMap { decoder.decode($0) }
    #expect(codes == [KeyCode.paste.rawValue])
    #expect(decoder.takePaste().utf8.count == KeyDecoder.longestPaste)
  }

  @Test("an unfinished sequence is what was pressed, once nothing follows") func settling() {
    var decoder = KeyDecoder()
    #expect(decoder.decode(0x1b) == [] && decoder.isUndecided)
    #expect(decoder.settle() == [0x1b] && !decoder.isUndecided)
    _ = decoder.decode(0x1b)
    #expect(decoder.decode(0x5b) == [])
    #expect(decoder.settle() == [0x1b, 0x5b])
  }

  @Test(
    "what ~/.editrc binds is left alone",
    arguments: [
      ("bind \"\\e[5~\" ed-prev-history", [0x1b, 0x5b, 0x35, 0x7e]),
      ("bind ^[OP ed-prev-history", [0x1b, 0x4f, 0x50]),
      ("bind -a \\033[A vi-cmd", [0x1b, 0x5b, 0x41]),
      ("recite:bind '\\e[A' ed-search-prev-history", [0x1b, 0x5b, 0x41]),
    ] as [(String, [UInt8])])
  func configuration(_ line: String, _ sequence: [UInt8]) {
    let configuration = EditingConfiguration(text: line + "\n")
    #expect(configuration.sequences == [sequence])
    var decoder = KeyDecoder()
    decoder.passing = configuration.sequences
    #expect(sequence.flatMap { decoder.decode($0) } == sequence.map(UInt32.init))
  }

  @Test(
    "other lines of ~/.editrc bind no sequence",
    arguments: ["bind", "bind -v", "edit on", "", "bind ^R em-inc-search-prev", "bind \\e"])
  func otherLines(_ line: String) {
    #expect(EditingConfiguration(text: line).sequences == [])
  }

  @Test(
    "rows and columns are counted as the terminal fills them",
    arguments: [
      ("abc", 0, 3), ("abcdefghij", 1, 0), ("abcdefghi辽", 1, 2), ("辽宁吉林黑", 1, 0),
      ("ab\u{301}c", 0, 3), ("\u{1}", 0, 2), ("ab\nbck:x", 1, 5), ("\t", 0, 8),
      ("🏭", 0, 2), ("\u{200d}", 0, 0),
    ])
  func layout(_ text: String, _ row: Int, _ column: Int) {
    _ = Terminal.prepareLocale()
    var layout = LineLayout(columns: 10)
    for scalar in text.unicodeScalars { layout.advance(scalar.value) }
    #expect((layout.row, layout.column) == (row, column))
  }
}

/// Bytes that look like a keyboard gone wild: many escapes, brackets and digits among the rest.
private struct SeededBytes {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt8 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let drawn = state >> 33
    let likely: [UInt8] = [0x1b, 0x5b, 0x4f, 0x32, 0x30, 0x30, 0x7e, 0x3b, 0xe8, 0xbe, 0xbd]
    return drawn % 3 == 0
      ? UInt8(truncatingIfNeeded: drawn >> 8) : likely[Int(drawn >> 8) % likely.count]
  }
}
