/// What a column of a sheet of questions holds, by its heading.
enum SheetColumn: Equatable, Sendable {
  case id, kind, topic, lesson, tags, prompt, answer, aliases, correct, hint, why, source, more
  /// An option, counted from 0.
  case option(Int)
  /// What is said to whoever picks that option.
  case optionFeedback(Int)
  /// A wrong answer beside the column of the right one.
  case wrong

  /// The column that a heading names, whatever its case and spaces; nil for one that says nothing.
  init?(heading: String) {
    let word = heading.lowercased().filter { $0.isLetter || $0.isNumber }
    if let known = SheetColumn.names[word] {
      self = known
      return
    }
    let letters = String(word.prefix { !$0.isNumber })
    let digits = word.dropFirst(letters.count)
    let number = Int(digits)
    switch letters {
    case "option", "opt", "choice", "answeroption", "answer":
      guard let number, (1...26).contains(number) else { break }
      self = .option(number - 1)
      return
    case "feedback", "optionfeedback":
      guard let number, (1...26).contains(number) else { break }
      self = .optionFeedback(number - 1)
      return
    case "wrong", "wronganswer", "incorrect", "incorrectanswer", "distractor", "wrongoption":
      guard digits.isEmpty || number != nil else { break }
      self = .wrong
      return
    default: break
    }
    // 'Option A', 'choice b', or a letter alone.
    for prefix in ["option", "choice", "answer", ""] where word.hasPrefix(prefix) {
      let rest = word.dropFirst(prefix.count)
      if rest.count == 1, let letter = rest.utf8.first, Ascii.isLower(letter), letter <= 0x6a {
        self = .option(Int(letter) - 0x61)
        return
      }
    }
    return nil
  }

  private static let names: [String: SheetColumn] = {
    var names: [String: SheetColumn] = [:]
    func add(_ column: SheetColumn, _ words: String) {
      for word in words.split(separator: " ") { names[String(word)] = column }
    }
    add(.id, "id itemid questionid name identifier")
    add(.kind, "kind type questiontype itemtype format")
    add(.topic, "topic subject")
    add(.lesson, "lesson chapter unit category deck section module")
    add(.tags, "tags tag labels label keywords")
    add(.prompt, "prompt question stem front term word questiontext questionstem frage vorderseite")
    add(.answer, "answer back definition meaning translation rightanswer solution response antwort")
    add(.aliases, "aliases alias alternatives synonyms accept accepted alsoaccept")
    add(
      .correct,
      "correct right correctanswer correctanswers correctoption correctchoice answerkey key correctindex"
    )
    add(.hint, "hint hints clue tipp")
    add(.why, "why explanation feedback generalfeedback rationale comment note notes")
    add(.source, "source sources reference")
    add(.more, "more fields")
    return names
  }()
}
