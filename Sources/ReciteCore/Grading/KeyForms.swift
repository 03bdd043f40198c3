/// The forms of a key that a response must have to agree with it.
///
/// Each form stands for a bit: a word that is required, the number, any other word, or the whole.
struct KeyForms: Sendable {
  /// What a form stands for: a required word by its place, or one of these.
  enum Bit {
    static let number: UInt8 = 5
    static let word: UInt8 = 6
    static let whole: UInt8 = 7
  }

  private(set) var forms: [(hash: UInt64, bit: UInt8)] = []
  /// The bits that a response must have, unless it has that of the whole.
  private(set) var needs: UInt8 = 1
  /// Its words, and two of them run together, where a slip may stand for them.
  private(set) var words: [AnswerForms.Spelling] = []
  private(set) var joined: [AnswerForms.Spelling] = []
  private(set) var isNumeric = false
  /// It begins with a number, so that more words may follow than the key has.
  private(set) var takesMoreWords = false
  /// It may agree with anything.
  private(set) var isOpaque = false

  // MARK: Plain texts

  /// The forms of a key of nothing but ASCII letters, digits and spaces, which are told at a glance;
  /// nil where there is more to it: two numbers, an article, one of the pack's synonyms.
  ///
  /// Adds the hashes of its folded words to `folded`.
  init?(
    ofPlainText text: String, synonymous: Set<String>, lexicon: Lexicon, folded: inout [UInt64]
  ) {
    guard !KeyVariants.mayRename(text), let words = KeyWord.plainWords(of: text),
      !words.contains(where: {
        synonymous.contains($0.surface) || synonymous.contains($0.text)
          || Vocabulary.mayCount($0.surface) || Vocabulary.articles.contains($0.surface)
      })
    else { return nil }
    let numbers = words.filter { $0.kind == .other }
    if let number = numbers.first {
      guard numbers.count == 1, let value = Double(number.surface),
        !words.contains(where: { Core.isFillerBesideNumber($0.surface) })
      else { return nil }
      isNumeric = true
      takesMoreWords = words.first?.kind == .other
      forms += NumberForms.forms(ofKey: value).map { ($0, Bit.number) }
    }
    add(
      words,
      required: isNumeric
        ? KeyWord.requiredBesideNumbers(words, startsWithNumber: takesMoreWords)
        : KeyWord.required(words, lexicon))
    if words.count > 1 || words.first?.kind != .word {
      addWhole(words.map(\.surface).joined())
    }
    for word in words where word.kind == .word { folded.append(AnswerForms.hash(word.surface)) }
  }

  private mutating func addWhole(_ compact: String) {
    var hashes: [UInt64] = []
    AnswerForms.addForms(ofWhole: compact, to: &hashes)
    forms += hashes.map { ($0, Bit.whole) }
  }

  /// Files words, of which those at some places are required.
  private mutating func add(_ words: [KeyWord], required places: [Int]) {
    // Small words alone make no agreement where there are others.
    let hasContent = words.contains { !$0.isSmall }
    let isFree = places.isEmpty && !isNumeric
    needs = isFree ? 1 : UInt8(1 << places.count - 1) | (isNumeric ? 1 << Bit.number : 0)
    var bits: [UInt8] = []
    for (place, word) in words.enumerated() {
      let isSmall = hasContent && word.isSmall
      bits.append(
        places.firstIndex(of: place).map(UInt8.init) ?? (isFree && !isSmall ? 0 : Bit.word))
      for hash in word.exact {
        forms.append((bits[place] == Bit.word ? AnswerForms.optional(hash) : hash, bits[place]))
      }
      if word.kind == .word { self.words.append(AnswerForms.Spelling(word.surface)) }
    }
    addInitials(words, bits)
    for (place, (one, other)) in zip(words, words.dropFirst()).enumerated()
    where one.isLetters && other.isLetters {
      addJoined(one.surface + other.surface, bits[place], bits[place + 1])
    }
  }

  /// Files what stands for the words of a name as initials do, see `Initials`.
  private mutating func addInitials(_ words: [KeyWord], _ bits: [UInt8]) {
    let isName = words.allSatisfy {
      $0.isCapital || Vocabulary.functionWords.contains($0.surface)
    }
    guard words.count > 1, !isNumeric, isName else { return }
    for (word, bit) in zip(words, bits).dropLast() where word.kind == .word {
      guard let letter = word.surface.unicodeScalars.first else { continue }
      let isInitial = word.surface.utf8.count == 1
      let form =
        isInitial ? AnswerForms.written(from: letter) : AnswerForms.initial(letter)
      forms.append((bit == Bit.word && isInitial ? AnswerForms.optional(form) : form, bit))
    }
  }

  /// Files two words run together, which stand for the bits of both.
  private mutating func addJoined(_ text: String, _ first: UInt8, _ second: UInt8) {
    var hashes: [UInt64] = []
    AnswerForms.addForms(ofJoined: text, to: &hashes)
    for hash in hashes {
      forms.append((AnswerForms.joined(hash), first))
      if second != first { forms.append((AnswerForms.joined(hash), second)) }
    }
    joined.append(AnswerForms.Spelling(text))
  }

  // MARK: Phrases

  /// The forms of a key that was read as a phrase.
  init(ofKey phrase: Phrase, synonymous: Set<String>, lexicon: Lexicon) {
    let terms = Core.stripped(phrase, of: phrase)
    let all = phrase.terms + terms
    let compact = phrase.compact
    let number = terms.first(where: \.isNumeric)
    isOpaque =
      compact.isEmpty
      || all.contains { synonymous.contains($0.text) || synonymous.contains($0.canonical) }
      || number == nil && all.contains { $0.unit != nil || $0.isNumeric }
    isNumeric = number != nil
    takesMoreWords = terms.first?.isNumeric == true
    let words = terms.map(KeyWord.init)
    add(
      words,
      required: isNumeric
        ? KeyWord.requiredBesideNumbers(words, startsWithNumber: takesMoreWords)
        : KeyWord.required(words, lexicon))
    if let number {
      let units = terms.compactMap(\.unit)
      forms += NumberForms.forms(ofKey: number, units).map { ($0, Bit.number) }
    }
    addWhole(compact)
    let run = terms.map(\.surface).joined()
    if !run.isEmpty { forms.append((AnswerForms.hash(run), Bit.whole)) }
  }
}

/// A word of a key, as the rules for what a response may leave out see it.
struct KeyWord {
  enum Kind { case word, code, han, other }

  var kind: Kind
  var surface: String
  /// What it is compared by.
  var text: String
  var isCapital: Bool
  /// The forms in which it agrees with another word.
  private(set) var exact: [UInt64] = []

  init(_ term: Term) {
    switch term.kind {
    case .word: kind = .word
    case .code: kind = .code
    case .han: kind = .han
    case .number, .ordinal, .unit, .date, .decade, .century: kind = .other
    }
    AnswerForms.addForms(of: term, to: &exact)
    surface = term.surface
    text = term.text
    isCapital = term.capital
  }

  private init(_ kind: Kind, _ surface: String, isCapital: Bool) {
    self.kind = kind
    self.surface = surface
    self.isCapital = isCapital
    text =
      kind == .word
      ? Vocabulary.shortForms[surface] ?? WordForms.canonical(surface) : surface
    if kind == .word {
      AnswerForms.addForms(ofWord: surface, to: &exact)
    } else if kind == .code {
      exact.append(AnswerForms.hash(surface))
    }
  }

  /// So many figures are read as one whole number, and nothing else.
  private static let mostFigures = 4

  /// The words of ASCII letters, the codes that begin with one, and the short numbers of a short text;
  /// nil where there is anything else in it, or nothing.
  static func plainWords(of text: String) -> [KeyWord]? {
    guard text.utf8.count <= AnswerTable.longestRead else { return nil }
    var words: [KeyWord] = []
    for piece in text.utf8.split(separator: 0x20) {
      var letters: [UInt8] = []
      letters.reserveCapacity(piece.count)
      var kind = Kind.word
      for byte in piece {
        switch byte {
        case 0x41...0x5a, 0x61...0x7a: letters.append(byte | 0x20)
        case 0x30...0x39:
          if kind == .word { kind = letters.isEmpty ? .other : .code }
          letters.append(byte)
        default: return nil
        }
        if kind == .other, byte > 0x39 { return nil }
      }
      if kind == .other, letters.count > mostFigures || letters.first == 0x30 { return nil }
      words.append(
        KeyWord(
          kind, String(decoding: letters, as: UTF8.self),
          isCapital: piece.first.map { $0 & 0x20 == 0 } ?? false))
    }
    return words.isEmpty ? nil : words
  }

  /// It carries no content of its own.
  var isSmall: Bool {
    Vocabulary.functionWords.contains(surface) || Vocabulary.nameParticles.contains(surface)
  }

  /// It may be run together with others.
  var isLetters: Bool { kind == .word || kind == .han }

  private var isGeneric: Bool {
    Vocabulary.genericNouns.contains(surface) || Vocabulary.genericNouns.contains(text)
  }

  /// Where it ends a name it may be a surname.
  private var isTitle: Bool { Vocabulary.titles.contains(surface) }

  /// Compared by its letters, and long enough that what stands for it is found by them.
  private var isFindable: Bool { kind == .code || kind == .word && surface.utf8.count > 2 }

  /// So many words of a key are looked for; fewer than it may need are enough to find it.
  static let mostRequired = 5

  /// The places of those words without which no response agrees; none where any may be missing.
  ///
  /// What `WordsMatcher` lets go is left out: small words, nouns that name a class, descriptions
  /// beside a name, first and middle names. A noun that names a class is no surname.
  static func required(_ words: [KeyWord], _ lexicon: Lexicon) -> [Int] {
    let content = words.indices.filter { !words[$0].isSmall }
    guard let first = content.first, let last = content.last else { return [] }
    var required = content
    if content.count > 1 {
      let names = content.filter { words[$0].isCapital }
      if !names.isEmpty { required = names }
      let start = words[first].surface
      if names.count == content.count, mayBeFirstName(start, lexicon) {
        required =
          WordsMatcher.chineseSurnames.contains(start)
          ? [first]
          : Vocabulary.mononyms.contains(start)
            ? [] : [words[last].isGeneric && !words[last].isTitle ? first : last]
      }
      required = required.filter { !words[$0].isGeneric }
    }
    return Array(required.filter { words[$0].isFindable }.prefix(mostRequired))
  }

  private static func mayBeFirstName(_ word: String, _ lexicon: Lexicon) -> Bool {
    WordsMatcher.chineseSurnames.contains(word) || WordsMatcher.isFirstName(word, lexicon)
  }

  /// The places of the words beside numbers without which no response agrees, as `QuantityMatcher`
  /// has it.
  static func requiredBesideNumbers(_ words: [KeyWord], startsWithNumber: Bool) -> [Int] {
    let required = words.indices.filter { place in
      let word = words[place]
      return word.isFindable && !QuantityMatcher.isLeftOut(word.surface) && !word.isSmall
        && !Vocabulary.genericNouns.contains(word.surface)
        && (!startsWithNumber || word.isCapital || Vocabulary.qualifiers.contains(word.surface))
    }
    return Array(required.prefix(mostRequired))
  }
}
