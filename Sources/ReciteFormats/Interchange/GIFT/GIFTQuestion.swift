import ReciteCore

/// One question of a GIFT file, as Moodle's importer takes it.
struct GIFTQuestion {
  /// A text with the format that it is in, and its place.
  struct Text {
    var text: String
    var format: MarkupText.Format
    var range: Range<Int>
  }

  struct Answer {
    var text: Text
    /// The share of the mark, -1...1.
    var weight: Double
    var feedback: Text?
    var range: Range<Int>
  }

  /// One number with what it may be off by, or a range.
  struct NumericAnswer {
    enum Value {
      case number(String, tolerance: String)
      case range(from: String, to: String)
    }
    var value: Value
    var weight: Double
    var feedback: Text?
    var range: Range<Int>
  }

  enum Body {
    case category(String)
    case description
    case essay
    /// `isSingle` where any option begins with `=`: then one only may be picked.
    case multichoice(isSingle: Bool, [Answer])
    case shortAnswer([Answer])
    case trueFalse(Bool, wrong: Text?, right: Text?)
    /// `other` is the feedback for every other number.
    case numerical([NumericAnswer], other: Text?)
    case match([(left: Text, right: String)])

    /// Moodle's own name.
    var name: String {
      switch self {
      case .category: "category"
      case .description: "description"
      case .essay: "essay"
      case .multichoice: "multichoice"
      case .shortAnswer: "shortanswer"
      case .trueFalse: "truefalse"
      case .numerical: "numerical"
      case .match: "match"
      }
    }
  }

  var line: Int
  var range: Range<Int>
  var name: String?
  var idNumber: String?
  var tags: [String]
  var stem: Text
  var generalFeedback: Text?
  var body: Body
}

/// Text of a GIFT file, every character with its place; those behind a backslash mean nothing.
struct GIFTText {
  struct Mark {
    var scalar: Unicode.Scalar
    /// The byte at which it (or its backslash) begins, and how many it takes.
    var offset: Int
    var length: Int
    var isPlain: Bool
  }

  var marks: ArraySlice<Mark>
  /// Where it begins when nothing is in it.
  private var start: Int

  init(_ marks: ArraySlice<Mark>, at start: Int) {
    self.marks = marks
    self.start = start
  }

  var isEmpty: Bool { marks.isEmpty }

  /// The characters, escapes resolved.
  var string: String {
    var text = String.UnicodeScalarView()
    for mark in marks { text.append(mark.scalar) }
    return String(text)
  }

  /// Where it stands.
  var range: Range<Int> {
    guard let first = marks.first, let last = marks.last else { return start..<start }
    return first.offset..<max(first.offset, last.offset + last.length)
  }

  func range(at index: Int, count: Int = 1) -> Range<Int> {
    GIFTText(marks[index..<min(marks.endIndex, index + count)], at: start).range
  }

  var trimmed: GIFTText {
    var slice = marks
    while let first = slice.first, !first.isPlain, GIFTText.isSpace(first.scalar) {
      slice = slice.dropFirst()
    }
    while let last = slice.last, !last.isPlain, GIFTText.isSpace(last.scalar) {
      slice = slice.dropLast()
    }
    return GIFTText(slice, at: slice.isEmpty ? start : 0)
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{b}"
  }

  subscript(range: Range<Int>) -> GIFTText {
    GIFTText(
      marks[range],
      at: range.lowerBound < marks.endIndex ? marks[range.lowerBound].offset : self.range.upperBound
    )
  }

  /// True where these characters stand at `index`, none of them escaped.
  func stands(_ text: String, at index: Int) -> Bool {
    var index = index
    for scalar in text.unicodeScalars {
      guard index < marks.endIndex, marks[index].scalar == scalar, !marks[index].isPlain else {
        return false
      }
      index += 1
    }
    return true
  }

  func first(_ text: String, from: Int? = nil) -> Int? {
    var index = from ?? marks.startIndex
    while index < marks.endIndex {
      if stands(text, at: index) { return index }
      index += 1
    }
    return nil
  }

  func last(_ text: String) -> Int? {
    var index = marks.endIndex - 1
    while index >= marks.startIndex {
      if stands(text, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// The parts between occurrences of a character, the text before the first one too.
  func split(at separators: String) -> [(mark: Unicode.Scalar?, text: GIFTText)] {
    var parts: [(Unicode.Scalar?, GIFTText)] = []
    var start = marks.startIndex
    var mark: Unicode.Scalar?
    for index in marks.indices {
      let scalar = marks[index].scalar
      guard !marks[index].isPlain, separators.unicodeScalars.contains(scalar) else { continue }
      parts.append((mark, self[start..<index]))
      mark = scalar
      start = index + 1
    }
    parts.append((mark, self[start..<marks.endIndex]))
    return parts
  }
}
