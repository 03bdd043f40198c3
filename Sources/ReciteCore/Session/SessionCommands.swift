/// Commands typed at a question.
extension Session {
  mutating func obey(_ command: MetaCommand, at: Timestamp) -> [Effect] {
    guard let asked = stage.asked else { return [] }
    switch command.verb {
    case .hint: return hint(of: asked)
    case .skip, .show:
      if asked.isSecondTry { return decline(at: at) }
      if command.verb == .skip { return skip(asked, at: at) }
      let verdict = Verdict(outcome: .wrong, credit: 0, rule: .givenUp)
      return settle("", verdict, of: asked, at: at)
    case .sure: return declare(.sure, command.argument, of: asked, at: at)
    case .unsure: return declare(.unsure, command.argument, of: asked, at: at)
    case .read: return read(asked)
    case .map: return map(command.argument, of: asked)
    case .why: return aboutLast { .why($0.page.verdict.rule, response: $0.page.response) }
    case .source:
      return aboutLast { last in
        last.page.sources.isEmpty
          ? .notice(.noSource) : .sources(last.page.key, last.page.sources)
      }
    case .passage: return aboutLast { passage(around: course.entries[$0.asked.entry], $0.page) }
    case .right: return override(at: at)
    case .easy: return rateEasy(at: at)
    case .claim: return claim(command.argument, at: at)
    case .flag: return flag(asked, command.argument, at: at)
    case .unflag: return flag(asked, "", at: at)
    case .suspend, .bury: return setAside(asked, command.verb, at: at)
    case .undo: return undo(at: at)
    case .stats:
      let scope =
        course.packs.count == 1 ? course.packs[0].id.rawValue : "the packs of this session"
      let page = StatsPage(of: course, scope: scope, progress, scheduler, at: at, goal: plan.goal)
      return [.show(.stats(page)), .ask(prompt)]
    case .help: return help(command.argument)
    case .quit: return leave(at: at)
    case .goOn, .study, .drill, .quiz, .mistakes, .cram, .packs, .open, .due, .flags, .causes,
      .find, .goal, .suspended, .unsuspend, .unbury, .settings, .set:
      return say(.unknownCommand(word: command.verb.rawValue, suggestion: nil, at: .question))
    }
  }

  private func help(_ word: String) -> [Effect] {
    let topic = HelpTopic(word)
    if topic == nil, !word.isEmpty {
      let near = nearest(to: word.lowercased(), among: HelpTopic.allNames)
      return say(.noSuchHelp(word, suggestion: near))
    }
    let pack = stage.asked.map { course.pack(of: course.entries[$0.entry]) }
    return [
      .show(.help(HelpPage(topic: topic, place: .question, names: HelpNames(of: pack)))),
      .ask(prompt),
    ]
  }

  /// `:sure` and `:unsure`: noted for the answer that follows, or stands behind it.
  private mutating func declare(
    _ confidence: Confidence, _ response: String, of asked: Asked, at: Timestamp
  ) -> [Effect] {
    stage.asked?.confidence = confidence
    return response.isEmpty ? say(.said(confidence)) : answer(response, at: at)
  }

  private mutating func hint(of asked: Asked) -> [Effect] {
    if plan.isQuiz { return say(.notInQuiz(.hint)) }
    guard plan.givesHints else { return say(.hintsOff) }
    let hints = course.entries[asked.entry].item.hints
    guard !hints.isEmpty else { return say(.noHints) }
    guard asked.hints < hints.count else { return say(.noMoreHints(given: hints.count)) }
    stage.asked?.hints += 1
    return [
      .show(.hint(text: hints[asked.hints], number: asked.hints + 1, of: hints.count)),
      .ask(prompt),
    ]
  }

  /// Leaves an item unanswered; in a quiz that is a wrong answer.
  private mutating func skip(_ asked: Asked, at: Timestamp) -> [Effect] {
    if plan.isQuiz {
      let verdict = Verdict(outcome: .wrong, credit: 0, rule: .givenUp)
      return settle("", verdict, of: asked, at: at)
    }
    stage.asked = nil
    return [.show(.notice(.skipped))] + askNext(at: at)
  }

  private func read(_ asked: Asked) -> [Effect] {
    if plan.isQuiz { return say(.notInQuiz(.read)) }
    let page = reading(of: course.entries[asked.entry], isExcerpt: false)
    return page.blocks.isEmpty ? say(.noPassage) : [.show(.reading(page)), .ask(prompt)]
  }

  /// The question's own map again, or the pack's without the names that would answer the question.
  private func map(_ place: String, of asked: Asked) -> [Effect] {
    let entry = course.entries[asked.entry]
    let pack = course.pack(of: entry)
    if let page = MapPage(asking: entry.item, asked.form, of: pack, argument: place) {
      return [.show(.map(page)), .ask(prompt)]
    }
    if plan.isQuiz { return say(.notInQuiz(.map)) }
    guard pack.map != nil else { return say(.noMap) }
    let hidden = entry.item.textsToHide(as: asked.form, on: pack.map)
    guard let page = MapPage(of: pack, argument: place, hiding: hidden) else {
      let known = MapPage(of: pack, argument: "", hiding: hidden)?.places.map(\.rawValue) ?? []
      return say(.noSuchPlace(place, known: known, suggestion: nearest(to: place, among: known)))
    }
    return [.show(.map(page)), .ask(prompt)]
  }

  private func aboutLast(_ page: (Answered) -> Page) -> [Effect] {
    guard let last = log.last else { return say(.nothingAnswered) }
    return [.show(page(last)), .ask(prompt)]
  }

  /// The paragraphs that teach an item; its section's reading where it names none.
  func passage(of entry: Course.Entry) -> Page {
    let lesson = course.lesson(of: entry)
    let named = entry.item.passages.compactMap(lesson.paragraph)
    var page = reading(of: entry, isExcerpt: false)
    page.place = nil
    if !named.isEmpty { page.blocks = named }
    return page.blocks.isEmpty ? .notice(.noPassage) : .reading(page)
  }

  /// The paragraphs that teach an item, with their neighbours; without any named, those of its
  /// section in which the most words of question and answer stand.
  private func passage(around entry: Course.Entry, _ verdict: VerdictPage) -> Page {
    var page = reading(of: entry, isExcerpt: false)
    page.place = nil
    let blocks = course.lesson(of: entry).sections.flatMap(\.reading)
    let named = entry.item.passages.compactMap(course.lesson(of: entry).paragraph)
    var taught = blocks.indices.filter { named.contains(blocks[$0]) }
    if taught.isEmpty { taught = likeliest(in: blocks, for: entry, verdict) }
    guard let first = taught.first, let last = taught.last, last - first < 12 else {
      return page.blocks.isEmpty ? .notice(.noPassage) : .reading(page)
    }
    let around = max(0, first - 1)..<min(blocks.count, last + 2)
    page.blocks = Array(blocks[around])
    page.focus = first - around.lowerBound..<last + 1 - around.lowerBound
    return .reading(page)
  }

  /// The block of an item's section that says most of what it asks; empty where none says any.
  private func likeliest(
    in blocks: [Block], for entry: Course.Entry, _ verdict: VerdictPage
  ) -> [Int] {
    let stem = entry.item.stem.map(\.plain).joined(separator: " ")
    let words = (entry.item.quotes + verdict.keyText + [stem]).joined(separator: " ")
    let query = SearchQuery(words, lexicon: grader.lexicon)
    var scan = SearchScan(query, lexicon: grader.lexicon)
    var best: (index: Int, met: Int)?
    let own = course.section(of: entry).reading
    for (index, block) in blocks.enumerated() where own.contains(block) && block.isParagraph {
      scan.reset()
      scan.add(block.plain, weight: 1)
      let met = scan.frequencies.count { $0 > 0 }
      if met > best?.met ?? 0 { best = (index, met) }
    }
    return best.map { [$0.index] } ?? []
  }

  /// The word that makes `:flag` mean the question answered last.
  private static let previous = "previous"

  private mutating func flag(_ asked: Asked, _ argument: String, at: Timestamp) -> [Effect] {
    guard plan.records else { return say(.notRecorded(.flag)) }
    var key = course.entries[asked.entry].key
    var note = argument
    let first = note.prefix { $0 != " " && $0 != "\t" }
    if first.lowercased() == Self.previous {
      guard let last = log.last else { return say(.nothingAnswered) }
      key = last.page.key
      note = String(note.dropFirst(first.count)).trimmingBlanks()
    }
    let text = String(note.prefix(1000))
    let isFlagged = progress.items[key]?.flag != nil
    guard !text.isEmpty || isFlagged else {
      return say(.missingArgument(.flag, at: .question))
    }
    return [record(.flag(key, note: text), at: at)]
      + say(text.isEmpty ? .unflagged(key) : .flagged(key, note: text))
  }

  private mutating func setAside(
    _ asked: Asked, _ verb: MetaCommand.Verb, at: Timestamp
  ) -> [Effect] {
    if plan.isQuiz { return say(.notInQuiz(verb)) }
    guard plan.records else { return say(.notRecorded(verb)) }
    let key = course.entries[asked.entry].key
    let action: JournalEntry.Action =
      verb == .suspend
      ? .suspension(key, isSuspended: true)
      : .burial(key, until: scheduler.day(of: at).advanced(by: 1))
    let effects = [record(action, at: at)] + keptBack
    stage.asked = nil
    let notice: Notice = verb == .suspend ? .suspended(key) : .buried(key)
    return effects + [.show(.notice(notice))] + askNext(at: at)
  }
}
