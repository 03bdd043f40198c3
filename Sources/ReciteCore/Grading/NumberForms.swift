/// The forms of a number, one of which another must have to agree with it.
///
/// A key's number is filed under the stretch in which its value lies; a response's is looked for in
/// its own and both beside it, which are wider than what counts as equal.
enum NumberForms {
  /// What a bucket is made of.
  private enum Scale: UInt64 {
    /// The value as it was written.
    case value = 1
    /// The year of a date within its century.
    case year
    /// The month of a date without a year.
    case month
    /// In the base of the unit's dimension.
    case base
  }

  /// Stretches of 4e-9 of a value and more, for `Numbers.areEqual`.
  private static let fine: UInt64 = 24
  /// Stretches of 2e-3 of a value and more, for quantities in different units.
  private static let coarse: UInt64 = 44

  private static func hash(_ scale: Scale, _ bucket: UInt64, _ name: UInt64 = 0) -> UInt64 {
    var hash = (bucket ^ name) &* 0x9e37_79b9_7f4a_7c15 &+ scale.rawValue
    hash ^= hash >> 29
    return hash &* 0xbf58_476d_1ce4_e5b9
  }

  private static func bucket(_ value: Double, _ width: UInt64) -> UInt64 {
    (value == 0 ? 0 : value.bitPattern) >> width
  }

  // MARK: Keys

  /// The forms of a key's number, where `units` are the key's.
  static func forms(ofKey term: Term, _ units: [MeasureUnit]) -> [UInt64] {
    if case .date(let date) = term.kind {
      if let year = date.year { return [hash(.year, UInt64(year.magnitude % 100))] }
      return [hash(.month, UInt64((date.month ?? 0).magnitude))]
    }
    let values = [term.value, term.otherValue].compactMap(\.self)
    return values.flatMap { value in
      [hash(.value, bucket(value, fine))]
        + units.map {
          hash(.base, bucket(value * $0.factor, coarse), AnswerForms.hash($0.dimension))
        }
    }
      // The last two figures are enough for a decade.
      + decade(term).map { [hash(.value, bucket(Double($0 % 100), fine))] }.joined()
  }

  /// The forms of a whole number.
  static func forms(ofKey value: Double) -> [UInt64] { [hash(.value, bucket(value, fine))] }

  private static func decade(_ term: Term) -> [Int] {
    if case .decade(let year, _) = term.kind { [year] } else { [] }
  }

  // MARK: Responses

  /// The forms of keys that a response's number may agree with; `units` are the response's.
  static func add(ofResponse term: Term, _ units: [MeasureUnit], to forms: inout [UInt64]) {
    if case .date(let date) = term.kind {
      if let year = date.year {
        forms.append(hash(.year, UInt64(year.magnitude % 100)))
        addNear(Double(year), to: &forms)
      }
      for month in [date.month, date.day, 0].compactMap(\.self) {
        forms.append(hash(.month, UInt64(month.magnitude)))
      }
      return
    }
    for value in [term.value, term.otherValue].compactMap(\.self) {
      // A share may be written as a percentage.
      for value in [value, value * 100, value / 100] { addNear(value, to: &forms) }
      for unit in units {
        let name = AnswerForms.hash(unit.dimension)
        let place = bucket(value * unit.factor, coarse)
        for near in [place &- 1, place, place &+ 1] { forms.append(hash(.base, near, name)) }
      }
    }
    for year in decade(term) { addNear(Double(year % 100), to: &forms) }
  }

  /// The forms of a number that is written as a word, such as a Roman numeral.
  static func addNear(_ value: Double, to forms: inout [UInt64]) {
    let place = bucket(value, fine)
    for near in [place &- 1, place, place &+ 1] { forms.append(hash(.value, near)) }
  }
}
