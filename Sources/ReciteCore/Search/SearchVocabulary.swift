/// The words of texts that may have been meant by words that stand nowhere, with their counts.
struct SearchVocabulary {
  /// Folded; only words about as long as one that is looked for.
  private var counts: [String: Int] = [:]
  private let lengths: ClosedRange<Int>
  private let lexicon: Lexicon

  /// Shorter words than this have no near ones worth naming.
  private static let shortest = 3

  /// A vocabulary from which words near to `terms` can be chosen.
  init(near terms: [String], lexicon: Lexicon) {
    let all = terms.map(\.count)
    let least = all.min() ?? 0
    let most = all.max() ?? 0
    lengths = max(1, least - Self.bound(least))...max(1, most + Self.bound(most))
    self.lexicon = lexicon
  }

  /// At most one slip in three letters.
  private static func bound(_ length: Int) -> Int { max(1, length / 3) }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      SearchScan.forEachWord(in: bytes) { word, isASCII in
        if isASCII {
          guard lengths.contains(word.count) else { return }
          counts[String(decoding: word, as: UTF8.self).lowercased(), default: 0] += 1
        } else {
          let folded = FoldedText(
            String(decoding: word, as: UTF8.self), lexicon: lexicon, limit: .max)
          for part in SearchWord.all(in: folded) where !part.isRun {
            counts[part.text, default: 0] += 1
          }
        }
      }
    }
  }

  /// At most three words, the fewest slips first, then the most frequent, then by spelling.
  func nearest(to term: String) -> [String] {
    let length = term.count
    guard length >= Self.shortest else { return [] }
    let bound = Self.bound(length)
    var near: [(word: String, distance: Int, count: Int)] = []
    for (word, count) in counts where abs(word.count - length) <= bound {
      let distance = editDistance(term, word)
      if distance <= bound { near.append((word, distance, count)) }
    }
    near.sort { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }
    return near.prefix(3).map(\.word)
  }
}
