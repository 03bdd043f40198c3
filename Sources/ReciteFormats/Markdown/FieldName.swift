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

  private static let byLoweredName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

  init?(lowered name: String) {
    guard let found = FieldName.byLoweredName[name] else { return nil }
    self = found
  }

  /// The field that a word in a stem was meant to name, where it can hardly be a word of its own.
  ///
  /// Names of four letters and more; two neighbours changed places, or, from five letters on, one
  /// letter lost, doubled or added. `Cause:` and `Note:` are words, `Hnit:` and `Soruce:` are slips.
  init?(slip word: String) {
    let word = Array(word.lowercased().unicodeScalars)
    guard word.count >= 4 else { return nil }
    for field in FieldName.ofItems {
      let name = Array(field.rawValue.lowercased().unicodeScalars)
      guard name.count >= 4, name != word, NearestName.edits(name, word) == 1 else { continue }
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
  /// The words as written, without emphasis.
  var words: String
  /// The name that the words are, if they are one.
  var name: FieldName?
  /// The bytes of the words, for messages.
  var range: Range<Int>
  /// The offset of the first byte of the value.
  var value: Int

  /// Words that a name has at most, and bytes that they take at most.
  private static let mostWords = 3
  private static let mostBytes = 60

  /// Reads one to three words and a colon at the start of a line; nil for any other line.
  init?(_ line: Line, in bytes: [UInt8]) {
    guard line.kind == .text, line.box == .none else { return nil }
    var start = Int(line.marker)
    let end = Int(line.end)
    var marks = 0
    while start < end, bytes[start] == Ascii.asterisk || bytes[start] == Ascii.underscore {
      start += 1
      marks += 1
    }
    guard marks <= 3, start < end, Ascii.isLetter(bytes[start]) || bytes[start] >= 0x80,
      let colon = FieldLead.colon(from: start, end, bytes)
    else { return nil }
    var nameEnd = colon.offset
    while nameEnd > start, FieldLead.isMarkOrSpace(bytes[nameEnd - 1]) { nameEnd -= 1 }
    let name = bytes[start..<nameEnd]
    guard !name.isEmpty, FieldLead.isName(name) else { return nil }
    var value = colon.offset + colon.length
    if marks > 0 {
      // The bold may end after the colon.
      while value < end, bytes[value] == Ascii.asterisk || bytes[value] == Ascii.underscore {
        value += 1
      }
    }
    // `https://…` is an address.
    if value + 1 < end, bytes[value] == Ascii.slash, bytes[value + 1] == Ascii.slash { return nil }
    while value < end, Ascii.isSpace(bytes[value]) { value += 1 }
    words = String(decoding: name, as: UTF8.self)
    self.name = FieldName(lowered: FieldLead.lowered(name))
    range = start..<nameEnd
    self.value = value
  }

  private static func colon(
    from start: Int, _ end: Int, _ bytes: [UInt8]
  ) -> (offset: Int, length: Int)? {
    for offset in start..<min(end, start + mostBytes) {
      if bytes[offset] == Ascii.colon { return (offset, 1) }
      if bytes[offset] == 0xef, offset + 2 < end, bytes[offset + 1] == 0xbc,
        bytes[offset + 2] == 0x9a
      {
        return (offset, 3)
      }
    }
    return nil
  }

  private static func isMarkOrSpace(_ byte: UInt8) -> Bool {
    Ascii.isSpace(byte) || byte == Ascii.asterisk || byte == Ascii.underscore
  }

  /// One to three words of letters, digits, hyphens and apostrophes.
  private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    var words = 1
    var wasSpace = false
    for byte in name {
      if Ascii.isSpace(byte) {
        if !wasSpace { words += 1 }
        wasSpace = true
        continue
      }
      wasSpace = false
      let isWord =
        Ascii.isAlphanumeric(byte) || byte >= 0x80 || byte == Ascii.hyphen
        || byte == Ascii.apostrophe
      guard isWord else { return false }
    }
    return words <= mostWords
  }

  private static func lowered(_ name: ArraySlice<UInt8>) -> String {
    var lowered: [UInt8] = []
    for byte in name {
      if Ascii.isSpace(byte) {
        if lowered.last != Ascii.space { lowered.append(Ascii.space) }
      } else {
        lowered.append(Ascii.lowered(byte))
      }
    }
    return String(decoding: lowered, as: UTF8.self)
  }
}
