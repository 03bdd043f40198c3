/// Answers that the grader would not mark as the author meant.
extension PackReviewer {
  mutating func reviewAnswer(of index: Int) {
    let item = items[index]
    if let (texts, keys) = options(of: item) {
      reviewOptions(texts, keys, index)
    }
    switch item.kind {
    case .list(let parts, _), .ordering(let parts): reviewParts(parts, index)
    case .open(let rubric): reviewPoints(rubric.points, index)
    default: break
    }
    for accepted in named(item) {
      if let flaw = slash(in: accepted) { mark(flaw, index, .answer) }
    }
    if let response = fullResponse(to: item) { reviewGrade(of: response, item, index) }
  }

  // MARK: Options

  private mutating func reviewOptions(_ texts: [String], _ keys: [Int], _ index: Int) {
    let isKey = Set(keys)
    for (place, text) in texts.enumerated() {
      if PackReviewer.restsOnOthers(text, among: texts.count) {
        if items[index].shuffles { mark(.optionOnOthers(option: text), index, .option(place)) }
      } else if let key = keys.first(where: { texts.indices.contains($0) && same(texts[$0], text) }
      ),
        !isKey.contains(place)
      {
        mark(.optionAccepted(option: text, key: texts[key]), index, .option(place))
      }
    }
    // A letter typed is the letter on the screen.
    if let letter = texts.firstIndex(where: { isLetter($0, of: texts.count) }),
      items[index].shuffles
    {
      mark(.optionIsLetter(option: texts[letter]), index, .option(letter))
    }
  }

  private func isLetter(_ text: String, of count: Int) -> Bool {
    guard let byte = text.utf8.first, text.utf8.count == 1 else { return false }
    return (0x61..<0x61 + UInt8(clamping: count)).contains(byte | 0x20)
  }

  /// True where two options say one thing: capitals, accents, articles, spaces and the full stop at
  /// the end do not count, nor how a number is written.
  private func same(_ key: String, _ other: String) -> Bool {
    guard key != other else { return false }
    let (one, two) = (PackReviewer.essence(key), PackReviewer.essence(other))
    if one == two { return !one.isEmpty && !PackReviewer.capitalsTell(key, other) }
    let areNumbers =
      key.utf8.contains { (0x30...0x39).contains($0) } && key.utf8.count < 24
      && other.utf8.contains { (0x30...0x39).contains($0) } && other.utf8.count < 24
    guard areNumbers, !key.contains(where: PackReviewer.isOperator),
      !other.contains(where: PackReviewer.isOperator), PackReviewer.unitsAreKnown(key, other),
      // A leading zero is told of codes and telephone numbers, never by chance.
      PackReviewer.leadingZeros(key) == PackReviewer.leadingZeros(other)
    else { return false }
    let matcher = TextMatcher(knowledge: Knowledge(lexicon: grader.lexicon))
    return [matcher.match(other, with: key), matcher.match(key, with: other)].allSatisfy {
      // Figures behind letters are no tones here: A3, A4.
      $0.level <= .form && $0.rule != .pinyin
    }
  }

  /// Signs of formulas and code, where `'100'` is another thing than `100`.
  static func isOperator(_ character: Character) -> Bool {
    "+*/=<>^×÷−–-:()[]{}_\\|&#!~'\"`".contains(character)
  }

  /// The zeros before a figure that mean nothing to a number: one in "015", none in "0.5".
  private static func leadingZeros(_ text: String) -> Int {
    let zeros = text.prefix { $0 == "0" }.count
    let next = text.dropFirst(zeros).first
    return zeros > 0 && next?.isNumber != true ? zeros - 1 : zeros
  }

  /// True where one has a capital within a word, so that capitals mean something: MHz, pH.
  private static func capitalsTell(_ key: String, _ other: String) -> Bool {
    [key, other].contains { text in
      text.split { !$0.isLetter }.contains { word in
        word.dropFirst().contains(where: \.isUppercase) && word.contains(where: \.isLowercase)
      }
    } && key.lowercased() == other.lowercased()
  }

  /// True where numbers can be compared: of two units that are not alike both are known.
  private static func unitsAreKnown(_ key: String, _ other: String) -> Bool {
    let words = [key, other].map { $0.lowercased().split { !$0.isLetter }.map(String.init) }
    guard words[0] != words[1], !words[0].isEmpty, !words[1].isEmpty else { return true }
    return words.joined().allSatisfy {
      MeasureUnit.named($0) != nil || MeasureUnit.counted.contains($0)
    }
  }

  private static func essence(_ text: String) -> [Unicode.Scalar] {
    var words = text.lowercased().split { $0.isWhitespace }
    if words.count > 1, let first = words.first, Vocabulary.articles.contains(String(first)) {
      words.removeFirst()
    }
    var letters = words.flatMap { Array($0.unicodeScalars) }
    while letters.count > 1, letters.last == "." { letters.removeLast() }
    return letters
  }

  /// "All of the above", "both A and C": what makes no sense once options are shuffled.
  private static func restsOnOthers(_ text: String, among count: Int) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = words.joined(separator: " ")
    if othersPhrases.contains(joined) { return true }
    // "A and B", "both a and c", "only B and D".
    let rest = words.drop { ["both", "only", "options", "answers", "either"].contains($0) }
    guard rest.count >= 3, rest.count % 2 == 1 else { return false }
    return rest.enumerated().allSatisfy { place, word in
      place % 2 == 1
        ? ["and", "or"].contains(word)
        : word.utf8.count == 1
          && word.utf8.first.map { (0x61..<0x61 + UInt8(clamping: count)).contains($0) } == true
    } && text.contains { $0.isUppercase || $0 == ")" }
  }

  private static let othersPhrases: Set<String> = {
    var phrases: Set<String> = [
      "all above", "none above", "all are correct", "all are true", "none are correct",
      "none are true", "both of the above", "both of these", "both above", "neither of the above",
      "all answers are correct", "all of the answers are correct", "all options are correct",
      "none of the answers is correct", "alle genannten", "alle oben genannten",
      "keine der genannten", "keine der oben genannten", "alle antworten sind richtig",
      "keine antwort ist richtig", "toutes les réponses", "toutes ces réponses",
      "aucune de ces réponses", "aucune des réponses ci dessus", "todas las anteriores",
      "ninguna de las anteriores", "todas as anteriores", "nenhuma das anteriores",
      "tutte le precedenti", "nessuna delle precedenti", "以上都是", "以上皆是", "以上都不是",
      "以上皆非",
    ]
    for quantity in ["all", "none", "any", "both", "neither", "some", "more than one"] {
      for rest in [
        "above", "other answers", "others", "listed above", "options above", "answers above",
        "above answers", "above options", "above choices", "other options",
      ] {
        phrases.insert("\(quantity) of the \(rest)")
        phrases.insert("\(quantity) the \(rest)")
      }
    }
    return phrases
  }()

  // MARK: Alternatives

  /// Several answers between slashes, none of which counts by itself.
  private func slash(in accepted: Accepted) -> Flaw.AnswerFlaw? {
    for answer in accepted.all {
      let parts = answer.split(separator: " / ", omittingEmptySubsequences: false)
      guard parts.count > 1, parts.allSatisfy({ $0.count(where: \.isLetter) >= 3 }),
        !accepted.all.contains(where: { other in
          parts.contains { $0.lowercased().hasPrefix(other.lowercased()) }
        })
      else { continue }
      return .slashInAnswer(answer: answer, part: String(parts[0]))
    }
    return nil
  }

  // MARK: Parts

  private mutating func reviewParts(_ parts: [Accepted], _ index: Int) {
    var seen: [[WordTable.Word]: Int] = [:]
    for (place, part) in parts.enumerated() {
      for alternative in part.all {
        let words = table.words(of: alternative)
        guard !words.isEmpty else { continue }
        if let other = seen[words], other != place, parts[other].key != part.key {
          mark(.partsAlike(part: part.key, other: parts[other].key), index, .answer)
          break
        }
        seen[words] = place
      }
    }
  }

  /// A phrase in two groups of a point: mostly its author took ` + ` to bind before `|`.
  private mutating func reviewPoints(_ points: [RubricPoint], _ index: Int) {
    for groups in points.flatMap(\.any).map(\.groups) {
      var seen: Set<String> = []
      for group in groups {
        let phrases = Set(group.map { $0.lowercased() })
        if let phrase = group.first(where: { seen.contains($0.lowercased()) }) {
          mark(.groupsShare(phrase: phrase), index, .answer)
          break
        }
        seen.formUnion(phrases)
      }
    }
  }

  // MARK: The whole answer

  /// What a learner who knows everything would type; nil where that is no text.
  private func fullResponse(to item: Item) -> String? {
    switch item.kind {
    case .number(let key):
      if case .range = key.target { return nil }
      return key.written.key
    case .list(let parts, let need):
      return parts.prefix(need ?? parts.count).map(\.key).joined(separator: "; ")
    case .open(let rubric):
      // A model answer is graded instead, with the keys.
      guard rubric.model.isEmpty else { return nil }
      return rubric.points.map { $0.label.filter { $0 != "…" } }.joined(separator: ". ")
    case .choice, .selection, .trueFalse, .text, .ordering, .matching, .cloze, .map, .chain:
      return nil
    }
  }

  private mutating func reviewGrade(of response: String, _ item: Item, _ index: Int) {
    // Of the pack only what settles how an answer is read, so that no other item is looked at.
    var frame = Pack(id: pack.id, title: pack.title)
    frame.language = pack.language
    frame.synonyms = pack.synonyms
    let alone = Grader(lexicon: grader.lexicon, packs: [frame])
    let grading = alone.grade(response, for: item, of: pack.id, as: .authorOrder(for: item))
    guard case .verdict(let verdict) = grading, verdict.credit < 0.999 else { return }
    mark(.keyNotFull(response: response, credit: verdict.credit), index, .answer)
  }
}
