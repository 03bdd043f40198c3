/// Decides when an item is asked again: FSRS-6, learning steps, study days and fuzz.
///
/// Everything it knows from outside is passed in, so that the schedule can be rebuilt from reviews.
package struct Scheduler: Equatable, Sendable {
  package enum Mode: Equatable, Sendable {
    /// Days are study days and dues are days; fuzz, hard < good < easy, and a cap on stability.
    ///
    /// Two reviews at 9:00 on Monday and 8:55 on Tuesday lie one day apart, as a learner would say.
    case product
    /// What py-fsrs does without fuzz: days are 24 hours, dues are instants, nothing is capped.
    case conformance
  }

  package let mode: Mode
  /// The memory model; its weights are `model.parameters`.
  package let model: FSRS
  /// The probability of recall, within 0.01...0.999, at which an item falls due.
  package let desiredRetention: Double
  /// Seconds, each above 0; none by default, since a missed item returns within the session anyway.
  package let learningSteps: [Int]
  /// Seconds, each above 0; none by default.
  package let relearningSteps: [Int]
  /// No interval is longer, in days; 1...36500.
  package let maximumInterval: Int
  /// Stretches all intervals of the product, 0.25...4.
  ///
  /// 1 unless the learner's own answers say otherwise (`Calibration`). Memories are what the model
  /// says, whatever this is.
  package let intervalScale: Double
  package let rollover: Rollover

  /// A scheduler with these settings, each held within its bounds.
  ///
  /// In product mode steps of half a day and more are left out: they would put Hard after Good.
  package init(
    mode: Mode = .product, parameters: FSRSParameters = .standard, desiredRetention: Double = 0.9,
    learningSteps: [Int] = [], relearningSteps: [Int] = [], maximumInterval: Int = 36_500,
    intervalScale: Double = 1, rollover: Rollover = .standard
  ) {
    let longestStep = mode == .product ? 43_199 : Int.max
    self.mode = mode
    model = FSRS(
      parameters: parameters,
      stabilityCap: mode == .product ? FSRS.longestStability : .infinity)
    self.desiredRetention = desiredRetention.clamped(to: 0.01...0.999)
    self.learningSteps = learningSteps.filter { $0 > 0 && $0 <= longestStep }
    self.relearningSteps = relearningSteps.filter { $0 > 0 && $0 <= longestStep }
    self.maximumInterval = min(36_500, max(1, maximumInterval))
    self.intervalScale = intervalScale.isNaN ? 1 : intervalScale.clamped(to: Calibration.scales)
    self.rollover = rollover
  }

  /// The study day of a moment.
  package func day(of moment: Timestamp) -> Day { moment.studyDay(rollover: rollover) }

  /// The probability, 0...1, that an item is recalled at a moment; nil while it is new.
  package func retrievability(of state: CardState, at moment: Timestamp) -> Double? {
    guard let card = state.reviewed else { return nil }
    return model.retrievability(of: card.memory, after: elapsedDays(since: card, at: moment))
  }

  /// True once an item may be asked again; always false while it is new.
  package func isDue(_ state: CardState, at moment: Timestamp) -> Bool {
    switch state.reviewed?.due {
    case nil: false
    case .day(let day): day <= self.day(of: moment)
    case .instant(let instant): instant <= moment.instant
    }
  }

  /// What each rating would make of an item reviewed at `moment`.
  ///
  /// `load` says how many items are due on a day already; it is asked for days of the fuzz ranges.
  package func futures(
    of state: CardState, item: ItemKey, at moment: Timestamp, load: (Day) -> Int
  ) -> Futures {
    let memories = RatingTable { memory(after: $0, of: state, at: moment) }
    let steps = RatingTable { step(after: $0, from: state) }
    let intervals = intervals(
      for: memories, steps: steps, item: item, reviews: state.reviewed?.reviews ?? 0,
      from: day(of: moment), load: load)
    return Futures { rating in
      let days = intervals[rating]
      return Future(
        state: next(
          state, rating, memory: memories[rating], step: steps[rating], days: days, at: moment),
        days: days)
    }
  }

  /// The state that a recorded review left, whatever load and fuzz chose the day of its due.
  package func state(after review: Review, from state: CardState) -> CardState {
    let memory = memory(after: review.rating, of: state, at: review.at)
    var step = step(after: review.rating, from: state)
    var days = Int(review.scheduledDays)
    if days > 0 {
      // Steps may have been set since; the review says that this one was given a day.
      step = .graduates
    } else if step == .graduates {
      days = roundedInterval(of: memory)
    }
    return next(state, review.rating, memory: memory, step: step, days: days, at: review.at)
  }

  /// The state that reviews of one item, oldest first, lead to.
  package func replay(_ reviews: [Review]) -> CardState {
    reviews.reduce(.new) { state(after: $1, from: $0) }
  }
}

/// What one rating would make of an item.
package struct Future: Equatable, Sendable {
  package var state: CardState
  /// Days from today's to the due day, at least 1; 0 for a learning step within the day.
  package var days: Int
}

/// What each of the four ratings would make of an item, known before the answer is.
package typealias Futures = RatingTable<Future>

/// One value for each rating.
package struct RatingTable<Value> {
  package var again: Value
  package var hard: Value
  package var good: Value
  package var easy: Value

  /// The values that `value` gives, asked in the order again, hard, good, easy.
  package init(_ value: (Rating) -> Value) {
    again = value(.again)
    hard = value(.hard)
    good = value(.good)
    easy = value(.easy)
  }

  package subscript(rating: Rating) -> Value {
    get {
      switch rating {
      case .again: again
      case .hard: hard
      case .good: good
      case .easy: easy
      }
    }
    set {
      switch rating {
      case .again: again = newValue
      case .hard: hard = newValue
      case .good: good = newValue
      case .easy: easy = newValue
      }
    }
  }
}

extension RatingTable: Equatable where Value: Equatable {}
extension RatingTable: Sendable where Value: Sendable {}

// MARK: - One review

extension Scheduler {
  /// Where a rating leads within the steps.
  enum Step: Equatable {
    case waits(seconds: Double, step: Int, isRelearning: Bool)
    /// To (or on with) long intervals.
    case graduates
  }

  fileprivate func memory(
    after rating: Rating, of state: CardState, at moment: Timestamp
  ) -> Memory {
    guard let card = state.reviewed else { return model.trace(afterFirst: rating) }
    let elapsed = elapsedDays(since: card, at: moment)
    return model.trace(after: rating, elapsed: elapsed, of: card.memory)
  }

  /// Whole days since the last review; negative when the clock or the zone went back.
  func elapsedDays(since card: ReviewedCard, at moment: Timestamp) -> Double {
    switch mode {
    case .product: return Double(day(of: moment).days(since: day(of: card.lastReview)))
    case .conformance:
      let elapsed = moment.instant.milliseconds(since: card.lastReview.instant)
      return (Double(elapsed) / 86_400_000).rounded(.down)
    }
  }

  fileprivate func step(after rating: Rating, from state: CardState) -> Step {
    switch state {
    case .new: step(after: rating, at: 0, of: learningSteps, isRelearning: false)
    case .learning(let step, _):
      self.step(after: rating, at: step, of: learningSteps, isRelearning: false)
    case .relearning(let step, _):
      self.step(after: rating, at: step, of: relearningSteps, isRelearning: true)
    case .review:
      rating == .again
        ? step(after: .again, at: 0, of: relearningSteps, isRelearning: true) : .graduates
    }
  }

  /// - Source: py-fsrs 6.3.2 `review_card`; a step beyond the last is possible when the settings
  ///   changed since.
  private func step(
    after rating: Rating, at step: Int, of steps: [Int], isRelearning: Bool
  ) -> Step {
    let index = max(0, step)
    guard let first = steps.first, index < steps.count || rating == .again else {
      return .graduates
    }
    switch rating {
    case .again: return .waits(seconds: Double(first), step: 0, isRelearning: isRelearning)
    case .hard:
      let seconds =
        index > 0
        ? Double(steps[index])
        : steps.count == 1 ? 1.5 * Double(first) : (Double(first) + Double(steps[1])) / 2
      return .waits(seconds: seconds, step: index, isRelearning: isRelearning)
    case .good:
      guard index + 1 < steps.count else { return .graduates }
      return .waits(seconds: Double(steps[index + 1]), step: index + 1, isRelearning: isRelearning)
    case .easy: return .graduates
    }
  }

  fileprivate func next(
    _ state: CardState, _ rating: Rating, memory: Memory, step: Step, days: Int,
    at moment: Timestamp
  ) -> CardState {
    var card = ReviewedCard(
      memory: memory, due: due(in: days, from: moment), lastReview: moment,
      reviews: (state.reviewed?.reviews ?? 0) &+ 1, lapses: state.reviewed?.lapses ?? 0)
    if rating == .again, isForgotten(state, at: moment) { card.lapses &+= 1 }
    switch step {
    case .graduates: return .review(card)
    case .waits(let seconds, let step, let isRelearning):
      card.due = .instant(moment.instant.advanced(bySeconds: seconds))
      return isRelearning ? .relearning(step: step, card) : .learning(step: step, card)
    }
  }

  /// True where Again is a lapse: something learned was forgotten over days.
  ///
  /// A miss when the item returns in the same session is part of the same lapse; otherwise one bad
  /// evening would make a leech.
  private func isForgotten(_ state: CardState, at moment: Timestamp) -> Bool {
    guard case .review(let card) = state else { return false }
    return elapsedDays(since: card, at: moment) >= 1
  }

  private func due(in days: Int, from moment: Timestamp) -> Due {
    switch mode {
    case .product: .day(day(of: moment).advanced(by: days))
    case .conformance: .instant(moment.instant.advanced(bySeconds: Double(days) * 86_400))
    }
  }
}
