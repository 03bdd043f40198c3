/// How hard an English text is to read, as a school grade of the United States.
///
/// 0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59. Syllables are counted by the groups
/// of vowels in a word, which is right for about nine words in ten.
/// - Source: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas … for
///   Navy Enlisted Personnel", 1975 (the Flesch–Kincaid grade level).
package struct ReadingLevel: Equatable, Sendable {
  package let words: Int
  package let sentences: Int
  package let syllables: Int

  package var grade: Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// The level of a reading; nil for one of fewer than 100 words, of which it would say nothing.
  package init?(of blocks: [Block]) {
    var words = 0
    var sentences = 0
    var syllables = 0
    for block in blocks {
      let texts: [RichText] =
        switch block {
        case .paragraph(let text): [text]
        case .quotation(let texts): texts
        case .list(let items, _): items
        // Tables, code and headings are no sentences.
        case .table, .code, .heading: []
        }
      for text in texts {
        let found = ReadingLevel.words(of: text.plain)
        words += found.count
        syllables += found.reduce(0) { $0 + ReadingLevel.syllables(of: $1) }
        sentences += max(found.isEmpty ? 0 : 1, ReadingLevel.sentences(of: text.plain))
      }
    }
    guard words >= 100, sentences > 0 else { return nil }
    self.words = words
    self.sentences = sentences
    self.syllables = syllables
  }

  /// Runs of Latin letters; numbers and other scripts have no syllables to count.
  static func words(of text: String) -> [Substring] {
    text.split { !($0.isLetter || $0 == "'" || $0 == "’") }.filter { word in
      word.unicodeScalars.contains { $0.isASCIILetter }
    }
  }

  /// Marks at which a sentence ends: `.`, `!`, `?` and `:` before a blank and a capital, or at the
  /// end; "Mr." and "U.S." end none.
  static func sentences(of text: String) -> Int {
    let characters = Array(text)
    var count = 0
    for (place, character) in characters.enumerated() where ".!?…".contains(character) {
      var next = place + 1
      while next < characters.count, "\"'”’)».!?…".contains(characters[next]) { next += 1 }
      if next >= characters.count {
        if next == place + 1 || place + 1 == characters.count { count += 1 }
        continue
      }
      guard next == place + 1 || !".!?…".contains(characters[next - 1]),
        characters[next].isWhitespace,
        let after = characters[next...].first(where: { !$0.isWhitespace && !"\"'“‘(«".contains($0) }
        ),
        after.isUppercase || after.isNumber
      else { continue }
      var start = place
      while start > 0, characters[start - 1].isLetter { start -= 1 }
      let word = place - start
      // One capital before a full stop is an initial.
      if character == ".", word == 1, characters[start].isUppercase { continue }
      if character == ".", titles.contains(String(characters[start..<place]).lowercased()) {
        continue
      }
      count += 1
    }
    return count
  }

  private static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "gen"]

  static func syllables(of word: Substring) -> Int {
    let letters = Array(word.lowercased().unicodeScalars.filter { $0.isASCIILetter })
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".unicodeScalars.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    // A silent e: "make", "makes" is one too, "table" is not.
    if letters.count > 2, letters.last == "e", count > 1 {
      let before = letters[letters.count - 2]
      let isSyllable =
        before == "l" && !"aeiouy".unicodeScalars.contains(letters[letters.count - 3])
      if !isSyllable, !"aeiouy".unicodeScalars.contains(before) { count -= 1 }
    }
    if letters.count > 3, count > 1, letters.suffix(2).elementsEqual("ed".unicodeScalars),
      !["t", "d"].contains(letters[letters.count - 3])
    {
      count -= 1
    }
    return max(1, count)
  }
}
