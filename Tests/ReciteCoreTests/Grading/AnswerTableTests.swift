import Support
import Testing

@testable import ReciteCore

/// The index over a pack's answers leaves out only what changes no verdict.
@Suite struct AnswerTableTests {
  private static let words = [
    "Liaoning", "Jilin", "Heilongjiang", "辽宁", "遼寧省", "吉林", "coal", "coals", "iron ore", "the Ore",
    "steel", "steal", "state-owned", "state owned", "SOE", "SOEs", "World War II", "ww2", "7 km",
    "seven", "1949", "1 October 1949", "1950s", "C++", "C", "the river", "Yalu River", "Yalu",
    "colour", "color", "men", "man", "not coal", "St Petersburg", "Saint Petersburg", "Vitamin A",
    "reform", "form", "Mukden (Shenyang)", "May", "second", "percent", "3.5 %", "a", "of", "→",
    "liao2 ning2", "Trans-Siberian Railway", "railroad", "Port Arthur", "portarthur", "Straße", "",
  ]

  @Test func `graded by the index and against all answers, every verdict is the same`() {
    forEverySeed(in: 1...60) { seed in
      var generator = SeededGenerator(seed: seed)
      func word() -> String { Self.words[generator.number(below: Self.words.count)] }
      func slip(_ text: String) -> String {
        var letters = Array(text)
        guard !letters.isEmpty else { return text }
        let place = generator.number(below: letters.count)
        switch generator.number(below: 5) {
        case 0: letters.remove(at: place)
        case 1: letters.insert("e", at: place)
        case 2: letters[place] = "n"
        case 3: letters.insert(" ", at: place)
        default: break
        }
        return String(letters)
      }
      func answer() -> String {
        generator.number(below: 3) == 0 ? word() + " " + word() : slip(word())
      }
      let items = (0..<20).map { number in
        item(.text(Accepted(answer(), aliases: [answer()])), id: "q\(number)")
      }
      var pack = pack(items)
      if seed % 3 == 0 { pack.synonyms = [Synonym(phrases: ["coal", "black gold"])] }
      let knowledge = PackKnowledge(pack, lexicon: shippedLexicon)
      guard case .text(let own) = items[0].kind else { return }
      var plain = knowledge.plainKnowledge
      let all = items.dropFirst().flatMap { item in
        item.kind.singleAnswers.flatMap(\.all).map {
          OtherAnswers.Other(text: $0, item: item.id)
        }
      }
      var seen = Set(own.all)
      plain.others = OtherAnswers(
        loose: all.filter { seen.insert($0.text).inserted }, lexicon: shippedLexicon)
      let indexed = knowledge.knowledge(own: [own], owner: items[0].id)
      for _ in 0..<20 {
        let response = slip(answer())
        let verdicts = [indexed, plain].map { knowledge in
          AnswerJudge(matcher: TextMatcher(knowledge: knowledge), accepted: own.all)
            .judge(response).verdict(of: response, lexicon: shippedLexicon)
        }
        try requireEqual(verdicts[0], verdicts[1], "'\(response)' for '\(own.key)'")
      }
    }
  }

  @Test func `an answer of figures is not held against a pack's other figures`() {
    let items = (0..<2_000).map { item(.text(Accepted("word\($0)")), id: "q\($0)") }
    let table = AnswerTable(pack(items), knowledge: Knowledge(lexicon: shippedLexicon))
    let typed = TypedAnswer("word1234", lexicon: shippedLexicon, commaDecimals: false)
    #expect(table.candidates(for: typed) == [1234])
  }
}
