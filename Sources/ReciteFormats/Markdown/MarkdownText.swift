import ReciteCore

/// Writes texts so that they read back as they are: what would mean something is escaped.
enum MarkdownText {
  /// Where a text stands, which settles what has to be escaped.
  enum Place {
    /// At the start of a line of prose: markers of blocks and fields count too.
    case line
    /// Behind a marker or a field's name, where a bar is plain.
    case value
    /// Between bars.
    case alternative
    /// In a cell of a table.
    case cell
    case heading
  }

  /// A text with its marks; `gaps` are the answers of the stem's gaps.
  static func text(_ text: RichText, at place: Place, gaps: [Accepted] = []) -> String {
    var written = ""
    for (index, run) in text.runs.enumerated() {
      switch run {
      case .gap(let number):
        // Without its key a gap is shown as it is asked.
        written +=
          gaps.indices.contains(number) ? "{{" + alternatives(gaps[number]) + "}}" : "____"
      case .link(let text, let target):
        written += text == target ? "<\(target)>" : "[\(escaped(text, at: place))](\(target))"
      case .text(let part, let style):
        if style.contains(.code) {
          written += code(part)
          continue
        }
        let isFirst = index == 0 && style.isEmpty
        let mark =
          style.contains(.strong)
          ? (style.contains(.emphasis) ? "***" : "**")
          : style.contains(.emphasis) ? "*" : ""
        written +=
          mark + escaped(part, at: isFirst ? place : place == .cell ? .cell : .value) + mark
      }
    }
    return place == .heading ? protectedEnd(written) : written
  }

  /// An answer with its alternatives between bars.
  static func alternatives(_ accepted: Accepted) -> String {
    accepted.all.map(alternative).joined(separator: " | ")
  }

  /// One alternative; arrows and full-width bars, which no backslash makes plain, go into code.
  static func alternative(_ text: String) -> String {
    let needsCode = text.unicodeScalars.contains { unescapable.contains($0) }
    return needsCode ? code(text) : escaped(text, at: .alternative)
  }

  private static let unescapable: Set<Unicode.Scalar> = ["→", "⟶", "⇒", "➔", "➜", "➝", "｜"]

  /// A text in a code span with one mark more than stand in it.
  static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == Ascii.backtick ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    let isEdged =
      text.first == "`" || text.last == "`"
      || text.count > 1 && text.first == " " && text.last == " "
    return isEdged ? "\(marks) \(text) \(marks)" : marks + text + marks
  }

  /// A phrase of a point: only bars, backslashes, backticks and a ` + ` mean anything there.
  static func phrase(_ text: String) -> String {
    var written = ""
    for character in text {
      if character == "\\" || character == "|" || character == "`" || character == "+" {
        written.append("\\")
      }
      written.append(character)
    }
    // `(2)` would be a weight.
    return written.hasPrefix("(") ? "\\" + written : written
  }

  /// A text with a backslash before whatever would mean something at its place.
  static func escaped(_ text: String, at place: Place) -> String {
    var written = ""
    let bytes = Array(text.utf8)
    var blank = BlankFinder(text)
    for (index, character) in text.enumerated() {
      if blank.isInBlank(at: index) {
        written.append(character)
        continue
      }
      switch character {
      case "\\", "*", "_", "`", "[", "<": written.append("\\")
      case "{" where text.contains("{{") || place == .heading: written.append("\\")
      case "}" where text.contains("}}"): written.append("\\")
      case "!" where text.contains("!["): written.append("\\")
      case "|" where place == .alternative || place == .cell || place == .line:
        written.append("\\")
      case "-" where place == .alternative && text.contains("->"): written.append("\\")
      case "=" where place == .alternative && text.contains("=>"): written.append("\\")
      case "\"" where place == .alternative: written.append("\\")
      case _
      where index == 0 && (place == .line || place == .value)
        && startsBlock(bytes, everywhere: place == .line):
        if let first = bytes.first, Ascii.isPunctuation(first) { written.append("\\") }
      default: break
      }
      written.append(character)
    }
    return place == .line ? withoutMarker(written) : written
  }

  /// True where the first character could begin a block or a box.
  private static func startsBlock(_ bytes: [UInt8], everywhere: Bool) -> Bool {
    guard let first = bytes.first else { return false }
    let marks: [UInt8] = [
      Ascii.hash, Ascii.hyphen, Ascii.plus, Ascii.greater, Ascii.tilde, Ascii.equals, Ascii.colon,
    ]
    return everywhere && marks.contains(first)
  }

  /// `1.` and `Word:` at the start of a line, with a backslash before the mark.
  private static func withoutMarker(_ text: String) -> String {
    var text = text
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let next = text[digits.endIndex...].first, next == "." || next == ")" {
      text.insert("\\", at: digits.endIndex)
      return text
    }
    if let first = text.first, first.isLetter, let second = text.dropFirst().first,
      second == ")" || second == "."
    {
      text.insert("\\", at: text.index(after: text.startIndex))
      return text
    }
    if beginsField(text), let colon = text.firstIndex(of: ":") { text.insert("\\", at: colon) }
    return text
  }

  private static func beginsField(_ text: String) -> Bool {
    Bytes.reading(Array(text.utf8)) { bytes, _ in
      let end = Int32(clamping: bytes.count)
      let line = Line(kind: .text, start: 0, marker: 0, content: 0, end: end)
      return FieldLead(line, in: bytes) != nil
    }
  }

  /// A closing run of `#` would be no part of the heading.
  private static func protectedEnd(_ text: String) -> String {
    guard text.hasSuffix("#") else { return text }
    return String(text.dropLast()) + "\\#"
  }
}

/// Finds the blanks of a text, five underscores and more among other words: they need no escapes.
private struct BlankFinder {
  private var blanks: [Range<Int>] = []

  init(_ text: String) {
    guard text.contains("_____"), text.contains(where: { $0 != "_" && !$0.isWhitespace }) else {
      return
    }
    var start: Int?
    for (index, character) in text.enumerated() {
      if character == "_" {
        start = start ?? index
      } else if let begun = start {
        if index - begun >= 5 { blanks.append(begun..<index) }
        start = nil
      }
    }
    if let begun = start, text.count - begun >= 5 { blanks.append(begun..<text.count) }
  }

  mutating func isInBlank(at index: Int) -> Bool {
    while let first = blanks.first, index >= first.upperBound { blanks.removeFirst() }
    return blanks.first?.contains(index) ?? false
  }
}
