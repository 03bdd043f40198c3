import ReciteCore

/// Checks that what items refer to is there: sources, quotations, passages, items, places.
struct ReferenceChecker {
  private let pack: Pack
  private let placed: [PlacedItem]
  private let referring: [(index: Int, item: Item)]
  private let map: GeoMap?
  private let documents: [SourceParagraphs]
  private let ids: [ItemID: Int]
  private(set) var reports: [Reports]
  /// The words of each lesson's reading, made when the first quotation asks for them.
  private var readings: [Int: String] = [:]

  init(
    pack: Pack, placed: [PlacedItem], referring: [(index: Int, item: Item)], map: GeoMap?,
    documents: [SourceParagraphs], ids: [ItemID: Int], reports: [Reports]
  ) {
    self.pack = pack
    self.placed = placed
    self.referring = referring
    self.map = map
    self.documents = documents
    self.reports = reports
    self.ids = ids
  }

  /// Adds a report for every reference that leads nowhere.
  /// - Complexity: O(items + references), and the length of the texts for each quotation.
  mutating func check() {
    for (index, item) in referring { check(item, index) }
    if referring.contains(where: { !$0.item.requires.isEmpty }) { checkCircles() }
    if referring.contains(where: { $0.item.kind.isChain }) { checkChains() }
  }

  /// Reports the steps by which causes come to be their own effects.
  private mutating func checkChains() {
    let items = pack.items
    for circle in CausalGraph(of: items).circles {
      guard let index = items.firstIndex(where: { $0.id == circle.item }) else { continue }
      report(
        .circularChain, index, placed[index].places.answer,
        "the step from '\(circle.cause)' to '\(circle.effect)' leads back to its own cause",
        help: "two links of one wording are one link, in all chains of the pack; word one of them "
          + "differently, or end the chain before it")
    }
  }

  private mutating func check(_ item: Item, _ index: Int) {
    for place in placed[index].places.references {
      switch place.reference {
      case .source(let reference): check(reference, index, place.range)
      case .quote(let words): checkQuote(words, of: item, index, place.range)
      case .passage(let reference): check(reference, index, place.range)
      case .requires(let id), .apart(let id): check(id, of: item, index, place.range)
      }
    }
    if case .map(let question) = item.kind { check(question, index) }
  }

  private mutating func report(
    _ code: DiagnosticCode, _ index: Int, _ range: Range<Int>, _ message: String, help: String?
  ) {
    reports[placed[index].file].add(code, at: range, message, help: help)
  }

  // MARK: Sources and quotations

  private mutating func check(_ reference: SourceReference, _ index: Int, _ range: Range<Int>) {
    guard let source = pack.sources.first(where: { $0.id == reference.source }) else {
      let nearest = NearestName.nearest(
        to: reference.source.rawValue, among: pack.sources.map(\.id.rawValue))
      report(
        .unknownSource, index, range, "there is no source '\(reference.source)'",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "name it in the pack's header: 'source \(reference.source): Title'")
      return
    }
    guard case .paragraphs(let paragraphs) = reference.place,
      let count = paragraphCount(of: source),
      paragraphs.upperBound > count
    else { return }
    report(
      .noSuchParagraph, index, range,
      "the source '\(source.id)' has \(count) paragraphs, and no ¶\(paragraphs.upperBound)",
      help: "they are counted from 1, the title included")
  }

  private func paragraphCount(of source: SourceDocument) -> Int? {
    document(source.id)?.paragraphs.count ?? source.paragraphCount
  }

  private func document(_ id: SourceID) -> SourceParagraphs? {
    documents.first { $0.source == id }
  }

  private mutating func checkQuote(
    _ words: String, of item: Item, _ index: Int, _ range: Range<Int>
  ) {
    if reading(of: placed[index].lesson).contains(words.comparable) { return }
    let cited = item.sources
    let sources = cited.isEmpty ? pack.sources.map(\.id) : cited.map(\.source)
    // A document that is not in the pack may hold the words: `--source ID=FILE` can tell.
    guard sources.allSatisfy({ document($0) != nil }) else { return }
    if cited.isEmpty {
      if documents.contains(where: { $0.contains(words) }) { return }
    } else if cited.contains(where: { stands(words, $0) }) {
      return
    }
    let elsewhere = documents.first { $0.contains(words) }
    report(
      .quoteNotFound, index, range, "these words stand neither in the source nor in the reading",
      help: elsewhere.map { "they stand in another place of '\($0.source)'; mend 'Source:'" }
        ?? "copy them exactly; a quotation is evidence only if it can be found")
  }

  private func stands(_ words: String, _ reference: SourceReference) -> Bool {
    guard let document = document(reference.source) else { return false }
    guard case .paragraphs(let range) = reference.place else { return document.contains(words) }
    return document.contains(words, in: range)
  }

  private mutating func reading(of lesson: Int) -> String {
    if let known = readings[lesson] { return known }
    let text = pack.lessons[lesson].paragraphs.map(\.plain).joined(separator: " ").comparable
    readings[lesson] = text
    return text
  }

  // MARK: Passages

  private mutating func check(_ reference: PassageReference, _ index: Int, _ range: Range<Int>) {
    let lesson = pack.lessons[placed[index].lesson]
    guard lesson.paragraph(reference) == nil else { return }
    switch reference {
    case .paragraph(let number):
      report(
        .passageNotFound, index, range,
        "the lesson's reading has \(lesson.paragraphs.count) paragraphs, and no ¶\(number)",
        help: "they are counted from the lesson's '#'; a list or table counts as one")
    case .words:
      report(
        .passageNotFound, index, range, "these words stand nowhere in the lesson's reading",
        help: "copy them exactly from one paragraph")
    }
  }

  // MARK: Items

  private mutating func check(
    _ id: ItemID, of item: Item, _ index: Int, _ range: Range<Int>
  ) {
    if id == item.id {
      report(
        .circularRequirement, index, range, "an item refers to itself", help: "delete this id")
      return
    }
    // `Map: each` makes items `ID.FEATURE`.
    let stem = id.rawValue.firstIndex(of: ".").map { ItemID(String(id.rawValue[..<$0])) }
    if ids[id] != nil || stem.flatMap({ ids[$0] }) != nil { return }
    let nearest = NearestName.nearest(to: id.rawValue, among: placed.map(\.id.rawValue))
    report(
      .unknownItem, index, range, "there is no item '\(id)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "'recite check --kinds' lists the ids of the pack")
  }

  /// Reports each item whose requirements come back to it, once a circle.
  private mutating func checkCircles() {
    let items = pack.items
    let requirements = Dictionary(
      items.map { ($0.id, $0.requires) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var done: Set<ItemID> = []
    for (index, item) in items.enumerated() where !item.requires.isEmpty {
      // Depth first, with the path kept on a stack of its own so that no chain is too deep.
      var path: [(id: ItemID, next: Int)] = [(item.id, 0)]
      var onPath: Set<ItemID> = [item.id]
      while let top = path.last {
        let next = requirements[top.id] ?? []
        guard top.next < next.count, !done.contains(top.id) else {
          done.insert(top.id)
          onPath.remove(top.id)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let id = next[top.next]
        if onPath.contains(id), id != top.id {
          reportCircle(numbers[top.id] ?? index, id)
        } else if !done.contains(id), !onPath.contains(id) {
          path.append((id, 0))
          onPath.insert(id)
        }
      }
    }
  }

  private mutating func reportCircle(_ index: Int, _ id: ItemID) {
    let place = placed[index].places.references.first { $0.reference == .requires(id) }
    report(
      .circularRequirement, index, place?.range ?? placed[index].places.id,
      "'\(placed[index].id)' requires '\(id)', which requires it in turn",
      help: "one of them must come first")
  }

  // MARK: Places on the map

  private mutating func check(_ question: MapQuestion, _ index: Int) {
    let range = placed[index].places.answer
    guard pack.mapFile != nil else {
      report(
        .noMap, index, range, "this pack has no map",
        help: "name one in its header: 'map: FILE.geojson'")
      return
    }
    guard let map else { return }
    switch question {
    case .name(let id), .pick(let id), .borders(let id):
      if let feature = map.feature(id) {
        guard case .borders = question, feature.borders.isEmpty else { return }
        report(
          .unknownFeature, index, range, "the map does not say what '\(id)' borders",
          help: "give the feature a list: \"borders\":[\"ID\",\"ID\"]")
        return
      }
      let nearest = NearestName.nearest(
        to: id.rawValue, among: map.features.map(\.id.rawValue))
      report(
        .unknownFeature, index, range, "the map has no feature '\(id)'",
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "a feature is named by its 'id' in the map's file")
    case .each(let kind):
      guard map.features(ofKind: kind).isEmpty else { return }
      var kinds: [String] = []
      for feature in map.features where !kinds.contains(feature.kind) { kinds.append(feature.kind) }
      report(
        .unknownFeatureKind, index, range, "the map has no features of the kind '\(kind)'",
        help: NearestName.nearest(to: kind, among: kinds).map { "did you mean '\($0)'?" }
          ?? "its kinds are " + kinds.joined(separator: ", "))
    }
  }
}

extension ItemKind {
  fileprivate var isChain: Bool { if case .chain = self { true } else { false } }
}
