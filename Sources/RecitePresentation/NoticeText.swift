import ReciteCore

/// The sentences of notices: what happened, and what to do.
enum NoticeText {
  static func text(of notice: Notice) -> String {
    switch notice {
    case .unreadable(let reason): "Not read as an answer: \(reason). Try again, or :skip."
    case .unknownCommand(let word, let suggestion, let place): unknown(word, suggestion, place)
    case .emptyAnswer: "Type an answer; :hint helps, :show gives up, :skip leaves it."
    case .noHints: "This question has no hints."
    case .noMoreHints(let given): "That was the last hint: \(counted(given, "hint")) given."
    case .notInQuiz(let verb): "A quiz is a test: no ':\(verb.rawValue)' until it ends."
    case .nothingAnswered: "Nothing has been answered yet."
    case .nothingToUndo: "There is nothing to take back."
    case .undone(let key, let response):
      "Took back your answer to '\(key.item)'" + (response.isEmpty ? "." : ": \(quoted(response)).")
    case .overridden(let response): "Counted as right; \(quoted(response)) is known from now on."
    case .notWrong: "That answer was not counted as wrong."
    case .notRecorded(let verb):
      "This is practice: nothing is recorded, so '\(verb.rawValue)' does nothing."
    case .noResponse: "There was no answer that could be right; :undo asks the question again."
    case .notRight: "Only an answer that was right at once can be called easy."
    case .ratedEasy(let due, let today): "Easy. Next time: \(TimeSpan.text(from: today, to: due))."
    case .claimed(let point, let credit):
      "Point \(point) is counted as made: \(percent(credit)) of the credit."
    case .noSuchPoint(_, let count): "Say which point: a number from 1 to \(count)."
    case .noPoints: "Only the points of an open answer can be claimed."
    case .skipped: "Skipped; nothing is recorded."
    case .suspended(let key):
      "'\(key.item)' will not be asked again; 'unsuspend \(key)' at home takes it back."
    case .buried(let key): "'\(key.item)' will not be asked before tomorrow."
    case .flagged(let key, let note): "Flagged '\(key.item)' for its author: \(note)"
    case .unflagged(let key): "The flag on '\(key.item)' is gone."
    case .nothingToAsk(let mode, let next, let today): nothingToAsk(mode, next, today)
    case .fewerThanAsked(let wanted, let available):
      "There are \(counted(available, "question")), not \(wanted); all are asked."
    case .timeUp(let unanswered): "Time is up; \(counted(unanswered, "question")) not reached."
    case .inputEnded(let unanswered):
      "The answers ended with \(counted(unanswered, "question")) left; what was graded counts."
    case .left(let answered, let recorded): left(answered, recorded)
    case .notSaved(let reason): "NOT SAVED: \(reason)"
    case .noSuchPack(let name, let suggestion):
      "There is no pack '\(name)'" + didYouMean(suggestion) + " 'packs' lists them."
    case .missingArgument(let verb, let place): "Say more: \(verb.usage(at: place))."
    case .noSuchTopic(let word, let known, let suggestion):
      "There is no topic or tag '\(word)'" + didYouMean(suggestion) + " There are: "
        + known.joined(separator: ", ") + "."
    case .opened(_, let title): "Open: \(title). Press Enter to begin."
    case .openedAll: "All packs are open."
    case .noMap: "This pack has no map."
    case .noSuchPlace(let word, let known, let suggestion):
      "There is no picture of '\(word)'" + didYouMean(suggestion) + " There are: "
        + known.joined(separator: ", ") + "; 'describe' after a name tells it in words."
    case .noPassage: "No reading goes with this question."
    case .noSource: "No source is given for this question."
    case .noSuchSetting(let word, let suggestion, let place):
      "There is no setting '\(word)'" + didYouMean(suggestion)
        + " '\(MetaCommand.Verb.settings.usage(at: place))' lists them."
    case .badSetting(let fault): sentence("\(fault)")
    case .settingChanged(let setting, let value, let origin, let isRunning):
      changed(setting, value, origin, isRunning)
    case .settingNotKept(let reason): "It counts for now, but was not kept: \(reason)."
    case .hintsOff: "Hints are off; ':set hints on' allows them."
    case .badOption(let fault, let verb): OptionText.text(of: fault, verb)
    case .noSuchHelp(let word, let suggestion):
      "There is no help on \(quoted(word))" + didYouMean(suggestion)
        + " 'help' lists the commands; there are also: "
        + HelpTopic.Subject.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .noSuchItem(let name, let suggestion):
      "There is no question '\(name)'" + didYouMean(suggestion) + " 'find' gives their names."
    case .ambiguousItem(let name, let keys):
      "More than one pack has a question '\(name)': "
        + keys.map(\.description).joined(separator: ", ") + "."
    case .noSuchSection(let word, let count, let pack):
      "'\(pack)' has no section \(quoted(word)): say a number from 1 to \(count), or 'all'."
    case .noReading(let pack): "'\(pack)' has no reading."
    case .said(let confidence): "Noted: \(confidence.name). Now your answer."
    case .looksLikeCommand(let word): looksLikeCommand(word)
    case .tookBack(let verb, let key): tookBack(verb, "'\(key.item)'")
    case .tookBackAll(let verb, let count): tookBack(verb, counted(count, "question"))
    case .notSo(let verb, let key): "'\(key.item)' is not \(state(verb))."
    case .noneSo(let verb): "Nothing is \(state(verb))."
    case .enterGoesOn(let toCome):
      "Enter goes on where you left: \(counted(toCome, "question")) to go."
    case .enterStudies(let due, let new): enterStudies(due, new)
    case .confirmLeave: "Press Ctrl-C once more, or type :quit, to leave; nothing is lost."
    case .goodbye: "Goodbye."
    }
  }

  /// Ends a sentence, with the nearest name where there is one.
  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { "; did you mean '\($0)'?" } ?? "."
  }

  private static func sentence(_ text: String) -> String { text + "." }

  private static func changed(
    _ setting: Setting, _ value: String, _ origin: Settings.Origin, _ isRunning: Bool
  ) -> String {
    let when =
      switch isRunning ? setting.moment : .now {
      case .now: ""
      case .nextSession: ", from the next session on"
      case .nextStart: ", from the next start on"
      }
    let over: String? =
      switch origin {
      case .environment(let name): "the environment's \(name)"
      case .option(let name): "the option \(name)"
      case .standard, .file, .prompt: nil
      }
    let warning = over.map { " Next time \($0) goes before it, where it is still there." } ?? ""
    return "\(setting.rawValue) is \(value)\(when)." + warning
  }

  private static func looksLikeCommand(_ word: String) -> String {
    let verb: MetaCommand.Verb? =
      switch MetaCommand.parse(word.hasPrefix(":") ? word : ":" + word, at: .question) {
      case .command(let command): command.verb
      case .answer, .empty, .unknown: nil
      }
    let command = ":" + (verb ?? .help).rawValue
    return "Commands begin with a colon: \(command). To answer \(quoted(word)), type it again."
  }

  private static func tookBack(_ verb: MetaCommand.Verb, _ what: String) -> String {
    verb == .unflag
      ? "\(what): the flag is gone." : "\(what): no longer \(state(verb)), asked again."
  }

  /// The state that a verb takes back.
  private static func state(_ verb: MetaCommand.Verb) -> String {
    switch verb {
    case .unflag: "flagged"
    case .unsuspend: "suspended"
    default: "buried"
    }
  }

  private static func enterStudies(_ due: Int, _ new: Int) -> String {
    var parts: [String] = []
    if due > 0 { parts.append("\(due) due") }
    if new > 0 { parts.append("\(new) new") }
    return "Enter studies on: " + parts.joined(separator: ", ") + "."
  }

  private static func unknown(
    _ word: String, _ suggestion: String?, _ place: MetaCommand.Place
  ) -> String {
    let mark = place == .home ? "" : ":"
    if let verb = MetaCommand.Verb(rawValue: word), !verb.places.contains(place) {
      return place == .home
        ? "':\(word)' is for a question; there is none before you. 'help' lists what there is here."
        : "'\(word)' is for the home prompt; ':quit' leads there, and nothing is lost."
    }
    return "There is no command '\(mark)\(word)' here"
      + didYouMean(suggestion.map { mark + $0 }) + " '\(mark)help' lists them."
  }

  private static func nothingToAsk(_ mode: SessionPlan.Mode, _ next: Day?, _ today: Day) -> String {
    switch mode {
    case .mistakes: return "No mistakes to go over: each item was right when last asked."
    case .study:
      let when = next.map { " The next is due \(TimeSpan.text(from: today, to: $0))." } ?? ""
      return "Nothing is due.\(when) 'drill TOPIC' or 'cram' practise all the same."
    case .drill, .quiz, .cram: return "There is nothing to ask here."
    }
  }

  private static func left(_ answered: Int, _ recorded: Bool) -> String {
    guard answered > 0 else { return "Left before the first answer." }
    return "\(counted(answered, "answer")) given"
      + (recorded ? ", every one saved." : "; nothing was recorded.")
  }
}

/// What is wrong with the options of a command, and what options there are.
enum OptionText {
  static func text(of fault: CommandOptions.Fault, _ verb: MetaCommand.Verb) -> String {
    switch fault {
    case .unknown(let word, let suggestion, let known):
      let there =
        known.isEmpty
        ? "It has none." : "There are: " + known.map(\.usage).joined(separator: ", ") + "."
      return "'\(verb.rawValue)' has no option \(quoted(word))"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? ".") + " " + there
    case .missingValue(let name): return "Say more: \(name.usage)."
    case .badValue(let value, let name, let expected):
      return "'--\(name.rawValue)' takes \(expected), not \(quoted(value))."
    case .repeated(let name): return "'--\(name.rawValue)' stands there twice."
    }
  }
}
