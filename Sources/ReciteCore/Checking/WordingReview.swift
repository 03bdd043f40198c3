/// How single items read.
extension PackReviewer {
  mutating func reviewWording(of index: Int) {
    guard let (texts, _) = options(of: items[index]) else { return }
    if isEnglish, let word = hiddenNegation(in: items[index].stem) {
      mark(.hiddenNegation(word: word), index)
    }
    for (place, text) in texts.enumerated() where text.utf8.count > PackReviewer.longOption * 4 {
      let count = table.words(of: text).count
      if count > PackReviewer.longOption {
        mark(.longOption(words: count), index, .option(place))
      }
    }
  }

  /// Words above which an option is too long to be held in mind beside three others.
  private static let longOption = 40

  /// The word that turns a question round and is written like all others.
  private func hiddenNegation(in stem: [Block]) -> String? {
    for block in stem {
      guard case .paragraph(let text) = block else { continue }
      var sinceQuestion: Int?
      for run in text.runs {
        guard case .text(let part, let style) = run else { continue }
        let words = part.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" })
        for (place, word) in words.enumerated() {
          let lowered = word.lowercased()
          if ["which", "what", "who"].contains(lowered) {
            sinceQuestion = 0
            continue
          }
          guard let distance = sinceQuestion else { continue }
          sinceQuestion = distance + 1
          if Self.clauseOpeners.contains(lowered) { sinceQuestion = nil }
          guard lowered == "not" || lowered == "except" && distance < 12, distance <= 6,
            style.isEmpty, word != word.uppercased(),
            // "A reason not to go": what is asked for, not the question, is negative.
            words.dropFirst(place + 1).first?.lowercased() != "to"
          else { continue }
          return String(word)
        }
      }
    }
    return nil
  }

  private static let clauseOpeners: Set<String> = [
    "because", "why", "that", "if", "when", "although", "though", "whether", "since", "while",
    "only", "whose", "where", "but", "or", "and",
  ]
}
