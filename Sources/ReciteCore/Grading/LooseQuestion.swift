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
      let matcher = matcher(others, without: accepted, marking: marking)
      return AnswerJudge(matcher: matcher, accepted: accepted).judge(response).verdict(
        of: response, lexicon: lexicon)
    case .list(let items, let need, let isOrdered, let others):
      let matcher = matcher(others, without: items.flatMap(\.all))
      let keys = items.map { $0.all.map(matcher.prepared) }
      return ListGrader(
        matcher: matcher, items: items, keys: ListKeys(keys, knowledge: matcher.knowledge),
        need: need, isOrdered: isOrdered,
        protected: [
          ProtectedAnswers(items.flatMap(\.all) + others, knowledge: matcher.knowledge)
        ]
      ).grade(response)
    case .open(let rubric):
      return PreparedRubric(rubric, knowledge: Knowledge(lexicon: lexicon)).verdict(response)
    }
  }

  private func matcher(
    _ others: [String], without own: [String], marking: Marking = Marking()
  ) -> TextMatcher {
    let loose = others.filter { !own.contains($0) }.map { OtherAnswers.Other(text: $0, item: nil) }
    var knowledge = Knowledge(lexicon: lexicon)
    knowledge.others = OtherAnswers(loose: loose, lexicon: lexicon)
    return TextMatcher(knowledge: knowledge, marking: marking)
  }
}
