/// Reads units, rates and the signs that stand for one.
extension TermReader {
  func isTemperature(_ unit: MeasureUnit?) -> Bool { unit?.name == "percent" }

  mutating func emitUnit(_ unit: MeasureUnit?, taking count: Int) {
    guard let unit else {
      position += count
      return
    }
    emit(.unit(unit), "[" + unit.name + "]", taking: count)
  }

  /// The unit that begins here and how many tokens it takes.
  func unitWord() -> (MeasureUnit, Int)? {
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

  mutating func readMark() -> Bool {
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
}
