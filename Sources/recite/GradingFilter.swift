import ReciteCore
import ReciteFormats
import ReciteShell

/// Standard input's lines graded one by one, in order and in constant memory.
struct GradingFilter {
  private let grader: Grader
  private let lessons: [String]
  private var lines = LineStream()
  private var writer = JSONWriter()
  private var isClean = true
  /// Graders of packs that lines named, read when first named; nil where there is no such pack.
  private var packs: [PackID: KnownPack?] = [:]

  private struct KnownPack {
    var grader: Grader
    var items: [ItemID: Item]
  }

  init(grader: Grader, lessons: [String]) {
    self.grader = grader
    self.lessons = lessons
  }

  /// Grades to the end of input; false where a line was no request.
  ///
  /// Output is written when no more input is waiting, and in pieces of 64 KiB before that.
  mutating func run() throws -> Bool {
    while let line = try lines.next() {
      switch line {
      case .bytes(let bytes):
        if !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { grade(bytes) }
      case .tooLong: fail(GradingLineError(id: nil, reason: "the line is longer than 1 MiB"))
      }
      if writer.bytes.count >= 1 << 16 || !lines.isReady { try flush() }
    }
    try flush()
    return isClean
  }

  private mutating func flush() throws {
    try writer.drain { try StandardStream.output.write(bytes: $0) }
  }

  private mutating func grade(_ line: [UInt8]) {
    do throws(GradingLineError) {
      let request = try GradingRequest(line: line)
      writer.verdictLine(try verdict(on: request), for: request)
    } catch {
      fail(error)
    }
  }

  private mutating func fail(_ error: GradingLineError) {
    isClean = false
    writer.errorLine(error)
  }

  private mutating func verdict(on request: GradingRequest) throws(GradingLineError) -> Verdict {
    switch request.subject {
    case .loose(let question): return grader.grade(request.typed, for: question)
    case .item(let packID, let itemID):
      if packs[packID] == nil { packs[packID] = .some(known(packID)) }
      guard let items = packs[packID]??.items else {
        throw GradingLineError(id: request.id, reason: "there is no pack '\(packID)'")
      }
      guard let item = items[itemID] else {
        throw GradingLineError(id: request.id, reason: "pack '\(packID)' has no item '\(itemID)'")
      }
      guard let grader = packs[packID]??.grader.itemGrader(for: item, of: packID) else {
        throw GradingLineError(id: request.id, reason: "there is no pack '\(packID)'")
      }
      switch grader.grade(request.typed, as: .authorOrder(for: item)) {
      case .verdict(let verdict): return verdict
      case .unreadable: return Verdict(outcome: .wrong, credit: 0, rule: .unreadable)
      }
    }
  }

  private func known(_ id: PackID) -> KnownPack? {
    let lessonFolders = Configuration(RunOptions()).lessonFolders
    let library = PackLibrary.load(
      PackLocator(lessons: lessons, environment: Workspace.environment(lessonFolders)))
    let pack = library.entry(id.rawValue)?.reading.pack
    return pack.map { pack in
      KnownPack(
        grader: Grader(lexicon: grader.lexicon, packs: [pack]),
        items: Dictionary(pack.items.map { ($0.id, $0) }) { first, _ in first })
    }
  }
}
