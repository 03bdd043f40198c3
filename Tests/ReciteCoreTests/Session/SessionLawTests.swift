import ReciteCore
import Support
import Testing

/// What holds for every sequence of events.
@Suite struct SessionLawTests {
  private static let responses = [
    "Harbin", "harbni", "哈尔滨", "a", "b", "q", "", "silt, ice", "silt; mud", "1927", "1927 km",
    "true", "maybe", "Dandong", "Dandng", "\u{1b}[2J", "x, y, z", "Yalu",
  ]

  private static func event(_ generator: inout SeededGenerator, at time: Timestamp) -> Event {
    switch generator.number(below: 20) {
    case 0..<11:
      return .answered(responses[generator.number(below: responses.count)], at: time)
    case 11..<18:
      let verbs = MetaCommand.Verb.allCases.filter { $0 != .quit }
      let arguments = ["", "1", "2", "99", "a note", "-1"]
      return .commanded(
        MetaCommand(
          verbs[generator.number(below: verbs.count)],
          arguments[generator.number(below: arguments.count)]), at: time)
    case 18: return .misread(word: "hnit", suggestion: "hint", at: time)
    default: return .elapsed(at: time)
    }
  }

  private static func modes(_ generator: inout SeededGenerator) -> SessionPlan.Mode {
    let modes: [SessionPlan.Mode] = [
      .study, .drill("cause"), .quiz(topic: nil), .mistakes, .cram,
    ]
    return modes[generator.number(below: modes.count)]
  }

  /// Plays random events; the clock may go back and leap over days.
  private static func play(seed: UInt64, events: Int = 40) -> Play {
    var generator = SeededGenerator(seed: seed)
    var play = Play(
      SessionFixture.session(
        modes(&generator), seed: seed, isUnattended: generator.number(below: 2) == 0,
        records: generator.number(below: 4) > 0))
    for _ in 0..<events {
      let seconds = [1, 5, 90, -30, 100_000][generator.number(below: 5)]
      play.give(after: Double(seconds)) { event(&generator, at: $0) }
    }
    return play
  }

  @Test("no sequence of events traps, and replaying it gives an equal session and equal effects")
  func replay() {
    forEverySeed(in: 1...300) { seed in
      let played = SessionLawTests.play(seed: seed)
      var generator = SeededGenerator(seed: seed)
      var again = SessionFixture.session(
        SessionLawTests.modes(&generator), seed: seed,
        isUnattended: generator.number(below: 2) == 0, records: generator.number(below: 4) > 0)
      var effects: [Effect] = []
      for event in played.events { effects += again.step(event) }
      guard again == played.session else { throw LawBroken("the sessions differ") }
      guard effects == played.effects else { throw LawBroken("the effects differ") }
    }
  }

  @Test("every record comes before the show of its verdict and the next question")
  func recordBeforeShow() {
    forEverySeed(in: 1...200) { seed in
      let played = SessionLawTests.play(seed: seed)
      var session = SessionFixture.session(
        played.session.plan.mode, seed: seed, isUnattended: played.session.plan.isUnattended,
        records: played.session.plan.records)
      for event in played.events {
        let effects = session.step(event)
        let lastRecord = effects.lastIndex { if case .record = $0 { true } else { false } }
        let firstAsk = effects.firstIndex { if case .ask = $0 { true } else { false } }
        let verdict = effects.firstIndex {
          if case .show(.verdict(let page)) = $0 { !page.isRetry } else { false }
        }
        if let lastRecord, let firstAsk, lastRecord > firstAsk {
          throw LawBroken("asked before recording: \(effects)")
        }
        guard let verdict, session.plan.records else { continue }
        guard effects[..<verdict].contains(where: { if case .record = $0 { true } else { false } })
        else { throw LawBroken("shown before recorded: \(effects)") }
      }
    }
  }

  @Test("what takes an answer's place is one change with its retraction, so that none is lost")
  func replacedTogether() {
    var replaced = 0
    forEverySeed(in: 1...200) { seed in
      let played = SessionLawTests.play(seed: seed)
      var session = SessionFixture.session(
        played.session.plan.mode, seed: seed, isUnattended: played.session.plan.isUnattended,
        records: played.session.plan.records)
      for event in played.events {
        let effects = session.step(event)
        let places = effects.indices.filter { index in
          guard case .record(let entry) = effects[index] else { return false }
          switch entry.action {
          case .review, .retraction, .alias, .claim: return true
          default: return false
          }
        }
        guard let first = places.first, let last = places.last, first < last else { continue }
        replaced += 1
        guard last - first + 1 == places.count else { throw LawBroken("apart: \(effects)") }
      }
    }
    #expect(replaced > 20)
  }

  @Test("undo after any answer gives an equal session, but for entry numbers")
  func undo() {
    forEverySeed(in: 1...200) { seed in
      var generator = SeededGenerator(seed: seed, "undo")
      var play = Play(SessionFixture.session(seed: seed))
      for _ in 0..<generator.number(below: 12) {
        play.give { SessionLawTests.event(&generator, at: $0) }
      }
      guard play.session.outcome == nil, play.asked != nil else { return }
      let before = play.session
      let answered = play.answer(
        SessionLawTests.responses[generator.number(below: SessionLawTests.responses.count)])
      guard let verdict = answered.verdict, !verdict.isRetry, play.session.outcome == nil
      else { return }
      play.command(.undo)
      guard play.session.withoutHistory(like: before) == before else {
        throw LawBroken("the sessions differ after undoing '\(verdict.response)'")
      }
      for (key, record) in before.progress.items {
        try requireEqual(play.session.progress.items[key], record, "the record of \(key)")
      }
      try requireEqual(
        play.session.progress.items.values.reduce(0) { $0 + $1.reviews.count },
        before.progress.items.values.reduce(0) { $0 + $1.reviews.count }, "reviews")
    }
  }

  @Test("the score is the fold of the verdicts of first answers")
  func score() {
    forEverySeed(in: 1...100) { seed in
      var generator = SeededGenerator(seed: seed, "score")
      var play = Play(SessionFixture.session(.quiz(topic: nil), seed: seed, isUnattended: true))
      var credit = 0.0
      var correct = 0
      var asked = 0
      while play.asked != nil {
        let effects = play.answer(
          SessionLawTests.responses[generator.number(below: SessionLawTests.responses.count)])
        guard let verdict = effects.verdict else { throw LawBroken("no verdict") }
        credit += verdict.credit
        correct += verdict.verdict.outcome.isRight ? 1 : 0
        asked += 1
      }
      try requireEqual(play.session.score.credit, credit, "credit")
      try requireEqual(play.session.score.correct, correct, "correct")
      try requireEqual(play.session.score.asked, asked, "asked")
      try requireEqual(asked, 6, "questions of a quiz")
    }
  }

  @Test("folding the records of a session gives its progress, cut wherever one likes")
  func fold() {
    forEverySeed(in: 1...100) { seed in
      let play = SessionLawTests.play(seed: seed)
      let cut = Int(seed) % (play.records.count + 1)
      var progress = Progress()
      for entry in play.records[..<cut] { progress.apply(entry, scheduler: Scheduler()) }
      for entry in play.records { progress.apply(entry, scheduler: Scheduler()) }
      guard progress == play.session.progress else { throw LawBroken("the folds differ") }
    }
  }
}

extension Session {
  /// The session with the learner's progress and the entry numbers of another one.
  fileprivate func withoutHistory(like other: Session) -> Session {
    var session = self
    session.resume(with: other.progress, nextEntry: other.nextEntry)
    return session
  }
}
