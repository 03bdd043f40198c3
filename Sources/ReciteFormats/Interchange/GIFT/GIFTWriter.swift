import ReciteCore

/// Writes a pack as GIFT that Moodle imports and `GIFTReader` reads back.
///
/// Lessons are categories, readings descriptions; what GIFT has no kind for becomes an essay with
/// its key as general feedback.
struct GIFTWriter {
  private var lines: [String] = []
  private var losses = ExportLosses("GIFT")

  static func write(_ pack: Pack) -> Export {
    var writer = GIFTWriter()
    writer.write(pack)
    return Export(text: writer.lines.joined(separator: "\n") + "\n", losses: writer.losses.all)
  }

  private mutating func block(_ block: [String]) {
    if !lines.isEmpty { lines.append("") }
    lines += block
  }

  private mutating func write(_ pack: Pack) {
    block(["// \(PackAssembly.oneLine(pack.title)): the Recite pack '\(pack.id)'"])
    if !pack.introduction.isEmpty { describe(nil, pack.introduction) }
    for lesson in pack.lessons {
      let title = PackAssembly.oneLine(lesson.title.plain).replacing("/", with: "//")
      block(["$CATEGORY: $course$/top/" + GIFTWriter.escaped(title)])
      for section in lesson.sections {
        if section.title != nil || !section.reading.isEmpty {
          describe(section.title?.plain, section.reading)
        }
        for item in section.items { write(item, pack) }
      }
    }
  }

  private mutating func describe(_ title: String?, _ blocks: [Block]) {
    let name = title.map { "::\(GIFTWriter.escaped(PackAssembly.oneLine($0)))::" } ?? ""
    let (text, format) = GIFTWriter.text(of: blocks)
    block([name + GIFTWriter.mark(format, nil) + GIFTWriter.escaped(text)])
  }

  // MARK: Texts

  /// A text with a backslash before whatever means something in GIFT, its line ends as `\n`.
  static func escaped(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ":", "#", "=", "{", "}", "~": written += "\\\(scalar)"
      case "\n": written += "\\n"
      case "\r": break
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  /// Blocks as plain text where that is all they are, else as Markdown.
  private static func text(of blocks: [Block]) -> (String, MarkupText.Format) {
    if blocks.isEmpty { return ("", .moodle) }
    if blocks.count == 1, case .paragraph(let text) = blocks[0], let plain = plain(text) {
      return plain
    }
    return (PackWriter.text(of: blocks), .markdown)
  }

  private static func text(of text: RichText) -> (String, MarkupText.Format) {
    plain(text) ?? (MarkdownText.text(text, at: .value), .markdown)
  }

  /// The text where it has no marks; as `plain` where Moodle would see HTML or a format in it.
  private static func plain(_ text: RichText) -> (String, MarkupText.Format)? {
    let isPlain = text.runs.allSatisfy { run in
      switch run {
      case .text(_, let style): style.isEmpty
      case .gap: true
      case .link: false
      }
    }
    guard isPlain else { return nil }
    let words = text.plain
    let isRisky = words.contains("<") || words.contains("&") || words.hasPrefix("[")
    return (words, isRisky ? .plain : .moodle)
  }

  /// The format's name, where the text would inherit another.
  private static func mark(_ format: MarkupText.Format, _ inherited: MarkupText.Format?) -> String {
    format == (inherited ?? .moodle) ? "" : "[\(format.rawValue)]"
  }

  private static func formatted(_ text: RichText, _ inherited: MarkupText.Format) -> String {
    let (words, format) = self.text(of: text)
    return mark(format, inherited) + escaped(words)
  }

  // MARK: Items

  private mutating func write(_ item: Item, _ pack: Pack) {
    var kept: Set<ExportLosses.Part> = [.topic, .tags, .explanation, .feedback, .aliases]
    let (stem, format) = GIFTWriter.text(of: item.stem)
    let answers: [String]
    var isInside = false
    switch item.kind {
    case .choice(let options, let key):
      answers = GIFTWriter.options(options, format) { $0 == key ? "=" : "~" }
    case .selection(let options, let keys):
      let share = GIFTWriter.percent(1, keys.count)
      if !GIFTWriter.grades.contains(keys.count) {
        losses.changed(
          item.id,
          "'\(item.id)' has \(keys.count) right options: Moodle has no weight of \(share) %, and "
            + "takes the question only where its import matches the nearest grade")
      }
      answers = GIFTWriter.options(options, format) {
        keys.contains($0) ? "~%\(share)%" : "~%-\(share)%"
      }
    case .trueFalse(let truth):
      kept.insert(.rejected)
      answers = [truthAnswer(truth, item, format)]
    case .text(let accepted):
      kept.insert(.rejected)
      answers = typed(accepted, item, format)
    case .number(let key):
      kept.insert(.rejected)
      answers = numbers(key, item, format)
    case .matching(let matching): answers = pairs(matching, item, format)
    case .cloze(let gaps, _) where gaps.count == 1:
      kept.insert(.rejected)
      isInside = item.stem.count == 1
      losses.otherwise(item, as: "a short answer with a missing word")
      answers = typed(gaps[0], item, format)
    case .map:
      losses.leftOut(item, "GIFT has no maps")
      return
    case .cloze, .list, .ordering, .chain, .open:
      losses.otherwise(item, as: "an essay with its key as general feedback")
      answers = []
    }
    losses.fields(of: item, kept: kept)
    compose(item, stem, format, answers, isInside: isInside)
  }

  private mutating func compose(
    _ item: Item, _ stem: String, _ format: MarkupText.Format, _ answers: [String], isInside: Bool
  ) {
    let tags = ([item.topic?.rawValue] + item.tags).compactMap { $0 }.map { " [tag:\($0)]" }
      .joined()
    let head = "::\(GIFTWriter.escaped(item.id.rawValue))::" + GIFTWriter.mark(format, nil)
    var feedback = item.wordsAfterwards
    if answers.isEmpty { feedback.insert(RichText("Key: " + item.keyForCards), at: 0) }
    var general = ""
    if !feedback.isEmpty {
      let blocks = feedback.map { Block.paragraph($0) }
      let (text, own) = GIFTWriter.text(of: blocks)
      general = "####" + GIFTWriter.mark(own, format) + GIFTWriter.escaped(text)
    }
    var body = GIFTWriter.escaped(stem)
    let isShort = answers.count == 1 && general.isEmpty
    let inner =
      isShort
      ? answers.joined()
      : (answers + [general]).filter { !$0.isEmpty }
        .map { "\n\t" + $0 }.joined() + (answers.isEmpty && general.isEmpty ? "" : "\n")
    if isInside, let gap = body.firstRange(of: "____") {
      body.replaceSubrange(gap, with: "{\(inner)}")
    } else {
      body += " {\(inner)}"
    }
    block(["// [id:\(item.id)]\(tags)"] + (head + body).split(separator: "\n").map(String.init))
  }

  /// How many right options may share the mark evenly: Moodle knows certain shares only.
  private static let grades: Set<Int> = Set(1...10).union([20])

  /// `33.33333` for a third.
  private static func percent(_ part: Int, _ whole: Int) -> String {
    PlainNumber.text((Double(part) / Double(max(1, whole)) * 10_000_000).rounded() / 100_000)
  }

  private static func options(
    _ options: [Option], _ format: MarkupText.Format, _ mark: (Int) -> String
  ) -> [String] {
    options.enumerated().map { index, option in
      mark(index) + formatted(option.text, format)
        + (option.feedback.map { "#" + formatted($0, format) } ?? "")
    }
  }

  private mutating func truthAnswer(
    _ truth: Bool, _ item: Item, _ format: MarkupText.Format
  ) -> String {
    let feedback = item.marking.rejected.first { $0.accepted.all.contains("\(!truth)") }?.feedback
    return (truth ? "TRUE" : "FALSE")
      + (feedback.map { "#" + GIFTWriter.formatted($0, format) } ?? "")
  }

  private mutating func typed(
    _ accepted: Accepted, _ item: Item, _ format: MarkupText.Format
  ) -> [String] {
    var answers = accepted.all.map { "=%100%" + answer($0, item) }
    for rejected in item.marking.rejected {
      let feedback = rejected.feedback.map { "#" + GIFTWriter.formatted($0, format) } ?? ""
      answers += rejected.accepted.all.map { "=%0%" + answer($0, item) + feedback }
    }
    return answers
  }

  /// An answer to type; Moodle's `*` is escaped, and `->` written so that it makes no pairs.
  private mutating func answer(_ text: String, _ item: Item) -> String {
    var text = PackAssembly.oneLine(text)
    if text.contains("->") {
      losses.changed(
        item.id, "'->' in an answer of '\(item.id)' would make it a pair in GIFT; it is '→'")
      text = text.replacing("->", with: "→")
    }
    // A backslash before '*' makes it plain to Moodle.
    let plain = text.replacing("*", with: "\\*")
    let isFormat = plain.hasPrefix("[")
    return (isFormat ? "[moodle]" : "") + GIFTWriter.escaped(plain)
  }

  private mutating func numbers(
    _ key: NumberKey, _ item: Item, _ format: MarkupText.Format
  ) -> [String] {
    if !key.unit.isEmpty {
      losses.changed(
        item.id, "'\(item.id)' asks for a number without its unit '\(key.unit)' in GIFT")
    }
    var written: String
    switch key.target {
    case .exactly(let value): written = PlainNumber.text(value)
    case .within(let value, let tolerance):
      written = PlainNumber.text(value) + ":" + PlainNumber.text(tolerance)
    case .range(let range):
      written = PlainNumber.text(range.lowerBound) + ".." + PlainNumber.text(range.upperBound)
    }
    var answers: [String] = []
    for alias in key.written.aliases {
      if let value = GIFTNumber.value(alias) {
        answers.append("=" + PlainNumber.text(value))
      } else {
        losses.changed(item.id, "'\(alias)' of '\(item.id)' is left out: GIFT has numbers only")
      }
    }
    for rejected in item.marking.rejected {
      guard let value = GIFTNumber.value(rejected.accepted.key) else {
        losses.changed(
          item.id,
          "'Reject: \(rejected.accepted.key)' of '\(item.id)' is left out: GIFT has numbers only")
        continue
      }
      answers.append(
        "=%0%" + PlainNumber.text(value)
          + (rejected.feedback.map { "#" + GIFTWriter.formatted($0, format) } ?? ""))
    }
    // A '0' with no mark before it is nothing to Moodle.
    if answers.isEmpty, written != "0" { return ["#" + written] }
    written = "=" + written
    return ["#", written] + answers
  }

  private mutating func pairs(
    _ matching: Matching, _ item: Item, _ format: MarkupText.Format
  ) -> [String] {
    if !matching.leftCaption.isEmpty || !matching.rightCaption.isEmpty {
      losses.changed(
        item.id, "the captions of the table of '\(item.id)' are left out: GIFT has none")
    }
    func right(_ text: RichText) -> String {
      let (words, own) = GIFTWriter.text(of: text)
      if own == .markdown {
        losses.changed(
          item.id,
          "marks on the right of pairs of '\(item.id)' are lost: GIFT has plain words there")
      }
      return GIFTWriter.escaped(own == .markdown ? text.plain : words)
    }
    var lines: [String] = []
    for pair in matching.pairs {
      var left = GIFTWriter.formatted(pair.left, format)
      if left.contains("->") {
        losses.changed(item.id, "'->' in a pair of '\(item.id)' would part it in GIFT; it is '→'")
        left = left.replacing("->", with: "→")
      }
      lines.append("=\(left) -> \(right(pair.right))")
    }
    return lines + matching.distractors.map { "= -> \(right($0))" }
  }
}
