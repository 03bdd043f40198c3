/// What is wrong with the keys of a pack, found by grading them.
package struct KeyFault: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// An accepted answer that the grader does not accept, and the rule that refused it.
    case keyRefused(answer: String, rule: GradingRule)
    /// An answer that the author rejects, and that is accepted all the same.
    case rejectedAccepted(answer: String)
    /// So near to another item's answer that a slip could turn one into the other.
    case tooNear(answer: String, other: String, of: ItemID)
  }

  package var item: ItemID
  package var kind: Kind
}

extension Grader {
  /// Grades every key, alias and rejected answer of a pack, in the order of its items.
  ///
  /// - Complexity: pairs of answers are compared only where they begin alike and are equally long.
  package func keyFaults(of pack: Pack) -> [KeyFault] {
    var faults: [KeyFault] = []
    var answers: [(text: String, item: ItemID)] = []
    for item in pack.items {
      for accepted in item.kind.singleAnswers {
        let judge = AnswerJudge(
          matcher: TextMatcher(knowledge: Knowledge(lexicon: lexicon), marking: item.marking),
          accepted: accepted.all)
        for answer in accepted.all {
          let match = judge.judge(answer).match
          // A key that is rejected by name is told with the name, below.
          if !match.level.isRight, match.rule != .rejected {
            faults.append(
              KeyFault(item: item.id, kind: .keyRefused(answer: answer, rule: match.rule)))
          }
          // Where spelling is exact no slip turns one answer into another.
          if item.marking.spelling != .exact { answers.append((answer, item.id)) }
        }
        // As if it were not rejected: a slip of the key may be refused on purpose, the key may not.
        var marking = item.marking
        marking.rejected = []
        let open = AnswerJudge(
          matcher: TextMatcher(knowledge: Knowledge(lexicon: lexicon), marking: marking),
          accepted: accepted.all)
        for answer in item.marking.rejected.flatMap(\.accepted.all)
        where open.judge(answer).match.level == .same {
          faults.append(KeyFault(item: item.id, kind: .rejectedAccepted(answer: answer)))
        }
      }
    }
    return faults + nearPairs(answers)
  }

  private func nearPairs(_ answers: [(text: String, item: ItemID)]) -> [KeyFault] {
    var faults: [KeyFault] = []
    var seen: Set<String> = []
    // An answer that both items accept is mixed up with nothing.
    var acceptedBy: [String: Set<ItemID>] = [:]
    for answer in answers { acceptedBy[answer.text, default: []].insert(answer.item) }
    let folded = answers.map { FoldedText($0.text, lexicon: lexicon, limit: 64).scalars }
    for (index, one) in answers.enumerated()
    where folded[index].count >= 4 && folded[index].count < 40 {
      for (offset, other) in answers[(index + 1)...].enumerated()
      where other.item != one.item && acceptedBy[other.text]?.contains(one.item) != true
        && acceptedBy[one.text]?.contains(other.item) != true
      {
        let place = index + 1 + offset
        guard folded[index] != folded[place], abs(folded[index].count - folded[place].count) <= 2,
          !folded[index].contains(where: { $0.isASCIIDigit || $0.isHan })
        else { continue }
        let limit = Spelling.acceptedDistance(length: min(folded[index].count, folded[place].count))
        guard Spelling.distance(folded[index], folded[place], limit: limit) != nil,
          WordForms.canonical(one.text.lowercased())
            != WordForms.canonical(other.text.lowercased()),
          seen.insert(one.text + "\u{0}" + other.text).inserted
        else { continue }
        faults.append(
          KeyFault(
            item: one.item,
            kind: .tooNear(answer: one.text, other: other.text, of: other.item)))
      }
    }
    return faults
  }
}
