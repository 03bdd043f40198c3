import ReciteFormats

/// Shows how the questions of a foreign file were read.
package enum ImportPresenter {
  /// A line a question, and under it one for each answer with its weight.
  ///
  ///     12: multichoice → yalu  Which river is the border?
  ///         100 %  Yalu
  ///           0 %  Songhua
  package static func lines(of read: Import) -> [StyledText] {
    var lines: [StyledText] = []
    for question in read.questions {
      var line = StyledText("\(question.line): ", .quiet)
      line.append(VisibleText.of(question.kind), .strong)
      line.append(question.item.map { " → \($0)" } ?? "", .quiet)
      line.append("  " + oneLine(question.stem))
      lines.append(line)
      for answer in question.answers {
        var line = StyledText("    ")
        if let weight = answer.weight { line.append(percent(weight) + "  ", .quiet) }
        line.append(oneLine(answer.text))
        if let tolerance = answer.tolerance, tolerance > 0 { line.append(" ± \(tolerance)") }
        if let match = answer.match { line.append(" → " + oneLine(match)) }
        if !answer.feedback.isEmpty { line.append("  (\(oneLine(answer.feedback)))", .quiet) }
        lines.append(line)
      }
    }
    return lines
  }

  /// `12 questions read as gift: 11 items; 1 error, 3 warnings`.
  package static func summary(of read: Import) -> StyledText {
    let items = read.pack.items.count
    let count = read.questions.count
    var text =
      "\(count) \(count == 1 ? "question" : "questions") read as \(read.format.rawValue): "
      + "\(items) \(items == 1 ? "item" : "items")"
    if let faults = DiagnosticPresenter.summary(read.diagnostics) { text += "; " + faults }
    return StyledText(text)
  }

  private static func oneLine(_ text: String) -> String {
    VisibleText.of(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  private static func percent(_ share: Double) -> String {
    let rounded = (share * 10_000).rounded() / 100
    let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text + " %"
  }
}
