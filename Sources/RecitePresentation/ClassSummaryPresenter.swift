import ReciteCore
import ReciteFormats

/// What marking a class came to, as lines.
package struct ClassSummaryPresenter {
  private let width: Int

  /// A presenter for so many columns.
  package init(width: Int) { self.width = width }

  /// The summary; `look` answers wait to be looked at, in the list at `review` where there is one.
  package func lines(
    _ summary: ClassSummary, look: Int, review: String?, overrides: String?
  ) -> [StyledText] {
    var head = StyledText("Marked: ", .heading)
    head.append(
      "\(counted(summary.learners, "learner")), \(counted(summary.answers, "answer"))")
    if let mean = summary.meanScore { head.append(", mean score \(percent(mean))") }
    if summary.settled > 0 { head.append(", \(summary.settled) settled by hand") }
    var lines = head.wrapped(to: width)
    lines += table(summary)
    lines += scores(summary)
    guard look > 0 else { return lines }
    let what =
      look == 1
      ? "1 different answer to look at by hand" : "\(look) different answers to look at by hand"
    let todo =
      review.map { review in
        "\(what): in '\(review)'. Write right, wrong or a number from 0 to 1 under 'settled', and add "
          + "--overrides '\(review)'."
      } ?? "\(what). Add --review FILE to list them."
    return lines + StyledText(todo, .nearly).wrapped(to: width)
  }

  private func table(_ summary: ClassSummary) -> [StyledText] {
    let head = ["item", "right", "nearly", "wrong", "blank", "mean", "look at"]
    let rows = summary.items.filter { $0.answers > 0 }.map { item in
      [
        StyledText(item.id.rawValue), StyledText("\(item.right)"), StyledText("\(item.nearly)"),
        StyledText("\(item.wrong - item.blank)"), StyledText("\(item.blank)"),
        StyledText(percent(item.facility ?? 0), .strong),
        StyledText(item.look > 0 ? "\(item.look)" : "", .nearly),
      ]
    }
    let table = Table(
      head: head.map { StyledText($0, .quiet) }, rows: rows, flushRight: [1, 2, 3, 4, 5, 6])
    if let lines = table.lines(within: width, indent: 2) { return lines }
    return rows.flatMap { row in
      let rest = zip(head, row).dropFirst().map { "\($0) \($1.text)" }.joined(separator: ", ")
      return row[0].wrapped(to: width, first: StyledText("  "))
        + StyledText(rest).wrapped(to: width, first: StyledText("    "))
    }
  }

  /// How many learners reached which tenth of the score, as bars.
  private func scores(_ summary: ClassSummary) -> [StyledText] {
    guard summary.learners > 1, let most = summary.tenths.max(), most > 0 else { return [] }
    var lines = [StyledText("Scores:", .quiet)]
    for (tenth, count) in summary.tenths.enumerated() {
      let label = "\(tenth * 10)–\(tenth * 10 + 10) %"
      let padding = String(repeating: " ", count: 9 - label.count)
      let length = count == 0 ? 0 : max(1, count * min(40, width - 22) / most)
      var line = StyledText("  \(padding)\(label) ", .quiet)
      line.append(String(repeating: "#", count: max(0, length)))
      line.append(count > 0 ? " \(count)" : "")
      line.trimTrailingSpaces()
      lines.append(line)
    }
    return lines
  }
}
