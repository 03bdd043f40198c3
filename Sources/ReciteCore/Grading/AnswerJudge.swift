/// Judges one answer: against what is accepted, what is refused, and what other items ask for.
struct AnswerJudge: Sendable {
  /// What was found out about one answer.
  struct Judgement: Sendable {
    var match: Match
    /// The accepted answer that the response is, or lies near.
    var key: String?
    var confusion: Confusion?
    var feedback: RichText?
  }

  /// A wrong answer that the author names.
  private struct Refused: Sendable {
    var key: PreparedKey
    var feedback: RichText?
  }

  var matcher: TextMatcher
  let accepted: [PreparedKey]
  /// What the learner once marked right himself.
  var aliases: [PreparedKey]
  private let refused: [Refused]
  /// What an answer must not contain, as canonical words.
  private let unwanted: [[String]]

  private var others: OtherAnswers { matcher.knowledge.others }

  /// Reads what is accepted and what the matcher's marking refuses.
  init(matcher: TextMatcher, accepted: [PreparedKey], aliases: [PreparedKey] = []) {
    self.matcher = matcher
    self.accepted = accepted
    self.aliases = aliases
    refused = matcher.marking.rejected.flatMap { rejected in
      rejected.accepted.all.map {
        Refused(key: matcher.prepared($0), feedback: rejected.feedback)
      }
    }
    unwanted = matcher.marking.mustNotContain.map {
      Phrase($0, lexicon: matcher.knowledge.lexicon).terms.map(\.text)
    }
  }

  init(matcher: TextMatcher, accepted: [String]) {
    self.init(matcher: matcher, accepted: accepted.map(matcher.prepared))
  }

  /// The margin of distance within which two answers count as equally near.
  private static let margin = 0.3

  func judge(_ response: String) -> Judgement {
    guard response.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return Judgement(match: .wrong(.empty))
    }
    let typed = matcher.typed(response)
    if let refused = rejected(typed) { return refused }
    if let spoiled = spoiled(response) { return spoiled }
    var best = bestMatch(typed)
    if best.match.level > .form, let alias = aliased(typed) { return alias }
    if best.match.level == .spelling || best.match.level == .close { applySpellingSetting(&best) }
    return comparedWithOthers(best, typed)
  }

  private func bestMatch(_ typed: TypedAnswer) -> Judgement {
    var best = Judgement(match: .wrong(.different))
    for answer in accepted {
      let match = matcher.match(typed, with: answer, givingReason: best.key == nil)
      if best.key == nil || match.isBetter(than: best.match) {
        best.match = match
        best.key = answer.text
      }
      if match.level == .same { break }
    }
    return best
  }

  private func rejected(_ typed: TypedAnswer) -> Judgement? {
    for refused in refused {
      let match = matcher.match(typed, with: refused.key, givingReason: false)
      guard match.level <= .spelling,
        ![.longerAnswer, .headOfName, .surname].contains(match.rule)
      else { continue }
      if bestMatch(typed).match.isBetter(than: match) { continue }
      return Judgement(
        match: .wrong(.rejected), confusion: Confusion(answer: refused.key.text, item: nil),
        feedback: refused.feedback)
    }
    return nil
  }

  private func spoiled(_ response: String) -> Judgement? {
    guard !unwanted.isEmpty else { return nil }
    let words = Phrase(response, lexicon: matcher.knowledge.lexicon).terms.map(\.text)
    let isSpoiled = unwanted.contains { !$0.isEmpty && words.firstRange(of: $0) != nil }
    return isSpoiled ? Judgement(match: .wrong(.spoiled)) : nil
  }

  private func aliased(_ typed: TypedAnswer) -> Judgement? {
    let isKnown = aliases.contains {
      matcher.match(typed, with: $0, givingReason: false).level <= .form
    }
    guard isKnown else { return nil }
    return Judgement(match: Match(level: .form, rule: .learnerAlias), key: accepted.first?.text)
  }

  private func applySpellingSetting(_ judgement: inout Judgement) {
    switch matcher.marking.spelling {
    case .tolerant: return
    case .exact: judgement.match = .wrong(.spellingExact)
    case .off:
      if judgement.match.level == .spelling { judgement.match.rule = .spellingOff }
    }
  }

  /// Rules that leave room for doubt whose answer it is.
  private static let doubtful: Set<GradingRule> = [
    .spelling, .spellingOff, .nearSpelling, .longerAnswer, .headOfName, .surname, .wordOrder,
    .spacing,
  ]

  private func comparedWithOthers(_ best: Judgement, _ typed: TypedAnswer) -> Judgement {
    let isWrong = best.match.level == .wrong
    guard isWrong || Self.doubtful.contains(best.match.rule) else { return best }
    var judgement = best
    let size = typed.text.utf8.count
    var nearest = Double.infinity
    let nearby = others.candidates(
      for: ResponseForms(typed, matcher.knowledge, longest: others.longest),
      reach: reach(of: best.match))
    for other in nearby {
      guard abs(other.text.utf8.count - size) <= 4 || size < 200 && mayHold(typed.text, other.text)
      else { continue }
      let match = matcher.match(typed, with: matcher.prepared(other.text), givingReason: false)
      guard match.level < .wrong, let verdict = verdict(best.match, against: match) else {
        continue
      }
      let distance = Double(match.level.rawValue) + match.distance
      guard distance < nearest else { continue }
      nearest = distance
      judgement.match = verdict
      if verdict.level == .wrong {
        judgement.confusion = Confusion(answer: other.text, item: other.item)
      }
    }
    return judgement
  }

  /// How near another answer must lie to change anything: see `verdict(_:against:)`.
  private func reach(of ours: Match) -> SpellingIndex.Reach {
    switch ours.rule {
    case _ where ours.level == .wrong: .slips
    case .spelling, .spellingOff, .nearSpelling: .within(ours.distance + Self.margin + 0.001)
    default: .forms
    }
  }

  /// Whether one of two texts may hold the other: they share the start of a word.
  private func mayHold(_ response: String, _ other: String) -> Bool {
    let long = response.utf8.count > other.utf8.count ? response : other
    let short = response.utf8.count > other.utf8.count ? other : response
    let letter = { (byte: UInt8) in (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
    let needle = short.utf8.prefix(4).map(letter)
    guard needle.count == 4 || short.utf8.count < 4 else { return false }
    return long.utf8.map(letter).firstRange(of: needle) != nil
  }

  /// What another answer's match makes of ours; nil where it changes nothing.
  private func verdict(_ ours: Match, against theirs: Match) -> Match? {
    if ours.level == .wrong {
      return theirs.level <= .spelling ? .wrong(.otherAnswer) : nil
    }
    let doubtful = Self.doubtful.contains(theirs.rule)
    if theirs.level <= .form, !doubtful { return .wrong(.otherAnswer) }
    switch ours.rule {
    case .spelling, .spellingOff, .nearSpelling:
      guard theirs.level == .spelling || theirs.level == .close else { return nil }
      if theirs.distance < ours.distance { return .wrong(.nearerOther) }
      if theirs.distance <= ours.distance + Self.margin, ours.level == .spelling {
        return Match(level: .close, rule: .betweenAnswers, distance: ours.distance)
      }
      return nil
    case .longerAnswer:
      return theirs.rule == .longerAnswer && theirs.range != ours.range ? .wrong(.hedged) : nil
    case .surname, .headOfName:
      return theirs.rule == ours.rule ? Match(level: .close, rule: .betweenAnswers) : nil
    default: return nil
    }
  }
}

extension AnswerJudge.Judgement {
  /// The judgement of a single answer as a verdict.
  func verdict(of response: String, lexicon: Lexicon) -> Verdict {
    let outcome: Verdict.Outcome =
      switch match.level {
      case .same: .correct
      case .form: .form
      case .spelling: match.rule == .spellingOff ? .correct : .spelling
      case .close: .close
      case .wrong: .wrong
      }
    var verdict = Verdict(
      outcome: outcome, credit: outcome.isRight ? 1 : outcome == .close ? 0.5 : 0, rule: match.rule,
      matched: match.level == .wrong ? nil : key, confusion: confusion, feedback: feedback)
    if outcome == .spelling, let key {
      verdict.slip = SlipFinder.slip(typed: response, key: key, lexicon: lexicon)
    }
    return verdict
  }
}
