import ReciteCore

/// Reads the answers that are made of parts: boxes, lists, steps, tables, gaps, links, places.
extension ItemReader {
  // MARK: Boxes

  mutating func boxes(_ parts: [PartSyntax], named: NamedKind?) -> ItemKind? {
    guard isBounded(parts.count, PackLimits.lettered, line: parts[0].line, "options") else {
      return nil
    }
    var options: [Option] = []
    options.reserveCapacity(parts.count)
    var keys: [Int] = []
    var isSound = true
    var seen: [(text: String, part: Int)] = []
    seen.reserveCapacity(parts.count)
    for (index, part) in parts.enumerated() {
      reportNested(part)
      let passage = file.passage(part)
      reportBox(part)
      let text = InlineReader.richText(passage)
      if text.plain.isBlank {
        report(
          .emptyPart, line: part.line, "this option is empty", help: "write its text, or delete it")
        isSound = false
        continue
      }
      if let twin = seen.first(where: { $0.text == text.plain }) {
        reportTwin(index, of: twin.part, parts)
        isSound = false
      }
      seen.append((text.plain, index))
      if isTicked(part) { keys.append(options.count) }
      options.append(Option(text, feedback: feedback(part.feedback)))
    }
    return isSound ? boxes(options, keys, parts, named: named) : nil
  }

  private func isTicked(_ part: PartSyntax) -> Bool {
    let box = file.line(part.line).box
    return box == .ticked || box == .almostTicked
  }

  private mutating func reportTwin(_ index: Int, of first: Int, _ parts: [PartSyntax]) {
    file.reports.add(
      .sameOption, at: file.passage(parts[index]).place,
      "two options are the same, so the key is ambiguous", help: "delete one of the two",
      notes: [
        ("also option \(first + 1)", file.reports.file, file.passage(parts[first]).place)
      ])
  }

  private mutating func boxes(
    _ options: [Option], _ keys: [Int], _ parts: [PartSyntax], named: NamedKind?
  ) -> ItemKind? {
    guard options.count > 1 else {
      report(
        .singlePart, line: parts[0].line, "a choice needs at least two options",
        help: "add what a learner might wrongly think, or write 'Answer: …' instead")
      return nil
    }
    guard !keys.isEmpty else {
      report(
        .noKey, line: parts[0].line, "no option is marked as right",
        help: "mark the right one as '- [x]'")
      return nil
    }
    if keys.count == options.count {
      report(
        .everyOptionRight, line: parts[0].line, "every option is marked as right",
        help: "add one that is wrong, or ask for a plain list instead")
    }
    if keys.count == 1, named?.name != "selection" {
      return .choice(options: options, key: keys[0])
    }
    return .selection(options: options, keys: keys)
  }

  private mutating func reportBox(_ part: PartSyntax) {
    let line = file.line(part.line)
    switch line.box {
    case .empty, .ticked: return
    case .none:
      report(
        .almostABox, line: part.line, "this line stands among options and has no box",
        help: "write '- [ ] text', or '- [x] text' if it is right")
    case .almostEmpty:
      report(
        .almostABox, line: part.line, "this is almost a box", help: "write it as '- [ ] text'")
    case .almostTicked:
      report(
        .almostABox, line: part.line, "this is almost a ticked box",
        help: "write it as '- [x] text'")
    }
  }

  /// What the quotation lines under a part say.
  func feedback(_ lines: [Int]) -> RichText? {
    guard !lines.isEmpty else { return nil }
    let text = InlineReader.richText(file.passage(joining: lines))
    return text.isEmpty ? nil : text
  }

  // MARK: Gaps

  mutating func cloze(_ gaps: [Passage], _ item: ItemSyntax) -> ItemKind? {
    guard isBounded(gaps.count, PackLimits.parts, line: item.heading, "gaps") else { return nil }
    var keys: [Accepted] = []
    for gap in gaps {
      guard !gap.isEmpty else {
        let place = gap.place
        // The gap's own spaces belong to what is shown.
        var start = place.lowerBound
        while start > 0, Ascii.isSpace(file.bytes[start - 1]) { start -= 1 }
        file.reports.add(
          .emptyPart, at: max(0, start - 2)..<place.upperBound + 2, "this gap is empty",
          help: "write what belongs there between the braces: '{{Harbin}}'")
        return nil
      }
      guard let key = accepted(gap, "gap") else { return nil }
      keys.append(key)
    }
    guard !keys.isEmpty else { return nil }
    let order = item.fields.first { $0.name == .order }
    let anyOrder = order.map { file.passage($0).raw.lowercased() == "any" } ?? false
    return .cloze(gaps: keys, anyOrder: anyOrder)
  }

  // MARK: Places and chains

  mutating func map(_ field: FieldSyntax) -> ItemKind? {
    let value = InlineReader.plainText(file.passage(field))
    let words = value.split(separator: " ").map(String.init)
    switch (words.first?.lowercased(), words.count) {
    case ("pick", 2): return .map(.pick(FeatureID(words[1])))
    case ("borders", 2): return .map(.borders(FeatureID(words[1])))
    case ("each", 2): return .map(.each(kind: words[1]))
    case (_, 1) where !["pick", "borders", "each"].contains(words[0].lowercased()):
      return .map(.name(FeatureID(words[0])))
    default:
      report(
        .badMapAnswer, field, "'Map:' names one feature of the map by its id",
        help:
          "write 'Map: liaoning', 'Map: pick liaoning', 'Map: borders liaoning' or 'Map: each province'"
      )
      return nil
    }
  }

  mutating func chain(_ field: FieldSyntax) -> ItemKind? {
    let passage = file.passage(field)
    let links = ChainReader.links(passage)
    guard links.count > 1 else {
      report(
        .brokenChain, field, "a chain needs at least one arrow",
        help: "join causes and effects with '→' or '->'")
      return nil
    }
    guard isBounded(links.count, PackLimits.lettered, line: field.line, "links") else { return nil }
    var accepted: [Accepted] = []
    for link in links {
      guard !link.isEmpty else {
        report(
          .brokenChain, field, "an arrow of this chain has nothing beside it",
          help: "write a cause before and an effect after every arrow")
        return nil
      }
      guard let part = self.accepted(link, "link") else { return nil }
      if let first = accepted.first(where: { $0.key == part.key }) {
        file.reports.add(
          .brokenChain, at: link.place, "'\(first.key)' stands twice in this chain",
          help: "a chain that comes back to its beginning cannot be asked; end it before")
        return nil
      }
      accepted.append(part)
    }
    return .chain(accepted)
  }
}
