/// Answers: graded, rated, recorded, shown, in this order.
extension Session {
  /// Grades a response to the question on the screen.
  mutating func answer(_ response: String, at: Timestamp) -> [Effect] {
    guard let asked = stage.asked else { return [] }
    let isBlank = response.trimmingBlanks().isEmpty
    if asked.isSecondTry { return isBlank ? decline(at: at) : add(response, to: asked, at: at) }
    if isBlank, !plan.isUnattended { return say(.emptyAnswer) }
    let entry = course.entries[asked.entry]
    let grading = grader.itemGrader(for: entry.item, of: entry.key.pack).grade(
      response, as: asked.form, aliases: progress.items[entry.key]?.aliases ?? [])
    if let word = doubted(response, grading, asked) {
      stage.asked?.doubted = word
      stage.asked?.retries += 1
      return say(.looksLikeCommand(word))
    }
    switch grading {
    case .unreadable(let reason):
      if plan.isUnattended {
        let verdict = Verdict(outcome: .wrong, credit: 0, rule: .unreadable)
        return settle(response, verdict, of: asked, at: at)
      }
      stage.asked?.retries += 1
      return say(.unreadable(reason: reason))
    case .verdict(let verdict) where verdict.outcome == .close:
      return close(response, verdict, of: asked, at: at)
    case .verdict(let verdict):
      return settle(response, verdict, of: asked, at: at)
    }
  }

  /// What people type who forget the colon; none of these is likely to be meant as an answer.
  private static let commandWords: Set<String> = [
    "quit", "exit", "bye", "q", "help", "?", "hint", "skip", "undo", "stats", ":q",
  ]

  /// The response where it looks like a command and is no right answer, the first time.
  private func doubted(_ response: String, _ grading: Grading, _ asked: Asked) -> String? {
    let word = response.trimmingBlanks().lowercased()
    guard !plan.isUnattended, Self.commandWords.contains(word), asked.doubted != word else {
      return nil
    }
    if case .verdict(let verdict) = grading, verdict.credit > 0 { return nil }
    return word
  }

  /// A close response is tried once more; where it cannot be, it earns half.
  private mutating func close(
    _ response: String, _ verdict: Verdict, of asked: Asked, at: Timestamp
  ) -> [Effect] {
    if plan.isQuiz || plan.isUnattended || asked.hadCloseTry {
      var settled = verdict
      settled.credit = 0.5
      return settle(response, settled, of: asked, at: at)
    }
    stage.asked?.hadCloseTry = true
    stage.asked?.retries += 1
    var page = verdictPage(response, verdict, of: asked, rating: .hard, at: at)
    page.isRetry = true
    return [.show(.verdict(page)), .ask(prompt)]
  }

  /// Makes a verdict final: records it, shows it, and goes on.
  mutating func settle(
    _ response: String, _ verdict: Verdict, of asked: Asked, at: Timestamp
  ) -> [Effect] {
    let before = stage
    let earned = credit(verdict.credit, afterHints: asked.hints)
    let rating = Rating(
      credit: earned, outcome: verdict.outcome, hints: asked.hints, hadRetry: asked.hadRetry)
    var page = verdictPage(response, verdict, of: asked, rating: rating, at: at)
    let isOffered = offersSecondTry(after: page)
    page.secondTry = isOffered ? .offered : nil
    var effects: [Effect] = []
    let review = record(&page, retries: asked.retries, into: &effects, at: at)
    stage.asked = nil
    if !asked.isReturn, let last = stage.last { stage.queue?.answer(last) }
    for index in stage.returning.indices { stage.returning[index].waits -= 1 }
    if page.returns {
      stage.returning.append(Return(entry: asked.entry, position: asked.position, waits: 3))
    }
    log.append(
      Answered(
        page: page, isReturn: asked.isReturn, review: review, before: before, asked: asked))
    effects.append(.show(.verdict(page)))
    guard isOffered else { return effects + askNext(at: at) }
    stage.asked = asked
    stage.asked?.isSecondTry = true
    return effects + [.ask(prompt)]
  }

  /// Everything that a verdict's page says, before it is recorded.
  func verdictPage(
    _ response: String, _ verdict: Verdict, of asked: Asked, rating: Rating, at: Timestamp
  ) -> VerdictPage {
    let entry = course.entries[asked.entry]
    let known = progress.items[entry.key]
    let duration = max(0, at.instant.milliseconds(since: asked.at.instant))
    return VerdictPage(
      sequence: log.count + 1, key: entry.key, item: entry.item, form: asked.form,
      response: response, verdict: verdict, credit: credit(verdict.credit, afterHints: asked.hints),
      hints: asked.hints, durationMilliseconds: Int(min(duration, Int64(UInt32.max))), at: at,
      rating: rating, due: future(of: entry.key, rated: rating, at: at).state.due(at: at),
      today: scheduler.day(of: at), isRecorded: plan.records,
      returns: rating == .again && !plan.isQuiz, isRetry: false,
      keyText: grader.keyText(of: entry.item, in: entry.key.pack, as: asked.form),
      sources: sourceLines(of: entry), isLeech: false,
      keyChanged: known.map { $0.card.reviewed != nil && $0.fingerprint != 0 } ?? false
        && known?.fingerprint != entry.item.keyFingerprint,
      passage: passageShown(with: entry), confidence: asked.confidence,
      confusedWith: question(confusedBy: verdict, at: entry))
  }

  /// The question whose key was given instead of this one's.
  private func question(confusedBy verdict: Verdict, at entry: Course.Entry) -> String? {
    guard let other = verdict.confusion?.item, other != entry.item.id else { return nil }
    return course.pack(of: entry).item(other)?.stem.first?.plain
  }

  /// What the author names as the passage of an open question; in a test nothing is taught.
  private func passageShown(with entry: Course.Entry) -> ReadingPage? {
    guard case .open = entry.item.kind, !plan.isQuiz, !entry.item.passages.isEmpty,
      case .reading(var page) = passage(of: entry)
    else { return nil }
    page.isExcerpt = true
    return page
  }

  func future(of key: ItemKey, rated rating: Rating, at: Timestamp) -> Future {
    let card = progress.items[key]?.card ?? .new
    return scheduler.futures(of: card, item: key, at: at) { load[$0, default: 0] }[rating]
  }

  /// Records the review of a page; nil where the session records nothing.
  ///
  /// Says in the page whether the item has become a leech.
  mutating func record(
    _ page: inout VerdictPage, retries: Int, into effects: inout [Effect], at: Timestamp
  ) -> EntryID? {
    guard plan.records, let mode = plan.mode.recorded else { return nil }
    let before = progress.items[page.key]?.card ?? .new
    let future = future(of: page.key, rated: page.rating, at: page.at)
    let review = Review(
      id: nextEntry, at: page.at, rating: page.rating, credit: page.credit,
      predictedRecall: scheduler.retrievability(of: before, at: page.at),
      durationMilliseconds: UInt32(clamping: page.durationMilliseconds), mode: mode,
      hints: UInt8(clamping: page.hints), retries: UInt8(clamping: retries),
      scheduledDays: UInt16(clamping: future.days), confidence: page.confidence)
    let isMissed = page.verdict.outcome == .wrong || page.verdict.outcome == .partial
    let missed = isMissed && !page.response.isEmpty ? String(page.response.prefix(1000)) : nil
    effects.append(
      record(
        .review(
          review, of: page.key, missed: missed, fingerprint: page.item.keyFingerprint), at: at))
    let after = progress.items[page.key]?.card ?? .new
    page.isLeech = (after.reviewed?.isLeech ?? false) && !(before.reviewed?.isLeech ?? false)
    return review.id
  }

  /// Makes the next journal entry of an action and counts it in.
  mutating func record(_ action: JournalEntry.Action, at: Timestamp) -> Effect {
    let entry = JournalEntry(id: nextEntry, at: at, action: action)
    nextEntry.number += 1
    let key = action.changedCard
    if let day = key.flatMap({ progress.dueDay(of: $0, scheduler) }) { changeLoad(of: day, by: -1) }
    progress.apply(entry, scheduler: scheduler)
    if let day = key.flatMap({ progress.dueDay(of: $0, scheduler) }) { changeLoad(of: day, by: 1) }
    return .record(entry)
  }

  /// A day without items has no entry, so that undoing leaves an equal table.
  private mutating func changeLoad(of day: Day, by change: Int) {
    let count = load[day, default: 0] + change
    load[day] = count == 0 ? nil : count
  }

  func sourceLines(of entry: Course.Entry) -> [SourceLine] {
    let documents = course.pack(of: entry).sources
    return entry.item.sources.map { reference in
      let title = documents.first { $0.id == reference.source }?.title
      return SourceLine(title: title ?? reference.source.rawValue, place: reference.place)
    }
  }
}

extension CardState {
  /// Due by this state; for a new card the day of `at` at once.
  fileprivate func due(at: Timestamp) -> Due { reviewed?.due ?? .instant(at.instant) }
}

extension JournalEntry.Action {
  /// The item whose card the action changes.
  fileprivate var changedCard: ItemKey? {
    switch self {
    case .review(_, let key, _, _), .retraction(_, let key): key
    case .reset, .alias, .claim, .flag, .suspension, .burial, .reading, .run: nil
    }
  }
}

extension Progress {
  /// The study day on which an item is due; nil while it is new.
  package func dueDay(of key: ItemKey, _ scheduler: Scheduler) -> Day? {
    guard let card = items[key]?.card.reviewed else { return nil }
    switch card.due {
    case .day(let day): return day
    case .instant(let instant):
      return scheduler.day(of: Timestamp(instant, zone: card.lastReview.zone))
    }
  }

  /// How many items are due on each day.
  package func dueCounts(_ scheduler: Scheduler) -> [Day: Int] {
    var counts: [Day: Int] = [:]
    for key in items.keys {
      if let day = dueDay(of: key, scheduler) { counts[day, default: 0] += 1 }
    }
    return counts
  }
}
