import ReciteCore

/// Proposals as a pack's text.
struct DraftPack {
  /// The id by which items cite the document.
  static let source = SourceID("document")
  /// The class that marks an item as not yet edited.
  package static let mark = "draft"

  let document: DraftDocument
  let analysis: DraftAnalysis
  let id: PackID
  let title: String
  /// The document's name, for the note to the author.
  let name: String

  /// The pack without lessons, for its header.
  private func header(_ items: [Item]) -> Pack {
    var pack = Pack(id: id, title: title)
    let used = Set(items.compactMap(\.topic))
    pack.topics = DraftProposal.Topic.allCases.map { Topic($0.rawValue) }.filter(used.contains)
    pack.sources = [
      SourceDocument(id: Self.source, title: title, paragraphCount: document.paragraphCount)
    ]
    return pack
  }

  /// An item without its final id.
  func item(_ proposal: DraftProposal, id: ItemID) -> Item {
    let ranges = proposal.evidence.map { analysis.sentences[$0].paragraphs }
    var sources: [SourceReference] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let reference = SourceReference(source: Self.source, place: .paragraphs(range))
      if !sources.contains(reference) { sources.append(reference) }
    }
    return Item(
      id: id, stem: [.paragraph(proposal.cuedStem)], topic: Topic(proposal.topic.rawValue),
      tags: [Self.mark], kind: proposal.kind, hints: proposal.hint.map { [RichText($0)] } ?? [],
      sources: sources,
      quotes: proposal.evidence.count <= 2 ? proposal.evidence.compactMap(quote) : [])
  }

  /// The sentence, where it stands in the document word for word.
  private func quote(_ index: Int) -> String? {
    let sentence = analysis.sentences[index]
    guard sentence.sentence.text.utf8.count <= Self.longestQuote else { return nil }
    let range =
      max(
        1, sentence.paragraphs.lowerBound)...min(
        document.paragraphCount, sentence.paragraphs.upperBound)
    let paragraphs = SourceParagraphs(
      source: Self.source,
      paragraphs: Array(document.source.paragraphs[range.lowerBound - 1..<range.upperBound]))
    return paragraphs.contains(sentence.sentence.text) ? sentence.sentence.text : nil
  }

  private static let longestQuote = 420

  /// The whole pack: header, a note to the author, the items by the document's headings.
  func text(_ items: [(proposal: DraftProposal, item: Item)]) -> String {
    let all = items.map(\.item)
    let pack = header(all)
    var text = PackWriter.files(of: pack).first?.text ?? ""
    text += "\n" + note + "\n"
    text += "\n# " + MarkdownText.text(RichText(title), at: .heading) + "\n"
    for section in sections(items) {
      if let title = section.title {
        text += "\n## " + MarkdownText.text(RichText(title), at: .heading) + "\n"
      }
      for item in section.items { text += "\n" + PackWriter.text(of: item, topics: pack.topics) }
    }
    return text
  }

  private var note: String {
    """
    <!-- Proposals from \(name), for you to edit. Read each against the paragraph that its Source names,
    mend or delete it, and take '.draft' out of its heading: 'recite check' warns until you have.
    Prove the quotations: recite check --source \(Self.source)=FILE PACK
    Under each '##' there is room for what learners should read first, in your own words. -->
    """
  }

  private struct Section {
    var title: String?
    var items: [Item]
  }

  /// The document's headings, or groups of its paragraphs; what asks about all of it comes last.
  private func sections(_ items: [(proposal: DraftProposal, item: Item)]) -> [Section] {
    var sections: [(key: Int, section: Section)] = []
    var last: [Item] = []
    let hasHeadings = document.headings.count >= 2
    for (proposal, item) in items {
      guard proposal.evidence.count < 3, let first = proposal.evidence.first else {
        last.append(item)
        continue
      }
      let sentence = analysis.sentences[first]
      let paragraph = sentence.paragraphs.lowerBound
      let key = hasHeadings ? sentence.section : (paragraph - 1) / Self.groupSize
      if sections.last?.key != key {
        let title: String?
        if hasHeadings {
          title = document.headings.indices.contains(key) ? document.headings[key] : nil
        } else {
          let from = key * Self.groupSize + 1
          let to = min(document.paragraphCount, from + Self.groupSize - 1)
          title = from == to ? "Paragraph \(from)" : "Paragraphs \(from) to \(to)"
        }
        sections.append((key, Section(title: title, items: [])))
      }
      sections[sections.count - 1].section.items.append(item)
    }
    var all = sections.map(\.section)
    if !last.isEmpty { all.append(Section(title: "The whole document", items: last)) }
    return all
  }

  private static let groupSize = 4
}

extension SourceParagraphs {
  /// Paragraphs that were cut before.
  init(source: SourceID, paragraphs: [String]) {
    self.source = source
    self.paragraphs = paragraphs
  }
}
