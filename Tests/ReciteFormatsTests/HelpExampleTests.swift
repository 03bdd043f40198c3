import FoundationEssentials
import Testing

@testable import ReciteCore
@testable import ReciteFormats

/// Every example of every help page is typed as it stands there, on the packs that ship.
@Suite struct HelpExampleTests {
  private static func shipped(_ name: String) throws -> Pack {
    let folder = "\(lessonsFolder())/\(name)"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let lessons = files.filter { $0.hasSuffix(".md") && $0 != "pack.md" }
    return try #require(
      PackReader.read(
        PackFolder(
          name: name, path: folder,
          files: (["pack.md"] + lessons + files.filter { $0.hasSuffix(".geojson") }).compactMap {
            file in
            FileManager.default.contents(atPath: "\(folder)/\(file)").map {
              PackFile(name: file, path: file, contents: .bytes([UInt8]($0)))
            }
          })
      ).pack)
  }

  /// Notices that turn a learner away.
  private static func isRefusal(_ notice: Notice) -> Bool {
    switch notice {
    case .unknownCommand, .missingArgument, .noSuchPack, .noSuchTopic, .noSuchPlace, .noSuchHelp,
      .noSuchItem, .ambiguousItem, .noSuchSection, .noReading, .badOption, .nothingAnswered,
      .nothingToUndo, .notWrong, .noResponse, .noSuchPoint, .noMap, .noPassage, .notSo, .noneSo,
      .noSuchSetting, .badSetting, .looksLikeCommand, .emptyAnswer:
      true
    default: false
    }
  }

  /// What typing lines at a fresh home prompt says.
  private static func play(_ lines: [String], _ pack: Pack) -> (notices: [Notice], hasEnded: Bool) {
    let at = Timestamp(Instant(milliseconds: 1_795_251_600_000), zone: .utc)
    let home = Home(
      library: [pack], scheduler: Scheduler(), grader: Grader(lexicon: .empty, packs: [pack]),
      progress: Progress(), nextEntry: EntryID(device: DeviceID(1), number: 1),
      defaults: Home.Defaults(records: true, isUnattended: false, seed: 4))
    var tuned = Tuned(home, settings: Settings())
    _ = tuned.step(.began(at: at))
    var notices: [Notice] = []
    for line in lines {
      notices = []
      let effects: [Effect]
      switch MetaCommand.parse(line, at: tuned.engine.place) {
      case .command(let command): effects = tuned.step(.commanded(command, at: at))
      case .answer(let response): effects = tuned.step(.answered(response, at: at))
      case .unknown(let word, let near):
        effects = tuned.step(.misread(word: word, suggestion: near, at: at))
      case .empty: effects = []
      }
      for case .show(.notice(let notice)) in effects { notices.append(notice) }
    }
    return (notices, tuned.engine.hasEnded)
  }

  /// Examples that need an answer of their own kind before them, which no help can name.
  private static let dependent: Set<String> = [":claim 2", ":easy", ":right", ":hint"]

  @Test("every example of help does what it says on a shipped pack")
  func examples() throws {
    let pack = try HelpExampleTests.shipped("chinas-rust-belt")
    let names = HelpNames(of: pack)
    var played = 0
    for topic in HelpTopic.all {
      let (paragraphs, examples) = topic.text
      #expect(!paragraphs.isEmpty && paragraphs.allSatisfy { !$0.isEmpty }, "\(topic.name)")
      if case .verb = topic { #expect(!examples.isEmpty, "\(topic.name) has no example") }
      for example in examples where !HelpExampleTests.dependent.contains(example.input) {
        let lines = (example.before + [example.input]).map(names.fill)
        #expect(!lines.contains { $0.contains("{") }, "\(lines)")
        let seen = HelpExampleTests.play(lines, pack)
        let refusals = seen.notices.filter(HelpExampleTests.isRefusal)
        #expect(refusals.isEmpty, "help \(topic.name): '\(lines)' is turned away: \(refusals)")
        played += 1
      }
    }
    #expect(played > 50)
  }

  @Test("the examples that need an answer before them work after one")
  func dependentExamples() throws {
    let pack = try HelpExampleTests.shipped("chinas-rust-belt")
    let items = pack.items
    let open = try #require(
      items.first { if case .open = $0.kind { true } else { false } })
    let text = try #require(
      items.first { if case .text = $0.kind { !$0.hints.isEmpty } else { false } })
    guard case .text(let accepted) = text.kind else { return }
    let begin = "drill \(pack.id)/\(text.id)"
    for lines in [
      ["drill \(pack.id)/\(open.id)", "it is what it is", "", ":claim 2"],
      ["drill location", "Liaoning, Jilin, Heilongjiang", ":easy"], [begin, ":hint"],
    ] {
      let refusals = HelpExampleTests.play(lines, pack).notices.filter(HelpExampleTests.isRefusal)
      #expect(refusals.isEmpty, "\(lines): \(refusals)")
    }
    #expect(!accepted.key.isEmpty)
  }
}
