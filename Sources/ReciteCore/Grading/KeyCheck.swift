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
    let items = pack.items
    var answers: [(text: String, item: Int)] = []
    for (index, item) in items.enumerated() {
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
          if item.marking.spelling != .exact { answers.append((answer, index)) }
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
    return faults + nearPairs(answers, of: items)
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
    _ answers: [(text: String, item: Int)], of items: [Item]
  ) -> [KeyFault] {
    // An answer that both items accept is mixed up with nothing.
    var acceptedBy: [String: Set<Int>] = [:]
    for answer in answers { acceptedBy[answer.text, default: []].insert(answer.item) }
    let folded = answers.map { FoldedText($0.text, lexicon: lexicon, limit: 64).scalars }
    let words = folded.indices.filter { index in
      (4..<40).contains(folded[index].count)
        && !folded[index].contains { $0.isASCIIDigit || $0.isHan }
        && NumberWords.ordinals[answers[index].text.lowercased()] == nil
    }
    var near: [KeyFault.Pair] = []
    KeyFault.forEachPair(of: words, spelled: folded) { pair in
      let (length, otherLength) = (folded[pair.first].count, folded[pair.second].count)
      guard abs(length - otherLength) <= 2, folded[pair.first] != folded[pair.second],
        answers[pair.first].item != answers[pair.second].item,
        Spelling.distance(
          folded[pair.first], folded[pair.second],
          limit: Spelling.acceptedDistance(length: min(length, otherLength))) != nil
      else { return }
      near.append(pair)
    }
    // One pair of answers is told once, and of two items one pair, however many wordings they have.
    var asked = AskedWords(items)
    var toldTexts: Set<[String]> = []
    var toldItems: Set<[Int]> = []
    var faults: [KeyFault] = []
    for pair in near.sorted() {
      let (one, other) = (answers[pair.first], answers[pair.second])
      guard acceptedBy[other.text]?.contains(one.item) != true,
        acceptedBy[one.text]?.contains(other.item) != true, asked.areAlike(one.item, other.item)
      else { continue }
      let texts = [KeyFault.words(of: folded[pair.first]), KeyFault.words(of: folded[pair.second])]
      guard texts[0] != texts[1], toldTexts.insert(texts.sorted()).inserted,
        toldItems.insert([one.item, other.item]).inserted
      else { continue }
      faults.append(
        KeyFault(
          item: items[one.item].id,
          kind: .tooNear(answer: one.text, other: other.text, of: items[other.item].id)))
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

  /// Two answers by their numbers, the smaller one first.
  fileprivate struct Pair: Comparable {
    var first: Int
    var second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }

    static func < (one: Pair, other: Pair) -> Bool {
      (one.first, one.second) < (other.first, other.second)
    }
  }

  /// Visits the pairs to compare in any order, some of them twice.
  ///
  /// - Complexity: O(n²) for a pack of usual size, O(n log n) for a larger one.
  fileprivate static func forEachPair(
    of words: [Int], spelled: [[Unicode.Scalar]], _ compare: (Pair) -> Void
  ) {
    guard words.count > comparedWhole else {
      for place in words.indices {
        for other in words[(place + 1)...] { compare(Pair(words[place], other)) }
      }
      return
    }
    let forward = words.sorted { spelled[$0].lexicographicallyPrecedes(spelled[$1]) }
    let backward = words.sorted {
      spelled[$0].reversed().lexicographicallyPrecedes(spelled[$1].reversed())
    }
    for order in [forward, backward] {
      for place in order.indices {
        for other in order[(place + 1)...].prefix(comparedNeighbours) {
          compare(Pair(order[place], other))
        }
      }
    }
  }
}
