/// What is wrong with the keys of a pack, found by grading them.
package struct KeyFault: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// An accepted answer that the grader does not accept, and the rule that refused it.
    case keyRefused(answer: String, rule: GradingRule)
    /// An answer that the author rejects, and that is accepted all the same.
    case rejectedAccepted(answer: String)
    /// An open question's model answer that does not make this point.
    case modelLacks(point: String)
    /// So near to another item's answer that a slip could turn one into the other.
    case tooNear(answer: String, other: String, of: ItemID)
  }

  package var item: ItemID
  package var kind: Kind
}

extension Grader {
  /// Grades every key, alias and rejected answer of a pack, in the order of its items.
  ///
  /// - Complexity: O(n²) in the number of answers for a pack of usual size, O(n log n) for a larger one.
  package func keyFaults(of pack: Pack) -> [KeyFault] {
    var faults: [KeyFault] = []
    var answers: [(text: String, item: ItemID)] = []
    for item in pack.items {
      faults += modelFaults(of: item, in: pack)
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
    return faults + nearPairs(answers, asked: AskedWords(pack.items))
  }

  /// The points that a model answer would be told to lack.
  private func modelFaults(of item: Item, in pack: Pack) -> [KeyFault] {
    guard case .open(let rubric) = item.kind, !rubric.model.isEmpty,
      case .verdict(let verdict) = grade(
        rubric.model.map(\.plain).joined(separator: "\n"), for: item, of: pack.id, as: AskedForm()),
      verdict.credit < 1
    else { return [] }
    return verdict.parts.filter { $0.state == .missing }.map {
      KeyFault(item: item.id, kind: .modelLacks(point: $0.key ?? ""))
    }
  }

  private func nearPairs(
    _ answers: [(text: String, item: ItemID)], asked: AskedWords
  ) -> [KeyFault] {
    // One pair of answers is told once, and of two items one pair, however many wordings they have.
    var toldTexts: Set<[String]> = []
    var toldItems: Set<[ItemID]> = []
    // An answer that both items accept is mixed up with nothing.
    var acceptedBy: [String: Set<ItemID>] = [:]
    for answer in answers { acceptedBy[answer.text, default: []].insert(answer.item) }
    let folded = answers.map { FoldedText($0.text, lexicon: lexicon, limit: 64).scalars }
    let words = folded.indices.filter { index in
      (4..<40).contains(folded[index].count)
        && !folded[index].contains { $0.isASCIIDigit || $0.isHan }
        && NumberWords.ordinals[answers[index].text.lowercased()] == nil
    }
    var faults: [KeyFault] = []
    KeyFault.forEachPair(of: words, spelled: folded) { first, second in
      let (one, other) = (answers[first], answers[second])
      let (length, otherLength) = (folded[first].count, folded[second].count)
      guard one.item != other.item, abs(length - otherLength) <= 2, folded[first] != folded[second],
        Spelling.distance(
          folded[first], folded[second],
          limit: Spelling.acceptedDistance(length: min(length, otherLength))) != nil,
        acceptedBy[other.text]?.contains(one.item) != true,
        acceptedBy[one.text]?.contains(other.item) != true,
        asked.areAlike(one.item, other.item)
      else { return }
      let texts = [KeyFault.words(of: folded[first]), KeyFault.words(of: folded[second])]
      guard texts[0] != texts[1], toldTexts.insert(texts.sorted()).inserted,
        toldItems.insert([one.item, other.item]).inserted
      else { return }
      faults.append(
        KeyFault(
          item: one.item, kind: .tooNear(answer: one.text, other: other.text, of: other.item)))
    }
    return faults
  }
}

extension KeyFault {
  /// The letters of an answer, each word in the singular: spaces and hyphens make no other answer.
  fileprivate static func words(of folded: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(folded)).split { !$0.isLetter && !$0.isNumber }
      .map { WordForms.canonical(String($0)) }.joined()
  }

  /// So many answers are all compared with each other.
  private static let comparedWhole = 3000
  /// In a larger pack each answer is compared with so many that follow it among those that begin,
  /// or end, with the same letters.
  private static let comparedNeighbours = 64

  /// Visits the pairs to compare, in the order of the first and then of the second.
  ///
  /// - Complexity: O(n²) for a pack of usual size, O(n log n) for a larger one.
  fileprivate static func forEachPair(
    of words: [Int], spelled: [[Unicode.Scalar]], _ compare: (_ first: Int, _ second: Int) -> Void
  ) {
    guard words.count > comparedWhole else {
      for place in words.indices {
        for other in words[(place + 1)...] { compare(words[place], other) }
      }
      return
    }
    let forward = words.sorted { spelled[$0].lexicographicallyPrecedes(spelled[$1]) }
    let backward = words.sorted {
      spelled[$0].reversed().lexicographicallyPrecedes(spelled[$1].reversed())
    }
    var pairs: Set<[Int]> = []
    for order in [forward, backward] {
      for place in order.indices {
        for other in order[(place + 1)...].prefix(comparedNeighbours) {
          pairs.insert([min(order[place], other), max(order[place], other)])
        }
      }
    }
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) { compare(pair[0], pair[1]) }
  }
}
