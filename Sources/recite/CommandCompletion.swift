import ReciteCore
import ReciteShell

/// What Tab offers: commands, packs, topics and letters, never a key.
struct CommandCompletion {
  let packs: [(id: String, title: String)]
  let topics: [String]

  /// The completion of a prompt, for a line and a cursor counted in UTF-8 bytes.
  func complete(at place: MetaCommand.Place, letterCount: Int) -> (String, Int) -> Completion {
    { line, cursor in
      let typed = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
      let start = typed.utf8.lastIndex(of: UInt8(ascii: " ")).map {
        typed.utf8.distance(from: typed.startIndex, to: $0) + 1
      }
      let word = String(decoding: Array(typed.utf8).dropFirst(start ?? 0), as: UTF8.self)
      let offered =
        start == nil
        ? first(at: place, letterCount: letterCount)
        : arguments(of: String(typed.prefix { $0 != " " }), at: place)
      return Completion(
        start: start ?? 0, candidates: offered.filter { $0.text.hasPrefix(word) })
    }
  }

  private func first(at place: MetaCommand.Place, letterCount: Int) -> [Completion.Candidate] {
    let mark = place == .home ? "" : ":"
    let letters = (0..<letterCount).map { Completion.Candidate(AskedForm.letter($0)) }
    return letters
      + MetaCommand.Verb.all(at: place).map {
        Completion.Candidate(mark + $0.rawValue, note: $0.summary)
      }
  }

  private func arguments(of word: String, at place: MetaCommand.Place) -> [Completion.Candidate] {
    guard case .command(let command) = MetaCommand.parse(word, at: place) else { return [] }
    switch command.verb.argument {
    case .pack: return packs.map { Completion.Candidate($0.id, note: $0.title) }
    case .topic: return topics.map { Completion.Candidate($0) }
    case .helpTopic: return MetaCommand.Verb.all(at: place).map { .init($0.rawValue) }
    case .none, .number, .note, .place: return []
    }
  }
}
