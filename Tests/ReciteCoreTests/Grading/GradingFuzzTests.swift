import ReciteCore
import Support
import Testing

/// Whatever is typed, and whatever the key: a verdict, no trap, the same one every time.
@Suite struct GradingFuzzTests {
  private static let grader = Grader(lexicon: shippedLexicon, packs: [])
  private static let pieces = [
    "a", "Z", "é", "e\u{301}", "ß", "黑", "龍", "が", "か\u{3099}", "한", "ᄒ", "א", "م", "\u{200d}",
    "\u{202e}",
    "\u{0}", "\n", "\r\n", "\t", " ", "  ", ".", ",", ";", "-", "−", "/", "|", "(", ")", "?", "!",
    "'", "’", "\"",
    "$", "€", "%", "°", "^", "²", "½", "×", "+", "#", "*", ":", "~", "0", "1", "9", "42", "1,000",
    "1.5", "1e9", "10^400",
    "9999999999999999999999", "not", "or", "and", "but", "half", "second", "twenty", "million",
    "hundred", "May", "1st",
    "of", "the", "a", "I think", "century", "XIV", "BC", "percent", "km", "m", "s", "per", "🇨🇳", "👩‍👩‍👧",
    "\u{e000}",
    "state-owned", "Jilin", "ji2lin2", "S.O.E.", "d'", "nineteen", "point", "five", "no wait",
    "\u{fffd}",
  ]

  @Test func `random text against random keys of every kind never traps`() {
    forEverySeed(in: 1...400) { seed in
      var generator = SeededGenerator(seed: seed)
      func text(_ most: Int) -> String {
        (0..<generator.number(below: most + 1)).map { _ in
          Self.pieces[generator.number(below: Self.pieces.count)]
            + (generator.number(below: 2) == 0 ? " " : "")
        }.joined()
      }
      let keys = (0...generator.number(below: 3)).map { _ in text(4) }
      let response = text(14)
      let questions: [LooseQuestion] = [
        .answer(accepted: keys, others: [text(3)], rejected: [text(2)]),
        .list(keys.map { Accepted($0) }, need: nil, isOrdered: seed % 2 == 0, others: []),
        .open(
          Rubric(points: [RubricPoint(any: [Requirement(groups: [[text(2) + "x"], ["a*"]])])])),
      ]
      for question in questions {
        let verdict = Self.grader.grade(response, for: question)
        try requireEqual(Self.grader.grade(response, for: question), verdict, response)
        guard (0...1).contains(verdict.credit) else { throw LawBroken("credit \(verdict.credit)") }
      }
    }
  }

  @Test(arguments: [
    "a", "$", "1", ".", "1.", "$1", "a ", "黑", "1/", "-", "and ", "not ", "a,", "half ", "\u{301}",
    "(", "éa", "one ",
  ])
  func `a hundred thousand characters are graded at once`(piece: String) {
    let long = String(repeating: piece, count: 100_000 / piece.count)
    let rubric = Rubric(points: [
      RubricPoint(any: [Requirement(groups: [["reform"], ["market*"]])])
    ])
    let questions: [LooseQuestion] = [
      .answer(accepted: ["Heilongjiang"], others: ["Jilin"], rejected: []),
      .answer(accepted: ["a"], others: [], rejected: []),
      .answer(accepted: ["7 %"], others: [], rejected: []),
      .list([Accepted("Jilin"), Accepted("oil and gas")], need: nil, isOrdered: false, others: []),
      .open(rubric),
    ]
    for question in questions {
      #expect(!Self.grader.grade(long, for: question).outcome.isRight)
    }
  }

  @Test func `a key accepts itself, whatever its characters`() {
    forEverySeed(in: 1...300) { seed in
      var generator = SeededGenerator(seed: seed)
      let key = (0...generator.number(below: 5)).map { _ in
        Self.pieces[generator.number(below: Self.pieces.count)]
      }.joined(separator: " ")
      guard key.contains(where: { $0.isLetter || $0.isNumber }) else { return }
      let verdict = Self.grader.grade(key, for: .answer(accepted: [key], others: [], rejected: []))
      guard verdict.outcome == .correct else { throw LawBroken("\(key): \(verdict.rule)") }
    }
  }
}
