import ReciteCore

/// A run of a file's headings, read with what stands under each.
package struct Portion: Sendable {
  /// What one heading opens.
  enum Part {
    case lesson(title: RichText, reading: [Block])
    case section(title: RichText, reading: [Block])
    /// Nil where there is nothing that can be asked.
    case item(ItemReader.Reading?)
  }

  struct Opened {
    var part: Part
    /// The heading's place in the file.
    var heading: Range<Int>
    /// How many faults the portion had once this was read.
    var faults: Int
  }

  var opened: [Opened]
  var reports: Reports
}

/// Reads the headings of a file, each by itself with what stands under it.
///
/// Only what joins them, such as ids and the order of lessons, is left to who asks; so a file may be
/// read in portions, one after another or side by side, and comes to the same.
struct PortionReader {
  private let outline: FileOutline
  private var parser: ItemParser
  private var items: ItemReader
  private let lessonTopic: Topic?

  /// `bytes` are the file's text; the pack's header says its language and topics.
  fileprivate init(
    _ file: PackReader.LessonFile, _ bytes: Bytes, _ joined: JoinedTexts, language: String,
    topics: [Topic]
  ) {
    outline = file.outline
    lessonTopic = file.header.topic
    parser = ItemParser(bytes, outline.lines)
    items = ItemReader(
      FileReader(
        bytes: bytes, lines: outline.lines, joined: joined, reports: Reports(file: file.index)),
      language: language, topics: topics)
  }

  /// What stands before the first heading, and what is wrong with it.
  mutating func introduction() -> ([Block], Reports) {
    let blocks = prose(outline.introduction)
    return (blocks, takeReports())
  }

  /// What the headings of these numbers open.
  /// - Complexity: O(*n*) over the bytes.
  mutating func read(_ headings: Range<Int>) -> Portion {
    var opened: [Portion.Opened] = []
    opened.reserveCapacity(headings.count)
    for number in headings {
      let line = outline.headings[number]
      reportHeading(line)
      let part = part(line, outline.body(of: number))
      opened.append(
        Portion.Opened(
          part: part, heading: outline.lines[line].whole, faults: items.file.reports.count))
    }
    return Portion(opened: opened, reports: takeReports())
  }

  private mutating func takeReports() -> Reports {
    defer { items.file.reports = Reports(file: items.file.reports.file) }
    return items.file.reports
  }

  private mutating func part(_ heading: Int, _ body: Range<Int>) -> Portion.Part {
    switch outline.lines[heading].number {
    case 1: return .lesson(title: items.title(heading), reading: prose(body))
    case 2: return .section(title: items.title(heading), reading: prose(body))
    default:
      let syntax = parser.item(heading: heading, body: body, reports: &items.file.reports)
      return .item(items.read(syntax, lessonTopic: lessonTopic))
    }
  }

  private mutating func prose(_ lines: Range<Int>) -> [Block] {
    items.prose(parser.blocks.blocks(in: lines))
  }

  private mutating func reportHeading(_ line: Int) {
    let heading = outline.lines[line]
    if heading.lacksSpace {
      let marks = String(repeating: "#", count: Int(heading.number))
      items.file.reports.add(
        .headingWithoutSpace, at: heading.whole, "a space is missing after '\(marks)'",
        help: "write '\(marks) ' and the text")
    }
    if heading.text.isEmpty {
      items.file.reports.add(
        .emptyHeading, at: heading.whole, "this heading is empty",
        help: heading.number == 3
          ? "the heading of an item is its question" : "give it a title, or delete it")
    }
  }
}

extension PackReader.LessonFile {
  /// What `body` reads of this file, in a pack of this language and these topics.
  func reading<Result>(
    _ language: String, _ topics: [Topic], _ body: (inout PortionReader) -> Result
  ) -> Result {
    Bytes.reading(text) { bytes, joined in
      var reader = PortionReader(self, bytes, joined, language: language, topics: topics)
      return body(&reader)
    }
  }

  /// The numbers of the file's headings in stretches of this length; the last may be shorter.
  func stretches(of length: Int) -> [Range<Int>] {
    let count = outline.headings.count
    return stride(from: 0, to: count, by: length).map { $0..<min(count, $0 + length) }
  }
}
