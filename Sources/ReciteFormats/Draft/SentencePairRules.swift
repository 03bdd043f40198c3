import ReciteCore

/// Causes that are told over two sentences.
extension DraftRules {
  /// `The rivers were diverted. This led to …`.
  mutating func thisLedTo(_ sentence: AnalysedSentence, _ index: Int) {
    let words = sentence.words
    guard index > 0, let first = words.first, first.lower == "this",
      sentence.reasons.subtracting([.leansOnOthers]).isEmpty
    else { return }
    let before = analysis.sentences[index - 1]
    guard before.sentence.passage == sentence.sentence.passage, before.reasons.isEmpty,
      (5...30).contains(before.words.count)
    else { return }
    if thisIsCalled(sentence, before, index) { return }
    var place = 1
    while place < words.count, place < 5, Self.ledForms[words[place].lower] == nil {
      guard words[place].kind == .word, !DraftGrammar.auxiliaries.contains(words[place].lower),
        !DraftGrammar.prepositions.contains(words[place].lower)
      else { return }
      place += 1
    }
    guard place < words.count, let tail = Self.ledForms[words[place].lower] else { return }
    var start = place + 1
    for word in tail.split(separator: " ") {
      guard start < words.count, words[start].lower == word else { return }
      start += 1
    }
    var end = start
    while end < words.count, !words[end].isBreak,
      !(words[end].isMark(",") && end + 1 < words.count
        && ["which", "while", "but", "making", "as"].contains(words[end + 1].lower))
    { end += 1 }
    let effect = words[start..<end].running
    let statement = before.words.running
    guard (2...20).contains(effect.split(separator: " ").count) else { return }
    askStatement(
      .cause, statement, "What did this lead to?", answer: effect, from: [index - 1, index],
      score: 82)
  }

  private static let ledForms: [String: String] = [
    "led": "to", "caused": "", "resulted": "in", "triggered": "", "brought": "about", "sparked": "",
    "produced": "",
  ]

  /// `Gases trap heat. This is known as the greenhouse effect.` asks for the name.
  private mutating func thisIsCalled(
    _ sentence: AnalysedSentence, _ before: AnalysedSentence, _ index: Int
  ) -> Bool {
    let words = sentence.words
    let lowers = words.prefix(5).map(\.lower)
    guard lowers.count == 5, lowers[1] == "is" else { return false }
    let isKnown = lowers[2] == "known" && lowers[3] == "as"
    guard isKnown || lowers[2] == "called" || lowers[2] == "termed" else { return false }
    var start = isKnown ? 4 : 3
    while start < words.count,
      DraftGrammar.articles.contains(words[start].lower) || words[start].kind == .mark
    { start += 1 }
    var end = start
    while end < words.count, words[end].kind == .word, end - start < 5,
      !["because", "or", "and", "since", "as"].contains(words[end].lower)
    { end += 1 }
    guard (1...4).contains(end - start) else { return false }
    let key = words[start..<end].running
    addStatement(
      .definition, before.words.running, "What is this \(isKnown ? "known as" : "called")?",
      .text(DraftWording.accepted(key)), key: key, from: [index - 1, index], score: 80,
      form: .question)
    return true
  }
}
