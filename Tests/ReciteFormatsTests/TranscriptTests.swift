import ReciteCore
import ReciteFormats
import Support
import Testing

@Suite struct TranscriptTests {
  static let sample = """
    seed: 7
    now: 2026-11-21T09:00:00+08:00
    width: 60
    packs: chinas-rust-belt, two-accounts

    Welcome.

    > quiz
    Which province?
    \\> a quotation
    >
    Nothing typed.
    > b
    Correct.

    """

  @Test("a transcript is its header, its opening, and what each input printed")
  func reading() throws {
    let seen = try Transcript(parsing: TranscriptTests.sample)
    #expect(seen.header.seed == 7)
    #expect(seen.header.now?.description == "2026-11-21T09:00:00+08:00")
    #expect(seen.header.width == 60)
    #expect(seen.header.packs == ["chinas-rust-belt", "two-accounts"])
    #expect(seen.opening == ["Welcome.", ""])
    #expect(
      seen.exchanges == [
        .init(input: "quiz", output: ["Which province?", "> a quotation"], line: 8),
        .init(input: "", output: ["Nothing typed."], line: 11),
        .init(input: "b", output: ["Correct."], line: 13),
      ])
    #expect(seen.text == TranscriptTests.sample)
  }

  @Test("line ends and spaces before them make no difference")
  func lineEnds() throws {
    let plain = try Transcript(parsing: "> a\nb\n> c\n")
    #expect(try Transcript(parsing: "> a \r\nb\t \r\n> c") == plain)
  }

  @Test(
    "a file without typed lines is a list of commands",
    arguments: [
      ("> quiz\n", true), ("seed: 1\n\n>\n", true), ("quiz\nb\n", false), ("# > no\n", false),
      ("\\> quiz\n", false), (">quiz\n", false), ("", false),
    ])
  func recognising(text: String, isTranscript: Bool) {
    #expect(Transcript.isTranscript(text) == isTranscript)
  }

  @Test(
    "a fault of the header is named with its line and its cure",
    arguments: [
      ("sede: 7\n\n> a\n", "line 1: 'sede' is no header of a transcript; did you mean 'seed'?"),
      ("seed: 7\nseed: 8\n", "line 2: 'seed' stands twice in the header"),
      ("seed: -1\n", "line 1: expected a whole number from 0, not '-1'"),
      ("width: 7\n", "line 1: expected 20 to 1000 columns, not '7'"),
      (
        "seed: 1\nnow: today\n", "line 2: expected a time such as 2026-11-21T09:00:00Z, not 'today'"
      ),
      (
        "seed: 1\nScore: 3\n",
        "line 2: 'score' is no header of a transcript; end the header with a blank line"
      ),
    ])
  func faults(text: String, message: String) {
    #expect {
      try Transcript(parsing: text)
    } throws: { ($0 as? TranscriptError)?.description == message }
  }

  @Test("output that looks like a header, like input or like an escape comes back as it was")
  func roundTrip() {
    let lines = ["", "seed: 1", "> a", ">", "\\> a", "\\\\>", "\\", "辽宁", "width: x", " > b", "a"]
    forEverySeed(in: 1...400) { seed in
      var draw = SeededGenerator(seed: seed)
      func some() -> [String] {
        (0..<draw.number(below: 4)).map { _ in lines[draw.number(below: lines.count)] }
      }
      var transcript = Transcript(header: TranscriptHeader())
      if draw.number(below: 2) == 0 { transcript.header.seed = draw.next() }
      if draw.number(below: 2) == 0 { transcript.header.packs = ["a", "b/c.md"] }
      transcript.opening = some()
      for _ in 0..<draw.number(below: 4) {
        let input = ["", "a", "> b", "# note"][draw.number(below: 4)]
        transcript.exchanges.append(.init(input: input, output: some(), line: 0))
      }
      var read = try Transcript(parsing: transcript.text)
      for index in read.exchanges.indices { read.exchanges[index].line = 0 }
      try requireEqual(read, transcript, "transcript")
    }
  }

  @Test("no text traps the reader")
  func noise() {
    let pieces = ["> ", ">", "\\", "\n", "\r\n", "seed:", "now: ", "9", " ", "packs: ", ",", "é"]
    forEverySeed(in: 1...400) { seed in
      var draw = SeededGenerator(seed: seed)
      let text = (0..<draw.number(below: 30)).map { _ in pieces[draw.number(below: 12)] }.joined()
      do { _ = try Transcript(parsing: text) } catch is TranscriptError {}
      _ = TranscriptFence.all(in: text)
    }
  }

  @Test("the fences of a document are transcripts, and can be written anew in their places")
  func fences() {
    let document = """
      # Guide

      ```recite
      > packs
      old
      ```

      ```sh
      recite
      ```

      ~~~~ recite
      > due
      ```
      ~~~~
      The end.

      """
    let seen = TranscriptFence.all(in: document)
    #expect(
      seen == [
        TranscriptFence(lines: 4..<6, text: "> packs\nold\n"),
        TranscriptFence(lines: 13..<15, text: "> due\n```\n"),
      ])
    let replaced = TranscriptFence.replacing(
      in: document, with: ["> packs\nnew\nlines\n", "> due\n"])
    #expect(TranscriptFence.all(in: replaced).map(\.text) == ["> packs\nnew\nlines\n", "> due\n"])
    #expect(replaced.hasSuffix("~~~~\nThe end.\n") && replaced.hasPrefix("# Guide\n"))
    #expect(TranscriptFence.replacing(in: document, with: seen.map(\.text)) == document)
  }
}

@Suite struct LineDifferenceTests {
  static func shown(_ change: LineDifference.Change?) -> String {
    switch change {
    case .same(let line): " " + line
    case .removed(let line): "-" + line
    case .added(let line): "+" + line
    case nil: "…"
    }
  }

  @Test(
    "lines are matched as a reader would",
    arguments: [
      ("a b c", "a b c", " a  b  c"), ("a b c", "a x c", " a -b +x  c"),
      ("a b c", "a c", " a -b  c"), ("a c", "a b c", " a +b  c"), ("", "a", "+a"), ("a", "", "-a"),
      ("a b a b", "b a b", "-a  b  a  b"), ("", "", ""),
    ])
  func changes(first: String, second: String, shown: String) {
    let seen = LineDifference(
      from: first.split(separator: " ").map(String.init),
      to: second.split(separator: " ").map(String.init))
    #expect(seen.changes.map(LineDifferenceTests.shown).joined(separator: " ") == shown)
    #expect(seen.isEmpty == (first == second))
  }

  @Test("only what lies near a change is shown")
  func hunks() {
    let seen = LineDifference(
      from: ["a", "b", "c", "d", "e", "f", "g"], to: ["a", "b", "c", "d", "x", "f", "g"])
    #expect(
      seen.hunks(context: 1).map(LineDifferenceTests.shown) == ["…", " d", "-e", "+x", " f", "…"])
    #expect(LineDifference(from: ["a"], to: ["a"]).hunks(context: 2) == [nil])
  }

  @Test("taking away what was removed or what was added gives back both texts")
  func law() {
    forEverySeed(in: 1...300) { seed in
      var draw = SeededGenerator(seed: seed)
      func some() -> [String] {
        (0..<draw.number(below: 9)).map { _ in ["a", "b", "c"][draw.number(below: 3)] }
      }
      let (first, second) = (some(), some())
      let changes = LineDifference(from: first, to: second).changes
      try requireEqual(changes.compactMap { lineOf($0, isAdded: false) }, first, "first")
      try requireEqual(changes.compactMap { lineOf($0, isAdded: true) }, second, "second")
    }
  }

  private func lineOf(_ change: LineDifference.Change, isAdded: Bool) -> String? {
    switch change {
    case .same(let line): line
    case .removed(let line): isAdded ? nil : line
    case .added(let line): isAdded ? line : nil
    }
  }
}
