import Glibc

/// Searches the readings and items of packs.
///
/// Of an item that the learner has not answered yet, only what its question shows is searched and
/// shown; its key and explanation count once it was answered. Readings are open at any time, as
/// they are to `read`.
package struct Finder {
  private let packs: [Pack]
  private let lexicon: Lexicon
  private let progress: Progress

  package init(packs: [Pack], lexicon: Lexicon, progress: Progress) {
    self.packs = packs
    self.lexicon = lexicon
    self.progress = progress
  }

  /// One thing that can be found: a section's reading, or an item of it.
  private struct Document {
    var pack: Int
    var lesson: Int
    var section: Int
    /// Nil for the section's reading.
    var item: Int?
  }

  private struct Match {
    var document: Document
    var frequencies: [Double]
    var length: Double
    var score = 0.0
    var termsMet: Int { frequencies.count { $0 > 0 } }
  }

  // MARK: - Finding

  /// The best `limit` places, by all words where any has all, else by as many as are met.
  ///
  /// - Complexity: O(bytes of all texts); no index is kept.
  /// - Source: Okapi BM25, as in Robertson and Zaragoza 2009, with k1 1.2 and b 0.5: questions and
  ///   readings differ much in length.
  package func page(for text: String, limit: Int, isShell: Bool = false) -> FindPage {
    let query = SearchQuery(text, lexicon: lexicon)
    var page = FindPage(query: text, isShell: isShell)
    guard !query.terms.isEmpty else { return page }
    var scan = SearchScan(query, lexicon: lexicon)
    var matches: [Match] = []
    var documents = 0
    var words = 0.0
    forEachDocument { document in
      scan.reset()
      for field in fields(of: document) { scan.add(field.text, weight: field.weight) }
      documents += 1
      words += scan.length
      guard scan.frequencies.contains(where: { $0 > 0 }) else { return }
      matches.append(
        Match(document: document, frequencies: scan.frequencies, length: scan.length))
    }
    page.missing = missing(query, matches)
    let most = matches.reduce(0) { max($0, $1.termsMet) }
    rank(&matches, documents: documents, meanLength: words / Double(max(1, documents)))
    let best = matches.filter { $0.termsMet == most }
    page.total = best.count
    page.termsMet = most
    page.terms = query.terms.count
    page.hits = best.prefix(limit).map { hit(for: $0, scan) }
    return page
  }

  private func rank(_ matches: inout [Match], documents: Int, meanLength: Double) {
    let terms = matches.first?.frequencies.count ?? 0
    let rarity = (0..<terms).map { term in
      let met = Double(matches.count { $0.frequencies[term] > 0 })
      return log(1 + (Double(documents) - met + 0.5) / (met + 0.5))
    }
    for index in matches.indices {
      let relative = matches[index].length / max(1, meanLength)
      for (term, frequency) in matches[index].frequencies.enumerated() where frequency > 0 {
        matches[index].score +=
          rarity[term] * frequency * 2.2 / (frequency + 1.2 * (0.5 + 0.5 * relative))
      }
    }
    // Equal ones stay in the order of the packs.
    let order = matches.indices.sorted {
      matches[$0].score != matches[$1].score
        ? matches[$0].score > matches[$1].score : $0 < $1
    }
    matches = order.map { matches[$0] }
  }

  // MARK: - What is searched

  private func forEachDocument(_ body: (Document) -> Void) {
    for (pack, contents) in packs.enumerated() {
      for (lesson, part) in contents.lessons.enumerated() {
        for (section, stretch) in part.sections.enumerated() {
          var document = Document(pack: pack, lesson: lesson, section: section, item: nil)
          if !stretch.reading.isEmpty { body(document) }
          for item in stretch.items.indices {
            document.item = item
            body(document)
          }
        }
      }
    }
  }

  private typealias Field = (text: String, weight: Double)

  private func fields(of document: Document) -> [Field] {
    let lesson = packs[document.pack].lessons[document.lesson]
    let section = lesson.sections[document.section]
    guard let index = document.item else {
      return [(lesson.title.plain, 2), (section.title?.plain ?? "", 3)]
        + section.reading.map { ($0.plain, 1) }
    }
    return texts(of: section.items[index], in: packs[document.pack].id)
  }

  /// What of an item may be seen: its question, and once it was answered its key and explanation.
  private func texts(of item: Item, in pack: PackID) -> [Field] {
    var fields: [Field] = item.stem.map { ($0.plain, 2) }
    fields += item.kind.shownTexts.map { ($0, 1) }
    guard isAnswered(item, in: pack) else { return fields }
    fields += item.kind.answerTexts.map { ($0, 2) }
    return fields + item.explanation.map { ($0.plain, 1) }
  }

  private func isAnswered(_ item: Item, in pack: PackID) -> Bool {
    progress.items[ItemKey(pack: pack, item: item.id)]?.card.reviewed != nil
  }

  // MARK: - Hits

  private func hit(for match: Match, _ scan: SearchScan) -> FindPage.Hit {
    let pack = packs[match.document.pack]
    let lesson = pack.lessons[match.document.lesson]
    let section = lesson.sections[match.document.section]
    let place: FindPage.Place
    let texts: [String]
    if let index = match.document.item {
      let item = section.items[index]
      place = .item(item.id, isAnswered: isAnswered(item, in: pack.id))
      let all = self.texts(of: item, in: pack.id).map(\.text)
      let stem = all.prefix(item.stem.count)
      // The question says what the hit is about, wherever in it the words were found.
      let isInStem = stem.contains { !scan.marks(in: $0).isEmpty }
      let other = isInStem ? nil : best(of: all.dropFirst(item.stem.count), scan)
      texts = [best(of: stem, scan) ?? ""] + [other].compactMap { $0 }
    } else {
      place = .reading(
        section: pack.readingNumber(lesson: match.document.lesson, section: match.document.section),
        of: pack.readingPages.count)
      texts = [best(of: section.reading.map(\.plain)[...], scan) ?? ""]
    }
    return FindPage.Hit(
      pack: pack.id, place: place, lesson: lesson.title.plain, section: section.title?.plain,
      texts: texts.map { FindPage.Excerpt(of: $0, marks: scan.marks(in: $0)) }, score: match.score)
  }

  /// The text in which most words are marked; the first of several.
  private func best(of texts: ArraySlice<String>, _ scan: SearchScan) -> String? {
    var best: (text: String, marks: Int)?
    for text in texts {
      let marks = scan.marks(in: text).count
      if best.map({ marks > $0.marks }) ?? true { best = (text, marks) }
    }
    return best?.text
  }

  // MARK: - Nothing found

  /// The terms that stand nowhere, each with the nearest words that do.
  private func missing(_ query: SearchQuery, _ matches: [Match]) -> [FindPage.Missing] {
    let absent = query.terms.indices.filter { term in
      !matches.contains { $0.frequencies[term] > 0 }
    }
    guard !absent.isEmpty else { return [] }
    let words = absent.map { query.terms[$0].text }
    var vocabulary = SearchVocabulary(near: words, lexicon: lexicon)
    forEachDocument { document in
      for field in fields(of: document) { vocabulary.add(field.text) }
    }
    return words.map { FindPage.Missing(word: $0, nearest: vocabulary.nearest(to: $0)) }
  }
}

extension ItemKind {
  /// What the question shows beside its stem, in no order that gives anything away.
  fileprivate var shownTexts: [String] {
    switch self {
    case .choice(let options, _), .selection(let options, _): options.map(\.text.plain)
    case .matching(let matching): matching.pairs.map(\.left.plain)
    case .trueFalse, .text, .number, .list, .ordering, .cloze, .map, .chain, .open: []
    }
  }

  /// The key and other ways to write it, and what else is right.
  fileprivate var answerTexts: [String] {
    switch self {
    case .text(let accepted): accepted.all
    case .number(let key): key.written.all
    case .list(let parts, _), .ordering(let parts), .chain(let parts): parts.flatMap(\.all)
    case .cloze(let gaps, _): gaps.flatMap(\.all)
    case .matching(let matching): matching.pairs.map(\.right.plain)
    case .choice, .selection, .trueFalse, .map, .open: []
    }
  }
}
