/// One word of a rubric's phrase.
struct WantedWord: Sendable {
  let text: String
  let stem: String
  let isPrefix: Bool
  /// The bases of words that may stand for it.
  let kin: Set<String>
  let american: String
  let letters: [Unicode.Scalar]

  init(_ text: String, isPrefix: Bool) {
    self.text = text
    self.isPrefix = isPrefix
    stem = Stems.stem(text)
    kin = Thesaurus.kin(of: text, isPrefix: isPrefix)
    american = WordForms.american(text)
    letters = Array(text.unicodeScalars)
  }
}

/// Groups that must all be met, each by one of its wordings.
struct WantedRequirement: Sendable {
  let groups: [[[WantedWord]]]
}

/// A point of a rubric, its phrases read.
struct WantedPoint: Sendable {
  let any: [WantedRequirement]
  let not: [WantedRequirement]
}

/// Reads the phrases of a rubric.
struct PhraseReader {
  let knowledge: Knowledge

  func wanted(_ point: RubricPoint) -> WantedPoint {
    WantedPoint(any: point.any.map(wanted), not: point.not.map(wanted))
  }

  private func wanted(_ requirement: Requirement) -> WantedRequirement {
    WantedRequirement(groups: requirement.groups.map { $0.flatMap(wordings) })
  }

  /// A phrase, and what the pack's synonyms make of it.
  private func wordings(of phrase: String) -> [[WantedWord]] {
    let words = words(of: phrase)
    var all = [words]
    let texts = words.map { WordForms.canonical($0.text) }
    for group in knowledge.synonyms + Thesaurus.phrases {
      for (index, member) in group.enumerated() {
        guard let place = texts.firstRange(of: member) else { continue }
        for (other, replacement) in group.enumerated() where other != index {
          var wording = words
          wording.replaceSubrange(
            place, with: replacement.map { WantedWord($0, isPrefix: false) })
          all.append(wording)
        }
      }
    }
    return all
  }

  private func words(of phrase: String) -> [WantedWord] {
    let folded = FoldedText(phrase, lexicon: knowledge.lexicon, limit: 200)
    let tokens = Tokenizer.tokens(of: folded, commaDecimals: false)
    return tokens.filter { $0.kind != .mark }.map { token in
      let isPrefix = token.text.hasSuffix("*")
      return WantedWord(
        isPrefix ? String(token.text.dropLast()) : token.text, isPrefix: isPrefix)
    }
  }
}
