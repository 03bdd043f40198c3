import ReciteCore

/// Reads the values of one file: passages from lines, blocks from block syntax.
struct FileReader {
  let bytes: Bytes
  let lines: [Line]
  /// Where values that run over several lines are kept.
  let joined: JoinedTexts
  var reports: Reports

  func line(_ number: Int) -> Line { lines[number] }

  // MARK: Passages

  /// What a line's marker introduces.
  func passage(_ line: Int) -> Passage { Passage(bytes, lines[line].text) }

  /// The text of a part with the lines on which it runs on.
  func passage(_ part: PartSyntax) -> Passage {
    guard !part.continuation.isEmpty else { return passage(part.line) }
    return passage(joining: [part.line] + part.continuation)
  }

  /// The value of a field with the lines on which it runs on.
  func passage(_ field: FieldSyntax) -> Passage {
    let line = lines[field.line]
    let first = field.value..<max(field.value, Int(line.end))
    guard !field.continuation.isEmpty else { return Passage(bytes, first) }
    return Passage(
      bytes, joining: [first] + field.continuation.map { lines[$0].whole }, in: joined)
  }

  func passage(joining numbers: some Sequence<Int>) -> Passage {
    Passage(bytes, joining: numbers.map { lines[$0].text }, in: joined)
  }

  // MARK: Blocks

  /// The blocks of a reading.
  mutating func reading(_ blocks: [BlockSyntax]) -> [Block] {
    blocks.compactMap { block in
      self.block(block) { InlineReader.richText($0) }
    }
  }

  /// The blocks of a stem; its double braces are gaps, and they are added to `gaps`.
  func readStem(
    _ blocks: [BlockSyntax], into stem: inout [Block], gaps: inout [Passage],
    unclosed: inout [Int]
  ) {
    for syntax in blocks {
      let block = self.block(syntax) {
        InlineReader.richText($0, gaps: &gaps, unclosed: &unclosed)
      }
      if let block { stem.append(block) }
    }
  }

  /// One block; nil for what shows nothing.
  private func block(_ syntax: BlockSyntax, text: (Passage) -> RichText) -> Block? {
    switch syntax {
    case .paragraph(let lines):
      let paragraph = text(passage(joining: lines))
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
      if self.line(line).text.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { passage(joining: $0) }
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
    let line = lines[row]
    var cells = Alternatives.split(Passage(bytes, line.whole))
    if cells.count > 1, cells.first?.isEmpty ?? false { cells.removeFirst() }
    if cells.count > 1, cells.last?.isEmpty ?? false { cells.removeLast() }
    return cells
  }

  private func code(_ lines: Range<Int>) -> Block {
    let opening = line(lines.lowerBound)
    let language = opening.kind == .fence ? passage(lines.lowerBound).raw : ""
    let indent = Int(opening.indent)
    let inside = lines.filter { line($0).kind == .code }
    return .code(language: language, lines: inside.map { codeLine($0, indent: indent) })
  }

  /// A line of a fence, without as much white space as stands before the fence's own marks.
  func codeLine(_ number: Int, indent: Int) -> String {
    let line = lines[number]
    var start = Int(line.start)
    let end = Int(line.end)
    var dropped = 0
    while dropped < indent, start < end, Ascii.isSpace(bytes[start]) {
      start += 1
      dropped += 1
    }
    let text = bytes[start..<max(start, end)].text
    guard text.utf8.contains(Ascii.tab) else { return text }
    return text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    ")
  }
}
