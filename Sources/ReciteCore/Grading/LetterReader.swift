/// Reads letters that name what stands on the screen: `b`, `a c`, `a,c`, `ac`, `1c 2a 3b`.
enum LetterReader {
  /// The letter of a place counted from 0; empty beyond z.
  static func letter(_ place: Int) -> String {
    guard (0..<26).contains(place), let scalar = Unicode.Scalar(UInt32(0x61 + place)) else {
      return ""
    }
    return String(Character(scalar))
  }

  /// The places that a response of letters alone names; nil where it holds anything else.
  static func places(_ response: String) -> [Int]? {
    var places: [Int] = []
    for word in words(response) where word != "and" && word != "option" && word != "answer" {
      for scalar in word.unicodeScalars {
        guard scalar.isASCIILetter else { return nil }
        places.append(Int(scalar.value) - 0x61)
      }
    }
    return places.isEmpty ? nil : places
  }

  /// The letters of a response that sets them apart; nil where a word of several letters stands.
  static func singleLetter(_ response: String) -> Int? {
    let words = words(response).filter { $0 != "option" && $0 != "answer" }
    guard words.count == 1, let only = words.first, only.unicodeScalars.count == 1,
      let scalar = only.unicodeScalars.first, scalar.isASCIILetter
    else { return nil }
    return Int(scalar.value) - 0x61
  }

  /// Pairs of a row number, counted from 1, and the place of a letter.
  static func pairs(_ response: String) -> [(row: Int, place: Int)]? {
    var pairs: [(row: Int, place: Int)] = []
    var row: Int?
    for scalar in folded(response) {
      if scalar.isASCIIDigit {
        let (value, overflow) = (row ?? 0).multipliedReportingOverflow(by: 10)
        guard !overflow, value < 10_000 else { return nil }
        row = value + Int(scalar.value - 0x30)
      } else if scalar.isASCIILetter {
        guard let number = row else { return nil }
        pairs.append((number, Int(scalar.value) - 0x61))
        row = nil
      } else if scalar.isWordLetter || scalar.isHan {
        return nil
      }
    }
    return pairs.isEmpty || row != nil ? nil : pairs
  }

  private static func folded(_ response: String) -> [Unicode.Scalar] {
    FoldedText(response, lexicon: .empty, limit: 400).scalars
  }

  private static func words(_ response: String) -> [String] {
    var words: [String] = []
    var current = ""
    for scalar in folded(response) {
      if scalar.isWordLetter || scalar.isASCIIDigit || scalar.isHan {
        current.unicodeScalars.append(scalar)
      } else if !current.isEmpty {
        words.append(current)
        current = ""
      }
    }
    return current.isEmpty ? words : words + [current]
  }

  /// What to say of a letter that is not there.
  static func missing(_ place: Int, of count: Int, noun: String) -> String {
    "there is no \(noun) \(letter(place)); choose a to \(letter(count - 1))"
  }
}
