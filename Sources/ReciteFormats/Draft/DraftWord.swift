/// One word, number or mark of a document's text.
struct DraftWord: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case word, number, mark }

  /// As it stands in the document.
  var text: String
  /// In lower case, with a straight apostrophe.
  var lower: String
  var kind: Kind
  /// True where a space stands before it.
  var isSpaced: Bool
  /// Where it stands in the passage, in Unicode scalars.
  var range: Range<Int>
  /// True where it is part of a name.
  var isName = false

  /// True for a word that begins with a capital letter.
  var isCapital: Bool {
    guard kind == .word, let first = text.unicodeScalars.first else { return false }
    return first.isASCII
      ? (0x41...0x5a).contains(first.value) : first.properties.isUppercase
  }

  /// True for a word of capitals alone, such as `GDP` or `U.S.`.
  var isAcronym: Bool {
    guard kind == .word else { return false }
    var capitals = 0
    for scalar in plain.unicodeScalars where scalar != "." && scalar != "-" && scalar != "&" {
      guard scalar.isASCII ? (0x41...0x5a).contains(scalar.value) : scalar.properties.isUppercase
      else { return false }
      capitals += 1
    }
    return capitals >= 2
  }

  /// True for `China's` and `workers'`.
  var isPossessive: Bool { lower.hasSuffix("'s") || lower.hasSuffix("s'") }

  /// The word without the mark of possession: `China` of `China's`.
  var plain: String {
    guard isPossessive else { return text }
    return String(text.dropLast(lower.hasSuffix("'s") ? 2 : 1))
  }

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

  /// True for the marks at which a clause may end.
  ///
  /// A short dash without a space joins: `the Calgary–Edmonton corridor`.
  var isBreak: Bool {
    kind == .mark && DraftWord.breaks.contains(text) && (isSpaced || text != "–")
  }

  private static let breaks: Set<String> = [";", ":", "—", "–", "--"]
}

/// Cuts a passage into words, numbers and marks.
struct DraftTokenizer {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var words: [DraftWord] = []

  private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The words of a passage, in order.
  /// - Complexity: O(*n*) over the scalars.
  static func words(of scalars: [Unicode.Scalar]) -> [DraftWord] {
    var tokenizer = DraftTokenizer(scalars)
    tokenizer.read()
    return tokenizer.words
  }

  static func words(of text: String) -> [DraftWord] { words(of: Array(text.unicodeScalars)) }

  private mutating func read() {
    var isSpaced = false
    while place < scalars.count {
      let scalar = scalars[place]
      if DraftTokenizer.isSpace(scalar) {
        isSpaced = true
        place += 1
        continue
      }
      let start = place
      let kind: DraftWord.Kind
      if DraftTokenizer.isDigit(scalar) {
        kind = readNumber()
      } else if DraftTokenizer.isLetter(scalar) {
        readWord()
        kind = .word
      } else {
        readMark()
        kind = .mark
      }
      add(start..<place, kind, isSpaced)
      isSpaced = false
    }
  }

  private mutating func add(_ range: Range<Int>, _ kind: DraftWord.Kind, _ isSpaced: Bool) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    let written = String(text)
    var lower = written
    if kind == .word {
      lower = written.lowercased()
      if lower.utf8.contains(0xe2) { lower = DraftTokenizer.straight(lower) }
    }
    words.append(
      DraftWord(text: written, lower: lower, kind: kind, isSpaced: isSpaced, range: range))
  }

  private static func straight(_ text: String) -> String {
    var straight = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      straight.append(scalar == "’" || scalar == "‘" ? "'" : scalar == "‑" ? "-" : scalar)
    }
    return String(straight)
  }

  /// A number with its commas and decimals, or a word that begins with digits (`1950s`, `20th`).
  private mutating func readNumber() -> DraftWord.Kind {
    let start = place
    while place < scalars.count {
      let scalar = scalars[place]
      if DraftTokenizer.isDigit(scalar) {
        place += 1
      } else if scalar == "," || scalar == ".", isDigit(at: place + 1) {
        // `1,000` and `3.5`, but not `1914,1918`.
        if scalar == ",",
          !(isDigit(at: place + 2) && isDigit(at: place + 3)) || isDigit(at: place + 4)
        {
          break
        }
        place += 1
      } else if scalar == ":", isDigit(at: place + 1) {
        // A time of day, `20:18`, or a ratio, `3:1`.
        place += 1
      } else if scalar == " ", isGroup(at: place + 1),
        place - start <= 3
          || start + 3 < place
            && scalars[start..<place].contains(" ")
      {
        // `28 797` is one number.
        place += 4
      } else {
        break
      }
    }
    guard place < scalars.count else { return .number }
    let isApostrophe = DraftTokenizer.isApostrophe(scalars[place])
    guard
      DraftTokenizer.isLetter(scalars[place])
        || (isApostrophe || DraftTokenizer.isHyphen(scalars[place])) && isLetter(at: place + 1)
    else { return .number }
    readWord()
    return .word
  }

  /// True where exactly three digits stand at `index`: a group of thousands.
  private func isGroup(at index: Int) -> Bool {
    isDigit(at: index) && isDigit(at: index + 1) && isDigit(at: index + 2)
      && !isDigit(at: index + 3) && !isLetter(at: index + 3)
      && !(index + 3 < scalars.count && [",", "-", "–", "%", ":"].contains(scalars[index + 3])
        && isDigit(at: index + 4))
  }

  private mutating func readWord() {
    let start = place
    while place < scalars.count {
      let scalar = scalars[place]
      if DraftTokenizer.isLetter(scalar) || DraftTokenizer.isDigit(scalar) {
        place += 1
      } else if scalar == "‘", place > start, isLetter(at: place + 1) {
        // `Hawai‘i`
        place += 1
      } else if DraftTokenizer.isApostrophe(scalar) {
        if isLetter(at: place + 1) {
          place += 1
        } else if place > start, scalars[place - 1] == "s", opensNoQuotation(before: start) {
          // The workers' homes.
          place += 1
          return
        } else {
          return
        }
      } else if DraftTokenizer.isHyphen(scalar) {
        guard isLetter(at: place + 1) || isDigit(at: place + 1) else { return }
        place += 1
      } else if scalar == "&", isLetter(at: place + 1) {
        place += 1
      } else if scalar == "." || scalar == ",", place > start, isDigit(at: place - 1),
        isDigit(at: place + 1)
      {
        // `USD1.5`.
        place += 1
      } else if scalar == ".", isDotInside(start) {
        place += 1
      } else {
        return
      }
    }
  }

  /// True where no single quotation mark is open just before the word.
  private func opensNoQuotation(before start: Int) -> Bool {
    guard start > 0 else { return true }
    return !DraftTokenizer.isApostrophe(scalars[start - 1])
  }

  /// True for the dots of `U.S.`, `e.g.`, `St.`, `No. 5` and of initials.
  private func isDotInside(_ start: Int) -> Bool {
    let before = scalars[start..<place]
    let piece = before.split(separator: ".").last ?? before[...]
    if piece.count == 1, before.count <= 8, before.contains(".") || isLetter(at: place + 1) {
      // A word may follow the dot without a space, where a space was lost.
      let isLone = !isLetter(at: place + 2) || before.contains(".")
      if isLone { return true }
    }
    if before.count == 1, let only = before.first, isInitial(only) || isInitialBehind() {
      return true
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: before)
    let word = String(text).lowercased()
    if word == "no" || word == "nos" { return digitFollows(place + 1) }
    return DraftAbbreviations.all.contains(word) && !isLetter(at: place + 1)
  }

  /// `George W. Bush`, but not `World War I. The` and `vitamin C. It`.
  private func isInitial(_ letter: Unicode.Scalar) -> Bool {
    guard (0x41...0x5a).contains(letter.value), let last = words.last else {
      return (0x41...0x5a).contains(letter.value)
    }
    guard letter != "I" else { return false }
    // `at 2°C. Reducing …` ends its sentence.
    return last.isCapital || last.kind == .mark && !last.isMark("°")
  }

  /// True where another initial follows: `the banker J. P. Morgan`.
  private func isInitialBehind() -> Bool {
    var next = place + 1
    while next < scalars.count, DraftTokenizer.isSpace(scalars[next]) { next += 1 }
    return next + 1 < scalars.count && (0x41...0x5a).contains(scalars[next].value)
      && scalars[next + 1] == "."
  }

  private func digitFollows(_ index: Int) -> Bool {
    var index = index
    while index < scalars.count, DraftTokenizer.isSpace(scalars[index]) { index += 1 }
    return isDigit(at: index)
  }

  private mutating func readMark() {
    let first = scalars[place]
    place += 1
    guard first == "." || first == "-" else { return }
    while place < scalars.count, scalars[place] == first { place += 1 }
  }

  private func isDigit(at index: Int) -> Bool {
    index < scalars.count && DraftTokenizer.isDigit(scalars[index])
  }

  private func isLetter(at index: Int) -> Bool {
    index < scalars.count && DraftTokenizer.isLetter(scalars[index])
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0xa0 || (0x2000...0x200b).contains(scalar.value)
      || scalar.value == 0x202f || scalar.value == 0x3000 || (0x80...0x9f).contains(scalar.value)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar == "‑" }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (0x41...0x5a).contains(value) || (0x61...0x7a).contains(value) }
    if value < 0xc0 { return value == 0xaa || value == 0xb5 || value == 0xba }
    if value == 0xd7 || value == 0xf7 { return false }
    // Punctuation, currency, arrows, signs, dingbats.
    if (0x2000...0x2bff).contains(value) { return false }
    return !(0x3000...0x3020).contains(value) && !(0xff00...0xff0f).contains(value)
      && !(0xff1a...0xff20).contains(value)
  }
}

/// Shortened words whose dot is no end of a sentence.
enum DraftAbbreviations {
  /// After these a sentence always goes on.
  static let before: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "capt", "cpt", "rev", "hon",
    "sen", "rep", "gov", "pres", "vs", "cf", "fig", "figs", "eq", "vol", "pp", "ch", "ca", "approx",
    "mt", "ft", "sec", "ed", "eds", "al", "cmdr", "brig", "maj", "adm", "msgr", "viz", "e.g",
    "i.e", "eg", "ie", "est", "jan", "feb", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "fr",
    "bros", "messrs", "univ", "dept", "trans", "rpt", "ste", "sta", "sto", "mme", "mlle",
  ]

  /// After these a sentence may end.
  static let within: Set<String> = ["inc", "ltd", "co", "corp", "jr", "sr", "etc", "ph.d", "esq"]

  static let all = before.union(within)
}
