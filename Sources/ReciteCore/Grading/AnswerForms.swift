/// The forms of words and answers, one of which another must have too to agree with it.
///
/// A form is a hash of its letters; two texts with one hash only cost a comparison.
enum AnswerForms {
  /// A hash that grows with its text, so that words run together need no text of their own.
  struct Hash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func combine(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      }
    }
  }

  static func hash(_ text: String) -> UInt64 {
    var hash = Hash()
    hash.combine(text)
    return hash.value
  }

  /// The form of a word of a key that is not required, which is looked for only where it settles what
  /// a strong word of a response stands for.
  static func optional(_ hash: UInt64) -> UInt64 { hash ^ 0x9e37_79b9_7f4a_7c15 }

  /// The form of two words of a key run together, which one word of a response may stand for.
  static func joined(_ hash: UInt64) -> UInt64 { hash ^ 0xbf58_476d_1ce4_e5b9 }

  /// The form of the initial of a key's word, which a response may write instead of it.
  static func initial(_ letter: Unicode.Scalar) -> UInt64 {
    UInt64(letter.value) &* 0x94d0_49bb_1331_11eb
  }

  /// The form of an initial of a key, which a response may write out.
  static func written(from initial: Unicode.Scalar) -> UInt64 {
    UInt64(initial.value) &* 0xd6e8_feb8_6659_fd93
  }

  /// A word as it is spelled, or two or three run together.
  struct Spelling: Sendable {
    let letters: [Unicode.Scalar]
    /// Its bytes in UTF-8.
    let size: Int
    let hash: UInt64

    init(_ text: String) {
      letters = Array(text.unicodeScalars)
      size = text.utf8.count
      hash = AnswerForms.hash(text)
    }
  }

  /// The forms in which a word agrees with another: as it is, and with its ending or its
  /// abbreviation evened out.
  static func addForms(ofWord word: String, to forms: inout [UInt64]) {
    forms.append(hash(word))
    let canonical = WordForms.canonical(word)
    if canonical != word { forms.append(hash(canonical)) }
    if let other = otherWords[word] { forms.append(hash(other)) }
    // The plural of an abbreviation.
    if word.ends(in: "s") { forms.append(hash(String(word.dropLast()))) }
  }

  /// Words that a word agrees with though its letters do not tell.
  private static let otherWords = Vocabulary.shortForms.merging(Vocabulary.compass) { short, _ in
    short
  }

  /// The forms of a term that is compared by its letters; none of a number or a unit.
  static func addForms(of term: Term, to forms: inout [UInt64]) {
    switch term.kind {
    case .word:
      addForms(ofWord: term.surface, to: &forms)
      if term.text != term.surface { forms.append(hash(term.text)) }
    case .code: forms.append(hash(term.surface))
    case .han:
      forms.append(hash(term.surface))
      // One character more or less: a province with or without the word for it.
      let shorter = String(term.surface.dropLast())
      if !shorter.isEmpty { forms.append(hash(shorter)) }
    case .number, .ordinal, .unit, .date, .decade, .century: break
    }
  }

  /// Words run together: as they are, and with the ending evened out.
  static func addForms(ofJoined words: String, to forms: inout [UInt64]) {
    forms.append(hash(words))
    let canonical = WordForms.canonical(words)
    if canonical != words { forms.append(hash(canonical)) }
  }

  /// All letters and digits of an answer, and the letters alone where they may be pinyin with its
  /// tones.
  static func addForms(ofWhole compact: String, to forms: inout [UInt64]) {
    guard !compact.isEmpty else { return }
    forms.append(hash(compact))
    if let letters = lettersOfSyllables(compact) { forms.append(hash(letters)) }
  }

  /// The letters of a text of syllables that each end in one digit from 0 to 5; nil for another.
  private static func lettersOfSyllables(_ compact: String) -> String? {
    var letters: [UInt8] = []
    var run = 0
    for byte in compact.utf8 {
      switch byte {
      case 0x61...0x7a:
        letters.append(byte)
        run += 1
      case 0x30...0x35 where (1...6).contains(run): run = 0
      default: return nil
      }
    }
    return run == 0 ? String(decoding: letters, as: UTF8.self) : nil
  }
}

extension Vocabulary {
  /// Whether a word may be read as a number, a unit or a part of one.
  static func mayCount(_ word: String) -> Bool {
    countingWords.contains(word) || MeasureUnit.named(word) != nil
  }

  private static let countingWords: Set<String> = {
    var words: Set<String> = [
      "wwi", "wwii", "ww1", "ww2", "per", "square", "sq", "cubic", "degree", "degrees", "deg",
      "minus", "negative", "neg", "point", "times", "x", "half", "century", "centuries", "decade",
      "oh", "o",
    ]
    words.formUnion(NumberWords.ones.keys)
    words.formUnion(NumberWords.tens.keys)
    words.formUnion(NumberWords.scales.keys)
    words.formUnion(NumberWords.ordinals.keys)
    words.formUnion(NumberWords.fractions.keys)
    words.formUnion(NumberWords.decades.keys)
    words.formUnion(months.keys)
    words.formUnion(romanNumerals.keys)
    words.formUnion(Eras.words)
    return words
  }()
}
