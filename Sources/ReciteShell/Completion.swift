/// What Tab offers at the cursor.
package struct Completion: Equatable, Sendable {
  /// Nothing to offer.
  package static let none = Completion(start: 0, candidates: [])

  /// Where the word to complete begins, in UTF-8 bytes of the line; it ends at the cursor.
  package var start: Int
  /// What may stand there instead, in the order to be shown.
  package var candidates: [Candidate]

  package init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }

  /// One text that may be put in.
  package struct Candidate: Equatable, Sendable {
    /// What is put into the line.
    package var text: String
    /// What the list shows.
    package var display: String
    /// A word on what it is, shown beside it; empty for none.
    package var note: String
    /// What follows once it is the only one: a blank, or nothing after a folder's slash.
    package var ending: String

    package init(_ text: String, display: String? = nil, note: String = "", ending: String = " ") {
      self.text = text
      self.display = display ?? text
      self.note = note
      self.ending = ending
    }
  }

  /// What Tab does to a word.
  enum Step: Equatable {
    /// Nothing fits: the bell.
    case nothing
    /// The word is replaced.
    case replace(String)
    /// The candidates are shown.
    case list([Candidate])
  }

  /// The step that Tab takes when `typed` stands where the completion begins.
  func step(for typed: String) -> Step {
    guard let first = candidates.first else { return .nothing }
    if candidates.count == 1 { return .replace(Completion.clean(first.text + first.ending)) }
    let shared = candidates.dropFirst().reduce(Substring(first.text)) {
      Completion.sharedStart($0, Substring($1.text))
    }
    let gain = Completion.clean(String(shared))
    return gain.count > typed.count ? .replace(gain) : .list(candidates)
  }

  /// Compares characters by their scalars, so that a mark is never cut from its letter and two
  /// spellings of one letter are not taken for each other.
  private static func sharedStart(_ one: Substring, _ other: Substring) -> Substring {
    var end = one.startIndex
    for (left, right) in zip(one, other) {
      guard left.unicodeScalars.elementsEqual(right.unicodeScalars) else { break }
      end = one.index(after: end)
    }
    return one[..<end]
  }

  /// A text without control characters, for the line and for the screen.
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7f...0x9f, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }
}

/// Candidates laid out for a screen, down the columns first, as `ls` does.
struct CandidateList {
  /// The rows, none wider than the screen where one candidate fits at all.
  let rows: [String]

  /// Takes the rows of a screen but for a third of them; what does not fit is counted in the last.
  init(_ candidates: [Completion.Candidate], size: TerminalSize) {
    let room = max(2, size.rows * 2 / 3)
    let width = max(1, size.columns - 1)
    let widest = candidates.map { LineLayout.width(of: Completion.clean($0.display)) }.max() ?? 0
    // Notes take a row a candidate; where there are not so many rows, the names alone do.
    let hasNotes = candidates.count <= room && candidates.contains { !$0.note.isEmpty }
    let columns = hasNotes ? 1 : max(1, (width + 2) / (widest + 2))
    let fits = candidates.count <= room * columns
    let shown = fits ? candidates : Array(candidates.prefix((room - 1) * columns))
    let height = (shown.count + columns - 1) / columns
    var rows = (0..<height).map { row in
      let cells = stride(from: row, to: shown.count, by: height).map { index in
        let cell = CandidateList.padded(Completion.clean(shown[index].display), to: widest + 2)
        return hasNotes ? cell + Completion.clean(shown[index].note) : cell
      }
      return CandidateList.cut(cells.joined(), to: width)
    }
    if !fits { rows.append("and \(candidates.count - shown.count) more") }
    self.rows = rows
  }

  private static func padded(_ cell: String, to width: Int) -> String {
    cell + String(repeating: " ", count: max(0, width - LineLayout.width(of: cell)))
  }

  private static func cut(_ row: String, to width: Int) -> String {
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in row.unicodeScalars {
      used += LineLayout.width(of: scalar.value)
      if used > width { break }
      kept.append(scalar)
    }
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
