/// Changing one's mind about the last answer: undo, override, claim, easy.
///
/// History is never rewritten: a review that no longer counts is retracted, and stays so.
extension Session {
  /// Takes back the last answer and asks its question again; reaches to the session's start.
  mutating func undo(at: Timestamp) -> [Effect] {
    guard let last = log.popLast() else {
      return stage.asked == nil ? [.show(.notice(.nothingToUndo))] : say(.nothingToUndo)
    }
    var effects = retract(last, at: at)
    stage = last.before
    outcome = nil
    if let first = last.firstTry.first { effects += countAgain(first, at: at) }
    leftAt = nil
    effects.append(.show(.notice(.undone(last.page.key, response: last.page.response))))
    if stage.asked?.isSecondTry == true, let first = log.last {
      return effects + [.show(.verdict(first.page)), .ask(prompt)]
    }
    guard let asked = stage.asked else { return effects }
    return effects + [.show(.question(questionPage(for: asked))), .ask(prompt)]
  }

  /// True when an answer of this session can be taken back, also after its end.
  package var canUndo: Bool { !log.isEmpty && !(plan.isQuiz && outcome != nil) }

  /// Opens a finished session again at its last answer.
  package mutating func reopen(at: Timestamp) -> [Effect] {
    guard canUndo else { return [.show(.notice(.nothingToUndo))] }
    return undo(at: at)
  }

  mutating func retract(_ last: Answered, at: Timestamp) -> [Effect] {
    var effects: [Effect] = []
    if let review = last.review {
      effects.append(record(.retraction(review, of: last.page.key), at: at))
    }
    if let alias = last.alias {
      effects.append(record(.alias(last.page.key, alias, isAccepted: false), at: at))
    }
    return effects
  }

  /// `:right`: the last answer counts in full and is known from now on.
  mutating func override(at: Timestamp) -> [Effect] {
    guard let last = log.last else { return say(.nothingAnswered) }
    guard !last.page.response.trimmingBlanks().isEmpty else { return say(.noResponse) }
    guard !last.page.verdict.outcome.isRight, !last.page.response.trimmingBlanks().isEmpty else {
      return say(.notWrong)
    }
    let verdict = Verdict(
      outcome: .correct, credit: 1, rule: .override, matched: last.page.response)
    let alias = last.page.item.kind.takesAliases ? last.page.response.trimmingBlanks() : nil
    return revise(
      last, verdict: verdict, alias: alias, saying: .overridden(response: last.page.response),
      at: at)
  }

  /// `:easy`: the last answer, right at once, rests longer.
  mutating func rateEasy(at: Timestamp) -> [Effect] {
    guard let last = log.last else { return say(.nothingAnswered) }
    guard last.page.rating == .good else { return say(.notRight) }
    return revise(last, verdict: last.page.verdict, rating: .easy, at: at)
  }

  /// `:claim N`: the learner did make point N, whatever the grader found.
  mutating func claim(_ argument: String, at: Timestamp) -> [Effect] {
    guard let last = log.last else { return say(.nothingAnswered) }
    guard case .open(let rubric) = last.page.item.kind else { return say(.noPoints) }
    guard let number = Int(argument), rubric.points.indices.contains(number - 1),
      last.page.verdict.parts.indices.contains(number - 1)
    else { return say(.noSuchPoint(Int(argument) ?? 0, of: rubric.points.count)) }
    var verdict = last.page.verdict
    guard verdict.parts[number - 1].state == .missing else { return say(.notWrong) }
    verdict.parts[number - 1].state = .claimed
    let met = rubric.points.indices.map { verdict.parts[$0].state != .missing }
    verdict.credit = rubric.credit(met: met)
    verdict.outcome = verdict.credit >= 1 ? .correct : .partial
    verdict.rule = .override
    let claimed = rubric.points.indices.filter { verdict.parts[$0].state == .claimed }
    return revise(
      last, verdict: verdict,
      action: .claim(last.page.key, points: claimed.map { $0 + 1 }, response: last.page.response),
      saying: .claimed(point: number, credit: verdict.credit), at: at)
  }

  /// Puts another verdict or rating in the place of the last one.
  private mutating func revise(
    _ last: Answered, verdict: Verdict, rating: Rating? = nil, alias: String? = nil,
    action: JournalEntry.Action? = nil, saying notice: Notice? = nil, at: Timestamp
  ) -> [Effect] {
    var effects = retract(last, at: at)
    var page = last.page
    page.verdict = verdict
    page.credit = credit(verdict.credit, afterHints: page.hints)
    page.rating =
      rating
      ?? Rating(
        credit: page.credit, outcome: verdict.outcome, hints: page.hints,
        hadRetry: last.asked.hadRetry)
    page.returns = page.rating == .again && !plan.isQuiz
    if let day = future(of: page.key, rated: page.rating, at: page.at).state.reviewed?.due {
      page.due = day
    }
    if plan.records {
      if let alias {
        effects.append(record(.alias(page.key, alias, isAccepted: true), at: at))
      }
      if let action { effects.append(record(action, at: at)) }
    }
    let review = record(&page, retries: last.asked.retries, into: &effects, at: at)
    log[log.count - 1] = Answered(
      page: page, isReturn: last.isReturn, review: review, alias: plan.records ? alias : nil,
      before: last.before, asked: last.asked, firstTry: last.firstTry)
    effects.append(.show(.notice(notice ?? .ratedEasy(due: page.due, today: page.today))))
    return effects + goOn(after: last, returns: page.returns, at: at)
  }

  /// Goes on with the question on the screen, unless it was the return that is no longer needed.
  private mutating func goOn(after last: Answered, returns: Bool, at: Timestamp) -> [Effect] {
    if !returns { stage.returning.removeAll { $0.entry == last.asked.entry } }
    if stage.asked?.isSecondTry == true {
      return log.last?.page.lacksPoints == true ? [.ask(prompt)] : decline(at: at)
    }
    guard !returns else { return [.ask(prompt)] }
    if let asked = stage.asked, asked.isReturn, asked.entry == last.asked.entry {
      stage.asked = nil
      return askNext(at: at)
    }
    return [.ask(prompt)]
  }
}

extension ItemKind {
  /// True where one typed phrase is the answer, so that another can stand beside it.
  fileprivate var takesAliases: Bool {
    switch self {
    case .text, .number, .map: true
    case .choice, .selection, .trueFalse, .list, .ordering, .matching, .cloze, .chain, .open: false
    }
  }
}

extension Session {
  /// Leaves the learner's progress to another owner once the session has ended.
  package mutating func forgetProgress() { progress = Progress() }

  /// Takes the progress back, to go on after an end.
  package mutating func resume(with progress: Progress, nextEntry: EntryID) {
    self.progress = progress
    self.nextEntry = nextEntry
  }
}
