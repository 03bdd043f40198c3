/// Initials of a name, which stand for the words that they begin.
enum Initials {
  /// A typed name with the key's words for its initials, and the key's initials for its words; nil
  /// where no initial stands for a word.
  ///
  /// N Korea is North Korea, John Fitzgerald Kennedy is John F. Kennedy.
  /// The last word of a name is no initial: Malcolm X, Plan B.
  static func written(_ typed: [Term], like key: [Term]) -> [Term]? {
    guard typed.count == key.count, key.count > 1,
      typed.dropLast().contains(where: isInitial) || key.dropLast().contains(where: isInitial),
      key.allSatisfy({ $0.capital || Vocabulary.functionWords.contains($0.surface) })
    else { return nil }
    let places = key.indices.dropLast().filter { begins(typed[$0], key[$0]) }
    guard !places.isEmpty else { return nil }
    var written = typed
    for place in places {
      let range = typed[place].range
      written[place] = key[place]
      written[place].range = range
    }
    return written
  }

  private static func begins(_ one: Term, _ other: Term) -> Bool {
    guard isInitial(one) != isInitial(other), one.isWord, other.isWord else { return false }
    return one.surface.unicodeScalars.first == other.surface.unicodeScalars.first
  }

  static func isInitial(_ term: Term) -> Bool { term.isWord && term.surface.utf8.count == 1 }
}
