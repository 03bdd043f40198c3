import ReciteCore

/// A run of a file's headings, read with what stands under each.
struct Portion: Sendable {
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

  /// `lessonTopic` is that of the file's header.
  init(
    _ outline: FileOutline, _ bytes: Bytes, _ joined: JoinedTexts, file: Int, pack: Pack,
    lessonTopic: Topic?
  ) {
    self.outline = outline
    self.lessonTopic = lessonTopic
    parser = ItemParser(bytes, outline.lines)
    items = ItemReader(
      FileReader(bytes: bytes, lines: outline.lines, joined: joined, reports: Reports(file: file)),
      language: pack.language, topics: pack.topics)
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
