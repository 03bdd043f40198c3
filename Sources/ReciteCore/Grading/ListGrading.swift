/// Lists: each part counts by itself, in any order or in the author's.
struct ListGrader: Sendable {
  let matcher: TextMatcher
  let items: [Accepted]
  /// The answers of each item, read.
  let keys: ListKeys
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
    if isOrdered { counted = Self.longestRise(found) }
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
  static func longestRise(_ places: [Int]) -> Int {
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
    for part in splitter.parts(of: String(response.prefix(4000))).prefix(100) where !part.isDenied {
      for piece in segmented(part.text) {
        let phrase =
          matcher.knowledge.commaDecimals
          ? Phrase(piece.typed.text, lexicon: matcher.knowledge.lexicon) : piece.typed.phrase
        let key = phrase.terms.map(\.text).joined(separator: " ")
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

  /// An answer of the list, with its forms beside all answers.
  private typealias Piece = (typed: TypedAnswer, forms: ResponseForms)

  private func judged(_ given: Piece) -> Hit {
    let typed = given.typed
    let piece = typed.text
    var best = Hit(part: piece, item: nil, match: .wrong(.different), key: nil)
    for (item, answer) in keys.candidates(for: given.forms) {
      let match = matcher.match(typed, with: answer, givingReason: false)
      if match.level.isRight, match.isBetter(than: best.match) {
        best = Hit(part: piece, item: item, match: match, key: answer.text)
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
    for other in matcher.knowledge.others.candidates(for: given.forms, reach: .slips)
    where abs(other.text.utf8.count - piece.utf8.count) <= 3 {
      let match = matcher.match(typed, with: matcher.prepared(other.text), givingReason: false)
      guard match.level.isRight, match.isBetter(than: best.match) else { continue }
      return Hit(
        part: piece, item: nil, match: .wrong(.otherAnswer), key: other.text, owner: other.item)
    }
    return best
  }

  /// A run of more words is not looked at for an answer.
  private static let longestRun = 5

  /// Cuts a part that holds several answers without a separator; itself where it does not.
  private func segmented(_ text: String) -> [Piece] {
    let typed = matcher.typed(text)
    let whole = (typed, keys.formsBesideOthers(of: typed, matcher.knowledge))
    if keys.candidates(for: whole.1).contains(where: {
      matcher.match(typed, with: $0.key, givingReason: false).level <= .spelling
    }) {
      return [whole]
    }
    let phrase = typed.phrase
    let tokens = phrase.tokens.filter { $0.kind != .mark }
    guard tokens.count > 1, tokens.count <= 24 else { return [whole] }
    let spots = keys.mayStand(in: tokens, longest: Self.longestRun, matcher.knowledge)
    if let spots {
      // At least two answers, and no more loose words than answers.
      let most = Self.mostApart(spots)
      guard most >= 2, tokens.count <= most * (Self.longestRun + 1) else { return [whole] }
    }
    func piece(_ range: Range<Int>) -> TypedAnswer {
      let start = tokens[range.lowerBound].range.lowerBound
      let end = tokens[range.upperBound - 1].range.upperBound
      return matcher.typed(phrase.original(of: start..<end))
    }
    let cuts = cover(tokens.count) { range in
      if let spots,
        !spots.contains(where: {
          range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound
        })
      {
        return false
      }
      let typed = piece(range)
      return keys.candidates(for: keys.forms(of: typed, matcher.knowledge)).contains {
        strictly(typed, $0.key)
      }
    }
    guard let cuts else { return [whole] }
    return cuts.map(piece).map { ($0, keys.formsBesideOthers(of: $0, matcher.knowledge)) }
  }

  /// How many of some ranges, in the order of their starts, can be taken that do not overlap.
  private static func mostApart(_ ranges: [Range<Int>]) -> Int {
    var count = 0
    var end = 0
    for range in ranges.sorted(by: { $0.upperBound < $1.upperBound })
    where range.lowerBound >= end {
      count += 1
      end = range.upperBound
    }
    return count
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
      for start in max(0, end - Self.longestRun)..<end where isAnswer(start..<end) {
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
    guard let listKeys else { return Verdict(outcome: .wrong, credit: 0, rule: .parts) }
    return ListGrader(
      matcher: matcher, items: parts, keys: listKeys, need: need, isOrdered: ordered,
      aliases: prepared(aliases), protected: protected
    ).grade(response)
  }
}
