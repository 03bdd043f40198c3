/// A weakness of an item or of a whole pack that no parser sees: what a careful reviewer would mark.
///
/// - Source: the kinds follow the guidelines for writing items that Haladyna, Downing and Rodriguez
///   collected ("A Review of Multiple-Choice Item-Writing Guidelines", 2002), as far as a program can
///   tell.
package struct Flaw: Equatable, Sendable {
  /// The part of an item that a flaw lies in.
  package enum Part: Equatable, Sendable {
    case heading
    case answer
    /// An option, counted from 0 in the author's order.
    case option(Int)
    /// A hint, counted from 0.
    case hint(Int)
    /// The first reference to a source.
    case source
  }

  package enum Kind: Equatable, Sendable {
    case answer(AnswerFlaw)
    case giveaway(Giveaway)
    case wording(WordingFlaw)
    case evidence(EvidenceFlaw)
    case pair(PairFlaw)
  }

  /// An answer that is not marked as its author meant.
  package enum AnswerFlaw: Equatable, Sendable {
    case optionAccepted(option: String, key: String)
    case partsAlike(part: String, other: String)
    /// `credit` is 0...1, below 1.
    case keyNotFull(response: String, credit: Double)
    /// A phrase that meets two groups of one point by itself.
    case groupsShare(phrase: String)
    /// Several answers with ' / ' between them, where bars were meant.
    case slashInAnswer(answer: String, part: String)
    case optionOnOthers(option: String)
    case optionIsLetter(option: String)
  }

  /// What tells the key to one who does not know it.
  package enum Giveaway: Equatable, Sendable {
    case stemHoldsKey(key: String)
    case hintHoldsKey(key: String)
    case neighbourHoldsKey(key: String, neighbour: ItemID)
    case keyFarLonger(characters: Int, longestDistractor: Int)
    case longestIsKey(count: Int, of: Int)
    /// `place` is counted from 0.
    case sameKeyPlace(place: Int, count: Int, of: Int)
    case sameTruth(truth: Bool, count: Int, of: Int)
    case articleFitsOnly(article: String, misfits: Int)
    case numberFitsOnly(verb: String)
    case absoluteDistractors(words: [String])
    case punctuationShowsKey(endsInStop: Bool)
  }

  /// How an item reads, and how a pack is balanced.
  package enum WordingFlaw: Equatable, Sendable {
    case hiddenNegation(word: String)
    case longOption(words: Int)
    case unexplained(count: Int, of: Int)
    case emptyTopic(Topic)
    /// `others` is how many items the largest topic has.
    case thinTopic(Topic, others: Int)
    case longReading(words: Int)
    case readingLevel(grade: Double, bounds: ClosedRange<Int>)
  }

  /// A key that nothing at hand proves.
  package enum EvidenceFlaw: Equatable, Sendable {
    case keyNotInPassage(key: String)
    /// `elsewhere` are the paragraphs of the source that do have it, counted from 1.
    case keyNotInSource(key: String, reference: SourceReference, elsewhere: [Int])
    case sourceUncited(SourceID)
  }

  /// Items that get in each other's way.
  package enum PairFlaw: Equatable, Sendable {
    case duplicate(of: ItemID)
    case nearDuplicate(of: ItemID)
    case twoKeys(of: ItemID)
    case unreachable(requirement: ItemID)
    case lessonCircle(lesson: String)
  }

  /// An index into the items of the pack: the one it lies in, or the first that it concerns.
  package var item: Int
  package var part: Part
  package var kind: Kind
  /// Other items that belong to it, ascending.
  package var others: [Int]

  init(item: Int, part: Part, kind: Kind, others: [Int] = []) {
    self.item = item
    self.part = part
    self.kind = kind
    self.others = others
  }
}
