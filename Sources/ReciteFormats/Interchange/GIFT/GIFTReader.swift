import ReciteCore

/// Reads GIFT in the order in which Moodle's importer does, and says where Moodle only guesses.
///
/// A blank line ends a question; lines that begin with `//` are comments; escapes come before
/// anything else; the answers stand between the first `{` and the first `}`; their kind is settled
/// by the first test that holds.
/// - Source: Moodle, `question/format/gift/format.php` and `question/format.php`, as described in
///   the project's notes on interchange.
struct GIFTReader {
  /// A block of the file: a question, or one that cannot be read.
  enum Block {
    case question(GIFTQuestion)
    case broken(Range<Int>, line: Int)
  }

  let source: ImportSource
  private(set) var blocks: [Block] = []
  var assembly: PackAssembly

  static func blocks(of source: ImportSource, into assembly: inout PackAssembly) -> [Block] {
    var reader = GIFTReader(source: source, assembly: assembly)
    reader.read()
    assembly = reader.assembly
    return reader.blocks
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  mutating func warn(
    _ code: DiagnosticCode, _ range: Range<Int>, _ message: String, help: String
  ) {
    assembly.report(code, at: range, message, help: help)
  }

  // MARK: Blocks

  private mutating func read() {
    var lines: [ImportSource.Line] = []
    for line in source.lines {
      if line.isBlank {
        readBlock(lines)
        lines = []
        continue
      }
      if looksBlank(line) {
        warn(
          .giftEmpty, line.trimmed,
          "this line looks blank, but holds a space of another kind: the question goes on in Moodle",
          help: "delete what is in it, so that it ends the question")
      }
      if line.trimmed.count == 1, source.bytes[line.trimmed.lowerBound] == Ascii.zero {
        warn(
          .giftEmpty, line.trimmed, "a line of '0' alone ends the question in Moodle",
          help:
            "write '\\n0' behind the line before it, or another word; here it belongs to the text")
      }
      lines.append(line)
    }
    readBlock(lines)
  }

  /// True for a line of no-break spaces and their like, which Moodle does not trim.
  private func looksBlank(_ line: ImportSource.Line) -> Bool {
    // None of them is ASCII; most lines are settled by their first byte.
    source.bytes[line.trimmed.lowerBound] >= 0x80
      && source.text(line.trimmed).unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
      }
  }

  private mutating func readBlock(_ lines: [ImportSource.Line]) {
    guard let first = lines.first else { return }
    var comments: [String] = []
    var text = marks(of: lines, comments: &comments).trimmed
    guard !text.isEmpty else { return }
    let whole = text.range
    if text.stands("$CATEGORY:", at: text.marks.startIndex) {
      return readCategory(text, line: first.number)
    }
    if let stray = text.first("$CATEGORY:") {
      warn(
        .giftCategoryLines, text.range(at: stray, count: 10),
        "a category stands within a question, where Moodle takes it for text",
        help: "put a blank line before and after it")
    }
    let name = readName(&text)
    let stray = text.first("::")
    if let stray {
      warn(
        .giftUnescaped, text.range(at: stray, count: 2), "'::' means nothing within a question",
        help: "a name stands at the beginning: '::name::question'; else write '\\:\\:'")
    }
    guard let question = readQuestion(text, name, comments, line: first.number, whole) else {
      blocks.append(.broken(whole, line: first.number))
      return
    }
    blocks.append(.question(question))
  }

  /// The text of a block's lines, escapes marked, comments replaced by a space.
  private func marks(of lines: [ImportSource.Line], comments: inout [String]) -> GIFTText {
    var marks: [GIFTText.Mark] = []
    for (number, line) in lines.enumerated() {
      if number > 0 {
        marks.append(
          GIFTText.Mark(
            scalar: "\n", offset: lines[number - 1].whole.upperBound, length: 0, isPlain: false))
      }
      let start = line.trimmed.lowerBound
      if line.trimmed.count > 1, source.bytes[start] == Ascii.slash,
        source.bytes[start + 1] == Ascii.slash
      {
        comments.append(source.text(line.trimmed))
        marks.append(GIFTText.Mark(scalar: " ", offset: start, length: 0, isPlain: false))
      } else {
        append(line.trimmed, to: &marks)
      }
    }
    return GIFTText(marks[...], at: lines.first?.trimmed.lowerBound ?? 0)
  }

  private func append(_ range: Range<Int>, to marks: inout [GIFTText.Mark]) {
    var offset = range.lowerBound
    var isEscaped = false
    for scalar in source.text(range).unicodeScalars {
      let length = UTF8.width(scalar)
      if isEscaped {
        isEscaped = false
        if scalar == "n" || "\\:#={}~".unicodeScalars.contains(scalar) {
          marks[marks.count - 1] = GIFTText.Mark(
            scalar: scalar == "n" ? "\n" : scalar, offset: offset - 1, length: length + 1,
            isPlain: true)
          offset += length
          continue
        }
      } else if scalar == "\\" {
        isEscaped = true
      }
      marks.append(
        GIFTText.Mark(scalar: scalar, offset: offset, length: length, isPlain: scalar == "\\"))
      offset += length
    }
  }

  private mutating func readCategory(_ text: GIFTText, line: Int) {
    let start = text.marks.startIndex + 10
    let path = text[start..<text.marks.endIndex].trimmed
    if let lineEnd = path.first("\n") {
      warn(
        .giftCategoryLines, path[lineEnd + 1..<path.marks.endIndex].trimmed.range,
        "these lines are part of the category's name in Moodle",
        help: "put a blank line behind the category")
    }
    blocks.append(
      .question(
        GIFTQuestion(
          line: line, range: text.range, tags: [],
          stem: GIFTQuestion.Text(text: "", format: .plain, range: text.range),
          body: .category(path.string))))
  }

  private mutating func readName(_ text: inout GIFTText) -> String? {
    let start = text.marks.startIndex
    guard text.stands("::", at: start) else { return nil }
    guard let end = text.first("::", from: start + 2) else {
      warn(
        .giftName, text.range(at: start, count: 2),
        "the '::' that opens a name is never closed; Moodle drops it",
        help: "close the name with '::', or write '\\:\\:'")
      text = text[start + 2..<text.marks.endIndex]
      return nil
    }
    let name = text[start + 2..<end].string
    text = text[end + 2..<text.marks.endIndex].trimmed
    return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: A question

  private mutating func readQuestion(
    _ text: GIFTText, _ name: String?, _ comments: [String], line: Int, _ whole: Range<Int>
  ) -> GIFTQuestion? {
    var notes = GIFTComments(comments)
    var question = GIFTQuestion(
      line: line, range: whole, name: name, idNumber: notes.idNumber, tags: notes.tags,
      stem: GIFTQuestion.Text(text: "", format: .moodle, range: whole), body: .description)
    notes.tags = []
    let (open, close) = (text.first("{"), text.first("}"))
    guard let open, let close, open < close else {
      if let stray = close ?? open { return failBraces(text, stray) }
      question.stem = formatted(text, inherits: .moodle)
      return question
    }
    var answers = text[open + 1..<close].trimmed
    warnOfSecondBlock(text, after: close)
    var stem = Array(text.marks[..<open])
    // Whatever stands between the answers and a '}' at the very end, no blank is shown.
    if !text.stands("}", at: text.marks.endIndex - 1) {
      warnOfTrailingMark(text[close + 1..<text.marks.endIndex], block: text.range(at: open))
      let place = text.marks[open].offset
      stem += (0..<5).map { _ in
        GIFTText.Mark(scalar: "_", offset: place, length: 0, isPlain: true)
      }
    }
    stem += text.marks[(close + 1)...]
    warnOfUnescaped(text[text.marks.startIndex..<open])
    question.stem = formatted(GIFTText(stem[...], at: whole.lowerBound), inherits: .moodle)
    let format = question.stem.format
    if let separator = answers.last("####") {
      if answers.first("####") != separator {
        warn(
          .giftUnescaped, answers.range(at: answers.first("####") ?? separator, count: 4),
          "'####' stands twice; Moodle takes the last one for the general feedback",
          help: "keep one of the two")
      }
      question.generalFeedback = formatted(
        answers[separator + 4..<answers.marks.endIndex], inherits: format)
      answers = answers[answers.marks.startIndex..<separator].trimmed
    }
    guard let body = readBody(answers, format, whole) else { return nil }
    question.body = body
    return question
  }

  private mutating func failBraces(_ text: GIFTText, _ index: Int) -> GIFTQuestion? {
    let isOpen = text.stands("{", at: index)
    warn(
      .giftBraces, text.range(at: index),
      isOpen ? "this '{' is never closed in its question" : "this '}' closes nothing",
      help:
        "a blank line ends a question, also within braces; a brace that is text is '\\{' or '\\}'")
    return nil
  }

  private mutating func warnOfSecondBlock(_ text: GIFTText, after close: Int) {
    guard let second = text.first("{", from: close + 1) ?? text.first("}", from: close + 1) else {
      return
    }
    warn(
      .giftSecondBlock, text.range(at: second),
      "a question has one block of answers; Moodle leaves this brace in its text",
      help: "make a question of each blank, or write '\\{' and '\\}'")
  }

  /// Says where a full stop behind the answers turns the question into one with a missing word.
  private mutating func warnOfTrailingMark(_ rest: GIFTText, block: Range<Int>) {
    let rest = rest.trimmed
    guard !rest.isEmpty,
      rest.marks.allSatisfy({ ".,;:!?\"')”’".unicodeScalars.contains($0.scalar) })
    else { return }
    warn(
      .giftTrailingMark, rest.range,
      "because of this mark Moodle shows '_____' in place of the answers",
      help: "delete what stands behind '}', unless a gap is meant")
  }

  /// The first of each character in a stem that has a meaning elsewhere.
  private mutating func warnOfUnescaped(_ stem: GIFTText) {
    for character in ["~", "=", "#", ":"] {
      // '::' is a fault of its own.
      guard let index = stem.first(character), !(character == ":" && stem.stands("::", at: index))
      else { continue }
      warn(
        .giftUnescaped, stem.range(at: index), "'\(character)' stands in a question without '\\'",
        help: "Moodle takes it for text here; '\\\(character)' is text for every program")
    }
  }

  // MARK: Texts

  /// A text without the `[format]` at its beginning.
  mutating func formatted(
    _ text: GIFTText, inherits format: MarkupText.Format
  ) -> GIFTQuestion.Text {
    var format = format
    var text = text
    let start = text.marks.startIndex
    if text.stands("[", at: start), let close = text.first("]") {
      let name = text[start + 1..<close].string
      if let known = MarkupText.Format(rawValue: name) {
        format = known
        text = text[close + 1..<text.marks.endIndex]
      } else if !name.isEmpty, name.utf8.allSatisfy(Ascii.isLetter),
        MarkupText.Format.allCases.contains(where: {
          NearestName.edits(
            Array($0.rawValue.unicodeScalars), Array(name.lowercased().unicodeScalars))
            <= 2
        })
      {
        warn(
          .giftFormat, text.range(at: start, count: close - start + 1),
          "'[\(name)]' is no format that Moodle knows; it stays in the text",
          help: "write [html], [moodle], [plain] or [markdown]")
      }
    }
    let trimmed = text.trimmed
    // Moodle trims once more when the escapes are resolved, so that '\n' at an end is lost too.
    return GIFTQuestion.Text(
      text: trimmed.string.trimmedOfSpace, format: format, range: trimmed.range)
  }
}

extension String {
  /// Without white space at both ends, as Moodle trims once escapes are resolved.
  var trimmedOfSpace: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
