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
  let folder: PackFolder
  var texts: [SourceText] = []
  var reports: [Reports] = []
  private var offsets: [OffsetMap] = []
  var pack: Pack
  var placed: [PlacedItem] = []
  /// The items that speak of something else in the pack, and which of `placed` they are.
  var referring: [(index: Int, item: Item)] = []
  /// Which of `placed` has an id.
  var ids: [ItemID: Int] = [:]
  var headerPlaces = HeaderReader.Places()
  var mainFile = 0
  var lessonPlaces: [LessonPlace] = []
  var isFull = false
  var given: [GivenSource] = []
  var division: FileDivision?
  var readsMap: MapReading = GeoJSON.read

  /// A file that holds lessons, its text cleaned.
  struct LessonFile {
    var index: Int
    var text: [UInt8]
    var outline: FileOutline
    var header: HeaderReader.LessonHeader
  }

  /// Where a lesson came from, for `requires`.
  struct LessonPlace {
    var file: Int
    var heading: Range<Int>
    var requires: [(name: String, range: Range<Int>)]
  }

  private init(_ folder: PackFolder) {
    self.folder = folder
    pack = Pack(id: PackID(HeaderReader.packID(from: folder.name)), title: folder.name)
  }

  /// Reads the bytes of a map.
  package typealias MapReading = @Sendable (_ bytes: [UInt8]) -> GeoJSON.Reading

  /// The pack in a folder's files.
  ///
  /// `sources` are documents outside the pack; each takes the place of the one that the pack's header
  /// names by that id. With a `division` large files are read in portions, and come to the same;
  /// `readsMap` may know a map that another pack has, too.
  /// - Complexity: O(*n*) over the bytes.
  package static func read(
    _ folder: PackFolder, sources: [GivenSource] = [], division: FileDivision? = nil,
    readsMap: @escaping MapReading = GeoJSON.read
  ) -> PackReading {
    var reader = PackReader(folder)
    reader.given = sources
    reader.division = division
    reader.readsMap = readsMap
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
    Bytes.reading(head) { bytes, _ in
      let (outline, reports) = FileParser.outline(of: bytes, file: 0)
      var header = HeaderReader(reports: reports)
      header.read(outline, bytes, isPack: true, into: &pack)
    }
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

  mutating func read() -> PackReading {
    let lessons = folder.files.enumerated().filter { PackReader.isLesson($0.element.name) }
    texts = folder.files.map { file in
      if case .bytes(let bytes) = file.contents {
        return SourceText(name: file.name, path: file.path, bytes: bytes)
      }
      return SourceText(name: file.name, path: file.path, bytes: [])
    }
    reports = texts.indices.map { Reports(file: $0) }
    offsets = texts.map { _ in OffsetMap(removed: []) }
    mainFile = lessons.first?.offset ?? 0
    guard !lessons.isEmpty else { return emptyReading() }
    let files = lessons.compactMap { lessonFile($0.element, $0.offset) }
    for file in files { readLessons(file, isSingle: files.count == 1) }
    if pack.lessons.isEmpty, !folder.files.contains(where: isUnusable) {
      reports[mainFile].add(
        .nothingToLearn, at: 0..<0, "this pack has no lesson",
        help: "open a lesson with '# Title' and an item with '### Question'")
    }
    settleRequirements()
    let map = readMap()
    let documents = readDocuments()
    var references = ReferenceChecker(
      pack: pack, placed: placed, referring: referring, map: map, documents: documents, ids: ids,
      reports: reports)
    references.check()
    reports = references.reports
    pack.map = map
    return PackReading(
      pack: pack, diagnostics: diagnostics(), places: placed, map: map, documents: documents,
      offsets: offsets)
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
    // A file that was named itself, such as 'README.md' by a shell's 'Lessons/*', is all there is.
    let isOneFile = folder.files.contains { $0.path == folder.path }
    let empty = Diagnostic(
      code: .nothingToLearn, severity: .error, place: Diagnostic.Place(path: folder.path),
      message: isOneFile ? "this file is no lesson" : "there is no lesson in this folder",
      help: "a lesson is a file such as 'pack.md' that opens with '# Title', and never 'README.md'")
    return PackReader.unread([empty])
  }

  private static func unread(_ faults: [Diagnostic]) -> PackReading {
    PackReading(pack: nil, diagnostics: faults, places: [], map: nil, documents: [])
  }

  // MARK: What the header names

  /// The outline of a lesson's file; its header goes into the pack.
  private mutating func lessonFile(_ file: PackFile, _ index: Int) -> LessonFile? {
    switch file.contents {
    case .unusable(let fault):
      let report = FaultReport(fault)
      reports[index].add(report.code, at: 0..<0, report.message, help: report.help)
      return nil
    case .bytes(let bytes):
      guard case .text(let text, let map) = TextScreen.screen(bytes, reports: &reports[index])
      else { return nil }
      // The places that the screen reported are the file's own; what follows speaks of the text.
      early.append(reports[index])
      offsets[index] = map
      return Bytes.reading(text) { bytes, _ in
        let (outline, reports) = FileParser.outline(of: bytes, file: index)
        var header = HeaderReader(reports: reports)
        header.read(outline, bytes, isPack: index == mainFile, into: &pack)
        self.reports[index] = header.reports
        if index == mainFile { headerPlaces = header.places }
        return LessonFile(index: index, text: text, outline: outline, header: header.lesson)
      }
    }
  }

  /// What the screen found, in offsets of the file.
  private var early: [Reports] = []

  private func diagnostics() -> [Diagnostic] {
    var all = Reports(file: 0)
    for report in early { all.append(report) }
    for index in reports.indices { all.append(reports[index].mapped(by: offsets)) }
    let allowed = Set(pack.allowedWarnings)
    return all.diagnostics(in: texts).filter {
      $0.severity == .error || !allowed.contains($0.code.rawValue)
    }
  }
}

extension Diagnostic {
  /// Why a file cannot be used, in a few words.
  package static func reason(of fault: FileFault) -> String { FaultReport(fault).message }
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
