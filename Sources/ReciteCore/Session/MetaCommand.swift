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
    case topic
    case number
    case note
    case helpTopic
    case place
    case setting
  }

  package enum Verb: String, CaseIterable, Sendable {
    case study, drill, quiz, mistakes, cram
    case packs, open, read, map, causes, stats, due, flags
    case hint, skip, show, why, passage, source, right, claim, easy, flag, suspend, bury
    case settings, set
    case undo, help, quit
  }
}

extension MetaCommand.Verb {
  /// The rows of the table: where it can be typed, its argument, and what it does.
  private var row: (places: [MetaCommand.Place], argument: MetaCommand.Argument, summary: String) {
    switch self {
    case .study: ([.home], .pack(isRequired: false), "what is due, then new items (Enter does too)")
    case .drill: ([.home], .topic, "one topic or tag, due or not")
    case .quiz: ([.home], .pack(isRequired: false), "a test: no hints, a score at the end")
    case .mistakes: ([.home], .pack(isRequired: false), "what you missed when last asked")
    case .cram: ([.home], .pack(isRequired: false), "everything, weakest first, nothing recorded")
    case .packs: ([.home], .none, "what there is to learn")
    case .open: ([.home], .pack(isRequired: true), "stay with one pack; 'open all' for every pack")
    case .read: ([.home, .question], .none, "the lesson's own text")
    case .map: ([.home, .question], .place, "the map; 'map PLACE' closer, 'map describe' in words")
    case .causes: ([.home], .none, "what led to what: the chains of causes as a tree")
    case .stats: ([.home, .question], .none, "what you know, and what is weak")
    case .due: ([.home], .none, "what comes back when")
    case .flags: ([.home], .none, "the items you flagged, with your notes")
    case .hint: ([.question], .none, "the next hint; each costs a quarter of the credit")
    case .skip: ([.question], .none, "leave this one for another day, nothing recorded")
    case .show: ([.question], .none, "give up and see the answer")
    case .why: ([.question], .none, "which rule decided the last answer")
    case .passage: ([.question], .none, "the text that teaches the last answer")
    case .source: ([.question], .none, "where the last answer comes from")
    case .right:
      ([.question], .none, "the last answer was right: count it, and know it from now on")
    case .claim: ([.question], .number, "you did make point N of the last answer")
    case .easy: ([.question], .none, "the last answer was easy: let it rest longer")
    case .flag: ([.question], .note, "tell the author something about this question")
    case .suspend: ([.question], .none, "never ask this one again")
    case .bury: ([.question], .none, "not before tomorrow")
    case .settings: ([.home, .question], .none, "how you want it: every setting and its value")
    case .set: ([.home, .question], .setting, "change a setting; 'default' puts it back")
    case .undo: ([.home, .question], .none, "take back the last answer")
    case .help: ([.home, .question], .helpTopic, "this list, or more on one command")
    case .quit: ([.home, .question], .none, "leave; nothing is lost")
    }
  }

  package var places: [MetaCommand.Place] { row.places }
  package var argument: MetaCommand.Argument { row.argument }
  package var summary: String { row.summary }

  /// How it is typed in a place: `hint` at home, `:hint` at a question, with its argument's name.
  package func usage(at place: MetaCommand.Place) -> String {
    let word = place == .home ? rawValue : ":" + rawValue
    switch argument {
    case .none: return word
    case .pack(isRequired: true): return word + " PACK"
    case .pack(isRequired: false): return word + " [PACK]"
    case .topic: return word + " TOPIC"
    case .number: return word + " N"
    case .note: return word + " NOTE"
    case .helpTopic: return word + " [COMMAND]"
    case .place: return word + " [PLACE]"
    case .setting: return word + " KEY VALUE"
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
  private static let shortForms: [String: Verb] = [
    "q": .quit, "exit": .quit, "bye": .quit, "?": .help, "h": .help, "start": .study,
    "config": .settings, "options": .settings, "setting": .settings,
    "ls": .packs, "list": .packs, "s": .skip, "u": .undo,
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
