import ReciteCore

/// Reads what is no item: titles, introduction and readings.
extension ItemReader {
  /// The text of a `#` or `##` heading; attributes mean nothing there.
  mutating func title(_ line: Int) -> RichText {
    let heading = file.passage(line)
    guard let braces = AttributeReader.braces(in: heading) else {
      return InlineReader.richText(heading)
    }
    file.reports.add(
      .attributesNotOnItem, at: heading.file(braces), "only the heading of an item has attributes",
      help: "delete them; a lesson's topic is 'topic' in the file's header")
    return InlineReader.richText(heading.part(heading.bytes.startIndex..<braces.lowerBound))
  }

  /// The blocks of a reading; what looks like an answer there is reported.
  mutating func prose(_ blocks: [BlockSyntax]) -> [Block] {
    for block in blocks { reportAnswers(in: block) }
    return file.reading(blocks)
  }

  private mutating func reportAnswers(in block: BlockSyntax) {
    switch block {
    case .paragraph(let lines):
      reportUnderline(lines)
      for number in lines where !reportAnswerLine(number) { reportGap(number) }
    case .list(let list):
      if let boxed = list.parts.first(where: { file.line($0.line).isOption }) {
        file.reports.add(
          .answerInReading, at: file.line(boxed.line).whole, "a box stands in the reading",
          help: ItemReader.cureForReading)
      }
      for part in list.parts { reportGap(part.line) }
    default: break
    }
  }

  private static let cureForReading =
    "the question's heading must have '###'; '##' opens a section of the reading"

  private mutating func reportAnswerLine(_ number: Int) -> Bool {
    let line = file.line(number)
    if line.isOption {
      file.reports.add(
        .answerInReading, at: line.whole, "a box stands in the reading",
        help: ItemReader.cureForReading)
      return true
    }
    guard let lead = FieldLead(line, in: file.bytes), lead.name == .answer else {
      return false
    }
    file.reports.add(
      .answerInReading, at: lead.range, "an answer stands in the reading",
      help: ItemReader.cureForReading)
    return true
  }

  private mutating func reportGap(_ number: Int) {
    let passage = file.passage(number)
    guard passage.bytes.contains(Ascii.openBrace) else { return }
    var gaps: [Passage] = []
    var unclosed: [Int] = []
    _ = InlineReader.richText(passage, gaps: &gaps, unclosed: &unclosed)
    guard let gap = gaps.first else { return }
    let place = gap.place
    file.reports.add(
      .answerInReading, at: max(0, place.lowerBound - 2)..<place.upperBound + 2,
      "a gap stands in the reading", help: ItemReader.cureForReading)
  }

  /// Reports a line of `===` or the like under a text, which other dialects read as a heading.
  private mutating func reportUnderline(_ lines: Range<Int>) {
    for number in lines.dropFirst() where file.line(number).kind == .underline {
      file.reports.add(
        .underlinedHeading, at: file.line(number).whole,
        "a line under a text makes no heading here",
        help: "write '# ' before a lesson's title, '## ' before a section's")
    }
  }
}
