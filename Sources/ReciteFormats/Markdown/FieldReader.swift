import ReciteCore

/// Reads the fields of an item: hints, explanation, sources, and how strictly it is marked.
extension ItemReader {
  /// Sets what the fields say, and returns the places of the references among them.
  mutating func readFields(_ fields: [FieldSyntax], into item: inout Item.Contents)
    -> [ReferencePlace]
  {
    var places: [ReferencePlace] = []
    for field in fields {
      let passage = file.passage(field)
      guard !passage.isEmpty else {
        file.reports.add(
          .emptyPart, at: field.nameRange, "'\(field.name.rawValue):' is empty",
          help: "write its value on the same line, or delete it")
        continue
      }
      if !field.feedback.isEmpty, field.name != .reject {
        report(
          .textAfterAnswer, line: field.feedback[0],
          "this quotation stands under no option and no 'Reject:'",
          help: "what every learner is told after the answer begins with 'Why:'")
      }
      read(field, passage, into: &item, &places)
    }
    return places
  }

  private mutating func read(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents,
    _ places: inout [ReferencePlace]
  ) {
    switch field.name {
    case .hint: item.hints.append(InlineReader.richText(passage))
    case .model: readModel(field, passage, into: &item)
    case .why: item.explanation.append(InlineReader.richText(passage))
    case .source: readSource(field, passage, into: &item, &places)
    case .quote:
      let words = InlineReader.plainText(Alternatives.unquoted(passage) ?? passage)
      item.quotes.append(words)
      places.append(ReferencePlace(reference: .quote(words), range: passage.place))
    case .see: readPassage(field, passage, into: &item, &places)
    case .reject:
      if let accepted = accepted(passage, "rejected answer") {
        item.marking.rejected.append(
          RejectedAnswer(accepted, feedback: feedback(field.feedback)))
      }
    case .mustNotContain:
      if let words = accepted(passage, "value") { item.marking.mustNotContain += words.all }
    case .requires, .apart: readItems(field, passage, into: &item, &places)
    case .unit, .spelling, .letterCase, .accents, .order, .shuffle:
      readSetting(field, passage, into: &item)
    case .need: reportNeed(field, item.kind)
    case .kind, .answer, .map, .chain, .points, .not: break
    }
  }

  // MARK: References

  private mutating func readSource(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents,
    _ places: inout [ReferencePlace]
  ) {
    guard let reference = ReferenceText.source(passage) else {
      report(
        .badSourceReference, field, "'\(passage.raw)' names no place of a source",
        help: "write 'Source: ID ¶3', 'Source: ID p 3-5' or 'Source: ID', one to a line")
      return
    }
    item.sources.append(reference)
    places.append(ReferencePlace(reference: .source(reference), range: passage.place))
  }

  private mutating func readPassage(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents,
    _ places: inout [ReferencePlace]
  ) {
    let reference: PassageReference
    if let words = Alternatives.unquoted(passage) {
      reference = .words(InlineReader.plainText(words))
    } else if let number = ReferenceText.paragraph(passage) {
      reference = .paragraph(number)
    } else {
      report(
        .badPassageReference, field, "'\(passage.raw)' names no passage of the reading",
        help: "write 'See: ¶4', counted from the lesson's '#', or 'See: \"words that stand there\"'"
      )
      return
    }
    item.passages.append(reference)
    places.append(ReferencePlace(reference: .passage(reference), range: passage.place))
  }

  private mutating func readItems(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents,
    _ places: inout [ReferencePlace]
  ) {
    let names = passage.bytes.split { $0 == Ascii.comma || $0 == Ascii.bar || Ascii.isSpace($0) }
    for name in names {
      let id = ItemID(
        MadeID.composed(name.drop { $0 == Ascii.hash }.text))
      let range = passage.file(name.startIndex..<name.endIndex)
      if field.name == .requires {
        guard !item.requires.contains(id) else { continue }
        item.requires.append(id)
        places.append(ReferencePlace(reference: .requires(id), range: range))
      } else {
        guard !item.apart.contains(id) else { continue }
        item.apart.append(id)
        places.append(ReferencePlace(reference: .apart(id), range: range))
      }
    }
  }

  // MARK: Settings

  private mutating func readSetting(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents
  ) {
    let value = passage.raw.lowercased()
    guard applies(field.name, to: item.kind) else {
      file.reports.add(
        .fieldDoesNotApply, at: field.nameRange,
        "'\(field.name.rawValue):' means nothing for an item of the kind '\(item.kind.name)'",
        help: "delete the line, or see 'Kind:'")
      return
    }
    switch (field.name, value) {
    case (.unit, "required"): item.marking.unitRequired = true
    case (.spelling, "exact"): item.marking.spelling = .exact
    case (.spelling, "off"): item.marking.spelling = .off
    case (.letterCase, "exact"): item.marking.caseMatters = true
    case (.accents, "exact"): item.marking.accentsMatter = true
    case (.order, "any"): break
    case (.shuffle, "no"): item.shuffles = false
    default:
      let values = field.name.settingValues
      report(
        .badFieldValue, field, "'\(field.name.rawValue):' cannot be '\(passage.raw)'",
        help: "it may be " + values.map { "'\($0)'" }.joined(separator: " or "))
    }
  }

  private mutating func readModel(
    _ field: FieldSyntax, _ passage: Passage, into item: inout Item.Contents
  ) {
    guard case .open(var rubric) = item.kind else {
      file.reports.add(
        .fieldDoesNotApply, at: field.nameRange,
        "'Model:' means nothing for an item of the kind '\(item.kind.name)'",
        help:
          "it is an answer in your own words to a question with 'Points:'; others are explained "
          + "by 'Why:'")
      return
    }
    rubric.model.append(InlineReader.richText(passage))
    item.kind = .open(rubric)
  }

  private func applies(_ name: FieldName, to kind: ItemKind) -> Bool {
    let isTyped: Bool
    let isShuffled: Bool
    switch kind {
    case .choice, .selection, .matching, .ordering, .chain: (isTyped, isShuffled) = (true, true)
    case .trueFalse, .open: (isTyped, isShuffled) = (false, false)
    case .text, .number, .list, .cloze, .map: (isTyped, isShuffled) = (true, false)
    }
    switch name {
    case .unit:
      guard case .number = kind else { return false }
      return true
    case .order:
      guard case .cloze = kind else { return false }
      return true
    case .shuffle: return isShuffled
    case .spelling, .letterCase, .accents: return isTyped
    default: return true
    }
  }

  private mutating func reportNeed(_ field: FieldSyntax, _ kind: ItemKind) {
    switch kind {
    case .list, .open: return
    default:
      file.reports.add(
        .fieldDoesNotApply, at: field.nameRange,
        "'Need:' means nothing for an item of the kind '\(kind.name)'",
        help: "it says how many parts of a list or of 'Points:' are asked for")
    }
  }
}

extension FieldName {
  /// What a setting may be; empty for fields that are no settings.
  var settingValues: [String] {
    switch self {
    case .unit: ["required"]
    case .spelling: ["exact", "off"]
    case .letterCase, .accents: ["exact"]
    case .order: ["any"]
    case .shuffle: ["no"]
    default: []
    }
  }
}

/// Reads `mapping ¶3`, `mapping p 3-5` and `¶4`.
enum ReferenceText {
  /// A source and a place in it; nil where the text is neither.
  static func source(_ passage: Passage) -> SourceReference? {
    let bytes = passage.bytes
    let end =
      bytes.firstIndex { Ascii.isSpace($0) || $0 == Ascii.comma || $0 == 0xc2 } ?? bytes.endIndex
    let id = bytes[bytes.startIndex..<end].text
    guard MadeID.isWellFormed(id) else { return nil }
    let source = SourceID(id)
    let rest = bytes[end...].drop { Ascii.isSpace($0) || $0 == Ascii.comma }
    if rest.isEmpty { return SourceReference(source: source, place: .whole) }
    if let range = numbers(rest, after: paragraphMarks) {
      return SourceReference(source: source, place: .paragraphs(range))
    }
    if let range = numbers(rest, after: pageMarks) {
      return SourceReference(source: source, place: .pages(range))
    }
    return nil
  }

  /// The number of `¶4`; nil for anything else.
  static func paragraph(_ passage: Passage) -> Int? {
    guard let range = numbers(passage.bytes, after: paragraphMarks), range.count == 1 else {
      return nil
    }
    return range.lowerBound
  }

  /// What may stand before a number, the longer first where one begins another.
  private static let paragraphMarks = ["¶¶", "¶", "paragraphs", "paragraph", "para", "par.", "par"]
    .map { Array($0.utf8) }
  private static let pageMarks = ["pages", "page", "pp.", "pp", "p.", "p"].map { Array($0.utf8) }

  /// `3` or `3-5` after one of the marks; the dash may be a typographer's.
  private static func numbers(_ bytes: Bytes, after marks: [[UInt8]]) -> ClosedRange<
    Int
  >? {
    let mark = marks.first { mark in
      bytes.count > mark.count && zip(bytes, mark).allSatisfy { Ascii.lowered($0) == $1 }
    }
    guard let mark else { return nil }
    var rest = bytes.dropFirst(mark.count)
    guard let first = number(&rest) else { return nil }
    if rest.isEmpty { return first...first }
    if rest.first == Ascii.hyphen {
      rest = rest.dropFirst()
    } else if rest.starts(with: [0xe2, 0x80, 0x93]) || rest.starts(with: [0xe2, 0x80, 0x94]) {
      rest = rest.dropFirst(3)
    } else {
      return nil
    }
    guard let last = number(&rest), rest.isEmpty, last >= first else { return nil }
    return first...last
  }

  /// A whole number above 0 of at most nine digits, with the spaces round it.
  private static func number(_ bytes: inout Bytes) -> Int? {
    bytes = bytes.drop(while: Ascii.isSpace)
    var value = 0
    var digits = 0
    while let byte = bytes.first, Ascii.isDigit(byte), digits < 9 {
      value = value * 10 + Int(byte - Ascii.zero)
      digits += 1
      bytes = bytes.dropFirst()
    }
    bytes = bytes.drop(while: Ascii.isSpace)
    return value > 0 ? value : nil
  }
}
