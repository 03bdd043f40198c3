import ReciteCore

/// What the headers of a pack's files say.
struct HeaderReader {
  /// Keys of a pack, in the order of the canonical layout.
  static let packKeys = [
    "pack", "title", "author", "license", "language", "topics", "source", "file", "paragraphs",
    "map",
    "credit", "pass", "allow", "synonym", "reading-level",
  ]
  /// Keys of a lesson file.
  static let lessonKeys = ["title", "topic", "requires"]

  /// One key as it stands in the file.
  struct Entry {
    var line: HeaderLine
    var value: String
  }

  /// What a lesson file's header says of its lessons.
  struct LessonHeader {
    var title: String?
    var topic: Topic?
    var topicRange: Range<Int> = 0..<0
    var requires: [(name: String, range: Range<Int>)] = []
  }

  /// Where the keys stand that later checks speak of.
  struct Places {
    var id: Range<Int>?
    var map: Range<Int>?
    var files: [(source: SourceID, range: Range<Int>)] = []
  }

  private(set) var reports: Reports
  private(set) var places = Places()
  private(set) var lesson = LessonHeader()
  private var seen: [String: Range<Int>] = [:]

  init(reports: Reports) { self.reports = reports }

  /// Reads the header of a file; `isPack` where it may hold the keys of a pack.
  mutating func read(
    _ outline: FileOutline, _ bytes: Bytes, isPack: Bool, into pack: inout Pack
  ) {
    guard let header = outline.header else { return }
    let entries = entries(in: outline.lines[header.dropFirst()], bytes)
    // The sources come first, so that `file` and `paragraphs` find them.
    for entry in entries where entry.line.key == "source" { readSource(entry, into: &pack) }
    for entry in entries where entry.line.key != "source" {
      read(entry, isPack: isPack, into: &pack)
    }
  }

  private mutating func entries(in lines: ArraySlice<Line>, _ bytes: Bytes) -> [Entry] {
    var entries: [Entry] = []
    for line in lines {
      switch line.kind {
      case .blank, .comment, .heading, .thematicBreak: continue
      default: break
      }
      guard let read = HeaderLine(line, in: bytes) else {
        reports.add(
          .headerLineWithoutColon, at: line.whole, "a line of the header is no 'key: value'",
          help: "write a key, a colon and its value; text goes below the second '---'")
        continue
      }
      let raw = Passage(bytes, read.value)
      let quoted =
        raw.bytes.count > 1 && raw.bytes.first == Ascii.quote
        && raw.bytes.last == Ascii.quote
      let value = quoted ? raw.part(raw.bytes.startIndex + 1..<raw.bytes.endIndex - 1).raw : raw.raw
      entries.append(Entry(line: read, value: value))
    }
    return entries
  }

  private mutating func read(_ entry: Entry, isPack: Bool, into pack: inout Pack) {
    let key = entry.line.key
    let isKnown = HeaderReader.packKeys.contains(key) || HeaderReader.lessonKeys.contains(key)
    let takesSubject = ["file", "paragraphs"].contains(key)
    guard isKnown, takesSubject || entry.line.subject.isEmpty else {
      reportUnknown(entry)
      return
    }
    if !isPack, !HeaderReader.lessonKeys.contains(key) {
      reports.add(
        .keyInWrongFile, at: entry.line.keyRange, "'\(key)' belongs in the header of 'pack.md'",
        help: "a lesson file's header holds 'title', 'topic' and 'requires'")
      return
    }
    let isRepeatable = ["file", "paragraphs", "credit", "synonym", "allow", "requires"].contains(
      key)
    if !isRepeatable, let first = seen.updateValue(entry.line.keyRange, forKey: key) {
      reports.add(
        .repeatedKey, at: entry.line.keyRange, "'\(key)' is given twice",
        help: "keep one of the two",
        notes: [("the first is here", reports.file, first)])
      return
    }
    guard !entry.value.isEmpty else {
      reports.add(
        .badKeyValue, at: entry.line.keyRange, "'\(key)' has no value",
        help: "write one after the colon, or delete the line")
      return
    }
    if isPack { readPackKey(entry, into: &pack) }
    readLessonKey(entry)
  }

  private mutating func reportUnknown(_ entry: Entry) {
    let written = ([entry.line.key] + [entry.line.subject]).filter { !$0.isEmpty }
      .joined(separator: " ")
    let names = HeaderReader.packKeys + HeaderReader.lessonKeys
    let nearest = NearestName.nearest(to: written, among: names)
    reports.add(
      .unknownKey, at: entry.line.keyRange, "there is no key '\(written)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "the keys are " + HeaderReader.packKeys.joined(separator: ", "))
  }

  private mutating func readLessonKey(_ entry: Entry) {
    switch entry.line.key {
    case "title": lesson.title = entry.value
    case "topic":
      lesson.topic = Topic(entry.value)
      lesson.topicRange = entry.line.value
    case "requires": lesson.requires.append((entry.value, entry.line.value))
    default: break
    }
  }

  // MARK: Keys of a pack

  private mutating func readPackKey(_ entry: Entry, into pack: inout Pack) {
    let value = entry.value
    switch entry.line.key {
    case "pack":
      places.id = entry.line.value
      guard HeaderReader.isPackID(value) else {
        let made = HeaderReader.packID(from: value)
        reports.add(
          .badPackID, at: entry.line.value, "'\(value)' cannot be the id of a pack",
          help: "an id is made of lower-case letters, digits and hyphens, such as '\(made)'")
        return
      }
      pack.id = PackID(value)
    case "title": pack.title = value
    case "author": pack.author = value
    case "license": pack.license = value
    case "language": readLanguage(entry, into: &pack)
    case "topics": readTopics(entry, into: &pack)
    case "file": readFile(entry, into: &pack)
    case "paragraphs": readParagraphs(entry, into: &pack)
    case "map":
      pack.mapFile = value
      places.map = entry.line.value
    case "credit": pack.credits.append(value)
    case "pass": readPass(entry, into: &pack)
    case "allow": readAllowed(entry, into: &pack)
    case "synonym": readSynonym(entry, into: &pack)
    case "reading-level": readLevel(entry, into: &pack)
    default: break
    }
  }

  private mutating func report(_ entry: Entry, _ message: String, help: String) {
    reports.add(.badKeyValue, at: entry.line.value, message, help: help)
  }

  static func isPackID(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { Ascii.isLower($0) || Ascii.isDigit($0) || $0 == Ascii.hyphen }
  }

  /// An id for a pack of this name: lower case, a hyphen for all that is no letter or digit.
  static func packID(from name: String) -> String {
    var id = ""
    for byte in name.utf8 {
      if Ascii.isAlphanumeric(byte) {
        id.unicodeScalars.append(Unicode.Scalar(Ascii.lowered(byte)))
      } else if !id.isEmpty, id.utf8.last != Ascii.hyphen {
        id += "-"
      }
    }
    while id.utf8.last == Ascii.hyphen { id.removeLast() }
    return id.isEmpty ? "pack" : id
  }

  private mutating func readLanguage(_ entry: Entry, into pack: inout Pack) {
    let parts = entry.value.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count) && part.utf8.allSatisfy(Ascii.isAlphanumeric)
    }
    guard isTag, let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy(Ascii.isLetter)
    else {
      report(
        entry, "'\(entry.value)' is no language tag",
        help: "write one such as 'en', 'de' or 'zh-Hans'")
      return
    }
    pack.language = entry.value
  }

  private func words(_ value: String) -> [String] {
    value.split { $0 == "," || $0 == "，" || $0 == "、" }
      .map { $0.drop(while: \.isWhitespace) }
      .map { part in
        var part = part
        while part.last?.isWhitespace ?? false { part.removeLast() }
        return String(part)
      }
      .filter { !$0.isEmpty }
  }

  private mutating func readTopics(_ entry: Entry, into pack: inout Pack) {
    for name in words(entry.value) {
      guard MadeID.isWellFormed(name) else {
        report(
          entry, "'\(name)' cannot be a topic",
          help: "a topic is one word of letters, digits and hyphens; commas stand between topics")
        continue
      }
      if !pack.topics.contains(Topic(name)) { pack.topics.append(Topic(name)) }
    }
  }

  private mutating func readSource(_ entry: Entry, into pack: inout Pack) {
    let id = entry.line.subject
    guard !id.isEmpty, MadeID.isWellFormed(id) else {
      reports.add(
        .badKeyValue, at: entry.line.keyRange, "a source has a short name before the colon",
        help: "write 'source mapping: Title of the document'")
      return
    }
    guard !pack.sources.contains(where: { $0.id.rawValue == id }) else {
      reports.add(
        .repeatedKey, at: entry.line.keyRange, "there are two sources '\(id)'",
        help: "give each a name of its own")
      return
    }
    pack.sources.append(SourceDocument(id: SourceID(id), title: entry.value))
  }

  /// The source that `file ID` or `paragraphs ID` speaks of.
  private mutating func source(_ entry: Entry, in pack: Pack) -> Int? {
    let id = entry.line.subject
    if let index = pack.sources.firstIndex(where: { $0.id.rawValue == id }) { return index }
    let nearest = NearestName.nearest(to: id, among: pack.sources.map(\.id.rawValue))
    reports.add(
      .unknownSource, at: entry.line.keyRange,
      id.isEmpty ? "'\(entry.line.key)' names no source" : "there is no source '\(id)'",
      help: nearest.map { "did you mean '\($0)'?" } ?? "name it in a line 'source \(id): Title'")
    return nil
  }

  private mutating func readFile(_ entry: Entry, into pack: inout Pack) {
    guard let index = source(entry, in: pack) else { return }
    pack.sources[index].file = entry.value
    places.files.append((pack.sources[index].id, entry.line.value))
  }

  private mutating func readParagraphs(_ entry: Entry, into pack: inout Pack) {
    guard let index = source(entry, in: pack) else { return }
    guard let count = Int(entry.value), count > 0 else {
      report(entry, "'\(entry.value)' is no number of paragraphs", help: "write a whole number")
      return
    }
    pack.sources[index].paragraphCount = count
  }

  private mutating func readPass(_ entry: Entry, into pack: inout Pack) {
    let digits = entry.value.filter { $0 != "%" && $0 != " " }
    let isPercent = entry.value.contains("%")
    guard let value = Double(digits), value >= 0, isPercent ? value <= 100 : value <= 1 else {
      report(entry, "'\(entry.value)' is no pass mark", help: "write a share such as '70%'")
      return
    }
    pack.passMark = isPercent ? value / 100 : value
  }

  private mutating func readAllowed(_ entry: Entry, into pack: inout Pack) {
    for word in words(entry.value).flatMap({ $0.split(separator: " ") }).map(String.init) {
      guard let code = DiagnosticCode(id: word), code.severity == .warning else {
        reports.add(
          .unknownAllowedCode, at: entry.line.value, "'\(word)' is the code of no warning",
          help: "only warnings can be allowed; 'recite explain' lists the codes")
        continue
      }
      if !pack.allowedWarnings.contains(code.rawValue) {
        pack.allowedWarnings.append(code.rawValue)
      }
    }
  }

  private mutating func readSynonym(_ entry: Entry, into pack: inout Pack) {
    let phrases = entry.value.split(separator: "=", omittingEmptySubsequences: false)
      .map { words(String($0)).joined(separator: ", ") }
    guard phrases.count > 1, phrases.allSatisfy({ !$0.isEmpty }) else {
      report(
        entry, "a synonym has two sides", help: "write 'synonym: SOE = state-owned enterprise'")
      return
    }
    pack.synonyms.append(Synonym(phrases: phrases))
  }

  private mutating func readLevel(_ entry: Entry, into pack: inout Pack) {
    let parts = entry.value.split(separator: ".").map { Int($0.filter { $0 != " " }) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low <= high, low >= 0 else {
      report(
        entry, "'\(entry.value)' is no span of school years", help: "write one such as '6..12'")
      return
    }
    pack.readingLevel = low...high
  }
}
