import ReciteCore

/// Pages that report: summary, statistics, what is due, overrides.
extension PagePresenter {
  func summary(_ page: SummaryPage) -> [StyledText] {
    let score = page.outcome.score
    var line = StyledText("Score: ", .heading)
    line.append("\(short(score.credit)) of \(score.asked)", .strong)
    line.append(" (\(percent(score.share))), \(score.correct) right.")
    if let passed = page.outcome.passed, let mark = page.passMark {
      line.append(" Pass mark \(percent(mark)): ")
      line.append(passed ? "passed." : "not passed.", passed ? .right : .wrong)
    }
    var lines = line.wrapped(to: proseWidth)
    let rows = score.byTopic.map { line in
      [
        StyledText(line.topic?.rawValue ?? "no topic"), StyledText("\(line.asked) asked", .quiet),
        StyledText(short(line.credit)),
        StyledText(percent(line.asked == 0 ? 0 : line.credit / Double(line.asked)), .strong),
      ]
    }
    lines +=
      Table(head: [], rows: rows, flushRight: [1, 2, 3]).lines(within: width, indent: 2) ?? []
    lines += misses(page.misses)
    if let habit = page.habit.flatMap(habitText) { lines += prose(habit) }
    if !page.returns.isEmpty {
      let days = page.returns.map {
        "\($0.count) \(TimeSpan.text(from: page.today, to: $0.day))"
      }
      lines += label("Coming back", days.joined(separator: ", "))
    }
    return lines + [PagePresenter.blank]
  }

  private func misses(_ misses: [SummaryPage.Miss]) -> [StyledText] {
    guard !misses.isEmpty else { return [] }
    return [StyledText("Missed:", .heading)]
      + misses.flatMap { miss in
        StyledText(miss.stem).wrapped(to: proseWidth, first: StyledText("  - "))
          + (miss.response.isEmpty
            ? []
            : StyledText("you: " + miss.response, .quiet).wrapped(
              to: proseWidth, first: StyledText("    ")))
          + StyledText("answer: " + miss.keyText.joined(separator: "; ")).wrapped(
            to: proseWidth, first: StyledText("    "))
      }
  }

  func stats(_ page: StatsPage) -> [StyledText] {
    var head = StyledText("What you know", .heading)
    head.append(" (\(page.scope), \(counted(page.reviews, "review"))")
    if page.streak > 1 { head.append(", \(page.streak) days in a row") }
    head.append(")")
    if let goal = page.habit.goal {
      head.append("; today \(page.habit.today) of \(goal)")
    }
    var lines = head.wrapped(to: proseWidth)
    lines += masteryLegend(page.topics)
    let parts = [
      mastery("Topics", page.topics), mastery("Lessons", page.lessons), weakest(page.weakest),
      calibration(page.calibration), confidence(page.confidence),
      calendar(page.activity, through: page.today),
    ]
    for part in parts where !part.isEmpty { lines += [PagePresenter.blank] + part }
    return lines
  }

  /// What the three signs of a bar of mastery mean; nothing where nothing was answered yet.
  private func masteryLegend(_ topics: [StatsPage.TopicLine]) -> [StyledText] {
    guard !theme.isSpoken, topics.contains(where: { $0.seen > 0 }) else { return [] }
    var legend = StyledText(dots("⣿", "#"), .right)
    legend.append(" would be recalled now  ", .quiet)
    legend.append(dots("⠶", "+"), .nearly)
    legend.append(" seen  ", .quiet)
    legend.append(dots("⠐", "."), .quiet)
    legend.append(" new", .quiet)
    return legend.wrapped(to: proseWidth, first: StyledText("  "))
  }

  private func weakest(_ items: [StatsPage.WeakLine]) -> [StyledText] {
    guard !items.isEmpty else { return [] }
    var lines = [StyledText("Weakest", .heading)]
    for weak in items {
      lines += StyledText(weak.stem).wrapped(to: proseWidth, first: StyledText("  - "))
      let why = weak.reasons.map(WeakText.text).joined(separator: ", ")
      let missed = weak.missed.map { "; you last wrote \(quoted($0))" } ?? ""
      lines += StyledText(why + missed, .quiet).wrapped(
        to: proseWidth, first: StyledText("    "))
    }
    return lines
  }

  /// How often the learner was right when he said that he was, or was not, sure.
  private func confidence(_ rows: [StatsPage.ConfidenceLine]) -> [StyledText] {
    guard !rows.isEmpty else { return [] }
    return [StyledText("When you said", .heading)]
      + rows.flatMap { row in
        let share = Double(row.right) / Double(max(1, row.answers))
        return chartLine(
          StyledText(row.confidence.name), nameWidth: 15,
          bar: { bar(filled: share, width: $0) },
          remark: "right in \(percent(share)) of \(row.answers)", remarkWidth: 24)
      }
  }

  private func calibration(_ rows: [StatsPage.CalibrationLine]) -> [StyledText] {
    guard !rows.isEmpty else { return [] }
    return StyledText("Recall, with | where it was predicted", .heading).wrapped(to: proseWidth)
      + rows.flatMap { row in
        let remark = "\(percent(row.observed)) of \(counted(row.answers, "answer"))"
        return chartLine(
          StyledText("predicted \(percent(row.predicted))"), nameWidth: 15,
          bar: { bar(observed: row.observed, predicted: row.predicted, width: $0) },
          remark: remark, remarkWidth: 20)
      }
  }

  private func mastery(_ caption: String, _ rows: [StatsPage.TopicLine]) -> [StyledText] {
    guard !rows.isEmpty else { return [] }
    let nameWidth = nameWidth(rows.map(\.name))
    // On a narrow screen a name, a bar and two numbers share a line.
    let isNarrow = proseWidth < PagePresenter.widthForWords && !theme.isSpoken
    let remarks = rows.map { row -> String in
      let recall = row.recall.map { (isNarrow ? "" : "recall ") + percent($0) } ?? "new"
      return "\(row.seen) of \(row.items), \(recall)"
    }
    let remarkWidth = remarks.map { DisplayWidth.of($0) }.max() ?? 0
    return [StyledText(caption, .heading)]
      + zip(rows, remarks).flatMap { row, remark in
        let seen = Double(row.seen) / Double(max(row.items, 1))
        return chartLine(
          StyledText(row.name), nameWidth: nameWidth,
          bar: { bar(filled: seen * (row.recall ?? 0), begun: seen, width: $0) }, remark: remark,
          remarkWidth: remarkWidth)
      }
  }

  private static let widthForWords = 60

  func due(_ page: DuePage) -> [StyledText] {
    var lines = [StyledText("Coming back", .heading)]
    if page.overdue > 0 {
      lines += StyledText("overdue: \(page.overdue), counted for today", .nearly).wrapped(
        to: proseWidth, first: StyledText("  "))
    }
    let rows = page.days.filter { $0.count > 0 }
    if rows.isEmpty, page.overdue == 0 {
      return lines + prose("  Nothing in the next 30 days: there is nothing learned yet.")
    }
    let most = Double(rows.map(\.count).max() ?? 1)
    return lines
      + rows.flatMap { row in
        chartLine(
          StyledText("\(row.day)  \(TimeSpan.text(from: page.today, to: row.day))"), nameWidth: 22,
          bar: { bar(filled: Double(row.count) / most, width: $0) }, remark: "\(row.count)",
          remarkWidth: 4)
      }
  }

  func overrideList(_ overrides: [OverrideLine]) -> [StyledText] {
    guard !overrides.isEmpty else {
      return prose("No answer was declared right; :right after a question does.")
    }
    return overrides.flatMap { line in
      StyledText("\(line.key): " + line.answers.map(quoted).joined(separator: ", ")).wrapped(
        to: proseWidth, first: StyledText("  - "))
    }
  }
}

/// Why an item is weak, in words.
enum WeakText {
  static func text(_ reason: WeakItem.Reason) -> String {
    switch reason {
    case .leech(let lapses): "forgotten \(lapses) times"
    case .missedLast: "missed last time"
    case .lowCredit(let mean, let answers):
      "\(percent(mean)) of the credit in \(counted(answers, "answer"))"
    case .fading(let recall): "fading, recall \(percent(recall))"
    }
  }
}
