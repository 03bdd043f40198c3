/// The distinct words of a pack's answers, in which those near a typed word are found.
struct SpellingIndex: Sendable {
  /// How near a word must lie to be of interest.
  enum Reach: Equatable, Sendable {
    /// No slips: only what agrees in one of its forms.
    case forms
    /// What counts as a slip.
    case slips
    /// What counts as a slip though it is a known word.
    case knownSlips
    /// What is close, up to a distance.
    case within(Double)
  }

  /// Words of one length, with letters that stand twice in a row or without.
  private struct Row: Sendable {
    let length: Int
    let hasDoubles: Bool
    /// The words' letters, one word after the other.
    var letters: [Unicode.Scalar] = []
    /// Which letters each has, a bit a letter.
    var masks: [UInt32] = []
    var hashes: [UInt64] = []
    /// The fewest and most bytes of a word in UTF-8.
    var sizes = 0...0
  }

  /// Longer words are compared whole.
  private static let longest = 64

  /// Words that stand by themselves, and words run together.
  private let words: [Row]
  private let joined: [Row]
  /// What words of six and more letters sound like, and their places in `soundHashes`.
  private let sounds: HashChains
  private let soundHashes: [UInt64]

  init(words: [AnswerForms.Spelling], joined: [AnswerForms.Spelling]) {
    self.words = SpellingIndex.rows(words)
    self.joined = SpellingIndex.rows(joined)
    var sounds: [(hash: UInt64, place: Int32)] = []
    var hashes: [UInt64] = []
    for row in self.words where row.length >= Spelling.leastSounding {
      for place in row.hashes.indices {
        let word = row.letters[place * row.length..<(place + 1) * row.length]
        sounds.append((SpellingIndex.soundHash(word), Int32(hashes.count)))
        hashes.append(row.hashes[place])
      }
    }
    self.sounds = HashChains(sounds)
    soundHashes = hashes
  }

  private static func rows(_ words: [AnswerForms.Spelling]) -> [Row] {
    var places = [Int](repeating: -1, count: 2 * longest + 2)
    var rows: [Row] = []
    var seen: Set<UInt64> = []
    for word in words {
      let length = word.letters.count
      guard length > 2, length <= longest, seen.insert(word.hash).inserted else { continue }
      let doubles = doubled(word.letters) > 0
      let key = 2 * length + (doubles ? 1 : 0)
      if places[key] < 0 {
        places[key] = rows.count
        rows.append(Row(length: length, hasDoubles: doubles))
      }
      rows[places[key]].letters += word.letters
      rows[places[key]].masks.append(mask(word.letters))
      rows[places[key]].hashes.append(word.hash)
      let sizes = rows[places[key]].sizes
      rows[places[key]].sizes =
        rows[places[key]].hashes.count == 1
        ? word.size...word.size
        : min(sizes.lowerBound, word.size)...max(sizes.upperBound, word.size)
    }
    return rows
  }

  // MARK: Looking up

  /// Visits the form of each word that a typed one may be a slip from, and of two words run together;
  /// some more than once.
  func forEachNear(_ typed: AnswerForms.Spelling, _ reach: Reach, _ body: (UInt64) -> Void) {
    guard let search = Search(typed) else { return }
    for row in words {
      search.scan(row, limit: SpellingIndex.limit(length: row.length, reach), body)
    }
    // A known word is not two words run together.
    if reach != .knownSlips {
      search.scanJoined(joined, reach) { body(AnswerForms.joined($0)) }
    }
    if reach == .slips || reach == .knownSlips, typed.letters.count >= 2 {
      sounds.forEach(SpellingIndex.soundHash(typed.letters[...])) { body(soundHashes[Int($0)]) }
    }
  }

  /// Visits the form of each single word that words run together may be a slip from.
  func forEachNear(joined typed: AnswerForms.Spelling, _ reach: Reach, _ body: (UInt64) -> Void) {
    guard let search = Search(typed) else { return }
    search.scanJoined(words, reach, body)
  }

  /// How far a slip in a word of so many letters may lie.
  private static func limit(length: Int, _ reach: Reach) -> Double {
    // In a name or beside a number of which the rest is right, a short word is read leniently.
    let lenient = 1.5
    switch reach {
    case .forms: return 0
    case .slips: return max(Spelling.acceptedDistance(length: length), lenient)
    case .knownSlips: return Knowledge.knownSlip
    case .within(let distance):
      return min(max(Spelling.closeDistance(length: length), lenient), distance)
    }
  }

  /// A typed word, measured once.
  private struct Search {
    let typed: AnswerForms.Spelling
    let mask: UInt32
    let doubles: Int
    /// Where in the typed word each letter stands, a bit a place; letters are told by six bits.
    let places: [UInt64]

    init?(_ typed: AnswerForms.Spelling) {
      guard !typed.letters.isEmpty, typed.letters.count <= SpellingIndex.longest else { return nil }
      self.typed = typed
      mask = SpellingIndex.mask(typed.letters)
      doubles = SpellingIndex.doubled(typed.letters)
      var places = [UInt64](repeating: 0, count: 64)
      for (place, letter) in typed.letters.enumerated() {
        places[Int(letter.value & 63)] |= 1 << UInt64(place)
      }
      self.places = places
    }

    /// The least that the difference in length costs: a letter doubled or not 0.5, another 0.8.
    private func leastCost(_ row: Row) -> Double {
      let more = typed.letters.count - row.length
      if more < 0 { return Double(-more) * (row.hasDoubles ? 0.5 : 0.8) }
      return 0.5 * Double(min(more, doubles)) + 0.8 * Double(max(0, more - doubles))
    }

    func scanJoined(_ rows: [Row], _ reach: Reach, _ body: (UInt64) -> Void) {
      // As `Alignment` takes words that were run together.
      let sizes = max(5, typed.size - 2)...max(5, typed.size + 2)
      for row in rows where row.sizes.overlaps(sizes) {
        let most = Spelling.acceptedDistance(
          length: min(row.sizes.upperBound, sizes.upperBound))
        let limit = if case .within(let distance) = reach { min(most, distance) } else { most }
        scan(row, limit: limit, body)
      }
    }

    func scan(_ row: Row, limit: Double, _ body: (UInt64) -> Void) {
      guard limit > 0, leastCost(row) <= limit else { return }
      // An exchange of letters, the cheapest way to change which there are, costs 0.6 at least.
      switch Int((limit + 0.01) / 0.6) {
      case 0: scan(row, limit, body) { Search.without($0, 0) }
      case 1: scan(row, limit, body) { Search.without($0, 1) }
      case 2: scan(row, limit, body) { Search.without($0, 2) }
      case 3: scan(row, limit, body) { Search.without($0, 3) }
      case 4: scan(row, limit, body) { Search.without($0, 4) }
      default: scan(row, limit, body) { Search.without($0, 6) }
      }
    }

    /// The bits that are left when some are taken away.
    @inline(__always)
    private static func without(_ bits: UInt32, _ count: Int) -> UInt32 {
      var bits = bits
      for _ in 0..<count { bits &= bits &- 1 }
      return bits
    }

    /// So many words are looked through in one go.
    private static let stretch = 64

    /// Measures the words that have no more letters that the typed one lacks, or the other way round,
    /// than `beyond` takes away.
    ///
    /// The masks are looked through without a branch, many at a time, and those that pass afterwards.
    @inline(__always)
    private func scan(
      _ row: Row, _ limit: Double, _ body: (UInt64) -> Void, beyond: (UInt32) -> UInt32
    ) {
      let mask = mask
      row.masks.withUnsafeBufferPointer { masks in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Search.stretch) { left in
          var start = 0
          while start < masks.count {
            let count = min(Search.stretch, masks.count - start)
            for place in 0..<count {
              let other = masks[start + place]
              left[place] = beyond(mask & ~other) | beyond(other & ~mask)
            }
            for place in 0..<count where left[place] == 0 {
              measure(row, start + place, limit, body)
            }
            start += count
          }
        }
      }
    }

    private func measure(_ row: Row, _ place: Int, _ limit: Double, _ body: (UInt64) -> Void) {
      let letters = row.letters[place * row.length..<(place + 1) * row.length]
      let edits = self.edits(letters)
      // A letter doubled or not costs 0.5, everything else 0.6 at least.
      let cheap = row.hasDoubles ? edits : min(edits, doubles)
      guard Double(cheap) * 0.5 + Double(edits - cheap) * 0.6 <= limit + 0.01 else { return }
      if Spelling.distance(typed.letters[...], letters, limit: limit) != nil {
        body(row.hashes[place])
      }
    }

    /// How many letters must be put in, left out, exchanged, or swapped with their neighbour to make
    /// one word of the other; fewer where two letters have the same six bits.
    ///
    /// - Source: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
    ///   distances", 2003, with the restriction that no swapped pair is changed again.
    private func edits(_ word: ArraySlice<Unicode.Scalar>) -> Int {
      let last = UInt64(1) << UInt64(typed.letters.count - 1)
      return places.withUnsafeBufferPointer { places in
        var count = typed.letters.count
        var more = UInt64.max
        var fewer: UInt64 = 0
        var level: UInt64 = 0
        var before: UInt64 = 0
        for letter in word {
          let same = places[Int(letter.value & 63)]
          let swapped = ((~level & same) << 1) & before
          level = (((same & more) &+ more) ^ more) | same | fewer | swapped
          var rises = fewer | ~(level | more)
          var falls = level & more
          if rises & last != 0 { count += 1 }
          if falls & last != 0 { count -= 1 }
          rises = rises << 1 | 1
          falls <<= 1
          more = falls | ~(level | rises)
          fewer = rises & level
          before = same
        }
        return count
      }
    }
  }

  private static func mask(_ letters: [Unicode.Scalar]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << ($1.value & 31) }
  }

  /// How many letters stand beside their like.
  private static func doubled(_ letters: [Unicode.Scalar]) -> Int {
    zip(letters, letters.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 2 : 0) }
  }

  private static func soundHash(_ letters: ArraySlice<Unicode.Scalar>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    Spelling.forEachSound(of: letters) {
      hash = (hash ^ UInt64($0.value)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }
}
