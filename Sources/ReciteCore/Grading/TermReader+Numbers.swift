/// Reads numbers in figures, with what follows them.
extension TermReader {
  mutating func readNumber() -> Bool {
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

  func scale(at offset: Int) -> Double? {
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

  static func power(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(min(400, abs(exponent.rounded()))) { value *= 10 }
    return exponent < 0 ? 1 / value : value
  }

  mutating func emitNumber(_ value: Double, other: Double? = nil, taking count: Int) {
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
}
