import ReciteCore

/// One proposed item, before it has an id.
struct DraftProposal: Sendable {
  /// What kind of statement it was made from; also the item's topic.
  enum Topic: String, CaseIterable, Sendable {
    case location, cause, significance, definition, date, figure, name, list
  }

  /// How it is asked: what a selection should vary.
  enum Form: String, CaseIterable, Sendable {
    case question, gap, choice, selection, list, chain, ordering, matching
  }

  var topic: Topic
  var form: Form
  var stem: RichText
  /// The first letters of the answer's words, where it has other wordings: `c… c…`.
  var cue: String?
  var kind: ItemKind
  var hint: String?
  /// The sentences that it was made from, as indices into the analysis.
  var evidence: [Int]
  /// What a learner has to say, in lower case, for telling proposals apart.
  var key: String
  /// How much it is worth, before variety is looked at.
  var score: Int

  var stemText: String { stem.plain }

  /// The stem with the cue behind the gap, or behind the question.
  var cuedStem: RichText {
    guard let cue else { return stem }
    var runs = stem.runs
    if let gap = runs.firstIndex(of: .gap(0)),
      case .text(let tail, let style)? = runs[gap...].dropFirst().first
    {
      runs[gap + 1] = .text(" (\(cue))" + tail, style)
    } else if case .text(let text, let style)? = runs.last {
      runs[runs.count - 1] = .text(text + " (\(cue))", style)
    }
    return RichText(runs: runs)
  }
}

/// Makes stems and keys in a safe way: what would be ambiguous comes out as nil.
enum DraftWording {
  /// The content words of a text, in lower case, in order.
  static func content(_ text: String) -> [String] {
    DraftTokenizer.words(of: text).filter { $0.kind != .mark }
      .map { $0.isPossessive ? $0.plain.lowercased() : $0.lower }
      .filter {
        !DraftGrammar.functionWords.contains($0)
          && ($0.utf8.count > 2 || $0.first?.isNumber ?? false)
      }
  }

  /// A stem's first word with a capital.
  static func question(_ text: String) -> String {
    var text = text
    // `What has returned, and a survey logged dozens`: a lone comma before `and` opens another statement.
    let parts = text.split(separator: ", ", omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].hasPrefix("and ") { text = String(parts[0]) }
    while let last = text.last, " ,;:.–—".contains(last) { text.removeLast() }
    return DraftClause.raised(text) + "?"
  }

  /// True where the key, or most of it, stands in the stem.
  static func givesAway(_ key: String, in stem: String) -> Bool {
    let words = content(key)
    guard !words.isEmpty else { return true }
    let stem = Set(content(stem).map(root))
    return words.contains { stem.contains(root($0)) && $0.utf8.count > 3 }
  }

  /// A word without its ending, for comparing `province` with `provinces`.
  static func root(_ word: String) -> String {
    guard word.utf8.count > 5 else {
      return word.utf8.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
    }
    for end in ["ies", "ing", "ed", "es", "s", "e", "y"] where word.hasSuffix(end) {
      return String(word.dropLast(end.utf8.count))
    }
    return word
  }

  /// True where a pronoun stands in a stem before anything that it could stand for.
  static func leans(_ stem: String) -> Bool {
    let words = DraftTokenizer.words(of: stem)
    var marked = words
    for index in marked.indices { marked[index].isName = index > 0 && words[index].isCapital }
    // `When it rained, …` is no question.
    guard stem.hasSuffix("?") else { return SentenceReader.leansOnOthers(marked, []) }
    return SentenceReader.leansOnOthers(
      Array(
        marked.drop {
          questionWords.contains($0.lower) || DraftGrammar.auxiliaries.contains($0.lower)
        }), [])
  }

  private static let questionWords: Set<String> = [
    "who", "what", "which", "when", "where", "why", "how", "many", "in", "year", "decade",
    "century", "term", "do", "you", "call", "is", "the", "for",
  ]

  /// A typed answer and the ways in which it may be written.
  static func accepted(_ key: String) -> Accepted {
    var aliases: [String] = []
    let lower = key.lowercased()
    for article in ["the ", "a ", "an "] where lower.hasPrefix(article) {
      aliases.append(String(key.dropFirst(article.count)))
    }
    return Accepted(key, aliases: aliases)
  }

  /// The answer as one typed phrase, where it is a short noun phrase; nil where it is more.
  static func phraseAnswer(_ answer: String) -> Accepted? {
    var words = DraftTokenizer.words(of: answer)
    let possessives: Set<String> = ["its", "their", "his", "her"]
    while words.count > 1, let first = words.first,
      DraftGrammar.articles.contains(first.lower) || possessives.contains(first.lower)
    { words.removeFirst() }
    guard (1...4).contains(words.count), let first = words.first, let last = words.last,
      !DraftGrammar.functionWords.contains(last.lower), last.lower != "such",
      // `drove the garrison underground`
      words.count == 1 || !DraftTerms.whither.contains(last.lower),
      words.allSatisfy({ $0.kind == .word }),
      !words.contains(where: { word in
        DraftGrammar.prepositions.contains(word.lower) && word.lower != "of"
          || DraftGrammar.auxiliaries.contains(word.lower)
          || DraftGrammar.relatives.contains(word.lower)
          || DraftGrammar.conjunctions.contains(word.lower)
          || DraftGrammar.personal.contains(word.lower) || DraftGrammar.isAdverb(word.lower)
          || DraftGrammar.negations.contains(word.lower)
      }), !DraftGrammar.determiners.contains(first.lower),
      DraftVerbs.shared.readings(of: first.lower).allSatisfy({
        $0.form == .participle || $0.form == .past || DraftVerbs.shared.isNounToo($0.lemma)
      })
    else { return nil }
    words[0].isSpaced = false
    let whole = words.running
    var aliases: [String] = []
    // `a lot of ore` is ore.
    if words.count > 2, words[1].lower == "of", measures.contains(words[0].lower) {
      var kept = Array(words[2...])
      kept[0].isSpaced = false
      aliases.append(kept.running)
    }
    // `recent technological advances` is said as `technological advances`, too.
    if words.count >= 3, !DraftRules.isUnique(first.lower),
      !DraftGrammar.determiners.contains(words[words.count - 2].lower),
      !words.contains(where: { $0.lower == "of" || $0.isCapital })
    {
      aliases.append(words.suffix(2).running)
    }
    return Accepted(whole, aliases: aliases)
  }

  private static let measures: Set<String> = [
    "lot", "number", "amount", "series", "variety", "range", "majority", "kind", "type",
    "development", "use", "production", "construction", "growth", "creation", "introduction",
    "hundreds", "thousands", "dozens", "tens", "millions",
  ]

  /// A name with its numeral, as one typed answer: `Nord Stream 2`; nil where it is none.
  static func nameAnswer(_ answer: String) -> Accepted? {
    var words = DraftTokenizer.words(of: answer)[...]
    if let first = words.first, DraftGrammar.articles.contains(first.lower) {
      words = words.dropFirst()
    }
    guard (1...5).contains(words.count), words.contains(where: \.isCapital),
      words.contains(where: {
        $0.kind == .number
          || ["first", "second", "third", "i", "ii", "iii", "iv"].contains($0.lower)
      }),
      words.allSatisfy({ $0.isCapital || $0.kind == .number })
    else { return nil }
    return accepted(answer)
  }
}
