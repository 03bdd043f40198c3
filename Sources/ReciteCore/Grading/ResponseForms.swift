/// The forms of a response: what of it may stand for a key, or for a word of one.
struct ResponseForms {
  /// Hashes of what must be met exactly, and the strong words that each accounts for.
  private(set) var exact: [(hash: UInt64, covers: UInt8)] = []
  /// The forms of its words, of which each may also stand for two of the key.
  private(set) var single: [UInt64] = []
  /// Words that may be slips, each once, and words run together that may be.
  private(set) var words: [(spelling: AnswerForms.Spelling, covers: UInt8)] = []
  private(set) var joined: [(spelling: AnswerForms.Spelling, covers: UInt8)] = []
  /// Words that are known, and may be slips where the words beside them tell.
  private(set) var known: [(spelling: AnswerForms.Spelling, covers: UInt8)] = []
  /// Forms of a key's number that one of its numbers may agree with.
  private(set) var numbers: [UInt64] = []
  /// There is a number that no key without one agrees with.
  private(set) var isNumeric = false
  /// A bit for each of the words that must be words of the key, or the response is too long for it.
  private(set) var strong: UInt8 = 0

  private var strongBits: [String: UInt8] = [:]

  /// How many terms it has.
  let terms: Int

  /// Reads a response; no key has more letters than the `longest`, and none of its words or pairs of
  /// words more bytes.
  init(_ typed: TypedAnswer, _ knowledge: Knowledge, longest: (answer: Int, word: Int)) {
    let phrase = typed.phrase
    terms = phrase.terms.count
    guard terms <= longest.answer + TextMatcher.extraTerms else { return }
    if !typed.mayOffer, !typed.mayDeny {
      isNumeric = phrase.hasNumbers
      findStrongWords(phrase, knowledge.lexicon)
    }
    var forms: [UInt64] = []
    func take(_ covers: UInt8) {
      for form in forms { exact.append((form, covers)) }
      if covers != .max { single += forms }
      forms.removeAll(keepingCapacity: true)
    }
    for token in phrase.tokens where token.kind == .word || token.kind == .code {
      AnswerForms.addForms(ofWord: token.text, to: &forms)
      take(strongBits[token.text] ?? 0)
    }
    for term in phrase.terms {
      AnswerForms.addForms(of: term, to: &forms)
      take(strongBits[term.surface] ?? 0)
      addInitial(term)
    }
    AnswerForms.addForms(ofWhole: typed.compact, to: &forms)
    take(.max)
    addNumbers(typed)
    addRuns(phrase.terms, longest: longest.answer)
    // A slip changes how long a word is by a few letters.
    addSpellings(phrase, longestWord: longest.word + 8, knowledge)
  }

  private mutating func addInitial(_ term: Term) {
    guard term.isWord, terms > 1, !isNumeric, let first = term.letters.first else { return }
    if Initials.isInitial(term) || Initials.mayBeInitials(term) && !Self.isWeak(term.surface) {
      for letter in term.letters { exact.append((AnswerForms.initial(letter), 0)) }
    }
    if !Initials.isInitial(term) {
      exact.append((AnswerForms.written(from: first), strongBits[term.surface] ?? 0))
    }
  }

  // MARK: Strong words

  /// Finds the words before the first mark, and before what may open an aside, that `WordsMatcher` and
  /// `QuantityMatcher` let stand beside no key.
  private mutating func findStrongWords(_ phrase: Phrase, _ lexicon: Lexicon) {
    let end = phrase.tokens.first { $0.kind == .mark }?.range.lowerBound ?? .max
    for term in phrase.terms {
      guard term.range.lowerBound < end, strongBits.count < UInt8.bitWidth else { return }
      let word = term.surface
      if Vocabulary.asideOpeners.contains(word), !Vocabulary.articles.contains(word) || term.capital
      {
        return
      }
      guard term.isWord || term.kind == .code, word.utf8.count > 3, strongBits[word] == nil,
        !ResponseForms.isWeak(word), !ResponseForms.isWeak(term.text),
        !lexicon.has(word, in: .givenNames)
      else { continue }
      strongBits[word] = 1 << UInt8(strongBits.count)
    }
    strong = strongBits.values.reduce(0, |)
  }

  private static func isWeak(_ word: String) -> Bool {
    Vocabulary.functionWords.contains(word) || Vocabulary.namingNouns.contains(word)
      || Vocabulary.titles.contains(word) || Vocabulary.parents.contains(word)
      || Vocabulary.genericNouns.contains(word) || Vocabulary.leadingWords.contains(word)
      || Vocabulary.approximations.contains(word) || MeasureUnit.counted.contains(word)
      || QuantityMatcher.isLeftOut(word)
  }

  // MARK: Numbers

  /// Words that are a unit or a scale, whichever the key speaks of.
  private static let ambiguous: Set<String> = ["m", "k", "s"]
  private static let readings: [Set<String>] = [["none"], ["length"], ["kelvin"], ["time"]]

  private mutating func addNumbers(_ typed: TypedAnswer) {
    addNumbers(typed.phrase)
    let isAmbiguous = typed.phrase.tokens.contains {
      $0.kind == .word && ResponseForms.ambiguous.contains($0.text)
    }
    guard isAmbiguous, typed.phrase.tokens.contains(where: \.isNumber) else { return }
    for units in ResponseForms.readings { addNumbers(typed.phrase(for: units)) }
  }

  private mutating func addNumbers(_ phrase: Phrase) {
    let units = phrase.terms.compactMap(\.unit)
    for term in phrase.terms {
      if term.isNumeric {
        NumberForms.add(ofResponse: term, units, to: &numbers)
      } else if let value = Vocabulary.romanNumerals[term.surface] {
        NumberForms.addNear(Double(value), to: &numbers)
      }
    }
  }

  // MARK: Runs

  /// Words in a row, as a whole answer: without articles, and without what only rounds a number.
  private mutating func addRuns(_ terms: [Term], longest: Int) {
    for start in terms.indices {
      var run = Run()
      var length = 0
      for end in start..<terms.count {
        length += terms[end].surface.utf8.count
        guard length <= longest else { break }
        let hash = run.extend(terms, start: start, end: end)
        if end > start { exact.append((hash, .max)) }
      }
    }
  }

  /// The letters of a run that grows by a term at a time, as `Core.withoutFillers` leaves them.
  private struct Run {
    private var words = AnswerForms.Hash()
    /// The same beside a number.
    private var quantities = AnswerForms.Hash()
    private var hasNumber = false

    /// The hash of the run from `start` to `end`, of which the last term is new.
    mutating func extend(_ terms: [Term], start: Int, end: Int) -> UInt64 {
      let term = terms[end]
      hasNumber = hasNumber || term.isNumeric
      let isArticle =
        Vocabulary.articles.contains(term.surface)
        && !(term.surface == "a" && term.capital && end > start)
      var word = hasNumber ? quantities : words
      if isArticle {
        // The last term stays, article or not.
        word.combine(term.surface)
        return word.value
      }
      words.combine(term.surface)
      guard term.isWord, isFillerBesideNumber(terms, start: start, end: end) else {
        quantities.combine(term.surface)
        return hasNumber ? quantities.value : words.value
      }
      if term.surface == "or", hasNumber {
        word.combine(term.surface)
        return word.value
      }
      return hasNumber ? quantities.value : words.value
    }

    private func isFillerBesideNumber(_ terms: [Term], start: Int, end: Int) -> Bool {
      let word = terms[end].surface
      return Vocabulary.approximations.contains(word) || word == "ad" || word == "ce"
        || word == "or" && end + 1 < terms.count && terms[end + 1].surface == "so"
        || word == "so" && end > start && terms[end - 1].surface == "or"
    }
  }

  // MARK: Spellings

  private mutating func addSpellings(
    _ phrase: Phrase, longestWord: Int, _ knowledge: Knowledge
  ) {
    var slips: [String: Bool] = [:]
    let tokens = phrase.tokens.lazy.filter { $0.kind == .word }.map(\.text)
    let terms = phrase.terms
    for word in Array(tokens) + terms.filter(\.isWord).map(\.surface) where slips[word] == nil {
      let isSlip = !knowledge.knows(word)
      slips[word] = isSlip
      guard word.utf8.count <= longestWord else { continue }
      let spelling = (AnswerForms.Spelling(word), strongBits[word] ?? 0)
      if isSlip {
        words.append(spelling)
      } else if terms.count > 1, !isNumeric, Knowledge.maySlip(word) {
        known.append(spelling)
      }
    }
    // A word that is known is not the half of another.
    let mayBeHalf = terms.map {
      $0.surface.utf8.count <= 2 || slips[$0.surface] ?? ($0.kind == .han)
    }
    for start in terms.indices where terms[start].isLetters {
      for second in followers(of: start, terms) where terms[second].isLetters {
        let pair = terms[start].surface + terms[second].surface
        guard pair.utf8.count <= longestWord else { continue }
        let mayBePair = mayBeHalf[start] && mayBeHalf[second]
        let covers =
          (strongBits[terms[start].surface] ?? 0)
          | (strongBits[terms[second].surface] ?? 0)
        addJoined(pair, covers, mayBeSlip: mayBePair)
        for third in followers(of: second, terms) where terms[third].isLetters {
          let three = pair + terms[third].surface
          guard three.utf8.count <= longestWord else { continue }
          addJoined(
            three, covers | (strongBits[terms[third].surface] ?? 0),
            mayBeSlip: mayBePair && mayBeHalf[third])
        }
      }
    }
  }

  private mutating func addJoined(_ text: String, _ covers: UInt8, mayBeSlip: Bool) {
    var forms: [UInt64] = []
    AnswerForms.addForms(ofJoined: text, to: &forms)
    for form in forms { exact.append((form, covers)) }
    if mayBeSlip { joined.append((AnswerForms.Spelling(text), covers)) }
  }

  /// Nobody puts more articles between two halves of a word.
  private static let mostFollowers = 4

  /// The places of the terms that follow one with nothing but articles left out between them.
  private func followers(of place: Int, _ terms: [Term]) -> [Int] {
    var found: [Int] = []
    var next = place + 1
    while next < terms.count, found.count < ResponseForms.mostFollowers {
      found.append(next)
      guard Vocabulary.articles.contains(terms[next].surface) else { break }
      next += 1
    }
    return found
  }
}

extension Term {
  /// A word or Chinese characters, which may be run together with others.
  fileprivate var isLetters: Bool { isWord || kind == .han }
}
