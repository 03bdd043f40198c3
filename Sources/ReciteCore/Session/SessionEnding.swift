/// How a session ends: the score, what was missed, what comes back when.
extension Session {
  /// How many items have no answer yet.
  var unansweredCount: Int {
    max(0, total - log.count { !$0.isReturn })
  }

  /// Questions still to come: new to the session, missed ones that return, and the one on the screen.
  var toCome: Int {
    max(0, total - stage.position) + stage.returning.count
      + (stage.asked == nil && leftAt == nil ? 0 : 1)
  }

  /// Items that were to be asked and have no answer yet, in the order of the queue.
  private var unanswered: [Course.Entry] {
    let answered = Set(log.map(\.asked.entry))
    return (stage.queue?.order ?? []).filter { !answered.contains($0.place) }
      .map { course.entries[$0.place] }
  }

  /// True when the learner left it, so that it can go on; a clock that runs is not stopped.
  package var canGoOn: Bool {
    outcome?.reason == .left && leftAt != nil && plan.timeLimit == nil
  }

  /// Takes up a session that was left, with the question that was on the screen.
  package mutating func goOn(at: Timestamp) -> [Effect] {
    guard canGoOn, var asked = leftAt else { return [] }
    outcome = nil
    leftAt = nil
    asked.at = at
    stage.asked = asked
    return [.show(.question(questionPage(for: asked))), .ask(prompt)]
  }

  mutating func leave(at: Timestamp) -> [Effect] {
    leftAt = stage.asked
    let notice = Notice.left(answered: log.count, recorded: plan.records)
    return keptBack + [.show(.notice(notice))] + finish(.left, at: at)
  }

  mutating func timeUp(at: Timestamp) -> [Effect] {
    [.show(.notice(.timeUp(unanswered: unansweredCount)))] + finish(.timeUp, at: at)
  }

  mutating func finish(_ reason: Outcome.Reason, at: Timestamp) -> [Effect] {
    stage.asked = nil
    var total = score
    if plan.isQuiz, reason == .timeUp {
      // A test asks for an answer in the time there is: what was not reached earns nothing.
      for entry in unanswered {
        total.count(.wrong, credit: 0, topic: entry.item.topic)
      }
    }
    let isScored = plan.isQuiz && total.asked > 0
    let outcome = Outcome(
      reason: reason, score: total,
      passed: isScored ? plan.passMark.map { total.share >= $0 - 1e-9 } : nil,
      unanswered: unansweredCount, isQuiz: plan.isQuiz)
    self.outcome = outcome
    var effects: [Effect] = []
    if plan.records, isScored, reason == .completed || reason == .timeUp {
      effects.append(record(.run(quizRun(total, passed: outcome.passed)), at: at))
    }
    if total.asked > 0 { effects.append(.show(.summary(summary(outcome, at: at)))) }
    return effects + [.finish(outcome)]
  }

  private func quizRun(_ score: Score, passed: Bool?) -> QuizRun {
    QuizRun(
      packs: course.packs.map(\.id).sorted(), seed: plan.seed, asked: score.asked,
      correct: score.correct, credit: score.credit, passed: passed)
  }

  private func summary(_ outcome: Outcome, at: Timestamp) -> SummaryPage {
    let misses = log.filter { !$0.isReturn && $0.page.rating == .again }.map { answered in
      SummaryPage.Miss(
        key: answered.page.key, stem: answered.page.item.stem.first?.plain ?? "",
        response: answered.page.response, keyText: answered.page.keyText,
        rule: answered.page.verdict.rule)
    }
    return SummaryPage(
      outcome: outcome, misses: misses, returns: plan.records ? returnDays() : [],
      today: scheduler.day(of: at), seed: plan.seed, passMark: plan.passMark,
      habit: plan.records && !plan.isUnattended
        ? Habit(
          of: progress.items.values, on: scheduler.day(of: at), goal: plan.goal,
          rollover: scheduler.rollover) : nil)
  }

  private func returnDays() -> [DayCount] {
    var counts: [Day: Int] = [:]
    for answered in log where !answered.isReturn {
      if let day = progress.dueDay(of: answered.page.key, scheduler) {
        counts[day, default: 0] += 1
      }
    }
    return counts.map { DayCount(day: $0.key, count: $0.value) }.sorted { $0.day < $1.day }
  }
}
