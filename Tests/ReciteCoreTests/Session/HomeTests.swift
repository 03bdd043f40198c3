import Testing

@testable import ReciteCore

/// The home prompt and the sessions begun on it, event by event.
@Suite struct HomeTests {
  /// A home on the fixture's pack and what it asked to be done.
  private struct Run {
    var home: Home
    var seconds = 0.0

    init(progress: Progress = Progress(), records: Bool = true, isUnattended: Bool = false) {
      home = Home(
        library: [SessionFixture.pack], scheduler: Scheduler(),
        grader: Grader(lexicon: .empty, packs: [SessionFixture.pack]), progress: progress,
        nextEntry: progress.nextEntry(of: SessionFixture.device),
        defaults: Home.Defaults(records: records, isUnattended: isUnattended, seed: 1))
    }

    /// Types a line, as at a terminal.
    mutating func type(_ line: String, after pause: Double = 5) -> [Effect] {
      seconds += pause
      let at = SessionFixture.time(seconds)
      switch MetaCommand.parse(line, at: home.place) {
      case .command(let command): return home.step(.commanded(command, at: at))
      case .answer(let response): return home.step(.answered(response, at: at))
      case .unknown(let word, let suggestion):
        return home.step(.misread(word: word, suggestion: suggestion, at: at))
      case .empty: return home.step(.commanded(MetaCommand(.goOn), at: at))
      }
    }

    mutating func type(_ lines: [String]) -> [Effect] {
      lines.reduce([]) { _, line in type(line) }
    }

    var asked: String? { home.session.flatMap(SessionFixture.asked) }
  }

  @Test("Enter after leaving goes on with the same question, and the session ends as it would have")
  func goingOn() throws {
    var left = Run()
    var straight = Run()
    _ = left.type(["drill cause", "silt", ":hint"])
    _ = straight.type(["drill cause", "silt", ":hint"])
    let asked = try #require(left.asked)
    let effects = left.type(":quit")
    #expect(effects.notices.contains(.enterGoesOn(toCome: 2)))
    #expect(left.home.session == nil)
    _ = left.type("")
    #expect(left.asked == asked)
    while let question = straight.asked {
      #expect(left.asked == question)
      let answer = SessionFixture.rightAnswers[question] ?? ""
      _ = straight.type(answer)
      _ = left.type(answer)
    }
    #expect(left.home.session == nil)
    #expect(left.home.currentProgress.items.keys == straight.home.currentProgress.items.keys)
  }

  @Test(
    "a session that was left is not taken up after another pack was opened, nor one by the clock")
  func notGoingOn() {
    var run = Run()
    _ = run.type(["drill cause", ":quit", "open rivers", ""])
    #expect(run.home.session?.plan.mode == .study)
    var quiz = Run()
    let effects = quiz.type(["quiz --time-limit 1m", ":quit"])
    #expect(!effects.notices.contains { if case .enterGoesOn = $0 { true } else { false } })
  }

  @Test("nothing is said of Enter where nobody can press it")
  func unattended() {
    var run = Run(isUnattended: true)
    let effects = run.type(["drill cause", ":quit"])
    #expect(effects.notices.contains { if case .left = $0 { true } else { false } })
    #expect(!effects.notices.contains { if case .enterGoesOn = $0 { true } else { false } })
  }

  @Test("reading goes section by section and is remembered by the next run")
  func reading() throws {
    var run = Run()
    func section(_ effects: [Effect]) -> Int? {
      for case .show(.reading(let page)) in effects { return page.place?.number }
      return nil
    }
    #expect(section(run.type("read")) == 1)
    #expect(section(run.type("read")) == 2)
    var next = Run(progress: run.home.currentProgress)
    #expect(section(next.type("read")) == 3)
    #expect(section(next.type("read")) == 1, "after the last comes the first")
    #expect(section(next.type("read 2")) == 2)
    #expect(next.type("read 4").notices == [.noSuchSection("4", of: 3, PackID("rivers"))])
    #expect(next.type("read rivers x").notices == [.noSuchSection("x", of: 3, PackID("rivers"))])
    let all = next.type("read all").count { if case .show(.reading) = $0 { true } else { false } }
    #expect(all == 3)
  }

  @Test("what is put aside is listed, not asked, and taken back by name or all at once")
  func aside() {
    var run = Run()
    let key = ItemKey(pack: PackID("rivers"), item: ItemID("branches"))
    _ = run.type(["suspend rivers/branches", "bury length"])
    guard case .show(.aside(let page))? = run.type("suspended").first else {
      Issue.record("no list")
      return
    }
    #expect(page.suspended.map(\.key) == [key])
    #expect(page.buried.map(\.key.item.rawValue) == ["length"])
    _ = run.type("drill cause")
    #expect(run.asked == nil, "both items of the topic are put aside")
    #expect(run.type("unsuspend branches").notices == [.tookBack(.unsuspend, key)])
    #expect(run.type("unsuspend branches").notices == [.notSo(.unsuspend, key)])
    #expect(run.type("unbury all").notices == [.tookBackAll(.unbury, count: 1)])
    _ = run.type("drill cause")
    #expect(run.asked != nil)
  }

  @Test("a flag is for the question before one, or for the previous one, or for one named")
  func flags() {
    var run = Run()
    _ = run.type("drill cause")
    let first = run.asked
    _ = run.type([":show", ":flag previous unclear"])
    let second = run.asked
    _ = run.type([":flag odd", ":quit", "flag port why this one?"])
    let notes = run.home.currentProgress.flagLines(in: Course([SessionFixture.pack]))
      .reduce(into: [:]) { $0[$1.key.item.rawValue] = $1.note }
    #expect(notes[first ?? ""] == "unclear")
    #expect(notes[second ?? ""] == "odd")
    #expect(notes["port"] == "why this one?")
    #expect(run.type("unflag all").notices == [.tookBackAll(.unflag, count: 3)])
    #expect(run.type("unflag port").notices.count == 1)
    #expect(run.home.currentProgress.flagLines(in: Course([])).isEmpty)
  }

  @Test("an item that does not exist, or not yet, is named with the nearest")
  func unknownItems() {
    var run = Run()
    #expect(
      run.type("suspend capitol").notices == [.noSuchItem("capitol", suggestion: "capital")])
    #expect(run.type("suspend").notices == [.missingArgument(.suspend, at: .home)])
    #expect(run.type("flag capital").notices == [.missingArgument(.flag, at: .home)])
  }

  @Test("a quiz at the prompt has the options of the command line")
  func quizOptions() throws {
    var run = Run()
    _ = run.type("quiz rivers --count 2 --topic cause --pass 50% --time-limit 5m --seed 9")
    let plan = try #require(run.home.session?.plan)
    #expect(plan.count == 2 && plan.mode == .quiz(topic: "cause") && plan.passMark == 0.5)
    #expect(plan.timeLimit == 300 && plan.seed == 9 && plan.records)
    var practice = Run()
    _ = practice.type("quiz --practice")
    #expect(practice.home.session?.plan.records == false)
    #expect(
      Run().home == Run().home && practice.type(":quit").notices.count > 0)
  }

  @Test("a session has as many questions as its --count says, at most")
  func sessionSize() {
    var run = Run()
    _ = run.type("study --count 2")
    #expect(run.home.session?.unansweredCount == 2)
    var drill = Run()
    _ = drill.type("drill cause --count 99")
    #expect(drill.home.session?.unansweredCount == 2, "there are no more on this topic")
    #expect(
      drill.type([":quit", "study --pass 70%"]).notices == [
        .badOption(
          .unknown("--pass", suggestion: nil, known: [.count, .seed, .practice]), .study)
      ])
  }

  @Test("practice says that it records no flag and puts nothing aside")
  func practice() {
    var run = Run(records: false)
    #expect(run.type("flag port odd").notices == [.notRecorded(.flag)])
    #expect(run.type("suspend port").notices == [.notRecorded(.suspend)])
    _ = run.type("drill rivers/port")
    #expect(run.type(":flag odd").notices == [.notRecorded(.flag)])
    #expect(run.type(":bury").notices == [.notRecorded(.bury)])
    #expect(run.asked == "port")
  }

  @Test("one question can be drilled by its name")
  func drillOne() {
    var run = Run()
    _ = run.type("drill rivers/port")
    #expect(run.asked == "port")
    #expect(run.home.session?.unansweredCount == 1)
  }

  @Test("a command word without its colon is asked about once, and taken the second time")
  func colon() throws {
    var run = Run()
    _ = run.type("drill rivers/port")
    #expect(run.type("quit").notices == [.looksLikeCommand("quit")])
    #expect(run.asked == "port")
    let verdict = try #require(run.type("quit").verdict)
    #expect(verdict.verdict.outcome == .wrong)
    var script = Run(isUnattended: true)
    _ = script.type("drill rivers/port")
    #expect(script.type("quit").verdict != nil, "in a script one line is one answer")
  }

  @Test("help is on every command and subject, a slip gets the nearest")
  func help() {
    var run = Run()
    for topic in HelpTopic.all {
      guard case .show(.help(let page))? = run.type("help \(topic.name)").first else {
        Issue.record("no help on \(topic.name)")
        continue
      }
      #expect(page.topic == topic)
    }
    #expect(run.type("help flgs").notices == [.noSuchHelp("flgs", suggestion: "flags")])
  }
}
