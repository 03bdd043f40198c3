import ReciteCore

/// The verdict: a word first, then what was right, what was missing, why, and when it returns.
extension PagePresenter {
  func verdict(_ page: VerdictPage) -> [StyledText] {
    var lines = page.secondTry == .declined ? [] : headline(page)
    if page.isRetry { return lines }
    if case .open(let rubric) = page.item.kind {
      lines += points(page)
      if page.secondTry == .offered { return lines + offer(page) }
      for paragraph in rubric.model { lines += label("Model answer", paragraph) }
    } else {
      lines += parts(page)
    }
    if let feedback = page.verdict.feedback { lines += styled(feedback).wrapped(to: proseWidth) }
    if page.confidence == .sure, page.rating == .again {
      lines += prose("You were sure: this is one to look at twice (:passage).", .nearly)
    }
    if page.keyChanged {
      lines += prose("The key of this question changed since you last answered it.", .quiet)
    }
    for paragraph in page.item.explanation { lines += label("Why", paragraph) }
    lines += page.sources.flatMap(source)
    if let passage = page.passage { lines += quotation(of: passage) }
    lines += schedule(page)
    return lines + [PagePresenter.blank]
  }

  private func headline(_ page: VerdictPage) -> [StyledText] {
    var line = StyledText()
    switch page.verdict.outcome {
    case .correct:
      line.append("Correct", .right)
      line.append(page.secondTry == .taken ? ", at the second try." : ".", .right)
    case .form:
      line.append("Correct", .right)
      line.append(page.verdict.matched.map { "; usually written: \($0)." } ?? ".")
    case .spelling:
      line.append("Correct, with a slip", .right)
      if let slip = page.verdict.slip {
        line.append(": ")
        line.append(marked(slip))
        if let matched = page.verdict.matched { line.append(" (\(matched))") }
      } else {
        line.append(page.verdict.matched.map { ": \($0)" } ?? ".")
      }
    case .close:
      line.append(page.isRetry ? "Close." : "Close, half credit.", .nearly)
      line.append(page.isRetry ? " " + page.verdict.rule.retryAdvice : answer(page))
    case .partial:
      line.append("Partly right", .nearly)
      if page.secondTry == .taken { line.append(", after a second try") }
      line.append(": \(share(of: page))")
    case .wrong: line = wrong(page)
    }
    if !page.isRetry, page.hints > 0, page.verdict.credit > 0 {
      line.append(
        " \(counted(page.hints, "hint")) taken: \(short(page.credit)) of the credit.", .quiet)
    }
    return line.wrapped(to: proseWidth)
  }

  /// How many parts were right, and what they earn, as in `2 of 3 right, 67 % of the credit`.
  private func share(of page: VerdictPage) -> String {
    let verdict = page.verdict
    let asked = page.item.kind.needed ?? verdict.parts.count { $0.state != .extra }
    let right = verdict.parts.count { $0.isRight }
    let credit = "\(percent(verdict.credit)) of the credit."
    return asked == 0 ? credit : "\(right) of \(asked) right, " + credit
  }

  private func wrong(_ page: VerdictPage) -> StyledText {
    var line = StyledText()
    switch page.verdict.rule {
    case .givenUp: line.append("Given up.", .wrong)
    case .unreadable: line.append("Wrong: no answer could be read.", .wrong)
    default: line.append("Wrong.", .wrong)
    }
    if let confusion = page.verdict.confusion {
      let isOwn = confusion.item == page.key.item
      let whose =
        isOwn
        ? ", another part of this answer"
        : page.confusedWith.map { ", which belongs to \(quoted(unended($0)))" } ?? ""
      line.append(" You gave \(quoted(confusion.answer))\(whose).")
    }
    if page.verdict.parts.isEmpty { line.append(answer(page)) }
    return line
  }

  /// A stem without the full stop that the sentence around it has.
  private func unended(_ stem: String) -> String {
    stem.hasSuffix(".") && !stem.hasSuffix("..") ? String(stem.dropLast()) : stem
  }

  private func answer(_ page: VerdictPage) -> String {
    page.keyText.isEmpty ? "" : " The answer: " + page.keyText.joined(separator: "; ")
  }

  /// The slip in characters: `Heilong[k→j]iang`, `Jil[+i]n`, `Jilii[-i]n`.
  private func marked(_ slip: Slip) -> StyledText {
    slip.pieces.reduce(into: StyledText()) { line, piece in
      switch piece {
      case .same(let text): line.append(text)
      case .replaced(let typed, let expected):
        line.append("[\(typed)\(sign("→", ">"))\(expected)]", .mark)
      case .extra(let text): line.append("[-\(text)]", .mark)
      case .missing(let text): line.append("[+\(text)]", .mark)
      }
    }
  }

  private func parts(_ page: VerdictPage) -> [StyledText] {
    page.verdict.parts.flatMap { part -> [StyledText] in
      var line = StyledText()
      let mark: StyledText
      switch part.state {
      case .right(let outcome):
        mark = StyledText("  right    ", .right)
        line.append(part.key ?? part.typed ?? "")
        if outcome == .spelling, let slip = part.slip {
          line.append(": "); line.append(marked(slip))
        }
        if outcome == .form, let typed = part.typed { line.append(" (you wrote \(quoted(typed)))") }
      case .claimed:
        mark = StyledText("  claimed  ", .right)
        line.append(part.key ?? "")
      case .missing:
        mark = StyledText("  ") + notGiven(page)
        line.append(part.key ?? "")
      case .extra:
        mark = StyledText("  extra    ", .wrong)
        line.append(part.typed ?? "")
      case .wrong:
        mark = StyledText("  wrong    ", .wrong)
        line.append(
          [part.typed.map(quoted), part.key.map { "it is \($0)" }]
            .compactMap { $0 }.joined(separator: "; "))
      }
      return line.wrapped(to: proseWidth, first: mark)
    }
  }

  /// What stands before a part that was not given: of a full answer by `Need:` it is no fault.
  private func notGiven(_ page: VerdictPage) -> StyledText {
    page.verdict.outcome.isRight
      ? StyledText("also     ", .quiet) : StyledText("missing  ", .nearly)
  }

  /// The points of an open answer, numbered for `:claim`, each with the words that met it.
  ///
  /// While more may be added, what a missing point says is kept back.
  private func points(_ page: VerdictPage) -> [StyledText] {
    page.verdict.parts.enumerated().flatMap { index, part -> [StyledText] in
      let number = StyledText("  \(index + 1) ", .quiet)
      var line = StyledText()
      let mark: StyledText
      switch part.state {
      case .claimed: mark = StyledText("claimed  ", .right)
      case .missing: mark = notGiven(page)
      default: mark = StyledText("met      ", .right)
      }
      if part.state != .missing || page.secondTry != .offered { line.append(part.key ?? "") }
      if part.isRight, let typed = part.typed { line.append(" (\(quoted(typed)))", .quiet) }
      return line.wrapped(to: proseWidth, first: number + mark)
    }
  }

  /// The passage that teaches an answer, set off from what is said of the answer itself.
  private func quotation(of page: ReadingPage) -> [StyledText] {
    let bar = StyledText(sign("  │ ", "  | "), .quiet)
    var inner = self
    inner.width = proseWidth - bar.width
    let text = inner.lines(for: page.blocks).map { bar + $0 }
    let rows = readingRows ?? height.map { max(PagePresenter.fewestReadingRows, $0 / 3) }
    let title = label("Passage", page.section ?? page.lesson)
    guard let rows, text.count > rows else { return title + text }
    return title + text.prefix(rows) + prose(sign("…", "...") + " :passage for all of it", .command)
  }

  private func offer(_ page: VerdictPage) -> [StyledText] {
    let count = page.verdict.parts.count { $0.state == .missing }
    return prose(
      "A second try: add what is missing (\(counted(count, "point"))), or press Enter to see it.",
      .command)
  }

  private func schedule(_ page: VerdictPage) -> [StyledText] {
    var text = ""
    if page.returns {
      text = "It comes back in this session."
    } else if page.isRecorded {
      text = "Next time: \(TimeSpan.text(from: page.today, to: page.due))."
    }
    var lines = text.isEmpty ? [] : prose(text, .quiet)
    if page.isLeech {
      lines += prose(
        "Missed \(ReviewedCard.leechLapses) times: read its passage again (:passage), or tell the "
          + "author that it wants rewriting (:flag).", .nearly)
    }
    return lines
  }
}

extension GradingRule {
  /// What to look at before the second try; nothing of the key is given away.
  fileprivate var retryAdvice: String {
    switch self {
    case .unitMissing: "The number alone is not enough: give its unit too."
    case .nearSpelling: "Check the spelling, and try once more."
    default: "Try once more."
    }
  }
}

extension ItemKind {
  /// How many parts `Need:` asks for; nil where it stands nowhere.
  fileprivate var needed: Int? {
    switch self {
    case .list(_, let need): need
    case .open(let rubric): rubric.need
    default: nil
    }
  }
}

extension VerdictPart {
  fileprivate var isRight: Bool {
    switch state {
    case .right, .claimed: true
    case .missing, .extra, .wrong: false
    }
  }
}
