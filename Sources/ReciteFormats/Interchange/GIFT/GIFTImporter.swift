import ReciteCore

/// Turns the questions of a GIFT file into items, and says what a pack cannot hold.
struct GIFTImporter {
  private let source: ImportSource
  private var assembly: PackAssembly
  private var questions: [ImportedQuestion] = []

  static func read(
    _ source: ImportSource, into assembly: inout PackAssembly
  ) -> [ImportedQuestion] {
    let blocks = GIFTReader.blocks(of: source, into: &assembly)
    var importer = GIFTImporter(source: source, assembly: assembly)
    for block in blocks { importer.add(block) }
    assembly = importer.assembly
    return importer.questions
  }

  private init(source: ImportSource, assembly: PackAssembly) {
    self.source = source
    self.assembly = assembly
  }

  private mutating func add(_ block: GIFTReader.Block) {
    switch block {
    case .broken(let range, _): assembly.leaveOut(source.text(range))
    case .question(let question):
      var read = GIFTImporter.reading(of: question)
      read.item = add(question)
      questions.append(read)
    }
  }

  // MARK: As Moodle has it

  private static func reading(of question: GIFTQuestion) -> ImportedQuestion {
    var read = ImportedQuestion(
      line: question.line, kind: question.body.name, name: question.name,
      stem: question.stem.text, feedback: question.generalFeedback?.text ?? "",
      tags: question.tags)
    func answer(_ answer: GIFTQuestion.Answer) -> ImportedQuestion.Answer {
      ImportedQuestion.Answer(
        answer.text.text, weight: answer.weight, feedback: answer.feedback?.text ?? "")
    }
    switch question.body {
    case .category(let path): read.stem = path
    case .description, .essay: break
    case .multichoice(_, let options): read.answers = options.map(answer)
    case .shortAnswer(let accepted): read.answers = accepted.map(answer)
    case .trueFalse(let truth, let wrong, let right):
      read.answers = [true, false].map { side in
        ImportedQuestion.Answer(
          side ? "true" : "false", weight: side == truth ? 1 : 0,
          feedback: (side == truth ? right : wrong)?.text ?? "")
      }
    case .numerical(let numbers, let other):
      read.answers = numbers.map { number in
        let (value, tolerance) = number.value.centre
        return ImportedQuestion.Answer(
          PlainNumber.text(value), weight: number.weight, feedback: number.feedback?.text ?? "",
          tolerance: tolerance)
      }
      if let other {
        read.answers.append(ImportedQuestion.Answer("*", weight: 0, feedback: other.text))
      }
    case .match(let pairs):
      read.answers = pairs.map { ImportedQuestion.Answer($0.left.text, match: $0.right) }
    }
    return read
  }

  // MARK: As a pack has it

  private mutating func add(_ question: GIFTQuestion) -> ItemID? {
    switch question.body {
    case .category(let path):
      assembly.openLesson(GIFTImporter.title(of: path))
      return nil
    case .description:
      assembly.addReading(blocks(question.stem), title: question.name)
      return nil
    case .essay: return addEssay(question)
    case .multichoice(let isSingle, let options): return addOptions(question, isSingle, options)
    case .shortAnswer(let answers): return addShortAnswer(question, answers)
    case .trueFalse(let truth, let wrong, let right):
      var lost: [String] = []
      if let right { lose(right, "whoever is right", &lost) }
      return add(question, .trueFalse(truth), lost) { item in
        guard let wrong else { return }
        item.marking.rejected = [
          RejectedAnswer(
            Accepted(truth ? "false" : "true"),
            feedback: MarkupText.line(wrong.text, wrong.format).text)
        ]
      }
    case .numerical(let numbers, let other): return addNumbers(question, numbers, other)
    case .match(let pairs): return addPairs(question, pairs)
    }
  }

  /// `$course$/top/Rivers/Europe` as a lesson's title: `Rivers / Europe`.
  static func title(of path: String) -> String {
    var parts: [String] = [""]
    var rest = path[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "/" {
        if rest.first == "/" {
          rest = rest.dropFirst()
          parts[parts.count - 1] += "/"
        } else {
          parts.append("")
        }
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    var names = parts.map(PackAssembly.oneLine).filter { !$0.isEmpty }
    if let first = names.first, first.hasPrefix("$"), first.hasSuffix("$"), first.count > 1 {
      names.removeFirst()
      if names.first == "top" { names.removeFirst() }
    }
    return names.joined(separator: " / ")
  }

  private mutating func blocks(_ text: GIFTQuestion.Text) -> [Block] {
    let markup = MarkupText(text.text, text.format)
    report(markup.lost, text.range)
    return markup.blocks
  }

  private mutating func inline(_ text: GIFTQuestion.Text) -> RichText {
    let markup = MarkupText.line(text.text, text.format)
    report(markup.lost, text.range)
    return markup.text
  }

  private mutating func report(_ lost: [String], _ range: Range<Int>) {
    guard !lost.isEmpty else { return }
    assembly.report(
      .markupLost, at: range,
      "a pack cannot show \(lost.joined(separator: ", ")); only words are kept",
      help: "look whether the question can still be understood")
  }

  /// Keeps a feedback that has no place as a comment, and says so.
  private mutating func lose(
    _ text: GIFTQuestion.Text, _ whom: String, _ lost: inout [String]
  ) {
    assembly.report(
      .feedbackLost, at: text.range, "a pack has no feedback for \(whom); it is kept as a comment",
      help: "move it to 'Why:' where everybody may read it")
    lost.append("feedback for \(whom): " + PackAssembly.oneLine(text.text))
  }

  @discardableResult
  private mutating func add(
    _ question: GIFTQuestion, _ kind: ItemKind, _ lost: [String],
    _ fill: (inout Item) -> Void = { _ in }
  ) -> ItemID {
    let stem = blocks(question.stem)
    let feedback = question.generalFeedback.map { blocks($0) } ?? []
    let tags = tags(question)
    return assembly.add(
      stem: stem, kind: kind, id: question.idNumber, name: question.name, at: question.range,
      lost: lost
    ) { item in
      item.explanation = feedback.flatMap(\.texts).filter { !$0.isEmpty }
      item.tags = tags
      fill(&item)
    }
  }

  private mutating func tags(_ question: GIFTQuestion) -> [String] {
    question.tags.reduce(into: []) { tags, tag in
      guard let word = PackAssembly.tag(tag) else {
        assembly.report(
          .settingLost, at: question.range,
          "the tag '\(tag)' has no letter or digit, and is left out",
          help: "name it with letters")
        return
      }
      if word != tag {
        assembly.report(
          .settingLost, at: question.range, "the tag '\(tag)' is written '\(word)'",
          help: "tags are letters, digits and hyphens")
      }
      if !tags.contains(word) { tags.append(word) }
    }
  }

  private mutating func addEssay(_ question: GIFTQuestion) -> ItemID? {
    assembly.report(
      .questionLeftOut, at: question.range,
      "an essay has no key to mark it by; it is kept as a comment",
      help: "give it 'Points:' in the pack, a bullet for each thing that a good answer says")
    let stem = MarkupText(question.stem.text, question.stem.format)
    var item = Item(
      id: ItemID("essay"), stem: stem.blocks, tags: [], kind: .open(Rubric(points: [])))
    item.explanation =
      question.generalFeedback.map { MarkupText($0.text, $0.format).inline }
      .map { [$0] } ?? []
    if item.stem.isEmpty { item.stem = [.paragraph(RichText(question.name ?? "Essay"))] }
    let text = PackWriter.text(of: item, topics: []).replacing(
      " {#essay}", with: "", maxReplacements: 1)
    assembly.leaveOut(text)
    return nil
  }

  private mutating func fail(_ question: GIFTQuestion, _ message: String, help: String) -> ItemID? {
    assembly.report(.brokenQuestion, at: question.range, message, help: help)
    assembly.leaveOut(source.text(question.range))
    return nil
  }

  // MARK: Options

  private mutating func addOptions(
    _ question: GIFTQuestion, _ isSingle: Bool, _ answers: [GIFTQuestion.Answer]
  ) -> ItemID? {
    let options = answers.filter { !$0.text.text.isEmpty }
    if options.count < answers.count {
      assembly.report(
        .settingLost, at: question.range, "an option without a text is left out",
        help: "two marks stand side by side, or one at the end")
    }
    let keys = options.indices.filter {
      isSingle ? options[$0].weight >= 1 : options[$0].weight > 0
    }
    guard options.count > 1, !keys.isEmpty else {
      return fail(
        question, "no option of this question is right",
        help: "begin the right one with '=', or give the right ones weights such as %50%")
    }
    let written = options.map { option in
      Option(inline(option.text), feedback: option.feedback.map { inline($0) })
    }
    let lost = lostWeights(question, isSingle, options, keys)
    if isSingle, keys.count == 1 {
      return add(question, .choice(options: written, key: keys[0]), lost)
    }
    return add(question, .selection(options: written, keys: keys), lost)
  }

  /// Says where the weights are others than those by which a pack marks.
  private mutating func lostWeights(
    _ question: GIFTQuestion, _ isSingle: Bool, _ options: [GIFTQuestion.Answer], _ keys: [Int]
  ) -> [String] {
    let share = 1 / Double(keys.count)
    let isKept = options.indices.allSatisfy { index in
      let weight = options[index].weight
      guard !isSingle else { return keys.count == 1 && (keys == [index] || weight == 0) }
      return abs(weight - (keys.contains(index) ? share : -share)) < 0.0005
        || keys.count == 1 && !keys.contains(index) && weight <= -share
    }
    guard !isKept else { return [] }
    let list = options.map { "\(PackAssembly.oneLine($0.text.text)): \(percent($0.weight))" }
      .joined(separator: "; ")
    let place = options.first { $0.weight != 0 && $0.weight != 1 }?.range ?? question.range
    if isSingle, keys.count > 1 {
      assembly.report(
        .weightLost, at: options[keys[1]].range,
        "any one of the \(keys.count) right options is enough in Moodle; here all are asked for",
        help: "leave one right option, or let it be a selection")
    } else {
      assembly.report(
        .weightLost, at: place, "a pack has no weights of options; they are kept as a comment",
        help: isSingle
          ? "only the right option counts"
          : "each right option earns 1/\(keys.count) of the credit, each wrong one takes as much")
    }
    return ["weights: " + list]
  }

  private func percent(_ share: Double) -> String {
    PlainNumber.text((share * 100_000).rounded() / 1_000) + " %"
  }

  // MARK: Typed answers

  private mutating func addShortAnswer(
    _ question: GIFTQuestion, _ answers: [GIFTQuestion.Answer]
  ) -> ItemID? {
    var right: [String] = []
    var rejected: [RejectedAnswer] = []
    var lost: [String] = []
    for answer in answers {
      guard let text = typed(answer, &lost) else { continue }
      if answer.weight >= 1 {
        if !right.contains(text) { right.append(text) }
        if let feedback = answer.feedback { lose(feedback, "the right answer '\(text)'", &lost) }
        continue
      }
      if answer.weight > 0 {
        assembly.report(
          .weightLost, at: answer.range,
          "'\(text)' is worth \(percent(answer.weight)) in Moodle; in a pack an answer counts or not",
          help: answer.weight > 0.5
            ? "it is accepted; delete it from 'Answer:' where that is too kind"
            : "it is refused, with its feedback; put it behind a bar in 'Answer:' to accept it")
        lost.append("\(text): \(percent(answer.weight))")
      }
      if answer.weight > 0.5 {
        if !right.contains(text) { right.append(text) }
        if let feedback = answer.feedback { lose(feedback, "the answer '\(text)'", &lost) }
      } else if !right.contains(text) {
        rejected.append(
          RejectedAnswer(Accepted(text), feedback: answer.feedback.map { inline($0) }))
      }
    }
    guard let key = right.first else {
      return fail(
        question, "no answer of this question is right",
        help: "give one of them the full weight: '=answer'")
    }
    return add(question, .text(Accepted(key, aliases: Array(right.dropFirst()))), lost) {
      $0.marking.rejected = rejected
    }
  }

  /// An answer as one types it; nil for `*` alone, which stands for anything else.
  private mutating func typed(_ answer: GIFTQuestion.Answer, _ lost: inout [String]) -> String? {
    var text = ""
    var hasWildcard = false
    let characters = Array(PackAssembly.oneLine(answer.text.text))
    for (index, character) in characters.enumerated() {
      // Only before '*' does a backslash mean anything to Moodle.
      if character == "\\", index + 1 < characters.count, characters[index + 1] == "*" { continue }
      let isPlain = index > 0 && characters[index - 1] == "\\"
      if character == "*", !isPlain { hasWildcard = true } else { text.append(character) }
    }
    let words = PackAssembly.oneLine(text)
    if words.isEmpty {
      if hasWildcard, answer.weight <= 0, let feedback = answer.feedback {
        lose(feedback, "every other answer", &lost)
      } else if hasWildcard || answer.feedback != nil {
        assembly.report(
          .giftWildcard, at: answer.range, "'*' stands for any text, which a pack cannot accept",
          help: "name the answers that are right")
      }
      return nil
    }
    if hasWildcard {
      assembly.report(
        .giftWildcard, at: answer.range,
        "'*' stands for any text in Moodle; here the answer is '\(words)'",
        help: "add other ways to write it behind bars, or ask for 'Points:'")
    }
    return words
  }

  private mutating func addNumbers(
    _ question: GIFTQuestion, _ numbers: [GIFTQuestion.NumericAnswer], _ other: GIFTQuestion.Text?
  ) -> ItemID? {
    var lost: [String] = []
    if let other { lose(other, "every other number", &lost) }
    let most = numbers.map(\.weight).max() ?? 0
    var key: NumberKey?
    var rejected: [RejectedAnswer] = []
    for number in numbers {
      guard let read = number.value.key else {
        return fail(
          question, "'\(number.value.written)' is a number that a pack cannot hold",
          help: "write it with fewer digits")
      }
      let isRight = most > 0 && number.weight >= most
      if isRight, key == nil {
        key = read
        if most < 1 { lost.append("\(number.value.written): \(percent(most))") }
      } else if isRight, case .exactly = read.target {
        key?.written.aliases.append(read.written.key)
      } else if number.weight <= 0, case .exactly = read.target {
        rejected.append(
          RejectedAnswer(
            Accepted(read.written.key), feedback: number.feedback.map { inline($0) }))
        continue
      } else {
        assembly.report(
          .weightLost, at: number.range,
          "a pack has one number a question; '\(number.value.written)' "
            + "(\(percent(number.weight))) is kept as a comment",
          help: "widen the tolerance where it should count")
        lost.append("\(number.value.written): \(percent(number.weight))")
      }
      if let feedback = number.feedback { lose(feedback, "'\(number.value.written)'", &lost) }
    }
    guard let key else {
      return fail(
        question, "no number of this question is right", help: "give one of them the full weight")
    }
    return add(question, .number(key), lost) { $0.marking.rejected = rejected }
  }

  private mutating func addPairs(
    _ question: GIFTQuestion, _ pairs: [(left: GIFTQuestion.Text, right: String)]
  ) -> ItemID? {
    var matching = Matching(leftCaption: RichText(""), rightCaption: RichText(""), pairs: [])
    for pair in pairs {
      let right = RichText(PackAssembly.oneLine(pair.right))
      let left = inline(pair.left)
      guard !right.isEmpty else {
        return fail(
          question, "a pair of this question has nothing behind '->'", help: "write its match")
      }
      if left.isEmpty {
        matching.distractors.append(right)
      } else {
        matching.pairs.append(Matching.Pair(left: left, right: right))
      }
    }
    guard matching.pairs.count > 1 else {
      return fail(
        question, "a question to match needs two pairs", help: "add one: '=left -> right'")
    }
    let rights = matching.pairs.map(\.right.plain)
    if Set(rights).count < rights.count {
      assembly.report(
        .questionLeftOut, at: question.range,
        "two pairs have the same right side, which a pack cannot mark; it is kept as a comment",
        help: "make it a question with options, or tell the right sides apart")
      assembly.leaveOut(source.text(question.range))
      return nil
    }
    matching.distractors.removeAll { rights.contains($0.plain) }
    return add(question, .matching(matching), [])
  }
}

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
