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

  /// A sentence that nothing is asked about, or a proposal that is not in the pack.
  package struct LeftOut: Equatable, Sendable {
    package var text: String
    package var paragraph: Int
    package var reason: DraftReason
  }

  /// The pack's text; empty where nothing was found.
  package var text: String
  package var entries: [Entry]
  /// The sentences that nothing is asked about, each once with its first reason.
  package var leftOut: [LeftOut] = []
  /// The proposals that were made and not taken.
  package var setAside: [LeftOut] = []
  /// How many sentences were read, and how many of them are asked about.
  package var sentenceCount = 0
  package var askedCount = 0
  /// How many passages were read past, by what they are.
  package var skipped: [(what: DraftDocument.Skipped, count: Int)]

  /// True where most of the document is not in English.
  package var isForeign: Bool { leftOut.count { $0.reason == .foreign } * 2 > sentenceCount }

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
    let refused = checker.removeFaulty(from: &items)
    var draft = Draft(
      text: items.isEmpty ? "" : pack.text(items), entries: [],
      skipped: DraftDocument.Skipped.allCases.compactMap { what in
        document.skipped[what].map { (what, $0) }
      })
    draft.entries = items.map { proposal, item in
      Entry(
        item: item, paragraphs: proposal.evidence.map { analysis.sentences[$0].paragraphs },
        form: proposal.form.rawValue, key: proposal.key)
    }
    draft.account(
      for: analysis, asked: items.map(\.proposal), dropped: rules.dropped,
      setAside: selection.left + refused.map { ($0, .refused) })
    return draft
  }

  /// Tells of every sentence whether it is asked about, and why not.
  private mutating func account(
    for analysis: DraftAnalysis, asked: [DraftProposal],
    dropped: [(sentence: Int, reason: DraftReason)],
    setAside: [(proposal: DraftProposal, reason: DraftReason)]
  ) {
    let askedAbout = Set(asked.flatMap(\.evidence).map { analysis.sentences[$0].place })
    var reasons: [Int: DraftReason] = [:]
    for (index, reason) in dropped { reasons[index] = reason }
    for (proposal, reason) in setAside {
      for index in proposal.evidence where reasons[index] == nil { reasons[index] = reason }
    }
    var seen: Set<AnalysedSentence.Place> = []
    for (index, sentence) in analysis.sentences.enumerated() {
      // Two statements of one sentence are one sentence.
      guard seen.insert(sentence.place).inserted, !askedAbout.contains(sentence.place) else {
        continue
      }
      leftOut.append(
        LeftOut(
          text: sentence.sentence.text, paragraph: sentence.paragraphs.lowerBound,
          reason: reasons[index] ?? .noFact))
    }
    leftOut += analysis.foreign.map {
      LeftOut(text: $0.text, paragraph: $0.paragraph, reason: .foreign)
    }
    leftOut.sort { $0.paragraph < $1.paragraph }
    self.setAside = setAside.map { proposal, reason in
      LeftOut(
        text: proposal.stemText,
        paragraph: analysis.sentences[proposal.evidence.first ?? 0].paragraphs.lowerBound,
        reason: reason)
    }
    self.setAside.sort { $0.paragraph < $1.paragraph }
    askedCount = askedAbout.count
    sentenceCount = seen.count + analysis.foreign.count
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
    guard reading.diagnostics.allSatisfy({ $0.code == .draftItem }),
      reading.pack?.items == [item]
    else { return false }
    return faultyItems(in: pack.text([(proposal, item)])).isEmpty
  }

  /// Takes out what 'check' would warn of when it looks at the whole pack and its source.
  ///
  /// Of items on one sentence only the last goes at a time: the others may be sound without it.
  /// - Returns: what was taken out.
  func removeFaulty(
    from items: inout [(proposal: DraftProposal, item: Item)]
  ) -> [DraftProposal] {
    var removed: [DraftProposal] = []
    for _ in 0..<Self.mostRounds {
      let faulty = faultyItems(in: pack.text(items))
      guard !faulty.isEmpty else { return removed }
      var going: Set<ItemID> = []
      var sentences: Set<Int> = []
      for (proposal, item) in items.reversed() where faulty.contains(item.id) {
        guard sentences.insert(proposal.evidence.first ?? 0).inserted else { continue }
        going.insert(item.id)
        removed.append(proposal)
      }
      guard !going.isEmpty else { return removed }
      items.removeAll { going.contains($0.item.id) }
      for index in items.indices { items[index].item.apart.removeAll { going.contains($0) } }
    }
    return removed
  }

  private static let mostRounds = 12

  /// The ids of the items at which a warning or error stands, but for the mark of a draft.
  private func faultyItems(in text: String) -> Set<ItemID> {
    let folder = PackFolder(
      name: "draft", path: "draft",
      files: [PackFile(name: "pack.md", path: "pack.md", contents: .bytes(Array(text.utf8)))])
    var reading = PackReader.read(folder)
    // What is cited is looked up in the document.
    reading.documents = [pack.document.source]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var faulty: Set<ItemID> = []
    for diagnostic in PackReview.diagnostics(of: reading, in: folder, lexicon: lexicon)
    where diagnostic.code != .draftItem && diagnostic.severity >= .warning {
      // The heading above the fault holds the id.
      let above = lines.prefix(diagnostic.place.start.line)
      guard let heading = above.last(where: { $0.hasPrefix("### ") }),
        let hash = heading.lastIndex(of: "#")
      else { continue }
      let id = heading[heading.index(after: hash)...].prefix { $0 != " " && $0 != "}" }
      faulty.insert(ItemID(String(id)))
    }
    return faulty
  }
}
