/// What the queue has to know of one item to decide whether and when it is asked.
package struct Candidate: Equatable, Sendable {
  package var key: ItemKey
  package var topic: Topic?
  /// Equal for items that stand under one reading, and so may give each other away; nil for none.
  package var section: Int?
  /// The places, among the candidates, of items to be answered before this one is asked as new.
  package var requires: [Int]
  /// The places of items that never stand in one session with this one; each names the other.
  package var apart: [Int]
  package var card: CardState
  package var isSuspended: Bool
  /// Not asked before this day.
  package var buriedUntil: Day?

  package init(
    key: ItemKey, topic: Topic? = nil, section: Int? = nil, requires: [Int] = [],
    apart: [Int] = [], card: CardState = .new, isSuspended: Bool = false, buriedUntil: Day? = nil
  ) {
    self.key = key
    self.topic = topic
    self.section = section
    self.requires = requires
    self.apart = apart
    self.card = card
    self.isSuspended = isSuspended
    self.buriedUntil = buriedUntil
  }
}

/// All items of some packs, as the queue sees them.
package struct Candidates: Equatable, Sendable {
  /// In the order of the packs, their lessons and sections.
  package var items: [Candidate]
  /// Places of `items` in the order in which new ones are taught: each once.
  package var teachingOrder: [Int]

  /// Candidates in the given order, which is also the order of teaching.
  package init(items: [Candidate]) {
    self.items = items
    teachingOrder = Array(items.indices)
  }

  /// The items of packs with what is known of them.
  ///
  /// A lesson is taught after those that it requires, as far as they can be found by title and are
  /// no circle; names of items that the pack does not have are passed over (the checker reports
  /// them).
  /// - Complexity: O(items + references).
  package init(packs: [Pack], progress: Progress) {
    items = []
    teachingOrder = []
    // Without the count the array would be moved again and again as it grows.
    items.reserveCapacity(packs.reduce(0) { $0 + $1.itemCount })
    var section = 0
    for pack in packs {
      var lessons: [Range<Int>] = []
      var references = References(start: items.count)
      for lesson in pack.lessons {
        let start = items.count
        for part in lesson.sections {
          // Without a heading or a reading there is nothing that its items share.
          let shared = part.title != nil || !part.reading.isEmpty ? section : nil
          for item in part.items {
            // A question of each place of a map is as many as the map has places.
            let asked = item.asksMap ? item.askable(with: pack.map) : [item]
            references.note(item, at: items.count..<items.count + asked.count)
            for one in asked {
              append(
                Candidate(
                  key: ItemKey(pack: pack.id, item: one.id), topic: one.topic, section: shared),
                known: progress)
            }
          }
          section += 1
        }
        lessons.append(start..<items.count)
      }
      resolve(references)
      for lesson in Self.lessonOrder(of: pack) { teachingOrder += lessons[lesson] }
    }
  }

  private mutating func append(_ candidate: Candidate, known progress: Progress) {
    var candidate = candidate
    if let place = progress.items.index(forKey: candidate.key) {
      candidate.card = progress.items.values[place].card
      candidate.isSuspended = progress.items.values[place].isSuspended
      candidate.buriedUntil = progress.items.values[place].buriedUntil
    }
    items.append(candidate)
  }

  /// The names that the items of one pack give in `Requires:` and `Apart:`; few items give any.
  private struct References {
    /// The place of the pack's first item.
    let start: Int
    var referring: [(places: Range<Int>, requires: [ItemID], apart: [ItemID])] = []
    var names: Set<ItemID> = []
    /// The items that a map made several of, by the name that they have in the pack.
    var several: [ItemID: Range<Int>] = [:]

    mutating func note(_ item: Item, at places: Range<Int>) {
      if item.asksMap, several[item.id] == nil { several[item.id] = places }
      guard !item.requires.isEmpty || !item.apart.isEmpty else { return }
      referring.append((places, item.requires, item.apart))
      names.formUnion(item.requires)
      names.formUnion(item.apart)
    }
  }

  private mutating func resolve(_ references: References) {
    guard !references.names.isEmpty else { return }
    var places = references.several
    for place in references.start..<items.count {
      let name = items[place].key.item
      if references.names.contains(name), places[name] == nil { places[name] = place..<place + 1 }
    }
    for (referring, requires, apart) in references.referring {
      let required = requires.flatMap { places[$0] ?? 0..<0 }
      for place in referring {
        items[place].requires = required.filter { $0 != place }
        for other in apart.flatMap({ places[$0] ?? 0..<0 }) where other != place {
          if !items[place].apart.contains(other) { items[place].apart.append(other) }
          if !items[other].apart.contains(place) { items[other].apart.append(place) }
        }
      }
    }
  }

  /// The lessons of a pack, each after those that it requires.
  private static func lessonOrder(of pack: Pack) -> [Int] {
    guard pack.lessons.contains(where: { !$0.requires.isEmpty }) else {
      return Array(pack.lessons.indices)
    }
    var byTitle: [String: Int] = [:]
    for (index, lesson) in pack.lessons.enumerated() where byTitle[lesson.title.plain] == nil {
      byTitle[lesson.title.plain] = index
    }
    let required = pack.lessons.map { lesson in lesson.requires.compactMap { byTitle[$0] } }
    return orderedAfterRequired(Array(pack.lessons.indices)) { required[$0] }
  }
}

/// The elements of `order`, each after those of its `required` ones that are in it too.
///
/// Otherwise the order stays; a circle is cut at the element by which it was entered. Elements are
/// not negative. Written with a stack of its own, since a pack may chain a hundred thousand items.
/// - Complexity: O(elements + required ones).
package func orderedAfterRequired(_ order: [Int], required: (Int) -> [Int]) -> [Int] {
  var waiting = [Bool](repeating: false, count: (order.max() ?? -1) + 1)
  for element in order { waiting[element] = true }
  var isOpen = [Bool](repeating: false, count: waiting.count)
  var sorted: [Int] = []
  sorted.reserveCapacity(order.count)
  for element in order {
    var stack = [element]
    while let top = stack.last {
      let pending =
        isOpen[top] || !waiting[top]
        ? [] : required(top).filter { waiting.indices.contains($0) && waiting[$0] && !isOpen[$0] }
      isOpen[top] = true
      if pending.isEmpty {
        stack.removeLast()
        if waiting[top] { sorted.append(top) }
        waiting[top] = false
      } else {
        stack += pending.reversed()
      }
    }
  }
  return sorted
}
