/// Orderings, matchings, cloze texts and chains.
extension ItemGrader {
  private func shown(_ count: Int, _ form: AskedForm) -> [Int] {
    guard form.order.count == count, Set(form.order) == Set(0..<count) else {
      return Array(0..<count)
    }
    return form.order
  }

  /// Steps by letters or texts; the longest run in the right order counts.
  func ordering(_ response: String, _ steps: [Accepted], _ form: AskedForm) -> Grading {
    let order = shown(steps.count, form)
    let texts = list(response, steps, need: nil, ordered: true)
    if texts.parts.contains(where: { if case .right = $0.state { true } else { false } }) {
      return .verdict(texts)
    }
    guard let places = LetterReader.places(response), places.count <= 2 * steps.count else {
      return .unreadable(reason: "type the letters in order, or the steps themselves")
    }
    if let beyond = places.first(where: { $0 >= steps.count }) {
      return .unreadable(reason: LetterReader.missing(beyond, of: steps.count, noun: "step"))
    }
    var given: [Int] = []
    for place in places where !given.contains(order[place]) { given.append(order[place]) }
    let run = ListGrader.longestRise(given)
    let credit = Double(run) / Double(max(1, steps.count))
    let parts =
      given.enumerated().map { place, index in
        VerdictPart(
          state: place == index ? .right(.correct) : .wrong, key: steps[place].key,
          typed: steps[index].key)
      }
      + steps.indices.dropFirst(given.count).map {
        VerdictPart(state: .missing, key: steps[$0].key, typed: nil)
      }
    return .verdict(Verdict(outcome: .of(credit), credit: credit, rule: .order, parts: parts))
  }

  /// Pairs as `1c 2a 3b`, or letters in the order of the rows.
  func matching(_ response: String, _ matching: Matching, _ form: AskedForm) -> Grading {
    let rights = matching.pairs.map(\.right) + matching.distractors
    let order = shown(rights.count, form)
    var chosen: [Int: Int] = [:]
    if let pairs = LetterReader.pairs(response) {
      for pair in pairs {
        guard (1...matching.pairs.count).contains(pair.row) else {
          return .unreadable(
            reason: "there is no row \(pair.row); there are \(matching.pairs.count)")
        }
        chosen[pair.row - 1] = pair.place
      }
    } else if let places = LetterReader.places(response), places.count <= matching.pairs.count {
      for (row, place) in places.enumerated() { chosen[row] = place }
    } else {
      return .unreadable(reason: "type pairs as 1c 2a 3b, or one letter a row")
    }
    if let beyond = chosen.values.filter({ $0 >= order.count }).min() {
      return .unreadable(reason: LetterReader.missing(beyond, of: order.count, noun: "answer"))
    }
    var right = 0
    let parts = matching.pairs.enumerated().map { row, pair -> VerdictPart in
      let key = pair.left.plain + " – " + pair.right.plain
      guard let place = chosen[row] else {
        return VerdictPart(state: .missing, key: key, typed: nil)
      }
      let typed = rights[order[place]].plain
      guard typed == pair.right.plain else {
        return VerdictPart(state: .wrong, key: key, typed: typed)
      }
      right += 1
      return VerdictPart(state: .right(.correct), key: key, typed: typed)
    }
    let credit = Double(right) / Double(max(1, matching.pairs.count))
    return .verdict(Verdict(outcome: .of(credit), credit: credit, rule: .pairs, parts: parts))
  }

  /// Gaps in reading order, or in any if the author says so.
  func cloze(_ response: String, _ gaps: [Accepted], anyOrder: Bool) -> Verdict {
    if gaps.count == 1 {
      return judge(0).judge(response).verdict(of: response, lexicon: pack.lexicon)
    }
    if anyOrder { return list(response, gaps, need: nil, ordered: false) }
    let given = pieces(of: response, count: gaps.count)
    var credit = 0.0
    var worst = Match.Level.same
    var parts: [VerdictPart] = []
    for (index, gap) in gaps.enumerated() {
      guard index < given.count, !given[index].isEmpty else {
        parts.append(VerdictPart(state: .missing, key: gap.key, typed: nil))
        continue
      }
      let verdict = judges[index].judge(given[index]).verdict(
        of: given[index], lexicon: pack.lexicon)
      if verdict.outcome.isRight {
        credit += 1
        worst = max(
          worst, verdict.outcome == .spelling ? .spelling : verdict.outcome == .form ? .form : .same
        )
        parts.append(
          VerdictPart(
            state: .right(verdict.outcome), key: gap.key, typed: given[index], slip: verdict.slip))
      } else {
        parts.append(VerdictPart(state: .wrong, key: gap.key, typed: given[index]))
      }
    }
    credit /= Double(max(1, gaps.count))
    var outcome = Verdict.Outcome.of(credit)
    if outcome == .correct, worst == .spelling { outcome = .spelling }
    if outcome == .correct, worst == .form { outcome = .form }
    return Verdict(outcome: outcome, credit: credit, rule: .gaps, parts: parts)
  }

  /// A response cut into as many pieces as there are gaps, by the first separator that does it.
  private func pieces(of response: String, count: Int) -> [String] {
    for mark: Set<Character> in [[";", "；", "\n"], ["|"], [",", "，", "、"], ["/"], [" "]] {
      let pieces = response.split(maxSplits: 60, omittingEmptySubsequences: mark == [" "]) {
        mark.contains($0)
      }
      .map { String($0).trimmedOfSpaces }
      if pieces.count == count || mark.contains(";") && pieces.count > 1 { return pieces }
    }
    return [response.trimmedOfSpaces]
  }

  /// A chain as it was asked: one link, or the order of all.
  func chain(_ response: String, _ links: [Accepted], _ form: AskedForm) -> Grading {
    let link: Int? =
      switch form.chain ?? .order {
      case .whatFollows(let shown): shown + 1
      case .whatLedTo(let shown): shown - 1
      case .missingLink(let hidden): hidden
      case .order: nil
      }
    guard let link else { return ordering(response, links, form) }
    guard links.indices.contains(link) else {
      return .unreadable(reason: "this chain has no such link")
    }
    let others = links.indices.filter { $0 != link }.flatMap { links[$0].all }.map {
      OtherAnswers.Other(text: $0, item: item.id)
    }
    let matcher = TextMatcher(
      knowledge: pack.knowledge(own: [links[link]], owner: item.id, loose: others),
      marking: item.marking)
    let judge = AnswerJudge(matcher: matcher, accepted: keys[link], aliases: prepared(aliases))
    return .verdict(judge.judge(response).verdict(of: response, lexicon: pack.lexicon))
  }
}
