/// Finds stem, answer and fields among the lines of one item.
struct ItemParser {
  let bytes: Bytes
  let lines: [Line]
  let blocks: BlockParser
  private(set) var heading = 0
  /// The lines under the heading.
  private(set) var body = 0..<0

  /// Where the answer begins, decided before anything else is read.
  struct Start {
    enum Form {
      case boxes
      case field
      case gaps
      case block
    }
    var form: Form
    var line: Int
  }

  init(_ bytes: Bytes, _ lines: [Line]) {
    self.bytes = bytes
    self.lines = lines
    blocks = BlockParser(bytes: bytes, lines: lines)
  }

  /// The item whose heading and body are these lines.
  mutating func item(heading: Int, body: Range<Int>, reports: inout Reports) -> ItemSyntax {
    self.heading = heading
    self.body = body
    let survey = surveyed()
    let start = answerStart(survey, &reports)
    let stemEnd: Int
    switch start?.form {
    case .gaps, nil: stemEnd = survey.firstField ?? body.upperBound
    case .boxes, .field, .block:
      stemEnd = min(start?.line ?? body.upperBound, survey.firstField ?? body.upperBound)
    }
    var item = ItemSyntax(
      heading: heading, stem: blocks.blocks(in: body.lowerBound..<stemEnd),
      answer: start?.form == .gaps ? .gaps : .none, fields: [])
    item.fields.reserveCapacity(4)
    readTail(from: stemEnd, start: start, into: &item, &reports)
    return item
  }

  // MARK: Answer and fields

  private func readTail(
    from start: Int, start answer: Start?, into item: inout ItemSyntax, _ reports: inout Reports
  ) {
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
          line = reportStray(line, &reports)
          continue
        }
        line = readField(lead, at: line, into: &item, &reports)
      default:
        line = reportStray(line, &reports)
      }
    }
  }

  private func readAnswer(_ start: Start, into item: inout ItemSyntax) -> Int {
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
    parts.reserveCapacity(4)
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
}
