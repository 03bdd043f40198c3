/// A command of the REPL: a verb of the one table, and what was typed after it.
///
/// The table feeds the parser, `help`, completion and the manual.
package struct MetaCommand: Equatable, Sendable {
  package let verb: Verb
  /// Without blanks at the ends; empty where none was typed.
  package let argument: String

  package init(_ verb: Verb, _ argument: String = "") {
    self.verb = verb
    self.argument = argument
  }

  /// Where a command can be typed.
  package enum Place: Equatable, Sendable {
    /// At `recite> `, in plain words.
    case home
    /// At `answer> `, after a colon.
    case question
  }

  /// What stands after a verb; completion offers accordingly.
  package enum Argument: Equatable, Sendable {
    case none
    case pack(isRequired: Bool)
    /// A pack, and options as on the command line.
    case quiz
    case topic
    case number
    case note
    case helpTopic
    case place
    case setting
    case words
    /// A pack, a section's number, `all`, or nothing.
    case reading
    case item
    case itemAndNote
    /// A number, or `off`.
    case goal
    /// The answer itself, or nothing.
    case answer
  }

  package enum Verb: String, CaseIterable, Sendable {
    case goOn = "continue"
    case study, drill, quiz, mistakes, cram
    case hint, skip, show, sure, unsure
    case why, passage, source, right, claim, easy
    case packs, open, read, find, map, causes
    case stats, due, goal, flags, suspended
    case flag, suspend, bury, unflag, unsuspend, unbury
    case settings, set
    case undo, help, quit
  }

  /// What verbs are for: `help` lists them in these groups.
  package enum Group: String, CaseIterable, Sendable {
    case learn = "Learn"
    case answer = "Now"
    case last = "Last"
    case look = "Look"
    case know = "Know"
    case keep = "Keep"
    case other = "Other"
  }
}

extension MetaCommand.Verb {
  /// One row of the table: its group, where it can be typed, its argument, and what it does.
  private typealias Row = (
    group: MetaCommand.Group, places: [MetaCommand.Place], argument: MetaCommand.Argument,
    summary: String
  )

  /// Summaries are short enough for `help` to fit one screen of 80 columns.
  private var row: Row {
    switch self {
    case .goOn: (.learn, [.home], .none, "go on where you left, or study (Enter does too)")
    case .study: (.learn, [.home], .pack(isRequired: false), "what is due, then new items")
    case .drill: (.learn, [.home], .topic, "one topic, tag or item, due or not")
    case .quiz: (.learn, [.home], .quiz, "a test: no hints, a score at the end")
    case .mistakes:
      (.learn, [.home], .pack(isRequired: false), "what you missed when last asked")
    case .cram:
      (.learn, [.home], .pack(isRequired: false), "everything, weakest first, nothing recorded")
    case .hint: (.answer, [.question], .none, "the next hint; it costs a quarter of the credit")
    case .skip: (.answer, [.question], .none, "leave it for another day, nothing recorded")
    case .show: (.answer, [.question], .none, "give up and see the answer")
    case .sure: (.answer, [.question], .answer, "say that you are sure, then answer")
    case .unsure: (.answer, [.question], .answer, "say that you are not, then answer")
    case .why: (.last, [.question], .none, "which rule decided the last answer")
    case .passage: (.last, [.question], .none, "the text around the last answer")
    case .source: (.last, [.question], .none, "where the last answer comes from")
    case .right: (.last, [.question], .none, "it was right: count it, know it from now on")
    case .claim: (.last, [.question], .number, "you did make point N of the last answer")
    case .easy: (.last, [.question], .none, "it was easy: let it rest longer")
    case .packs: (.look, [.home], .none, "what there is to learn")
    case .open: (.look, [.home], .pack(isRequired: true), "stay with one pack; 'open all' for all")
    case .read: (.look, [.home, .question], .reading, "the lesson's own text, section by section")
    case .find: (.look, [.home], .words, "search readings and questions")
    case .map: (.look, [.home, .question], .place, "the map; 'map PLACE' closer, or 'describe'")
    case .causes: (.look, [.home], .none, "what led to what, as a tree")
    case .stats: (.know, [.home, .question], .none, "what you know, and what is weak")
    case .due: (.know, [.home], .none, "what comes back when")
    case .goal: (.know, [.home], .goal, "how many answers a day you aim at")
    case .flags: (.keep, [.home], .none, "the questions you flagged, with your notes")
    case .suspended: (.keep, [.home], .none, "what you put aside, and how to take it back")
    case .flag: (.keep, [.question, .home], .note, "tell the author something about it")
    case .suspend: (.keep, [.question, .home], .none, "never ask it again")
    case .bury: (.keep, [.question, .home], .none, "not before tomorrow")
    case .unflag: (.keep, [.home, .question], .item, "take a flag back")
    case .unsuspend: (.keep, [.home], .item, "ask a suspended question again")
    case .unbury: (.keep, [.home], .item, "ask a buried question today after all")
    case .settings: (.other, [.home, .question], .none, "how you want it: every setting")
    case .set: (.other, [.home, .question], .setting, "change a setting; 'default' puts it back")
    case .undo: (.other, [.home, .question], .none, "take back the last answer")
    case .help: (.other, [.home, .question], .helpTopic, "this list, or more on one word of it")
    case .quit: (.other, [.home, .question], .none, "leave; nothing is lost")
    }
  }

  package var group: MetaCommand.Group { row.group }
  package var places: [MetaCommand.Place] { row.places }
  package var argument: MetaCommand.Argument { row.argument }
  package var summary: String { row.summary }

  /// What stands after the verb in a place: at home, what is meant of the items is named.
  package func argument(at place: MetaCommand.Place) -> MetaCommand.Argument {
    switch (self, place) {
    case (.flag, .home): .itemAndNote
    case (.suspend, .home), (.bury, .home): .item
    case (.unflag, .question), (.read, .question): .none
    default: argument
    }
  }

  /// True where the list of a place names the verb; the others stand on the pages they belong to.
  package func isListed(at place: MetaCommand.Place) -> Bool {
    guard places.contains(place) else { return false }
    switch self {
    case .flag, .suspend, .bury: return place == .question
    case .unflag, .unsuspend, .unbury: return false
    case .set: return place == .home
    default: return true
    }
  }

  /// How it is typed in a place: `hint` at home, `:hint` at a question, with its argument's name.
  package func usage(at place: MetaCommand.Place) -> String {
    let word = place == .home ? rawValue : ":" + rawValue
    switch argument(at: place) {
    case .none: return word
    case .pack(isRequired: true): return word + " PACK"
    case .pack(isRequired: false), .quiz: return word + " [PACK]"
    case .topic: return word + " TOPIC"
    case .number: return word + " N"
    case .note: return word + " NOTE"
    case .helpTopic: return word + " [WORD]"
    case .place: return word + " [PLACE]"
    case .setting: return word + " KEY VALUE"
    case .words: return word + " WORDS"
    case .reading: return word + " [N]"
    case .item: return word + " ITEM"
    case .itemAndNote: return word + " ITEM NOTE"
    case .goal: return word + " [N]"
    case .answer: return word + " [ANSWER]"
    }
  }

  /// The verbs of a place, in the order of the table.
  package static func all(at place: MetaCommand.Place) -> [MetaCommand.Verb] {
    allCases.filter { $0.places.contains(place) }
  }
}

/// What a typed line turns out to be.
package enum ParsedLine: Equatable, Sendable {
  case command(MetaCommand)
  /// An answer, at a question.
  case answer(String)
  case empty
  /// A word that is no command here, and the nearest one that is.
  case unknown(word: String, suggestion: String?)
}

extension MetaCommand {
  /// Reads a line typed at a place.
  package static func parse(_ line: String, at place: Place) -> ParsedLine {
    var text = line.trimmingBlanks()
    switch place {
    case .home:
      if text.isEmpty { return .empty }
      if text.hasPrefix(":") { text.removeFirst() }
    case .question:
      guard text.hasPrefix(":") else { return .answer(line) }
      text.removeFirst()
    }
    let word = text.prefix { $0 != " " && $0 != "\t" }.lowercased()
    let argument = String(text.dropFirst(word.count)).trimmingBlanks()
    if let verb = Verb(rawValue: word), verb.places.contains(place) {
      return .command(MetaCommand(verb, argument))
    }
    if let verb = shortForms[word], verb.places.contains(place) {
      return .command(MetaCommand(verb, argument))
    }
    let names = Verb.all(at: place).map(\.rawValue)
    return .unknown(word: word, suggestion: nearest(to: word, among: names))
  }

  /// What people type from habit.
  static let shortForms: [String: Verb] = [
    "q": .quit, "exit": .quit, "bye": .quit, "?": .help, "h": .help, "start": .study,
    "config": .settings, "options": .settings, "setting": .settings,
    "ls": .packs, "list": .packs, "s": .skip, "u": .undo, "c": .goOn, "go": .goOn,
    "search": .find, "grep": .find, "buried": .suspended, "progress": .stats,
  ]
}

/// The name nearest to a mistyped word: at most one slip in three letters, and the only nearest.
package func nearest(to word: String, among names: [String]) -> String? {
  let ranked = names.map { (name: $0, distance: editDistance(word, $0)) }
    .filter { $0.distance <= max(1, $0.name.count / 3) }
    .sorted { $0.distance < $1.distance }
  guard let first = ranked.first else { return nil }
  if ranked.count > 1, ranked[1].distance == first.distance { return nil }
  return first.name
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
///
/// - Source: optimal string alignment, after Damerau 1964.
/// - Complexity: O(n·m); longer words than 64 characters are compared by their beginnings.
package func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first.prefix(64))
  let b = Array(second.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

extension String {
  /// Without spaces, tabs and line ends at both ends.
  package func trimmingBlanks() -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    var text = self[...]
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(text)
  }
}
