/// Which candidates a queue asks: the steps by which it is built.
struct QueueChoice {
  /// A chosen candidate, on its way into the order.
  struct Place {
    var index: Int
    var isNew: Bool
    /// Chosen candidates that must be answered before.
    var requires: [Int]
  }

  private enum Mark: UInt8 { case unseen, open, admitted, refused }

  private(set) var leftOut = Queue.LeftOut()
  private let candidates: Candidates
  private let limits: DayLimits
  private let time: Timestamp
  private let scheduler: Scheduler
  private var generator: SeededGenerator
  private let isStudy: Bool
  /// For each candidate whether this session may ask it.
  private var isWanted: [Bool]
  private var marks: [Mark]
  /// In the order admitted.
  private var reviewed: [Int] = []
  private var new: [Int] = []

  init(
    candidates: Candidates, selection: Queue.Selection, at time: Timestamp, scheduler: Scheduler,
    seed: UInt64
  ) {
    self.candidates = candidates
    self.time = time
    self.scheduler = scheduler
    generator = SeededGenerator(seed: seed, "queue")
    let count = candidates.items.count
    marks = Array(repeating: .unseen, count: count)
    switch selection {
    case .study(let limits):
      self.limits = limits
      isStudy = true
      isWanted = Array(repeating: true, count: count)
    case .every(let places):
      limits = DayLimits(new: .max, reviews: .max)
      isStudy = false
      isWanted = Array(repeating: false, count: count)
      for place in places where isWanted.indices.contains(place) { isWanted[place] = true }
    }
    leaveOutSuspendedAndBuried()
  }

  init(candidates: Candidates, quizSeed: UInt64) {
    self.candidates = candidates
    time = Timestamp(Instant(milliseconds: 0), zone: .utc)
    scheduler = Scheduler()
    generator = SeededGenerator(seed: quizSeed, "quiz")
    limits = DayLimits(new: .max, reviews: .max)
    isStudy = false
    isWanted = []
    marks = Array(repeating: .unseen, count: candidates.items.count)
  }

  private mutating func leaveOutSuspendedAndBuried() {
    let today = scheduler.day(of: time)
    for (place, candidate) in candidates.items.enumerated() where isWanted[place] {
      if candidate.isSuspended {
        isWanted[place] = false
        leftOut.suspended += 1
      } else if let until = candidate.buriedUntil, today < until {
        isWanted[place] = false
        leftOut.buried += 1
      }
    }
  }

  // MARK: Reviewed items

  /// Admits reviewed items: in study those that lose most by waiting first, else the weakest.
  mutating func admitReviewed() {
    var waiting: [(urgency: Double, draw: UInt64, place: Int)] = []
    for (place, candidate) in candidates.items.enumerated() where isWanted[place] {
      guard let card = candidate.card.reviewed,
        !isStudy || scheduler.isDue(candidate.card, at: time)
      else { continue }
      let urgency =
        isStudy
        ? scheduler.lossByWaiting(card, at: time)
        : 1 - (scheduler.retrievability(of: candidate.card, at: time) ?? 1)
      // Of equals any may be first, but not always the one that the pack has first.
      waiting.append((urgency, generator.next(), place))
    }
    waiting.sort { first, second in
      guard first.urgency == second.urgency else { return first.urgency > second.urgency }
      return first.draw != second.draw ? first.draw < second.draw : first.place < second.place
    }
    for item in waiting {
      if reviewed.count == limits.reviews {
        leftOut.due += 1
      } else if isApart(item.place) {
        leftOut.apart += 1
      } else {
        marks[item.place] = .admitted
        reviewed.append(item.place)
      }
    }
  }

  private func isApart(_ place: Int) -> Bool {
    candidates.items[place].apart.contains { isAdmitted($0) }
  }

  private func isAdmitted(_ place: Int) -> Bool {
    marks.indices.contains(place) && marks[place] == .admitted
  }

  // MARK: New items

  /// Admits new items in the order of teaching, each after those that it requires.
  ///
  /// A circle of requirements is cut where it was entered. With a stack of its own, since a pack
  /// may chain a hundred thousand items.
  mutating func admitNew() {
    for start in candidates.teachingOrder where isNew(start) && isWanted[start] {
      var stack = [start]
      while let top = stack.last {
        var pending: [Int] = []
        if marks[top] == .unseen {
          marks[top] = .open
          pending = requirements(of: top).filter { marks[$0] == .unseen }
        }
        if pending.isEmpty {
          stack.removeLast()
          if marks[top] == .open { settle(top) }
        } else {
          stack += pending.reversed()
        }
      }
    }
  }

  private func isNew(_ place: Int) -> Bool {
    candidates.items.indices.contains(place) && candidates.items[place].card == .new
  }

  /// What has to be answered before, and was not yet; a suspended item is not waited for.
  private func requirements(of place: Int) -> [Int] {
    candidates.items[place].requires.filter { isNew($0) && !candidates.items[$0].isSuspended }
  }

  private mutating func settle(_ place: Int) {
    marks[place] = .refused
    guard isWanted[place] else { return }
    guard requirements(of: place).allSatisfy({ marks[$0] == .admitted || marks[$0] == .open })
    else {
      // An item waits in vain for one that the limit keeps out, too; that is for another day.
      if new.count == limits.new { leftOut.new += 1 } else { leftOut.requiring += 1 }
      return
    }
    if new.count == limits.new {
      leftOut.new += 1
    } else if isApart(place) {
      leftOut.apart += 1
    } else {
      marks[place] = .admitted
      new.append(place)
    }
  }

  // MARK: Quiz

  /// Admits `count` of the candidates at `places`, drawn by the seed.
  mutating func admitForQuiz(_ places: [Int], count: Int?) {
    let known = places.filter { marks.indices.contains($0) }
    for place in generator.shuffled(known) {
      guard new.count < count ?? .max else { break }
      guard marks[place] == .unseen else { continue }
      if isApart(place) {
        marks[place] = .refused
        leftOut.apart += 1
      } else {
        marks[place] = .admitted
        new.append(place)
      }
    }
  }

  // MARK: Order

  /// The chosen candidates: reviewed, then new ones, interleaved, none before what it requires.
  func arranged() -> [Place] {
    let traits = traits(of: reviewed + new)
    let first = Interleaving.order(of: Array(traits[..<reviewed.count]), after: nil)
    let second = Interleaving.order(
      of: Array(traits[reviewed.count...]), after: first.last.map { traits[$0] })
    return first.map { Place(index: reviewed[$0], isNew: false, requires: []) }
      + afterRequired(second.map { new[$0] })
  }

  /// New items in turn, each after those chosen ones that it requires.
  private func afterRequired(_ order: [Int]) -> [Place] {
    guard order.contains(where: { !candidates.items[$0].requires.isEmpty }) else {
      return order.map { Place(index: $0, isNew: true, requires: []) }
    }
    // One that ranks later is required in a circle, which is cut.
    var ranks = [Int](repeating: .max, count: candidates.items.count)
    let ranked = orderedAfterRequired(new) { candidates.items[$0].requires }
    for (rank, place) in ranked.enumerated() { ranks[place] = rank }
    let requires: (Int) -> [Int] = { place in
      candidates.items[place].requires.filter {
        ranks.indices.contains($0) && ranks[$0] < ranks[place]
      }
    }
    return orderedAfterRequired(order, required: requires).map {
      Place(index: $0, isNew: true, requires: requires($0))
    }
  }

  /// Sections and topics, numbered in the order met.
  private func traits(of places: [Int]) -> [Interleaving.Trait] {
    var sections: [Int: Int] = [:]
    var topics: [Topic: Int] = [:]
    return places.map { place in
      var trait = Interleaving.Trait(section: -1, topic: -1)
      if let section = candidates.items[place].section {
        trait.section = number(of: section, in: &sections)
      }
      if let topic = candidates.items[place].topic {
        trait.topic = number(of: topic, in: &topics)
      }
      return trait
    }
  }

  private func number<Key>(of key: Key, in numbers: inout [Key: Int]) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count
    return numbers.count - 1
  }
}

extension Scheduler {
  /// How far ahead it is weighed what an answer today is worth, in days.
  private static let horizon = 30.0

  /// The recall that is missing a month hence if an item is not asked today.
  ///
  /// What recall is to be expected then after an answer of today, right or wrong, less what would
  /// be left without one.
  func lossByWaiting(_ card: ReviewedCard, at now: Timestamp) -> Double {
    let elapsed = max(0, elapsedDays(since: card, at: now))
    let recall = model.retrievability(of: card.memory, after: elapsed)
    let right = model.trace(after: .good, elapsed: elapsed, of: card.memory)
    let wrong = model.trace(after: .again, elapsed: elapsed, of: card.memory)
    return recall * model.retrievability(of: right, after: Self.horizon)
      + (1 - recall) * model.retrievability(of: wrong, after: Self.horizon)
      - model.retrievability(of: card.memory, after: elapsed + Self.horizon)
  }
}
