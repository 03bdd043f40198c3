/// A pack of lessons, as far as it could be read.
package struct Pack: Equatable, Sendable {
  package var id: PackID
  package var title: String
  package var author: String?
  package var license: String?
  /// A BCP 47 tag, `en` by default; it settles the decimal mark.
  package var language: String
  /// In the order of the header; no duplicates.
  package var topics: [Topic]
  /// In the order of the header; no duplicates.
  package var sources: [SourceDocument]
  /// The map's file within the pack, and its credit lines.
  package var mapFile: String?
  /// The map itself, as it was read from that file.
  package var map: GeoMap?
  package var credits: [String]
  /// The share of the credit, 0...1, that passes a quiz.
  package var passMark: Double?
  /// Codes of warnings that the author silenced, such as `P031`.
  package var allowedWarnings: [String]
  package var synonyms: [Synonym]
  /// Bounds of the reading level in school grades, as written; nil keeps the checker's own.
  package var readingLevel: ClosedRange<Int>?
  /// The prose before the first lesson.
  package var introduction: [Block]
  package var lessons: [Lesson]

  package init(id: PackID, title: String) {
    self.id = id
    self.title = title
    author = nil
    license = nil
    language = "en"
    topics = []
    sources = []
    mapFile = nil
    map = nil
    credits = []
    passMark = nil
    allowedWarnings = []
    synonyms = []
    readingLevel = nil
    introduction = []
    lessons = []
  }

  /// True where there is anything to ask.
  package var hasItems: Bool { lessons.contains { $0.sections.contains { !$0.items.isEmpty } } }

  /// How many items there are; a map's are counted as they are written.
  package var itemCount: Int {
    lessons.reduce(0) { $1.sections.reduce($0) { $0 + $1.items.count } }
  }

  /// All items, in the order of the pack.
  package var items: [Item] { lessons.flatMap { $0.sections.flatMap(\.items) } }

  /// The item of this id; copies nothing, as `items` would.
  ///
  /// - Complexity: O(items).
  package func item(_ id: ItemID) -> Item? {
    for lesson in lessons {
      for section in lesson.sections {
        if let item = section.items.first(where: { $0.id == id }) { return item }
      }
    }
    return nil
  }
}

/// A document that a pack is derived from.
package struct SourceDocument: Equatable, Sendable {
  package var id: SourceID
  package var title: String
  /// The document's file within the pack (`file ID`), where the author includes it.
  package var file: String?
  /// How many paragraphs it has (`paragraphs ID`), where it is not included.
  package var paragraphCount: Int?

  package init(id: SourceID, title: String, file: String? = nil, paragraphCount: Int? = nil) {
    self.id = id
    self.title = title
    self.file = file
    self.paragraphCount = paragraphCount
  }
}

/// Two ways to say one thing, given by the author: `synonym: SOE = state-owned enterprise`.
package struct Synonym: Equatable, Sendable {
  /// At least two, in the order written.
  package var phrases: [String]

  package init(phrases: [String]) { self.phrases = phrases }
}

/// What one `#` heading opens: a reading in sections, with the items that belong to them.
package struct Lesson: Equatable, Sendable {
  package var title: RichText
  /// The topic of all its items that name none.
  package var topic: Topic?
  /// Lessons taught first, as written: their titles or file names.
  package var requires: [String]
  /// The first has no title and holds what stands before the first `##`; it may be empty.
  package var sections: [Section]

  package init(title: RichText, topic: Topic? = nil, requires: [String] = [], sections: [Section]) {
    self.title = title
    self.topic = topic
    self.requires = requires
    self.sections = sections
  }
}

/// A stretch of reading and the items that ask about it.
package struct Section: Equatable, Sendable {
  /// Nil only for what stands before a lesson's first `##`.
  package var title: RichText?
  package var reading: [Block]
  package var items: [Item]

  package init(title: RichText?, reading: [Block] = [], items: [Item] = []) {
    self.title = title
    self.reading = reading
    self.items = items
  }
}
