/// Finds paragraphs, lists, quotations, tables and fences among lines.
struct BlockParser {
  let bytes: Bytes
  let lines: [Line]

  /// The blocks of `range`, which holds no heading of an item, section or lesson.
  /// - Complexity: O(*n*) over the lines.
  func blocks(in range: Range<Int>) -> [BlockSyntax] {
    var blocks: [BlockSyntax] = []
    var line = range.lowerBound
    while line < range.upperBound {
      let (block, next) = self.block(at: line, limit: range.upperBound)
      if let block { blocks.append(block) }
      line = next
    }
    return blocks
  }

  /// The block that begins at `line`, and the line after it.
  func block(at line: Int, limit: Int) -> (BlockSyntax?, Int) {
    switch lines[line].kind {
    case .blank: return (nil, line + 1)
    case .heading: return (.heading(line), line + 1)
    case .thematicBreak: return (.thematicBreak(line), line + 1)
    case .comment:
      let end = run(of: .comment, from: line, limit: limit)
      return (.comment(line..<end), end)
    case .fence, .code:
      var end = line + 1
      while end < limit, lines[end].kind == .code { end += 1 }
      if end < limit, lines[end].kind == .fence { end += 1 }
      return (.fence(line..<end), end)
    case .quote:
      return quotation(at: line, limit: limit)
    case .bullet, .step:
      let (list, next) = self.list(at: line, limit: limit, takesQuotations: false) { isProse($0) }
      return (.list(list), next)
    case .row, .tableRule:
      return table(at: line, limit: limit)
    case .text, .underline:
      if startsBareTable(at: line, limit: limit) { return table(at: line, limit: limit) }
      var end = line + 1
      while end < limit, continuesParagraph(end, limit: limit) { end += 1 }
      return (.paragraph(line..<end), end)
    }
  }

  private func run(of kind: Line.Kind, from line: Int, limit: Int) -> Int {
    var end = line + 1
    while end < limit, lines[end].kind == kind { end += 1 }
    return end
  }

  private func isProse(_ line: Int) -> Bool {
    lines[line].kind == .text || lines[line].kind == .underline
  }

  /// A numbered line may only break into a paragraph with the number 1.
  private func continuesParagraph(_ line: Int, limit: Int) -> Bool {
    switch lines[line].kind {
    case .text, .underline: !startsBareTable(at: line, limit: limit)
    case .step: lines[line].number != 1 && lines[line].box == .none
    default: false
    }
  }

  private func quotation(at line: Int, limit: Int) -> (BlockSyntax, Int) {
    var quoted = [line]
    var next = line + 1
    while next < limit, lines[next].kind == .quote || isProse(next) {
      quoted.append(next)
      next += 1
    }
    return (.quotation(quoted), next)
  }

  // MARK: Lists

  /// The list that begins at `line`; `continues` says whether a line of text runs a part on.
  ///
  /// Blank lines may stand between two parts of one kind. A quotation under a part of an answer hangs
  /// on it; in prose it stands for itself.
  func list(
    at line: Int, limit: Int, takesQuotations: Bool = true, continues: (Int) -> Bool
  ) -> (ListSyntax, Int) {
    let isNumbered = lines[line].kind == .step
    let kind = lines[line].kind
    let indent = lines[line].indent
    var parts: [PartSyntax] = []
    parts.reserveCapacity(4)
    parts.append(PartSyntax(line: line))
    var next = line + 1
    while next < limit {
      let last = parts.count - 1
      switch lines[next].kind {
      case .bullet, .step:
        if lines[next].indent >= indent + 2 {
          parts[last].nested.append(PartSyntax(line: next))
        } else if lines[next].kind == kind {
          parts.append(PartSyntax(line: next))
        } else {
          return (ListSyntax(isNumbered: isNumbered, parts: parts), next)
        }
        next += 1
      case .text, .underline:
        guard continues(next), !startsBareTable(at: next, limit: limit) else {
          return (ListSyntax(isNumbered: isNumbered, parts: parts), next)
        }
        if let inner = parts[last].nested.indices.last {
          parts[last].nested[inner].continuation.append(next)
        } else {
          parts[last].continuation.append(next)
        }
        next += 1
      case .quote
      where takesQuotations && (lines[next].indent >= 2 || !parts[last].feedback.isEmpty):
        parts[last].feedback.append(next)
        next += 1
      case .comment:
        next += 1
      case .blank:
        guard let resumed = resumption(of: kind, indent: indent, after: next, limit: limit) else {
          return (ListSyntax(isNumbered: isNumbered, parts: parts), next)
        }
        next = resumed
      default:
        return (ListSyntax(isNumbered: isNumbered, parts: parts), next)
      }
    }
    return (ListSyntax(isNumbered: isNumbered, parts: parts), next)
  }

  /// The next line of the same list behind blank lines and comments.
  private func resumption(
    of kind: Line.Kind, indent: UInt16, after line: Int, limit: Int
  ) -> Int? {
    var next = line
    while next < limit, lines[next].kind == .blank || lines[next].kind == .comment { next += 1 }
    guard next < limit else { return nil }
    if lines[next].kind == kind { return next }
    let isDeeper = lines[next].indent >= indent + 2
    switch lines[next].kind {
    case .bullet, .step, .quote: return isDeeper ? next : nil
    default: return nil
    }
  }

  // MARK: Tables

  /// A table whose rows begin with no bar: a line with bars over a line of dashes and bars.
  func startsBareTable(at line: Int, limit: Int) -> Bool {
    line + 1 < limit && lines[line].kind == .text && lines[line + 1].kind == .tableRule
      && bytes[lines[line].whole].contains(Ascii.bar)
  }

  func table(at line: Int, limit: Int) -> (BlockSyntax, Int) {
    var table = TableSyntax(captions: line, rule: nil, rows: [])
    table.rows.reserveCapacity(4)
    var next = line + 1
    if next < limit, lines[next].kind == .tableRule {
      table.rule = next
      next += 1
    }
    while next < limit {
      let isRow =
        lines[next].kind == .row
        || lines[next].kind == .text && lines[line].kind == .text
          && bytes[lines[next].whole].contains(Ascii.bar)
      guard isRow else { break }
      table.rows.append(next)
      next += 1
    }
    return (.table(table), next)
  }
}
