/// Whether words are English, by those that hardly an English sentence is without.
enum DraftLanguage {
  /// None of them is common in German, French, Spanish, Italian, Dutch or a Scandinavian language.
  private static let telling: Set<String> = [
    "the", "and", "to", "by", "with", "from", "that", "were", "are", "this", "these", "those",
    "which", "been", "their", "they", "its", "it", "as", "has", "had", "not", "than", "into",
    "would",
    "of", "is", "was", "when", "where", "who", "because",
  ]
  /// Of fewer words nothing is believed: a title, a name, a list.
  private static let fewestWords = 8

  /// Whether a sentence looks like one of another language.
  ///
  /// A foreign sentence may hold one of the words by chance, an English one of some length two.
  static func isForeign(_ words: [DraftWord]) -> Bool {
    let plain = words.filter { $0.kind == .word }
    guard plain.count >= fewestWords else { return false }
    return plain.count { telling.contains($0.lower) } * 12 < plain.count
  }
}
