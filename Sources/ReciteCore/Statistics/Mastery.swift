/// How well a set of items is known at one moment.
package struct Mastery: Equatable, Sendable {
  package var items = 0
  /// Items answered at least once.
  package var seen = 0
  /// Seen items whose stability is at least `matureStability`.
  package var mature = 0
  /// Seen items that are due.
  package var due = 0
  /// The summed probability of recall of the seen items, 0...Double(seen).
  private var recall = 0.0

  /// The stability, in days, from which an item counts as mature.
  ///
  /// - Source: the interval from which Anki calls a card mature.
  package static let matureStability = 21.0

  package init() {}

  /// The mean probability, 0...1, that a seen item is recalled now; nil while none was seen.
  package var meanRecall: Double? { seen > 0 ? recall / Double(seen) : nil }

  /// The share of all items, 0...1, that is likely to be recalled now; unseen ones count as unknown.
  package var known: Double { items > 0 ? recall / Double(items) : 0 }

  /// Adds an item in this state.
  package mutating func add(_ card: CardState, at now: Timestamp, scheduler: Scheduler) {
    items += 1
    guard let reviewed = card.reviewed else { return }
    seen += 1
    if reviewed.memory.stability >= Self.matureStability { mature += 1 }
    if scheduler.isDue(card, at: now) { due += 1 }
    recall += scheduler.retrievability(of: card, at: now) ?? 0
  }
}

/// The mastery of one pack: as a whole, and by its parts in the author's order.
package struct PackMastery: Equatable, Sendable {
  package struct Part<Name: Equatable & Sendable>: Equatable, Sendable {
    package let name: Name
    package var mastery: Mastery
  }

  package private(set) var whole = Mastery()
  /// One for each topic of the header, then one for each other topic met, then for items without
  /// one (nil); only topics that have items.
  package private(set) var topics: [Part<Topic?>]
  /// One for each lesson that has items.
  package private(set) var lessons: [Part<RichText>] = []

  /// The mastery of `pack` by what `progress` knows of its items.
  ///
  /// - Complexity: O(items · topics).
  package init(of pack: Pack, progress: Progress, at now: Timestamp, scheduler: Scheduler) {
    topics = pack.topics.map { Part(name: $0, mastery: Mastery()) }
    for lesson in pack.lessons {
      var part = Part(name: lesson.title, mastery: Mastery())
      for section in lesson.sections {
        for item in section.items.flatMap({ $0.askable(with: pack.map) }) {
          let card = progress.items[ItemKey(pack: pack.id, item: item.id)]?.card ?? .new
          whole.add(card, at: now, scheduler: scheduler)
          part.mastery.add(card, at: now, scheduler: scheduler)
          topics[place(of: item.topic)].mastery.add(card, at: now, scheduler: scheduler)
        }
      }
      if part.mastery.items > 0 { lessons.append(part) }
    }
    topics.removeAll { $0.mastery.items == 0 }
    let untitled = topics.filter { $0.name == nil }
    topics = topics.filter { $0.name != nil } + untitled
  }

  private mutating func place(of topic: Topic?) -> Int {
    if let place = topics.firstIndex(where: { $0.name == topic }) { return place }
    topics.append(Part(name: topic, mastery: Mastery()))
    return topics.count - 1
  }
}
