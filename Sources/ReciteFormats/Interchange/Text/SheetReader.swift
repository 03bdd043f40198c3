import ReciteCore

/// Reads questions from a sheet, one a row: headings say what the columns hold.
///
/// Without headings the first column is the question and the second its answer. In a sheet with a
/// column `kind`, as `recite export` writes it, cells are Markdown; in any other they are plain.
struct SheetReader {
  private let source: ImportSource
  private var assembly: PackAssembly
  private var columns: [SheetColumn?] = []
  private var isMarkdown = false
  private var questions: [ImportedQuestion] = []
  private var topics: [Topic] = []

  static func read(
    _ source: ImportSource, separator: UInt8?, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    var reader = SheetReader(source: source, assembly: assembly)
    reader.readRows(separator)
    assembly = reader.assembly
    return reader.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  private func range(ofLine line: Int) -> Range<Int> {
    source.lines.indices.contains(line - 1) ? source.lines[line - 1].trimmed : 0..<0
  }

  private mutating func readRows(_ separator: UInt8?) {
    var isFirst = true
    do {
      var rows = try DelimitedReader(source.bytes, separator: separator)
      while true {
        do {
          guard let row = try rows.next() else { break }
          if isFirst {
            isFirst = false
            if readHeadings(row) { continue }
          }
          read(row)
        } catch let error as DelimitedTextError {
          report(error)
        }
      }
    } catch let error as DelimitedTextError {
      report(error)
    } catch {}
  }

  private mutating func report(_ error: DelimitedTextError) {
    assembly.report(
      .sheetRow, at: range(ofLine: error.line), error.message,
      help: "mend the row; the others are imported")
  }

  // MARK: Headings

  /// True where the first row names columns.
  private mutating func readHeadings(_ row: DelimitedRow) -> Bool {
    let named = row.cells.map { SheetColumn(heading: $0) }
    let hasQuestion = named.contains(.prompt)
    guard hasQuestion, named.count(where: { $0 != nil }) > 1 else {
      columns = [.prompt, .answer]
      assembly.report(
        .sheetColumn, at: range(ofLine: row.line),
        "no headings: the first column is taken for the question, the second for its answer",
        help: "write a first row such as 'question,answer,hint,tags'")
      return false
    }
    columns = named
    isMarkdown = row.cells.contains { $0.lowercased() == "kind" }
    for (index, cell) in row.cells.enumerated() where named[index] == nil && !cell.isEmpty {
      assembly.report(
        .sheetColumn, at: range(ofLine: row.line), "the column '\(cell)' is not imported",
        help: "columns may be id, kind, lesson, topic, tags, question, answer, aliases, option1 …, "
          + "correct, hint, why, source")
    }
    return true
  }

  // MARK: Rows

  private mutating func read(_ row: DelimitedRow) {
    var cells = SheetCells(isMarkdown: isMarkdown)
    for (index, cell) in row.cells.enumerated() {
      let text = isMarkdown ? DelimitedWriter.unguarded(cell) : cell
      guard !text.allSatisfy(\.isWhitespace) else { continue }
      guard index < columns.count else {
        assembly.report(
          .sheetRow, at: range(ofLine: row.line),
          "this row has more cells than there are columns; '\(text.prefix(40))' is left out",
          help: "put a text that holds the separator in quotation marks")
        break
      }
      if let column = columns[index] { cells.add(text, in: column) }
    }
    let place = range(ofLine: row.line)
    if let lesson = cells[.lesson] { assembly.openLesson(PackAssembly.oneLine(lesson)) }
    guard let prompt = cells[.prompt] else {
      assembly.report(
        .sheetRow, at: place, "this row has no question",
        help: "fill in its cell, or delete the row")
      return
    }
    guard let item = cells.item() else {
      assembly.report(
        .brokenQuestion, at: place, "no answer could be read from this row",
        help: "fill in its answer, or its options and the letter of the right one")
      assembly.leaveOut(row.cells.joined(separator: "\n"))
      return
    }
    var added = item
    added.topic = topic(cells[.topic], at: place)
    let id = assembly.add(
      stem: item.stem, kind: item.kind, id: cells[.id], name: nil, at: place
    ) { whole in
      let id = whole.id
      let stem = whole.stem
      whole = added
      whole.id = id
      whole.stem = stem
    }
    questions.append(
      ImportedQuestion(
        line: row.line, kind: item.kind.name, stem: prompt,
        answers: item.kind.importedAnswers, feedback: cells[.why] ?? "", tags: item.tags, item: id))
  }

  private mutating func topic(_ name: String?, at place: Range<Int>) -> Topic? {
    guard let name, let word = PackAssembly.tag(name) else { return nil }
    let topic = Topic(word)
    assembly.addTopic(topic)
    return topic
  }
}

/// The cells of one row by what they hold, and the item that they make.
struct SheetCells {
  let isMarkdown: Bool
  private var texts: [(column: SheetColumn, text: String)] = []

  init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  mutating func add(_ text: String, in column: SheetColumn) { texts.append((column, text)) }

  subscript(column: SheetColumn) -> String? { texts.first { $0.column == column }?.text }

  private func rich(_ text: String) -> RichText {
    isMarkdown
      ? MarkupText.markdownLine(PackAssembly.oneLine(text)) : MarkupText(text, .plain).inline
  }

  /// The item; nil where the row holds no answer.
  func item() -> Item? {
    if isMarkdown { return markdownItem() }
    guard let kind = plainKind() else { return nil }
    var item = Item(
      id: ItemID("row"), stem: MarkupText(self[.prompt] ?? "", .plain).blocks, kind: kind)
    fill(&item)
    return item
  }

  private func fill(_ item: inout Item) {
    item.hints = lines(.hint).map(rich)
    item.explanation = lines(.why).map(rich)
    item.tags = tags
  }

  private var tags: [String] {
    (self[.tags] ?? "").split { $0 == "," || $0 == ";" || $0.isWhitespace }
      .compactMap { PackAssembly.tag(String($0)) }
      .reduce(into: []) { tags, tag in if !tags.contains(tag) { tags.append(tag) } }
  }

  private func lines(_ column: SheetColumn) -> [String] {
    (self[column] ?? "").split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }

  // MARK: Options

  private var options: [Option] {
    var found: [(Int, Option)] = []
    for (column, text) in texts {
      guard case .option(let number) = column else { continue }
      let feedback = self[.optionFeedback(number)].map(rich)
      found.append((number, Option(rich(text), feedback: feedback)))
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The options that the cell `correct` (or the answer) names, by letter, number or text.
  private func keys(of options: [Option], in cell: String) -> [Int]? {
    let texts = options.map { PackAssembly.oneLine($0.text.plain).lowercased() }
    func index(_ word: String) -> Int? {
      let word = PackAssembly.oneLine(word).lowercased()
      if let exact = texts.firstIndex(of: word) { return exact }
      let bare = word.filter { $0.isLetter || $0.isNumber }
      if let number = Int(bare), options.indices.contains(number - 1) { return number - 1 }
      let letter = bare.hasPrefix("option") ? String(bare.dropFirst(6)) : bare
      guard letter.utf8.count == 1, let byte = letter.utf8.first, Ascii.isLower(byte) else {
        return nil
      }
      return options.indices.contains(Int(byte) - 0x61) ? Int(byte) - 0x61 : nil
    }
    if let only = index(cell) { return [only] }
    let parts = cell.split { $0 == "," || $0 == ";" || $0 == "|" || $0.isNewline }.map(String.init)
    let found = parts.compactMap(index)
    guard !found.isEmpty, found.count == parts.count else { return nil }
    return Set(found).sorted()
  }

  private func optionKind(isSelection: Bool?) -> ItemKind? {
    var options = options
    var keys: [Int]?
    if options.isEmpty, let answer = self[.answer] ?? self[.correct] {
      options =
        [Option(rich(answer))]
        + texts.filter { $0.column == .wrong }.map { Option(rich($0.text)) }
      keys = [0]
    } else if let cell = self[.correct] ?? self[.answer] {
      keys = self.keys(of: options, in: cell)
    }
    guard options.count > 1, let keys, let first = keys.first else { return nil }
    return isSelection ?? (keys.count > 1)
      ? .selection(options: options, keys: keys) : .choice(options: options, key: first)
  }

  // MARK: Kinds

  private func plainKind() -> ItemKind? {
    switch self[.kind].map(SheetCells.kindName) ?? nil {
    case .some("choice"): return optionKind(isSelection: nil)
    case .some("selection"): return optionKind(isSelection: true)
    case .some("text"): return accepted.map { .text($0) }
    default: break
    }
    let optionCount = texts.count {
      if case .option = $0.column { true } else { $0.column == .wrong }
    }
    if optionCount > 0, let kind = optionKind(isSelection: nil) { return kind }
    guard optionCount < 2, let accepted else { return nil }
    switch accepted.key.lowercased() {
    case "true": return .trueFalse(true)
    case "false": return .trueFalse(false)
    default: break
    }
    if var key = NumberKey.reading(accepted.key) {
      key.written.aliases = accepted.aliases
      return .number(key)
    }
    return .text(accepted)
  }

  private var accepted: Accepted? {
    let cells = [self[.answer] ?? self[.correct], self[.aliases]].compactMap { $0 }
    let words = cells.flatMap { $0.split { $0 == "|" || $0.isNewline } }
      .map { PackAssembly.oneLine(String($0)) }.filter { !$0.isEmpty }
    guard let first = words.first else { return nil }
    return words.dropFirst().reduce(into: Accepted(first)) { accepted, word in
      if !accepted.all.contains(word) { accepted.aliases.append(word) }
    }
  }

  /// The kind that a word in the column of kinds means; nil where the cells should decide.
  private static func kindName(_ word: String) -> String? {
    let word = word.lowercased().filter(\.isLetter)
    switch word {
    case "mc", "mcq", "multiplechoice", "choice", "singlechoice", "single", "radio": return "choice"
    case "ma", "multi", "multipleanswers", "multipleanswer", "selection", "checkbox", "checkboxes",
      "multiselect", "multipleresponse":
      return "selection"
    case "text", "short", "shortanswer", "sa", "fill", "fillin", "fillintheblank", "flashcard",
      "basic", "card":
      return "text"
    default: return nil
    }
  }

  // MARK: A sheet of our own

  /// The item of a row whose cells are Markdown, as `SheetWriter` writes them.
  private func markdownItem() -> Item? {
    let prompt = self[.prompt] ?? ""
    let title = prompt.prefix { !$0.isNewline }
    var lines = ["# L", "", "### \(title) {#row}", "", String(prompt.dropFirst(title.count))]
    let kind = self[.kind]?.lowercased()
    // A list at the end of the question, and one that is its answer, would be read as one.
    if prompt.dropFirst(title.count).contains(where: { !$0.isNewline }) { lines += ["", "---"] }
    if kind == "choice" || kind == "selection" || kind == nil && !options.isEmpty {
      guard let read = optionKind(isSelection: kind.map { $0 == "selection" }) else { return nil }
      var item = Item(id: ItemID("row"), stem: [], kind: read)
      item.stem = []
      lines += ["", PackWriter.parts(of: item).answer]
    } else {
      lines += ["", self[.answer] ?? ""]
    }
    lines += ["", self[.more] ?? ""]
    let reading = PackReader.read(lines.joined(separator: "\n") + "\n")
    let faults = reading.diagnostics.filter {
      $0.severity == .error && ![.unknownSource, .unknownItem, .noMap].contains($0.code)
    }
    guard faults.isEmpty, var item = reading.pack?.items.first, reading.pack?.items.count == 1
    else {
      return nil
    }
    if let kind, item.kind.name != kind { return nil }
    item.hints = self.lines(.hint).map(rich)
    item.explanation = self.lines(.why).map(rich)
    item.tags = tags
    return item
  }
}

extension ItemKind {
  /// The answers as a report on an import lists them.
  var importedAnswers: [ImportedQuestion.Answer] {
    switch self {
    case .choice(let options, let key):
      options.enumerated().map {
        ImportedQuestion.Answer(
          $1.text.plain, weight: $0 == key ? 1 : 0, feedback: $1.feedback?.plain ?? "")
      }
    case .selection(let options, let keys):
      options.enumerated().map {
        ImportedQuestion.Answer(
          $1.text.plain, weight: keys.contains($0) ? 1 / Double(keys.count) : 0,
          feedback: $1.feedback?.plain ?? "")
      }
    case .text(let accepted): accepted.all.map { ImportedQuestion.Answer($0, weight: 1) }
    case .number(let key): key.written.all.map { ImportedQuestion.Answer($0, weight: 1) }
    case .list(let parts, _), .ordering(let parts), .chain(let parts), .cloze(let parts, _):
      parts.map { ImportedQuestion.Answer($0.key) }
    case .matching(let matching):
      matching.pairs.map { ImportedQuestion.Answer($0.left.plain, match: $0.right.plain) }
        + matching.distractors.map { ImportedQuestion.Answer("", match: $0.plain) }
    case .trueFalse(let truth): [ImportedQuestion.Answer(truth ? "true" : "false", weight: 1)]
    case .map, .open: [ImportedQuestion.Answer(keyInWords)]
    }
  }
}
