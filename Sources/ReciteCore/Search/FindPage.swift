/// What a search found, the best first.
package struct FindPage: Equatable, Sendable {
  package enum Place: Equatable, Sendable {
    /// A section's reading, counted from 1 among those of its pack.
    case reading(section: Int, of: Int)
    case item(ItemID, isAnswered: Bool)
  }

  /// A piece of the text, with the words found in it.
  package struct Excerpt: Equatable, Sendable {
    package struct Piece: Equatable, Sendable {
      package var text: String
      package var isMarked: Bool
    }

    package var pieces: [Piece]
    /// True where the text goes on before, or after.
    package var isCutBefore: Bool
    package var isCutAfter: Bool
  }

  package struct Hit: Equatable, Sendable {
    package var pack: PackID
    package var place: Place
    package var lesson: String
    package var section: String?
    /// At least one; of an item first its question.
    package var texts: [Excerpt]
    /// Above 0; comparable within one search only.
    package var score: Double

    /// What opens it, typed at the home prompt or behind `recite`.
    package var command: String {
      switch place {
      case .reading(let section, _): "read \(pack) \(section)"
      case .item(let item, _): "drill \(pack)/\(item)"
      }
    }
  }

  /// A word that stands nowhere.
  package struct Missing: Equatable, Sendable {
    package var word: String
    /// At most three words that do, the nearest first.
    package var nearest: [String]
  }

  package var query: String
  package var hits: [Hit] = []
  /// How many places there are, those of `hits` included.
  package var total = 0
  /// How many words were looked for, and how many of them each hit has.
  package var terms = 0
  package var termsMet = 0
  package var missing: [Missing] = []
  /// True for the command of the shell, where the program's name stands before what opens a hit.
  package var isShell: Bool

  init(query: String, isShell: Bool) {
    self.query = query
    self.isShell = isShell
  }
}

extension FindPage.Excerpt {
  /// As long as an excerpt may be, in scalars.
  private static let longest = 200
  /// What stands before the first word found, at most.
  private static let lead = 50

  /// The stretch of a text in which most of the marked words stand.
  ///
  /// `marks` are ranges of scalars, ascending.
  init(of text: String, marks: [Range<Int>]) {
    let scalars = Array(text.unicodeScalars)
    var window = 0..<scalars.count
    if scalars.count > Self.longest {
      var best = (start: 0, count: 0)
      for mark in marks {
        let start = max(0, min(mark.lowerBound - Self.lead, scalars.count - Self.longest))
        let count = marks.count {
          $0.lowerBound >= start && $0.upperBound <= start + Self.longest
        }
        if count > best.count { best = (start, count) }
      }
      window = Self.wholeWords(best.start..<best.start + Self.longest, scalars)
    }
    isCutBefore = window.lowerBound > 0
    isCutAfter = window.upperBound < scalars.count
    pieces = []
    var start = window.lowerBound
    for mark in marks where mark.lowerBound >= start && mark.upperBound <= window.upperBound {
      var end = mark.upperBound
      while end < window.upperBound, scalars[end].isMark { end += 1 }
      append(scalars[start..<mark.lowerBound], isMarked: false)
      append(scalars[mark.lowerBound..<end], isMarked: true)
      start = end
    }
    append(scalars[start..<max(start, window.upperBound)], isMarked: false)
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>, isMarked: Bool) {
    guard !scalars.isEmpty else { return }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    pieces.append(Piece(text: String(view), isMarked: isMarked))
  }

  /// The window without words, or signs, that it cuts.
  private static func wholeWords(_ window: Range<Int>, _ scalars: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (window.lowerBound, window.upperBound)
    if start > 0 {
      while start < end, start < window.lowerBound + 30, scalars[start - 1] != " " { start += 1 }
      while start < end, scalars[start].isMark || scalars[start] == " " { start += 1 }
    }
    if end < scalars.count {
      while end > start, end > window.upperBound - 30, scalars[end] != " " { end -= 1 }
      while end > start, scalars[end].isMark { end -= 1 }
    }
    return start..<end
  }
}
