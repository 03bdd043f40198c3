/// Reads dates.
extension TermReader {
  /// Reads a date that begins at the current token; false where there is none.
  mutating func readDate() -> Bool { readNumericDate() || readNamedDate() }

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
