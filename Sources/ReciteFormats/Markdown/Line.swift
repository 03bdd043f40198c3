/// One line of a pack file: what it begins with, and where its parts lie.
struct Line {
  enum Kind: UInt8 {
    case blank
    case text
    /// `#` to `######`; `number` is the level.
    case heading
    /// A dash, an asterisk, a plus or a typographer's bullet.
    case bullet
    /// `1.` or `1)`; `number` is the number.
    case step
    case quote
    /// The first or last line of a fence; `number` is the length of its marks.
    case fence
    /// A line inside a fence.
    case code
    /// A line that is nothing but (a part of) a comment.
    case comment
    /// A line that begins with a bar.
    case row
    /// The line of dashes under a table's captions.
    case tableRule
    /// `---`, `***` or `___`.
    case thematicBreak
    /// `===`, which other dialects put under a heading.
    case underline
  }

  /// What stands in square brackets at the start of a part.
  enum Box: UInt8 {
    case none
    case empty
    case ticked
    /// Almost a box: `[]`, `☐`, or one without a bullet.
    case almostEmpty
    /// Almost a ticked box: `[✓]`, `☑`, `(x)`.
    case almostTicked
  }

  var kind: Kind
  var box: Box = .none
  /// Columns of white space before the marker, a tab reaching to the next multiple of four.
  var indent: UInt16 = 0
  var number: Int32 = 0
  /// The first byte of the line.
  var start: Int32
  /// The first byte after the indentation.
  var marker: Int32
  /// The first byte of what the marker introduces.
  var content: Int32
  /// The byte after the last that is neither white space nor the line's end.
  var end: Int32
  /// The line goes on with a comment that began on the line before.
  var continuesComment = false
  /// The heading's `###` has no space after it.
  var lacksSpace = false

  /// The bytes from the marker to the end.
  var whole: Range<Int> { Int(marker)..<Int(max(marker, end)) }
  /// The bytes that the marker introduces.
  var text: Range<Int> { Int(content)..<Int(max(content, end)) }
  var isOption: Bool { box != .none }
}
