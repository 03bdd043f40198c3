import ReciteCore

/// The gaps of a text of Anki's: `{{c1::answer::hint}}`.
struct AnkiCloze {
  private(set) var gaps: [String] = []
  private(set) var hints: [String] = []
  private(set) var numbers: Set<String> = []

  /// A character that stands for a gap until the text is read; no text to import holds it.
  static let mark: Character = "\u{f8ff}"

  /// The text with `mark` for every gap.
  mutating func read(_ text: String) -> String {
    var read = ""
    var rest = text.filter { $0 != AnkiCloze.mark }[...]
    while let open = rest.firstRange(of: "{{c"),
      let close = AnkiCloze.end(of: rest[open.upperBound...])
    {
      let inner = rest[open.upperBound..<close]
      let digits = inner.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, inner.dropFirst(digits.count).hasPrefix("::") else {
        read += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      read += rest[..<open.lowerBound]
      let body = inner.dropFirst(digits.count + 2)
      var answer = String(body)
      var hint = ""
      if let mark = body.firstRange(of: "::") {
        answer = String(body[..<mark.lowerBound])
        hint = String(body[mark.upperBound...])
      }
      if answer.allSatisfy(\.isWhitespace) {
        read += answer
      } else {
        gaps.append(answer)
        hints.append(hint)
        numbers.insert(String(digits))
        read.append(AnkiCloze.mark)
      }
      rest = rest[rest.index(close, offsetBy: 2)...]
    }
    return read + rest
  }

  private static func end(of text: Substring) -> Substring.Index? {
    text.firstRange(of: "}}")?.lowerBound
  }
}

extension Block {
  /// The block with its marks of gaps turned into gaps, counted on from those before.
  var withGaps: Block {
    switch self {
    case .paragraph(let text): .paragraph(text.withGaps)
    case .heading(let text): .paragraph(text.withGaps)
    case .list(let items, let start): .list(items: items.map(\.withGaps), start: start)
    case .quotation(let paragraphs): .quotation(paragraphs.map(\.withGaps))
    case .table(let captions, let rows):
      .table(captions: captions.map(\.withGaps), rows: rows.map { $0.map(\.withGaps) })
    case .code: self
    }
  }
}

extension RichText {
  fileprivate var withGaps: RichText {
    var runs: [Run] = []
    for run in self.runs {
      guard case .text(let text, let style) = run, text.contains(AnkiCloze.mark) else {
        runs.append(run)
        continue
      }
      for (index, part) in text.split(separator: AnkiCloze.mark, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { runs.append(.gap(0)) }
        if !part.isEmpty { runs.append(.text(String(part), style)) }
      }
    }
    return RichText(runs: runs)
  }
}

extension [Block] {
  /// The blocks with their gaps numbered in reading order.
  var numberedGaps: [Block] {
    var next = 0
    func number(_ text: RichText) -> RichText {
      RichText(
        runs: text.runs.map { run in
          guard case .gap = run else { return run }
          next += 1
          return .gap(next - 1)
        })
    }
    return map { block in
      switch block {
      case .paragraph(let text): .paragraph(number(text))
      case .heading(let text): .heading(number(text))
      case .list(let items, let start): .list(items: items.map(number), start: start)
      case .quotation(let paragraphs): .quotation(paragraphs.map(number))
      case .table(let captions, let rows):
        .table(captions: captions.map(number), rows: rows.map { $0.map(number) })
      case .code: block
      }
    }
  }
}
