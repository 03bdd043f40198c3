/// Marks responses as a fair teacher would, with all that the packs at hand teach it.
package struct Grader: Equatable, Sendable {
  package let lexicon: Lexicon
  let packs: [Pack]

  /// A grader for the items of these packs.
  package init(lexicon: Lexicon, packs: [Pack]) {
    self.lexicon = lexicon
    self.packs = packs
  }

  /// Grades one response to one item.
  ///
  /// `form` says how the item was put: what letters mean, and what was asked of a chain. `aliases`
  /// are what this learner marked right himself before.
  package func grade(
    _ response: String, for item: Item, of pack: PackID, as form: AskedForm, aliases: [String] = []
  ) -> Grading {
    let room = Room(
      grader: self, item: item, pack: packs.first { $0.id == pack }, aliases: aliases)
    switch item.kind {
    case .choice(let options, let key):
      return room.choice(response, options, key: key, form)
    case .selection(let options, let keys):
      return room.selection(response, options, keys: keys, form)
    case .trueFalse(let key): return room.truth(response, key: key)
    case .text(let accepted): return .verdict(room.text(response, accepted))
    case .number(let key): return room.number(response, key)
    case .list(let parts, let need):
      return .verdict(room.list(response, parts, need: need, ordered: false))
    case .ordering(let steps): return room.ordering(response, steps, form)
    case .matching(let matching): return room.matching(response, matching, form)
    case .cloze(let gaps, let anyOrder):
      return .verdict(room.cloze(response, gaps, anyOrder: anyOrder))
    case .map(let question): return room.map(response, question, form)
    case .chain(let links): return room.chain(response, links, form)
    case .open(let rubric): return .verdict(room.open(response, rubric))
    }
  }
}

/// What grading one response comes to.
package enum Grading: Equatable, Sendable {
  /// The response cannot be an answer of this kind; the reason is for the learner.
  case unreadable(reason: String)
  case verdict(Verdict)
}
