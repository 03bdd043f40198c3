import ReciteCore

/// Reads the values of one file: passages from lines, blocks from block syntax.
struct FileReader {
  let syntax: FileSyntax
  var reports: Reports

  init(_ syntax: FileSyntax, reports: Reports) {
    self.syntax = syntax
    self.reports = reports
  }

  func line(_ number: Int) -> Line { syntax.lines[number] }

  // MARK: Passages

  /// What a line's marker introduces.
  func passage(_ line: Int) -> Passage { Passage(syntax.bytes, syntax.lines[line].text) }

  /// The text of a part with the lines on which it runs on.
  func passage(_ part: PartSyntax) -> Passage {
    guard !part.continuation.isEmpty else { return passage(part.line) }
    return joined([part.line] + part.continuation)
  }

  /// The value of a field with the lines on which it runs on.
  func passage(_ field: FieldSyntax) -> Passage {
    let line = syntax.lines[field.line]
    let first = field.value..<max(field.value, Int(line.end))
    guard !field.continuation.isEmpty else { return Passage(syntax.bytes, first) }
    return Passage(
      syntax.bytes, joining: [first] + field.continuation.map { syntax.lines[$0].whole })
  }

  func joined(_ lines: some Sequence<Int>) -> Passage {
    Passage(syntax.bytes, joining: lines.map { syntax.lines[$0].text })
  }

  // MARK: Blocks

  /// The blocks of a reading.
  mutating func reading(_ blocks: [BlockSyntax]) -> [Block] {
    blocks.compactMap { block in
      self.block(block) { InlineReader.richText($0) }
    }
  }

  /// The blocks of a stem; its double braces are gaps, and they are added to `gaps`.
  func stem(_ blocks: [BlockSyntax], gaps: inout [Passage], unclosed: inout [Int]) -> [Block] {
    var stem: [Block] = []
    for syntax in blocks {
      let block = self.block(syntax) {
        InlineReader.richText($0, gaps: &gaps, unclosed: &unclosed)
      }
      if let block { stem.append(block) }
    }
    return stem
  }

  /// One block; nil for what shows nothing.
  private func block(_ syntax: BlockSyntax, text: (Passage) -> RichText) -> Block? {
    switch syntax {
    case .paragraph(let lines):
      let paragraph = text(joined(lines))
      return paragraph.isEmpty ? nil : .paragraph(paragraph)
    case .list(let list):
      let items = list.parts.flatMap { part in
        [text(passage(part))] + part.nested.map { text(passage($0)) }
      }
      return .list(
        items: items, start: list.isNumbered ? Int(line(list.parts.first?.line ?? 0).number) : nil)
    case .quotation(let lines): return .quotation(quoted(lines).map(text))
    case .table(let table): return self.table(table, text: text)
    case .fence(let lines): return code(lines)
    case .heading(let line):
      let heading = text(passage(line))
      return heading.isEmpty ? nil : .heading(heading)
    case .comment, .thematicBreak: return nil
    }
  }

  /// The paragraphs of a quotation; a line with nothing after its `>` separates them.
  func quoted(_ lines: [Int]) -> [Passage] {
    var paragraphs: [[Int]] = [[]]
    for line in lines {
      if syntax.lines[line].text.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map(joined)
  }

  private func table(_ table: TableSyntax, text: (Passage) -> RichText) -> Block {
    let captions = rowCells(table.captions).map(text)
    let rows = table.rows.map { row in
      let cells = rowCells(row).map(text)
      let missing = max(0, captions.count - cells.count)
      return Array(
        (cells + Array(repeating: RichText(runs: []), count: missing)).prefix(captions.count))
    }
    return .table(captions: captions, rows: rows)
  }

  /// The cells of a row, between bars that are neither escaped nor in a code span.
  func rowCells(_ row: Int) -> [Passage] {
    let line = syntax.lines[row]
    var cells = Alternatives.split(Passage(syntax.bytes, line.whole))
    if cells.count > 1, cells.first?.isEmpty ?? false { cells.removeFirst() }
    if cells.count > 1, cells.last?.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  private func code(_ lines: Range<Int>) -> Block {
    let opening = syntax.lines[lines.lowerBound]
    let language = opening.kind == .fence ? passage(lines.lowerBound).raw : ""
    let indent = Int(opening.indent)
    let inside = lines.filter { syntax.lines[$0].kind == .code }
    return .code(language: language, lines: inside.map { codeLine($0, indent: indent) })
  }

  /// A line of a fence, without as much white space as stands before the fence's own marks.
  func codeLine(_ number: Int, indent: Int) -> String {
    let line = syntax.lines[number]
    var start = Int(line.start)
    let end = Int(line.end)
    var dropped = 0
    while dropped < indent, start < end, Ascii.isSpace(syntax.bytes[start]) {
      start += 1
      dropped += 1
    }
    let text = String(decoding: syntax.bytes[start..<max(start, end)], as: UTF8.self)
    guard text.utf8.contains(Ascii.tab) else { return text }
    return text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
  }
}
