import ReciteCore

/// Reads the number, range, tolerance and unit of an `Answer:`.
struct NumberReader {
  enum Outcome: Equatable {
    case number(NumberKey.Target, unit: String)
    /// Text, as far as anybody can tell.
    case text
    /// A number by its look, with something that cannot be; the message and what to do.
    case fault(DiagnosticCode, String, help: String)
  }

  /// One number as written: its value, and the letters that came after it.
  private struct Quantity {
    var value: Double
    var unit: [String]
  }

  /// True where the pack's language writes decimals with a comma.
  let decimalComma: Bool

  init(language: String) {
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    decimalComma = NumberReader.commaLanguages.contains(primary)
  }

  /// Languages whose usual decimal mark is a comma.
  /// - Source: Unicode CLDR 44, `numbers/symbols/decimal` of each locale.
  private static let commaLanguages: Set<String> = [
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "fi", "fo", "fr",
    "gl", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "ky", "lt", "lv", "mk", "mn", "nb", "nl",
    "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "uz", "vi",
  ]

  /// A stretch of an answer, in scalars: no mark of a number is made of several.
  private typealias Text = Substring.UnicodeScalarView

  /// What `text`, the first alternative of an `Answer:`, is.
  func read(_ text: String) -> Outcome {
    var rest = Substring(text).unicodeScalars
    if let dots = split(rest, at: [".."]) { return range(dots.before, dots.after) }
    if let tolerance = split(rest, at: ["±", "+/-", "+-"]) {
      return self.tolerance(tolerance.before, tolerance.after)
    }
    guard let quantity = quantity(&rest), rest.isEmpty, let unit = unit(quantity.unit) else {
      return .text
    }
    return .number(.exactly(quantity.value), unit: unit)
  }

  /// True where a comma between groups of three stands in a comma language, or might.
  func isAmbiguous(_ text: String) -> Bool {
    guard decimalComma else { return false }
    let digits = text.prefix { $0.isNumber || $0 == "," || $0 == "." }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
      && parts.allSatisfy { $0.allSatisfy(\.isNumber) } && parts[0].first != "0"
  }

  // MARK: Ranges and tolerances

  private func split(_ text: Text, at marks: [String]) -> (before: Text, after: Text)? {
    for mark in marks {
      guard let found = first(mark.unicodeScalars, in: text) else { continue }
      return (trimmed(text[..<found.lowerBound]), trimmed(text[found.upperBound...]))
    }
    return nil
  }

  private func first(_ mark: String.UnicodeScalarView, in text: Text) -> Range<Text.Index>? {
    var rest = text
    while let start = rest.firstIndex(where: { $0 == mark.first }) {
      rest = rest[start...]
      if rest.starts(with: mark) { return start..<rest.index(start, offsetBy: mark.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  private func trimmed(_ text: Text) -> Text {
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
    return text
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private func range(_ lower: Text, _ upper: Text) -> Outcome {
    var (lower, upper) = (lower, upper)
    // A third dot is an ellipsis.
    if upper.first == "." { upper.removeFirst() }
    guard let from = quantity(&lower), lower.isEmpty, let to = quantity(&upper), upper.isEmpty,
      let unit = unit(to.unit), from.unit.isEmpty || from.unit == to.unit
    else { return .text }
    guard from.value <= to.value else {
      return .fault(
        .emptyRange, "this range is empty: it ends below its beginning",
        help: "write the smaller number first")
    }
    return .number(.range(from.value...to.value), unit: unit)
  }

  private func tolerance(_ number: Text, _ tolerance: Text) -> Outcome {
    var (number, rest) = (number, tolerance)
    guard let centre = quantity(&number), number.isEmpty else { return .text }
    guard let spread = quantity(&rest), rest.isEmpty, spread.value >= 0 else {
      return .fault(
        .badNumber, "what stands after '±' is no number",
        help: "write the tolerance as a number, such as '± 2' or '± 5 %'")
    }
    guard let unit = unit(centre.unit.isEmpty && spread.unit != ["%"] ? spread.unit : centre.unit)
    else { return .text }
    let isShare = spread.unit == ["%"] && centre.unit.first != "%"
    if isShare {
      return .number(
        .within(centre.value, tolerance: abs(centre.value) * spread.value / 100), unit: unit)
    }
    guard let factor = factor(from: spread.unit, to: centre.unit) else {
      return .fault(
        .badNumber, "the tolerance is in another unit than the number",
        help: "give both in one unit, or the tolerance as a bare number")
    }
    return .number(.within(centre.value, tolerance: spread.value * factor), unit: unit)
  }

  /// What turns a tolerance's unit into the answer's; nil where they do not go together.
  private func factor(from tolerance: [String], to answer: [String]) -> Double? {
    if tolerance.isEmpty || answer.isEmpty || tolerance == answer { return 1 }
    let small = tolerance.first.flatMap { NumberReader.scales[$0] }
    let large = answer.first.flatMap { NumberReader.scales[$0] }
    let smallUnit = small == nil ? tolerance : Array(tolerance.dropFirst())
    let largeUnit = large == nil ? answer : Array(answer.dropFirst())
    guard smallUnit.isEmpty || smallUnit == largeUnit else { return nil }
    return (small ?? 1) / (large ?? 1)
  }

  // MARK: One number

  /// A number and the words after it; nil where the text begins with none.
  private func quantity(_ text: inout Text) -> Quantity? {
    var rest = trimmed(text)
    var sign = 1.0
    if let first = rest.first, first == "-" || first == "−" || first == "+" {
      sign = first == "+" ? 1 : -1
      rest = rest.dropFirst()
    }
    var currency: String?
    if let first = rest.first, NumberReader.currencies.contains(String(first)) {
      currency = String(first)
      rest = rest.dropFirst().drop { $0 == " " }
    }
    guard let value = digits(&rest) else { return nil }
    guard let power = exponent(&rest) else { return nil }
    var unit = trimmed(rest).split(whereSeparator: isSpace).map { String($0) }
    if let currency { unit.insert(currency, at: 0) }
    // `42nd` is a word, `42km` a number.
    if rest.first?.properties.isAlphabetic ?? false,
      !NumberReader.units.contains(unit.last ?? "")
    {
      return nil
    }
    text = Text()
    let scaled = sign * value * power
    return scaled.isFinite ? Quantity(value: scaled, unit: unit) : nil
  }

  /// The digits of a number with its grouping and decimal marks; nil for `007` and the like.
  private func digits(_ text: inout Text) -> Double? {
    let decimal: Unicode.Scalar = decimalComma ? "," : "."
    let group: Unicode.Scalar = decimalComma ? "." : ","
    var written = ""
    var groups: [Int] = []
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      if isDigit(scalar) {
        written.unicodeScalars.append(scalar)
        if !groups.isEmpty { groups[groups.count - 1] += 1 }
      } else if isGroup(scalar, group), isDigit(after: index, text), !written.isEmpty {
        groups.append(0)
      } else {
        break
      }
      index = text.index(after: index)
    }
    let whole = written.utf8.count
    guard whole > 0, whole <= 300 else { return nil }
    if index < text.endIndex, text[index] == decimal, isDigit(after: index, text) {
      written += "."
      index = text.index(after: index)
      while index < text.endIndex, isDigit(text[index]) {
        written.unicodeScalars.append(text[index])
        index = text.index(after: index)
      }
    }
    guard written.utf8.count <= whole + 301 else { return nil }
    guard groups.allSatisfy({ $0 == 3 }), groups.isEmpty || (whole - 1) / 3 == groups.count
    else { return nil }
    if whole > 1, written.utf8.first == Ascii.zero { return nil }
    text = text[index...]
    // A whole number of so few digits is exact.
    return written.utf8.count == whole && whole <= 15
      ? Int(written).map(Double.init) : Double(written)
  }

  private func isGroup(_ scalar: Unicode.Scalar, _ group: Unicode.Scalar) -> Bool {
    scalar == group || scalar == "\u{00a0}" || scalar == "\u{202f}" || scalar == "\u{2009}"
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

  private func isDigit(after index: Text.Index, _ text: Text) -> Bool {
    let next = text.index(after: index)
    return next < text.endIndex && isDigit(text[next])
  }

  /// `e8`, `×10^8`, `x 10^-3`, `×10⁸`; 1 where there is none, nil where it is broken.
  private func exponent(_ text: inout Text) -> Double? {
    var rest = text
    if let first = rest.first, first == "e" || first == "E" {
      rest = rest.dropFirst()
    } else {
      rest = trimmed(rest)
      guard let times = rest.first, times == "×" || times == "x" || times == "*" || times == "·"
      else { return 1 }
      rest = trimmed(rest.dropFirst())
      guard rest.starts(with: "10".unicodeScalars) else { return 1 }
      rest = rest.dropFirst(2)
      if rest.first == "^" { rest = rest.dropFirst() }
    }
    var sign = 1
    if let first = rest.first, first == "-" || first == "−" || first == "+" || first == "⁻" {
      sign = first == "+" ? 1 : -1
      rest = rest.dropFirst()
    }
    var digits = ""
    // Superscripts count too.
    while let first = rest.first, let value = Character(first).wholeNumberValue, value < 10 {
      digits += String(value)
      rest = rest.dropFirst()
    }
    guard !digits.isEmpty else { return 1 }
    guard digits.count <= 3, let power = Int(digits) else { return nil }
    text = rest
    return Double("1e\(sign * power)")
  }

  // MARK: Units

  /// The words after a number as a unit, or nil where they are no unit.
  ///
  /// At most a known unit, or a scale word and/or one lower-case word.
  private func unit(_ words: [String]) -> String? {
    var rest = words[...]
    if let first = rest.first, NumberReader.currencies.contains(first) { rest = rest.dropFirst() }
    if let first = rest.first, NumberReader.scales[first] != nil { rest = rest.dropFirst() }
    guard rest.count <= 1 || NumberReader.units.contains(rest.joined(separator: " ")) else {
      return nil
    }
    if let last = rest.first, rest.count == 1, !NumberReader.units.contains(last) {
      // In prose a unit of one's own is a word: letters only, the first one small.
      guard last.allSatisfy(\.isLetter), last == last.lowercased(), !isCased(last) || last.count > 1
      else { return nil }
    }
    return words.joined(separator: " ")
  }

  private func isCased(_ word: String) -> Bool { word.uppercased() != word.lowercased() }

  static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12,
    "Tausend": 1e3, "Million": 1e6, "Millionen": 1e6, "Mio.": 1e6, "Milliarde": 1e9,
    "Milliarden": 1e9, "Mrd.": 1e9, "mille": 1e3, "milliard": 1e9,
    "milliards": 1e9, "万": 1e4, "亿": 1e8, "萬": 1e4, "億": 1e8,
  ]

  private static let currencies: Set<String> = ["$", "€", "£", "¥", "₹"]

  static let units: Set<String> = [
    "%", "‰", "°", "°C", "°F", "K", "km", "m", "cm", "mm", "µm", "μm", "nm", "mi", "ft", "in", "yd",
    "km²", "m²", "cm²", "mm²", "km2", "m2", "km^2", "m^2", "ha", "sq km", "km³", "m³", "cm³", "l",
    "L", "ml", "mL", "t", "kg", "g", "mg", "µg", "lb", "oz", "Mt", "kt", "Gt", "s", "ms", "min",
    "h", "d", "yr", "a", "Hz", "kHz", "MHz", "GHz", "N", "kN", "J", "kJ", "MJ", "GJ", "kcal", "cal",
    "W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "kV", "mV", "A", "mA", "Ω",
    "kΩ", "Pa", "hPa", "kPa", "MPa", "bar", "atm", "mol", "mmol", "M", "eV", "keV", "MeV", "GeV",
    "km/h", "m/s", "m/s²", "mph", "kg/m³", "g/cm³", "g/mol", "people/km²", "dB", "B", "kB", "KB",
    "MB", "GB", "TB", "bit", "°N", "°S", "°E", "°W", "$", "€", "£", "¥", "₹", "USD", "EUR", "GBP",
    "CNY", "RMB", "JPY", "RUB", "p.p.", "pp", "percent", "per cent", "人", "年", "元", "公里", "吨",
  ]
}
