import ReciteCore
import Testing

@Suite struct MetaCommandTests {
  @Test(
    "a line means what its place says",
    arguments: [
      ("study", MetaCommand.Place.home, ParsedLine.command(MetaCommand(.study))),
      ("  DRILL  cause ", .home, .command(MetaCommand(.drill, "cause"))),
      (":quit", .home, .command(MetaCommand(.quit))),
      ("", .home, .empty),
      ("", .question, .answer("")),
      ("study", .question, .answer("study")),
      (":hint", .question, .command(MetaCommand(.hint))),
      ("q", .home, .command(MetaCommand(.quit))),
      (":hnit", .question, .unknown(word: "hnit", suggestion: "hint")),
      ("stduy", .home, .unknown(word: "stduy", suggestion: "study")),
      ("hint", .home, .unknown(word: "hint", suggestion: nil)),
      (":", .question, .unknown(word: "", suggestion: nil)),
    ])
  func parse(line: String, place: MetaCommand.Place, meaning: ParsedLine) {
    #expect(MetaCommand.parse(line, at: place) == meaning)
  }

  @Test("every verb can be typed somewhere and says what it does")
  func table() {
    for verb in MetaCommand.Verb.allCases {
      #expect(!verb.places.isEmpty, "\(verb)")
      #expect(!verb.summary.isEmpty, "\(verb)")
      for place in verb.places {
        let word = place == .home ? verb.rawValue : ":" + verb.rawValue
        #expect(MetaCommand.parse(word, at: place) == .command(MetaCommand(verb)))
      }
    }
  }
}
