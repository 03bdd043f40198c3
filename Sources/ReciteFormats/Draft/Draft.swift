import ReciteCore

/// A pack of proposed items from a document, and what was left out.
package struct Draft: Sendable {
  /// One proposed item, as it stands in the pack.
  package struct Entry: Sendable {
    package var item: Item
    /// Where it comes from, as its `Source:` says.
    package var paragraphs: [ClosedRange<Int>]
    /// How it is asked: a question, a gap, a choice.
    package var form: String
    /// The key in one line.
    package var key: String
  }

  /// A sentence or proposal that is not in the pack.
  package struct LeftOut: Equatable, Sendable {
    package var text: String
    package var paragraph: Int
    package var reason: DraftReason
  }

  /// The pack's text; empty where nothing was found.
  package var text: String
  package var entries: [Entry]
  package var leftOut: [LeftOut]
  /// How many sentences were read, and how many passages were read past, by what they are.
  package var sentenceCount: Int
  package var skipped: [(what: String, count: Int)]

  /// The most items that are proposed, whatever the limit asked for.
  package static let mostItems = 1_000

  /// The pack of proposals that a document gives.
  ///
  /// `name` is the document's name as messages write it: the pack's id, and its title where the
  /// document has none, are made of it. `limit` is how many items there are at most.
  /// - Complexity: O(*n*) over the text, and O(proposals × limit).
  package static func make(
    from document: DraftDocument, name: String, lexicon: Lexicon, limit: Int
  ) -> Draft {
    let analysis = DraftAnalysis.analyse(document, lexicon: lexicon)
    var rules = DraftRules(analysis)
    rules.propose()
    let stem = stemName(of: name)
    let pack = DraftPack(
      document: document, analysis: analysis, id: PackID(HeaderReader.packID(from: stem)),
      title: title(document.title ?? stem),
      name: DraftInline.plain(fileName(name), isMarkdown: false).split(
        separator: "-", omittingEmptySubsequences: true
      ).joined(separator: "-"))
    let checker = DraftChecker(pack: pack, lexicon: lexicon)
    let selection = DraftSelection(
      rules.proposals, in: analysis, limit: min(max(limit, 1), mostItems), isSound: checker.isSound)
    var chosen = selection.chosen
    chosen.sort { first, second in
      (first.evidence.first ?? 0, second.score) < (second.evidence.first ?? 0, first.score)
    }
    var items = named(chosen, pack)
    var refused = checker.tooNear(items.map(\.item))
    items.removeAll { refused.contains($0.item.id) }
    for index in items.indices { items[index].item.apart.removeAll { refused.contains($0) } }
    var draft = Draft(
      text: "", entries: [], leftOut: [], sentenceCount: analysis.sentences.count,
      skipped: DraftDocument.Skipped.allCases.compactMap { what in
        document.skipped[what].map { (what.rawValue, $0) }
      })
    if !items.isEmpty { draft.text = pack.text(items) }
    draft.entries = items.map { proposal, item in
      Entry(
        item: item, paragraphs: proposal.evidence.map { analysis.sentences[$0].paragraphs },
        form: proposal.form.rawValue, key: proposal.key)
    }
    for (index, reason) in rules.dropped {
      let sentence = analysis.sentences[index]
      draft.leftOut.append(
        LeftOut(
          text: sentence.sentence.text, paragraph: sentence.paragraphs.lowerBound, reason: reason))
    }
    for (proposal, reason) in selection.left {
      draft.leftOut.append(
        LeftOut(
          text: proposal.stemText,
          paragraph: analysis.sentences[proposal.evidence.first ?? 0].paragraphs.lowerBound,
          reason: reason))
    }
    for proposal in chosen
    where refused.contains(where: { id in !items.contains { $0.item.id == id } })
      && !items.contains(where: { $0.proposal.stem == proposal.stem })
    {
      draft.leftOut.append(
        LeftOut(
          text: proposal.stemText,
          paragraph: analysis.sentences[proposal.evidence.first ?? 0].paragraphs.lowerBound,
          reason: .refused))
    }
    refused = []
    draft.leftOut.sort { $0.paragraph < $1.paragraph }
    return draft
  }

  /// Ids are made of the stems; a second one of a kind gets a number.
  private static func named(
    _ proposals: [DraftProposal], _ pack: DraftPack
  ) -> [(proposal: DraftProposal, item: Item)] {
    var used: Set<String> = []
    var named: [(proposal: DraftProposal, item: Item)] = []
    for proposal in proposals {
      let base = MadeID.id(of: proposal.stem)?.rawValue ?? "item"
      var id = base
      var number = 2
      while !used.insert(id).inserted {
        id = "\(base)-\(number)"
        number += 1
      }
      var item = pack.item(proposal, id: ItemID(id))
      // Two questions on one sentence, where one tells the other's answer.
      item.apart = named.filter { other in
        proposal.evidence.count < 3 && other.proposal.evidence.count < 3
          && !Set(other.proposal.evidence).isDisjoint(with: proposal.evidence)
          && (DraftWording.givesAway(other.proposal.key, in: proposal.stemText)
            || DraftWording.givesAway(proposal.key, in: other.proposal.stemText))
      }.map(\.item.id)
      named.append((proposal, item))
    }
    return named
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func stemName(of path: String) -> String {
    let name = fileName(path)
    for end in [".txt", ".md", ".markdown", ".text"] where name.lowercased().hasSuffix(end) {
      return String(name.dropLast(end.count))
    }
    return name
  }

  /// A title fit for a header: one line, of a bearable length, not quoted as a whole.
  private static func title(_ text: String) -> String {
    var title = DraftInline.plain(text, isMarkdown: false)
    while title.hasPrefix("\""), title.hasSuffix("\""), title.count > 1 {
      title = String(title.dropFirst().dropLast())
    }
    if title.count > 110 { title = String(title.prefix(109)) + "…" }
    return title.isEmpty ? "A document" : title
  }
}

/// Reads back what would be written, as `recite check` does.
struct DraftChecker {
  let pack: DraftPack
  let lexicon: Lexicon

  /// True where the item reads back as it was meant, and the grader takes its own keys.
  func isSound(_ proposal: DraftProposal) -> Bool {
    guard let id = MadeID.id(of: proposal.stem) else { return false }
    let item = pack.item(proposal, id: id)
    let reading = PackReader.read(pack.text([(proposal, item)]))
    guard reading.diagnostics.allSatisfy({ $0.code == .draftItem }), let read = reading.pack,
      read.items == [item]
    else { return false }
    return Grader(lexicon: lexicon, packs: [read]).keyFaults(of: read).isEmpty
  }

  /// The ids of items whose answers are a slip away from another's.
  func tooNear(_ items: [Item]) -> Set<ItemID> {
    var pack = Pack(id: pack.id, title: pack.title)
    pack.lessons = [Lesson(title: RichText("-"), sections: [Section(title: nil, items: items)])]
    return Set(Grader(lexicon: lexicon, packs: [pack]).keyFaults(of: pack).map(\.item))
  }
}
