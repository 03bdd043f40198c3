import ReciteCore

/// Reads an item's answer: which of the twelve kinds it is, and its key.
extension ItemReader {
  /// The kind with its payload, or nil where the answer is missing or cannot be marked.
  mutating func kind(
    of item: ItemSyntax, gaps: [Passage], hasUnclosedGap: Bool
  ) -> ItemKind? {
    let named = namedKind(item)
    let kind: ItemKind?
    switch item.answer {
    case .none:
      if !hasUnclosedGap { reportMissingAnswer(item) }
      return nil
    case .boxes(let parts): kind = boxes(parts, named: named)
    case .list(let list): kind = self.list(list, item, named: named)
    case .table(let table): kind = matching(table)
    case .gaps: kind = cloze(gaps, item)
    case .points(let field, let parts): kind = open(field, parts, item)
    case .field(let field):
      switch field.name {
      case .map: kind = map(field)
      case .chain: kind = chain(field)
      default: kind = value(field, item, named: named)
      }
    }
    if let kind, let named, named.name != kind.name {
      report(
        .kindMismatch, named.field,
        "'Kind: \(named.name)' does not fit this answer, which is of the kind '\(kind.name)'",
        help: "delete the line, or give the answer that such an item has")
      return nil
    }
    return kind
  }

  /// The names that `Kind:` may have.
  static let kindNames = [
    "choice", "selection", "true-false", "text", "number", "list", "ordering", "matching", "cloze",
    "map", "chain", "open",
  ]

  struct NamedKind {
    var name: String
    var field: FieldSyntax
  }

  private mutating func namedKind(_ item: ItemSyntax) -> NamedKind? {
    guard let field = item.fields.first(where: { $0.name == .kind }) else { return nil }
    let name = file.passage(field).raw.lowercased()
    if ItemReader.kindNames.contains(name) { return NamedKind(name: name, field: field) }
    let nearest = NearestName.nearest(to: name, among: ItemReader.kindNames)
    report(
      .badFieldValue, field, "there is no kind '\(name)'",
      help: nearest.map { "did you mean '\($0)'?" }
        ?? "the kinds are " + ItemReader.kindNames.joined(separator: ", "))
    return nil
  }

  /// Reports a fault of a field's value, or of its name where it has none.
  mutating func report(
    _ code: DiagnosticCode, _ field: FieldSyntax, _ message: String, help: String?
  ) {
    let value = file.passage(field)
    file.reports.add(
      code, at: value.isEmpty ? field.nameRange : value.place, message, help: help)
  }

  mutating func report(
    _ code: DiagnosticCode, line: Int, _ message: String, help: String?
  ) {
    file.reports.add(code, at: file.line(line).whole, message, help: help)
  }

  // MARK: Nothing that is an answer

  private mutating func reportMissingAnswer(_ item: ItemSyntax) {
    let heading = file.line(item.heading)
    if let lettered = letteredLines(item.stem) {
      file.reports.add(
        .letteredOptions, at: file.line(lettered).whole,
        "these options have letters, but none is marked as right",
        help: "write each as '- [ ] text', and the right one as '- [x] text'")
      return
    }
    file.reports.add(
      .noAnswer, at: heading.whole, "this item has no answer",
      help:
        "add a line 'Answer: …', a list, boxes '- [ ]' and '- [x]', or a gap '{{…}}' in the stem; "
        + "a heading without a question has '##'")
  }

  /// The first of two or more lines `A) …`, `B) …` that count up.
  func letteredLines(_ stem: [BlockSyntax]) -> Int? {
    for case .paragraph(let lines) in stem {
      for line in lines.dropLast() where letter(of: line) == Ascii.smallA {
        if letter(of: line + 1) == Ascii.smallA + 1 { return line }
      }
    }
    // Or each of them is a paragraph.
    var first: Int?
    for case .paragraph(let lines) in stem {
      guard let letter = letter(of: lines.lowerBound) else { continue }
      if let first { return letter == Ascii.smallA + 1 ? first : nil }
      guard letter == Ascii.smallA else { return nil }
      first = lines.lowerBound
    }
    return nil
  }

  /// The lower-case letter of a line such as `B) text`, `b. text` or `(b) text`.
  private func letter(of number: Int) -> UInt8? {
    let line = file.line(number)
    let bytes = file.bytes
    var offset = Int(line.marker)
    let end = Int(line.end)
    if offset < end, bytes[offset] == Ascii.openParenthesis { offset += 1 }
    guard offset + 2 < end, Ascii.isLetter(bytes[offset]) else { return nil }
    let mark = bytes[offset + 1]
    guard mark == Ascii.closeParenthesis || mark == Ascii.dot, Ascii.isSpace(bytes[offset + 2])
    else { return nil }
    return Ascii.lowered(bytes[offset])
  }

  // MARK: Accepted answers

  /// An answer with its alternatives, or nil (and a report) where it is empty.
  mutating func accepted(_ passage: Passage, _ what: String) -> Accepted? {
    accepted(Alternatives.split(passage), of: passage, what)
  }

  mutating func accepted(
    _ alternatives: [Passage], of passage: Passage, _ what: String, unquotes: Bool = false
  ) -> Accepted? {
    guard alternatives.count <= PackLimits.alternatives else {
      file.reports.add(
        .tooLarge, at: passage.place,
        "this answer has \(alternatives.count) alternatives, more than the \(PackLimits.alternatives) "
          + "that one may have", help: "keep those that learners really write")
      return nil
    }
    var accepted: Accepted?
    for alternative in alternatives {
      let bare = unquotes ? Alternatives.unquoted(alternative) ?? alternative : alternative
      let text = InlineReader.plainText(bare)
      if text.isBlank {
        file.reports.add(
          .emptyPart, at: alternative.isEmpty ? passage.place : alternative.place,
          alternatives.count == 1 ? "this \(what) is empty" : "one of these alternatives is empty",
          help: alternatives.count == 1
            ? "write what is right, or delete the line"
            : "delete the bar that has nothing beside it")
      } else if let known = accepted, known.key == text || known.aliases.contains(text) {
        file.reports.add(
          .repeatedAlternative, at: alternative.place, "'\(text)' is given twice",
          help: "delete one of the two")
      } else if accepted == nil {
        accepted = Accepted(text)
      } else {
        accepted?.aliases.append(text)
      }
    }
    return accepted
  }

  /// The parts of a list, reported where one is empty or a part has bullets of its own.
  mutating func accepted(_ parts: [PartSyntax], _ what: String) -> [Accepted] {
    var read: [Accepted] = []
    read.reserveCapacity(parts.count)
    for part in parts {
      reportNested(part)
      let passage = file.passage(part)
      if passage.isEmpty {
        report(
          .emptyPart, line: part.line, "this \(what) is empty",
          help: "write what is right, or delete the line")
      } else if let answer = accepted(passage, what) {
        read.append(answer)
      }
    }
    return read
  }

  mutating func reportNested(_ part: PartSyntax) {
    guard let first = part.nested.first else { return }
    report(
      .nestedBullets, line: first.line, "an answer has no bullets under bullets",
      help: "move it to the level of the others, or join it to the line above")
  }

  /// False, and a report, where an answer has too many parts.
  mutating func isBounded(_ count: Int, _ limit: Int, line: Int, _ what: String) -> Bool {
    guard count > limit else { return true }
    report(
      .tooLarge, line: line,
      "this item has \(count) \(what), more than the \(limit) that one may have",
      help: "make several items of it")
    return false
  }

  // MARK: Answer:

  private mutating func value(
    _ field: FieldSyntax, _ item: ItemSyntax, named: NamedKind?
  ) -> ItemKind? {
    let passage = file.passage(field)
    let alternatives = Alternatives.split(passage)
    guard let first = alternatives.first, !passage.isEmpty else {
      report(.emptyPart, field, "this answer is empty", help: "write what is right after 'Answer:'")
      return nil
    }
    if reportChoiceInDisguise(item, passage) { return nil }
    if !field.feedback.isEmpty { reportFeedback(field) }
    if let truth = truth(first), named?.name ?? "true-false" == "true-false" {
      if alternatives.count > 1 {
        file.reports.add(
          .truthNeedsNoAlternatives, at: passage.place,
          "a true-or-false item needs no other ways to write its answer",
          help: "'t', 'yes' and the like are understood; "
            + "if this is a text, add 'Kind: text'")
      }
      return .trueFalse(truth)
    }
    if named?.name != "text", let number = number(field, passage, alternatives, named) {
      return number.kind
    }
    if Alternatives.isUnclosedQuotation(first) {
      file.reports.add(
        .unclosedQuotation, at: first.place, "this quotation mark has no other",
        help: "close it, or write '\\\"' for a mark that belongs to the answer")
    }
    return accepted(alternatives, of: passage, "answer", unquotes: true).map(ItemKind.text)
  }

  /// What `true` or `false`, in any case, says.
  private func truth(_ passage: Passage) -> Bool? {
    if passage.bytes.lazy.map(Ascii.lowered).elementsEqual("true".utf8) { return true }
    return passage.bytes.lazy.map(Ascii.lowered).elementsEqual("false".utf8) ? false : nil
  }

  private struct NumberReading {
    var kind: ItemKind?
  }

  /// The number that an answer is; nil where it is text.
  private mutating func number(
    _ field: FieldSyntax, _ passage: Passage, _ alternatives: [Passage], _ named: NamedKind?
  ) -> NumberReading? {
    guard let first = alternatives.first, mayBeNumber(first) || named != nil else { return nil }
    switch numbers.read(unmarked(first)) {
    case .text:
      guard named?.name == "number" else { return nil }
      file.reports.add(
        .badNumber, at: first.place, "'\(first.raw)' is no number",
        help: "write a number such as '7', '7 % ± 1' or '100..120', or delete 'Kind: number'")
      return NumberReading(kind: nil)
    case .fault(let code, let message, let help):
      file.reports.add(code, at: first.place, message, help: help)
      return NumberReading(kind: nil)
    case .number(let target, let unit):
      if numbers.isAmbiguous(first.raw) {
        file.reports.add(
          .ambiguousComma, at: first.place,
          "in the pack's language the comma of '\(first.raw)' is a decimal mark",
          help: "write thousands with a point or a space, or 'language: en' in the header")
      }
      let written = accepted(alternatives, of: passage, "answer")
      return NumberReading(
        kind: written.map { .number(NumberKey(target: target, unit: unit, written: $0)) })
    }
  }

  /// False for a text that begins with a letter, as most answers do.
  private func mayBeNumber(_ passage: Passage) -> Bool {
    let bytes = passage.bytes
    switch bytes.first {
    case nil: return false
    // Signs and currencies; and a space as wide as an ideograph.
    case 0xc2, 0xe2: return true
    case 0xe3: return bytes.dropFirst().first == 0x80
    case let first?: return first < 0x80 && !Ascii.isLetter(first)
    }
  }

  /// The text of a number with whole-answer emphasis dropped; a code span or escape stays as it is.
  private func unmarked(_ passage: Passage) -> String {
    if passage.bytes.contains(Ascii.less) { return InlineReader.plainText(passage) }
    var bytes = passage.bytes
    while bytes.count > 2, let first = bytes.first, first == bytes.last,
      first == Ascii.asterisk || first == Ascii.underscore
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return bytes.text
  }

  private mutating func reportFeedback(_ field: FieldSyntax) {
    guard let line = field.feedback.first else { return }
    report(
      .textAfterAnswer, line: line, "this quotation stands under no option and no 'Reject:'",
      help: "what every learner is told after the answer begins with 'Why:'")
  }

  /// Reports lettered lines with a letter for an answer, and an answer that is one of the bullets.
  private mutating func reportChoiceInDisguise(_ item: ItemSyntax, _ answer: Passage) -> Bool {
    guard !item.stem.isEmpty else { return false }
    let text = InlineReader.plainText(answer).lowercased()
    let isLetter =
      text.count == 1 || text.count == 2 && (text.hasSuffix(")") || text.hasSuffix("."))
    if isLetter, letteredLines(item.stem) != nil {
      file.reports.add(
        .letteredOptions, at: answer.place, "the letter '\(answer.raw)' is no answer to mark by",
        help: "write each option as '- [ ] text', the right one as '- [x] text', "
          + "and delete this line; options are shuffled and get their letters anew")
      return true
    }
    for case .list(let list) in item.stem {
      for part in list.parts where InlineReader.plainText(file.passage(part)).lowercased() == text {
        file.reports.add(
          .answerAmongBullets, at: answer.place, "this answer is one of the bullets above",
          help:
            "for a choice, write the bullets as '- [ ] text' and the right one as '- [x] text', "
            + "and delete this line",
          notes: [("it stands here", file.reports.file, file.line(part.line).whole)])
        return true
      }
    }
    return false
  }
}
