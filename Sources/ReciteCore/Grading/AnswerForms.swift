/// The forms of an answer that another must have too, one of them at least, to agree with it.
struct AnswerForms: Sendable {
  /// A word as it is spelled, or two or three run together.
  struct Spelling: Sendable {
    var text: String
    var letters: [Unicode.Scalar]
    var isJoined: Bool
    var hash: UInt64

    init(_ text: String, isJoined: Bool) {
      self.text = text
      self.isJoined = isJoined
      letters = Array(text.unicodeScalars)
      hash = AnswerForms.hash(text)
    }
  }

  /// Hashes of what must be met exactly; two texts with one hash only cost a comparison.
  private(set) var exact: Set<UInt64> = []
  private(set) var spellings: [Spelling] = []
  /// Hashes of the folded words, where the text was plain.
  private(set) var words: [UInt64] = []
  /// There is a number, a unit, or what may be read as one.
  private(set) var hasNumbers = false
  /// It may agree with anything.
  private(set) var isOpaque = false

  static func hash(_ text: String) -> UInt64 {
    var hash = StableHash()
    hash.combine(text)
    return hash.value
  }

  // MARK: Keys

  /// The forms of a key of nothing but ASCII letters, digits and spaces, which are told at a glance;
  /// nil where there is more to it: a number, an article, one of the pack's synonyms.
  init?(ofPlainText text: String, synonymous: Set<String>) {
    guard !text.isEmpty, text.utf8.count <= AnswerTable.longestRead else { return nil }
    var words: [(text: String, isWord: Bool)] = []
    for piece in text.utf8.split(separator: 0x20) {
      var letters: [UInt8] = []
      var isWord = true
      for byte in piece {
        switch byte {
        case 0x41...0x5a: letters.append(byte | 0x20)
        case 0x61...0x7a: letters.append(byte)
        case 0x30...0x39:
          if letters.isEmpty { return nil }
          isWord = false
          letters.append(byte)
        default: return nil
        }
      }
      let word = String(decoding: letters, as: UTF8.self)
      if synonymous.contains(word) || synonymous.contains(WordForms.canonical(word))
        || Vocabulary.mayCount(word) || Vocabulary.articles.contains(word)
      {
        return nil
      }
      words.append((word, isWord))
    }
    guard !words.isEmpty else { return nil }
    let content = words.filter { !AnswerForms.isSmall($0.text) }
    for word in content.isEmpty ? words : content {
      if word.isWord { addWord(word.text) } else { addExact(word.text) }
    }
    for word in words where word.isWord { self.words.append(AnswerForms.hash(word.text)) }
    for (one, other) in zip(words, words.dropFirst()) where one.isWord && other.isWord {
      addJoined(one.text + other.text)
    }
    if words.count > 1 || !(words.first?.isWord ?? true) {
      addWhole(words.map(\.text).joined())
    }
  }

  /// The forms of a key that was read as a phrase.
  init(ofKey phrase: Phrase, synonymous: Set<String>) {
    let terms = Core.stripped(phrase, of: phrase)
    let compact = phrase.compact
    isOpaque =
      compact.isEmpty
      || (phrase.terms + terms).contains {
        synonymous.contains($0.text) || synonymous.contains($0.canonical)
      }
    hasNumbers = (phrase.terms + terms).contains { $0.isNumeric || $0.unit != nil }
    // Small words alone make no agreement where there are others.
    let hasContent = terms.contains { !AnswerForms.isSmall($0.surface) }
    for term in phrase.terms where !hasContent || !AnswerForms.isSmall(term.surface) {
      addForms(of: term)
    }
    addWhole(compact)
    addExact(terms.map(\.surface).joined())
    for (one, other) in zip(terms, terms.dropFirst()) {
      addJoined(one.surface + other.surface)
    }
  }

  // MARK: Responses

  /// The forms of a response: what of it may stand for a key, or for a word of one.
  ///
  /// No key has more letters than `longest`.
  init(ofResponse typed: TypedAnswer, longest: Int) {
    let phrase = typed.phrase
    for token in phrase.tokens {
      switch token.kind {
      case .number, .code: hasNumbers = true
      case .word: if Vocabulary.mayCount(token.text) { hasNumbers = true }
      case .han, .mark: break
      }
      if token.kind == .word || token.kind == .code { addWord(token.text) }
    }
    if phrase.terms.contains(where: { $0.isNumeric || $0.unit != nil }) { hasNumbers = true }
    for term in phrase.terms { addForms(of: term) }
    addWhole(typed.compact)
    addRuns(phrase.terms, longest: longest)
  }

  /// Words in a row, articles between them or not: as one word, and as a whole answer.
  private mutating func addRuns(_ terms: [Term], longest: Int) {
    for start in terms.indices {
      var run: [Term] = []
      var length = 0
      for end in start..<terms.count {
        run.append(terms[end])
        length += terms[end].surface.utf8.count
        guard length <= longest else { break }
        if end > start { addExact(Core.withoutFillers(run).map(\.surface).joined()) }
      }
      addPairs(from: start, terms)
    }
  }

  /// Two or three words run together, with nothing but articles left out between them.
  private mutating func addPairs(from start: Int, _ terms: [Term]) {
    func followers(_ place: Int) -> [Int] {
      var found: [Int] = []
      var next = place + 1
      while next < terms.count {
        found.append(next)
        guard Vocabulary.articles.contains(terms[next].surface) else { break }
        next += 1
      }
      return found
    }
    for second in followers(start) {
      let pair = terms[start].surface + terms[second].surface
      addJoined(pair)
      for third in followers(second) { addJoined(pair + terms[third].surface) }
    }
  }

  // MARK: Forms

  private mutating func addForms(of term: Term) {
    switch term.kind {
    case .word:
      addWord(term.surface)
      addExact(term.text)
    case .code: addExact(term.surface)
    case .han:
      addExact(term.surface)
      // One character more or less: a province with or without the word for it.
      addExact(String(term.surface.dropLast()))
    case .number, .ordinal, .unit, .date, .decade, .century: break
    }
  }

  private mutating func addWord(_ word: String) {
    addExact(word)
    addExact(WordForms.canonical(word))
    if let whole = Vocabulary.shortForms[word] { addExact(whole) }
    // The plural of an abbreviation.
    if word.ends(in: "s") { addExact(String(word.dropLast())) }
    spellings.append(Spelling(word, isJoined: false))
  }

  private mutating func addJoined(_ words: String) {
    addExact(words)
    addExact(WordForms.canonical(words))
    spellings.append(Spelling(words, isJoined: true))
  }

  /// All letters and digits, and the letters alone where they may be pinyin with its tones.
  private mutating func addWhole(_ compact: String) {
    guard !compact.isEmpty else { return }
    addExact(compact)
    if let letters = AnswerForms.lettersOfSyllables(compact) { addExact(letters) }
  }

  /// The letters of a text of syllables that each end in one digit from 0 to 5; nil for another.
  private static func lettersOfSyllables(_ compact: String) -> String? {
    var letters: [UInt8] = []
    var run = 0
    for byte in compact.utf8 {
      switch byte {
      case 0x61...0x7a:
        letters.append(byte)
        run += 1
      case 0x30...0x35 where (1...6).contains(run): run = 0
      default: return nil
      }
    }
    return run == 0 ? String(decoding: letters, as: UTF8.self) : nil
  }

  private mutating func addExact(_ text: String) {
    if !text.isEmpty { exact.insert(AnswerForms.hash(text)) }
  }

  /// Words that carry no content of their own.
  private static func isSmall(_ word: String) -> Bool {
    Vocabulary.functionWords.contains(word) || Vocabulary.nameParticles.contains(word)
  }
}

extension Vocabulary {
  /// Whether a word may be read as a number, a unit or a part of one.
  static func mayCount(_ word: String) -> Bool {
    countingWords.contains(word) || MeasureUnit.named(word) != nil
  }

  private static let countingWords: Set<String> = {
    var words: Set<String> = [
      "wwi", "wwii", "ww1", "ww2", "per", "square", "sq", "cubic", "degree", "degrees", "deg",
      "minus", "negative", "neg", "point", "times", "x", "half", "century", "centuries", "decade",
      "oh", "o",
    ]
    words.formUnion(NumberWords.ones.keys)
    words.formUnion(NumberWords.tens.keys)
    words.formUnion(NumberWords.scales.keys)
    words.formUnion(NumberWords.ordinals.keys)
    words.formUnion(NumberWords.fractions.keys)
    words.formUnion(NumberWords.decades.keys)
    words.formUnion(months.keys)
    words.formUnion(romanNumerals.keys)
    return words
  }()
}
