/// One word, number, run of Chinese characters, or mark of a text.
struct Token: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case word
    /// Letters with digits or symbols that belong to them: `h2o`, `c++`, `ww2`.
    case code
    case number(Double)
    case han
    /// Punctuation, or an operator that stands alone; `text` is that one character.
    case mark
  }

  var kind: Kind
  /// Folded; of a word without its apostrophes.
  var text: String
  /// Where it stands among the folded scalars.
  var range: Range<Int>
  /// No space before it.
  var attached: Bool
  /// Written with a capital first, and wholly in capitals.
  var capital = false
  var shout = false
  /// An abbreviation in the plural: SOEs.
  var isPluralAbbreviation = false
  /// Ended in a possessive `'s` that was taken off.
  var possessive = false
  /// A number written with a decimal mark or groups, where it could be read in another way.
  var otherValue: Double?

  var isNumber: Bool { if case .number = kind { true } else { false } }
}

/// Cuts a folded text into tokens.
struct Tokenizer {
  private let text: FoldedText
  private let scalars: [Unicode.Scalar]
  private let commaDecimals: Bool
  private var tokens: [Token] = []
  private var position = 0

  /// The tokens of a text, in order; with `commaDecimals` a point groups thousands.
  static func tokens(of text: FoldedText, commaDecimals: Bool) -> [Token] {
    var tokenizer = Tokenizer(text: text, commaDecimals: commaDecimals)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(text: FoldedText, commaDecimals: Bool) {
    self.text = text
    scalars = text.scalars
    self.commaDecimals = commaDecimals
  }

  private func at(_ index: Int) -> Unicode.Scalar {
    index >= 0 && index < scalars.count ? scalars[index] : " "
  }

  private mutating func run() {
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == " " || scalar == "\t" {
        position += 1
      } else if scalar.isHan || scalar.isKana {
        take(.han) { $0.isHan || $0.isKana }
      } else if scalar.isASCIIDigit || startsFraction {
        takeNumber()
      } else if scalar.isWordLetter {
        takeWord()
      } else {
        let mark = scalar == "\n" || scalar == "\r" ? ";" : String(Character(scalar))
        append(.mark, mark, from: position, to: position + 1)
        position += 1
      }
    }
  }

  /// `.5` at the start of a number; a point after a digit or letter starts none.
  private var startsFraction: Bool {
    scalars[position] == "." && at(position + 1).isASCIIDigit && !at(position - 1).isWordLetter
      && !at(position - 1).isASCIIDigit
  }

  private mutating func append(_ kind: Token.Kind, _ string: String, from start: Int, to end: Int) {
    let before = at(start - 1)
    tokens.append(
      Token(
        kind: kind, text: string, range: start..<end,
        attached: start > 0 && before != " " && before != "\t"))
  }

  private mutating func take(_ kind: Token.Kind, while belongs: (Unicode.Scalar) -> Bool) {
    let start = position
    while position < scalars.count, belongs(scalars[position]) { position += 1 }
    append(kind, string(start..<position), from: start, to: position)
  }

  private func string(_ range: Range<Int>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars[range])
    return string
  }

  // MARK: Words

  private mutating func takeWord() {
    let start = position
    if let end = dottedAcronym(at: start) {
      let letters = string(start..<end).filter { $0 != "." }
      append(.word, letters, from: start, to: end)
      tokens[tokens.count - 1].shout = isCapital(at: start)
      tokens[tokens.count - 1].capital = isCapital(at: start)
      position = end
      return
    }
    var letters = String.UnicodeScalarView()
    var coded = false
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar.isWordLetter {
        letters.append(scalar)
      } else if scalar.isASCIIDigit {
        letters.append(scalar)
        coded = true
      } else if scalar == "'", at(position + 1).isWordLetter {
        if isPossessive(at: position) { break }
      } else if scalar == "^", at(position + 1).isASCIIDigit || at(position + 1) == "-" {
        // A power after a letter is written with or without the sign: m^2, m2.
      } else {
        break
      }
      position += 1
    }
    let symbols = position
    while position < scalars.count, "+#*".unicodeScalars.contains(scalars[position]),
      !at(position + 1).isWordLetter || scalars[position] == "#"
    {
      letters.append(scalars[position])
      position += 1
      coded = true
    }
    if position > symbols, at(position).isASCIIDigit {
      letters.removeLast(position - symbols)
      position = symbols
      coded = letters.contains { $0.isASCIIDigit }
    }
    append(coded ? .code : .word, String(letters), from: start, to: position)
    describeCase(start..<position)
    if isPossessive(at: position) {
      tokens[tokens.count - 1].possessive = true
      position += 2
    } else if at(position) == "'", !at(position + 1).isWordLetter {
      position += 1
    }
  }

  private mutating func describeCase(_ range: Range<Int>) {
    let last = tokens.count - 1
    tokens[last].capital = isCapital(at: range.lowerBound)
    var letters = range.filter { scalars[$0].isWordLetter }
    // The plural of an abbreviation is written small: SOEs.
    if letters.count > 2, let plural = letters.last, scalars[plural] == "s", !isCapital(at: plural)
    {
      letters.removeLast()
      tokens[last].isPluralAbbreviation = letters.allSatisfy(isCapital)
    }
    tokens[last].shout = letters.count > 1 && letters.allSatisfy(isCapital)
  }

  private func isPossessive(at index: Int) -> Bool {
    at(index) == "'" && at(index + 1) == "s" && !at(index + 2).isWordLetter
  }

  private func isCapital(at index: Int) -> Bool {
    guard index < text.sources.count else { return false }
    return text.original[text.sources[index]].properties.isUppercase
  }

  /// The end of `s.o.e.s` or `u.s.`; nil where no letters with points begin.
  private func dottedAcronym(at start: Int) -> Int? {
    var index = start
    var letters = 0
    while at(index).isWordLetter, at(index + 1) == "." {
      letters += 1
      index += 2
    }
    guard letters > 0, !at(start - 1).isWordLetter else { return nil }
    if at(index).isWordLetter, !at(index + 1).isWordLetter {
      if letters > 1 || at(index) != "s" { return letters >= 1 ? index + 1 : nil }
      return nil
    }
    guard letters > 1, !at(index).isWordLetter else { return nil }
    return index
  }

  // MARK: Numbers

  private mutating func takeNumber() {
    let start = position
    var literal = ""
    var groups: [(mark: Unicode.Scalar, digits: Int)] = []
    var digits = 0
    if scalars[position] == "." {
      literal = "0."
      groups.append((".", 1))
      position += 1
    }
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar.isASCIIDigit {
        literal.unicodeScalars.append(scalar)
        digits += 1
      } else if scalar == "," || scalar == "." || scalar == "'" || scalar == " " || scalar == "_",
        at(position + 1).isASCIIDigit, continues(after: scalar, digits: digits, groups: groups)
      {
        groups.append((scalar, digits))
        literal.unicodeScalars.append(scalar)
        digits = 0
      } else {
        break
      }
      position += 1
    }
    groups.append((" ", digits))
    let values = NumberLiteral.values(of: literal, commaDecimals: commaDecimals)
    append(.number(values.first ?? 0), literal, from: start, to: position)
    if values.count > 1 { tokens[tokens.count - 1].otherValue = values[1] }
  }

  /// Whether a comma, point, apostrophe or space inside digits belongs to the number.
  private func continues(
    after mark: Unicode.Scalar, digits: Int, groups: [(mark: Unicode.Scalar, digits: Int)]
  ) -> Bool {
    var run = 0
    while at(position + 1 + run).isASCIIDigit { run += 1 }
    if mark == "." || mark == "," {
      // A list of numbers without spaces (1,2,3) is no number; a decimal or a group of three is.
      let seen = groups.filter { $0.mark == mark }.count
      // 14.7.1789 is a date.
      let after = position + 1 + run
      if mark == ".", run <= 2, at(after) == ".", at(after + 1).isASCIIDigit { return false }
      if at(position - digits - 1) == ".", at(position - digits - 2).isASCIIDigit, groups.isEmpty {
        return false
      }
      return run == 3 || seen == 0 && (mark == "." || !(digits == run && digits >= 4))
    }
    return run == 3 && (1...3).contains(digits) && groups.allSatisfy { $0.mark == mark }
  }
}
