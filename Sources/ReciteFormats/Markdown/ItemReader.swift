import ReciteCore

/// Turns the shape of an item into its value; what cannot be one is reported and left out.
struct ItemReader {
  var file: FileReader
  let numbers: NumberReader
  let topics: [Topic]

  /// An item as read, with the places that later checks speak of.
  struct Reading {
    var item: Item
    /// True where it speaks of something else in the pack: a source, an item, a place, a cause.
    var refers: Bool
    /// True where the author wrote the id.
    var hasWrittenID: Bool
    var places: ItemPlaces
  }

  init(_ file: FileReader, language: String, topics: [Topic]) {
    self.file = file
    numbers = NumberReader(language: language)
    self.topics = topics
  }

  /// The item, or nil where it has no answer that can be marked.
  mutating func read(_ syntax: ItemSyntax, lessonTopic: Topic?) -> Reading? {
    let heading = file.line(syntax.heading)
    let (title, attributes) = attributes(of: syntax.heading)
    var gaps: [Passage] = []
    var unclosed: [Int] = []
    let text = InlineReader.richText(title, gaps: &gaps, unclosed: &unclosed)
    var stem: [Block] = []
    if !text.isEmpty { stem.append(.paragraph(text)) }
    file.readStem(syntax.stem, into: &stem, gaps: &gaps, unclosed: &unclosed)
    if stem.isEmpty { stem.append(.paragraph(RichText("…"))) }
    for offset in unclosed {
      file.reports.add(
        .unclosedGap, at: offset..<offset + 2, "this gap is never closed",
        help: "close it with '}}' in the same paragraph")
    }
    reportLooseParts(in: syntax.stem)
    let kind = kind(of: syntax, gaps: gaps, hasUnclosedGap: !unclosed.isEmpty)
    var item = Item.Contents(id: ItemID(""), stem: stem, kind: kind ?? .trueFalse(true))
    let references = readFields(syntax.fields, into: &item)
    // The fields of an item without an answer are still checked.
    guard let kind else { return nil }
    settleTopic(of: &item, classes: attributes.classes, lessonTopic: lessonTopic)
    let made = attributes.id ?? MadeID.id(of: text)
    item.id = made ?? ItemID("")
    if made == nil, !heading.text.isEmpty {
      file.reports.add(
        .noID, at: heading.whole, "no id can be made of this heading",
        help: "write one at its end, such as '{#capital}'")
    }
    return Reading(
      item: Item(item), refers: !references.isEmpty || kind.refers,
      hasWrittenID: attributes.id != nil,
      places: ItemPlaces(
        heading: heading.whole, id: attributes.idRange ?? heading.whole,
        answer: answerPlace(syntax), references: references))
  }

  private func answerPlace(_ item: ItemSyntax) -> Range<Int> {
    switch item.answer {
    case .none, .gaps: file.line(item.heading).whole
    case .boxes(let parts): file.line(parts.first?.line ?? item.heading).whole
    case .list(let list): file.line(list.parts.first?.line ?? item.heading).whole
    case .table(let table): file.line(table.captions).whole
    case .points(let field, _): field.nameRange
    case .field(let field): file.passage(field).place
    }
  }

  private func settleTopic(of item: inout Item.Contents, classes: [String], lessonTopic: Topic?) {
    for (index, name) in classes.enumerated() {
      guard let topic = topics.first(where: { $0.rawValue == name }) else { continue }
      item.topic = topic
      if classes.count > 1 { item.tags = Array(classes[..<index] + classes[(index + 1)...]) }
      return
    }
    item.topic = lessonTopic
    item.tags = classes
  }

  /// Headings and boxes that a stem cannot hold.
  private mutating func reportLooseParts(in stem: [BlockSyntax]) {
    for block in stem {
      switch block {
      case .heading(let line):
        file.reports.add(
          .deepHeading, at: file.line(line).whole, "a heading this deep cannot stand in an item",
          help: "'###' opens an item; inside one, use **bold** for emphasis")
      default: break
      }
    }
  }

  // MARK: Attributes

  struct Attributes {
    var id: ItemID?
    var idRange: Range<Int>?
    var classes: [String] = []
  }

  /// The heading's text without `{#id .class}`, and what stands in the braces.
  private mutating func attributes(of line: Int) -> (Passage, Attributes) {
    let heading = file.passage(line)
    guard let braces = AttributeReader.braces(in: heading) else { return (heading, Attributes()) }
    let text = heading.part(heading.bytes.startIndex..<braces.lowerBound)
    let (attributes, faults) = AttributeReader.read(heading, braces)
    for fault in faults {
      file.reports.add(.badAttributes, at: fault.range, fault.message, help: fault.help)
    }
    return (text, attributes)
  }
}

extension ItemKind {
  /// True where the answer is of the pack's map or joins its chains.
  fileprivate var refers: Bool {
    switch self {
    case .map, .chain: true
    default: false
    }
  }
}

/// Reads `{#id .class …}`, the last thing of a heading.
enum AttributeReader {
  struct Fault {
    var range: Range<Int>
    var message: String
    var help: String
  }

  /// The braces that end a heading, where they begin with `#` or `.`; gaps are no attributes.
  static func braces(in heading: Passage) -> Range<Int>? {
    let bytes = heading.bytes
    guard bytes.last == Ascii.closeBrace, let open = bytes.lastIndex(of: Ascii.openBrace) else {
      return nil
    }
    if open > bytes.startIndex,
      bytes[open - 1] == Ascii.openBrace || bytes[open - 1] == Ascii.backslash
    {
      return nil
    }
    let inner = bytes[open + 1..<bytes.endIndex - 1].drop(while: Ascii.isSpace)
    guard let first = inner.first, first == Ascii.hash || first == Ascii.dot else { return nil }
    return open..<bytes.endIndex
  }

  static func read(_ heading: Passage, _ braces: Range<Int>) -> (ItemReader.Attributes, [Fault]) {
    var attributes = ItemReader.Attributes()
    var faults: [Fault] = []
    var rest = heading.bytes[braces.lowerBound + 1..<braces.upperBound - 1].trimmed
    while let mark = rest.first {
      let end = rest.firstIndex(where: Ascii.isSpace) ?? rest.endIndex
      let word = rest[rest.startIndex..<end]
      rest = rest[end..<rest.endIndex].trimmed
      let range = heading.file(word.startIndex..<word.endIndex)
      let name = word.dropFirst().text
      switch mark {
      case Ascii.hash where !MadeID.isWellFormed(name):
        faults.append(
          Fault(
            range: range, message: "'\(name)' cannot be an id",
            help: "an id is made of letters, digits and hyphens"))
      case Ascii.hash where attributes.id != nil:
        faults.append(Fault(range: range, message: "an item has one id", help: "delete the other"))
      case Ascii.hash:
        attributes.id = ItemID(MadeID.composed(name))
        attributes.idRange = range
      case Ascii.dot where MadeID.isWellFormed(name) && !attributes.classes.contains(name):
        attributes.classes.append(name)
      case Ascii.dot where MadeID.isWellFormed(name): break
      default:
        faults.append(
          Fault(
            range: range,
            message: "'\(word.text)' is neither an id nor a class",
            help: "braces at the end of a heading hold only '#id' and '.class', such as "
              + "'{#capital .location}'"))
      }
    }
    return (attributes, faults)
  }
}

/// Where the parts of an item stand, as bytes of its file; for checks that come later.
package struct ItemPlaces: Equatable, Sendable {
  package var heading: Range<Int>
  package var id: Range<Int>
  /// The first line of the answer; the heading where the answer is its gaps.
  package var answer: Range<Int>
  package var references: [ReferencePlace]
}

/// A reference of an item and where it stands.
package struct ReferencePlace: Equatable, Sendable {
  package enum Reference: Equatable, Sendable {
    case source(SourceReference)
    case quote(String)
    case passage(PassageReference)
    case requires(ItemID)
    case apart(ItemID)
  }

  package var reference: Reference
  package var range: Range<Int>
}
