import ReciteCore
import Testing

@testable import ReciteFormats

/// What readers make of files as people have them: a row a file, and the items as a check lists them.
@Suite struct ForeignReaderTests {
  private static func items(_ text: String, _ format: ExchangeFormat) -> [String] {
    Import.read(Array(text.utf8), path: "x", format: format).pack.items.map {
      "\($0.id) \($0.kind.name): \($0.kind.keyInWords)"
    }
  }

  private static let rows: [(ExchangeFormat, String, [String])] = [
    (
      .csv, "Question;Option A;Option B;Correct Answer\nHauptstadt?;Bonn;Berlin;B\n",
      ["hauptstadt choice: Berlin"]
    ),
    (.csv, "\u{feff}front,back\n\"Who, then?\",\"x | y\"\n", ["who-then text: x | y"]),
    (.csv, "question,a,b,c,key\nTwo?,x,y,z,\"A, C\"\n", ["two selection: x; z"]),
    (.csv, "question,answer,wrong1,wrong2\nOne?,x,y,z\n", ["one choice: x"]),
    (
      .csv, "question,answer\nHow many?,12\nIs it?,TRUE\n",
      ["how-many number: exactly 12.0", "is-it true-false: true"]
    ),
    (.tsv, "Term\tDefinition\nsteel\tiron and carbon\n", ["steel text: iron and carbon"]),
    (
      .anki, "#separator:Semicolon\n#html:true\n#tags column:3\nRiver?;Rhine<br>It is long.;geo\n",
      ["river text: Rhine"]
    ),
    (
      .anki, "#notetype:Cloze\nThe {{c1::Elbe::a river}} is long.\t\n",
      ["the-is-long cloze: Elbe"]
    ),
    // In quotation marks '#' is text; a line that begins with it is none.
    (
      .anki, "#html:false\n\"#1 city?\"\tOslo\n# two\n3rd?\tBergen\n",
      ["1-city text: Oslo", "3rd text: Bergen"]
    ),
    (.anki, "tags: north\nCity?\tOslo\n", ["city text: Oslo"]),
    (.anki, "#columns:Front\tBack\tTags\nWhat?\ta &amp; b\tx\n", ["what text: a &amp; b"]),
    (.hashcards, "Q: List two.\nA:\n- one\n- two\n", ["list-two list: one; two"]),
    (
      .hashcards, "C: [Paris] is the capital of [France].\n",
      ["is-the-capital-of cloze: Paris; France"]
    ),
    (
      .text2qti,
      "1.  Pick.\na)  no\n*b) yes\n\n2.  Tick.\n[*] x\n[ ] y\n\n3.  Pi?\n=   3.14 +- 0.01\n",
      ["pick choice: yes", "tick selection: x", "pi number: 3.14 ± 0.01"]
    ),
    // A title is the next question's alone; settings and solutions are no answers.
    (
      .text2qti,
      "Quiz title: Q\nShuffle answers: true\n\nTitle: Heat\n1.  Hot?\n!   It burns.\n*a) yes\nb)  no\n\n2.  Cold?\n=   [1, 2]\n",
      ["heat choice: yes", "cold number: 1.0..2.0"]
    ),
    (.text2qti, "1.  Sun is hot.\n*a) True\nb) False\n", ["sun-is-hot true-false: true"]),
    (
      .aiken, "Which?\nA) x\nB) y\nANSWER: B\nNext?\nA. u\nB. v\nANSWER: A\n",
      ["which choice: y", "next choice: u"]
    ),
    (.gift, "::N::Two {~%50%a ~%50%b ~%-50%c}\n", ["n selection: a; b"]),
    (.gift, "Range {#1..5}\n\nOr {#=3:0.5}\n", ["range number: 1.0..5.0", "or number: 3.0 ± 0.5"]),
    (.gift, "[html]<p>Is <b>it</b> &lt;x&gt;?</p>{T}\n", ["is-it-x true-false: true"]),
  ]

  @Test("files read as their programs mean them", arguments: rows.indices)
  func files(row: Int) {
    let (format, text, expected) = Self.rows[row]
    #expect(Self.items(text, format) == expected, "\(text)")
  }

  @Test("a sheet of our own names its sources by their ids, and says that a map is missing")
  func sheetHeader() throws {
    let text = """
      ---
      source tide: The tide tables
      ---
      # A

      ### When is it high? {#high}

      Answer: noon

      Source: tide ¶2
      """
    let pack = try #require(PackReader.read(text).pack)
    let written = Export.write(pack, as: .csv)
    #expect(written.losses.map(\.code) == [.exportFieldLost])
    let read = Import.read(Array(written.text.utf8), path: "x", format: .csv)
    #expect(read.pack.items == pack.items)
    #expect(read.pack.sources.map(\.id.rawValue) == ["tide"])
    #expect(read.diagnostics.map(\.code) == [.settingLost])
    let map = "id,kind,prompt,answer,more\nq,map,Where?,Map: pier,\n"
    #expect(
      Import.read(Array(map.utf8), path: "x", format: .csv).diagnostics.map(\.code)
        == [.settingLost])
  }

  @Test("a solution explains, a setting of the quiz is told, true and false may have feedback")
  func text2qti() {
    let text =
      "Can't go back: true\n1.  Hot?\n... Think.\n!   It burns.\n\n    A lot.\n*a) True\n... Ouch.\nb)  False\n"
    let read = Import.read(Array(text.utf8), path: "x", format: .text2qti)
    #expect(read.diagnostics.map(\.code) == [.settingLost])
    #expect(read.questions.map(\.kind) == ["true_false_question"])
    #expect(
      read.pack.items.first?.explanation.map(\.plain) == ["Think.", "It burns.", "A lot."])
  }

  @Test("Anki's tags stand in a header, in a first line of old, and behind two fields of Basic")
  func ankiTags() {
    let tags = { (text: String) in
      Import.read(Array(text.utf8), path: "x", format: .anki).pack.items.map(\.tags)
    }
    #expect(tags("tags: north sea\nCity?\tOslo\n") == [["north", "sea"]])
    #expect(tags("#notetype:Basic\n#tags:a\nCity?\tOslo\tb c\n") == [["a", "b", "c"]])
    // A notetype of one's own may have a third field.
    #expect(tags("#notetype:City\nCity?\tOslo\tb c\n") == [[]])
  }

  @Test("a file's format is told by its name, or by what it holds")
  func guesses() {
    let guess = { (name: String, text: String) in
      ExchangeFormat.guess(name: name, bytes: Array(text.utf8))
    }
    #expect(guess("q.gift", "") == .gift)
    #expect(guess("q.csv", "") == .csv)
    #expect(guess("q.txt", "Which?\nA) x\nB) y\nANSWER: A\n") == .aiken)
    #expect(guess("q.txt", "#separator:tab\na\tb\n") == .anki)
    #expect(guess("q.txt", "Which? {=x}\n") == .gift)
    #expect(guess("deck.md", "Q: a\nA: b\n") == .hashcards)
    #expect(guess("q.txt", "Quiz title: T\n\n1. Which?\n*a) x\nb) y\n") == .text2qti)
    #expect(guess("q.txt", "plain words") == nil)
  }

  @Test("positions are those of the file, also behind a byte order mark and escapes")
  func positions() {
    let text = "\u{feff}Größe \\: {#drei}\n"
    let read = Import.read(Array(text.utf8), path: "x", format: .gift)
    let fault = read.diagnostics.first { $0.code == .giftNotANumber }
    #expect(fault?.place.start == Position(line: 1, column: 12))
    #expect(fault?.place.end == Position(line: 1, column: 16))
  }
}
