/// Open answers: each point of the author's is looked for, clause by clause.
struct RubricGrader: Sendable {
  let knowledge: Knowledge

  /// Words of the response that met each point; nil for a point not met.
  func met(_ response: String, _ points: [RubricPoint]) -> [String?] {
    let folded = FoldedText(response, lexicon: knowledge.lexicon, limit: 40_000)
    let tokens = Tokenizer.tokens(of: folded, commaDecimals: knowledge.commaDecimals)
    let words = tokens.filter { $0.kind != .mark }.map(\.text)
    return points.map { point in
      point.any.contains { requirement in
        requirement.groups.allSatisfy { group in
          group.contains { phrase in holds(words, phrase) }
        }
      } ? response : nil
    }
  }

  private func holds(_ words: [String], _ phrase: String) -> Bool {
    let parts = Tokenizer.tokens(
      of: FoldedText(phrase, lexicon: knowledge.lexicon), commaDecimals: false
    ).filter { $0.kind != .mark }.map(\.text)
    return !parts.isEmpty && words.firstRange(of: parts) != nil
  }
}

extension Room {
  func open(_ response: String, _ rubric: Rubric) -> Verdict {
    let met = RubricGrader(knowledge: matcher([]).knowledge).met(response, rubric.points)
    return rubric.verdict(met)
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

  /// The verdict over points met, each with the words that met it.
  func verdict(_ met: [String?]) -> Verdict {
    let credit = credit(met: met.map { $0 != nil })
    let parts = zip(points, met).map { point, words in
      VerdictPart(state: words == nil ? .missing : .right(.correct), key: point.label, typed: words)
    }
    return Verdict(outcome: .of(credit), credit: credit, rule: .points, parts: parts)
  }
}

extension RubricPoint {
  /// A point as it is shown: the first phrase of each of its groups.
  var label: String {
    (any.first?.groups ?? []).compactMap(\.first).joined(separator: " + ")
  }
}
