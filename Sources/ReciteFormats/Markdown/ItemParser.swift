/// Finds stem, answer and fields among the lines of one item.
struct ItemParser {
  private let bytes: [UInt8]
  private let lines: [Line]
  private let blocks: BlockParser
  private let heading: Int
  private let body: Range<Int>
  private var reports: Reports

  /// Where the answer begins, decided before anything else is read.
  private struct Start {
    enum Form {
      case boxes
      case field
      case gaps
      case block
    }
    var form: Form
    var line: Int
  }

  private init(_ file: FileSyntax, heading: Int, body: Range<Int>, reports: Reports) {
    bytes = file.bytes
    lines = file.lines
    blocks = BlockParser(bytes: file.bytes, lines: file.lines)
    self.heading = heading
    self.body = body
    self.reports = reports
  }

  /// The item whose heading and body are these lines.
  static func item(
    in file: FileSyntax, heading: Int, body: Range<Int>, reports: inout Reports
  ) -> ItemSyntax {
    var parser = ItemParser(file, heading: heading, body: body, reports: reports)
    let item = parser.parse()
    reports = parser.reports
    return item
  }

  private mutating func parse() -> ItemSyntax {
    let survey = surveyed()
    let start = answerStart(survey)
    let stemEnd: Int
    switch start?.form {
    case .gaps, nil: stemEnd = survey.firstField ?? body.upperBound
    case .boxes, .field, .block:
      stemEnd = min(start?.line ?? body.upperBound, survey.firstField ?? body.upperBound)
    }
    var item = ItemSyntax(
      heading: heading, body: body, stem: blocks.blocks(in: body.lowerBound..<stemEnd),
      answer: start?.form == .gaps ? .gaps : .none, fields: [])
    readTail(from: stemEnd, start: start, into: &item)
    return item
  }

  // MARK: Where the answer is

  /// What a first look at the lines finds.
  private struct Survey {
    var boxes: [Int] = []
    var answers: [(line: Int, lead: FieldLead)] = []
    var firstField: Int?
    var gap: Int?
    /// First lines of lists and tables, in order.
    var blocks: [Int] = []
  }

  private func surveyed() -> Survey {
    var survey = Survey()
    // Gaps in the heading count too.
    if hasGap(heading) { survey.gap = heading }
    var line = body.lowerBound
    while line < body.upperBound {
      let kind = lines[line].kind
      if lines[line].isOption { survey.boxes.append(line) }
      let stemContinues = survey.firstField == nil && survey.answers.isEmpty
      if stemContinues, survey.gap == nil, kind != .code, kind != .comment, hasGap(line) {
        survey.gap = line
      }
      switch kind {
      case .text:
        if let lead = FieldLead(lines[line], in: bytes) {
          note(lead, line, &survey)
        } else if blocks.startsBareTable(at: line, limit: body.upperBound) {
          survey.blocks.append(line)
          line = blocks.table(at: line, limit: body.upperBound).1
          continue
        }
      case .bullet, .step, .row, .tableRule:
        guard !lines[line].isOption else { break }
        survey.blocks.append(line)
        line = endOfBlock(line, &survey)
        continue
      default: break
      }
      line += 1
    }
    return survey
  }

  private func note(_ lead: FieldLead, _ line: Int, _ survey: inout Survey) {
    guard let name = lead.name else {
      if survey.firstField == nil, FieldName(slip: lead.words) != nil { survey.firstField = line }
      return
    }
    if name.isAnswer {
      survey.answers.append((line, lead))
    } else if name != .not, survey.firstField == nil {
      survey.firstField = line
    }
  }

  /// The line after a list or table; boxes inside a list are noted.
  private func endOfBlock(_ line: Int, _ survey: inout Survey) -> Int {
    guard lines[line].kind == .bullet || lines[line].kind == .step else {
      return blocks.table(at: line, limit: body.upperBound).1
    }
    let list = list(at: line)
    for part in list.0.parts where lines[part.line].isOption { survey.boxes.append(part.line) }
    if let first = survey.firstField ?? survey.answers.first?.line, first < line { return list.1 }
    if survey.gap == nil {
      survey.gap = list.0.parts.lazy.flatMap { [$0.line] + $0.continuation }.first(where: hasGap)
    }
    return list.1
  }

  /// A list of the item; a line that begins like a known field ends its last part.
  private func list(at line: Int) -> (ListSyntax, Int) {
    blocks.list(at: line, limit: body.upperBound, takesQuotations: false) { next in
      guard lines[next].kind == .text, lines[next].box == .none else { return false }
      guard let lead = FieldLead(lines[next], in: bytes) else { return true }
      return lead.name == nil && FieldName(slip: lead.words) == nil
    }
  }

  private func hasGap(_ line: Int) -> Bool {
    let text = lines[line].text
    guard text.count > 1 else { return false }
    var offset = text.lowerBound
    while offset + 1 < text.upperBound {
      switch bytes[offset] {
      case Ascii.backslash: offset += 2
      case Ascii.backtick:
        offset = InlineReader.endOfCode(in: bytes[text], at: offset) ?? offset + 1
      case Ascii.openBrace where bytes[offset + 1] == Ascii.openBrace: return true
      default: offset += 1
      }
    }
    return false
  }

  /// The first of the explicit answers, or else the last list or table.
  ///
  /// Further explicit answers are errors.
  private mutating func answerStart(_ survey: Survey) -> Start? {
    var starts: [Start] = []
    if let box = survey.boxes.first { starts.append(Start(form: .boxes, line: box)) }
    starts += survey.answers.map { Start(form: .field, line: $0.line) }
    if let gap = survey.gap { starts.append(Start(form: .gaps, line: gap)) }
    starts.sort { $0.line < $1.line }
    guard let first = starts.first else {
      let end = survey.firstField ?? body.upperBound
      let line = survey.blocks.last { $0 < end } ?? survey.blocks.last
      return line.map { Start(form: .block, line: $0) }
    }
    for other in starts.dropFirst() {
      reports.add(
        .twoAnswers, at: lines[other.line].whole,
        "this item already has an answer", help: "keep one of the two, or make a second item of it",
        notes: [("the first is here", reports.file, lines[first.line].whole)])
    }
    return first
  }

  // MARK: Answer and fields

  private mutating func readTail(from start: Int, start answer: Start?, into item: inout ItemSyntax)
  {
    var line = start
    while line < body.upperBound {
      if let answer, answer.form != .gaps, line == answer.line {
        line = readAnswer(answer, into: &item)
        continue
      }
      switch lines[line].kind {
      case .blank, .comment: line += 1
      case .text:
        guard let lead = FieldLead(lines[line], in: bytes) else {
          line = reportStray(line)
          continue
        }
        line = readField(lead, at: line, into: &item)
      default:
        line = reportStray(line)
      }
    }
  }

  private mutating func readAnswer(_ start: Start, into item: inout ItemSyntax) -> Int {
    switch start.form {
    case .boxes:
      let (parts, next) = options(at: start.line)
      item.answer = .boxes(parts)
      return next
    case .field:
      guard let lead = FieldLead(lines[start.line], in: bytes), let name = lead.name else {
        return start.line + 1
      }
      var (field, next) = self.field(name, lead, at: start.line)
      guard name == .points else {
        item.answer = .field(field)
        return next
      }
      let (points, end) = self.points(from: next)
      field.feedback = []
      item.answer = .points(field, points)
      next = end
      return next
    case .block:
      if lines[start.line].kind == .bullet || lines[start.line].kind == .step {
        let (list, next) = answerList(at: start.line)
        item.answer = .list(list)
        return next
      }
      let (block, next) = blocks.table(at: start.line, limit: body.upperBound)
      if case .table(let table) = block { item.answer = .table(table) }
      return next
    case .gaps: return start.line + 1
    }
  }

  /// The options from the first box on: parts, their feedback, and blank lines between them.
  private func options(at first: Int) -> ([PartSyntax], Int) {
    var parts: [PartSyntax] = []
    var line = first
    var end = first
    while line < body.upperBound {
      let kind = lines[line].kind
      if lines[line].isOption || kind == .bullet || kind == .step {
        if !lines[line].isOption, let last = parts.last,
          lines[line].indent >= lines[last.line].indent + 2
        {
          parts[parts.count - 1].nested.append(PartSyntax(line: line))
        } else {
          parts.append(PartSyntax(line: line))
        }
      } else if kind == .quote, !parts.isEmpty, line == end || lines[line].indent >= 2 {
        parts[parts.count - 1].feedback.append(line)
      } else if kind == .text, line == end, FieldLead(lines[line], in: bytes) == nil {
        continueLast(&parts, line)
      } else if kind != .blank, kind != .comment {
        break
      } else {
        line += 1
        continue
      }
      line += 1
      end = line
    }
    return (parts, end)
  }

  /// Runs the last part's text on, or its feedback where that has begun.
  private func continueLast(_ parts: inout [PartSyntax], _ line: Int) {
    guard var last = parts.popLast() else { return }
    if last.feedback.isEmpty { last.continuation.append(line) } else { last.feedback.append(line) }
    parts.append(last)
  }

  /// The answer's list: a line that begins like any field ends its last part.
  private func answerList(at line: Int) -> (ListSyntax, Int) {
    blocks.list(at: line, limit: body.upperBound) { next in
      lines[next].kind == .text && FieldLead(lines[next], in: bytes) == nil
    }
  }

  /// The bullets under `Points:`, each with its `Not:` lines.
  private mutating func points(from first: Int) -> ([PartSyntax], Int) {
    var parts: [PartSyntax] = []
    var line = first
    var end = first
    while line < body.upperBound {
      switch lines[line].kind {
      case .bullet, .step:
        if let last = parts.last, lines[line].indent >= lines[last.line].indent + 2 {
          parts[parts.count - 1].nested.append(PartSyntax(line: line))
        } else {
          parts.append(PartSyntax(line: line))
        }
      case .text:
        if let lead = FieldLead(lines[line], in: bytes) {
          guard lead.name == .not, !parts.isEmpty else { return (parts, end) }
          let (field, next) = self.field(.not, lead, at: line)
          parts[parts.count - 1].withdrawals.append(field)
          line = next
          end = next
          continue
        }
        guard line == end, let last = parts.last, last.withdrawals.isEmpty else {
          return (parts, end)
        }
        parts[parts.count - 1].continuation.append(line)
      case .blank, .comment:
        line += 1
        continue
      default: return (parts, end)
      }
      line += 1
      end = line
    }
    return (parts, end)
  }

  /// A field with the lines on which its value runs on, and the quotation under it.
  private func field(_ name: FieldName, _ lead: FieldLead, at line: Int) -> (FieldSyntax, Int) {
    var field = FieldSyntax(name: name, nameRange: lead.range, line: line, value: lead.value)
    var next = line + 1
    while next < body.upperBound {
      let kind = lines[next].kind
      if kind == .quote {
        field.feedback.append(next)
      } else if kind == .text, lines[next].box == .none, FieldLead(lines[next], in: bytes) == nil {
        if field.feedback.isEmpty {
          field.continuation.append(next)
        } else {
          field.feedback.append(next)
        }
      } else if kind == .step, lines[next].number != 1, field.feedback.isEmpty,
        !lines[next].isOption
      {
        field.continuation.append(next)
      } else {
        break
      }
      next += 1
    }
    return (field, next)
  }

  private mutating func readField(
    _ lead: FieldLead, at line: Int, into item: inout ItemSyntax
  ) -> Int {
    let (field, next) = field(lead.name ?? .hint, lead, at: line)
    guard let name = lead.name else {
      let nearest = NearestName.nearest(
        to: lead.words, among: FieldName.ofItems.map(\.rawValue))
      reports.add(
        .unknownField, at: lead.range, "there is no field '\(lead.words)'",
        help: nearest.map { "did you mean '\($0):'?" }
          ?? "text of the question belongs before the answer; an explanation begins with 'Why:'")
      return next
    }
    if name == .not {
      reports.add(
        .fieldDoesNotApply, at: lead.range, "'Not:' stands under no point",
        help: "indent it under a bullet of 'Points:'; a wrong answer to look out for is 'Reject:'")
      return next
    }
    // Further answers were reported when the first was chosen.
    guard !name.isAnswer else { return name == .points ? points(from: next).1 : next }
    if !name.isRepeatable, let first = item.fields.first(where: { $0.name == name }) {
      reports.add(
        .repeatedField, at: lead.range, "'\(name.rawValue):' is given twice",
        help: "keep one of the two",
        notes: [("the first is here", reports.file, first.nameRange)])
      return next
    }
    item.fields.append(field)
    return next
  }

  /// Reports what stands after the answer and is no field, up to the next blank line or field.
  private mutating func reportStray(_ line: Int) -> Int {
    let first = lines[line]
    var next = line + 1
    while next < body.upperBound,
      lines[next].kind == first.kind || lines[next].kind == .code
        || first.kind == .fence && lines[next].kind == .fence,
      FieldLead(lines[next], in: bytes) == nil
    {
      next += 1
    }
    switch first.kind {
    case .heading:
      reports.add(
        .deepHeading, at: first.whole, "a heading this deep cannot stand in an item",
        help: "'###' opens an item; inside one, use **bold** for emphasis")
    case .thematicBreak, .underline: break
    case _ where first.isOption: break
    case .quote:
      reports.add(
        .textAfterAnswer, at: first.whole, "this quotation stands under no option and no field",
        help: "put it right under the option or 'Reject:' that it speaks of")
    default:
      reports.add(
        .textAfterAnswer, at: first.whole, "this text stands after the answer",
        help: "move it above the answer if it belongs to the question; "
          + "begin it with 'Why:' if it explains, with 'Hint:' if it helps")
    }
    return next
  }
}
