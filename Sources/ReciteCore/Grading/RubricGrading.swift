/// Open answers: each of the author's points is looked for, clause by clause.
struct PreparedRubric: Sendable {
  private let rubric: Rubric
  private let knowledge: Knowledge
  /// The points' phrases, read.
  private let points: [WantedPoint]

  init(_ rubric: Rubric, knowledge: Knowledge) {
    self.rubric = rubric
    self.knowledge = knowledge
    let phrases = PhraseReader(knowledge: knowledge)
    points = rubric.points.map(phrases.wanted)
  }

  func verdict(_ response: String) -> Verdict {
    let reader = RubricReader(response, knowledge: knowledge)
    guard !reader.words.isEmpty, !reader.isKeywordsOnly else {
      return Verdict(
        outcome: .wrong, credit: 0, rule: reader.words.isEmpty ? .empty : .keywordsOnly,
        parts: rubric.parts([]))
    }
    let finder = PhraseFinder(reader: reader)
    let met = points.map { finder.words(meeting: $0) }
    let credit = rubric.credit(met: met.map { $0 != nil })
    return Verdict(
      outcome: .of(credit), credit: credit, rule: .points, parts: rubric.parts(met))
  }
}

extension ItemGrader {
  /// The verdict on an open answer to which a second line was added.
  ///
  /// A point that was met or claimed stays so. A missing one is met where the addition makes it by
  /// itself, or together with what was written first.
  package func verdict(
    adding addition: String, to response: String, _ first: Verdict
  ) -> Verdict {
    guard case .open(let rubric) = item.kind else { return first }
    let tries = [addition, response + ". " + addition].map { text -> [VerdictPart] in
      guard case .verdict(let verdict) = grade(text, as: AskedForm()) else {
        return []
      }
      return verdict.parts
    }
    var verdict = first
    for index in verdict.parts.indices where verdict.parts[index].state == .missing {
      for parts in tries where parts.indices.contains(index) && parts[index].state != .missing {
        verdict.parts[index] = parts[index]
        break
      }
    }
    verdict.credit = rubric.credit(met: verdict.parts.map { $0.state != .missing })
    verdict.outcome = .of(verdict.credit)
    verdict.rule = .points
    return verdict
  }
}

extension ItemGrader {
  func open(_ response: String) -> Verdict {
    rubric?.verdict(response) ?? Verdict(outcome: .wrong, credit: 0, rule: .points)
  }
}

extension Rubric {
  /// The credit, 0...1, of an answer that makes some of the points, each told whether it is met.
  func credit(met: [Bool]) -> Double {
    if let need { return min(1, Double(met.count { $0 }) / Double(max(1, need))) }
    let total = points.reduce(0) { $0 + max(1, $1.weight) }
    let won = zip(points, met).reduce(0) { $0 + ($1.1 ? max(1, $1.0.weight) : 0) }
    return total == 0 ? 0 : Double(won) / Double(total)
  }

  /// The points, each met or missing, with the words that met it.
  func parts(_ met: [String?]) -> [VerdictPart] {
    points.enumerated().map { index, point in
      let words = index < met.count ? met[index] : nil
      return VerdictPart(
        state: words == nil ? .missing : .right(.correct), key: point.label, typed: words)
    }
  }
}

extension RubricPoint {
  /// A point as it is shown: the first phrase of each of its groups, so that an author can make
  /// them read on; `…` stands where a stem is open.
  var label: String {
    (any.first?.groups ?? []).compactMap(\.first)
      .map { $0.hasSuffix("*") ? $0.dropLast() + "…" : $0 }
      .joined(separator: " ")
  }
}
