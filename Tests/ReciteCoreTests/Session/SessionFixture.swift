import ReciteCore

/// A small pack and the sessions on it, for tests of the reducer.
enum SessionFixture {
  static let start = Timestamp(
    Instant(milliseconds: 1_795_251_600_000), zone: ZoneOffset(clampingMinutes: 60))
  static let device = DeviceID(7)

  /// Six items over three topics in three sections; every answer in `rightAnswers` is right.
  static let pack: Pack = {
    var pack = Pack(id: PackID("rivers"), title: "Rivers")
    pack.topics = ["location", "cause", "significance"].map { Topic($0) }
    func section(_ title: String, _ items: [Item]) -> Section {
      Section(
        title: RichText(title), reading: [.paragraph(RichText("About \(title)."))], items: items)
    }
    let capital = item(
      "capital", "location", .text(Accepted("Harbin", aliases: ["哈尔滨"])),
      hints: ["It is far north.", "It begins with H.", "Har…", "Harb…"])
    let border = item(
      "border", "location",
      .choice(options: ["Yalu", "Songhua", "Liao"].map { Option(RichText($0)) }, key: 0))
    let branches = item(
      "branches", "cause",
      .list([Accepted("silt"), Accepted("ice"), Accepted("dams")], need: nil), hints: ["Think."])
    let length = item(
      "length", "cause",
      .number(
        NumberKey(
          target: .exactly(1927), unit: "km", written: Accepted("1927 km"))))
    let frozen = item("frozen", "significance", .trueFalse(true))
    let port = item("port", "significance", .text(Accepted("Dandong")))
    pack.lessons = [
      Lesson(
        title: RichText("Where"),
        sections: [
          section("towns", [capital, border]), section("water", [branches, length]),
          section("winter", [frozen, port]),
        ])
    ]
    return pack
  }()

  static let rightAnswers: [String: String] = [
    "capital": "Harbin", "border": "Yalu", "branches": "silt, ice, dams", "length": "1927 km",
    "frozen": "true", "port": "Dandong",
  ]

  private static func item(
    _ id: String, _ topic: String, _ kind: ItemKind, hints: [String] = []
  ) -> Item {
    Item(
      id: ItemID(id), stem: [.paragraph(RichText("About \(id)?"))], topic: Topic(topic), kind: kind,
      hints: hints.map { RichText($0) })
  }

  static func session(
    _ mode: SessionPlan.Mode = .study, seed: UInt64 = 1, isUnattended: Bool = false,
    records: Bool = true, count: Int? = nil, passMark: Double? = nil, timeLimit: Int? = nil,
    progress: Progress = Progress()
  ) -> Session {
    Session(
      course: Course([pack]),
      plan: SessionPlan(
        mode: mode, seed: seed, records: records, isUnattended: isUnattended, count: count,
        passMark: passMark, timeLimit: timeLimit),
      scheduler: Scheduler(), grader: Grader(lexicon: .empty, packs: [pack]), progress: progress,
      nextEntry: progress.nextEntry(of: device))
  }

  /// The item that is being asked.
  static func asked(_ session: Session) -> String? {
    guard case .answer(let key, _, _, _) = session.prompt else { return nil }
    return key.item.rawValue
  }

  static func time(_ seconds: Double) -> Timestamp {
    Timestamp(start.instant.advanced(bySeconds: seconds), zone: start.zone)
  }
}

/// A session that is played event by event, with everything that it asked to be done.
struct Play {
  var session: Session
  var effects: [Effect] = []
  private(set) var events: [Event] = []
  private var clock: Double

  /// A session begun `clock` seconds after the fixture's start.
  init(_ session: Session, clock: Double = 0) {
    self.session = session
    self.clock = clock
    give { .began(at: $0) }
  }

  @discardableResult
  mutating func give(after seconds: Double = 5, _ event: (Timestamp) -> Event) -> [Effect] {
    clock += seconds
    let event = event(SessionFixture.time(clock))
    events.append(event)
    let done = session.step(event)
    effects += done
    return done
  }

  @discardableResult
  mutating func answer(_ response: String) -> [Effect] { give { .answered(response, at: $0) } }

  @discardableResult
  mutating func command(_ verb: MetaCommand.Verb, _ argument: String = "") -> [Effect] {
    give { .commanded(MetaCommand(verb, argument), at: $0) }
  }

  /// Gives the right answer to what is asked.
  @discardableResult
  mutating func answerRightly() -> [Effect] {
    answer(SessionFixture.asked(session).flatMap { SessionFixture.rightAnswers[$0] } ?? "")
  }

  var asked: String? { SessionFixture.asked(session) }

  var records: [JournalEntry] {
    effects.compactMap { if case .record(let entry) = $0 { entry } else { nil } }
  }

  var verdicts: [VerdictPage] {
    effects.compactMap {
      if case .show(.verdict(let page)) = $0, !page.isRetry { page } else { nil }
    }
  }
}

extension [Effect] {
  var notices: [Notice] {
    compactMap { if case .show(.notice(let notice)) = $0 { notice } else { nil } }
  }
  var verdict: VerdictPage? {
    for case .show(.verdict(let page)) in self { return page }
    return nil
  }
}
