/// What gives an item's key away: its stem, its hints, and the look of its options.
extension PackReviewer {
  mutating func reviewGiveaways(of index: Int) {
    reviewStem(index)
    reviewHints(index)
    guard case .choice(let options, let key) = items[index].kind, options.indices.contains(key)
    else { return }
    let texts = options.map(\.text.plain)
    reviewLength(texts, key, index)
    reviewPunctuation(texts, key, index)
    if isEnglish {
      reviewGrammar(texts, key, index)
      reviewAbsolutes(texts, key, index)
    }
  }

  // MARK: The stem

  private mutating func reviewStem(_ index: Int) {
    let item = items[index]
    switch item.kind {
    case .choice(let options, let key):
      guard options.indices.contains(key) else { return }
      let place = held(options[key].text.plain, in: stems[index], of: index)
      guard let place, !isOffered(place, in: stems[index]), !isAsked(place, index) else { return }
      // Among figures the one of the question is what is reckoned with.
      let keyWords = table.words(of: options[key].text.plain)
      if keyWords.contains(where: \.isNumber) { return }
      // Where the stem names distractors too it only says what there is to choose from.
      for (other, option) in options.enumerated() where other != key {
        let words = table.words(of: option.text.plain)
        if stems[index].place(of: words) != nil { return }
      }
      mark(.stemHoldsKey(key: options[key].text.plain), index)
    case .number(let number):
      guard case .exactly(let value) = number.target, value >= 10, !hasOperator(item) else {
        return
      }
      let words = table.words(of: number.written.key)
      guard words.first?.isNumber == true,
        let place = held(number.written.key, in: stems[index], of: index),
        !isOffered(place, in: stems[index])
      else { return }
      mark(.stemHoldsKey(key: number.written.key), index)
    case .text, .list, .cloze, .map:
      for accepted in named(item) {
        for answer in accepted.all where Double(answer) == nil || !hasOperator(item) {
          guard let place = held(answer, in: stems[index], of: index),
            !isOffered(place, in: stems[index]), !isAsked(place, index)
          else { continue }
          mark(.stemHoldsKey(key: answer), index)
          return
        }
      }
    case .open(let rubric):
      let text = item.stem.map(\.plain).joined(separator: "\n")
      guard let point = pointMade(by: text, rubric, index) else { return }
      mark(.stemHoldsKey(key: point), index)
    case .selection, .trueFalse, .ordering, .matching, .chain: break
    }
  }

  /// What a text says of an open answer, where it makes more than half of its points; else nil.
  ///
  /// It is graded as if a learner had written it.
  private func pointMade(by text: String, _ rubric: Rubric, _ index: Int) -> String? {
    guard
      case .verdict(let verdict) = grader.grade(
        text, for: items[index], of: pack.id, as: AskedForm())
    else { return nil }
    let made = verdict.parts.filter { part in
      if case .right = part.state { return true }
      return false
    }
    guard made.count * 2 > rubric.points.count else { return nil }
    return made.first?.key
  }

  private func hasOperator(_ item: Item) -> Bool {
    item.stem.contains { $0.plain.unicodeScalars.contains(where: Self.operators.contains) }
  }

  private static let operators: Set<Unicode.Scalar> = [
    "+", "*", "/", "=", "^", "×", "÷", "−", "√", "%",
  ]

  /// Where an answer's words stand in a text; nil for words that say nothing, or that are quoted.
  private mutating func held(
    _ answer: String, in text: [WordTable.Word], of index: Int
  ) -> Int? {
    let words = table.words(of: answer)
    guard PackReviewer.isTelling(words, answer), let place = text.place(of: words) else {
      return nil
    }
    // Of code or a formula the words alone are not the answer.
    var isLiteral = !PackReviewer.isCode(answer)
    for block in items[index].stem {
      let plain = block.plain.lowercased()
      guard let found = plain.firstRange(of: answer.lowercased()) else { continue }
      isLiteral = true
      if isSpokenOf(found, in: plain) { return nil }
    }
    return isLiteral ? place : nil
  }

  /// True where the signs of an answer say as much as its words: `-1`, `/x/p`.
  static func isCode(_ answer: String) -> Bool {
    "-.".contains(answer.first ?? " ") || answer.contains { "/*=<>^+[]{}()\\|;".contains($0) }
  }

  /// True where a key stands in place of what other questions ask about in the same words: "What is
  /// the capital of Luxembourg?" in a drill of capitals.
  private mutating func isAsked(_ place: Int, _ index: Int) -> Bool {
    guard place >= 2 else { return false }
    let openings = self.openings ?? countedOpenings()
    self.openings = openings
    // The second part of a name, as in Guinea-Bissau, stands in the same place as the first.
    let key = table.spellings[Int(stems[index][place].form)]
    let isSecond = items[index].stem.contains { $0.plain.lowercased().contains("-" + key) }
    let end = isSecond ? place - 1 : place
    guard (2...PackReviewer.longestOpening).contains(end) else { return false }
    let opening = stems[index][..<end].reduce(PackReviewer.noWords, PackReviewer.hashed)
    return (openings[opening] ?? 0) > 2
  }

  /// How many stems begin with the same two to twelve words, by a hash of these.
  private func countedOpenings() -> [UInt64: Int] {
    var counted: [UInt64: Int] = [:]
    for stem in stems {
      var opening = PackReviewer.noWords
      for (place, word) in stem.prefix(PackReviewer.longestOpening).enumerated() {
        opening = PackReviewer.hashed(opening, word)
        if place > 0 { counted[opening, default: 0] += 1 }
      }
    }
    return counted
  }

  private static let noWords: UInt64 = 0xcbf2_9ce4_8422_2325

  /// FNV-1a over whole words.
  private static func hashed(_ hash: UInt64, _ word: WordTable.Word) -> UInt64 {
    (hash ^ UInt64(UInt32(bitPattern: word.form))) &* 0x0000_0100_0000_01b3
  }

  private static let longestOpening = 12

  /// True where a stem quotes a word, or offers it in a list: "George, Babe or Henry", "Input/Output".
  private func isSpokenOf(_ range: Range<String.Index>, in text: String) -> Bool {
    let before = text[..<range.lowerBound]
    let after = text[range.upperBound...]
    if before.last == "/" || after.first == "/" || isQuoted(before) { return true }
    let lead = before.last { $0 != " " }
    if lead == ",", after.first == "," { return true }
    // What follows the question is what there is to choose from.
    if before.contains("?") { return true }
    guard let colon = before.lastIndex(of: ":") else { return false }
    return [",", "/", ")", ";"].contains {
      text[colon..<range.lowerBound].contains($0) || after.prefix(3).contains($0)
    }
  }

  /// True where quotation marks are open at the end of a text; an apostrophe opens none.
  private func isQuoted(_ text: Substring) -> Bool {
    var isOpen = false
    var previous: Character = " "
    for character in text {
      switch character {
      case "\"", "`": isOpen.toggle()
      case "“", "„", "«", "「", "『": isOpen = true
      case "”", "»", "」", "』": isOpen = false
      case "'", "‘":
        if !previous.isLetter, !previous.isNumber { isOpen = true }
      default:
        if previous == "'" || previous == "’", !character.isLetter { isOpen = false }
      }
      previous = character
    }
    return isOpen
  }

  /// True where words are enough of a key to be told by: not a letter, a digit, an article, "first".
  static func isTelling(_ words: [WordTable.Word], _ text: String) -> Bool {
    guard !words.isEmpty, words.contains(where: { !$0.isFunction }) else { return false }
    if words.count == 1, NumberWords.ordinals[text.lowercased()] != nil { return false }
    // A digit, or a number word that is none in the text, is said of many things.
    if words.count == 1, words[0].isNumber { return text.count >= 2 && Double(text) != nil }
    let hasHan = text.unicodeScalars.contains { $0.isHan || $0.isKana }
    return hasHan ? words.count >= 2 : text.utf8.count >= 3 || words[0].isNumber
  }

  /// True where the words at `place` are among several that the text offers: "Harbin or Dalian".
  private func isOffered(_ place: Int, in text: [WordTable.Word]) -> Bool {
    let near = max(0, place - 6)..<min(text.count, place + 8)
    return text[near].contains { Self.alternatives.contains(table.spellings[Int($0.form)]) }
  }

  private static let alternatives: Set<String> = [
    "or", "oder", "ou", "o", "versus", "vs", "than", "between", "或", "还",
  ]

  // MARK: Hints

  private mutating func reviewHints(_ index: Int) {
    let item = items[index]
    guard !item.hints.isEmpty else { return }
    for (number, hint) in item.hints.enumerated() {
      let words = table.words(of: hint.plain)
      switch item.kind {
      case .choice(let options, let key):
        guard options.indices.contains(key),
          let place = hinted(options[key].text.plain, in: words), !isDenied(place, in: words)
        else { continue }
        var offers = false
        for (other, option) in options.enumerated() where other != key {
          offers = offers || words.place(of: table.words(of: option.text.plain)) != nil
        }
        if !offers { mark(.hintHoldsKey(key: options[key].text.plain), index, .hint(number)) }
      case .text, .map, .cloze, .list:
        let parts = named(item)
        var told: [String] = []
        for part in parts {
          // A translation helps those who read it, and is meant to.
          let answer = part.all.first { answer in
            isHan(answer) == isHan(part.key)
              && hinted(answer, in: words).map { !isDenied($0, in: words) } ?? false
          }
          if let answer { told.append(answer) }
        }
        // One of several may be given as a start.
        guard let first = told.first, told.count * 2 > parts.count else { continue }
        mark(.hintHoldsKey(key: first), index, .hint(number))
      case .number(let key):
        guard case .exactly = key.target else { continue }
        let value = table.words(of: key.written.key)
        guard value.first?.isNumber == true, key.written.key.utf8.count >= 2,
          let place = words.place(of: value), !isDenied(place, in: words)
        else { continue }
        mark(.hintHoldsKey(key: key.written.key), index, .hint(number))
      case .open(let rubric):
        guard let point = pointMade(by: hint.plain, rubric, index) else { continue }
        mark(.hintHoldsKey(key: point), index, .hint(number))
      case .selection, .trueFalse, .ordering, .matching, .chain: break
      }
    }
  }

  private mutating func hinted(_ answer: String, in words: [WordTable.Word]) -> Int? {
    let answer = table.words(of: answer)
    guard PackReviewer.isTelling(answer, answer.isEmpty ? "" : spelled(answer)) else { return nil }
    return words.place(of: answer)
  }

  private func isHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isHan || $0.isKana }
  }

  private func spelled(_ words: [WordTable.Word]) -> String {
    words.map { table.spellings[Int($0.form)] }.joined(separator: " ")
  }

  /// "Not Harbin", "rather than Harbin", "north of Harbin": said of another thing.
  private func isDenied(_ place: Int, in words: [WordTable.Word]) -> Bool {
    let before = words[max(0, place - 3)..<place]
    return before.contains { Self.denials.contains(table.spellings[Int($0.form)]) }
  }

  private static let denials: Set<String> = [
    "not", "no", "never", "nor", "neither", "than", "unlike", "without", "isnt", "wasnt", "except",
    "nicht", "kein", "pas", "non",
  ]

  // MARK: The look of options

  private mutating func reviewLength(_ texts: [String], _ key: Int, _ index: Int) {
    guard texts.count >= 3 else { return }
    guard !isAboutOthers(texts[key]) else { return }
    let length = texts[key].count
    let longest = texts.enumerated().filter { $0.offset != key }.map(\.element.count).max() ?? 0
    guard length >= longest * 2, length >= longest + 25 else { return }
    mark(
      .keyFarLonger(characters: length, longestDistractor: longest), index, .option(key))
  }

  private mutating func reviewPunctuation(_ texts: [String], _ key: Int, _ index: Int) {
    guard texts.count >= 3 else { return }
    guard !isAboutOthers(texts[key]),
      // A stop before a closing mark, or behind "etc.", is no habit of punctuation.
      !texts[key].hasSuffix("etc."), texts[key].last.map({ !")]\"'”’»".contains($0) }) ?? false
    else { return }
    let stops = texts.map { text in
      text.hasSuffix(".") && text.split(separator: " ").count >= 3
        && !(text.dropLast().split(separator: " ").last?.contains(".") ?? false)
        && !text.hasSuffix("etc.")
    }
    let others = stops.enumerated().filter { $0.offset != key }.map(\.element)
    guard others.allSatisfy({ $0 != stops[key] }),
      texts.allSatisfy({ $0.split(separator: " ").count >= 3 })
    else { return }
    mark(.punctuationShowsKey(endsInStop: stops[key]), index, .option(key))
  }

  private mutating func reviewAbsolutes(_ texts: [String], _ key: Int, _ index: Int) {
    guard texts.count >= 3 else { return }
    var found: [String] = []
    var counted = 0
    for (place, text) in texts.enumerated() where place == key || !isAboutOthers(text) {
      // Within a compound it is part of a name: read-only memory.
      let words = table.words(of: text.replacing("-", with: ""))
      let spellings = words.map { table.spellings[Int($0.form)] }
      let word =
        spellings.first(where: Self.absolutes.contains)
        ?? spellings.prefix(2).first(where: Self.absoluteOpeners.contains)
        ?? spellings.prefix(1).first { $0 == "every" }
      if place == key {
        if word != nil { return }
        continue
      }
      guard let word, words.count >= 3 else { return }
      counted += 1
      if !found.contains(word) { found.append(word) }
    }
    guard counted >= 2 else { return }
    mark(.absoluteDistractors(words: found), index, .option(key))
  }

  /// "All of these choices are correct": its length and words say nothing of the matter.
  private func isAboutOthers(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.count > 1, let first = words.first,
      ["all", "none", "both", "neither", "any"].contains(first)
    else { return false }
    return words.dropFirst().allSatisfy(Self.wordsOfOthers.contains)
  }

  private static let wordsOfOthers: Set<String> = [
    "of", "the", "these", "those", "them", "above", "listed", "given", "other", "others", "choices",
    "answers", "options", "statements", "responses", "are", "is", "correct", "true", "right",
    "false",
    "wrong", "incorrect",
  ]

  /// Absolute at the head of an option: "all licensed users", but not "ensure that all is tied".
  private static let absoluteOpeners: Set<String> = ["all", "none"]

  private static let absolutes: Set<String> = [
    "always", "never", "only", "completely", "entirely", "absolutely",
    "everyone", "everybody", "nobody", "everything", "nothing", "totally", "impossible",
  ]
}
