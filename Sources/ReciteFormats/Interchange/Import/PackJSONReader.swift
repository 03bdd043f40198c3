import ReciteCore

/// Reads a pack as `PackJSON` writes it.
///
/// Its texts are Markdown, so that the pack is written out as a teacher would write it and read by
/// the one reader of packs.
struct PackJSONReader {
  private var lines: [String] = []
  private var isComplete = true

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    let document: JSONValue
    do { document = try JSONValue(parsing: source.bytes) } catch {
      assembly.report(
        .brokenJSON, at: source.offset(line: error.line, byte: error.column),
        "this is no JSON: \(error.reason.message)", help: "export the pack again")
      return []
    }
    var reader = PackJSONReader()
    reader.write(document)
    let reading = PackReader.read(reader.lines.joined(separator: "\n") + "\n", name: source.name)
    guard reader.isComplete, let pack = reading.pack, pack.hasItems else {
      assembly.report(
        .brokenJSON, at: 0..<0, "this JSON is no pack",
        help: "'recite export --schema' describes what a pack is in JSON")
      return []
    }
    for diagnostic in reading.diagnostics
    where diagnostic.severity == .error && !PackAssembly.attachmentFaults.contains(diagnostic.code)
    {
      assembly.report(
        .brokenQuestion, at: 0..<0,
        "\(diagnostic.message): '\(diagnostic.place.excerpt.prefix(80))'",
        help: diagnostic.help ?? "mend it in the pack it came from")
    }
    let files = [pack.mapFile].compactMap { $0 } + pack.sources.compactMap(\.file)
    if !files.isEmpty {
      assembly.report(
        .settingLost, at: 0..<0,
        "files of the pack are not in its JSON: \(files.joined(separator: ", "))",
        help: "copy them beside the imported pack")
    }
    assembly.adopt(reader.withLessonHeaders(pack, document))
    return pack.items.map { item in
      ImportedQuestion(
        line: 1, kind: item.kind.name, stem: item.stem.map(\.plain).joined(separator: "\n"),
        answers: item.kind.importedAnswers, tags: item.tags, item: item.id)
    }
  }

  /// The pack with what the header of each lesson's file said: its topic, and what it requires.
  private func withLessonHeaders(_ pack: Pack, _ json: JSONValue) -> Pack {
    var pack = pack
    let lessons = json["lessons"]?.array ?? []
    guard lessons.count == pack.lessons.count else { return pack }
    for (index, lesson) in lessons.enumerated() {
      pack.lessons[index].topic = lesson["topic"]?.string.map { Topic($0) }
      pack.lessons[index].requires = strings(lesson["requires"])
    }
    return pack
  }

  private mutating func block(_ text: String) {
    guard !text.isEmpty else { return }
    if !lines.isEmpty { lines.append("") }
    lines.append(text)
  }

  // MARK: The pack

  private mutating func write(_ pack: JSONValue) {
    guard pack["items"]?.array != nil, pack["lessons"]?.array != nil else {
      isComplete = false
      return
    }
    writeHeader(pack)
    block(pack["introduction"]?.string ?? "")
    let items = Dictionary(
      (pack["items"]?.array ?? []).map { ($0["id"]?.string ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    for lesson in pack["lessons"]?.array ?? [] {
      let title = RichText(lesson["title"]?.string ?? "")
      block("# " + MarkdownText.text(title, at: .heading))
      for section in lesson["sections"]?.array ?? [] {
        if let title = section["title"]?.string {
          block("## " + MarkdownText.text(RichText(title), at: .heading))
        }
        block(section["reading"]?.string ?? "")
        for id in strings(section["items"]) {
          if let item = items[id] { write(item, id, lessonTopic: lesson["topic"]?.string) }
        }
      }
    }
  }

  private func strings(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string)
  }

  private mutating func writeHeader(_ pack: JSONValue) {
    var header = ["---"]
    func add(_ key: String, _ value: String?) {
      if let value, !value.contains(where: \.isNewline) { header.append("\(key): \(value)") }
    }
    add("pack", pack["pack"]?.string)
    add("title", pack["title"]?.string)
    for key in ["author", "license", "language"] { add(key, pack[key]?.string) }
    let topics = strings(pack["topics"])
    if !topics.isEmpty { add("topics", topics.joined(separator: ", ")) }
    for source in pack["sources"]?.array ?? [] {
      guard let id = source["id"]?.string else { continue }
      add("source \(id)", source["title"]?.string)
      add("file \(id)", source["file"]?.string)
      add("paragraphs \(id)", source["paragraphs"]?.integer.map(String.init))
    }
    add("map", pack["map"]?.string)
    for credit in strings(pack["credits"]) { add("credit", credit) }
    add("pass", pack["pass"]?.double.map { "\($0)" })
    for synonym in pack["synonyms"]?.array ?? [] {
      add("synonym", strings(synonym).joined(separator: " = "))
    }
    lines = header + ["---"]
  }

  // MARK: Items

  private mutating func write(_ item: JSONValue, _ id: String, lessonTopic: String?) {
    let kind = item["kind"]?.string ?? ""
    var stem = item["stem"]?.string ?? ""
    if kind == "cloze" { stem = withGaps(stem, item["gaps"]?.array ?? []) }
    let title = stem.prefix { !$0.isNewline }
    let classes = ([item["topic"]?.string] + strings(item["tags"])).compactMap { $0 }
      .map { " .\($0)" }.joined()
    block("### \(title) {#\(id)\(classes)}")
    let rest = stem.dropFirst(title.count).drop(while: \.isNewline)
    block(String(rest))
    let takesList = ["choice", "selection", "list", "ordering"].contains(kind)
    if takesList, let last = rest.split(whereSeparator: \.isNewline).last,
      last.hasPrefix("- ") || last.first?.isNumber == true
    {
      block("---")
    }
    writeAnswer(item, kind)
    writeFields(item)
  }

  private func withGaps(_ stem: String, _ gaps: [JSONValue]) -> String {
    var written = ""
    var rest = stem[...]
    for gap in gaps {
      guard let place = PackJSONReader.gap(in: rest) else { break }
      let words = strings(gap)
      let accepted = Accepted(words.first ?? "", aliases: Array(words.dropFirst()))
      written += rest[..<place.lowerBound] + "{{" + MarkdownText.alternatives(accepted) + "}}"
      rest = rest[place.upperBound...]
    }
    return written + rest
  }

  /// The next run of exactly four underscores; more are a blank of the text.
  private static func gap(in text: Substring) -> Range<Substring.Index>? {
    var rest = text
    while let found = rest.firstRange(of: "____") {
      let run = rest[found.lowerBound...].prefix { $0 == "_" }
      if run.count == 4 { return found }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  private func alternatives(_ value: JSONValue?) -> String {
    let words = strings(value)
    return MarkdownText.alternatives(
      Accepted(words.first ?? "", aliases: Array(words.dropFirst())))
  }

  private mutating func writeAnswer(_ item: JSONValue, _ kind: String) {
    let parts = item["parts"]?.array ?? []
    switch kind {
    case "choice", "selection":
      var written: [String] = []
      for option in item["options"]?.array ?? [] {
        let box = option["right"]?.bool == true ? "[x]" : "[ ]"
        written.append("- \(box) \(option["text"]?.string ?? "")")
        if let feedback = option["feedback"]?.string { written.append("  > " + feedback) }
      }
      block(written.joined(separator: "\n"))
      if kind == "selection" { block("Kind: selection") }
    case "true-false": block("Answer: \(item["answer"]?.bool == true)")
    case "text":
      let words = strings(item["accepted"])
      let accepted = Accepted(words.first ?? "", aliases: Array(words.dropFirst()))
      block(
        PackWriter.parts(of: Item(id: ItemID("x"), stem: [], kind: .text(accepted))).answer)
    case "number": block("Answer: " + strings(item["accepted"]).joined(separator: " | "))
    case "list":
      block(parts.map { "- " + alternatives($0) }.joined(separator: "\n"))
    case "ordering":
      block(
        parts.enumerated().map { "\($0 + 1). " + alternatives($1) }.joined(separator: "\n"))
    case "matching": writeMatching(item)
    case "cloze": if item["any_order"]?.bool == true { block("Order: any") }
    case "map":
      let question = item["map"]?.object?.first
      let word = question.map { $0.key == "name" ? "" : $0.key + " " } ?? ""
      block("Map: \(word)\(question?.value.string ?? "")")
    case "chain": block("Chain: " + parts.map { alternatives($0) }.joined(separator: " → "))
    case "open": writePoints(item)
    default: isComplete = false
    }
    if let need = item["need"]?.integer { block("Need: \(need)") }
    for paragraph in strings(item["model"]) { block("Model: " + paragraph) }
  }

  private mutating func writeMatching(_ item: JSONValue) {
    // The cells are Markdown of a value; a bar within one is escaped in a table.
    func cell(_ text: String) -> String { text.isEmpty ? "" : text.replacing("|", with: "\\|") }
    func row(_ cells: [String]) -> String { "| " + cells.map(cell).joined(separator: " | ") + " |" }
    var rows = [row(strings(item["captions"])), "|---|---|"]
    rows += (item["pairs"]?.array ?? []).map { row(strings($0)) }
    rows += strings(item["distractors"]).map { row(["", $0]) }
    block(rows.joined(separator: "\n"))
  }

  private mutating func writePoints(_ item: JSONValue) {
    func groups(_ value: JSONValue) -> String {
      (value.array ?? []).map { strings($0).map(MarkdownText.phrase).joined(separator: " | ") }
        .joined(separator: " + ")
    }
    var written = ["Points:"]
    for point in item["points"]?.array ?? [] {
      let weight = point["weight"]?.integer ?? 1
      let any = (point["any"]?.array ?? []).map(groups).joined(separator: " | ")
      written.append("- \(weight == 1 ? "" : "(\(weight)) ")\(any)")
      written += (point["not"]?.array ?? []).map { "  Not: " + groups($0) }
    }
    block(written.joined(separator: "\n"))
  }

  private mutating func writeFields(_ item: JSONValue) {
    let marking = item["marking"]
    if let spelling = marking?["spelling"]?.string, spelling != "tolerant" {
      block("Spelling: \(spelling)")
    }
    if marking?["case_matters"]?.bool == true { block("Case: exact") }
    if marking?["accents_matter"]?.bool == true { block("Accents: exact") }
    if marking?["unit_required"]?.bool == true { block("Unit: required") }
    if item["shuffle"]?.bool == false { block("Shuffle: no") }
    for rejected in marking?["reject"]?.array ?? [] {
      let feedback = rejected["feedback"]?.string.map { "\n> " + $0 } ?? ""
      block("Reject: " + alternatives(rejected["answers"]) + feedback)
    }
    let spoilers = strings(marking?["must_not_contain"])
    if !spoilers.isEmpty {
      block("Must not contain: " + spoilers.map(MarkdownText.alternative).joined(separator: " | "))
    }
    for hint in strings(item["hints"]) { block("Hint: " + hint) }
    for paragraph in strings(item["explanation"]) { block("Why: " + paragraph) }
    for source in item["sources"]?.array ?? [] {
      func span(_ key: String, _ mark: String) -> String {
        guard let ends = source[key]?.array?.compactMap(\.integer), ends.count == 2 else {
          return ""
        }
        return " \(mark)" + (ends[0] == ends[1] ? "\(ends[0])" : "\(ends[0])-\(ends[1])")
      }
      block(
        "Source: \(source["source"]?.string ?? "")\(span("paragraphs", "¶"))\(span("pages", "p "))")
    }
    for quote in strings(item["quotes"]) {
      block("Quote: \"\(MarkdownText.escaped(quote, at: .alternative))\"")
    }
    for passage in strings(item["see"]) {
      let isWords = passage.hasPrefix("\"") && passage.count > 1
      block(
        "See: "
          + (isWords
            ? "\"\(MarkdownText.escaped(String(passage.dropFirst().dropLast()), at: .alternative))\""
            : passage))
    }
    for key in ["requires", "apart"] {
      let ids = strings(item[key])
      if !ids.isEmpty {
        block("\(key == "apart" ? "Apart" : "Requires"): " + ids.joined(separator: ", "))
      }
    }
  }
}
