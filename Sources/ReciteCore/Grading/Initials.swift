/// Initials of a name, which stand for the words that they begin.
enum Initials {
  /// A typed name with the key's words for its initials, and the key's initials for its words; nil
  /// where no initial stands for a word.
  ///
  /// N Korea is North Korea, John Fitzgerald Kennedy is John F. Kennedy.
  /// The last word of a name is no initial: Malcolm X, Plan B.
  static func written(_ typed: [Term], like key: [Term]) -> [Term]? {
    guard typed.count > 1, key.count > 1, key[0].capital,
      typed.dropLast().contains(where: mayBeInitials) || key.dropLast().contains(where: isInitial),
      key.allSatisfy({ $0.capital || Vocabulary.functionWords.contains($0.surface) })
    else { return nil }
    var written: [Term] = []
    var place = 0
    var isWritten = false
    for term in typed.dropLast() {
      let meant = key[place...].dropLast().prefix(count(term, key[place]))
      if meant.isEmpty || !begin(term, Array(meant)) {
        written.append(term)
        if term.text == key[place].text { place = min(place + 1, key.count - 1) }
      } else {
        written += meant.map { word in
          var word = word
          word.range = term.range
          return word
        }
        place += meant.count
        isWritten = true
      }
    }
    return isWritten ? written + typed.suffix(1) : nil
  }

  /// Of how many words of a key a typed one may be the initials, or the initial of which it begins.
  private static func count(_ term: Term, _ other: Term) -> Int {
    isInitial(other) || !mayBeInitials(term) ? 1 : term.letters.count
  }

  private static func begin(_ term: Term, _ words: [Term]) -> Bool {
    guard term.isWord, words.allSatisfy(\.isWord) else { return false }
    if words.count == 1, let only = words.first {
      return isInitial(term) != isInitial(only) && term.letters.first == only.letters.first
        && (isInitial(term) || isInitial(only))
    }
    return term.letters == words.compactMap(\.letters.first)
  }

  /// Whether a word is short enough for initials run together, as in UN Security Council.
  static func mayBeInitials(_ term: Term) -> Bool {
    term.isWord && term.letters.count <= 3 && !Vocabulary.functionWords.contains(term.surface)
  }

  static func isInitial(_ term: Term) -> Bool { term.isWord && term.surface.utf8.count == 1 }
}
