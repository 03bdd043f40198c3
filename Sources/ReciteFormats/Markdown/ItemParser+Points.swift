/// Reads fields, and the points of an open answer.
extension ItemParser {
  func points(from first: Int) -> ([PartSyntax], Int) {
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
  func field(_ name: FieldName, _ lead: FieldLead, at line: Int) -> (FieldSyntax, Int) {
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

  func readField(
    _ lead: FieldLead, at line: Int, into item: inout ItemSyntax, _ reports: inout Reports
  ) -> Int {
    let (field, next) = field(lead.name ?? .hint, lead, at: line)
    guard let name = lead.name else {
      let nearest = NearestName.nearest(
        to: lead.words(in: bytes), among: FieldName.ofItems.map(\.rawValue))
      reports.add(
        .unknownField, at: lead.range, "there is no field '\(lead.words(in: bytes))'",
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
  func reportStray(_ line: Int, _ reports: inout Reports) -> Int {
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
