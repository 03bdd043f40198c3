/// Turns tokens into terms: number words, scales, units, dates, decades and centuries become one each.
struct TermReader {
  let tokens: [Token]
  let units: Set<String>
  /// The words of all tokens, for what is read over several of them.
  let words: [String]
  var position = 0
  var found: [Term] = []

  init(tokens: [Token], units: Set<String>) {
    self.tokens = tokens
    self.units = units
    words = tokens.map { token in
      switch token.kind {
      case .word, .mark, .code: token.text
      case .number, .han: ""
      }
    }
  }

  mutating func terms() -> [Term] {
    while position < tokens.count {
      if readDate() || readNumber() || readNumberWords() || readOrdinal() || readMark() { continue }
      readWord()
    }
    return found
  }

  func token(_ offset: Int = 0) -> Token? {
    let index = position + offset
    return index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  func word(_ offset: Int = 0) -> String {
    let index = position + offset
    return index >= 0 && index < words.count ? words[index] : ""
  }

  func isMark(_ mark: String, _ offset: Int) -> Bool {
    guard let token = token(offset) else { return false }
    return token.kind == .mark && token.text == mark
  }

  func number(_ offset: Int = 0) -> Double? {
    guard let token = token(offset), case .number(let value) = token.kind else { return nil }
    return value
  }

  func range(of count: Int) -> Range<Int> {
    guard let first = token(), let last = token(count - 1) else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  mutating func emit(_ kind: Term.Kind, _ text: String, taking count: Int) {
    let surface = tokens[position..<min(position + count, tokens.count)].map(\.text)
    var term = Term(
      kind: kind, text: text, surface: surface.joined(separator: " "), range: range(of: count))
    term.capital = token()?.capital ?? false
    found.append(term)
    position += count
  }

  // MARK: Words and marks

  private mutating func readWord() {
    guard let token = token() else { return }
    var kind = Term.Kind.word
    var text = token.text
    var canonical: String?
    switch token.kind {
    case .word:
      if token.text == "wwi" || token.text == "wwii" {
        return emitWorldWar(token.text == "wwi" ? 1 : 2)
      }
      if token.text == "per", word(1) == "cent" {
        return emitUnit(MeasureUnit.named("percent"), taking: 2)
      }
      if let unit = unitWord(), found.last?.isNumeric == true || isTemperature(unit.0) {
        return emitUnit(unit.0, taking: unit.1)
      }
      if let century = Vocabulary.romanNumerals[token.text], word(1) == "century" {
        return emit(
          .century(century, isBeforeChrist: false), "\(century)c", taking: 2)
      }
      let plain = WordForms.canonical(token.text)
      text =
        Vocabulary.shortForms[token.text]
        ?? (token.shout && !token.isPluralAbbreviation ? token.text : plain)
      canonical = plain
    case .code where token.text == "ww1" || token.text == "ww2":
      return emitWorldWar(token.text == "ww1" ? 1 : 2)
    case .code: kind = .code
    case .han: kind = .han
    case .number, .mark: break
    }
    var term = Term(
      kind: kind, text: text, surface: token.text, range: token.range, canonical: canonical)
    term.capital = token.capital
    term.shout = token.shout
    term.isPluralAbbreviation = token.isPluralAbbreviation
    if case .number(let value) = token.kind { term.kind = .number(value) }
    found.append(term)
    position += 1
  }

  /// WW2, in the words that a key has.
  private mutating func emitWorldWar(_ number: Double) {
    guard let token = token() else { return }
    for word in ["world", "war"] {
      var term = Term(kind: .word, text: word, surface: word, range: token.range)
      term.capital = true
      found.append(term)
    }
    emit(.number(number), Self.text(number), taking: 1)
  }

  // MARK: Numbers

  // MARK: Dates
}
