import ReciteCore
import Testing

@testable import ReciteFormats

/// Where faults stand: `⟦` and `⟧` mark in the input what the diagnostic must point at.
@Suite struct MarkedPositionTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var code: DiagnosticCode
    var text: String
    init(_ code: DiagnosticCode, _ text: String) {
      self.code = code
      self.text = text
    }
    var testDescription: String { "\(code.rawValue) \(text.split(separator: "\n").last ?? "")" }
  }

  private static let rows: [Row] = [
    Row(.sameOption, "# L\n\n### Q\n\n- [ ] 辽宁\n- [x] ⟦辽宁⟧\n"),
    Row(.almostABox, "# L\n\n### Q\n\n⟦- [✓] a⟧\n- [ ] b\n"),
    Row(.almostABox, "# L\n\n### Q\n\n- [x] a\n⟦☐ b⟧\n"),
    Row(.unknownField, "# L\n\n### Q\n\nAnswer: é\u{301}x\n\n**⟦Hnit⟧:** two\n"),
    Row(.unknownField, "# L\n\n### Q\n\n⟦Soruce⟧: map\n\nAnswer: x\n"),
    Row(.emptyPart, "# L\n\n### Q\n\n⟦Hint⟧:\n\nAnswer: x\n"),
    Row(.repeatedAlternative, "# L\n\n### Q\n\nAnswer: 👩‍👩‍👧 | ⟦👩‍👩‍👧⟧\n"),
    Row(.repeatedAlternative, "# L\n\n### Q\n\nAnswer: one |\n  two |\n  ⟦two⟧\n"),
    Row(.unclosedGap, "# L\n\n### Q\n\nIt is ⟦{{⟧Harbin.\n"),
    Row(.emptyPart, "# L\n\n### Q\n\nIt is ⟦{{ }}⟧.\n"),
    Row(.badAttributes, "# L\n\n### Q {#a ⟦b⟧}\n\nAnswer: x\n"),
    Row(.duplicateID, "# L\n\n### Q {#a}\n\nAnswer: x\n\n### R {⟦#a⟧}\n\nAnswer: y\n"),
    Row(.twoAnswers, "# L\n\n### Q\n\n- [x] a\n- [ ] b\n\n⟦Answer: a⟧\n"),
    Row(.letteredOptions, "# L\n\n### Q\n\nA) a\nB) b\n\nAnswer: ⟦B⟧\n"),
    Row(.answerAmongBullets, "# L\n\n### Q\n\n- a\n- b\n\nAnswer: ⟦a⟧\n"),
    Row(.markedBullet, "# L\n\n### Q\n\n- a\n⟦- b ✓⟧\n"),
    Row(.stepNumbers, "# L\n\n### Q\n\n1. a\n⟦3. b⟧\n"),
    Row(.nestedBullets, "# L\n\n### Q\n\n- a\n  ⟦- x⟧\n- b\n"),
    Row(.fieldInsidePart, "# L\n\n### Q\n\n- a\n- b\n- ⟦Hint⟧: c\n"),
    Row(.fieldInsidePart, "# L\n\n### Q\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| ⟦Hint⟧: x | |\n"),
    Row(.textAfterAnswer, "# L\n\n### Q\n\nAnswer: x\n\n⟦More text.⟧\n"),
    Row(.deepHeading, "# L\n\n### Q\n\n⟦#### More⟧\n\nAnswer: x\n"),
    Row(.headingWithoutSpace, "# L\n\n⟦###Q⟧\n\nAnswer: x\n"),
    Row(.answerInReading, "# L\n\n## Q\n\n⟦Answer⟧: x\n"),
    Row(.answerInReading, "# L\n\n## Q\n\nIt is ⟦{{x}}⟧.\n"),
    Row(.noAnswer, "# L\n\n⟦### Q⟧\n\nText.\n"),
    Row(.emptyRange, "# L\n\n### Q\n\nAnswer: ⟦9..7 km⟧\n"),
    Row(.unknownKey, "---\n⟦titel⟧: T\n---\n# L\n\n### Q\n\nAnswer: x\n"),
    Row(.badKeyValue, "---\npass: ⟦much⟧\n---\n# L\n\n### Q\n\nAnswer: x\n"),
    Row(.unclosedHeader, "⟦---⟧\ntitle: T\n# L\n\n### Q\n\nAnswer: x\n"),
    Row(.unknownSource, "# L\n\n### Q\n\nAnswer: x\n\nSource: ⟦map ¶3⟧\n"),
    Row(
      .unknownItem,
      "# L\n\n### Q {#q}\n\nAnswer: x\n\nApart: q2x, ⟦zz⟧\n\n### R {#q2x}\n\nAnswer: y\n"),
    Row(.controlCharacter, "# L\n\n### Q\n\nAnswer: x⟦\u{1b}⟧[31m\n"),
    Row(.controlCharacter, "# L\r\n\r\n### Q\r\n\r\nAnswer: 辽⟦\u{202e}⟧宁\r\n"),
    Row(.unclosedFence, "# L\n\n### Q\n\n⟦```⟧\nAnswer: x\n\n### R\n\nAnswer: y\n"),
    Row(.unclosedComment, "# L\n\n### Q\n\nAnswer: x ⟦<!--⟧ note\n\n### R\n\nAnswer: y\n"),
    Row(.unknownField, "\u{feff}# L\n\n### Q\n\nAnswer: x\u{200e}y\n\n⟦Hnit⟧: two\n"),
  ]

  @Test("a fault is reported where the input marks it", arguments: rows)
  func position(row: Row) throws {
    let opening = try #require(row.text.firstIndex(of: "⟦"))
    let closing = try #require(row.text.firstIndex(of: "⟧"))
    let before = String(row.text[..<opening])
    let marked = String(row.text[row.text.index(after: opening)..<closing])
    let after = String(row.text[row.text.index(after: closing)...])
    let reading = PackReader.read(before + marked + after)
    let found = reading.diagnostics.filter { $0.code == row.code }
    let start = PositionCounter.position(after: before)
    let end = PositionCounter.position(after: before + marked)
    #expect(
      found.contains { $0.place.start == start && $0.place.end == end },
      "expected \(start)–\(end), found \(reading.diagnostics.map { "\($0.code) \($0.place.start)–\($0.place.end)" })"
    )
  }
}

/// Counts lines and characters the slow and plain way.
private enum PositionCounter {
  static func position(after text: String) -> Position {
    var position = Position(line: 1, column: 1)
    for character in text {
      if character == "\u{feff}" { continue }
      if character.isNewline {
        position = Position(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
    }
    return position
  }
}
