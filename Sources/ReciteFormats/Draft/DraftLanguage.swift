/// Whether words are English, by those that hardly an English sentence is without.
enum DraftLanguage {
  /// None of them is common in German, French, Spanish, Italian, Dutch or a Scandinavian language.
  private static let telling: Set<String> = [
    "the", "and", "to", "by", "with", "from", "that", "were", "are", "this", "these", "those",
    "which", "been", "their", "they", "its", "it", "as", "has", "had", "not", "than", "into",
    "would",
    "of", "is", "was", "when", "where", "who", "because",
  ]
  /// Short words of English that another language may have, too.
  private static let common: Set<String> = [
    "in", "on", "at", "for", "a", "an", "he", "she", "or", "but", "be", "can", "have", "will",
    "more", "most", "other", "also", "his", "her", "two", "all", "no", "some", "about", "after",
  ]
  /// Words without which hardly a sentence of those languages is.
  private static let foreign: Set<String> = [
    "der", "die", "das", "und", "ist", "im", "den", "dem", "von", "mit", "ein", "eine", "wurde",
    "le", "la", "les", "des", "du", "et", "est", "dans", "par", "que", "qui", "une", "au", "el",
    "los", "las", "del", "y", "es", "en", "por", "con", "una", "il", "lo", "gli", "che", "di",
    "della", "het", "een", "van", "op", "werd", "och", "att", "det", "som", "av", "til", "og",
    "nie",
    "para", "um", "uma", "não", "os", "na", "w", "się",
  ]
  /// Of fewer words nothing is believed: a title, a name, a list.
  private static let fewestWords = 8

  /// Whether a sentence looks like one of another language.
  ///
  /// A foreign sentence may hold one of the words by chance, an English one of some length two.
  static func isForeign(_ words: [DraftWord]) -> Bool {
    let plain = words.filter { $0.kind == .word }
    guard plain.count >= fewestWords else { return false }
    guard plain.count(where: { telling.contains($0.lower) }) * 12 < plain.count else {
      return false
    }
    // `In federal courts, arraignment takes place in two stages` has none of the words.
    let own = plain.count { common.contains($0.lower) }
    let others = plain.count { foreign.contains($0.lower) && !$0.isCapital }
    return others > 0 && others >= own || own == 0
  }
}
