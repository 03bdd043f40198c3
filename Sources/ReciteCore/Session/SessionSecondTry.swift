/// The second try at an open question: what the first answer lacks may be added.
///
/// The first answer is recorded before its verdict is shown, as every answer is. What is added makes
/// one answer of the two, which takes the first one's place and is rated as a retry.
extension Session {
  /// True where somebody is there to add what an open answer lacks; never in a test.
  func offersSecondTry(after page: VerdictPage) -> Bool {
    guard case .open = page.item.kind, !plan.isUnattended, !plan.isQuiz else { return false }
    return page.verdict.credit < 1 && page.lacksPoints && page.verdict.rule != .givenUp
  }

  /// Grades what was added; only the points that are missing are looked for.
  mutating func add(_ addition: String, to asked: Asked, at: Timestamp) -> [Effect] {
    guard let first = log.last else { return decline(at: at) }
    let before = stage
    let verdict = grader.itemGrader(for: first.page.item, of: first.page.key.pack).verdict(
      adding: addition, to: first.page.response, first.page.verdict)
    var effects = retract(first, at: at)
    log.removeLast()
    let rating = Rating(
      credit: max(first.page.credit, credit(verdict.credit, afterHints: asked.hints)),
      outcome: verdict.outcome, hints: asked.hints, hadRetry: true)
    var page = verdictPage(
      first.page.response + " / " + addition.trimmingBlanks(), verdict, of: asked, rating: rating,
      at: at)
    // A hint that helped with the rest does not take back what was earned without it.
    page.credit = max(page.credit, first.page.credit)
    page.secondTry = .taken
    let review = record(&page, retries: asked.retries + 1, into: &effects, at: at)
    stage.asked = nil
    if !page.returns { stage.returning.removeAll { $0.entry == asked.entry } }
    log.append(
      Answered(
        page: page, isReturn: asked.isReturn, review: review, before: before, asked: asked,
        firstTry: [first]))
    effects.append(.show(.verdict(page)))
    return effects + askNext(at: at)
  }

  /// Leaves the answer as it is: tells what was kept back, and goes on.
  mutating func decline(at: Timestamp) -> [Effect] {
    let rest = keptBack
    stage.asked = nil
    return rest + askNext(at: at)
  }

  /// What was not told while the second try was open.
  var keptBack: [Effect] {
    guard stage.asked?.isSecondTry == true, var page = log.last?.page else { return [] }
    page.secondTry = .declined
    return [.show(.verdict(page))]
  }

  /// Brings back the answer that a second try had taken the place of.
  mutating func countAgain(_ first: Answered, at: Timestamp) -> [Effect] {
    var effects: [Effect] = []
    var page = first.page
    let review = record(&page, retries: first.asked.retries, into: &effects, at: at)
    log.append(
      Answered(
        page: page, isReturn: first.isReturn, review: review, alias: first.alias,
        before: first.before, asked: first.asked, firstTry: first.firstTry))
    return effects
  }
}
