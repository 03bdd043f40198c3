import ReciteCore
import ReciteShell

/// What Tab offers: commands, packs, topics, places, settings, files and letters, never a key.
struct CommandCompletion {
  let packs: [Pack]

  /// Looked for when Tab is pressed, not when a learner waits for the first question.
  private var topics: [String] { Course(packs).topicsAndTags }

  /// Names of places on the packs' maps, for the home screen; at a question they would answer it.
  private var places: [String] {
    var seen: Set<String> = []
    return packs.flatMap { pack in
      MapPage(of: pack, argument: "")?.places.map(\.rawValue) ?? []
    }.filter { seen.insert($0).inserted }
  }

  /// The completion of a prompt, for a line and a cursor counted in UTF-8 bytes.
  func complete(at place: MetaCommand.Place, letterCount: Int) -> (String, Int) -> Completion {
    { line, cursor in
      let typed = String(decoding: line.utf8.prefix(cursor), as: UTF8.self)
      let text = Part(typed)
      let word = text.before { $0.isBlank }
      guard word.text.utf8.count < text.text.utf8.count else {
        return offer(first(at: place, letterCount: letterCount), for: word)
      }
      guard case .command(let command) = MetaCommand.parse(word.text, at: place) else {
        return .none
      }
      return argument(of: command.verb, at: place, text.after(word))
    }
  }

  // MARK: - Words

  private func first(at place: MetaCommand.Place, letterCount: Int) -> [Completion.Candidate] {
    let mark = place == .home ? "" : ":"
    let letters = (0..<letterCount).map { Completion.Candidate(AskedForm.letter($0)) }
    return letters
      + MetaCommand.Verb.all(at: place).map {
        Completion.Candidate(mark + $0.rawValue, note: $0.summary)
      }
  }

  private func argument(
    of verb: MetaCommand.Verb, at place: MetaCommand.Place, _ typed: Part
  ) -> Completion {
    switch verb.argument(at: place) {
    case .pack: return offer(packNames + (verb == .open ? [everyPack] : []), for: typed)
    case .reading:
      return place == .home
        ? offer(packNames + [.init("all", note: "every section")], for: typed) : .none
    case .quiz: return quiz(typed)
    case .topic: return offer(topics.map { Completion.Candidate($0) }, for: typed)
    case .helpTopic:
      let topics = HelpTopic.all.map { topic -> Completion.Candidate in
        if case .verb(let verb) = topic { return .init(topic.name, note: verb.summary) }
        return .init(topic.name)
      }
      return offer(topics, for: typed)
    case .setting: return CommandCompletion.setting(typed)
    case .place:
      return place == .home
        ? offer((places + ["describe"]).map { .init($0) }, for: typed) : .none
    case .goal: return CommandCompletion.value(of: .goal, typed)
    case .item, .itemAndNote:
      // At a question the names of items might tell what is asked.
      let items = place == .home ? packs.flatMap { $0.items.map(\.id.rawValue) } : []
      return offer(items.map { .init($0) }, for: typed)
    case .none, .number, .note, .words, .answer: return .none
    }
  }

  private var packNames: [Completion.Candidate] {
    packs.map { Completion.Candidate($0.id.rawValue, note: $0.title) }
  }

  private var everyPack: Completion.Candidate { Completion.Candidate("all", note: "every pack") }

  /// Packs and options; behind `--topic` a topic.
  private func quiz(_ typed: Part) -> Completion {
    let last = typed.last(after: " ")
    let before = typed.text.dropLast(last.text.count).split(separator: " ")
    if before.last == "--topic" { return offer(topics.map { .init($0) }, for: last) }
    let options = CommandOptions.Name.allCases.map {
      Completion.Candidate("--" + $0.rawValue, note: $0.usage)
    }
    return offer(last.text.hasPrefix("-") ? options : packNames, for: last)
  }

  // MARK: - Settings

  private static func setting(_ typed: Part) -> Completion {
    let key = typed.before { $0.isBlank || $0 == "=" }
    guard key.text.utf8.count < typed.text.utf8.count else {
      return offer(
        Setting.allCases.map { Completion.Candidate($0.rawValue, note: $0.summary) }, for: key)
    }
    guard let setting = Setting.named(key.text, orBegun: true) else { return .none }
    return value(of: setting, typed.after(key, skipping: "="))
  }

  private static func value(of setting: Setting, _ typed: Part) -> Completion {
    let standard = setting.standard.text
    var words = setting.offered.map {
      Completion.Candidate($0, note: $0 == standard ? "unless set" : "")
    }
    if !setting.offered.contains(standard) {
      words.append(Completion.Candidate(standard, note: "unless set"))
    }
    words.append(Completion.Candidate("default", note: "takes it out of the settings file"))
    let offered = CommandCompletion.offer(words, for: typed)
    switch setting.form {
    case .file: return offered.candidates.isEmpty ? paths(typed, onlyFolders: false) : offered
    case .folders:
      let last = typed.last(after: ":")
      return offered.candidates.isEmpty || last.start > typed.start
        ? paths(last, onlyFolders: true) : offered
    case .flag, .number, .percent, .time, .choice, .command: return offered
    }
  }

  /// What lies in the folder whose path has been typed so far.
  private static func paths(_ typed: Part, onlyFolders: Bool) -> Completion {
    let name = typed.last(after: "/")
    let folder = String(typed.text.dropLast(name.text.count))
    let entries = FolderListing.entries(in: folder).filter {
      ($0.isFolder || !onlyFolders) && (!$0.name.hasPrefix(".") || name.text.hasPrefix("."))
    }
    let candidates = entries.filter { $0.name.hasPrefix(name.text) }.map { entry in
      let text = entry.name + (entry.isFolder ? "/" : "")
      return Completion.Candidate(text, ending: entry.isFolder ? "" : " ")
    }
    return Completion(start: name.start, candidates: candidates)
  }

  // MARK: - Choosing

  private func offer(_ candidates: [Completion.Candidate], for typed: Part) -> Completion {
    CommandCompletion.offer(candidates, for: typed)
  }

  /// The candidates that begin with what was typed; case does not count.
  private static func offer(
    _ candidates: [Completion.Candidate], for typed: Part
  ) -> Completion {
    let word = typed.text.lowercased()
    return Completion(
      start: typed.start, candidates: candidates.filter { $0.text.lowercased().hasPrefix(word) })
  }
}

/// A part of a line, and where it begins in bytes.
private struct Part {
  let start: Int
  let text: String

  /// A line without the blanks before its first word.
  init(_ line: String) {
    let blanks = line.prefix { $0.isBlank }
    self.init(start: blanks.utf8.count, text: String(line.dropFirst(blanks.count)))
  }

  private init(start: Int, text: String) {
    self.start = start
    self.text = text
  }

  /// What stands before the first of some characters; all of it where there is none.
  func before(_ isEnd: (Character) -> Bool) -> Part {
    Part(start: start, text: String(text.prefix { !isEnd($0) }))
  }

  /// What follows a first part, without the blanks and one mark between them.
  func after(_ first: Part, skipping mark: Character? = nil) -> Part {
    var rest = text.dropFirst(first.text.count).drop { $0.isBlank }
    if let mark, rest.first == mark { rest = rest.dropFirst().drop { $0.isBlank } }
    return Part(start: start + text.utf8.count - rest.utf8.count, text: String(rest))
  }

  /// What stands after the last of a mark; all of it where there is none.
  func last(after mark: Character) -> Part {
    guard let place = text.lastIndex(of: mark) else { return self }
    let rest = text[text.index(after: place)...]
    return Part(start: start + text.utf8.count - rest.utf8.count, text: String(rest))
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
