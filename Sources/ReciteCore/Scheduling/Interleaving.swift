/// An order in which neighbours differ: no two of one section, and topics in turn.
///
/// The given order is a priority and is kept as far as that allows. No two neighbours share a
/// section unless more than half of what is left does, so their number is the least possible. That
/// two neighbours differ in topic is tried among the next few only.
/// - Complexity: O(elements · `reach`).
package struct Interleaving {
  /// What makes two neighbours too alike; -1 is like nothing.
  package struct Trait: Equatable, Sendable {
    package var section: Int
    package var topic: Int

    package init(section: Int, topic: Int) {
      self.section = section
      self.topic = topic
    }
  }

  /// How far ahead in the priority another topic is looked for.
  fileprivate static let reach = 24

  private let traits: [Trait]
  private var isTaken: [Bool]
  /// Places linked in the order of priority; `count` ends the chain.
  private var following: [Int]
  private var preceding: [Int]
  private var head = 0
  private var sections: Groups
  private var topics: Groups
  /// Where the search for an element outside of a section went on last.
  private var outside = (section: -1, place: 0)

  /// The places of `traits` in an order where neighbours differ, the first also from `previous`.
  ///
  /// The numbers of sections and topics are small ones, counted from 0.
  package static func order(of traits: [Trait], after previous: Trait?) -> [Int] {
    var interleaving = Interleaving(traits)
    var last = previous
    return traits.indices.map { _ in
      let place = interleaving.take(after: last)
      last = traits[place]
      return place
    }
  }

  private init(_ traits: [Trait]) {
    self.traits = traits
    isTaken = Array(repeating: false, count: traits.count)
    following = Array(1..<max(2, traits.count + 1))
    preceding = Array(-1..<max(0, traits.count - 1))
    sections = Groups(traits.map(\.section))
    topics = Groups(traits.map(\.topic))
  }

  private mutating func take(after last: Trait?) -> Int {
    let place = choice(after: last)
    isTaken[place] = true
    let (before, after) = (preceding[place], following[place])
    if before >= 0 { following[before] = after } else { head = after }
    if after < traits.count { preceding[after] = before }
    sections.remove(traits[place].section)
    topics.remove(traits[place].topic)
    return place
  }

  private mutating func choice(after last: Trait?) -> Int {
    let section = last?.section ?? -1
    if let crowded = sections.majority(), crowded != section,
      let place = sections.first(
        of: crowded, isTaken,
        preferring: { traits[$0].topic < 0 || traits[$0].topic != last?.topic })
    {
      return place
    }
    if let crowded = topics.majority(), crowded != last?.topic,
      let place = topics.first(
        of: crowded, isTaken, preferring: { section < 0 || traits[$0].section != section }),
      section < 0 || traits[place].section != section
    {
      return place
    }
    return nearest(after: last, outside: section)
  }

  /// The first of the next few that differs in both, else the first anywhere of another section.
  private mutating func nearest(after last: Trait?, outside section: Int) -> Int {
    guard let last else { return head }
    var elsewhere: Int?
    var place = head
    for _ in 0..<Self.reach where place < traits.count {
      let trait = traits[place]
      if trait.section < 0 || trait.section != section {
        if trait.topic < 0 || trait.topic != last.topic { return place }
        elsewhere = elsewhere ?? place
      }
      place = following[place]
    }
    return elsewhere ?? first(outside: section) ?? head
  }

  /// The first element left that is not of a section; the search goes on where it stopped, so that
  /// a long run of one section is walked once.
  private mutating func first(outside section: Int) -> Int? {
    if outside.section != section { outside = (section, 0) }
    while outside.place < traits.count,
      isTaken[outside.place] || traits[outside.place].section == section
    {
      outside.place += 1
    }
    return outside.place < traits.count ? outside.place : nil
  }
}

/// Members of numbered groups, and which group has more than half of all that are left.
private struct Groups {
  private var counts: [Int]
  /// How many groups have so many members.
  private var groupsOfSize: [Int]
  private var largest: Int
  private var left: Int
  private var lastMajority = -1
  /// Places by group: those of group g that may be left are `places[starts[g]..<ends[g]]`, ascending.
  private var places: [Int]
  private var starts: [Int]
  private var ends: [Int]

  init(_ groups: [Int]) {
    let count = (groups.max() ?? -1) + 1
    counts = Array(repeating: 0, count: max(0, count))
    for group in groups where group >= 0 { counts[group] += 1 }
    largest = counts.max() ?? 0
    groupsOfSize = Array(repeating: 0, count: largest + 1)
    for size in counts { groupsOfSize[size] += 1 }
    left = groups.count
    starts = []
    var start = 0
    for size in counts {
      starts.append(start)
      start += size
    }
    places = Array(repeating: 0, count: start)
    ends = starts
    for (place, group) in groups.enumerated() where group >= 0 {
      places[ends[group]] = place
      ends[group] += 1
    }
  }

  mutating func remove(_ group: Int) {
    left -= 1
    guard group >= 0 else { return }
    groupsOfSize[counts[group]] -= 1
    counts[group] -= 1
    groupsOfSize[counts[group]] += 1
    while largest > 0, groupsOfSize[largest] == 0 { largest -= 1 }
  }

  /// The group that has more than half of what is left; once found it mostly stays the one.
  mutating func majority() -> Int? {
    guard 2 * largest > left else { return nil }
    if lastMajority >= 0, 2 * counts[lastMajority] > left { return lastMajority }
    lastMajority = counts.firstIndex(of: largest) ?? -1
    return lastMajority >= 0 ? lastMajority : nil
  }

  /// The first member of a group that is not taken yet, or one of the next few that is preferred.
  mutating func first(
    of group: Int, _ isTaken: [Bool], preferring isPreferred: (Int) -> Bool
  ) -> Int? {
    while starts[group] < ends[group], isTaken[places[starts[group]]] { starts[group] += 1 }
    let few = places[starts[group]..<min(ends[group], starts[group] + Interleaving.reach)]
    return few.first { !isTaken[$0] && isPreferred($0) } ?? few.first
  }
}
