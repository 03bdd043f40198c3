import ReciteCore

/// Reads `Points:` and what stands under it.
extension ItemReader {
  mutating func open(_ field: FieldSyntax, _ parts: [PartSyntax], _ item: ItemSyntax) -> ItemKind? {
    if !file.passage(field).isEmpty {
      report(
        .badFieldValue, field, "nothing stands on the line of 'Points:'",
        help: "write each point as a bullet on a line of its own")
    }
    guard !parts.isEmpty else {
      report(
        .emptyPart, field, "these points are missing", help: "write each point as a bullet: '- …'")
      return nil
    }
    guard isBounded(parts.count, PackLimits.parts, line: field.line, "points") else { return nil }
    var points: [RubricPoint] = []
    var weighted: PartSyntax?
    var isSound = true
    for part in parts {
      reportNested(part)
      guard let point = point(part) else {
        isSound = false
        continue
      }
      if point.isWeighted, weighted == nil { weighted = part }
      points.append(point.point)
    }
    guard isSound else { return nil }
    let need = need(item, of: points.count)
    if let weighted, let field = item.fields.first(where: { $0.name == .need }) {
      file.reports.add(
        .badNeed, at: field.nameRange, "'Need:' and weights do not go together",
        help: "keep 'Need:' to ask for so many of equal points, or the weights to share the credit",
        notes: [("a weight stands here", file.reports.file, file.line(weighted.line).whole)])
      return nil
    }
    return .open(Rubric(points: points, need: need))
  }

  private mutating func point(_ part: PartSyntax) -> (point: RubricPoint, isWeighted: Bool)? {
    var passage = file.passage(part)
    var weight = 1
    var isWeighted = false
    if let read = RubricReader.weight(passage) {
      guard (1...9).contains(read.weight) else {
        file.reports.add(
          .badWeight, at: passage.place, "a point weighs from 1 to 9",
          help: "write the weight as '(2)' before the point")
        return nil
      }
      (weight, passage, isWeighted) = (read.weight, read.rest, true)
    }
    guard let any = requirement(passage, "point") else { return nil }
    var not: [Requirement] = []
    for field in part.withdrawals {
      guard let requirement = requirement(file.passage(field), "'Not:'") else { return nil }
      not.append(requirement)
    }
    return (RubricPoint(weight: weight, any: [any], not: not), isWeighted)
  }

  private mutating func requirement(_ passage: Passage, _ what: String) -> Requirement? {
    let groups = RubricReader.groups(passage)
    guard groups.allSatisfy({ $0.allSatisfy { !$0.isEmpty } }) else {
      file.reports.add(
        .emptyPart, at: passage.place, "a phrase of this \(what) is empty",
        help: "write a phrase on both sides of every '|' and '+'")
      return nil
    }
    return Requirement(groups: groups)
  }
}

/// Cuts a point at its ` + ` and bars.
enum RubricReader {
  /// The weight in parentheses before a point, and what follows it.
  static func weight(_ passage: Passage) -> (weight: Int, rest: Passage)? {
    let bytes = passage.bytes
    guard bytes.first == Ascii.openParenthesis,
      let close = bytes.prefix(6).firstIndex(of: Ascii.closeParenthesis),
      let weight = Int(bytes[bytes.startIndex + 1..<close].text),
      close + 1 < bytes.endIndex, Ascii.isSpace(bytes[close + 1])
    else { return nil }
    return (weight, passage.part(close + 1..<bytes.endIndex))
  }

  /// Groups of phrases: ` + ` joins groups, bars separate the phrases of one.
  static func groups(_ passage: Passage) -> [[String]] {
    let bytes = passage.bytes
    var groups: [[String]] = []
    var start = bytes.startIndex
    var offset = start
    while offset < bytes.endIndex {
      switch bytes[offset] {
      case Ascii.backslash: offset += 2
      case Ascii.backtick:
        offset = InlineReader.endOfCode(in: bytes, at: offset) ?? offset + 1
      case Ascii.plus where joins(bytes, offset):
        groups.append(phrases(passage.part(start..<offset)))
        offset += 1
        start = offset
      default: offset += 1
      }
    }
    groups.append(phrases(passage.part(min(start, bytes.endIndex)..<bytes.endIndex)))
    return groups
  }

  private static func joins(_ bytes: Bytes, _ offset: Int) -> Bool {
    offset > bytes.startIndex && Ascii.isSpace(bytes[offset - 1])
      && offset + 1 < bytes.endIndex && Ascii.isSpace(bytes[offset + 1])
  }

  private static func phrases(_ passage: Passage) -> [String] {
    Alternatives.split(passage).map { phrase in
      // A star that ends a stem would be read as emphasis; nothing else means anything here.
      InlineReader.unescapedText(phrase)
    }
  }
}
