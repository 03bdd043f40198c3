/// One question with its key: what one `###` heading of a pack becomes.
///
/// A value that is one reference wide: packs, courses and graders hand items on by the hundred
/// thousand, and copying all members each time was a quarter of the time of reading a pack.
package struct Item: Equatable, Sendable {
  /// What an item holds.
  package struct Contents: Equatable, Sendable {
    package var id: ItemID
    /// The heading's text, then what stands between it and the answer; at least one block.
    package var stem: [Block]
    /// The first class that is one of the pack's topics, or the lesson's topic.
    package var topic: Topic? = nil
    /// The other classes, in the order written.
    package var tags: [String] = []
    package var kind: ItemKind
    /// From the vaguest to the most helpful, as the author wrote them.
    package var hints: [RichText] = []
    /// The paragraphs of `Why:`.
    package var explanation: [RichText] = []
    package var sources: [SourceReference] = []
    /// Words that must stand in a cited source or in the reading.
    package var quotes: [String] = []
    /// The passages of the reading that teach this item; its whole section when empty.
    package var passages: [PassageReference] = []
    package var marking: Marking = Marking()
    /// Items that must have been answered before this one is asked as new.
    package var requires: [ItemID] = []
    /// Items that never stand in one session with this one.
    package var apart: [ItemID] = []
    /// False where `Shuffle: no` keeps options and rows in the author's order.
    package var shuffles: Bool = true

    package init(id: ItemID, stem: [Block], kind: ItemKind) {
      self.id = id
      self.stem = stem
      self.kind = kind
    }
  }

  /// Contents that are never changed, so that items may share them.
  private final class Box: Sendable {
    let contents: Contents
    init(_ contents: Contents) { self.contents = contents }
  }

  private var box: Box

  package init(_ contents: Contents) { box = Box(contents) }

  private mutating func change(_ body: (inout Contents) -> Void) {
    var contents = box.contents
    body(&contents)
    box = Box(contents)
  }

  package static func == (first: Item, second: Item) -> Bool {
    first.box === second.box || first.box.contents == second.box.contents
  }

  package var id: ItemID {
    get { box.contents.id }
    set { change { $0.id = newValue } }
  }
  package var stem: [Block] {
    get { box.contents.stem }
    set { change { $0.stem = newValue } }
  }
  package var topic: Topic? {
    get { box.contents.topic }
    set { change { $0.topic = newValue } }
  }
  package var tags: [String] {
    get { box.contents.tags }
    set { change { $0.tags = newValue } }
  }
  package var kind: ItemKind {
    get { box.contents.kind }
    set { change { $0.kind = newValue } }
  }
  /// True where the map's places are asked; no other kind makes several items.
  package var asksMap: Bool {
    switch box.contents.kind {
    case .map: true
    case .choice, .selection, .trueFalse, .text, .number, .list, .ordering, .matching, .cloze,
      .chain, .open:
      false
    }
  }
  package var hints: [RichText] {
    get { box.contents.hints }
    set { change { $0.hints = newValue } }
  }
  package var explanation: [RichText] {
    get { box.contents.explanation }
    set { change { $0.explanation = newValue } }
  }
  package var sources: [SourceReference] {
    get { box.contents.sources }
    set { change { $0.sources = newValue } }
  }
  package var quotes: [String] {
    get { box.contents.quotes }
    set { change { $0.quotes = newValue } }
  }
  package var passages: [PassageReference] {
    get { box.contents.passages }
    set { change { $0.passages = newValue } }
  }
  package var marking: Marking {
    get { box.contents.marking }
    set { change { $0.marking = newValue } }
  }
  package var requires: [ItemID] {
    get { box.contents.requires }
    set { change { $0.requires = newValue } }
  }
  package var apart: [ItemID] {
    get { box.contents.apart }
    set { change { $0.apart = newValue } }
  }
  package var shuffles: Bool {
    get { box.contents.shuffles }
    set { change { $0.shuffles = newValue } }
  }

  package init(
    id: ItemID, stem: [Block], topic: Topic? = nil, tags: [String] = [], kind: ItemKind,
    hints: [RichText] = [], explanation: [RichText] = [], sources: [SourceReference] = [],
    quotes: [String] = [], passages: [PassageReference] = [], marking: Marking = Marking(),
    requires: [ItemID] = [], apart: [ItemID] = [], shuffles: Bool = true
  ) {
    var contents = Contents(id: id, stem: stem, kind: kind)
    contents.topic = topic
    contents.tags = tags
    contents.hints = hints
    contents.explanation = explanation
    contents.sources = sources
    contents.quotes = quotes
    contents.passages = passages
    contents.marking = marking
    contents.requires = requires
    contents.apart = apart
    contents.shuffles = shuffles
    self.init(contents)
  }
}

/// How strictly one item's typed answer is marked: the author's own settings.
package struct Marking: Equatable, Sendable {
  package enum Spelling: String, Equatable, Sendable {
    /// A slip is recognised, shown, and counts in full.
    case tolerant
    /// A slip is a wrong answer (vocabulary, formulas).
    case exact
    /// A slip counts in full and is not remarked on.
    case off
  }

  package var spelling: Spelling
  /// `Case: exact`.
  package var caseMatters: Bool
  /// `Accents: exact`; tones count too.
  package var accentsMatter: Bool
  /// `Unit: required`.
  package var unitRequired: Bool
  /// Known misconceptions, refused before any rule that accepts.
  package var rejected: [RejectedAnswer]
  /// Words that spoil an otherwise right answer.
  package var mustNotContain: [String]

  package init(
    spelling: Spelling = .tolerant, caseMatters: Bool = false, accentsMatter: Bool = false,
    unitRequired: Bool = false, rejected: [RejectedAnswer] = [], mustNotContain: [String] = []
  ) {
    self.spelling = spelling
    self.caseMatters = caseMatters
    self.accentsMatter = accentsMatter
    self.unitRequired = unitRequired
    self.rejected = rejected
    self.mustNotContain = mustNotContain
  }
}

/// A wrong answer that the author foresaw, and what a learner who gives it is told.
package struct RejectedAnswer: Equatable, Sendable {
  package var accepted: Accepted
  package var feedback: RichText?

  package init(_ accepted: Accepted, feedback: RichText? = nil) {
    self.accepted = accepted
    self.feedback = feedback
  }
}

/// Where a fact comes from: a source, and the paragraphs or pages in it.
package struct SourceReference: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    case whole
    /// Paragraphs counted from 1, the title included.
    case paragraphs(ClosedRange<Int>)
    case pages(ClosedRange<Int>)
  }

  package var source: SourceID
  package var place: Place

  package init(source: SourceID, place: Place) {
    self.source = source
    self.place = place
  }
}

/// A passage of the lesson's own reading.
package enum PassageReference: Equatable, Sendable {
  /// A paragraph of the lesson, counted from 1 at its `#` heading.
  case paragraph(Int)
  /// The paragraph in which these words stand.
  case words(String)
}
