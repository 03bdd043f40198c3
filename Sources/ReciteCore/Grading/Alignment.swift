/// Which words of a response stand for which words of the key.
struct Alignment: Sendable {
  struct Pair: Sendable {
    /// Places among the typed terms, and among the key's: one each, or two for a word run together.
    var typed: ClosedRange<Int>
    var key: ClosedRange<Int>
    var match: WordMatch
  }

  /// In the order of the key.
  private(set) var pairs: [Pair] = []
  private(set) var extras: [Int] = []
  private(set) var missing: [Int] = []
  /// The pairs do not stand in the key's order.
  private(set) var isReordered = false
  let typedCount: Int
  let keyCount: Int

  /// Aligns two rows of terms so that as many as can agree, in order if possible.
  /// - Complexity: the product of both counts, each at most 60.
  init(
    _ typed: [Term], _ key: [Term], knowledge: Knowledge, beside surroundings: Surroundings = .open
  ) {
    let typed = Array(typed.prefix(60))
    let key = Array(key.prefix(60))
    typedCount = typed.count
    keyCount = key.count
    var table: [[WordMatch?]] = []
    for one in typed {
      table.append(
        key.map { other in
          let match = knowledge.compare(one, other, beside: surroundings)
          return match.level < .different ? match : nil
        })
    }
    alignInOrder(typed, key, table, knowledge)
    if !missing.isEmpty, !extras.isEmpty { pairUp(typed, key, table) }
    pairs.sort { $0.key.lowerBound < $1.key.lowerBound }
    isReordered = zip(pairs, pairs.dropFirst()).contains {
      $0.typed.lowerBound > $1.typed.lowerBound
    }
  }

  /// The cheapest alignment in order: a pair costs its distance, what stands alone costs one.
  private mutating func alignInOrder(
    _ typed: [Term], _ key: [Term], _ table: [[WordMatch?]], _ knowledge: Knowledge
  ) {
    let rows = typed.count
    let columns = key.count
    var cost = Array(repeating: Array(repeating: 0.0, count: columns + 1), count: rows + 1)
    var step = Array(repeating: Array(repeating: Step.none, count: columns + 1), count: rows + 1)
    for row in 0...rows {
      for column in 0...columns where row + column > 0 {
        var best = (cost: Double.infinity, step: Step.none)
        func offer(_ price: Double, _ kind: Step) { if price < best.cost { best = (price, kind) } }
        if row > 0 { offer(cost[row - 1][column] + 1, .extra) }
        if column > 0 { offer(cost[row][column - 1] + 1, .missing) }
        if row > 0, column > 0 {
          if let match = table[row - 1][column - 1] {
            offer(cost[row - 1][column - 1] + match.distance / 4, .pair(match))
          }
          if row > 1,
            let match = joined(typed[row - 2...row - 1], key[column - 1...column - 1], knowledge)
          {
            offer(cost[row - 2][column - 1] + 0.1 + match.distance / 4, .joined(match))
          }
          if row > 2,
            let match = joined(typed[row - 3...row - 1], key[column - 1...column - 1], knowledge)
          {
            offer(cost[row - 3][column - 1] + 0.2 + match.distance / 4, .joinedThree(match))
          }
          if column > 1,
            let match = joined(typed[row - 1...row - 1], key[column - 2...column - 1], knowledge)
          {
            offer(cost[row - 1][column - 2] + 0.1 + match.distance / 4, .split(match))
          }
        }
        cost[row][column] = best.cost
        step[row][column] = best.step
      }
    }
    trace(step, rows, columns)
  }

  private enum Step {
    case none, extra, missing
    case pair(WordMatch), joined(WordMatch), joinedThree(WordMatch), split(WordMatch)
  }

  private mutating func trace(_ step: [[Step]], _ rows: Int, _ columns: Int) {
    var row = rows
    var column = columns
    while row > 0 || column > 0 {
      switch step[row][column] {
      case .none: return
      case .extra:
        row -= 1
        extras.append(row)
      case .missing:
        column -= 1
        missing.append(column)
      case .pair(let match):
        row -= 1
        column -= 1
        pairs.append(Pair(typed: row...row, key: column...column, match: match))
      case .joined(let match):
        row -= 2
        column -= 1
        pairs.append(Pair(typed: row...row + 1, key: column...column, match: match))
      case .joinedThree(let match):
        row -= 3
        column -= 1
        pairs.append(Pair(typed: row...row + 2, key: column...column, match: match))
      case .split(let match):
        row -= 1
        column -= 2
        pairs.append(Pair(typed: row...row, key: column...column + 1, match: match))
      }
    }
    extras.reverse()
    missing.reverse()
  }

  /// Words run together or split: the same letters, or a slip in a long word that is no other word.
  private func joined(
    _ typed: ArraySlice<Term>, _ key: ArraySlice<Term>, _ knowledge: Knowledge
  ) -> WordMatch? {
    guard typed.allSatisfy({ $0.isWord || $0.kind == .han }),
      key.allSatisfy({ $0.isWord || $0.kind == .han })
    else { return nil }
    let length = typed.reduce(0) { $0 + $1.surface.utf8.count }
    let keyLength = key.reduce(0) { $0 + $1.surface.utf8.count }
    guard abs(length - keyLength) <= 2, length == keyLength || keyLength >= 5 else { return nil }
    let one = typed.map(\.surface).joined()
    let other = key.map(\.surface).joined()
    if one == other { return WordMatch(level: .form) }
    guard typed.first?.isWord == true, key.first?.isWord == true,
      abs(one.utf8.count - other.utf8.count) <= 2, other.utf8.count >= 5
    else { return nil }
    if WordForms.canonical(one) == WordForms.canonical(other) { return WordMatch(level: .form) }
    let words = (typed.count > 1 ? typed : []).map(\.surface)
    if words.contains(where: { $0.utf8.count > 2 && knowledge.knows($0) }) { return nil }
    if typed.count == 1, knowledge.knows(one) { return nil }
    let limit = Spelling.acceptedDistance(length: other.utf8.count)
    guard
      let distance = Spelling.distance(
        Array(one.unicodeScalars), Array(other.unicodeScalars), limit: limit)
    else { return nil }
    return WordMatch(level: .spelled, distance: distance)
  }

  /// Pairs what is left over on both sides, wherever it stands.
  private mutating func pairUp(_ typed: [Term], _ key: [Term], _ table: [[WordMatch?]]) {
    for column in missing {
      var best: (row: Int, match: WordMatch)?
      for row in extras {
        guard let match = table[row][column] else { continue }
        if let found = best, found.match.distance <= match.distance { continue }
        best = (row, match)
      }
      guard let best else { continue }
      pairs.append(Pair(typed: best.row...best.row, key: column...column, match: best.match))
      extras.removeAll { $0 == best.row }
      missing.removeAll { $0 == column }
    }
  }
}
