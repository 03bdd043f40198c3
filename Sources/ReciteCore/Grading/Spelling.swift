/// How far a typed word lies from the expected one, and how far is too far.
enum Spelling {
  /// The weighted distance of Damerau between two words, or nil beyond `limit`.
  ///
  /// Letters that are confused more easily cost less than 1: neighbours swapped 0.7, a letter
  /// doubled or not 0.5, one vowel for another 0.7, letters of one sound 0.6, neighbouring keys 0.8,
  /// a vowel or h left out 0.8. At the first letter everything costs half as much again.
  /// - Complexity: the product of both lengths; words over 64 letters are not compared.
  /// - Source: the costs are those measured in research/grading.md §4.
  static func distance(
    _ typed: [Unicode.Scalar], _ expected: [Unicode.Scalar], limit: Double
  ) -> Double? {
    distance(typed[...], expected[...], limit: limit)
  }

  static func distance(
    _ typed: ArraySlice<Unicode.Scalar>, _ expected: ArraySlice<Unicode.Scalar>, limit: Double
  ) -> Double? {
    guard typed.count <= 64, expected.count <= 64 else { return typed == expected ? 0 : nil }
    guard Double(abs(typed.count - expected.count)) * 0.5 <= limit else { return nil }
    return typed.withUnsafeBufferPointer { typed in
      expected.withUnsafeBufferPointer { distance(typed, $0, limit: limit) }
    }
  }

  private typealias Letters = UnsafeBufferPointer<Unicode.Scalar>

  private static func distance(_ typed: Letters, _ expected: Letters, limit: Double) -> Double? {
    let rows = typed.count
    let columns = expected.count
    guard rows > 0, columns > 0 else { return rows == columns ? 0 : nil }
    let width = columns + 2
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 4 * width + rows) { cells in
      cells.initialize(repeating: .infinity)
      // Where the row before the last, the last, and the current one begin.
      var before = 0
      var previous = width
      var current = 2 * width
      let gaps = 3 * width
      let ownGaps = 4 * width
      let most = (
        skipped: gapCosts(of: expected, cells, at: gaps, limit),
        added: gapCosts(of: typed, cells, at: ownGaps, limit)
      )
      guard rows - columns <= most.added, columns - rows <= most.skipped else { return nil }
      cells[previous] = 0
      for column in 0..<min(columns, most.skipped) {
        cells[previous + column + 1] = cells[previous + column] + cells[gaps + column]
      }
      var leastBefore = 0.0
      for row in 0..<rows {
        let gap = cells[ownGaps + row]
        let first = max(0, row - most.added)
        let last = min(columns - 1, row + most.skipped)
        cells[current + first] = first == 0 ? cells[previous] + gap : .infinity
        var least = cells[current + first]
        for column in first...last {
          var cost = min(
            cells[previous + column + 1] + gap, cells[current + column] + cells[gaps + column],
            cells[previous + column]
              + exchangeCost(typed[row], expected[column], first: row == 0 || column == 0))
          if row > 0, column > 0, typed[row] == expected[column - 1],
            typed[row - 1] == expected[column], typed[row] != expected[column]
          {
            cost = min(cost, cells[before + column - 1] + (row == 1 ? 1.0 : 0.7))
          }
          cells[current + column + 1] = cost
          least = min(least, cost)
        }
        cells[current + last + 2] = .infinity
        // A swap reaches back two rows, so both must be beyond the limit.
        guard min(least, leastBefore) <= limit else { return nil }
        leastBefore = least
        (before, previous, current) = (previous, current, before)
      }
      let distance = cells[previous + columns]
      return distance <= limit ? distance : nil
    }
  }

  /// Writes what it costs to leave out each letter; returns how many can be within the limit.
  private static func gapCosts(
    of word: Letters, _ cells: UnsafeMutableBufferPointer<Double>, at start: Int, _ limit: Double
  ) -> Int {
    var least = 1.0
    for place in word.indices {
      let cost = gapCost(word, place)
      cells[start + place] = cost
      least = min(least, cost)
    }
    return Int((limit + 0.001) / least)
  }

  /// The cost of a letter that only one of the words has.
  private static func gapCost(_ word: Letters, _ index: Int) -> Double {
    let letter = word[index]
    let doubled =
      index > 0 && word[index - 1] == letter || index + 1 < word.count && word[index + 1] == letter
    let cost = doubled ? 0.5 : isVowel(letter) || letter == "h" ? 0.8 : 1
    return index == 0 ? cost * 1.5 : cost
  }

  private static func exchangeCost(
    _ typed: Unicode.Scalar, _ expected: Unicode.Scalar, first: Bool
  ) -> Double {
    guard typed != expected else { return 0 }
    let one = typed.value &- 0x61
    let other = expected.value &- 0x61
    let cost = one < 26 && other < 26 ? exchangeCosts[Int(one * 26 + other)] : 1
    return first ? cost * 1.5 : cost
  }

  /// What it costs to take one letter from a to z for another, row by row.
  private static let exchangeCosts: [Double] = {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { Unicode.Scalar($0) }
    return letters.flatMap { one in
      letters.map { other in
        isVowel(one) && isVowel(other)
          ? 0.7 : soundAlike(one, other) ? 0.6 : areNeighbours(one, other) ? 0.8 : 1
      }
    }
  }()

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  /// Pairs of letters that one sound is written with, each in alphabetical order.
  private static func soundAlike(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    switch (min(one, other), max(one, other)) {
    case ("c", "k"), ("c", "s"), ("s", "z"), ("k", "q"), ("c", "q"), ("g", "j"), ("f", "v"),
      ("m", "n"), ("i", "y"), ("u", "w"), ("d", "t"), ("b", "p"):
      true
    default: false
    }
  }

  private static let keyRows: [[Unicode.Scalar]] = [
    Array("qwertyuiop".unicodeScalars), Array("asdfghjkl".unicodeScalars),
    Array("zxcvbnm".unicodeScalars),
  ]

  /// Where each letter from a to z lies on the keyboard: its row, and its place in half keys.
  private static let keyPlaces: [(row: Int, place: Int)] = (0..<26).map { letter in
    for (row, keys) in keyRows.enumerated() {
      if let place = keys.firstIndex(where: { $0.value == UInt32(0x61 + letter) }) {
        return (row, 2 * place + row)
      }
    }
    return (9, 99)
  }

  private static func areNeighbours(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    guard (0x61...0x7a).contains(one.value), (0x61...0x7a).contains(other.value) else {
      return false
    }
    let first = keyPlaces[Int(one.value - 0x61)]
    let second = keyPlaces[Int(other.value - 0x61)]
    return abs(first.row - second.row) <= 1 && abs(first.place - second.place) <= 2
  }

  /// Up to this distance a word of so many letters counts as misspelt.
  static func acceptedDistance(length: Int) -> Double {
    switch length {
    case ...2: 0
    // Only a letter doubled: gass.
    case 3: 0.5
    case 4: 0.8
    case 5...7: 1.5
    case 8...11: 2.0
    default: 2.6
    }
  }

  /// Up to this distance it is close: worth another try, but not right.
  static func closeDistance(length: Int) -> Double {
    switch length {
    case ...2: 0
    case 3...4: 1.0
    case 5: 1.8
    case 6...7: 2.4
    case 8...11: 3.2
    default: 4.0
    }
  }

  /// Shorter words are not compared by their sound.
  static let leastSounding = 6

  /// The letters of a word that are heard: strait and straight are one.
  static func spoken(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var heard: [Unicode.Scalar] = []
    var index = 0
    while index < word.count {
      let letter = word[index]
      let next = index + 1 < word.count ? word[index + 1] : " "
      let isSilent =
        heard.last == letter || letter == "g" && next == "h" && index > 0
        || letter == "h" && index > 0 && (word[index - 1] == "g" || next == " ")
        || index == 0 && next == "n" && (letter == "k" || letter == "g")
        || index == 0 && letter == "w" && next == "r"
        || index == word.count - 1 && letter == "e"
      if !isSilent { heard.append(letter) }
      index += 1
    }
    return heard
  }

  /// What a word sounds like, roughly: its first sound and the consonants after it.
  static func skeleton(of word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var sounds: [Unicode.Scalar] = []
    forEachSound(of: word[...]) { sounds.append($0) }
    return sounds
  }

  /// Visits the sounds of a word's skeleton in their order.
  static func forEachSound(
    of word: ArraySlice<Unicode.Scalar>, _ body: (Unicode.Scalar) -> Void
  ) {
    var last: Unicode.Scalar?
    func add(_ sound: Unicode.Scalar) {
      guard last != sound else { return }
      if last == nil || !isVowel(sound) && sound != "h" && sound != "w" { body(sound) }
      last = sound
    }
    var index = word.startIndex
    while index < word.endIndex {
      let next = index + 1 < word.endIndex ? word[index + 1] : " "
      let sound = self.sound(of: word[index], before: next, first: index == word.startIndex)
      if let one = sound.one { add(one) }
      if let other = sound.other { add(other) }
      index += sound.letters
    }
  }

  private static func sound(
    of letter: Unicode.Scalar, before next: Unicode.Scalar, first: Bool
  ) -> (one: Unicode.Scalar?, other: Unicode.Scalar?, letters: Int) {
    switch (letter, next) {
    case ("p", "h"): ("f", nil, 2)
    case ("g", "h"): (first ? "g" : nil, nil, 2)
    case ("k", "n") where first, ("g", "n") where first, ("p", "n") where first: ("n", nil, 2)
    case ("w", "r") where first: ("r", nil, 2)
    case ("p", "s") where first: ("s", nil, 2)
    case ("q", "u"): ("k", "w", 2)
    case ("c", "k"): ("k", nil, 2)
    case ("c", "e"), ("c", "i"), ("c", "y"): ("s", nil, 1)
    case ("g", "e"), ("g", "i"), ("g", "y"): ("j", nil, 1)
    case ("d", "g"): ("j", nil, 2)
    case ("c", _), ("q", _): ("k", nil, 1)
    case ("x", _): ("k", "s", 1)
    case ("z", _): ("s", nil, 1)
    case ("y", _): ("i", nil, 1)
    default: (letter, nil, 1)
    }
  }
}
