/// The id and tags that stand in a question's comments.
struct GIFTComments {
  var idNumber: String?
  var tags: [String] = []

  init(_ comments: [String]) {
    for comment in comments {
      for (key, value) in GIFTComments.brackets(in: comment) {
        if key == "id", idNumber == nil { idNumber = value }
        if key == "tag" { tags.append(value) }
      }
    }
  }

  /// Every `[id:…]` and `[tag:…]` of a line; `\]` is a bracket within.
  private static func brackets(in text: String) -> [(key: String, value: String)] {
    var found: [(String, String)] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "[") {
      rest = rest[rest.index(after: open)...]
      guard let key = ["id", "tag"].first(where: { rest.hasPrefix($0 + ":") }) else { continue }
      var value = ""
      var isEscaped = false
      var end: Substring.Index?
      for index in rest.indices.dropFirst(key.count + 1) {
        let character = rest[index]
        if character == "]", !isEscaped {
          end = index
          break
        }
        if character == "]" { value.removeLast() }
        isEscaped = character == "\\"
        value.append(character)
      }
      guard let end else { break }
      let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { found.append((key, words)) }
      rest = rest[end...]
    }
    return found
  }
}
