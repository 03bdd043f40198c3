import ReciteCore

/// A figure of a GIFT question, as GIFT and as a pack has it.
extension GIFTQuestion.NumericAnswer.Value {
  /// The middle, and how far a right answer may be from it.
  var centre: (value: Double, tolerance: Double) {
    switch self {
    case .number(let value, let tolerance):
      (GIFTNumber.value(value) ?? 0, GIFTNumber.value(tolerance) ?? 0)
    case .range(let from, let to):
      (
        ((GIFTNumber.value(from) ?? 0) + (GIFTNumber.value(to) ?? 0)) / 2,
        ((GIFTNumber.value(to) ?? 0) - (GIFTNumber.value(from) ?? 0)) / 2
      )
    }
  }

  /// As GIFT has it.
  var written: String {
    switch self {
    case .number(let value, let tolerance):
      GIFTNumber.value(tolerance) == 0 ? value : "\(value):\(tolerance)"
    case .range(let from, let to): "\(from)..\(to)"
    }
  }

  /// As a pack has it; nil where it does not read back.
  var key: NumberKey? {
    switch self {
    case .number(let value, let tolerance):
      NumberKey.reading(
        PlainNumber.answer(value)
          + (GIFTNumber.value(tolerance) == 0 ? "" : " ± " + PlainNumber.answer(tolerance)))
    case .range(let from, let to):
      NumberKey.reading(PlainNumber.answer(from) + ".." + PlainNumber.answer(to))
    }
  }
}

/// Numbers as a pack writes them.
enum PlainNumber {
  /// The shortest digits that give the value: `3`, `0.5`.
  static func text(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number as a pack reads it: as it was written, where it reads so already.
  static func answer(_ written: String) -> String {
    guard let value = GIFTNumber.value(written) else { return written }
    if NumberReader(language: "en").read(written) == .number(.exactly(value), unit: "") {
      return written
    }
    return text(value)
  }
}

extension NumberKey {
  /// The key that a pack in English reads from an `Answer:`; nil where it is no number.
  static func reading(_ written: String) -> NumberKey? {
    guard case .number(let target, let unit) = NumberReader(language: "en").read(written) else {
      return nil
    }
    return NumberKey(target: target, unit: unit, written: Accepted(written))
  }
}
