/// The main clause of a sentence, as far as it can be told without a parser.
///
/// Only plain sentences are understood: something in front, a subject, a verb that is known, the
/// rest. What is not plain gives nil, and becomes a gap at most.
struct DraftClause: Sendable {
  enum Verb: Equatable, Sendable {
    /// `was`, `is`, `became`: followed by what the subject is.
    case copula
    /// `was founded`; the lemma of the participle.
    case passive(String)
    /// `has fallen`.
    case perfect(String)
    /// `is investing`.
    case progressive(String)
    /// `can carry`, `will open`.
    case modal(String)
    case past(String)
    case present(String, isPlural: Bool)
  }

  /// The sentence's words.
  var words: [DraftWord]
  /// What stands before the subject: `In 1898`; nil where nothing does.
  var lead: Range<Int>?
  /// True where the lead has a verb of its own.
  var leadIsClause: Bool
  var subject: Range<Int>
  /// What stands between commas behind the subject.
  var apposition: Range<Int>?
  var verb: Verb
  /// The auxiliary or verb at the head, and all that belongs to the verb.
  var verbRange: Range<Int>
  /// From behind the verb to the end of the clause.
  var rest: Range<Int>

  /// The end of the clause: where a further clause, a dash or a semicolon begins.
  var end: Int { rest.upperBound }
  /// True where the sentence goes on behind the clause.
  var isCut: Bool { end < words.count }

  /// True where it may have been cut inside a list: `the leader, Secretary and Chair`.
  var endsInDoubt: Bool {
    guard isCut else { return false }
    // `except that the leader, the secretary | and the chair must …`
    let goesOn = ["and", "or", "but"].contains(words[end].lower)
    if goesOn, words[rest].contains(where: { ["that", "except", "whether"].contains($0.lower) }) {
      return true
    }
    guard words[end].isMark(","), end + 2 < words.count, words[end + 1].isCapital else {
      return false
    }
    return words[(end + 2)...].prefix(8).prefix { $0.kind != .mark }.contains {
      $0.lower == "and" || $0.lower == "or"
    }
  }

  /// True where the verb may be a participle: `the men stationed on the hill`.
  var mayBeReduced: Bool {
    guard case .past(let lemma) = verb, let first = rest.first else { return false }
    return !DraftVerbs.shared.isOnlyPast(words[verbRange.upperBound - 1].lower)
      && !DraftVerbs.moving.contains(lemma)
      && DraftGrammar.prepositions.contains(words[first].lower)
  }

  /// True where the verb's number is not its subject's: the subject was cut out of something longer.
  var disagrees: Bool {
    guard ["is", "was", "has", "are", "were", "have"].contains(words[verbRange.lowerBound].lower)
    else { return false }
    let isOne = ["is", "was", "has"].contains(words[verbRange.lowerBound].lower)
    var head = words[subject.lowerBound].lower
    for index in subject {
      if index > subject.lowerBound, DraftGrammar.prepositions.contains(words[index].lower) {
        break
      }
      head = words[index].lower
    }
    let isJoined = words[subject].contains { $0.lower == "and" }
    let isMany =
      head.hasSuffix("s") && !head.hasSuffix("ss") && !head.hasSuffix("us")
      && !head.hasSuffix("is") && !head.hasSuffix("ics") && !head.hasSuffix("'s")
      && !(words[subject.upperBound - 1].isCapital)
    return isOne ? isMany && !isJoined && subject.count < 5 : false
  }

  init?(_ words: [DraftWord], mentions: [DraftMention]) {
    var parser = ClauseParser(words: words, mentions: mentions)
    guard let clause = parser.parse() else { return nil }
    self = clause
  }

  init(
    words: [DraftWord], lead: Range<Int>?, leadIsClause: Bool, subject: Range<Int>,
    apposition: Range<Int>?, verb: Verb, verbRange: Range<Int>, rest: Range<Int>
  ) {
    self.words = words
    self.lead = lead
    self.leadIsClause = leadIsClause
    self.subject = subject
    self.apposition = apposition
    self.verb = verb
    self.verbRange = verbRange
    self.rest = rest
  }

  // MARK: Wording

  /// The subject as it stands inside a sentence.
  var subjectText: String { DraftClause.inside(words, subject) }

  /// A stretch of the sentence as it would stand inside a sentence: no capital for its first word
  /// unless it is a name.
  static func inside(_ words: [DraftWord], _ range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    var slice = Array(words[range])
    if first == 0
      || first > 0 && words[first].isCapital
        && DraftGrammar.determiners.contains(words[first].lower)
    {
      if !words[first].isNameLike { slice[0].text = DraftClause.lowered(words[first].text) }
    }
    return slice.running
  }

  static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The words of `range` without those of `dropped`, as text; commas left alone are dropped.
  func text(_ range: Range<Int>, without dropped: Range<Int>? = nil) -> String {
    var kept: [DraftWord] = []
    for index in range where !(dropped?.contains(index) ?? false) {
      if words[index].isMark(","), kept.isEmpty || kept.last?.isMark(",") ?? false { continue }
      kept.append(words[index])
    }
    while let last = kept.last, last.kind == .mark, [",", ";", ":"].contains(last.text) {
      kept.removeLast()
    }
    return kept.running
  }

  /// The clause as a question without its question word: `was the canal opened by …`.
  ///
  /// `dropped` is what is asked for. Nil where the verb cannot be turned.
  func inverted(without dropped: Range<Int>? = nil) -> String? {
    let rest = self.text(self.rest, without: dropped)
    // `borrowed and studied a book` has two verbs to turn.
    if let first = self.rest.first, ["and", "or"].contains(words[first].lower) { return nil }
    let tail = rest.isEmpty ? "" : " " + rest
    let head = words[verbRange.lowerBound].lower
    let others = words[verbRange].dropFirst().filter { !DraftClause.droppable.contains($0.lower) }
    let between = others.isEmpty ? "" : " " + others.map(\.text).joined(separator: " ")
    switch verb {
    case .copula:
      guard DraftGrammar.beForms.contains(head) else {
        guard let lemma = DraftVerbs.shared.reading(of: head, as: .past) else { return nil }
        return "did \(subjectText) \(lemma)\(tail)"
      }
      return "\(head) \(subjectText)\(between)\(tail)"
    case .passive, .perfect, .modal, .progressive:
      return "\(head) \(subjectText)\(between)\(tail)"
    case .past(let lemma):
      return "did \(subjectText)\(adverbs) \(lemma)\(tail)"
    case .present(let lemma, let isPlural):
      return "\(isPlural ? "do" : "does") \(subjectText)\(adverbs) \(lemma)\(tail)"
    }
  }

  /// The adverbs that stand before a simple verb.
  private var adverbs: String {
    let words = words[verbRange].dropLast().filter { !DraftClause.droppable.contains($0.lower) }
    return words.isEmpty ? "" : " " + words.map(\.text).joined(separator: " ")
  }

  static let droppable: Set<String> = [
    "also", "thus", "therefore", "then", "subsequently", "however", "finally", "eventually",
    "later", "soon", "again", "further", "now", "similarly", "likewise", "furthermore",
  ]

  /// The clause as a statement of its own, without what is in front or between commas.
  func statement(without dropped: Range<Int>? = nil, withLead: Bool = false) -> String {
    let verb = words[verbRange].filter { !DraftClause.droppable.contains($0.lower) }
    let rest = text(self.rest, without: dropped)
    var text = subjectText + " " + verb.map(\.text).joined(separator: " ")
    if !rest.isEmpty { text += rest.hasPrefix(",") ? rest : " " + rest }
    if withLead, let lead {
      return DraftClause.raised(self.text(lead)) + ", " + text
    }
    return DraftClause.raised(text)
  }

  /// The statement as it stands inside a sentence, its names with their capitals.
  var statementInside: String {
    let subject = subjectText
    return subject + statement().dropFirst(subject.count)
  }

  /// The end of the clause that goes on at `index`.
  static func end(of words: [DraftWord], _ mentions: [DraftMention], from index: Int) -> Int {
    ClauseParser(words: words, mentions: mentions).clauseEnd(from: index)
  }

  /// The rest without the words at its beginning, to the clause's end.
  func rest(from index: Int) -> Range<Int> { min(index, end)..<end }
}

extension DraftWord {
  /// True for a capital that belongs to the word wherever it stands.
  var isNameLike: Bool { isCapital && (isName || isAcronym) || lower == "i" }
}
