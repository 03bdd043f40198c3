/// What a session asks: which items, and in which order.
///
/// Due items come first, those that lose most by waiting before the rest; then new ones, each after
/// those that it requires. What an item loses is the recall that it would have a month hence were
/// it asked today, less what it will have if it is not: where not all can be asked, most is then
/// known in the end. After sixty days away, with ten or twenty reviews a day, simulated learners
/// knew more by this order than by lowest or highest recall, relative lateness, chance, or what a
/// single day costs. Topics take turns, items of one section do not follow each other, and of items
/// that are `Apart` only one is in a session.
///
/// The order is settled once; what changes within the session (an item returns, another is skipped)
/// is seen to by `next(after:)`. The same candidates, time and seed give the same queue.
package struct Queue: Equatable, Sendable {
  package enum Selection: Equatable, Sendable {
    /// What is due, then new ones, within what is left of the day's limits.
    case study(DayLimits)
    /// The candidates at these places, due or not and without limits: a drill, mistakes, cramming.
    ///
    /// All are asked, so none loses by waiting; those least likely to be recalled come first.
    case every([Int])
  }

  /// One item to ask.
  package struct Entry: Equatable, Sendable {
    /// The item's place among the candidates.
    package let place: Int
    package let key: ItemKey
    /// Never answered so far; false in a quiz, which does not ask.
    package let isNew: Bool
    package let section: Int?
    /// Places of items in this queue that must have been answered before.
    fileprivate let requires: [Int]
    /// Another entry requires this one.
    fileprivate let isRequired: Bool
  }

  /// How many items were left out, and why.
  package struct LeftOut: Equatable, Sendable {
    /// Due, above the day's reviews.
    package var due = 0
    /// New, above the day's new items.
    package var new = 0
    /// Since an item that is apart from them is in the session.
    package var apart = 0
    /// New, and an item that they require was not answered yet nor is in the session.
    package var requiring = 0
    package var suspended = 0
    package var buried = 0

    package init() {}
  }

  /// Every entry once, in the order meant.
  package private(set) var order: [Entry]
  package let leftOut: LeftOut
  /// The entries before it were given out or passed over.
  private var position = 0
  /// Positions passed over and still to be given out, ascending.
  private var passed: [Int] = []
  private var answered: Set<Int> = []

  /// How far ahead an entry is looked for that is no sibling of the last.
  private static let reach = 8

  /// The queue of a session that begins at `now`.
  ///
  /// - Complexity: O(n log n) in the number of candidates.
  package init(
    of candidates: Candidates, asking selection: Selection, at now: Timestamp,
    scheduler: Scheduler, seed: UInt64
  ) {
    var choice = QueueChoice(
      candidates: candidates, selection: selection, at: now, scheduler: scheduler, seed: seed)
    choice.admitReviewed()
    choice.admitNew()
    self.init(choice.arranged(), from: candidates, leftOut: choice.leftOut)
  }

  /// The items of a quiz: `count` of those at `places`, or all, whatever is known of them.
  ///
  /// The order depends on the candidates' keys, topics, sections and references, and on the seed,
  /// never on progress. Of items that are apart one is asked, so that a quiz may have fewer than
  /// `count` items; `leftOut.apart` says so.
  package static func quiz(
    of candidates: Candidates, places: [Int], count: Int?, seed: UInt64
  ) -> Queue {
    var choice = QueueChoice(candidates: candidates, quizSeed: seed)
    choice.admitForQuiz(places, count: count)
    return Queue(choice.arranged(), from: candidates, leftOut: choice.leftOut, isTest: true)
  }

  /// A test asks every item, answered or not what it requires, and tells nothing of progress.
  private init(
    _ places: [QueueChoice.Place], from candidates: Candidates, leftOut: LeftOut,
    isTest: Bool = false
  ) {
    var required: Set<Int> = []
    if !isTest { for place in places { required.formUnion(place.requires) } }
    order = places.map { place in
      Entry(
        place: place.index, key: candidates.items[place.index].key, isNew: place.isNew && !isTest,
        section: candidates.items[place.index].section, requires: isTest ? [] : place.requires,
        isRequired: required.contains(place.index))
    }
    self.leftOut = leftOut
  }

  /// The queue without what comes after the first `count` entries; all of it where that is nil.
  func first(_ count: Int?) -> Queue {
    guard let count, count < order.count else { return self }
    var short = self
    short.order = Array(order.prefix(count))
    return short
  }

  /// Entries not yet given out.
  package var remaining: Int { order.count - position + passed.count }

  /// The entry to ask after `last`, taken out of the queue; nil when nothing can be asked any more.
  ///
  /// It is the next in order, unless that is a sibling of `last` and one of the next few is not, or
  /// unless what it requires was skipped.
  /// - Complexity: O(1), and O(entries that wait for a skipped one) after a skip.
  package mutating func next(after last: Entry?) -> Entry? {
    var fallback: Int?
    var looked = 0
    var candidate = 0
    var seen: [Int] = []
    while candidate < passed.count || position + seen.count < order.count, looked < Self.reach {
      let isPassed = candidate < passed.count
      let index = isPassed ? passed[candidate] : position + seen.count
      if isPassed { candidate += 1 } else { seen.append(index) }
      guard order[index].requires.allSatisfy(answered.contains) else { continue }
      looked += 1
      guard let section = order[index].section, section == last?.section else {
        return take(index)
      }
      fallback = fallback ?? index
    }
    return fallback.flatMap { take($0) }
  }

  /// Notes that an entry was answered, so that those that require it may be asked.
  package mutating func answer(_ entry: Entry) {
    if entry.isRequired { answered.insert(entry.place) }
  }

  private mutating func take(_ index: Int) -> Entry? {
    if index < position {
      passed.removeAll { $0 == index }
    } else {
      passed += position..<index
      position = index + 1
    }
    return order[index]
  }
}

/// How much may still be asked on one study day.
package struct DayLimits: Equatable, Sendable {
  /// New items, at least 0.
  package var new: Int
  /// Due items, at least 0.
  package var reviews: Int

  /// The limits of a day on which nothing was asked yet, unless the learner set others.
  package static let standard = DayLimits(new: 20, reviews: 200)

  package init(new: Int, reviews: Int) {
    self.new = max(0, new)
    self.reviews = max(0, reviews)
  }

  /// What is left of these limits after what was studied today.
  ///
  /// An item counts once a day, however often it returned: as new where its first review was today,
  /// otherwise as reviewed. Drills and quizzes do not count, or a test in the morning would put off
  /// what is due.
  /// - Complexity: O(items with a review + their reviews of today).
  package func left(on today: Day, in progress: Progress, rollover: Rollover) -> DayLimits {
    var left = self
    for record in progress.items.values {
      let ofToday = record.reviews.reversed().prefix {
        $0.at.studyDay(rollover: rollover) == today
      }
      guard ofToday.contains(where: { $0.mode == .study }) else { continue }
      if ofToday.count == record.reviews.count { left.new -= 1 } else { left.reviews -= 1 }
    }
    return DayLimits(new: left.new, reviews: left.reviews)
  }
}
