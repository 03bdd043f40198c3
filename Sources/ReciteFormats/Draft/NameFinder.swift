import ReciteCore

/// What a document says of its own words: which are names, and of what.
struct DraftNames: Sendable {
  /// How often each word stands with a capital inside a sentence, and without one.
  private var capital: [String: Int] = [:]
  private var small: [String: Int] = [:]
  private var kinds: [String: DraftMention.NameKind] = [:]
  /// How often each name stands in the document.
  private(set) var counts: [String: Int] = [:]
  let lexicon: Lexicon

  init(sentences: [DraftSentence], lexicon: Lexicon) {
    self.lexicon = lexicon
    for sentence in sentences {
      for (index, word) in sentence.words.enumerated() where word.kind == .word {
        let isInside = index > 0 && !Self.opens(sentence.words[index - 1])
        let plain = word.isPossessive ? String(word.plain.lowercased()) : word.lower
        if !word.isCapital {
          small[plain, default: 0] += 1
        } else if isInside {
          capital[plain, default: 0] += 1
        }
      }
    }
  }

  private static func opens(_ word: DraftWord) -> Bool {
    word.kind == .mark && ["“", "\"", "‘", "'", ":", "—"].contains(word.text)
  }

  mutating func count(_ mentions: [DraftMention]) {
    for mention in mentions where mention.isName { counts[mention.text, default: 0] += 1 }
  }

  /// True for a word such as `Irish` or `French-speaking`, which names nothing by itself.
  func isDescribing(_ name: String) -> Bool {
    name.split(whereSeparator: { $0 == " " || $0 == "-" }).first.map {
      NameWords.adjectives.contains($0.lowercased()) && !name.contains(" ")
    } ?? false
  }

  /// True for a name that is known as a place or country.
  func isPlace(_ name: String) -> Bool {
    let bare = name.lowercased().filter(\.isLetter)
    return lexicon.has(bare, in: .countries) || lexicon.has(bare, in: .places)
  }

  /// True for a word that the document, or the language, writes with a capital in most places.
  func isUsuallyCapital(_ word: DraftWord) -> Bool {
    let seen = capital[word.lower] ?? 0
    return seen > (small[word.lower] ?? 0)
      || !lexicon.has(word.lower.filter(\.isLetter), in: .words)
  }

  /// True for a first word whose capital is its own: a name, `Chinese`, `August`.
  func keepsCapital(_ words: [DraftWord], at index: Int) -> Bool {
    let word = words[index]
    return isNamePart(words, at: index) || isAlwaysCapital(word) || isTradeName(words, at: index)
      || isAdjective(words, at: index) && isUsuallyCapital(word)
      || NameWords.adjectives.contains(word.lower) && !NameWords.sides.contains(word.lower)
      || DraftGrammar.months.contains(word.lower)
  }

  /// True for the first of two everyday words that are a name together: `Reserve Mining`.
  private func isTradeName(_ words: [DraftWord], at index: Int) -> Bool {
    guard index + 1 < words.count, words[index].kind == .word, words[index].isCapital else {
      return false
    }
    let (word, next) = (words[index].lower, words[index + 1])
    // `Chairman Max Baucus` is a man.
    if index + 2 < words.count, words[index + 2].isCapital { return false }
    return next.kind == .word && next.isCapital && next.lower.utf8.count > 2
      && lexicon.has(next.lower, in: .words)
      && !DraftGrammar.functionWords.contains(word) && !DraftClause.droppable.contains(word)
      && !DraftGrammar.months.contains(next.lower) && !NameWords.adjectives.contains(next.lower)
      && !isPlace(next.text)
  }

  /// True for a word that is in no list of words, and that the document never writes small.
  func isAlwaysCapital(_ word: DraftWord) -> Bool {
    let plain = word.isPossessive ? word.plain.lowercased() : word.lower
    guard plain.utf8.count > 3, !DraftGrammar.functionWords.contains(plain),
      (small[plain] ?? 0) == 0, !lexicon.has(plain.filter(\.isLetter), in: .words)
    else {
      return false
    }
    return (capital[plain] ?? 0) > 0 || !plain.hasSuffix("s") && !plain.contains("-")
  }

  /// What the document itself says a name is: `Harbin is a city`.
  mutating func learn(_ name: String, is kind: DraftMention.NameKind) { kinds[name] = kind }

  // MARK: Finding

  /// The names of a sentence, in order.
  func mentions(in words: [DraftWord], taken: [DraftMention]) -> [DraftMention] {
    var isTaken = [Bool](repeating: false, count: words.count)
    for mention in taken { for index in mention.range { isTaken[index] = true } }
    var found: [DraftMention] = []
    var index = 0
    while index < words.count {
      guard !isTaken[index], isNamePart(words, at: index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, !isTaken[end], let next = nextPart(words, after: end, from: index) {
        end = next
      }
      // `Apollo 11`, `World War II` has its number, `Route 66`.
      if end < words.count, words[end].kind == .number, words[end].text.utf8.count <= 2,
        words[end].isSpaced,
        end - index == 1, !DraftUnits.isUnit(end + 1 < words.count ? words[end + 1].lower : ""),
        !["mr", "age"].contains(words[index].lower),
        end + 1 >= words.count || !words[end + 1].isMark("%")
      {
        end += 1
      }
      if let mention = mention(words, index..<end) { found.append(mention) }
      index = end
    }
    return found
  }

  private func mention(_ words: [DraftWord], _ range: Range<Int>) -> DraftMention? {
    var last = words[range.upperBound - 1]
    last.text = last.plain
    let text = (words[range].dropLast() + [last]).running
    guard text.unicodeScalars.count > 1 else { return nil }
    if range.count == 1 {
      let lower = words[range.lowerBound].lower
      guard !isAdjective(words, at: range.lowerBound), !DraftGrammar.days.contains(lower),
        !DraftGrammar.months.contains(lower), !NameWords.titles.contains(lower)
      else { return nil }
    }
    return DraftMention(kind: .name(kind(of: text, words, range)), range: range, text: text)
  }

  /// A word that is capital because it is a name, and not because it begins the sentence.
  func isNamePart(_ words: [DraftWord], at index: Int) -> Bool {
    let word = words[index]
    guard word.isCapital, word.lower != "i" else { return false }
    // `New York`, `Great Britain`
    let leads =
      NameWords.leading.contains(word.lower) && index + 1 < words.count
      && words[index + 1].isCapital
    if DraftGrammar.functionWords.contains(word.lower) && !leads
      || DraftGrammar.openers.contains(word.lower)
      || DraftGrammar.firstAndSecond.contains(word.lower) || word.lower.hasPrefix("i'")
    {
      return false
    }
    guard index == 0 || Self.opens(words[index - 1]) else { return true }
    if word.isAcronym { return true }
    let plain = word.isPossessive ? word.plain.lowercased() : word.lower
    // `Jean-Baptiste Colbert`, `Sri Lanka`
    if index + 1 < words.count, words[index + 1].isCapital {
      let pair = (plain + words[index + 1].plain.lowercased()).filter(\.isLetter)
      if lexicon.has(pair, in: .countries) || lexicon.has(pair, in: .places) || plain.contains("-")
      {
        return true
      }
    }
    if lexicon.has(plain, in: .countries), (small[plain] ?? 0) == 0 { return true }
    if let first = plain.split(separator: "-").first, plain.contains("-"),
      lexicon.has(String(first), in: .words), (capital[plain] ?? 0) == 0
    {
      return false
    }
    let folded = plain.filter { $0 != "-" && $0 != "." && $0 != "'" }
    let isKnown =
      lexicon.has(folded, in: .countries) || lexicon.has(folded, in: .places)
      || lexicon.has(folded, in: .names) || lexicon.has(folded, in: .givenNames)
    let isWord = lexicon.has(folded, in: .words)
    let seen = capital[plain] ?? 0
    if seen > 0, (small[plain] ?? 0) <= seen / 2 { return true }
    // `South America`, but not `Many Americans`.
    if index + 1 < words.count, words[index + 1].isCapital, isWord {
      return NameWords.leading.contains(plain) || isKnown && !isWord
        || lexicon.has(folded, in: .givenNames)
    }
    return !isWord && ((small[plain] ?? 0) == 0 || isKnown)
  }

  private static let beforeDates: Set<String> = [
    "in", "by", "since", "until", "till", "from", "early", "late",
  ]

  /// The end of the name's next part after `end`; nil where the name is over.
  private func nextPart(_ words: [DraftWord], after end: Int, from start: Int) -> Int? {
    let word = words[end]
    let previous = words[end - 1]
    guard word.kind == .word, word.isSpaced,
      !previous.isPossessive || previous.lower.hasSuffix("s'") == false && isTitleLike(words, end)
    else { return nil }
    if previous.isPossessive { return nil }
    // `In July Apollo 11 landed`, but `the July Revolution`.
    if end - start == 1, start > 0, DraftGrammar.months.contains(previous.lower),
      Self.beforeDates.contains(words[start - 1].lower) || words[start - 1].kind == .number
    {
      return nil
    }
    if word.isCapital {
      return DraftGrammar.determiners.contains(word.lower) || word.lower == "i" ? nil : end + 1
    }
    // `Democratic Republic of the Congo`
    if word.lower == "of", end + 2 < words.count, words[end + 1].lower == "the",
      words[end + 2].isCapital, NameWords.beforeOf.contains(previous.lower)
    {
      return end + 3
    }
    guard end + 1 < words.count, words[end + 1].isCapital, words[end + 1].isSpaced else {
      return nil
    }
    let next = words[end + 1]
    if NameWords.particles.contains(word.lower) { return end + 2 }
    if word.lower == "of" {
      return NameWords.beforeOf.contains(previous.lower) ? end + 2 : nil
    }
    if word.lower == "the", end >= 2, words[end - 1].lower == "of" { return nil }
    // `Belt and Road Initiative`.
    if word.lower == "and", end + 2 < words.count, next.isCapital,
      end - start == 1 && NameWords.joined.contains(words[end + 2].lower)
        // `Antofagasta Nitrate and Railway Company`
        || end - start == 2 && words[end + 2].isCapital
          && NameWords.organizations.contains(words[end + 2].lower)
    {
      return end + 2
    }
    return nil
  }

  private func isTitleLike(_ words: [DraftWord], _ index: Int) -> Bool { words[index].isCapital }

  // MARK: Kinds

  /// True for `Chinese` and `Soviet` where they stand before what they describe, and for people.
  func isAdjective(_ words: [DraftWord], at index: Int) -> Bool {
    let lower = words[index].lower
    guard NameWords.adjectives.contains(lower) || Self.hasAdjectiveEnd(lower) else { return false }
    let folded = lower.filter(\.isLetter)
    return !lexicon.has(folded, in: .countries) && !lexicon.has(folded, in: .places)
  }

  private static func hasAdjectiveEnd(_ word: String) -> Bool {
    for end in ["ese", "ish", "ian", "ean", "ians", "eans", "ic", "ist", "ists", "ism"]
    where word.hasSuffix(end) { return true }
    return [
      "african", "american", "mexican", "german", "roman", "korean", "cuban", "moroccan", "ottoman",
      "norman", "africans", "americans", "germans", "romans", "mexicans", "tibetan", "catalan",
      "angolan", "andorran",
    ].contains(word)
  }

  func kind(
    of text: String, _ words: [DraftWord], _ range: Range<Int>
  ) -> DraftMention.NameKind {
    if let known = kinds[text] { return known }
    let parts = words[range].map(\.lower)
    guard let first = parts.first, var last = parts.last else { return .other }
    if last.hasSuffix("'s") { last = String(last.dropLast(2)) }
    if NameWords.countries.contains(text.lowercased()) { return .country }
    if NameWords.events.contains(last) || NameWords.events.contains(first) && parts.count > 1 {
      return .event
    }
    // The West Bank is no bank.
    if last == "bank", parts.count == 2, ["west", "left", "right", "east"].contains(first) {
      return .place
    }
    if NameWords.organizations.contains(last)
      || NameWords.organizations.contains(first) && parts.count > 1
    {
      return .organization
    }
    if NameWords.placeEnds.contains(last) && parts.count > 1
      || NameWords.placeStarts.contains(first) && parts.count > 1
    {
      return .place
    }
    let folded = parts.joined().filter(\.isLetter)
    let bare = text.lowercased().filter(\.isLetter)
    if lexicon.has(bare, in: .countries) || NameWords.countries.contains(text.lowercased()) {
      return .country
    }
    if lexicon.has(bare, in: .places) || lexicon.has(folded, in: .places) { return .place }
    let before = range.lowerBound > 0 ? words[range.lowerBound - 1].lower : ""
    let firstLetters = first.filter(\.isLetter)
    // `Egyptian President Gamal Abdel Nasser`.
    if parts.dropFirst().dropLast().contains(where: NameWords.titles.contains),
      isAdjective(words, at: range.lowerBound)
    {
      return .person
    }
    // `Solicitor General Elizabeth Prelogar`.
    if parts.count > 2, NameWords.titles.contains(first), NameWords.titles.contains(parts[1]) {
      return .person
    }
    if NameWords.titles.contains(before) || NameWords.titles.contains(first) && parts.count > 1 {
      return .person
    }
    if parts.count > 1, lexicon.has(firstLetters, in: .givenNames),
      !lexicon.has(firstLetters, in: .words) || parts.count == 2, !parts.contains("of"),
      !lexicon.has(firstLetters, in: .countries)
    {
      return .person
    }
    if parts.count > 1, parts.contains(where: { ["de", "van", "von", "bin", "ibn"].contains($0) }) {
      return .other
    }
    return .other
  }
}
