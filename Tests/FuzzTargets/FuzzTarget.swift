import ReciteCore
import ReciteFormats
import ReciteShell

/// Everything that reads what others wrote, fed with bytes that nobody chose.
///
/// `.ci/fuzz` gives them millions of inputs under libFuzzer; a test gives them some in every run. A
/// trap ends the process; where more than "no trap" is promised, `LawOfReading` says what broke.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// A pack, read and written again.
  case pack
  /// `progress.json`, whole and as far as a damaged one goes.
  case record
  /// `progress.json.journal`, line by line.
  case journal
  /// What is known of a learner, from a record and a journal that need not belong together.
  case recovery
  /// A GeoJSON map.
  case map
  /// A pack's questions and a response to them.
  case grader
  /// A line of `recite grade --jsonl`.
  case filter
  case transcript
  /// A class's answer sheet, a marked one, a list of settled answers and a quiz's JSON Lines.
  case sheet
  /// A file of another program.
  case imported
  /// A document to draft from.
  case draft
  case settings
  /// What a terminal sends.
  case keys

  /// Reads `bytes`; a law that does not hold is thrown.
  package func feed(_ bytes: [UInt8]) throws {
    switch self {
    case .pack: try FuzzTarget.pack(bytes)
    case .record: try FuzzTarget.record(bytes)
    case .journal: try FuzzTarget.journal(bytes)
    case .recovery: try FuzzTarget.recovery(bytes)
    case .map: _ = GeoJSON.read(bytes)
    case .grader: try FuzzTarget.grader(bytes)
    case .filter: try FuzzTarget.filter(bytes)
    case .transcript: try FuzzTarget.transcript(bytes)
    case .sheet: try FuzzTarget.sheet(bytes)
    case .imported: try FuzzTarget.imported(bytes)
    case .draft: try FuzzTarget.draft(bytes)
    case .settings: try FuzzTarget.settings(bytes)
    case .keys: try FuzzTarget.keys(bytes)
    }
  }
}

/// Something that reading promises and did not keep.
package struct LawOfReading: Error, CustomStringConvertible {
  package let description: String

  static func hold(_ isKept: Bool, _ law: @autoclosure () -> String) throws {
    if !isKept { throw LawOfReading(description: law()) }
  }
}

// MARK: - Packs and answers

extension FuzzTarget {
  private static func folder(_ bytes: [UInt8]) -> PackFolder {
    PackFolder(
      name: "fuzz", path: "fuzz",
      files: [PackFile(name: "pack.md", path: "fuzz/pack.md", contents: .bytes(bytes))])
  }

  private static func reading(_ bytes: [UInt8]) -> PackReading { PackReader.read(folder(bytes)) }

  private static func pack(_ bytes: [UInt8]) throws {
    let reading = reading(bytes)
    try formatted(bytes, reading)
    guard let pack = reading.pack else { return }
    try holdsNoControl(PackWriter.files(of: pack).map(\.text).joined())
  }

  /// The canonical text is its own canonical text, where `recite format` would write it: it leaves
  /// alone what would read as another pack.
  private static func formatted(_ bytes: [UInt8], _ reading: PackReading) throws {
    guard let text = canonical(bytes, reading) else { return }
    let again = FuzzTarget.reading(Array(text.utf8))
    guard again.pack == reading.pack else { return }
    try LawOfReading.hold(
      canonical(Array(text.utf8), again) == text, "formatting twice is not formatting once")
  }

  private static func canonical(_ bytes: [UInt8], _ reading: PackReading) -> String? {
    let outcomes = PackFormatter.format(folder(bytes), reading: reading, writesIDs: false)
    guard case .text(let text)? = outcomes.first?.outcome else { return nil }
    return text
  }

  /// A pack, and after a NUL the response to its items.
  private static func grader(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    guard let text = parts.first, let response = parts.last, let pack = reading(Array(text)).pack
    else { return }
    let grader = Grader(lexicon: lexicon, packs: [pack])
    let typed = String(decoding: response, as: UTF8.self)
    for (index, item) in pack.items.prefix(4).enumerated() {
      let form = AskedForm.drawn(for: item, reviewCount: index, seed: UInt64(bytes.count))
      guard case .verdict(let verdict) = grader.grade(typed, for: item, of: pack.id, as: form)
      else { continue }
      try LawOfReading.hold((0...1).contains(verdict.credit), "credit \(verdict.credit)")
    }
  }

  private static let looseGrader = Grader(lexicon: lexicon, packs: [])

  private static func filter(_ bytes: [UInt8]) throws {
    var writer = JSONWriter()
    do {
      let request = try GradingRequest(line: bytes)
      guard case .loose(let question) = request.subject else { return }
      let verdict = looseGrader.grade(request.typed, for: question)
      try LawOfReading.hold((0...1).contains(verdict.credit), "credit \(verdict.credit)")
      writer.verdictLine(verdict, for: request)
    } catch let error as GradingLineError {
      writer.errorLine(error)
    }
    _ = try JSONValue(parsing: writer.bytes)
  }

  private static func transcript(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    if let transcript = try? Transcript(parsing: text) {
      let again = try Transcript(parsing: transcript.text)
      try LawOfReading.hold(again.inputs == transcript.inputs, "other inputs after writing")
    }
    _ = TranscriptFence.all(in: text)
  }
}

// MARK: - Progress

extension FuzzTarget {
  private static let scheduler = Scheduler()

  private static func chunks(_ bytes: [UInt8], of size: Int) -> JSONReader.Refill {
    var next = 0
    return { buffer in
      let end = min(bytes.count, next + size)
      buffer.append(contentsOf: bytes[next..<end])
      next = end
    }
  }

  private static func record(_ bytes: [UInt8]) throws {
    let size = 1 + Int(bytes.last ?? 0)
    let read = try? ProgressJSON.read(scheduler: scheduler, refill: chunks(bytes, of: size))
    _ = ProgressJSON.salvage(scheduler: scheduler, refill: chunks(bytes, of: size))
    guard let (stored, _) = read else { return }
    var written: [UInt8] = []
    ProgressJSON.write(stored) { written += $0 }
    let (again, isHandEdited) = try ProgressJSON.read(
      scheduler: scheduler, refill: chunks(written, of: 1 << 16))
    try LawOfReading.hold(!isHandEdited, "our own record has no sum")
    try LawOfReading.hold(
      again.progress.answerCount == stored.progress.answerCount, "other answers after writing")
    let merged = stored.progress.merged(with: stored.progress, scheduler: scheduler)
    try LawOfReading.hold(
      merged.answerCount <= stored.progress.answerCount, "merging with itself adds answers")
  }

  private static func journal(_ bytes: [UInt8]) throws {
    guard let contents = try? JournalContents(bytes) else { return }
    var progress = Progress()
    for entry in contents.entries {
      progress.apply(entry, scheduler: scheduler)
      _ = JournalLines.line([entry])
    }
  }

  /// The files one after the other, each after a NUL: record, journal, backup, journal's backup, lock.
  private static func recovery(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
    let files = [StoreFile.record, .journal, .backup, .journalBackup, .lock]
    let contents = Dictionary(uniqueKeysWithValues: zip(files, parts.map { Array($0) }))
    let recovery = try? Recovery.recover(
      Recovery.Files(
        open: { contents[$0].map { chunks($0, of: 1 << 16) } }, bytes: { contents[$0] }),
      scheduler: scheduler)
    guard let recovery, !recovery.isDamaged else { return }
    try LawOfReading.hold(
      recovery.recovered <= bytes.count, "more entries recovered than there are bytes")
  }
}

// MARK: - A class

extension FuzzTarget {
  private static let sheetPack = PackReader.read(sheetPackText, name: "rivers").pack

  /// The first byte chooses which of the sheets it is.
  private static func sheet(_ bytes: [UInt8]) throws {
    guard let pack = sheetPack, let choice = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    let items = pack.items.map { SheetItem(id: $0.id, question: $0.question) }
    let finder = SheetItemFinder(pack: pack.id, items: items)
    switch choice % 4 {
    case 0: try answers(rest, pack, items, finder)
    case 1:
      guard
        var reader = try? MarkedSheetReader(
          of: pack.id, items: pack.items, refill: chunks(rest, of: 1 + Int(choice)))
      else { return }
      while let row = try? reader.next() {
        try LawOfReading.hold((0...1).contains(row.answer.credit), "credit out of range")
      }
    case 2: _ = try? Overrides(parsing: rest, of: pack.id, finder: finder)
    default:
      var lines = ResultLines(of: pack.id, items: pack.items, map: nil, grader: looseGrader)
      for line in rest.split(separator: 0x0a) { _ = try? lines.read(Array(line)) }
      _ = lines.end()
    }
  }

  private static func answers(
    _ bytes: [UInt8], _ pack: Pack, _ items: [SheetItem], _ finder: SheetItemFinder
  ) throws {
    guard var reader = try? DelimitedReader(bytes), let captions = try? reader.next() else {
      return
    }
    var writer = DelimitedWriter(separator: reader.separator)
    writer.row(captions.cells)
    guard let layout = try? SheetLayout(captions: captions, of: pack.id, items: items) else {
      return
    }
    var marking = ClassMarking(pack: pack.id, items: pack.items, grader: looseGrader)
    while let row = try? reader.next() {
      for answer in (try? layout.answers(in: row, of: pack.id, finder: finder)) ?? [] {
        guard let marked = marking.mark(answer) else { continue }
        writer.row(marked.cells)
      }
    }
    _ = marking.endLearner()
    try LawOfReading.hold(
      !writer.bytes.contains { $0 < 0x20 && $0 != 0x0a && $0 != 0x0d && $0 != 0x09 },
      "a control character came through")
  }
}

// MARK: - A terminal

extension FuzzTarget {
  private static func keys(_ bytes: [UInt8]) throws {
    var decoder = KeyDecoder()
    decoder.isVi = bytes.count % 2 == 1
    for (index, byte) in bytes.enumerated() {
      for code in decoder.decode(byte) {
        try LawOfReading.hold(Unicode.Scalar(code) != nil, "U+\(String(code, radix: 16))")
      }
      if decoder.isUndecided, index % 7 == 6 { _ = decoder.settle() }
      let paste = decoder.takePaste()
      try LawOfReading.hold(
        !paste.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f },
        "a paste holds a control character")
    }
    _ = decoder.settle()
    decoder.reset()
  }
}
