/// Whether an item's key stands in the passage that teaches it, and in the source it cites.
extension PackReviewer {
  mutating func reviewEvidence() {
    var sections: [Int: Evidence] = [:]
    var isRelated: [Int: Bool] = [:]
    var lastLesson = -1
    for index in items.indices {
      let (lesson, section) = places[index]
      if lesson != lastLesson {
        sections = [:]
        isRelated = [:]
        lastLesson = lesson
      }
      let part = pack.lessons[lesson].sections[section]
      if !part.reading.isEmpty {
        let related = isRelated[section] ?? isAboutItems(part, from: index)
        isRelated[section] = related
        if items[index].passages.isEmpty {
          if related {
            var passage =
              sections[section]
              ?? evidence([title(of: lesson, section)] + part.reading.map(\.plain))
            sections[section] = nil
            reviewPassage(&passage, index)
            sections[section] = passage
          }
        } else {
          let blocks = items[index].passages.compactMap { pack.lessons[lesson].paragraph($0) }
          guard !blocks.isEmpty else { continue }
          var passage = evidence([title(of: lesson, section)] + blocks.map(\.plain))
          reviewPassage(&passage, index)
        }
      }
      if !documents.isEmpty { reviewSource(index) }
    }
  }

  /// False for a line or two that none of the section's questions has a word of: they say how a test
  /// is taken, and teach nothing.
  private mutating func isAboutItems(_ part: Section, from first: Int) -> Bool {
    var words: Set<Int32> = []
    var count = 0
    for block in part.reading {
      let read = table.words(of: block.plain)
      count += read.count
      words.formUnion(read.content.map(\.stem))
    }
    if count >= Self.shortReading { return true }
    for index in first..<min(items.count, first + part.items.count) {
      if stems[index].content.contains(where: { words.contains($0.stem) }) { return true }
      for answer in claimed(index) + choices(index) {
        for text in answer.all
        where table.words(of: text).content.contains(where: { words.contains($0.stem) }) {
          return true
        }
      }
    }
    return false
  }

  private static let shortReading = 25

  private func choices(_ index: Int) -> [Accepted] {
    options(of: items[index])?.texts.map { Accepted($0) } ?? []
  }

  private func title(of lesson: Int, _ section: Int) -> String {
    let part = pack.lessons[lesson].sections[section]
    return pack.lessons[lesson].title.plain + "\n" + (part.title?.plain ?? "")
  }

  private mutating func evidence(_ texts: [String]) -> Evidence {
    Evidence(texts, table: &table, lexicon: grader.lexicon)
  }

  private mutating func reviewPassage(_ passage: inout Evidence, _ index: Int) {
    guard !asksBeyond(index) else { return }
    for accepted in claimed(index) {
      guard !supports(passage, accepted, atLeast: .half) else { continue }
      mark(.keyNotInPassage(key: accepted.key), index, .answer)
      return
    }
    if case .number(let key) = items[index].kind, isToBeFound(key, index),
      !passage.holds(key, lexicon: grader.lexicon)
    {
      mark(.keyNotInPassage(key: key.written.key), index, .answer)
    }
    reviewChoice(passage, index)
  }

  /// A short key that the passage lacks, while it has a distractor, is likely the wrong one.
  private mutating func reviewChoice(_ passage: Evidence, _ index: Int) {
    guard case .choice(let options, let key) = items[index].kind, options.indices.contains(key)
    else { return }
    let text = options[key].text.plain
    let words = table.words(of: text).content
    guard (1...3).contains(words.count), !words.contains(where: \.isNumber),
      !supports(passage, Accepted(text), atLeast: .some)
    else { return }
    for (place, option) in options.enumerated() where place != key {
      let other = table.words(of: option.text.plain)
      guard (1...3).contains(other.content.count), passage.words.place(of: other) != nil else {
        continue
      }
      mark(.keyNotInPassage(key: text), index, .option(key))
      return
    }
  }

  /// True where a question asks for what the passage does not say: what is not so, or what would be.
  private func asksBeyond(_ index: Int) -> Bool {
    stems[index].contains { Self.beyond.contains(table.spellings[Int($0.form)]) }
  }

  private static let beyond: Set<String> = [
    "not", "except", "outside", "never", "neither", "would", "could", "suppose", "imagine",
    "opposite", "besides", "guess", "apply", "own", "example", "instead", "spell", "calculate",
    "compute", "estimate", "translate", "background",
  ]

  /// The answers that the passage should name.
  private func claimed(_ index: Int) -> [Accepted] {
    switch items[index].kind {
    case .text(let accepted): [accepted]
    case .list(let parts, _): parts
    case .cloze(let gaps, _): gaps
    case .choice, .selection, .trueFalse, .number, .ordering, .matching, .map, .chain, .open: []
    }
  }

  /// A number that is counted or computed need not stand anywhere.
  private func isToBeFound(_ key: NumberKey, _ index: Int) -> Bool {
    switch key.target {
    case .exactly(let value): !key.unit.isEmpty || value > 30
    case .within, .range: true
    }
  }

  // MARK: Sources

  private mutating func reviewSource(_ index: Int) {
    let item = items[index]
    // Where one of the sources is not at hand, the key may stand there.
    guard !item.sources.isEmpty, let first = item.sources.first, !asksBeyond(index),
      // What compares two sources need stand in neither.
      item.sources.allSatisfy({ documents[$0.source] != nil && $0.source == first.source })
    else { return }
    var cited = evidence(item.sources.flatMap(paragraphs))
    guard cited.words.count >= 5 else { return }
    if case .number(let key) = item.kind {
      guard isToBeFound(key, index), !cited.holds(key, lexicon: grader.lexicon) else { return }
      mark(
        .keyNotInSource(key: key.written.key, reference: first, elsewhere: []), index, .source)
      return
    }
    for accepted in claimed(index) where !supports(cited, accepted, atLeast: .some) {
      guard isOfScript(accepted, of: cited) else { continue }
      var elsewhere: [Int] = []
      let words = table.words(of: accepted.key)
      for (number, paragraph) in (documents[first.source] ?? []).enumerated()
      where table.words(of: paragraph).place(of: words) != nil {
        elsewhere.append(number + 1)
      }
      mark(
        .keyNotInSource(key: accepted.key, reference: first, elsewhere: elsewhere), index, .source)
      return
    }
  }

  private func paragraphs(_ reference: SourceReference) -> [String] {
    let all = documents[reference.source] ?? []
    switch reference.place {
    case .whole, .pages: return all
    case .paragraphs(let range):
      return all.enumerated().filter { range.contains($0.offset + 1) }.map(\.element)
    }
  }

  /// False where no way to write an answer is in the script, or the language, of the source.
  private mutating func isOfScript(_ accepted: Accepted, of cited: Evidence) -> Bool {
    let isHan = cited.hanShare > 0.3
    guard accepted.all.contains(where: { $0.unicodeScalars.contains(where: \.isHan) == isHan })
    else { return false }
    // An English text of any length has its articles and prepositions.
    return !isEnglish || isHan || cited.functionShare > 0.15
  }

  // MARK: Support

  private enum Extent { case some, half }

  /// True where one of the ways to write an answer is borne out by a text.
  private mutating func supports(
    _ text: Evidence, _ accepted: Accepted, atLeast extent: Extent
  ) -> Bool {
    for answer in accepted.all {
      let all = table.words(of: answer)
      guard !all.isEmpty else { return true }
      if answer.unicodeScalars.contains(where: { $0.isHan || $0.isKana }) {
        if text.words.place(of: all) != nil { return true }
        continue
      }
      var content = all.content
      if content.isEmpty { content = all }
      let names = content.filter {
        !Vocabulary.genericNouns.contains(table.spellings[Int($0.form)])
      }
      if !names.isEmpty { content = names }
      let found = content.count { text.holds($0, spelling: table.spellings[Int($0.form)]) }
      switch extent {
      case .some: if found > 0 { return true }
      case .half: if found * 2 >= content.count { return true }
      }
    }
    return isSynonym(accepted, in: text)
  }

  /// True where the pack's own synonyms lead from an answer to the text.
  private mutating func isSynonym(_ accepted: Accepted, in text: Evidence) -> Bool {
    for synonym in pack.synonyms {
      let phrases = synonym.phrases.map { table.words(of: $0) }
      let isMeant = accepted.all.contains { answer in
        let words = table.words(of: answer)
        return phrases.contains { words.place(of: $0) != nil }
      }
      if isMeant, phrases.contains(where: { text.words.place(of: $0) != nil }) { return true }
    }
    return false
  }
}

/// A text that keys are looked for in.
struct Evidence {
  let words: [WordTable.Word]
  private let forms: Set<Int32>
  private let stems: Set<Int32>
  /// All letters and digits, folded and run together, so that "north-east" holds "northeast".
  private let compact: [UInt8]
  private let text: String
  let hanShare: Double
  let functionShare: Double
  private var numbers: (values: [Double], isVague: Bool)?

  init(_ texts: [String], table: inout WordTable, lexicon: Lexicon) {
    text = texts.joined(separator: "\n")
    words = table.words(of: text)
    forms = Set(words.map(\.form))
    stems = Set(words.map(\.stem))
    let spellings = words.map { table.spellings[Int($0.form)] }
    compact = spellings.flatMap(\.utf8)
    let han = spellings.count { $0.unicodeScalars.first.map { $0.isHan || $0.isKana } ?? false }
    hanShare = words.isEmpty ? 0 : Double(han) / Double(words.count)
    functionShare =
      words.isEmpty ? 0 : Double(words.count(where: \.isFunction)) / Double(words.count)
  }

  /// True where the text has this word, one of the same stem, or one that holds it or begins like it.
  func holds(_ word: WordTable.Word, spelling: String) -> Bool {
    if forms.contains(word.form) || stems.contains(word.stem) { return true }
    guard !word.isNumber, spelling.utf8.count >= 5 else { return false }
    return runsTogether(spelling.prefix(max(4, spelling.count - spelling.count / 4)).utf8)
  }

  /// True where these letters follow each other in the text, whatever stands between its words.
  private func runsTogether(_ letters: Substring.UTF8View) -> Bool {
    var rest = compact[...]
    while let place = rest.firstIndex(where: { $0 == letters.first }) {
      rest = rest[place...]
      if rest.starts(with: letters) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The numbers of the text, read when the first key asks for one.
  private mutating func readNumbers(_ lexicon: Lexicon) -> (values: [Double], isVague: Bool) {
    if let numbers { return numbers }
    var values: [Double] = []
    let phrase = Phrase(text, lexicon: lexicon, limit: 40_000)
    for term in phrase.terms {
      if let value = term.value { values.append(value) }
      if let value = term.otherValue { values.append(value) }
      if case .date(let date) = term.kind {
        values += [date.year, date.day, date.month].compactMap { $0.map(Double.init) }
      }
    }
    // "Half", "twice": numbers that no digit writes.
    let vague: Set<String> = [
      "half", "twice", "double", "dozen", "quarter", "third", "both", "pair",
    ]
    let read = (values, phrase.terms.contains { vague.contains($0.surface) })
    numbers = read
    return read
  }

  /// True where a number of the text is what a key asks for, in whatever scale it is written.
  mutating func holds(_ key: NumberKey, lexicon: Lexicon) -> Bool {
    let (values, isVague) = readNumbers(lexicon)
    if isVague { return true }
    let bounds: ClosedRange<Double>
    switch key.target {
    case .exactly(let value): bounds = value...value
    case .within(let value, let tolerance): bounds = value - tolerance...value + tolerance
    case .range(let range): bounds = range
    }
    // A year or a count is exact; a measure may have been rounded.
    var isExact = false
    if case .exactly(let value) = key.target {
      isExact = key.unit.isEmpty && value == value.rounded()
    }
    let size = max(abs(bounds.lowerBound), abs(bounds.upperBound))
    let slack = size * (isExact ? 1e-9 : 0.005)
    return values.contains { value in
      [1, 1e-2, 1e2, 1e-3, 1e-6, 1e-9, 1e-12, 1e3, 1e6, 1e9].contains { scale in
        (bounds.lowerBound - slack...bounds.upperBound + slack).contains(value * scale)
      }
    }
  }
}
