/// The words that someone looks for, folded as the grader folds answers.
struct SearchQuery: Sendable {
  /// One word, or one run of Chinese, Japanese or Korean signs.
  struct Term: Sendable {
    /// Folded.
    let text: String
    let scalars: [Unicode.Scalar]
    /// True where it is found as a run of signs, since there are no spaces to find words by.
    let isRun: Bool
    let stem: String
  }

  /// In the order typed, no duplicates.
  let terms: [Term]
  /// What a word must begin with to be worth comparing: up to three bytes each.
  private let beginnings: [UInt32]

  /// Words so common that looking for them finds nothing out.
  private static let common: Set<String> = [
    "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or",
    "the", "to", "was", "were", "with",
  ]

  init(_ text: String, lexicon: Lexicon) {
    var seen: Set<String> = []
    var all: [Term] = []
    for word in SearchWord.all(in: FoldedText(text, lexicon: lexicon, limit: 1000)) {
      guard seen.insert(word.text).inserted else { continue }
      all.append(
        Term(
          text: word.text, scalars: Array(word.text.unicodeScalars), isRun: word.isRun,
          stem: word.isRun ? word.text : Stems.stem(word.text)))
    }
    let telling = all.filter { !Self.common.contains($0.text) }
    terms = telling.isEmpty ? all : telling
    var beginnings: Set<UInt32> = []
    for term in terms where !term.isRun {
      for form in [term.text, term.stem] + Stems.family(of: term.text) {
        beginnings.insert(form.utf8.withContiguousStorageIfAvailable { Self.beginning($0) } ?? 0)
      }
    }
    self.beginnings = beginnings.sorted()
  }

  /// The first three bytes of a word in lower case, fewer where it is shorter.
  static func beginning(_ word: some Collection<UInt8>) -> UInt32 {
    word.prefix(3).reduce(0) { $0 << 8 | UInt32($1 < 0x61 && $1 > 0x40 ? $1 | 0x20 : $1) }
  }

  /// False where no term can match a word that begins so.
  func mayMatch(_ beginning: UInt32) -> Bool { beginnings.contains(beginning) }

  /// How well a folded word matches a term, 0...1: itself, a form of it, or a longer word.
  func weight(of word: String, for term: Term) -> Double {
    if word == term.text { return 1 }
    guard !term.isRun, term.text.utf8.count >= 3 else { return 0 }
    if Stems.stem(word) == term.stem { return 0.9 }
    return word.hasPrefix(term.text) ? 0.6 : 0
  }
}

/// A word of a folded text, and where it stands in the original.
struct SearchWord {
  let text: String
  /// Scalars of the original.
  let range: Range<Int>
  let isRun: Bool

  /// The words of a text, in reading order; signs of scripts without spaces stand in one run.
  static func all(in text: FoldedText) -> [SearchWord] {
    var words: [SearchWord] = []
    var start = 0
    while start < text.scalars.count {
      let isRun = isSign(text.scalars[start])
      guard isRun || isLetter(text.scalars[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < text.scalars.count, isSign(text.scalars[end]) == isRun,
        isRun || isLetter(text.scalars[end])
      {
        end += 1
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text.scalars[start..<end])
      words.append(
        SearchWord(
          text: String(view), range: text.sources[start]..<text.sources[end - 1] + 1, isRun: isRun))
      start = end
    }
    return words
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar.isHan || scalar.isKana }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return scalar.isASCIILetter || scalar.isASCIIDigit }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension [Unicode.Scalar] {
  /// Where a run stands in this one, without overlaps.
  func places(of run: [Unicode.Scalar]) -> [Int] {
    guard let first = run.first, count >= run.count else { return [] }
    var places: [Int] = []
    var index = 0
    while index + run.count <= count {
      if self[index] == first, self[index..<index + run.count].elementsEqual(run) {
        places.append(index)
        index += run.count
      } else {
        index += 1
      }
    }
    return places
  }
}
