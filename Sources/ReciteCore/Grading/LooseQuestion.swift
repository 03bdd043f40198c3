/// A question that stands in no pack: its key and nothing else, as `recite grade --jsonl` takes it.
package enum LooseQuestion: Equatable, Sendable {
  /// One answer; `others` are other answers of the same test, `rejected` known wrong ones.
  case answer(accepted: [String], others: [String], rejected: [String])
  case list([Accepted], need: Int?, isOrdered: Bool, others: [String])
  case open(Rubric)
}

extension Grader {
  /// Grades a response to a question that stands in no pack.
  package func grade(_ response: String, for question: LooseQuestion) -> Verdict {
    switch question {
    case .answer(let accepted, let others, let rejected):
      let marking = Marking(rejected: rejected.map { RejectedAnswer(Accepted($0)) })
      let loose = loose(others, without: accepted)
      let judge = AnswerJudge(
        matcher: matcher(loose, marking: marking), accepted: accepted, others: loose)
      return judge.judge(response).verdict(of: response, accepted: accepted, lexicon: lexicon)
    case .list(let items, let need, let isOrdered, let others):
      let loose = loose(others, without: items.flatMap(\.all))
      return ListGrader(
        matcher: matcher(loose, marking: Marking()), items: items, need: need,
        isOrdered: isOrdered, others: loose
      ).grade(response)
    case .open(let rubric):
      let knowledge = matcher([], marking: Marking()).knowledge
      return RubricGrader(knowledge: knowledge).verdict(response, rubric)
    }
  }

  private func loose(_ others: [String], without own: [String]) -> [AnswerJudge.Other] {
    others.filter { !own.contains($0) }.map { AnswerJudge.Other(text: $0, item: nil) }
  }

  private func matcher(_ others: [AnswerJudge.Other], marking: Marking) -> TextMatcher {
    var knowledge = Knowledge(lexicon: lexicon)
    knowledge.learnWords(of: others)
    return TextMatcher(knowledge: knowledge, marking: marking)
  }
}

extension Knowledge {
  /// Takes the words of other answers as known, so that none of them passes for a slip.
  mutating func learnWords(of others: [AnswerJudge.Other]) {
    for other in others where other.text.utf8.count <= 60 {
      let folded = FoldedText(other.text, lexicon: lexicon)
      for token in Tokenizer.tokens(of: folded, commaDecimals: false) where token.kind == .word {
        packWords.insert(token.text)
      }
    }
  }
}
