import ReciteCore

/// Reads the answers that are made of parts: boxes, lists, steps, tables, gaps, links, places.
extension ItemReader {
  // MARK: Boxes

  mutating func boxes(_ parts: [PartSyntax], named: NamedKind?) -> ItemKind? {
    guard isBounded(parts.count, PackLimits.lettered, line: parts[0].line, "options") else {
      return nil
    }
    var options: [Option] = []
    var keys: [Int] = []
    var isSound = true
    var seen: [(text: String, part: Int)] = []
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
    let text = InlineReader.richText(file.joined(lines))
    return text.isEmpty ? nil : text
  }

  // MARK: Lists and steps

  mutating func list(_ list: ListSyntax, _ item: ItemSyntax, named: NamedKind?) -> ItemKind? {
    let isOrdering = named?.name == "ordering" || list.isNumbered && named?.name != "list"
    if reportMarkedBullet(list) { return nil }
    for part in list.parts {
      guard let line = part.feedback.first else { continue }
      report(
        .textAfterAnswer, line: line, "this quotation stands under a part of a list",
        help: "only options and 'Reject:' have a word for the learner; write 'Why:' for all")
    }
    guard list.parts.count > 1 else {
      report(
        .singlePart, line: list.parts[0].line,
        isOrdering ? "one step is no order" : "a list of one is no list",
        help: isOrdering
          ? "number at least two steps" : "write 'Answer: …', or add the other parts")
      return nil
    }
    let limit = isOrdering ? PackLimits.lettered : PackLimits.parts
    guard isBounded(list.parts.count, limit, line: list.parts[0].line, "parts") else { return nil }
    if list.isNumbered, isOrdering { reportNumbers(list) }
    reportFieldsInside(list)
    let faults = file.reports.entries.count
    let parts = accepted(list.parts, isOrdering ? "step" : "bullet")
    guard parts.count == list.parts.count || file.reports.entries.count == faults, parts.count > 1
    else { return nil }
    if reportSameParts(parts, list) { return nil }
    if isOrdering { return .ordering(parts) }
    return .list(parts, need: need(item, of: parts.count))
  }

  private mutating func reportSameParts(_ parts: [Accepted], _ list: ListSyntax) -> Bool {
    var seen: [String: Int] = [:]
    for (index, part) in parts.enumerated() where index < list.parts.count {
      if let first = seen[part.key] {
        file.reports.add(
          .sameOption, at: file.passage(list.parts[index]).place,
          "two parts of this answer are the same", help: "delete one of the two",
          notes: [("the first", file.reports.file, file.passage(list.parts[first]).place)])
        return true
      }
      seen[part.key] = index
    }
    return false
  }

  private mutating func reportNumbers(_ list: ListSyntax) {
    let numbers = list.parts.map { Int(file.line($0.line).number) }
    if numbers.allSatisfy({ $0 == 1 }) { return }
    for (index, number) in numbers.enumerated() where number != index + 1 {
      report(
        .stepNumbers, line: list.parts[index].line,
        index == 0 ? "the steps begin at \(number)" : "step \(index + 1) has the number \(number)",
        help: "number the steps 1, 2, 3 … in their right order, or all of them 1; "
          + "for an answer in any order use '-'")
      return
    }
  }

  /// Reports `- Hint: …`, a field that became a part of the answer.
  private mutating func reportFieldsInside(_ list: ListSyntax) {
    for part in list.parts {
      var line = file.line(part.line)
      line.kind = .text
      line.marker = line.content
      guard let lead = FieldLead(line, in: file.syntax.bytes), let name = lead.name, name != .not
      else { continue }
      file.reports.add(
        .fieldInsidePart, at: lead.range, "'\(name.rawValue):' stands inside the answer",
        help: "begin the line with it, without a bullet, after a blank line")
    }
  }

  /// Reports the one bullet of several that is bold, ticked or marked as correct.
  private mutating func reportMarkedBullet(_ list: ListSyntax) -> Bool {
    guard !list.isNumbered, list.parts.count > 1 else { return false }
    let marked = list.parts.filter { isMarked(file.passage($0)) }
    guard marked.count == 1 else { return false }
    report(
      .markedBullet, line: marked[0].line, "one bullet is marked, as if it were the right one",
      help: "for a choice, write each as '- [ ] text' and this one as '- [x] text'; "
        + "for a list, take the mark away")
    return true
  }

  private func isMarked(_ passage: Passage) -> Bool {
    let bytes = passage.bytes
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == last, first == Ascii.asterisk || first == Ascii.underscore, bytes.count > 4,
      bytes.dropFirst().first == first, case .text(_, let style)? = wholeRun(passage),
      style.contains(.strong)
    {
      return true
    }
    guard first >= 0x80 || last >= 0x80 || last == Ascii.closeParenthesis else { return false }
    let text = passage.raw
    let ticks: [Character] = ["✓", "✔", "☑", "✅"]
    let words = ["(correct)", "(right)", "(answer)", "(correct answer)", "(true)", "(key)"]
    return text.first.map(ticks.contains) ?? false || text.last.map(ticks.contains) ?? false
      || text.hasSuffix("✔️") || words.contains { text.lowercased().hasSuffix($0) }
  }

  private func wholeRun(_ passage: Passage) -> RichText.Run? {
    let runs = InlineReader.richText(passage).runs
    return runs.count == 1 ? runs[0] : nil
  }

  /// The number of `Need:`, within 1...`count`.
  mutating func need(_ item: ItemSyntax, of count: Int) -> Int? {
    guard let field = item.fields.first(where: { $0.name == .need }) else { return nil }
    guard let need = Int(file.passage(field).raw), need > 0, need <= count else {
      report(
        .badNeed, field, "'Need:' asks for a number from 1 to \(count)",
        help: "write how many parts make a full answer")
      return nil
    }
    return need
  }

  // MARK: Tables

  mutating func matching(_ table: TableSyntax) -> ItemKind? {
    guard table.rule != nil else {
      report(
        .noTableRule, line: table.captions, "a table needs a line of dashes under its captions",
        help: "add '|---|---|' below this line; a bar inside a text is written '\\|'")
      return nil
    }
    guard isBounded(table.rows.count, PackLimits.lettered, line: table.captions, "rows") else {
      return nil
    }
    let captions = file.rowCells(table.captions)
    var matching = Matching(
      leftCaption: RichText(runs: []), rightCaption: RichText(runs: []), pairs: [])
    guard captions.count <= 2 else {
      reportColumns(table.captions, captions.count)
      return nil
    }
    matching.leftCaption = captions.first.map(InlineReader.richText) ?? RichText(runs: [])
    matching.rightCaption =
      captions.dropFirst().first.map(InlineReader.richText) ?? RichText(runs: [])
    var isSound = true
    for row in table.rows where !readRow(row, into: &matching) { isSound = false }
    guard isSound, !reportSameCells(matching, table) else { return nil }
    guard matching.pairs.count > 1 else {
      report(
        .singlePart, line: table.captions, "a table to match needs at least two pairs",
        help: "add rows '| left | right |' under the line of dashes")
      return nil
    }
    return .matching(matching)
  }

  private mutating func reportColumns(_ line: Int, _ count: Int) {
    report(
      .tableColumns, line: line, "a table to match has two columns, and here are \(count)",
      help: "keep two, or make an item of each further column; a bar inside a text is written '\\|'"
    )
  }

  /// Reads one row; false where it cannot be one.
  private mutating func readRow(_ row: Int, into matching: inout Matching) -> Bool {
    let cells = file.rowCells(row)
    guard cells.count == 2 else {
      reportColumns(row, cells.count)
      return false
    }
    var line = file.line(row)
    line.kind = .text
    line.marker = Int32(cells[0].bytes.startIndex)
    line.end = Int32(cells[0].bytes.endIndex)
    if !cells[0].isEmpty, let lead = FieldLead(line, in: file.syntax.bytes), let name = lead.name {
      file.reports.add(
        .fieldInsidePart, at: lead.range, "'\(name.rawValue):' stands inside the table",
        help: "begin a line with it, without bars, after a blank line")
      return false
    }
    let right = InlineReader.richText(cells[1])
    guard !right.isEmpty else {
      report(
        .emptyPart, line: row, "this row has nothing on the right",
        help: "write its match; a row whose left cell is empty is a distractor")
      return false
    }
    if cells[0].isEmpty {
      matching.distractors.append(right)
    } else {
      matching.pairs.append(Matching.Pair(left: InlineReader.richText(cells[0]), right: right))
    }
    return true
  }

  private mutating func reportSameCells(_ matching: Matching, _ table: TableSyntax) -> Bool {
    let lefts = matching.pairs.map(\.left.plain)
    let rights = matching.pairs.map(\.right.plain) + matching.distractors.map(\.plain)
    for (cells, side) in [(lefts, "left"), (rights, "right")] {
      var seen = Set<String>()
      for cell in cells where !seen.insert(cell).inserted {
        report(
          .sameCell, line: table.captions, "'\(cell)' stands twice on the \(side) of this table",
          help: "every cell must have one match only; delete one, or tell the two apart")
        return true
      }
    }
    return false
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
        while start > 0, Ascii.isSpace(file.syntax.bytes[start - 1]) { start -= 1 }
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

/// Cuts a chain at its arrows.
enum ChainReader {
  private static let arrows: [[UInt8]] = ["→", "⟶", "⇒", "➔", "➜", "➝", "-->", "->", "==>", "=>"]
    .map { Array($0.utf8) }

  /// The links between arrows that are neither escaped nor in a code span.
  static func links(_ passage: Passage) -> [Passage] {
    let bytes = passage.bytes
    var links: [Passage] = []
    var start = bytes.startIndex
    var offset = start
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      if byte == Ascii.backslash {
        offset += 2
      } else if byte == Ascii.backtick {
        offset = InlineReader.endOfCode(in: bytes, at: offset) ?? offset + 1
      } else if byte == 0xe2 || byte == Ascii.hyphen || byte == Ascii.equals,
        let arrow = arrows.first(where: { bytes[offset...].starts(with: $0) })
      {
        links.append(passage.part(start..<offset))
        offset += arrow.count
        start = offset
      } else {
        offset += 1
      }
    }
    links.append(passage.part(min(start, bytes.endIndex)..<bytes.endIndex))
    return links
  }
}
