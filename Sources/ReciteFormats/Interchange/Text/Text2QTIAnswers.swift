import ReciteCore

/// What the answers of a text2qti question make of it.
extension Text2QTIReader {
  /// The kind of item, and text2qti's own name for it; nil where nothing is right.
  mutating func kind(of draft: Draft) -> (ItemKind, String)? {
    if let number = draft.number {
      return self.number(number).map { (.number($0), "numerical_question") }
    }
    let typed = draft.typed.map { PackAssembly.oneLine($0.text) }.filter { !$0.isEmpty }
    if let key = typed.first {
      let aliases = typed.dropFirst().reduce(into: [String]()) { aliases, text in
        if text != key, !aliases.contains(text) { aliases.append(text) }
      }
      return (.text(Accepted(key, aliases: aliases)), "short_answer_question")
    }
    let keys = draft.choices.indices.filter { draft.choices[$0].isRight }
    guard draft.choices.count > 1, let first = keys.first else { return nil }
    let words = draft.choices.map { PackAssembly.oneLine($0.text.text) }
    let hasFeedback = draft.choices.contains { $0.feedback != nil }
    let name =
      words.count == 2 && words.allSatisfy { ["true", "True", "false", "False"].contains($0) }
      ? "true_false_question" : "multiple_choice_question"
    if !draft.isSelection, keys.count == 1, words.count == 2, !hasFeedback,
      Set(words.map { $0.lowercased() }) == ["true", "false"]
    {
      return (.trueFalse(words[first].lowercased() == "true"), name)
    }
    var options: [Option] = []
    for choice in draft.choices {
      options.append(
        Option(markup(choice.text).inline, feedback: choice.feedback.map { markup($0).inline }))
    }
    if draft.isSelection {
      return (.selection(options: options, keys: keys), "multiple_answers_question")
    }
    guard keys.count == 1 else { return nil }
    return (.choice(options: options, key: first), name)
  }

  /// `3`, `1.5 +- 0.1`, `1.5 +- 5%`, `[1, 2]`.
  private func number(_ field: Field) -> NumberKey? {
    let text = PackAssembly.oneLine(field.text)
    if text.hasPrefix("["), text.hasSuffix("]") {
      let ends = text.dropFirst().dropLast().split(separator: ",")
        .map { PackAssembly.oneLine(String($0)) }
      guard ends.count == 2, ends.allSatisfy({ GIFTNumber.value($0) != nil }) else { return nil }
      return NumberKey.reading(PlainNumber.answer(ends[0]) + ".." + PlainNumber.answer(ends[1]))
    }
    guard let mark = text.firstRange(of: "+-") else {
      let plain = text.filter { $0 != "_" }
      return GIFTNumber.value(plain) == nil ? nil : NumberKey.reading(PlainNumber.answer(plain))
    }
    let value = PackAssembly.oneLine(String(text[..<mark.lowerBound]))
    var margin = PackAssembly.oneLine(String(text[mark.upperBound...]))
    let isShare = margin.hasSuffix("%")
    if isShare { margin = PackAssembly.oneLine(String(margin.dropLast())) }
    guard GIFTNumber.value(value) != nil, GIFTNumber.value(margin) != nil else { return nil }
    return NumberKey.reading(
      PlainNumber.answer(value) + " ± " + PlainNumber.answer(margin) + (isShare ? " %" : ""))
  }
}
