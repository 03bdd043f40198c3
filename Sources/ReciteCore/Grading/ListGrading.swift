/// Lists: each part counts by itself, in any order or in the author's.
struct ListGrader: Sendable {
  let matcher: TextMatcher
  let items: [Accepted]
  /// The answers of each item, read.
  let keys: [[PreparedKey]]
  var need: Int?
  var isOrdered = false
  var aliases: [PreparedKey] = []
  /// What a response must not be cut within.
  let protected: [ProtectedAnswers]

  /// One part of the response and the item it is, if any.
  private struct Hit {
    var part: String
    var item: Int?
    var match: Match
    var key: String?
    /// Whose it is, where it is another item's answer.
    var owner: ItemID?
  }

  /// Grades a response.
  ///
  /// Credit is min(hits, k) ÷ max(k, min(hits, k) + distinct wrong), k what is asked for; in a list
  /// of fixed order hits are the longest run of parts that stand in that order.
  func grade(_ response: String) -> Verdict {
    guard !items.isEmpty else { return Verdict(outcome: .wrong, credit: 0, rule: .parts) }
    let hits = hits(in: response)
    let asked = max(1, min(need ?? items.count, items.count))
    let found = distinct(hits.compactMap(\.item))
    let wrong = hits.filter { $0.item == nil }.count
    var counted = found.count
    if isOrdered { counted = Self.longestRun(found) }
    counted = min(counted, asked)
    let given = isOrdered ? found.count + wrong : counted + wrong
    let credit = Double(counted) / Double(max(asked, given))
    var verdict = Verdict(
      outcome: .of(credit), credit: credit, rule: isOrdered ? .order : .parts,
      parts: parts(hits, found, asked: asked))
    if hits.isEmpty { verdict.rule = .empty }
    if verdict.outcome == .correct { describe(&verdict, hits) }
    if let confused = hits.first(where: { $0.item == nil && $0.match.rule == .otherAnswer }),
      let key = confused.key
    {
      verdict.confusion = Confusion(answer: key, item: confused.owner)
    }
    return verdict
  }

  /// A full list takes the outcome of its weakest part.
  private func describe(_ verdict: inout Verdict, _ hits: [Hit]) {
    let worst = hits.filter { $0.item != nil }.map(\.match.level).max() ?? .same
    if worst == .spelling { verdict.outcome = .spelling }
    if worst == .form { verdict.outcome = .form }
    if hits.count == 1, items.count == 1, let only = hits.first { verdict.rule = only.match.rule }
  }

  private func distinct(_ indices: [Int]) -> [Int] {
    indices.reduce(into: []) { found, index in if !found.contains(index) { found.append(index) } }
  }

  /// The length of the longest rising subsequence.
  static func longestRun(_ places: [Int]) -> Int {
    var best: [Int] = []
    for place in places {
      if let spot = best.firstIndex(where: { $0 >= place }) {
        best[spot] = place
      } else {
        best.append(place)
      }
    }
    return best.count
  }

  // MARK: Parts

  private func hits(in response: String) -> [Hit] {
    let splitter = ListSplitter(protected: protected, knowledge: matcher.knowledge)
    var hits: [Hit] = []
    var seen: Set<String> = []
    for part in splitter.parts(of: String(response.prefix(4000))).prefix(100) {
      let pieces = part.isDenied ? [] : segmented(part.text)
      for piece in pieces {
        let key = Phrase(piece, lexicon: matcher.knowledge.lexicon).terms.map(\.text).joined(
          separator: " ")
        guard seen.insert(key).inserted else { continue }
        hits.append(judged(piece))
      }
    }
    return withoutRepeats(hits)
  }

  /// A second wording of a part that was given already is free.
  private func withoutRepeats(_ hits: [Hit]) -> [Hit] {
    var seen: Set<Int> = []
    return hits.filter { hit in hit.item.map { seen.insert($0).inserted } ?? true }
  }

  private func judged(_ piece: String) -> Hit {
    var best = Hit(part: piece, item: nil, match: .wrong(.different), key: nil)
    let typed = matcher.typed(piece)
    for (index, answers) in keys.enumerated() {
      for answer in answers {
        let match = matcher.match(typed, with: answer, givingReason: false)
        if match.level.isRight, match.isBetter(than: best.match) {
          best = Hit(part: piece, item: index, match: match, key: answer.text)
        }
      }
    }
    if best.item == nil,
      aliases.contains(where: {
        matcher.match(typed, with: $0, givingReason: false).level <= .form
      })
    {
      return best
    }
    let isDoubtful = best.item == nil || best.match.level == .spelling
    guard isDoubtful else { return best }
    for other in matcher.knowledge.others.candidates(for: typed)
    where abs(other.text.utf8.count - piece.utf8.count) <= 3 {
      let match = matcher.match(typed, with: matcher.prepared(other.text), givingReason: false)
      guard match.level.isRight, match.isBetter(than: best.match) else { continue }
      return Hit(
        part: piece, item: nil, match: .wrong(.otherAnswer), key: other.text, owner: other.item)
    }
    return best
  }

  /// Cuts a part that holds several answers without a separator; itself where it does not.
  private func segmented(_ text: String) -> [String] {
    let typed = matcher.typed(text)
    if keys.contains(where: { answers in
      answers.contains {
        matcher.match(typed, with: $0, givingReason: false).level <= .spelling
      }
    }) {
      return [text]
    }
    let phrase = Phrase(
      text, lexicon: matcher.knowledge.lexicon, commaDecimals: matcher.knowledge.commaDecimals)
    let tokens = phrase.tokens.filter { $0.kind != .mark }
    guard tokens.count > 1, tokens.count <= 24 else { return [text] }
    guard
      let cuts = cover(
        tokens.count,
        { range in
          let piece = phrase.original(
            of: tokens[range.lowerBound].range
              .lowerBound..<tokens[range.upperBound - 1].range.upperBound)
          let typed = matcher.typed(piece)
          return keys.contains { answers in answers.contains { strictly(typed, $0) } }
        })
    else { return [text] }
    return cuts.map { range in
      phrase.original(
        of: tokens[range.lowerBound].range
          .lowerBound..<tokens[range.upperBound - 1].range.upperBound)
    }
  }

  private func strictly(_ piece: TypedAnswer, _ answer: PreparedKey) -> Bool {
    let match = matcher.match(piece, with: answer, givingReason: false)
    return match.level <= .spelling && match.rule != .longerAnswer
  }

  /// A row of runs, each of which is an answer; words that are none stand by themselves if few.
  private func cover(_ count: Int, _ isAnswer: (Range<Int>) -> Bool) -> [Range<Int>]? {
    var best: [(hits: Int, loose: Int, runs: [Range<Int>])] = [(0, 0, [])]
    for end in 1...count {
      var option = best[end - 1]
      option.loose += 1
      option.runs.append(end - 1..<end)
      for start in max(0, end - 5)..<end where isAnswer(start..<end) {
        let before = best[start]
        if before.hits + 1 > option.hits
          || before.hits + 1 == option.hits && before.loose < option.loose
        {
          option = (before.hits + 1, before.loose, before.runs + [start..<end])
        }
      }
      best.append(option)
    }
    guard let last = best.last, last.hits >= 2, last.loose <= last.hits else { return nil }
    return last.runs
  }

  private func parts(_ hits: [Hit], _ found: [Int], asked: Int) -> [VerdictPart] {
    var parts: [VerdictPart] = []
    for hit in hits {
      if let item = hit.item {
        let outcome: Verdict.Outcome =
          hit.match.level == .spelling ? .spelling : hit.match.level == .form ? .form : .correct
        let slip =
          outcome == .spelling
          ? SlipFinder.slip(
            typed: hit.part, key: hit.key ?? items[item].key, lexicon: matcher.knowledge.lexicon)
          : nil
        parts.append(
          VerdictPart(state: .right(outcome), key: items[item].key, typed: hit.part, slip: slip))
      } else {
        parts.append(VerdictPart(state: .extra, key: nil, typed: hit.part))
      }
    }
    guard found.count < asked else { return parts }
    for (index, item) in items.enumerated() where !found.contains(index) {
      parts.append(VerdictPart(state: .missing, key: item.key, typed: nil))
    }
    return parts
  }
}

extension ItemGrader {
  func list(_ response: String, _ parts: [Accepted], need: Int?, ordered: Bool) -> Verdict {
    ListGrader(
      matcher: matcher, items: parts, keys: keys, need: need, isOrdered: ordered,
      aliases: prepared(aliases), protected: protected
    ).grade(response)
  }
}
