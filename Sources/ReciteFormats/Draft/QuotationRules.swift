import ReciteCore

/// Who said what, where a document quotes somebody whom it names.
extension DraftRules {
  private static let saying: Set<String> = [
    "said", "says", "wrote", "writes", "added", "adds", "argued", "argues", "warned", "warns",
    "explained", "explains", "told", "noted", "notes", "insisted", "insists", "recalled",
    "recalls", "testified", "concluded", "declared", "complained", "remarked", "observed",
  ]
  private static let marks: [String: String] = ["“": "”", "\"": "\""]
  private static let longest = 34

  /// `“The limit is dead,” Hansen said` asks who said it.
  mutating func quotation(_ sentence: AnalysedSentence, _ index: Int) {
    guard let (quote, speaker) = quoted(sentence), quote.count >= 7 else { return }
    let text = quote.running
    let whole = speaker.range.count == 1 ? wholeNames[speaker.text] ?? speaker.text : speaker.text
    guard !DraftWording.givesAway(whole, in: text) else { return }
    var name = speaker
    name.text = whole
    let stem = "Who is quoted as saying: “\(text)”?"
    let before = proposals.count
    choiceOrText(
      .name, sentence, stem, key: whole, mention: name, index,
      score: 48 + min(4, DraftWording.content(text).count / 3))
    guard proposals.count > before, case .text = proposals[before].kind else { return }
    proposals[before].kind = .text(
      Accepted(whole, aliases: whole == speaker.text ? [] : [speaker.text]))
  }

  /// True where all that is personal stands between the marks, and who says it is named.
  func isQuotation(_ sentence: AnalysedSentence) -> Bool {
    guard let (quote, _) = quoted(sentence) else { return false }
    func count(_ words: [DraftWord]) -> Int {
      words.count { DraftGrammar.firstAndSecond.contains($0.lower) }
    }
    return count(quote) == count(sentence.words)
  }

  /// True where a sentence reports in its own words, with no more than a few of another's in marks.
  func isReport(_ sentence: AnalysedSentence) -> Bool {
    let marks = sentence.words.filter { $0.kind == .mark && ["“", "”", "\""].contains($0.text) }
    return !sentence.reasons.contains(.personal) && (marks.isEmpty || marks.count == 2)
      && sentence.words.first?.kind == .word
  }

  /// The words between a sentence's only quotation marks, and who says them.
  private func quoted(
    _ sentence: AnalysedSentence
  ) -> (quote: [DraftWord], speaker: DraftMention)? {
    let words = sentence.sentence.words
    guard let open = words.firstIndex(where: { Self.marks[$0.text] != nil && $0.kind == .mark }),
      let mark = Self.marks[words[open].text],
      let close = words[(open + 1)...].firstIndex(where: { $0.isMark(mark) }),
      !words[(close + 1)...].contains(where: { $0.isMark(mark) || Self.marks[$0.text] != nil })
    else { return nil }
    var quote = Array(words[(open + 1)..<close])
    while let last = quote.last, last.kind == .mark { quote.removeLast() }
    guard (4...Self.longest).contains(quote.count), let first = quote.first, first.isCapital,
      let speaker = speaker(of: words, open, close), Self.standsAlone(quote)
    else { return nil }
    quote[0].isSpaced = false
    return (quote, speaker)
  }

  /// The name beside the verb of saying, outside the quotation; nil where there is none.
  private func speaker(of words: [DraftWord], _ open: Int, _ close: Int) -> DraftMention? {
    let outside = Array(words[..<open]) + Array(words[(close + 1)...])
    let cut = close - open + 1
    guard
      let verb = outside.firstIndex(where: { Self.saying.contains($0.lower) && !$0.isCapital })
    else { return nil }
    // The verb stands beside the quotation: `Hansen said …`, `said Mann, a …`.
    let place = verb < open ? verb : verb + cut
    guard place < open ? open - place <= 6 : place - close <= 5 else { return nil }
    let found = analysis.names.mentions(in: words, taken: [])
    return found.first { mention in
      guard case .name(let kind) = mention.kind, kind == .person || kind == .other,
        !mention.range.overlaps(open..<close + 1), !words[mention.range.upperBound - 1].isPossessive
      else { return false }
      if mention.range.upperBound == place { return kind == .person || mention.range.count <= 3 }
      // `he told Fox News`: who is told says nothing.
      return mention.range.lowerBound == place + 1 && words[place].lower != "told"
        && (kind == .person || mention.range.count <= 3 && mention.range.count > 1)
    }
  }

  /// True for words that tell their reader something without what was said before.
  private static func standsAlone(_ quote: [DraftWord]) -> Bool {
    guard let first = quote.first,
      ![
        "and", "but", "so", "that", "which", "he", "she", "it", "they", "this", "these", "those",
        "because", "there", "that's", "it's", "he's", "she's", "they're", "yes", "no", "well",
      ]
      .contains(first.lower)
    else { return false }
    return DraftWording.content(quote.running).count >= 3
      && !SentenceReader.leansOnOthers(quote, [])
  }

  /// Names of two words and more by their last one, where it belongs to one alone.
  static func wholeNames(_ names: some Sequence<String>) -> [String: String] {
    var whole: [String: Set<String>] = [:]
    for name in names {
      let words = name.split(separator: " ")
      guard words.count > 1, let last = words.last else { continue }
      whole[String(last), default: []].insert(name)
    }
    return whole.compactMapValues { names in
      guard let shortest = names.min(by: { ($0.count, $0) < ($1.count, $1) }),
        names.allSatisfy({ $0.hasSuffix(shortest) })
      else { return nil }
      return shortest
    }
  }
}
