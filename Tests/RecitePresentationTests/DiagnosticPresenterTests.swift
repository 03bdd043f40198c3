import ReciteFormats
import RecitePresentation
import Testing

@Suite struct DiagnosticPresenterTests {
  private func place(_ line: Int, _ columns: Range<Int>, _ excerpt: String) -> Diagnostic.Place {
    Diagnostic.Place(
      path: "Lessons/geography/01-rivers.md",
      start: Position(line: line, column: columns.lowerBound),
      end: Position(line: line, column: columns.upperBound), excerpt: excerpt)
  }

  private func caret(_ columns: Range<Int>, _ excerpt: String, width: Int = 80) -> [String] {
    let diagnostic = Diagnostic(
      code: .emptyPart, severity: .error, place: place(3, columns, excerpt), message: "m")
    return Array(
      DiagnosticPresenter.lines(of: diagnostic, width: width).map(\.text).dropFirst())
  }

  @Test("a diagnostic is shown with its line, a caret, the second place and the cure")
  func whole() {
    let diagnostic = Diagnostic(
      code: .sameOption, severity: .error, place: place(14, 7..<14, "- [ ] Songhua"),
      message: "two options are the same, so the key is ambiguous",
      notes: [.init("also option 1", place: place(11, 7..<14, "- [x] Songhua"))],
      help: "delete one of the two")
    #expect(
      DiagnosticPresenter.lines(of: diagnostic, width: 80).map(\.text) == [
        "Lessons/geography/01-rivers.md:14:7: error: two options are the same, so the key is "
          + "ambiguous [P012]",
        "  14 | - [ ] Songhua",
        "     |       ^~~~~~~ also option 1, at line 11",
        "  help: delete one of the two",
      ])
  }

  @Test("the caret stands under wide, combining and tabbed characters at their display width")
  func width() {
    #expect(caret(3..<5, "- 辽宁 x") == ["   3 | - 辽宁 x", "     |   ^~~~"])
    #expect(caret(5..<6, "- 辽宁x") == ["   3 | - 辽宁x", "     |       ^"])
    #expect(caret(2..<3, "e\u{301}x") == ["   3 | e\u{301}x", "     |  ^"])
    #expect(caret(2..<3, "\tx") == ["   3 |     x", "     |     ^"])
    #expect(caret(4..<4, "abc") == ["   3 | abc", "     |    ^"])
  }

  @Test("an escape character in the file is shown and never sent")
  func escape() {
    #expect(caret(2..<3, "a\u{1b}b") == ["   3 | a^[b", "     |  ^~"])
  }

  @Test("a long line is cut so that the fault is seen")
  func longLine() {
    let text = String(repeating: "x", count: 200) + "FAULT" + String(repeating: "y", count: 200)
    let lines = caret(201..<206, text, width: 60)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[0].contains("FAULT"))
    let from = lines[1].distance(
      from: lines[1].startIndex, to: lines[1].firstIndex(of: "^") ?? lines[1].startIndex)
    #expect(lines[0].dropFirst(from).hasPrefix("FAULT"))
  }

  @Test("errors and warnings are counted in words")
  func summary() {
    let place = place(1, 1..<1, "")
    let error = Diagnostic(code: .noAnswer, severity: .error, place: place, message: "m")
    let warning = Diagnostic(code: .directionMark, severity: .warning, place: place, message: "m")
    #expect(DiagnosticPresenter.summary([]) == nil)
    #expect(DiagnosticPresenter.summary([error]) == "1 error")
    #expect(DiagnosticPresenter.summary([error, warning, warning]) == "1 error, 2 warnings")
  }
}
