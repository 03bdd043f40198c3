/// What a pack covers: the paragraphs of its sources, its topics and kinds, its own reading.
package struct Coverage: Equatable, Sendable {
  /// A source and what the items cite of it.
  package struct Source: Equatable, Sendable {
    package var id: SourceID
    package var title: String
    /// How many paragraphs it has; nil where neither the pack nor the caller says.
    package var paragraphs: Int?
    /// Items that cite it at all.
    package var items: Int
    /// The cited paragraphs, ascending, counted from 1.
    package var cited: [Int]
    /// The others, ascending, with their beginnings where the text is at hand; headings are left out.
    package var uncited: [Paragraph]
  }

  package struct Paragraph: Equatable, Sendable {
    package var number: Int
    /// The first words; empty where the text is not at hand.
    package var beginning: String
  }

  package struct LessonLine: Equatable, Sendable {
    package var title: String
    package var items: Int
    /// Words of its reading.
    package var words: Int
    /// The grade of Flesch and Kincaid; nil for other languages and short readings.
    package var grade: Double?
    /// Titles of sections that are read and never asked about.
    package var unasked: [String]
  }

  package struct TopicLine: Equatable, Sendable {
    /// Nil for items without one.
    package var topic: Topic?
    package var items: Int
    /// How many of each kind, in the order of `Coverage.kinds`.
    package var kinds: [Int]
  }

  package var pack: PackID
  package var sources: [Source]
  package var lessons: [LessonLine]
  /// In the order of the header; items without a topic last.
  package var topics: [TopicLine]
  /// The names of the kinds that occur, most frequent first.
  package var kinds: [String]
  package var items: Int
  /// Items with an explanation, a hint, a reference to a source.
  package var explained: Int
  package var hinted: Int
  package var cited: Int

  /// What `pack` covers; `documents` are the sources at hand as their paragraphs.
  /// - Complexity: O(*n*) over items, paragraphs and the words of the reading.
  package init(of pack: Pack, documents: [SourceID: [String]] = [:]) {
    let items = pack.items
    self.pack = pack.id
    self.items = items.count
    explained = items.count { item in
      if case .open(let rubric) = item.kind, !rubric.model.isEmpty { return true }
      return !item.explanation.isEmpty
    }
    hinted = items.count { !$0.hints.isEmpty }
    cited = items.count { !$0.sources.isEmpty }
    sources = pack.sources.map { Coverage.source($0, items, documents[$0.id]) }
    let isEnglish = pack.language.lowercased().hasPrefix("en")
    lessons = pack.lessons.map { lesson in
      let blocks = lesson.sections.flatMap(\.reading)
      return LessonLine(
        title: lesson.title.plain, items: lesson.sections.reduce(0) { $0 + $1.items.count },
        words: blocks.reduce(0) { $0 + Coverage.wordCount($1.plain) },
        grade: isEnglish ? ReadingLevel(of: blocks)?.grade : nil,
        unasked: lesson.sections.filter { $0.items.isEmpty && !$0.reading.isEmpty }
          .compactMap { $0.title?.plain })
    }
    var counts: [String: Int] = [:]
    for item in items { counts[item.kind.name, default: 0] += 1 }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    self.kinds = kinds
    let all: [Topic?] = pack.topics.map { $0 } + [nil]
    topics = all.compactMap { topic in
      let own = items.filter { item in
        topic == nil ? item.topic.map { !pack.topics.contains($0) } ?? true : item.topic == topic
      }
      guard topic != nil || !own.isEmpty else { return nil }
      return TopicLine(
        topic: topic, items: own.count,
        kinds: kinds.map { kind in own.count { $0.kind.name == kind } })
    }
  }

  private static func source(
    _ source: SourceDocument, _ items: [Item], _ paragraphs: [String]?
  ) -> Source {
    var cited: Set<Int> = []
    var count = 0
    for item in items {
      let references = item.sources.filter { $0.source == source.id }
      if !references.isEmpty { count += 1 }
      for reference in references {
        if case .paragraphs(let range) = reference.place, range.count <= 10_000 {
          cited.formUnion(range)
        }
      }
    }
    let total = paragraphs?.count ?? source.paragraphCount
    var uncited: [Paragraph] = []
    if let total, total <= 100_000 {
      for number in 1...max(1, total) where total > 0 && !cited.contains(number) {
        let text = paragraphs.map { $0.indices.contains(number - 1) ? $0[number - 1] : "" }
        // The title, and headings between: few words and no full stop.
        let isHeading =
          text.map { wordCount($0) <= 12 && !($0.last.map { ".!?”\"".contains($0) } ?? false) }
          ?? (number == 1)
        if !isHeading { uncited.append(Paragraph(number: number, beginning: beginning(of: text))) }
      }
    }
    return Source(
      id: source.id, title: source.title, paragraphs: total, items: count, cited: cited.sorted(),
      uncited: uncited)
  }

  private static func beginning(of text: String?) -> String {
    guard let words = text?.split(whereSeparator: \.isWhitespace), !words.isEmpty else { return "" }
    let shown = words.prefix(8).joined(separator: " ")
    return words.count > 8 ? shown + " …" : shown
  }

  private static func wordCount(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }
}
