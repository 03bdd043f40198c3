import RecitePresentation
import Testing

@Suite struct WrappingTests {
  @Test(
    "columns are counted as a terminal draws them",
    arguments: [
      ("abc", 3), ("辽宁", 4), ("e\u{301}", 1), ("ＡＢ", 4), ("👩‍🌾", 2), ("🇨🇳", 2), ("½", 1), ("", 0),
      ("\u{1100}\u{1161}", 2), ("क्ष", 2),
    ])
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test(
    "lines break at spaces and between wide characters, and never before a closing mark",
    arguments: [
      ("one two three", 10, ["one two", "three"]),
      ("one  two", 20, ["one  two"]),
      ("incomprehensibilities", 10, ["incomprehe", "nsibilitie", "s"]),
      ("东北地区是工业基地。", 8, ["东北地区", "是工业基", "地。"]),
      ("东北地区。工业", 8, ["东北地", "区。工业"]),
      ("", 10, [""]),
    ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.text) == lines)
  }

  @Test("a hanging indent stands under the first line's text")
  func indents() {
    let lines = StyledText("one two three").wrapped(to: 10, first: StyledText("a) "))
    #expect(lines.map(\.text) == ["a) one two", "   three"])
  }

  @Test("no line is wider than asked, whatever the text")
  func widthLaw() {
    let alphabet = Array("ab 辽宁。（é\u{301}👩‍🌾-")
    for seed in 0..<400 {
      let text = String((0..<40).map { alphabet[($0 * $0 * 7 + seed * ($0 + 3)) % alphabet.count] })
      for line in StyledText(text).wrapped(to: 9) { #expect(line.width <= 9, "\(text)") }
    }
  }

  @Test(
    "what steers a terminal is shown and not sent",
    arguments: [
      ("\u{1b}[2J", "^[[2J"), ("a\u{7}b", "a^Gb"), ("\u{9b}m", "<U+009B>m"),
      ("\u{202e}abc", "<U+202E>abc"), ("a\tb\nc", "a b c"), ("क्\u{200d}ष", "क्\u{200d}ष"),
      ("\u{200b}", "<U+200B>"), ("\u{e0041}", "<U+E0041>"),
    ])
  func visible(text: String, shown: String) {
    #expect(StyledText(text).text == shown)
    #expect(Theme(palette: .dark, drawsUnicode: true).render(StyledText(text, .plain)) == shown)
  }
}
