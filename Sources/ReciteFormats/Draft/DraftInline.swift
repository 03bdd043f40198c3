/// Drops what marks a text up inside a line, and what must never reach a learner.
enum DraftInline {
  /// The text without marks of Markdown and of reference, its spaces single.
  static func plain(_ text: String, isMarkdown: Bool) -> String {
    var scalars = Array(text.unicodeScalars)
    if isMarkdown {
      scalars = withoutMarks(scalars)
    } else if scalars.contains("[") {
      scalars = withoutReferences(scalars)
    }
    var plain = String.UnicodeScalarView()
    var isSpaced = true
    for scalar in scalars {
      if DraftTokenizer.isSpace(scalar) {
        if !isSpaced { plain.append(" ") }
        isSpaced = true
      } else if !TextScreen.isForbidden(scalar.value), scalar.value != 0xad {
        plain.append(scalar)
        isSpaced = false
      }
    }
    if isSpaced, !plain.isEmpty { plain.removeLast() }
    return String(plain)
  }

  /// The phrases of at most 40 letters between two `**`, `__`, `*` or `_`.
  static func emphasized(_ text: String) -> [String] {
    var found: [String] = []
    for mark in ["**", "__", "*", "_"] {
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count >= 3 else { continue }
      for index in stride(from: 1, to: parts.count - 1, by: 2) {
        let part = parts[index]
        guard (3...40).contains(part.count), part.first != " ", part.last != " ",
          !part.contains("*"), !part.contains(".")
        else { continue }
        found.append(String(part))
      }
      if mark.count == 2 { break }
    }
    return found
  }

  /// `[12]`, `[a]` and `[citation needed]` are marks of a reference.
  private static func withoutReferences(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == "[", let end = close(scalars, from: index, "]", within: 30),
        isReference(scalars[index + 1..<end])
      {
        index = end + 1
      } else {
        kept.append(scalars[index])
        index += 1
      }
    }
    return kept
  }

  private static func isReference(_ inside: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !inside.isEmpty else { return true }
    if inside.first == "^" || inside.count == 1 { return true }
    if inside.allSatisfy({ DraftTokenizer.isDigit($0) || ", –-".unicodeScalars.contains($0) }) {
      return true
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: inside)
    return ["citation needed", "note 1", "note 2", "clarification needed", "who?", "when?", "sic"]
      .contains(String(text).lowercased())
  }

  private static func close(
    _ scalars: [Unicode.Scalar], from start: Int, _ mark: Unicode.Scalar, within limit: Int
  ) -> Int? {
    let end = min(scalars.count, start + limit)
    guard start + 1 < end else { return nil }
    return scalars[start + 1..<end].firstIndex(of: mark)
  }

  private static func withoutMarks(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "\\":
        if index + 1 < scalars.count { kept.append(scalars[index + 1]) }
        index += 2
      case "*", "`", "~": index += 1
      case "_":
        let isInside =
          kept.last.map(DraftTokenizer.isLetter) ?? false && index + 1 < scalars.count
          && DraftTokenizer.isLetter(scalars[index + 1])
        if isInside { kept.append(scalar) }
        index += 1
      case "!" where index + 1 < scalars.count && scalars[index + 1] == "[":
        index = link(scalars, at: index + 1)?.end ?? index + 1
      case "[":
        guard let link = link(scalars, at: index) else {
          kept.append(scalar)
          index += 1
          continue
        }
        if !isReference(link.text) { kept += withoutMarks(Array(link.text)) }
        index = link.end
      case "<":
        if let end = close(scalars, from: index, ">", within: 400), isTag(scalars[index + 1..<end])
        {
          index = end + 1
        } else {
          kept.append(scalar)
          index += 1
        }
      case "&":
        if let entity = entity(scalars, at: index) {
          kept.append(entity.scalar)
          index = entity.end
        } else {
          kept.append(scalar)
          index += 1
        }
      default:
        kept.append(scalar)
        index += 1
      }
    }
    return kept
  }

  private static func isTag(_ inside: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = inside.first else { return false }
    return first == "/" || first == "!" || DraftTokenizer.isLetter(first)
  }

  /// `[text](target)`, `[text][label]` or `[text]`.
  private static func link(
    _ scalars: [Unicode.Scalar], at start: Int
  ) -> (text: ArraySlice<Unicode.Scalar>, end: Int)? {
    guard let end = close(scalars, from: start, "]", within: 400) else { return nil }
    let text = scalars[start + 1..<end]
    guard end + 1 < scalars.count else { return (text, end + 1) }
    if scalars[end + 1] == "(", let last = close(scalars, from: end + 1, ")", within: 1000) {
      return (text, last + 1)
    }
    if scalars[end + 1] == "[", let last = close(scalars, from: end + 1, "]", within: 200) {
      return (text, last + 1)
    }
    return (text, end + 1)
  }

  private static func entity(
    _ scalars: [Unicode.Scalar], at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard let end = close(scalars, from: start, ";", within: 9) else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start + 1..<end])
    let known: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
      "mdash": "—", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "hellip": "…",
    ]
    return known[String(name)].map { ($0, end + 1) }
  }
}
