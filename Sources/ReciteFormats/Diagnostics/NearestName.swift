/// The name that a slip was meant to be, for `did you mean`.
package enum NearestName {
  /// The first of `names` that lies nearest to `word`, or nil where none is near.
  ///
  /// Near means: at most one edit for up to four letters, two up to eight, three beyond, and fewer
  /// edits than half the word; a transposition of neighbours is one edit; case does not count.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let word = Array(word.lowercased().unicodeScalars.prefix(longest))
    let bound = word.count <= 4 ? 1 : word.count <= 8 ? 2 : 3
    var best: (name: String, rank: Int)?
    for name in names {
      let scalars = Array(name.lowercased().unicodeScalars.prefix(longest))
      guard abs(scalars.count - word.count) <= bound else { continue }
      let distance = edits(word, scalars)
      guard distance <= bound, distance * 2 <= max(word.count, 2) else { continue }
      // People rarely miss a word's first letter.
      let rank = distance * 2 + (scalars.first == word.first ? 0 : 1)
      if best.map({ rank < $0.rank }) ?? true { best = (name, rank) }
    }
    return best?.name
  }

  /// Names longer than this are compared by their beginnings.
  private static let longest = 64

  /// Insertions, deletions, substitutions and transpositions of neighbours (optimal alignment).
  /// - Complexity: O(*m* · *n*).
  static func edits(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        let cost = first[row] == second[column] ? 0 : 1
        var least = min(current[column] + 1, last[column + 1] + 1, last[column] + cost)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last.last ?? 0
  }
}
