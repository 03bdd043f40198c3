import ReciteCore

/// Reads Anki's "Notes in Plain Text": header lines, then a note a row.
///
/// - Source: the Anki manual, "Importing text files", file headers since 2.1.54; Anki,
///   `rslib/src/import_export/text/csv/metadata.rs`.
struct AnkiReader {
  /// The names that a header line may have.
  static let headerNames: Set<String> = [
    "separator", "html", "tags", "columns", "notetype", "deck", "notetype column", "deck column",
    "tags column", "guid column", "if matches",
  ]

  /// Anki's own notetypes of two fields.
  private static let twoFields: Set<String> = [
    "basic", "basic (and reversed card)", "basic (type in the answer)", "cloze",
  ]

  private let source: ImportSource
  private var assembly: PackAssembly
  private var separator: UInt8?
  private var isHTML: Bool?
  private var columns: [String] = []
  private var tags: [String] = []
  private var notetype: String?
  /// Columns with a duty of their own, counted from 0.
  private var special: [String: Int] = [:]
  private var firstRow = 0
  private var questions: [ImportedQuestion] = []
  private var fieldCount: Int?
  private var saysReversed = false
  private var title: String?

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    var reader = AnkiReader(source: source, assembly: assembly)
    reader.readHeader()
    reader.readRows()
    assembly = reader.assembly
    return reader.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  // MARK: Header

  private mutating func readHeader() {
    for line in source.lines {
      guard !line.isBlank else {
        firstRow = line.number
        continue
      }
      if line.number == 1, let words = AnkiReader.oldTags(source.text(line.trimmed)) {
        tags = words
        firstRow = line.number
        continue
      }
      guard source.bytes[line.trimmed.lowerBound] == Ascii.hash else { return }
      firstRow = line.number
      readHeader(line)
    }
  }

  /// The tags of a first line `tags: a b`, which Anki knew before it had headers.
  private static func oldTags(_ text: String) -> [String]? {
    guard text.hasPrefix("tags:") else { return nil }
    return text.dropFirst(5).split(separator: " ").map(String.init)
  }

  private mutating func readHeader(_ line: ImportSource.Line) {
    let text = source.text(line.trimmed.lowerBound + 1..<line.whole.upperBound)
    guard let colon = text.firstIndex(of: ":") else { return }
    let name = PackAssembly.oneLine(String(text[..<colon])).lowercased()
    let value = String(text[text.index(after: colon)...])
    let word = PackAssembly.oneLine(value)
    switch name {
    case "separator": readSeparator(value, line)
    case "html": isHTML = word.lowercased() == "true"
    case "columns": columns = [value]
    case "tags": tags = word.split(separator: " ").map(String.init)
    case "notetype": notetype = word
    case "deck": openDeck(word)
    case "notetype column", "deck column", "tags column", "guid column":
      guard let number = Int(word), number > 0 else {
        return assembly.report(
          .ankiHeader, at: line.trimmed, "'\(word)' is no number of a column",
          help: "columns are counted from 1")
      }
      special[name] = number - 1
    case "if matches": break
    default:
      assembly.report(
        .ankiHeader, at: line.trimmed, "'\(name)' is no header of Anki's; the line is a comment",
        help: "known are \(AnkiReader.headerNames.sorted().joined(separator: ", "))")
    }
  }

  private mutating func readSeparator(_ value: String, _ line: ImportSource.Line) {
    let named: [String: UInt8] = [
      "comma": Ascii.comma, "semicolon": 0x3b, "tab": Ascii.tab, "space": Ascii.space,
      "pipe": Ascii.bar, "colon": Ascii.colon,
    ]
    let word = PackAssembly.oneLine(value).lowercased()
    if let known = named[word] {
      separator = known
    } else if value == "\t" || word == "\\t" {
      separator = Ascii.tab
    } else if word.utf8.count == 1, let byte = word.utf8.first {
      separator = byte
    } else {
      assembly.report(
        .ankiHeader, at: line.trimmed, "'\(word)' is no separator that Anki knows",
        help: "write Comma, Semicolon, Tab, Space, Pipe or Colon")
    }
  }

  /// Goes on in the lesson that a deck names; the first part of `A::B` is the pack's title.
  private mutating func openDeck(_ deck: String) {
    var parts: [String] = []
    var rest = deck[...]
    while let mark = rest.firstRange(of: "::") {
      parts.append(PackAssembly.oneLine(String(rest[..<mark.lowerBound])))
      rest = rest[mark.upperBound...]
    }
    parts.append(PackAssembly.oneLine(String(rest)))
    parts.removeAll(where: \.isEmpty)
    if parts.count > 1, title == nil {
      title = parts[0]
      assembly.setTitle(parts[0])
    }
    if parts.count > 1, parts[0] == title { parts.removeFirst() }
    assembly.openLesson(parts.joined(separator: " / "))
  }

  // MARK: Notes

  private mutating func readRows() {
    guard firstRow < source.lines.count else { return }
    let start = source.lines[firstRow].whole.lowerBound
    let bytes = Array(source.bytes[start...])
    do {
      // Anki guesses by the first line as well; the tab goes before the comma there.
      let first = source.bytes[source.lines[firstRow].whole]
      let guess = first.contains(Ascii.tab) ? Ascii.tab : nil
      var rows = try DelimitedReader(bytes, separator: separator ?? guess)
      if let names = columns.first {
        var names = try DelimitedReader(Array(names.utf8), separator: rows.separator)
        columns = try names.next()?.cells ?? []
      }
      while true {
        do {
          guard let row = try rows.next() else { break }
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
      .sheetRow, at: place(error.line), error.message,
      help: "mend the note; the others are imported")
  }

  private func place(_ line: Int) -> Range<Int> {
    let index = firstRow + line - 1
    return source.lines.indices.contains(index) ? source.lines[index].trimmed : 0..<0
  }

  private mutating func read(_ row: DelimitedRow) {
    // A comment; within quotation marks '#' is text.
    let start = source.lines[firstRow + row.line - 1].whole.lowerBound
    if source.bytes[start] == Ascii.hash { return }
    let duties = Set(special.values)
    var fields: [(name: String, text: String)] = []
    for (index, cell) in row.cells.enumerated() where !duties.contains(index) {
      fields.append((columns.indices.contains(index) ? columns[index] : "", cell))
    }
    let range = place(row.line)
    let count = fieldCount ?? fields.count
    fieldCount = count
    if fields.count > count {
      assembly.report(
        .sheetRow, at: range, "this note has \(fields.count) fields, the first had \(count)",
        help: "put a text that holds the separator in quotation marks; the rest is left out")
      fields.removeSubrange(count...)
    }
    func duty(_ name: String) -> String? {
      special[name].flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }
    }
    if let deck = duty("deck column"), !deck.isEmpty {
      openDeck(deck)
    }
    var tags = self.tags
    let kind = duty("notetype column") ?? notetype ?? ""
    tags += (duty("tags column") ?? "").split(separator: " ").map(String.init)
    if special["tags column"] == nil,
      let named = fields.firstIndex(where: { $0.name.lowercased() == "tags" })
    {
      tags += fields.remove(at: named).text.split(separator: " ").map(String.init)
    } else if special["tags column"] == nil, columns.isEmpty, fields.count > 2,
      AnkiReader.twoFields.contains(kind.lowercased())
    {
      // Behind the last field of a notetype Anki expects the tags.
      tags += fields.remove(at: 2).text.split(separator: " ").map(String.init)
    }
    let note = Note(
      line: firstRow + row.line, range: range, fields: fields, tags: tags,
      kind: kind, guid: duty("guid column"))
    add(note)
  }

  private struct Note {
    var line: Int
    var range: Range<Int>
    var fields: [(name: String, text: String)]
    var tags: [String]
    var kind: String
    var guid: String?
  }

  private mutating func markup(_ text: String, _ note: Note) -> MarkupText {
    var text = text
    while let sound = text.firstRange(of: "[sound:"),
      let end = text[sound.upperBound...].firstIndex(of: "]")
    {
      report([String(text[sound.lowerBound...end])], note)
      text.removeSubrange(sound.lowerBound...end)
    }
    let looksLikeHTML = text.contains("<br") || text.contains("&nbsp;") || text.contains("</")
    let markup = MarkupText(text, isHTML ?? looksLikeHTML ? .html : .plain, breaksLines: true)
    report(markup.lost, note)
    return markup
  }

  private mutating func report(_ lost: [String], _ note: Note) {
    guard !lost.isEmpty else { return }
    assembly.report(
      .markupLost, at: note.range,
      "a pack cannot show \(lost.joined(separator: ", ")); only words are kept",
      help: "look whether the question can still be understood")
  }

  private mutating func add(_ note: Note) {
    guard let front = note.fields.first(where: { !$0.text.isEmpty })?.text else { return }
    if note.kind.lowercased().contains("cloze") || front.contains("{{c1::") {
      return addCloze(note, front)
    }
    let back = note.fields.count > 1 ? note.fields[1].text : ""
    let answer = markup(back, note)
    let stem = markup(front, note).blocks
    if note.kind.lowercased().contains("reversed"), !saysReversed {
      saysReversed = true
      assembly.report(
        .settingLost, at: note.range,
        "this note asks both ways; here only the front asks for the back",
        help: "write a second item for the other way")
    }
    guard let card = CardAnswer(answer, to: stem), !stem.isEmpty else {
      assembly.report(
        .brokenQuestion, at: note.range, "this note has no answer on its back",
        help: "fill in its second field")
      return assembly.leaveOut(note.fields.map(\.text).joined(separator: "\n"))
    }
    warnIfLong(card, note.range)
    let extra = note.fields.dropFirst(2).flatMap { markup($0.text, note).blocks.flatMap(\.texts) }
    finish(note, card.stem, card.kind, card.explanation + extra)
  }

  private mutating func warnIfLong(_ card: CardAnswer, _ range: Range<Int>) {
    guard card.isLong else { return }
    assembly.report(
      .longAnswer, at: range, "nobody will type an answer of \(card.length) characters",
      help: "shorten it, or mark it by 'Points:'")
  }

  private mutating func addCloze(_ note: Note, _ text: String) {
    var cloze = AnkiCloze()
    let plain = cloze.read(text)
    guard !cloze.gaps.isEmpty else {
      assembly.report(
        .brokenQuestion, at: note.range, "this cloze note has no gap",
        help: "write {{c1::answer}} where it is")
      return assembly.leaveOut(text)
    }
    if cloze.numbers.count > 1 {
      assembly.report(
        .settingLost, at: note.range,
        "the gaps of this note are asked one after the other in Anki; here together",
        help: "make an item of each, where one gives another away")
    }
    let blocks = markup(plain, note).blocks.map(\.withGaps).numberedGaps
    let extra = note.fields.dropFirst().flatMap { markup($0.text, note).blocks.flatMap(\.texts) }
    var hints: [RichText] = []
    for hint in cloze.hints where !hint.isEmpty {
      hints.append(RichText(PackAssembly.oneLine(hint)))
    }
    let gaps = cloze.gaps.map {
      Accepted(MarkupText($0, isHTML == false ? .plain : .html).inline.plain)
    }
    finish(note, blocks, .cloze(gaps: gaps, anyOrder: false), extra, hints: hints)
  }

  private mutating func finish(
    _ note: Note, _ stem: [Block], _ kind: ItemKind, _ explanation: [RichText],
    hints: [RichText] = []
  ) {
    var tags: [String] = []
    for tag in note.tags {
      guard let word = PackAssembly.tag(tag) else { continue }
      if word != tag {
        assembly.report(
          .settingLost, at: note.range, "the tag '\(tag)' is written '\(word)'",
          help: "tags are letters, digits and hyphens")
      }
      if !tags.contains(word) { tags.append(word) }
    }
    // An id of our own export: PACK/ITEM; Anki's random ones say nothing to a reader.
    let own = note.guid.flatMap { ItemKey($0)?.item.rawValue }
    let id = assembly.add(
      stem: stem, kind: kind, id: own, name: nil, at: note.range
    ) { item in
      item.tags = tags
      item.hints = hints
      item.explanation = explanation.filter { !$0.isEmpty }
    }
    questions.append(
      ImportedQuestion(
        line: note.line, kind: note.kind.isEmpty ? "note" : note.kind,
        stem: stem.map(\.plain).joined(separator: "\n"), answers: kind.importedAnswers,
        tags: note.tags,
        item: id))
  }
}
