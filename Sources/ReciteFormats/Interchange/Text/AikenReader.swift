import ReciteCore

/// Reads Aiken: a question on one line, lettered options, `ANSWER: B`.
///
/// - Source: Moodle, `question/format/aiken/format.php`, as described in the project's notes.
struct AikenReader {
  private struct Draft {
    var line: Int
    var range: Range<Int>
    var stem: String
    var options: [(letter: UInt8, text: String, range: Range<Int>)] = []
  }

  private let source: ImportSource
  private var assembly: PackAssembly
  private var draft: Draft?
  private var questions: [ImportedQuestion] = []

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    var reader = AikenReader(source: source, assembly: assembly)
    for line in source.lines { reader.read(line) }
    reader.abandon()
    assembly = reader.assembly
    return reader.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  private mutating func read(_ line: ImportSource.Line) {
    let bytes = source.bytes[line.trimmed]
    // A question in ideographs may be one character long; Moodle counts bytes.
    guard bytes.count >= 2 else {
      if !bytes.isEmpty {
        assembly.report(
          .aikenLine, at: line.trimmed, "a line of one letter is left out, as Moodle does",
          help: "write the question or option in full")
      }
      return
    }
    if let letter = answerLetter(line) { return finish(letter, line) }
    if let mark = optionMark(line), draft != nil {
      let text = source.text(mark.end..<line.trimmed.upperBound)
      if Ascii.isLower(bytes[bytes.startIndex]) {
        assembly.report(
          .aikenLine, at: line.trimmed.lowerBound..<line.trimmed.lowerBound + 2,
          "options are known to Moodle by capital letters only", help: "write 'A.' or 'A)'")
      }
      draft?.options.append((mark.letter, PackAssembly.oneLine(text), line.trimmed))
      let start = draft?.range.lowerBound ?? line.trimmed.lowerBound
      draft?.range = start..<line.trimmed.upperBound
      return
    }
    if let mark = optionMark(line) {
      assembly.report(
        .aikenLine, at: line.trimmed,
        "a question that begins like an option is taken for one by Moodle",
        help: "write it without '\(source.text(line.trimmed.lowerBound..<mark.end))'")
    }
    text(line)
  }

  /// The letter behind `ANSWER:`; nil for any other line.
  private func answerLetter(_ line: ImportSource.Line) -> UInt8? {
    let words = source.text(line.trimmed)
    guard words.uppercased().hasPrefix("ANSWER:") else { return nil }
    let rest = words.utf8.dropFirst(7).drop(while: Ascii.isSpace)
    return rest.first ?? 0
  }

  private func optionMark(_ line: ImportSource.Line) -> (letter: UInt8, end: Int)? {
    let start = line.trimmed.lowerBound
    guard Ascii.isLetter(source.bytes[start]),
      source.bytes[start + 1] == Ascii.dot || source.bytes[start + 1] == Ascii.closeParenthesis
    else { return nil }
    // Lower-case letters are options only where a space follows: 'e.g.' is a word.
    let next = start + 2 < line.trimmed.upperBound ? source.bytes[start + 2] : 0
    guard Ascii.isUpper(source.bytes[start]) || Ascii.isSpace(next) else { return nil }
    return (source.bytes[start] & 0xdf, start + 2)
  }

  private mutating func text(_ line: ImportSource.Line) {
    if var open = draft, open.options.isEmpty {
      assembly.report(
        .aikenLine, at: line.trimmed, "the question runs on here; Moodle wants it on one line",
        help: "join the two lines")
      open.stem += " " + source.text(line.trimmed)
      open.range = open.range.lowerBound..<line.trimmed.upperBound
      draft = open
      return
    }
    abandon()
    draft = Draft(line: line.number, range: line.trimmed, stem: source.text(line.trimmed))
  }

  /// Gives up a question that has no `ANSWER:`.
  private mutating func abandon() {
    guard let open = draft else { return }
    draft = nil
    assembly.report(
      .brokenQuestion, at: open.range,
      open.options.isEmpty
        ? "this question has no options and no 'ANSWER:'" : "this question has no 'ANSWER:'",
      help: "end it with the letter of the right option, such as 'ANSWER: B'")
    assembly.leaveOut(source.text(open.range))
  }

  private mutating func finish(_ letter: UInt8, _ line: ImportSource.Line) {
    guard let open = draft else {
      return assembly.report(
        .aikenLine, at: line.trimmed, "this 'ANSWER:' belongs to no question",
        help: "write the question and its options before it")
    }
    draft = nil
    if !source.text(line.trimmed).hasPrefix("ANSWER:") {
      assembly.report(
        .aikenLine, at: line.trimmed, "'ANSWER:' is known to Moodle in capital letters only",
        help: "write 'ANSWER: \(String(Unicode.Scalar(letter & 0xdf)))'")
    }
    let wanted = Ascii.isLetter(letter) ? letter & 0xdf : letter
    let key = open.options.firstIndex { $0.letter == wanted }
    let range = open.range.lowerBound..<line.trimmed.upperBound
    guard let key, open.options.count > 1 else {
      assembly.report(
        .brokenQuestion, at: open.options.count > 1 ? line.trimmed : open.range,
        open.options.count > 1
          ? "'ANSWER:' names no option of this question"
          : "this question has fewer than two options",
        help: "give it options 'A)', 'B)' …, and the letter of the right one")
      return assembly.leaveOut(source.text(range))
    }
    let stem = PackAssembly.oneLine(open.stem)
    let options = open.options.map { Option(RichText($0.text)) }
    let id = assembly.add(
      stem: [.paragraph(RichText(stem))], kind: .choice(options: options, key: key), id: nil,
      name: stem, at: range)
    questions.append(
      ImportedQuestion(
        line: open.line, kind: "choice", stem: stem,
        answers: open.options.enumerated().map { index, option in
          ImportedQuestion.Answer(option.text, weight: index == key ? 1 : 0)
        }, item: id))
  }
}
