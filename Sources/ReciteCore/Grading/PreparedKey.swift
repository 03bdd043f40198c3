/// An accepted answer read once, so that any number of responses can be held against it.
///
/// A class only so that it is handed on as one thing.
final class PreparedKey: Sendable {
  let text: String
  let phrase: Phrase
  /// Without articles and words that only round a number.
  let terms: [Term]
  /// The dimensions that the key speaks of; they settle what `m` or `k` means in a response.
  let units: Set<String>
  /// Without blanks at either end.
  let trimmed: ArraySlice<Unicode.Scalar>
  let compact: String
  let symbols: [Unicode.Scalar]
  let joined: String
  let hasNumbers: Bool
  /// The key denies something itself.
  let isNegative: Bool
  /// Other ways to read the key as its author wrote it.
  let variants: [PreparedKey]

  convenience init(_ text: String, lexicon: Lexicon, commaDecimals: Bool) {
    self.init(
      text, lexicon: lexicon, commaDecimals: commaDecimals,
      variants: KeyVariants.of(text).map {
        PreparedKey($0, lexicon: lexicon, commaDecimals: commaDecimals, variants: [])
      })
  }

  private init(_ text: String, lexicon: Lexicon, commaDecimals: Bool, variants: [PreparedKey]) {
    self.text = text
    self.variants = variants
    phrase = Phrase(text, lexicon: lexicon, commaDecimals: commaDecimals)
    terms = Core.stripped(phrase, of: phrase)
    hasNumbers = phrase.hasNumbers
    units = phrase.dimensions.isEmpty && hasNumbers ? ["none"] : phrase.dimensions
    trimmed = phrase.folded.original.trimmedOfBlanks
    compact = phrase.compact
    symbols = phrase.symbols
    joined = terms.map(\.surface).joined()
    isNegative = phrase.terms.contains { Vocabulary.negations.contains($0.surface) }
  }
}

/// A response read once, so that it can be held against any number of keys.
///
/// A class only so that it is handed on as one thing.
final class TypedAnswer: Sendable {
  let text: String
  /// As it reads where the key names no unit.
  let phrase: Phrase
  let trimmed: ArraySlice<Unicode.Scalar>
  let compact: String
  let symbols: [Unicode.Scalar]
  /// It may offer several answers to choose from.
  let mayOffer: Bool
  /// It may deny something.
  let mayDeny: Bool
  private let lexicon: Lexicon
  private let commaDecimals: Bool

  init(_ text: String, lexicon: Lexicon, commaDecimals: Bool) {
    self.text = text
    self.lexicon = lexicon
    self.commaDecimals = commaDecimals
    phrase = Phrase(text, lexicon: lexicon, commaDecimals: commaDecimals)
    trimmed = phrase.folded.original.trimmedOfBlanks
    compact = phrase.compact
    symbols = phrase.symbols
    mayOffer = phrase.tokens.contains(where: Segments.mayCut)
    mayDeny = phrase.tokens.contains(where: Segments.mayDeny)
  }

  /// The response as it reads beside this key.
  func phrase(beside key: PreparedKey) -> Phrase {
    key.units.isEmpty ? phrase : phrase(for: key.units)
  }

  /// The response as it reads where these dimensions are spoken of.
  func phrase(for units: Set<String>) -> Phrase {
    Phrase(text, lexicon: lexicon, commaDecimals: commaDecimals, units: units)
  }
}

extension Phrase {
  /// Signs that are part of a name: C++ is not C.
  fileprivate var symbols: [Unicode.Scalar] {
    folded.scalars.filter { $0 == "+" || $0 == "#" || $0 == "*" }
  }
}

extension [Unicode.Scalar] {
  fileprivate var trimmedOfBlanks: ArraySlice<Unicode.Scalar> {
    let blank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !blank($0) }),
      let last = lastIndex(where: { !blank($0) })
    else { return [] }
    return self[first...last]
  }
}
