/// Flagging, suspending and burying items by name at the home prompt, and taking it back.
extension Home {
  /// What a name typed for an item comes to.
  private enum Named {
    case item(ItemKey)
    case notice(Notice)
  }

  /// The item with this name: `PACK/ITEM`, or `ITEM` where only one pack has it.
  private func item(named name: String) -> Named {
    let keys = library.flatMap { pack in
      pack.items.flatMap { $0.askable(with: pack.map) }.map {
        ItemKey(pack: pack.id, item: $0.id)
      }
    }
    if let key = ItemKey(name), keys.contains(key) { return .item(key) }
    let same = keys.filter { $0.item.rawValue == name }
    if same.count == 1, let key = same.first { return .item(key) }
    if same.count > 1 { return .notice(.ambiguousItem(name, same)) }
    let near = nearest(to: name, among: keys.map(\.item.rawValue) + keys.map(\.description))
    return .notice(.noSuchItem(name, suggestion: near))
  }

  mutating func flag(_ argument: String, at: Timestamp) -> [Effect] {
    guard defaults.records else { return say(.notRecorded(.flag)) }
    let name = String(argument.prefix { $0 != " " })
    let note = String(argument.dropFirst(name.count)).trimmingBlanks()
    guard !name.isEmpty, !note.isEmpty else { return say(.missingArgument(.flag, at: .home)) }
    switch item(named: name) {
    case .notice(let notice): return say(notice)
    case .item(let key):
      let text = String(note.prefix(1000))
      return record(.flag(key, note: text), at: at) + say(.flagged(key, note: text))
    }
  }

  /// `suspend`, `bury` and their opposites, and `unflag`, of one item or of `all` that are so.
  mutating func setAside(
    _ verb: MetaCommand.Verb, _ name: String, at: Timestamp
  ) -> [Effect] {
    guard !name.isEmpty else { return say(.missingArgument(verb, at: .home)) }
    guard defaults.records else { return say(.notRecorded(verb)) }
    let today = scheduler.day(of: at)
    guard name != "all" else {
      let keys = progress.items.keys.filter { isSo(verb, $0, on: today) }.sorted()
      guard !keys.isEmpty, let action = MetaCommand.Verb.takesBack(verb) else {
        return say(.noneSo(verb))
      }
      return keys.flatMap { record(action($0, today), at: at) }
        + say(.tookBackAll(verb, count: keys.count))
    }
    switch item(named: name) {
    case .notice(let notice): return say(notice)
    case .item(let key): return setAside(verb, key, on: today, at: at)
    }
  }

  private mutating func setAside(
    _ verb: MetaCommand.Verb, _ key: ItemKey, on today: Day, at: Timestamp
  ) -> [Effect] {
    if verb == .suspend {
      return record(.suspension(key, isSuspended: true), at: at) + say(.suspended(key))
    }
    if verb == .bury {
      return record(.burial(key, until: today.advanced(by: 1)), at: at) + say(.buried(key))
    }
    guard isSo(verb, key, on: today), let action = MetaCommand.Verb.takesBack(verb) else {
      return say(.notSo(verb, key))
    }
    return record(action(key, today), at: at) + say(.tookBack(verb, key))
  }

  /// Whether an item is in the state that a verb takes back.
  private func isSo(_ verb: MetaCommand.Verb, _ key: ItemKey, on today: Day) -> Bool {
    guard let record = progress.items[key] else { return false }
    switch verb {
    case .unflag: return record.flag != nil
    case .unsuspend: return record.isSuspended
    case .unbury: return record.buriedUntil.map { today < $0 } ?? false
    default: return false
    }
  }

  func asidePage(at: Timestamp) -> AsidePage {
    AsidePage(of: Course(library), progress, today: scheduler.day(of: at))
  }
}

extension MetaCommand.Verb {
  /// The entry by which `unflag`, `unsuspend` or `unbury` takes back what was said of an item.
  fileprivate static func takesBack(
    _ verb: MetaCommand.Verb
  ) -> ((ItemKey, Day) -> JournalEntry.Action)? {
    switch verb {
    case .unflag: { key, _ in .flag(key, note: "") }
    case .unsuspend: { key, _ in .suspension(key, isSuspended: false) }
    case .unbury: { key, today in .burial(key, until: today) }
    default: nil
    }
  }
}

/// What the learner put aside: suspended items, and those buried till another day.
package struct AsidePage: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package var key: ItemKey
    package var stem: String
    /// Nil for a suspended item.
    package var until: Day?
  }

  package var suspended: [Line]
  package var buried: [Line]
  package var today: Day

  init(of course: Course, _ progress: Progress, today: Day) {
    self.today = today
    suspended = []
    buried = []
    for entry in course.entries {
      guard let record = progress.items[entry.key] else { continue }
      let stem = entry.item.stem.first?.plain ?? ""
      if record.isSuspended {
        suspended.append(Line(key: entry.key, stem: stem))
      } else if let until = record.buriedUntil, today < until {
        buried.append(Line(key: entry.key, stem: stem, until: until))
      }
    }
  }
}

extension Progress {
  /// The flags of a course's items in its order, then those of other items by name.
  ///
  /// Those of others are left out where `onlyCourse`.
  package func flagLines(in course: Course, onlyCourse: Bool = false) -> [FlagLine] {
    let known = course.entries.compactMap { entry in
      items[entry.key]?.flag.map {
        FlagLine(key: entry.key, note: $0, stem: entry.item.stem.first?.plain)
      }
    }
    guard !onlyCourse else { return known }
    let keys = Set(known.map(\.key))
    return known
      + items.compactMap { key, record in
        keys.contains(key) ? nil : record.flag.map { FlagLine(key: key, note: $0) }
      }.sorted { $0.key < $1.key }
  }
}
