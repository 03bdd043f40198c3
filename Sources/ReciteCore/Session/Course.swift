/// The items that a session can draw on, each with its place in its pack.
package struct Course: Equatable, Sendable {
  /// Where an item stands: indices into `packs`, their lessons and their sections.
  package struct Place: Hashable, Sendable {
    package let pack: Int
    package let lesson: Int
    package let section: Int

    package init(pack: Int, lesson: Int, section: Int) {
      self.pack = pack
      self.lesson = lesson
      self.section = section
    }
  }

  package struct Entry: Equatable, Sendable {
    package let key: ItemKey
    package let item: Item
    package let place: Place
  }

  package let packs: [Pack]
  /// In the order of the packs and of their items.
  package let entries: [Entry]

  /// The items of packs that can be asked, in their order; a question of each place of a map
  /// becomes one a place.
  package init(_ packs: [Pack]) {
    self.packs = packs
    var entries: [Entry] = []
    entries.reserveCapacity(packs.reduce(0) { $0 + $1.itemCount })
    for (packIndex, pack) in packs.enumerated() {
      for (lessonIndex, lesson) in pack.lessons.enumerated() {
        for (sectionIndex, section) in lesson.sections.enumerated() {
          let place = Place(pack: packIndex, lesson: lessonIndex, section: sectionIndex)
          for item in section.items {
            guard item.asksMap else {
              entries.append(
                Entry(key: ItemKey(pack: pack.id, item: item.id), item: item, place: place))
              continue
            }
            for item in item.askable(with: pack.map) {
              entries.append(
                Entry(key: ItemKey(pack: pack.id, item: item.id), item: item, place: place))
            }
          }
        }
      }
    }
    self.entries = entries
  }

  package func pack(of entry: Entry) -> Pack { packs[entry.place.pack] }
  package func lesson(of entry: Entry) -> Lesson {
    packs[entry.place.pack].lessons[entry.place.lesson]
  }
  package func section(of entry: Entry) -> Section {
    lesson(of: entry).sections[entry.place.section]
  }

  /// The places of the entries that a word means: a topic or tag in any letter case, else an item
  /// by name, as `ITEM` or `PACK/ITEM`.
  package func entries(matching word: String) -> [Int] {
    let wanted = word.lowercased()
    let byTopic = entries.indices.filter { index in
      let item = entries[index].item
      return item.topic?.rawValue.lowercased() == wanted
        || item.tags.contains { $0.lowercased() == wanted }
    }
    guard byTopic.isEmpty else { return byTopic }
    return entries.indices.filter { index in
      let key = entries[index].key
      return key.item.isNamed(word) || key.description == word
        || (ItemKey(word).map { $0.pack == key.pack && key.item.isNamed($0.item.rawValue) } ?? false)
    }
  }

  /// True where a word means any item.
  package func hasEntries(matching word: String) -> Bool { !entries(matching: word).isEmpty }
}

extension ItemID {
  /// True for the item of this name, and for the questions that `Map: each` makes of it.
  fileprivate func isNamed(_ name: String) -> Bool {
    rawValue == name || rawValue.hasPrefix(name + ".")
  }
}
