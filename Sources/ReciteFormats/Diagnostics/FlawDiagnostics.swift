import ReciteCore

/// What a review of a pack found, as diagnostics at the places that it speaks of.
enum FlawDiagnostics {
  /// The flaws that the pack does not allow.
  static func diagnostics(
    of flaws: [Flaw], in reading: PackReading, folder: PackFolder
  ) -> [Diagnostic] {
    let allowed = Set(reading.pack?.allowedWarnings ?? [])
    var finder = PlaceFinder(reading, folder)
    return flaws.compactMap { flaw in
      let words = FlawWords(flaw.kind)
      guard !allowed.contains(words.code.rawValue),
        let place = words.headerLine.flatMap({ finder.headerPlace($0) })
          ?? finder.place(of: flaw.part, in: flaw.item)
      else { return nil }
      let notes = flaw.others.prefix(mostNotes).compactMap { other in
        finder.place(of: .heading, in: other).map { Diagnostic.Note(words.note, place: $0) }
      }
      let rest = flaw.others.count - notes.count
      return Diagnostic(
        code: words.code, severity: words.code.severity, place: place, message: words.message,
        notes: notes, help: words.help + (rest > 0 ? " (\(rest) more items)" : ""))
    }
  }

  /// Other items that are named with a flaw.
  private static let mostNotes = 4
}

/// A flaw in words.
struct FlawWords {
  var code: DiagnosticCode
  var message: String
  var help: String
  /// What is said of the other items that it concerns.
  var note = "also here"
  /// The beginning of the header's line that it speaks of, where it speaks of one.
  var headerLine: String?

  init(_ kind: Flaw.Kind) {
    switch kind {
    case .answer(let flaw): self = FlawWords.words(of: flaw)
    case .giveaway(let flaw): self = FlawWords.words(of: flaw)
    case .wording(let flaw): self = FlawWords.words(of: flaw)
    case .evidence(let flaw): self = FlawWords.words(of: flaw)
    case .pair(let flaw): self = FlawWords.words(of: flaw)
    }
  }

  private init(
    _ code: DiagnosticCode, _ message: String, _ help: String, note: String = "also here",
    headerLine: String? = nil
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.note = note
    self.headerLine = headerLine
  }

  private static func words(of kind: Flaw.AnswerFlaw) -> FlawWords {
    switch kind {
    case .optionAccepted(let option, let key):
      FlawWords(
        .optionAccepted, "'\(short(option))' says the same as the right option, '\(short(key))'",
        "tick both, or give a distractor that is wrong")
    case .partsAlike(let part, let other):
      FlawWords(
        .partsAlike, "'\(short(part))' and '\(short(other))' share a way to be written",
        "give each an alternative of its own, so that it is clear which of them was meant")
    case .keyNotFull(let response, let credit):
      FlawWords(
        .keyNotFull,
        "who writes the whole key, '\(short(response))', gets \(percent(credit)) of the credit",
        "write the parts so that none is part of another, and none spoils another")
    case .slashInAnswer(let answer, let part):
      FlawWords(
        .slashInAnswer,
        "who types '\(short(part))' is marked wrong: the slash is part of the answer",
        "write bars: '\(short(answer.replacing(" / ", with: " | ")))'")
    case .groupsShare(let phrase):
      FlawWords(
        .groupsShare, "'\(short(phrase))' stands in two groups of one point and meets both alone",
        "' + ' joins groups and '|' separates the phrases in one: 'goods | trade + New York'")
    case .optionOnOthers(let option):
      FlawWords(
        .optionOnOthers, "'\(short(option))' speaks of other options, and options are shuffled",
        "tick several boxes instead, or keep the order with 'Shuffle: no'")
    case .optionIsLetter(let option):
      FlawWords(
        .optionIsLetter,
        "the option '\(option)' is a letter, and a letter that is typed means its place",
        "write more than the letter, such as 'group \(option)'")
    }
  }

  private static func words(of kind: Flaw.Giveaway) -> FlawWords {
    switch kind {
    case .stemHoldsKey(let key):
      FlawWords(
        .stemHoldsKey, "the question itself says '\(short(key))', which is accepted as its answer",
        "ask without naming it")
    case .hintHoldsKey(let key):
      FlawWords(
        .hintHoldsKey, "this hint gives the answer '\(short(key))' away",
        "lead to it without naming it; who gives up is shown the answer anyway")
    case .neighbourHoldsKey(let key, let neighbour):
      FlawWords(
        .neighbourHoldsKey,
        "the question '\(neighbour)' gives away the answer '\(short(key))' to this one",
        "say less there, or keep them apart with 'Apart: \(neighbour)'", note: "it stands here")
    case .keyFarLonger(let characters, let longest):
      FlawWords(
        .keyFarLonger,
        "the right option has \(characters) characters, the longest of the others \(longest)",
        "shorten it, and leave the reasons to 'Why:'")
    case .longestIsKey(let count, let total):
      FlawWords(
        .longestIsKey, "in \(count) of \(total) choices the right option is the longest",
        "make some distractors as long and as exact as the key", note: "here too")
    case .sameKeyPlace(let place, let count, let total):
      FlawWords(
        .sameKeyPlace, "in \(count) of \(total) choices the right option is number \(place + 1)",
        "vary its place: on paper, and in other programs, options keep this order",
        note: "here too")
    case .sameTruth(let truth, let count, let total):
      FlawWords(
        .sameTruth, "\(count) of \(total) statements are \(truth)",
        "turn some of them round", note: "here too")
    case .articleFitsOnly(let article, let misfits):
      FlawWords(
        .grammarShowsKey,
        "'\(article)' before the blank fits the key, and not \(misfits) of the other options",
        "write 'a or an', or put the article into the options")
    case .numberFitsOnly(let verb):
      FlawWords(
        .grammarShowsKey, "'\(verb)' fits the key alone: singular and plural give it away",
        "put all options into one number")
    case .absoluteDistractors(let words):
      FlawWords(
        .absoluteDistractors,
        "every wrong option says \(words.map { "'\($0)'" }.joined(separator: " or ")), the key does not",
        "learners know that such claims are seldom true; soften some of them")
    case .punctuationShowsKey(let ends):
      FlawWords(
        .punctuationShowsKey,
        ends
          ? "the right option alone ends in a full stop"
          : "the right option alone ends without a full stop", "end all options alike")
    }
  }

  private static func words(of kind: Flaw.WordingFlaw) -> FlawWords {
    switch kind {
    case .hiddenNegation(let word):
      FlawWords(
        .hiddenNegation, "'\(word)' turns this question round, and is easily read over",
        "write '**\(word)**', or ask for what is true")
    case .longOption(let words):
      FlawWords(
        .longOption, "this option has \(words) words", "move what they share into the question")
    case .unexplained(let count, let total):
      FlawWords(
        .unexplained, "\(count) of \(total) items have no 'Why:'",
        "say after the answer why it is right", note: "this one too")
    case .emptyTopic(let topic):
      FlawWords(
        .emptyTopic, "no item is on the topic '\(topic)'",
        "give items the class '.\(topic)', or delete it from 'topics'", headerLine: "topics")
    case .thinTopic(let topic, let others):
      FlawWords(
        .thinTopic, "this is the only item on '\(topic)'; another topic has \(others)",
        "a score by topic needs several items of each")
    case .longReading(let words):
      FlawWords(
        .longReading, "about \(words) words are read before this first question on them",
        "open another '##' with questions of its own")
    case .readingLevel(let grade, let bounds):
      FlawWords(
        .readingLevel,
        "this lesson reads at grade \(Int(grade.rounded())), "
          + "outside \(bounds.lowerBound)..\(bounds.upperBound)",
        "shorter sentences and shorter words lower it (Flesch–Kincaid)")
    }
  }

  private static func words(of kind: Flaw.EvidenceFlaw) -> FlawWords {
    switch kind {
    case .keyNotInPassage(let key):
      FlawWords(
        .keyNotInPassage, "the passage that teaches this does not say '\(short(key))'",
        "add it to the reading, name another passage with 'See:', or mend the answer")
    case .keyNotInSource(let key, let reference, let elsewhere):
      FlawWords(
        .keyNotInSource,
        "'\(short(key))' is not in \(place(reference))",
        elsewhere.isEmpty
          ? "mend 'Source:' or the answer, or add the source's own word as an alternative"
          : "it stands in ¶\(elsewhere.prefix(5).map(String.init).joined(separator: ", ¶")); "
            + "mend 'Source:'")
    case .sourceUncited(let source):
      FlawWords(
        .sourceUncited, "no item cites the source '\(source)'",
        "add 'Source: \(source)' where it is drawn on, or delete it",
        headerLine: "source \(source)")
    }
  }

  private static func words(of kind: Flaw.PairFlaw) -> FlawWords {
    switch kind {
    case .duplicate(let other):
      FlawWords(
        .duplicateItem, "this is the same question as '\(other)'", "delete one of them",
        note: "the other")
    case .nearDuplicate(let other):
      FlawWords(
        .nearDuplicate, "this asks what '\(other)' asks, in nearly the same words",
        "delete one of them, or keep them apart with 'Apart: \(other)'", note: "the other")
    case .twoKeys(let other):
      FlawWords(
        .twoKeys, "this is the same question as '\(other)', with another answer",
        "say in each what sets it apart", note: "the other")
    case .unreachable(let requirement):
      FlawWords(
        .contradictoryOrder,
        "this requires '\(requirement)', whose lesson is taught only after this one",
        "delete one of the two requirements", note: "it stands here")
    case .lessonCircle(let lesson):
      FlawWords(
        .contradictoryOrder, "the lesson '\(lesson)' requires itself, by way of others",
        "one of them must come first")
    }
  }

  // MARK: Pieces

  private static func short(_ text: String) -> String {
    text.count <= 60 ? text : text.prefix(57) + "…"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func place(_ reference: SourceReference) -> String {
    switch reference.place {
    case .whole: "'\(reference.source)'"
    case .paragraphs(let range) where range.count == 1:
      "¶\(range.lowerBound) of '\(reference.source)'"
    case .paragraphs(let range):
      "¶\(range.lowerBound)-\(range.upperBound) of '\(reference.source)'"
    case .pages: "'\(reference.source)'"
    }
  }
}
