@testable import ReciteCore
import Testing

@Suite struct SecondTryTests {
  /// One open question with three points, and one question after it.
  private static let pack: Pack = {
    var pack = Pack(id: PackID("ports"), title: "Ports")
    func point(_ words: String..., weight: Int = 1) -> RubricPoint {
      RubricPoint(weight: weight, any: [Requirement(groups: [words])])
    }
    let open = Item(
      id: ItemID("port"), stem: [.paragraph(RichText("Why does a port matter?"))],
      kind: .open(
        Rubric(
          points: [point("trade"), point("guard*", "soldier*", weight: 2), point("news")],
          model: [RichText("It carries trade and news, and needs soldiers.")])))
    let other = Item(
      id: ItemID("ship"), stem: [.paragraph(RichText("What sails?"))],
      kind: .text(Accepted("a ship")))
    pack.lessons = [
      Lesson(
        title: RichText("Ports"),
        sections: [Section(title: nil, reading: [], items: [open, other])])
    ]
    return pack
  }()

  private static func play(
    _ mode: SessionPlan.Mode = .study, isUnattended: Bool = false, records: Bool = true
  ) -> Play {
    Play(
      Session(
        course: Course([pack]),
        plan: SessionPlan(mode: mode, seed: 1, records: records, isUnattended: isUnattended),
        scheduler: Scheduler(), grader: Grader(lexicon: .empty, packs: [pack]),
        progress: Progress(), nextEntry: EntryID(device: SessionFixture.device, number: 1)))
  }

  private static func reviews(_ play: Play) -> [Review] {
    play.session.progress.items[ItemKey(pack: pack.id, item: ItemID("port"))]?.reviews ?? []
  }

  private static func states(_ page: VerdictPage?) -> [VerdictPart.State] {
    page?.verdict.parts.map(\.state) ?? []
  }

  @Test("an open answer that lacks points is recorded, and what is missing may be added")
  func offered() throws {
    var play = Self.play()
    let effects = play.answer("It is good for trade.")
    let page = try #require(effects.verdict)
    #expect(page.secondTry == .offered)
    #expect(play.asked == "port")
    #expect(Self.reviews(play).map(\.rating) == [.again])
  }

  @Test("only the missing points are looked for, and the answer is rated as a retry")
  func taken() throws {
    var play = Self.play()
    play.answer("It is good for trade.")
    let page = try #require(play.answer("One needs soldiers, and it brings news.").verdict)
    #expect(page.secondTry == .taken)
    #expect(Self.states(page).allSatisfy { $0 == .right(.correct) })
    #expect(page.verdict.outcome == .correct && page.credit == 1)
    #expect(page.rating == .hard && !page.returns)
    #expect(Self.reviews(play).map(\.rating) == [.hard])
    #expect(Self.reviews(play).map(\.retries) == [1])
    #expect(play.asked == "ship")
    #expect(play.session.score.asked == 1 && play.session.score.credit == 1)
    // What came back within the session is no longer wanted.
    play.answer("a ship")
    #expect(play.session.outcome?.reason == .completed)
  }

  @Test("an empty line, :show and :skip leave the answer as it is and tell what was kept back")
  func declined() throws {
    let ways: [(inout Play) -> [Effect]] = [
      { $0.answer("  ") }, { $0.command(.show) }, { $0.command(.skip) },
    ]
    for decline in ways {
      var play = Self.play()
      play.answer("It is good for trade.")
      let page = try #require(decline(&play).verdict)
      #expect(page.secondTry == .declined)
      #expect(Self.states(page) == [.right(.correct), .missing, .missing])
      #expect(Self.reviews(play).map(\.creditThousandths) == [250])
      #expect(play.asked == "ship")
    }
  }

  @Test("leaving tells what was kept back")
  func left() throws {
    var play = Self.play()
    play.answer("It is good for trade.")
    #expect(play.command(.quit).verdict?.secondTry == .declined)
  }

  @Test("claiming the last missing point ends the second try")
  func claimed() throws {
    var play = Self.play()
    play.answer("Trade, and soldiers.")
    #expect(play.asked == "port")
    let page = try #require(play.command(.claim, "3").verdict)
    #expect(page.secondTry == .declined && page.verdict.parts[2].state == .claimed)
    #expect(play.asked == "ship")
    #expect(Self.reviews(play).map(\.credit) == [1])
  }

  @Test("a claimed point is not asked again")
  func claimedFirst() throws {
    var play = Self.play()
    play.answer("It is good for trade.")
    play.command(.claim, "3")
    let page = try #require(play.answer("There are soldiers.").verdict)
    #expect(Self.states(page) == [.right(.correct), .right(.correct), .claimed])
    #expect(page.rating == .hard)
  }

  @Test("undo takes back the second line first, then the answer")
  func undone() throws {
    var play = Self.play()
    let fresh = play.session
    play.answer("It is good for trade.")
    let offered = play.session
    play.answer("One needs soldiers.")
    play.command(.undo)
    #expect(play.session.stage == offered.stage)
    #expect(play.session.log.map(\.page) == offered.log.map(\.page))
    #expect(Self.reviews(play).map(\.creditThousandths) == [250])
    play.command(.undo)
    #expect(play.session.stage == fresh.stage && play.session.log.isEmpty)
    #expect(Self.reviews(play).isEmpty)
  }

  @Test("every record of a second try comes before it is shown")
  func order() throws {
    var play = Self.play()
    play.answer("It is good for trade.")
    let effects = play.answer("One needs soldiers.")
    let last = effects.lastIndex { if case .record = $0 { true } else { false } }
    let shown = effects.firstIndex { if case .show = $0 { true } else { false } }
    #expect(try #require(last) < #require(shown))
  }

  @Test("a hint that helps with the rest takes back nothing that was earned without it")
  func hinted() throws {
    var play = Self.play()
    play.answer("Trade, and soldiers.")
    let first = try #require(play.verdicts.last).credit
    let page = try #require(play.answer("I do not know.").verdict)
    #expect(page.credit == first && page.secondTry == .taken)
  }

  @Test("a script, a quiz, a right answer and a given-up one have no second try")
  func notOffered() throws {
    for var play in [Self.play(isUnattended: true), Self.play(.quiz(topic: nil))] {
      while play.asked == "ship" { play.answer("a ship") }
      #expect(play.answer("It is good for trade.").verdict?.secondTry == nil)
      #expect(play.asked != "port")
    }
    var play = Self.play()
    #expect(play.answer("Trade, news and soldiers.").verdict?.secondTry == nil)
    play = Self.play()
    #expect(play.command(.show).verdict?.secondTry == nil)
    play = Self.play()
    #expect(play.answer("").notices == [.emptyAnswer])
  }
}
