/// Cuts a response into the parts of a list, whatever separates them.
struct ListSplitter {
  struct Part: Equatable, Sendable {
    var text: String
    /// Introduced by "not": taken back, neither right nor wrong.
    var isDenied = false
  }

  /// Answers that hold a separator themselves, and must not be cut there.
  let protected: [ProtectedAnswers]
  let knowledge: Knowledge

  /// The parts in the order given, none empty.
  func parts(of response: String) -> [Part] {
    let phrase = Phrase(
      response, lexicon: knowledge.lexicon, commaDecimals: knowledge.commaDecimals)
    let guarded = guardedRanges(in: phrase)
    var cuts: [Range<Int>] = []
    var denials: [Int] = []
    for (index, token) in phrase.tokens.enumerated() {
      if guarded.contains(where: { $0.contains(token.range.lowerBound) }) { continue }
      if isNumbering(phrase.tokens, index)
        || Self.isSeparator(phrase.tokens, index, knowledge)
      {
        cuts.append(token.range)
      } else if token.kind == .word, ["not", "except", "without"].contains(token.text) {
        cuts.append(token.range)
        denials.append(token.range.upperBound)
      } else if token.kind == .han {
        cuts += conjunctions(in: token)
      }
    }
    return slices(phrase, cuts, denials)
  }

  static let hanConjunctions: Set<Unicode.Scalar> = ["和", "与", "及", "跟"]

  /// 和 and its like between Chinese names, where no answer has that character.
  private func conjunctions(in token: Token) -> [Range<Int>] {
    token.text.unicodeScalars.enumerated().compactMap { offset, scalar in
      guard offset > 0, Self.hanConjunctions.contains(scalar),
        !protected.contains(where: { $0.joints.contains(scalar) })
      else { return nil }
      let place = token.range.lowerBound + offset
      return place..<place + 1
    }
  }

  private func slices(_ phrase: Phrase, _ cuts: [Range<Int>], _ denials: [Int]) -> [Part] {
    var parts: [Part] = []
    var start = 0
    let end = phrase.folded.scalars.count
    var denied = false
    for cut in cuts + [end..<end] {
      if start < cut.lowerBound {
        let text = phrase.original(of: start..<cut.lowerBound).trimmedOfSpaces
        if text.unicodeScalars.contains(where: {
          $0.isWordLetter || $0.isHan || $0.properties.numericType != nil
        }) {
          parts.append(Part(text: withoutLeadIn(text, isFirst: parts.isEmpty), isDenied: denied))
          denied = false
        }
      }
      start = cut.upperBound
      denied = denials.contains(start) || denied && cut.isEmpty
    }
    return parts
  }

  private static let words: Set<String> = [
    "and", "but", "plus", "und", "et", "y", "also", "then", "or",
  ]

  private static func isSeparator(
    _ tokens: [Token], _ index: Int, _ knowledge: Knowledge
  ) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .mark:
      if [",", ";", "|", "&", "·", "•", ">", "\u{3001}", "+", "\\"].contains(token.text) {
        return true
      }
      if token.text == "/" || token.text == "-" || token.text == "*" {
        let spaced = !token.attached || index + 1 < tokens.count && !tokens[index + 1].attached
        return token.text == "/" ? index > 0 : spaced || index == 0
      }
      if token.text == "." {
        return index + 1 < tokens.count && !tokens[index + 1].attached
      }
      return token.text == ":" && index > 0 && index <= 4
    case .word: return words.contains(token.text) && !joinsName(tokens, index, knowledge)
    case .code, .number, .han: return false
    }
  }

  /// Whether "and" stands inside a known name: Bosnia and Herzegovina.
  private static func joinsName(
    _ tokens: [Token], _ index: Int, _ knowledge: Knowledge
  ) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index - 1].kind == .word,
      tokens[index + 1].kind == .word
    else { return false }
    let name = tokens[index - 1].text + tokens[index].text + tokens[index + 1].text
    return knowledge.lexicon.has(name, in: .places) || knowledge.lexicon.has(name, in: .countries)
  }

  /// `1.` or `2)` before a part, also `a)`.
  private func isNumbering(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .mark, tokens[index + 1].attached,
      tokens[index + 1].text == "." || tokens[index + 1].text == ")"
    else { return false }
    let starts = index == 0 || tokens[index - 1].kind == .mark || !tokens[index].attached
    guard starts, index + 2 < tokens.count else { return false }
    if case .number(let value) = tokens[index].kind {
      return value >= 1 && value <= 99 && value == value.rounded()
    }
    return tokens[index].kind == .word && tokens[index].text.utf8.count == 1
      && tokens[index + 1].text == ")"
  }

  /// The words of an answer that holds a separator between them; nil where it holds none.
  static func guardedWords(of answer: String, knowledge: Knowledge) -> [String]? {
    let key = Tokenizer.tokens(
      of: FoldedText(answer, lexicon: knowledge.lexicon), commaDecimals: knowledge.commaDecimals)
    guard key.indices.contains(where: { isSeparator(key, $0, knowledge) }) else { return nil }
    let words = key.filter { $0.kind != .mark || $0.text == "&" }.map(word)
    return words.count > 1 ? words : nil
  }

  /// Where an answer that holds a separator stands in the response as it is.
  private func guardedRanges(in phrase: Phrase) -> [Range<Int>] {
    let given = phrase.tokens.filter { $0.kind != .mark || $0.text == "&" }
    let givenWords = given.map(Self.word)
    var ranges: [Range<Int>] = []
    for words in protected.lazy.flatMap(\.guarded) where given.count >= words.count {
      for start in 0...(given.count - words.count) {
        let end = start + words.count
        if zip(givenWords[start..<end], words).allSatisfy({ agree($0, $1) }) {
          ranges.append(given[start].range.lowerBound..<given[end - 1].range.upperBound)
        }
      }
    }
    return ranges
  }

  private static func word(_ token: Token) -> String {
    token.text == "&" ? "and" : WordForms.canonical(token.text)
  }

  private func agree(_ typed: String, _ key: String) -> Bool {
    guard typed != key else { return true }
    let limit = Spelling.acceptedDistance(length: key.utf8.count)
    guard limit > 0, !knowledge.knows(typed) else { return false }
    return Spelling.distance(Array(typed.unicodeScalars), Array(key.unicodeScalars), limit: limit)
      != nil
  }

  private static let openings = [
    "it borders", "they border", "these are", "they are", "the answers are", "the answer is",
    "there are", "it has", "they include", "it includes", "including", "such as", "the", "also",
    "i think", "i know", "we have", "first", "firstly", "second", "secondly", "third", "thirdly",
    "finally", "lastly", "both", "next", "then",
  ]

  private static let copulas: [StaticString] = [
    " are ", " were ", " include ", " is ", " was ", ": ",
  ]

  /// Nobody leads in with more phrases one after the other.
  private static let mostLeadIns = 12

  private func withoutLeadIn(_ text: String, isFirst: Bool) -> String {
    var rest = (text: text, isFirst: isFirst)
    for _ in 0..<ListSplitter.mostLeadIns {
      guard let next = leadInTaken(rest.text, isFirst: rest.isFirst) else { break }
      rest = next
    }
    return rest.text
  }

  /// A part without the phrase that it begins with; nil where it begins with none.
  private func leadInTaken(
    _ text: String, isFirst: Bool
  ) -> (text: String, isFirst: Bool)? {
    let lower = text.lowercased()
    if isFirst, !protected.contains(where: { $0.begin(lower) }) {
      for copula in Self.copulas {
        // "The four inner planets are Mercury": what comes before the verb repeats the question.
        if let end = text.end(ofFirst: copula), end < text.utf8.endIndex {
          return (String(text[end...]).trimmedOfSpaces, false)
        }
      }
    }
    for opening in Self.openings
    where lower.hasPrefix(opening + " ") && !protectedStart(lower, opening) {
      return (String(text.dropFirst(opening.count + 1)).trimmedOfSpaces, isFirst)
    }
    return nil
  }

  private func protectedStart(_ lower: String, _ opening: String) -> Bool {
    protected.contains { $0.haveStart(opening + " ") || $0.begin(lower) }
  }
}

extension String {
  /// Where some ASCII letters first end in it, byte for byte; nil where they do not stand in it.
  fileprivate func end(ofFirst letters: StaticString) -> Index? {
    let size = letters.utf8CodeUnitCount
    var text = self
    let offset = text.withUTF8 { bytes -> Int? in
      guard bytes.count >= size else { return nil }
      return (0...bytes.count - size).first { start in
        (0..<size).allSatisfy { bytes[start + $0] == letters.utf8Start[$0] }
      }
    }
    return offset.map { utf8.index(utf8.startIndex, offsetBy: $0 + size) }
  }
}
