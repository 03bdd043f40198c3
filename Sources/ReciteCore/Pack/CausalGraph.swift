/// The chains of a pack joined into one graph: causes above, effects below.
package struct CausalGraph: Equatable, Sendable {
  package struct Link: Equatable, Sendable {
    /// As the first chain that has it words it.
    package var text: String
    /// The items whose chains it stands in, in the order of the pack.
    package var items: [ItemID]
    /// What follows from it: indices into `links`, in the order of the pack, no duplicates.
    package var effects: [Int]
    /// How many links lead to it.
    package var causes: Int
  }

  /// A line of the graph drawn as a tree.
  package struct Branch: Equatable, Sendable {
    /// An index into `links`.
    package var link: Int
    /// 0 for a first cause.
    package var depth: Int
    /// True where it stands further up already, with all that follows from it.
    package var isReference: Bool
  }

  /// A step from cause to effect that leads back to where it came from.
  package struct Circle: Equatable, Sendable {
    /// The item whose chain takes the step.
    package var item: ItemID
    package var cause: String
    package var effect: String
  }

  private struct Step: Hashable {
    var cause: Int
    var effect: Int
  }

  package private(set) var links: [Link] = []
  /// The first item whose chain takes a step.
  private var takers: [Step: ItemID] = [:]

  /// The graph of the chains among `items`.
  ///
  /// Two links are one where the wording of one is the wording of the other, or one of the other
  /// ways to say it; capitals and blanks do not count.
  package init(of items: [Item]) {
    var places = Places()
    for item in items {
      guard case .chain(let chain) = item.kind else { continue }
      var last: Int?
      for accepted in chain {
        let place = place(of: accepted, in: item, &places)
        if let last, takers[Step(cause: last, effect: place)] == nil {
          takers[Step(cause: last, effect: place)] = item.id
        }
        if let last, last != place, !links[last].effects.contains(place) {
          links[last].effects.append(place)
          links[place].causes += 1
        }
        last = place
      }
    }
  }

  /// The steps that close a circle, each once, in the order in which a walk from the first causes
  /// comes upon them; a cause cannot be its own effect.
  /// - Complexity: O(links + effects).
  package var circles: [Circle] {
    var found: [Circle] = []
    func note(_ cause: Int, _ effect: Int) {
      guard let item = takers[Step(cause: cause, effect: effect)] else { return }
      found.append(
        Circle(item: item, cause: links[cause].text, effect: links[effect].text))
    }
    enum Mark { case new, onPath, done }
    var marks = [Mark](repeating: .new, count: links.count)
    for root in links.indices where marks[root] == .new {
      var path: [(link: Int, next: Int)] = [(root, 0)]
      marks[root] = .onPath
      while let top = path.last {
        guard top.next < links[top.link].effects.count else {
          marks[top.link] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let effect = links[top.link].effects[top.next]
        switch marks[effect] {
        case .new:
          marks[effect] = .onPath
          path.append((effect, 0))
        case .onPath: note(top.link, effect)
        case .done: break
        }
      }
    }
    for link in links.indices { note(link, link) }
    return found
  }

  /// Where the links are that have a wording, or can be said in other words; both folded.
  private struct Places {
    var byWording: [String: Int] = [:]
    var byOtherWords: [String: Int] = [:]

    /// First by its own wording, then by another way to say it that is the wording of a link.
    func place(of key: String, or aliases: [String]) -> Int? {
      byWording[key] ?? aliases.lazy.compactMap { byWording[$0] }.first ?? byOtherWords[key]
    }
  }

  private mutating func place(
    of accepted: Accepted, in item: Item, _ places: inout Places
  ) -> Int {
    let key = CausalGraph.folded(accepted.key)
    let aliases = accepted.aliases.map(CausalGraph.folded)
    let known = places.place(of: key, or: aliases)
    let place = known ?? links.count
    if known == nil {
      links.append(Link(text: accepted.key, items: [], effects: [], causes: 0))
      places.byWording[key] = place
    }
    for alias in aliases where places.byOtherWords[alias] == nil {
      places.byOtherWords[alias] = place
    }
    if links[place].items.last != item.id { links[place].items.append(item.id) }
    return place
  }

  /// The text in small letters, with one space for every blank within it.
  private static func folded(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var isBlank = false
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0d).contains(byte) {
        isBlank = !folded.isEmpty
        continue
      }
      if isBlank { folded.append(0x20) }
      isBlank = false
      folded.append((0x41...0x5a).contains(byte) ? byte + 0x20 : byte)
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The graph as a tree from cause to effect, first causes in the order of the pack.
  ///
  /// A link that several causes share stands in full under the first, and is referred to under the
  /// others; so every link is drawn in full exactly once, circles too.
  /// - Complexity: O(links + effects).
  package var branches: [Branch] {
    var branches: [Branch] = []
    var drawn = [Bool](repeating: false, count: links.count)
    let roots = links.indices.filter { links[$0].causes == 0 }
    // What no first cause leads to lies in a circle; it is entered at its first link.
    for root in roots + Array(links.indices) where !drawn[root] {
      var waiting = [Branch(link: root, depth: 0, isReference: false)]
      while var next = waiting.popLast() {
        next.isReference = drawn[next.link]
        branches.append(next)
        guard !drawn[next.link] else { continue }
        drawn[next.link] = true
        for effect in links[next.link].effects.reversed() {
          waiting.append(Branch(link: effect, depth: next.depth + 1, isReference: false))
        }
      }
    }
    return branches
  }
}
