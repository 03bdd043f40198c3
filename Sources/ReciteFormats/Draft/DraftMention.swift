/// A stretch of a sentence that names something: what a question may ask for.
struct DraftMention: Equatable, Sendable {
  enum NameKind: String, Equatable, Sendable {
    case person, place, country, organization, event, other
  }

  enum Kind: Equatable, Sendable {
    case name(NameKind)
    /// A year, and its number.
    case year(Int)
    /// A day or month of a year: `15 August 1914`.
    case date(year: Int)
    case decade(Int)
    case century(Int)
    /// Two years joined by a dash or by `to`.
    case span
    /// A figure with its scale and, of percentages and money, its sign.
    case figure
  }

  var kind: Kind
  /// The words of the sentence that it takes.
  var range: Range<Int>
  /// As written, without articles and without the mark of possession.
  var text: String

  var isName: Bool { if case .name = kind { true } else { false } }

  var isTime: Bool {
    switch kind {
    case .year, .date, .decade, .century, .span: true
    case .name, .figure: false
    }
  }

  /// The year by which times are put in order; nil for names, figures and spans.
  var order: Int? {
    switch kind {
    case .year(let year), .date(let year), .decade(let year): year
    case .century(let number): (number - 1) * 100
    case .span, .name, .figure: nil
    }
  }
}

/// Finds the figures and times of a sentence.
struct FigureFinder {
  private let words: [DraftWord]
  private var found: [DraftMention] = []

  private init(_ words: [DraftWord]) { self.words = words }

  /// The figures, years, dates, decades and centuries, in order; none overlaps another.
  static func mentions(in words: [DraftWord]) -> [DraftMention] {
    var finder = FigureFinder(words)
    finder.find()
    return finder.found
  }

  private mutating func find() {
    var index = 0
    while index < words.count {
      guard
        let mention = date(at: index) ?? century(at: index) ?? decade(at: index)
          ?? year(at: index) ?? figure(at: index)
      else {
        index += 1
        continue
      }
      found.append(mention)
      index = max(index + 1, mention.range.upperBound)
    }
  }

  private func word(_ index: Int) -> DraftWord? {
    words.indices.contains(index) ? words[index] : nil
  }

  private func lower(_ index: Int) -> String { word(index)?.lower ?? "" }

  private func mention(_ kind: DraftMention.Kind, _ range: Range<Int>) -> DraftMention {
    DraftMention(kind: kind, range: range, text: words[range].running)
  }

  private func yearNumber(_ index: Int) -> Int? {
    guard let word = word(index), word.kind == .number, word.text.utf8.count == 4,
      let year = Int(word.text), (1000...2100).contains(year)
    else { return nil }
    return year
  }

  private func dayNumber(_ index: Int) -> Bool {
    guard let word = word(index) else { return false }
    let digits = word.text.prefix { $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else { return false }
    let rest = word.text.dropFirst(digits.count)
    return rest.isEmpty || ["st", "nd", "rd", "th"].contains(String(rest))
  }

  private func isMonth(_ index: Int) -> Bool {
    guard let word = word(index), word.isCapital else { return false }
    return DraftGrammar.months.contains(word.lower)
  }

  /// `August 15, 1914`, `15 August 1914`, `August 1914`.
  private func date(at index: Int) -> DraftMention? {
    if isMonth(index) {
      if dayNumber(index + 1) {
        let comma = word(index + 2)?.isMark(",") ?? false
        let place = index + (comma ? 3 : 2)
        if let year = yearNumber(place) {
          return mention(.date(year: year), index..<place + 1)
        }
        return nil
      }
      let comma = word(index + 1)?.isMark(",") ?? false
      let place = index + (comma ? 2 : 1)
      guard let year = yearNumber(place) else { return nil }
      return mention(.date(year: year), index..<place + 1)
    }
    guard dayNumber(index), isMonth(index + 1) else { return nil }
    let comma = word(index + 2)?.isMark(",") ?? false
    let place = index + (comma ? 3 : 2)
    guard let year = yearNumber(place) else { return nil }
    return mention(.date(year: year), index..<place + 1)
  }

  private static let modifiers: Set<String> = ["early", "mid", "late", "middle"]

  /// The first word of a time with what narrows it: `late` of `late 1970s`.
  private func start(before index: Int) -> Int {
    if FigureFinder.modifiers.contains(lower(index - 1)) { return index - 1 }
    return index
  }

  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
  ]

  private func century(at index: Int) -> DraftMention? {
    guard let word = word(index), word.kind == .word else { return nil }
    var text = word.lower
    for modifier in ["mid-", "early-", "late-"] where text.hasPrefix(modifier) {
      text = String(text.dropFirst(modifier.count))
    }
    var number = FigureFinder.ordinals[text]
    if number == nil, let digits = Int(text.prefix { $0.isNumber }),
      ["st", "nd", "rd", "th"].contains(String(text.drop { $0.isNumber }))
    {
      number = digits
    }
    guard let number, (1...21).contains(number), lower(index + 1) == "century" else { return nil }
    var end = index + 2
    let era = lower(end).filter { $0 != "." }
    if ["bc", "bce", "ad", "ce"].contains(era) { end += 1 }
    let isBefore = era == "bc" || era == "bce"
    return mention(.century(isBefore ? -number : number), start(before: index)..<end)
  }

  /// `1950s`, `mid-1950s`, `70's`.
  private func decade(at index: Int) -> DraftMention? {
    guard let word = word(index), word.kind == .word else { return nil }
    var text = word.lower
    for modifier in ["mid-", "early-", "late-"] where text.hasPrefix(modifier) {
      text = String(text.dropFirst(modifier.count))
    }
    if text.hasSuffix("'s") { text = text.dropLast(2) + "s" }
    guard text.hasSuffix("s"), let year = Int(text.dropLast()), (1000...2090).contains(year),
      year % 10 == 0
    else { return nil }
    return mention(.decade(year), start(before: index)..<index + 1)
  }

  private static let beforeYears: Set<String> = [
    "in", "since", "by", "until", "till", "from", "to", "between", "and", "of", "after", "before",
    "during", "around", "about", "early", "late", "mid", "circa", "c.", "ca.", "through", "for",
    "year", "spring", "summer", "autumn", "winter", "fall", "a.d.", "ad", "the", "or", "on", "as",
  ]

  private static let eras: Set<String> = ["bc", "bce", "ad", "ce"]

  /// `146 BC`, `24 AD`.
  private func yearOfEra(at index: Int) -> DraftMention? {
    guard let word = word(index), word.kind == .number, word.text.utf8.count <= 4,
      let year = Int(word.text), let next = self.word(index + 1),
      next.isAcronym || next.text.contains("."),
      FigureFinder.eras.contains(next.lower.filter { $0 != "." })
    else { return nil }
    let isBefore = next.lower.hasPrefix("b")
    return mention(.year(isBefore ? -year : year), index..<index + 2)
  }

  private func year(at index: Int) -> DraftMention? {
    if let era = yearOfEra(at: index) { return era }
    guard let year = yearNumber(index) ?? earlyYear(index) else { return nil }
    // `1904–1914`, `1904-1914`, `1904-14`.
    if let dash = word(index + 1), dash.kind == .mark, ["–", "-", "—"].contains(dash.text),
      !dash.isSpaced, let end = word(index + 2), end.kind == .number, !end.isSpaced
    {
      return mention(.span, index..<index + 3)
    }
    let before = lower(index - 1)
    let after = lower(index + 1)
    if word(index + 1)?.isMark("%") ?? false { return nil }
    if DraftUnits.isUnit(after) || DraftGrammar.scales.contains(after) { return nil }
    if before == "a.d." || before == "ad" {
      return mention(.year(year), index..<index + 1)
    }
    // Of `in 1200 villages` the number counts something.
    if let next = word(index + 1), next.kind == .word, next.lower.hasSuffix("s"), !next.isCapital,
      next.lower != "onwards", next.lower != "afterwards",
      !DraftGrammar.auxiliaries.contains(next.lower),
      !DraftGrammar.prepositions.contains(next.lower),
      DraftVerbs.shared.reading(of: next.lower, as: .present) == nil
    {
      return nil
    }
    let isTime =
      index == 0 || FigureFinder.beforeYears.contains(before)
      || DraftGrammar.months.contains(before)
      || word(index - 1)?.kind == .mark || word(index - 1)?.isPossessive ?? false
    guard isTime else { return nil }
    if before == "to" || before == "and" || before == "until" || before == "through",
      let first = yearNumber(index - 2)
    {
      _ = first
      return mention(.year(year), index..<index + 1)
    }
    return mention(.year(year), index..<index + 1)
  }

  /// `A.D. 988`, `In 988, …`.
  private func earlyYear(_ index: Int) -> Int? {
    guard let word = word(index), word.kind == .number, word.text.utf8.count == 3,
      let year = Int(word.text)
    else { return nil }
    let before = lower(index - 1)
    if before == "a.d." || before == "ad" { return year }
    return before == "in" && self.word(index + 1)?.isMark(",") ?? false ? year : nil
  }

  /// `a 1994 accord`, `by 435 controlled`: more likely a year than a figure.
  private func isBareYear(_ index: Int) -> Bool {
    guard let number = Int(word(index)?.text ?? ""), let next = word(index + 1) else {
      return false
    }
    let counts =
      DraftUnits.isUnit(next.lower) || DraftGrammar.scales.contains(next.lower) || next.isMark("%")
      || next.lower == "percent" || next.lower == "per"
      || next.kind == .word && next.lower.hasSuffix("s") && next.lower != "onwards"
    if counts { return false }
    if (1000...2100).contains(number) { return true }
    return number > 100
      && ["by", "in", "since", "until", "from", "after", "before"].contains(lower(index - 1))
  }

  private static let dollars: Set<String> = ["US", "U.S.", "C", "A", "HK", "NZ", "S", "CA", "AU"]
  private static let money: Set<String> = ["$", "€", "£", "¥", "US$", "A$", "HK$"]

  private func figure(at index: Int) -> DraftMention? {
    guard let first = word(index), !isMonth(index - 1), !isMonth(index + 1) else { return nil }
    var place = index
    var hasMoney = false
    if first.kind == .mark, FigureFinder.money.contains(first.text) {
      guard word(index + 1)?.kind == .number else { return nil }
      hasMoney = true
      place += 1
    } else if FigureFinder.dollars.contains(first.text), word(index + 1)?.isMark("$") ?? false,
      word(index + 2)?.kind == .number
    {
      hasMoney = true
      place += 2
    }
    guard let number = word(place) else { return nil }
    let isDigits = number.kind == .number
    let isWord = DraftGrammar.numberWords[number.lower] != nil
    guard isDigits || isWord, !number.text.contains(":") else { return nil }
    if isDigits, !hasMoney, isBareYear(place) { return nil }
    var end = place + 1
    while DraftGrammar.scales.contains(lower(end)) { end += 1 }
    let hasScale = end > place + 1
    if word(end)?.isMark("%") ?? false {
      return mention(.figure, index..<end + 1)
    }
    if lower(end) == "percent" || lower(end) == "per" && lower(end + 1) == "cent" {
      return mention(.figure, index..<end + (lower(end) == "per" ? 2 : 1))
    }
    // A number word alone is more often a turn of phrase.
    guard isDigits || hasScale || hasMoney || isWord else { return nil }
    // `48-mile`, `3rd` and numbers joined by a dash are no figure of their own.
    if let next = word(end), next.kind == .mark,
      ["-", "–", "/", "−", "×", "°", ":"].contains(next.text)
    {
      return nil
    }
    if let previous = word(index - 1), previous.kind == .mark,
      ["-", "–", "/", "−", "×", "#", "№", "$", "€", "£"].contains(previous.text),
      !(first.isSpaced && previous.isSpaced) || previous.text == "#"
    {
      return nil
    }
    return mention(.figure, index..<end)
  }
}

/// The nouns of measure that stand behind a figure.
enum DraftUnits {
  static let all: Set<String> = [
    "km", "km2", "km²", "kilometres", "kilometers", "kilometre", "kilometer", "metres", "meters",
    "metre", "meter", "m", "miles", "mile", "feet", "foot", "ft", "inches", "hectares", "hectare",
    "acres", "acre", "tonnes", "tons", "tonne", "ton", "kg", "kilograms", "kilogrammes", "pounds",
    "litres", "liters", "gallons", "barrels", "watts", "megawatts", "gigawatts", "mw", "gw",
    "degrees", "people", "inhabitants", "residents", "workers", "employees", "soldiers", "troops",
    "men", "women", "children", "students", "visitors", "tourists", "passengers", "ships",
    "vessels", "years", "months", "weeks", "days", "hours", "minutes", "seconds", "times", "words",
    "homes", "houses", "buildings", "dollars", "euros", "cubic", "square", "sq", "deaths",
    "casualties", "lives", "members", "families", "households", "villages", "islands", "species",
    "countries", "states", "provinces", "cities", "jobs",
  ]

  static func isUnit(_ word: String) -> Bool { all.contains(word) }
}
