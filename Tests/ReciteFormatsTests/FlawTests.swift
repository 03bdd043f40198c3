import FoundationEssentials
import ReciteCore
import Testing

@testable import ReciteFormats

/// Packs with planted flaws in `Packs/Flaws/`, each beside the whole report that it must give.
///
/// A line of an `.expected` file is a finding: `CODE LINE:COLUMN message`, in order. A `.txt` of the
/// same name is the pack's file `legend.txt`.
@Suite struct FlawTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Packs/Flaws"

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(FlawTests.folder)/\(name)").map { [UInt8]($0) }
  }

  private func review(_ text: String, attachment: [UInt8]? = nil) -> [Diagnostic] {
    var folder = PackFolder(
      name: "p", path: "p",
      files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(Array(text.utf8)))])
    if let attachment {
      folder.files.append(
        PackFile(name: "legend.txt", path: "legend.txt", contents: .bytes(attachment)))
    }
    return PackReview.diagnostics(
      of: PackReader.read(folder), in: folder, lexicon: shippedLexicon)
  }

  @Test("there are packs with planted flaws")
  func presence() { #expect(FlawTests.names.count >= 3) }

  @Test("a pack with planted flaws gives the report beside it, and nothing else", arguments: names)
  func planted(name: String) throws {
    let text = String(decoding: try #require(bytes("\(name).md")), as: UTF8.self)
    let found = review(text, attachment: bytes("\(name).txt")).map {
      "\($0.code.rawValue) \($0.place.start.line):\($0.place.start.column) \($0.message)"
    }
    let expected = String(decoding: try #require(bytes("\(name).expected")), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(found == expected)
  }

  @Test("what the header allows is silent, an error is not")
  func allowed() {
    let item = "### Which river is the Songhua? {#q}\n\nAnswer: Songhua\n"
    #expect(review("# L\n\n" + item).map(\.code) == [.stemHoldsKey])
    #expect(review("---\nallow: P105\n---\n# L\n\n" + item).isEmpty)
    let refused = "### Which river? {#q}\n\nAnswer: Songhua\n\nMust not contain: songhua\n"
    #expect(review("---\nallow: P085\n---\n# L\n\n" + refused).contains { $0.code == .keyRefused })
  }

  @Test(
    "the points of an open answer are not made by its question or a hint",
    arguments: [
      (
        "### Cotton and irrigation took the lake's water. Why did it shrink?\n\nPoints:\n- cotton\n- irrigation",
        DiagnosticCode.stemHoldsKey
      ),
      (
        "### Why did it shrink?\n\nPoints:\n- cotton\n- irrigation\n\nHint: Think of cotton, and of irrigation.",
        .hintHoldsKey
      ),
      // One of two may be given as a start.
      ("### Why did it shrink?\n\nPoints:\n- cotton\n- irrigation\n\nHint: Think of cotton.", nil),
    ] as [(String, DiagnosticCode?)])
  func points(item: String, code: DiagnosticCode?) {
    let found = review("# L\n\n" + item + "\n").map(\.code)
    #expect(found == [code].compactMap { $0 })
  }

  @Test("places are those of the file, where a byte-order mark and a direction mark were taken out")
  func marks() throws {
    let text =
      "\u{feff}# L\n\nA\u{200e}b.\n\n### Which river is the Songhua? {#q}\n\nAnswer: Songhua\n"
    let found = try #require(review(text).first { $0.code == .stemHoldsKey })
    #expect(found.place.start == Position(line: 5, column: 1))
    #expect(found.place.excerpt.hasPrefix("### Which"))
  }

  @Test("habits show from five items on, and not by chance")
  func habits() {
    func choices(_ count: Int, key: (Int) -> Int, text: (Int, Bool) -> String) -> String {
      (0..<count).map { item in
        let options = (0..<4).map { place in
          "- [\(place == key(item) ? "x" : " ")] " + text(item * 4 + place, place == key(item))
        }
        return "### Question number \(item + 20)? {#q\(item)}\n\n" + options.joined(separator: "\n")
      }.joined(separator: "\n\n")
    }
    let plain = { (number: Int, _: Bool) in "word\(number)" }
    #expect(
      review("# L\n\n" + choices(6, key: { _ in 2 }, text: plain)).map(\.code) == [.sameKeyPlace])
    #expect(review("# L\n\n" + choices(12, key: { $0 % 4 }, text: plain)).isEmpty)
    #expect(review("# L\n\n" + choices(4, key: { _ in 2 }, text: plain)).isEmpty)
    let long = review(
      "# L\n\n"
        + choices(6, key: { $0 % 4 }, text: { $1 ? "a long word\($0)" : "word\($0)" }))
    #expect(long.map(\.code) == [.longestIsKey])
    #expect(long.first?.notes.count == 4 && long.first?.help?.contains("1 more item") == true)
  }

  @Test("a file with thousands of flaws shows a thousand and says how many there are")
  func capped() throws {
    let items = (0..<1_500).map {
      "### Which river is number \($0 + 3000) the Songhua? {#q\($0)}\n\nAnswer: Songhua\n"
    }
    let found = review("# L\n\n" + items.joined(separator: "\n"))
    #expect(found.count == PackLimits.diagnostics + 1)
    let last = try #require(found.first { $0.code == .tooManyFaults })
    #expect(last.message.contains("1500 faults; the first 1000 are shown"), "\(last.message)")
    let faulty = (0..<1_200).map { "### Q\($0)\n\nAnswer: a\n\nHnit: b\n" }.joined(separator: "\n")
    let reading = PackReader.read("# L\n\n" + faulty)
    #expect(reading.diagnostics.count == PackLimits.diagnostics + 1)
    #expect(reading.diagnostics.last?.message.contains("1200 faults") == true)
  }

  @Test("a source from outside the pack proves quotations, paragraphs and keys")
  func given() {
    let text = """
      ---
      source map: A map
      ---

      # L

      ### Which river? {#a}

      Answer: Songhua

      Quote: "lies on the Yalu"

      Source: map ¶2

      ### Which town? {#b}

      Answer: Harbin

      Source: map ¶9
      """
    let folder = PackFolder(
      name: "p", path: "p",
      files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(Array(text.utf8)))])
    let bytes = Array("Rivers\n\nThe old town of Harbin lies on the Songhua river.\n".utf8)
    let source = GivenSource(id: SourceID("map"), path: "map.txt", bytes: bytes)
    func codes(_ sources: [GivenSource]) -> [DiagnosticCode] {
      PackReview.diagnostics(
        of: PackReader.read(folder, sources: sources), in: folder, lexicon: shippedLexicon
      ).map(\.code)
    }
    #expect(codes([]).isEmpty)
    #expect(codes([source]) == [.quoteNotFound, .noSuchParagraph])
    let broken = GivenSource(id: SourceID("map"), path: "map.txt", bytes: [0xff, 0xfe, 0x41])
    #expect(codes([broken]).count == 1)
  }

  @Test("the reading level of a text counted by hand")
  func level() throws {
    // 20 sentences of five words; "river" and "valley" have two syllables, the rest have one.
    let text = Array(repeating: "The river fills the valley.", count: 20).joined(separator: " ")
    let level = try #require(ReadingLevel(of: [.paragraph(RichText(text))]))
    #expect((level.words, level.sentences, level.syllables) == (100, 20, 140))
    #expect(abs(level.grade - (0.39 * 5 + 11.8 * 1.4 - 15.59)) < 0.001)
    #expect(ReadingLevel(of: [.paragraph(RichText("Too short a text."))]) == nil)
  }

  @Test("coverage names the paragraphs that no item cites, and leaves out headings")
  func coverage() throws {
    let text = """
      ---
      topics: cause
      source map: A map
      ---

      # L

      ## Read

      Harbin lies on the Songhua.

      ## Never asked

      Dalian lies on the sea.

      ## Asked

      ### Which river? {#a .cause}

      Answer: Songhua

      Source: map ¶2-3
      """
    let pack = try #require(PackReader.read(text).pack)
    let paragraphs = ["A title", "One.", "Two.", "A heading", "Five is a whole sentence here."]
    let coverage = Coverage(of: pack, documents: [SourceID("map"): paragraphs])
    let source = try #require(coverage.sources.first)
    #expect(source.cited == [2, 3])
    #expect(source.uncited.map(\.number) == [5])
    #expect(coverage.lessons.map(\.unasked) == [["Read", "Never asked"]])
    #expect(coverage.topics.map(\.kinds) == [[1]])
  }
}
