/// Turns tokens into terms: number words, scales, units, dates, decades and centuries become one each.
struct TermReader {
  private let tokens: [Token]
  private let units: Set<String>
  /// The words of all tokens, for what is read over several of them.
  private let words: [String]
  private var position = 0
  private var found: [Term] = []

  init(tokens: [Token], units: Set<String>) {
    self.tokens = tokens
    self.units = units
    words = tokens.map { token in
      switch token.kind {
      case .word, .mark, .code: token.text
      case .number, .han: ""
      }
    }
  }

  mutating func terms() -> [Term] {
    while position < tokens.count {
      if readDate() || readNumber() || readNumberWords() || readOrdinal() || readMark() { continue }
      readWord()
    }
    return found
  }

  private func token(_ offset: Int = 0) -> Token? {
    let index = position + offset
    return index >= 0 && index < tokens.count ? tokens[index] : nil
  }

  private func word(_ offset: Int = 0) -> String {
    let index = position + offset
    return index >= 0 && index < words.count ? words[index] : ""
  }

  private func isMark(_ mark: String, _ offset: Int) -> Bool {
    guard let token = token(offset) else { return false }
    return token.kind == .mark && token.text == mark
  }

  private func number(_ offset: Int = 0) -> Double? {
    guard let token = token(offset), case .number(let value) = token.kind else { return nil }
    return value
  }

  private func range(of count: Int) -> Range<Int> {
    guard let first = token(), let last = token(count - 1) else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
  }

  private mutating func emit(_ kind: Term.Kind, _ text: String, taking count: Int) {
    let surface = tokens[position..<min(position + count, tokens.count)].map(\.text)
    var term = Term(
      kind: kind, text: text, surface: surface.joined(separator: " "), range: range(of: count))
    term.capital = token()?.capital ?? false
    found.append(term)
    position += count
  }

  // MARK: Words and marks

  private mutating func readWord() {
    guard let token = token() else { return }
    var kind = Term.Kind.word
    var text = token.text
    var canonical: String?
    switch token.kind {
    case .word:
      if token.text == "wwi" || token.text == "wwii" {
        return emitWorldWar(token.text == "wwi" ? 1 : 2)
      }
      if token.text == "per", word(1) == "cent" {
        return emitUnit(MeasureUnit.named("percent"), taking: 2)
      }
      if let unit = unitWord(), found.last?.isNumeric == true || isTemperature(unit.0) {
        return emitUnit(unit.0, taking: unit.1)
      }
      if let century = Vocabulary.romanNumerals[token.text], word(1) == "century" {
        return emit(
          .century(century, isBeforeChrist: false), "\(century)c", taking: 2)
      }
      let plain = WordForms.canonical(token.text)
      text =
        Vocabulary.shortForms[token.text]
        ?? (token.shout && !token.isPluralAbbreviation ? token.text : plain)
      canonical = plain
    case .code where token.text == "ww1" || token.text == "ww2":
      return emitWorldWar(token.text == "ww1" ? 1 : 2)
    case .code: kind = .code
    case .han: kind = .han
    case .number, .mark: break
    }
    var term = Term(
      kind: kind, text: text, surface: token.text, range: token.range, canonical: canonical)
    term.capital = token.capital
    term.shout = token.shout
    term.isPluralAbbreviation = token.isPluralAbbreviation
    if case .number(let value) = token.kind { term.kind = .number(value) }
    found.append(term)
    position += 1
  }

  /// WW2, in the words that a key has.
  private mutating func emitWorldWar(_ number: Double) {
    guard let token = token() else { return }
    for word in ["world", "war"] {
      var term = Term(kind: .word, text: word, surface: word, range: token.range)
      term.capital = true
      found.append(term)
    }
    emit(.number(number), Self.text(number), taking: 1)
  }

  private func isTemperature(_ unit: MeasureUnit?) -> Bool { unit?.name == "percent" }

  private mutating func emitUnit(_ unit: MeasureUnit?, taking count: Int) {
    guard let unit else {
      position += count
      return
    }
    emit(.unit(unit), "[" + unit.name + "]", taking: count)
  }

  /// The unit that begins here and how many tokens it takes.
  private func unitWord() -> (MeasureUnit, Int)? {
    let first = word()
    let squared = ["square": "square-", "sq": "square-", "cubic": "cubic-"][first]
    if let squared {
      let next = isMark(".", 1) ? 2 : 1
      if let base = MeasureUnit.named(word(next)), base.dimension == "length" {
        let power = squared == "cubic-" ? 3 : 2
        var factor = base.factor
        for _ in 1..<power { factor *= base.factor }
        return (
          MeasureUnit(
            name: squared + base.name, dimension: power == 3 ? "volume" : "area",
            factor: power == 3 ? factor * 1000 : factor), next + 1
        )
      }
      return nil
    }
    if first == "degree" || first == "degrees" || first == "deg" {
      if let scale = MeasureUnit.named(word(1)),
        ["celsius", "fahrenheit", "kelvin"].contains(scale.dimension)
      {
        return (scale, 2)
      }
    }
    guard let unit = MeasureUnit.named(first) else { return nil }
    if unit.dimension == "length" || unit.dimension == "time" || unit.dimension == "data",
      let rate = rate(over: unit)
    {
      return rate
    }
    if MeasureUnit.shortNames.contains(first), !units.isEmpty, !units.contains(unit.dimension),
      first == "m" || first == "k"
    {
      return nil
    }
    return (unit, 1)
  }

  /// Kilometres per hour, km/h, metres a second.
  private func rate(over unit: MeasureUnit) -> (MeasureUnit, Int)? {
    if unit.dimension == "length", isMark("/", 1), word(2) == "s2" {
      return (
        MeasureUnit(
          name: unit.name + "/second2", dimension: "acceleration", factor: unit.factor), 3
      )
    }
    guard unit.dimension == "length",
      word(1) == "per" || isMark("/", 1) || word(1) == "a" || word(1) == "an",
      let time = MeasureUnit.named(word(2)), time.dimension == "time"
    else { return nil }
    let isSquared = word(3) == "squared" || word(3) == "per" && word(4) == word(2)
    if isSquared {
      let factor = unit.factor / time.factor / time.factor
      return (
        MeasureUnit(
          name: unit.name + "/" + time.name + "2", dimension: "acceleration", factor: factor),
        word(3) == "squared" ? 4 : 5
      )
    }
    return (
      MeasureUnit(
        name: unit.name + "/" + time.name, dimension: "speed", factor: unit.factor / time.factor), 3
    )
  }

  private mutating func readMark() -> Bool {
    guard let token = token(), token.kind == .mark else { return false }
    switch token.text {
    case "%": emitUnit(MeasureUnit.named("percent"), taking: 1)
    case "&": emit(.word, "and", taking: 1)
    case "+":
      if token.attached, found.isEmpty == false, self.token(1)?.attached == true {
        emit(.word, "and", taking: 1)
      } else {
        position += 1
      }
    case "°":
      let scale = self.token(1).flatMap {
        $0.kind == .word ? MeasureUnit.named("°" + $0.text) : nil
      }
      emitUnit(scale ?? MeasureUnit.named("°"), taking: scale == nil ? 1 : 2)
    case "$", "€", "£", "¥":
      if found.last?.isNumeric == true {
        emitUnit(MeasureUnit.named(token.text), taking: 1)
      } else {
        position += 1
        if ["us", "a", "c", "hk", "nz"].contains(found.last?.surface), token.attached {
          found.removeLast()
        }
        let beforeNumber = found.count
        guard readNumber() || readNumberWords() else { return true }
        guard found.count > beforeNumber else { return true }
        if let unit = MeasureUnit.named(token.text), found.last?.unit == nil {
          found.append(
            Term(
              kind: .unit(unit), text: "[" + unit.name + "]", surface: token.text,
              range: token.range))
        }
      }
    default: position += 1
    }
    return true
  }

  // MARK: Numbers

  private mutating func readNumber() -> Bool {
    guard let value = number() else { return false }
    let start = position
    var negative = false
    if let before = token(-1), before.kind == .mark, before.text == "-", token()?.attached == true {
      let earlier = token(-2)
      negative = !before.attached || earlier == nil || earlier?.kind == .mark
      if case .number? = earlier?.kind, before.attached { negative = false }
    }
    if let before = found.last, before.isWord,
      ["minus", "negative", "neg"].contains(before.surface)
    {
      negative = true
      found.removeLast()
    }
    if let suffix = token(1), suffix.attached, suffix.kind == .word {
      switch suffix.text {
      case "st", "nd", "rd", "th":
        position += 1
        finishOrdinal(value, start: start)
        return true
      case "s" where isDecadeYear(value):
        position = start
        emitDecade(value, taking: 2)
        return true
      default: break
      }
    }
    if token(1)?.kind != .word, tokenIsPossessiveDecade(value) {
      emitDecade(value, taking: 1)
      return true
    }
    return finishNumber(value, negative: negative)
  }

  private func isDecadeYear(_ value: Double) -> Bool {
    value == value.rounded() && value >= 10 && value <= 2990
      && value.truncatingRemainder(dividingBy: 10) == 0 && !units.contains("time")
  }

  /// `1950's` is cut as a number, an apostrophe and an s.
  private func tokenIsPossessiveDecade(_ value: Double) -> Bool {
    isDecadeYear(value) && isMark("'", 1) && word(2) == "s" && token(2)?.attached == true
  }

  private mutating func emitDecade(_ value: Double, taking count: Int) {
    var count = count
    if tokenIsPossessiveDecade(value) { count = 3 }
    let year = Int(value)
    if year >= 1000, year % 100 == 0, word(count) != "decade" {
      emit(.century(year / 100 + 1, isBeforeChrist: false), "\(year / 100 + 1)c", taking: count)
      return
    }
    emit(.decade(year, isFull: year > 99), "\(year)s", taking: count)
  }

  /// A number with what follows it: fraction, power, ratio, range, scale.
  private mutating func finishNumber(_ whole: Double, negative: Bool) -> Bool {
    guard let first = token() else { return false }
    var value = whole
    var count = 1
    var other = first.otherValue
    if isMark("/", 1), let below = number(2), token(2)?.attached == true, below != 0,
      !isMark("/", 3)
    {
      value = whole / below
      count = 3
      other = nil
    } else if let above = number(1), isMark("/", 2), let below = number(3), below != 0,
      token(3)?.attached == true, above < below
    {
      value = whole + above / below
      count = 4
    } else if isMark(":", 1), let second = number(2), token(1)?.attached == true,
      token(2)?.attached == true
    {
      emit(.code, "\(Self.text(whole)):\(Self.text(second))", taking: 3)
      return true
    }
    if let power = powerOfTen(after: count) {
      value *= power.0
      count += power.1
    } else if count == 1, isMark("^", 1), let exponent = number(2), exponent >= 0, exponent <= 400,
      value == 10
    {
      value = Self.power(exponent)
      count = 3
    }
    while let scale = scale(at: count) {
      value *= scale
      other = other.map { $0 * scale }
      count += 1
    }
    if word(count) == "and", word(count + 1) == "a", word(count + 2) == "half", count == 1 {
      value += 0.5
      count += 3
      while let scale = scale(at: count) {
        value *= scale
        count += 1
      }
    }
    if negative { value = -value }
    emitNumber(value, other: other, taking: count)
    return true
  }

  private func scale(at offset: Int) -> Double? {
    guard let next = token(offset) else { return nil }
    var name = next.text
    if next.kind == .mark, name == "-" { return nil }
    guard next.kind == .word else { return nil }
    let isRate =
      isMark("/", offset + 1) || !units.isDisjoint(with: ["length", "speed", "acceleration"])
    if name == "m", !isRate, next.attached || !units.isEmpty {
      name = "million"
    }
    if name == "b", next.attached { name = "billion" }
    if name == "k", units.contains("kelvin") { return nil }
    return NumberWords.scales[name]
  }

  /// `× 10^8`, `x 10^-3`, `e8`.
  private func powerOfTen(after offset: Int) -> (Double, Int)? {
    if let next = token(offset), next.attached, next.kind == .code, next.text.hasPrefix("e"),
      let exponent = Double(next.text.dropFirst()), abs(exponent) <= 400
    {
      return (Self.power(exponent), 1)
    }
    guard
      isMark("×", offset) || isMark("*", offset) || word(offset) == "x" || word(offset) == "times",
      number(offset + 1) == 10, isMark("^", offset + 2)
    else { return nil }
    let negative = isMark("-", offset + 3)
    guard let exponent = number(offset + (negative ? 4 : 3)), exponent <= 400 else { return nil }
    return (Self.power(negative ? -exponent : exponent), negative ? 5 : 4)
  }

  private static func power(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(min(400, abs(exponent.rounded()))) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }

  private mutating func emitNumber(_ value: Double, other: Double? = nil, taking count: Int) {
    emit(.number(value), Self.text(value), taking: count)
    found[found.count - 1].otherValue = other
    expandShortYear()
  }

  /// 1914-18 ends in 1918.
  private mutating func expandShortYear() {
    guard found.count > 1, let last = found.last, case .number(let end) = last.kind,
      case .number(let start) = found[found.count - 2].kind, start >= 1000, start < 3000, end >= 10,
      end < 100, start == start.rounded(), end == end.rounded(),
      let mark = token(-2), mark.kind == .mark, mark.text == "-", mark.attached
    else { return }
    let full = Double(Int(start) / 100 * 100) + end
    found[found.count - 1].kind = .number(full)
    found[found.count - 1].text = Self.text(full)
  }

  /// A number to twelve digits, so that sums of tenths compare equal.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "∞" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    var scale = 1.0
    var size = abs(value)
    while size >= 10, scale > 1e-300 {
      size /= 10
      scale /= 10
    }
    while size < 1, size > 0, scale < 1e300 {
      size *= 10
      scale *= 10
    }
    let rounded = (value * scale * 1e11).rounded() / (scale * 1e11)
    return "\(rounded.isFinite ? rounded : value)"
  }

  private mutating func readNumberWords() -> Bool {
    guard token()?.kind == .word else { return false }
    if readFraction() { return true }
    guard let cleaned = numberWordRun(), let reading = NumberWords.read(cleaned.words, at: 0),
      reading.count > 0
    else { return readLooseDecade() }
    var count = cleaned.tokenCounts[reading.count - 1]
    if word(count) == "and", word(count + 1) == "a", word(count + 2) == "half" {
      let scale = NumberWords.scales[word(count + 3)]
      emitNumber((reading.value + 0.5) * (scale ?? 1), taking: count + (scale == nil ? 3 : 4))
      return true
    }
    if let decade = NumberWords.decades[word(count)]
      ?? (isMark("-", count) ? NumberWords.decades[word(count + 1)] : nil),
      reading.value >= 10, reading.value <= 20
    {
      if isMark("-", count) { count += 1 }
      let year = Int(reading.value) * 100 + Int(decade)
      emit(.decade(year, isFull: true), "\(year)s", taking: count + 1)
      return true
    }
    if reading.value >= 10, reading.value <= 20, word(count) == "hundreds" {
      emit(
        .century(Int(reading.value) + 1, isBeforeChrist: false), "\(Int(reading.value) + 1)c",
        taking: count + 1)
      return true
    }
    if reading.isOrdinal {
      position += count - 1
      finishOrdinal(reading.value, start: position - count + 1)
      return true
    }
    var negative = false
    if let before = found.last, ["minus", "negative", "neg"].contains(before.surface) {
      negative = true
      found.removeLast()
    }
    emitNumber(negative ? -reading.value : reading.value, taking: count)
    return true
  }

  /// The words from here on, hyphens between them dropped, and the tokens each takes with all before.
  private func numberWordRun() -> (words: [String], tokenCounts: [Int])? {
    let first = word()
    guard
      NumberWords.ones[first] != nil || NumberWords.tens[first] != nil
        || (first == "a" || first == "an") && NumberWords.scales[word(1)] != nil
    else { return nil }
    var run: [String] = []
    var counts: [Int] = []
    var offset = 0
    while offset < 14, let next = token(offset) {
      if next.kind == .word {
        run.append(next.text)
        counts.append(offset + 1)
      } else if !(next.kind == .mark && (next.text == "-" || next.text == ",")) {
        break
      }
      offset += 1
    }
    return (run, counts)
  }

  /// The fifties, the '50s.
  private mutating func readLooseDecade() -> Bool {
    guard let decade = NumberWords.decades[word()], decade > 10 else { return false }
    emit(.decade(Int(decade), isFull: false), "\(Int(decade))s", taking: 1)
    return true
  }

  /// Half, a quarter, two thirds.
  private mutating func readFraction() -> Bool {
    let first = word()
    var count = 0
    var above = 1.0
    if first == "a" || first == "an" || first == "one" {
      count = 1
    } else if let ones = NumberWords.ones[first], ones > 1 {
      above = ones
      count = 1
    }
    if isMark("-", count) { count += 1 }
    guard let below = NumberWords.fractions[word(count)], below > 0 else { return false }
    let isPlain = ["half", "halves", "quarter", "quarters"].contains(word(count))
    guard count > 0 && (isPlain || first != "a") || word(count) == "half" else { return false }
    if above == 1, !isPlain, first != "one" { return false }
    if word(count) == "half", count == 0, found.isEmpty == false || token(1)?.kind == .mark {
      return false
    }
    emitNumber(above / below, taking: count + 1)
    return true
  }

  // MARK: Ordinals, centuries

  private mutating func readOrdinal() -> Bool {
    guard let value = NumberWords.ordinals[word()] else { return false }
    if word() == "second", let before = found.last, before.isNumeric { return false }
    finishOrdinal(value, start: position)
    return true
  }

  /// At the last token of an ordinal: a century if the word follows.
  private mutating func finishOrdinal(_ value: Double, start: Int) {
    let end = position
    position = start
    let count = end - start + 1
    var after = count
    if isMark("-", after) { after += 1 }
    if word(after) == "century" || word(after) == "centuries" || word(after) == "cent"
      || word(after) == "c"
    {
      var taken = after + 1
      var before = false
      if word(taken) == "bc" || word(taken) == "bce" {
        before = true
        taken += 1
      } else if word(taken) == "ad" || word(taken) == "ce" {
        taken += 1
      }
      emit(
        .century(Int(value), isBeforeChrist: before), "\(before ? "-" : "")\(Int(value))c",
        taking: taken)
      return
    }
    emit(.ordinal(value), Self.text(value), taking: count)
  }

  // MARK: Dates

  /// Reads a date that begins at the current token; false where there is none.
  private mutating func readDate() -> Bool { readNumericDate() || readNamedDate() }

  /// 1949-10-01, 1.10.1949, 1/10/1949.
  private mutating func readNumericDate() -> Bool {
    guard let first = number() else { return false }
    for mark in ["-", "/", "."] {
      guard isMark(mark, 1), let second = number(2), isMark(mark, 3), let third = number(4),
        token(2)?.attached == true, token(4)?.attached == true
      else { continue }
      if first >= 1000, (1...12).contains(second), (1...31).contains(third) {
        emitDate(CalendarDate(year: Int(first), month: Int(second), day: Int(third)), taking: 5)
        return true
      }
      guard third >= 32, (1...31).contains(first), (1...31).contains(second) else { continue }
      let american = first <= 12 && second > 12
      let date = CalendarDate(
        year: Int(third), month: Int(american ? first : second),
        day: Int(american ? second : first), isAmbiguous: first <= 12 && second <= 12)
      guard date.month ?? 13 <= 12 else { continue }
      emitDate(date, taking: 5)
      return true
    }
    return false
  }

  /// Reads 1 October 1949, the 1st of October 1949, Oct 1, 1949, October 1949, 1 October.
  private mutating func readNamedDate() -> Bool {
    var offset = 0
    var day = dayNumber(at: &offset)
    if day != nil {
      if word(offset) == "of" { offset += 1 }
      if word(offset) == "the" { offset += 1 }
    }
    guard let month = Vocabulary.months[word(offset)] else { return false }
    let isName = word(offset)
    offset += 1
    while isMark(".", offset) || isMark(",", offset) || isMark("-", offset) { offset += 1 }
    var end = offset
    if day == nil {
      if word(offset) == "the" { offset += 1 }
      if let found = dayNumber(at: &offset) {
        day = found
        end = offset
      } else {
        offset = end
      }
      while isMark(",", offset) || isMark(".", offset) { offset += 1 }
    }
    if word(offset) == "of" || word(offset) == "in" { offset += 1 }
    var year: Int?
    if let value = number(offset), value >= 100 || day != nil && value > 31, value < 3000,
      value == value.rounded()
    {
      year = Int(value)
      end = offset + 1
    }
    guard day != nil || year != nil else { return false }
    if isName == "may" || isName == "march" || isName == "mar", day == nil, year == nil {
      return false
    }
    emitDate(CalendarDate(year: year, month: month, day: day), taking: end)
    return true
  }

  /// A day of the month at an offset, which moves past it.
  private func dayNumber(at offset: inout Int) -> Int? {
    if let value = number(offset), (1...31).contains(value), value == value.rounded() {
      offset += 1
      if let suffix = token(offset), suffix.attached,
        ["st", "nd", "rd", "th"].contains(suffix.text)
      {
        offset += 1
      }
      return Int(value)
    }
    if let tens = NumberWords.tens[word(offset)], tens <= 30 {
      let dash = isMark("-", offset + 1) ? 2 : 1
      if let one = NumberWords.ordinals[word(offset + dash)], one < 10 {
        offset += dash + 1
        return Int(tens + one)
      }
    }
    if let value = NumberWords.ordinals[word(offset)], value <= 31 {
      offset += 1
      return Int(value)
    }
    return nil
  }

  private mutating func emitDate(_ date: CalendarDate, taking count: Int) {
    let part = { (value: Int?) in value.map(String.init) ?? "" }
    emit(.date(date), "d:\(part(date.year))-\(part(date.month))-\(part(date.day))", taking: count)
  }
}
