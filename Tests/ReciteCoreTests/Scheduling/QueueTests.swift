import ReciteCore
import Support
import Testing

@Suite struct QueueTests {
  private let now = Timestamp(Instant(milliseconds: 1_795_000_000_000), zone: .utc)
  private let scheduler = Scheduler()

  /// A card of this stability, last asked so many days ago and due so many days ago.
  private func card(stability: Double, asked: Int, due: Int = 0) -> CardState {
    let last = Timestamp(
      Instant(milliseconds: now.instant.milliseconds - Int64(asked) * 86_400_000), zone: .utc)
    return .review(
      ReviewedCard(
        memory: Memory(stability: stability, difficulty: 5),
        due: .day(scheduler.day(of: now).advanced(by: -due)), lastReview: last, reviews: 1,
        lapses: 0))
  }

  private func candidate(
    _ name: String, topic: String? = nil, section: Int? = nil, requires: [Int] = [],
    apart: [Int] = [], card: CardState = .new
  ) -> Candidate {
    Candidate(
      key: ItemKey(pack: PackID("p"), item: ItemID(name)), topic: topic.map(Topic.init),
      section: section, requires: requires, apart: apart, card: card)
  }

  private func study(
    _ items: [Candidate], limits: DayLimits = .standard, seed: UInt64 = 1
  ) -> Queue {
    Queue(
      of: Candidates(items: items), asking: .study(limits), at: now, scheduler: scheduler,
      seed: seed)
  }

  private func names(_ queue: Queue) -> String {
    queue.order.map(\.key.item.rawValue).joined(separator: " ")
  }

  // MARK: Choice

  @Test("due items come before new ones, those that lose most by waiting first")
  func dueFirst() {
    let queue = study([
      candidate("new"), candidate("not-due", card: card(stability: 10, asked: 2, due: -8)),
      candidate("old", card: card(stability: 200, asked: 230, due: 30)),
      candidate("young", card: card(stability: 1, asked: 2, due: 1)),
      candidate("middle", card: card(stability: 10, asked: 12, due: 2)),
    ])
    #expect(names(queue) == "young middle old new")
    #expect(queue.order.map(\.isNew) == [false, false, false, true])
  }

  @Test("a drill asks what is least likely to be recalled first, due or not")
  func drillOrder() {
    let items = [
      candidate("new"), candidate("young", card: card(stability: 1, asked: 1, due: -1)),
      candidate("forgotten", card: card(stability: 3, asked: 900, due: 890)),
      candidate("fresh", card: card(stability: 90, asked: 2, due: -80)),
    ]
    let queue = Queue(
      of: Candidates(items: items), asking: .every([0, 1, 2, 3]), at: now, scheduler: scheduler,
      seed: 1)
    #expect(names(queue) == "forgotten young fresh new")
  }

  @Test("the day's limits hold, and what they keep out is counted")
  func limits() {
    let due = (1...5).map { candidate("d\($0)", card: card(stability: Double($0), asked: 9)) }
    let new = (1...4).map { candidate("n\($0)") }
    let queue = study(due + new, limits: DayLimits(new: 1, reviews: 2))
    #expect(queue.order.count == 3)
    #expect(queue.leftOut.due == 3)
    #expect(queue.leftOut.new == 3)
    #expect(study(due + new, limits: DayLimits(new: -1, reviews: 0)).order.isEmpty)
  }

  @Test("suspended items are left out, and buried ones until their day")
  func suspendedAndBuried() {
    let today = scheduler.day(of: now)
    var items = ["a", "b", "c", "d"].map { candidate($0) }
    items[0].isSuspended = true
    items[1].buriedUntil = today.advanced(by: 1)
    items[2].buriedUntil = today
    let queue = study(items)
    #expect(names(queue) == "c d")
    #expect(queue.leftOut.suspended == 1)
    #expect(queue.leftOut.buried == 1)
  }

  @Test("of items that are apart only one is in a session")
  func apart() {
    let queue = study([
      candidate("a", apart: [1]), candidate("b", apart: [0, 2]), candidate("c", apart: [1]),
    ])
    #expect(names(queue) == "a c")
    #expect(queue.leftOut.apart == 1)
  }

  @Test("a new item comes after those that it requires, even if the pack has them later")
  func requires() {
    let items = [
      candidate("conclusion", requires: [1, 2]), candidate("premise", requires: [2]),
      candidate("fact"),
    ]
    #expect(names(study(items)) == "fact premise conclusion")
    let limited = study(items, limits: DayLimits(new: 2, reviews: 0))
    #expect(names(limited) == "fact premise")
  }

  @Test("a drill does not ask what requires an item outside of it that was never answered")
  func drillRequires() {
    let items = [candidate("premise"), candidate("conclusion", requires: [0]), candidate("other")]
    let queue = Queue(
      of: Candidates(items: items), asking: .every([1, 2, 7, -1]), at: now, scheduler: scheduler,
      seed: 1)
    #expect(names(queue) == "other")
    #expect(queue.leftOut.requiring == 1)
  }

  @Test("a circle of requirements loses no item")
  func circle() {
    let items = [
      candidate("a", requires: [2]), candidate("b", requires: [0]), candidate("c", requires: [1]),
    ]
    var queue = study(items)
    #expect(queue.order.count == 3)
    var last: Queue.Entry?
    while let entry = queue.next(after: last) {
      queue.answer(entry)
      last = entry
    }
    #expect(queue.remaining == 0)
  }

  @Test("what requires a skipped item is not asked, and what does not is")
  func skippedRequirement() {
    var queue = study([
      candidate("fact"), candidate("conclusion", requires: [0]), candidate("other"),
    ])
    let fact = queue.next(after: nil)
    #expect(fact?.key.item.rawValue == "fact")
    let other = queue.next(after: fact)
    #expect(other?.key.item.rawValue == "other")
    #expect(queue.next(after: other) == nil)
    #expect(queue.remaining == 1)
    if let fact { queue.answer(fact) }
    #expect(queue.next(after: other)?.key.item.rawValue == "conclusion")
  }

  @Test("after a return the next item is no sibling of it where another is at hand")
  func siblingOfReturned() {
    var queue = study([
      candidate("a1", section: 1), candidate("b1", section: 2), candidate("a2", section: 1),
      candidate("b2", section: 2),
    ])
    let first = queue.next(after: nil)
    #expect(first?.key.item.rawValue == "a1")
    _ = queue.next(after: first)
    // a2 would come next; a1 returned just before.
    #expect(queue.next(after: first)?.key.item.rawValue == "b2")
    #expect(queue.next(after: nil)?.key.item.rawValue == "a2")
    #expect(queue.next(after: nil) == nil)
  }

  // MARK: Limits of the day

  @Test("an item studied today counts once, as new on its first day; drills do not count")
  func leftOfLimits() {
    var progress = Progress()
    let day: Int64 = 86_400_000
    let answers: [(String, [(Int64, StudyMode)])] = [
      ("new", [(0, .study), (60_000, .study)]), ("reviewed", [(-3 * day, .study), (0, .study)]),
      ("yesterday", [(-day, .study)]), ("drilled", [(-3 * day, .study), (0, .drill)]),
      ("drilled-first", [(0, .drill), (60_000, .study)]),
    ]
    for (name, reviews) in answers {
      var record = Progress.ItemRecord()
      for (offset, mode) in reviews {
        record.reviews.append(
          Review(
            id: EntryID(device: DeviceID(1), number: 1),
            at: Timestamp(
              Instant(milliseconds: now.instant.milliseconds + offset), zone: .utc),
            rating: .good, credit: 1, predictedRecall: nil, durationMilliseconds: 0, mode: mode,
            scheduledDays: 1))
      }
      progress.items[ItemKey(pack: PackID("p"), item: ItemID(name))] = record
    }
    let left = DayLimits.standard.left(
      on: scheduler.day(of: now), in: progress, rollover: .standard)
    #expect(left == DayLimits(new: 18, reviews: 199))
  }

  // MARK: Candidates

  @Test("lessons are taught after those they require, and items know their siblings and rivals")
  func candidates() {
    func item(_ name: String, requires: [String] = [], apart: [String] = []) -> Item {
      Item(
        id: ItemID(name), stem: [], kind: .trueFalse(true), requires: requires.map(ItemID.init),
        apart: apart.map(ItemID.init))
    }
    var pack = Pack(id: PackID("p"), title: "P")
    pack.lessons = [
      Lesson(
        title: RichText("Why"), requires: ["Where", "Nowhere"],
        sections: [
          Section(title: nil, items: [item("w1", requires: ["w1", "none", "x2"])]),
          Section(title: RichText("A"), items: [item("w2", apart: ["x1"]), item("w3")]),
        ]),
      Lesson(
        title: RichText("Where"),
        sections: [
          Section(title: nil, reading: [.paragraph(RichText("So."))], items: [item("x1")]),
          Section(title: nil, items: [item("x2"), item("x3")]),
        ]),
    ]
    var progress = Progress()
    var record = Progress.ItemRecord()
    record.isSuspended = true
    record.buriedUntil = Day(number: 9)
    record.card = card(stability: 3, asked: 1)
    progress.items[ItemKey(pack: PackID("p"), item: ItemID("x3"))] = record
    let candidates = Candidates(packs: [pack], progress: progress)
    #expect(candidates.items.map(\.key.item.rawValue) == ["w1", "w2", "w3", "x1", "x2", "x3"])
    #expect(candidates.teachingOrder == [3, 4, 5, 0, 1, 2])
    #expect(candidates.items.map(\.requires) == [[4], [], [], [], [], []])
    #expect(candidates.items.map(\.apart) == [[], [3], [], [1], [], []])
    let sections = candidates.items.map(\.section)
    #expect(sections[0] == nil && sections[4] == nil && sections[5] == nil)
    #expect(sections[1] != nil && sections[1] == sections[2] && sections[1] != sections[3])
    #expect(candidates.items[5].card == record.card)
    #expect(candidates.items[5].isSuspended && candidates.items[5].buriedUntil == Day(number: 9))
  }

  @Test("a question of each place of a map is one candidate a place, as a session asks it")
  func eachPlace() {
    func feature(_ id: String, _ kind: String) -> MapFeature {
      MapFeature(id: FeatureID(id), kind: kind, names: Accepted(id))
    }
    let ids = { (names: [String]) in names.map(ItemID.init) }
    let each = Item(
      id: ItemID("coasts"), stem: [], kind: .map(.each(kind: "coast")), apart: ids(["w2"]))
    let lost = Item(id: ItemID("lost"), stem: [], kind: .map(.name(FeatureID("nowhere"))))
    let first = Item(
      id: ItemID("w1"), stem: [], kind: .trueFalse(true), requires: ids(["coasts"]))
    let last = Item(id: ItemID("w2"), stem: [], kind: .trueFalse(true))
    var pack = Pack(id: PackID("p"), title: "P")
    pack.map = GeoMap(features: [
      feature("a", "coast"), feature("t", "town"), feature("b", "coast"),
    ])
    pack.lessons = [
      Lesson(
        title: RichText("L"),
        sections: [
          Section(title: nil, items: [first, each, lost, last])
        ])
    ]
    let candidates = Candidates(packs: [pack], progress: Progress())
    #expect(candidates.items.map(\.key) == Course([pack]).entries.map(\.key))
    #expect(
      candidates.items.map(\.key.item.rawValue) == ["w1", "coasts.a", "coasts.b", "w2"])
    #expect(candidates.items.map(\.requires) == [[1, 2], [], [], []])
    #expect(candidates.items.map(\.apart) == [[], [3], [3], [1, 2]])
  }

  // MARK: Interleaving

  @Test(
    "neighbours differ in section, then in topic, and the given order is kept otherwise",
    arguments: [
      ("", ""), ("1a", "1a"), ("1a 2a 3a", "1a 2a 3a"), ("1a 1a 2a", "1a 2a 1a"),
      ("1a 2a 3b 4b", "1a 3b 2a 4b"), ("1a 1b 2a 2b", "1a 2b 1b 2a"),
      ("1a 1a 1a 1a 2b", "1a 2b 1a 1a 1a"), ("-a -a -b -b", "-a -b -a -b"),
      ("1- 1- 2- 2-", "1- 2- 1- 2-"),
    ])
  func interleaving(given: String, expected: String) {
    let given = given.split(separator: " ").map(String.init)
    let traits = given.map { mark in
      Interleaving.Trait(
        section: mark.first?.wholeNumberValue ?? -1,
        topic: mark.last.flatMap { "abc".firstIndex(of: $0) }.map { $0.utf16Offset(in: "abc") }
          ?? -1)
    }
    let order = Interleaving.order(of: traits, after: nil)
    #expect(order.map { given[$0] }.joined(separator: " ") == expected)
  }
}
