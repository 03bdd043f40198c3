/// One unit of meaning of an answer: a word, a number, a unit, a date.
struct Term: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case word, code, han
    case number(Double)
    case ordinal(Double)
    case unit(MeasureUnit)
    case date(CalendarDate)
    /// The first year, and whether the century was written.
    case decade(Int, isFull: Bool)
    case century(Int, isBeforeChrist: Bool)
  }

  var kind: Kind
  /// What it is compared by.
  var text: String
  /// The folded word as typed, before plural and British spelling were evened out.
  var surface: String
  /// Where it stands among the folded scalars of its text.
  var range: Range<Int>
  var capital = false
  var shout = false
  var isPluralAbbreviation = false
  var otherValue: Double?
  /// The form of a word in which British and American, singular and plural are one.
  let canonical: String
  let letters: [Unicode.Scalar]
  let isNegation: Bool
  let hasOpposites: Bool

  /// `canonical` where it is known already.
  init(
    kind: Kind, text: String, surface: String, range: Range<Int>, canonical: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.surface = surface
    self.range = range
    letters = Array(surface.unicodeScalars)
    let isWord = kind == .word
    self.canonical = isWord ? canonical ?? WordForms.canonical(surface) : surface
    isNegation = isWord && Vocabulary.negations.contains(surface)
    hasOpposites = isWord && Vocabulary.opposites[surface] != nil
  }

  /// The number that it is; nil for words.
  var value: Double? {
    switch kind {
    case .number(let value), .ordinal(let value): value
    case .decade(let year, _): Double(year)
    case .century(let century, _): Double(century)
    case .date, .word, .code, .han, .unit: nil
    }
  }

  var isNumeric: Bool {
    switch kind {
    case .number, .ordinal, .decade, .century, .date: true
    case .word, .code, .han, .unit: false
    }
  }

  var isWord: Bool { kind == .word }
  var unit: MeasureUnit? { if case .unit(let unit) = kind { unit } else { nil } }
}

/// A day, month or year as far as it was written.
struct CalendarDate: Equatable, Sendable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// Day and month changed places, where both could be either.
  var isAmbiguous = false
}

/// An answer cut into terms, with what it takes to judge it.
struct Phrase: Sendable {
  let raw: String
  let folded: FoldedText
  let tokens: [Token]
  /// Without punctuation.
  private(set) var terms: [Term]

  /// Reads a text; `units` are dimensions that the key speaks of and settle what `m` or `k` means.
  init(
    _ raw: String, lexicon: Lexicon, commaDecimals: Bool = false, units: Set<String> = [],
    limit: Int = 4_000
  ) {
    self.raw = raw
    folded = FoldedText(raw, lexicon: lexicon, limit: limit)
    tokens = Tokenizer.tokens(of: folded, commaDecimals: commaDecimals)
    var reader = TermReader(tokens: tokens, units: units)
    terms = Eras.evened(reader.terms())
  }

  /// Letters and digits only, run together.
  var compact: String {
    var compact = String.UnicodeScalarView()
    for scalar in folded.scalars
    where scalar.isASCIIDigit || scalar.isWordLetter || scalar.isHan || scalar.isKana {
      compact.append(scalar)
    }
    return String(compact)
  }

  var hasNumbers: Bool { terms.contains { $0.isNumeric } }
  var dimensions: Set<String> { Set(terms.compactMap { $0.unit?.dimension }) }

  /// The same phrase with only these terms.
  func keeping(_ terms: [Term]) -> Phrase {
    var phrase = self
    phrase.terms = terms
    return phrase
  }

  /// The original characters that a range of folded scalars came from.
  func original(of range: Range<Int>) -> String {
    guard let first = range.first, first < folded.sources.count,
      range.upperBound <= folded.sources.count
    else { return "" }
    let start = folded.sources[first]
    let end = folded.sources[range.upperBound - 1]
    var text = String.UnicodeScalarView()
    text.append(contentsOf: folded.original[start...end])
    return String(text)
  }
}
