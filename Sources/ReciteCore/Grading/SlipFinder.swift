/// Aligns a misspelt response with its key, character by character, for showing the slip.
enum SlipFinder {
  /// The pieces of a response beside its key; capitals and accents are no slip.
  ///
  /// A text longer than 200 characters is shown without pieces.
  static func slip(typed: String, key: String, lexicon: Lexicon) -> Slip? {
    let one = Array(typed.trimmedOfSpaces)
    let other = Array(key)
    guard one.count <= 200, other.count <= 200 else { return nil }
    let plain = { (character: Character) in
      String(String.UnicodeScalarView(FoldedText(String(character), lexicon: lexicon).scalars))
    }
    let steps = steps(one.map(plain), other.map(plain))
    return Slip(pieces: pieces(steps, one, other))
  }

  private enum Step: Equatable { case same, replaced, extra, missing }

  /// The cheapest edit from typed to key, in order.
  private static func steps(_ typed: [String], _ key: [String]) -> [Step] {
    var cost = Array(repeating: Array(repeating: 0, count: key.count + 1), count: typed.count + 1)
    for row in stride(from: typed.count, through: 0, by: -1) {
      for column in stride(from: key.count, through: 0, by: -1) {
        if row == typed.count || column == key.count {
          cost[row][column] = typed.count - row + key.count - column
        } else if typed[row] == key[column] {
          cost[row][column] = cost[row + 1][column + 1]
        } else {
          cost[row][column] =
            1 + min(cost[row + 1][column + 1], cost[row + 1][column], cost[row][column + 1])
        }
      }
    }
    var steps: [Step] = []
    var row = 0
    var column = 0
    while row < typed.count || column < key.count {
      if row < typed.count, column < key.count, typed[row] == key[column] {
        steps.append(.same)
        row += 1
        column += 1
      } else if row < typed.count, column < key.count,
        cost[row][column] == 1 + cost[row + 1][column + 1]
      {
        steps.append(.replaced)
        row += 1
        column += 1
      } else if row < typed.count,
        column == key.count || cost[row][column] == 1 + cost[row + 1][column]
      {
        steps.append(.extra)
        row += 1
      } else {
        steps.append(.missing)
        column += 1
      }
    }
    return steps
  }

  private static func pieces(_ steps: [Step], _ typed: [Character], _ key: [Character]) -> [Slip
    .Piece]
  {
    var pieces: [Slip.Piece] = []
    var row = 0
    var column = 0
    var index = 0
    while index < steps.count {
      let step = steps[index]
      var given = ""
      var expected = ""
      while index < steps.count, steps[index] == step {
        if step != .missing {
          given.append(typed[row])
          row += 1
        }
        if step != .extra {
          expected.append(key[column])
          column += 1
        }
        index += 1
      }
      switch step {
      case .same: pieces.append(.same(given))
      case .replaced: pieces.append(.replaced(typed: given, expected: expected))
      case .extra: pieces.append(.extra(given))
      case .missing: pieces.append(.missing(expected))
      }
    }
    return pieces
  }
}

extension String {
  /// Without white space at both ends.
  var trimmedOfSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
