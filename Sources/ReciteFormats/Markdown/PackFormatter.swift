import ReciteCore

/// Lays a pack file out canonically: what it says stays the same, comments and wording included.
///
/// One blank line between blocks, `-` before bullets and options, feedback indented by two, field
/// names in their usual spelling, `LF` at the ends of lines.
package struct PackFormatter {
  private let file: FileReader
  private var output: [String] = []
  /// The first line whose comments have not been written yet.
  private var cursor = 0
  /// Ids to write into headings, by the offset of the heading in the cleaned text.
  private let ids: [Int: ItemID]

  private init(_ file: FileReader, ids: [Int: ItemID]) {
    self.file = file
    self.ids = ids
  }

  /// What formatting one file came to.
  package enum Outcome: Equatable, Sendable {
    /// The file's canonical text.
    case text(String)
    /// The file has errors for which text would be lost or moved; it has to be mended first.
    case faulty
  }

  /// The canonical text of each lesson of a pack, in the order of its files.
  ///
  /// With `writesIDs` every item's heading gets the id that the item has.
  /// The result pairs an index into the folder's files with what became of that file.
  /// - Complexity: O(*n*) over the bytes.
  package static func format(
    _ folder: PackFolder, reading: PackReading, writesIDs: Bool
  ) -> [(file: Int, outcome: Outcome)] {
    let faulty = Set(
      reading.diagnostics.filter { $0.code.forbidsFormatting }.map(\.place.path))
    return folder.files.enumerated().compactMap { index, file in
      guard PackReader.isLesson(file.name), case .bytes(let bytes) = file.contents else {
        return nil
      }
      guard !faulty.contains(file.path) else { return (index, .faulty) }
      var ids: [Int: ItemID] = [:]
      if writesIDs {
        for place in reading.places where place.file == index {
          ids[place.places.heading.lowerBound] = place.id
        }
      }
      guard let text = text(of: bytes, ids: ids) else { return (index, .faulty) }
      return (index, .text(text))
    }
  }

  /// The canonical text of one file; nil where it is no text.
  static func text(of bytes: [UInt8], ids: [Int: ItemID] = [:]) -> String? {
    var reports = Reports(file: 0)
    guard case .text(let clean, _) = TextScreen.screen(bytes, reports: &reports) else { return nil }
    return Bytes.reading(clean) { bytes, joined in
      let (outline, reports) = FileParser.outline(of: bytes, file: 0)
      let file = FileReader(bytes: bytes, lines: outline.lines, joined: joined, reports: reports)
      var formatter = PackFormatter(file, ids: ids)
      formatter.write(outline)
      return formatter.output.isEmpty ? "" : formatter.output.joined(separator: "\n") + "\n"
    }
  }

  // MARK: The whole file

  private mutating func write(_ outline: FileOutline) {
    if let header = outline.header { write(header: header) }
    var parser = ItemParser(file.bytes, file.lines)
    write(parser.blocks.blocks(in: outline.introduction))
    // What is wrong was told when the pack was read.
    var reports = Reports(file: 0)
    for (number, heading) in outline.headings.enumerated() {
      let body = outline.body(of: number)
      write(heading: heading)
      if file.line(heading).number == 3 {
        write(parser.item(heading: heading, body: body, reports: &reports))
      } else {
        write(parser.blocks.blocks(in: body))
      }
    }
    flushComments(upTo: outline.lines.count)
  }

  private mutating func write(header: Range<Int>) {
    var lines = ["---"]
    for number in header.dropFirst() {
      let line = file.line(number)
      switch line.kind {
      case .blank, .thematicBreak: continue
      case .text, .bullet:
        guard let entry = HeaderLine(line, in: file.bytes) else { fallthrough }
        let value = Passage(file.bytes, entry.value).raw
        let key = entry.subject.isEmpty ? entry.key : "\(entry.key) \(entry.subject)"
        lines.append(value.isEmpty ? "\(key):" : "\(key): \(value)")
      default: lines.append(whole(number))
      }
    }
    lines.append("---")
    block(lines, from: header.lowerBound, to: header.upperBound)
  }

  private mutating func write(heading number: Int) {
    let line = file.line(number)
    let marks = String(repeating: "#", count: Int(line.number))
    var text = content(number)
    if line.number == 3, let id = ids[Int(line.marker)] {
      text = PackFormatter.heading(text, with: id, of: file.passage(number))
    }
    block(
      [prefix(number) + (text.isEmpty ? marks : "\(marks) \(text)")], from: number, to: number + 1)
  }

  /// The heading with an id in its braces; one that is written already stays as it is.
  private static func heading(_ text: String, with id: ItemID, of passage: Passage) -> String {
    guard let braces = AttributeReader.braces(in: passage) else { return "\(text) {#\(id)}" }
    let (attributes, _) = AttributeReader.read(passage, braces)
    guard attributes.id == nil else { return text }
    let stem = passage.part(passage.bytes.startIndex..<braces.lowerBound).raw
    let classes = attributes.classes.map { " .\($0)" }.joined()
    return "\(stem) {#\(id)\(classes)}"
  }

  private mutating func write(_ item: ItemSyntax) {
    write(item.stem)
    var parts: [(line: Int, write: (inout PackFormatter) -> Void)] = item.fields.map { field in
      (field.line, { $0.write(field) })
    }
    switch item.answer {
    case .none, .gaps: break
    case .boxes(let options):
      if let first = options.first { parts.append((first.line, { $0.write(options: options) })) }
    case .list(let list):
      if let first = list.parts.first { parts.append((first.line, { $0.write(list) })) }
    case .table(let table): parts.append((table.captions, { $0.write(table) }))
    case .field(let field): parts.append((field.line, { $0.write(field) }))
    case .points(let field, let points):
      parts.append((field.line, { $0.write(points, under: field) }))
    }
    for part in parts.sorted(by: { $0.line < $1.line }) { part.write(&self) }
  }

  // MARK: Blocks

  private mutating func write(_ blocks: [BlockSyntax]) {
    for block in blocks {
      switch block {
      case .comment: continue
      case .paragraph(let lines):
        self.block(lines.map(whole), from: lines.lowerBound, to: lines.upperBound)
      case .list(let list): write(list)
      case .quotation(let lines):
        self.block(quoted(lines), from: lines.first ?? 0, to: (lines.last ?? 0) + 1)
      case .table(let table): write(table)
      case .fence(let lines): write(fence: lines)
      case .heading(let line): write(heading: line)
      case .thematicBreak(let line):
        self.block([opensFile(line) ? "***" : "---"], from: line, to: line + 1)
      }
    }
  }

  /// Whether nothing but comments stands before a line: there `---` would open a header.
  private func opensFile(_ line: Int) -> Bool {
    file.lines[..<line].allSatisfy { $0.kind == .blank || $0.kind == .comment }
  }

  private func quoted(_ lines: [Int]) -> [String] {
    lines.map { content($0).isEmpty ? ">" : "> " + content($0) }
  }

  private mutating func write(fence lines: Range<Int>) {
    let opening = file.line(lines.lowerBound)
    guard opening.kind == .fence else { return }
    let mark = Unicode.Scalar(file.bytes[Int(opening.marker)])
    let marks = String(repeating: Character(mark), count: Int(opening.number))
    var written = [marks + content(lines.lowerBound)]
    for number in lines where file.line(number).kind == .code {
      written.append(file.codeLine(number, indent: Int(opening.indent)))
    }
    written.append(marks)
    block(written, from: lines.lowerBound, to: lines.upperBound)
  }

  private mutating func write(_ table: TableSyntax) {
    var written = [row(table.captions)]
    if let rule = table.rule {
      let cells = file.rowCells(rule).map { cell in
        (cell.bytes.first == Ascii.colon ? ":" : "") + "---"
          + (cell.bytes.last == Ascii.colon && cell.bytes.count > 1 ? ":" : "")
      }
      written.append("|" + cells.joined(separator: "|") + "|")
    }
    written += table.rows.map(row)
    let last = table.rows.last ?? table.rule ?? table.captions
    block(written, from: table.captions, to: last + 1)
  }

  private func row(_ number: Int) -> String {
    "|" + file.rowCells(number).map { $0.isEmpty ? " |" : " \($0.raw) |" }.joined()
  }

  // MARK: Parts

  private mutating func write(_ list: ListSyntax) {
    let numbers = list.parts.map { Int(file.line($0.line).number) }
    let isConstant = numbers.count > 1 && numbers.allSatisfy { $0 == numbers[0] }
    var written: [String] = []
    for (index, part) in list.parts.enumerated() {
      if index > 0 { written += comments(after: list.parts[index - 1], before: part.line) }
      let number = isConstant ? numbers[0] : numbers[0] &+ index
      written += lines(of: part, marker: list.isNumbered ? "\(number)." : "-")
    }
    finish(written, list.parts)
  }

  private mutating func write(options: [PartSyntax]) {
    var written: [String] = []
    for (index, part) in options.enumerated() {
      if index > 0 { written += comments(after: options[index - 1], before: part.line) }
      let box = file.line(part.line).box
      let isTicked = box == .ticked || box == .almostTicked
      written += lines(of: part, marker: isTicked ? "- [x]" : "- [ ]")
      written += quoted(part.feedback).map { "  " + $0 }
    }
    finish(written, options)
  }

  private mutating func write(_ points: [PartSyntax], under field: FieldSyntax) {
    var written = ["Points:"]
    for (index, part) in points.enumerated() {
      let previous = index > 0 ? points[index - 1].end : field.line
      written += commentLines(previous + 1..<max(previous + 1, part.line))
      written += lines(of: part, marker: "-")
      for withdrawal in part.withdrawals {
        written += lines(of: withdrawal).map { "  " + $0 }
      }
    }
    block(written, from: field.line, to: (points.last?.end ?? field.line) + 1)
  }

  private mutating func write(_ field: FieldSyntax) {
    let written = lines(of: field) + quoted(field.feedback)
    let last = field.feedback.last ?? field.continuation.last ?? field.line
    block(written, from: field.line, to: last + 1)
  }

  private func lines(of field: FieldSyntax) -> [String] {
    let line = file.line(field.line)
    let value = text(field.value..<max(field.value, Int(line.end))) + suffix(field.line)
    return ["\(field.name.rawValue): \(value)".trimmed] + field.continuation.map(whole)
  }

  private func lines(of part: PartSyntax, marker: String) -> [String] {
    let first = "\(prefix(part.line))\(marker) \(content(part.line))".trimmed
    var lines = [first] + part.continuation.map { "  " + whole($0) }
    for inner in part.nested {
      let line = file.line(inner.line)
      let marker = line.kind == .step ? "\(line.number)." : "-"
      lines += self.lines(of: inner, marker: marker).map { "  " + $0 }
    }
    return lines
  }

  private mutating func finish(_ written: [String], _ parts: [PartSyntax]) {
    block(written, from: parts.first?.line ?? 0, to: (parts.last?.end ?? 0) + 1)
  }

  // MARK: Lines and comments

  /// Writes lines as a block of their own, after the comments that stand before it.
  private mutating func block(_ lines: [String], from start: Int, to end: Int) {
    flushComments(upTo: start)
    if !output.isEmpty { output.append("") }
    output += lines
    cursor = max(cursor, end)
    // A comment that began on the block's last line goes on right below it.
    while cursor < file.lines.count, file.line(cursor).continuesComment {
      output.append(rawLine(cursor))
      cursor += 1
    }
  }

  private mutating func flushComments(upTo end: Int) {
    var lines: [String] = []
    while cursor < end {
      if file.line(cursor).kind == .comment {
        lines.append(rawLine(cursor))
      } else if !lines.isEmpty {
        if !output.isEmpty { output.append("") }
        output += lines
        lines = []
      }
      cursor += 1
    }
    guard !lines.isEmpty else { return }
    if !output.isEmpty { output.append("") }
    output += lines
  }

  private func comments(after part: PartSyntax, before line: Int) -> [String] {
    commentLines(part.end + 1..<max(part.end + 1, line))
  }

  private func commentLines(_ lines: Range<Int>) -> [String] {
    lines.filter { file.line($0).kind == .comment }.map(rawLine)
  }

  /// A comment's line as it stands, without white space at its end.
  private func rawLine(_ number: Int) -> String {
    let line = file.line(number)
    return String(
      decoding: file.bytes[Int(line.start)..<max(Int(line.start), Int(line.end))],
      as: UTF8.self)
  }

  /// What a line's marker introduces, and a comment that begins behind it.
  private func content(_ number: Int) -> String {
    text(file.line(number).text) + suffix(number)
  }

  /// The line from its marker on, with the comments at both its ends.
  private func whole(_ number: Int) -> String {
    prefix(number) + text(file.line(number).whole) + suffix(number)
  }

  private func text(_ range: Range<Int>) -> String { Passage(file.bytes, range).raw }

  /// Comments that stand before the line's own beginning, and a space.
  private func prefix(_ number: Int) -> String {
    let line = file.line(number)
    let before = text(Int(line.start)..<Int(line.marker))
    return before.isEmpty ? "" : before + " "
  }

  /// A comment at the line's end, which may run on below.
  private func suffix(_ number: Int) -> String {
    let line = file.line(number)
    let bytes = file.bytes
    var end = Int(line.end)
    while end < bytes.count, bytes[end] != Ascii.newline, bytes[end] != Ascii.carriageReturn {
      end += 1
    }
    let rest = text(Int(line.end)..<end)
    return rest.hasPrefix("<!--") && line.kind != .comment ? " " + rest : ""
  }
}

extension PartSyntax {
  /// The last line of the part and all that hangs on it.
  var end: Int {
    var end = max(line, continuation.last ?? line, feedback.last ?? line)
    if let inner = nested.last { end = max(end, inner.end) }
    if let field = withdrawals.last { end = max(end, field.continuation.last ?? field.line) }
    return end
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension DiagnosticCode {
  /// True for errors after which not every byte of a file has its place, so that it cannot be laid out.
  var forbidsFormatting: Bool {
    guard severity == .error else { return false }
    switch self {
    case .duplicateID, .noID, .headingWithoutSpace, .almostABox, .unknownSource, .noSuchParagraph,
      .quoteNotFound, .passageNotFound, .unknownItem, .circularRequirement, .unknownFeature,
      .unknownFeatureKind, .noMap, .badMap, .unknownLesson, .missingFile, .unknownTopic,
      .circularChain:
      return false
    default: return true
    }
  }
}
