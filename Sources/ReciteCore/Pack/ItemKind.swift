/// What kind of answer an item asks for, with all that is needed to mark it.
package enum ItemKind: Equatable, Sendable {
  /// Exactly one option is right: the one at `key`.
  case choice(options: [Option], key: Int)
  /// Several options are right: those at `keys`, ascending, at least one.
  case selection(options: [Option], keys: [Int])
  case trueFalse(Bool)
  case text(Accepted)
  case number(NumberKey)
  /// Answers in any order; with `need` only so many of them are asked for.
  case list([Accepted], need: Int?)
  /// Steps in their right order, at least two.
  case ordering([Accepted])
  case matching(Matching)
  /// One accepted answer a gap, in reading order; `anyOrder` lets them change places.
  case cloze(gaps: [Accepted], anyOrder: Bool)
  case map(MapQuestion)
  /// Causes and effects, from the first cause to the last effect, at least two.
  case chain([Accepted])
  case open(Rubric)

  /// The name of the kind as the format, JSON and `--kinds` write it.
  package var name: String {
    switch self {
    case .choice: "choice"
    case .selection: "selection"
    case .trueFalse: "true-false"
    case .text: "text"
    case .number: "number"
    case .list: "list"
    case .ordering: "ordering"
    case .matching: "matching"
    case .cloze: "cloze"
    case .map: "map"
    case .chain: "chain"
    case .open: "open"
    }
  }
}

/// One answer and the other ways to write it; the first is shown as the key.
package struct Accepted: Equatable, Sendable {
  package var key: String
  package var aliases: [String]

  package init(_ key: String, aliases: [String] = []) {
    self.key = key
    self.aliases = aliases
  }

  /// The key, then the aliases; never empty.
  package var all: [String] { [key] + aliases }
}

/// One box of a choice or selection.
package struct Option: Equatable, Sendable {
  package var text: RichText
  /// What a learner who picks it is told.
  package var feedback: RichText?

  package init(_ text: RichText, feedback: RichText? = nil) {
    self.text = text
    self.feedback = feedback
  }
}

/// The key of a number item.
package struct NumberKey: Equatable, Sendable {
  package enum Target: Equatable, Sendable {
    /// The number itself, to the last digit written.
    case exactly(Double)
    /// Within `tolerance` of the number, both in the key's unit.
    case within(Double, tolerance: Double)
    case range(ClosedRange<Double>)
  }

  package var target: Target
  /// The unit as the author wrote it (`%`, `million people`), scale words included; empty if none.
  package var unit: String
  /// The answer as written, shown as the key, and other ways to write it.
  package var written: Accepted

  package init(target: Target, unit: String, written: Accepted) {
    self.target = target
    self.unit = unit
    self.written = written
  }
}

/// Pairs of a two-column table; the left column is shown lettered by number, the right by letter.
package struct Matching: Equatable, Sendable {
  package struct Pair: Equatable, Sendable {
    package var left: RichText
    package var right: RichText

    package init(left: RichText, right: RichText) {
      self.left = left
      self.right = right
    }
  }

  package var leftCaption: RichText
  package var rightCaption: RichText
  /// At least two, in the author's order.
  package var pairs: [Pair]
  /// Right-hand cells that belong to no row.
  package var distractors: [RichText]

  package init(
    leftCaption: RichText, rightCaption: RichText, pairs: [Pair], distractors: [RichText] = []
  ) {
    self.leftCaption = leftCaption
    self.rightCaption = rightCaption
    self.pairs = pairs
    self.distractors = distractors
  }
}

/// What is asked of the pack's map.
package enum MapQuestion: Equatable, Sendable {
  /// The place is marked and its name asked.
  case name(FeatureID)
  /// Places are lettered and the letter of this one asked.
  case pick(FeatureID)
  /// Areas are lettered and the letters of those that border this one asked.
  case borders(FeatureID)
  /// One item of the form `name` for every feature of this kind; see `Pack.askable(with:)`.
  case each(kind: String)
}

/// The points that a free answer is marked against.
package struct Rubric: Equatable, Sendable {
  package var points: [RubricPoint]
  /// `Need: k`: so many points make a full answer; nil asks for all, weighted.
  package var need: Int?
  /// The paragraphs of `Model:`, an answer in the author's words; empty where there is none.
  package var model: [RichText]

  package init(points: [RubricPoint], need: Int? = nil, model: [RichText] = []) {
    self.points = points
    self.need = need
    self.model = model
  }
}

/// One thing that a good answer says.
package struct RubricPoint: Equatable, Sendable {
  /// The share of the credit, 1...9.
  package var weight: Int
  /// The point is met when one of these is.
  package var any: [Requirement]
  /// The point is withdrawn when one of these is met.
  package var not: [Requirement]

  package init(weight: Int = 1, any: [Requirement], not: [Requirement] = []) {
    self.weight = weight
    self.any = any
    self.not = not
  }
}

/// Groups of phrases that must all be met, each by one of its phrases.
///
/// A phrase ends in `*` where its last word is a stem: `defen*` is met by "defence" and "defend".
package struct Requirement: Equatable, Sendable {
  /// Non-empty groups of non-empty phrases.
  package var groups: [[String]]

  package init(groups: [[String]]) { self.groups = groups }
}
