/// One item, read so that any number of responses to it can be graded.
package struct ItemGrader: Sendable {
  let item: Item
  let pack: PackKnowledge
  /// What this learner marked right himself before.
  var aliases: [String] = []
  /// Compares with the keys of this item, minding those of the others.
  let matcher: TextMatcher
  /// For each answer that is judged by itself, a judge: the text, the number, the gaps.
  let judges: [AnswerJudge]
  /// The answers of each part of a list, a sequence or a text with gaps.
  let keys: [[PreparedKey]]
  /// The same for parts that are typed in one line; nil for other kinds.
  let listKeys: ListKeys?
  /// What a list must not be cut within.
  let protected: [ProtectedAnswers]
  /// The texts of what is lettered, read.
  let options: [PreparedKey]
  let rubric: PreparedRubric?

  init(_ item: Item, _ pack: PackKnowledge) {
    self.item = item
    self.pack = pack
    let parts = item.kind.answersOfParts
    let own = parts.isEmpty ? ItemGrader.single(item.kind, pack.map).map { [$0] } ?? [] : parts
    let matcher = TextMatcher(
      knowledge: pack.knowledge(own: own, owner: item.id), marking: item.marking)
    self.matcher = matcher
    keys = own.map { $0.all.map(matcher.prepared) }
    judges = ItemGrader.judges(item.kind, matcher, pack, keys: keys)
    listKeys =
      item.kind.isGivenAsList ? ListKeys(keys, knowledge: matcher.knowledge) : nil
    protected =
      item.kind.isGivenAsList
      ? [ProtectedAnswers(own.flatMap(\.all), knowledge: matcher.knowledge), pack.protected] : []
    options = ItemGrader.options(of: item.kind, pack.map).map(pack.plainMatcher.prepared)
    rubric =
      if case .open(let rubric) = item.kind {
        PreparedRubric(rubric, knowledge: pack.plainKnowledge)
      } else { nil }
  }

  /// The accepted answers of a kind that has one answer.
  private static func single(_ kind: ItemKind, _ map: GeoMap?) -> Accepted? {
    switch kind {
    case .text(let accepted): accepted
    case .map(.name(let feature)): map?.feature(feature)?.names ?? Accepted(feature.rawValue)
    case .choice, .selection, .trueFalse, .number, .list, .ordering, .matching, .cloze, .map,
      .chain, .open:
      nil
    }
  }

  private static func judges(
    _ kind: ItemKind, _ matcher: TextMatcher, _ pack: PackKnowledge, keys: [[PreparedKey]]
  ) -> [AnswerJudge] {
    switch kind {
    case .text, .map, .cloze: return keys.map { AnswerJudge(matcher: matcher, accepted: $0) }
    case .number(let key):
      // A number is no slip from another item's.
      var matcher = matcher
      matcher.knowledge = pack.plainKnowledge
      return [AnswerJudge(matcher: matcher, accepted: key.written.all)]
    case .choice, .selection, .trueFalse, .list, .ordering, .matching, .chain, .open: return []
    }
  }

  private static func options(of kind: ItemKind, _ map: GeoMap?) -> [String] {
    switch kind {
    case .choice(let options, _), .selection(let options, _): options.map(\.text.plain)
    case .map(.pick(let feature)): map?.choices(for: feature).map(\.name) ?? []
    case .map(.borders(let feature)): map?.neighbourChoices(for: feature).map(\.name) ?? []
    case .trueFalse, .text, .number, .list, .ordering, .matching, .cloze, .map, .chain, .open: []
    }
  }

  /// Grades one response.
  ///
  /// `form` says how the item was put: what letters mean, and what was asked of a chain. `aliases`
  /// are what this learner marked right himself before.
  package func grade(
    _ response: String, as form: AskedForm, aliases: [String] = []
  ) -> Grading {
    var grader = self
    grader.aliases = aliases
    return grader.graded(response, form)
  }

  private func graded(_ response: String, _ form: AskedForm) -> Grading {
    switch item.kind {
    case .choice(let options, let key): choice(response, options, key: key, form)
    case .selection(let options, let keys): selection(response, options, keys: keys, form)
    case .trueFalse(let key): truth(response, key: key)
    case .text: .verdict(text(response))
    case .number(let key): number(response, key)
    case .list(let parts, let need):
      .verdict(list(response, parts, need: need, ordered: false))
    case .ordering(let steps): ordering(response, steps, form)
    case .matching(let matching): self.matching(response, matching, form)
    case .cloze(let gaps, let anyOrder): .verdict(cloze(response, gaps, anyOrder: anyOrder))
    case .map(let question): map(response, question, form)
    case .chain(let links): chain(response, links, form)
    case .open: .verdict(open(response))
    }
  }

  /// The judge of one of the answers, who also knows what this learner calls right.
  func judge(_ place: Int) -> AnswerJudge {
    var judge = judges[place]
    judge.aliases = prepared(aliases)
    return judge
  }

  func prepared(_ texts: [String]) -> [PreparedKey] { texts.map(matcher.prepared) }

  // MARK: Text and map names

  private func text(_ response: String) -> Verdict {
    var judgement = judge(0).judge(response)
    if judgement.match.level == .wrong, judgement.match.rule != .rejected, copiesStem(response) {
      judgement.match = .wrong(.stemCopied)
    }
    if judgement.match.level.isRight, namesInitialsOfStem(response) {
      judgement.match = .wrong(.stemCopied)
    }
    return judgement.verdict(of: response, lexicon: pack.lexicon)
  }

  private func copiesStem(_ response: String) -> Bool {
    let words = { (text: String) in Phrase(text, lexicon: pack.lexicon).terms.map(\.text) }
    let given = words(response)
    guard given.count >= 4, case .paragraph(let stem)? = item.stem.first else { return false }
    return words(stem.plain).firstRange(of: given) != nil
  }

  /// Whether a response is nothing but initials that stand in the question, which may ask what they
  /// mean, and its author does not accept them.
  private func namesInitialsOfStem(_ response: String) -> Bool {
    // Four letters with a point behind each.
    guard response.utf8.count <= 8, case .text(let accepted) = item.kind,
      case .paragraph(let stem)? = item.stem.first
    else { return false }
    let letters = response.filter(\.isLetter)
    guard (2...4).contains(letters.count), !response.trimmedOfSpaces.contains(" ") else {
      return false
    }
    let isInitials = { (word: Substring) in
      word.allSatisfy { $0.isUppercase || $0 == "." }
        && word.filter(\.isLetter) == letters.uppercased()
    }
    return stem.plain.split(whereSeparator: { !$0.isLetter && $0 != "." }).contains(
      where: isInitials)
      && !accepted.all.contains { $0.filter(\.isLetter).uppercased() == letters.uppercased() }
  }

  private func map(_ response: String, _ question: MapQuestion, _ form: AskedForm) -> Grading {
    guard let map = pack.map else {
      return .unreadable(reason: "the map of this item could not be read")
    }
    switch question {
    case .name: return .verdict(text(response))
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
    case .list, .ordering, .chain, .cloze: answersOfParts
    case .choice, .selection, .trueFalse, .number, .matching, .map, .open: []
    }
  }

  /// The answers of each part that is typed; none where the answer is one.
  fileprivate var answersOfParts: [Accepted] {
    switch self {
    case .list(let parts, _), .ordering(let parts), .chain(let parts): parts
    case .cloze(let gaps, _): gaps
    case .choice, .selection, .trueFalse, .text, .number, .matching, .map, .open: []
    }
  }

  /// Whether parts are typed in one line, with separators between them.
  fileprivate var isGivenAsList: Bool {
    switch self {
    case .list, .ordering, .chain: true
    case .cloze(let gaps, let anyOrder): anyOrder && gaps.count > 1
    case .choice, .selection, .trueFalse, .text, .number, .matching, .map, .open: false
    }
  }
}
