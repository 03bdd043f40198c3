/// What is known while one response to one item is graded.
struct Room: Sendable {
  let grader: Grader
  let item: Item
  let pack: Pack?
  let aliases: [String]

  private static let commaLanguages: Set<String> = [
    "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv", "da", "nb", "no", "fi", "cs", "tr", "uk",
    "hu", "ro", "bg", "el", "sk", "sl", "hr", "sr", "id", "vi",
  ]

  func matcher(_ others: [AnswerJudge.Other], marking: Marking? = nil) -> TextMatcher {
    var knowledge = Knowledge(lexicon: grader.lexicon)
    let language = pack?.language.prefix { $0 != "-" && $0 != "_" }.lowercased() ?? "en"
    knowledge.commaDecimals = Self.commaLanguages.contains(language)
    knowledge.synonyms = (pack?.synonyms ?? []).map { synonym in
      synonym.phrases.map { Phrase($0, lexicon: grader.lexicon).terms.map(\.text) }
    }
    knowledge.learnWords(of: others)
    return TextMatcher(knowledge: knowledge, marking: marking ?? item.marking)
  }

  /// The single answers of the pack's other items, without what this item accepts itself.
  func otherAnswers(than own: [Accepted]) -> [AnswerJudge.Other] {
    let mine = Set(own.flatMap(\.all))
    var seen = mine
    var others: [AnswerJudge.Other] = []
    for other in pack?.items ?? [] where other.id != item.id {
      for accepted in other.kind.singleAnswers {
        for text in accepted.all where seen.insert(text).inserted {
          others.append(AnswerJudge.Other(text: text, item: other.id))
        }
      }
    }
    for place in pack?.map?.features ?? [] {
      for text in place.names.all where seen.insert(text).inserted {
        others.append(AnswerJudge.Other(text: text, item: nil))
      }
    }
    return others
  }

  func judge(_ accepted: Accepted, others: [AnswerJudge.Other], aliases: [String] = [])
    -> AnswerJudge
  {
    AnswerJudge(matcher: matcher(others), accepted: accepted.all, aliases: aliases, others: others)
  }

  // MARK: Text and map names

  func text(_ response: String, _ accepted: Accepted) -> Verdict {
    let judge = judge(accepted, others: otherAnswers(than: [accepted]), aliases: aliases)
    var judgement = judge.judge(response)
    if judgement.match.level == .wrong, judgement.match.rule != .rejected, copiesStem(response) {
      judgement.match = .wrong(.stemCopied)
    }
    return judgement.verdict(of: response, accepted: accepted.all, lexicon: grader.lexicon)
  }

  private func copiesStem(_ response: String) -> Bool {
    let words = { (text: String) in
      Phrase(text, lexicon: grader.lexicon).terms.map(\.text)
    }
    let given = words(response)
    guard given.count >= 4, case .paragraph(let stem)? = item.stem.first else { return false }
    return words(stem.plain).firstRange(of: given) != nil
  }

  func map(_ response: String, _ question: MapQuestion, _ form: AskedForm) -> Grading {
    guard let map = pack?.map else {
      return .unreadable(reason: "the map of this item could not be read")
    }
    switch question {
    case .name(let feature):
      let accepted = map.feature(feature)?.names ?? Accepted(feature.rawValue)
      return .verdict(text(response, accepted))
    case .pick(let feature):
      let choices = map.choices(for: feature)
      guard let key = choices.firstIndex(where: { $0.id == feature }) else {
        return .unreadable(reason: "the map of this item lacks the place that is asked for")
      }
      return choice(response, choices.map { Option(RichText($0.name)) }, key: key, form)
    case .borders(let feature):
      let choices = map.neighbourChoices(for: feature)
      let borders = map.feature(feature)?.borders ?? []
      return selection(
        response, choices.map { Option(RichText($0.name)) },
        keys: choices.indices.filter { borders.contains(choices[$0].id) }, form)
    case .each: return .unreadable(reason: "this item stands for several; each is asked by itself")
    }
  }
}

extension ItemKind {
  /// The answers that a learner may type for this kind, for telling one item's from another's.
  var singleAnswers: [Accepted] {
    switch self {
    case .text(let accepted): [accepted]
    case .list(let parts, _), .ordering(let parts), .chain(let parts): parts
    case .cloze(let gaps, _): gaps
    case .choice, .selection, .trueFalse, .number, .matching, .map, .open: []
    }
  }
}
