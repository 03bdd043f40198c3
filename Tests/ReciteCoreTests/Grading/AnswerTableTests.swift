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
    "river market 17", "market 17", "17", "Battle of Hastings", "battle", "Treaty of Paris 1763",
    "Mao Zedong", "Mao", "Albert Einstein", "Karl B Marx", "Lake Baikal", "Lake", "Napoleon",
    "1,000 km", "1000 m", "1 km", "4 July 1776", "July 1776", "the 1950s", "50 %", "0.5", "XIV",
    "Louis XIV", "about 7", "7m", "7 million", "textile factory", "which is big", "van Gogh",
    "Berlin Wall", "berlin wal", "Marshall Plan", "marshal plan", "Strait of Malacca",
    "straight of Malacca", "North Korea", "N Korea", "John F Kennedy", "John Fitzgerald Kennedy",
    "J. Adams", "John Adams", "Qin dynasty", "Qing dynasty", "Songhua Lake", "Songhua River",
    "60 million people", "60 million km", "a third of the land", "one third", "third",
    "Great Britain", "Britain", "atomic bomb", "atom bombs", "coal mine", "colliery", "Aegean Sea",
    "Aegean", "Strait of Hormuz", "UN Security Council", "United Nations Security Council",
    "Security Council", "H.H. Bennett", "Hugh Hammond Bennett", "HH Bennett", "Admiral Nelson",
    "Horatio Nelson", "Stephen King", "King", "Queen Anna Bar War", "Victoria Cross", "cross",
    "early 19th century", "beginning of the 19th century", "end of 1949", "late 1949",
    "Jackson River", "Jackson", "United States", "USA", "U.S. Congress", "US", "UK", "western side",
    "the west side", "aeroplanes", "plane", "railroad", "somebody", "someone else",
  ]

  @Test func `graded by the index and against all answers, every verdict is the same`() {
    forEverySeed(in: 1...90) { seed in
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
    let knowledge = Knowledge(lexicon: shippedLexicon)
    let table = AnswerTable(pack(items), knowledge: knowledge)
    let typed = TypedAnswer("word1234", lexicon: shippedLexicon, commaDecimals: false)
    let forms = ResponseForms(typed, knowledge, longest: (table.longest, table.longestWord))
    #expect(table.candidates(for: forms, reach: .slips) == [1234])
  }

  @Test func `where an index sees no answer of a list among words, none stands there`() {
    forEverySeed(in: 1...60) { seed in
      var generator = SeededGenerator(seed: seed)
      let names = generator.shuffled(Self.words.filter { !$0.isEmpty })
      let knowledge = Knowledge(lexicon: shippedLexicon)
      let matcher = TextMatcher(knowledge: knowledge)
      let answers = names.prefix(5).map { [matcher.prepared($0)] }
      let keys = ListKeys(answers, knowledge: knowledge)
      let pieces = names.prefix(7).flatMap { $0.split(separator: " ").map(String.init) }
      let words = generator.shuffled(pieces + ["zzrt"])
      let response = words.prefix(8).map { word -> String in
        guard word.count > 5, generator.number(below: 2) == 0 else { return word }
        return String(word.dropLast(2)) + String(word.suffix(1))
      }
      let typed = matcher.typed(response.joined(separator: " "))
      let tokens = typed.phrase.tokens.filter { $0.kind != .mark }
      guard let spots = keys.mayStand(in: tokens, longest: 5, knowledge) else { return }
      for start in tokens.indices {
        for end in start + 1...min(tokens.count, start + 5)
        where !spots.contains(where: { start <= $0.lowerBound && $0.upperBound <= end }) {
          let piece = matcher.typed(
            typed.phrase.original(
              of: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound))
          let found = answers.joined().first {
            matcher.match(piece, with: $0, givingReason: false).level <= .spelling
          }
          try requireEqual(found?.text, nil, "'\(piece.text)' in '\(typed.text)'")
        }
      }
    }
  }
}
