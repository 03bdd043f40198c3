/// Choice, selection and true-false: by letter or by the option's text.
extension ItemGrader {
  /// The author's index of each displayed place.
  private func shown(_ count: Int, _ form: AskedForm) -> [Int] {
    let order = form.order
    guard order.count == count, Set(order) == Set(0..<count) else { return Array(0..<count) }
    return order
  }

  func choice(_ response: String, _ options: [Option], key: Int, _ form: AskedForm) -> Grading {
    let order = shown(options.count, form)
    guard options.indices.contains(key) else { return .unreadable(reason: "this item has no key") }
    let picked: Int
    if let place = LetterReader.singleLetter(response) {
      guard place < order.count else {
        return .unreadable(reason: LetterReader.missing(place, of: order.count, noun: "option"))
      }
      picked = order[place]
    } else if let index = option(named: response) {
      picked = index
    } else {
      return .unreadable(
        reason:
          "type a letter from a to \(LetterReader.letter(order.count - 1)), or an option's text")
    }
    let text = options[key].text.plain
    guard picked != key else {
      return .verdict(
        Verdict(
          outcome: .correct, credit: 1, rule: .option, matched: text,
          feedback: options[key].feedback))
    }
    return .verdict(
      Verdict(
        outcome: .wrong, credit: 0, rule: .option,
        confusion: Confusion(answer: options[picked].text.plain, item: nil),
        feedback: options[picked].feedback))
  }

  /// The one option whose text a response is; nil for none or more than one.
  private func option(named response: String) -> Int? {
    let matcher = pack.plainMatcher
    let plain = response.trimmedOfSpaces
    if let exact = options.firstIndex(where: { $0.text == plain }) { return exact }
    let typed = matcher.typed(response)
    var best: (index: Int, match: Match)?
    var isTied = false
    for (index, option) in options.enumerated() {
      let match = matcher.match(typed, with: option, givingReason: false)
      guard match.level < .close else { continue }
      if let found = best {
        if match.isBetter(than: found.match) {
          best = (index, match)
          isTied = false
        } else if !found.match.isBetter(than: match) {
          isTied = true
        }
      } else {
        best = (index, match)
      }
    }
    return isTied ? nil : best?.index
  }

  func selection(_ response: String, _ options: [Option], keys: [Int], _ form: AskedForm) -> Grading
  {
    let order = shown(options.count, form)
    var picked: [Int] = []
    switch selected(response, options, order) {
    case .success(let indices): picked = indices
    case .failure(let reason): return .unreadable(reason: reason.text)
    }
    let hits = picked.filter(keys.contains)
    let wrong = picked.count - hits.count
    let credit = keys.isEmpty ? 0 : max(0, Double(hits.count - wrong) / Double(keys.count))
    var parts = options.indices.compactMap { index -> VerdictPart? in
      let text = options[index].text.plain
      guard keys.contains(index) else { return nil }
      return picked.contains(index)
        ? VerdictPart(state: .right(.correct), key: text, typed: text)
        : VerdictPart(state: .missing, key: text, typed: nil)
    }
    for index in picked where !keys.contains(index) {
      parts.append(VerdictPart(state: .extra, key: nil, typed: options[index].text.plain))
    }
    let feedback = picked.first { !keys.contains($0) && options[$0].feedback != nil }
    return .verdict(
      Verdict(
        outcome: .of(credit), credit: credit, rule: .options, parts: parts,
        feedback: feedback.flatMap { options[$0].feedback }))
  }

  private struct Reason: Error { var text: String }

  private func selected(_ response: String, _ options: [Option], _ order: [Int]) -> Result<
    [Int], Reason
  > {
    let reason = Reason(
      text: "type letters from a to \(LetterReader.letter(order.count - 1)), or the options' texts")
    let isOptionText = option(named: response) != nil
    if let places = LetterReader.places(response),
      !isOptionText || places.allSatisfy({ $0 < order.count })
    {
      if let beyond = places.first(where: { $0 >= order.count }) {
        return .failure(
          places.count > 3 && places.count > order.count
            ? reason : Reason(text: LetterReader.missing(beyond, of: order.count, noun: "option")))
      }
      return .success(unique(places.map { order[$0] }))
    }
    if let single = option(named: response) { return .success([single]) }
    let knowledge = pack.plainKnowledge
    let protected = ProtectedAnswers(options.map(\.text.plain), knowledge: knowledge)
    let parts = ListSplitter(protected: [protected], knowledge: knowledge).parts(of: response)
    var picked: [Int] = []
    for part in parts {
      guard let index = option(named: part.text) else { return .failure(reason) }
      picked.append(index)
    }
    return picked.isEmpty ? .failure(reason) : .success(unique(picked))
  }

  private func unique(_ indices: [Int]) -> [Int] {
    indices.reduce(into: []) { found, index in if !found.contains(index) { found.append(index) } }
  }

  private static let yes: Set<String> = [
    "t", "true", "yes", "y", "correct", "right", "对", "是", "真",
  ]
  private static let no: Set<String> = [
    "f", "false", "no", "n", "incorrect", "wrong", "错", "不", "否", "假",
  ]

  func truth(_ response: String, key: Bool) -> Grading {
    let words = Phrase(response, lexicon: pack.lexicon).terms.map(\.surface).filter {
      !["it", "is", "its", "thats", "the", "statement", "i", "think"].contains($0)
    }
    guard words.count == 1, let only = words.first,
      Self.yes.contains(only) || Self.no.contains(only)
    else {
      if words == ["not", "true"] { return truthVerdict(false, key) }
      return .unreadable(reason: "answer true or false")
    }
    return truthVerdict(Self.yes.contains(only), key)
  }

  private func truthVerdict(_ given: Bool, _ key: Bool) -> Grading {
    // `Reject: false` with a `> why` under it is what a wrong answer is told.
    let rejected = item.marking.rejected.first {
      given != key && $0.accepted.all.contains(String(given))
    }
    return .verdict(
      Verdict(
        outcome: given == key ? .correct : .wrong, credit: given == key ? 1 : 0, rule: .truth,
        matched: given == key ? String(key) : nil, feedback: rejected?.feedback))
  }
}

extension Verdict.Outcome {
  /// The outcome of an answer of parts: all, some, or none of its credit.
  static func of(_ credit: Double) -> Verdict.Outcome {
    credit >= 0.9995 ? .correct : credit > 0.0005 ? .partial : .wrong
  }
}
