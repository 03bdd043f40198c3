import ReciteCore

/// Turns the questions of a GIFT file into items, and says what a pack cannot hold.
struct GIFTImporter {
  let source: ImportSource
  var assembly: PackAssembly
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

  mutating func blocks(_ text: GIFTQuestion.Text) -> [Block] {
    let markup = MarkupText(text.text, text.format)
    report(markup.lost, text.range)
    return markup.blocks
  }

  mutating func inline(_ text: GIFTQuestion.Text) -> RichText {
    let markup = MarkupText.line(text.text, text.format)
    report(markup.lost, text.range)
    return markup.text
  }

  mutating func report(_ lost: [String], _ range: Range<Int>) {
    guard !lost.isEmpty else { return }
    assembly.report(
      .markupLost, at: range,
      "a pack cannot show \(lost.joined(separator: ", ")); only words are kept",
      help: "look whether the question can still be understood")
  }

  /// Keeps a feedback that has no place as a comment, and says so.
  mutating func lose(
    _ text: GIFTQuestion.Text, _ whom: String, _ lost: inout [String]
  ) {
    assembly.report(
      .feedbackLost, at: text.range, "a pack has no feedback for \(whom); it is kept as a comment",
      help: "move it to 'Why:' where everybody may read it")
    lost.append("feedback for \(whom): " + PackAssembly.oneLine(text.text))
  }

  @discardableResult
  mutating func add(
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

  mutating func tags(_ question: GIFTQuestion) -> [String] {
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

  mutating func fail(_ question: GIFTQuestion, _ message: String, help: String) -> ItemID? {
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
          : keys.count == 1
            ? "the right option earns the credit, a wrong one beside it takes it away"
            : "each right option earns 1/\(keys.count) of the credit, each wrong one takes as much")
    }
    return ["weights: " + list]
  }

  func percent(_ share: Double) -> String {
    PlainNumber.text((share * 100_000).rounded() / 1_000) + " %"
  }
}
