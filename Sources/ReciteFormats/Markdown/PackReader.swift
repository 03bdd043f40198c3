import ReciteCore

/// A pack as far as it could be read, and everything that is wrong with it.
package struct PackReading: Sendable {
  /// Nil only where the files hold nothing that could be a pack.
  package var pack: Pack?
  /// Sorted by file and place.
  package var diagnostics: [Diagnostic]
  /// Where the items stand, in the order of `pack.items`.
  package var places: [PlacedItem]
  /// The pack's map, where it has one that can be used.
  package var map: GeoMap?
  /// The documents that the pack includes, cut into paragraphs, in the order of `pack.sources`.
  package var documents: [SourceParagraphs]
  /// How offsets of the cleaned texts, in which `places` count, become those of the files.
  var offsets: [OffsetMap] = []

  /// True where an error (not only a warning) was found.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// An item's place: its file, as an index into the pack's files, and its parts.
package struct PlacedItem: Equatable, Sendable {
  package var id: ItemID
  package var file: Int
  package var lesson: Int
  package var section: Int
  package var places: ItemPlaces
}

/// A copy of a source that does not lie in the pack: `check --source ID=FILE`.
package struct GivenSource: Sendable {
  package var id: SourceID
  /// The file as messages name it.
  package var path: String
  package var bytes: [UInt8]

  package init(id: SourceID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }
}

/// Reads the files of a pack; never throws, never traps, whatever the bytes.
package struct PackReader {
  private let folder: PackFolder
  private var texts: [SourceText] = []
  private var reports: [Reports] = []
  private var maps: [OffsetMap] = []
  private var pack: Pack
  private var placed: [PlacedItem] = []
  private var ids: [ItemID: (file: Int, range: Range<Int>)] = [:]
  private var headerPlaces = HeaderReader.Places()
  private var mainFile = 0
  private var lessonPlaces: [LessonPlace] = []
  private var isFull = false
  private var given: [GivenSource] = []

  /// Where a lesson came from, for `requires`.
  private struct LessonPlace {
    var file: Int
    var heading: Range<Int>
    var requires: [(name: String, range: Range<Int>)]
  }

  private init(_ folder: PackFolder) {
    self.folder = folder
    pack = Pack(id: PackID(HeaderReader.packID(from: folder.name)), title: folder.name)
  }

  /// The pack in a folder's files.
  ///
  /// `sources` are documents outside the pack; each takes the place of the one that the pack's header
  /// names by that id.
  /// - Complexity: O(*n*) over the bytes.
  package static func read(_ folder: PackFolder, sources: [GivenSource] = []) -> PackReading {
    var reader = PackReader(folder)
    reader.given = sources
    return reader.read()
  }

  /// The pack in one text, as a single file `pack.md` in a folder `name`.
  package static func read(_ text: String, name: String = "pack") -> PackReading {
    read(
      PackFolder(
        name: name, path: name,
        files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(Array(text.utf8)))]))
  }

  /// The files that the pack's header names besides its lessons: its map and its sources.
  ///
  /// The shell reads them and adds them to the folder; so that nothing else of a folder is touched.
  package static func attachments(of folder: PackFolder) -> [String] {
    let pack = head(of: folder)
    let names = [pack.mapFile] + pack.sources.map(\.file)
    return names.compactMap { $0 }.filter { name in !folder.files.contains { $0.name == name } }
  }

  /// The id of the pack in a folder: what its header says, or the folder's name.
  package static func id(of folder: PackFolder) -> PackID { head(of: folder).id }

  /// What the header says, without reading on.
  private static func head(of folder: PackFolder) -> Pack {
    var pack = Pack(id: PackID(HeaderReader.packID(from: folder.name)), title: folder.name)
    guard let file = folder.files.first(where: { PackReader.isLesson($0.name) }),
      case .bytes(let bytes) = file.contents
    else { return pack }
    let head = Array(bytes.prefix(endOfHeader(in: bytes)))
    let (syntax, _) = FileParser.parse(head, file: 0)
    var header = HeaderReader(reports: Reports(file: 0))
    header.read(syntax, isPack: true, into: &pack)
    return pack
  }

  /// The offset behind the second `---` line, or behind all that a header may take.
  private static func endOfHeader(in bytes: [UInt8]) -> Int {
    let limit = min(bytes.count, longestHeader)
    let mark = Array("\n---".utf8)
    var place = 0
    while place + mark.count <= limit {
      if bytes[place] == 0x0a, bytes[place..<place + mark.count].elementsEqual(mark) {
        return bytes[(place + 1)..<limit].firstIndex(of: 0x0a).map { $0 + 1 } ?? limit
      }
      place += 1
    }
    return 0
  }

  /// Bytes in which a header must end to be seen without reading the whole file.
  private static let longestHeader = 256 << 10

  /// True for the Markdown files that are lessons: not `README.md`, nothing in a folder of its own.
  package static func isLesson(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return (lowered.hasSuffix(".md") || lowered.hasSuffix(".markdown")) && !name.contains("/")
      && lowered != "readme.md"
  }

  // MARK: Files

  private mutating func read() -> PackReading {
    let lessons = folder.files.enumerated().filter { PackReader.isLesson($0.element.name) }
    texts = folder.files.map { file in
      if case .bytes(let bytes) = file.contents {
        return SourceText(name: file.name, path: file.path, bytes: bytes)
      }
      return SourceText(name: file.name, path: file.path, bytes: [])
    }
    reports = texts.indices.map { Reports(file: $0) }
    maps = texts.map { _ in OffsetMap(removed: []) }
    mainFile = lessons.first?.offset ?? 0
    guard !lessons.isEmpty else { return emptyReading() }
    var files: [(index: Int, syntax: FileSyntax, header: HeaderReader.LessonHeader)] = []
    for (index, file) in lessons {
      guard let syntax = syntax(of: file, index) else { continue }
      var header = HeaderReader(reports: reports[index])
      header.read(syntax, isPack: index == mainFile, into: &pack)
      reports[index] = header.reports
      if index == mainFile { headerPlaces = header.places }
      files.append((index, syntax, header.lesson))
    }
    let isSingle = files.count == 1
    for (index, syntax, header) in files {
      readLessons(syntax, index, header, isMain: index == mainFile, isSingle: isSingle)
    }
    if pack.lessons.isEmpty, !folder.files.contains(where: isUnusable) {
      reports[mainFile].add(
        .nothingToLearn, at: 0..<0, "this pack has no lesson",
        help: "open a lesson with '# Title' and an item with '### Question'")
    }
    settleRequirements()
    let map = readMap()
    let documents = readDocuments()
    var references = ReferenceChecker(
      pack: pack, placed: placed, map: map, documents: documents, ids: ids,
      reports: reports)
    references.check()
    reports = references.reports
    pack.map = map
    return PackReading(
      pack: pack, diagnostics: diagnostics(), places: placed, map: map, documents: documents,
      offsets: maps)
  }

  private func isUnusable(_ file: PackFile) -> Bool {
    if case .unusable = file.contents { return true }
    return false
  }

  private func emptyReading() -> PackReading {
    let faults = folder.files.compactMap { file -> Diagnostic? in
      guard case .unusable(let fault) = file.contents else { return nil }
      return FaultReport(fault).diagnostic(path: file.path)
    }
    guard faults.isEmpty else { return PackReader.unread(faults) }
    let empty = Diagnostic(
      code: .nothingToLearn, severity: .error, place: Diagnostic.Place(path: folder.path),
      message: "there is no lesson in this folder",
      help: "a lesson is a file such as 'pack.md' that opens with '# Title'")
    return PackReader.unread([empty])
  }

  private static func unread(_ faults: [Diagnostic]) -> PackReading {
    PackReading(pack: nil, diagnostics: faults, places: [], map: nil, documents: [])
  }

  // MARK: What the header names

  /// The bytes of a file that the header names; nil, and a report at its name, where there are none.
  private mutating func attachment(_ name: String, at range: Range<Int>) -> [UInt8]? {
    let file = folder.files.first { $0.name == name }
    switch file?.contents ?? .unusable(.missing) {
    case .bytes(let bytes): return bytes
    case .unusable(let fault):
      let report = FaultReport(fault)
      reports[mainFile].add(
        report.code, at: range, "'\(name)': \(report.message)", help: report.help)
      return nil
    }
  }

  private mutating func readMap() -> GeoMap? {
    guard let name = pack.mapFile, let range = headerPlaces.map,
      let bytes = attachment(name, at: range)
    else { return nil }
    let reading = GeoJSON.read(bytes)
    for fault in reading.faults {
      guard let file = folder.files.firstIndex(where: { $0.name == name }) else { continue }
      reports[file].add(
        .badMap, at: fault.offset..<min(fault.offset + 1, bytes.count), fault.message,
        help: fault.help ?? "'recite explain P059' says what a map holds")
    }
    return reading.map
  }

  private mutating func readDocuments() -> [SourceParagraphs] {
    var documents: [SourceParagraphs] = []
    for source in given where pack.sources.contains(where: { $0.id == source.id }) {
      var screened = Reports(file: mainFile)
      if case .text(let text, _) = TextScreen.screen(source.bytes, reports: &screened) {
        documents.append(SourceParagraphs(source: source.id, text: text))
      } else {
        let fault = screened.entries.first
        reports[mainFile].add(
          fault?.code ?? .notUTF8, at: 0..<0,
          "'\(source.path)', given as the source '\(source.id)': "
            + (fault?.message ?? "this is no text"), help: fault?.help)
      }
    }
    for (source, range) in headerPlaces.files
    where !given.contains(where: { $0.id == source }) {
      guard let name = pack.sources.first(where: { $0.id == source })?.file,
        let bytes = attachment(name, at: range)
      else { continue }
      var screened = Reports(file: mainFile)
      guard case .text(let text, _) = TextScreen.screen(bytes, reports: &screened) else {
        let fault = screened.entries.first
        reports[mainFile].add(
          fault?.code ?? .notUTF8, at: range, "'\(name)': \(fault?.message ?? "this is no text")",
          help: fault?.help)
        continue
      }
      documents.append(SourceParagraphs(source: source, text: text))
    }
    return documents
  }

  private mutating func syntax(of file: PackFile, _ index: Int) -> FileSyntax? {
    switch file.contents {
    case .unusable(let fault):
      let report = FaultReport(fault)
      reports[index].add(report.code, at: 0..<0, report.message, help: report.help)
      return nil
    case .bytes(let bytes):
      guard case .text(let text, let map) = TextScreen.screen(bytes, reports: &reports[index])
      else { return nil }
      // The places that the screen reported are the file's own; what follows speaks of the text.
      let screened = reports[index]
      maps[index] = map
      let (syntax, parsed) = FileParser.parse(text, file: index)
      reports[index] = parsed
      early.append(screened)
      return syntax
    }
  }

  /// What the screen found, in offsets of the file.
  private var early: [Reports] = []

  private func diagnostics() -> [Diagnostic] {
    var all = Reports(file: 0)
    for report in early { all.append(report) }
    for index in reports.indices { all.append(reports[index].mapped(by: maps)) }
    let allowed = Set(pack.allowedWarnings)
    return all.diagnostics(in: texts).filter {
      $0.severity == .error || !allowed.contains($0.code.rawValue)
    }
  }

  // MARK: Lessons

  private mutating func readLessons(
    _ syntax: FileSyntax, _ index: Int, _ header: HeaderReader.LessonHeader, isMain: Bool,
    isSingle: Bool
  ) {
    let reader = FileReader(syntax, reports: reports[index])
    var items = ItemReader(reader, language: pack.language, topics: pack.topics)
    if let topic = header.topic, !pack.topics.contains(topic), !pack.topics.isEmpty || !isSingle {
      let nearest = NearestName.nearest(
        to: topic.rawValue, among: pack.topics.map(\.rawValue))
      items.file.reports.add(
        .unknownTopic, at: header.topicRange, "'\(topic)' is none of the pack's topics",
        help: nearest.map { "did you mean '\($0)'?" } ?? "add it to 'topics' in the pack's header")
    }
    let introduction = items.prose(syntax.introduction)
    if isMain || isSingle {
      pack.introduction += introduction
    } else if let first = syntax.introduction.first, !introduction.isEmpty {
      pack.introduction += introduction
      items.file.reports.add(
        .textBeforeLesson, at: items.file.line(first.start).whole,
        "this text stands before the lesson's '#', and becomes part of the pack's introduction",
        help: "move it below the heading")
    }
    let count = syntax.lessons.reduce(0) { $1.sections.reduce($0) { $0 + $1.items.count } }
    placed.reserveCapacity(placed.count + count)
    ids.reserveCapacity(ids.count + count)
    for lesson in syntax.lessons {
      readLesson(lesson, header, index, &items)
    }
    reports[index] = items.file.reports
  }

  private mutating func readLesson(
    _ syntax: LessonSyntax, _ header: HeaderReader.LessonHeader, _ index: Int,
    _ items: inout ItemReader
  ) {
    let number = pack.lessons.count
    var lesson = Lesson(
      title: RichText(""), topic: header.topic, requires: [], sections: [])
    var place = 0..<0
    if let heading = syntax.heading {
      lesson.title = items.title(heading)
      place = items.file.line(heading).whole
    } else {
      lesson.title = RichText(header.title ?? folder.name)
      place = firstHeading(of: syntax).map { items.file.line($0).whole } ?? 0..<0
      if header.title == nil {
        items.file.reports.add(
          .itemBeforeLesson, at: place, "this stands before the first lesson",
          help: "open a lesson above it with a line '# Title'")
      }
    }
    for (sectionNumber, section) in syntax.sections.enumerated() {
      var read = Section(
        title: section.heading.map { items.title($0) }, reading: items.prose(section.reading))
      for item in section.items {
        guard let reading = readItem(item, header.topic, &items) else { continue }
        read.items.append(reading.item)
        placed.append(
          PlacedItem(
            id: reading.item.id, file: index, lesson: number, section: sectionNumber,
            places: reading.places))
      }
      lesson.sections.append(read)
    }
    pack.lessons.append(lesson)
    lessonPlaces.append(LessonPlace(file: index, heading: place, requires: header.requires))
  }

  private func firstHeading(of lesson: LessonSyntax) -> Int? {
    for section in lesson.sections {
      if let heading = section.heading ?? section.items.first?.heading { return heading }
    }
    return nil
  }

  private mutating func readItem(
    _ syntax: ItemSyntax, _ topic: Topic?, _ items: inout ItemReader
  ) -> ItemReader.Reading? {
    guard !isFull else { return nil }
    guard placed.count < PackLimits.items else {
      isFull = true
      items.file.reports.add(
        .tooLarge, at: items.file.line(syntax.heading).whole,
        "this pack has more than the \(PackLimits.items) items that one may have",
        help: "split it into several packs; this item and those after it are left out")
      return nil
    }
    guard var reading = items.read(syntax, lessonTopic: topic), !reading.item.id.rawValue.isEmpty
    else { return nil }
    let file = items.file.reports.file
    if let first = ids[reading.item.id] {
      items.file.reports.add(
        .duplicateID, at: reading.places.id, "the id '\(reading.item.id)' is already in use",
        help: reading.hasWrittenID
          ? "give each item an id of its own"
          : "write another id at the end of this heading, such as '{#\(reading.item.id)-2}'",
        notes: [("the first is here", first.file, first.range)])
      reading.item.id = freeID(after: reading.item.id)
    }
    ids[reading.item.id] = (file, reading.places.id)
    if reading.item.tags.contains(DraftPack.mark) {
      items.file.reports.add(
        .draftItem, at: reading.places.id, "this item is a draft that nobody has edited yet",
        help:
          "read it against its source, mend it, then take '.\(DraftPack.mark)' out of the heading")
    }
    return reading
  }

  /// An id that is not in use, so that an item whose own is taken can still be shown.
  private func freeID(after id: ItemID) -> ItemID {
    var number = 2
    while ids[ItemID("\(id)-\(number)")] != nil { number += 1 }
    return ItemID("\(id)-\(number)")
  }

  /// Resolves the lessons that lesson files require to titles.
  private mutating func settleRequirements() {
    reportSameTitles()
    for number in pack.lessons.indices {
      for (name, range) in lessonPlaces[number].requires {
        let titles = self.titles(of: name)
        guard !titles.isEmpty else {
          let known = pack.lessons.map(\.title.plain) + texts.map(\.name)
          reports[lessonPlaces[number].file].add(
            .unknownLesson, at: range, "there is no lesson '\(name)'",
            help: NearestName.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
              ?? "name a lesson by its title or its file")
          continue
        }
        let own = pack.lessons[number].title.plain
        pack.lessons[number].requires += titles.filter { $0 != own }
      }
    }
  }

  private mutating func reportSameTitles() {
    var seen: [String: Int] = [:]
    for (number, lesson) in pack.lessons.enumerated() {
      let title = lesson.title.plain
      guard let first = seen[title] else {
        seen[title] = number
        continue
      }
      reports[lessonPlaces[number].file].add(
        .sameLessonTitle, at: lessonPlaces[number].heading,
        "two lessons have the title '\(title)'", help: "give each a title of its own",
        notes: [("the first is here", lessonPlaces[first].file, lessonPlaces[first].heading)])
    }
  }

  private func titles(of name: String) -> [String] {
    let byTitle = pack.lessons.map(\.title.plain).filter { $0 == name }
    if let title = byTitle.first { return [title] }
    let file = texts.firstIndex { $0.name == name || $0.name == name + ".md" }
    return pack.lessons.indices.filter { lessonPlaces[$0].file == file }
      .map { pack.lessons[$0].title.plain }
  }
}

extension Diagnostic {
  /// Why a file cannot be used, in a few words.
  package static func reason(of fault: FileFault) -> String { FaultReport(fault).message }
}

/// A file's fault in the words of a diagnostic.
struct FaultReport {
  var code: DiagnosticCode
  var message: String
  var help: String

  init(_ fault: FileFault) {
    switch fault {
    case .missing:
      code = .missingFile
      message = "there is no such file"
      help = "check its name; capital letters count"
    case .unreadable(let reason):
      code = .unreadableFile
      message = "this file cannot be read: \(reason)"
      help = "check who may read it; the rest of the pack is read without it"
    case .notAFile(let what):
      code = .notAFile
      message = "this is \(what), not a file"
      help = "put an ordinary text file in its place"
    case .outside:
      code = .outsideThePack
      message = "this leads out of the pack"
      help =
        "copy the file into the pack's folder; links out, '..' and absolute paths are not followed"
    case .tooLarge(let limit):
      code = .tooLarge
      message = "this file is larger than the \(limit >> 20) MB that one may have"
      help = "split it into several lessons; it was not read"
    case .tooMany(let limit):
      code = .tooLarge
      message = "the pack has more than \(limit) files or \(PackFileLimits.packBytes >> 20) MB"
      help = "split it into several packs; this file and those after it were not read"
    }
  }

  /// A diagnostic of a whole file.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      code: code, severity: code.severity, place: Diagnostic.Place(path: path), message: message,
      help: help)
  }
}

extension Reports {
  /// These faults with their places turned from cleaned text into files.
  func mapped(by maps: [OffsetMap]) -> Reports {
    var mapped = Reports(file: file)
    mapped.entries = entries.map { entry in
      var entry = entry
      entry.range = maps[entry.file].original(entry.range)
      entry.notes = entry.notes.map { ($0.message, $0.file, maps[$0.file].original($0.range)) }
      return entry
    }
    return mapped
  }
}
