import ReciteCore

/// The question screen: where one stands, the stem, what can be chosen, what is expected.
extension PagePresenter {
  func question(_ page: QuestionPage) -> [StyledText] {
    var lines: [StyledText] = []
    if let reading = page.reading { lines += self.reading(reading) + [PagePresenter.blank] }
    if let view = page.map { return lines + onMap(page, view, above: lines.count) }
    lines += head(of: page)
    lines += stem(of: page)
    let choices = displayed(page.item, page.form)
    if !choices.isEmpty { lines += [PagePresenter.blank] + choices }
    return lines + [PagePresenter.blank] + shape(of: page)
  }

  private func shape(of page: QuestionPage) -> [StyledText] { prose(expected(page), .quiet) }

  /// The map with the question beside it, or below it on a narrow screen.
  ///
  /// `above` rows of the page are taken already.
  private func onMap(_ page: QuestionPage, _ view: MapView, above: Int) -> [StyledText] {
    let head = head(of: page)
    if theme.tellsMaps {
      return head + stem(of: page) + told(view) + [PagePresenter.blank] + shape(of: page)
    }
    return head
      + picture(
        of: view, above: above + head.count,
        text: { narrow in narrow.stem(of: page) + narrow.shape(of: page) })
  }

  /// What kind of answer is expected, and that one may say how sure one is.
  private func expected(_ page: QuestionPage) -> String {
    let shape = AnswerShape.text(for: page.item, as: page.form)
    if let confidence = page.confidence { return shape + " (you said \(confidence.name))" }
    return page.asksConfidence ? shape + "; before it :sure or :unsure" : shape
  }

  private func head(of page: QuestionPage) -> [StyledText] {
    let dot = sign(" · ", " - ")
    var line = StyledText("Question \(page.position) of \(page.total)", .heading)
    if page.isReturn { line.append(dot + "again", .nearly) }
    if let topic = page.item.topic { line.append(dot + topic.rawValue, .quiet) }
    line.append(dot + page.lesson.plain, .quiet)
    if let seconds = page.secondsLeft {
      line.append(dot + TimeSpan.text(seconds: seconds) + " left", .quiet)
    }
    // On a narrow screen a picture needs the row that the lesson's name would take.
    if page.map != nil, line.width > proseWidth, !standsBeside {
      return [line.shortened(to: proseWidth)]
    }
    return line.wrapped(to: proseWidth)
  }

  private func stem(of page: QuestionPage) -> [StyledText] {
    var presenter = self
    if case .cloze(let gaps, _) = page.item.kind { presenter.numbersGaps = gaps.count > 1 }
    return presenter.lines(for: page.item.stem, base: .strong)
  }

  /// What the learner chooses from, lettered as the form orders it.
  private func displayed(_ item: Item, _ form: AskedForm) -> [StyledText] {
    switch item.kind {
    case .choice(let options, _), .selection(let options, _):
      return lettered(form.order.compactMap { $0 < options.count ? styled(options[$0].text) : nil })
    case .ordering(let steps):
      return lettered(form.order.compactMap { $0 < steps.count ? StyledText(steps[$0].key) : nil })
    case .matching(let matching): return pairs(matching, form)
    case .chain(let links): return chain(links, form)
    case .trueFalse, .text, .number, .list, .cloze, .map, .open: return []
    }
  }

  func lettered(_ texts: [StyledText]) -> [StyledText] {
    texts.enumerated().flatMap { index, text in
      text.wrapped(
        to: proseWidth, first: StyledText("  " + AskedForm.letter(index) + ") ", .command))
    }
  }

  private func pairs(_ matching: Matching, _ form: AskedForm) -> [StyledText] {
    let rights = matching.pairs.map(\.right) + matching.distractors
    let left = matching.pairs.enumerated().flatMap { index, pair in
      styled(pair.left).wrapped(
        to: proseWidth, first: StyledText("  \(index + 1)) ", .command))
    }
    let right = lettered(form.order.compactMap { $0 < rights.count ? styled(rights[$0]) : nil })
    return styled(matching.leftCaption, base: .quiet).wrapped(to: proseWidth) + left
      + styled(matching.rightCaption, base: .quiet).wrapped(to: proseWidth) + right
  }
}

/// What kind of answer a question expects, in one line.
enum AnswerShape {
  static func text(for item: Item, as form: AskedForm) -> String {
    switch item.kind {
    case .choice: "one letter, \(letters(form))"
    case .selection: "every letter that fits, such as: a c"
    case .trueFalse: "true or false"
    case .text: "a few words"
    case .number(let key):
      item.marking.unitRequired && !key.unit.isEmpty ? "a number with its unit" : "a number"
    case .list(let answers, let need):
      "name \(need ?? answers.count), in any order, separated by commas"
    case .ordering: "the letters in their right order, such as: \(example(form))"
    case .matching: "pairs of number and letter, such as: 1b 2a"
    case .cloze(let gaps, _):
      gaps.count == 1 ? "the missing words" : "the \(gaps.count) missing parts, separated by ;"
    case .map(.pick): "one letter"
    case .map(.borders): "every letter that fits, such as: a c"
    case .map: "the name of the place"
    case .chain: chain(form)
    case .open(let rubric):
      "in your own words; \(counted(rubric.need ?? rubric.points.count, "point")) looked for"
    }
  }

  private static func letters(_ form: AskedForm) -> String {
    "a to " + AskedForm.letter(max(0, form.order.count - 1))
  }

  private static func example(_ form: AskedForm) -> String {
    (0..<form.order.count).reversed().map(AskedForm.letter).joined(separator: " ")
  }

  private static func chain(_ form: AskedForm) -> String {
    switch form.chain {
    case .whatFollows: "what follows"
    case .whatLedTo: "what led to it"
    case .missingLink: "the missing link"
    case .order, nil: "the letters from the first cause to the last effect"
    }
  }
}

/// Spans of time in words.
package enum TimeSpan {
  /// `1:05` minutes, or `1:02:03` hours.
  package static func text(seconds: Int) -> String {
    let left = max(0, seconds)
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    guard left >= 3600 else { return "\(left / 60):" + two(left % 60) }
    return "\(left / 3600):" + two(left / 60 % 60) + ":" + two(left % 60)
  }

  /// `today`, `tomorrow`, `in 5 days`.
  static func text(from today: Day, to day: Day) -> String {
    switch day.days(since: today) {
    case ...0: "today"
    case 1: "tomorrow"
    case let days: "in \(days) days"
    }
  }

  static func text(from today: Day, to due: Due) -> String {
    switch due {
    case .day(let day): text(from: today, to: day)
    case .instant: "later today"
    }
  }
}
