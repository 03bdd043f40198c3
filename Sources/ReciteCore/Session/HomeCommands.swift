/// Commands typed at the home prompt.
extension Home {
  mutating func obey(_ command: MetaCommand, at: Timestamp) -> [Effect] {
    let argument = command.argument
    switch command.verb {
    case .goOn: return goOn(at: at)
    case .study: return begin(command, .study, allowing: [.count, .seed, .practice], at: at)
    case .quiz: return quiz(command, at: at)
    case .mistakes: return begin(command, .mistakes, allowing: [.count, .seed, .practice], at: at)
    case .cram: return begin(command, .cram, allowing: [.count, .seed], at: at)
    case .drill: return drill(command, at: at)
    case .packs: return show(.packs(library.map { PackLine(of: $0, progress, scheduler, at: at) }))
    case .open: return open(argument)
    case .read: return read(argument, at: at)
    case .find: return find(argument)
    case .map: return map(argument)
    case .causes: return causes(at: at)
    case .stats:
      let page = StatsPage(
        of: Course(chosen), scope: open?.rawValue ?? "all packs", progress, scheduler, at: at,
        goal: settings.goal)
      return show(.stats(page))
    case .due: return show(.due(DuePage(of: Course(chosen), progress, scheduler, at: at)))
    case .goal: return show(.habit(habit(at: at)))
    case .flags: return show(.flags(progress.flagLines(in: Course(library))))
    case .suspended: return show(.aside(asidePage(at: at)))
    case .flag: return flag(argument, at: at)
    case .unflag, .suspend, .unsuspend, .bury, .unbury:
      return setAside(command.verb, argument, at: at)
    case .undo: return undoFinished(at: at)
    case .help: return help(argument)
    case .quit: return quit()
    case .hint, .skip, .show, .sure, .unsure, .why, .passage, .source, .right, .claim, .easy,
      .settings, .set:
      return say(.unknownCommand(word: command.verb.rawValue, suggestion: nil, at: .home))
    }
  }

  // MARK: - Sessions

  /// Begins a session on the packs that the command names, with its options.
  private mutating func begin(
    _ command: MetaCommand, _ mode: SessionPlan.Mode, allowing names: [CommandOptions.Name],
    at: Timestamp
  ) -> [Effect] {
    do {
      let options = try CommandOptions(command.argument, allowing: names)
      let packs = try packs(named: options.words)
      return begin(mode, on: packs, options, at: at)
    } catch {
      return say(notice(for: error, command.verb))
    }
  }

  private mutating func quiz(_ command: MetaCommand, at: Timestamp) -> [Effect] {
    do {
      let options = try CommandOptions(
        command.argument, allowing: CommandOptions.Name.allCases)
      let packs = try packs(named: options.words)
      if let topic = options.topic { try check(topic, in: packs) }
      return begin(.quiz(topic: options.topic), on: packs, options, at: at)
    } catch {
      return say(notice(for: error, command.verb))
    }
  }

  private mutating func drill(_ command: MetaCommand, at: Timestamp) -> [Effect] {
    do {
      let options = try CommandOptions(command.argument, allowing: [.count, .seed, .practice])
      guard let word = options.words.first else {
        return say(.missingArgument(.drill, at: .home))
      }
      var packs = try packs(named: Array(options.words.dropFirst()))
      // An item is meant wherever it stands, also where another pack is open.
      if let key = ItemKey(word), let pack = library.first(where: { $0.id == key.pack }) {
        packs = [pack]
      }
      try check(word, in: packs)
      return begin(.drill(word), on: packs, options, at: at)
    } catch {
      return say(notice(for: error, command.verb))
    }
  }

  /// Why a command cannot be carried out, on its way to the learner.
  private struct Refusal: Error {
    var notice: Notice
  }

  private func notice(for error: any Error, _ verb: MetaCommand.Verb) -> Notice {
    if let fault = error as? CommandOptions.Fault { return .badOption(fault, verb) }
    if let refusal = error as? Refusal { return refusal.notice }
    return .missingArgument(verb, at: .home)
  }

  private func packs(named names: [String]) throws -> [Pack] {
    if names.isEmpty { return chosen }
    if names == ["all"] { return library }
    return try names.map { name in
      guard let pack = library.first(where: { $0.id.rawValue == name }) else {
        throw Refusal(notice: noSuchPack(name))
      }
      return pack
    }
  }

  private func check(_ word: String, in packs: [Pack]) throws {
    let course = Course(packs)
    guard course.hasEntries(matching: word) else {
      let known = course.topicsAndTags
      throw Refusal(
        notice: .noSuchTopic(word, known: known, suggestion: nearest(to: word, among: known)))
    }
  }

  private func noSuchPack(_ name: String) -> Notice {
    .noSuchPack(name, suggestion: nearest(to: name, among: library.map(\.id.rawValue)))
  }

  // MARK: - Looking

  private mutating func open(_ name: String) -> [Effect] {
    guard !name.isEmpty else { return say(.missingArgument(.open, at: .home)) }
    if name == "all" {
      open = nil
      forgetLeft()
      return say(.openedAll)
    }
    guard let pack = library.first(where: { $0.id.rawValue == name }) else {
      return say(noSuchPack(name))
    }
    open = pack.id
    forgetLeft()
    return say(.opened(pack.id, title: pack.title))
  }

  private func find(_ words: String) -> [Effect] {
    guard !words.isEmpty else { return say(.missingArgument(.find, at: .home)) }
    let finder = Finder(packs: library, lexicon: grader.lexicon, progress: progress)
    return show(.find(finder.page(for: words, limit: Home.hitsShown)))
  }

  /// At most so many hits; a screen without room for them shows fewer.
  private static let hitsShown = 8

  /// The map of the open pack, or of the first that has one where none is open.
  private func map(_ place: String) -> [Effect] {
    guard let pack = chosen.first(where: { $0.map != nil }) else { return say(.noMap) }
    guard let page = MapPage(of: pack, argument: place) else {
      let known = MapPage(of: pack, argument: "")?.places.map(\.rawValue) ?? []
      return say(.noSuchPlace(place, known: known, suggestion: nearest(to: place, among: known)))
    }
    return show(.map(page))
  }

  private func causes(at: Timestamp) -> [Effect] {
    let pages = chosen.map { CausesPage(of: $0, progress, scheduler, at: at) }
    let shown = pages.filter { !$0.lines.isEmpty }
    return (shown.isEmpty ? pages.prefix(1) : shown[...]).map { .show(.causes($0)) }
      + [.ask(.command)]
  }

  private func help(_ word: String) -> [Effect] {
    guard let topic = HelpTopic(word) else {
      guard word.isEmpty else {
        let near = nearest(to: word.lowercased(), among: HelpTopic.allNames)
        return say(.noSuchHelp(word, suggestion: near))
      }
      return show(.help(HelpPage(topic: nil, place: .home, names: helpNames)))
    }
    return show(.help(HelpPage(topic: topic, place: .home, names: helpNames)))
  }

  /// Names from the learner's own packs, so that every example can be typed as it stands.
  package var helpNames: HelpNames { HelpNames(of: chosen.first ?? library.first) }

  // MARK: - Reading

  /// `read [PACK] [N | all]`: without a number, the section after the one read last.
  private mutating func read(_ argument: String, at: Timestamp) -> [Effect] {
    var words = argument.split { $0 == " " || $0 == "\t" }.map(String.init)
    var pack = chosen.first { !$0.readingPages.isEmpty } ?? chosen.first
    if let name = words.first, Int(name) == nil, name != "all" {
      guard let named = library.first(where: { $0.id.rawValue == name }) else {
        return say(noSuchPack(name))
      }
      pack = named
      words.removeFirst()
    }
    guard let pack else { return [.ask(.command)] }
    let pages = pack.readingPages
    guard !pages.isEmpty else { return say(.noReading(pack.id)) }
    if words.first == "all" { return pages.map { .show(.reading($0)) } + [.ask(.command)] }
    var number = 1
    if let word = words.first {
      guard let wanted = Int(word), pages.indices.contains(wanted - 1) else {
        return say(.noSuchSection(word, of: pages.count, pack.id))
      }
      number = wanted
    } else if let last = progress.lastSection(of: pack.id), last >= 1, last < pages.count {
      number = last + 1
    }
    var page = pages[number - 1]
    page.goesOn = true
    return record(.reading(pack.id, section: number), at: at) + show(.reading(page))
  }
}

extension Course {
  /// The topics, then the tags, in the order in which they come first; no duplicates.
  package var topicsAndTags: [String] {
    var seen: Set<String> = []
    let topics = packs.flatMap { $0.topics.map(\.rawValue) }
    return (topics + entries.flatMap(\.item.tags)).filter { seen.insert($0).inserted }
  }
}

extension Pack {
  /// The whole text of the pack: a page for every section that has a reading.
  package var readingPages: [ReadingPage] {
    var pages: [ReadingPage] = lessons.flatMap { lesson in
      lesson.sections.filter { !$0.reading.isEmpty }.map { section in
        ReadingPage(
          lesson: lesson.title, section: section.title, blocks: section.reading, isExcerpt: false)
      }
    }
    for index in pages.indices {
      pages[index].place = ReadingPage.Place(number: index + 1, count: pages.count)
    }
    return pages
  }

  /// How many sections have a reading.
  var readingCount: Int {
    lessons.reduce(0) { $0 + $1.sections.count { !$0.reading.isEmpty } }
  }

  /// The place of a section's reading among those of the pack, counted from 1.
  func readingNumber(lesson: Int, section: Int) -> Int {
    let before = lessons[..<lesson].reduce(0) { $0 + $1.sections.count { !$0.reading.isEmpty } }
    return before + lessons[lesson].sections[...section].count { !$0.reading.isEmpty }
  }
}
