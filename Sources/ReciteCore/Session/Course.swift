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
    for (packIndex, pack) in packs.enumerated() {
      for (lessonIndex, lesson) in pack.lessons.enumerated() {
        for (sectionIndex, section) in lesson.sections.enumerated() {
          let place = Place(pack: packIndex, lesson: lessonIndex, section: sectionIndex)
          for item in section.items.flatMap({ $0.askable(with: pack.map) }) {
            entries.append(
              Entry(key: ItemKey(pack: pack.id, item: item.id), item: item, place: place))
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

  /// True where the item has this topic or tag; letter case does not matter.
  package static func matches(_ item: Item, topicOrTag word: String) -> Bool {
    let wanted = word.lowercased()
    return item.topic?.rawValue.lowercased() == wanted
      || item.tags.contains { $0.lowercased() == wanted }
  }
}
