/// What the items of a pack ask for, by the words of their questions.
///
/// Only the answers to questions of a kind are mixed up: of two provinces, not of a planet and a
/// philosopher in a list of trivia.
struct AskedWords {
  private struct Question {
    /// All words that tell it from other questions.
    var content: Set<String> = []
    /// Those that name what is asked for, as "river" in "Which river …"; none where unknown.
    var wanted: Set<String> = []
  }

  private let items: [Item]
  /// Read when first asked for: few items have an answer that is near to another.
  private var questions: [Int: Question] = [:]

  init(_ items: [Item]) { self.items = items }

  private mutating func question(_ index: Int) -> Question {
    if let read = questions[index] { return read }
    let read = AskedWords.question(of: items[index])
    questions[index] = read
    return read
  }

  /// True where both ask for the same kind of thing, as far as their words tell.
  ///
  /// Where one does not say what it asks for ("who" may be a king or a coach), they are to share a
  /// fourth of their words, and two at least.
  mutating func areAlike(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (question(first), question(second))
    if !one.wanted.isEmpty, !other.wanted.isEmpty {
      return !one.wanted.isDisjoint(with: other.wanted)
    }
    let least = min(one.content.count, other.content.count)
    let shared = one.content.intersection(other.content).count
    // "And this?" asks for what was asked before.
    return least == 0 || shared * 4 >= least && shared >= min(2, least)
  }

  private static func question(of item: Item) -> Question {
    var question = Question()
    for case .paragraph(let text) in item.stem {
      let words = text.plain.withoutAddresses.lowercased()
        .split { !$0.isLetter && $0 != "'" && $0 != "’" }
        .flatMap { $0.split { $0 == "'" || $0 == "’" } }.map(String.init)
      for word in words where isContent(word) { question.content.insert(singular(word)) }
      if question.wanted.isEmpty { question.wanted = wanted(in: words) }
    }
    return question
  }

  /// What stands behind the word of the question: up to three words behind "which", and the last one
  /// between "what is the" and the next preposition.
  private static func wanted(in words: [String]) -> Set<String> {
    guard let start = words.firstIndex(where: asking.contains), !persons.contains(words[start])
    else { return [] }
    var found: [String] = []
    var rest = words[(start + 1)...]
    let isPredicate = rest.first.map(auxiliaries.contains) ?? false
    if isPredicate { rest = rest.dropFirst() }
    for word in rest {
      if isContent(word) {
        found.append(singular(word))
        if !isPredicate, found.count == 3 { break }
      } else if !found.isEmpty, prepositions.contains(word) || auxiliaries.contains(word) {
        break
      }
    }
    return Set(isPredicate ? found.suffix(1) : found[...])
  }

  private static let persons: Set<String> = ["who", "whom", "whose", "wer", "wen", "wem", "qui"]

  private static let asking: Set<String> = persons.union([
    "which", "what", "name", "welche", "welcher", "welches", "welchen", "welchem", "quel",
    "quelle", "quels", "quelles",
  ])

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "may",
    "might", "will", "would", "should", "must", "ist", "sind", "war", "waren", "est", "sont",
  ]

  private static let prepositions: Set<String> = [
    "of", "for", "in", "on", "at", "by", "to", "from", "with", "that", "which", "who", "between",
    "through", "into", "during", "after", "before", "near", "von", "der", "des", "durch",
    "zwischen",
    "auf", "aus", "de", "du", "dans", "entre", "en",
  ]

  private static func isContent(_ word: String) -> Bool {
    word.count > 2 && !plain.contains(word) && !auxiliaries.contains(word)
      && !prepositions.contains(word) && !asking.contains(word)
  }

  /// One and many are one word.
  private static func singular(_ word: String) -> String {
    word.hasSuffix("s") && word.count > 3 ? String(word.dropLast()) : word
  }

  /// Words of any question.
  private static let plain: Set<String> = [
    "the", "and", "one", "two", "three", "any", "its", "this", "these", "those", "name", "named",
    "called", "known", "been", "first", "many", "much", "they", "their", "there", "his", "her",
    "you", "your", "other", "than", "more", "most", "some", "where", "when", "why", "following",
    "about", "kind", "type",
    "sort", "how", "not", "also", "last", "only", "die", "das", "den", "dem", "ein", "eine", "und",
    "les", "une",
  ]
}

extension String {
  /// The text without the addresses of web pages, whose letters say nothing.
  var withoutAddresses: String {
    guard contains("://") else { return self }
    return split(separator: " ", omittingEmptySubsequences: false)
      .filter { !$0.contains("://") }.joined(separator: " ")
  }
}
