/// The words that begin a line of an item's answer or of one of its fields.
enum FieldName: String, CaseIterable {
  case answer = "Answer"
  case map = "Map"
  case chain = "Chain"
  case points = "Points"
  case not = "Not"
  case need = "Need"
  case kind = "Kind"
  case unit = "Unit"
  case spelling = "Spelling"
  case letterCase = "Case"
  case accents = "Accents"
  case order = "Order"
  case shuffle = "Shuffle"
  case reject = "Reject"
  case mustNotContain = "Must not contain"
  case model = "Model"
  case hint = "Hint"
  case why = "Why"
  case source = "Source"
  case quote = "Quote"
  case see = "See"
  case requires = "Requires"
  case apart = "Apart"

  /// True for the four lines that are an answer.
  var isAnswer: Bool {
    switch self {
    case .answer, .map, .chain, .points: true
    default: false
    }
  }

  /// True for the fields that may stand several times.
  var isRepeatable: Bool {
    switch self {
    case .model, .hint, .why, .source, .quote, .see, .reject, .mustNotContain, .requires, .apart,
      .not:
      true
    default: false
    }
  }

  /// The names that a field of an item may have; `Not:` belongs under a point.
  static let ofItems = allCases.filter { $0 != .not }

  /// The names of four letters and more, in lower case.
  private static let slippable =
    ofItems
    .map { (field: $0, name: Array($0.rawValue.lowercased().unicodeScalars)) }
    .filter { $0.name.count >= 4 }

  /// The names by their first letter, `a` first, in lower case.
  private static let byInitial: [[(letters: [UInt8], name: FieldName)]] = {
    var byInitial: [[(letters: [UInt8], name: FieldName)]] = Array(repeating: [], count: 26)
    for name in allCases {
      let letters = name.rawValue.utf8.map(Ascii.lowered)
      byInitial[Int(letters[0] - Ascii.smallA)].append((letters, name))
    }
    return byInitial
  }()

  /// The field of this name, whatever its case and however many spaces stand between its words.
  init?(_ words: Bytes) {
    guard let first = words.first, Ascii.isLetter(first) else { return nil }
    let candidates = FieldName.byInitial[Int(Ascii.lowered(first) - Ascii.smallA)]
    guard let found = candidates.first(where: { FieldName.spells(words, $0.letters) }) else {
      return nil
    }
    self = found.name
  }

  private static func spells(_ words: Bytes, _ name: [UInt8]) -> Bool {
    guard words.count >= name.count else { return false }
    var offset = words.startIndex
    for letter in name {
      guard offset < words.endIndex else { return false }
      if letter == Ascii.space {
        guard Ascii.isSpace(words[offset]) else { return false }
        while offset < words.endIndex, Ascii.isSpace(words[offset]) { offset += 1 }
      } else {
        guard Ascii.lowered(words[offset]) == letter else { return false }
        offset += 1
      }
    }
    return offset == words.endIndex
  }

  /// The field that a word in a stem was meant to name, where it can hardly be a word of its own.
  ///
  /// Names of four letters and more; two neighbours changed places, or, from five letters on, one
  /// letter lost, doubled or added. `Cause:` and `Note:` are words, `Hnit:` and `Soruce:` are slips.
  init?(slip word: String) {
    let word = Array(word.lowercased().unicodeScalars)
    guard word.count >= 4 else { return nil }
    for (field, name) in FieldName.slippable where abs(name.count - word.count) <= 1 {
      guard name != word, NearestName.edits(name, word) == 1 else { continue }
      let isSwap = name.count == word.count && name.sorted() == word.sorted()
      let isLoss = name.count >= 5 && name.count != word.count
      if isSwap || isLoss {
        self = field
        return
      }
    }
    return nil
  }
}

/// The beginning of a line that may be a field: `Must not contain:` or `**Hint:**`.
struct FieldLead {
  /// The name that the words are, if they are one.
  var name: FieldName?
  /// The bytes of the words, without emphasis.
  var range: Range<Int>
  /// The offset of the first byte of the value.
  var value: Int

  /// Words that a name has at most, and bytes that they take at most.
  private static let mostWords = 3
  private static let mostBytes = 60

  /// Reads one to three words and a colon at the start of a line; nil for any other line.
  init?(_ line: Line, in bytes: Bytes) {
    guard line.kind == .text, line.box == .none else { return nil }
    var start = Int(line.marker)
    let end = Int(line.end)
    var marks = 0
    while start < end, bytes[start] == Ascii.asterisk || bytes[start] == Ascii.underscore {
      start += 1
      marks += 1
    }
    guard marks <= 3, start < end, Ascii.isLetter(bytes[start]) || bytes[start] >= 0x80,
      let words = FieldLead.words(from: start, end, bytes), words.end > start
    else { return nil }
    var value = words.value
    if marks > 0 {
      // The bold may end after the colon.
      while value < end, bytes[value] == Ascii.asterisk || bytes[value] == Ascii.underscore {
        value += 1
      }
    }
    // `https://…` is an address.
    if value + 1 < end, bytes[value] == Ascii.slash, bytes[value + 1] == Ascii.slash { return nil }
    while value < end, Ascii.isSpace(bytes[value]) { value += 1 }
    range = start..<words.end
    name = FieldName(bytes[range])
    self.value = value
  }

  /// The words as written.
  func words(in bytes: Bytes) -> String { bytes[range].text }

  /// One to three words of letters, digits, hyphens and apostrophes, and the colon behind them.
  ///
  /// Returns where the words end and where the colon does. Emphasis may stand before the colon.
  private static func words(
    from start: Int, _ end: Int, _ bytes: Bytes
  ) -> (end: Int, value: Int)? {
    var wordsEnd = start
    var words = 1
    var isMarked = false
    for offset in start..<min(end, start + mostBytes) {
      let byte = bytes[offset]
      switch byte {
      case Ascii.colon: return (wordsEnd, offset + 1)
      case 0xef where isFullWidthColon(bytes, offset, end): return (wordsEnd, offset + 3)
      case Ascii.space, Ascii.tab: break
      case Ascii.asterisk, Ascii.underscore: isMarked = true
      case _
      where Ascii.isAlphanumeric(byte) || byte >= 0x80 || byte == Ascii.hyphen
        || byte == Ascii.apostrophe:
        if wordsEnd < offset { words += 1 }
        guard !isMarked, words <= mostWords else { return nil }
        wordsEnd = offset + 1
      default: return nil
      }
    }
    return nil
  }

  /// `：`, U+FF1A.
  private static func isFullWidthColon(_ bytes: Bytes, _ offset: Int, _ end: Int) -> Bool {
    offset + 2 < end && bytes[offset + 1] == 0xbc && bytes[offset + 2] == 0x9a
  }
}
