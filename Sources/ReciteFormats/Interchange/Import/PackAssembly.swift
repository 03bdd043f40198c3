import ReciteCore

/// Puts a pack together from the questions of a foreign file.
///
/// It opens lessons and sections, gives every item an id of its own, and keeps as comments what the
/// pack cannot say.
struct PackAssembly: Sendable {
  private(set) var pack: Pack
  var reports: Reports
  /// The file that is read; nil where it is no text.
  var source: ImportSource?
  /// What stands in a comment before an item, or behind the last item of all.
  private var comments = PackComments()
  private var waiting: [String] = []
  private var ids: Set<ItemID> = []
  private var places: [ItemID: Range<Int>] = [:]
  private var lessons: [String: Int] = [:]
  private var current: Int?
  /// True for a pack that was read whole, whose empty lessons are its own.
  private var isWhole = false

  init(name: String, reports: Reports) {
    let id = HeaderReader.packID(from: name)
    pack = Pack(id: PackID(id.isEmpty ? "pack" : id), title: name)
    self.reports = reports
  }

  /// The pack read from its own export, whole.
  mutating func adopt(_ pack: Pack) {
    self.pack = pack
    isWhole = true
  }

  mutating func setTitle(_ title: String) {
    let title = PackAssembly.oneLine(title)
    if !title.isEmpty { pack.title = title }
  }

  mutating func addTopic(_ topic: Topic) {
    if !pack.topics.contains(topic) { pack.topics.append(topic) }
  }

  // MARK: Reports

  mutating func report(
    _ code: DiagnosticCode, at range: Range<Int>, _ message: String, help: String
  ) {
    reports.add(code, at: source?.place(range) ?? range, message, help: help)
  }

  // MARK: Lessons and readings

  /// Goes on in the lesson with this title; opens it where there is none yet.
  mutating func openLesson(_ title: String) {
    let title = PackAssembly.oneLine(title)
    if let known = lessons[title] {
      current = known
      return
    }
    lessons[title] = pack.lessons.count
    current = pack.lessons.count
    pack.lessons.append(
      Lesson(
        title: RichText(title.isEmpty ? pack.title : title), sections: [Section(title: nil)]))
  }

  private mutating func lesson() -> Int {
    if let current { return current }
    openLesson(pack.title)
    return pack.lessons.count - 1
  }

  /// Adds prose; it opens a section where it has a title, or where items stand already.
  mutating func addReading(_ blocks: [Block], title: String?) {
    let lesson = lesson()
    let last = pack.lessons[lesson].sections.count - 1
    let title = title.map(PackAssembly.oneLine).flatMap { $0.isEmpty ? nil : $0 }
    if title == nil, pack.lessons[lesson].sections[last].items.isEmpty {
      pack.lessons[lesson].sections[last].reading += blocks
    } else {
      let heading = title ?? PackAssembly.heading(of: blocks)
      pack.lessons[lesson].sections.append(
        Section(title: RichText(heading), reading: blocks))
    }
  }

  private static func heading(of blocks: [Block]) -> String {
    let words = oneLine(blocks.first?.plain ?? "").split(separator: " ")
    let start = words.prefix(6).joined(separator: " ")
    if start.isEmpty { return "Reading" }
    return words.count > 6 ? start + " …" : start
  }

  // MARK: Items

  /// Adds an item, and says under which id; what it lost stands before it as a comment.
  @discardableResult
  mutating func add(
    stem: [Block], kind: ItemKind, id: String?, name: String?, at range: Range<Int>,
    lost: [String] = [], fill: (inout Item) -> Void = { _ in }
  ) -> ItemID {
    var stem = stem
    if !stem.startsWithParagraph {
      let title = name.map(PackAssembly.oneLine).flatMap { $0.isEmpty ? nil : $0 } ?? "Question"
      stem.insert(.paragraph(RichText(title)), at: 0)
    }
    let made = newID(id, name, stem)
    var item = Item(id: made, stem: stem, kind: kind)
    fill(&item)
    let lesson = lesson()
    let section = pack.lessons[lesson].sections.count - 1
    pack.lessons[lesson].sections[section].items.append(item)
    places[made] = range
    comments.before[made] = waiting + lost
    waiting = []
    return made
  }

  /// Keeps a question that can be no item as a comment before the next one.
  mutating func leaveOut(_ text: String) { waiting.append(text) }

  private mutating func newID(_ id: String?, _ name: String?, _ stem: [Block]) -> ItemID {
    var base: String?
    if let id, MadeID.isWellFormed(id) { base = id }
    for text in [id, name] where base == nil {
      base = text.flatMap { MadeID.id(of: RichText($0))?.rawValue }
    }
    if base == nil, case .paragraph(let text)? = stem.first {
      base = MadeID.id(of: text)?.rawValue
    }
    let start = base ?? "item"
    var made = ItemID(start)
    var number = 1
    while !ids.insert(made).inserted {
      number += 1
      made = ItemID("\(start)-\(number)")
    }
    return made
  }

  /// Letters, digits and hyphens: a tag as a pack can write it; nil where nothing is left.
  static func tag(_ text: String) -> String? {
    MadeID.isWellFormed(text) ? text : MadeID.id(of: RichText(text))?.rawValue
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: The end

  /// Mends what the grader found: a rejected answer that it accepts, or a key that it refuses.
  mutating func mend(_ fault: KeyFault) {
    let range = places[fault.item] ?? 0..<0
    switch fault.kind {
    case .rejectedAccepted(let answer):
      change(fault.item) { item in
        item.marking.rejected.removeAll { $0.accepted.all.contains(answer) }
      }
      report(
        .feedbackLost, at: range,
        "'\(answer)' is a wrong answer here, but too like the key to be refused; it is left out",
        help: "give a key that is further from it, then 'Reject: \(answer)'")
    case .keyRefused(_, let rule):
      takeOut(fault.item, because: "the grader refuses its own key (\(rule.rawValue))")
    case .tooNear, .modelLacks: break
    }
  }

  private mutating func change(_ id: ItemID, _ body: (inout Item) -> Void) {
    for lesson in pack.lessons.indices {
      for section in pack.lessons[lesson].sections.indices {
        for item in pack.lessons[lesson].sections[section].items.indices
        where pack.lessons[lesson].sections[section].items[item].id == id {
          body(&pack.lessons[lesson].sections[section].items[item])
        }
      }
    }
  }

  private mutating func takeOut(_ id: ItemID, because reason: String) {
    guard let item = pack.item(id) else { return }
    let text = PackWriter.text(of: item, topics: pack.topics)
    let kept = comments.before.removeValue(forKey: id) ?? []
    for lesson in pack.lessons.indices {
      for section in pack.lessons[lesson].sections.indices {
        pack.lessons[lesson].sections[section].items.removeAll { $0.id == id }
      }
    }
    comments.atEnd += kept + [text]
    report(
      .questionLeftOut, at: places[id] ?? 0..<0,
      "this question is kept as a comment only: \(reason)",
      help: "mend it in the comment, then take the comment's marks away")
  }

  /// The files of the pack; items that a check would find at fault became comments.
  mutating func settledFiles() -> [(name: String, text: String)] {
    comments.atEnd += waiting
    waiting = []
    if !isWhole { dropEmptyLessons() }
    guard !pack.lessons.isEmpty || !comments.atEnd.isEmpty else { return [] }
    if !isWhole { nameDocuments() }
    if pack.lessons.isEmpty { openLesson(pack.title) }
    for _ in 0..<4 {
      let files = PackWriter.files(of: pack, comments: comments)
      let faults = faultyItems(in: files)
      guard !faults.isEmpty else { return files }
      for (id, message) in faults { takeOut(id, because: message) }
    }
    return PackWriter.files(of: pack, comments: comments)
  }

  /// Names in the header what items refer to and the file has no word of: a sheet has rows only.
  private mutating func nameDocuments() {
    for item in pack.items {
      let range = places[item.id] ?? 0..<0
      for id in item.sources.map(\.source) where !pack.sources.contains(where: { $0.id == id }) {
        pack.sources.append(SourceDocument(id: id, title: id.rawValue))
        report(
          .settingLost, at: range, "the source '\(id)' has no title here; it is named by its id",
          help: "write its title in the header: 'source \(id): …'")
      }
    }
    guard pack.map == nil, let asked = pack.items.first(where: \.asksMap) else { return }
    report(
      .settingLost, at: places[asked.id] ?? 0..<0, "what asks of a map needs its file",
      help: "put it beside the pack, and 'map: FILE' in the header")
  }

  /// The items of a written file, and the lines of their headings, ascending.
  private func headings(in text: String) -> [(ItemID, Int)] {
    var found: [(ItemID, Int)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.hasPrefix("### ") {
      guard let brace = line.lastIndex(of: "{"), line[brace...].hasPrefix("{#") else { continue }
      let id = line[brace...].dropFirst(2).prefix { $0 != " " && $0 != "}" }
      found.append((ItemID(String(id)), number + 1))
    }
    return found
  }

  /// Errors only because the files that a pack includes are not beside its text.
  static let attachmentFaults: Set<DiagnosticCode> = [
    .noMap, .missingFile, .unknownFeature, .unknownFeatureKind, .quoteNotFound, .noSuchParagraph,
  ]

  private mutating func dropEmptyLessons() {
    pack.lessons.removeAll { lesson in
      lesson.sections.allSatisfy { $0.items.isEmpty && $0.reading.isEmpty && $0.title == nil }
    }
  }

  /// The items at which a check finds errors, each with its first message.
  private func faultyItems(in files: [(name: String, text: String)]) -> [(ItemID, String)] {
    let folder = PackFolder(
      name: pack.id.rawValue, path: pack.id.rawValue,
      files: files.map {
        PackFile(name: $0.name, path: $0.name, contents: .bytes(Array($0.text.utf8)))
      })
    let reading = PackReader.read(folder)
    guard reading.hasErrors else { return [] }
    var found: [(ItemID, String)] = []
    for named in files {
      let items = headings(in: named.text)
      for diagnostic in reading.diagnostics
      where diagnostic.severity == .error && diagnostic.place.path == named.name
        && !PackAssembly.attachmentFaults.contains(diagnostic.code)
      {
        guard let item = items.last(where: { $0.1 <= diagnostic.place.start.line }),
          !found.contains(where: { $0.0 == item.0 })
        else { continue }
        found.append((item.0, diagnostic.message))
      }
    }
    return found
  }
}

extension [Block] {
  fileprivate var startsWithParagraph: Bool {
    guard case .paragraph(let text)? = first else { return false }
    return text.plain.contains { !$0.isWhitespace }
  }
}
