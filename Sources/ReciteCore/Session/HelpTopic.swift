/// Something that `help` explains: a command, or a subject that belongs to none.
package enum HelpTopic: Equatable, Sendable {
  package enum Subject: String, CaseIterable, Sendable {
    case answers, verdicts, memory, confidence, keys, scripts
  }

  case verb(MetaCommand.Verb)
  case subject(Subject)

  /// The topic with this name, a colon before it or not; nil where there is none.
  package init?(_ word: String) {
    var name = word.lowercased()
    if name.hasPrefix(":") { name.removeFirst() }
    if let verb = MetaCommand.Verb(rawValue: name) ?? MetaCommand.shortForms[name] {
      self = .verb(verb)
    } else if let subject = Subject(rawValue: name) {
      self = .subject(subject)
    } else {
      return nil
    }
  }

  package var name: String {
    switch self {
    case .verb(let verb): verb.rawValue
    case .subject(let subject): subject.rawValue
    }
  }

  package static var all: [HelpTopic] {
    MetaCommand.Verb.allCases.map { .verb($0) } + Subject.allCases.map { .subject($0) }
  }

  package static var allNames: [String] { all.map(\.name) }
}

/// One line to type, and what it does.
package struct HelpExample: Equatable, Sendable {
  /// As it is typed; names in braces stand for ones of the learner's own packs.
  package var input: String
  package var note: String
  /// What must have been typed before, for the tests that play the examples.
  package var before: [String]

  init(_ input: String, _ note: String, before: [String] = []) {
    self.input = input
    self.note = note
    self.before = before
  }
}

/// Names from the learner's packs that the examples of `help` use.
package struct HelpNames: Equatable, Sendable {
  package var pack: String
  package var topic: String
  package var item: String
  package var place: String
  package var word: String

  /// The first of each in a pack; a name in capitals where the pack has none.
  package init(of pack: Pack?) {
    let items = pack?.items.flatMap { $0.askable(with: pack?.map) } ?? []
    self.pack = pack?.id.rawValue ?? "PACK"
    topic = pack?.topics.first?.rawValue ?? items.first?.tags.first ?? "TOPIC"
    item = items.first?.id.rawValue ?? "ITEM"
    let map = pack.flatMap { MapPage(of: $0, argument: "") }
    place = map?.places.first?.rawValue ?? "PLACE"
    word = "WORD"
    let title = pack?.lessons.first?.sections.compactMap(\.title?.plain).first ?? pack?.title
    let words = title?.lowercased().split { !$0.isLetter } ?? []
    if let longest = words.max(by: { $0.count < $1.count }) { word = String(longest) }
  }

  /// A line of an example with these names in it.
  package func fill(_ text: String) -> String {
    var text = text
    for (name, value) in [
      ("{pack}", pack), ("{topic}", topic), ("{item}", item), ("{place}", place), ("{word}", word),
    ] {
      text = text.replacing(name, with: value)
    }
    return text
  }
}

/// What `help` shows: the list of a place, or one topic.
package struct HelpPage: Equatable, Sendable {
  /// Nil for the list.
  package var topic: HelpTopic?
  package var place: MetaCommand.Place
  package var names: HelpNames

  package init(topic: HelpTopic?, place: MetaCommand.Place, names: HelpNames) {
    self.topic = topic
    self.place = place
    self.names = names
  }
}
