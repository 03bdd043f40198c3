import ReciteCore

/// Words to write into a pack as comments, which say nothing to the learner.
package struct PackComments: Equatable, Sendable {
  /// Comments that stand before an item's heading.
  package var before: [ItemID: [String]]
  /// Comments behind the last item of all.
  package var atEnd: [String]

  package init(before: [ItemID: [String]] = [:], atEnd: [String] = []) {
    self.before = before
    self.atEnd = atEnd
  }
}

/// Writes a pack as the files that a teacher would: reading them gives the same pack.
package struct PackWriter {
  private var lines: [String] = []
  private var comments = PackComments()

  /// The files of a pack: `pack.md` alone where one header serves all lessons, else `pack.md` and a
  /// file a lesson.
  ///
  /// Every item's id is written. Maps and source documents are not among them.
  package static func files(
    of pack: Pack, comments: PackComments = PackComments()
  ) -> [(name: String, text: String)] {
    let first = pack.lessons.first
    let isUniform = pack.lessons.allSatisfy { $0.topic == first?.topic && $0.requires.isEmpty }
    var main = PackWriter()
    main.comments = comments
    main.writeHeader(pack, topic: isUniform ? first?.topic : nil)
    main.write(pack.introduction)
    guard !isUniform else {
      for lesson in pack.lessons { main.write(lesson, topics: pack.topics) }
      main.write(comments: comments.atEnd)
      return [("pack.md", main.text)]
    }
    var files = [("pack.md", main.text)]
    let digits = max(2, String(pack.lessons.count).count)
    for (index, lesson) in pack.lessons.enumerated() {
      var writer = PackWriter()
      writer.comments = comments
      writer.writeHeader(lesson)
      writer.write(lesson, topics: pack.topics)
      if index == pack.lessons.count - 1 { writer.write(comments: comments.atEnd) }
      let number = String(index + 1)
      let padded = String(repeating: "0", count: digits - number.count) + number
      let slug = MadeID.id(of: lesson.title)?.rawValue ?? "lesson"
      files.append(("\(padded)-\(slug).md", writer.text))
    }
    return files
  }

  /// The lesson as it stands in a file, without any header.
  package static func text(of lesson: Lesson, topics: [Topic]) -> String {
    var writer = PackWriter()
    writer.write(lesson, topics: topics)
    return writer.text
  }

  /// One item as it stands in a lesson.
  package static func text(of item: Item, topics: [Topic]) -> String {
    var writer = PackWriter()
    writer.write(item, topics: topics, lessonTopic: nil)
    return writer.text
  }

  /// One item in three parts: its stem with the title on the first line, its answer, its fields.
  package static func parts(of item: Item) -> (stem: String, answer: String, fields: String) {
    var gaps: [Accepted] = []
    if case .cloze(let keys, _) = item.kind { gaps = keys }
    var stem = PackWriter()
    var rest = item.stem[...]
    if case .paragraph(let text)? = rest.first {
      stem.block([MarkdownText.text(text, at: .heading, gaps: gaps)])
      rest = rest.dropFirst()
    }
    stem.write(Array(rest), gaps: gaps)
    var answer = PackWriter()
    answer.writeAnswer(item.kind)
    var fields = PackWriter()
    fields.writeFields(item)
    return (
      stem.lines.joined(separator: "\n"), answer.lines.joined(separator: "\n"),
      fields.lines.joined(separator: "\n")
    )
  }

  /// Blocks as Markdown; gaps are shown as they are asked.
  package static func text(of blocks: [Block]) -> String {
    var writer = PackWriter()
    writer.write(blocks)
    return writer.lines.joined(separator: "\n")
  }

  private var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func block(_ block: [String]) {
    guard !block.isEmpty else { return }
    if !lines.isEmpty { lines.append("") }
    lines += block
  }

  // MARK: Headers

  private mutating func writeHeader(_ pack: Pack, topic: Topic?) {
    var header = ["---", "pack: \(pack.id)", "title: \(PackWriter.value(pack.title))"]
    func add(_ key: String, _ value: String?) {
      if let value { header.append("\(key): \(PackWriter.value(value))") }
    }
    add("author", pack.author)
    add("license", pack.license)
    add("language", pack.language)
    if !pack.topics.isEmpty { add("topics", pack.topics.map(\.rawValue).joined(separator: ", ")) }
    add("topic", topic?.rawValue)
    for source in pack.sources {
      add("source \(source.id)", source.title)
      add("file \(source.id)", source.file)
      add("paragraphs \(source.id)", source.paragraphCount.map(String.init))
    }
    add("map", pack.mapFile)
    for credit in pack.credits { add("credit", credit) }
    add("pass", pack.passMark.map { "\($0)" })
    if !pack.allowedWarnings.isEmpty { add("allow", pack.allowedWarnings.joined(separator: ", ")) }
    for synonym in pack.synonyms { add("synonym", synonym.phrases.joined(separator: " = ")) }
    add("reading-level", pack.readingLevel.map { "\($0.lowerBound)..\($0.upperBound)" })
    block(header + ["---"])
  }

  private mutating func writeHeader(_ lesson: Lesson) {
    var header: [String] = []
    if let topic = lesson.topic { header.append("topic: \(topic)") }
    header += lesson.requires.map { "requires: \(PackWriter.value($0))" }
    if !header.isEmpty { block(["---"] + header + ["---"]) }
  }

  /// A header's value; one that is quoted itself gets marks of its own, which reading drops.
  private static func value(_ text: String) -> String {
    text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? "\"\(text)\"" : text
  }

  private mutating func write(comments: [String]) {
    for comment in comments {
      var text = comment
      // Two hyphens would end the comment, or look as if they did.
      while let found = text.firstRange(of: "--") {
        text.replaceSubrange(found, with: "-\u{2010}")
      }
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else {
        block(["<!-- \(text) -->"])
        continue
      }
      block(["<!--"] + parts + ["-->"])
    }
  }

  // MARK: Lessons

  private mutating func write(_ lesson: Lesson, topics: [Topic]) {
    block(["# " + MarkdownText.text(lesson.title, at: .heading)])
    for section in lesson.sections {
      if let title = section.title { block(["## " + MarkdownText.text(title, at: .heading)]) }
      write(section.reading)
      for item in section.items {
        write(comments: comments.before[item.id] ?? [])
        write(item, topics: topics, lessonTopic: lesson.topic)
      }
    }
  }

  private mutating func write(_ blocks: [Block], gaps: [Accepted] = []) {
    for (index, block) in blocks.enumerated() {
      if index > 0 { separate(blocks[index - 1], block) }
      switch block {
      case .paragraph(let text): self.block([MarkdownText.text(text, at: .line, gaps: gaps)])
      case .heading(let text): self.block(["#### " + MarkdownText.text(text, at: .heading)])
      case .list(let items, let start):
        self.block(
          items.enumerated().map { index, item in
            let marker = start.map { "\($0 + index)." } ?? "-"
            return "\(marker) \(PackWriter.part(item, gaps: gaps))"
          })
      case .quotation(let paragraphs):
        let quoted = paragraphs.map { "> " + MarkdownText.text($0, at: .value, gaps: gaps) }
        self.block([quoted.joined(separator: "\n>\n")])
      case .table(let captions, let rows):
        self.block(PackWriter.table(captions, rows, gaps: gaps))
      case .code(let language, let lines):
        self.block(["```" + language] + lines + ["```"])
      }
    }
  }

  /// Two lists of one sort would be read as one; a line of dashes parts them and is not shown.
  private mutating func separate(_ first: Block, _ second: Block) {
    guard case .list(_, let start) = first, case .list(_, let next) = second,
      (start == nil) == (next == nil)
    else { return }
    block(["---"])
  }

  private static func part(_ text: RichText, gaps: [Accepted] = []) -> String {
    MarkdownText.text(text, at: .value, gaps: gaps)
  }

  private static func table(
    _ captions: [RichText], _ rows: [[RichText]], gaps: [Accepted] = []
  ) -> [String] {
    func row(_ cells: [RichText]) -> String {
      "|"
        + cells.map { $0.isEmpty ? " |" : " \(MarkdownText.text($0, at: .cell, gaps: gaps)) |" }
        .joined()
    }
    let rule = "|" + captions.map { _ in "---" }.joined(separator: "|") + "|"
    return [row(captions), rule] + rows.map(row)
  }

  // MARK: Items

  private mutating func write(_ item: Item, topics: [Topic], lessonTopic: Topic?) {
    var gaps: [Accepted] = []
    if case .cloze(let keys, _) = item.kind { gaps = keys }
    var stem = item.stem[...]
    var title = ""
    if case .paragraph(let text)? = stem.first {
      title = MarkdownText.text(text, at: .heading, gaps: gaps)
      stem = stem.dropFirst()
    }
    let topic = item.topic == lessonTopic ? nil : item.topic
    let classes = ([topic?.rawValue] + item.tags).compactMap { $0 }.map { " .\($0)" }.joined()
    block(["### \(title) {#\(item.id)\(classes)}"])
    write(Array(stem), gaps: gaps)
    if let last = stem.last, case .list = last, item.kind.isWrittenAsList { block(["---"]) }
    writeAnswer(item.kind)
    writeFields(item)
  }

  private mutating func writeAnswer(_ kind: ItemKind) {
    switch kind {
    case .choice(let options, let key): write(options, keys: [key])
    case .selection(let options, let keys):
      write(options, keys: keys)
      if keys.count == 1 { block(["Kind: selection"]) }
    case .trueFalse(let truth): block(["Answer: \(truth)"])
    case .text(let accepted): block(["Answer: \(PackWriter.textAnswer(accepted))"])
    case .number(let key): block(["Answer: \(key.written.all.joined(separator: " | "))"])
    case .list(let parts, let need):
      block(parts.map { "- " + MarkdownText.alternatives($0) })
      if let need { block(["Need: \(need)"]) }
    case .ordering(let steps):
      block(steps.enumerated().map { "\($0 + 1). " + MarkdownText.alternatives($1) })
    case .matching(let matching):
      let rows =
        matching.pairs.map { [$0.left, $0.right] }
        + matching.distractors.map { [RichText(runs: []), $0] }
      block(PackWriter.table([matching.leftCaption, matching.rightCaption], rows))
    case .cloze(_, let anyOrder): if anyOrder { block(["Order: any"]) }
    case .map(let question): block(["Map: \(PackWriter.place(question))"])
    case .chain(let links):
      block(["Chain: " + links.map(MarkdownText.alternatives).joined(separator: " → ")])
    case .open(let rubric): write(rubric)
    }
  }

  private mutating func write(_ options: [ReciteCore.Option], keys: [Int]) {
    var written: [String] = []
    for (index, option) in options.enumerated() {
      written.append((keys.contains(index) ? "- [x] " : "- [ ] ") + PackWriter.part(option.text))
      if let feedback = option.feedback {
        written.append("  > " + MarkdownText.text(feedback, at: .value))
      }
    }
    block(written)
  }

  /// A text answer; in quotation marks where it would be read as a number or as true or false.
  private static func textAnswer(_ accepted: Accepted) -> String {
    let key = accepted.key
    let looksOtherwise =
      key.lowercased() == "true" || key.lowercased() == "false"
      || NumberReader(language: "en").read(key) != .text
      || NumberReader(language: "de").read(key) != .text
    guard looksOtherwise else { return MarkdownText.alternatives(accepted) }
    let rest = accepted.aliases.map { " | " + MarkdownText.alternative($0) }.joined()
    return "\"\(MarkdownText.escaped(key, at: .alternative))\"" + rest
  }

  private static func place(_ question: MapQuestion) -> String {
    switch question {
    case .name(let id): id.rawValue
    case .pick(let id): "pick \(id)"
    case .borders(let id): "borders \(id)"
    case .each(let kind): "each \(kind)"
    }
  }

  private mutating func write(_ rubric: Rubric) {
    func groups(_ requirement: Requirement) -> String {
      requirement.groups.map { $0.map(MarkdownText.phrase).joined(separator: " | ") }
        .joined(separator: " + ")
    }
    var written = ["Points:"]
    for point in rubric.points {
      let weight = point.weight == 1 ? "" : "(\(point.weight)) "
      // The format has one requirement a point; further ones become phrases where they are simple.
      written.append("- \(weight)" + point.any.map(groups).joined(separator: " | "))
      written += point.not.map { "  Not: " + groups($0) }
    }
    block(written)
    if let need = rubric.need { block(["Need: \(need)"]) }
    for paragraph in rubric.model { block(["Model: " + PackWriter.part(paragraph)]) }
  }

  // MARK: Fields

  private mutating func writeFields(_ item: Item) {
    let marking = item.marking
    if marking.spelling != .tolerant { block(["Spelling: \(marking.spelling.rawValue)"]) }
    if marking.caseMatters { block(["Case: exact"]) }
    if marking.accentsMatter { block(["Accents: exact"]) }
    if marking.unitRequired { block(["Unit: required"]) }
    if !item.shuffles { block(["Shuffle: no"]) }
    for rejected in marking.rejected {
      let feedback = rejected.feedback.map { ["> " + MarkdownText.text($0, at: .value)] } ?? []
      block(["Reject: " + MarkdownText.alternatives(rejected.accepted)] + feedback)
    }
    if !marking.mustNotContain.isEmpty {
      let words = marking.mustNotContain.map(MarkdownText.alternative).joined(separator: " | ")
      block(["Must not contain: " + words])
    }
    for hint in item.hints { block(["Hint: " + PackWriter.part(hint)]) }
    for paragraph in item.explanation { block(["Why: " + PackWriter.part(paragraph)]) }
    for source in item.sources { block(["Source: " + PackWriter.reference(source)]) }
    for quote in item.quotes {
      block(["Quote: \"\(MarkdownText.escaped(quote, at: .alternative))\""])
    }
    for passage in item.passages {
      switch passage {
      case .paragraph(let number): block(["See: ¶\(number)"])
      case .words(let words): block(["See: \"\(MarkdownText.escaped(words, at: .alternative))\""])
      }
    }
    if !item.requires.isEmpty {
      block(["Requires: " + item.requires.map(\.rawValue).joined(separator: ", ")])
    }
    if !item.apart.isEmpty {
      block(["Apart: " + item.apart.map(\.rawValue).joined(separator: ", ")])
    }
  }

  private static func reference(_ reference: SourceReference) -> String {
    func span(_ range: ClosedRange<Int>) -> String {
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    return switch reference.place {
    case .whole: reference.source.rawValue
    case .paragraphs(let range): "\(reference.source) ¶\(span(range))"
    case .pages(let range): "\(reference.source) p \(span(range))"
    }
  }
}

extension ItemKind {
  /// True for the answers that are lists themselves, and would join one that ends the stem.
  fileprivate var isWrittenAsList: Bool {
    switch self {
    case .choice, .selection, .list, .ordering: true
    case .trueFalse, .text, .number, .matching, .cloze, .map, .chain, .open: false
    }
  }
}
