/// Numbers written in words: `twenty-one`, `three and a half million`, `nineteen seventy-eight`.
enum NumberWords {
  static let ones: [String: Double] = {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Double($0)) })
      .merging(["nought": 0, "naught": 0]) { first, _ in first }
  }()

  static let tens: [String: Double] = {
    let words = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Double(20 + 10 * $0)) })
      .merging(["fourty": 40]) { first, _ in first }
  }()

  static let scales: [String: Double] = [
    "hundred": 100, "hundreds": 100, "thousand": 1e3, "thousands": 1e3, "million": 1e6,
    "millions": 1e6, "mio": 1e6, "mln": 1e6, "mil": 1e6, "billion": 1e9, "billions": 1e9,
    "bn": 1e9, "tn": 1e12, "bln": 1e9, "trillion": 1e12, "trillions": 1e12, "trn": 1e12,
    "dozen": 12,
    "k": 1e3, "lakh": 1e5, "crore": 1e7, "quadrillion": 1e15,
  ]

  static let ordinals: [String: Double] = {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
      "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ]
    return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Double($0 + 1)) })
      .merging(["thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100]) { one, _ in one
      }
  }()

  static let fractions: [String: Double] = [
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
  ]

  static let decades: [String: Double] = [
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "tens": 10,
  ]

  /// What a run of words beginning at `start` says.
  struct Reading: Equatable {
    var value: Double
    /// How many words it takes.
    var count: Int
    var isOrdinal = false
  }

  /// Reads the longest number that begins at a word; nil where none does.
  static func read(_ words: [String], at start: Int) -> Reading? {
    var reader = Reader(words: words, position: start)
    return reader.read()
  }

  private struct Reader {
    let words: [String]
    var position: Int
    var total = 0.0
    var current: Double?
    var last = Part.none

    enum Part { case none, one, ten, hundred, scale }

    func word(_ offset: Int = 0) -> String {
      position + offset < words.count ? words[position + offset] : ""
    }

    mutating func read() -> Reading? {
      let start = position
      if let year = year() { return year }
      while step() {}
      guard position > start else { return nil }
      if word() == "point", let value = current, let digits = decimals() {
        position += digits.count + 1
        current = Double("\(Int(value)).\(digits)")
        _ = step()
      }
      if let ordinal = NumberWords.ordinals[word()], last == .ten, ordinal < 10 {
        position += 1
        return Reading(
          value: total + (current ?? 0) + ordinal, count: position - start, isOrdinal: true)
      }
      return Reading(value: total + (current ?? 0), count: position - start)
    }

    /// Nineteen seventy-eight; nineteen hundred is left to `step`.
    mutating func year() -> Reading? {
      guard let century = NumberWords.ones[word()] ?? NumberWords.tens[word()], century >= 10,
        century <= 20
      else { return nil }
      if let ten = NumberWords.tens[word(1)] {
        let one = NumberWords.ones[word(2)] ?? 0
        let extra = one > 0 && one < 10 ? one : 0
        return Reading(value: century * 100 + ten + extra, count: extra > 0 ? 3 : 2)
      }
      if let teen = NumberWords.ones[word(1)], teen >= 10 {
        return Reading(value: century * 100 + teen, count: 2)
      }
      if word(1) == "oh" || word(1) == "o", let one = NumberWords.ones[word(2)], one > 0, one < 10 {
        return Reading(value: century * 100 + one, count: 3)
      }
      return nil
    }

    mutating func step() -> Bool {
      let next = word()
      if let one = NumberWords.ones[next],
        last == .none || last == .hundred || last == .scale
          || last == .ten && one > 0 && one < 10
      {
        current = (current ?? 0) + one
        last = .one
      } else if let ten = NumberWords.tens[next],
        last == .none || last == .hundred || last == .scale
      {
        current = (current ?? 0) + ten
        last = .ten
      } else if next == "hundred", let value = current, value < 100, last != .none {
        current = value * 100
        last = .hundred
      } else if let scale = NumberWords.scales[next], next.utf8.count > 3, scale >= 1000,
        let value = current
      {
        total += value * scale
        current = nil
        last = .scale
      } else if next == "and", last == .hundred || last == .scale,
        NumberWords.ones[word(1)] != nil || NumberWords.tens[word(1)] != nil
      {
        position += 1
        return step()
      } else if last == .none, next == "a" || next == "an",
        let scale = NumberWords.scales[word(1)], word(1).utf8.count > 4, !word(1).hasSuffix("s")
      {
        position += 1
        current = scale == 100 ? 100 : nil
        total = scale == 100 ? 0 : scale
        last = scale == 100 ? .hundred : .scale
      } else {
        return false
      }
      position += 1
      return true
    }

    func decimals() -> String? {
      var digits = ""
      var offset = 1
      while let digit = NumberWords.ones[word(offset)], digit < 10, offset < 12 {
        digits += String(Int(digit))
        offset += 1
      }
      return digits.isEmpty ? nil : digits
    }
  }
}
