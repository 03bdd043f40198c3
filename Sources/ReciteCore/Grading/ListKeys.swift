/// The answers of a list's items, read, and an index over them.
struct ListKeys: Sendable {
  /// The answers of each item.
  let answers: [[PreparedKey]]
  private let table: AnswerTable
  /// The item and the answer of each place in the table.
  private let places: [(item: Int, answer: Int)]

  init(_ answers: [[PreparedKey]], knowledge: Knowledge) {
    self.answers = answers
    table = AnswerTable(answers.flatMap { $0.map(\.text) }, knowledge: knowledge)
    places = answers.indices.flatMap { item in answers[item].indices.map { (item, $0) } }
  }

  /// The answers that a response may agree with, a slip or no slip, in the order of the list.
  func candidates(for response: ResponseForms) -> [(item: Int, key: PreparedKey)] {
    table.candidates(for: response, reach: .slips).map { place in
      (places[place].item, answers[places[place].item][places[place].answer])
    }
  }

  /// The forms of a piece of a response, for `candidates(for:)`.
  func forms(of typed: TypedAnswer, _ knowledge: Knowledge) -> ResponseForms {
    ResponseForms(typed, knowledge, longest: (table.longest, table.longestWord))
  }

  /// The forms of a response, for the candidates among the other answers too.
  func formsBesideOthers(of typed: TypedAnswer, _ knowledge: Knowledge) -> ResponseForms {
    let others = knowledge.others.longest
    return ResponseForms(
      typed, knowledge,
      longest: (max(table.longest, others.answer), max(table.longestWord, others.word)))
  }

  /// Where among some words answers may stand; nil where everything may be one.
  ///
  /// No run of at most `longest` words that holds none of these is an answer.
  func mayStand(in tokens: [Token], longest: Int, _ knowledge: Knowledge) -> [Range<Int>]? {
    guard !table.hasOpaque else { return nil }
    let isPlain = tokens.map { $0.kind == .word && !Vocabulary.mayCount($0.text) }
    let isKnown = tokens.map { $0.kind == .word && knowledge.knows($0.text) }
    var found: [Range<Int>] = []
    for start in tokens.indices {
      guard isPlain[start], !mayUse(tokens[start], isKnown: isKnown[start]) else {
        found.append(start..<start + 1)
        continue
      }
      var end = start + 2
      while end <= min(tokens.count, start + longest), isPlain[end - 1] {
        let areKnown = (start..<end).contains { isKnown[$0] && tokens[$0].text.utf8.count > 2 }
        if mayUse(joined: tokens[start..<end], areKnown: areKnown) {
          found.append(start..<end)
          break
        }
        end += 1
      }
    }
    return found
  }

  private func mayUse(_ token: Token, isKnown: Bool) -> Bool {
    var forms: [UInt64] = []
    AnswerForms.addForms(ofWord: token.text, to: &forms)
    return table.mayUse(AnswerForms.Spelling(token.text), forms, isKnown: isKnown)
  }

  /// Whether words run together, articles between them or not, may stand for an answer.
  private func mayUse(joined tokens: ArraySlice<Token>, areKnown: Bool) -> Bool {
    let texts = tokens.map(\.text)
    let content = texts.dropLast().filter { !Vocabulary.articles.contains($0) } + texts.suffix(1)
    for words in content.count == texts.count ? [texts] : [texts, content] {
      let text = words.joined()
      var forms: [UInt64] = []
      AnswerForms.addForms(ofJoined: text, to: &forms)
      if table.mayUse(
        joined: AnswerForms.Spelling(text), forms, areKnown: areKnown || words.count > 3)
      {
        return true
      }
    }
    return false
  }
}
