/// Counts the words of a query in texts, one pass over their bytes.
///
/// A word in ASCII is looked at more closely only where it begins like one that is looked for; any
/// other is folded first. So a hundred thousand items are searched without an index.
struct SearchScan {
  let query: SearchQuery
  let lexicon: Lexicon
  /// How often each term was met, by its weight; and how many words there were.
  private(set) var frequencies: [Double]
  private(set) var length = 0.0
  /// What was found out about words met before.
  private var known: [String: [Double]] = [:]

  init(_ query: SearchQuery, lexicon: Lexicon) {
    self.query = query
    self.lexicon = lexicon
    frequencies = [Double](repeating: 0, count: query.terms.count)
  }

  /// Forgets the counts, for another document.
  mutating func reset() {
    for index in frequencies.indices { frequencies[index] = 0 }
    length = 0
  }

  /// Counts a text in; its words weigh `weight`.
  mutating func add(_ text: String, weight: Double) {
    var text = text
    text.withUTF8 { add($0, weight: weight) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, weight: Double) {
    SearchScan.forEachWord(in: bytes) { word, isASCII in
      length += 1
      if isASCII {
        guard query.mayMatch(SearchQuery.beginning(word)) else { return }
        count(String(decoding: word, as: UTF8.self).lowercased(), weight: weight)
      } else {
        addFolded(String(decoding: word, as: UTF8.self), weight: weight)
      }
    }
  }

  /// Every stretch of letters, digits and bytes beyond ASCII, and whether it is all ASCII.
  @inline(__always)
  static func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (Slice<UnsafeBufferPointer<UInt8>>, _ isASCII: Bool) -> Void
  ) {
    var index = 0
    while index < bytes.count {
      guard isWord(bytes[index]) else {
        index &+= 1
        continue
      }
      let start = index
      var isASCII = true
      while index < bytes.count, isWord(bytes[index]) {
        if bytes[index] >= 0x80 { isASCII = false }
        index &+= 1
      }
      body(bytes[start..<index], isASCII)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private mutating func addFolded(_ text: String, weight: Double) {
    for word in SearchWord.all(in: FoldedText(text, lexicon: lexicon, limit: .max)) {
      guard word.isRun else {
        count(word.text, weight: weight)
        continue
      }
      let scalars = Array(word.text.unicodeScalars)
      length += Double(scalars.count) / 2
      for (index, term) in query.terms.enumerated() where term.isRun {
        frequencies[index] += weight * Double(scalars.places(of: term.scalars).count)
      }
    }
  }

  private mutating func count(_ word: String, weight: Double) {
    let weights =
      known[word] ?? query.terms.map { query.weight(of: word, for: $0) }
    if known[word] == nil { known[word] = weights }
    for index in weights.indices { frequencies[index] += weight * weights[index] }
  }

  /// Where the terms stand in a text: ranges of its scalars, ascending, no overlaps.
  func marks(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text, lexicon: lexicon, limit: .max)
    var marks: [Range<Int>] = []
    for word in SearchWord.all(in: folded) {
      if word.isRun {
        let scalars = Array(word.text.unicodeScalars)
        let runs = query.terms.filter(\.isRun).flatMap { term in
          scalars.places(of: term.scalars).map { $0..<$0 + term.scalars.count }
        }
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
          let start = word.range.lowerBound
          let mark = start + run.lowerBound..<start + run.upperBound
          if marks.last.map({ $0.upperBound <= mark.lowerBound }) ?? true { marks.append(mark) }
        }
      } else if query.terms.contains(where: { query.weight(of: word.text, for: $0) > 0 }) {
        marks.append(word.range)
      }
    }
    return marks
  }
}
