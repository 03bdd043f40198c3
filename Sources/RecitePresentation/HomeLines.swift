import ReciteCore

/// The home screen, the list of packs, and how regularly one studies.
extension PagePresenter {
  func home(_ page: HomePage) -> [StyledText] {
    let questions = page.packs.reduce(0) { $0 + $1.items }
    let head =
      StyledText("Recite", .heading)
      + StyledText(": \(counted(page.packs.count, "pack")), \(counted(questions, "question"))")
    var end: [StyledText] = [PagePresenter.blank]
    let due = page.due == 0 ? "Nothing is due." : "Due now: \(page.due)."
    let new = page.new == 0 ? "" : " New today: \(page.new)."
    end += prose(due + new)
    if let habit = habitText(page.habit) { end += prose(habit) }
    end += prose(enter(page), .command)
    let room = (height ?? Int.max) - head.wrapped(to: proseWidth).count - end.count - 1
    return head.wrapped(to: proseWidth) + packList(page.packs, rows: room) + end
  }

  private func enter(_ page: HomePage) -> String {
    let rest = "or type a command: help lists them, quit leaves."
    if page.due + page.new == 0 {
      return "'drill TOPIC' and 'cram' practise all the same; help lists the commands, quit leaves."
    }
    return "Press Enter to \(page.habit.today > 0 ? "go on" : "begin"), " + rest
  }

  /// Today's answers, the goal and the days in a row; nil where there is nothing to say yet.
  func habitText(_ habit: Habit) -> String? {
    var parts: [String] = []
    if let goal = habit.goal {
      parts.append(
        "Today: \(habit.today) of \(counted(goal, "answer"))"
          + (habit.hasReachedGoal ? ", the goal is reached." : "."))
    } else if habit.today > 0 {
      parts.append("Today: \(counted(habit.today, "answer")).")
    }
    if habit.streak > 1 { parts.append("\(habit.streak) days in a row.") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  func habit(_ habit: Habit) -> [StyledText] {
    let text = habitText(habit) ?? "No answer yet today."
    return prose(text)
      + (habit.goal == nil ? prose("There is no goal; 'goal 20' sets one.", .quiet) : [])
  }

  /// The packs, at most so many lines of them; the rest is counted.
  func packList(_ packs: [PackLine], rows limit: Int = .max) -> [StyledText] {
    let rows = packs.map { pack in
      [
        StyledText(pack.id.rawValue, .command), StyledText(pack.title),
        StyledText(counted(pack.items, "question"), .quiet),
        StyledText(pack.seen == 0 ? "new" : "\(pack.seen) seen, \(pack.due) due", .quiet),
      ]
    }
    let blocks =
      Table(head: [], rows: rows).lines(within: width, indent: 2).map { $0.map { [$0] } }
      ?? rows.map { row in
        let rest = row.dropFirst().map(\.text).joined(separator: ", ")
        return row[0].wrapped(to: proseWidth, first: StyledText("  "))
          + StyledText(rest).wrapped(to: proseWidth, first: StyledText("    "))
      }
    let room = max(4, limit)
    guard blocks.reduce(0, { $0 + $1.count }) > room else { return blocks.flatMap { $0 } }
    var lines: [StyledText] = []
    var shown = 0
    // One line for the rest.
    while shown < blocks.count, lines.count + blocks[shown].count < room {
      lines += blocks[shown]
      shown += 1
    }
    return lines
      + prose("  and \(counted(blocks.count - shown, "more pack")); 'packs' lists them", .quiet)
  }

  // MARK: - What was put aside

  func flagList(_ flags: [FlagLine]) -> [StyledText] {
    guard !flags.isEmpty else { return prose("Nothing is flagged; :flag NOTE at a question does.") }
    return flags.flatMap { flag in
      StyledText(flag.key.description, .command).wrapped(to: proseWidth, first: StyledText("  "))
        + (flag.stem.map {
          StyledText($0, .quiet).wrapped(to: proseWidth, first: StyledText("    "))
        } ?? [])
        + StyledText(flag.note).wrapped(to: proseWidth, first: StyledText("    note: ", .quiet))
    } + prose("'unflag ITEM' takes a flag back.", .quiet)
  }

  func aside(_ page: AsidePage) -> [StyledText] {
    guard !page.suspended.isEmpty || !page.buried.isEmpty else {
      return prose("Nothing is put aside; :suspend and :bury at a question do.")
    }
    var lines: [StyledText] = []
    if !page.suspended.isEmpty {
      lines +=
        [StyledText("Suspended", .heading)] + page.suspended.flatMap { aside($0, page.today) }
        + prose("'unsuspend ITEM' asks one again, 'unsuspend all' every one.", .quiet)
    }
    if !page.buried.isEmpty {
      lines +=
        [StyledText("Buried", .heading)] + page.buried.flatMap { aside($0, page.today) }
        + prose("'unbury ITEM' asks one today after all.", .quiet)
    }
    return lines
  }

  private func aside(_ line: AsidePage.Line, _ today: Day) -> [StyledText] {
    var text = StyledText(line.key.description, .command)
    if let until = line.until {
      text.append(", back \(TimeSpan.text(from: today, to: until))", .quiet)
    }
    return text.wrapped(to: proseWidth, first: StyledText("  "))
      + StyledText(line.stem, .quiet).wrapped(to: proseWidth, first: StyledText("    "))
  }
}
