import ReciteCore

/// The answers of a question: what kind they make it, and each of them.
extension GIFTReader {
  /// The first test that holds settles the kind.
  mutating func readBody(
    _ answers: GIFTText, _ format: MarkupText.Format, _ whole: Range<Int>
  ) -> GIFTQuestion.Body? {
    let start = answers.marks.startIndex
    if answers.isEmpty { return .essay }
    if answers.stands("#", at: start) {
      return numerical(answers[start + 1..<answers.marks.endIndex], format, whole)
    }
    if answers.first("~") != nil { return multichoice(answers, format, whole) }
    if answers.first("=") != nil, answers.first("->") != nil {
      return match(answers, format, whole)
    }
    let end = answers.first("#") ?? answers.marks.endIndex
    let word = answers[start..<end].trimmed.string
    switch word {
    case "T", "TRUE": return trueFalse(answers, true, format)
    case "F", "FALSE": return trueFalse(answers, false, format)
    default:
      if ["t", "f", "true", "false"].contains(word.lowercased()) {
        warn(
          .giftTruthCase, answers[start..<end].trimmed.range,
          "'\(word)' is an answer to type: Moodle knows T, TRUE, F and FALSE only",
          help: "write {\(word.uppercased())}")
      }
      return shortAnswer(answers, format, whole)
    }
  }

  // MARK: Weights and feedback

  /// Splits answers at their marks; an empty one before the first mark is none.
  private mutating func parts(_ text: GIFTText, at marks: String) -> [(
    mark: Unicode.Scalar?, text: GIFTText
  )] {
    var parts = text.split(at: marks).map { ($0.mark, $0.text.trimmed) }
    guard let first = parts.first?.1 else { return parts }
    if first.isEmpty {
      parts.removeFirst()
    } else if first.string == "0" {
      // What PHP calls empty.
      let mark = marks.first ?? "="
      warn(
        .giftEmpty, first.range, "a '0' with no mark before it is dropped by Moodle",
        help: "write '\(mark)0'")
    }
    return parts
  }

  /// Says where a mark that begins an answer may have been meant as text: `x=2`.
  private mutating func warnOfDoubtfulMarks(_ text: GIFTText) {
    let places = text.marks.indices.filter {
      !text.marks[$0].isPlain && "=~".unicodeScalars.contains(text.marks[$0].scalar)
        && $0 > text.marks.startIndex
    }
    func isJoined(_ index: Int) -> Bool { !GIFTText.isSpace(text.marks[index - 1].scalar) }
    let joined = places.filter(isJoined)
    guard !joined.isEmpty, joined.count < places.count else { return }
    for index in joined where text.marks[index].scalar == "=" {
      warn(
        .giftUnescaped, text.range(at: index), "this '=' within a word begins another answer",
        help: "write '\\=' where it is text, or a space before it")
    }
  }

  /// Takes the weight off an answer: `%50%`, `%-33.333%`.
  private mutating func weight(_ text: inout GIFTText, otherwise: Double) -> Double {
    let start = text.marks.startIndex
    guard text.stands("%", at: start) else { return otherwise }
    guard let end = text.first("%", from: start + 1) else {
      warnOfWeight(text, start, start + 1)
      return otherwise
    }
    let word = text[start + 1..<end].string
    // One or two digits, a point if there is one, any digits: '100' is two digits and one more.
    let digits = word.drop { $0 == "-" }
    let fraction = digits.drop { $0.isASCII && $0.isNumber }
    let whole = digits.count - fraction.count
    let isNumber =
      whole > 0
      && (fraction.isEmpty
        || fraction.first == "." && whole <= 2
          && fraction.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
    guard isNumber, word.prefix(2) != "--", let value = Double(word) else {
      warnOfWeight(text, start, end + 1)
      return otherwise
    }
    if abs(value) > 100 {
      warn(
        .giftBadWeight, text.range(at: start, count: end + 1 - start),
        "Moodle refuses a question with '\(text[start..<end + 1].string)': it is over 100 %",
        help: "a weight is a percentage from -100 to 100, and a right answer has 100")
    }
    text = text[end + 1..<text.marks.endIndex].trimmed
    return value / 100
  }

  private mutating func warnOfWeight(_ text: GIFTText, _ start: Int, _ end: Int) {
    warn(
      .giftBadWeight, text.range(at: start, count: end - start),
      "'\(text[start..<end].string)' is no weight; Moodle leaves it in the answer",
      help: "a weight is a percentage from -100 to 100 between two '%', such as %33.333%")
  }

  /// An answer and its feedback, which begins at the first `#`.
  private mutating func answer(
    _ text: GIFTText, _ format: MarkupText.Format
  ) -> (GIFTQuestion.Text, GIFTQuestion.Text?) {
    guard let mark = text.first("#") else {
      return (formatted(text.trimmed, inherits: format), nil)
    }
    let words = formatted(text[text.marks.startIndex..<mark].trimmed, inherits: format)
    return (words, feedback(text[mark + 1..<text.marks.endIndex], format))
  }

  private mutating func feedback(
    _ text: GIFTText, _ format: MarkupText.Format
  ) -> GIFTQuestion.Text? {
    if let second = text.first("#") {
      warn(
        .giftUnescaped, text.range(at: second), "a second '#' is part of the feedback",
        help: "write '\\#', or delete it")
    }
    let words = formatted(text.trimmed, inherits: format)
    return words.text.isEmpty ? nil : words
  }

  private mutating func failCount(_ whole: Range<Int>, _ answers: GIFTText, _ need: Int) {
    warn(
      .brokenQuestion, answers.isEmpty ? whole : answers.range,
      "this question has fewer than \(need) answers",
      help: "Moodle refuses it; begin a right answer with '=' and a wrong one with '~'")
  }

  // MARK: Kinds

  private mutating func multichoice(
    _ answers: GIFTText, _ format: MarkupText.Format, _ whole: Range<Int>
  ) -> GIFTQuestion.Body? {
    let isSingle = answers.first("=") != nil
    warnOfDoubtfulMarks(answers)
    let parts = parts(answers, at: "~=")
    guard parts.count >= 2 else {
      failCount(whole, answers, 2)
      return nil
    }
    var options: [GIFTQuestion.Answer] = []
    for (mark, part) in parts {
      var text = part
      var share = mark == "=" ? 1.0 : 0
      if mark == "=" {
        if text.stands("%", at: text.marks.startIndex),
          let end = text.first("%", from: text.marks.startIndex + 1),
          end - text.marks.startIndex < 12
        {
          warn(
            .giftWeightIgnored,
            text.range(at: text.marks.startIndex, count: end - text.marks.startIndex + 1),
            "behind '=' Moodle reads no weight; this stays in the option's text",
            help: "write '~' before an option with a weight")
        }
      } else {
        share = weight(&text, otherwise: 0)
      }
      let (words, feedback) = answer(text, format)
      options.append(
        GIFTQuestion.Answer(text: words, weight: share, feedback: feedback, range: part.range))
    }
    return .multichoice(isSingle: isSingle, options)
  }

  private mutating func shortAnswer(
    _ answers: GIFTText, _ format: MarkupText.Format, _ whole: Range<Int>
  ) -> GIFTQuestion.Body? {
    warnOfDoubtfulMarks(answers)
    var accepted: [GIFTQuestion.Answer] = []
    for (_, part) in parts(answers, at: "=") {
      var text = part
      let share = weight(&text, otherwise: 1)
      let (words, feedback) = answer(text, format)
      accepted.append(
        GIFTQuestion.Answer(text: words, weight: share, feedback: feedback, range: part.range))
    }
    guard !accepted.isEmpty else {
      failCount(whole, answers, 1)
      return nil
    }
    return .shortAnswer(accepted)
  }

  private mutating func match(
    _ answers: GIFTText, _ format: MarkupText.Format, _ whole: Range<Int>
  ) -> GIFTQuestion.Body? {
    let parts = parts(answers, at: "=")
    guard parts.count >= 2 else {
      failCount(whole, answers, 2)
      return nil
    }
    var pairs: [(left: GIFTQuestion.Text, right: String)] = []
    for (_, part) in parts {
      guard let arrow = part.first("->") else {
        warn(
          .brokenQuestion, part.isEmpty ? answers.range : part.range,
          "this pair has no '->' between its two sides",
          help: "write '=left -> right'; an '=' that is text is '\\='")
        return nil
      }
      if let second = part.first("->", from: arrow + 2) {
        warn(
          .giftUnescaped, part.range(at: second, count: 2), "the first '->' of a pair parts it",
          help: "write another arrow, such as '→', where it is text")
      }
      let right = part[arrow + 2..<part.marks.endIndex].trimmed
      if let mark = right.first("#") {
        warn(
          .giftUnescaped, right.range(at: mark), "a pair has no feedback; '#' stays in its text",
          help: "write '\\#' where it is text; feedback for all is '####' at the end")
      }
      let left = part[part.marks.startIndex..<arrow].trimmed
      pairs.append((formatted(left, inherits: format), right.string.trimmedOfSpace))
    }
    return .match(pairs)
  }

  private mutating func trueFalse(
    _ answers: GIFTText, _ truth: Bool, _ format: MarkupText.Format
  ) -> GIFTQuestion.Body {
    guard let first = answers.first("#") else { return .trueFalse(truth, wrong: nil, right: nil) }
    let second = answers.first("#", from: first + 1)
    let wrong = feedback(answers[first + 1..<(second ?? answers.marks.endIndex)], format)
    let right = second.flatMap { feedback(answers[$0 + 1..<answers.marks.endIndex], format) }
    return .trueFalse(truth, wrong: wrong, right: right)
  }

  private mutating func numerical(
    _ text: GIFTText, _ format: MarkupText.Format, _ whole: Range<Int>
  ) -> GIFTQuestion.Body? {
    var answers = text
    var other: GIFTQuestion.Text?
    if let tilde = text.first("~") {
      let rest = text[tilde + 1..<text.marks.endIndex]
      answers = text[text.marks.startIndex..<tilde]
      // Without a word it is an answer all the same: any other number, which earns nothing.
      other = GIFTQuestion.Text(text: "", format: format, range: text.range(at: tilde))
      if let mark = rest.first("#") {
        other = feedback(rest[mark + 1..<rest.marks.endIndex], format) ?? other
      }
      let words = rest[rest.marks.startIndex..<(rest.first("#") ?? rest.marks.endIndex)].trimmed
      if !words.isEmpty {
        warn(
          .giftUnescaped, words.range, "a number has no wrong answers; Moodle drops this",
          help: "write '~#' and what is said to any other number")
      }
    }
    var numbers: [GIFTQuestion.NumericAnswer] = []
    for (_, part) in parts(answers.trimmed, at: "=") {
      var text = part
      let share = weight(&text, otherwise: 1)
      let end = text.first("#") ?? text.marks.endIndex
      let number = text[text.marks.startIndex..<end].trimmed
      let words =
        end < text.marks.endIndex ? feedback(text[end + 1..<text.marks.endIndex], format) : nil
      guard let value = value(number) else {
        let shown = number.string.isEmpty ? part : number
        warn(
          .giftNotANumber, shown.range,
          runsDown(number)
            ? "the range '\(number.string)' runs down; in Moodle no number is in it"
            : "'\(number.string)' is no number; Moodle would take every answer for right",
          help: "write a number with a point, 'value:tolerance' or 'min..max'; text begins with '='"
        )
        return nil
      }
      numbers.append(
        GIFTQuestion.NumericAnswer(
          value: value, weight: share, feedback: words, range: number.range))
    }
    guard !numbers.isEmpty else {
      failCount(whole, answers, 1)
      return nil
    }
    return .numerical(numbers, other: other)
  }

  /// True for `5..1`.
  private func runsDown(_ text: GIFTText) -> Bool {
    guard let dots = text.first("..") else { return false }
    let ends = [text[text.marks.startIndex..<dots], text[dots + 2..<text.marks.endIndex]]
      .compactMap { GIFTNumber.value($0.trimmed.string) }
    return ends.count == 2 && ends[0] > ends[1]
  }

  /// `3`, `3:0.5`, `1..5`; nil where one of the parts is no number.
  private func value(_ text: GIFTText) -> GIFTQuestion.NumericAnswer.Value? {
    let words = text.string
    func number(_ text: Substring) -> String? {
      let trimmed = PackAssembly.oneLine(String(text))
      return GIFTNumber.value(trimmed) == nil ? nil : trimmed
    }
    if let dots = words.firstRange(of: "..") {
      guard let low = number(words[..<dots.lowerBound]),
        let high = number(words[dots.upperBound...]),
        let from = GIFTNumber.value(low), let to = GIFTNumber.value(high), from <= to
      else { return nil }
      return .range(from: low, to: high)
    }
    if let colon = words.firstIndex(of: ":") {
      guard let value = number(words[..<colon]),
        let tolerance = number(words[words.index(after: colon)...])
      else { return nil }
      return .number(value, tolerance: tolerance)
    }
    return number(words[...]).map { .number($0, tolerance: "0") }
  }
}

/// Numbers as PHP's `is_numeric` knows them: signs, a point, an exponent; no comma, no letters.
enum GIFTNumber {
  static func value(_ text: String) -> Double? {
    guard text.utf8.count <= 40, !text.isEmpty,
      text.utf8.allSatisfy({ Ascii.isDigit($0) || "+-.eE".utf8.contains($0) }),
      let value = Double(text.hasPrefix("+") ? String(text.dropFirst()) : text), value.isFinite
    else { return nil }
    return value
  }
}
