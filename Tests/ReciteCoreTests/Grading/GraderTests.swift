import Testing

@testable import ReciteCore

@Suite struct GraderTests {
  @Test(arguments: [
    ("Heilongjiang | 黑龙江", "heilongjiang", "correct"), ("Heilongjiang | 黑龙江", "黑龍江", "correct"),
    ("Heilongjiang", "Heilongjang", "spelling"), ("Heilongjiang", "hei long jiang", "correct"),
    ("Jilin", "Jinan", "wrong"), ("7 percent", "about seven per cent", "form"),
    ("7 percent", "8%", "wrong"), ("1 October 1949", "Oct. 1st, 1949", "form"),
    ("state-owned enterprises | SOEs", "SOE", "form"), ("Mongolia", "Inner Mongolia", "wrong"),
    ("Mongolia", "not Mongolia", "wrong"), ("Yalu River", "Yalu", "form"),
    ("Shenyang", "I think it is Shenyang", "correct"), ("Shenyang", "Shenyang or Dalian", "wrong"),
    ("World War II", "the Second World War", "form"),
  ])
  func `a text answer gets the verdict of a fair teacher`(
    key: String, response: String, outcome: String
  ) {
    #expect(verdict(response, item(.text(accepted(key))))?.outcome.rawValue == outcome)
  }

  @Test(arguments: [
    ("jilin, liaoning & heilongjiang", 1.0), ("jilin liaoning", 2.0 / 3), ("", 0.0),
    ("1. Jilin\n2. Liaoning\n3. Heilongjiang", 1.0), ("Jilin, Liaoning, Hebei, Heilongjiang", 0.75),
  ])
  func `a list counts its parts`(response: String, credit: Double) {
    let key = ItemKind.list(
      [Accepted("Liaoning"), Accepted("Jilin"), Accepted("Heilongjiang")], need: nil)
    let seen = verdict(response, item(key))?.credit ?? -1
    #expect(abs(seen - credit) < 1e-9)
  }

  @Test func `letters mean what is on the screen`() {
    let choice = item(
      .choice(options: [Option(RichText("Jilin")), Option(RichText("Hebei"))], key: 1))
    let grader = Grader(lexicon: shippedLexicon, packs: [pack([choice])])
    let form = AskedForm(order: [1, 0])
    func outcome(_ response: String) -> Grading {
      grader.grade(response, for: choice, of: PackID("pack"), as: form, aliases: [])
    }
    guard case .verdict(let right) = outcome("a"), case .verdict(let text) = outcome("hebei"),
      case .verdict(let wrong) = outcome("b)")
    else {
      Issue.record("a letter was not read")
      return
    }
    #expect(right.outcome == .correct && text.outcome == .correct && wrong.outcome == .wrong)
    #expect(outcome("e") == .unreadable(reason: "there is no option e; choose a to b"))
  }

  @Test func `another answer of the pack is wrong, and says whose it is`() {
    let seen = verdict(
      "Jilin", item(.text(Accepted("Jining"))), item(.text(Accepted("Jilin")), id: "other"))
    #expect(seen?.outcome == .wrong)
    #expect(seen?.confusion == Confusion(answer: "Jilin", item: ItemID("other")))
  }

  @Test func `a number may come with its unit, in another unit, or without`() {
    let key = ItemKind.number(
      NumberKey(target: .within(7, tolerance: 1), unit: "%", written: Accepted("7 % ± 1")))
    #expect(verdict("seven percent", item(key))?.outcome == .correct)
    #expect(verdict("8", item(key))?.outcome == .form)
    #expect(verdict("9 %", item(key))?.outcome == .wrong)
    #expect(verdict("7 km", item(key))?.rule == .unitDiffers)
    #expect(verdict("7", item(key, marking: Marking(unitRequired: true)))?.outcome == .close)
  }

  @Test(arguments: [
    ("A3", "A4"), ("O2", "O3"), ("O2", "O"), ("He3", "He4"), ("5 millivolts", "5 volts"),
    ("5 mV", "5 V"), ("5 GWh", "5 TWh"), ("20 micrograms", "20 grams"),
  ])
  func `a digit or a prefix that says what a thing is is no matter of form`(
    key: String, typed: String
  ) {
    #expect(verdict(typed, item(.text(Accepted(key))))?.outcome == .wrong)
    #expect(verdict(key, item(.text(Accepted(typed))))?.outcome == .wrong)
  }

  @Test(arguments: [
    ("Shān", "shan1"), ("shan1", "Shān"), ("Shānxī", "shan4 xi1"), ("liao2 ning2", "Liaoning"),
    ("5 millivolts", "5000 microvolts"), ("2 gigawatt", "2000 MW"),
  ])
  func `tones and units in another form are the same answer`(key: String, typed: String) {
    #expect(verdict(typed, item(.text(Accepted(key))))?.outcome == .form)
  }

  @Test func `a form is drawn alike for a like seed, and never in the right order`() {
    let ordering = item(.ordering([Accepted("one"), Accepted("two"), Accepted("three")]))
    for seed in UInt64(0)..<200 {
      let form = AskedForm.drawn(for: ordering, reviewCount: 3, seed: seed)
      #expect(form == .drawn(for: ordering, reviewCount: 3, seed: seed))
      #expect(form.order.sorted() == [0, 1, 2] && form.order != [0, 1, 2])
    }
  }

  @Test func `an item's fingerprint changes with its key only`() {
    let one = item(.text(Accepted("Jilin")))
    var other = one
    other.hints = [RichText("north")]
    #expect(one.keyFingerprint == other.keyFingerprint)
    other.kind = .text(Accepted("Jilin", aliases: ["吉林"]))
    #expect(one.keyFingerprint != other.keyFingerprint)
  }

  @Test func `a pack's keys are proved, and answers that a slip confuses are named`() {
    let hunan = item(.text(Accepted("Hunan")), id: "hunan")
    let henan = item(
      .text(Accepted("Henan")), id: "henan",
      marking: Marking(rejected: [RejectedAnswer(Accepted("Henan"))]))
    let grader = Grader(lexicon: shippedLexicon, packs: [])
    let kinds = grader.keyFaults(of: pack([hunan, henan])).map(\.kind)
    #expect(
      kinds == [
        .rejectedAccepted(answer: "Henan"),
        .tooNear(answer: "Hunan", other: "Henan", of: ItemID("henan")),
      ])
    #expect(grader.keyFaults(of: pack([hunan])).isEmpty)
  }

  @Test func `answers one slip apart are told only of questions that ask for the like`() {
    func asked(_ question: String, _ answer: String, _ id: String) -> Item {
      var asked = item(.text(Accepted(answer)), id: id)
      asked.stem = [.paragraph(RichText(question))]
      return asked
    }
    let grader = Grader(lexicon: shippedLexicon, packs: [])
    let trivia = [
      asked("Which small country lies between Togo and Nigeria in Africa?", "Benin", "benin"),
      asked("Who wrote the song that opens the second album of 1967?", "Bemin", "bemin"),
    ]
    #expect(grader.keyFaults(of: pack(trivia)).isEmpty)
    let provinces = [
      asked("Which southern province has Changsha for its capital?", "Hunan", "hunan"),
      asked("Which province lies along the lower Yellow River?", "Henan", "henan"),
    ]
    #expect(
      grader.keyFaults(of: pack(provinces)).map(\.kind) == [
        .tooNear(answer: "Hunan", other: "Henan", of: ItemID("henan"))
      ])
  }
}
