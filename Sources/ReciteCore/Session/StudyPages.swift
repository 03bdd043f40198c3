/// A picture of a map to study.
package struct MapPage: Equatable, Sendable {
  package var title: String
  package var view: MapView
  /// The places that `map PLACE` shows closer.
  package var places: [FeatureID]
  /// True for the picture of the whole.
  package var isFirst: Bool
  /// True where the picture is told instead of drawn.
  package var inWords: Bool
}

/// The causal graph of a pack as a tree.
package struct CausesPage: Equatable, Sendable {
  /// How well a link is known, by the weakest of the items that ask for it.
  package enum Mastery: Equatable, Sendable {
    case new
    case learning
    case known
  }

  package struct Line: Equatable, Sendable {
    package var text: String
    /// 0 for a first cause.
    package var depth: Int
    package var mastery: Mastery
    /// True where it stands further up, with all that follows from it.
    package var isReference: Bool
  }

  package var title: String
  /// From cause to effect; empty where the pack has no chain.
  package var lines: [Line]
}

extension CausesPage {
  /// An item is known when it was right at last, is recalled now with this probability, and will
  /// still be in so many days.
  private static let knownRecall = 0.85
  private static let knownDays = 7.0

  private static func isKnown(
    _ record: Progress.ItemRecord, _ scheduler: Scheduler, at: Timestamp
  ) -> Bool {
    guard let last = record.reviews.last, last.rating != .again,
      let recall = scheduler.retrievability(of: record.card, at: at), recall >= knownRecall
    else { return false }
    return record.card.reviewed.map { $0.memory.stability >= knownDays } ?? false
  }

  /// The chains of a pack, with what is known of them.
  package init(of pack: Pack, _ progress: Progress, _ scheduler: Scheduler, at: Timestamp) {
    let graph = CausalGraph(of: pack.items)
    title = pack.title
    lines = graph.branches.map { branch in
      let link = graph.links[branch.link]
      let records = link.items.map { progress.items[ItemKey(pack: pack.id, item: $0)] }
      let mastery: Mastery =
        records.allSatisfy { $0?.card.reviewed == nil }
        ? .new
        : records.allSatisfy { $0.map { CausesPage.isKnown($0, scheduler, at: at) } ?? false }
          ? .known : .learning
      return Line(
        text: link.text, depth: branch.depth, mastery: mastery, isReference: branch.isReference)
    }
  }
}

extension MapPage {
  /// The word that asks for a picture in words.
  package static let describing = "describe"

  /// What `map ARGUMENT` shows of a pack: the whole, a place of it, or either in words.
  ///
  /// Nil where the pack has no map; `hidden` are texts that must not be read off it.
  package init?(of pack: Pack, argument: String, hiding hidden: [String] = []) {
    guard let map = pack.map else { return nil }
    var words = argument.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
    inWords = words.last == MapPage.describing
    if inWords { words.removeLast() }
    let views = MapView.study(map, hiding: hidden)
    let wanted = words.joined(separator: " ")
    places = views.compactMap(\.subject)
    let closer = views.first { view in
      guard !wanted.isEmpty, let place = view.subject.flatMap(map.feature) else { return false }
      return place.id.rawValue == wanted
        || place.names.all.contains { $0.lowercased() == wanted }
    }
    guard wanted.isEmpty || closer != nil, let view = closer ?? views.first else { return nil }
    self.view = view
    isFirst = closer == nil
    title = closer?.subject.flatMap(map.feature)?.name ?? pack.title
  }

  /// The picture that belongs to a question, shown again; nil where it has none.
  package init?(asking item: Item, _ form: AskedForm, of pack: Pack, argument: String) {
    guard case .map(let question) = item.kind, let map = pack.map,
      let view = MapView(asking: question, of: map, order: form.order)
    else { return nil }
    self.init(
      title: pack.title, view: view, places: [], isFirst: false,
      inWords: argument.trimmingBlanks().lowercased() == MapPage.describing)
  }
}
