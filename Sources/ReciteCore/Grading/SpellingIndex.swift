/// The distinct words of a pack's answers, in which those near a typed word are found.
struct SpellingIndex: Sendable {
  /// Words of one length.
  private struct Row: Sendable {
    /// The words' letters, one word after the other.
    var letters: [Unicode.Scalar] = []
    /// Which letters each has, a bit a letter.
    var masks: [UInt32] = []
    var hashes: [UInt64] = []
    /// Its bytes in UTF-8.
    var sizes: [UInt16] = []
    var isJoined: [Bool] = []
  }

  /// Longer words are compared whole.
  private static let longest = 64

  private var rows = [Row](repeating: Row(), count: longest + 1)
  private var seen: [Set<UInt64>] = [[], []]

  mutating func add(_ word: AnswerForms.Spelling) {
    let length = word.letters.count
    guard length > 2, length <= SpellingIndex.longest,
      seen[word.isJoined ? 1 : 0].insert(word.hash).inserted
    else { return }
    rows[length].letters += word.letters
    rows[length].masks.append(SpellingIndex.mask(word.letters))
    rows[length].hashes.append(word.hash)
    rows[length].sizes.append(UInt16(clamping: word.text.utf8.count))
    rows[length].isJoined.append(word.isJoined)
  }

  /// Visits the hash of each word that a typed one may be a slip from.
  func forEachNear(_ typed: AnswerForms.Spelling, _ body: (UInt64) -> Void) {
    guard !typed.letters.isEmpty, typed.letters.count <= SpellingIndex.longest else { return }
    let mask = SpellingIndex.mask(typed.letters)
    for (length, row) in rows.enumerated() where !row.hashes.isEmpty {
      let difference = Double(abs(length - typed.letters.count)) * 0.5
      for place in row.hashes.indices {
        let limit: Double
        if typed.isJoined || row.isJoined[place] {
          let size = Int(row.sizes[place])
          guard size >= 5, abs(size - typed.text.utf8.count) <= 2 else { continue }
          limit = Spelling.acceptedDistance(length: size)
        } else {
          limit = Spelling.closeDistance(length: length)
        }
        guard difference <= limit else { continue }
        // An exchange of letters, the cheapest way to change which there are, costs 0.6 at least.
        let only = (mask & ~row.masks[place]).nonzeroBitCount
        let missing = (row.masks[place] & ~mask).nonzeroBitCount
        guard Double(max(only, missing)) * 0.6 <= limit + 0.01 else { continue }
        let word = row.letters[place * length..<(place + 1) * length]
        if Spelling.distance(typed.letters[...], word, limit: limit) != nil {
          body(row.hashes[place])
        }
      }
    }
  }

  private static func mask(_ letters: [Unicode.Scalar]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << ($1.value & 31) }
  }
}
