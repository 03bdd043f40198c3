/// Who says what a sentence tells: `according to NASA`, `officials said`.
///
/// The words are then read as a statement of their own, and each question names the source.
struct Attribution: Sendable {
  /// Who says it, as it stands behind `According to`.
  var source: String
  /// True where it is the sentence's first words, whose capital may be the sentence's.
  var isFirst: Bool
  /// The statement, without who says it.
  var words: [DraftWord]

  private static let saying: Set<String> = [
    "said", "says", "reported", "reports", "announced", "explained", "explains", "wrote", "writes",
    "estimates", "estimated", "noted", "notes", "stated", "states", "added", "warned", "warns",
    "believe", "believes", "argue", "argues", "argued", "say", "found", "concluded", "showed",
    "shows", "show", "claim", "claims", "claimed", "confirmed",
  ]
  /// Those that need their `that`, since they take objects as well.
  private static let needsThat: Set<String> = [
    "reported", "reports", "announced", "explained", "explains", "wrote", "writes", "estimates",
    "estimated", "noted", "notes", "stated", "states", "added", "warned", "warns", "found",
    "concluded", "showed", "shows", "show", "believe", "believes", "argue", "argues", "argued",
    "claim", "claims", "claimed", "confirmed",
  ]

  /// `It's estimated that` names nobody.
  private static let contracted: Set<String> = [
    "it's", "that's", "there's", "what's", "here's", "who's", "he's", "she's", "they're", "we're",
    "you're", "i'm",
  ]

  /// Nil where nobody is named, where the words are quoted, or where they lean on who says them.
  init?(_ words: [DraftWord]) {
    guard words.count >= 8,
      !words.contains(where: { $0.kind == .mark && ["“", "”", "\"", "«", "»"].contains($0.text) })
    else { return nil }
    guard
      let found = Self.inFront(words) ?? Self.accordingBehind(words) ?? Self.saidBehind(words)
        ?? Self.saidInFront(words),
      let first = found.words.first, found.words.count >= 5,
      !DraftGrammar.personal.contains(first.lower),
      !DraftGrammar.firstAndSecond.contains(first.lower)
    else { return nil }
    self = found
    self.words[0].text = DraftClause.raised(first.text)
    self.words[0].isSpaced = false
  }

  private init?(_ source: ArraySlice<DraftWord>, _ words: ArraySlice<DraftWord>) {
    guard (1...10).contains(source.count), let first = source.first,
      !DraftGrammar.isAdverb(first.lower),
      !source.contains(where: {
        DraftGrammar.personal.contains($0.lower) || DraftGrammar.firstAndSecond.contains($0.lower)
          || $0.isBreak
      }),
      // `According to the government cancelled the contract`
      !source.contains(where: {
        !$0.isCapital
          && DraftVerbs.shared.readings(of: $0.lower).contains { $0.form == .past }
          || DraftGrammar.auxiliaries.contains($0.lower)
      }),
      !source.contains(where: { Self.contracted.contains($0.lower) }),
      !["this", "that", "these", "those", "which", "who", "what", "there"].contains(first.lower)
    else { return nil }
    var source = Array(source)
    if !source[0].isName, DraftGrammar.determiners.contains(source[0].lower) {
      source[0].text = DraftClause.lowered(source[0].text)
    }
    self.source = source.running
    isFirst = false
    self.words = Array(words)
    while let last = self.words.last, last.isMark(",") { self.words.removeLast() }
  }

  /// `According to the new paper, …`.
  private static func inFront(_ words: [DraftWord]) -> Attribution? {
    guard words[0].lower == "according", words[1].lower == "to",
      let comma = words.prefix(14).firstIndex(where: { $0.isMark(",") }), comma + 4 < words.count
    else { return nil }
    return Attribution(words[2..<comma], words[(comma + 1)...])
  }

  /// `…, according to the new paper`.
  private static func accordingBehind(_ words: [DraftWord]) -> Attribution? {
    guard let place = words.lastIndex(where: { $0.lower == "according" }), place > 4,
      place + 2 < words.count, words[place + 1].lower == "to", words[place - 1].isMark(","),
      !words[place...].contains(where: { $0.isMark(",") })
    else { return nil }
    return Attribution(words[(place + 2)...], words[..<(place - 1)])
  }

  /// `…, officials said on Monday`.
  private static func saidBehind(_ words: [DraftWord]) -> Attribution? {
    guard let comma = words.lastIndex(where: { $0.isMark(",") }), comma > 4,
      let verb = words[comma...].firstIndex(where: { saying.contains($0.lower) && !$0.isCapital }),
      verb > comma + 1, words.count - verb <= 5
    else { return nil }
    return Attribution(words[(comma + 1)..<verb], words[..<comma])
  }

  /// `Officials said that …`, `Officials said the road …`.
  private static func saidInFront(_ words: [DraftWord]) -> Attribution? {
    guard
      let verb = words.prefix(11).firstIndex(where: { saying.contains($0.lower) && !$0.isCapital }),
      verb > 0,
      !words[..<verb].contains(where: {
        $0.kind == .mark || DraftGrammar.prepositions.contains($0.lower) && $0.lower != "of"
          || DraftGrammar.auxiliaries.contains($0.lower)
      })
    else { return nil }
    var start = verb + 1
    // `said Wednesday that`, `said on Monday that`, `said in a statement that`.
    if let that = words[start...].prefix(6).firstIndex(where: { $0.lower == "that" }),
      words[start..<that].allSatisfy({ $0.kind == .word || $0.kind == .number })
    {
      start = that + 1
    } else {
      guard !needsThat.contains(words[verb].lower), start < words.count,
        DraftGrammar.articles.contains(words[start].lower) || words[start].kind == .number
          || words[start].isCapital && !DraftGrammar.days.contains(words[start].lower)
      else { return nil }
    }
    guard start + 4 < words.count, words[start].kind != .mark else { return nil }
    var found = Attribution(words[..<verb], words[start...])
    found?.isFirst = true
    return found
  }
}
