/// Two texts line by line, with what was taken out and what was put in.
package struct LineDifference: Equatable, Sendable {
  package enum Change: Equatable, Sendable {
    case same(String)
    /// Stood in the first text only.
    case removed(String)
    /// Stands in the second text only.
    case added(String)
  }

  /// In reading order; removed lines before the added ones that replace them.
  package var changes: [Change]

  package var isEmpty: Bool {
    changes.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// Beyond this many pairs of lines, the middle is shown as wholly replaced.
  private static let pairLimit = 4_000_000

  /// Compares by the longest common subsequence of what lies between the equal ends.
  ///
  /// - Complexity: O(lines of `first` × lines of `second`) between their equal ends, bounded.
  package init(from first: [String], to second: [String]) {
    var start = 0
    while start < min(first.count, second.count), first[start] == second[start] { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - 1 - end] == second[second.count - 1 - end]
    {
      end += 1
    }
    let middle = LineDifference.middle(
      Array(first[start..<first.count - end]), Array(second[start..<second.count - end]))
    changes =
      first[..<start].map(Change.same) + middle
      + first[(first.count - end)...].map(Change.same)
  }

  private static func middle(_ first: [String], _ second: [String]) -> [Change] {
    guard !first.isEmpty, !second.isEmpty, first.count <= pairLimit / second.count else {
      return first.map(Change.removed) + second.map(Change.added)
    }
    // lengths[row][column]: of the longest common subsequence of what lies from there on.
    let width = second.count + 1
    var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
    for row in first.indices.reversed() {
      for column in second.indices.reversed() {
        lengths[row * width + column] =
          first[row] == second[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var changes: [Change] = []
    var (row, column) = (0, 0)
    while row < first.count || column < second.count {
      if row < first.count, column < second.count, first[row] == second[column] {
        changes.append(.same(first[row]))
        (row, column) = (row + 1, column + 1)
      } else if row < first.count,
        column == second.count
          || lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        changes.append(.removed(first[row]))
        row += 1
      } else {
        changes.append(.added(second[column]))
        column += 1
      }
    }
    return changes
  }

  /// The changed lines with `context` equal ones round them; nil stands for lines left out.
  package func hunks(context: Int) -> [Change?] {
    var isShown = [Bool](repeating: false, count: changes.count)
    for (index, change) in changes.enumerated() {
      if case .same = change { continue }
      for near in max(0, index - context)...min(changes.count - 1, index + context) {
        isShown[near] = true
      }
    }
    var shown: [Change?] = []
    for (index, change) in changes.enumerated() {
      if isShown[index] {
        shown.append(change)
      } else if index == 0 || isShown[index - 1] {
        shown.append(nil)
      }
    }
    return shown
  }
}
