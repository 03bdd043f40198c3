/// Marks responses as a fair teacher would, with all that the packs at hand teach it.
package struct Grader: Equatable, Sendable {
  package let lexicon: Lexicon
  let packs: [Pack]
  /// What was read of the packs and of the last items, so that it is read once.
  private var known: [PackID: PackKnowledge] = [:]
  private var items: [ItemKey: ItemGrader] = [:]

  /// So many items are kept read.
  private static let remembered = 256

  /// A grader for the items of these packs.
  package init(lexicon: Lexicon, packs: [Pack]) {
    self.lexicon = lexicon
    self.packs = packs
  }

  /// What was read already makes no difference.
  package static func == (first: Grader, second: Grader) -> Bool {
    first.lexicon == second.lexicon && first.packs == second.packs
  }

  /// An item read so that responses to it can be graded; read once for those that follow.
  package mutating func itemGrader(for item: Item, of pack: PackID) -> ItemGrader {
    let key = ItemKey(pack: pack, item: item.id)
    if let grader = items[key], grader.item == item { return grader }
    let knowledge = known[pack] ?? knowledge(of: pack)
    known[pack] = knowledge
    if items.count >= Grader.remembered { items = [:] }
    let grader = ItemGrader(item, knowledge)
    items[key] = grader
    return grader
  }

  private func knowledge(of pack: PackID) -> PackKnowledge {
    PackKnowledge(packs.first { $0.id == pack }, lexicon: lexicon)
  }

  /// Grades one response to one item, for which the pack is read anew.
  ///
  /// `form` says how the item was put: what letters mean, and what was asked of a chain. `aliases`
  /// are what this learner marked right himself before.
  package func grade(
    _ response: String, for item: Item, of pack: PackID, as form: AskedForm, aliases: [String] = []
  ) -> Grading {
    ItemGrader(item, known[pack] ?? knowledge(of: pack)).grade(
      response, as: form, aliases: aliases)
  }
}

/// What grading one response comes to.
package enum Grading: Equatable, Sendable {
  /// The response cannot be an answer of this kind; the reason is for the learner.
  case unreadable(reason: String)
  case verdict(Verdict)
}
