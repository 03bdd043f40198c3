/// One sentence of a document, with its place.
struct DraftSentence: Sendable {
  /// As it stands in the document, line ends turned into spaces.
  var text: String
  /// Its words and inner marks, without what stands in brackets and without the mark at its end.
  var words: [DraftWord]
  /// What stood in brackets, in order.
  var asides: [[DraftWord]]
  /// The mark at its end: `.`, `?`, `!`, or nothing.
  var end: String
  /// The passage it stands in, and its number there, both counted from 0.
  var passage: Int
  var number: Int
}

/// Cuts a passage's words into sentences.
enum SentenceSplitter {
  /// The sentences of a passage, as ranges of its words.
  static func ranges(of words: [DraftWord]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    var depth = 0
    let nests = isBalanced(words)
    while index < words.count {
      let word = words[index]
      if word.kind == .mark, nests {
        if word.text == "(" || word.text == "[" { depth += 1 }
        if word.text == ")" || word.text == "]" { depth = max(0, depth - 1) }
      }
      guard endsSentence(words, at: index, depth: depth) else {
        index += 1
        continue
      }
      var end = index + 1
      // Closing marks belong to the sentence that they close.
      while end < words.count, words[end].kind == .mark, !words[end].isSpaced,
        closing.contains(words[end].text)
      {
        if words[end].text == ")" || words[end].text == "]" { depth = max(0, depth - 1) }
        end += 1
      }
      guard end >= words.count || beginsSentence(words, at: end) else {
        index += 1
        continue
      }
      ranges.append(start..<end)
      start = end
      index = end
      depth = 0
    }
    if start < words.count { ranges.append(start..<words.count) }
    return ranges
  }

  /// True where every bracket is closed: a lone one would hide the ends of all that follow.
  private static func isBalanced(_ words: [DraftWord]) -> Bool {
    var depth = 0
    for word in words where word.kind == .mark {
      if word.text == "(" || word.text == "[" { depth += 1 }
      if word.text == ")" || word.text == "]" { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  private static let closing: Set<String> = ["\"", "”", "’", "'", "»", ")", "]"]
  private static let opening: Set<String> = ["\"", "“", "‘", "'", "«", "(", "[", "¿", "¡"]
  private static let ends: Set<String> = [".", "!", "?", "…", "...", "....", "。"]

  /// Words that begin a sentence more often than they follow an abbreviation.
  private static let starters: Set<String> = [
    "the", "a", "an", "it", "its", "in", "on", "at", "he", "she", "they", "his", "her", "their",
    "this", "these", "that", "those", "there", "but", "and", "however", "as", "for", "after", "by",
    "when", "while", "although", "since", "if", "we", "i", "you", "some", "many", "most", "several",
    "both", "one", "two", "during", "despite", "today", "then", "under", "from", "to", "with",
    "according", "before", "because", "more", "other", "even", "until", "another", "each", "all",
    "between", "among", "also", "what", "no", "not", "such", "so",
  ]

  private static func endsSentence(_ words: [DraftWord], at index: Int, depth: Int) -> Bool {
    let word = words[index]
    if word.kind == .mark {
      guard depth == 0, ends.contains(word.text) else { return false }
      // `Yahoo! and`, `wait … there`.
      return index + 1 >= words.count || word.text == "." || words[index + 1].kind == .mark
        || words[index + 1].isCapital || words[index + 1].kind == .number
    }
    // A dot that belongs to the word may end the sentence as well.
    guard word.kind == .word, word.text.hasSuffix("."), depth == 0 else { return false }
    guard index + 1 < words.count else { return true }
    let body = String(word.lower.dropLast())
    if DraftAbbreviations.before.contains(body) { return false }
    if body.count == 1 { return false }
    let next = words[index + 1]
    return next.isCapital && starters.contains(next.lower)
  }

  private static func beginsSentence(_ words: [DraftWord], at index: Int) -> Bool {
    let next = words[index]
    // A space that was lost: `sector.This`.
    if next.isCapital { return true }
    if next.kind == .number { return next.isSpaced }
    if next.kind == .mark, opening.contains(next.text) {
      return next.isSpaced && index + 1 < words.count && words[index + 1].kind != .mark
    }
    // A word that begins with a digit, or one of a script without capitals.
    guard next.kind == .word, next.isSpaced, let first = next.text.unicodeScalars.first else {
      return false
    }
    return DraftTokenizer.isDigit(first) || !first.isASCII && !first.properties.isLowercase
  }

  /// The sentences of one passage.
  static func sentences(of text: String, passage: Int) -> [DraftSentence] {
    let scalars = Array(text.unicodeScalars)
    let words = DraftTokenizer.words(of: scalars)
    return ranges(of: words).enumerated().map { number, range in
      var written = String.UnicodeScalarView()
      written.append(
        contentsOf: scalars[
          words[range.lowerBound].range
            .lowerBound..<words[range.upperBound - 1]
            .range.upperBound])
      return sentence(Array(words[range]), String(written), passage: passage, number: number)
    }
  }

  private static func sentence(
    _ words: [DraftWord], _ text: String, passage: Int, number: Int
  ) -> DraftSentence {
    var kept: [DraftWord] = []
    var asides: [[DraftWord]] = []
    var depth = 0
    var end = ""
    let nests = isBalanced(words)
    for word in words {
      guard nests else {
        kept.append(word)
        continue
      }
      if word.isMark("(") || word.isMark("[") {
        if depth == 0 { asides.append([]) }
        depth += 1
        continue
      }
      if word.isMark(")") || word.isMark("]") {
        depth = max(0, depth - 1)
        continue
      }
      if depth > 0 {
        asides[asides.count - 1].append(word)
      } else {
        kept.append(word)
      }
    }
    // An empty aside leaves `word ,` behind.
    for index in kept.indices.dropFirst() where kept[index].isMark(",") || kept[index].isMark(";") {
      kept[index].isSpaced = false
    }
    if let last = kept.last, last.kind == .mark, ends.contains(last.text) {
      end = last.text
      kept.removeLast()
    } else if let last = kept.last, last.kind == .mark, closing.contains(last.text),
      kept.count > 1, ends.contains(kept[kept.count - 2].text)
    {
      end = kept[kept.count - 2].text
      kept.remove(at: kept.count - 2)
    } else if let last = kept.last, last.kind == .word, last.text.hasSuffix(".") {
      end = "."
    }
    return DraftSentence(
      text: text, words: kept, asides: asides, end: end, passage: passage, number: number)
  }
}

extension [DraftWord] {
  /// The words as running text.
  var running: String { self[...].running }
}

extension ArraySlice<DraftWord> {
  /// The words as running text, spaced as they were; the first has no space before it.
  var running: String {
    var text = ""
    for word in self {
      if word.isSpaced, !text.isEmpty { text += " " }
      text += word.text
    }
    return text
  }
}
