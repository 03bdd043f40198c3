/// One question with its key: what one `###` heading of a pack becomes.
package struct Item: Equatable, Sendable {
  package var id: ItemID
  /// The heading's text, then what stands between it and the answer; at least one block.
  package var stem: [Block]
  /// The first class that is one of the pack's topics, or the lesson's topic.
  package var topic: Topic?
  /// The other classes, in the order written.
  package var tags: [String]
  package var kind: ItemKind
  /// From the vaguest to the most helpful, as the author wrote them.
  package var hints: [RichText]
  /// The paragraphs of `Why:`.
  package var explanation: [RichText]
  package var sources: [SourceReference]
  /// Words that must stand in a cited source or in the reading.
  package var quotes: [String]
  /// The passages of the reading that teach this item; its whole section when empty.
  package var passages: [PassageReference]
  package var marking: Marking
  /// Items that must have been answered before this one is asked as new.
  package var requires: [ItemID]
  /// Items that never stand in one session with this one.
  package var apart: [ItemID]
  /// False where `Shuffle: no` keeps options and rows in the author's order.
  package var shuffles: Bool

  package init(
    id: ItemID, stem: [Block], topic: Topic? = nil, tags: [String] = [], kind: ItemKind,
    hints: [RichText] = [], explanation: [RichText] = [], sources: [SourceReference] = [],
    quotes: [String] = [], passages: [PassageReference] = [], marking: Marking = Marking(),
    requires: [ItemID] = [], apart: [ItemID] = [], shuffles: Bool = true
  ) {
    self.id = id
    self.stem = stem
    self.topic = topic
    self.tags = tags
    self.kind = kind
    self.hints = hints
    self.explanation = explanation
    self.sources = sources
    self.quotes = quotes
    self.passages = passages
    self.marking = marking
    self.requires = requires
    self.apart = apart
    self.shuffles = shuffles
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
