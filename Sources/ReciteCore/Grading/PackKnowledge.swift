/// What a pack teaches the grader, read once for all of its items.
struct PackKnowledge: Sendable {
  let lexicon: Lexicon
  let map: GeoMap?
  /// The lists, the pack's synonyms and its way to write numbers; nothing of other answers.
  let plainKnowledge: Knowledge
  /// What a list must not be cut within.
  let protected: ProtectedAnswers
  private let table: AnswerTable?

  private static let commaLanguages: Set<String> = [
    "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv", "da", "nb", "no", "fi", "cs", "tr", "uk",
    "hu", "ro", "bg", "el", "sk", "sl", "hr", "sr", "id", "vi",
  ]

  /// Reads a pack; nil is a pack of which nothing is known.
  ///
  /// - Complexity: O(n log n) in the number of answers.
  init(_ pack: Pack?, lexicon: Lexicon) {
    self.lexicon = lexicon
    map = pack?.map
    var knowledge = Knowledge(lexicon: lexicon)
    let language = pack?.language.prefix { $0 != "-" && $0 != "_" }.lowercased() ?? "en"
    knowledge.commaDecimals = Self.commaLanguages.contains(language)
    knowledge.synonyms = (pack?.synonyms ?? []).map { synonym in
      synonym.phrases.map { Phrase($0, lexicon: lexicon).terms.map(\.text) }
    }
    plainKnowledge = knowledge
    let table = pack.map { AnswerTable($0, knowledge: knowledge) }
    self.table = table
    protected =
      pack?.hasLists ?? false
      ? ProtectedAnswers(table?.texts ?? [], knowledge: knowledge) : .none
  }

  var plainMatcher: TextMatcher { TextMatcher(knowledge: plainKnowledge) }

  /// What is known when an answer of the item `owner` is judged, which accepts `own`.
  func knowledge(
    own: [Accepted], owner: ItemID, loose: [OtherAnswers.Other] = []
  ) -> Knowledge {
    var knowledge = plainKnowledge
    knowledge.others = OtherAnswers(
      in: table, owner: owner, own: own, loose: loose, lexicon: lexicon)
    return knowledge
  }
}

extension Pack {
  fileprivate var hasLists: Bool {
    lessons.contains { lesson in
      lesson.sections.contains { section in
        section.items.contains { item in
          switch item.kind {
          case .list, .ordering, .chain, .cloze: true
          case .choice, .selection, .trueFalse, .text, .number, .matching, .map, .open: false
          }
        }
      }
    }
  }
}
