/// How an item was put to the learner: the order on the screen, and a chain's way of asking.
///
/// Letters in a response mean what was displayed: `a` is the first option on the screen. In print,
/// in class files and in `recite grade` the author's order holds.
package struct AskedForm: Equatable, Sendable {
  /// What is asked of a chain of causes and effects.
  package enum ChainQuestion: Equatable, Sendable {
    /// The link after this one, counted from 0.
    case whatFollows(link: Int)
    /// The link before this one.
    case whatLedTo(link: Int)
    /// The chain is shown without this link.
    case missingLink(Int)
    /// All links are shown lettered in `AskedForm.order`; their right order is asked.
    case order
  }

  /// The author's index of what is displayed at each place.
  ///
  /// Options of a choice or selection, steps of an ordering, right-hand cells of a matching (its
  /// distractors counted after its pairs), lettered places of a map, links of a chain. Empty where
  /// nothing is displayed in an order, and then what has letters stands in the author's.
  package var order: [Int]
  /// Nil for every kind but a chain.
  package var chain: ChainQuestion?

  package init(order: [Int] = [], chain: ChainQuestion? = nil) {
    self.order = order
    self.chain = chain
  }

  /// The letter of a place on the screen, counted from 0; empty beyond z.
  package static func letter(_ place: Int) -> String { LetterReader.letter(place) }

  /// The form in which an item stands in its pack: nothing shuffled, a chain asked for its order.
  ///
  /// Places of a map are lettered as they stand in it.
  package static func authorOrder(for item: Item, on map: GeoMap? = nil) -> AskedForm {
    let chain: ChainQuestion? = if case .chain = item.kind { .order } else { nil }
    return AskedForm(order: Array(0..<item.displayedCount(on: map)), chain: chain)
  }

  /// The form drawn for one asking of an item: equal for equal seed, item and review count.
  ///
  /// Options and rows are shuffled unless the author keeps their order; steps and links always are,
  /// and never stand in the right order. A chain's way of asking goes round with `reviewCount`, the
  /// number of times that the item has been answered before.
  package static func drawn(
    for item: Item, on map: GeoMap? = nil, reviewCount: Int, seed: UInt64
  ) -> AskedForm {
    var generator = SeededGenerator(seed: seed, "form", item.id.rawValue, String(reviewCount))
    let count = item.displayedCount(on: map)
    switch item.kind {
    case .choice, .selection, .matching, .map:
      guard item.shuffles else { return authorOrder(for: item, on: map) }
      return AskedForm(order: generator.shuffled(Array(0..<count)))
    case .ordering:
      return AskedForm(order: scrambled(count, by: &generator))
    case .chain:
      let start = generator.number(below: 4)
      return AskedForm(
        order: scrambled(count, by: &generator),
        chain: question(
          ofChainWith: count, way: (start &+ max(0, reviewCount)) % 4, by: &generator))
    case .trueFalse, .text, .number, .list, .cloze, .open:
      return authorOrder(for: item)
    }
  }

  private static func question(
    ofChainWith links: Int, way: Int, by generator: inout SeededGenerator
  ) -> ChainQuestion {
    guard links > 2 else {
      return way % 2 == 0 ? .whatFollows(link: 0) : .whatLedTo(link: max(0, links - 1))
    }
    switch way {
    case 0: return .whatFollows(link: generator.number(below: links - 1))
    case 1: return .whatLedTo(link: 1 + generator.number(below: links - 1))
    case 2: return .missingLink(1 + generator.number(below: links - 2))
    default: return .order
    }
  }

  /// An order that is not the author's, where there are two things to order at all.
  private static func scrambled(_ count: Int, by generator: inout SeededGenerator) -> [Int] {
    let original = Array(0..<count)
    let order = generator.shuffled(original)
    guard count > 1, order == original else { return order }
    return Array(original.dropFirst()) + original.prefix(1)
  }
}

extension Item {
  /// How many things the item displays in an order of their own.
  func displayedCount(on map: GeoMap?) -> Int {
    switch kind {
    case .choice(let options, _), .selection(let options, _): options.count
    case .ordering(let steps): steps.count
    case .matching(let matching): matching.pairs.count + matching.distractors.count
    case .chain(let links): links.count
    case .map(.pick(let feature)): map?.choices(for: feature).count ?? 0
    case .map(.borders(let feature)): map?.neighbourChoices(for: feature).count ?? 0
    case .trueFalse, .text, .number, .list, .cloze, .map(.name), .map(.each), .open: 0
    }
  }
}
