import ReciteCore

/// A pack's questions on paper: which, in which order, each as it is asked, and the key.
package struct Worksheet: Sendable {
  /// One question of the sheet.
  package struct Entry: Sendable {
    /// Counted from 1.
    package var number: Int
    package var item: Item
    package var form: AskedForm
    package var map: GeoMap?
    /// The picture that belongs to a question on a map.
    package var view: MapView?
  }

  package var title: String
  package var language: String
  /// What the questions were drawn by; nil where they stand in the author's order.
  package var seed: UInt64?
  package var entries: [Entry]
  /// Who made the maps on it.
  package var credits: [String]

  /// The sheet of a course.
  ///
  /// With a seed it asks what `recite quiz` with that seed asks, in its order and with its letters.
  /// Without one, items and options stand as the author wrote them; only what would show its own key
  /// that way is put in another order.
  package init(_ course: Course, topic: String?, count: Int?, seed: UInt64?) {
    title = course.packs.map(\.title).joined(separator: ", ")
    language = course.packs.first?.language ?? "en"
    self.seed = seed
    credits = []
    entries = []
    for place in Worksheet.places(course, topic, count, seed) {
      let found = course.entries[place]
      let map = course.pack(of: found).map
      var view: MapView?
      let form = Worksheet.form(of: found.item, map, seed)
      if case .map(let question) = found.item.kind {
        // A question on a place that the map lacks cannot be asked.
        guard let map, let drawn = MapView(asking: question, of: map, order: form.order) else {
          continue
        }
        view = drawn
        for credit in course.pack(of: found).credits where !credits.contains(credit) {
          credits.append(credit)
        }
      }
      entries.append(
        Entry(number: entries.count + 1, item: found.item, form: form, map: map, view: view))
    }
  }

  private static func places(
    _ course: Course, _ topic: String?, _ count: Int?, _ seed: UInt64?
  ) -> [Int] {
    guard let seed else {
      let places = topic.map { course.entries(matching: $0) } ?? Array(course.entries.indices)
      return Array(places.prefix(count ?? places.count))
    }
    let plan = SessionPlan(mode: .quiz(topic: topic), seed: seed, records: false, count: count)
    var queue = SessionOrder.queue(
      for: plan, course: course, progress: Progress(), scheduler: Scheduler(),
      at: Timestamp(Instant(milliseconds: 0), zone: ZoneOffset(clampingMinutes: 0)))
    var places: [Int] = []
    var last: Queue.Entry?
    while let entry = queue.next(after: last) {
      queue.answer(entry)
      places.append(entry.place)
      last = entry
    }
    return places
  }

  private static func form(of item: Item, _ map: GeoMap?, _ seed: UInt64?) -> AskedForm {
    let drawn = AskedForm.drawn(for: item, on: map, reviewCount: 0, seed: seed ?? 0)
    guard seed == nil else { return drawn }
    switch item.kind {
    case .choice, .selection, .map: return .authorOrder(for: item, on: map)
    case .ordering, .chain, .matching, .trueFalse, .text, .number, .list, .cloze, .open:
      return drawn
    }
  }

  /// `Version 7`, and what draws it again; empty in the author's order.
  package var versionLine: String { seed.map { "Version \($0)" } ?? "" }

  /// The links of a chain as they are shown; nil is the blank, and no links where all are lettered.
  package static func shownLinks(_ links: [Accepted], _ form: AskedForm) -> [String?] {
    switch form.chain {
    case .whatFollows(let link): links.prefix(link + 1).map(\.key) + [nil]
    case .whatLedTo(let link): [nil] + links.dropFirst(link).map(\.key)
    case .missingLink(let link):
      links.enumerated().map { $0.offset == link ? nil : $0.element.key }
    case .order, nil: []
    }
  }

  /// Lines to leave for an answer in words.
  package static func lines(for kind: ItemKind) -> Int {
    switch kind {
    case .open(let rubric): min(12, max(5, 2 * rubric.points.count))
    case .list(let parts, let need): min(10, need ?? parts.count)
    case .text, .number, .map(.name), .map(.pick), .map(.borders), .chain: 1
    case .choice, .selection, .trueFalse, .ordering, .matching, .cloze, .map(.each): 0
    }
  }
}

extension Worksheet.Entry {
  /// True where the question has a blank to write into.
  var hasBlank: Bool {
    item.stem.contains { block in
      if case .paragraph(let text) = block { return text.plain.contains("____") }
      return false
    }
  }

  /// The right answer, a part a text, lettered as on the sheet.
  package var key: [String] { item.keyText(as: form, on: map) }

  /// Other ways to write the right answer.
  package var aliases: [String] {
    switch item.kind {
    case .text(let accepted): accepted.aliases
    case .number(let number): number.written.aliases
    case .list(let parts, _), .cloze(let parts, _):
      parts.filter { !$0.aliases.isEmpty }
        .map { "\($0.key) = " + $0.aliases.joined(separator: " = ") }
    default: []
    }
  }
}
