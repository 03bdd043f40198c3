/// The words of texts as numbers, so that comparing two texts compares numbers.
///
/// A word is found again by its folded, singular, American form; a number word by its digits.
/// Chinese characters and kana are words of their own, since no space parts them.
struct WordTable {
  /// One word; two are equal where they have the same form.
  struct Word: Hashable, Sendable {
    /// The same for all spellings and the singular and plural of one word.
    let form: Int32
    /// The same for the words derived from one stem: "industry", "industrial".
    let stem: Int32
    /// No content of its own: articles, prepositions, question words.
    let isFunction: Bool
    let isNumber: Bool

    static func == (one: Word, other: Word) -> Bool { one.form == other.form }
    func hash(into hasher: inout Hasher) { hasher.combine(form) }
  }

  private let lexicon: Lexicon
  /// By a hash of the bytes in lower case.
  private var known: [UInt64: Word] = [:]
  private var numbers: [String: Int32] = [:]
  /// The folded letters of each form, by its number.
  private(set) var spellings: [String] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// How many forms and stems there are: all numbers are below.
  var count: Int { spellings.count }

  /// The words of a text in order, without punctuation.
  mutating func words(of text: String) -> [Word] {
    var words: [Word] = []
    append(text, to: &words)
    return words
  }

  mutating func append(_ text: String, to words: inout [Word]) {
    var text = text
    text.withUTF8 { read($0, into: &words) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into words: inout [Word]) {
    var word: [UInt8] = []
    word.reserveCapacity(32)
    var hash = WordTable.seed
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      var length = 1
      var joins = false
      if byte < 0x80 {
        joins = WordTable.isWordByte(byte)
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        let isInside = !word.isEmpty && WordTable.isWordByte(next)
        let isApostrophe = byte == UInt8(ascii: "'") && isInside
        // 2,000 and 3.5 are one number each.
        let isInNumber =
          (byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")) && isInside
          && WordTable.isDigit(next) && word.last.map(WordTable.isDigit) == true
        if isApostrophe || isInNumber {
          joins = true
        }
      } else {
        length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
        length = min(length, bytes.count - place)
        let scalar = WordTable.scalar(bytes, place, length)
        if scalar.isHan || scalar.isKana {
          flush(&word, &hash, into: &words)
          for offset in place..<place + length { WordTable.add(bytes[offset], &word, &hash) }
          flush(&word, &hash, into: &words)
          place += length
          continue
        }
        joins = scalar.isWordLetter || scalar.isMark || scalar == "\u{2019}" && !word.isEmpty
      }
      if joins {
        for offset in place..<place + length {
          let byte = bytes[offset]
          WordTable.add((0x41...0x5a).contains(byte) ? byte | 0x20 : byte, &word, &hash)
        }
      } else if !word.isEmpty {
        flush(&word, &hash, into: &words)
      }
      place += length
    }
    flush(&word, &hash, into: &words)
  }

  private mutating func flush(
    _ word: inout [UInt8], _ hash: inout UInt64, into words: inout [Word]
  ) {
    guard !word.isEmpty else { return }
    if let found = known[hash] {
      words.append(found)
    } else {
      let made = make(String(decoding: word, as: UTF8.self))
      known[hash] = made
      words.append(made)
    }
    word.removeAll(keepingCapacity: true)
    hash = WordTable.seed
  }

  private mutating func make(_ raw: String) -> Word {
    let isPlain = raw.utf8.allSatisfy { $0 < 0x80 }
    var folded = raw
    if !isPlain {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: FoldedText(raw, lexicon: lexicon, limit: 256).scalars)
      folded = String(scalars)
    }
    if folded.hasSuffix("'s") { folded.removeLast(2) }
    folded.removeAll { $0 == "'" }
    if let first = folded.first, first.isNumber { folded.removeAll { $0 == "," } }
    let digits = WordTable.digits[folded]
    let canonical = digits ?? WordForms.canonical(folded)
    return Word(
      form: number(canonical), stem: digits == nil ? number(Stems.stem(folded)) : number(canonical),
      isFunction: WordTable.functionWords.contains(folded),
      isNumber: digits != nil || folded.first?.isNumber == true)
  }

  private mutating func number(_ spelling: String) -> Int32 {
    if let known = numbers[spelling] { return known }
    let made = Int32(clamping: spellings.count)
    numbers[spelling] = made
    spellings.append(spelling)
    return made
  }

  // MARK: Bytes

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a.
  private static func add(_ byte: UInt8, _ word: inout [UInt8], _ hash: inout UInt64) {
    word.append(byte)
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7a).contains(byte | 0x20)
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ length: Int
  ) -> Unicode.Scalar {
    var value = UInt32(bytes[place]) & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in place + 1..<place + length { value = value << 6 | UInt32(bytes[offset] & 0x3f) }
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }

  // MARK: Words

  /// Number words up to twelve, which are written either way.
  private static let digits: [String: String] = {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, String($0)) })
  }()

  private static let functionWords: Set<String> =
    Vocabulary.connectives.union([
      "which", "whose", "whom", "what", "when", "where", "why", "how", "name", "following",
      "correct", "true", "false", "statement", "best", "describe", "describes", "mean", "means",
      "example", "answer", "question", "say", "says", "said", "article", "according", "document",
      "text", "author", "lesson", "one", "ones", "other", "another", "being", "were", "am", "may",
      "might", "must", "shall", "should", "not", "except", "his", "her", "our", "your", "i", "ll",
      "s", "t", "und", "oder", "ist", "sind", "welche", "welcher", "welches", "was", "wer", "wie",
      "ein", "eine", "et", "ou", "est", "sont", "quel", "quelle", "un", "une", "y", "o", "que",
      "es", "cual", "en",
    ])
}

extension [WordTable.Word] {
  /// Where these words stand one after the other, searched from `start`.
  func place(of words: [WordTable.Word], from start: Int = 0) -> Int? {
    guard let first = words.first, count >= words.count + start else { return nil }
    var place = start
    while place + words.count <= count {
      if self[place] == first,
        words.count == 1 || self[place..<place + words.count].elementsEqual(words)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// Those that say something.
  var content: [WordTable.Word] { filter { !$0.isFunction } }
}
