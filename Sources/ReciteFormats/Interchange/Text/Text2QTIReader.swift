import ReciteCore

/// Reads the quiz text of text2qti, in which marks at the start of a line say what it is.
struct Text2QTIReader {
  /// A text with its lines, the mark's column taken off those that run on.
  struct Field {
    var lines: [String]
    var range: Range<Int>
    /// The column at which its text begins; lines below that are indented so far belong to it.
    var indent: Int

    var text: String { lines.joined(separator: "\n") }
  }

  struct Draft {
    var line: Int
    var stem: Field
    var title: String?
    var choices: [(isRight: Bool, text: Field, feedback: Field?)] = []
    var isSelection = false
    var typed: [Field] = []
    var number: Field?
    var isEssay = false
    var feedback: Field?
    var right: Field?
    var wrong: Field?
    var solution: Field?
    var end: Int
  }

  /// What a line that runs on belongs to.
  private enum Open {
    case stem, choice, choiceFeedback, feedback, right, wrong, solution, typed, text, description
    case none
  }

  private let source: ImportSource
  private var assembly: PackAssembly
  private var questions: [ImportedQuestion] = []
  private var draft: Draft?
  private var open = Open.none
  private var prose: Field?
  private var proseTitle: String?
  private var nextTitle: String?
  private var isComment = false
  private var fence: ImportSource.Line?

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    var reader = Text2QTIReader(source: source, assembly: assembly)
    for line in source.lines { reader.read(line) }
    reader.finish()
    if let fence = reader.fence {
      reader.assembly.report(
        .text2qtiLine, at: fence.trimmed, "this code block is never closed",
        help: "close it with the same number of '`'")
    }
    assembly = reader.assembly
    return reader.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  // MARK: Lines

  private mutating func read(_ line: ImportSource.Line) {
    if fence != nil {
      if source.text(line.trimmed).hasPrefix("```") { fence = nil }
      return
    }
    let indent = line.trimmed.lowerBound - line.whole.lowerBound
    let mark = indent == 0 ? Text2QTILine.read(source.bytes[line.trimmed]) : nil
    if isComment {
      if mark?.kind == .endComment { isComment = false }
      return
    }
    guard let mark, !line.isBlank else { return goOn(line, indent) }
    let field = Field(
      lines: [source.text(mark.text..<max(mark.text, line.trimmed.upperBound))],
      range: line.trimmed, indent: mark.text - line.whole.lowerBound)
    act(mark.kind, field, line)
  }

  private mutating func goOn(_ line: ImportSource.Line, _ indent: Int) {
    if line.isBlank { return append("", line) }
    guard indent > 0, open != .none else {
      finish()
      return assembly.report(
        .text2qtiLine, at: line.trimmed, "this line begins with no mark that text2qti knows",
        help: "indent it to go on with the text before, or begin it with '1.', 'a)', '[ ]' …")
    }
    let cut = min(indent, openIndent)
    append(source.text(line.whole.lowerBound + cut..<line.whole.upperBound), line)
  }

  private var openIndent: Int {
    switch open {
    case .stem: draft?.stem.indent ?? 0
    case .choice: draft?.choices.last?.text.indent ?? 0
    case .choiceFeedback: draft?.choices.last?.feedback?.indent ?? 0
    case .feedback: draft?.feedback?.indent ?? 0
    case .right: draft?.right?.indent ?? 0
    case .wrong: draft?.wrong?.indent ?? 0
    case .solution: draft?.solution?.indent ?? 0
    case .typed: draft?.typed.last?.indent ?? 0
    case .text, .description: prose?.indent ?? 0
    case .none: 0
    }
  }

  private mutating func append(_ text: String, _ line: ImportSource.Line) {
    switch open {
    case .stem: draft?.stem.lines.append(text)
    case .choice:
      if let last = draft?.choices.indices.last { draft?.choices[last].text.lines.append(text) }
    case .choiceFeedback:
      if let last = draft?.choices.indices.last {
        draft?.choices[last].feedback?.lines.append(text)
      }
    case .feedback: draft?.feedback?.lines.append(text)
    case .right: draft?.right?.lines.append(text)
    case .wrong: draft?.wrong?.lines.append(text)
    case .solution: draft?.solution?.lines.append(text)
    case .typed:
      if let last = draft?.typed.indices.last { draft?.typed[last].lines.append(text) }
    case .text, .description: prose?.lines.append(text)
    case .none: return
    }
    if !line.isBlank { draft?.end = line.trimmed.upperBound }
  }

  // MARK: Marks

  private mutating func act(_ kind: Text2QTILine, _ field: Field, _ line: ImportSource.Line) {
    draft?.end = line.trimmed.upperBound
    switch kind {
    case .question:
      let title = nextTitle
      finish()
      nextTitle = nil
      draft = Draft(
        line: line.number, stem: field, title: title, end: line.trimmed.upperBound)
      open = .stem
    case .choice(let isRight), .box(let isRight):
      guard draft != nil else { return stray(line) }
      if case .box = kind { draft?.isSelection = true }
      draft?.choices.append((isRight, field, nil))
      open = .choice
    case .shortAnswer:
      guard draft != nil else { return stray(line) }
      draft?.typed.append(field)
      open = .typed
    case .number:
      guard draft != nil else { return stray(line) }
      draft?.number = field
      open = .none
    case .essay, .upload:
      guard draft != nil else { return stray(line) }
      draft?.isEssay = true
      open = .none
    case .feedback, .rightFeedback, .wrongFeedback, .solution: feedback(kind, field, line)
    case .title:
      finish()
      nextTitle = field.text
    case .points: lose(line, "the points of a question")
    case .quizTitle:
      finish()
      assembly.setTitle(field.text)
    case .quizDescription, .text:
      finish()
      prose = field
      open = .text
    case .textTitle:
      finish()
      proseTitle = field.text
    case .group, .endGroup: finish()
    case .pick: lose(line, "how many questions of the group are picked")
    case .groupPoints: lose(line, "the points of a group")
    case .setting:
      lose(line, "how a quiz is given", help: "'recite quiz --help' lists what is set there")
    case .comment: isComment = true
    case .endComment, .lineComment: break
    case .code:
      finish()
      fence = line
      assembly.report(
        .text2qtiLine, at: line.trimmed, "code that writes questions is never run; it is left out",
        help: "run text2qti itself, and import what it makes")
    }
  }

  private mutating func stray(_ line: ImportSource.Line) {
    assembly.report(
      .text2qtiLine, at: line.trimmed, "this answer belongs to no question",
      help: "begin a question with its number: '1. …'")
    open = .none
  }

  private mutating func lose(
    _ line: ImportSource.Line, _ what: String,
    help: String = "every item has the same weight; '--count' limits a quiz"
  ) {
    assembly.report(
      .settingLost, at: line.trimmed, "a pack does not know \(what); this line is not imported",
      help: help)
  }

  private mutating func feedback(
    _ kind: Text2QTILine, _ field: Field, _ line: ImportSource.Line
  ) {
    guard draft != nil else { return stray(line) }
    switch kind {
    case .feedback:
      if let last = draft?.choices.indices.last {
        draft?.choices[last].feedback = field
        open = .choiceFeedback
      } else {
        draft?.feedback = field
        open = .feedback
      }
    case .rightFeedback:
      draft?.right = field
      open = .right
    case .solution:
      draft?.solution = field
      open = .solution
    default:
      draft?.wrong = field
      open = .wrong
    }
  }

  // MARK: Questions

  mutating func markup(_ field: Field) -> MarkupText {
    var text = field.text
    for (entity, escape) in [("&lt;", "\\<"), ("&gt;", "\\>"), ("&amp;", "&")] {
      text = text.replacing(entity, with: escape)
    }
    let markup = MarkupText(text, .markdown)
    if !markup.lost.isEmpty {
      assembly.report(
        .markupLost, at: field.range,
        "a pack cannot show \(markup.lost.joined(separator: ", ")); only words are kept",
        help: "look whether the question can still be understood")
    }
    return markup
  }

  private mutating func finish() {
    open = .none
    if let text = prose {
      prose = nil
      assembly.addReading(markup(text).blocks, title: proseTitle)
      proseTitle = nil
    } else if let title = proseTitle {
      proseTitle = nil
      assembly.addReading([], title: title)
    }
    guard let ended = draft else { return }
    draft = nil
    nextTitle = nil
    finish(ended)
  }

  private mutating func finish(_ draft: Draft) {
    let range = draft.stem.range.lowerBound..<max(draft.stem.range.lowerBound, draft.end)
    let stem = markup(draft.stem)
    var question = ImportedQuestion(
      line: draft.line, kind: "", name: draft.title, stem: draft.stem.text,
      feedback: draft.feedback?.text ?? "")
    guard !draft.isEssay else {
      question.kind = "essay_question"
      questions.append(question)
      assembly.report(
        .questionLeftOut, at: range,
        "an essay has no key to mark it by; it is kept as a comment",
        help: "give it 'Points:' in the pack, a bullet for each thing that a good answer says")
      return assembly.leaveOut(source.text(range))
    }
    guard let (kind, name) = kind(of: draft) else {
      assembly.report(
        .brokenQuestion, at: range,
        "no answer of this question is right, or it has only one option",
        help: "mark the right one with '*': '*a) …' or '[*] …'")
      return assembly.leaveOut(source.text(range))
    }
    var lost: [String] = []
    for (field, whom) in [(draft.right, "whoever is right"), (draft.wrong, "whoever is wrong")] {
      guard let field else { continue }
      assembly.report(
        .feedbackLost, at: field.range,
        "a pack has no feedback for \(whom); it is kept as a comment",
        help: "move it to 'Why:' where everybody may read it")
      lost.append("feedback for \(whom): " + PackAssembly.oneLine(field.text))
    }
    var why: [RichText] = []
    for field in [draft.feedback, draft.solution] {
      why += field.map { markup($0).blocks.flatMap(\.texts) } ?? []
    }
    question.kind = name
    question.answers = kind.importedAnswers
    question.item = assembly.add(
      stem: stem.blocks, kind: kind, id: nil, name: draft.title, at: range, lost: lost
    ) { $0.explanation = why.filter { !$0.isEmpty } }
    questions.append(question)
  }
}
