import ReciteCore
import Support
import Testing

@testable import ReciteFormats

@Suite struct DraftDocumentTests {
  private func passages(_ text: String, path: String = "notes.txt") throws -> [String] {
    try DraftFixture.document(text, path: path).passages.map {
      "¶\($0.paragraphs.lowerBound)-\($0.paragraphs.upperBound) \($0.text)"
    }
  }

  @Test("wrapped lines are joined, divided words made whole, and paragraphs counted with the title")
  func plain() throws {
    let text = """
      \u{feff}The title\r
      \r
      The factory was the big-\r
      gest of its kind, and its well-\r
      known chimneys were seen from afar.\r
      \r
      A second paragraph follows.\r

      """
    #expect(
      try passages(text) == [
        "¶2-2 The factory was the biggest of its kind, and its well-known chimneys were seen from afar.",
        "¶3-3 A second paragraph follows.",
      ])
  }

  @Test("a text without empty lines has a paragraph a line, and a short first line is its title")
  func linesAreParagraphs() throws {
    let document = try DraftFixture.document(
      "A title\nThe first sentence is here.\nThe second is here.\n")
    #expect(document.title == "A title")
    #expect(document.passages.map(\.paragraphs) == [2...2, 3...3])
  }

  @Test("what is no running text is read past, and counted")
  func skipped() throws {
    let text = """
      # Title

      Some *marked* [text](https://example.org) with a note.[^1]

      | a | b |
      |---|---|
      | 1 | 2 |

      ![A picture](a.jpg)

      ```
      let code = 1
      ```

      [^1]: The note.

      ## References

      1. A book.
      """
    let document = try DraftFixture.document(text, path: "a.md")
    #expect(document.passages.map(\.text) == ["Some marked text with a note."])
    #expect(document.skipped == [.table: 1, .caption: 1, .code: 1, .references: 3])
  }

  @Test("page headers, bylines and teasers behind the article are no text of it")
  func pages() throws {
    let text = """
      The title

      By Anna Author

      The first page tells of a river that was long.

      Local History, page 1

      The second page tells of a bridge that was new.

      Local History, page 2

      The third page tells of a road that was wide.

      Local History, page 3

      More from Our Paper

      A dog was found in the park on Monday.
      """
    let seen = try passages(text)
    #expect(seen.count == 3 && seen.allSatisfy { $0.contains("page tells of a") }, "\(seen)")
  }

  @Test("the headline of a copied page is the line above the author's name")
  func headline() throws {
    let text = """
      Home
      Subscribe to the news

      Ships wait as the lake falls
      A drought has cut the number of passages.

      By Anna Smith

      The canal links two oceans. By Anna Smith it was called a ditch.
      """
    let document = try DraftFixture.document(text)
    #expect(document.title == "Ships wait as the lake falls")
    #expect(document.passages.contains { $0.text == "A drought has cut the number of passages." })
    #expect(try DraftFixture.document("The canal is long.\n\nBy Anna Smith\n").title == nil)
  }

  @Test("a short line right above a paragraph of one long line is its heading")
  func headingAboveItsParagraph() throws {
    let paragraph = String(
      repeating: "The canal was opened in 1825 and was soon too small. ", count: 5)
    let text = "The Canal\n\nA Late Start\n\(paragraph)\n\nWhy It Paid\n\(paragraph)\n"
    let document = try DraftFixture.document(text)
    #expect(document.title == "The Canal")
    #expect(document.headings == ["A Late Start", "Why It Paid"])
    #expect(document.passages.map(\.paragraphs) == [2...2, 3...3])
    // The lines of a wrapped paragraph are no headings.
    let wrapped = "The canal of the state\nwas opened in 1825.\n\nIt was soon too small.\n"
    #expect(try DraftFixture.document(wrapped).headings.isEmpty)
  }

  @Test("why there is nothing to draft from is said")
  func emptiness() throws {
    #expect(try DraftFixture.document("\n \n").emptiness == "it is empty")
    #expect(try DraftFixture.document("One\n\nTwo\n").emptiness == "it holds headings only")
    let code = try DraftFixture.document("# A\n\n```\nx\n```\n", path: "a.md")
    #expect(code.emptiness == "it holds no running text")
    #expect(try DraftFixture.document("The canal is long.").emptiness == nil)
  }

  @Test(
    "files that hold a text are named with the way to take it out",
    arguments: [
      ("%PDF-1.7\n", "is a PDF"), ("PK\u{3}\u{4}", "office document"), ("{\\rtf1", "RTF"),
      ("\n<!DOCTYPE HTML>\n<html>", "web page"), ("<html lang=en>", "web page"),
    ])
  func foreignFiles(text: String, words: String) throws {
    #expect(try #require(ForeignDocument.reason(Array(text.utf8))).contains(words))
    #expect(ForeignDocument.reason(Array("A text on <html>.".utf8)) == nil)
  }

  @Test(
    "bytes that are no text are named",
    arguments: [
      ([0xff, 0xfe, 0x41, 0x00], DiagnosticCode.notUTF8),
      ([0x63, 0x61, 0x66, 0xe9, 0x2e], .notUTF8),
      ([0x41, 0x00, 0x00, 0x42, 0x01], .binaryFile),
    ] as [([UInt8], DiagnosticCode)])
  func encodings(bytes: [UInt8], code: DiagnosticCode) {
    let (document, diagnostics) = DraftDocument.read(bytes, path: "a.txt", lexicon: .empty)
    #expect(document == nil)
    #expect(diagnostics.map(\.code) == [code])
  }
}

@Suite struct DraftPackTests {
  @Test("the article on the Erie Canal gives exactly the pack beside it")
  func fixture() throws {
    let folder = "Tests/ReciteFormatsTests/Drafts"
    let text = try #require(Checkout.text(of: "\(folder)/erie-canal.md"))
    let expected = try #require(Checkout.text(of: "\(folder)/erie-canal.expected.md"))
    let draft = try DraftFixture.draft(text, path: "erie-canal.md", limit: 40)
    let seen = draft.text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, (line, other)) in zip(seen, wanted).enumerated() where line != other {
      Issue.record("line \(index + 1): '\(line)' is not '\(other)'")
      return
    }
    #expect(seen.count == wanted.count)
  }

  @Test("a limit keeps the best, and says what it left out")
  func limit() throws {
    let text = try #require(Checkout.text(of: "Tests/ReciteFormatsTests/Drafts/erie-canal.md"))
    let draft = try DraftFixture.draft(text, path: "erie-canal.md", limit: 3)
    #expect(draft.entries.count == 3)
    #expect(draft.setAside.contains { $0.reason == .overLimit })
    let summary = DraftReport.summary(of: draft, in: "erie-canal.md")
    #expect(summary.contains("3 items proposed from"))
    #expect(summary.contains("beyond the limit"))
  }

  @Test("every sentence is asked about or left out, and what was not taken is counted by itself")
  func account() throws {
    let text = """
      The canal of Rochester was opened in 1825 by Governor Clinton. It was long and deep and old.

      Freight rates in the whole valley fell by 90 percent between 1820 and 1830. We liked that a lot.
      """
    let draft = try DraftFixture.draft(text, path: "a.txt", limit: 40)
    #expect(draft.sentenceCount == 4 && draft.askedCount == 2)
    #expect(draft.leftOut.map(\.reason) == [.leansOnOthers, .personal])
    #expect(!draft.setAside.isEmpty)
    let summary = DraftReport.summary(of: draft, in: "a.txt")
    #expect(summary.contains("sentences asked about: 2; left out: 2\n    1 - lean on"))
    #expect(summary.contains("further proposals set aside: \(draft.setAside.count)\n"))
    let details = DraftReport.details(of: draft)
    #expect(details[0].hasPrefix("¶1: left out, lean on"))
    #expect(details.count == 2 + draft.setAside.count)
  }

  @Test(
    "a text in another language is left out, and said to be",
    arguments: [
      "Der Nord-Ostsee-Kanal wurde im Jahr 1895 eröffnet, weil der Weg um Skagen so lang war.",
      "Le canal du Midi a été ouvert en 1681 parce que le détour par Gibraltar était trop long.",
      "Het Noordzeekanaal werd in 1876 geopend omdat de oude haven van Amsterdam verzandde.",
      "El canal de Panamá fue abierto en 1914 porque la ruta por el cabo de Hornos era larga.",
      "Gotakanalen blev 1832 en led tvars genom landet for fartyg som annars gick runt kusten.",
    ])
  func otherLanguages(sentence: String) throws {
    let draft = try DraftFixture.draft(sentence, path: "a.txt", limit: 40)
    #expect(draft.entries.isEmpty && draft.isForeign)
    #expect(draft.leftOut.map(\.reason) == [.foreign])
    // Among English ones it alone is left out.
    let article = "The Erie Canal was opened in 1825 by the governor of the state of New York.\n\n"
    let mixed = try DraftFixture.draft(article + sentence, path: "a.txt", limit: 40)
    #expect(!mixed.entries.isEmpty && !mixed.isForeign)
    #expect(mixed.leftOut.map(\.reason) == [.foreign])
  }

  @Test(
    "an English sentence of names and figures is not taken for another language",
    arguments: [
      "Copper, tin, lead and zinc smelters employed 20,000 workers near Likasi until 1960.",
      "Harbin, Changchun, Shenyang, Dalian, Anshan, Fushun, Jilin and Qiqihar have steel plants.",
      "In May 2024 Russia banned exports.",
    ])
  func namesAndFigures(sentence: String) throws {
    let draft = try DraftFixture.draft(sentence, path: "a.txt", limit: 40)
    #expect(!draft.leftOut.contains { $0.reason == .foreign })
  }

  /// Text of pieces that make trouble, in an order drawn from a seed.
  private func text(_ seed: UInt64) -> String {
    let pieces = [
      "The canal ", "was opened ", "in 1825 ", "led to ", "because ", "a fall ", "in prices", ". ",
      ", ", " and ", "Harbin ", "is the largest ", "city of China", ".\n\n", "\n", "# ", "## A\n\n",
      "such as coal, steel and iron", "{{gap}}", "Answer: x\n", "- [ ] ", "| a | b |\n", "“", "”",
      "(",
      ")", "\"", "7 percent", "$1.5 million", "It ", "known as ", "→", "`code`", "*x*", "_", "[1]",
      "[a](b)", "<b>", "&amp;", "U.S. ", "No. 5 ", "…", "—", "–", "1904–1914", "ü", "哈尔滨",
      "\u{301}",
      "🙂", "\u{200d}", "-\n", "\r\n", "\t", "```\n", "<!-- ", "-->", "~", "\\", "^", "0", "The ",
      "of ", "between Spain and France", "was founded by Peter the Great ", "who ", "which ", ": ",
      ";",
    ]
    var generator = SeededGenerator(seed: seed)
    return (0..<(40 + generator.number(below: 200))).map { _ in
      pieces[generator.number(below: pieces.count)]
    }.joined()
  }

  @Test("whatever the text, the pack has no fault but the draft's mark, and cites what is there")
  func laws() throws {
    forEverySeed(in: 1...150) { seed in
      let text = self.text(seed)
      guard
        let document = DraftDocument.read(
          Array(text.utf8), path: "a.txt", lexicon: DraftFixture.lexicon
        ).document
      else { return }
      let source = SourceParagraphs(source: DraftPack.source, text: Array(text.utf8))
      try requireEqual(document.paragraphCount, source.paragraphs.count, "paragraphs")
      let draft = Draft.make(
        from: document, name: "a.txt", lexicon: DraftFixture.lexicon, limit: 100)
      guard !draft.entries.isEmpty else {
        try requireEqual(draft.text, "", "a pack without items")
        return
      }
      let reading = PackReader.read(draft.text)
      let faults = reading.diagnostics.filter { $0.code != .draftItem }
      guard faults.isEmpty else { throw LawBroken("\(faults.map(\.message)) in \(draft.text)") }
      try requireEqual(reading.pack?.items ?? [], draft.entries.map(\.item), "items")
      for entry in draft.entries {
        guard entry.paragraphs.allSatisfy({ source.paragraphs.indices.contains($0.upperBound - 1) })
        else { throw LawBroken("no such paragraph") }
        for quote in entry.item.quotes where !source.contains(quote) {
          throw LawBroken("the quotation '\(quote)' is not in the document")
        }
      }
    }
  }

  @Test("every key of a gap and every typed answer stands in the paragraph that is cited")
  func evidence() throws {
    let text = try #require(Checkout.text(of: "Tests/ReciteFormatsTests/Drafts/erie-canal.md"))
    let draft = try DraftFixture.draft(text, path: "erie-canal.md")
    let source = SourceParagraphs(source: DraftPack.source, text: Array(text.utf8))
    var checked = 0
    for entry in draft.entries {
      let keys: [String]
      switch entry.item.kind {
      case .cloze(let gaps, _): keys = gaps.map(\.key)
      case .list(let parts, _): keys = parts.map(\.key)
      case .text(let accepted): keys = [accepted.aliases.last ?? accepted.key]
      default: continue
      }
      let cited = entry.paragraphs.map { source.paragraphs[$0.lowerBound - 1] }.joined(
        separator: " ")
      for key in keys {
        checked += 1
        let isThere =
          cited.contains(key) || key.split(separator: " ").allSatisfy { cited.contains($0) }
        #expect(isThere, "'\(key)' is not in \(entry.paragraphs)")
      }
    }
    #expect(checked >= 5)
  }
}
