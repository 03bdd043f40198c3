/// How many columns of a terminal a text takes.
package enum DisplayWidth {
  /// The columns of a text without line ends: 0 for marks and joiners, 2 for wide characters.
  ///
  /// A cluster that is drawn as one picture (a flag, a joined emoji) takes 2. `ambiguous` says what
  /// the terminal makes of characters whose width Unicode leaves open.
  /// - Complexity: O(n).
  package static func of(
    _ text: some StringProtocol, ambiguous: AmbiguousWidth = .narrow
  ) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1, ambiguous: ambiguous) }
  }

  /// The columns of one cluster.
  package static func of(_ character: Character, ambiguous: AmbiguousWidth = .narrow) -> Int {
    var sum = 0
    var isPicture = false
    for scalar in character.unicodeScalars {
      sum += of(scalar, ambiguous)
      switch scalar.value {
      case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: isPicture = true
      default: break
      }
    }
    return isPicture ? min(sum, 2) : sum
  }

  /// The columns of one scalar value by itself.
  private static func of(_ scalar: Unicode.Scalar, _ ambiguous: AmbiguousWidth) -> Int {
    if ambiguous == .wide, contains(DisplayWidthTable.ambiguous, scalar.value) { return 2 }
    if scalar.value < 0x300 { return scalar.value < 0x20 || scalar.value == 0x7f ? 0 : 1 }
    if contains(DisplayWidthTable.zero, scalar.value) { return 0 }
    return contains(DisplayWidthTable.wide, scalar.value) ? 2 : 1
  }

  /// Binary search in a flat table of first and last values.
  private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < table[2 * middle] {
        high = middle
      } else if value > table[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
