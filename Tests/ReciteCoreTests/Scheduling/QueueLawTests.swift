import ReciteCore
import Support
import Testing

/// What holds for the queue of any pack, whatever is known of its items.
@Suite struct QueueLawTests {
  /// A pack of up to sixty items with all that may stand in the way of asking them.
  private struct World {
    let now = Timestamp(
      Instant(milliseconds: 1_795_000_000_000), zone: ZoneOffset(clampingMinutes: 480))
    let scheduler = Scheduler()
    var candidates: Candidates
    var limits: DayLimits

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed, "world")
      let count = generator.number(below: 61)
      let sections = 1 + generator.number(below: 8)
      let teaching = generator.shuffled(Array(0..<count))
      var items: [Candidate] = []
      for place in 0..<count {
        var item = Candidate(
          key: ItemKey(pack: PackID("p"), item: ItemID("i\(place)")),
          topic: generator.number(below: 5) == 0
            ? nil : Topic(["location", "cause", "significance"][generator.number(below: 3)]),
          section: generator.number(below: 5) == 0 ? nil : generator.number(below: sections))
        if generator.number(below: 2) == 0 {
          let asked = Timestamp(
            Instant(
              milliseconds: now.instant.milliseconds - Int64(generator.number(below: 40))
                * 86_400_000), zone: now.zone)
          let rating = Rating.allCases[generator.number(below: 4)]
          item.card =
            scheduler.futures(of: .new, item: item.key, at: asked) { _ in 0 }[rating].state
        }
        item.isSuspended = generator.number(below: 12) == 0
        if generator.number(below: 12) == 0 {
          item.buriedUntil = scheduler.day(of: now).advanced(by: generator.number(below: 3) - 1)
        }
        items.append(item)
      }
      // Each requires only what stands earlier in `teaching`, so that there is no circle.
      for (rank, place) in teaching.enumerated() where generator.number(below: 4) == 0 {
        guard rank > 0 else { continue }
        items[place].requires = [teaching[generator.number(below: rank)]]
      }
      for _ in 0..<generator.number(below: 1 + count / 6) where count > 1 {
        let first = generator.number(below: count)
        let second = generator.number(below: count)
        guard first != second else { continue }
        items[first].apart.append(second)
        items[second].apart.append(first)
      }
      candidates = Candidates(items: items)
      limits = DayLimits(
        new: generator.number(below: 25), reviews: generator.number(below: 40))
    }

    func queue(seed: UInt64) -> Queue {
      Queue(
        of: candidates, asking: .study(limits), at: now, scheduler: scheduler, seed: seed)
    }
  }

  @Test("no session breaks a limit, asks what it should not, or asks anything twice")
  func limits() {
    forEverySeed(in: 1...2000) { seed in
      let world = World(seed: seed)
      let queue = world.queue(seed: seed)
      let today = world.scheduler.day(of: world.now)
      let places = queue.order.map(\.place)
      try requireEqual(Set(places).count, places.count, "different items")
      var sawNew = false
      for entry in queue.order {
        let item = world.candidates.items[entry.place]
        try requireEqual(entry.isNew, item.card == .new, "new")
        guard entry.isNew || !sawNew else { throw LawBroken("a due item after a new one") }
        sawNew = entry.isNew
        let isDue = world.scheduler.isDue(item.card, at: world.now)
        guard entry.isNew || isDue else { throw LawBroken("\(item.key) is not due") }
        guard !item.isSuspended, (item.buriedUntil ?? today) <= today else {
          throw LawBroken("\(item.key) is suspended or buried")
        }
        guard item.apart.allSatisfy({ !places.contains($0) }) else {
          throw LawBroken("\(item.key) is asked with one that is apart")
        }
      }
      guard queue.order.count(where: \.isNew) <= world.limits.new,
        queue.order.count(where: { !$0.isNew }) <= world.limits.reviews
      else { throw LawBroken("more than the limits allow") }
      try requireEqual(world.queue(seed: seed), queue, "the queue of the same seed")
    }
  }

  @Test("nothing is left out without a reason that is counted")
  func account() {
    forEverySeed(in: 1...2000) { seed in
      let world = World(seed: seed)
      let queue = world.queue(seed: seed)
      let notDue = world.candidates.items.count { item in
        item.card != .new && !world.scheduler.isDue(item.card, at: world.now)
          && !item.isSuspended
          && (item.buriedUntil ?? Day(number: 0)) <= world.scheduler.day(of: world.now)
      }
      let left = queue.leftOut
      let counted =
        queue.order.count + notDue + left.due + left.new + left.apart + left.requiring
        + left.suspended + left.buried
      try requireEqual(counted, world.candidates.items.count, "items accounted for")
    }
  }

  @Test("no new item is asked before one that it requires, whatever is skipped")
  func requirements() {
    forEverySeed(in: 1...2000) { seed in
      let world = World(seed: seed)
      var queue = world.queue(seed: seed)
      var generator = SeededGenerator(seed: seed, "skips")
      var answered = Set(
        world.candidates.items.indices.filter { world.candidates.items[$0].card != .new })
      var last: Queue.Entry?
      var asked: [Int] = []
      var skippedAny = false
      while let entry = queue.next(after: last) {
        let waited = world.candidates.items[entry.place].requires.filter {
          !world.candidates.items[$0].isSuspended
        }
        guard !entry.isNew || waited.allSatisfy(answered.contains) else {
          throw LawBroken("\(entry.key) is asked before what it requires")
        }
        asked.append(entry.place)
        if seed % 2 == 0, generator.number(below: 5) == 0 {
          skippedAny = true
        } else {
          queue.answer(entry)
          answered.insert(entry.place)
        }
        last = entry
      }
      try requireEqual(Set(asked).count, asked.count, "different items")
      if !skippedAny { try requireEqual(asked.count, queue.order.count, "items asked") }
      try requireEqual(queue.remaining, queue.order.count - asked.count, "remaining")
    }
  }

  @Test("a quiz is the same whatever is known, asks nothing twice, and respects what is apart")
  func quiz() {
    forEverySeed(in: 1...1000) { seed in
      let world = World(seed: seed)
      let places = Array(world.candidates.items.indices)
      let count = seed % 3 == 0 ? nil : Int(seed % 50)
      let queue = Queue.quiz(of: world.candidates, places: places, count: count, seed: seed)
      var strangers = world.candidates
      for place in places {
        strangers.items[place].card = .new
        strangers.items[place].isSuspended = false
        strangers.items[place].buriedUntil = nil
      }
      let again = Queue.quiz(of: strangers, places: places, count: count, seed: seed)
      try requireEqual(again.order, queue.order, "the quiz of another learner")
      let asked = queue.order.map(\.place)
      try requireEqual(Set(asked).count, asked.count, "different items")
      for place in asked {
        guard world.candidates.items[place].apart.allSatisfy({ !asked.contains($0) }) else {
          throw LawBroken("item \(place) is asked with one that is apart")
        }
        let required = world.candidates.items[place].requires
        guard let at = asked.firstIndex(of: place),
          required.allSatisfy({ (asked.firstIndex(of: $0) ?? -1) < at })
        else { throw LawBroken("item \(place) is asked before what it requires") }
      }
      let most = min(count ?? places.count, places.count)
      guard asked.count == most || asked.count + queue.leftOut.apart == places.count else {
        throw LawBroken("\(asked.count) asked and \(queue.leftOut.apart) apart, of \(most)")
      }
    }
  }

  @Test("siblings are neighbours only where they are more than half")
  func siblings() {
    forEverySeed(in: 1...2000) { seed in
      var generator = SeededGenerator(seed: seed)
      let groups = 1 + generator.number(below: 6)
      let traits = (0..<generator.number(below: 50)).map { _ in
        Interleaving.Trait(
          section: max(-1, generator.number(below: groups + 3) - 3),
          topic: generator.number(below: 4) - 1)
      }
      let order = Interleaving.order(of: traits, after: nil)
      try requireEqual(order.sorted(), Array(traits.indices), "all of them")
      let sections = order.map { traits[$0].section }
      let neighbours = zip(sections, sections.dropFirst()).count { $0 >= 0 && $0 == $1 }
      let largest = (0..<groups).map { group in sections.count { $0 == group } }.max() ?? 0
      // One more than the others can stand one by one; the rest must follow each other.
      try requireEqual(neighbours, max(0, 2 * largest - sections.count - 1), "neighbours")
    }
  }
}
