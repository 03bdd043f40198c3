/// How well a response agrees with one accepted answer.
struct Match: Equatable, Sendable {
  enum Level: Int, Comparable, Sendable {
    case same, form, spelling, close, wrong
    static func < (first: Level, second: Level) -> Bool { first.rawValue < second.rawValue }
    var isRight: Bool { self < .close }
  }

  var level: Level
  var rule: GradingRule
  /// The weighted distance of spelling; 0 where spelling is right.
  var distance = 0.0
  /// Where in the folded response the words stand that agree; nil for all of it.
  var range: Range<Int>?

  static func wrong(_ rule: GradingRule) -> Match { Match(level: .wrong, rule: rule) }

  /// Whether this is the better of two.
  func isBetter(than other: Match) -> Bool {
    level != other.level ? level < other.level : distance < other.distance
  }
}

/// What is known when a word is judged: the shipped lists and the pack's own words.
struct Knowledge: Sendable {
  var lexicon: Lexicon
  /// What the other items of the pack ask for.
  var others = OtherAnswers.none
  /// Groups of phrases that mean the same, folded and cut into canonical words.
  var synonyms: [[[String]]] = []
  var commaDecimals = false

  /// Whether a word, folded, is known as a word, name or place.
  func knows(_ word: String) -> Bool {
    if others.haveWord(word) || lexicon.has(word, in: .words) || lexicon.has(word, in: .names)
      || lexicon.has(word, in: .places)
    {
      return true
    }
    let american = WordForms.american(word)
    if american != word, lexicon.has(american, in: .words) { return true }
    return false
  }

  /// A word that is no common noun: a name, a place, or nothing that the lists know.
  func isNameLike(_ word: String) -> Bool {
    !lexicon.has(word, in: .words) || lexicon.has(word, in: .places)
      || lexicon.has(word, in: .givenNames)
  }
}
