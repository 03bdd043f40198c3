/// One line of a text2qti quiz by its mark.
///
/// - Source: text2qti, `README.md` and `text2qti/quiz.py`.
enum Text2QTILine: Equatable {
  case quizTitle, quizDescription, textTitle, text, title, points
  case question
  case choice(isRight: Bool)
  case box(isRight: Bool)
  case shortAnswer
  case number
  case essay, upload
  case feedback, rightFeedback, wrongFeedback, solution
  case group, endGroup, pick, groupPoints
  /// A setting of the whole quiz, as `Shuffle answers: true`.
  case setting
  case comment, endComment, lineComment
  case code

  /// The mark of a line and where its text begins; nil for a line that only has text.
  static func read(_ bytes: ArraySlice<UInt8>) -> (kind: Text2QTILine, text: Int)? {
    let line = String(decoding: bytes, as: UTF8.self)
    let start = bytes.startIndex
    func behind(_ mark: Int) -> Int? {
      // A mark needs a space behind it, unless the line ends there.
      let end = start + mark
      guard end < bytes.endIndex else { return end }
      guard Ascii.isSpace(bytes[end]) else { return nil }
      var text = end
      while text < bytes.endIndex, Ascii.isSpace(bytes[text]) { text += 1 }
      return text
    }
    func found(_ kind: Text2QTILine, _ mark: Int) -> (Text2QTILine, Int)? {
      behind(mark).map { (kind, $0) }
    }
    let lowered = line.lowercased()
    for (word, kind) in words where lowered.hasPrefix(word) { return found(kind, word.utf8.count) }
    switch line {
    case "GROUP": return (.group, bytes.endIndex)
    case "END_GROUP": return (.endGroup, bytes.endIndex)
    case "COMMENT": return (.comment, bytes.endIndex)
    case "END_COMMENT": return (.endComment, bytes.endIndex)
    default: break
    }
    if line.hasPrefix("```") { return (.code, bytes.endIndex) }
    if line.hasPrefix("%") { return (.lineComment, bytes.endIndex) }
    if line.count > 2, line.allSatisfy({ $0 == "_" }) { return (.essay, bytes.endIndex) }
    if line.count > 2, line.allSatisfy({ $0 == "^" }) { return (.upload, bytes.endIndex) }
    if line.hasPrefix("...") { return found(.feedback, 3) }
    if line.hasPrefix("[*]") { return found(.box(isRight: true), 3) }
    if line.hasPrefix("[ ]") { return found(.box(isRight: false), 3) }
    if line.hasPrefix("[]") { return found(.box(isRight: false), 2) }
    let digits = bytes.prefix(while: Ascii.isDigit).count
    if digits > 0, start + digits < bytes.endIndex, bytes[start + digits] == Ascii.dot {
      return found(.question, digits + 1)
    }
    let star = bytes.first == Ascii.asterisk ? 1 : 0
    if bytes.count > star + 1, Ascii.isLetter(bytes[start + star]),
      bytes[start + star + 1] == Ascii.closeParenthesis
    {
      return found(.choice(isRight: star == 1), star + 2)
    }
    switch bytes.first {
    case Ascii.asterisk: return found(.shortAnswer, 1)
    case Ascii.equals: return found(.number, 1)
    case Ascii.plus: return found(.rightFeedback, 1)
    case Ascii.hyphen: return found(.wrongFeedback, 1)
    case UInt8(ascii: "!"): return found(.solution, 1)
    default: return nil
    }
  }

  private static let words: [(String, Text2QTILine)] = [
    ("quiz title:", .quizTitle), ("quiz description:", .quizDescription),
    ("text title:", .textTitle), ("text:", .text), ("title:", .title),
    ("points per question:", .groupPoints), ("points:", .points), ("pick:", .pick),
    ("solutions pick:", .pick), ("shuffle answers:", .setting),
    ("show correct answers:", .setting), ("one question at a time:", .setting),
    ("can't go back:", .setting), ("feedback is solution:", .setting),
    ("solutions sample groups:", .setting), ("solutions randomize groups:", .setting),
  ]
}
