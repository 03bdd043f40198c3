import ReciteCore

/// Lists and steps.
extension ItemReader {
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
    let faults = file.reports.count
    let parts = accepted(list.parts, isOrdering ? "step" : "bullet")
    guard parts.count == list.parts.count || file.reports.count == faults, parts.count > 1
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
      guard let lead = FieldLead(line, in: file.bytes), let name = lead.name, name != .not
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
    if last == Ascii.closeParenthesis {
      let isMark = ItemReader.remarks.contains { remark in
        bytes.suffix(remark.count).lazy.map(Ascii.lowered).elementsEqual(remark)
      }
      if isMark { return true }
    }
    guard first == 0xe2 || last >= 0x80 else { return false }
    return ItemReader.ticks.contains {
      bytes.starts(with: $0) || bytes.suffix($0.count).elementsEqual($0)
    }
  }

  /// What stands behind the right bullet where authors know no boxes.
  private static let remarks = [
    "(correct)", "(right)", "(answer)", "(correct answer)", "(true)", "(key)",
  ].map { Array($0.utf8) }

  private static let ticks = ["✓", "✔", "✔\u{fe0f}", "☑", "✅"].map { Array($0.utf8) }

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
}
