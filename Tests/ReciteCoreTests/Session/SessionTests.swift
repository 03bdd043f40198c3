import ReciteCore
import Testing

@Suite struct SessionTests {
  @Test("all right: every item is asked once, and the score is full")
  func allRight() throws {
    var play = Play(SessionFixture.session())
    var asked: [String] = []
    while let item = play.asked {
      asked.append(item)
      play.answerRightly()
    }
    #expect(asked.sorted() == SessionFixture.rightAnswers.keys.sorted())
    let outcome = try #require(play.session.outcome)
    #expect(outcome.reason == .completed)
    #expect(outcome.score.asked == 6)
    #expect(outcome.score.correct == 6)
    #expect(outcome.score.credit == 6)
    #expect(play.records.count == 6)
  }

  @Test("a missed item comes back after three others, and leaves once it is answered")
  func missedReturns() {
    var play = Play(SessionFixture.session())
    let missed = play.asked
    play.answer("nonsense that is wrong")
    if missed == "frozen" || missed == "length" || missed == "border" { return }
    for _ in 0..<3 {
      #expect(play.asked != missed)
      play.answerRightly()
    }
    #expect(play.asked == missed)
    play.answerRightly()
    while play.asked != nil {
      #expect(play.asked != missed)
      play.answerRightly()
    }
    #expect(play.session.score.asked == 6)
    #expect(play.session.score.correct == 5)
    #expect(play.records.count == 7)
  }

  @Test("a missed item comes back at once when nothing else is left")
  func lastReturnsAtOnce() {
    var play = Play(SessionFixture.session())
    for _ in 0..<5 { play.answerRightly() }
    let last = play.asked
    play.command(.show)
    #expect(play.asked == last)
    play.answerRightly()
    #expect(play.session.outcome?.reason == .completed)
  }

  @Test("each hint costs a quarter, and rates the answer hard")
  func hints() throws {
    var play = Play(SessionFixture.session())
    while play.asked != "capital" { play.answerRightly() }
    #expect(play.command(.hint).contains { if case .show(.hint) = $0 { true } else { false } })
    play.command(.hint)
    let verdict = try #require(play.answer("Harbin").verdict)
    #expect(verdict.credit == 0.5)
    #expect(verdict.hints == 2)
    #expect(verdict.rating == .hard)
  }

  @Test("hints never cost more than three quarters, and end")
  func allHints() throws {
    var play = Play(SessionFixture.session())
    while play.asked != "capital" { play.answerRightly() }
    for _ in 0..<4 { play.command(.hint) }
    #expect(play.command(.hint).notices == [.noMoreHints(given: 4)])
    let verdict = try #require(play.answer("Harbin").verdict)
    #expect(verdict.credit == 0.25)
    #expect(verdict.rating == .again)
  }

  @Test("an unreadable response is asked again on a terminal and touches no disk")
  func unreadableAttended() throws {
    var play = Play(SessionFixture.session())
    while play.asked != "border" { play.answerRightly() }
    let before = play.records.count
    play.answer("q")
    #expect(play.asked == "border")
    #expect(play.records.count == before)
    play.answerRightly()
    guard case .review(let review, _, _, _) = try #require(play.records.last).action else {
      Issue.record("the answer was not recorded")
      return
    }
    #expect(review.retries == 1)
    #expect(review.rating == .good)
  }

  @Test("an unreadable response is wrong in a script, so that one line is one item")
  func unreadableUnattended() throws {
    var play = Play(SessionFixture.session(.quiz(topic: nil), isUnattended: true))
    while play.asked != "border" { play.answerRightly() }
    let verdict = try #require(play.answer("q").verdict)
    #expect(verdict.verdict.rule == .unreadable)
    #expect(verdict.verdict.outcome == .wrong)
    #expect(play.asked != "border")
  }

  @Test("a quiz gives no hints, asks nothing twice, and says whether it was passed")
  func quiz() throws {
    var play = Play(SessionFixture.session(.quiz(topic: nil), passMark: 0.7))
    #expect(play.command(.hint).notices == [.notInQuiz(.hint)])
    var asked: [String] = []
    while let item = play.asked {
      asked.append(item)
      if asked.count <= 2 { play.command(.show) } else { play.answerRightly() }
    }
    #expect(Set(asked).count == 6)
    #expect(asked.count == 6)
    let outcome = try #require(play.session.outcome)
    #expect(outcome.score.credit == 4)
    #expect(outcome.passed == false)
    guard case .run(let run) = try #require(play.records.last).action else {
      Issue.record("the score was not recorded")
      return
    }
    #expect(run.asked == 6)
    #expect(run.passed == false)
  }

  @Test("a quiz is the same whatever is known of the learner")
  func quizIgnoresProgress() {
    var first = Play(SessionFixture.session(.study))
    while first.asked != nil { first.answerRightly() }
    var fresh = Play(SessionFixture.session(.quiz(topic: nil), seed: 5))
    var known = Play(
      SessionFixture.session(.quiz(topic: nil), seed: 5, progress: first.session.progress))
    while let asked = fresh.asked {
      #expect(known.asked == asked)
      fresh.answerRightly()
      known.answerRightly()
    }
  }

  @Test("a count above the pack's size asks all and says so")
  func countAboveSize() {
    let play = Play(SessionFixture.session(.quiz(topic: nil), count: 9))
    #expect(play.effects.notices == [.fewerThanAsked(wanted: 9, available: 6)])
  }

  @Test("when time is up, what was not reached earns nothing")
  func timeLimit() throws {
    var play = Play(SessionFixture.session(.quiz(topic: nil), timeLimit: 12))
    play.answerRightly()
    play.give { .elapsed(at: $0) }
    #expect(play.asked != nil)
    play.answerRightly()
    let outcome = try #require(play.session.outcome)
    #expect(outcome.reason == .timeUp)
    #expect(outcome.score.asked == 6)
    #expect(outcome.score.credit == 1)
  }

  @Test("an override counts the answer, remembers it, and undoing it leaves nothing behind")
  func override() throws {
    var play = Play(SessionFixture.session())
    while play.asked != "port" { play.answerRightly() }
    let key = ItemKey(pack: PackID("rivers"), item: ItemID("port"))
    play.answer("Antung")
    play.command(.right)
    #expect(play.session.progress.items[key]?.aliases == ["Antung"])
    #expect(play.session.progress.items[key]?.reviews.map(\.rating) == [.good])
    #expect(play.session.score.credit == Double(play.session.score.asked))
    play.command(.undo)
    #expect(play.asked == "port")
    #expect(play.session.progress.items[key]?.aliases ?? [] == [])
    #expect(play.session.progress.items[key]?.reviews ?? [] == [])
  }

  @Test("an easy answer rests longer than a good one")
  func easy() throws {
    var play = Play(SessionFixture.session())
    let good = try #require(play.answerRightly().verdict)
    let effects = play.command(.easy)
    guard case .ratedEasy(let due, _) = effects.notices.first,
      case .day(let easyDay) = due, case .day(let goodDay) = good.due
    else {
      Issue.record("the answer was not rated easy: \(effects)")
      return
    }
    #expect(easyDay > goodDay)
    #expect(play.session.score.asked == 1)
  }

  @Test("practice records nothing and says no due day")
  func practice() {
    var play = Play(SessionFixture.session(records: false))
    while play.asked != nil { play.answerRightly() }
    #expect(play.records.isEmpty)
    #expect(play.verdicts.allSatisfy { !$0.isRecorded })
    #expect(play.session.progress == Progress())
  }

  @Test("after a failed record the session says so and ends")
  func failedRecord() {
    var play = Play(SessionFixture.session())
    play.answerRightly()
    let effects = play.give { .recordFailed(reason: "no space left", at: $0) }
    #expect(effects.notices == [.notSaved(reason: "no space left")])
    #expect(play.session.outcome?.reason == .notSaved)
    #expect(play.answer("x").isEmpty)
  }

  @Test("an item whose key changed keeps its schedule and says so once")
  func keyChanged() throws {
    var first = Play(SessionFixture.session())
    while first.asked != nil { first.answerRightly() }
    var progress = first.session.progress
    let entries = first.records.count
    var changed = SessionFixture.pack
    changed.lessons[0].sections[2].items[1].kind = .text(Accepted("Andong"))
    func ask(after seconds: Double) throws -> VerdictPage {
      let session = Session(
        course: Course([changed]), plan: SessionPlan(mode: .drill("significance"), seed: 1),
        scheduler: Scheduler(), grader: Grader(lexicon: .empty, packs: [changed]),
        progress: progress, nextEntry: progress.nextEntry(of: SessionFixture.device))
      var play = Play(session, clock: seconds)
      while play.asked != "port" { play.answerRightly() }
      let verdict = try #require(play.answer("Andong").verdict)
      progress = play.session.progress
      return verdict
    }
    #expect(entries == 6)
    #expect(try ask(after: 1000).keyChanged)
    #expect(try ask(after: 2000).keyChanged == false)
  }
}
