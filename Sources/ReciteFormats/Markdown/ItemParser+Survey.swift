/// Finds where the answer of an item begins.
extension ItemParser {
  /// What a first look at the lines finds.
  struct Survey {
    var boxes: [Int] = []
    var answers: [(line: Int, lead: FieldLead)] = []
    var firstField: Int?
    var gap: Int?
    /// First lines of lists and tables, in order.
    var blocks: [Int] = []
  }

  func surveyed() -> Survey {
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
      if survey.firstField == nil, FieldName(slip: lead.words(in: bytes)) != nil {
        survey.firstField = line
      }
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
      for part in list.0.parts where survey.gap == nil {
        survey.gap = hasGap(part.line) ? part.line : part.continuation.first(where: hasGap)
      }
    }
    return list.1
  }

  /// A list of the item; a line that begins like a known field ends its last part.
  func list(at line: Int) -> (ListSyntax, Int) {
    blocks.list(at: line, limit: body.upperBound, takesQuotations: false) { next in
      guard lines[next].kind == .text, lines[next].box == .none else { return false }
      guard let lead = FieldLead(lines[next], in: bytes) else { return true }
      return lead.name == nil && FieldName(slip: lead.words(in: bytes)) == nil
    }
  }

  private func hasGap(_ line: Int) -> Bool {
    let text = lines[line].text
    guard bytes[text].contains(Ascii.openBrace) else { return false }
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
  func answerStart(_ survey: Survey, _ reports: inout Reports) -> Start? {
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
}
